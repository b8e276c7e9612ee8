// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Caches against what is known exactly of independent references, and rates that vary against Mt/M/inf.
#include "tests/simulator/proof.h"

#include <numbers>

using namespace shardscape::simulator;
namespace exact = shardscape::tests::exact;

namespace {

/// One cache in front of a node that answers at once (10 ns), so that a key that was missed is there before the next
/// request asks for it.
Scenario cached(const KeySpec& keys, std::uint64_t capacity, Eviction eviction, std::uint64_t requests) {
    Scenario scenario = cluster(1, 8, 1000, deterministic(1e-5), requests);
    scenario.streams.front().keys = keys;
    scenario.warmup = 0.2;
    Cache cache;
    cache.streams = {"get"};
    cache.capacityKeys = capacity;
    cache.eviction = eviction;
    cache.hit = deterministic(1e-5);
    scenario.caches = {cache};
    return scenario;
}

ProofFigure hitRatio(double exactly) {
    return {"hit ratio", exactly, [](const RunResult& result) { return result.streams.at(0).hitRatio; }};
}

KeySpec weighted(const std::vector<double>& weights) {
    KeySpec keys;
    keys.kind = KeyKind::Sample;
    keys.count = weights.size();
    keys.weights = weights;
    return keys;
}

/// First in, first out (and random replacement, which hits as often): a set of keys is held with a probability in
/// proportion to the product of their popularities (Gelenbe 1973), so that key i is held with
/// p_i e_{C-1}(others) / e_C(all), e being the elementary symmetric polynomials.
double fifoHitRatio(const std::vector<double>& shares, std::size_t capacity) {
    const auto symmetric = [&](std::size_t without, std::size_t degree) {
        std::vector<double> e(degree + 1);
        e[0] = 1;
        for (std::size_t i = 0; i < shares.size(); ++i)
            if (i != without)
                for (std::size_t d = degree; d > 0; --d)
                    e[d] += shares[i] * static_cast<double>(shares.size()) * e[d - 1];
        return e[degree];
    };
    const double all = symmetric(shares.size(), capacity);
    double hits = 0;
    for (std::size_t i = 0; i < shares.size(); ++i)
        hits += shares[i] * shares[i] * static_cast<double>(shares.size()) * symmetric(i, capacity - 1) / all;
    return hits;
}

/// What the sine of a rate becomes in the number of requests under way: amplitude over L e, and lag in mean services.
struct Sine {
    double amplitude;
    double lag;
};

/// Fits the fundamental of the requests under way (utilisation times servers) over whole periods at the end.
Sine fit(const RunResult& result, double g, double servers, double amplitudeOfRate, std::size_t windowsAPeriod) {
    // Ten mean services after the start it has settled.
    const auto skipped = static_cast<std::size_t>(std::ceil(10 * g / (2 * std::numbers::pi)));
    const std::size_t first = skipped * windowsAPeriod;
    double inPhase = 0;
    double behind = 0;
    for (std::size_t i = first; i < result.series.size(); ++i) {
        const double phase =
            2 * std::numbers::pi * (static_cast<double>(i) + 0.5) / static_cast<double>(windowsAPeriod);
        const double busy = result.series[i].nodeUtilisation.at(0) * servers;
        inPhase += busy * std::sin(phase);
        behind += busy * std::cos(phase);
    }
    const double scale = 2.0 / static_cast<double>(result.series.size() - first);
    inPhase *= scale;
    behind *= scale;
    // A window is a mean over 1/32 of a period and a piece of the profile one over 1/64, which weaken a sine.
    const auto weakened = [](double parts) { return std::sin(std::numbers::pi / parts) / (std::numbers::pi / parts); };
    const double kept = weakened(static_cast<double>(windowsAPeriod)) * weakened(64);
    return {std::hypot(inPhase, behind) / kept / amplitudeOfRate, std::atan2(-behind, inPhase) / g};
}

} // namespace

class ProofCachesTest : public QObject {
    Q_OBJECT

    Proofs m_proofs;

private slots:
    /// The closed forms against values that an independent program computed by other means.
    void closedForms() {
        const std::vector<double> shares = exact::zipfShares(100, 0.8);
        COMPARE_WITHIN(exact::cheHitRatio(shares, 10), 0.2632608253834417, 1e-9);
        COMPARE_WITHIN(fifoHitRatio(shares, 5), 0.13930889682484493, 1e-9);
        COMPARE_WITHIN(fifoHitRatio(exact::zipfShares(100, 1.0), 50), 0.7627515086629268, 1e-9);
        // Two keys, one place: hit when the last one is asked for again, p^2 + q^2.
        COMPARE_WITHIN(exact::lruHitRatio({0.75, 0.25}, 1), 0.625, 1e-12);
        COMPARE_WITHIN(exact::supermarketMean(0.9, 2), 2.6141, 2e-5);
        COMPARE_WITHIN(exact::student95(19), 2.093024, 1e-4);
        QCOMPARE(exact::mostByChance(10, 0.05), 4U); // five or more have 0.00006, four or more 0.0010
    }

    void lruExactly() {
        for (double theta : {0.5, 1.2}) {
            const std::vector<double> shares = exact::zipfShares(9, theta);
            m_proofs.prove({QString("LRU 4 of 9 keys, zipf %1").arg(theta),
                            cached(zipf(9, theta), 4, Eviction::Lru, 100'000),
                            {hitRatio(exact::lruHitRatio(shares, 4))}});
        }
        // Sums over all ordered lists, by an independent program.
        for (const auto& [theta, capacity, ratio] :
             std::vector<std::tuple<double, std::uint64_t, double>>{{0.8, 5, 0.14883231824587562},
                                                                    {0.8, 20, 0.43106411094481245},
                                                                    {1.0, 10, 0.3978024365458401},
                                                                    {1.0, 50, 0.8098868648967754}})
            m_proofs.prove({QString("LRU %1 of 100 keys, zipf %2").arg(capacity).arg(theta),
                            cached(zipf(100, theta), capacity, Eviction::Lru, 100'000),
                            {hitRatio(ratio)}});
    }

    void fifoExactly() {
        for (std::uint64_t capacity : {5ULL, 20ULL}) {
            const std::vector<double> shares = exact::zipfShares(100, 0.8);
            m_proofs.prove({QString("FIFO %1 of 100 keys, zipf 0.8").arg(capacity),
                            cached(zipf(100, 0.8), capacity, Eviction::Fifo, 100'000),
                            {hitRatio(fifoHitRatio(shares, capacity))}});
        }
    }

    /// Che's approximation is within 0.1 % of LRU for thousands of keys (0.56618 against 0.56619 of a simulation with a
    /// million of them).
    void lruByChe() {
        const std::vector<double> shares = exact::zipfShares(20'000, 0.9);
        for (std::uint64_t capacity : {200ULL, 2'000ULL}) {
            ProofFigure figure = hitRatio(exact::cheHitRatio(shares, static_cast<double>(capacity)));
            m_proofs.prove({QString("LRU %1 of 20,000 keys by Che").arg(capacity),
                            cached(zipf(20'000, 0.9), capacity, Eviction::Lru, 150'000),
                            {figure}});
        }
    }

    void expiry() {
        // 1,000 requests a second over 100 keys: rate 10 a key.
        const double seconds = 0.2;
        m_proofs.prove({"TTL of 2 lookups a key",
                        [&] {
                            Scenario scenario = cached(uniform(100), 1000, Eviction::Lru, 100'000);
                            scenario.caches.front().ttlSeconds = seconds;
                            return scenario;
                        }(),
                        {hitRatio(2.0 / 3)}});
        const std::vector<double> shares = exact::zipfShares(500, 1.0);
        for (double lookups : {50.0, 5000.0}) {
            Scenario scenario = cached(weighted(shares), 1000, Eviction::Lru, 100'000);
            scenario.caches.front().ttlSeconds = lookups / 1000;
            m_proofs.prove({QString("TTL of %1 lookups, 500 keys, zipf 1").arg(lookups),
                            scenario,
                            {hitRatio(exact::ttlHitRatio(shares, lookups))}});
        }
    }

    /// A sine of a rate comes out of M/inf weaker and later. Pieces of a 64th of a period; the number under way is read
    /// from the windows of the series, 32 a period.
    void ratesThatVary() {
        constexpr double kServers = 2000;
        constexpr double kShare = 0.5;
        for (const auto& [g, rate, periods] :
             std::vector<std::tuple<double, double, std::uint32_t>>{{0.1, 300, 16}, {1, 600, 40}, {10, 600, 120}}) {
            const double period = 2 * std::numbers::pi / g; // the mean service is one second
            Scenario scenario = cluster(1, static_cast<std::uint32_t>(kServers), rate, exponential(1000), 0);
            scenario.durationSeconds = period * periods;
            scenario.windows = 32 * periods;
            Stream& stream = scenario.streams.front();
            stream.profilePeriodSeconds = period;
            for (int i = 0; i < 64; ++i)
                stream.profile.push_back(
                    {period * i / 64, 1 + kShare * std::sin(2 * std::numbers::pi * (i + 0.5) / 64)});
            const auto sine = [g = g, rate = rate](const RunResult& result) {
                return fit(result, g, kServers, rate * kShare, 32);
            };
            m_proofs.prove(
                {QString("Mt/M/inf, g %1").arg(g),
                 scenario,
                 {{"amplitude", exact::sineAmplitude(g), [=](const RunResult& r) { return sine(r).amplitude; }},
                  {"lag", exact::sineLag(g), [=](const RunResult& r) { return sine(r).lag; }}}});
        }
    }

    void intervalsAsAFamily() { m_proofs.asAFamily(); }
};

QTEST_APPLESS_MAIN(ProofCachesTest)
#include "proof_caches_test.moc"
