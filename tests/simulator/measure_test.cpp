// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "simulator/measure/histogram.h"
#include "simulator/measure/skew.h"
#include "simulator/traffic/random.h"
#include "tests/simulator/scenarios.h"

using namespace shardscape::simulator;

class MeasureTest : public QObject {
    Q_OBJECT
private slots:
    void buckets();
    void smallSamples();
    void interpolation();
    void quantilePoints();
    void merging();
    void tooShort();
    void skew_data();
    void skew();
};

/// Every value lies in its bucket, buckets touch, and none is wider than 1/128 of its lower end.
void MeasureTest::buckets() {
    for (std::uint64_t value :
         {0ULL, 1ULL, 127ULL, 128ULL, 255ULL, 256ULL, 257ULL, 1000ULL, 999'999ULL, 123'456'789ULL, (1ULL << 49) + 1}) {
        const std::uint32_t index = Histogram::bucket(value);
        QVERIFY(Histogram::lower(index) <= static_cast<double>(value));
        QVERIFY(Histogram::lower(index + 1) > static_cast<double>(value));
    }
    for (std::uint32_t i = 1; i + 1 < Histogram::kBuckets; ++i) {
        QCOMPARE(Histogram::bucket(static_cast<std::uint64_t>(Histogram::lower(i))), i);
        const double width = Histogram::lower(i + 1) - Histogram::lower(i);
        QVERIFY(width <= std::max(1.0, Histogram::lower(i) / 128));
    }
    QCOMPARE(Histogram::bucket(UINT64_MAX), Histogram::kBuckets - 1);
}

void MeasureTest::smallSamples() {
    Histogram histogram;
    QCOMPARE(histogram.quantileNs(0.5), 0.0);
    QCOMPARE(histogram.latency().meanMs, 0.0);
    histogram.add(1'000'003);
    for (double q : {0.0, 0.5, 0.999, 1.0})
        QCOMPARE(histogram.quantileNs(q), 1'000'003.0); // never outside what was seen
    QCOMPARE(histogram.latency().maxMs, 1.000003);
    histogram.clear();
    QCOMPARE(histogram.total(), 0ULL);
}

/// Exponential samples: the error of the reported percentile against the sorted samples is a small part of the bucket
/// width.
void MeasureTest::interpolation() {
    Histogram histogram;
    std::vector<double> samples;
    Random random(9);
    const Exponential exponential;
    for (int i = 0; i < 1'000'000; ++i) {
        const auto ns = static_cast<std::int64_t>(1e6 * exponential(random));
        histogram.add(ns);
        samples.push_back(static_cast<double>(ns));
    }
    std::sort(samples.begin(), samples.end());
    for (double q : {0.5, 0.95, 0.99})
        COMPARE_WITHIN(histogram.quantileNs(q), samples[static_cast<std::size_t>(q * 1e6)], 5e-4);
    COMPARE_WITHIN(histogram.quantileNs(0.999), samples[999'000], 2e-3);
    COMPARE_WITHIN(histogram.meanNs(), 1e6, 0.004);
}

/// 1 … 100,000 ns: the quantile q is q * 100,000 within a bucket (1/128), and the points go on to 1 - 10^-4, beyond
/// which exactly ten samples lie: 99 whole per cent and ten a decade for two decades.
void MeasureTest::quantilePoints() {
    Histogram histogram;
    for (std::int64_t ns = 1; ns <= 100'000; ++ns)
        histogram.add(ns);
    const auto points = histogram.quantilesMs();
    QCOMPARE(points.size(), std::size_t{99 + 20});
    COMPARE_WITHIN(points.back().first, 0.9999, 1e-12);
    for (const auto& [probability, ms] : points) {
        COMPARE_WITHIN(ms, probability * 0.1, 1e-3);
        QCOMPARE(ms, histogram.quantileNs(probability) / 1e6); // the one pass and the one value agree
    }
    QVERIFY(Histogram().quantilesMs().empty());
}

void MeasureTest::merging() {
    Histogram a;
    Histogram b;
    Histogram both;
    for (std::int64_t i = 0; i < 1000; ++i) {
        (i % 2 == 0 ? a : b).add(i * i);
        both.add(i * i);
    }
    a.add(b);
    QCOMPARE(a.total(), both.total());
    QCOMPARE(a.meanNs(), both.meanNs());
    QCOMPARE(a.maxNs(), both.maxNs());
    QCOMPARE(a.quantileNs(0.77), both.quantileNs(0.77));
}

/// Ten samples must lie beyond a percentile: 20 for p50, 200, 1,000 and 10,000 for the others.
void MeasureTest::tooShort() {
    Histogram histogram;
    const auto after = [&](std::uint64_t count) {
        while (histogram.total() < count)
            histogram.add(5);
        return histogram.tooShort();
    };
    QCOMPARE(after(19), (std::vector<std::string>{"p50_ms", "p95_ms", "p99_ms", "p999_ms"}));
    QCOMPARE(after(20), (std::vector<std::string>{"p95_ms", "p99_ms", "p999_ms"}));
    QCOMPARE(after(999), (std::vector<std::string>{"p99_ms", "p999_ms"}));
    QCOMPARE(after(1000), (std::vector<std::string>{"p999_ms"}));
    QVERIFY(after(10000).empty());
}

void MeasureTest::skew_data() {
    QTest::addColumn<QList<double>>("loads");
    QTest::addColumn<double>("maxOverMean");
    QTest::addColumn<double>("cv");
    QTest::addColumn<double>("gini");
    QTest::newRow("even") << QList<double>{3, 3, 3} << 1.0 << 0.0 << 0.0;
    QTest::newRow("one has all") << QList<double>{0, 0, 0, 8} << 4.0 << std::sqrt(3.0) << 0.75; // gini (n-1)/n
    // 1, 2, 3, 4: mean 2.5, variance 1.25; gini = sum of |differences| over pairs / (n^2 mean) = 10 / (4 * 10)
    QTest::newRow("1 to 4") << QList<double>{4, 2, 1, 3} << 1.6 << std::sqrt(1.25) / 2.5 << 0.25;
    QTest::newRow("none") << QList<double>{0, 0} << 1.0 << 0.0 << 0.0;
}

void MeasureTest::skew() {
    QFETCH(QList<double>, loads);
    QFETCH(double, maxOverMean);
    QFETCH(double, cv);
    QFETCH(double, gini);
    const std::vector<double> values(loads.begin(), loads.end());
    const Skew skew = skewOf(values);
    QVERIFY(std::abs(skew.maxOverMean - maxOverMean) < 1e-12);
    QVERIFY(std::abs(skew.cv - cv) < 1e-12);
    QVERIFY(std::abs(skew.gini - gini) < 1e-12);
}

QTEST_APPLESS_MAIN(MeasureTest)
#include "measure_test.moc"
