// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "model/diagram/diagram.h"

namespace shardscape::model {

/// A card as lines see it, in canvas units.
struct RouteBox {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

/// Where a line may leave a card: at a height of its left or right edge.
struct RouteEnd {
    std::size_t box = 0;
    double y = 0; ///< absolute
};

/// Orthogonal lines between cards that do not run through any card.
///
/// A router knows the boxes and answers one line at a time, so that a caller re-routes only the lines that a change
/// touches (see touches()). Most lines are one of a few plain shapes (straight, Z, C, S around the cards), the cheapest
/// that is free by length and bends; where none is free, an A* search over the lines that the edges of nearby cards
/// make. Lines to the same card share their track ("lane"), others keep beside it. When cards leave no way at all (they
/// overlap or touch the ends) the cheapest plain shape is returned all the same. Deterministic: the route depends on
/// the boxes, the frames and the ends alone.
class Router {
public:
    /// Room between a line and a card it passes.
    static constexpr double kClearance = 10;

    /// Along the edge of a frame a line costs this many times its length.
    static constexpr double kFrameCost = 4;

    /// Lines may cross frames, and avoid to run along their edges.
    explicit Router(std::vector<RouteBox> boxes, std::vector<RouteBox> frames = {});

    /// Corner points from the first end to the second, both included; horizontal at both ends. "lane" 0 … 6.
    std::vector<Point> route(const RouteEnd& from, const RouteEnd& to, int lane) const;
    /// The way over bend points set by hand: kept as they are, with corners where they do not line up.
    std::vector<Point> routeOver(const RouteEnd& from, const RouteEnd& to, const std::vector<Point>& bends) const;

    /// True when the line runs through, or closer than "margin" to, a card other than at its own ends.
    bool blocked(const std::vector<Point>& line, double margin) const;

private:
    friend class RouteSearch;
    bool free(Point a, Point b, double margin) const;
    bool isFree(const std::vector<Point>& line) const;
    double cost(const std::vector<Point>& line) const;
    /// What the piece costs beyond its length for running along frames.
    double alongFrames(Point a, Point b) const;
    std::vector<std::size_t> near(double left, double top, double right, double bottom) const;
    void plainShapes(const RouteEnd& from, const RouteEnd& to, double stub,
                     std::vector<std::vector<Point>>& shapes) const;

    std::vector<RouteBox> m_boxes;
    std::vector<RouteBox> m_frames;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> m_cells; ///< boxes by the cells they touch
};

/// True when the box, with the clearance around it, meets the line: what to re-route when a box appears there.
bool touches(const std::vector<Point>& line, const RouteBox& box);

} // namespace shardscape::model
