// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "simulator/cluster/layout.h"
#include "simulator/scenario/scenario.h"

namespace shardscape::simulator {

/// One rebalancing worked out: what moves from which node to which, and when.
struct Moves {
    std::uint32_t table = 0;
    MoveBy by = MoveBy::Partitions;
    std::int64_t fromNs = 0;
    std::int64_t toNs = 0; ///< everything has moved
    std::int64_t redirectNs = 0;
    std::int64_t chunkNs = 0;

    /// Data on its way between two nodes, in chunks at equal distances of time.
    struct Transfer {
        std::uint32_t sender = 0;
        std::uint32_t receiver = 0;
        double bytes = 0;
        std::uint64_t chunks = 0;
    };
    std::vector<Transfer> transfers;
    std::int64_t chunkAt(const Transfer& transfer, std::uint64_t chunk) const;

    /// By partitions: entry `index` of TableLayout::nodes becomes `node`; ascending in time. The partitions of a sender
    /// are copied one after the other.
    struct Place {
        std::size_t index = 0;
        std::uint32_t node = 0;
        std::int64_t atNs = 0;
    };
    std::vector<Place> places;

    /// By keys: the nodes of the partitions, in the layout's numbering, that hold nothing before or after.
    std::vector<bool> added;
    std::vector<bool> lost;
    /// The router afterwards; its partitions are those of the layout.
    std::unique_ptr<const model::Placement> afterwards() const;
    /// Whether a key has moved that lies at this fraction (of 2^64) of what its node sends.
    bool hasMoved(std::uint64_t within, std::int64_t now) const;

    double movedBytes = 0;
    double movedShare = 0; ///< of all replicas

private:
    friend Moves workOut(const Scenario&, const Rebalancing&, const std::vector<TableLayout>&);
    std::string m_kind;
    std::uint32_t m_virtualNodes = 0;
    std::uint32_t m_before = 0;
    std::vector<std::uint32_t> m_lostNumbers;
};

Moves workOut(const Scenario& scenario, const Rebalancing& rebalance, const std::vector<TableLayout>& tables);

/// Deals the places of partitions anew to nodes, with as few moves as possible and no two replicas of a partition on
/// one node as long as there are as many nodes as replicas.
std::vector<std::uint32_t> dealReplicasAnew(const std::vector<std::uint32_t>& places, std::uint32_t replicas,
                                            const std::vector<std::uint32_t>& nodes);

} // namespace shardscape::simulator
