// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/walk.h"

#include <algorithm>

#include "simulator/defences/backoff.h"

namespace shardscape::simulator {

Walk::Walk(RunState& state)
    : m_state(state)
    , m_plan(state.plan)
    , m_streamHits(state.plan.streams.size()) {
    for (const Cache& cache : m_plan.scenario->caches) {
        m_caches.emplace_back(cache.capacityKeys);
        m_past.emplace_back(cache);
        m_hitTimes.emplace_back(cache.hit);
        m_cacheResults.push_back({cache.name, 0, 0, 0});
    }
    for (const Stream& stream : m_plan.scenario->streams) {
        const std::optional<RetryBudget>& budget = stream.client.budget;
        m_budgets.push_back(budget ? std::optional(TokenBucket(budget->burst, budget->perSecond)) : std::nullopt);
    }
}

void Walk::startMeasuring() {
    for (CacheResult& cache : m_cacheResults)
        cache.lookups = cache.hits = 0;
    std::fill(m_streamHits.begin(), m_streamHits.end(), 0);
}

void Walk::serve(const Batch& batch) {
    for (std::size_t i = 0; i < batch.size; ++i) {
        until(batch.time[i]);
        arrive(batch, i);
    }
}

void Walk::arrive(const Batch& batch, std::size_t i) {
    const Pending request{Pending::Do::Enter, m_state.measuring, 0, batch.stream[i], batch.key[i], batch.time[i]};
    if (m_state.measuring)
        m_state.recorder.request(request.stream, request.key);
    const StreamPlan& stream = m_plan.streams[request.stream];
    if (stream.cache >= 0 && !stream.write && answeredByCache(batch.time[i], request))
        return;
    enter(batch.time[i], request);
}

std::uint64_t Walk::identity(const Pending& request) const {
    return KeySpaces::identity(m_plan.scenario->streams[request.stream].keys, request.key);
}

std::int64_t Walk::expiry(std::size_t cache, std::int64_t filled) const {
    const double ttl = m_plan.scenario->caches[cache].ttlSeconds;
    return ttl > 0 ? filled + toNs(ttl) : KeyCache::kForever;
}

bool Walk::lookUp(std::size_t cache, const Pending& request, std::int64_t now) {
    Random& random = m_state.traffic.cacheRandom(request.stream);
    if (m_past[cache].fixedHitRatio() > 0)
        return random.unit() < m_past[cache].fixedHitRatio();
    const std::uint64_t key = identity(request);
    if (m_caches[cache].lookup(key, now))
        return true;
    const double seconds = static_cast<double>(now) / kNsPerSecond;
    if (!m_past[cache].matters(seconds))
        return false;
    const double rate = m_plan.cachedRate(request.stream, request.key);
    const std::optional<double> age = m_past[cache].heldFor(key, rate, seconds, random);
    if (!age)
        return false;
    m_caches[cache].insert(key, now - toNs(*age), expiry(cache, now - toNs(*age)));
    return true;
}

/// True when the request needs nothing more now: it was answered, or its first step waits for the lookup to end.
bool Walk::answeredByCache(std::int64_t now, const Pending& request) {
    const auto cache = static_cast<std::size_t>(m_plan.streams[request.stream].cache);
    const bool hit = lookUp(cache, request, now);
    const std::int64_t took = m_hitTimes[cache].pick(m_state.traffic.cacheRandom(request.stream));
    ++m_cacheResults[cache].lookups;
    if (hit) {
        ++m_cacheResults[cache].hits;
        ++m_streamHits[request.stream];
        m_state.recorder.latency(request.stream, took);
        return true;
    }
    if (took == 0)
        return false;
    m_followUps.push(now + took, request);
    return true;
}

void Walk::enter(std::int64_t now, Pending request) {
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
    ClientCounts& counts = m_state.recorder.clients(request.stream, late(request));
    counts.workNs += request.workNs;
    counts.wastedNs += request.workNs;
    counts.timeouts += cause == Cause::TimedOut ? 1 : 0;
    const bool over = client.deadlineNs != kNever && now >= request.began + client.deadlineNs;
    if (over || !mayRetry(now, request)) {
        ++counts.errors[static_cast<std::size_t>(cause)];
        return;
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

void Walk::step(std::int64_t now, Pending request) {
    const StreamPlan& stream = m_plan.streams[request.stream];
    std::int64_t done = now;
    m_workNs = 0;
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
    if (late(request))
        m_state.recorder.lateLatency(request.stream, done - request.began);
    else
        m_state.recorder.latency(request.stream, done - request.began);
    m_state.recorder.clients(request.stream, late(request)).workNs += request.workNs;
    if (m_plan.streams[request.stream].cache < 0)
        return;
    Pending filled = request;
    filled.what = Pending::Do::Filled;
    m_followUps.push(done, filled);
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

void Walk::follow(std::int64_t now, const Pending& request) {
    switch (request.what) {
    case Pending::Do::Step: return step(now, request);
    case Pending::Do::Enter: return enter(now, request);
    case Pending::Do::Attempt: return attempt(now, request);
    case Pending::Do::TimedOut: return fail(now, request, Cause::TimedOut);
    case Pending::Do::Filled: break;
    }
    const StreamPlan& stream = m_plan.streams[request.stream];
    KeyCache& cache = m_caches[static_cast<std::size_t>(stream.cache)];
    if (stream.write) {
        cache.erase(identity(request));
        m_past[static_cast<std::size_t>(stream.cache)].drop(identity(request));
    } else {
        cache.insert(identity(request), now, expiry(static_cast<std::size_t>(stream.cache), now));
    }
}

} // namespace shardscape::simulator
