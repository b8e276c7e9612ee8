// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/base/result.h"

/// Which points a sweep visits, and which of them are one machine's part. Points are numbered from 0 with the last axis
/// changing fastest; the number of a point depends on the axes alone.
namespace shardscape::simulator {

/// One thing that is varied. Written NAME=VALUES, where VALUES are separated by commas outside of brackets and quotes
/// (by semicolons where there is one: "cache=100k,60s;1M,60s"), and FIRST..LAST:STEP stands for the numbers from FIRST
/// to LAST, by 1 where no step is given. "traffic=0.5..2:0.25", "nodes=4,8,16", "seed=1..10".
struct Axis {
    std::string name;
    std::vector<std::string> values; ///< as written, or the decimal text of a number of a range
    bool operator==(const Axis&) const = default;
};

/// Errors: Invalid, quoting the text: no name, no value, a range that does not ascend, more than 100,000 values, a
/// value that stands there twice.
model::Result<Axis> parseAxis(std::string_view spec);

/// Values in the order of the axes.
using GridPoint = std::vector<std::pair<std::string, std::string>>; ///< (name, value)

class Grid {
public:
    /// Errors: Invalid for no axis, a name that stands there twice, more than 10,000,000 points.
    static model::Result<Grid> make(std::vector<Axis> axes);

    std::uint64_t size() const { return m_size; }
    GridPoint point(std::uint64_t number) const;
    const std::vector<Axis>& axes() const { return m_axes; }

private:
    std::vector<Axis> m_axes;
    std::uint64_t m_size = 1;
};

/// One of `count` parts of a grid: every count-th point from the index-th on, so that parts differ by at most one point
/// and neighbours, which tend to take equally long, are spread over all parts. Every point is in exactly one part.
struct Shard {
    std::uint64_t index = 1; ///< 1 … count
    std::uint64_t count = 1;
    bool operator==(const Shard&) const = default;

    std::vector<std::uint64_t> points(std::uint64_t gridSize) const; ///< ascending
};

/// "2/8". Errors: Invalid, quoting the text.
model::Result<Shard> parseShard(std::string_view text);

} // namespace shardscape::simulator
