// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cluster/moves.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "model/placement/rebalance.h"
#include "simulator/traffic/arrivals.h"

namespace shardscape::simulator {

namespace {

/// Keys that are counted where a table has more.
constexpr std::uint64_t kCounted = 1'000'000;

bool among(const std::vector<std::string>& names, const NodeSpec& node) {
    return std::find(names.begin(), names.end(), node.name) != names.end() ||
           std::find(names.begin(), names.end(), node.group) != names.end();
}

/// The keys of the table that most is known of: those of the first step that asks it by key.
KeySpec keysOf(const Scenario& scenario, const std::string& table) {
    for (const Stream& stream : scenario.streams)
        for (const Step& step : stream.steps)
            if (step.table == table && step.touch.kind == Touch::Kind::One)
                return step.keys ? *step.keys : stream.keys;
    KeySpec keys;
    keys.count = kCounted;
    return keys;
}

using Flow = std::map<std::pair<std::uint32_t, std::uint32_t>, double>; ///< (sender, receiver) to bytes

/// All at once: as long as the busiest end takes at full speed.
double secondsFor(const Flow& flow, double bytesPerSecond) {
    std::map<std::uint32_t, double> sent;
    std::map<std::uint32_t, double> received;
    double most = 0;
    for (const auto& [ends, bytes] : flow)
        most = std::max({most, sent[ends.first] += bytes, received[ends.second] += bytes});
    return most / bytesPerSecond;
}

} // namespace

namespace {

/// Hands the places of partitions over, one by one.
class Dealer {
public:
    Dealer(const std::vector<std::uint32_t>& places, std::uint32_t replicas, const std::vector<std::uint32_t>& nodes)
        : m_dealt(places)
        , m_replicas(replicas)
        , m_order(nodes)
        , m_touched(places.size() / replicas) {
        for (std::uint32_t node : nodes)
            m_room[node] = 0;
        for (std::uint32_t node : places)
            if (const auto at = m_room.find(node); at != m_room.end())
                ++at->second;
        // Those that have most keep what does not divide evenly.
        std::stable_sort(m_order.begin(), m_order.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return m_room[a] > m_room[b]; });
        const std::size_t each = places.size() / m_order.size();
        for (std::size_t i = 0; i < m_order.size(); ++i)
            m_room[m_order[i]] =
                static_cast<std::int64_t>(each + (i < places.size() % m_order.size() ? 1 : 0)) - m_room[m_order[i]];
    }
    std::vector<std::uint32_t> deal() {
        for (std::size_t i = 0; i < m_dealt.size(); ++i)
            if (!m_room.contains(m_dealt[i]))
                move(i, false);
        // Of nodes that have too much: another replica of each partition in turn, so that leaders and followers move
        // alike, and partitions that have given one already only when there is no other.
        for (const bool again : {false, true})
            for (std::size_t p = 0; p < m_touched.size(); ++p)
                for (std::size_t r = 0; r < m_replicas; ++r) {
                    const std::size_t place = p * m_replicas + (p + r) % m_replicas;
                    if (m_room[m_dealt[place]] < 0 && (again || !m_touched[p]))
                        move(place, true);
                }
        return std::move(m_dealt);
    }

private:
    /// To the node with most room that does not hold the partition yet; only if it has room where that is asked.
    void move(std::size_t place, bool needsRoom) {
        const std::size_t partition = place / m_replicas;
        const auto first = m_dealt.begin() + static_cast<std::ptrdiff_t>(partition * m_replicas);
        const auto last = first + m_replicas;
        const std::uint32_t* best = nullptr;
        for (const std::uint32_t& node : m_order)
            if (std::find(first, last, node) == last && (best == nullptr || m_room[node] > m_room[*best]))
                best = &node;
        if (best == nullptr || (needsRoom && m_room[*best] <= 0))
            return;
        if (const auto from = m_room.find(m_dealt[place]); from != m_room.end())
            ++from->second;
        --m_room[*best];
        m_dealt[place] = *best;
        m_touched[partition] = true;
    }

    std::vector<std::uint32_t> m_dealt;
    std::uint32_t m_replicas;
    std::vector<std::uint32_t> m_order;
    std::map<std::uint32_t, std::int64_t> m_room; ///< below 0: too much
    std::vector<bool> m_touched;                  ///< partitions
};

} // namespace

std::vector<std::uint32_t> dealReplicasAnew(const std::vector<std::uint32_t>& places, std::uint32_t replicas,
                                            const std::vector<std::uint32_t>& nodes) {
    return Dealer(places, replicas, nodes).deal();
}

std::int64_t Moves::chunkAt(const Transfer& transfer, std::uint64_t chunk) const {
    const double part = (static_cast<double>(chunk) + 0.5) / static_cast<double>(transfer.chunks);
    return fromNs + static_cast<std::int64_t>(part * static_cast<double>(toNs - fromNs));
}

bool Moves::hasMoved(std::uint64_t within, std::int64_t now) const {
    if (now >= toNs)
        return true;
    return static_cast<double>(within) * 0x1p-64 * static_cast<double>(toNs - fromNs) <
           static_cast<double>(now - fromNs);
}

std::unique_ptr<const model::Placement> Moves::afterwards() const {
    model::PlacementSpec spec;
    spec.kind = m_kind;
    spec.partitions = 0;
    spec.virtualNodes = m_virtualNodes;
    const auto rebalance =
        model::Rebalance::make(spec, {m_before, static_cast<std::uint32_t>(added.size()) - m_before, m_lostNumbers});
    return rebalance->nodesAfterwards(); // checkRebalances has seen to it that there is one
}

Moves workOut(const Scenario& scenario, const Rebalancing& rebalance, const std::vector<TableLayout>& tables) {
    Moves moves;
    while (scenario.tables[moves.table].name != rebalance.table)
        ++moves.table;
    const Table& table = scenario.tables[moves.table];
    const TableLayout& layout = tables[moves.table];
    const std::vector<NodeSpec> nodes = listNodes(scenario);
    moves.by = rebalance.by;
    moves.redirectNs = static_cast<std::int64_t>(rebalance.redirectMs * 1e6 + 0.5);
    moves.chunkNs = static_cast<std::int64_t>(rebalance.chunkMs * 1e6 + 0.5);
    Flow flow;
    std::vector<std::uint32_t> after;
    if (rebalance.by == MoveBy::Keys) {
        moves.m_kind = table.router.kind;
        moves.m_virtualNodes = table.router.virtualNodes;
        moves.m_before = table.partitions;
        for (std::uint32_t p = 0; p < layout.partitions; ++p) {
            moves.added.push_back(p >= table.partitions);
            moves.lost.push_back(among(rebalance.lose, nodes[layout.nodes[p]]));
            if (moves.lost.back())
                moves.m_lostNumbers.push_back(p);
        }
        KeySpec keys = keysOf(scenario, rebalance.table);
        keys.count = std::min(keys.count, kCounted);
        const KeySpaces spaces(scenario);
        const KeyRoute now(table, layout, keys, spaces);
        const KeyRoute then(table, layout, keys, spaces, moves.afterwards());
        for (std::uint64_t key = 0; key < keys.count; ++key) {
            const std::uint32_t from = now.partition(key) - layout.first;
            const std::uint32_t to = then.partition(key) - layout.first;
            if (from != to)
                flow[{layout.nodes[from], layout.nodes[to]}] += rebalance.bytes / static_cast<double>(keys.count);
            moves.movedShare += from != to ? 1.0 / static_cast<double>(keys.count) : 0;
        }
    } else {
        std::vector<std::uint32_t> staying;
        for (std::uint32_t node = 0; node < nodes.size(); ++node)
            if ((table.nodes.empty() ||
                 std::find(table.nodes.begin(), table.nodes.end(), nodes[node].group) != table.nodes.end()) &&
                !among(rebalance.lose, nodes[node]))
                staying.push_back(node);
        after = dealReplicasAnew(layout.nodes, layout.replicas, staying);
        for (std::size_t i = 0; i < after.size(); ++i)
            if (after[i] != layout.nodes[i]) {
                flow[{layout.nodes[i], after[i]}] += rebalance.bytes / layout.partitions;
                moves.movedShare += 1.0 / static_cast<double>(after.size());
            }
    }
    moves.fromNs = toNs(rebalance.atSeconds);
    moves.toNs = moves.fromNs + toNs(secondsFor(flow, rebalance.bytesPerSecond));
    for (const auto& [ends, bytes] : flow) {
        moves.movedBytes += bytes;
        moves.transfers.push_back(
            {ends.first, ends.second, bytes,
             bytes > 0 ? static_cast<std::uint64_t>(std::ceil(bytes / rebalance.chunkBytes)) : 0});
    }
    std::map<std::uint32_t, double> of; // partitions that a node sends
    std::map<std::uint32_t, double> sent;
    for (std::size_t i = 0; i < after.size(); ++i)
        of[layout.nodes[i]] += after[i] != layout.nodes[i] ? 1 : 0;
    for (std::size_t i = 0; i < after.size(); ++i)
        if (after[i] != layout.nodes[i]) {
            const std::uint32_t sender = layout.nodes[i];
            const double done = ++sent[sender] / of[sender];
            moves.places.push_back(
                {i, after[i],
                 moves.fromNs + static_cast<std::int64_t>(done * static_cast<double>(moves.toNs - moves.fromNs))});
        }
    std::stable_sort(moves.places.begin(), moves.places.end(),
                     [](const Moves::Place& a, const Moves::Place& b) { return a.atNs < b.atNs; });
    return moves;
}

} // namespace shardscape::simulator
