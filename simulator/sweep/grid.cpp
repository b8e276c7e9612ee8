// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/sweep/grid.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include <fmt/format.h>

namespace shardscape::simulator {

namespace {

using model::fail;
using model::Result;

constexpr std::size_t kMostValues = 100'000;
constexpr std::uint64_t kMostPoints = 10'000'000;

tl::unexpected<model::Error> refuse(std::string_view spec, const std::string& why, std::string advice = {}) {
    return fail(model::ErrorCode::Invalid, fmt::format("vary \"{}\": {}", spec, why), std::move(advice));
}

/// The parts of a text between separators that are outside of brackets and quotes.
std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts(1);
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\' && i + 1 < text.size()) {
            parts.back() += c;
            parts.back() += text[++i];
            continue;
        }
        quoted = quoted != (c == '"');
        if (!quoted && (c == '(' || c == '[' || c == '{'))
            ++depth;
        if (!quoted && (c == ')' || c == ']' || c == '}'))
            --depth;
        if (c == separator && !quoted && depth == 0)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

std::optional<double> numberIn(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// FIRST..LAST[:STEP] as its values; nothing when the text is no range.
Result<std::optional<std::vector<std::string>>> rangeIn(std::string_view spec, std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos)
        return std::nullopt;
    const std::size_t colon = text.find(':', dots);
    const auto first = numberIn(text.substr(0, dots));
    const auto last = numberIn(text.substr(dots + 2, colon == std::string_view::npos ? colon : colon - dots - 2));
    const auto step = colon == std::string_view::npos ? std::optional<double>(1) : numberIn(text.substr(colon + 1));
    if (!first || !last || !step) {
        if (!first)
            return std::nullopt; // a text with two dots in it
        return refuse(spec, fmt::format("{} is no range", text), "write FIRST..LAST:STEP, as in 0.5..2:0.25");
    }
    if (!(*step > 0) || *last < *first)
        return refuse(spec, fmt::format("{} does not ascend", text), "write FIRST..LAST:STEP with a step above 0");
    const double count = std::floor((*last - *first) / *step + 1e-9) + 1;
    if (count > static_cast<double>(kMostValues))
        return refuse(spec, fmt::format("{} has more than {} values", text, kMostValues), "take a larger step");
    std::vector<std::string> values;
    for (double i = 0; i < count; ++i) // twelve digits: 0.3, not 0.30000000000000004
        values.push_back(fmt::format("{:.12g}", *first + i * *step));
    return values;
}

} // namespace

Result<Axis> parseAxis(std::string_view spec) {
    const std::size_t equals = spec.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return refuse(spec, "it has to be NAME=VALUES", "as in traffic=0.5..2:0.25 or nodes=4,8,16");
    Axis axis{std::string(spec.substr(0, equals)), {}};
    const std::string_view list = spec.substr(equals + 1);
    const std::vector<std::string> bySemicolon = split(list, ';');
    std::set<std::string> seen;
    for (const std::string& part : bySemicolon.size() > 1 ? bySemicolon : split(list, ',')) {
        if (part.empty())
            return refuse(spec, "a value is empty", "values are separated by one comma");
        auto range = rangeIn(spec, part);
        if (!range)
            return fail(range.error());
        for (std::string& value : range->has_value() ? **range : std::vector<std::string>{part}) {
            if (!seen.insert(value).second)
                return refuse(spec, fmt::format("{} stands there twice", value));
            axis.values.push_back(std::move(value));
        }
        if (axis.values.size() > kMostValues)
            return refuse(spec, fmt::format("there are more than {} values", kMostValues));
    }
    return axis;
}

Result<Grid> Grid::make(std::vector<Axis> axes) {
    if (axes.empty())
        return fail(model::ErrorCode::Invalid, "nothing is varied", "--vary traffic=0.5..2:0.25");
    Grid grid;
    std::set<std::string> names;
    for (const Axis& axis : axes) {
        if (!names.insert(axis.name).second)
            return fail(model::ErrorCode::Invalid, fmt::format("{} is varied twice", axis.name),
                        "list all its values behind one --vary");
        grid.m_size *= axis.values.size(); // at most 10^5 times 10^7
        if (grid.m_size > kMostPoints)
            return fail(model::ErrorCode::Invalid, fmt::format("the grid has more than {} points", kMostPoints),
                        "vary less at once");
    }
    grid.m_axes = std::move(axes);
    return grid;
}

GridPoint Grid::point(std::uint64_t number) const {
    GridPoint point(m_axes.size());
    for (std::size_t i = m_axes.size(); i-- > 0;) {
        const Axis& axis = m_axes[i];
        point[i] = {axis.name, axis.values[number % axis.values.size()]};
        number /= axis.values.size();
    }
    return point;
}

std::vector<std::uint64_t> Shard::points(std::uint64_t gridSize) const {
    std::vector<std::uint64_t> numbers;
    for (std::uint64_t number = index - 1; number < gridSize; number += count)
        numbers.push_back(number);
    return numbers;
}

Result<Shard> parseShard(std::string_view text) {
    Shard shard;
    const char* end = text.data() + text.size();
    const auto [slash, first] = std::from_chars(text.data(), end, shard.index);
    if (first == std::errc() && slash != end && *slash == '/') {
        const auto [stop, second] = std::from_chars(slash + 1, end, shard.count);
        if (second == std::errc() && stop == end && shard.index >= 1 && shard.index <= shard.count &&
            shard.count <= kMostPoints)
            return shard;
    }
    return fail(model::ErrorCode::Invalid, fmt::format("\"{}\" is no part of a sweep", text),
                "write I/N with I from 1 to N, as in 2/8");
}

} // namespace shardscape::simulator
