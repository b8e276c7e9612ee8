// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/keys.h"

#include <algorithm>
#include <array>
#include <bit>
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

/// The integral of x^-theta from 1, and its inverse.
double powerIntegral(double x, double theta) {
    const double logarithm = std::log(x);
    return expm1Over((1 - theta) * logarithm) * logarithm;
}
double powerInverse(double y, double theta) {
    const double t = std::max(-1.0, y * (1 - theta));
    return std::exp(log1pOver(t) * y);
}

/// The sum of r^-theta over r = first … last by Euler and Maclaurin; the first term left out is below 1e-16 of it from
/// rank 65,537 on.
double segmentWeight(double first, double last, double theta) {
    const double span = std::log(last / first);
    const double atFirst = std::exp(-theta * std::log(first));
    const double atLast = std::exp(-theta * std::log(last));
    const double integral = atFirst * first * span * expm1Over((1 - theta) * span);
    return integral + (atFirst + atLast) / 2 + theta * (atFirst / first - atLast / last) / 12;
}

} // namespace

double zipfSum(std::uint64_t n, double theta) {
    constexpr std::uint64_t kHead = 1ULL << 16;
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

void zipfWeights(std::uint64_t first, double theta, std::span<double> weights) {
    constexpr std::uint64_t kSingly = 1024;
    constexpr std::size_t kBlock = 32;
    std::size_t i = 0;
    for (; i < weights.size() && (first + i < kSingly || weights.size() - i < kBlock); ++i)
        weights[i] = std::exp(-theta * std::log(static_cast<double>(first + i)));
    std::array<double, 8> binomials{1};
    for (std::size_t k = 1; k < binomials.size(); ++k)
        binomials[k] = binomials[k - 1] * (-theta - static_cast<double>(k - 1)) / static_cast<double>(k);
    while (i < weights.size()) {
        // The last block reaches back over what is there already.
        i = std::min(i, weights.size() - kBlock);
        const double middle = static_cast<double>(first + i) + (kBlock - 1) / 2.0;
        const double weight = std::exp(-theta * std::log(middle));
        for (std::size_t k = 0; k < kBlock; ++k) {
            const double x = (static_cast<double>(k) - (kBlock - 1) / 2.0) / middle;
            double series = binomials[7];
            for (std::size_t term = 7; term-- > 0;)
                series = series * x + binomials[term];
            weights[i + k] = weight * series;
        }
        i += kBlock;
    }
}

AliasTable::AliasTable(std::span<const double> weights)
    : AliasTable(weights.size(), [&](std::uint64_t first, std::span<double> into) {
        std::copy_n(weights.begin() + static_cast<std::ptrdiff_t>(first), into.size(), into.begin());
    }) {}

/// While the table is made, a slot that is not finished holds what is left of its weight, as the bits of a double.
AliasTable::AliasTable(std::uint64_t n, const Weights& weights)
    : m_slots(n) {
    std::array<double, 4096> block;
    for (std::uint64_t first = 0; first < n; first += block.size()) {
        const std::span<double> some = std::span(block).first(std::min<std::uint64_t>(block.size(), n - first));
        weights(first, some);
        m_sum += std::accumulate(some.begin(), some.end(), 0.0);
        for (std::size_t i = 0; i < some.size(); ++i)
            m_slots[first + i] = std::bit_cast<std::uint64_t>(some[i]);
    }
    const double scale = static_cast<double>(n) / m_sum;
    std::vector<bool> rich(n);
    for (std::uint64_t i = 0; i < n; ++i) {
        const double left = std::bit_cast<double>(m_slots[i]) * scale;
        m_slots[i] = std::bit_cast<std::uint64_t>(left);
        rich[i] = left >= 1;
    }
    const auto nextRich = [&](std::uint64_t i) {
        while (i < n && !rich[i])
            ++i;
        return i;
    };
    std::uint64_t giver = nextRich(0);
    for (std::uint64_t poor = 0; poor < n; ++poor) {
        if (rich[poor])
            continue;
        std::uint64_t taker = poor;
        while (giver < n) {
            const double has = std::bit_cast<double>(m_slots[taker]);
            m_slots[taker] = static_cast<std::uint64_t>(std::min(has * 0x1p32, 4294967295.0)) << 32 | giver;
            const double left = std::bit_cast<double>(m_slots[giver]) - (1 - has);
            m_slots[giver] = std::bit_cast<std::uint64_t>(left);
            if (left >= 1)
                break;
            taker = giver;
            rich[giver] = false;
            giver = nextRich(giver + 1);
            if (taker > poor)
                break; // its turn comes
        }
        if (giver == n)
            m_slots[taker] = std::uint64_t{UINT32_MAX} << 32 | taker; // full but for rounding
    }
    for (std::uint64_t i = 0; i < n; ++i)
        if (rich[i])
            m_slots[i] = std::uint64_t{UINT32_MAX} << 32 | i;
}

ZipfRejection::ZipfRejection(std::uint64_t n, double theta)
    : m_n(static_cast<double>(n))
    , m_theta(theta) {
    m_low = integral(1.5) - 1;
    m_high = integral(m_n + 0.5);
    m_shortcut = 2 - inverse(integral(2.5) - density(2));
}

double ZipfRejection::integral(double x) const {
    return powerIntegral(x, m_theta);
}
double ZipfRejection::inverse(double y) const {
    return powerInverse(y, m_theta);
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

ZipfHeadTail::ZipfHeadTail(std::uint64_t n, double theta)
    : m_theta(theta) {
    // Weights fall by at most a hundredth from the first rank of a segment to its last.
    const double growth = std::min(2.0, std::exp(0.01 / theta));
    std::vector<double> weights(kHead);
    zipfWeights(1, theta, weights);
    for (std::uint64_t first = kHead + 1; first <= n;) {
        const double end = std::min(static_cast<double>(first) * growth, static_cast<double>(n) + 1);
        const std::uint64_t length = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(end) - first);
        const double last = static_cast<double>(first + length - 1);
        m_segments.push_back({first, length, std::exp(-theta * std::log(last / static_cast<double>(first)))});
        weights.push_back(segmentWeight(static_cast<double>(first), last, theta));
        first += length;
    }
    m_outcomes = AliasTable(weights);
}

std::uint64_t ZipfHeadTail::pick(Random& random) const {
    const std::uint64_t index = m_outcomes.pick(random.next());
    const std::uint64_t word = random.next();
    return index < kHead ? index + 1 : ofSegment(m_segments[index - kHead], word);
}

std::uint64_t ZipfHeadTail::ofSegment(const Segment& segment, std::uint64_t word) const {
    __extension__ using Wide = unsigned __int128;
    Random more(word);
    for (;;) {
        const auto offset = static_cast<std::uint64_t>((static_cast<Wide>(word) * segment.length) >> 64);
        const double unit = more.unit();
        const double distance = static_cast<double>(offset) / static_cast<double>(segment.first);
        if (unit < segment.least || unit < std::exp(-m_theta * std::log1p(distance)))
            return segment.first + offset;
        word = more.next();
    }
}

void ZipfHeadTail::fill(std::span<std::uint64_t> ranks, Random& random) const {
    std::array<std::uint64_t, 256> words;
    std::array<std::uint32_t, words.size()> places;
    Random local = random;
    for (std::size_t first = 0; first < ranks.size(); first += words.size()) {
        const auto block = ranks.subspan(first, std::min(words.size(), ranks.size() - first));
        std::uint32_t tails = 0;
        for (std::uint32_t i = 0; i < block.size(); ++i) {
            block[i] = m_outcomes.pick(local.next()) + 1;
            words[tails] = local.next();
            places[tails] = i;
            tails += block[i] > kHead ? 1 : 0;
        }
        for (std::uint32_t i = 0; i < tails; ++i)
            block[places[i]] = ofSegment(m_segments[block[places[i]] - 1 - kHead], words[i]);
    }
    random = local;
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
    if (m_count > kAliasKeys) {
        m_headTail = ZipfHeadTail(m_count, m_theta);
        m_sum = m_headTail.sum();
        m_method = Method::HeadTail;
        return;
    }
    m_alias = AliasTable(m_count, [this](std::uint64_t first, std::span<double> into) { weights(first, into); });
    m_sum = m_alias.sum();
    m_method = Method::Alias;
}

/// Of zipf, by key.
void KeySampler::weights(std::uint64_t first, std::span<double> into) const {
    if (!m_reversed)
        return zipfWeights(first + 1, m_theta, into);
    zipfWeights(m_count - (first + into.size()) + 1, m_theta, into);
    std::reverse(into.begin(), into.end());
}

void KeySampler::probabilities(std::uint64_t first, std::span<double> into) const {
    const bool zipf = m_theta != 0 && m_weights.empty() && m_method != Method::HotSet;
    if (zipf)
        weights(first, into);
    for (std::size_t i = 0; i < into.size(); ++i)
        into[i] = zipf ? into[i] / m_sum : probability(first + i);
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
    case Method::HeadTail: {
        const std::uint64_t rank = m_headTail.pick(random);
        return m_reversed ? m_count - rank : rank - 1;
    }
    }
    return 0;
}

std::uint64_t KeySampler::pick(Random& random) const {
    return draw(random);
}

void KeySampler::fill(std::span<std::uint64_t> keys, Random& random) const {
    if (m_method == Method::HeadTail) {
        m_headTail.fill(keys, random);
        for (std::uint64_t& key : keys)
            key = m_reversed ? m_count - key : key - 1;
        return;
    }
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
