// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/align.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace shardscape::model {
namespace {

std::vector<Point> corners(const std::vector<PlacedBox>& boxes) {
    std::vector<Point> places;
    for (const PlacedBox& box : boxes)
        places.push_back(box.corner);
    return places;
}

bool isAcross(Align to) {
    return to == Align::Left || to == Align::Centre || to == Align::Right;
}

/// Where an edge of a box of that size goes, between the outermost edges of all.
double placed(Align to, double first, double last, double size) {
    switch (to) {
    case Align::Left:
    case Align::Top: return first;
    case Align::Right:
    case Align::Bottom: return last - size;
    case Align::Centre:
    case Align::Middle: return (first + last - size) / 2;
    }
    return first;
}

} // namespace

std::vector<Point> align(const std::vector<PlacedBox>& boxes, Align to) {
    std::vector<Point> places = corners(boxes);
    if (boxes.size() < 2)
        return places;
    double Point::*const along = isAcross(to) ? &Point::x : &Point::y;
    double LayoutBox::*const size = isAcross(to) ? &LayoutBox::width : &LayoutBox::height;
    double first = std::numeric_limits<double>::infinity();
    double last = -first;
    for (const PlacedBox& box : boxes) {
        first = std::min(first, box.corner.*along);
        last = std::max(last, box.corner.*along + box.size.*size);
    }
    for (std::size_t i = 0; i < boxes.size(); ++i)
        places[i].*along = placed(to, first, last, boxes[i].size.*size);
    return places;
}

std::vector<Point> distribute(const std::vector<PlacedBox>& boxes, Direction direction) {
    std::vector<Point> places = corners(boxes);
    if (boxes.size() < 3)
        return places;
    double Point::*const along = direction == Direction::Across ? &Point::x : &Point::y;
    double LayoutBox::*const size = direction == Direction::Across ? &LayoutBox::width : &LayoutBox::height;
    const auto middle = [&](std::size_t i) { return boxes[i].corner.*along + boxes[i].size.*size / 2; };
    std::vector<std::size_t> order(boxes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return middle(a) < middle(b); });
    const PlacedBox& last = boxes[order.back()];
    double room = last.corner.*along - boxes[order.front()].corner.*along;
    for (std::size_t i = 0; i + 1 < order.size(); ++i)
        room -= boxes[order[i]].size.*size;
    const double gap = room / double(order.size() - 1);
    double at = boxes[order.front()].corner.*along;
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
        places[order[i]].*along = at;
        at += boxes[order[i]].size.*size + gap;
    }
    return places;
}

} // namespace shardscape::model
