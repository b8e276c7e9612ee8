// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "simulator/cluster/nodes.h"
#include "simulator/scenario/client.h"
#include "simulator/traffic/random.h"

namespace shardscape::simulator {

/// Chooses replicas for the clients of one stream.
class Balancer {
public:
    /// Which of several nodes is asked now, by position. AsAsked: the first.
    std::size_t choose(Balance kind, std::int64_t now, std::span<const std::uint32_t> candidates,
                       std::vector<Node>& nodes, Random& random);
    /// Adaptive: an answer of a node took so long (or was given up after so long).
    void tell(std::uint32_t node, std::int64_t tookNs);

private:
    std::size_t leastLoaded(std::int64_t now, std::span<const std::uint32_t> candidates, std::vector<Node>& nodes,
                            Random& random) const;
    std::size_t byLatency(std::span<const std::uint32_t> candidates, Random& random);

    std::uint64_t m_turn = 0;
    std::vector<double> m_latencyNs; ///< by node, moving averages; 0: none yet
    std::vector<double> m_weights;
};

} // namespace shardscape::simulator
