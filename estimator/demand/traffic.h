// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "estimator/figure/leaves.h"
#include "estimator/latency/service.h"
#include "estimator/summary/estimate.h"
#include "model/physical/cardinality.h"
#include "model/physical/layout.h"

namespace shardscape::estimator {

/// One pattern's load on a design, at the busiest minute of the week unless a name says otherwise. Rates in 1/s.
struct PatternTraffic {
    const model::AccessPattern* pattern = nullptr;
    Plan plan;
    std::vector<ServiceStage> stages;
    double average = 0;
    double peak = 0;       ///< its own peak, whenever that is
    double busiest = 0;    ///< when the nodes have most to do
    double keys = 1;       ///< different values of its popular column
    double hottestKey = 0; ///< share of its traffic that the hottest of them takes
    double hotShare = 1;   ///< of the keys: the fewest that take 90 % of the traffic
    Figure hitRatio;       ///< of the cache in front; 0 without one
    bool cached = false;
    double idleSeconds = 0; ///< service time of one request at an idle node, answered by the database
    bool removal = false;   ///< no pattern of the project: rows that are removed by age

    /// Share of a stage's sub-requests that the hottest key draws to one partition beyond an even spread.
    double excess(std::size_t stage) const;
    /// Requests of a rate that go on to the database.
    double past(double rate) const { return rate * (1 - hitRatio.value()); }
};

/// A rate of it as a figure: the user's, at its field; of a removal what follows from the rows that come in.
Figure rateLeaf(const PatternTraffic& traffic, std::string name, double rate, std::string source = {});

struct Traffic {
    std::vector<PatternTraffic> patterns; ///< those of the project in its order, then removals
    double busiestSecond = 0;             ///< of the week, after Monday midnight
    double total = 0;                     ///< requests of all patterns when most requests come
    std::vector<double> atTotal;          ///< of each pattern then
    std::optional<CacheFigures> cache;
    double cacheBytes = 0;                                             ///< held by the cache
    std::shared_ptr<const std::vector<model::AccessPattern>> removals; ///< what the last ones refer to; may be null

    /// How many of them are the project's.
    std::size_t ofProject() const { return patterns.size() - (removals ? removals->size() : 0); }
};

/// "entryBytes" tells the memory of an entry of a cache structure by its name. "removals" are requests besides the
/// project's patterns (growth/removal.h), spread evenly over time and over rows that nobody asks for; "plans" has the
/// project's plans and then theirs.
Traffic trafficOf(const model::Cardinality& cardinality, const model::EngineProfile& profile,
                  const model::Design& design, const model::Layout& layout, ProfileLeaves& leaves,
                  std::vector<Plan> plans, const std::function<double(const std::string&)>& entryBytes,
                  std::vector<model::AccessPattern> removals = {});

} // namespace shardscape::estimator
