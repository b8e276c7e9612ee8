// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <numbers>

namespace shardscape::estimator {

/// Kept off a quotient before it is rounded, so that a whole number that came out a hair beside itself stays whole.
inline constexpr double kTiny = 1e-9;

/// The standard normal distribution: the share below z.
inline double normalCdf(double z) {
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

} // namespace shardscape::estimator
