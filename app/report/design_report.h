// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/report/outlook_report.h"
#include "estimator/polyglot/polyglot.h"

namespace shardscape::app {

/// A design of several engines as a whole: the engines and what they come to, who owns each boundary and who follows,
/// where each pattern is served, and what is wrong; nothing when all lies on one engine.
std::vector<ReportTable> designTables(const estimator::PolyglotDesign& design);

} // namespace shardscape::app
