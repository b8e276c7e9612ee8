// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/walk.h"

#include <algorithm>

#include "simulator/defences/backoff.h"

namespace shardscape::simulator {

Walk::Walk(RunState& state)
    : m_state(state)
    , m_plan(state.plan)
    , m_caches(state)
    , m_events(state)
    , m_dispatch(state) {
    for (const StreamPlan& stream : m_plan.streams)
        m_clients.emplace_back(stream.client);
    changeSettings(0);
    for (const Pending& read : m_caches.warmUps())
        m_followUps.push(read.began, read);
    const std::vector<Fault>& faults = m_plan.scenario->faults;
    for (std::size_t i = 0; i < faults.size(); ++i) {
        Pending due;
        due.key = i;
        if (const auto* flush = std::get_if<CacheFlush>(&faults[i])) {
            due.what = Pending::Do::Flush;
            m_followUps.push(toNs(flush->atSeconds), due);
        }
        if (const auto* setting = std::get_if<WrongSetting>(&faults[i])) {
            due.what = Pending::Do::Setting;
            m_followUps.push(toNs(setting->when.fromSeconds), due);
            if (setting->when.toSeconds > 0)
                m_followUps.push(toNs(setting->when.toSeconds), due);
        }
    }
    for (std::size_t i = 0; i < m_plan.moves.size(); ++i) {
        const Moves& moves = *m_plan.moves[i];
        Pending due;
        due.key = i;
        for (due.slot = 0; due.slot < moves.transfers.size(); ++due.slot) {
            due.what = Pending::Do::Chunk;
            if (moves.transfers[due.slot].chunks > 0)
                m_followUps.push(moves.chunkAt(moves.transfers[due.slot], 0), due);
        }
        for (due.slot = 0; due.slot < moves.places.size(); ++due.slot) {
            due.what = Pending::Do::Moved;
            m_followUps.push(moves.places[due.slot].atNs, due);
        }
    }
}

void Walk::sendChunk(std::int64_t now, Pending due) {
    const Moves& moves = *m_plan.moves[static_cast<std::size_t>(due.key)];
    const Moves::Transfer& transfer = moves.transfers[due.slot];
    if (m_draining)
        return;
    m_dispatch.chunk(now, moves, transfer);
    if (static_cast<std::uint64_t>(++due.began) < transfer.chunks)
        m_followUps.push(moves.chunkAt(transfer, static_cast<std::uint64_t>(due.began)), due);
}

void Walk::startMeasuring() {
    m_caches.startMeasuring();
    m_events.startMeasuring();
    m_dispatch.replication().startMeasuring();
    std::fill(m_dispatch.redirected().begin(), m_dispatch.redirected().end(), 0);
}

std::vector<BreakerTally> Walk::breakers(std::int64_t now) const {
    std::vector<BreakerTally> tallies(m_clients.size());
    for (std::size_t i = 0; i < m_clients.size(); ++i)
        if (const auto& breaker = m_clients[i].breaker)
            tallies[i] = {breaker->timesOpened(), breaker->openUntil(now)};
    return tallies;
}

void Walk::serve(const Batch& batch) {
    for (std::size_t i = 0; i < batch.size; ++i) {
        until(batch.time[i]);
        arrive(batch, i);
    }
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
    case Pending::Do::LookUp: return lookUp(now, request);
    case Pending::Do::Enter: return enter(now, request);
    case Pending::Do::Attempt: return attempt(now, request);
    case Pending::Do::Step: return step(now, request);
    case Pending::Do::Hedge: return hedge(now, request);
    case Pending::Do::TimedOut: return fail(now, request, Cause::TimedOut);
    case Pending::Do::Failed: return fail(now, request, request.cause);
    case Pending::Do::Done:
        if (m_clients[request.stream].breaker)
            m_clients[request.stream].breaker->tell(now, request.epoch, true);
        return leave(now, request);
    case Pending::Do::Filled: return fill(now, request);
    case Pending::Do::Heard: return hear(request);
    case Pending::Do::Setting: return changeSettings(now);
    case Pending::Do::Applied: return consumed(now, request, true);
    case Pending::Do::Undone: return consumed(now, request, false);
    case Pending::Do::Again: m_events.again(request); return consume(now, static_cast<std::uint16_t>(request.queue));
    case Pending::Do::BatchDue:
        if (m_held.holds(request.key, static_cast<std::uint64_t>(request.began)))
            askTogether(now, request.key);
        return;
    case Pending::Do::Chunk: return sendChunk(now, request);
    case Pending::Do::Moved: {
        const Moves& moves = *m_plan.moves[static_cast<std::size_t>(request.key)];
        return m_dispatch.moved(moves, moves.places[request.slot]);
    }
    case Pending::Do::Flush:
        return m_caches.flush(std::get<CacheFlush>(m_plan.scenario->faults[static_cast<std::size_t>(request.key)]));
    }
}

void Walk::arrive(const Batch& batch, std::size_t i) {
    Pending request;
    request.measured = m_state.measuring;
    request.stream = batch.stream[i];
    request.key = batch.key[i];
    request.began = batch.time[i];
    if (m_plan.simple)
        request.serviceNs = batch.service[i];
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
    return request.warms >= 0 || request.queue >= 0 ? m_nobody
                                                    : m_state.recorder.clients(request.stream, late(request));
}

void Walk::hurried(const Batch& batch) {
    for (ClientState& client : m_clients)
        if (client.budget)
            for (std::size_t i = 0; i < batch.size; ++i)
                if (&client == &m_clients[batch.stream[i]])
                    client.budget->add(client.spec->budget->ratio);
}

void Walk::givenUp(const Batch& batch, std::size_t i) {
    Pending request;
    request.what = Pending::Do::TimedOut;
    request.measured = m_state.measuring;
    request.stream = batch.stream[i];
    request.key = batch.key[i];
    request.began = batch.time[i];
    request.deadline = request.began + m_plan.streams[request.stream].client.patienceNs();
    request.workNs = batch.service[i];
    m_followUps.push(request.deadline, request);
}

void Walk::enter(std::int64_t now, Pending request) {
    if (request.warms >= 0) {
        if (!m_draining)
            attempt(now, request);
        return;
    }
    ClientState& client = m_clients[request.stream];
    if (client.budget)
        client.budget->add(client.spec->budget->ratio);
    request.inside = client.listens;
    if (client.admission) {
        using Told = AdmissionQueue<Pending>::Told;
        const Told told = client.admission->arrive(request);
        request.inside = told == Told::Enter;
        if (told == Told::Leave)
            giveUp(now, request, Cause::Crowded);
        if (told != Told::Enter)
            return;
    }
    attempt(now, request);
}

void Walk::attempt(std::int64_t now, Pending request) {
    ClientState& client = m_clients[request.stream];
    if (client.active && request.warms < 0) {
        request.step = 0;
        request.workNs = 0;
        const std::int64_t end = client.deadlineNs == kNever ? kNever : request.began + client.deadlineNs;
        request.deadline = client.timeoutNs == kNever ? end : std::min(end, now + client.timeoutNs);
        if (client.breaker) {
            if (!client.breaker->allow(now))
                return fail(now, request, Cause::BreakerOpen);
            request.epoch = client.breaker->epoch();
        }
        if (client.limiter && !client.limiter->take(now))
            return fail(now, request, Cause::RateLimited);
    }
    request.what = Pending::Do::Step;
    request.stale = false;
    step(now, request);
}

void Walk::step(std::int64_t now, Pending request) {
    const StreamPlan& stream = m_plan.streams[request.stream];
    const std::uint16_t firstStep = request.step;
    if (stream.steps[firstStep].queue >= 0 && request.queue < 0)
        return enqueue(now, request);
    if (stream.write || firstStep == 0)
        request.asOf = now;
    if (stream.steps[firstStep].batching != nullptr)
        return hold(now, request);
    const Dispatch::Question question{now, request.deadline, request.key, request.stream, request.serviceNs};
    const bool hedges = m_clients[request.stream].delay.has_value();
    if (hedges)
        m_dispatch.clearOpen(now);
    Answer all = m_dispatch.ask(question, stream.steps[request.step]);
    while (++request.step < stream.steps.size() && stream.steps[request.step].beside &&
           (all.what == Answer::What::Answered || all.at > now))
        all.add(m_dispatch.ask(question, stream.steps[request.step]));
    request.workNs += m_dispatch.takeWork();
    takeNotes(request);
    for (const Dispatch::Heard& heard : m_dispatch.heard()) {
        Pending told;
        told.what = Pending::Do::Heard;
        told.stream = request.stream;
        told.key = heard.node;
        told.workNs = heard.took;
        m_followUps.push(heard.at, told);
    }
    m_dispatch.heard().clear();
    if (!hedges || !hedgeLater(now, all, request))
        proceed(now, all, request, firstStep);
}

void Walk::proceed(std::int64_t now, const Answer& answer, Pending& request, std::uint16_t firstStep) {
    if (answer.at > request.deadline) {
        request.what = Pending::Do::TimedOut;
        m_followUps.push(request.deadline, request);
    } else if (answer.what == Answer::What::AskAgain) {
        request.what = Pending::Do::Step;
        request.step = firstStep;
        m_followUps.push(answer.at, request);
    } else if (answer.what == Answer::What::Failed) {
        request.what = Pending::Do::Failed;
        request.cause = answer.cause;
        if (answer.at <= now)
            fail(now, request, answer.cause);
        else
            m_followUps.push(answer.at, request);
    } else if (request.step < m_plan.streams[request.stream].steps.size()) {
        request.what = Pending::Do::Step;
        m_followUps.push(answer.at, request);
    } else {
        finish(answer.at, request);
    }
}

void Walk::finish(std::int64_t done, const Pending& request) {
    if (request.queue >= 0) {
        Pending event = request;
        event.what = Pending::Do::Applied;
        return m_followUps.push(done, event);
    }
    if (request.warms < 0) {
        if (late(request))
            m_state.recorder.lateLatency(request.stream, done - request.began);
        else
            m_state.recorder.latency(request.stream, done - request.began);
        m_state.recorder.data(request.stream, late(request)).stale += request.stale ? 1 : 0;
    }
    clients(request).workNs += request.workNs;
    if (request.inside) {
        Pending next = request;
        next.what = Pending::Do::Done;
        m_followUps.push(done, next);
    }
    // A hit in the first cache leaves nothing to fill; a write tells all of them, when it is applied.
    const StreamPlan& stream = m_plan.streams[request.stream];
    if (request.level == 0 && request.warms < 0 && (!stream.write || stream.caches.empty() || stream.queuedFrom >= 0))
        return;
    Pending next = request;
    next.what = Pending::Do::Filled;
    m_followUps.push(done, next);
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

void Walk::fail(std::int64_t now, Pending request, Cause cause) {
    if (request.queue >= 0) {
        request.what = Pending::Do::Undone;
        return m_followUps.push(now, request);
    }
    ClientState& client = m_clients[request.stream];
    ClientCounts& tally = clients(request);
    tally.workNs += request.workNs;
    tally.wastedNs += request.workNs;
    tally.timeouts += cause == Cause::TimedOut ? 1 : 0;
    if (client.breaker && cause != Cause::BreakerOpen && cause != Cause::RateLimited)
        client.breaker->tell(now, request.epoch, false);
    if (mayRetry(now, request, cause)) {
        const std::int64_t wait =
            backoffNs(client.spec->retries, ++request.retries, m_state.traffic.retryRandom(request.stream));
        if (client.deadlineNs == kNever || now + wait < request.began + client.deadlineNs) {
            ++tally.retries;
            request.what = Pending::Do::Attempt;
            request.serviceNs = -1;
            if (wait == 0)
                attempt(now, request);
            else
                m_followUps.push(now + wait, request);
            return;
        }
    }
    giveUp(now, request, cause);
}

bool Walk::mayRetry(std::int64_t now, const Pending& request, Cause cause) {
    ClientState& client = m_clients[request.stream];
    if (!client.active || request.warms >= 0 || request.retries >= client.spec->retries.limit ||
        !contains(client.spec->retries.on, cause))
        return false;
    if (client.deadlineNs != kNever && now >= request.began + client.deadlineNs)
        return false;
    return !client.budget || client.budget->take(now);
}

void Walk::giveUp(std::int64_t now, const Pending& request, Cause cause) {
    ++clients(request).errors[static_cast<std::size_t>(cause)];
    for (const Pending& waiter : m_caches.land(request))
        giveUp(now, waiter, cause);
    leave(now, request);
}

void Walk::leave(std::int64_t now, const Pending& request) {
    ClientState& client = m_clients[request.stream];
    if (!client.admission || !request.inside)
        return;
    while (std::optional<Pending> next = client.admission->leave()) {
        next->inside = true;
        if (client.deadlineNs == kNever || now < next->began + client.deadlineNs)
            return attempt(now, *next);
        next->inside = false; // it gave up while it waited; its place is free again
        giveUp(now, *next, Cause::TimedOut);
    }
}

void Walk::hear(const Pending& told) {
    ClientState& client = m_clients[told.stream];
    if (client.delay && client.delay->learns())
        client.delay->tell(told.workNs);
    if (client.spec->balance == Balance::Adaptive)
        m_dispatch.balancer(told.stream).tell(static_cast<std::uint32_t>(told.key), told.workNs);
}

void Walk::changeSettings(std::int64_t now) {
    const Scenario& scenario = *m_plan.scenario;
    const auto ns = [](double ms) { return ms > 0 ? static_cast<std::int64_t>(ms * 1e6 + 0.5) : kNever; };
    Dispatch::Limits limits{scenario.queueLimit, ns(scenario.queueWaitMs), scenario.skipLate};
    for (std::size_t i = 0; i < m_clients.size(); ++i) {
        m_clients[i].timeoutNs = m_plan.streams[i].client.timeoutNs;
        if (m_clients[i].limiter)
            m_clients[i].limiter->setRate(now, m_clients[i].spec->rateLimit->perSecond);
    }
    for (const Fault& fault : scenario.faults) {
        const auto* wrong = std::get_if<WrongSetting>(&fault);
        if (wrong == nullptr || now < toNs(wrong->when.fromSeconds) ||
            (wrong->when.toSeconds > 0 && now >= toNs(wrong->when.toSeconds)))
            continue;
        limits.queueLimit = wrong->queueLimit.value_or(limits.queueLimit);
        limits.waitNs = wrong->queueWaitMs ? ns(*wrong->queueWaitMs) : limits.waitNs;
        for (std::size_t i = 0; i < m_clients.size(); ++i) {
            if (!wrong->streams.empty() && std::find(wrong->streams.begin(), wrong->streams.end(),
                                                     scenario.streams[i].name) == wrong->streams.end())
                continue;
            if (wrong->timeoutMs)
                m_clients[i].timeoutNs = ns(*wrong->timeoutMs);
            m_clients[i].active = m_clients[i].active || wrong->timeoutMs.has_value();
            if (wrong->rateLimitPerSecond && m_clients[i].limiter)
                m_clients[i].limiter->setRate(now, *wrong->rateLimitPerSecond);
        }
    }
    m_dispatch.setLimits(limits);
}

} // namespace shardscape::simulator
