// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "estimator/demand/popularity.h"

namespace shardscape::estimator {

/// One kind of request that shares a cache.
struct CachedStream {
    double rate = 0; ///< lookups, 1/s
    const KeyWeights* weights = nullptr;
    double entryBytes = 1;
    double dropsPerSecond = 0; ///< entries invalidated by writes, spread over keys as the lookups are
};

struct CacheBehaviour {
    double characteristicSeconds = 0; ///< how long an entry stays that nobody asks for; infinite when everything fits
    std::vector<double> hitRatios;    ///< one a stream
    double bytes = 0;                 ///< held
};

/// Hit ratios of a warm cache that evicts the least recently used entry.
///
/// Source: Che, Tung and Wang (2002): an entry of key i is there when it was asked for within the last T seconds, T
/// solving Σ bytes_i (1 − e^(−λ_i T)) = capacity; hit ratio Σ p_i (1 − e^(−λ_i T)). Within 0.01 of exact LRU from a few
/// dozen keys on. With a time to live τ counted from loading, the hits of one residence are those before eviction and
/// before expiry: 1/n = 1/(λτ) + e^(−λT)/(1 − e^(−λT)), hit = n/(1 + n); exact when only one of them binds. Writes that
/// drop entries at rate w leave r/(r + w) of the hits of r lookups.
CacheBehaviour lruCache(const std::vector<CachedStream>& streams, double capacityBytes,
                        std::optional<double> ttlSeconds = {});

} // namespace shardscape::estimator
