// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <stop_token>
#include <vector>

#include "simulator/cluster/cache_past.h"
#include "simulator/cluster/lru_cache.h"
#include "simulator/cluster/nodes.h"
#include "simulator/kernel/follow_up.h"
#include "simulator/kernel/plan.h"
#include "simulator/kernel/run.h"
#include "simulator/measure/recorder.h"
#include "simulator/traffic/arrivals.h"

namespace shardscape::simulator {

/// Requests in order of arrival, one column for each thing known about them.
struct Batch {
    static constexpr std::size_t kMost = 4096;
    std::vector<std::int64_t> time = std::vector<std::int64_t>(kMost);
    std::vector<std::uint32_t> stream = std::vector<std::uint32_t>(kMost);
    std::vector<std::uint64_t> key = std::vector<std::uint64_t>(kMost);
    std::vector<std::uint32_t> partition = std::vector<std::uint32_t>(kMost);
    std::vector<std::int64_t> service = std::vector<std::int64_t>(kMost);
    std::size_t size = 0;
};

/// Draws the requests of all streams in blocks and merges them by time (at the same time, by position of the stream).
class Traffic {
public:
    Traffic(const Plan& plan, std::uint32_t replication);
    /// The next requests that arrive before `limitNs`, at most `most` and Batch::kMost.
    void next(Batch& batch, std::int64_t limitNs, std::uint64_t most);
    /// When the next request arrives; kNever after the last.
    std::int64_t nextTime();
    Random& serviceRandom(std::uint32_t stream) { return m_sources[stream].service; }
    Random& touchRandom(std::uint32_t stream) { return m_sources[stream].touch; }
    Random& cacheRandom(std::uint32_t stream) { return m_sources[stream].cacheHit; }
    Random& keyRandom(std::uint32_t stream) { return m_sources[stream].keys; }

private:
    struct Source {
        ArrivalSource arrivals;
        Random keys;
        Random service;
        Random touch;
        Random cacheHit;
        std::vector<std::int64_t> times;
        std::vector<std::uint64_t> keyNumbers;
        std::vector<std::uint32_t> partitions;
        std::vector<std::int64_t> services;
        std::size_t at = 0;
    };
    struct Head {
        std::int64_t time;
        std::uint32_t stream;
        bool operator<(const Head& other) const {
            return time < other.time || (time == other.time && stream < other.stream);
        }
    };
    void refill(std::uint32_t stream);
    void sinkTop();

    const Plan& m_plan;
    std::size_t m_block; ///< draws made at once for a stream; many streams get smaller blocks to spare memory
    std::vector<Source> m_sources;
    std::vector<Head> m_heads; ///< a heap, earliest first
};

/// One run: owns every piece of changing state.
class Engine {
public:
    Engine(const Plan& plan, const RunOptions& options);
    /// False when it was asked to stop.
    bool run(const std::stop_token& stop, ProgressSink& progress);

    const Recorder& recorder() const { return m_recorder; }
    Recorder& recorder() { return m_recorder; }
    const std::vector<Node>& nodes() const { return m_nodes; }
    std::uint64_t requests() const { return m_requests; }
    std::int64_t endNs() const { return m_endNs; }
    std::int64_t measuredFromNs() const { return m_measuredFromNs; }
    /// Server time of a node between the end of the warm-up and the last arrival.
    std::int64_t measuredBusyNs(std::size_t node) const { return m_busyAtEnd[node] - m_busyAtStart[node]; }
    const std::vector<CacheResult>& caches() const { return m_cacheResults; }
    std::uint64_t cacheHits(std::uint32_t stream) const { return m_streamHits[stream]; }

private:
    /// A request on its way, between two steps.
    struct Pending {
        enum class Do : std::uint8_t { Step, Filled } what = Do::Step;
        bool measured = false;
        std::uint16_t step = 0;
        std::uint32_t stream = 0;
        std::uint64_t key = 0; ///< of the request; for Filled its identity in the cache
        std::int64_t began = 0;
    };
    void serveBatch();
    void walkBatch();
    void arrive(std::size_t i);
    bool answeredByCache(std::int64_t now, const Pending& request);
    bool lookUp(std::size_t cache, const Pending& request, std::int64_t now);
    void step(std::int64_t now, Pending request);
    /// When the slowest partition asked has answered; -1 when a full queue refused.
    std::int64_t ask(std::int64_t now, const Pending& request, const StepPlan& step);
    std::int64_t askPartition(std::int64_t now, const Pending& request, const StepPlan& step, std::uint32_t partition);
    std::int64_t askNode(std::int64_t now, std::uint32_t stream, const StepPlan& step, std::uint32_t node);
    void finish(std::int64_t done, const Pending& request);
    void followUpsUntil(std::int64_t time);
    void startMeasuring(std::int64_t now);
    void closeWindow(std::int64_t now, ProgressSink& progress);
    std::vector<std::int64_t> busyUntil(std::int64_t now) const; ///< of each node
    std::uint64_t identity(const Pending& request) const;

    const Plan& m_plan;
    Traffic m_traffic;
    Recorder m_recorder;
    std::vector<Node> m_nodes;
    std::vector<LruCache> m_caches;
    std::vector<CachePast> m_past; ///< as m_caches
    std::vector<ServiceSampler> m_hitTimes;
    std::vector<CacheResult> m_cacheResults;
    std::vector<std::uint64_t> m_streamHits;
    FollowUpQueue<Pending> m_followUps;
    Batch m_batch;
    bool m_measuring = true;
    std::uint64_t m_requests = 0;
    std::int64_t m_endNs = 0;
    std::int64_t m_measuredFromNs = 0;
    std::vector<std::int64_t> m_busyAtStart;
    std::vector<std::int64_t> m_busyAtEnd;
    // Scratch of serveBatch() and ask().
    std::vector<std::uint32_t> m_nodeEnds;
    std::vector<std::int64_t> m_sortedTimes;
    std::vector<std::int64_t> m_sortedServices;
    std::vector<std::uint32_t> m_sortedStreams;
    std::vector<std::int64_t> m_answers;
    std::vector<std::uint32_t> m_chosen;
};

} // namespace shardscape::simulator
