// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/moment.h"

#include <algorithm>
#include <numeric>

namespace shardscape::simulator {
namespace {

const std::vector<std::uint32_t>* countsOf(const RunResult& run, std::size_t table, std::size_t window) {
    if (table >= run.tables.size() || window >= run.series.size() || table >= run.series[window].operations.size())
        return nullptr;
    return &run.series[window].operations[table];
}

/// Share of a partition's load by stream in the window, as weights that need not add up to one.
double weightAt(const RunResult& run, const StreamShare& share, const Window& window) {
    if (share.stream >= run.streams.size() || share.stream >= window.streams.size())
        return 0;
    const StreamResult& whole = run.streams[share.stream];
    const WindowStream& now = window.streams[share.stream];
    const auto asked = static_cast<double>(whole.count + whole.errors);
    return asked > 0 ? share.share * static_cast<double>(now.count + now.errors) / asked : 0;
}

void weighPatterns(const RunResult& run, const PartitionResult& partition, const Window& window, Hotspot& spot) {
    double sum = 0;
    double most = 0;
    for (const StreamShare& share : partition.streams) {
        const double weight = weightAt(run, share, window);
        sum += weight;
        if (weight <= most)
            continue;
        most = weight;
        const StreamResult& stream = run.streams[share.stream];
        spot.pattern = stream.pattern.empty() ? stream.name : stream.pattern;
    }
    if (sum > 0)
        spot.patternShare = most / sum;
}

} // namespace

std::optional<std::size_t> busiestAt(const RunResult& run, std::size_t table, std::size_t window) {
    const std::vector<std::uint32_t>* counts = countsOf(run, table, window);
    if (counts == nullptr || counts->empty())
        return std::nullopt;
    const auto busiest = static_cast<std::size_t>(std::max_element(counts->begin(), counts->end()) - counts->begin());
    const auto& partitions = run.tables[table].partitions;
    // A partition is counted in the run floor(partition * runs / partitions).
    const auto first = [&](std::size_t index) {
        return (index * partitions.size() + counts->size() - 1) / counts->size();
    };
    std::size_t found = first(busiest);
    for (std::size_t p = found; p < first(busiest + 1) && p < partitions.size(); ++p)
        if (partitions[p].share > partitions[found].share)
            found = p;
    return found;
}

Hotspot momentFacts(const RunResult& run, std::size_t table, std::size_t partition, std::size_t window) {
    const std::vector<std::uint32_t>* counts = countsOf(run, table, window);
    Hotspot spot = partitionFacts(run, table, partition);
    spot.share = spot.shareOverMean = 0;
    if (counts == nullptr || counts->empty() || partition >= run.tables[table].partitions.size())
        return spot;
    const Window& now = run.series[window];
    const double all = std::accumulate(counts->begin(), counts->end(), 0.0);
    const std::size_t partitions = run.tables[table].partitions.size();
    const std::size_t index = partition * counts->size() / partitions;
    const auto first = [&](std::size_t i) { return (i * partitions + counts->size() - 1) / counts->size(); };
    if (all > 0) {
        spot.share = (*counts)[index] / all / static_cast<double>(first(index + 1) - first(index));
        spot.shareOverMean = spot.share * static_cast<double>(partitions);
    }
    const PartitionResult& one = run.tables[table].partitions[partition];
    if (one.node < now.nodeUtilisation.size()) {
        spot.utilisation = now.nodeUtilisation[one.node];
        spot.maxQueue = now.nodeMaxQueue[one.node];
        spot.overloaded = false; // what is offered beyond a full node is not known for a window
    }
    weighPatterns(run, one, now, spot);
    return spot;
}

} // namespace shardscape::simulator
