// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/base/ids.h"
#include "model/physical/derived.h"

namespace shardscape::model {

/// What the user decided about laying the model out on one engine. Everything unset is derived by the mapping and the
/// estimator; the layout is part of the project, the design that follows from it is not.
struct Layout {
    LayoutId id;
    std::string engine;                    ///< profile name: "postgresql", "cassandra", …
    std::optional<int> nodes;              ///< unset = as many as the estimate says
    std::optional<int> partitions;         ///< of the key space; unset = the engine's habit
    std::optional<int> replicas;           ///< copies of each partition; unset = the profile's default
    std::optional<std::string> placement;  ///< hash-mod, range, consistent, jump, rendezvous or the engine's own
    bool cache = false;                    ///< a cache (Redis) in front of reads that tolerate staleness
    std::optional<double> cacheHitRatio;   ///< stated by the user; unset = computed from popularity and capacity
    std::optional<double> cacheBytes;      ///< memory of the cache; unset = the profile's node
    std::optional<double> cacheTtlSeconds; ///< unset = entries stay until they are evicted
    std::map<EntityId, std::vector<AttributeId>> partitionKeys; ///< overrides of the mapping's choice
    std::vector<Derived> derived;         ///< copies kept for the sake of reading, one a pattern at most
    std::vector<BoundaryRole> boundaries; ///< what it holds of which boundary; empty = everything, as the one truth
    std::string priceSheet; ///< name of the sheet that prices it; empty = the first that covers the engine
    bool operator==(const Layout&) const = default;
};

} // namespace shardscape::model
