// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cluster/cache_past.h"

#include <cmath>

namespace shardscape::simulator {

double steadyHitRatio(double rate, double characteristicSeconds, double ttlSeconds) {
    if (rate <= 0 || characteristicSeconds <= 0)
        return 0;
    const double kept = -std::expm1(-rate * characteristicSeconds);
    if (ttlSeconds <= 0)
        return kept;
    const double ends = 1 / (rate * ttlSeconds) + (1 - kept) / kept; // lookups that miss for one that hits
    return 1 / (1 + ends);
}

std::optional<double> CachePast::heldFor(std::uint64_t key, double rate, double nowSeconds, Random& random) const {
    if (m_dropped.contains(key))
        return std::nullopt;
    if (random.unit() >= steadyHitRatio(rate, m_warmSeconds - nowSeconds, m_ttlSeconds))
        return std::nullopt;
    // With an expiry, the age of what is there is taken as even over the time to live.
    return m_ttlSeconds > 0 ? random.unit() * m_ttlSeconds : 0;
}

} // namespace shardscape::simulator
