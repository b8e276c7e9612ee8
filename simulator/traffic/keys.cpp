// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/keys.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace shardscape::simulator {

namespace {

/// (e^t - 1) / t and ln(1 + t) / t, smooth through 0.
double expm1Over(double t) {
    return std::abs(t) > 1e-8 ? std::expm1(t) / t : 1 + t / 2;
}
double log1pOver(double t) {
    return std::abs(t) > 1e-8 ? std::log1p(t) / t : 1 - t / 2;
}

} // namespace

double zipfSum(std::uint64_t n, double theta) {
    constexpr std::uint64_t kHead = 1ULL << 20;
    const auto term = [&](double x) { return std::exp(-theta * std::log(x)); };
    double sum = 0;
    if (n > kHead) {
        const auto a = static_cast<double>(kHead);
        const auto b = static_cast<double>(n);
        const double span = std::log(b / a);
        const double integral = std::exp((1 - theta) * std::log(a)) * span * expm1Over((1 - theta) * span);
        // Terms a … n, of which a is also the last of the head below.
        sum = integral + (term(b) - term(a)) / 2 + theta * (term(a) / a - term(b) / b) / 12;
    }
    for (std::uint64_t r = std::min(n, kHead); r >= 1; --r)
        sum += term(static_cast<double>(r));
    return sum;
}

AliasTable::AliasTable(std::span<const double> weights)
    : m_slots(weights.size()) {
    const std::size_t n = weights.size();
    const double scale = static_cast<double>(n) / std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<double> left(n);
    std::vector<std::uint32_t> order(n); // poor from the front, rich from the back
    std::size_t poor = 0;
    std::size_t rich = n;
    for (std::size_t i = 0; i < n; ++i) {
        left[i] = weights[i] * scale;
        if (left[i] < 1)
            order[poor++] = static_cast<std::uint32_t>(i);
        else
            order[--rich] = static_cast<std::uint32_t>(i);
    }
    std::size_t next = 0;
    while (next < poor && rich < n) {
        const std::uint32_t taker = order[next++];
        const std::uint32_t giver = order[rich];
        m_slots[taker] = {static_cast<std::uint32_t>(std::min(left[taker] * 0x1p32, 4294967295.0)), giver};
        left[giver] -= 1 - left[taker];
        if (left[giver] < 1) {
            ++rich;
            order[poor++] = giver;
        }
    }
    // What remains is full but for rounding.
    for (; next < poor; ++next)
        m_slots[order[next]] = {UINT32_MAX, order[next]};
    for (; rich < n; ++rich)
        m_slots[order[rich]] = {UINT32_MAX, order[rich]};
}

ZipfRejection::ZipfRejection(std::uint64_t n, double theta)
    : m_n(static_cast<double>(n))
    , m_theta(theta) {
    m_low = integral(1.5) - 1;
    m_high = integral(m_n + 0.5);
    m_shortcut = 2 - inverse(integral(2.5) - density(2));
}

double ZipfRejection::integral(double x) const {
    const double logarithm = std::log(x);
    return expm1Over((1 - m_theta) * logarithm) * logarithm;
}
double ZipfRejection::inverse(double y) const {
    const double t = std::max(-1.0, y * (1 - m_theta));
    return std::exp(log1pOver(t) * y);
}
double ZipfRejection::density(double x) const {
    return std::exp(-m_theta * std::log(x));
}

std::uint64_t ZipfRejection::pick(Random& random) const {
    for (;;) {
        const double y = m_high + random.unit() * (m_low - m_high);
        const double x = inverse(y);
        const double rank = std::clamp(std::floor(x + 0.5), 1.0, m_n);
        if (rank - x <= m_shortcut || y >= integral(rank + 0.5) - density(rank))
            return static_cast<std::uint64_t>(rank);
    }
}

KeySampler::KeySampler(const KeySpec& spec)
    : m_count(spec.count)
    , m_reversed(spec.kind == KeyKind::Latest) {
    switch (spec.kind) {
    case KeyKind::Uniform: return;
    case KeyKind::HotSet: {
        const double hot = std::round(spec.shareOfKeys * static_cast<double>(m_count));
        m_hotKeys = std::clamp<std::uint64_t>(static_cast<std::uint64_t>(hot), 1, m_count);
        m_hotTraffic = m_hotKeys == m_count ? 1 : spec.shareOfTraffic;
        m_method = Method::HotSet;
        return;
    }
    case KeyKind::Sample:
        if (spec.weights.empty())
            return;
        m_weights = spec.weights;
        m_sum = std::accumulate(m_weights.begin(), m_weights.end(), 0.0) / (1 - spec.shareOfOthers);
        m_method = Method::Alias;
        if (spec.shareOfOthers > 0) {
            // All others are one more outcome, behind the listed ones.
            m_shareOfOthers = spec.shareOfOthers;
            std::vector<double> outcomes = m_weights;
            outcomes.push_back(m_sum * m_shareOfOthers);
            m_alias = AliasTable(outcomes);
            m_method = Method::AliasAndOthers;
        } else {
            m_alias = AliasTable(m_weights);
        }
        return;
    case KeyKind::Zipf:
    case KeyKind::Latest: m_theta = spec.theta; break;
    case KeyKind::PowerLaw: m_theta = 1 / (spec.alpha - 1); break;
    }
    if (m_theta == 0)
        return;
    if (m_count > kTableKeys) {
        m_sum = zipfSum(m_count, m_theta);
        m_rejection = ZipfRejection(m_count, m_theta);
        m_method = Method::Rejection;
        return;
    }
    std::vector<double> weights(m_count); // by key
    double sum = 0;
    for (std::uint64_t rank = m_count; rank >= 1; --rank) { // the smallest first, for precision
        const double weight = std::exp(-m_theta * std::log(static_cast<double>(rank)));
        weights[m_reversed ? m_count - rank : rank - 1] = weight;
        sum += weight;
    }
    m_sum = sum;
    m_alias = AliasTable(weights);
    m_method = Method::Alias;
}

double KeySampler::probability(std::uint64_t key) const {
    if (key >= m_count)
        return 0;
    if (m_method == Method::HotSet) {
        const std::uint64_t cold = m_count - m_hotKeys;
        return key < m_hotKeys ? m_hotTraffic / static_cast<double>(m_hotKeys)
                               : (1 - m_hotTraffic) / static_cast<double>(cold);
    }
    if (!m_weights.empty())
        return key < m_weights.size() ? m_weights[key] / m_sum
                                      : m_shareOfOthers / static_cast<double>(m_count - m_weights.size());
    if (m_theta == 0)
        return 1 / static_cast<double>(m_count);
    const std::uint64_t rank = m_reversed ? m_count - key : key + 1;
    return std::exp(-m_theta * std::log(static_cast<double>(rank))) / m_sum;
}

std::pair<std::uint64_t, std::uint64_t> KeySampler::runOfTop(std::uint64_t n) const {
    if (!m_weights.empty())
        return {0, m_weights.size()};
    n = std::min(n, m_count);
    return {m_reversed ? m_count - n : 0, n};
}

std::vector<std::uint64_t> KeySampler::top(std::uint64_t n) const {
    const auto [first, length] = runOfTop(n);
    std::vector<std::uint64_t> keys(length);
    std::iota(keys.begin(), keys.end(), first);
    if (m_reversed)
        std::reverse(keys.begin(), keys.end());
    if (m_weights.empty())
        return keys;
    const auto end = keys.begin() + static_cast<std::ptrdiff_t>(std::min(n, length));
    std::partial_sort(keys.begin(), end, keys.end(), [&](std::uint64_t a, std::uint64_t b) {
        return m_weights[a] > m_weights[b] || (m_weights[a] == m_weights[b] && a < b);
    });
    keys.erase(end, keys.end());
    return keys;
}

std::uint64_t KeySampler::draw(Random& random) const {
    switch (m_method) {
    case Method::Uniform: return random.below(m_count);
    case Method::HotSet:
        if (random.unit() < m_hotTraffic)
            return random.below(m_hotKeys);
        return m_hotKeys + random.below(m_count - m_hotKeys);
    case Method::Alias: return m_alias.pick(random.next()); // built over keys, so "latest" needs no turning round
    case Method::AliasAndOthers: {
        const std::uint64_t key = m_alias.pick(random.next());
        return key < m_weights.size() ? key : key + random.below(m_count - m_weights.size());
    }
    case Method::Rejection: {
        const std::uint64_t rank = m_rejection.pick(random);
        return m_reversed ? m_count - rank : rank - 1;
    }
    }
    return 0;
}

std::uint64_t KeySampler::pick(Random& random) const {
    return draw(random);
}

void KeySampler::fill(std::span<std::uint64_t> keys, Random& random) const {
    Random local = random;
    if (m_method == Method::Alias)
        for (std::uint64_t& key : keys)
            key = m_alias.pick(local.next());
    else
        for (std::uint64_t& key : keys)
            key = draw(local);
    random = local;
}

} // namespace shardscape::simulator
