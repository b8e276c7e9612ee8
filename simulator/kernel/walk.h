// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "simulator/defences/token_bucket.h"
#include "simulator/kernel/cache_front.h"
#include "simulator/kernel/follow_up.h"
#include "simulator/kernel/pending.h"
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
    /// Does what requests that came have still to do; what was to happen by itself later on does not.
    void drain();
    /// Forgets counts, not state.
    void startMeasuring();

    const CacheFront& caches() const { return m_caches; }

private:
    void arrive(const Batch& batch, std::size_t i);
    /// Asks the caches in front of a request, level after level.
    void lookUp(std::int64_t now, Pending request);
    /// A request failed for good, and with it those that waited for its answer.
    void giveUp(std::int64_t now, const Pending& request, Cause cause);
    /// The answer of a request is known to the caches, and to those that waited for it.
    void fill(std::int64_t now, const Pending& request);
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
    /// Counts of the clients that a request belongs to.
    ClientCounts& clients(const Pending& request);

    RunState& m_state;
    const Plan& m_plan;
    CacheFront m_caches;
    bool m_draining = false;
    ClientCounts m_nobody; ///< of reads that warm caches up
    FollowUpQueue<Pending> m_followUps;
    std::vector<std::optional<TokenBucket>> m_budgets; ///< by stream
    std::int64_t m_workNs = 0;                         ///< of nodes, since the step began
    // Scratch of ask().
    std::vector<std::int64_t> m_answers;
    std::vector<std::uint32_t> m_chosen;
};

} // namespace shardscape::simulator
