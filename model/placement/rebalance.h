// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "model/placement/placement.h"

namespace shardscape::model {

/// Nodes come and go. Nodes are numbered from 0; those that are added follow, those that are lost keep their number.
struct NodeChange {
    std::uint32_t nodes = 1;
    std::uint32_t added = 0;
    std::vector<std::uint32_t> lost;
};

/// Where keys live before and after nodes are added or lost.
///
/// With fixed partitions (slots, shards, chunks, vBuckets) keys stay in theirs and as few partitions as possible change
/// their node: those of lost nodes, and of the others what is above an even share. Without, every node is a partition
/// of its own, and the scheme decides: a ring, rendezvous hashing and Memcached's ketama leave out or add the node;
/// schemes that number their partitions (modulo, jump) count again, where a lost number is taken over by the last node.
class Rebalance {
public:
    struct Move {
        std::uint32_t from = 0;
        std::uint32_t to = 0;
        bool moves() const { return from != to; }
    };

    /// `spec.partitions` is the number of fixed partitions; 0: every node is one. Errors: those of makePlacement, a
    /// lost node that there is not or that is lost twice, no node left, fewer partitions than nodes.
    static Result<Rebalance> make(PlacementSpec spec, const NodeChange& change);

    Move of(std::int64_t key) const { return at(m_before->partitionOf(key), m_after->partitionOf(key)); }
    Move of(std::string_view key) const { return at(m_before->partitionOf(key), m_after->partitionOf(key)); }
    Move of(KeyRow row) const { return at(m_before->placeRow(row).partition, m_after->placeRow(row).partition); }

    /// What keys are placed by before the change, for KeyFile.
    const Placement& placement() const { return *m_before; }
    /// Where keys live afterwards, as a placement whose partitions are the numbers of nodes. It stands by itself.
    std::unique_ptr<const Placement> nodesAfterwards() const;
    /// Nodes of each partition.
    const std::vector<std::uint32_t>& before() const { return m_nodeBefore; }
    const std::vector<std::uint32_t>& after() const { return m_nodeAfter; }
    /// How many numbers of nodes there are: before, lost and added together.
    std::uint32_t numbers() const { return m_numbers; }
    std::uint32_t nodesBefore() const { return m_countBefore; }
    std::uint32_t nodesAfter() const { return m_countAfter; }
    /// The least share that any scheme must move so that equal nodes are even afterwards.
    double leastShare() const;

private:
    Move at(std::uint32_t before, std::uint32_t after) const { return {m_nodeBefore[before], m_nodeAfter[after]}; }

    std::shared_ptr<const Placement> m_before;
    std::shared_ptr<const Placement> m_after; ///< the same one where partitions are fixed
    std::vector<std::uint32_t> m_nodeBefore;
    std::vector<std::uint32_t> m_nodeAfter;
    std::uint32_t m_numbers = 0;
    std::uint32_t m_countBefore = 0;
    std::uint32_t m_countAfter = 0;
    std::uint32_t m_survivors = 0;
};

/// Keys and bytes that move, in all and by node.
struct Movement {
    struct Load {
        double keys = 0;
        double bytes = 0;
    };
    struct Node {
        Load before;
        Load after;
        Load in;
        Load out;
    };
    Load total;
    Load moved;
    std::vector<Node> nodes; ///< by number

    explicit Movement(std::uint32_t numbers)
        : nodes(numbers) {}
    void add(Rebalance::Move move, double bytes);
};

/// Deals fixed partitions anew with as few moves as possible: `node` of each before, the nodes there are afterwards.
std::vector<std::uint32_t> dealAnew(const std::vector<std::uint32_t>& node, const std::vector<std::uint32_t>& nodes);

} // namespace shardscape::model
