// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "simulator/kernel/batch_path.h"
#include "simulator/kernel/plan.h"
#include "simulator/kernel/run.h"
#include "simulator/kernel/run_state.h"
#include "simulator/kernel/walk.h"

namespace shardscape::simulator {

/// One run: owns every piece of changing state, and knows where warm-up, windows and the run end.
class Engine {
public:
    Engine(const Plan& plan, const RunOptions& options);
    /// False when it was asked to stop.
    bool run(const std::stop_token& stop, ProgressSink& progress);

    const Recorder& recorder() const { return m_state.recorder; }
    Recorder& recorder() { return m_state.recorder; }
    const std::vector<Node>& nodes() const { return m_state.nodes; }
    const Walk& walk() const { return m_walk; }
    /// Since the end of the warm-up, until the last window ended.
    std::uint64_t breakerOpened(std::uint32_t stream) const;
    std::int64_t breakerOpenNs(std::uint32_t stream) const;
    std::uint64_t requests() const { return m_requests; }
    std::int64_t endNs() const { return m_endNs; }
    std::int64_t measuredFromNs() const { return m_measuredFromNs; }
    /// Server time of a node between the end of the warm-up and the last arrival.
    std::int64_t measuredBusyNs(std::size_t node) const { return m_busyAtEnd[node] - m_busyAtStart[node]; }

private:
    void startMeasuring(std::int64_t now);
    void closeWindow(std::int64_t now, ProgressSink& progress);

    const Plan& m_plan;
    RunState m_state;
    Walk m_walk;
    BatchPath m_batches;
    Batch m_batch;
    std::uint64_t m_requests = 0;
    std::int64_t m_endNs = 0;
    std::int64_t m_measuredFromNs = 0;
    std::vector<std::int64_t> m_busyAtStart;
    std::vector<std::int64_t> m_busyAtEnd;
    /// By stream: times opened and time open, at the end of the warm-up and of the last window.
    std::vector<BreakerTally> m_breakersAtStart;
    std::vector<BreakerTally> m_breakersAtWindow;
};

} // namespace shardscape::simulator
