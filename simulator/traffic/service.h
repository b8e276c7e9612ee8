// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "simulator/scenario/scenario.h"
#include "simulator/traffic/random.h"

namespace shardscape::simulator {

/// Draws service times in nanoseconds.
class ServiceSampler {
public:
    explicit ServiceSampler(const Service& service);
    std::int64_t pick(Random& random) const;
    void fill(std::span<std::int64_t> times, Random& random) const;

private:
    double draw(Random& random) const; ///< in ns

    Service m_service;
    double m_meanNs = 0;
    double m_location = 0; ///< lognormal: mean of the logarithm of ns
    Exponential m_exponential;
};

} // namespace shardscape::simulator
