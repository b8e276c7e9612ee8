// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "simulator/cluster/batches.h"
#include "simulator/kernel/cache_front.h"
#include "simulator/kernel/clients.h"
#include "simulator/kernel/dispatch.h"
#include "simulator/kernel/event_stage.h"
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
    /// When the next follow-up is due; kNever when there is none.
    std::int64_t nextDue() const { return m_followUps.empty() ? kNever : m_followUps.nextTime(); }
    /// Of requests that BatchPath serves: all of them have come, and the clients of one will give up.
    void hurried(const Batch& batch);
    void givenUp(const Batch& batch, std::size_t i);
    /// Does what requests that came have still to do; what was to happen by itself later on does not.
    void drain();
    /// Forgets counts, not state.
    void startMeasuring();

    const CacheFront& caches() const { return m_caches; }
    EventStage& events() { return m_events; }
    const EventStage& events() const { return m_events; }
    const Replicas& replicas() const { return m_dispatch.replication(); }
    /// Requests that a rebalancing has sent on.
    std::uint64_t redirected(std::size_t rebalancing) const { return m_dispatch.redirected()[rebalancing]; }

    std::vector<BreakerTally> breakers(std::int64_t now) const; ///< by stream

private:
    /// Answers of one step that wait for a hedge.
    struct HedgeSet {
        std::int64_t others = 0; ///< when the last of all other answers comes
        std::vector<Dispatch::Open> open;
    };
    /// A request that waits for its batch.
    struct Held {
        Pending request;
        std::uint64_t key; ///< of the step
    };
    void follow(std::int64_t now, const Pending& request);
    void arrive(const Batch& batch, std::size_t i);
    /// Asks the caches in front of a request, level after level.
    void lookUp(std::int64_t now, Pending request);
    /// The request is new to the cluster.
    void enter(std::int64_t now, Pending request);
    void attempt(std::int64_t now, Pending request);
    void step(std::int64_t now, Pending request);
    /// The step's outcome is known: the next step, the end, or another try.
    void proceed(std::int64_t now, const Answer& answer, Pending& request, std::uint16_t firstStep);
    /// Whether some answer comes late enough to ask another replica for it.
    bool hedgeLater(std::int64_t now, const Answer& answer, Pending request);
    void hedge(std::int64_t now, Pending request);
    void finish(std::int64_t done, const Pending& request);
    /// The answer of a request is known to the caches, and to those that waited for it.
    void fill(std::int64_t now, const Pending& request);
    /// The rest of a request becomes an event, and the client has its answer.
    void enqueue(std::int64_t now, Pending request);
    /// Free consumers take what waits.
    void consume(std::int64_t now, std::uint16_t queue);
    /// The work of an event is over.
    void consumed(std::int64_t now, Pending event, bool done);
    /// The request waits for others that ask the same partition.
    void hold(std::int64_t now, const Pending& request);
    void askTogether(std::int64_t now, std::uint64_t place);
    /// Takes what the data had to say about the questions of a request.
    void takeNotes(Pending& request);
    /// The client learns that an attempt failed.
    void fail(std::int64_t now, Pending request, Cause cause);
    bool mayRetry(std::int64_t now, const Pending& request, Cause cause);
    /// A request failed for good, and with it those that waited for its answer.
    void giveUp(std::int64_t now, const Pending& request, Cause cause);
    /// The client is through with the request; whoever waits for its place is next.
    void leave(std::int64_t now, const Pending& request);
    void hear(const Pending& told);
    /// A chunk of a rebalancing goes over the wire, and the next one is on its way.
    void sendChunk(std::int64_t now, Pending due);
    /// Limits and timeouts as they are from now on.
    void changeSettings(std::int64_t now);
    bool late(const Pending& request) const { return m_state.measuring && !request.measured; }
    /// Counts of the clients that a request belongs to.
    ClientCounts& clients(const Pending& request);

    RunState& m_state;
    const Plan& m_plan;
    CacheFront m_caches;
    bool m_draining = false;
    ClientCounts m_nobody; ///< of reads that warm caches up, and of consumers
    EventStage m_events;
    FollowUpQueue<Pending> m_followUps;
    Dispatch m_dispatch;
    std::vector<ClientState> m_clients; ///< by stream
    std::vector<HedgeSet> m_hedgeSets;
    Batches<Held> m_held; ///< by stream, step and partition
    std::vector<std::uint32_t> m_unusedSets;
};

} // namespace shardscape::simulator
