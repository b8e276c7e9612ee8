// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// The part of Walk that does work later or together: queues of events and batches.
#include "simulator/kernel/walk.h"

namespace shardscape::simulator {

void Walk::takeNotes(Pending& request) {
    const Dispatch::Notes notes = m_dispatch.takeNotes();
    if (notes.stale) {
        request.stale = true;
        request.asOf = std::min(request.asOf, notes.asOf);
    }
    if (notes.misrouted > 0 && request.warms < 0)
        m_state.recorder.data(request.stream, late(request)).misrouted += notes.misrouted;
}

void Walk::enqueue(std::int64_t now, Pending request) {
    const auto queue = static_cast<std::uint16_t>(m_plan.streams[request.stream].steps[request.step].queue);
    if (!m_events.add(queue, request, now))
        return fail(now, request, Cause::Refused);
    finish(now, request);
    consume(now, queue);
}

void Walk::consume(std::int64_t now, std::uint16_t queue) {
    while (std::optional<Pending> event = m_events.take(queue, now)) {
        event->what = Pending::Do::Step;
        step(now, *event);
    }
}

void Walk::consumed(std::int64_t now, Pending event, bool done) {
    const StreamPlan& stream = m_plan.streams[event.stream];
    if (done && stream.write && !stream.caches.empty())
        m_caches.filled(event, now);
    // A node that is down for good would have it delivered for ever.
    if (const std::optional<std::int64_t> wait = m_events.ended(event, now, done, !m_draining)) {
        event.what = Pending::Do::Again;
        event.step = static_cast<std::uint16_t>(stream.queuedFrom);
        m_followUps.push(now + *wait, event);
    }
    consume(now, static_cast<std::uint16_t>(event.queue));
}

void Walk::hold(std::int64_t now, const Pending& request) {
    const StepPlan& step = m_plan.streams[request.stream].steps[request.step];
    const std::uint64_t key =
        step.ownKeys == nullptr ? request.key : step.ownKeys->pick(m_state.traffic.keyRandom(request.stream));
    const std::uint32_t partition = m_dispatch.homes().ofKey(step, request.stream, key, now).front();
    const std::uint64_t place =
        std::uint64_t{request.stream} << 48 | std::uint64_t{request.step} << 32 | std::uint64_t{partition};
    const auto added = m_held.add(place, {request, key});
    if (m_held.size(place) >= step.batching->most)
        return askTogether(now, place);
    if (added != Batches<Held>::Added::First)
        return;
    Pending due;
    due.what = Pending::Do::BatchDue;
    due.key = place;
    due.began = static_cast<std::int64_t>(m_held.number(place));
    m_followUps.push(now + static_cast<std::int64_t>(step.batching->waitMs * 1e6 + 0.5), due);
}

void Walk::askTogether(std::int64_t now, std::uint64_t place) {
    const std::vector<Held> held = m_held.take(place);
    const Pending& first = held.front().request;
    const std::uint16_t firstStep = first.step;
    const StepPlan& step = m_plan.streams[first.stream].steps[firstStep];
    std::vector<std::uint64_t> keys;
    for (const Held& one : held)
        keys.push_back(one.key);
    const Dispatch::Question question{now, kNever, first.key, first.stream};
    const Answer answer =
        m_dispatch.askBatch(question, step, static_cast<std::uint32_t>(place & UINT32_MAX), std::move(keys));
    const std::int64_t work = m_dispatch.takeWork() / static_cast<std::int64_t>(held.size());
    const Dispatch::Notes notes = m_dispatch.takeNotes();
    m_dispatch.heard().clear();
    if (first.warms < 0)
        ++m_state.recorder.data(first.stream, late(first)).batches;
    for (const Held& one : held) {
        Pending request = one.request;
        request.workNs += work;
        request.stale = request.stale || notes.stale;
        ++request.step;
        if (request.deadline <= now)
            fail(now, request, Cause::TimedOut);
        else
            proceed(now, answer, request, firstStep);
    }
}

} // namespace shardscape::simulator
