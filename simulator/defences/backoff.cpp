// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/defences/backoff.h"

#include <algorithm>
#include <cmath>

namespace shardscape::simulator {

std::int64_t backoffNs(const Retries& retries, std::uint32_t n, Random& random) {
    if (retries.backoffMs <= 0)
        return 0;
    constexpr double kMostMs = 1e9; // whatever the multiplier does
    const double bound = retries.mostBackoffMs > 0 ? retries.mostBackoffMs : kMostMs;
    double ms = std::min(bound, retries.backoffMs * std::pow(retries.multiplier, n - 1.0));
    if (retries.jitter > 0)
        ms *= 1 - retries.jitter + retries.jitter * random.unit();
    return static_cast<std::int64_t>(ms * 1e6 + 0.5);
}

} // namespace shardscape::simulator
