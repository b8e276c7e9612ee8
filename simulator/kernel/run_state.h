// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "simulator/cluster/nodes.h"
#include "simulator/kernel/plan.h"
#include "simulator/kernel/run.h"
#include "simulator/kernel/traffic.h"
#include "simulator/measure/recorder.h"

namespace shardscape::simulator {

/// What both ways through a run (BatchPath, Walk) change.
struct RunState {
    RunState(const Plan& p, const RunOptions& options)
        : plan(p)
        , traffic(p, options.replication)
        , recorder(p, options.hottestKeys, options.byPartition && p.partitions <= kMostLatencyPartitions) {
        nodes.reserve(p.nodes.size());
        m_isUsed.resize(p.nodes.size());
        for (const NodeSpec& node : p.nodes)
            nodes.emplace_back(node.servers, node.speed,
                               NodeFaults::make(*p.scenario, node.name, node.group, node.region, options.replication));
    }
    /// A node that is asked for something.
    Node& use(std::size_t node) {
        if (m_isUsed[node] == 0) {
            m_isUsed[node] = 1;
            used.push_back(static_cast<std::uint32_t>(node));
        }
        return nodes[node];
    }
    /// Server time that each node has spent until `now`.
    std::vector<std::int64_t> busyUntil(std::int64_t now) const {
        std::vector<std::int64_t> busy(nodes.size());
        for (const std::uint32_t node : used)
            busy[node] = nodes[node].busyUntil(now);
        return busy;
    }

    const Plan& plan;
    Traffic traffic;
    Recorder recorder;
    std::vector<Node> nodes;
    std::vector<std::uint32_t> used; ///< nodes that were asked for anything: a few of a managed service's thousands
    bool measuring = true;           ///< the warm-up is over

private:
    std::vector<std::uint8_t> m_isUsed;
};

} // namespace shardscape::simulator
