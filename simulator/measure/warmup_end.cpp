// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/measure/warmup_end.h"

#include <limits>

namespace shardscape::simulator {

std::optional<std::size_t> warmupEnd(std::span<const double> means) {
    // From the end, mean and squares of what is kept are updated one by one (Welford 1962).
    double mean = 0;
    double squares = 0;
    double least = std::numeric_limits<double>::infinity();
    std::size_t best = 0;
    const std::size_t kLeastKept = 5; // fewer are equal by chance
    for (std::size_t d = means.size(); d-- > 0;) {
        const auto kept = static_cast<double>(means.size() - d);
        const double off = means[d] - mean;
        mean += off / kept;
        squares += off * (means[d] - mean);
        const double error = squares / (kept * kept);
        if (means.size() - d >= kLeastKept && error <= least) {
            least = error;
            best = d;
        }
    }
    if (2 * best > means.size())
        return std::nullopt;
    return best;
}

} // namespace shardscape::simulator
