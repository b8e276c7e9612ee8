// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>
#include <vector>

#include "model/diagram/diagram.h"

namespace shardscape::model {

/// A box to place, in canvas units.
struct LayoutBox {
    double width = 0;
    double height = 0;
};

/// A line between two boxes, by their places in the list; drawn from left to right where that is possible.
struct LayoutLine {
    std::size_t from = 0; ///< the parent
    std::size_t to = 0;   ///< the child
};

enum class LayoutKind {
    Layered, ///< parents left of children
    Force,   ///< what is joined is near: shows clusters and hubs
    Groups,  ///< the boxes of each group together, layered within; the groups layered by the lines between them
};

struct LayoutOptions {
    LayoutKind kind = LayoutKind::Layered;
    /// For Groups: the group of each box; a box beyond the end, or with -1, is in none, and those are one more group.
    std::vector<int> groups;
    double groupGap = 72;  ///< for Groups: between the boxes of different groups, room for a frame and its title
    double acrossGap = 96; ///< between columns of boxes: room for vertical lines
    double downGap = 40;   ///< between boxes of a column
    double aspect = 1.6;   ///< width over height to aim for
    double grid = 8;       ///< positions are multiples of it
    std::stop_token stop;  ///< once it is asked for, arrange() returns early, with nothing
    std::function<void(double)> progress; ///< told 0 … 1 now and then, by the calling thread; may be empty
};

/// Automatic layout: the top left corner of every box, by the kind that the options ask for.
///
/// Layered: drawing after Sugiyama, Tagawa and Toda (1981), with these choices. Cycles are broken depth first. Columns
/// are filled like Coffman and Graham's layering (1972), bounded in height so that the picture gets the aspect of a
/// screen even where one table has hundreds of children. Lines over several columns share one waypoint a column and
/// parent. The order within columns comes from barycentre sweeps, the best of them by crossings counted (Barth, Jünger
/// and Mutzel 2002); the places are the least-squares ones for that order (pool adjacent violators). Connected
/// components, and all boxes without a line as one grid, are packed on shelves, the largest first.
///
/// Force: springs and repulsion after Fruchterman and Reingold (1991), of all boxes at once (springs.h); then every
/// box, those nearest to the middle first, moves to the nearest place where it covers no other.
///
/// Deterministic; no two boxes overlap; 2,000 boxes take about a second. Lines to missing boxes are ignored.
std::vector<Point> arrange(const std::vector<LayoutBox>& boxes, const std::vector<LayoutLine>& lines,
                           const LayoutOptions& options = {});

/// How many pairs of lines cross when drawn straight between the centres of their boxes; lines that share a box do not
/// count. For judging layouts; quadratic in the number of lines.
std::size_t straightCrossings(const std::vector<LayoutBox>& boxes, const std::vector<LayoutLine>& lines,
                              const std::vector<Point>& positions);

} // namespace shardscape::model
