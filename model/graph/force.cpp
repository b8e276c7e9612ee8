// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/force.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/fruchterman_reingold.hpp>
#include <boost/graph/topology.hpp>

#include "model/graph/layered.h"

namespace shardscape::model {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using Topology = boost::rectangle_topology<>;
using Spot = Topology::point_type;

constexpr int kRounds = 160;

/// Where the middles go without a thought for the sizes of boxes, in a plane that all of them fit into with room to
/// spare.
std::vector<Point> sprung(const std::vector<LayoutBox>& boxes, const std::vector<LayoutLine>& lines,
                          const LayoutOptions& options) {
    double area = 0;
    for (const LayoutBox& box : boxes)
        area += (box.width + options.acrossGap) * (box.height + options.downGap);
    const double height = std::sqrt(area / options.aspect);
    const double width = height * options.aspect;
    const std::vector<Point> start = arrangeLayered(boxes, lines, options);
    double right = 1;
    double bottom = 1;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        right = std::max(right, start[i].x + boxes[i].width);
        bottom = std::max(bottom, start[i].y + boxes[i].height);
    }
    Graph graph(boxes.size());
    for (const LayoutLine& line : lines)
        if (!boost::edge(line.from, line.to, graph).second)
            boost::add_edge(line.from, line.to, graph);
    boost::minstd_rand random; // for points that lie upon each other; the same every time
    const Topology plane(random, 0, 0, width, height);
    std::vector<Spot> spots(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        spots[i][0] = (start[i].x + boxes[i].width / 2) / right * width;
        spots[i][1] = (start[i].y + boxes[i].height / 2) / bottom * height;
    }
    boost::fruchterman_reingold_force_directed_layout(
        graph, boost::make_iterator_property_map(spots.begin(), boost::get(boost::vertex_index, graph)), plane,
        boost::cooling(boost::linear_cooling<double>(kRounds)));
    std::vector<Point> middles;
    for (const Spot& spot : spots)
        middles.push_back({spot[0], spot[1]});
    return middles;
}

/// Boxes that have their place.
class Placed {
public:
    Placed(const std::vector<LayoutBox>& boxes, const LayoutOptions& options)
        : m_boxes(boxes)
        , m_options(options) {}

    /// The corner nearest to where the box would like to be at which it covers none, and keeps the gaps. Along each of
    /// many directions it goes from box to box that is in its way, never back: it arrives.
    Point place(std::size_t box, Point wish) {
        constexpr int kDirections = 24;
        Point best = wish;
        double least = std::numeric_limits<double>::infinity();
        for (int i = 0; i < kDirections; ++i) {
            const double angle = 2 * M_PI * i / kDirections;
            const Point toward{std::cos(angle), std::sin(angle)};
            const double way = firstFree(box, wish, toward, least);
            if (way < least) {
                least = way;
                best = {wish.x + way * toward.x, wish.y + way * toward.y};
            }
        }
        m_members.push_back(box);
        m_corners.push_back(best);
        return best;
    }

private:
    /// How far along a direction; infinite when not before `most`.
    double firstFree(std::size_t box, Point wish, Point toward, double most) const {
        double way = 0;
        for (bool moved = true; moved;) {
            moved = false;
            for (std::size_t i = 0; i < m_members.size(); ++i) {
                const double until = wayOut(i, box, wish, toward, way);
                if (until <= way)
                    continue;
                way = until;
                moved = true;
                if (way >= most)
                    return std::numeric_limits<double>::infinity();
            }
        }
        return way;
    }
    /// How far to go to be clear of a placed box; `way` where it already is.
    double wayOut(std::size_t placed, std::size_t box, Point wish, Point toward, double way) const {
        constexpr double kHair = 1e-6;
        const LayoutBox& there = m_boxes[m_members[placed]];
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
    std::vector<std::size_t> m_members;
    std::vector<Point> m_corners;
};

} // namespace

std::vector<Point> arrangeByForce(const std::vector<LayoutBox>& boxes, const std::vector<LayoutLine>& lines,
                                  const LayoutOptions& options) {
    const std::vector<Point> middles = sprung(boxes, lines, options);
    Point centre;
    for (const Point& middle : middles)
        centre = {centre.x + middle.x / double(boxes.size()), centre.y + middle.y / double(boxes.size())};
    const auto away = [&](std::size_t i) { return std::hypot(middles[i].x - centre.x, middles[i].y - centre.y); };
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
