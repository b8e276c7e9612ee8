// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/force.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <unordered_map>

#include "model/graph/springs.h"

namespace shardscape::model {
namespace {

/// Boxes that have their place.
class Placed {
public:
    Placed(const std::vector<LayoutBox>& boxes, const LayoutOptions& options)
        : m_boxes(boxes)
        , m_options(options)
        , m_corners(boxes.size()) {
        for (const LayoutBox& box : boxes) {
            m_across = std::max(m_across, box.width + options.acrossGap);
            m_down = std::max(m_down, box.height + options.downGap);
        }
    }

    /// The corner nearest to where the box would like to be at which it covers none, and keeps the gaps. Along each of
    /// many directions it goes from box to box that is in its way, never back: it arrives. Ways across count for less,
    /// by the aspect of the picture.
    Point place(std::size_t box, Point wish) {
        constexpr int kDirections = 48;
        Point best = wish;
        double least = std::numeric_limits<double>::infinity();
        for (int i = 0; i < kDirections && least > 0; ++i) {
            const double angle = 2 * M_PI * i / kDirections;
            const Point toward{std::cos(angle) * m_options.aspect, std::sin(angle)};
            const double way = firstFree(box, wish, toward, least);
            if (way < least) {
                least = way;
                best = {wish.x + way * toward.x, wish.y + way * toward.y};
            }
        }
        m_corners[box] = best;
        m_cells[cell(int(std::floor(best.x / m_across)), int(std::floor(best.y / m_down)))].push_back(box);
        return best;
    }

private:
    static std::uint64_t cell(int column, int row) {
        return std::uint64_t(std::uint32_t(column)) << 32 | std::uint32_t(row);
    }
    /// How far along a direction; infinite when not before `most`.
    double firstFree(std::size_t box, Point wish, Point toward, double most) const {
        double way = 0;
        for (bool moved = true; moved;) {
            moved = false;
            // A cell is as large as the largest box with its gaps: what is in the way has its corner in one of nine.
            const int column = int(std::floor((wish.x + way * toward.x) / m_across));
            const int row = int(std::floor((wish.y + way * toward.y) / m_down));
            for (int across = column - 1; across <= column + 1; ++across)
                for (int down = row - 1; down <= row + 1; ++down) {
                    const auto there = m_cells.find(cell(across, down));
                    if (there == m_cells.end())
                        continue;
                    for (std::size_t placed : there->second) {
                        const double until = wayOut(placed, box, wish, toward, way);
                        moved = moved || until > way;
                        way = std::max(way, until);
                    }
                }
            if (way >= most)
                return std::numeric_limits<double>::infinity();
        }
        return way;
    }
    /// How far to go to be clear of a placed box; `way` where it already is.
    double wayOut(std::size_t placed, std::size_t box, Point wish, Point toward, double way) const {
        constexpr double kHair = 1e-6;
        const LayoutBox& there = m_boxes[placed];
        const LayoutBox& here = m_boxes[box];
        const Point corner{wish.x + way * toward.x, wish.y + way * toward.y};
        const double left = m_corners[placed].x - here.width - m_options.acrossGap;
        const double right = m_corners[placed].x + there.width + m_options.acrossGap;
        const double top = m_corners[placed].y - here.height - m_options.downGap;
        const double bottom = m_corners[placed].y + there.height + m_options.downGap;
        if (corner.x <= left || corner.x >= right || corner.y <= top || corner.y >= bottom)
            return way;
        double out = std::numeric_limits<double>::infinity();
        if (std::abs(toward.x) > kHair)
            out = std::min(out, ((toward.x > 0 ? right : left) - corner.x) / toward.x);
        if (std::abs(toward.y) > kHair)
            out = std::min(out, ((toward.y > 0 ? bottom : top) - corner.y) / toward.y);
        return way + out + kHair;
    }

    const std::vector<LayoutBox>& m_boxes;
    const LayoutOptions& m_options;
    double m_across = 1;
    double m_down = 1;
    std::vector<Point> m_corners;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> m_cells;
};

} // namespace

std::vector<Point> arrangeByForce(const std::vector<LayoutBox>& boxes, const std::vector<LayoutLine>& lines,
                                  const LayoutOptions& options) {
    const std::vector<Point> middles = springLayout(boxes, lines, options);
    const auto away = [&](std::size_t i) { return std::hypot(middles[i].x / options.aspect, middles[i].y); };
    std::vector<std::size_t> order(boxes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return away(a) < away(b); });
    std::vector<Point> corners(boxes.size());
    Placed placed(boxes, options);
    for (std::size_t box : order)
        corners[box] =
            placed.place(box, {middles[box].x - boxes[box].width / 2, middles[box].y - boxes[box].height / 2});
    Point least{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    for (const Point& corner : corners)
        least = {std::min(least.x, corner.x), std::min(least.y, corner.y)};
    for (Point& corner : corners)
        corner = {corner.x - least.x, corner.y - least.y};
    return corners;
}

} // namespace shardscape::model
