// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/springs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>

namespace shardscape::model {
namespace {

constexpr double kOpening = 0.9;       // width of a cell over its distance, below which it is one body
constexpr std::size_t kFew = 40;       // bodies that are drawn without merging any
constexpr double kWorthMerging = 0.9;  // of the bodies must be left at most
constexpr int kDeepest = 40;           // cells within cells: bodies on one point end there
constexpr int kFirstRounds = 300;      // for the few
constexpr int kRounds = 80;            // for each larger drawing
constexpr double kStepFactor = 0.9;    // Hu 2005, section 3.2
constexpr int kRoundsBeforeLonger = 5; // of falling energy
constexpr double kFilled = 0.4;        // of the plane by boxes and their gaps, but for the springs
constexpr double kStill = 0.002;       // a mean way below this is the end

struct Spring {
    std::size_t to = 0;
    double weight = 1;
};

/// A drawing at one size.
struct Level {
    std::vector<double> mass;
    std::vector<std::vector<Spring>> springs;
    std::vector<std::size_t> merged; ///< of each body of the larger drawing: which one it is here
};

/// The cells of Barnes and Hut.
class Cells {
public:
    Cells(const std::vector<Point>& bodies, const std::vector<double>& mass)
        : m_bodies(bodies)
        , m_mass(mass)
        , m_order(bodies.size()) {
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        Point least = bodies.front();
        Point most = bodies.front();
        for (const Point& body : bodies) {
            least = {std::min(least.x, body.x), std::min(least.y, body.y)};
            most = {std::max(most.x, body.x), std::max(most.y, body.y)};
        }
        const double side = std::max({most.x - least.x, most.y - least.y, 1e-9});
        m_cells.reserve(bodies.size() * 2);
        build(0, bodies.size(), {least.x + side / 2, least.y + side / 2}, side, 0);
    }

    /// The push on a body.
    Point push(std::size_t body) const {
        Point sum;
        const Point at = m_bodies[body];
        std::array<std::size_t, 4 * (kDeepest + 2)> stack{};
        std::size_t top = 0;
        stack[top++] = 0;
        while (top > 0) {
            const Cell& cell = m_cells[stack[--top]];
            const double x = at.x - cell.centre.x;
            const double y = at.y - cell.centre.y;
            const double squared = x * x + y * y;
            if (!cell.leaf && cell.side * cell.side < kOpening * kOpening * squared) {
                sum = {sum.x + cell.mass * x / squared, sum.y + cell.mass * y / squared};
            } else if (cell.leaf) {
                for (std::size_t i = cell.begin; i < cell.end; ++i)
                    add(sum, body, m_order[i]);
            } else {
                for (std::size_t part : cell.parts)
                    if (part)
                        stack[top++] = part;
            }
        }
        return {sum.x * m_mass[body], sum.y * m_mass[body]};
    }

private:
    struct Cell {
        Point centre; ///< of gravity
        double mass = 0;
        double side = 0;
        bool leaf = true;
        std::size_t begin = 0; ///< of a leaf
        std::size_t end = 0;
        std::array<std::size_t, 4> parts{};
    };

    void add(Point& sum, std::size_t body, std::size_t other) const {
        if (body == other)
            return;
        double x = m_bodies[body].x - m_bodies[other].x;
        double y = m_bodies[body].y - m_bodies[other].y;
        if (x == 0 && y == 0) {
            // On one point: apart in a direction that is fixed for the two.
            const double angle = double(std::min(body, other) * 2654435761U % 6283U) / 1000;
            x = (body < other ? 1e-3 : -1e-3) * std::cos(angle);
            y = (body < other ? 1e-3 : -1e-3) * std::sin(angle);
        }
        const double squared = std::max(x * x + y * y, 1e-6);
        sum = {sum.x + m_mass[other] * x / squared, sum.y + m_mass[other] * y / squared};
    }

    std::size_t build(std::size_t begin, std::size_t end, Point middle, double side, int depth) {
        const std::size_t index = m_cells.size();
        Cell cell;
        cell.side = side;
        cell.begin = begin;
        cell.end = end;
        for (std::size_t i = begin; i < end; ++i) {
            const std::size_t body = m_order[i];
            cell.mass += m_mass[body];
            cell.centre.x += m_mass[body] * m_bodies[body].x;
            cell.centre.y += m_mass[body] * m_bodies[body].y;
        }
        cell.centre = {cell.centre.x / cell.mass, cell.centre.y / cell.mass};
        cell.leaf = end - begin <= 4 || depth >= kDeepest;
        m_cells.push_back(cell);
        if (cell.leaf)
            return index;
        const auto at = [&](std::size_t i) { return m_order.begin() + std::ptrdiff_t(i); };
        const auto cut = [&](std::size_t from, std::size_t to, auto below) {
            return std::size_t(std::partition(at(from), at(to), below) - m_order.begin());
        };
        const auto isAbove = [&](std::size_t body) { return m_bodies[body].y < middle.y; };
        const auto isLeft = [&](std::size_t body) { return m_bodies[body].x < middle.x; };
        const std::size_t half = cut(begin, end, isAbove);
        const std::array<std::size_t, 5> cuts{begin, cut(begin, half, isLeft), half, cut(half, end, isLeft), end};
        for (std::size_t part = 0; part < 4; ++part) {
            if (cuts[part] == cuts[part + 1])
                continue;
            const Point inner{middle.x + (part % 2 ? side : -side) / 4, middle.y + (part / 2 ? side : -side) / 4};
            const std::size_t child = build(cuts[part], cuts[part + 1], inner, side / 2, depth + 1);
            m_cells[index].parts[part] = child;
        }
        return index;
    }

    const std::vector<Point>& m_bodies;
    const std::vector<double>& m_mass;
    std::vector<std::size_t> m_order;
    std::vector<Cell> m_cells;
};

Level levelOf(const std::vector<LayoutBox>& boxes, const std::vector<LayoutLine>& lines, const LayoutOptions& options) {
    Level level;
    double total = 0;
    for (const LayoutBox& box : boxes) {
        level.mass.push_back((box.width + options.acrossGap) * (box.height + options.downGap));
        total += level.mass.back();
    }
    for (double& mass : level.mass)
        mass *= double(boxes.size()) / total;
    std::vector<std::map<std::size_t, double>> weights(boxes.size());
    for (const LayoutLine& line : lines) {
        weights[line.from][line.to] = 1; // several lines between two pull no more than one
        weights[line.to][line.from] = 1;
    }
    level.springs.resize(boxes.size());
    for (std::size_t body = 0; body < boxes.size(); ++body)
        for (const auto& [to, weight] : weights[body])
            level.springs[body].push_back({to, weight});
    return level;
}

constexpr std::size_t kNone = ~std::size_t{0};

/// Pairs of bodies: first the joined ones, those with few springs before hubs, each with its lightest neighbour; then
/// those that are left and hang on the same neighbour.
std::vector<std::size_t> pairsOf(const Level& level) {
    const std::size_t count = level.mass.size();
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return level.springs[a].size() < level.springs[b].size(); });
    std::vector<std::size_t> partner(count, kNone);
    for (std::size_t body : order) {
        if (partner[body] != kNone)
            continue;
        std::size_t best = kNone;
        double pull = 0;
        for (const Spring& spring : level.springs[body]) {
            const double here = spring.weight / level.mass[spring.to];
            if (partner[spring.to] == kNone && here > pull) {
                best = spring.to;
                pull = here;
            }
        }
        if (best == kNone)
            continue;
        partner[body] = best;
        partner[best] = body;
    }
    std::vector<std::size_t> waiting(count, kNone); // at each neighbour
    for (std::size_t body : order) {
        if (partner[body] != kNone || level.springs[body].empty())
            continue;
        std::size_t& other = waiting[level.springs[body].front().to];
        if (other == kNone) {
            other = body;
        } else {
            partner[body] = other;
            partner[other] = body;
            other = kNone;
        }
    }
    return partner;
}

/// The smaller drawing in which the pairs of this one are bodies; also says which.
Level coarser(Level& level) {
    const std::vector<std::size_t> partner = pairsOf(level);
    Level small;
    level.merged.assign(partner.size(), kNone);
    for (std::size_t body = 0; body < partner.size(); ++body) {
        if (level.merged[body] != kNone)
            continue;
        level.merged[body] = small.mass.size();
        small.mass.push_back(level.mass[body]);
        if (partner[body] == kNone)
            continue;
        level.merged[partner[body]] = level.merged[body];
        small.mass.back() += level.mass[partner[body]];
    }
    std::vector<std::map<std::size_t, double>> weights(small.mass.size());
    for (std::size_t body = 0; body < partner.size(); ++body)
        for (const Spring& spring : level.springs[body])
            if (level.merged[body] != level.merged[spring.to])
                weights[level.merged[body]][level.merged[spring.to]] += spring.weight;
    small.springs.resize(small.mass.size());
    for (std::size_t body = 0; body < small.mass.size(); ++body)
        for (const auto& [to, weight] : weights[body])
            small.springs[body].push_back({to, weight});
    return small;
}

/// The pull towards the middle, for each unit of mass and way, that holds bodies which push each other by 1/d spread
/// evenly over an ellipse of an aspect: the field within a charged ellipse of the half axes a and b is 2πρ·(b·x, a·y) /
/// (a + b), in a plane.
Point hold(double aspect) {
    return {2 * M_PI * kFilled / (1 + aspect), 2 * M_PI * kFilled * aspect / (1 + aspect)};
}

/// Lets the bodies go where they are pushed and pulled to.
void relax(const Level& level, std::vector<Point>& bodies, Point held, int rounds, const LayoutOptions& options) {
    double step = 1;
    double energy = 0;
    int falling = 0;
    for (int round = 0; round < rounds && !options.stop.stop_requested(); ++round) {
        const Cells cells(bodies, level.mass);
        double now = 0;
        double moved = 0;
        std::vector<Point> next(bodies.size());
        for (std::size_t body = 0; body < bodies.size(); ++body) {
            Point force = cells.push(body);
            force = {force.x - held.x * level.mass[body] * bodies[body].x,
                     force.y - held.y * level.mass[body] * bodies[body].y};
            for (const Spring& spring : level.springs[body]) {
                const double x = bodies[spring.to].x - bodies[body].x;
                const double y = bodies[spring.to].y - bodies[body].y;
                const double pull = spring.weight * std::hypot(x, y);
                force = {force.x + pull * x, force.y + pull * y};
            }
            const double strength = std::hypot(force.x, force.y);
            now += strength * strength;
            const double way = std::min(step, strength);
            next[body] = bodies[body];
            if (strength > 0)
                next[body] = {bodies[body].x + way * force.x / strength, bodies[body].y + way * force.y / strength};
            moved += way;
        }
        bodies = std::move(next);
        if (moved / double(bodies.size()) < kStill)
            return;
        if (round > 0 && now < energy) {
            if (++falling >= kRoundsBeforeLonger) {
                falling = 0;
                step /= kStepFactor;
            }
        } else {
            falling = 0;
            step *= kStepFactor;
        }
        energy = now;
    }
}

/// The few on a spiral in which no two have the same place.
std::vector<Point> spiral(std::size_t count) {
    constexpr double kGoldenAngle = 2.399963229728653;
    std::vector<Point> bodies;
    for (std::size_t i = 0; i < count; ++i)
        bodies.push_back({std::sqrt(double(i) + 0.5) * std::cos(double(i) * kGoldenAngle),
                          std::sqrt(double(i) + 0.5) * std::sin(double(i) * kGoldenAngle)});
    return bodies;
}

} // namespace

std::vector<Point> springLayout(const std::vector<LayoutBox>& boxes, const std::vector<LayoutLine>& lines,
                                const LayoutOptions& options) {
    if (boxes.empty())
        return {};
    std::vector<Level> levels{levelOf(boxes, lines, options)};
    while (levels.back().mass.size() > kFew) {
        Level small = coarser(levels.back());
        if (double(small.mass.size()) > kWorthMerging * double(levels.back().mass.size()))
            break;
        levels.push_back(std::move(small));
    }
    const Point held = hold(options.aspect);
    std::vector<Point> bodies = spiral(levels.back().mass.size());
    relax(levels.back(), bodies, held, kFirstRounds, options);
    for (std::size_t i = levels.size() - 1; i-- > 0;) {
        // Each pair where its body was, side by side.
        const Level& level = levels[i];
        std::vector<Point> larger(level.mass.size());
        std::vector<bool> first(bodies.size(), true);
        for (std::size_t body = 0; body < larger.size(); ++body) {
            const std::size_t merged = level.merged[body];
            const double angle = double(merged * 2654435761U % 6283U) / 1000;
            const double side = first[merged] ? 0.1 : -0.1;
            first[merged] = false;
            larger[body] = {bodies[merged].x + side * std::cos(angle), bodies[merged].y + side * std::sin(angle)};
        }
        bodies = std::move(larger);
        relax(level, bodies, held, kRounds, options);
        if (options.progress) // the bodies of all levels so far, of about twice the last one's
            options.progress(double(level.mass.size()) / double(boxes.size()));
    }
    double area = 0;
    for (const LayoutBox& box : boxes)
        area += (box.width + options.acrossGap) * (box.height + options.downGap);
    const double unit = std::sqrt(area / double(boxes.size()));
    for (Point& body : bodies)
        body = {body.x * unit, body.y * unit};
    return bodies;
}

} // namespace shardscape::model
