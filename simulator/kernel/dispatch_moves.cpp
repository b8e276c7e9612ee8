// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// The part of Dispatch that knows of data on its way to other nodes.
#include "simulator/kernel/dispatch.h"

namespace shardscape::simulator {

std::size_t Dispatch::rebalancingOf(const StepPlan& step) const {
    std::size_t i = 0;
    while (m_plan.moves[i]->table != step.table)
        ++i;
    return i;
}

/// The network time on top for a key that has moved while others still move.
std::int64_t Dispatch::redirectOfKey(const Question& question, const StepPlan& step, std::uint64_t key) {
    const Moves& moves = *step.moves;
    if (question.now < moves.fromNs || question.now >= moves.toNs ||
        step.routeAfter->partition(key) == step.route->partition(key) ||
        !moves.hasMoved(step.route->within(key), question.now))
        return 0;
    ++m_redirected[rebalancingOf(step)];
    return moves.redirectNs;
}

/// The network time on top for a replica that has moved while others still move.
std::int64_t Dispatch::redirect(const StepPlan& step, std::uint32_t partition, std::uint32_t replica,
                                std::int64_t now) {
    const TableLayout& table = m_plan.tables[step.table];
    if (m_moved[step.table][std::size_t{partition - table.first} * table.replicas + replica] == 0)
        return 0;
    const std::size_t rebalancing = rebalancingOf(step);
    const Moves& moves = *m_plan.moves[rebalancing];
    if (now >= moves.toNs)
        return 0;
    ++m_redirected[rebalancing];
    return moves.redirectNs;
}

void Dispatch::moved(const Moves& moves, const Moves::Place& place) {
    m_nodes[moves.table][place.index] = place.node;
    m_moved[moves.table][place.index] = 1;
}

void Dispatch::chunk(std::int64_t now, const Moves& moves, const Moves::Transfer& transfer) {
    for (const std::uint32_t at : {transfer.sender, transfer.receiver}) {
        Node& node = m_state.use(at);
        NodeFaults* faults = node.faults();
        if (faults == nullptr || !faults->crashes())
            node.serveBackground(now, moves.chunkNs);
        else if (faults->outage(now).fromNs > now)
            node.serveUntilCrash(now, moves.chunkNs);
    }
}

} // namespace shardscape::simulator
