// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/diagram/diagram.h"
#include "model/graph/layout.h"

namespace shardscape::model {

/// A box where it is.
struct PlacedBox {
    Point corner; ///< top left
    LayoutBox size;
};

/// What boxes are brought to: the outermost edge among them, or the middle of all.
enum class Align { Left, Centre, Right, Top, Middle, Bottom };

/// Corners after the boxes were aligned; boxes move in one direction alone, and may then lie upon each other. Fewer
/// than two boxes stay where they are.
std::vector<Point> align(const std::vector<PlacedBox>& boxes, Align to);

enum class Direction { Across, Down };

/// Corners after the gaps between neighbours were made equal; the first and the last box stay. Gaps are negative where
/// there is no room. Fewer than three boxes stay where they are. Boxes are neighbours by their middles; of boxes with
/// the same middle the earlier one is first.
std::vector<Point> distribute(const std::vector<PlacedBox>& boxes, Direction direction);

} // namespace shardscape::model
