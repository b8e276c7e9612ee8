// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/demand/popularity.h"

#include <algorithm>
#include <cmath>

namespace shardscape::estimator {
namespace {

constexpr double kSingles = 1000;
constexpr double kGrowth = 1.01;

/// ∫ x^-θ dx over [from, to].
double integral(double from, double to, double theta) {
    if (std::abs(1 - theta) < 1e-9)
        return std::log(to / from);
    return (std::pow(to, 1 - theta) - std::pow(from, 1 - theta)) / (1 - theta);
}

} // namespace

KeyWeights::KeyWeights(const model::KeyPopularity& popularity, double keys)
    : m_keys(std::max(1.0, std::floor(keys))) {
    switch (popularity.kind) {
    case model::PopularityKind::Zipf:
    case model::PopularityKind::Latest: addPowerLaw(popularity.theta); return;
    case model::PopularityKind::PowerLaw: addPowerLaw(popularity.alpha > 1 ? 1 / (popularity.alpha - 1) : 1); return;
    case model::PopularityKind::HotSet: {
        const double hot = std::clamp(std::round(m_keys * popularity.keyShare), 1.0, m_keys);
        const double traffic = hot < m_keys ? std::clamp(popularity.trafficShare, 0.0, 1.0) : 1;
        m_groups.push_back({hot, traffic / hot});
        if (hot < m_keys)
            m_groups.push_back({m_keys - hot, (1 - traffic) / (m_keys - hot)});
        std::sort(m_groups.begin(), m_groups.end(), [](const Group& a, const Group& b) { return a.share > b.share; });
        return;
    }
    case model::PopularityKind::Sample:
        if (!popularity.sample.seen.empty()) {
            addSample(popularity.sample);
            return;
        }
        [[fallthrough]];
    case model::PopularityKind::Uniform: m_groups.push_back({m_keys, 1 / m_keys}); return;
    }
}

void KeyWeights::addSample(const model::KeySample& sample) {
    const auto requests = static_cast<double>(sample.requests());
    m_keys = std::max(m_keys, static_cast<double>(sample.distinct()));
    double rest = m_keys;
    double once = 0;
    for (const model::SeenKeys& seen : sample.seen) {
        const auto keys = static_cast<double>(seen.keys);
        if (seen.times == 1) {
            once = keys / requests;
            continue;
        }
        m_groups.push_back({keys, static_cast<double>(seen.times) / requests});
        rest -= keys;
    }
    if (rest > 0)
        m_groups.push_back({rest, once / rest});
}

void KeyWeights::addPowerLaw(double theta) {
    double total = 0;
    for (double rank = 1; rank <= std::min(m_keys, kSingles); ++rank) {
        m_groups.push_back({1, std::pow(rank, -theta)});
        total += m_groups.back().share;
    }
    for (double first = kSingles + 1; first <= m_keys;) {
        const double last = std::min(m_keys, std::floor(first * kGrowth));
        const double weight = integral(first - 0.5, last + 0.5, theta);
        const double count = last - first + 1;
        m_groups.push_back({count, weight / count});
        total += weight;
        first = last + 1;
    }
    for (Group& group : m_groups)
        group.share /= total;
}

double KeyWeights::shareOfTop(double n) const {
    double share = 0;
    for (const Group& group : m_groups) {
        share += std::min(n, group.keys) * group.share;
        n -= group.keys;
        if (n <= 0)
            break;
    }
    return std::min(1.0, share);
}

double KeyWeights::keysForShare(double share) const {
    double keys = 0;
    for (const Group& group : m_groups) {
        const double whole = group.keys * group.share;
        if (whole >= share)
            return keys + (group.share > 0 ? share / group.share : 0);
        share -= whole;
        keys += group.keys;
    }
    return m_keys;
}

} // namespace shardscape::estimator
