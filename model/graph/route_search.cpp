// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/route_search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

namespace shardscape::model {
namespace {

/// Tracks closer than this are one. Below twice the clearance, so that every gap that a line fits through keeps a
/// track.
constexpr double kApart = 16;
/// A larger grid is not searched: the line would take longer than a frame.
constexpr std::size_t kMostCells = 600000;
/// The search believes that the rest of the way is this much longer than straight: a little off the shortest, many
/// times faster.
constexpr double kGreed = 1.3;

/// Sorted, and without values closer than "apart" to the one before.
void thin(std::vector<double>& values, double apart) {
    std::sort(values.begin(), values.end());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (kept == 0 || values[i] - values[kept - 1] > apart)
            values[kept++] = values[i];
    values.resize(kept);
}

std::size_t indexOf(const std::vector<double>& values, double value) {
    return std::size_t(std::lower_bound(values.begin(), values.end(), value) - values.begin());
}

} // namespace

RouteSearch::RouteSearch(const Router& router, const RouteEnd& from, const RouteEnd& to, double stub)
    : m_router(router)
    , m_from(from)
    , m_to(to)
    , m_stub(stub) {}

/// Where the line may come off the card: a stub to the left and to the right, as far out as is free.
std::vector<Point> RouteSearch::stubs(const RouteEnd& end) const {
    const RouteBox& box = m_router.m_boxes[end.box];
    std::vector<Point> found;
    for (const double direction : {1.0, -1.0}) {
        const double edge = direction > 0 ? box.right : box.left;
        for (const double length : {m_stub, Router::kClearance}) {
            const Point out{edge + direction * length, end.y};
            if (m_router.free({edge + direction * Router::kClearance, end.y}, out, Router::kClearance - 0.5)) {
                found.push_back(out);
                break;
            }
        }
    }
    return found;
}

void RouteSearch::makeGrid(const Region& region, const std::vector<Point>& ends) {
    const std::vector<std::size_t> boxes = m_router.near(region.left, region.top, region.right, region.bottom);
    m_xs.clear();
    m_ys.clear();
    for (std::size_t i : boxes) {
        const RouteBox& box = m_router.m_boxes[i];
        for (const double margin : {m_stub, Router::kClearance}) {
            m_xs.push_back(box.left - margin);
            m_xs.push_back(box.right + margin);
            m_ys.push_back(box.top - margin);
            m_ys.push_back(box.bottom + margin);
        }
    }
    // Outside the region there may be cards that are not looked at.
    std::erase_if(m_xs, [&](double x) { return x < region.left || x > region.right; });
    std::erase_if(m_ys, [&](double y) { return y < region.top || y > region.bottom; });
    thin(m_xs, kApart);
    thin(m_ys, kApart);
    for (const Point& end : ends) {
        m_xs.push_back(end.x);
        m_ys.push_back(end.y);
    }
    thin(m_xs, 0);
    thin(m_ys, 0);
    markBlocked(boxes);
}

/// Which steps of the grid run into a card: across from (x, y) to (x + 1, y), down from (x, y) to (x, y + 1).
void RouteSearch::markBlocked(const std::vector<std::size_t>& boxes) {
    const std::size_t width = m_xs.size();
    m_blockedAcross.assign(width * m_ys.size(), 0);
    m_blockedDown.assign(width * m_ys.size(), 0);
    constexpr double kMargin = Router::kClearance - 0.5;
    // First step of a list that reaches beyond "low", and first line at or beyond a value.
    const auto stepBeyond = [](const std::vector<double>& v, double low) {
        const auto at = std::upper_bound(v.begin(), v.end(), low) - v.begin();
        return std::size_t(std::max<std::ptrdiff_t>(at - 1, 0));
    };
    const auto lineAt = [](const std::vector<double>& v, double value) { return indexOf(v, value); };
    const auto lineBeyond = [](const std::vector<double>& v, double value) {
        return std::size_t(std::upper_bound(v.begin(), v.end(), value) - v.begin());
    };
    for (std::size_t i : boxes) {
        const RouteBox& box = m_router.m_boxes[i];
        const double left = box.left - kMargin, right = box.right + kMargin;
        const double top = box.top - kMargin, bottom = box.bottom + kMargin;
        for (std::size_t y = lineBeyond(m_ys, top); y < lineAt(m_ys, bottom); ++y)
            for (std::size_t x = stepBeyond(m_xs, left); x < lineAt(m_xs, right); ++x)
                m_blockedAcross[y * width + x] = 1;
        for (std::size_t y = stepBeyond(m_ys, top); y < lineAt(m_ys, bottom); ++y)
            for (std::size_t x = lineBeyond(m_xs, left); x < lineAt(m_xs, right); ++x)
                m_blockedDown[y * width + x] = 1;
    }
}

std::vector<Point> RouteSearch::run() {
    const std::vector<Point> starts = stubs(m_from);
    const std::vector<Point> goals = stubs(m_to);
    if (starts.empty() || goals.empty())
        return {};
    std::vector<Point> ends = starts;
    ends.insert(ends.end(), goals.begin(), goals.end());
    const RouteBox& a = m_router.m_boxes[m_from.box];
    const RouteBox& b = m_router.m_boxes[m_to.box];
    for (const double reach : {160.0, 800.0, 3200.0}) {
        makeGrid({std::min(a.left, b.left) - reach, std::min(a.top, b.top) - reach, std::max(a.right, b.right) + reach,
                  std::max(a.bottom, b.bottom) + reach},
                 ends);
        if (m_xs.size() * m_ys.size() > kMostCells)
            return {};
        std::vector<Point> found = search(starts, goals);
        if (!found.empty())
            return found;
    }
    return {};
}

std::vector<Point> RouteSearch::search(const std::vector<Point>& starts, const std::vector<Point>& goals) const {
    // A state is a crossing of the grid and whether the line arrives there across (0) or down (1).
    const std::size_t width = m_xs.size();
    const std::size_t states = width * m_ys.size() * 2;
    constexpr double kFar = std::numeric_limits<double>::infinity();
    constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
    std::vector<double> best(states, kFar);
    std::vector<std::size_t> before(states, kNone);
    const auto point = [&](std::size_t state) { return Point{m_xs[(state / 2) % width], m_ys[state / 2 / width]}; };
    const auto stateAt = [&](Point p) { return (indexOf(m_ys, p.y) * width + indexOf(m_xs, p.x)) * 2; };
    const auto remaining = [&](Point p) {
        double least = kFar;
        for (const Point& goal : goals)
            least = std::min(least, std::abs(goal.x - p.x) + std::abs(goal.y - p.y) + (goal.y != p.y ? kBendCost : 0));
        return least * kGreed;
    };
    using Entry = std::pair<double, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    for (const Point& start : starts) {
        const std::size_t state = stateAt(start);
        best[state] = 0;
        open.emplace(remaining(start), state);
    }
    std::vector<char> isGoal(states, 0);
    for (const Point& goal : goals)
        isGoal[stateAt(goal)] = 1;
    while (!open.empty()) {
        const auto [estimate, state] = open.top();
        open.pop();
        const Point here = point(state);
        if (estimate > best[state] + remaining(here) + 1e-6)
            continue;
        if (isGoal[state]) {
            std::vector<Point> line;
            for (std::size_t at = state; at != kNone; at = before[at])
                line.push_back(point(at));
            std::reverse(line.begin(), line.end());
            const RouteBox& a = m_router.m_boxes[m_from.box];
            const RouteBox& b = m_router.m_boxes[m_to.box];
            line.insert(line.begin(), {line.front().x > a.right ? a.right : a.left, m_from.y});
            line.push_back({line.back().x > b.right ? b.right : b.left, m_to.y});
            return line;
        }
        const std::size_t x = (state / 2) % width;
        const std::size_t y = state / 2 / width;
        const auto step = [&](bool possible, std::size_t nx, std::size_t ny, std::size_t direction) {
            if (!possible)
                return;
            const std::size_t first = std::min(y, ny) * width + std::min(x, nx);
            if (direction == 0 ? m_blockedAcross[first] : m_blockedDown[first])
                return;
            const std::size_t next = (ny * width + nx) * 2 + direction;
            const Point there = point(next);
            const double price = std::abs(there.x - here.x) + std::abs(there.y - here.y) +
                                 m_router.alongFrames(here, there) + (direction != state % 2 ? kBendCost : 0);
            if (best[state] + price >= best[next])
                return;
            best[next] = best[state] + price;
            before[next] = state;
            open.emplace(best[next] + remaining(there), next);
        };
        step(x > 0, x - 1, y, 0);
        step(x + 1 < width, x + 1, y, 0);
        step(y > 0, x, y - 1, 1);
        step(y + 1 < m_ys.size(), x, y + 1, 1);
        // Turning on the spot lets a line arrive across at a goal it reached going down.
        const std::size_t turned = state ^ 1;
        if (best[state] + kBendCost < best[turned]) {
            best[turned] = best[state] + kBendCost;
            before[turned] = state;
            open.emplace(best[turned] + remaining(here), turned);
        }
    }
    return {};
}

} // namespace shardscape::model
