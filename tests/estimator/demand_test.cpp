// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cmath>

#include "estimator/demand/cache.h"
#include "estimator/demand/popularity.h"
#include "estimator/demand/rates.h"
#include "estimator/latency/cluster.h"
#include "tests/support/estimating.h"
#include "tests/support/folders.h"

using namespace shardscape::estimator;
using namespace shardscape::model;
namespace tests = shardscape::tests;
using tests::within;

namespace {

KeyPopularity zipf(double theta) {
    KeyPopularity popularity;
    popularity.kind = PopularityKind::Zipf;
    popularity.theta = theta;
    return popularity;
}

double lruHits(const KeyWeights& weights, double entries) {
    return lruCache({{1, &weights, 1, 0}}, entries).hitRatios.front();
}

} // namespace

class DemandTest : public QObject {
    Q_OBJECT

private slots:
    void zipfWeights();
    void otherPopularities();
    void leastRecentlyUsed();
    void publishedCacheTables();
    void sampleOfKeys();
    void timeToLive();
    void writesDropEntries();
    void streamsShareACache();
    void peaksDoNotAddUp();
    void statedPeaks();
    void hotKeysLoadTheirNodes();
};

void DemandTest::zipfWeights() {
    // Hottest key, top 1 %, top 10 % of a million keys, computed by plain sums.
    for (const auto& [theta, first, one, ten] :
         {std::tuple{0.8, 0.01337, 0.3624, 0.6091}, {0.99, 0.06497, 0.6643, 0.8302}, {1.1, 0.12388, 0.8180, 0.9194}}) {
        const KeyWeights weights(zipf(theta), 1e6);
        QVERIFY(within(weights.hottest(), first, 1e-3));
        QVERIFY(within(weights.shareOfTop(1e4), one, 1e-3));
        QVERIFY(within(weights.shareOfTop(1e5), ten, 1e-3));
        QVERIFY(within(weights.shareOfTop(1e6), 1, 1e-12));
    }
    // Σ r^-0.99 over a million ranks is 15.391849746.
    QVERIFY(within(KeyWeights(zipf(0.99), 1e6).hottest(), 1 / 15.391849746, 1e-7));
    // Σ r^-0.99 over 10^9 ranks by Euler and Maclaurin: 23.603...; checked against the integral from 10^6 on.
    const double rest = (std::pow(1e9 + 0.5, 0.01) - std::pow(1e6 + 0.5, 0.01)) / 0.01;
    const KeyWeights many(zipf(0.99), 1e9);
    QVERIFY(within(many.hottest(), 1 / (15.391849746 + rest), 1e-6));
    QVERIFY(many.groups().size() < 3000);
}

void DemandTest::otherPopularities() {
    KeyPopularity popularity;
    QCOMPARE(KeyWeights(popularity, 50).hottest(), 0.02);
    popularity.kind = PopularityKind::HotSet;
    popularity.keyShare = 0.2;
    popularity.trafficShare = 0.8;
    const KeyWeights hot(popularity, 1000);
    QVERIFY(within(hot.hottest(), 0.8 / 200, 1e-12));
    QVERIFY(within(hot.shareOfTop(200), 0.8, 1e-12));
    QVERIFY(within(hot.keysForShare(0.8), 200, 1e-9));
    QVERIFY(within(hot.keysForShare(0.9), 600, 1e-9)); // half of the cold ones on top
    // P(popularity > x) ~ x^-(alpha - 1): the r-th of n keys has r^-1/(alpha - 1), so alpha 2 is Zipf's theta 1.
    popularity.kind = PopularityKind::PowerLaw;
    popularity.alpha = 2;
    QVERIFY(within(KeyWeights(popularity, 5000).hottest(), KeyWeights(zipf(1), 5000).hottest(), 1e-12));
}

void DemandTest::leastRecentlyUsed() {
    // Zipf 0.99 over a million keys; simulated LRU gives 0.38350, 0.56619 and 0.76649.
    const KeyWeights weights(zipf(0.99), 1e6);
    QVERIFY(within(lruHits(weights, 1000), 0.38350, 1e-3));
    QVERIFY(within(lruHits(weights, 10000), 0.56619, 1e-3));
    QVERIFY(within(lruHits(weights, 100000), 0.76649, 1e-3));
    QCOMPARE(lruHits(weights, 2e6), 1.0);
    // Uniform: what is in the cache is hit: 1 − e^−T with T = −ln(1 − C/N), so C/N exactly.
    QVERIFY(within(lruHits(KeyWeights(KeyPopularity{}, 1000), 250), 0.25, 1e-9));
}

void DemandTest::publishedCacheTables() {
    const QString shared = shardscape::tests::sharedFolder();
    if (shared.isEmpty())
        QSKIP(qPrintable(shardscape::tests::whyNoSharedFolder()));
    QFile file(shared + "/corpus/public/cache/lru_fifo_lfu.json");
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the table of caches is not in the shared folder");
    int checked = 0;
    for (const QJsonValue& value : QJsonDocument::fromJson(file.readAll()).array()) {
        const QJsonObject row = value.toObject();
        if (!row.contains("che_hit"))
            continue;
        const KeyWeights weights(zipf(row["alpha"].toDouble()), row["N"].toDouble());
        QVERIFY(within(lruHits(weights, row["C"].toDouble()), row["che_hit"].toDouble(), 1e-6));
        QVERIFY(within(weights.shareOfTop(row["C"].toDouble()), row["LFU_exact"].toDouble(), 1e-9));
        ++checked;
    }
    QVERIFY(checked > 5);
}

void DemandTest::sampleOfKeys() {
    // Ten requests: one key five times, one three times, two keys once each. The two take 2/10 together with the 96 of
    // 100 keys that were not seen.
    KeyPopularity sample;
    sample.kind = PopularityKind::Sample;
    QCOMPARE(KeyWeights(sample, 100).hottest(), 0.01); // not read: all alike
    sample.sample.seen = {{5, 1}, {3, 1}, {1, 2}};
    const KeyWeights weights(sample, 100);
    QCOMPARE(weights.hottest(), 0.5);
    QCOMPARE(weights.shareOfTop(2), 0.8);
    QVERIFY(within(weights.shareOfTop(51), 0.9, 1e-12));
    QVERIFY(within(weights.shareOfTop(100), 1, 1e-12));
    // There are at least as many keys as were seen.
    QCOMPARE(KeyWeights(sample, 1).keys(), 4.0);
    // Each key once says nothing: uniform over all there are.
    sample.sample.seen = {{1, 50}};
    QVERIFY(within(KeyWeights(sample, 1000).hottest(), 0.001, 1e-12));
    // Every key seen twice and more: the unseen take nothing.
    sample.sample.seen = {{2, 50}};
    QVERIFY(within(KeyWeights(sample, 1000).shareOfTop(50), 1, 1e-12));
}

void DemandTest::timeToLive() {
    // One key at 2/s that lives 5 s and is never evicted: of each load and the 10 requests after it 10 are hits, 10/11.
    const KeyWeights one(KeyPopularity{}, 1);
    QVERIFY(within(lruCache({{2, &one, 1, 0}}, 10, 5).hitRatios.front(), 10.0 / 11, 1e-12));
    // A long life changes nothing where eviction comes first.
    const KeyWeights weights(zipf(0.99), 1e6);
    QVERIFY(within(lruCache({{1000, &weights, 1, 0}}, 10000, 1e9).hitRatios.front(), 0.56619, 1e-3));
}

void DemandTest::writesDropEntries() {
    // 9 lookups for each write that drops an entry: nine of ten lookups find it.
    const KeyWeights weights(KeyPopularity{}, 100);
    QVERIFY(within(lruCache({{90, &weights, 1, 10}}, 1000).hitRatios.front(), 0.9, 1e-12));
}

void DemandTest::streamsShareACache() {
    // Two like streams of half the rate over the same number of their own keys behave as one over twice the keys.
    const KeyWeights half(KeyPopularity{}, 500);
    const CacheBehaviour both = lruCache({{5, &half, 10, 0}, {5, &half, 10, 0}}, 4000);
    QVERIFY(within(both.hitRatios[0], 0.4, 1e-9));
    QCOMPARE(both.hitRatios[0], both.hitRatios[1]);
    // The busier one keeps more.
    const CacheBehaviour uneven = lruCache({{9, &half, 10, 0}, {1, &half, 10, 0}}, 4000);
    QVERIFY(uneven.hitRatios[0] > 0.5 && uneven.hitRatios[1] < 0.3);
    // Together they still fill the cache: Σ keys × hit = 400 entries (uniform keys: held share = hit share).
    QVERIFY(within(500 * uneven.hitRatios[0] + 500 * uneven.hitRatios[1], 400, 1e-6));
}

void DemandTest::peaksDoNotAddUp() {
    RateProfile day, night, steady;
    day.average = night.average = {1000};
    day.shape = night.shape = RateShape::Diurnal;
    day.peakHour = 14;
    night.peakHour = 2;
    day.trough = night.trough = 1.0 / 3;
    // Opposite sinusoids of the same size cancel: 2,000/s all day, though each peaks at 1,500/s.
    const BusiestMinute both = busiestMinute({&day, &night}, {1, 1});
    QVERIFY(within(both.weighted, 2000, 1e-9));
    QVERIFY(within(busiestMinute({&day}, {1}).weighted, 1500, 1e-9));
    // A spike of 20 s between two minutes is not missed.
    RateProfile spike;
    spike.average = {100};
    spike.shape = RateShape::Spike;
    spike.startSeconds = 12 * 3600 + 25;
    spike.durationSeconds = 20;
    spike.times = 10;
    QVERIFY(within(busiestMinute({&spike}, {1}).weighted, 1000, 1e-9));
    // Weekly weights 1,1,1,1,1,2,3 with a steady one: Sunday has 3 × 7/10 of the average.
    RateProfile weekly;
    weekly.average = {100};
    weekly.shape = RateShape::Weekly;
    weekly.days = {1, 1, 1, 1, 1, 2, 3};
    steady.average = {50};
    const BusiestMinute sunday = busiestMinute({&weekly, &steady}, {1, 1});
    QVERIFY(within(sunday.weighted, 210 + 50, 1e-9));
    QVERIFY(sunday.secondsAfterMonday >= 6 * 86400);
    QVERIFY(within(sunday.rates[0], 210, 1e-9));
    // Weights decide which minute counts: work rather than requests.
    const BusiestMinute work = busiestMinute({&day, &night}, {1, 10});
    QVERIFY(within(work.rates[1], 1500, 1e-9));
}

void DemandTest::statedPeaks() {
    RateProfile profile;
    profile.average = {1000};
    profile.peak = PerSecond{4000};
    QCOMPARE(rateAt(profile, 0), 4000.0); // steady: nobody said when
    profile.shape = RateShape::Diurnal;
    profile.peakHour = 20;
    profile.trough = 0.3;
    QVERIFY(within(rateAt(profile, 20 * 3600.0), 4000, 1e-12));
    QVERIFY(rateAt(profile, 8 * 3600.0) < 1000);
    profile.peak = PerSecond{1100}; // below what the shape makes of the average
    QVERIFY(within(rateAt(profile, 20 * 3600.0), 1000 * 2 / 1.3, 1e-12));
}

void DemandTest::hotKeysLoadTheirNodes() {
    // 16 nodes of 4 servers, 26.88 requests/ms of 1 ms, hottest key 6.5 %: that node gets 0.065 + 0.935/16 of them.
    Cluster cluster(16, 1, 4);
    cluster.add(26.88, {1}, 0.065, 1);
    const double rate = 26.88 * (0.065 + 0.935 / 16);
    QVERIFY(within(cluster.busiestUtilisation(0.065, 1), rate / 4, 1e-12));
    QVERIFY(within(cluster.workSeconds(), 26.88, 1e-12));
    // The exact shares of that workload, where the hot node also holds the third hottest key, give p99 8.29 ms: the
    // closed form with one hot key stays below.
    const double p99 = quantile(cluster.sojourn({1}, 0.065, 1), 0.99);
    QVERIFY(p99 > 4.98 && p99 < 8.29);
    // Another pattern's hottest key lies elsewhere while there are nodes, and on the same node when there is one.
    cluster.add(1, {1}, 0.5, 2);
    QVERIFY(cluster.busiestUtilisation(0.065, 1) < rate / 4 + 0.02);
    Cluster alone(1, 1, 4);
    alone.add(1, {1}, 0.5, 1);
    alone.add(1, {1}, 0.5, 2);
    QVERIFY(within(alone.busiestUtilisation(0.5, 1), 0.5, 1e-12));
    // Even load: all nodes alike, M/M/4 at 0.6.
    Cluster even(16, 1, 4);
    even.add(38.4, {1}, 0, 0);
    QVERIFY(within(quantile(even.sojourn({1}, 0, 0), 0.99), 4.979691, 1e-6));
}

QTEST_APPLESS_MAIN(DemandTest)
#include "demand_test.moc"
