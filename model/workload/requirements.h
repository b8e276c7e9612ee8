// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace shardscape::model {

/// What the whole system must do well (M8). Empty and unset mean "not said".
struct Requirements {
    std::string dominant;               ///< correctness, latency, availability, throughput, cost or simplicity
    std::optional<double> availability; ///< 0.9995 = 99.95 %
    std::optional<double> p99Seconds;   ///< target where a pattern has none of its own
    std::vector<std::string> regions;
    std::vector<std::string> compliance;
    std::vector<std::string> familiarity; ///< engines the team knows
    std::optional<double> budgetPerMonth; ///< in the currency of the price sheet
    double trafficGrowthPerMonth = 0;     ///< that all rates grow by: 0.02 = 2 % a month
    bool operator==(const Requirements&) const = default;
};

} // namespace shardscape::model
