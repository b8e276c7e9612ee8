// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "simulator/scenario/scenario.h"

namespace shardscape::simulator {

/// How fast a node works over time: the product of its faults' speeds, constant between the times listed.
class SpeedOverTime {
public:
    struct Piece {
        std::int64_t fromNs;
        double speed;
    };
    explicit SpeedOverTime(std::vector<Piece> pieces); ///< ascending; before the first the speed is 1

    /// When `workNs` of work begun at `startNs` is done: the integral of the speed from then on reaches the work.
    std::int64_t finish(std::int64_t startNs, std::int64_t workNs) const;

private:
    std::vector<Piece> m_pieces;
};

/// What happens to one node.
struct NodeFaults {
    SpeedOverTime speed;
};

/// Whether a fault that names nodes or groups means the node with this name in this group.
bool names(const std::vector<std::string>& nodes, const std::string& node, const std::string& group);

/// By node as listNodes(); null where a node has no fault.
std::vector<std::unique_ptr<NodeFaults>> nodeFaults(const Scenario& scenario);

} // namespace shardscape::simulator
