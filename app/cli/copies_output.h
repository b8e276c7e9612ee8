// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "estimator/copies/fan_out.h"
#include "estimator/copies/kept.h"
#include "estimator/copies/side_by_side.h"

/// What copies buy and cost, for "estimate": as JSON and as tables.
namespace shardscape::app {

/// [{"of", "item", "mean_count", "largest_count", "items_per_second", …, "threshold_count", "loads": [{"choice",
/// "rows_per_second", …}], "best", "verdict"}]
nlohmann::ordered_json fanOutsJson(const std::vector<estimator::FanOutReport>& reports, bool working);
void printFanOuts(const std::vector<estimator::FanOutReport>& reports, std::ostream& out);

/// [{"name", "structure", "kind", "upkeep", "patterns": […], "staleness_s", "rows_written_per_second", …, "rebuild_s",
/// "events_count", "notes"}] of the copies that the layout keeps
nlohmann::ordered_json keptJson(const std::vector<estimator::KeptCopy>& copies, const model::Project& project,
                                bool working);
void printKept(const std::vector<estimator::KeptCopy>& copies, const model::Project& project, std::ostream& out);

/// {"left_out", "patterns": [{"pattern", "ratio", "verdict", "normalised": {…}, "options": [{"name", "kind", "upkeep",
/// "numbers": {…}, "turning_ratio", "wins", "kept", "verdict", "notes"}], "refused":
/// […]}]}
nlohmann::ordered_json sideBySideJson(const estimator::SideBySides& beside, bool working);
void printSideBySide(const estimator::SideBySides& beside, const std::string& currency, std::ostream& out);

} // namespace shardscape::app
