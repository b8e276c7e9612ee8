// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "simulator/kernel/run_state.h"
#include "simulator/kernel/walk.h"

namespace shardscape::simulator {

/// The fast way through a run whose requests are all one step at one node (Plan::simple). What happens later because of
/// an outcome, clients that give up and try again, is the walk's.
class BatchPath {
public:
    BatchPath(RunState& state, Walk& walk);
    /// Requests that come within Plan::leastPatienceNs, before the walk has anything to do.
    void serve(const Batch& batch);

private:
    void count(const Batch& batch, bool oneStream);
    void group(const Batch& batch, bool oneStream);
    void record(const Batch& batch, bool oneStream);
    bool anyoneGivesUp(std::size_t size) const;
    void recordGivingUp(const Batch& batch);

    RunState& m_state;
    Walk& m_walk;
    bool m_clients = false; ///< some do something
    // Scratch of serve().
    std::vector<std::uint32_t> m_partitionCounts;
    std::vector<std::uint32_t> m_nodeEnds;
    std::vector<std::int64_t> m_times;
    std::vector<std::int64_t> m_services;
    std::vector<std::int64_t> m_sojourns;
    std::vector<std::uint32_t> m_streams;
    std::vector<std::uint32_t> m_partitions; ///< empty where latencies by partition are not wanted
};

} // namespace shardscape::simulator
