// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/stages/estimate/outlook_tables.h"
#include "estimator/polyglot/polyglot.h"

namespace shardscape::app {

/// A design of several engines as one table: the engines, the boundaries with who follows them, the patterns and where
/// they are served; each group under headings of its own. Empty when all lies on one engine.
CellTable ownershipTable(const estimator::PolyglotDesign& design);

} // namespace shardscape::app
