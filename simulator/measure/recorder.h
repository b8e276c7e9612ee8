// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "simulator/cluster/nodes.h"
#include "simulator/kernel/plan.h"
#include "simulator/measure/histogram.h"
#include "simulator/measure/sightings.h"

namespace shardscape::simulator {

/// Keys whose requests are counted one by one: the most popular ones of each key space, known from the distributions.
/// Runs of neighbouring key numbers, because samplers number keys by popularity.
struct WatchedKeys {
    std::uint64_t first = 0;
    std::uint64_t length = 0;
    std::vector<std::uint64_t> counts;
};

/// What the clients of a stream did and met with.
struct ClientCounts {
    std::uint64_t retries = 0;
    std::uint64_t hedges = 0;
    std::uint64_t hedgeWins = 0;
    std::uint64_t timeouts = 0;                  ///< attempts that got no answer in time
    std::array<std::uint64_t, kCauses> errors{}; ///< requests that failed in the end, by cause
    std::int64_t workNs = 0;                     ///< of nodes, for all attempts
    std::int64_t wastedNs = 0;                   ///< for attempts whose answer nobody used
    void add(const ClientCounts& other);
    std::uint64_t allErrors() const;
};

/// What the data layer did with the requests of a stream.
struct DataCounts {
    std::uint64_t coalesced = 0; ///< waited for another one's fetch
    std::uint64_t batches = 0;   ///< sub-requests that stood for several requests, or could have
    std::uint64_t misrouted = 0; ///< sub-requests that reached a wrong partition first
    std::uint64_t stale = 0;     ///< answered with older data than was acknowledged
    void add(const DataCounts& other);
};

/// Counts what happens: latencies and errors of each stream, operations of each partition, per window and in total.
/// Totals leave the warm-up out; the series does not.
class Recorder {
public:
    Recorder(const Plan& plan, std::uint32_t watchedKeys, bool byPartition = false);

    void latency(std::uint32_t stream, std::int64_t ns) { m_window[stream].latency.add(ns); }
    void latencies(std::uint32_t stream, std::span<const std::int64_t> ns) { m_window[stream].latency.add(ns); }
    /// Of requests that came during the warm-up and end after it: for the series alone.
    void lateLatency(std::uint32_t stream, std::int64_t ns) { m_carried[stream].latency.add(ns); }
    ClientCounts& clients(std::uint32_t stream, bool late) { return (late ? m_carried : m_window)[stream].clients; }
    DataCounts& data(std::uint32_t stream, bool late) { return (late ? m_carried : m_window)[stream].data; }
    void operation(std::uint32_t partition) { ++m_windowOperations[partition]; }
    /// Who asks, where loads do not follow from popularity; null where they do.
    Sightings* sightings() { return m_sightings.get(); }
    const Sightings* sightings() const { return m_sightings.get(); }
    void operations(std::uint32_t partition, std::uint32_t count) { m_windowOperations[partition] += count; }
    void request(std::uint32_t stream, std::uint64_t key) {
        for (WatchedKeys& watched : m_watched[stream])
            if (key - watched.first < watched.length) {
                ++watched.counts[key - watched.first];
                return;
            }
    }
    /// All of one stream.
    void requests(std::uint32_t stream, std::span<const std::uint64_t> keys);

    /// From the arrival of an operation at its partition until its answer; measured ones alone.
    bool partitionLatencies() const { return !m_partitionLatency.empty(); }
    void partitionLatency(std::uint32_t partition, std::int64_t ns) {
        ++m_partitionLatency[std::size_t{partition} * Histogram::kBuckets +
                             Histogram::bucket(static_cast<std::uint64_t>(ns))];
    }
    std::vector<std::uint32_t> takePartitionLatencies() { return std::move(m_partitionLatency); }
    std::span<const std::uint32_t> partitionLatency(std::uint32_t partition) const {
        return std::span(m_partitionLatency).subspan(std::size_t{partition} * Histogram::kBuckets, Histogram::kBuckets);
    }

    /// From here on totals count.
    void startMeasuring();
    /// Ends the window that began where the last one ended; `busyNs` is what each node had worked by then, `used` are
    /// those that were ever asked for anything.
    void closeWindow(std::int64_t toNs, std::vector<Node>& nodes, std::span<const std::uint32_t> used,
                     const std::vector<std::int64_t>& busyNs);

    const Histogram& total(std::uint32_t stream) const { return m_total[stream].latency; }
    const ClientCounts& clients(std::uint32_t stream) const { return m_total[stream].clients; }
    const DataCounts& data(std::uint32_t stream) const { return m_total[stream].data; }
    const std::vector<std::uint64_t>& operations() const { return m_totalOperations; }
    /// Measured requests of a stream for a watched key.
    std::uint64_t requests(std::uint32_t stream, std::uint64_t key) const;
    const std::vector<WatchedKeys>& watched(std::uint32_t stream) const { return m_watched[stream]; }
    Window& lastWindow() { return m_series.back(); }
    const std::vector<Window>& series() const { return m_series; }
    std::vector<Window> takeSeries() { return std::move(m_series); }

private:
    struct StreamCounts {
        Histogram latency;
        ClientCounts clients;
        DataCounts data;
        void moveTo(StreamCounts& other);
    };
    Window summary(std::int64_t toNs, std::vector<Node>& nodes, std::span<const std::uint32_t> used,
                   const std::vector<std::int64_t>& busyNs);

    const Plan& m_plan;
    std::vector<StreamCounts> m_window;
    std::vector<StreamCounts> m_carried; ///< what the current window saw of requests that totals leave out
    std::vector<StreamCounts> m_total;
    std::vector<std::uint32_t> m_windowOperations;
    std::vector<std::uint32_t> m_carriedOperations;
    std::vector<std::uint64_t> m_totalOperations;
    std::vector<std::uint32_t> m_partitionLatency;   ///< [partition][bucket]; empty: not wanted
    std::vector<std::vector<WatchedKeys>> m_watched; ///< by stream: runs that any stream of its key space watches
    std::vector<std::int64_t> m_busy;                ///< of each node at the end of the last window
    std::int64_t m_fromNs = 0;
    std::vector<Window> m_series;
    std::unique_ptr<Sightings> m_sightings;
};

} // namespace shardscape::simulator
