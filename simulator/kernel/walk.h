// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "simulator/cluster/cache_past.h"
#include "simulator/cluster/key_cache.h"
#include "simulator/defences/token_bucket.h"
#include "simulator/kernel/follow_up.h"
#include "simulator/kernel/run_state.h"
#include "simulator/scenario/result.h"

namespace shardscape::simulator {

/// The general way through a run: requests one by one in order of time, beside a queue of what happens later because
/// of an outcome (next steps, cache fills, timeouts, retries). Completions are known at arrival, so nothing is
/// scheduled that might not happen: an attempt that times out is known to when its step begins. What it asked of nodes
/// stays asked; it issues no further step.
class Walk {
public:
    explicit Walk(RunState& state);
    void serve(const Batch& batch);
    /// Does what is due until a time.
    void until(std::int64_t time);
    /// Forgets counts, not state.
    void startMeasuring();

    const std::vector<CacheResult>& caches() const { return m_cacheResults; }
    std::uint64_t cacheHits(std::uint32_t stream) const { return m_streamHits[stream]; }

private:
    /// A request on its way, between two steps.
    struct Pending {
        enum class Do : std::uint8_t { Enter, Attempt, Step, TimedOut, Filled } what = Do::Enter;
        bool measured = false;
        std::uint16_t step = 0;
        std::uint32_t stream = 0;
        std::uint64_t key = 0; ///< of the request; for Filled its identity in the cache
        std::int64_t began = 0;
        std::int64_t deadline = kNever; ///< of the attempt
        std::int64_t workNs = 0;        ///< of nodes, for the attempt
        std::uint32_t retries = 0;      ///< made so far
    };
    void arrive(const Batch& batch, std::size_t i);
    bool answeredByCache(std::int64_t now, const Pending& request);
    bool lookUp(std::size_t cache, const Pending& request, std::int64_t now);
    /// The request is new to the cluster.
    void enter(std::int64_t now, Pending request);
    void attempt(std::int64_t now, Pending request);
    /// The client learns that an attempt failed.
    void fail(std::int64_t now, Pending request, Cause cause);
    bool mayRetry(std::int64_t now, const Pending& request);
    bool late(const Pending& request) const { return m_state.measuring && !request.measured; }
    void follow(std::int64_t now, const Pending& request);
    void step(std::int64_t now, Pending request);
    /// When the slowest partition asked has answered; -1 when a full queue refused.
    std::int64_t ask(std::int64_t now, const Pending& request, const StepPlan& step);
    std::int64_t askPartition(std::int64_t now, const Pending& request, const StepPlan& step, std::uint32_t partition);
    std::int64_t askNode(std::int64_t now, std::uint32_t stream, const StepPlan& step, std::uint32_t node);
    void finish(std::int64_t done, const Pending& request);
    std::int64_t expiry(std::size_t cache, std::int64_t filled) const;
    std::uint64_t identity(const Pending& request) const;

    RunState& m_state;
    const Plan& m_plan;
    std::vector<KeyCache> m_caches;
    std::vector<CachePast> m_past; ///< as m_caches
    std::vector<ServiceSampler> m_hitTimes;
    std::vector<CacheResult> m_cacheResults;
    std::vector<std::uint64_t> m_streamHits;
    FollowUpQueue<Pending> m_followUps;
    std::vector<std::optional<TokenBucket>> m_budgets; ///< by stream
    std::int64_t m_workNs = 0;                         ///< of nodes, since the step began
    // Scratch of ask().
    std::vector<std::int64_t> m_answers;
    std::vector<std::uint32_t> m_chosen;
};

} // namespace shardscape::simulator
