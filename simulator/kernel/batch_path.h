// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "simulator/kernel/run_state.h"

namespace shardscape::simulator {

/// The fast way through a run whose requests are all one step at one node (Plan::simple): nothing happens later because
/// of an outcome.
class BatchPath {
public:
    explicit BatchPath(RunState& state);
    void serve(const Batch& batch);

private:
    RunState& m_state;
    // Scratch of serve().
    std::vector<std::uint32_t> m_nodeEnds;
    std::vector<std::int64_t> m_times;
    std::vector<std::int64_t> m_services;
    std::vector<std::uint32_t> m_streams;
};

} // namespace shardscape::simulator
