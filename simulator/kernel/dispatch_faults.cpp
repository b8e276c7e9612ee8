// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// The part of Dispatch that knows of nodes that are down and of dependencies that hang.
#include <algorithm>

#include "simulator/kernel/dispatch.h"

namespace shardscape::simulator {

/// The node is known to be down: nobody asks it.
bool Dispatch::avoided(std::uint32_t node, std::int64_t now) {
    NodeFaults* faults = m_state.nodes[node].faults();
    if (!m_crashes || faults == nullptr)
        return false;
    const Outage& outage = faults->outage(now);
    return outage.fromNs <= now && outage.failoverNs <= now;
}

/// The position of a replica that is not known to be down and not tried yet; one that is when there is no other.
std::uint32_t Dispatch::chooseReplica(const Question& question, const StepPlan& step,
                                      std::span<const std::uint32_t> nodes, std::uint64_t tried) {
    m_candidates.clear();
    m_places.clear();
    for (std::uint32_t r = step.firstCandidate; r < nodes.size(); ++r) {
        const bool isTried = r < 63 && (tried >> r & 1U) != 0;
        if (isTried || avoided(nodes[r], question.now))
            continue;
        m_candidates.push_back(nodes[r]);
        m_places.push_back(r);
    }
    if (m_candidates.empty())
        return step.firstCandidate;
    Random& random =
        step.ask > 0 ? m_state.traffic.touchRandom(question.stream) : m_state.traffic.balanceRandom(question.stream);
    return m_places[m_balancers[question.stream].choose(step.balance, question.now, m_candidates, m_state.nodes,
                                                        random)];
}

/// The network time on top while another replica answers for a leader that is known to be down.
std::int64_t Dispatch::detour(std::uint32_t leader, std::uint32_t asked, std::int64_t now) {
    return asked != leader && avoided(leader, now) ? m_state.nodes[leader].faults()->outage(now).movedRoundTripNs : 0;
}

/// What a request meets with at a node that is down (since == now), or that goes down with it.
Answer Dispatch::whileDown(const Question& question, const Outage& outage, std::int64_t since) const {
    const Answer failed{since, Answer::What::Failed, Cause::Down};
    switch (outage.clients) {
    case WhenDown::Refused: return failed;
    case WhenDown::Silent:
        if (question.deadline != kNever)
            return {kNever}; // which the client will not wait for
        return outage.toNs == kNever ? failed : Answer{outage.toNs, Answer::What::Failed, Cause::Down};
    case WhenDown::Wait: break;
    }
    const std::int64_t led = outage.failoverNs > question.now ? std::min(outage.failoverNs, outage.toNs) : outage.toNs;
    return led == kNever ? failed : Answer{std::max(led, since), Answer::What::AskAgain, Cause::Down};
}

Answer Dispatch::serveOrLose(const Question& question, std::uint32_t at, std::int64_t service) {
    Node& node = m_state.use(at);
    if (node.faults() == nullptr || !node.faults()->crashes()) {
        m_workNs += service;
        return {node.serve(question.now, service)};
    }
    const Outage& outage = node.faults()->outage(question.now);
    if (outage.fromNs <= question.now)
        return whileDown(question, outage, question.now);
    m_workNs += service;
    const Node::Served served = node.serveUntilCrash(question.now, service);
    return served.lost ? whileDown(question, outage, served.at) : Answer{served.at};
}

/// Whether clients would wait for a leader of one of the partitions in m_partitions; then none is asked yet.
Answer Dispatch::blocked(const Question& question, const StepPlan& step) {
    for (const std::uint32_t partition : m_partitions) {
        const std::span<const std::uint32_t> nodes = replicas(step, partition);
        const bool anyLives =
            std::any_of(nodes.begin(), nodes.end(), [&](std::uint32_t node) { return !avoided(node, question.now); });
        NodeFaults* faults = m_state.nodes[nodes[0]].faults();
        if (faults == nullptr || (anyLives && avoided(nodes[0], question.now)))
            continue;
        const Outage& outage = faults->outage(question.now);
        if (outage.fromNs <= question.now && outage.clients == WhenDown::Wait)
            return whileDown(question, outage, question.now);
    }
    return {question.now};
}

const Dispatch::Hang* Dispatch::hanging(const Question& question, const StepPlan& step) {
    const Hang* found = nullptr;
    for (const Hang& hang : m_hangs[question.stream])
        if (hang.step == &step && question.now >= hang.fromNs && question.now < hang.toNs &&
            m_state.traffic.dependencyRandom(question.stream).unit() < hang.share)
            found = &hang;
    return found;
}

} // namespace shardscape::simulator
