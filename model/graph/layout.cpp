// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "model/graph/layered.h"

namespace shardscape::model {
namespace {

struct Part {
    std::vector<std::size_t> members;
    std::vector<Point> places; ///< relative to its corner
    double width = 0;
    double height = 0;
};

std::vector<std::vector<std::size_t>> components(std::size_t count, const std::vector<LayoutLine>& lines) {
    std::vector<std::size_t> root(count);
    std::iota(root.begin(), root.end(), std::size_t{0});
    const auto find = [&](std::size_t node) {
        while (root[node] != node)
            node = root[node] = root[root[node]];
        return node;
    };
    for (const LayoutLine& line : lines)
        root[std::max(find(line.from), find(line.to))] = std::min(find(line.from), find(line.to));
    std::map<std::size_t, std::vector<std::size_t>> byRoot;
    for (std::size_t node = 0; node < count; ++node)
        byRoot[find(node)].push_back(node);
    std::vector<std::vector<std::size_t>> found;
    for (auto& [first, members] : byRoot)
        found.push_back(std::move(members));
    return found;
}

/// Boxes without lines: columns of equal width, each box in the shortest column.
Part grid(const std::vector<std::size_t>& members, const std::vector<LayoutBox>& boxes, const LayoutOptions& options) {
    Part part{members, {}, 0, 0};
    double widest = 0;
    double area = 0;
    for (std::size_t member : members) {
        widest = std::max(widest, boxes[member].width);
        area += (boxes[member].width + options.downGap) * (boxes[member].height + options.downGap);
    }
    const double pitch = widest + options.downGap;
    const auto columns = std::max<std::size_t>(1, std::size_t(std::lround(std::sqrt(area * options.aspect) / pitch)));
    std::vector<double> heights(std::min(columns, members.size()), 0.0);
    for (std::size_t member : members) {
        const auto shortest = std::min_element(heights.begin(), heights.end());
        part.places.push_back({double(shortest - heights.begin()) * pitch, *shortest});
        *shortest += boxes[member].height + options.downGap;
    }
    part.width = double(heights.size()) * pitch - options.downGap;
    part.height = *std::max_element(heights.begin(), heights.end()) - options.downGap;
    return part;
}

/// The parts on shelves of a width that makes the whole as wide as it should be for its height.
std::vector<Point> pack(std::vector<Part> parts, std::size_t count, const LayoutOptions& options) {
    const double gap = options.acrossGap;
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.height > b.height; });
    const auto shelve = [&](double limit, std::vector<Point>* corners) {
        double x = 0;
        double y = 0;
        double shelf = 0;
        double widest = 0;
        for (const Part& part : parts) {
            if (x > 0 && x + part.width > limit) {
                y += shelf + gap;
                x = 0;
                shelf = 0;
            }
            if (corners)
                corners->push_back({x, y});
            widest = std::max(widest, x + part.width);
            x += part.width + gap;
            shelf = std::max(shelf, part.height);
        }
        return std::pair(widest, y + shelf);
    };
    double total = 0;
    double least = 0;
    for (const Part& part : parts) {
        total += (part.width + gap) * (part.height + gap);
        least = std::max(least, part.width);
    }
    // A few widths around the ideal one; the one whose picture fills a screen of the wanted aspect best.
    double best = 0;
    double bestSide = -1;
    for (int step = 0; step <= 12; ++step) {
        const double limit = std::max(least, std::sqrt(total * options.aspect) * (0.7 + 0.1 * step));
        const auto [width, height] = shelve(limit, nullptr);
        const double side = std::max(width, height * options.aspect);
        if (bestSide < 0 || side < bestSide) {
            bestSide = side;
            best = limit;
        }
    }
    std::vector<Point> corners;
    shelve(best, &corners);
    std::vector<Point> places(count);
    for (std::size_t i = 0; i < parts.size(); ++i)
        for (std::size_t j = 0; j < parts[i].members.size(); ++j)
            places[parts[i].members[j]] = {corners[i].x + parts[i].places[j].x, corners[i].y + parts[i].places[j].y};
    return places;
}

double cross(const Point& a, const Point& b, const Point& c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

} // namespace

std::vector<Point> arrange(const std::vector<LayoutBox>& boxes, const std::vector<LayoutLine>& allLines,
                           const LayoutOptions& options) {
    std::vector<LayoutLine> lines;
    for (const LayoutLine& line : allLines)
        if (line.from < boxes.size() && line.to < boxes.size() && line.from != line.to)
            lines.push_back(line);
    const auto groups = components(boxes.size(), lines);
    std::vector<std::size_t> group(boxes.size());
    std::vector<std::size_t> index(boxes.size());
    for (std::size_t g = 0; g < groups.size(); ++g)
        for (std::size_t i = 0; i < groups[g].size(); ++i) {
            group[groups[g][i]] = g;
            index[groups[g][i]] = i;
        }
    std::vector<std::vector<LayoutLine>> linesOf(groups.size());
    for (const LayoutLine& line : lines)
        linesOf[group[line.from]].push_back({index[line.from], index[line.to]});

    std::vector<Part> parts;
    std::vector<std::size_t> alone;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (groups[g].size() == 1) {
            alone.push_back(groups[g].front());
            continue;
        }
        std::vector<LayoutBox> own;
        for (std::size_t member : groups[g])
            own.push_back(boxes[member]);
        Part part{groups[g], arrangeLayered(own, linesOf[g], options), 0, 0};
        for (std::size_t i = 0; i < own.size(); ++i) {
            part.width = std::max(part.width, part.places[i].x + own[i].width);
            part.height = std::max(part.height, part.places[i].y + own[i].height);
        }
        parts.push_back(std::move(part));
    }
    if (!alone.empty())
        parts.push_back(grid(alone, boxes, options));
    std::vector<Point> places = pack(std::move(parts), boxes.size(), options);
    for (Point& place : places)
        place = {std::round(place.x / options.grid) * options.grid, std::round(place.y / options.grid) * options.grid};
    return places;
}

std::size_t straightCrossings(const std::vector<LayoutBox>& boxes, const std::vector<LayoutLine>& lines,
                              const std::vector<Point>& positions) {
    const auto centre = [&](std::size_t box) {
        return Point{positions[box].x + boxes[box].width / 2, positions[box].y + boxes[box].height / 2};
    };
    std::size_t crossings = 0;
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t j = i + 1; j < lines.size(); ++j) {
            const LayoutLine& first = lines[i];
            const LayoutLine& second = lines[j];
            if (first.from == second.from || first.from == second.to || first.to == second.from ||
                first.to == second.to)
                continue;
            const Point a = centre(first.from), b = centre(first.to), c = centre(second.from), d = centre(second.to);
            crossings += cross(a, b, c) * cross(a, b, d) < 0 && cross(c, d, a) * cross(c, d, b) < 0;
        }
    return crossings;
}

} // namespace shardscape::model
