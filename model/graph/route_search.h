// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "model/graph/routing.h"

namespace shardscape::model {

/// The way of one line where no plain shape is free: A* over the grid that the edges of the nearby cards make, by
/// length plus a price for each bend. Looks near the two ends first, then farther out.
class RouteSearch {
public:
    static constexpr double kBendCost = 36;

    RouteSearch(const Router& router, const RouteEnd& from, const RouteEnd& to, double stub);

    /// The corner points; empty when there is no way within the largest region.
    std::vector<Point> run();

private:
    struct Region {
        double left, top, right, bottom;
    };
    void makeGrid(const Region& region, const std::vector<Point>& ends);
    void markBlocked(const std::vector<std::size_t>& boxes);
    std::vector<Point> search(const std::vector<Point>& starts, const std::vector<Point>& goals) const;
    std::vector<Point> stubs(const RouteEnd& end) const;

    const Router& m_router;
    const RouteEnd& m_from;
    const RouteEnd& m_to;
    double m_stub;
    std::vector<double> m_xs;
    std::vector<double> m_ys;
    std::vector<char> m_blockedAcross;
    std::vector<char> m_blockedDown;
};

} // namespace shardscape::model
