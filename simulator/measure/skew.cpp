// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/measure/skew.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace shardscape::simulator {

Skew skewOf(std::span<const double> loads) {
    std::vector<double> sorted(loads.begin(), loads.end());
    std::sort(sorted.begin(), sorted.end());
    const double sum = std::accumulate(sorted.begin(), sorted.end(), 0.0);
    if (!(sum > 0))
        return {};
    const auto n = static_cast<double>(sorted.size());
    const double mean = sum / n;
    double squares = 0;
    double ranked = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        squares += (sorted[i] - mean) * (sorted[i] - mean);
        ranked += (2 * static_cast<double>(i + 1) - n - 1) * sorted[i];
    }
    return {sorted.back() / mean, std::sqrt(squares / n) / mean, ranked / (n * sum)};
}

} // namespace shardscape::simulator
