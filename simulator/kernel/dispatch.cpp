// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/dispatch.h"

#include <algorithm>

namespace shardscape::simulator {

void Answer::add(const Answer& other) {
    if (other.what == What::Answered && what == What::Answered)
        at = std::max(at, other.at);
    else if (what == What::Answered || (other.what != What::Answered && other.at < at))
        *this = other;
}

Dispatch::Dispatch(RunState& state)
    : m_state(state)
    , m_plan(state.plan)
    , m_homes(state)
    , m_replicas(state)
    , m_hangs(state.plan.streams.size()) {
    const Scenario& scenario = *m_plan.scenario;
    for (const TableLayout& table : m_plan.tables)
        m_nodes.push_back(table.nodes);
    m_moved.resize(m_plan.tables.size());
    m_redirected.resize(m_plan.moves.size());
    for (const auto& moves : m_plan.moves)
        if (moves->by == MoveBy::Partitions)
            m_moved[moves->table].resize(m_nodes[moves->table].size());
    for (const Node& node : m_state.nodes)
        m_crashes = m_crashes || (node.faults() != nullptr && node.faults()->crashes());
    for (std::uint32_t s = 0; s < m_plan.streams.size(); ++s) {
        const Client& client = scenario.streams[s].client;
        m_balancers.emplace_back();
        m_hedges.push_back(client.hedge ? 1 : 0);
        m_learns.push_back(client.balance == Balance::Adaptive || (client.hedge && client.hedge->quantile > 0) ? 1 : 0);
        for (const Fault& fault : scenario.faults)
            if (const auto* hang = std::get_if<DependencyHangs>(&fault))
                if (std::find(hang->streams.begin(), hang->streams.end(), scenario.streams[s].name) !=
                    hang->streams.end())
                    m_hangs[s].push_back(
                        {toNs(hang->when.fromSeconds), hang->when.toSeconds > 0 ? toNs(hang->when.toSeconds) : kNever,
                         &m_plan.streams[s].steps[hang->step], hang->share,
                         static_cast<std::int64_t>(hang->hangMs * 1e6 + 0.5), hang->holdsServer, hang->fails});
    }
}

void Dispatch::setLimits(const Limits& limits) {
    m_limits = limits;
    m_limited = limits.queueLimit > 0 || limits.waitNs != kNever || limits.skipLate;
}

Answer Dispatch::ask(const Question& question, const StepPlan& step) {
    m_hang = m_hangs[question.stream].empty() ? nullptr : hanging(question, step);
    Answer answer{question.now};
    if (step.plain) {
        const std::uint64_t key =
            step.ownKeys == nullptr ? question.key : step.ownKeys->pick(m_state.traffic.keyRandom(question.stream));
        m_keys.assign(1, key);
        answer = askPartition(question, step, step.route->partition(key));
    } else {
        choosePartitions(question, step);
        if (m_crashes)
            answer = blocked(question, step);
        if (answer.what == Answer::What::Answered)
            for (std::size_t i = 0; i < m_partitions.size(); ++i) {
                if (step.route != nullptr)
                    m_keys.assign(1, m_partitionKeys[i]);
                answer.add(askPartition(question, step, m_partitions[i]));
            }
    }
    if (m_hang != nullptr && m_hang->fails && answer.what == Answer::What::Answered)
        return {answer.at, Answer::What::Failed, Cause::Dependency};
    return answer;
}

std::span<const std::uint32_t> Dispatch::replicas(const StepPlan& step, std::uint32_t partition) const {
    const TableLayout& table = m_plan.tables[step.table];
    return {&m_nodes[step.table][std::size_t{partition - table.first} * table.replicas], table.replicas};
}

Answer Dispatch::askPartition(const Question& question, const StepPlan& step, std::uint32_t partition) {
    m_state.recorder.operation(partition);
    if (m_state.recorder.sightings() != nullptr)
        see(question, step, partition);
    std::int64_t redirect = 0;
    if (!step.misroutes.empty()) {
        bool fails = false;
        redirect = misrouted(question, step, m_keys.front(), fails);
        if (fails)
            return {question.now + redirect, Answer::What::Failed, Cause::Misrouted};
    }
    if (step.moves != nullptr && step.route != nullptr)
        redirect += redirectOfKey(question, step, m_keys.front());
    Answer answer = step.byOne ? askOne(question, step, partition) : askSeveral(question, step, partition);
    if (answer.what != Answer::What::Answered || answer.at == kNever)
        return answer;
    answer.at += step.roundTripNs + redirect;
    if (m_hang != nullptr && !m_hang->holdsServer)
        answer.at += m_hang->hangNs;
    if (m_state.recorder.partitionLatencies())
        m_state.recorder.partitionLatency(partition, answer.at - question.now);
    return answer;
}

/// For those who ask later who heated the partition.
void Dispatch::see(const Question& question, const StepPlan& step, std::uint32_t partition) {
    Sightings& sightings = *m_state.recorder.sightings();
    if (step.route == nullptr)
        return sightings.operation(partition, question.stream);
    const auto index = &step - m_plan.streams[question.stream].steps.data();
    for (const std::uint64_t key : m_keys) {
        sightings.operation(partition, question.stream);
        sightings.key(partition, question.stream, static_cast<std::uint32_t>(index), key);
    }
}

Answer Dispatch::askOne(const Question& question, const StepPlan& step, std::uint32_t partition) {
    const std::span<const std::uint32_t> nodes = replicas(step, partition);
    std::uint32_t chosen = step.firstCandidate;
    if (step.balance != Balance::AsAsked || m_crashes)
        chosen = chooseReplica(question, step, nodes, 0);
    const std::int64_t before = m_workNs;
    Answer answer = askNode(question, step, nodes[chosen]);
    if (answer.what != Answer::What::Answered)
        return answer;
    if (compares(step)) {
        const Versions::Answer only[] = {{chosen, answer.at}};
        note(question, step, partition, answer.at, only, {});
    }
    if (m_crashes && answer.at != kNever)
        answer.at += detour(nodes[0], nodes[chosen], question.now);
    if (!m_moved[step.table].empty() && answer.at != kNever)
        answer.at += redirect(step, partition, chosen, question.now);
    if (m_hedges[question.stream] != 0) {
        const std::int64_t at = answer.at == kNever ? kNever : answer.at + step.roundTripNs;
        if (step.candidates > 1 && m_hang == nullptr)
            m_open.push_back({&step, partition, 1ULL << std::min(chosen, 63U), at, m_workNs - before});
        else
            m_othersAt = std::max(m_othersAt, at);
    }
    return answer;
}

bool Dispatch::askOther(const Question& question, Open& open, bool& won, std::int64_t& wasted) {
    const std::span<const std::uint32_t> nodes = replicas(*open.step, open.partition);
    const std::uint32_t chosen = chooseReplica(question, *open.step, nodes, open.tried);
    const std::uint64_t bit = 1ULL << std::min(chosen, 63U);
    if (chosen < 63 && (open.tried & bit) != 0)
        return false;
    open.tried |= bit;
    const std::int64_t before = m_workNs;
    const Answer answer = askNode(question, *open.step, nodes[chosen]);
    const std::int64_t work = m_workNs - before;
    const bool answered = answer.what == Answer::What::Answered && answer.at != kNever;
    won = answered && answer.at + open.step->roundTripNs < open.at;
    wasted += won ? open.workNs : work;
    if (won) {
        open.at = answer.at + open.step->roundTripNs;
        open.workNs = work;
    }
    return true;
}

Answer Dispatch::askSeveral(const Question& question, const StepPlan& step, std::uint32_t partition) {
    const std::span<const std::uint32_t> nodes = replicas(step, partition);
    const std::uint32_t wanted = step.ask == 0 ? step.candidates : step.ask;
    std::uint32_t start = step.firstCandidate;
    if (wanted < step.candidates && step.balance != Balance::AsAsked)
        start = chooseReplica(question, step, nodes, 0);
    const bool written = m_plan.streams[question.stream].write && compares(step);
    const std::uint32_t spared = step.quorum == 0 ? 1 : 0;
    const Replicas::Gap gap =
        written ? m_replicas.gap(step.table, question.stream, spared, question.now) : Replicas::Gap{};
    m_answers.clear();
    Answer missing{question.now, Answer::What::Failed, Cause::Refused};
    std::uint32_t asked = 0;
    for (std::uint32_t r = 0; r < step.candidates && asked < wanted; ++r) {
        const std::uint32_t at = step.firstCandidate + (start - step.firstCandidate + r) % step.candidates;
        const bool lastHope = asked == 0 && r + 1 == step.candidates;
        if (m_crashes && !lastHope && avoided(nodes[at], question.now))
            continue; // the next one that lives leads
        const bool leads = asked == 0 && step.quorum == 0;
        if (gap.covers(at) && !leads) {
            if (gap.sloppy)
                m_answers.push_back({Replicas::kHint, question.now});
            ++asked;
            continue;
        }
        Answer answer = askNode(question, step, nodes[at]);
        if (answer.what == Answer::What::Answered) {
            if (m_crashes && answer.at != kNever)
                answer.at += detour(nodes[0], nodes[at], question.now);
            if (written && !leads && at != 0 && answer.at != kNever)
                answer.at += m_replicas.lag(step.table, question.stream);
            if (!m_moved[step.table].empty() && answer.at != kNever)
                answer.at += redirect(step, partition, at, question.now);
            m_answers.push_back({at, answer.at});
        } else if (leads) {
            return answer; // the leader failed, so that there is nothing for the others to apply
        } else if (missing.cause == Cause::Refused) {
            missing = answer;
        }
        ++asked;
    }
    if (m_answers.size() < step.quorum) {
        if (written)
            note(question, step, partition, kNever, m_answers, gap);
        return missing;
    }
    const std::size_t last = step.quorum == 0 ? 0 : step.quorum - 1;
    if (step.quorum > 0)
        std::nth_element(m_answers.begin(), m_answers.begin() + static_cast<std::ptrdiff_t>(last), m_answers.end(),
                         [](const Versions::Answer& a, const Versions::Answer& b) { return a.at < b.at; });
    const Answer answer{m_answers[last].at};
    if (written)
        note(question, step, partition, answer.at, m_answers, gap);
    else if (compares(step))
        note(question, step, partition, answer.at, std::span(m_answers).first(last + 1), gap);
    return answer;
}

Answer Dispatch::askNode(const Question& question, const StepPlan& step, std::uint32_t at) {
    std::int64_t service = question.serviceNs;
    if (service < 0)
        service = step.service.pick(m_plan.simple ? m_state.traffic.retryRandom(question.stream)
                                                  : m_state.traffic.serviceRandom(question.stream));
    service += m_itemsNs;
    Node& node = m_state.use(at);
    if (m_hang != nullptr && m_hang->holdsServer)
        service += m_hang->hangNs;
    if (m_limited) {
        const std::int64_t start = node.startOf(question.now);
        if ((m_limits.queueLimit > 0 && node.full(question.now, m_limits.queueLimit)) ||
            start - question.now > m_limits.waitNs) {
            node.reject();
            return {question.now, Answer::What::Failed, Cause::Refused};
        }
        if (m_limits.skipLate && start > question.deadline) {
            node.waitInVain(question.now);
            return {kNever};
        }
    }
    const Answer answer = m_crashes ? serveOrLose(question, at, service)
                                    : Answer{(m_workNs += service, node.serve(question.now, service))};
    if (m_learns[question.stream] != 0 && answer.what == Answer::What::Answered) {
        const std::int64_t known = std::min(answer.at, question.deadline);
        m_heard.push_back({at, known, known - question.now});
    }
    return answer;
}

} // namespace shardscape::simulator
