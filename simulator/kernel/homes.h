// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "simulator/kernel/run_state.h"

namespace shardscape::simulator {

/// The partitions that a step asks, numbered through.
class Homes {
public:
    explicit Homes(RunState& state)
        : m_state(state)
        , m_plan(state.plan) {}

    /// For one key: one of its partitions or all of them where it is spread, and what splits have made of them.
    const std::vector<std::uint32_t>& ofKey(const StepPlan& step, std::uint32_t stream, std::uint64_t key,
                                            std::int64_t now);
    /// For no key in particular: all, or some at random.
    const std::vector<std::uint32_t>& ofTouch(const StepPlan& step, std::uint32_t stream, std::int64_t now);

private:
    RunState& m_state;
    const Plan& m_plan;
    std::vector<std::uint32_t> m_homes;
};

} // namespace shardscape::simulator
