// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/walk.h"

#include <algorithm>

#include "simulator/defences/backoff.h"

namespace shardscape::simulator {

Walk::Walk(RunState& state)
    : m_state(state)
    , m_plan(state.plan)
    , m_caches(state) {
    for (const Pending& read : m_caches.warmUps())
        m_followUps.push(read.began, read);
    const std::vector<Fault>& faults = m_plan.scenario->faults;
    for (std::size_t i = 0; i < faults.size(); ++i)
        if (const auto* flush = std::get_if<CacheFlush>(&faults[i])) {
            Pending due;
            due.what = Pending::Do::Flush;
            due.key = i;
            m_followUps.push(toNs(flush->atSeconds), due);
        }
    for (const Stream& stream : m_plan.scenario->streams) {
        const std::optional<RetryBudget>& budget = stream.client.budget;
        m_budgets.push_back(budget ? std::optional(TokenBucket(budget->burst, budget->perSecond)) : std::nullopt);
    }
}

void Walk::startMeasuring() {
    m_caches.startMeasuring();
}

void Walk::serve(const Batch& batch) {
    for (std::size_t i = 0; i < batch.size; ++i) {
        until(batch.time[i]);
        arrive(batch, i);
    }
}

void Walk::arrive(const Batch& batch, std::size_t i) {
    Pending request;
    request.measured = m_state.measuring;
    request.stream = batch.stream[i];
    request.key = batch.key[i];
    request.began = batch.time[i];
    if (m_state.measuring)
        m_state.recorder.request(request.stream, request.key);
    const StreamPlan& stream = m_plan.streams[request.stream];
    if (stream.caches.empty())
        return enter(request.began, request);
    request.copy = m_caches.drawCopy(request.stream);
    if (stream.write)
        return enter(request.began, request);
    lookUp(request.began, request);
}

void Walk::lookUp(std::int64_t now, Pending request) {
    const std::size_t levels = m_plan.streams[request.stream].caches.size();
    while (request.level < levels) {
        std::int64_t took = 0;
        switch (m_caches.lookUp(request, now, took)) {
        case CacheFront::Found::Wait: return;
        case CacheFront::Found::Hit: return finish(now + took, request);
        case CacheFront::Found::Miss: break;
        }
        if (took > 0) {
            request.what = request.level < levels ? Pending::Do::LookUp : Pending::Do::Enter;
            return m_followUps.push(now + took, request);
        }
    }
    enter(now, request);
}

ClientCounts& Walk::clients(const Pending& request) {
    return request.warms >= 0 ? m_nobody : m_state.recorder.clients(request.stream, late(request));
}

void Walk::enter(std::int64_t now, Pending request) {
    if (m_draining && request.warms >= 0)
        return;
    if (m_budgets[request.stream])
        m_budgets[request.stream]->add(m_plan.streams[request.stream].client.spec->budget->ratio);
    attempt(now, request);
}

void Walk::attempt(std::int64_t now, Pending request) {
    request.what = Pending::Do::Step;
    const ClientPlan& client = m_plan.streams[request.stream].client;
    if (client.active) {
        request.step = 0;
        request.workNs = 0;
        const std::int64_t end = client.deadlineNs == kNever ? kNever : request.began + client.deadlineNs;
        request.deadline = client.timeoutNs == kNever ? end : std::min(end, now + client.timeoutNs);
    }
    step(now, request);
}

bool Walk::mayRetry(std::int64_t now, const Pending& request) {
    const ClientPlan& client = m_plan.streams[request.stream].client;
    if (!client.active || request.retries >= client.spec->retries.limit)
        return false;
    return !m_budgets[request.stream] || m_budgets[request.stream]->take(now);
}

void Walk::fail(std::int64_t now, Pending request, Cause cause) {
    const ClientPlan& client = m_plan.streams[request.stream].client;
    ClientCounts& counts = clients(request);
    counts.workNs += request.workNs;
    counts.wastedNs += request.workNs;
    counts.timeouts += cause == Cause::TimedOut ? 1 : 0;
    const bool over = client.deadlineNs != kNever && now >= request.began + client.deadlineNs;
    if (over || !mayRetry(now, request)) {
        return giveUp(now, request, cause);
    }
    ++counts.retries;
    const std::int64_t wait =
        backoffNs(client.spec->retries, ++request.retries, m_state.traffic.retryRandom(request.stream));
    request.what = Pending::Do::Attempt;
    if (wait == 0)
        attempt(now, request);
    else
        m_followUps.push(now + wait, request);
}

void Walk::giveUp(std::int64_t now, const Pending& request, Cause cause) {
    ++clients(request).errors[static_cast<std::size_t>(cause)];
    for (const Pending& waiter : m_caches.land(request))
        giveUp(now, waiter, cause);
}

void Walk::step(std::int64_t now, Pending request) {
    const StreamPlan& stream = m_plan.streams[request.stream];
    std::int64_t done = now;
    m_workNs = 0;
    request.asOf = now;
    bool refused = false;
    do {
        const StepPlan& step = stream.steps[request.step];
        const std::int64_t answered = ask(now, request, step);
        refused = answered < 0;
        done = std::max(done, answered + step.roundTripNs);
    } while (!refused && ++request.step < stream.steps.size() && stream.steps[request.step].beside);
    request.workNs += m_workNs;
    if (refused) {
        fail(now, request, Cause::Refused);
    } else if (done > request.deadline) {
        request.what = Pending::Do::TimedOut;
        m_followUps.push(request.deadline, request);
    } else if (request.step < stream.steps.size()) {
        m_followUps.push(done, request);
    } else {
        finish(done, request);
    }
}

void Walk::finish(std::int64_t done, const Pending& request) {
    if (request.warms < 0) {
        if (late(request))
            m_state.recorder.lateLatency(request.stream, done - request.began);
        else
            m_state.recorder.latency(request.stream, done - request.began);
        m_state.recorder.data(request.stream, late(request)).stale += request.stale ? 1 : 0;
    }
    clients(request).workNs += request.workNs;
    // A hit in the first cache leaves nothing to fill; a write tells all of them.
    const StreamPlan& stream = m_plan.streams[request.stream];
    if (request.level == 0 && request.warms < 0 && (!stream.write || stream.caches.empty()))
        return;
    Pending filled = request;
    filled.what = Pending::Do::Filled;
    m_followUps.push(done, filled);
}

void Walk::fill(std::int64_t now, const Pending& request) {
    m_caches.filled(request, now);
    for (Pending waiter : m_caches.land(request)) {
        const std::int64_t deadline = m_plan.streams[waiter.stream].client.deadlineNs;
        if (deadline != kNever && now > waiter.began + deadline) {
            ++clients(waiter).timeouts;
            giveUp(now, waiter, Cause::TimedOut);
            continue;
        }
        waiter.asOf = request.asOf;
        waiter.stale = request.stale;
        finish(now, waiter);
    }
}

std::int64_t Walk::ask(std::int64_t now, const Pending& request, const StepPlan& step) {
    const TableLayout& table = m_plan.tables[step.table];
    if (step.touch.kind == Touch::Kind::One) {
        const std::uint64_t key =
            step.ownKeys == nullptr ? request.key : step.ownKeys->pick(m_state.traffic.keyRandom(request.stream));
        return askPartition(now, request, step, step.route->partition(key));
    }
    std::int64_t slowest = now;
    bool refused = false;
    const auto also = [&](std::uint32_t partition) {
        const std::int64_t done = askPartition(now, request, step, table.first + partition);
        refused = refused || done < 0;
        slowest = std::max(slowest, done);
    };
    if (step.touch.kind == Touch::Kind::All) {
        for (std::uint32_t p = 0; p < table.partitions; ++p)
            also(p);
        return refused ? -1 : slowest;
    }
    // Floyd's way to k different ones of n.
    m_chosen.clear();
    Random& random = m_state.traffic.touchRandom(request.stream);
    for (std::uint32_t n = table.partitions - step.touch.sample; n < table.partitions; ++n) {
        const auto drawn = static_cast<std::uint32_t>(random.below(n + 1));
        const bool taken = std::find(m_chosen.begin(), m_chosen.end(), drawn) != m_chosen.end();
        m_chosen.push_back(taken ? n : drawn);
    }
    for (std::uint32_t p : m_chosen)
        also(p);
    return refused ? -1 : slowest;
}

std::int64_t Walk::askPartition(std::int64_t now, const Pending& request, const StepPlan& step,
                                std::uint32_t partition) {
    m_state.recorder.operation(partition);
    const TableLayout& table = m_plan.tables[step.table];
    const std::uint32_t* nodes = &table.nodes[std::size_t{partition - table.first} * table.replicas];
    if (!step.toAllReplicas)
        return askNode(now, request.stream, step, nodes[0]);
    m_answers.clear();
    const std::uint32_t asked = step.ask == 0 ? table.replicas : step.ask;
    const std::uint32_t skipped = step.from == AskFrom::Followers ? 1 : 0;
    const std::uint32_t candidates = table.replicas - skipped;
    const bool draws = asked < candidates && step.from != AskFrom::First;
    const std::uint64_t start = draws ? m_state.traffic.touchRandom(request.stream).below(candidates) : 0;
    for (std::uint32_t r = 0; r < asked; ++r) {
        const std::int64_t done = askNode(now, request.stream, step, nodes[skipped + (start + r) % candidates]);
        if (r == 0 && step.quorum == 0 && done < 0)
            return -1; // the first replica refused, so that there is nothing for the others to apply
        if (done >= 0)
            m_answers.push_back(done);
    }
    if (step.quorum == 0)
        return m_answers.front();
    if (m_answers.size() < step.quorum)
        return -1;
    std::nth_element(m_answers.begin(), m_answers.begin() + (step.quorum - 1), m_answers.end());
    return m_answers[step.quorum - 1];
}

std::int64_t Walk::askNode(std::int64_t now, std::uint32_t stream, const StepPlan& step, std::uint32_t node) {
    const std::int64_t service = step.service.pick(m_state.traffic.serviceRandom(stream));
    const std::uint32_t limit = m_plan.scenario->queueLimit;
    if (limit > 0 && m_state.nodes[node].full(now, limit)) {
        m_state.nodes[node].reject();
        return -1;
    }
    m_workNs += service;
    return m_state.nodes[node].serve(now, service);
}

void Walk::until(std::int64_t time) {
    while (!m_followUps.empty() && m_followUps.nextTime() <= time) {
        const auto [now, request] = m_followUps.pop();
        follow(now, request);
    }
}

void Walk::drain() {
    m_draining = true;
    until(kNever);
}

void Walk::follow(std::int64_t now, const Pending& request) {
    switch (request.what) {
    case Pending::Do::Step: return step(now, request);
    case Pending::Do::Enter: return enter(now, request);
    case Pending::Do::Attempt: return attempt(now, request);
    case Pending::Do::TimedOut: return fail(now, request, Cause::TimedOut);
    case Pending::Do::LookUp: return lookUp(now, request);
    case Pending::Do::Filled: return fill(now, request);
    case Pending::Do::Flush:
        return m_caches.flush(std::get<CacheFlush>(m_plan.scenario->faults[static_cast<std::size_t>(request.key)]));
    }
}

} // namespace shardscape::simulator
