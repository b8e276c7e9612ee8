// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
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

    /// Share of a stage's sub-requests that the hottest key draws to one partition beyond an even spread.
    double excess(std::size_t stage) const;
    /// Requests of a rate that go on to the database.
    double past(double rate) const { return rate * (1 - hitRatio.value()); }
};

struct Traffic {
    std::vector<PatternTraffic> patterns;
    double busiestSecond = 0;    ///< of the week, after Monday midnight
    double total = 0;            ///< requests of all patterns when most requests come
    std::vector<double> atTotal; ///< of each pattern then
    std::optional<CacheFigures> cache;
    double cacheBytes = 0; ///< held by the cache
};

/// "entryBytes" tells the memory of an entry of a cache structure by its name.
Traffic trafficOf(const model::Cardinality& cardinality, const model::EngineProfile& profile,
                  const model::Design& design, const model::Layout& layout, ProfileLeaves& leaves,
                  std::vector<Plan> plans, const std::function<double(const std::string&)>& entryBytes);

} // namespace shardscape::estimator
