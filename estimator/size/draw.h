// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that are drawn where a size depends on single values. Not for use outside estimator/size.
#pragma once

#include <cstddef>

namespace shardscape::estimator {

inline constexpr int kDrawnRows = 1024; ///< a power of two, so that an odd step visits all of them
inline constexpr int kDrawnStep = 389;  ///< between rows that follow each other: an order without pattern

/// The share, in 0 … 1, of row "row" in one dimension (a column's length, whether it is null): multiples of irrational
/// numbers, evenly spread in each dimension and unrelated between them. Always the same.
double drawnShare(int row, std::size_t dimension);

} // namespace shardscape::estimator
