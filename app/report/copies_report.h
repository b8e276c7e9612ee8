// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/report/report.h"
#include "estimator/copies/fan_out.h"
#include "estimator/copies/kept.h"
#include "estimator/copies/side_by_side.h"

namespace shardscape::app {

/// A table for each pattern that could be served from a copy, and one for each fan-out, with what they come to.
std::vector<ReportTable> copyTables(const estimator::SideBySides& beside,
                                    const std::vector<estimator::FanOutReport>& fanOuts, const std::string& currency);

/// The copies that a layout keeps, with what they cost; nothing without any.
std::vector<ReportTable> keptTables(const std::vector<estimator::KeptCopy>& copies);

/// All tables of a section behind its structures and patterns, in their order.
std::vector<ReportTable> tablesOf(const ReportSection& section);

} // namespace shardscape::app
