// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/engine.h"

#include <algorithm>
#include <chrono>

#include "simulator/kernel/so_far.h"

namespace shardscape::simulator {

namespace {

/// Tells the sink at most 20 times a second.
class Pace {
public:
    explicit Pace(ProgressSink& sink)
        : m_sink(sink)
        , m_last(std::chrono::steady_clock::now()) {}
    void tell(double share) {
        const auto now = std::chrono::steady_clock::now();
        if (now - m_last < std::chrono::milliseconds(50))
            return;
        m_last = now;
        m_sink.progress(std::clamp(share, m_share, 1.0));
        m_share = std::clamp(share, m_share, 1.0);
    }

private:
    ProgressSink& m_sink;
    std::chrono::steady_clock::time_point m_last;
    double m_share = 0;
};

} // namespace

Engine::Engine(const Plan& plan, const RunOptions& options)
    : m_plan(plan)
    , m_state(plan, options)
    , m_walk(m_state)
    , m_batches(m_state, m_walk)
    , m_busyAtStart(plan.nodes.size())
    , m_busyAtEnd(plan.nodes.size())
    , m_breakersAtStart(plan.streams.size())
    , m_breakersAtWindow(plan.streams.size()) {}

bool Engine::run(const std::stop_token& stop, ProgressSink& progress) {
    const Scenario& scenario = m_plan.scenario[0];
    const std::uint64_t wanted = scenario.requests > 0 ? scenario.requests : UINT64_MAX;
    const std::int64_t last = scenario.durationSeconds > 0 ? toNs(scenario.durationSeconds) : kNever;
    const double warmup = scenario.warmup.value_or(0);
    const auto warmCount = scenario.requests > 0
                               ? static_cast<std::uint64_t>(warmup * static_cast<double>(scenario.requests))
                               : UINT64_MAX;
    const std::int64_t warmTime = scenario.durationSeconds > 0 ? toNs(warmup * scenario.durationSeconds) : kNever;
    const std::int64_t width = std::max<std::int64_t>(1, toNs(m_plan.expectedSeconds / scenario.windows));
    std::int64_t edge = scenario.windows > 1 ? width : kNever;
    std::uint32_t closed = 0;
    Pace pace(progress);
    m_state.measuring = warmup <= 0;
    while (m_requests < wanted) {
        if (stop.stop_requested())
            return false;
        // Windows that end before the warm-up does are closed first: what comes after them has not happened yet.
        const std::int64_t coming = m_state.traffic.nextTime();
        const bool warm = coming >= warmTime && (edge >= warmTime || coming == kNever);
        if (!m_state.measuring && (m_requests >= warmCount || warm)) {
            const std::int64_t from = m_requests >= warmCount ? m_endNs : warmTime;
            m_walk.until(from);
            startMeasuring(from);
        }
        const std::int64_t until = std::min({edge, last, m_state.measuring ? kNever : warmTime});
        const std::uint64_t most = std::min(wanted, m_state.measuring ? UINT64_MAX : warmCount) - m_requests;
        const std::int64_t next = m_state.traffic.nextTime();
        const bool hurry = m_plan.simple && next < kNever - m_plan.leastPatienceNs;
        m_state.traffic.next(m_batch, hurry ? std::min(until, next + m_plan.leastPatienceNs) : until, most);
        if (m_batch.size > 0) {
            m_endNs = m_batch.time[m_batch.size - 1];
            // Both ways give the same; few requests are walked rather than looked for at every node.
            const bool few = m_plan.leastPatienceNs != kNever && m_batch.size * 4 < m_plan.nodes.size();
            if (m_plan.simple && !few && m_walk.nextDue() > m_endNs)
                m_batches.serve(m_batch);
            else
                m_walk.serve(m_batch);
            m_requests += m_batch.size;
            const double byTime = static_cast<double>(m_endNs) / kNsPerSecond / m_plan.expectedSeconds;
            pace.tell(scenario.requests > 0 ? static_cast<double>(m_requests) / static_cast<double>(wanted) : byTime);
        } else if (until == edge && m_state.traffic.nextTime() != kNever) {
            m_walk.until(edge - 1);
            closeWindow(edge, progress);
            edge = ++closed + 1 < scenario.windows ? edge + width : kNever; // the last one lasts to the end
        } else if (until != warmTime || m_state.measuring) {
            break; // the duration is over, or no stream has anything left
        }
    }
    if (last != kNever && m_requests < wanted)
        m_endNs = last;
    m_walk.until(m_endNs);
    closeWindow(m_endNs, progress);
    m_busyAtEnd = m_state.busyUntil(m_endNs);
    // What is still under way after the last arrival counts in the totals, but makes no window.
    m_walk.drain();
    m_state.recorder.closeWindow(m_endNs, m_state.nodes, m_state.used, m_busyAtEnd);
    progress.progress(1);
    return true;
}

void Engine::startMeasuring(std::int64_t now) {
    m_state.measuring = true;
    m_measuredFromNs = now;
    m_state.recorder.startMeasuring();
    m_busyAtStart = m_state.busyUntil(now);
    for (Node& node : m_state.nodes)
        node.startMeasuring();
    m_walk.startMeasuring();
    m_breakersAtStart = m_walk.breakers(now);
}

std::uint64_t Engine::breakerOpened(std::uint32_t stream) const {
    return m_breakersAtWindow[stream].opened - m_breakersAtStart[stream].opened;
}

std::int64_t Engine::breakerOpenNs(std::uint32_t stream) const {
    return m_breakersAtWindow[stream].openNs - m_breakersAtStart[stream].openNs;
}

void Engine::closeWindow(std::int64_t now, ProgressSink& progress) {
    Recorder& recorder = m_state.recorder;
    const std::size_t before = recorder.series().size();
    recorder.closeWindow(now, m_state.nodes, m_state.used, m_state.busyUntil(now));
    const std::vector<BreakerTally> breakers = m_walk.breakers(now);
    if (recorder.series().size() > before) {
        Window& window = recorder.lastWindow();
        window.eventQueues = m_walk.events().takeWindow();
        for (std::size_t i = 0; i < breakers.size(); ++i)
            window.streams[i].breakerOpenShare =
                static_cast<double>(breakers[i].openNs - m_breakersAtWindow[i].openNs) / kNsPerSecond / window.seconds;
    }
    m_breakersAtWindow = breakers;
    if (recorder.series().size() > before)
        progress.windowEnded(EngineSoFar(m_plan, *this));
}

} // namespace shardscape::simulator
