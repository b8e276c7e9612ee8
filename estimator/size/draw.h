// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that are drawn where a size depends on single values. Not for use outside estimator/size.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "model/physical/values.h"

namespace shardscape::estimator {

inline constexpr int kDrawnRows = 1024; ///< a power of two, so that an odd step visits all of them

/// A number for each drawn row, in an order without pattern: sizes are worked out column by column for all rows, which
/// a processor does many times faster than row by row.
using Drawn = std::array<double, kDrawnRows>;

/// The shares, in 0 … 1, of all rows in one dimension (a column's length, whether it is null): multiples of irrational
/// numbers, evenly spread in each dimension and unrelated between them. Always the same.
const Drawn& drawnShares(std::size_t dimension, Drawn& scratch);

/// Lengths in whole bytes of one column's values.
void drawLengths(const model::Lengths& lengths, std::size_t dimension, Drawn& out);

/// The dimensions of the column at this place of a row.
constexpr std::size_t nullDimension(std::size_t column) {
    return 2 * column;
}
constexpr std::size_t valueDimension(std::size_t column) {
    return 2 * column + 1;
}

/// Whole bytes at or below, for at most 2 GB: what all supported processors can do for several values at once.
inline double wholeBytes(double bytes) {
    return static_cast<double>(static_cast<std::int32_t>(bytes < 2e9 ? bytes : 2e9));
}

/// Adds to all rows whose value is at least "limit".
inline void addFrom(const Drawn& values, double limit, double amount, Drawn& sums) {
    for (std::size_t i = 0; i < kDrawnRows; ++i)
        sums[i] += values[i] >= limit ? amount : 0;
}

} // namespace shardscape::estimator
