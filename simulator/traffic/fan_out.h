// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "simulator/scenario/data_layer.h"
#include "simulator/traffic/keys.h"
#include "simulator/traffic/random.h"

namespace shardscape::simulator {

/// Draws how many times a step is done. Immutable after construction.
class FanOutSampler {
public:
    explicit FanOutSampler(const FanOut& spec);

    std::uint32_t pick(Random& random) const;
    /// FanOut::byKey: the number of the key that has `rank` (0: the most popular) among `count` keys: the quantile of
    /// 1 - (rank + 1/2) / count.
    std::uint32_t ofRank(std::uint64_t rank, std::uint64_t count) const;
    bool byKey() const { return m_spec.byKey; }
    /// Mean of pick(), cut at `most` as it is.
    double mean() const;

private:
    std::uint32_t geometric(double tail) const; ///< the least k with P(more than k) <= tail

    FanOut m_spec;
    double m_fixed = 0;
    double m_logFailure = 0; ///< geometric: ln P(more than k) / (k + 1)
    ZipfRejection m_powerLaw;
    std::vector<double> m_tail; ///< power law by key: P(more than k + 1) for k = 0, 1 …
};

} // namespace shardscape::simulator
