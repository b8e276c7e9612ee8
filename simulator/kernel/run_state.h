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
        for (const NodeSpec& node : p.nodes)
            nodes.emplace_back(node.servers, node.speed,
                               NodeFaults::make(*p.scenario, node.name, node.group, node.region, options.replication));
    }
    /// Server time that each node has spent until `now`.
    std::vector<std::int64_t> busyUntil(std::int64_t now) const {
        std::vector<std::int64_t> busy;
        busy.reserve(nodes.size());
        for (const Node& node : nodes)
            busy.push_back(node.busyUntil(now));
        return busy;
    }

    const Plan& plan;
    Traffic traffic;
    Recorder recorder;
    std::vector<Node> nodes;
    bool measuring = true; ///< the warm-up is over
};

} // namespace shardscape::simulator
