// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/result.h"
#include "simulator/scenario/scenario.h"

namespace shardscape::simulator {

/// One thing supposed about a scenario: a switch that a user turns, as a value. Written WHAT[:WHOSE]=VALUE, where WHOSE
/// names a stream, table or group of nodes and is left out to mean all of them:
///
///     traffic[:STREAM]=2              rates times so much; where a duration ends the run, it still does
///     nodes[:GROUP]=32                so many nodes
///     cost=0.5                        nodes for so much of the money: every group times this, rounded down, at least 1
///     partitions[:TABLE]=128          so many partitions
///     replicas[:TABLE]=3              so many copies of each partition
///     router[:TABLE]=hash-mod         another way from keys to partitions
///     partition-key[:TABLE]=even      partitioned by something that every row has of its own: a write goes anywhere,
///                                     and what looks up the old key asks all partitions
///     keys[:STREAM]=zipf(1.2)         popularity of keys: uniform, zipf(t), latest(t), hotset(keys, traffic),
///                                     powerlaw(a); those that a step chooses by itself stay
///     consistency[:STREAM]=strong     reads see the last write: from the leader where nodes are grouped under leaders,
///                                     else by majorities that read and write. "eventual": from any follower, or one
///                                     replica of all that answers first, with writes answered by one
///     cache[:STREAM]=100k[,60s]       a cache of so many keys (and time to live) in front of reads, warm; one that is
///                                     there gets this size
///     salt[:TABLE]=8[,100]            the most popular keys (so many of each stream; else all) live in so many
///     partitions:
///                                     a write goes to one of them, a read asks all
///     hot-copies[:TABLE]=4[,100]      the same, but copied: a read asks one, a write goes to all
///     arrivals[:STREAM]=steady        without the profile's ups and downs, at the same mean rate. "even": at equal
///                                     distances as well
///     fail=region:us[,10s[,60s]]      a region is down (from then on, for so long; else for the whole run); also
///                                     node:NAME or group, and dependency:STREAM: what its first step waits for fails
///                                     after a second
///     slow=n3:5[,10s[,60s]]           a node or group works five times slower
///
/// Nothing is ever ignored: what does not fit the scenario is refused with the reason.
struct WhatIf {
    enum class Kind {
        Traffic,
        Nodes,
        Cost,
        Partitions,
        Replicas,
        Router,
        PartitionKey,
        Keys,
        Consistency,
        Cache,
        Salt,
        HotCopies,
        Arrivals,
        Fail,
        Slow,
    };
    Kind kind = Kind::Traffic;
    std::string whose;      ///< stream, table or group; empty: all
    double number = 0;      ///< Slow: times; Traffic, Nodes, Cost, Partitions, Replicas, Cache
    double seconds = 0;     ///< Cache: time to live; 0: none
    std::string word;       ///< Router, PartitionKey, Consistency, Arrivals; Fail: "region", "node" or "dependency"
    std::string name;       ///< Fail, Slow: what fails or is slow
    std::uint64_t keys = 0; ///< Salt, HotCopies: so many of the most popular; 0: all
    double fromSeconds = 0; ///< Fail, Slow
    double forSeconds = 0;  ///< Fail, Slow; 0: until the end
    KeySpec popularity;     ///< Keys: kind and its parameters alone
    bool operator==(const WhatIf&) const = default;
};

/// Reads a switch. Errors: Invalid, quoting the text, with what is understood.
model::Result<WhatIf> parseWhatIf(std::string_view spec);

/// What parseWhatIf reads as the same value.
std::string specOf(const WhatIf& what);

/// The names of all switches, in the order of the list above.
std::vector<std::string_view> knownWhatIfs();

/// The scenario with one thing supposed. Random streams hang on the seed and the names of streams, so that both
/// scenarios see the same arrivals, keys and service times wherever they still ask for them. Warm caches are given the
/// characteristic time that fits the new traffic. Errors: Invalid when a name is not there, when nothing would change
/// because there is nothing of the kind (no replicas, no reads), or as checkScenario says of the outcome.
model::Result<Scenario> suppose(const Scenario& scenario, const WhatIf& what);

/// One after the other.
model::Result<Scenario> suppose(const Scenario& scenario, std::span<const WhatIf> whats);

} // namespace shardscape::simulator
