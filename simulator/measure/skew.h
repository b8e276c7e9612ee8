// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "simulator/scenario/result.h"

namespace shardscape::simulator {

/// Unevenness of loads of any positive scale: maximum over mean, coefficient of variation (population) and the Gini
/// coefficient sum_i (2i - n - 1) x_i / (n sum x) over ascending x. {1, 0, 0} when there is no load.
Skew skewOf(std::span<const double> loads);

} // namespace shardscape::simulator
