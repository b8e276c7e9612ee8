// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/report/outlook_report.h"
#include "estimator/summary/estimate.h"
#include "model/schema/project.h"

namespace shardscape::app {

/// Where rows of which age are, and the bytes of each place by the year; nothing where no row moves by its age.
std::vector<ReportTable> tierTables(const estimator::Estimate& estimate, const model::Project& project);

} // namespace shardscape::app
