// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "model/graph/force.h"
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

/// What the corners and sizes of a part's boxes say of its size.
void measure(Part& part, const std::vector<LayoutBox>& boxes) {
    for (std::size_t i = 0; i < part.members.size(); ++i) {
        part.width = std::max(part.width, part.places[i].x + boxes[part.members[i]].width);
        part.height = std::max(part.height, part.places[i].y + boxes[part.members[i]].height);
    }
}

/// The boxes of a group, and the lines between them, numbered among themselves.
struct Group {
    std::vector<std::size_t> members;
    std::vector<LayoutBox> boxes;
    std::vector<LayoutLine> lines;
};

std::vector<Group> groupsOf(const std::vector<LayoutBox>& boxes, const std::vector<std::size_t>& group,
                            const std::vector<LayoutLine>& lines) {
    std::vector<Group> groups(group.empty() ? 0 : 1 + *std::max_element(group.begin(), group.end()));
    std::vector<std::size_t> index(boxes.size());
    for (std::size_t box = 0; box < boxes.size(); ++box) {
        Group& own = groups[group[box]];
        index[box] = own.members.size();
        own.members.push_back(box);
        own.boxes.push_back(boxes[box]);
    }
    for (const LayoutLine& line : lines)
        if (group[line.from] == group[line.to])
            groups[group[line.from]].lines.push_back({index[line.from], index[line.to]});
    return groups;
}

double cross(const Point& a, const Point& b, const Point& c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

std::vector<Point> arrangeParts(const std::vector<LayoutBox>& boxes, const std::vector<LayoutLine>& lines,
                                const LayoutOptions& options) {
    const auto found = components(boxes.size(), lines);
    std::vector<std::size_t> component(boxes.size());
    for (std::size_t c = 0; c < found.size(); ++c)
        for (std::size_t box : found[c])
            component[box] = c;
    std::vector<Part> parts;
    std::vector<std::size_t> alone;
    for (Group& group : groupsOf(boxes, component, lines)) {
        if (options.stop.stop_requested())
            return std::vector<Point>(boxes.size());
        if (group.members.size() == 1) {
            alone.push_back(group.members.front());
            continue;
        }
        Part part{std::move(group.members), {}, 0, 0};
        part.places = options.kind == LayoutKind::Force ? arrangeByForce(group.boxes, group.lines, options)
                                                        : arrangeLayered(group.boxes, group.lines, options);
        measure(part, boxes);
        parts.push_back(std::move(part));
    }
    if (!alone.empty())
        parts.push_back(grid(alone, boxes, options));
    return pack(std::move(parts), boxes.size(), options);
}

std::vector<Point> arrangeGroups(const std::vector<LayoutBox>& boxes, const std::vector<LayoutLine>& lines,
                                 const LayoutOptions& options) {
    // Groups by number, those without one last; each is a box of its own for the layout of all of them.
    std::map<int, std::size_t> numbers;
    std::vector<std::size_t> group(boxes.size());
    const auto wanted = [&](std::size_t box) {
        const int given = box < options.groups.size() ? options.groups[box] : -1;
        return given < 0 ? std::numeric_limits<int>::max() : given;
    };
    for (std::size_t box = 0; box < boxes.size(); ++box)
        numbers.emplace(wanted(box), 0);
    std::size_t next = 0;
    for (auto& [number, index] : numbers)
        index = next++;
    for (std::size_t box = 0; box < boxes.size(); ++box)
        group[box] = numbers[wanted(box)];
    std::vector<Part> parts;
    std::vector<LayoutBox> frames;
    for (Group& own : groupsOf(boxes, group, lines)) {
        Part part{std::move(own.members), arrangeParts(own.boxes, own.lines, options), 0, 0};
        measure(part, boxes);
        frames.push_back({part.width + options.groupGap, part.height + options.groupGap});
        parts.push_back(std::move(part));
    }
    std::vector<LayoutLine> between;
    for (const LayoutLine& line : lines)
        if (group[line.from] != group[line.to])
            between.push_back({group[line.from], group[line.to]});
    const std::vector<Point> corners = arrangeParts(frames, between, options);
    std::vector<Point> places(boxes.size());
    for (std::size_t g = 0; g < parts.size(); ++g)
        for (std::size_t i = 0; i < parts[g].members.size(); ++i)
            places[parts[g].members[i]] = {corners[g].x + parts[g].places[i].x, corners[g].y + parts[g].places[i].y};
    return places;
}

} // namespace

std::vector<Point> arrange(const std::vector<LayoutBox>& boxes, const std::vector<LayoutLine>& allLines,
                           const LayoutOptions& options) {
    std::vector<LayoutLine> lines;
    for (const LayoutLine& line : allLines)
        if (line.from < boxes.size() && line.to < boxes.size() && line.from != line.to)
            lines.push_back(line);
    std::vector<Point> places =
        options.kind == LayoutKind::Groups ? arrangeGroups(boxes, lines, options) : arrangeParts(boxes, lines, options);
    if (options.stop.stop_requested())
        return {};
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
