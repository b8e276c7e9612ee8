// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace shardscape::simulator {

/// What of a table changes its node when nodes are added to it or taken from it.
enum class MoveBy {
    Partitions, ///< whole partitions, as few as possible; each answers from its new node when it has been copied
    Keys, ///< every partition is one node: the router counts again and single keys move, each when it has been copied
};

/// Nodes are added to a table, or taken from it, while it serves. All transfers run at once, each at a rate in
/// proportion to what it carries, so that the busiest link is used up to `bytesPerSecond` and all end together. Nodes
/// that are taken away send what they have first.
struct Rebalancing {
    std::string table;
    double atSeconds = 0;
    std::vector<std::string> add;  ///< names of groups or single nodes that hold nothing of the table before
    std::vector<std::string> lose; ///< those that hold nothing of it afterwards
    MoveBy by = MoveBy::Partitions;
    double bytes = 0;              ///< of the table, one replica of it; spread evenly over partitions or keys
    double bytesPerSecond = 100e6; ///< that a node sends and that it takes in, at most
    double chunkBytes = 1e6;
    double chunkMs = 1; ///< a server of the sender and one of the receiver are busy with each chunk, at speed 1
    /// Network time on top for requests of what has moved, which ask the old node first, until everything has.
    double redirectMs = 0;
    bool operator==(const Rebalancing&) const = default;
};

} // namespace shardscape::simulator
