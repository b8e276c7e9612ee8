// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/routing.h"

#include <algorithm>
#include <cmath>

#include "model/graph/route_search.h"

namespace shardscape::model {
namespace {

constexpr double kCell = 256;
constexpr double kStub = 20;
constexpr double kLane = 7;

std::int64_t cellOf(double at) {
    return static_cast<std::int64_t>(std::floor(at / kCell));
}
std::uint64_t cellKey(std::int64_t x, std::int64_t y) {
    return (static_cast<std::uint64_t>(x) << 32) ^ (static_cast<std::uint64_t>(y) & 0xffffffffu);
}

/// True when the axis-parallel segment enters the inside of the box grown by "margin".
bool enters(Point a, Point b, const RouteBox& box, double margin) {
    return std::max(a.x, b.x) > box.left - margin && std::min(a.x, b.x) < box.right + margin &&
           std::max(a.y, b.y) > box.top - margin && std::min(a.y, b.y) < box.bottom + margin;
}

/// Without points in the middle of straight runs.
std::vector<Point> tidy(const std::vector<Point>& line) {
    std::vector<Point> kept;
    for (const Point& point : line) {
        if (!kept.empty() && kept.back() == point)
            continue;
        if (kept.size() >= 2) {
            const Point& a = kept[kept.size() - 2];
            const Point& b = kept.back();
            if ((a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y))
                kept.pop_back();
        }
        kept.push_back(point);
    }
    return kept;
}

} // namespace

Router::Router(std::vector<RouteBox> boxes, std::vector<RouteBox> frames)
    : m_boxes(std::move(boxes))
    , m_frames(std::move(frames)) {
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        for (std::int64_t x = cellOf(m_boxes[i].left - kStub); x <= cellOf(m_boxes[i].right + kStub); ++x)
            for (std::int64_t y = cellOf(m_boxes[i].top - kStub); y <= cellOf(m_boxes[i].bottom + kStub); ++y)
                m_cells[cellKey(x, y)].push_back(i);
}

std::vector<std::size_t> Router::near(double left, double top, double right, double bottom) const {
    std::vector<std::size_t> found;
    for (std::int64_t x = cellOf(left); x <= cellOf(right); ++x)
        for (std::int64_t y = cellOf(top); y <= cellOf(bottom); ++y)
            if (const auto at = m_cells.find(cellKey(x, y)); at != m_cells.end())
                found.insert(found.end(), at->second.begin(), at->second.end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

bool Router::free(Point a, Point b, double margin) const {
    const auto [left, right] = std::minmax(a.x, b.x);
    const auto [top, bottom] = std::minmax(a.y, b.y);
    for (std::int64_t x = cellOf(left); x <= cellOf(right); ++x)
        for (std::int64_t y = cellOf(top); y <= cellOf(bottom); ++y)
            if (const auto at = m_cells.find(cellKey(x, y)); at != m_cells.end())
                for (std::size_t box : at->second)
                    if (enters(a, b, m_boxes[box], margin))
                        return false;
    return true;
}

/// The stubs at the ends start at the edge of their own card: they only have to be clear of the others' insides.
bool Router::isFree(const std::vector<Point>& line) const {
    if (line.size() < 2)
        return false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        Point a = line[i - 1];
        Point b = line[i];
        const double direction = b.x > a.x ? 1 : -1;
        // A straight line between neighbours is all stub.
        if (i == 1 && a.y == b.y)
            a.x += direction * std::min(kClearance, std::abs(b.x - a.x) / 2);
        if (i + 1 == line.size() && a.y == b.y)
            b.x -= direction * std::min(kClearance, std::abs(b.x - a.x) / 2);
        if (!free(a, b, kClearance - 0.5))
            return false;
    }
    return true;
}

double Router::alongFrames(Point a, Point b) const {
    constexpr double kNear = 6; // closer than this two lines read as one
    const auto common = [](double a1, double a2, double b1, double b2) {
        return std::max(0.0, std::min(std::max(a1, a2), b2) - std::max(std::min(a1, a2), b1));
    };
    double length = 0;
    for (const RouteBox& frame : m_frames) {
        if (a.y == b.y && (std::abs(a.y - frame.top) < kNear || std::abs(a.y - frame.bottom) < kNear))
            length += common(a.x, b.x, frame.left, frame.right);
        if (a.x == b.x && (std::abs(a.x - frame.left) < kNear || std::abs(a.x - frame.right) < kNear))
            length += common(a.y, b.y, frame.top, frame.bottom);
    }
    return length * (kFrameCost - 1);
}

double Router::cost(const std::vector<Point>& line) const {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += std::abs(line[i].x - line[i - 1].x) + std::abs(line[i].y - line[i - 1].y) +
                  alongFrames(line[i - 1], line[i]);
    return length + RouteSearch::kBendCost * double(line.size());
}

bool Router::blocked(const std::vector<Point>& line, double margin) const {
    for (std::size_t i = 1; i < line.size(); ++i)
        if (!free(line[i - 1], line[i], margin))
            return true;
    return false;
}

/// Straight, Z (facing sides), C (same side) and S (backwards, over or under the cards), each with a few tracks for its
/// middle piece.
void Router::plainShapes(const RouteEnd& from, const RouteEnd& to, double stub,
                         std::vector<std::vector<Point>>& shapes) const {
    const RouteBox& a = m_boxes[from.box];
    const RouteBox& b = m_boxes[to.box];
    const auto viaX = [&](double sx, double x, double tx) {
        shapes.push_back({{sx, from.y}, {x, from.y}, {x, to.y}, {tx, to.y}});
    };
    const auto facing = [&](double sx, double tx) {
        const double direction = tx > sx ? 1 : -1;
        if (std::abs(tx - sx) < 2 * kClearance)
            return;
        const double room = std::min(stub, std::abs(tx - sx) / 2);
        viaX(sx, tx - direction * room, tx);
        viaX(sx, sx + direction * room, tx);
        viaX(sx, (sx + tx) / 2, tx);
    };
    if (b.left > a.right)
        facing(a.right, b.left);
    if (b.right < a.left)
        facing(a.left, b.right);
    viaX(a.right, std::max(a.right, b.right) + stub, b.right);
    viaX(a.left, std::min(a.left, b.left) - stub, b.left);
    const auto around = [&](double sx, double sOut, double tx, double tOut) {
        for (double y : {std::min(a.top, b.top) - stub, std::max(a.bottom, b.bottom) + stub,
                         a.bottom < b.top ? (a.bottom + b.top) / 2 : (b.bottom + a.top) / 2, a.top - stub,
                         a.bottom + stub, b.top - stub, b.bottom + stub})
            shapes.push_back({{sx, from.y}, {sOut, from.y}, {sOut, y}, {tOut, y}, {tOut, to.y}, {tx, to.y}});
    };
    around(a.right, a.right + stub, b.left, b.left - stub);
    around(a.left, a.left - stub, b.right, b.right + stub);
    around(a.right, a.right + stub, b.right, b.right + stub);
    around(a.left, a.left - stub, b.left, b.left - stub);
}

std::vector<Point> Router::route(const RouteEnd& from, const RouteEnd& to, int lane) const {
    const double stub = kStub + kLane * double(((lane % 7) + 7) % 7);
    const RouteBox& a = m_boxes[from.box];
    if (from.box == to.box) {
        const double x = a.right + stub;
        return tidy({{a.right, from.y}, {x, from.y}, {x, to.y}, {a.right, to.y}});
    }
    std::vector<std::vector<Point>> shapes;
    if (std::abs(from.y - to.y) < 0.5) {
        const RouteBox& b = m_boxes[to.box];
        if (b.left > a.right)
            shapes.push_back({{a.right, from.y}, {b.left, from.y}});
        if (b.right < a.left)
            shapes.push_back({{a.left, from.y}, {b.right, from.y}});
    }
    plainShapes(from, to, stub, shapes);
    if (!m_frames.empty()) // the usual tracks may be where a frame is
        plainShapes(from, to, stub > kStub + 3 * kLane ? stub - 3 * kLane : stub + 3 * kLane, shapes);
    std::stable_sort(shapes.begin(), shapes.end(),
                     [this](const auto& one, const auto& other) { return cost(one) < cost(other); });
    for (const std::vector<Point>& shape : shapes)
        if (isFree(shape))
            return tidy(shape);
    std::vector<Point> found = RouteSearch(*this, from, to, stub).run();
    return tidy(found.empty() ? shapes.front() : found);
}

std::vector<Point> Router::routeOver(const RouteEnd& from, const RouteEnd& to, const std::vector<Point>& bends) const {
    if (bends.empty())
        return route(from, to, 0);
    const auto edge = [&](const RouteEnd& end, double towards) {
        const RouteBox& box = m_boxes[end.box];
        return Point{towards >= (box.left + box.right) / 2 ? box.right : box.left, end.y};
    };
    std::vector<Point> line{edge(from, bends.front().x)};
    for (const Point& bend : bends) {
        if (line.back().y != bend.y && line.back().x != bend.x)
            line.push_back({bend.x, line.back().y});
        line.push_back(bend);
    }
    const Point last = edge(to, bends.back().x);
    if (line.back().y != last.y && line.back().x != last.x)
        line.push_back({line.back().x, last.y});
    line.push_back(last);
    return tidy(line);
}

bool touches(const std::vector<Point>& line, const RouteBox& box) {
    for (std::size_t i = 1; i < line.size(); ++i)
        if (enters(line[i - 1], line[i], box, Router::kClearance))
            return true;
    return false;
}

} // namespace shardscape::model
