// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "simulator/scenario/result.h"

namespace shardscape::simulator {

/// What a run found out about one partition: how hot it is, which pattern and which key make it so, and how its node
/// fares. Facts without words, so that every language and every medium says the same.
struct Hotspot {
    std::string table; ///< may be empty where there is only one
    std::uint32_t partition = 0;
    double share = 0;         ///< of its table's load
    double shareOverMean = 0; ///< over that of an average partition; 0 when nothing is known
    std::string pattern;      ///< with the largest share of the partition's load; empty when not known
    double patternShare = 0;  ///< of the partition's load
    std::string keySpace;
    std::string key;     ///< the partition's most popular key; empty when not known
    double keyShare = 0; ///< of the partition's load
    std::string node;
    double utilisation = 0;     ///< of that node; from rates and service times where known, else as observed
    bool overloaded = false;    ///< the node is offered more than it can serve
    std::uint64_t maxQueue = 0; ///< most requests that waited there at once

    /// The partition takes no more than a fifth above the mean.
    bool even() const;
    /// The key is worth naming: at least a hundredth of the partition's load.
    bool hasHotKey() const;
};

/// The facts of a partition; shareOverMean is 0 where the run has no such table or partition.
Hotspot partitionFacts(const RunResult& run, std::size_t table, std::size_t partition);

/// Those of the hottest partition of the hottest table.
Hotspot hottestPartition(const RunResult& run);

/// Utilisation of a node: from rates and service times where they say, else as observed.
double nodeLoad(const NodeResult& node);

/// The place of a key in the order of popularity, from 1, where keys are numbers (as generated keys are); 0 for a key
/// with a name of its own.
std::size_t popularityRank(const std::string& key);

} // namespace shardscape::simulator
