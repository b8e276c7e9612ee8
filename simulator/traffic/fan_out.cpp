// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/fan_out.h"

#include <algorithm>
#include <cmath>

namespace shardscape::simulator {

FanOutSampler::FanOutSampler(const FanOut& spec)
    : m_spec(spec) {
    switch (spec.kind) {
    case FanOut::Kind::Fixed: m_fixed = std::min<double>(std::round(spec.mean), spec.most); break;
    case FanOut::Kind::Geometric: m_logFailure = std::log(spec.mean / (1 + spec.mean)); break;
    case FanOut::Kind::PowerLaw:
        m_powerLaw = ZipfRejection(spec.most, spec.alpha);
        if (spec.byKey) {
            const double sum = zipfSum(spec.most, spec.alpha);
            double tail = 1;
            for (std::uint32_t k = 1; k < spec.most; ++k) {
                tail -= std::pow(k, -spec.alpha) / sum;
                m_tail.push_back(tail);
            }
        }
        break;
    }
}

std::uint32_t FanOutSampler::geometric(double tail) const {
    if (m_spec.mean <= 0)
        return 0;
    return static_cast<std::uint32_t>(std::min<double>(std::floor(std::log(tail) / m_logFailure), m_spec.most));
}

std::uint32_t FanOutSampler::pick(Random& random) const {
    switch (m_spec.kind) {
    case FanOut::Kind::Fixed: break;
    case FanOut::Kind::Geometric: return geometric(1 - random.unit());
    case FanOut::Kind::PowerLaw: return static_cast<std::uint32_t>(m_powerLaw.pick(random));
    }
    return static_cast<std::uint32_t>(m_fixed);
}

std::uint32_t FanOutSampler::ofRank(std::uint64_t rank, std::uint64_t count) const {
    const double tail = (static_cast<double>(rank) + 0.5) / static_cast<double>(count);
    switch (m_spec.kind) {
    case FanOut::Kind::Fixed: break;
    case FanOut::Kind::Geometric: return geometric(tail);
    case FanOut::Kind::PowerLaw: {
        const auto at = std::partition_point(m_tail.begin(), m_tail.end(), [&](double t) { return t > tail; });
        return static_cast<std::uint32_t>(at - m_tail.begin()) + 1;
    }
    }
    return static_cast<std::uint32_t>(m_fixed);
}

double FanOutSampler::mean() const {
    switch (m_spec.kind) {
    case FanOut::Kind::Fixed: break;
    case FanOut::Kind::Geometric: // sum of P(at least k) for k = 1 … most
        return m_spec.mean <= 0 ? 0 : -m_spec.mean * std::expm1(m_spec.most * m_logFailure);
    case FanOut::Kind::PowerLaw: return zipfSum(m_spec.most, m_spec.alpha - 1) / zipfSum(m_spec.most, m_spec.alpha);
    }
    return m_fixed;
}

} // namespace shardscape::simulator
