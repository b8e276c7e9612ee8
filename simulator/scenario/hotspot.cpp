// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/hotspot.h"

#include <algorithm>
#include <charconv>

namespace shardscape::simulator {
namespace {

/// Loads within this factor of the mean are even enough not to be called hot.
constexpr double kEven = 1.2;
/// A key below this share of its partition's load does not make it hot.
constexpr double kHotKey = 0.01;
/// Above this a queue of Poisson arrivals is so long that the node counts as overloaded.
constexpr double kOverload = 0.999;

} // namespace

double nodeLoad(const NodeResult& node) {
    return node.expectedUtilisation >= 0 ? node.expectedUtilisation : node.utilisation;
}

bool Hotspot::even() const {
    return shareOverMean <= kEven;
}

bool Hotspot::hasHotKey() const {
    return !key.empty() && keyShare >= kHotKey;
}

Hotspot partitionFacts(const RunResult& run, std::size_t table, std::size_t partition) {
    Hotspot spot;
    if (table >= run.tables.size() || partition >= run.tables[table].partitions.size() || run.nodes.empty())
        return spot;
    const TableResult& of = run.tables[table];
    const PartitionResult& one = of.partitions[partition];
    const NodeResult& node = run.nodes[std::min<std::size_t>(one.node, run.nodes.size() - 1)];
    spot.table = of.name;
    spot.partition = static_cast<std::uint32_t>(partition);
    spot.share = one.share;
    spot.shareOverMean = one.share * static_cast<double>(of.partitions.size());
    spot.node = node.name;
    spot.utilisation = nodeLoad(node);
    spot.overloaded = spot.utilisation > kOverload || node.rejected > 0;
    spot.maxQueue = node.maxQueue;
    if (!one.streams.empty() && one.streams.front().stream < run.streams.size()) {
        const StreamResult& stream = run.streams[one.streams.front().stream];
        spot.pattern = stream.pattern.empty() ? stream.name : stream.pattern;
        spot.patternShare = one.streams.front().share;
    }
    spot.keySpace = one.topKeySpace;
    spot.key = one.topKey;
    spot.keyShare = one.topKey.empty() ? 0 : one.topKeyShare;
    return spot;
}

Hotspot hottestPartition(const RunResult& run) {
    if (run.tables.empty())
        return {};
    const std::size_t table = run.hottestTable();
    return partitionFacts(run, table, run.tables[table].hottest);
}

std::size_t popularityRank(const std::string& key) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
    return error == std::errc{} && end == key.data() + key.size() ? number + 1 : 0;
}

} // namespace shardscape::simulator
