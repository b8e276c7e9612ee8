// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// The parts of the data layer by themselves: caches, versions of replicas, flights, batches, backlogs, fan-out, salted
/// keys and splits.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cmath>
#include <map>

#include "simulator/cluster/batches.h"
#include "simulator/cluster/event_backlog.h"
#include "simulator/cluster/flights.h"
#include "simulator/cluster/key_cache.h"
#include "simulator/cluster/spread_route.h"
#include "simulator/cluster/versions.h"
#include "simulator/traffic/fan_out.h"
#include "tests/simulator/scenarios.h"
#include "tests/support/folders.h"

using namespace shardscape::simulator;

namespace {

/// Hit ratio of `requests` independent references, the first tenth of them not counted.
double hitRatio(Eviction eviction, std::uint64_t capacity, const KeySpec& keys, int requests) {
    KeyCache cache(capacity, eviction);
    const KeySampler sampler(keys);
    Random random(3);
    int hits = 0;
    for (int i = 0; i < requests; ++i) {
        const std::uint64_t key = sampler.pick(random);
        const bool hit = cache.lookup(key, i).has_value();
        if (!hit)
            cache.insert(key, i);
        hits += hit && i >= requests / 10 ? 1 : 0;
    }
    return hits / (requests * 0.9);
}

} // namespace

class DataLayerTest : public QObject {
    Q_OBJECT
private slots:
    void lruByHand();
    void lruAgainstAList();
    void fifoAndClockByHand();
    void lfuByHand();
    void fifoOfTwo();
    void publishedHitRatios();
    void versionsByHand();
    void versionsOutOfOrder();
    void partialWritesAndQuorums();
    void flights();
    void batches();
    void backlog();
    void fanOutMeans_data();
    void fanOutMeans();
    void fanOutByKey();
    void saltedHomes();
    void shiftedHomes();
    void splitRange();
    void splitHash();
};

/// Capacity 2: a, b, a again, c evicts b; a is erased; expiry counts from the filling, not from the last hit.
void DataLayerTest::lruByHand() {
    KeyCache cache(2);
    QVERIFY(!cache.lookup(1, 0));
    cache.insert(1, 0, 100);
    cache.insert(2, 1, 101);
    QVERIFY(cache.lookup(1, 2));
    cache.insert(3, 3, 103);
    QVERIFY(!cache.lookup(2, 4));
    QVERIFY(cache.lookup(1, 99));
    QVERIFY(!cache.lookup(1, 100));
    QCOMPARE(cache.lookup(3, 102).value(), 3L);
    cache.insert(3, 50, 200); // replaced, not added
    QCOMPARE(cache.lookup(3, 199).value(), 50L);
    QCOMPARE(cache.size(), 1ULL);
    cache.erase(3);
    QVERIFY(!cache.lookup(3, 102));
    QCOMPARE(cache.size(), 0ULL);
    cache.insert(4, 0);
    cache.clear();
    QVERIFY(!cache.lookup(4, 1));
}

/// A table that grows, wraps and closes gaps.
void DataLayerTest::lruAgainstAList() {
    KeyCache tested(100);
    std::vector<std::uint64_t> plain;
    Random random(8);
    for (int i = 0; i < 100'000; ++i) {
        const std::uint64_t key = random.below(300);
        const auto at = std::find(plain.begin(), plain.end(), key);
        if (random.below(10) == 0) {
            tested.erase(key);
            if (at != plain.end())
                plain.erase(at);
            continue;
        }
        QCOMPARE(tested.lookup(key, i).has_value(), at != plain.end());
        if (at != plain.end())
            plain.erase(at);
        else
            tested.insert(key, i);
        plain.push_back(key);
        if (plain.size() > 100)
            plain.erase(plain.begin());
    }
}

/// Capacity 2: 1 and 2 come in, 1 is asked for, 3 comes. Fifo throws out 1 all the same; Clock passes 1 over and takes
/// 2, and when 4 comes finds 3, not asked for, before 1, whose grace is used up: 1 leads the round again and goes.
void DataLayerTest::fifoAndClockByHand() {
    for (const Eviction eviction : {Eviction::Fifo, Eviction::Clock}) {
        KeyCache cache(2, eviction);
        cache.insert(1, 0);
        cache.insert(2, 0);
        QVERIFY(cache.lookup(1, 1));
        cache.insert(3, 2);
        QCOMPARE(cache.lookup(eviction == Eviction::Fifo ? 1 : 2, 3).has_value(), false);
        if (eviction == Eviction::Fifo)
            continue;
        cache.insert(4, 4); // the round is 1 (spared before, now unmarked), 3: 1 was put behind 2 and is the oldest
        QVERIFY(!cache.lookup(1, 5));
        QVERIFY(cache.lookup(3, 5));
    }
}

/// Capacity 1: 1 is asked for twice, 2 once: it does not come in. Once asked for three times it does.
void DataLayerTest::lfuByHand() {
    KeyCache cache(1, Eviction::Lfu);
    QVERIFY(!cache.lookup(1, 0));
    cache.insert(1, 0);
    QVERIFY(cache.lookup(1, 1));
    for (int i = 0; i < 2; ++i) {
        QVERIFY(!cache.lookup(2, 2));
        cache.insert(2, 2);
    }
    QVERIFY(cache.lookup(1, 3)); // three times now
    for (int i = 0; i < 2; ++i)
        QVERIFY(!cache.lookup(2, 4));
    cache.insert(2, 4); // four times
    QVERIFY(cache.lookup(2, 5));
    QVERIFY(!cache.lookup(1, 5));
    QCOMPARE(cache.size(), 1ULL);
}

/// Fifo under independent references is exact in product form: the set held has probability ~ product of its p. Four
/// keys, capacity 2: hit = sum over pairs of p_i p_j (p_i + p_j) / sum over pairs of p_i p_j.
void DataLayerTest::fifoOfTwo() {
    const double p[] = {0.5, 0.3, 0.15, 0.05};
    double weight = 0;
    double hit = 0;
    for (int i = 0; i < 4; ++i)
        for (int j = 0; j < i; ++j) {
            weight += p[i] * p[j];
            hit += p[i] * p[j] * (p[i] + p[j]);
        }
    KeySpec keys;
    keys.kind = KeyKind::Sample;
    keys.weights = {0.5, 0.3, 0.15, 0.05};
    keys.count = 4;
    COMPARE_WITHIN(hitRatio(Eviction::Fifo, 2, keys, 1'000'000), hit / weight, 0.004);
}

/// Exact hit ratios of LRU, FIFO and LFU (the most popular keys for ever) under zipf, worked out elsewhere by dynamic
/// programming. 1,000,000 references: 0.05 points a standard deviation of independent ones, LRU's are correlated.
void DataLayerTest::publishedHitRatios() {
    const QString shared = shardscape::tests::sharedFolder();
    if (shared.isEmpty())
        QSKIP(qPrintable(shardscape::tests::whyNoSharedFolder()));
    QFile file(shared + "/corpus/public/cache/lru_fifo_lfu.json");
    QVERIFY(file.open(QIODevice::ReadOnly));
    int compared = 0;
    for (const QJsonValue& value : QJsonDocument::fromJson(file.readAll()).array()) {
        const QJsonObject row = value.toObject();
        if (row["N"].toInt() != 100 && row["C"].toInt() != 100)
            continue;
        const KeySpec keys = zipf(row["N"].toInt(), row["alpha"].toDouble());
        const auto capacity = static_cast<std::uint64_t>(row["C"].toInt());
        const std::map<Eviction, const char*> columns{
            {Eviction::Lru, "LRU_exact"}, {Eviction::Fifo, "FIFO_RANDOM_exact"}, {Eviction::Lfu, "LFU_exact"}};
        for (const auto& [eviction, column] : columns) {
            if (!row[column].isDouble())
                continue;
            const double ratio = hitRatio(eviction, capacity, keys, eviction == Eviction::Lfu ? 400'000 : 1'000'000);
            // LFU still learns which of nearly equal keys are more popular: it comes from below.
            const double below = eviction == Eviction::Lfu ? 0.008 : 0.002;
            const double expected = row[column].toDouble();
            QVERIFY2(ratio > expected - below && ratio < expected + 0.003,
                     qPrintable(QString("%1 of %2: %3 for %4").arg(column).arg(capacity).arg(ratio).arg(expected)));
            ++compared;
        }
    }
    QVERIFY(compared >= 16);
}

/// Two replicas; a write at 0 is acknowledged at 1, when the first has it; the second has it at 10.
void DataLayerTest::versionsByHand() {
    Versions versions(2);
    const std::int64_t first[] = {1, 10};
    versions.wrote(7, 0, 1, first);
    const Versions::Answer leader[] = {{0, 5}};
    const Versions::Answer follower[] = {{1, 5}};
    const Versions::Answer both[] = {{1, 5}, {0, 5}};
    QVERIFY(!versions.missed(7, 0, follower)); // began before the write was acknowledged
    QVERIFY(!versions.missed(7, 4, leader));
    QCOMPARE(versions.missed(7, 4, follower).value(), 0L);
    QVERIFY(!versions.missed(7, 4, both));
    QVERIFY(!versions.missed(8, 4, follower)); // another key
    const Versions::Answer later[] = {{1, 10}};
    QVERIFY(!versions.missed(7, 5, later)); // answered when it was there
    QCOMPARE(versions.keys(), std::size_t{1});
    QVERIFY(!versions.missed(7, 11, later)); // everywhere: nothing to remember
    QCOMPARE(versions.keys(), std::size_t{0});
}

/// A second write overtakes the first on the way to the follower: having the newer one is good enough.
void DataLayerTest::versionsOutOfOrder() {
    Versions versions(2);
    const std::int64_t slow[] = {1, 100};
    const std::int64_t quick[] = {3, 20};
    versions.wrote(7, 0, 1, slow);
    versions.wrote(7, 2, 3, quick);
    const Versions::Answer before[] = {{1, 19}};
    const Versions::Answer after[] = {{1, 20}};
    QCOMPARE(versions.missed(7, 2, before).value(), 0L); // began between the two: the first was due
    QVERIFY(!versions.missed(7, 2, after));
    QCOMPARE(versions.missed(7, 4, before).value(), 2L);
    QVERIFY(!versions.missed(7, 5, after));
    QVERIFY(!versions.missed(7, 21, after));
    QCOMPARE(versions.keys(), std::size_t{0}); // the first need not arrive any more
}

/// A quorum of two of three reads or writes always meets the other. A write that was taken for acknowledged with one
/// replica alone is missed by the reads of the two others; one that never was acknowledged is nobody's loss.
void DataLayerTest::partialWritesAndQuorums() {
    constexpr std::int64_t kNever = Versions::kNever;
    for (std::uint32_t missing = 0; missing < 3; ++missing)
        for (std::uint32_t left = 0; left < 3; ++left) {
            std::vector<Versions::Answer> read;
            for (std::uint32_t r = 0; r < 3; ++r)
                if (r != left)
                    read.push_back({r, 5});
            std::vector<std::int64_t> two(3, 1);
            two[missing] = kNever;
            Versions strict(3);
            strict.wrote(1, 0, 1, two);
            QVERIFY(!strict.missed(1, 2, read));
            std::vector<std::int64_t> one(3, kNever);
            one[missing] = 1;
            Versions sloppy(3);
            sloppy.wrote(1, 0, 1, one);
            QCOMPARE(sloppy.missed(1, 2, read).has_value(), left == missing);
            Versions refused(3);
            refused.wrote(1, 0, kNever, one);
            QVERIFY(!refused.missed(1, 2, read));
        }
}

void DataLayerTest::flights() {
    Flights<int> flights;
    QVERIFY(flights.lead(5));
    QVERIFY(!flights.lead(5));
    flights.wait(5, 1);
    flights.wait(5, 2);
    QVERIFY(flights.lead(6));
    QCOMPARE(flights.land(5), (std::vector<int>{1, 2}));
    QVERIFY(flights.lead(5));
    QCOMPARE(flights.land(9), std::vector<int>{});
}

void DataLayerTest::batches() {
    Batches<int> batches;
    QVERIFY(batches.add(3, 1) == Batches<int>::Added::First);
    const std::uint64_t number = batches.number(3);
    QVERIFY(batches.add(3, 2) == Batches<int>::Added::Joined);
    QVERIFY(batches.add(4, 9) == Batches<int>::Added::First);
    QCOMPARE(batches.size(3), std::size_t{2});
    QVERIFY(batches.holds(3, number));
    QCOMPARE(batches.take(3), (std::vector<int>{1, 2}));
    QVERIFY(!batches.holds(3, number)); // the timer of a batch that is gone
    batches.add(3, 5);
    QVERIFY(!batches.holds(3, number));
    QCOMPARE(batches.size(3), std::size_t{1});
}

void DataLayerTest::backlog() {
    EventBacklog<int> backlog(2, 3);
    backlog.add(1);
    QCOMPARE(backlog.take().value(), 1);
    backlog.add(2);
    QCOMPARE(backlog.take().value(), 2);
    for (int i = 3; i < 6; ++i) {
        QVERIFY(!backlog.full());
        backlog.add(i);
    }
    QVERIFY(backlog.full());
    QVERIFY(!backlog.take()); // both consumers are busy
    backlog.release();
    QCOMPARE(backlog.take().value(), 3);
    QCOMPARE(backlog.depth(), 2ULL);
    QCOMPARE(backlog.most(), 3ULL);
    QCOMPARE(backlog.takeWindowMost(), 3ULL);
    QCOMPARE(backlog.takeWindowMost(), 2ULL);
}

void DataLayerTest::fanOutMeans_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("mean");
    QTest::addColumn<uint>("most");
    QTest::addColumn<double>("expected");
    QTest::newRow("fixed") << 0 << 200.0 << 1000U << 200.0;
    QTest::newRow("fixed, cut") << 0 << 200.0 << 150U << 150.0;
    QTest::newRow("geometric") << 1 << 3.0 << 1000U << 3.0;
    // P(at least k) = (3/4)^k: 0.75 + 0.5625 when cut at 2.
    QTest::newRow("geometric, cut") << 1 << 3.0 << 2U << 1.3125;
    // alpha 2 over 1, 2, 3: (1 + 1/2 + 1/3) / (1 + 1/4 + 1/9) = 66/49.
    QTest::newRow("power law") << 2 << 0.0 << 3U << 66.0 / 49;
}

void DataLayerTest::fanOutMeans() {
    QFETCH(int, kind);
    QFETCH(double, mean);
    QFETCH(uint, most);
    QFETCH(double, expected);
    const FanOutSampler sampler({static_cast<FanOut::Kind>(kind), mean, 2, most, false});
    COMPARE_WITHIN(sampler.mean(), expected, 1e-12);
    Random random(5);
    double sum = 0;
    for (int i = 0; i < 200'000; ++i)
        sum += sampler.pick(random);
    COMPARE_WITHIN(sum / 200'000, expected, 0.012); // geometric: sqrt(12) / 3 / sqrt(200,000) = 0.26 %
}

/// The numbers of all keys have the distribution: their mean is that of it, and the first key has the most. With 10,000
/// keys the mean of a power law from quantiles is a midpoint rule; geometric falls off fast enough for 1e-3.
void DataLayerTest::fanOutByKey() {
    for (const FanOut::Kind kind : {FanOut::Kind::Geometric, FanOut::Kind::PowerLaw}) {
        const FanOutSampler sampler({kind, 5, 2.5, 1000, true});
        double sum = 0;
        std::uint32_t last = UINT32_MAX;
        for (std::uint64_t rank = 0; rank < 10'000; ++rank) {
            const std::uint32_t times = sampler.ofRank(rank, 10'000);
            QVERIFY(times <= last);
            last = times;
            sum += times;
        }
        COMPARE_WITHIN(sum / 10'000, sampler.mean(), kind == FanOut::Kind::Geometric ? 1e-3 : 0.02);
        QVERIFY(sampler.ofRank(0, 10'000) > 40);
    }
}

/// The 3 most popular keys over 8 places among 1,000 partitions: the first is that of the key, the others depend on the
/// salt; 4 hits of 24 or more among 1,000 have odds of a hundred thousand to one.
void DataLayerTest::saltedHomes() {
    Scenario scenario = cluster(1, 1, 1, exponential(), 10);
    Table& table = scenario.tables.front();
    table.partitions = 1000;
    table.router.kind = "hash-mod";
    table.spread = Spread{Spread::Kind::Salted, 8, 3};
    const KeySpec keys = zipf(100, 1);
    const std::vector<TableLayout> layouts = layOut(scenario);
    const KeyRoute route(table, layouts[0], keys, KeySpaces(scenario));
    const SpreadRoute spread(table, layouts[0], keys, KeySampler(keys), route);
    std::set<std::uint32_t> all;
    for (std::uint64_t key = 0; key < 100; ++key) {
        QCOMPARE(spread.spreads(key), key < 3);
        std::vector<std::uint32_t> homes;
        spread.homes(key, homes);
        QCOMPARE(homes.size(), std::size_t{8});
        QCOMPARE(homes[0], route.partition(key));
        if (key < 3)
            all.insert(homes.begin(), homes.end());
    }
    QVERIFY(all.size() > 20);
    // Of "latest" keys the popular ones have the highest numbers.
    KeySpec latest = keys;
    latest.kind = KeyKind::Latest;
    const SpreadRoute newest(table, layouts[0], latest, KeySampler(latest), route);
    QVERIFY(newest.spreads(99) && newest.spreads(97) && !newest.spreads(96) && !newest.spreads(0));
}

/// Behind a prefix of salt, ranges repeat: 4 places of 12 partitions are 3 apart.
void DataLayerTest::shiftedHomes() {
    Scenario scenario = cluster(1, 1, 1, exponential(), 10);
    Table& table = scenario.tables.front();
    table.partitions = 12;
    table.spread = Spread{Spread::Kind::Salted, 4, 0};
    KeySpec keys = uniform(12);
    keys.order = KeyOrder::Ranked;
    scenario.streams.front().keys = keys;
    const std::vector<TableLayout> layouts = layOut(scenario);
    const KeyRoute route(table, layouts[0], keys, KeySpaces(scenario));
    const SpreadRoute spread(table, layouts[0], keys, KeySampler(keys), route);
    std::vector<std::uint32_t> homes;
    spread.homes(10, homes);
    QCOMPARE(homes, (std::vector<std::uint32_t>{10, 1, 4, 7}));
    QVERIFY(spread.spreads(0));
}

/// 100 ordered keys in 2 ranges: 50 … 99 is cut at 75 after 10 s, and its upper half at 88 (87.5) after 20 s.
void DataLayerTest::splitRange() {
    Scenario scenario = cluster(3, 1, 1, exponential(), 10);
    Table& table = scenario.tables.front();
    table.partitions = 2;
    table.splits = {{10, 1}, {20, 2}};
    KeySpec keys = uniform(100);
    keys.order = KeyOrder::Ranked;
    scenario.streams.front().keys = keys;
    const std::vector<TableLayout> layouts = layOut(scenario);
    QCOMPARE(layouts[0].partitions, 4U);
    QCOMPARE(layouts[0].nodes, (std::vector<std::uint32_t>{0, 1, 2, 0}));
    const KeyRoute route(table, layouts[0], keys, KeySpaces(scenario));
    const PartitionSplits splits(table, layouts[0]);
    const auto home = [&](std::uint64_t key, double seconds) {
        return splits.resolve(route.partition(key), route.within(key), static_cast<std::int64_t>(seconds * 1e9));
    };
    for (std::uint64_t key = 0; key < 100; ++key) {
        QCOMPARE(home(key, 9.9), key < 50 ? 0U : 1U);
        QCOMPARE(home(key, 10), key < 50 ? 0U : key < 75 ? 1U : 2U);
        QCOMPARE(home(key, 20), key < 50 ? 0U : key < 75 ? 1U : key < 88 ? 2U : 3U);
    }
    QCOMPARE(splits.partitions(0), 2U);
    QCOMPARE(splits.partitions(10'000'000'000), 3U);
    QCOMPARE(splits.partitions(20'000'000'000), 4U);
}

/// Of 40,000 hashed keys in 4 partitions, half of one's 10,000 move, then half of what stayed: 2,500 is 50 a standard
/// deviation.
void DataLayerTest::splitHash() {
    Scenario scenario = cluster(1, 1, 1, exponential(), 10);
    Table& table = scenario.tables.front();
    table.partitions = 4;
    table.router.kind = "hash-mod";
    table.splits = {{1, 3}, {2, 3}};
    const KeySpec keys = uniform(40'000);
    const std::vector<TableLayout> layouts = layOut(scenario);
    const KeyRoute route(table, layouts[0], keys, KeySpaces(scenario));
    const PartitionSplits splits(table, layouts[0]);
    std::vector<double> load(6);
    for (std::uint64_t key = 0; key < 40'000; ++key)
        ++load[splits.resolve(route.partition(key), route.within(key), 2'000'000'000)];
    COMPARE_WITHIN(load[0], 10'000, 0.04);
    COMPARE_WITHIN(load[3], 2'500, 0.07);
    COMPARE_WITHIN(load[4], 5'000, 0.05);
    COMPARE_WITHIN(load[5], 2'500, 0.07);
}

QTEST_APPLESS_MAIN(DataLayerTest)
#include "data_layer_test.moc"
