// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <bit>
#include <numeric>
#include <set>

#include "simulator/cluster/layout.h"
#include "simulator/traffic/arrivals.h"
#include "simulator/traffic/keys.h"
#include "simulator/traffic/service.h"
#include "tests/simulator/scenarios.h"

using namespace shardscape::simulator;

class TrafficTest : public QObject {
    Q_OBJECT
private slots:
    void zipfSums();
    void zipfWeightsAreExact();
    void aliasTableIsExact();
    void samplers_data();
    void samplers();
    void sampleWithOthers();
    void hugeZipf();
    void headAndTail();
    void hotSet();
    void powerLaw();
    void latest();
    void scatterIsABijection();
    void services_data();
    void services();
    void poissonCounts();
    void profileIntegral();
    void profileCounts();
    void streamsAreIndependent();
};

/// H(10, 1) = 7381/2520; sum of r^-2 up to n = pi^2/6 - 1/n + 1/(2n^2) - …; sum of r^-0.99 up to 10^6 = 15.391849746
/// (the normaliser of the reference workload); beyond the head that is added up, n^(1-theta)/(1-theta) + zeta(theta) +
/// n^-theta/2 with zeta(0.5) = -1.4603545088095868.
void TrafficTest::zipfSums() {
    COMPARE_WITHIN(zipfSum(10, 1), 7381.0 / 2520, 1e-15);
    const double n = 1e9;
    COMPARE_WITHIN(zipfSum(1'000'000'000, 2), M_PI * M_PI / 6 - 1 / n, 1e-12);
    COMPARE_WITHIN(zipfSum(1'000'000, 0.99), 15.391849746, 1e-10);
    COMPARE_WITHIN(zipfSum(1'000'000'000'000, 0.5), 2e6 - 1.4603545088095868 + 0.5e-6, 1e-12);
    COMPARE_WITHIN(zipfSum(1'000'000'000, 1), std::log(n) + 0.57721566490153286 + 0.5 / n, 1e-12);
    QCOMPARE(zipfSum(7, 0), 7.0);
}

/// Against r^-theta itself.
void TrafficTest::zipfWeightsAreExact() {
    for (const double theta : {0.5, 0.99, 1.0, 3.0, 8.0})
        for (const std::uint64_t first : {1ULL, 1000ULL, 1024ULL, 77'777ULL, 1'000'000'007ULL})
            for (const std::size_t length : {1U, 31U, 32U, 33U, 100U}) {
                std::vector<double> weights(length);
                zipfWeights(first, theta, weights);
                for (std::size_t i = 0; i < length; ++i)
                    COMPARE_WITHIN(weights[i], std::pow(static_cast<double>(first + i), -theta), 2e-11);
            }
}

/// The share of the 2^32 thresholds of each slot that fall on an outcome is its weight, to 2^-32 of a slot for each
/// slot that names it: all bits are tried at the two ends of each threshold.
void TrafficTest::aliasTableIsExact() {
    const std::vector<double> weights{5, 1, 0, 0.3, 11, 2, 0.001, 7, 1, 1, 0, 3.3};
    const AliasTable table(weights);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    QCOMPARE(table.sum(), sum);
    std::vector<double> shares(weights.size());
    const auto n = static_cast<std::uint64_t>(weights.size());
    for (std::uint64_t slot = 0; slot < n; ++slot) {
        const std::uint64_t high = ((slot << 32) + n - 1) / n << 32; // the least bits that lead to this slot
        const std::uint64_t own = table.pick(high);
        const std::uint64_t other = table.pick(high | UINT32_MAX);
        std::uint64_t low = 0; // the least bits that lead to the other
        for (std::uint64_t step = 1ULL << 31; step > 0; step /= 2)
            low += low + step <= UINT32_MAX && table.pick(high | (low + step - 1)) == own && own != other ? step : 0;
        const double part = own == other ? 1 : static_cast<double>(low) * 0x1p-32;
        shares[own] += part / static_cast<double>(n);
        shares[other] += (1 - part) / static_cast<double>(n);
    }
    for (std::size_t i = 0; i < weights.size(); ++i)
        QVERIFY2(std::abs(shares[i] - weights[i] / sum) < 1e-8, qPrintable(QString("%1: %2").arg(i).arg(shares[i])));
}

void TrafficTest::samplers_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<quint64>("count");
    QTest::addColumn<double>("theta");
    QTest::newRow("uniform") << int(KeyKind::Uniform) << quint64{1000} << 0.0;
    QTest::newRow("zipf, table") << int(KeyKind::Zipf) << quint64{100'000} << 0.99;
    QTest::newRow("zipf 1, table") << int(KeyKind::Zipf) << quint64{1000} << 1.0;
    QTest::newRow("zipf, no table") << int(KeyKind::Zipf) << quint64{5'000'000} << 0.8;
    QTest::newRow("zipf 1, no table") << int(KeyKind::Zipf) << quint64{5'000'000} << 1.0;
    QTest::newRow("steep zipf, no table") << int(KeyKind::Zipf) << quint64{1'000'000'000'000} << 1.5;
    QTest::newRow("latest") << int(KeyKind::Latest) << quint64{10'000} << 0.99;
    QTest::newRow("latest, no table") << int(KeyKind::Latest) << quint64{100'000'000} << 1.2;
}

/// Frequencies of power-of-two bands of ranks against the exact probabilities: chi-square over up to 40 bands. Its mean
/// is the number of bands less one, its standard deviation sqrt(2 bands); five of them are allowed.
void TrafficTest::samplers() {
    QFETCH(int, kind);
    QFETCH(quint64, count);
    QFETCH(double, theta);
    KeySpec spec = zipf(count, theta);
    spec.kind = static_cast<KeyKind>(kind);
    const KeySampler sampler(spec);
    const bool newestFirst = spec.kind == KeyKind::Latest;
    const std::size_t draws = 2'000'000;
    std::vector<std::uint64_t> keys(draws);
    Random random(11);
    sampler.fill(keys, random);
    std::vector<double> seen(41);
    for (std::uint64_t key : keys) {
        QVERIFY(key < count);
        const std::uint64_t rank = newestFirst ? count - key : key + 1;
        ++seen[static_cast<std::size_t>(std::bit_width(rank) - 1)];
    }
    double chiSquare = 0;
    int bands = 0;
    for (std::size_t band = 0; band < seen.size(); ++band) {
        const std::uint64_t first = 1ULL << band;
        const std::uint64_t last = std::min<std::uint64_t>(2 * first - 1, count);
        if (first > count)
            break;
        const double part = spec.kind == KeyKind::Uniform
                                ? static_cast<double>(last - first + 1)
                                : zipfSum(last, theta) - (first > 1 ? zipfSum(first - 1, theta) : 0);
        const double whole = spec.kind == KeyKind::Uniform ? static_cast<double>(count) : zipfSum(count, theta);
        const double expected = part / whole * static_cast<double>(draws);
        if (expected < 5)
            continue;
        chiSquare += (seen[band] - expected) * (seen[band] - expected) / expected;
        ++bands;
    }
    QVERIFY2(chiSquare < bands + 5 * std::sqrt(2.0 * bands),
             qPrintable(QString("%1 over %2").arg(chiSquare).arg(bands)));
    double sum = 0;
    for (std::uint64_t key = newestFirst ? count - std::min<std::uint64_t>(count, 1000) : 0, i = 0;
         i < 1000 && key < count; ++key, ++i)
        sum += sampler.probability(key);
    const double expected = spec.kind == KeyKind::Uniform
                                ? 1
                                : zipfSum(std::min<std::uint64_t>(count, 1000), theta) / zipfSum(count, theta);
    COMPARE_WITHIN(sum, expected, 1e-12);
}

/// Two listed keys of weight 6 and 2, and 4 others that take 20 %: 0.6, 0.2 and 0.05 each. Chi-square over six keys has
/// mean 5 and standard deviation sqrt(10); five of them are allowed.
void TrafficTest::sampleWithOthers() {
    KeySpec spec;
    spec.kind = KeyKind::Sample;
    spec.weights = {6, 2};
    spec.shareOfOthers = 0.2;
    spec.count = 6;
    const KeySampler sampler(spec);
    const std::vector<double> expected{0.6, 0.2, 0.05, 0.05, 0.05, 0.05};
    std::vector<std::uint64_t> keys(1'000'000);
    Random random(3);
    sampler.fill(keys, random);
    std::vector<double> seen(6);
    for (std::uint64_t key : keys)
        ++seen.at(key);
    double chiSquare = 0;
    for (std::size_t key = 0; key < 6; ++key) {
        COMPARE_WITHIN(sampler.probability(key), expected[key], 1e-12);
        const double mean = expected[key] * 1e6;
        chiSquare += (seen[key] - mean) * (seen[key] - mean) / mean;
    }
    QVERIFY2(chiSquare < 5 + 5 * std::sqrt(10.0), qPrintable(QString::number(chiSquare)));
    QCOMPARE(sampler.top(3), (std::vector<std::uint64_t>{0, 1}));
}

/// 10^12 keys of theta 0.99 need no table. Rank 1 has 1/H of the traffic.
void TrafficTest::hugeZipf() {
    const KeySampler sampler(zipf(1'000'000'000'000, 0.99));
    Random random(3);
    int first = 0;
    const int draws = 1'000'000;
    for (int i = 0; i < draws; ++i)
        first += sampler.pick(random) == 0 ? 1 : 0;
    const double expected = sampler.probability(0);
    COMPARE_WITHIN(expected, 1 / zipfSum(1'000'000'000'000, 0.99), 1e-12);
    COMPARE_WITHIN(first / 1e6, expected, 4 / std::sqrt(1e6 * expected));
}

/// Bands of ranks that double, whose shares follow from sums of r^-theta, and the same keys one by one as together.
void TrafficTest::headAndTail() {
    for (const double theta : {0.3, 0.99, 1.0, 1.7})
        for (const std::uint64_t count : {3'000'000ULL, 70'000'000ULL, 1'000'000'000'000ULL}) {
            const KeySampler sampler(zipf(count, theta));
            std::vector<std::uint64_t> keys(400'000);
            Random together(7);
            sampler.fill(keys, together);
            Random single(7);
            for (int i = 0; i < 1000; ++i)
                QCOMPARE(sampler.pick(single), keys[i]);
            std::vector<double> seen(42);
            for (const std::uint64_t key : keys) {
                QVERIFY(key < count);
                ++seen.at(std::bit_width(key + 1) - 1);
            }
            const auto upTo = [&](std::uint64_t rank) { return rank == 0 ? 0 : zipfSum(std::min(rank, count), theta); };
            double chiSquare = 0;
            int bands = 0;
            for (int band = 0; 1ULL << band <= count; ++band) {
                const double share = (upTo((2ULL << band) - 1) - upTo((1ULL << band) - 1)) / zipfSum(count, theta);
                const double mean = share * static_cast<double>(keys.size());
                if (mean < 10)
                    continue;
                chiSquare += (seen[band] - mean) * (seen[band] - mean) / mean;
                ++bands;
            }
            QVERIFY2(chiSquare < bands + 5 * std::sqrt(2.0 * bands),
                     qPrintable(QString("theta %1, %2 keys: %3").arg(theta).arg(count).arg(chiSquare)));
        }
}

/// 10 % of 1,000 keys take 90 % of the traffic: 0.009 each, the others 0.1/900.
void TrafficTest::hotSet() {
    KeySpec spec = uniform(1000);
    spec.kind = KeyKind::HotSet;
    spec.shareOfKeys = 0.1;
    spec.shareOfTraffic = 0.9;
    const KeySampler sampler(spec);
    COMPARE_WITHIN(sampler.probability(99), 0.009, 1e-12);
    COMPARE_WITHIN(sampler.probability(100), 0.1 / 900, 1e-12);
    std::vector<std::uint64_t> keys(1'000'000);
    Random random(5);
    sampler.fill(keys, random);
    const auto hot = std::count_if(keys.begin(), keys.end(), [](std::uint64_t key) { return key < 100; });
    COMPARE_WITHIN(static_cast<double>(hot), 900'000.0, 4 * std::sqrt(0.1 / 0.9 / 1e6));
}

/// Popularity of density x^-alpha: P(X > x) = x^(1-alpha), so the r-th of n values is about (n/r)^(1/(alpha-1)). Two
/// keys whose ranks differ by a factor of 8 differ 8-fold in popularity at alpha 2, and by 8^(1/2) at alpha 3.
void TrafficTest::powerLaw() {
    KeySpec spec = uniform(1000);
    spec.kind = KeyKind::PowerLaw;
    spec.alpha = 2;
    const KeySampler two(spec);
    COMPARE_WITHIN(two.probability(9) / two.probability(79), 8.0, 1e-12);
    spec.alpha = 3;
    const KeySampler three(spec);
    COMPARE_WITHIN(three.probability(9) / three.probability(79), std::sqrt(8.0), 1e-12);
}

void TrafficTest::latest() {
    KeySpec spec = zipf(100, 1);
    spec.kind = KeyKind::Latest;
    const KeySampler sampler(spec);
    COMPARE_WITHIN(sampler.probability(99) / sampler.probability(98), 2.0, 1e-12);
    QCOMPARE(sampler.top(3), (std::vector<std::uint64_t>{99, 98, 97}));
    spec.kind = KeyKind::Sample; // in any order
    spec.count = 4;
    spec.weights = {1, 5, 2, 5};
    QCOMPARE(KeySampler(spec).top(3), (std::vector<std::uint64_t>{1, 3, 2}));
}

void TrafficTest::scatterIsABijection() {
    for (std::uint64_t n : {1ULL, 2ULL, 3ULL, 10ULL, 1000ULL, 65537ULL}) {
        std::set<std::uint64_t> seen;
        for (std::uint64_t value = 0; value < n; ++value)
            seen.insert(scatter(value, n, 42));
        QCOMPARE(seen.size(), static_cast<std::size_t>(n));
        QVERIFY(*seen.rbegin() == n - 1);
    }
}

void TrafficTest::services_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("deviation");
    QTest::addColumn<double>("p50");
    QTest::addColumn<double>("p99");
    QTest::newRow("deterministic") << int(ServiceKind::Deterministic) << 2.0 << 0.0 << 2.0 << 2.0;
    QTest::newRow("exponential") << int(ServiceKind::Exponential) << 2.0 << 2.0 << 2 * std::log(2.0)
                                 << 2 * std::log(100.0);
    // sigma 0.5: median = mean e^(-sigma^2/2), p99 = median e^(2.3263479 sigma), variance mean^2 (e^(sigma^2) - 1)
    QTest::newRow("lognormal") << int(ServiceKind::Lognormal) << 2.0 << 2 * std::sqrt(std::exp(0.25) - 1)
                               << 2 * std::exp(-0.125) << 2 * std::exp(-0.125 + 2.3263479 * 0.5);
    // 1 … 2 for half of the draws, 2 … 4 for the rest: mean 0.5*1.5 + 0.5*3; variance of the mixture of two uniforms
    QTest::newRow("empirical") << int(ServiceKind::Empirical) << 2.25
                               << std::sqrt(0.5 * (1.0 / 12 + 0.5625) + 0.5 * (4.0 / 12 + 0.5625)) << 2.0 << 3.96;
}

/// Moments and percentiles of a million draws; the mean within four standard errors, percentiles within 1 %.
void TrafficTest::services() {
    QFETCH(int, kind);
    QFETCH(double, mean);
    QFETCH(double, deviation);
    QFETCH(double, p50);
    QFETCH(double, p99);
    Service service{static_cast<ServiceKind>(kind), 2, 0.5, {}};
    if (service.kind == ServiceKind::Empirical)
        service.quantilesMs = {{0, 1}, {0.5, 2}, {1, 4}};
    COMPARE_WITHIN(service.mean(), mean, 1e-12);
    std::vector<std::int64_t> times(1'000'000);
    Random random(1);
    ServiceSampler(service).fill(times, random);
    double sum = 0;
    double squares = 0;
    for (std::int64_t ns : times) {
        const double ms = static_cast<double>(ns) / 1e6;
        sum += ms;
        squares += (ms - mean) * (ms - mean);
    }
    std::sort(times.begin(), times.end());
    QVERIFY(std::abs(sum / 1e6 - mean) <= 4 * deviation / 1e3);
    QVERIFY(std::abs(std::sqrt(squares / 1e6) - deviation) <= 0.01 * deviation);
    COMPARE_WITHIN(static_cast<double>(times[500'000]) / 1e6, p50, 0.01);
    COMPARE_WITHIN(static_cast<double>(times[990'000]) / 1e6, p99, 0.01);
    // One by one or in blocks: the same numbers.
    Random again(1);
    std::vector<std::int64_t> block(10);
    ServiceSampler(service).fill(block, again);
    Random single(1);
    for (std::int64_t expected : block)
        QCOMPARE(ServiceSampler(service).pick(single), expected);
}

/// Counts in 10,000 windows of ten expected arrivals: mean and variance are both 10 (index of dispersion 1 +- 4
/// sqrt(2/n)).
void TrafficTest::poissonCounts() {
    Stream stream;
    stream.rate = 1000;
    ArrivalSource source(stream, 17);
    std::vector<std::int64_t> times(100'000);
    source.fill(times);
    QVERIFY(std::is_sorted(times.begin(), times.end()));
    std::vector<double> counts(9'900);
    for (std::int64_t time : times)
        if (static_cast<std::size_t>(time / 10'000'000) < counts.size())
            ++counts[static_cast<std::size_t>(time / 10'000'000)];
    const double n = static_cast<double>(counts.size());
    const double mean = std::accumulate(counts.begin(), counts.end(), 0.0) / n;
    double variance = 0;
    for (double count : counts)
        variance += (count - mean) * (count - mean) / n;
    COMPARE_WITHIN(mean, 10.0, 4 / std::sqrt(10 * n));
    COMPARE_WITHIN(variance / mean, 1.0, 4 * std::sqrt(2 / n));
}

/// 1 for 10 s, 0 for 5 s, 3 from 15 s on, once and with a period of 20 s (integral 10 + 0 + 15 = 25 a period).
void TrafficTest::profileIntegral() {
    Stream stream;
    stream.profile = {{0, 1}, {10, 0}, {15, 3}};
    const RateProfile once(stream);
    QCOMPARE(once.integral(7), 7.0);
    QCOMPARE(once.integral(12), 10.0);
    QCOMPARE(once.integral(17), 16.0);
    QCOMPARE(once.inverse(9), 9.0);
    QCOMPARE(once.inverse(16), 17.0);
    stream.profilePeriodSeconds = 20;
    const RateProfile periodic(stream);
    QCOMPARE(periodic.integral(47), 50.0 + 7.0);
    QCOMPARE(periodic.inverse(57), 47.0);
    QCOMPARE(periodic.inverse(25 + 16), 37.0);
    stream.profile = {{0, 1}, {10, 0}};
    stream.profilePeriodSeconds = 0;
    QVERIFY(std::isinf(RateProfile(stream).inverse(10.5)));
}

/// A flash sale: ten times the rate between 100 s and 120 s. Poisson counts vary by their square root.
void TrafficTest::profileCounts() {
    Stream stream;
    stream.rate = 100;
    stream.profile = {{0, 1}, {100, 10}, {120, 1}};
    ArrivalSource source(stream, 4);
    std::vector<std::int64_t> times(40'000);
    source.fill(times);
    const auto between = [&](double from, double to) {
        return static_cast<double>(std::count_if(times.begin(), times.end(), [&](std::int64_t t) {
            return static_cast<double>(t) >= from * 1e9 && static_cast<double>(t) < to * 1e9;
        }));
    };
    QVERIFY(std::abs(between(0, 100) - 10'000) < 4 * 100);
    QVERIFY(std::abs(between(100, 120) - 20'000) < 4 * 142);
    QVERIFY(std::abs(between(120, 200) - 8'000) < 4 * 90);
}

/// Seeds differ by scenario seed, replication, stream name and purpose.
void TrafficTest::streamsAreIndependent() {
    std::set<std::uint64_t> seeds;
    for (std::uint64_t seed : {0ULL, 1ULL, 2ULL})
        for (std::uint32_t replication : {0U, 1U, 2U})
            for (const char* name : {"get", "put", ""})
                for (Purpose purpose : {Purpose::Arrivals, Purpose::Keys, Purpose::Service})
                    seeds.insert(streamSeed(seed, replication, name, purpose));
    QCOMPARE(seeds.size(), std::size_t{81});
}

QTEST_APPLESS_MAIN(TrafficTest)
#include "traffic_test.moc"
