// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/layered.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace shardscape::model {
namespace {

/// Room that a line takes on its way through a column.
constexpr double kWaypointHeight = 16;
constexpr int kSweeps = 16;
constexpr int kPlacings = 10;

class Layered {
public:
    Layered(const std::vector<LayoutBox>& boxes, const std::vector<LayoutLine>& lines, const LayoutOptions& options)
        : m_boxes(boxes)
        , m_options(options)
        , m_below(boxes.size())
        , m_above(boxes.size()) {
        std::set<std::pair<std::size_t, std::size_t>> seen;
        for (const LayoutLine& line : lines)
            if (seen.insert(std::minmax(line.from, line.to)).second)
                m_below[line.from].push_back(line.to);
    }

    std::vector<Point> run() {
        breakCycles();
        fillColumns();
        addWaypoints();
        order();
        place();
        return corners();
    }

private:
    struct Node {
        int column = 0;
        double height = 0;
        double y = 0; ///< of the middle
        std::vector<std::size_t> left;
        std::vector<std::size_t> right;
    };

    /// Turns the lines round that lead back to a box on the path from a root (depth first, without recursion: schemas
    /// can be one long chain).
    void breakCycles() {
        const std::size_t count = m_boxes.size();
        std::vector<std::size_t> incoming(count, 0);
        for (const auto& targets : m_below)
            for (std::size_t target : targets)
                ++incoming[target];
        std::vector<std::size_t> roots(count);
        std::iota(roots.begin(), roots.end(), std::size_t{0});
        std::stable_sort(roots.begin(), roots.end(), [&](std::size_t a, std::size_t b) {
            const auto weight = [&](std::size_t n) { return double(m_below[n].size()) - 2.0 * double(incoming[n]); };
            return weight(a) > weight(b);
        });
        enum : char { New, Open, Done };
        std::vector<char> state(count, New);
        std::vector<std::pair<std::size_t, std::size_t>> acyclic;
        for (std::size_t root : roots) {
            if (state[root] != New)
                continue;
            std::vector<std::pair<std::size_t, std::size_t>> path{{root, 0}};
            state[root] = Open;
            while (!path.empty()) {
                auto& [node, next] = path.back();
                if (next == m_below[node].size()) {
                    state[node] = Done;
                    path.pop_back();
                    continue;
                }
                const std::size_t from = node;
                const std::size_t target = m_below[from][next++];
                acyclic.push_back(state[target] == Open ? std::pair(target, from) : std::pair(from, target));
                if (state[target] == New) {
                    state[target] = Open;
                    path.emplace_back(target, 0);
                }
            }
        }
        m_below.assign(count, {});
        std::sort(acyclic.begin(), acyclic.end());
        for (const auto& [from, to] : acyclic) {
            m_below[from].push_back(to);
            m_above[to].push_back(from);
        }
    }

    /// Each box into the first column behind all its parents that has room.
    void fillColumns() {
        const std::size_t count = m_boxes.size();
        double area = 0;
        double tallest = 0;
        for (const LayoutBox& box : m_boxes) {
            area += (box.width + m_options.acrossGap) * (box.height + m_options.downGap);
            tallest = std::max(tallest, box.height);
        }
        const double limit = std::max(tallest, std::sqrt(area / m_options.aspect));

        std::vector<std::size_t> waiting(count);
        std::vector<std::size_t> ready;
        for (std::size_t node = 0; node < count; ++node)
            if ((waiting[node] = m_above[node].size()) == 0)
                ready.push_back(node);
        m_nodes.resize(count);
        std::vector<double> used;
        // Boxes become ready generation by generation, so that siblings stay together.
        for (std::size_t at = 0; at < ready.size(); ++at) {
            const std::size_t node = ready[at];
            std::size_t column = 0;
            for (std::size_t parent : m_above[node])
                column = std::max(column, std::size_t(m_nodes[parent].column) + 1);
            const double height = m_boxes[node].height + m_options.downGap;
            while (column < used.size() && used[column] > 0 && used[column] + height > limit)
                ++column;
            if (column >= used.size())
                used.resize(column + 1, 0.0);
            used[column] += height;
            m_nodes[node].column = int(column);
            m_nodes[node].height = m_boxes[node].height;
            for (std::size_t child : m_below[node])
                if (--waiting[child] == 0)
                    ready.push_back(child);
        }
        pullParentsRight();
        m_columns.resize(used.size());
    }

    /// A box without parents stands just before its first child instead of far away at the left.
    void pullParentsRight() {
        for (std::size_t node = 0; node < m_boxes.size(); ++node) {
            if (!m_above[node].empty() || m_below[node].size() != 1)
                continue;
            m_nodes[node].column = std::max(m_nodes[node].column, m_nodes[m_below[node].front()].column - 1);
        }
    }

    /// Lines over several columns go through waypoints, shared by the lines of one parent.
    void addWaypoints() {
        const std::size_t count = m_boxes.size();
        for (std::size_t node = 0; node < count; ++node) {
            std::map<int, std::size_t> waypoints;
            for (std::size_t child : m_below[node]) {
                std::size_t last = node;
                for (int column = m_nodes[node].column + 1; column < m_nodes[child].column; ++column) {
                    auto [at, isNew] = waypoints.try_emplace(column, m_nodes.size());
                    if (isNew) {
                        m_nodes.push_back({column, kWaypointHeight, 0, {}, {}});
                        join(last, at->second);
                    }
                    last = at->second;
                }
                join(last, child);
            }
        }
        for (std::size_t node = 0; node < count; ++node)
            m_columns[std::size_t(m_nodes[node].column)].push_back(node);
        // Waypoints start in the middle: among equals the order stays, and a parent's children lie around its line.
        for (std::size_t node = count; node < m_nodes.size(); ++node) {
            auto& column = m_columns[std::size_t(m_nodes[node].column)];
            column.insert(column.begin() + std::ptrdiff_t(column.size() / 2), node);
        }
        std::erase_if(m_columns, [](const auto& column) { return column.empty(); });
        for (std::size_t c = 0; c < m_columns.size(); ++c)
            for (std::size_t node : m_columns[c])
                m_nodes[node].column = int(c);
    }
    void join(std::size_t left, std::size_t right) {
        m_nodes[left].right.push_back(right);
        m_nodes[right].left.push_back(left);
    }

    /// Crossings between two neighbouring columns in their present order: inversions, counted with a Fenwick tree.
    std::size_t crossings(std::size_t column) const {
        const auto& here = m_columns[column];
        const auto& next = m_columns[column + 1];
        std::vector<std::size_t> rank(m_nodes.size());
        for (std::size_t i = 0; i < next.size(); ++i)
            rank[next[i]] = i;
        std::vector<std::size_t> tree(next.size() + 1, 0);
        std::size_t seen = 0;
        std::size_t found = 0;
        for (std::size_t node : here) {
            std::vector<std::size_t> ends;
            for (std::size_t target : m_nodes[node].right)
                ends.push_back(rank[target]);
            for (std::size_t end : ends) {
                std::size_t notAfter = 0;
                for (std::size_t i = end + 1; i > 0; i -= i & (~i + 1))
                    notAfter += tree[i];
                found += seen - notAfter;
            }
            for (std::size_t end : ends) {
                ++seen;
                for (std::size_t i = end + 1; i < tree.size(); i += i & (~i + 1))
                    ++tree[i];
            }
        }
        return found;
    }

    void order() {
        const auto total = [&] {
            std::size_t sum = 0;
            for (std::size_t c = 0; c + 1 < m_columns.size(); ++c)
                sum += crossings(c);
            return sum;
        };
        auto best = m_columns;
        std::size_t least = total();
        for (int sweep = 0; sweep < kSweeps && least > 0; ++sweep) {
            const bool forward = sweep % 2 == 0;
            for (std::size_t i = 1; i < m_columns.size(); ++i)
                sortByNeighbours(forward ? i : m_columns.size() - 1 - i, forward);
            if (const std::size_t now = total(); now < least) {
                least = now;
                best = m_columns;
            }
        }
        m_columns = std::move(best);
    }

    void sortByNeighbours(std::size_t column, bool byLeft) {
        const auto& fixed = m_columns[byLeft ? column - 1 : column + 1];
        std::vector<double> rank(m_nodes.size(), 0.0);
        for (std::size_t i = 0; i < fixed.size(); ++i)
            rank[fixed[i]] = double(i);
        auto& nodes = m_columns[column];
        std::vector<std::pair<double, std::size_t>> keyed;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const auto& ends = byLeft ? m_nodes[nodes[i]].left : m_nodes[nodes[i]].right;
            double sum = 0;
            for (std::size_t end : ends)
                sum += rank[end];
            // Without a neighbour a box keeps its share of the column.
            const double key =
                ends.empty() ? double(i) * double(fixed.size()) / double(nodes.size()) : sum / double(ends.size());
            keyed.emplace_back(key, nodes[i]);
        }
        std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 0; i < nodes.size(); ++i)
            nodes[i] = keyed[i].second;
    }

    void place() {
        for (auto& column : m_columns) {
            double y = 0;
            for (std::size_t node : column) {
                m_nodes[node].y = y + m_nodes[node].height / 2;
                y += m_nodes[node].height + m_options.downGap;
            }
            for (std::size_t node : column)
                m_nodes[node].y -= y / 2;
        }
        for (int round = 0; round < kPlacings; ++round)
            for (std::size_t i = 0; i < m_columns.size(); ++i)
                settle(m_columns[round % 2 == 0 ? i : m_columns.size() - 1 - i]);
    }

    /// Moves the boxes of a column to where they are nearest to the middle of their neighbours, in order and without
    /// touching: least squares under order constraints, by pooling adjacent violators.
    void settle(const std::vector<std::size_t>& column) {
        struct Block {
            double sum;
            double weight;
            std::size_t size;
        };
        std::vector<Block> blocks;
        std::vector<double> offset(column.size());
        double used = 0;
        for (std::size_t i = 0; i < column.size(); ++i) {
            const Node& node = m_nodes[column[i]];
            offset[i] = used + node.height / 2;
            used += node.height + (node.height == kWaypointHeight ? m_options.downGap / 2 : m_options.downGap);
            double sum = 0;
            for (std::size_t end : node.left)
                sum += m_nodes[end].y;
            for (std::size_t end : node.right)
                sum += m_nodes[end].y;
            const auto ends = double(node.left.size() + node.right.size());
            const double weight = ends > 0 ? ends : 0.05;
            blocks.push_back({((ends > 0 ? sum / ends : node.y) - offset[i]) * weight, weight, 1});
            while (blocks.size() > 1 && blocks[blocks.size() - 2].sum / blocks[blocks.size() - 2].weight >
                                            blocks.back().sum / blocks.back().weight) {
                const Block last = blocks.back();
                blocks.pop_back();
                blocks.back().sum += last.sum;
                blocks.back().weight += last.weight;
                blocks.back().size += last.size;
            }
        }
        std::size_t i = 0;
        for (const Block& block : blocks)
            for (std::size_t n = 0; n < block.size; ++n, ++i)
                m_nodes[column[i]].y = block.sum / block.weight + offset[i];
    }

    std::vector<Point> corners() const {
        std::vector<Point> corners(m_boxes.size());
        double x = 0;
        double top = 0;
        for (const auto& column : m_columns) {
            double widest = 0;
            for (std::size_t node : column)
                if (node < m_boxes.size()) {
                    widest = std::max(widest, m_boxes[node].width);
                    corners[node] = {x, m_nodes[node].y - m_nodes[node].height / 2};
                    top = std::min(top, corners[node].y);
                }
            x += widest > 0 ? widest + m_options.acrossGap : 0;
        }
        for (Point& corner : corners)
            corner.y -= top;
        const auto least =
            std::min_element(corners.begin(), corners.end(), [](const Point& a, const Point& b) { return a.y < b.y; });
        const double lift = least == corners.end() ? 0 : least->y;
        for (Point& corner : corners)
            corner.y -= lift;
        return corners;
    }

    const std::vector<LayoutBox>& m_boxes;
    const LayoutOptions& m_options;
    std::vector<std::vector<std::size_t>> m_below;
    std::vector<std::vector<std::size_t>> m_above;
    std::vector<Node> m_nodes; ///< the boxes, then the waypoints
    std::vector<std::vector<std::size_t>> m_columns;
};

} // namespace

std::vector<Point> arrangeLayered(const std::vector<LayoutBox>& boxes, const std::vector<LayoutLine>& lines,
                                  const LayoutOptions& options) {
    return Layered(boxes, lines, options).run();
}

} // namespace shardscape::model
