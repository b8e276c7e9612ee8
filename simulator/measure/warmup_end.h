// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace shardscape::simulator {

/// How many of the first values to leave out of a series of batch means: the number d that makes the standard error of
/// the mean of the others smallest, sum over i > d of (y_i - mean)^2 / (n - d)^2. It is MSER (White 1997; White, Cobb
/// and Spratt 2000, whose MSER-5 takes means of five), which needs no parameter and weighs the bias of what is kept
/// against the noise that leaving out adds. None when the best d lies in the second half: the series has not settled.
std::optional<std::size_t> warmupEnd(std::span<const double> means);

} // namespace shardscape::simulator
