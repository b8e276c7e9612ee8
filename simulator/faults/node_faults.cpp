// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faults/node_faults.h"

#include <algorithm>

#include "simulator/cluster/layout.h"
#include "simulator/traffic/arrivals.h"

namespace shardscape::simulator {

namespace {

std::int64_t endNs(const During& when) {
    return when.toSeconds > 0 ? toNs(when.toSeconds) : kNever;
}

/// The product of all faults' speeds between all their edges.
std::vector<SpeedOverTime::Piece> speeds(const std::vector<const SlowNodes*>& faults) {
    std::vector<std::int64_t> edges;
    for (const SlowNodes* fault : faults) {
        edges.push_back(toNs(fault->when.fromSeconds));
        if (fault->when.toSeconds > 0)
            edges.push_back(endNs(fault->when));
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::vector<SpeedOverTime::Piece> pieces;
    for (const std::int64_t edge : edges) {
        double speed = 1;
        for (const SlowNodes* fault : faults)
            if (toNs(fault->when.fromSeconds) <= edge && edge < endNs(fault->when))
                speed *= fault->speed;
        pieces.push_back({edge, speed});
    }
    return pieces;
}

} // namespace

SpeedOverTime::SpeedOverTime(std::vector<Piece> pieces)
    : m_pieces(std::move(pieces)) {}

std::int64_t SpeedOverTime::finish(std::int64_t startNs, std::int64_t workNs) const {
    auto next = std::upper_bound(m_pieces.begin(), m_pieces.end(), startNs,
                                 [](std::int64_t time, const Piece& piece) { return time < piece.fromNs; });
    double speed = next == m_pieces.begin() ? 1 : (next - 1)->speed;
    auto left = static_cast<double>(workNs);
    for (;; ++next) {
        const double untilDone = speed > 0 ? left / speed : 9e18;
        if (next == m_pieces.end())
            return startNs + static_cast<std::int64_t>(std::min(untilDone, 4e18) + 0.5);
        const auto untilNext = static_cast<double>(next->fromNs - startNs);
        if (untilDone <= untilNext)
            return startNs + static_cast<std::int64_t>(untilDone + 0.5);
        left -= untilNext * speed;
        startNs = next->fromNs;
        speed = next->speed;
    }
}

bool names(const std::vector<std::string>& nodes, const std::string& node, const std::string& group) {
    return std::any_of(nodes.begin(), nodes.end(),
                       [&](const std::string& name) { return name == node || name == group; });
}

std::vector<std::unique_ptr<NodeFaults>> nodeFaults(const Scenario& scenario) {
    std::vector<std::unique_ptr<NodeFaults>> all;
    for (const NodeSpec& node : listNodes(scenario)) {
        std::vector<const SlowNodes*> slow;
        for (const Fault& fault : scenario.faults)
            if (const auto* one = std::get_if<SlowNodes>(&fault); one && names(one->nodes, node.name, node.group))
                slow.push_back(one);
        all.push_back(slow.empty() ? nullptr : std::make_unique<NodeFaults>(NodeFaults{SpeedOverTime(speeds(slow))}));
    }
    return all;
}

} // namespace shardscape::simulator
