// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>

#include <nlohmann/json_fwd.hpp>

#include "app/cli/figure_json.h"
#include "estimator/capacity/outlook.h"
#include "estimator/sensitivity/sensitivity.h"

/// What follows from an estimate, for "estimate": as JSON and as tables.
namespace shardscape::app {

/// Adds "headroom", "ladder", "durations", "consistency", "indexes" and "partition_keys".
void addOutlook(const estimator::Outlook& outlook, bool working, FigureObject& out);
void printOutlook(const estimator::Outlook& outlook, std::ostream& out);

/// {"base": {"p99_ms", "storage_bytes", "nodes", "cost_month"}, "assumptions": [{"name", "path", "source", "value",
/// "unit", "low": {…}, "high": {…}, "swing", "largest"}]}
nlohmann::ordered_json sensitivityJson(const estimator::Sensitivity& sensitivity);
void printSensitivity(const estimator::Sensitivity& sensitivity, const std::string& currency, std::ostream& out);

} // namespace shardscape::app
