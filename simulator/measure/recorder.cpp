// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/measure/recorder.h"

#include <algorithm>
#include <numeric>

#include "simulator/measure/expected.h"

namespace shardscape::simulator {

namespace {

constexpr std::uint32_t kMostHeatRows = 1024;
constexpr double kNsPerMs = 1e6;

void addRun(std::vector<WatchedKeys>& runs, const KeySampler& keys, std::uint64_t top) {
    const auto [first, length] = keys.runOfTop(top);
    for (const WatchedKeys& run : runs)
        if (first >= run.first && first + length <= run.first + run.length)
            return;
    runs.push_back({first, length, std::vector<std::uint64_t>(length)});
}

} // namespace

void ClientCounts::add(const ClientCounts& other) {
    retries += other.retries;
    hedges += other.hedges;
    hedgeWins += other.hedgeWins;
    timeouts += other.timeouts;
    for (std::size_t i = 0; i < errors.size(); ++i)
        errors[i] += other.errors[i];
    workNs += other.workNs;
    wastedNs += other.wastedNs;
}

void DataCounts::add(const DataCounts& other) {
    coalesced += other.coalesced;
    stale += other.stale;
    batches += other.batches;
    misrouted += other.misrouted;
}

std::uint64_t ClientCounts::allErrors() const {
    return std::accumulate(errors.begin(), errors.end(), std::uint64_t{0});
}

void Recorder::StreamCounts::moveTo(StreamCounts& other) {
    other.latency.add(latency);
    other.clients.add(clients);
    other.data.add(data);
    latency.clear();
    clients = {};
    data = {};
}

Recorder::Recorder(const Plan& plan, std::uint32_t watchedKeys, bool byPartition)
    : m_plan(plan)
    , m_window(plan.streams.size())
    , m_carried(plan.streams.size())
    , m_total(plan.streams.size())
    , m_windowOperations(plan.partitions)
    , m_carriedOperations(plan.partitions)
    , m_totalOperations(plan.partitions)
    , m_partitionLatency(byPartition ? std::size_t{plan.partitions} * Histogram::kBuckets : 0)
    , m_busy(plan.nodes.size()) {
    for (std::size_t i = 0; i < plan.streams.size(); ++i) {
        std::vector<WatchedKeys> runs;
        for (std::size_t j = 0; j < plan.streams.size(); ++j)
            if (sameNumbering(plan.scenario->streams[i].keys, plan.scenario->streams[j].keys))
                addRun(runs, *plan.streams[j].keys, watchedKeys);
        m_watched.push_back(std::move(runs));
    }
    if (!loadsAreKnown(plan))
        m_sightings = std::make_unique<Sightings>(plan);
}

std::uint64_t Recorder::requests(std::uint32_t stream, std::uint64_t key) const {
    for (const WatchedKeys& watched : m_watched[stream])
        if (key - watched.first < watched.length)
            return watched.counts[key - watched.first];
    return 0;
}

void Recorder::requests(std::uint32_t stream, std::span<const std::uint64_t> keys) {
    std::vector<WatchedKeys>& runs = m_watched[stream];
    if (runs.size() != 1) {
        for (const std::uint64_t key : keys)
            request(stream, key);
        return;
    }
    // Popular keys come and go without a pattern that a processor could foresee: those that are not watched are
    // counted, too, behind the others.
    WatchedKeys& watched = runs.front();
    watched.counts.resize(watched.length + 1);
    std::uint64_t* const counts = watched.counts.data();
    for (const std::uint64_t key : keys)
        ++counts[std::min(key - watched.first, watched.length)];
}

void Recorder::startMeasuring() {
    for (std::size_t i = 0; i < m_window.size(); ++i)
        m_window[i].moveTo(m_carried[i]);
    for (std::size_t i = 0; i < m_windowOperations.size(); ++i)
        m_carriedOperations[i] += std::exchange(m_windowOperations[i], 0);
    for (StreamCounts& total : m_total) {
        total.latency.clear();
        total.clients = {};
        total.data = {};
    }
    std::fill(m_totalOperations.begin(), m_totalOperations.end(), 0);
    std::fill(m_partitionLatency.begin(), m_partitionLatency.end(), 0);
    for (std::vector<WatchedKeys>& runs : m_watched)
        for (WatchedKeys& watched : runs)
            std::fill(watched.counts.begin(), watched.counts.end(), 0);
    if (m_sightings)
        m_sightings->startMeasuring();
}

void Recorder::closeWindow(std::int64_t toNs, std::vector<Node>& nodes, std::span<const std::uint32_t> used,
                           const std::vector<std::int64_t>& busyNs) {
    // Totals take what was measured; the window then gets back what came before measuring began.
    for (std::size_t i = 0; i < m_window.size(); ++i) {
        m_total[i].latency.add(m_window[i].latency);
        m_total[i].clients.add(m_window[i].clients);
        m_total[i].data.add(m_window[i].data);
        m_carried[i].moveTo(m_window[i]);
    }
    for (std::size_t i = 0; i < m_windowOperations.size(); ++i) {
        m_totalOperations[i] += m_windowOperations[i];
        m_windowOperations[i] += std::exchange(m_carriedOperations[i], 0);
    }
    std::int64_t busiest = -1;
    if (toNs > m_fromNs) {
        m_series.push_back(summary(toNs, nodes, used, busyNs));
        const std::vector<double>& busy = m_series.back().nodeUtilisation;
        busiest = std::max_element(busy.begin(), busy.end()) - busy.begin();
    }
    if (m_sightings)
        m_sightings->closeWindow(busiest);
    for (StreamCounts& window : m_window) {
        window.latency.clear();
        window.clients = {};
        window.data = {};
    }
    std::fill(m_windowOperations.begin(), m_windowOperations.end(), 0);
    m_fromNs = toNs;
}

Window Recorder::summary(std::int64_t toNs, std::vector<Node>& nodes, std::span<const std::uint32_t> used,
                         const std::vector<std::int64_t>& busyNs) {
    const auto lengthNs = static_cast<double>(toNs - m_fromNs);
    Window window{static_cast<double>(m_fromNs) / kNsPerSecond, lengthNs / kNsPerSecond, {}, {}, {}, {}};
    for (const StreamCounts& counts : m_window) {
        const std::uint64_t count = counts.latency.total();
        const std::uint64_t errors = counts.clients.allErrors();
        window.streams.push_back({count, errors, static_cast<double>(count + errors) / window.seconds,
                                  counts.latency.meanNs() / kNsPerMs, counts.latency.quantileNs(0.5) / kNsPerMs,
                                  counts.latency.quantileNs(0.99) / kNsPerMs, counts.clients.retries,
                                  counts.clients.hedges, counts.clients.timeouts, counts.data.coalesced,
                                  counts.data.stale, 0});
    }
    window.nodeUtilisation.resize(nodes.size());
    window.nodeMaxQueue.resize(nodes.size());
    for (const std::uint32_t i : used) {
        window.nodeUtilisation[i] = static_cast<double>(busyNs[i] - m_busy[i]) / lengthNs / nodes[i].servers();
        window.nodeMaxQueue[i] = static_cast<std::uint32_t>(nodes[i].takeWindowMaxQueue());
    }
    m_busy = busyNs;
    for (const TableLayout& table : m_plan.tables) {
        const std::uint32_t rows = std::min(table.partitions, kMostHeatRows);
        std::vector<std::uint32_t> heat(rows);
        for (std::uint64_t p = 0; p < table.partitions; ++p)
            heat[p * rows / table.partitions] += m_windowOperations[table.first + p];
        window.operations.push_back(std::move(heat));
    }
    return window;
}

} // namespace shardscape::simulator
