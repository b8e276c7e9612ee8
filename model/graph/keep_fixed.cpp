// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/keep_fixed.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace shardscape::model {
namespace {

class Fitting {
public:
    Fitting(const std::vector<LayoutBox>& boxes, std::vector<Point> corners,
            const std::vector<std::optional<Point>>& fixed, double grid, double gap)
        : m_boxes(boxes)
        , m_corners(std::move(corners))
        , m_fixed(fixed)
        , m_grid(grid)
        , m_gap(gap) {}

    std::vector<Point> run() {
        shift();
        std::vector<std::size_t> inTheWay;
        for (std::size_t i = 0; i < m_boxes.size(); ++i)
            if (!m_fixed[i] && meetsFixed(i))
                inTheWay.push_back(i);
            else
                m_placed.push_back(i);
        for (std::size_t i : inTheWay) {
            m_corners[i] = nearestFree(i);
            m_placed.push_back(i);
        }
        return std::move(m_corners);
    }

private:
    double snapped(double value) const { return std::round(value / m_grid) * m_grid; }

    void shift() {
        Point sum;
        double count = 0;
        for (std::size_t i = 0; i < m_boxes.size(); ++i)
            if (m_fixed[i]) {
                sum.x += m_fixed[i]->x - m_corners[i].x;
                sum.y += m_fixed[i]->y - m_corners[i].y;
                ++count;
            }
        if (count == 0)
            return;
        for (std::size_t i = 0; i < m_boxes.size(); ++i)
            m_corners[i] =
                m_fixed[i] ? *m_fixed[i]
                           : Point{m_corners[i].x + snapped(sum.x / count), m_corners[i].y + snapped(sum.y / count)};
    }

    bool meets(std::size_t i, Point corner, std::size_t other) const {
        const Point& there = m_corners[other];
        return corner.x < there.x + m_boxes[other].width + m_gap && there.x < corner.x + m_boxes[i].width + m_gap &&
               corner.y < there.y + m_boxes[other].height + m_gap && there.y < corner.y + m_boxes[i].height + m_gap;
    }
    bool meetsFixed(std::size_t i) const {
        for (std::size_t other = 0; other < m_boxes.size(); ++other)
            if (m_fixed[other] && meets(i, m_corners[i], other))
                return true;
        return false;
    }

    /// The nearest free place is where it is in one direction, or beside a placed box in one: only those are tried.
    Point nearestFree(std::size_t i) const {
        const Point wish = m_corners[i];
        std::vector<double> xs{wish.x};
        std::vector<double> ys{wish.y};
        for (std::size_t other : m_placed) {
            const Point& there = m_corners[other];
            xs.push_back(std::ceil((there.x + m_boxes[other].width + m_gap) / m_grid) * m_grid);
            xs.push_back(std::floor((there.x - m_boxes[i].width - m_gap) / m_grid) * m_grid);
            ys.push_back(std::ceil((there.y + m_boxes[other].height + m_gap) / m_grid) * m_grid);
            ys.push_back(std::floor((there.y - m_boxes[i].height - m_gap) / m_grid) * m_grid);
        }
        const auto byDistance = [](std::vector<double>& values, double from) {
            std::sort(values.begin(), values.end(), [&](double a, double b) {
                return std::pair(std::abs(a - from), a) < std::pair(std::abs(b - from), b);
            });
            values.erase(std::unique(values.begin(), values.end()), values.end());
        };
        byDistance(xs, wish.x);
        byDistance(ys, wish.y);
        Point best = wish;
        double least = std::numeric_limits<double>::infinity();
        for (double x : xs) {
            if (std::abs(x - wish.x) >= least)
                break;
            for (double y : ys) {
                const double distance = std::hypot(x - wish.x, y - wish.y);
                if (distance >= least)
                    break;
                if (std::none_of(m_placed.begin(), m_placed.end(), [&](std::size_t other) {
                        return meets(i, {x, y}, other);
                    })) {
                    least = distance;
                    best = {x, y};
                }
            }
        }
        return best;
    }

    const std::vector<LayoutBox>& m_boxes;
    std::vector<Point> m_corners;
    const std::vector<std::optional<Point>>& m_fixed;
    double m_grid;
    double m_gap;
    std::vector<std::size_t> m_placed;
};

} // namespace

std::vector<Point> keepFixed(const std::vector<LayoutBox>& boxes, std::vector<Point> corners,
                             const std::vector<std::optional<Point>>& fixed, double grid, double gap) {
    if (std::none_of(fixed.begin(), fixed.end(), [](const auto& place) { return place.has_value(); }))
        return corners;
    return Fitting(boxes, std::move(corners), fixed, grid, gap).run();
}

} // namespace shardscape::model
