// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/hotspot.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace shardscape::app {
namespace {

/// Loads within this factor of the mean are even enough not to be called hot.
constexpr double kEven = 1.2;
/// Above this a queue of Poisson arrivals is so long that the node counts as overloaded.
constexpr double kOverload = 0.999;

double nodeLoad(const simulator::NodeResult& node) {
    return node.expectedUtilisation >= 0 ? node.expectedUtilisation : node.utilisation;
}

std::string percent(double share) {
    return share < 0.0995 ? fmt::format("{:.1f} %", share * 100) : fmt::format("{:.0f} %", share * 100);
}

std::string describe(const Hotspot& spot) {
    std::string text = fmt::format("Partition {} of {} takes {:.3g} times the load of an average one", spot.partition,
                                   spot.table, spot.shareOverMean);
    if (!spot.pattern.empty())
        text += fmt::format(": {} of it is {}", percent(spot.patternShare), spot.pattern);
    if (!spot.key.empty())
        text += fmt::format(", {} the one key {}", percent(spot.keyShare), spot.key);
    text += ". ";
    text += spot.overloaded
                ? fmt::format("Its node {} is offered {:.2f} times what it can serve, so its queue grows without end.",
                              spot.node, spot.utilisation)
                : fmt::format("Its node {} is {} busy.", spot.node, percent(spot.utilisation));
    return text;
}

} // namespace

std::string keyWords(const std::string& space, const std::string& key) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
    const bool numbered = error == std::errc{} && end == key.data() + key.size();
    const std::string word = numbered ? fmt::format("#{}", number + 1) : key;
    return space.empty() ? word : space + " " + word;
}

Hotspot findHotspot(const simulator::RunResult& run) {
    Hotspot spot;
    if (run.tables.empty() || run.nodes.empty())
        return spot;
    const simulator::TableResult& table = run.tables[run.hottestTable()];
    if (table.hottest >= table.partitions.size())
        return spot;
    const simulator::PartitionResult& partition = table.partitions[table.hottest];
    const simulator::NodeResult& node = run.nodes[std::min<std::size_t>(partition.node, run.nodes.size() - 1)];
    spot.table = table.name.empty() ? "the table" : table.name;
    spot.partition = table.hottest;
    spot.shareOverMean = partition.share * static_cast<double>(table.partitions.size());
    spot.node = node.name;
    spot.utilisation = nodeLoad(node);
    spot.overloaded = spot.utilisation > kOverload || node.rejected > 0;
    if (!partition.streams.empty() && partition.streams.front().stream < run.streams.size()) {
        const simulator::StreamResult& stream = run.streams[partition.streams.front().stream];
        spot.pattern = stream.pattern.empty() ? stream.name : stream.pattern;
        spot.patternShare = partition.streams.front().share;
    }
    if (!partition.topKey.empty()) {
        spot.key = keyWords(partition.topKeySpace, partition.topKey);
        spot.keyShare = partition.topKeyShare;
    }
    if (spot.overloaded || spot.shareOverMean > kEven)
        spot.text = describe(spot);
    return spot;
}

} // namespace shardscape::app
