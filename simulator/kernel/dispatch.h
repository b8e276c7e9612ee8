// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "simulator/defences/balancer.h"
#include "simulator/kernel/homes.h"
#include "simulator/kernel/replicas.h"
#include "simulator/kernel/run_state.h"

namespace shardscape::simulator {

/// What the cluster answers, known when it is asked.
struct Answer {
    enum class What : std::uint8_t { Answered, Failed, AskAgain };
    std::int64_t at = 0; ///< when the client knows; kNever: never
    What what = What::Answered;
    Cause cause = Cause::Refused; ///< of Failed

    /// Of two questions asked together: done when both are, failed as soon as one has.
    void add(const Answer& other);
};

/// Sends the work of steps to partitions, replicas and nodes, and knows when answers come: nodes serve first come,
/// first served, and faults are known beforehand.
class Dispatch {
public:
    explicit Dispatch(RunState& state);

    struct Question {
        std::int64_t now;
        std::int64_t deadline; ///< of the attempt; kNever: none
        std::uint64_t key;
        std::uint32_t stream;
        std::int64_t serviceNs = -1; ///< where it has been drawn already
    };
    Answer ask(const Question& question, const StepPlan& step);
    /// One sub-request of a partition that stands for `keys`, a request each.
    Answer askBatch(const Question& question, const StepPlan& step, std::uint32_t partition,
                    std::vector<std::uint64_t> keys);
    Homes& homes() { return m_homes; }
    Replicas& replication() { return m_replicas; }
    const Replicas& replication() const { return m_replicas; }

    /// What the data had to say about questions, since it was last taken.
    struct Notes {
        bool stale = false;
        std::int64_t asOf = kNever; ///< when what was read was up to date, if it was stale
        std::uint64_t misrouted = 0;
    };
    Notes takeNotes() { return std::exchange(m_notes, {}); }

    /// The answer of one replica to one partition's part of a step that others could answer as well.
    struct Open {
        const StepPlan* step;
        std::uint32_t partition;
        std::uint64_t tried; ///< replicas, a bit each (from the 64th on they are not told apart)
        std::int64_t at;
        std::int64_t workNs;
    };
    /// Those of streams that hedge, since they were last cleared.
    std::vector<Open>& open() { return m_open; }
    /// When the last of all other answers since then comes.
    std::int64_t othersAt() const { return m_othersAt; }
    void clearOpen(std::int64_t now) {
        m_open.clear();
        m_othersAt = now;
    }
    /// Asks a further replica; false when there is none. The better answer stays; `wasted` grows by the work of the
    /// other.
    bool askOther(const Question& question, Open& open, bool& won, std::int64_t& wasted);

    /// How long single nodes took, for clients that learn from it; since they were last taken.
    struct Heard {
        std::uint32_t node;
        std::int64_t at;
        std::int64_t took;
    };
    std::vector<Heard>& heard() { return m_heard; }
    Balancer& balancer(std::uint32_t stream) { return m_balancers[stream]; }

    /// Work of nodes since it was last taken, ns.
    std::int64_t takeWork() { return std::exchange(m_workNs, 0); }

    /// A chunk of a rebalancing keeps its sender and its receiver busy.
    void chunk(std::int64_t now, const Moves& moves, const Moves::Transfer& transfer);
    /// A replica of a partition answers from its new node from now on.
    void moved(const Moves& moves, const Moves::Place& place);
    /// Requests that were sent on to where their data had moved, by rebalancing.
    std::vector<std::uint64_t>& redirected() { return m_redirected; }
    const std::vector<std::uint64_t>& redirected() const { return m_redirected; }

    struct Limits {
        std::uint32_t queueLimit = 0;
        std::int64_t waitNs = kNever;
        bool skipLate = false;
    };
    void setLimits(const Limits& limits);

private:
    struct Hang {
        std::int64_t fromNs;
        std::int64_t toNs;
        const StepPlan* step;
        double share;
        std::int64_t hangNs;
        bool holdsServer;
        bool fails;
    };
    void choosePartitions(const Question& question, const StepPlan& step);
    std::uint32_t timesOf(const Question& question, const StepPlan& step);
    std::int64_t misrouted(const Question& question, const StepPlan& step, std::uint64_t key, bool& fails);
    /// Keeps what a write, or finds what a read, of m_keys means for the freshness of replicas.
    void note(const Question& question, const StepPlan& step, std::uint32_t partition, std::int64_t acknowledged,
              std::span<const Versions::Answer> answers, const Replicas::Gap& gap);
    bool compares(const StepPlan& step) const { return step.route != nullptr && m_replicas.compares(step.table); }
    Answer askPartition(const Question& question, const StepPlan& step, std::uint32_t partition);
    void see(const Question& question, const StepPlan& step, std::uint32_t partition);
    Answer askOne(const Question& question, const StepPlan& step, std::uint32_t partition);
    Answer askSeveral(const Question& question, const StepPlan& step, std::uint32_t partition);
    Answer askNode(const Question& question, const StepPlan& step, std::uint32_t node);
    Answer serveOrLose(const Question& question, std::uint32_t node, std::int64_t service);
    std::span<const std::uint32_t> replicas(const StepPlan& step, std::uint32_t partition) const;
    std::int64_t redirectOfKey(const Question& question, const StepPlan& step, std::uint64_t key);
    std::int64_t redirect(const StepPlan& step, std::uint32_t partition, std::uint32_t replica, std::int64_t now);
    std::size_t rebalancingOf(const StepPlan& step) const;
    std::uint32_t chooseReplica(const Question& question, const StepPlan& step, std::span<const std::uint32_t> nodes,
                                std::uint64_t tried);
    bool avoided(std::uint32_t node, std::int64_t now);
    std::int64_t detour(std::uint32_t leader, std::uint32_t asked, std::int64_t now);
    Answer whileDown(const Question& question, const Outage& outage, std::int64_t since) const;
    Answer blocked(const Question& question, const StepPlan& step);
    const Hang* hanging(const Question& question, const StepPlan& step);

    RunState& m_state;
    const Plan& m_plan;
    Homes m_homes;
    Replicas m_replicas;
    std::vector<std::uint64_t> m_keys; ///< of the requests that the sub-request being made stands for
    std::int64_t m_itemsNs = 0;        ///< service time that a batch adds
    Notes m_notes;
    bool m_crashes = false; ///< some node goes down at some time
    bool m_limited = false;
    Limits m_limits;
    std::vector<std::vector<Hang>> m_hangs;          ///< by stream
    const Hang* m_hang = nullptr;                    ///< of the step being asked
    std::vector<Balancer> m_balancers;               ///< by stream
    std::vector<std::uint8_t> m_hedges;              ///< by stream: answers are opened
    std::vector<std::uint8_t> m_learns;              ///< by stream: answers are heard
    std::vector<std::vector<std::uint32_t>> m_nodes; ///< TableLayout::nodes as they are now, by table
    std::vector<std::vector<std::uint8_t>> m_moved;  ///< beside it: has moved; empty where nothing moves
    std::vector<std::uint64_t> m_redirected;
    std::int64_t m_workNs = 0;
    std::int64_t m_othersAt = 0;
    std::vector<Open> m_open;
    std::vector<Heard> m_heard;
    // Scratch.
    std::vector<Versions::Answer> m_answers;
    std::vector<std::uint32_t> m_partitions;
    std::vector<std::uint64_t> m_partitionKeys; ///< as m_partitions, where keys decide
    std::vector<std::uint32_t> m_candidates;
    std::vector<std::uint32_t> m_places;
};

} // namespace shardscape::simulator
