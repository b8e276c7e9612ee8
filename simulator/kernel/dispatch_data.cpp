// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// The part of Dispatch that knows where keys live, how often they are asked for, and how fresh replicas are.
#include <algorithm>

#include "model/placement/hashes.h"
#include "simulator/kernel/dispatch.h"

namespace shardscape::simulator {

std::uint32_t Dispatch::timesOf(const Question& question, const StepPlan& step) {
    if (step.fanOut == nullptr)
        return 1;
    if (!step.fanOut->byKey())
        return step.fanOut->pick(m_state.traffic.touchRandom(question.stream));
    const bool newestLast = m_plan.scenario->streams[question.stream].keys.kind == KeyKind::Latest;
    const std::uint64_t count = m_plan.streams[question.stream].keys->count();
    return step.fanOut->ofRank(newestLast ? count - 1 - question.key : question.key, count);
}

/// The partitions that a step asks, into m_partitions; where keys decide, those into m_partitionKeys.
void Dispatch::choosePartitions(const Question& question, const StepPlan& step) {
    m_partitions.clear();
    m_partitionKeys.clear();
    const std::uint32_t times = timesOf(question, step);
    for (std::uint32_t i = 0; i < times; ++i) {
        if (step.route == nullptr) {
            const std::vector<std::uint32_t>& homes = m_homes.ofTouch(step, question.stream, question.now);
            m_partitions.insert(m_partitions.end(), homes.begin(), homes.end());
            continue;
        }
        const std::uint64_t key =
            step.ownKeys == nullptr ? question.key : step.ownKeys->pick(m_state.traffic.keyRandom(question.stream));
        const std::vector<std::uint32_t>& homes = m_homes.ofKey(step, question.stream, key, question.now);
        m_partitions.insert(m_partitions.end(), homes.begin(), homes.end());
        m_partitionKeys.insert(m_partitionKeys.end(), homes.size(), key);
    }
}

Answer Dispatch::askBatch(const Question& question, const StepPlan& step, std::uint32_t partition,
                          std::vector<std::uint64_t> keys) {
    m_hang = m_hangs[question.stream].empty() ? nullptr : hanging(question, step);
    m_keys = std::move(keys);
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        m_itemsNs += step.item->pick(m_state.traffic.serviceRandom(question.stream));
        if (i > 0)
            m_state.recorder.operation(partition);
    }
    const Answer answer = askPartition(question, step, partition);
    m_itemsNs = 0;
    if (m_hang != nullptr && m_hang->fails && answer.what == Answer::What::Answered)
        return {answer.at, Answer::What::Failed, Cause::Dependency};
    return answer;
}

/// How long a wrong partition has a request before the right one gets it: 0 when clients are right. The right one is
/// asked at once and its answer comes so much later, so that nodes see requests in order of time.
std::int64_t Dispatch::misrouted(const Question& question, const StepPlan& step, std::uint64_t key, bool& fails) {
    const TableLayout& table = m_plan.tables[step.table];
    for (const Misroute& wrong : step.misroutes) {
        if (question.now < wrong.fromNs || question.now >= wrong.toNs)
            continue;
        const std::uint32_t taken = wrong.route->partition(key);
        if (taken == step.route->partition(key) - table.first)
            continue;
        ++m_notes.misrouted;
        const std::uint32_t node = table.nodes[std::size_t{taken % table.partitions} * table.replicas];
        const std::int64_t service = wrong.redirect.pick(m_state.traffic.serviceRandom(question.stream));
        const Answer redirect = serveOrLose(question, node, service);
        fails = wrong.fails || redirect.what != Answer::What::Answered || redirect.at == kNever;
        return redirect.at == kNever ? 0 : redirect.at - question.now;
    }
    return 0;
}

void Dispatch::note(const Question& question, const StepPlan& step, std::uint32_t partition, std::int64_t acknowledged,
                    std::span<const Versions::Answer> answers, const Replicas::Gap& gap) {
    for (const std::uint64_t key : m_keys) {
        std::uint64_t identity = KeySpaces::identity(*step.keySpec, key);
        if (step.spread != nullptr)
            identity ^= model::mix64(partition + 1); // each of its homes has versions of its own
        if (m_plan.streams[question.stream].write) {
            m_replicas.wrote(step.table, identity, question.now, acknowledged, answers, gap);
        } else if (const auto missed = m_replicas.missed(step.table, identity, question.now, answers)) {
            m_notes.stale = true;
            m_notes.asOf = std::min(m_notes.asOf, *missed - 1);
        }
    }
}

} // namespace shardscape::simulator
