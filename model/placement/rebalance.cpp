// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/rebalance.h"

#include <algorithm>
#include <map>
#include <set>

namespace shardscape::model {

namespace {

/// Schemes that know their nodes by name, so that the others keep their places when one is gone.
bool namesNodes(const std::string& kind) {
    return kind == "consistent" || kind == "rendezvous" || kind == "memcached";
}

/// The numbers of the nodes in the order in which the scheme counts them afterwards.
std::vector<std::uint32_t> remaining(const std::string& kind, const NodeChange& change) {
    std::vector<std::uint32_t> nodes;
    for (std::uint32_t i = 0; i < change.nodes; ++i)
        nodes.push_back(i);
    std::vector<std::uint32_t> lost = change.lost;
    std::sort(lost.begin(), lost.end(), std::greater<>());
    for (std::uint32_t gone : lost) {
        const auto at = std::find(nodes.begin(), nodes.end(), gone);
        if (namesNodes(kind)) {
            nodes.erase(at);
        } else { // the last one takes over the number
            *at = nodes.back();
            nodes.pop_back();
        }
    }
    for (std::uint32_t i = 0; i < change.added; ++i)
        nodes.push_back(change.nodes + i);
    return nodes;
}

template <class Value> std::vector<Value> pick(const std::vector<Value>& of, const std::vector<std::uint32_t>& places) {
    std::vector<Value> picked;
    for (std::uint32_t place : places)
        if (place < of.size())
            picked.push_back(of[place]);
    return picked;
}

/// The scheme over these nodes, every one a partition.
PlacementSpec over(PlacementSpec spec, const std::vector<std::uint32_t>& nodes) {
    spec.partitions = static_cast<std::uint32_t>(nodes.size());
    if (spec.kind == "memcached") {
        if (spec.members.empty())
            for (std::uint32_t node : nodes)
                spec.members.push_back("10.0." + std::to_string((node + 1) / 256) + "." +
                                       std::to_string((node + 1) % 256));
        else
            spec.members = pick(spec.members, nodes);
    } else if (namesNodes(spec.kind)) {
        spec.owners = nodes;
    }
    spec.weights = pick(spec.weights, nodes);
    return spec;
}

Result<void> check(const PlacementSpec& spec, const NodeChange& change) {
    if (change.nodes < 1)
        return fail(ErrorCode::Invalid, "there is no node to begin with");
    const std::set<std::uint32_t> lost(change.lost.begin(), change.lost.end());
    if (lost.size() != change.lost.size())
        return fail(ErrorCode::Invalid, "a node is lost twice");
    if (!lost.empty() && *lost.rbegin() >= change.nodes)
        return fail(ErrorCode::Invalid,
                    "node " + std::to_string(*lost.rbegin()) + " cannot be lost, there are only " +
                        std::to_string(change.nodes),
                    "nodes are numbered from 0");
    if (lost.size() == change.nodes && change.added == 0)
        return fail(ErrorCode::Invalid, "no node is left");
    const std::uint64_t most = std::max<std::uint64_t>(change.nodes, change.nodes - lost.size() + change.added);
    if (spec.partitions > 0 && spec.partitions < most)
        return fail(ErrorCode::Invalid, std::to_string(spec.partitions) + " partitions cannot be dealt to " +
                                            std::to_string(most) + " nodes");
    return {};
}

/// A placement with other numbers for its partitions.
class Renumbered final : public Placement {
public:
    Renumbered(std::shared_ptr<const Placement> inner, std::vector<std::uint32_t> numbers, std::uint32_t partitions)
        : Placement(partitions)
        , m_inner(std::move(inner))
        , m_numbers(std::move(numbers)) {}
    Place place(std::string_view key) const override { return at(m_inner->place(key)); }
    Place place(std::int64_t key) const override { return at(m_inner->place(key)); }
    Place placeRow(KeyRow row) const override { return at(m_inner->placeRow(row)); }
    std::string hashText(std::uint64_t hash) const override { return m_inner->hashText(hash); }

private:
    Place at(Place place) const { return {place.hash, m_numbers[place.partition]}; }
    std::shared_ptr<const Placement> m_inner;
    std::vector<std::uint32_t> m_numbers;
};

} // namespace

std::unique_ptr<const Placement> Rebalance::nodesAfterwards() const {
    return std::make_unique<const Renumbered>(m_after, m_nodeAfter, m_numbers);
}

std::vector<std::uint32_t> dealAnew(const std::vector<std::uint32_t>& node, const std::vector<std::uint32_t>& nodes) {
    std::map<std::uint32_t, std::size_t> has;
    for (std::uint32_t owner : nodes)
        has[owner] = 0;
    for (std::uint32_t owner : node)
        if (const auto at = has.find(owner); at != has.end())
            ++at->second;
    // Those that have most keep the partitions which do not divide evenly.
    std::vector<std::uint32_t> order = nodes;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return has[a] > has[b]; });
    std::map<std::uint32_t, std::size_t> room;
    for (std::size_t i = 0; i < order.size(); ++i)
        room[order[i]] = node.size() / order.size() + (i < node.size() % order.size() ? 1 : 0);
    std::vector<std::uint32_t> dealt = node;
    std::vector<std::size_t> homeless;
    for (std::size_t partition = 0; partition < node.size(); ++partition) {
        const auto at = room.find(node[partition]);
        if (at == room.end() || at->second == 0)
            homeless.push_back(partition);
        else
            --at->second;
    }
    auto next = order.begin();
    for (std::size_t partition : homeless) {
        while (room[*next] == 0)
            ++next;
        --room[*next];
        dealt[partition] = *next;
    }
    return dealt;
}

Result<Rebalance> Rebalance::make(PlacementSpec spec, const NodeChange& change) {
    if (const auto checked = check(spec, change); !checked)
        return fail(checked.error());
    Rebalance made;
    made.m_numbers = change.nodes + change.added;
    made.m_countBefore = change.nodes;
    made.m_survivors = change.nodes - static_cast<std::uint32_t>(change.lost.size());
    made.m_countAfter = made.m_survivors + change.added;
    const std::vector<std::uint32_t> nodes = remaining(spec.kind, change);
    if (spec.partitions > 0) {
        auto placement = makePlacement(spec);
        if (!placement)
            return fail(placement.error());
        made.m_before = made.m_after = std::move(*placement);
        made.m_nodeBefore = dealPartitions(spec.kind, spec.partitions, change.nodes);
        made.m_nodeAfter = dealAnew(made.m_nodeBefore, nodes);
        return made;
    }
    for (std::uint32_t i = 0; i < change.nodes; ++i)
        made.m_nodeBefore.push_back(i);
    made.m_nodeAfter = nodes;
    auto before = makePlacement(over(spec, made.m_nodeBefore));
    if (!before)
        return fail(before.error());
    auto after = makePlacement(over(spec, nodes));
    if (!after)
        return fail(after.error());
    made.m_before = std::move(*before);
    made.m_after = std::move(*after);
    return made;
}

double Rebalance::leastShare() const {
    return 1.0 - m_survivors * std::min(1.0 / m_countBefore, 1.0 / m_countAfter);
}

void Movement::add(Rebalance::Move move, double bytes) {
    const auto count = [&](Load& load) {
        ++load.keys;
        load.bytes += bytes;
    };
    count(total);
    count(nodes[move.from].before);
    count(nodes[move.to].after);
    if (!move.moves())
        return;
    count(moved);
    count(nodes[move.from].out);
    count(nodes[move.to].in);
}

} // namespace shardscape::model
