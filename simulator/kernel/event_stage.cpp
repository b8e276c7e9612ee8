// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/event_stage.h"

#include <algorithm>

namespace shardscape::simulator {

namespace {

template <class Kind> std::vector<const Kind*> faultsOf(const Scenario& scenario, const std::string& queue) {
    std::vector<const Kind*> found;
    for (const Fault& fault : scenario.faults)
        if (const auto* one = std::get_if<Kind>(&fault); one && one->queue == queue)
            found.push_back(one);
    return found;
}

} // namespace

EventStage::EventStage(RunState& state)
    : m_state(state) {
    const Scenario& scenario = *state.plan.scenario;
    for (const EventQueue& queue : scenario.eventQueues) {
        m_queues.push_back({&queue,
                            EventBacklog<Pending>(queue.consumers, queue.limit),
                            faultsOf<LostEvents>(scenario, queue.name),
                            faultsOf<DuplicateEvents>(scenario, queue.name),
                            faultsOf<ConsumerCrashes>(scenario, queue.name),
                            {},
                            {},
                            0});
        m_queues.back().counts.name = queue.name;
    }
}

template <class Kind>
bool EventStage::strikes(const std::vector<const Kind*>& faults, std::uint32_t stream, std::int64_t now) {
    for (const Kind* fault : faults) {
        if (now < toNs(fault->when.fromSeconds) || (fault->when.toSeconds > 0 && now >= toNs(fault->when.toSeconds)))
            continue;
        if (m_state.traffic.dataRandom(stream).unit() < fault->share)
            return true;
    }
    return false;
}

bool EventStage::add(std::uint16_t queue, const Pending& request, std::int64_t now) {
    Queue& to = m_queues[queue];
    const bool counted = counts(request);
    if (to.backlog.full()) {
        to.counts.refused += counted ? 1 : 0;
        return false;
    }
    to.counts.accepted += counted ? 1 : 0;
    if (strikes(to.losses, request.stream, now)) {
        to.counts.lost += counted ? 1 : 0;
        return true;
    }
    Pending event = request;
    event.queue = static_cast<std::int16_t>(queue);
    event.began = now;
    event.deadline = kNever;
    event.again = false;
    to.backlog.add(event);
    if (strikes(to.duplicates, request.stream, now)) {
        to.counts.duplicated += counted ? 1 : 0;
        event.again = true;
        to.backlog.add(event);
    }
    return true;
}

std::optional<Pending> EventStage::take(std::uint16_t queue, std::int64_t now) {
    Queue& from = m_queues[queue];
    while (const std::optional<Pending> event = from.backlog.take()) {
        const bool counted = counts(*event);
        if (event->again && from.spec->idempotent) {
            from.counts.recognised += counted ? 1 : 0;
        } else if (from.spec->delivery == Delivery::AtMostOnce && strikes(from.crashes, event->stream, now)) {
            from.counts.lost += counted && !event->again ? 1 : 0;
        } else {
            return event;
        }
        from.backlog.release();
    }
    return std::nullopt;
}

std::optional<std::int64_t> EventStage::ended(Pending& event, std::int64_t now, bool done, bool mayComeAgain) {
    Queue& of = m_queues[static_cast<std::size_t>(event.queue)];
    const bool counted = counts(event);
    of.backlog.release();
    if (done) {
        ++of.windowApplied;
        if (event.again)
            of.counts.appliedAgain += counted ? 1 : 0;
        else if (counted) {
            ++of.counts.applied;
            of.applied.add(now - event.began);
        }
        event.again = true;
    }
    const bool atMostOnce = of.spec->delivery == Delivery::AtMostOnce;
    if (atMostOnce) {
        of.counts.lost += counted && !done && !event.again ? 1 : 0;
        return std::nullopt;
    }
    if (!mayComeAgain || (done && !strikes(of.crashes, event.stream, now)))
        return std::nullopt;
    of.counts.redelivered += counted ? 1 : 0;
    return static_cast<std::int64_t>(of.spec->redeliverMs * 1e6 + 0.5);
}

void EventStage::again(const Pending& event) {
    m_queues[static_cast<std::size_t>(event.queue)].backlog.add(event);
}

void EventStage::startMeasuring() {
    for (Queue& queue : m_queues) {
        const std::string name = queue.counts.name;
        queue.counts = {};
        queue.counts.name = name;
        queue.applied.clear();
        queue.backlog.startMeasuring();
    }
}

std::vector<EventQueueResult> EventStage::results() const {
    std::vector<EventQueueResult> results;
    for (const Queue& queue : m_queues) {
        results.push_back(queue.counts);
        results.back().maxDepth = queue.backlog.most();
        results.back().latency = queue.applied.latency();
    }
    return results;
}

std::vector<WindowQueue> EventStage::takeWindow() {
    std::vector<WindowQueue> window;
    for (Queue& queue : m_queues)
        window.push_back(
            {queue.backlog.depth(), queue.backlog.takeWindowMost(), std::exchange(queue.windowApplied, 0)});
    return window;
}

} // namespace shardscape::simulator
