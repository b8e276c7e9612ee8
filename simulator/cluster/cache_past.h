// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_set>

#include "simulator/scenario/scenario.h"
#include "simulator/traffic/random.h"

namespace shardscape::simulator {

/// The share of lookups of a key that hit in a cache that has run for ever: the key is looked up `rate` times a second,
/// stays for `characteristicSeconds` after each, and expires `ttlSeconds` after it was filled (0: never). Source: Che,
/// Tung and Wang (2002) for eviction; with expiry, residences end at the first of both: 1/n = 1/(rate ttl) + e^(-rate
/// T)/(1 - e^(-rate T)), hits n/(1 + n). Exact when only one of them binds.
double steadyHitRatio(double rate, double characteristicSeconds, double ttlSeconds);

/// What a cache holds at the start of a run that begins long after the cache did (Cache::warmSeconds). A key that the
/// run has not filled or dropped yet is there if it was looked up in the time before the start that the cache still
/// remembers; that is drawn when the key is first asked for, so that nothing has to be filled in.
class CachePast {
public:
    explicit CachePast(const Cache& cache)
        : m_warmSeconds(cache.warmSeconds)
        , m_ttlSeconds(cache.ttlSeconds) {}

    /// False once everything remembered from before the start would have been evicted.
    bool matters(double nowSeconds) const { return nowSeconds < m_warmSeconds; }
    /// How long ago the key was filled, when it is there.
    std::optional<double> heldFor(std::uint64_t key, double rate, double nowSeconds, Random& random) const;
    /// The run has dropped the key: it is not there from before any more.
    void drop(std::uint64_t key) {
        if (m_warmSeconds > 0)
            m_dropped.insert(key);
    }
    /// Nothing is left from before the run.
    void forget() { m_warmSeconds = 0; }

private:
    double m_warmSeconds;
    double m_ttlSeconds;
    std::unordered_set<std::uint64_t> m_dropped;
};

} // namespace shardscape::simulator
