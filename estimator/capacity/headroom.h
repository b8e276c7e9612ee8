// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "estimator/summary/estimate.h"

namespace shardscape::estimator {

/// What the nodes there are have left, constraint by constraint, and the month in which each is used up as data and
/// traffic grow: the headroom calendar.
///
/// Limits of nodes: room of a node (headroom of the profile kept) × nodes, where replicas hold the same thing counted
/// once. Use in m months: the estimate of the project as it will be then — rows grown as growth/growth.h says, all
/// rates × (1 + growth of the traffic)^m — on as many nodes as now. The month is found by bisection, so use is
/// taken to grow once it grows. A managed service adds partitions by itself; its limits are the units of the partition
/// that holds the hottest key. Besides: a table without partitions against the engine's largest, the largest partition
/// against the advised size, keys of a memory engine against its most, and ids of 16 and 32 bits that a database hands
/// out against their type (every row ever inserted takes one).
struct Headroom {
    std::string constraint;          ///< "storage", "writes", "ids of orders.id"
    Figure limit;                    ///< in the unit of what it limits
    Figure used;                     ///< now
    Figure left;                     ///< 1 − used ÷ limit; below 0 when it is exceeded already
    std::optional<int> reachedMonth; ///< first month in which it is exceeded, 0 = now; unset = not within the horizon
};

struct HeadroomOptions {
    int horizonMonths = 120;
    /// Compound: 0.05 = all rates are 5 % higher a month later; unset = as the requirements say.
    std::optional<double> trafficGrowthPerMonth;
};

/// The soonest reached first, then the one with the least left. Errors: Cancelled, and those of estimate().
model::Result<std::vector<Headroom>> headroomOf(const model::Project& project, const model::EngineProfile& profile,
                                                const model::Layout& layout, const Estimate& now,
                                                const HeadroomOptions& options = {}, std::stop_token stop = {});

/// The project as it will be in so many months: rows and rates grown, everything else as it is.
model::Project projectInMonths(const model::Project& project, double months, double trafficGrowthPerMonth = 0);

} // namespace shardscape::estimator
