// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cluster/characteristic_time.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "simulator/cluster/cache_past.h"
#include "simulator/cluster/layout.h"
#include "simulator/traffic/arrivals.h"
#include "simulator/traffic/keys.h"

namespace shardscape::simulator {
namespace {

constexpr std::uint64_t kSingle = 1ULL << 16; ///< at each end of the numbers

/// `keys` keys that are asked for `rate` times a second each.
struct Alike {
    double keys;
    double rate;
};

/// Streams that mean the same keys by the same numbers, and the rate of each key over all of them.
class Numbering {
public:
    explicit Numbering(const KeySpec& keys)
        : m_keys(keys) {}
    bool takes(const KeySpec& keys) const { return sameNumbering(m_keys, keys); }
    void add(const Scenario& scenario, const Stream& stream) {
        m_samplers.emplace_back(stream.keys);
        m_rates.push_back(meanRate(scenario, stream));
        m_count = std::max(m_count, m_samplers.back().count());
    }
    void appendTo(std::vector<Alike>& all) const {
        const std::uint64_t half = (m_count + 1) / 2;
        appendFrom(half, all, [](std::uint64_t at) { return at; });
        appendFrom(m_count - half, all, [this](std::uint64_t at) { return m_count - 1 - at; });
    }

private:
    /// The first `length` keys from one end: one by one, then in groups that grow by a hundredth of their distance.
    template <class KeyAt> void appendFrom(std::uint64_t length, std::vector<Alike>& all, KeyAt keyAt) const {
        for (std::uint64_t done = 0; done < length;) {
            const std::uint64_t size = std::min(done < kSingle ? 1 : done / 100, length - done);
            all.push_back({static_cast<double>(size), rateOf(keyAt(done + size / 2))});
            done += size;
        }
    }
    double rateOf(std::uint64_t key) const {
        double rate = 0;
        for (std::size_t i = 0; i < m_samplers.size(); ++i)
            if (key < m_samplers[i].count())
                rate += m_rates[i] * m_samplers[i].probability(key);
        return rate;
    }

    KeySpec m_keys;
    std::vector<KeySampler> m_samplers;
    std::vector<double> m_rates;
    std::uint64_t m_count = 0;
};

} // namespace

double meanRate(const Scenario& scenario, const Stream& stream) {
    if (stream.profile.empty())
        return stream.rate;
    double rates = 0;
    for (const Stream& other : scenario.streams)
        rates += other.rate;
    const double byCount =
        scenario.requests > 0 && rates > 0 ? static_cast<double>(scenario.requests) / rates : kForEverSeconds;
    const double seconds = stream.profilePeriodSeconds > 0 ? stream.profilePeriodSeconds
                           : scenario.durationSeconds > 0  ? std::min(scenario.durationSeconds, byCount)
                                                           : byCount;
    return stream.rate * RateProfile(stream).integral(seconds) / seconds;
}

double characteristicSeconds(const Scenario& scenario, const Cache& cache) {
    std::vector<Numbering> numberings;
    for (const Stream& stream : scenario.streams) {
        const bool fronted = std::find(cache.streams.begin(), cache.streams.end(), stream.name) != cache.streams.end();
        if (!fronted || stream.kind == StreamKind::Write)
            continue;
        auto at = std::find_if(numberings.begin(), numberings.end(),
                               [&](const Numbering& one) { return one.takes(stream.keys); });
        if (at == numberings.end())
            at = numberings.insert(at, Numbering(stream.keys));
        at->add(scenario, stream);
    }
    std::vector<Alike> all;
    for (const Numbering& numbering : numberings)
        numbering.appendTo(all);
    const auto held = [&](double seconds) {
        double sum = 0;
        for (const Alike& alike : all)
            sum += alike.keys * steadyHitRatio(alike.rate, seconds, cache.ttlSeconds);
        return sum;
    };
    const auto capacity = static_cast<double>(cache.capacityKeys);
    if (held(kForEverSeconds) <= capacity)
        return kForEverSeconds;
    double least = 1e-9;
    double most = kForEverSeconds;
    for (int halvings = 0; halvings < 60 && most / least > 1 + 1e-9; ++halvings) {
        const double middle = std::sqrt(least * most);
        (held(middle) < capacity ? least : most) = middle;
    }
    return most;
}

} // namespace shardscape::simulator
