// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/stages/estimate/outlook_tables.h"
#include "estimator/summary/estimate.h"
#include "model/schema/project.h"

namespace shardscape::app {

/// Where rows of which age are, how many and in how many bytes when the growth curve ends.
CellTable tierTable(const estimator::Estimate& estimate, const model::Project& project);

} // namespace shardscape::app
