// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "model/base/ids.h"

namespace shardscape::model {

/// A point of the canvas, in canvas units (one unit = one pixel at 100 %), y downwards.
struct Point {
    double x = 0;
    double y = 0;
    auto operator<=>(const Point&) const = default;
};

/// How the model is drawn: a sibling of the schema, never inside it. An entity without a position is placed by the
/// automatic layout when it is first shown. Sizes follow from the contents and are not stored.
struct Diagram {
    std::map<EntityId, Point> positions;                ///< top left corner of the card
    std::map<RelationshipId, std::vector<Point>> bends; ///< bend points set by hand
    bool operator==(const Diagram&) const = default;
};

} // namespace shardscape::model
