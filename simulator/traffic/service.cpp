// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/service.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace shardscape::simulator {

namespace {

constexpr double kNsPerMs = 1e6;

double normal(Random& random) { // Box and Muller
    const double radius = std::sqrt(-2 * std::log(1 - random.unit()));
    return radius * std::cos(2 * std::numbers::pi * random.unit());
}

double quantile(const std::vector<std::pair<double, double>>& points, double probability) {
    const auto above =
        std::upper_bound(points.begin(), points.end(), probability,
                         [](double p, const std::pair<double, double>& point) { return p < point.first; });
    if (above == points.begin())
        return points.front().second;
    if (above == points.end())
        return points.back().second;
    const auto below = above - 1;
    const double part = (probability - below->first) / (above->first - below->first);
    return below->second + part * (above->second - below->second);
}

} // namespace

ServiceSampler::ServiceSampler(const Service& service)
    : m_service(service)
    , m_meanNs(service.meanMs * kNsPerMs) {
    // mean = exp(location + sigma^2 / 2)
    if (service.kind == ServiceKind::Lognormal && m_meanNs > 0)
        m_location = std::log(m_meanNs) - service.sigma * service.sigma / 2;
}

double ServiceSampler::draw(Random& random) const {
    switch (m_service.kind) {
    case ServiceKind::Deterministic: return m_meanNs;
    case ServiceKind::Exponential: return m_meanNs * m_exponential(random);
    case ServiceKind::Lognormal:
        // Cut where the slowest node would leave 64 bits of nanoseconds; see extent_check.h for the mean.
        return m_meanNs > 0
                   ? std::min(std::exp(m_location + m_service.sigma * normal(random)), std::max(9e12, 1000 * m_meanNs))
                   : 0;
    case ServiceKind::Empirical: return kNsPerMs * quantile(m_service.quantilesMs, random.unit());
    }
    return 0;
}

std::int64_t ServiceSampler::pick(Random& random) const {
    return static_cast<std::int64_t>(draw(random) + 0.5);
}

void ServiceSampler::fill(std::span<std::int64_t> times, Random& random) const {
    Random local = random;
    if (m_service.kind == ServiceKind::Exponential)
        for (std::int64_t& time : times)
            time = static_cast<std::int64_t>(m_meanNs * m_exponential(local) + 0.5);
    else
        for (std::int64_t& time : times)
            time = static_cast<std::int64_t>(draw(local) + 0.5);
    random = local;
}

} // namespace shardscape::simulator
