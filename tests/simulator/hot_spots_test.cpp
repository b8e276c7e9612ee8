// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Who makes a partition, a node or a time hot: shares against popularity worked out by hand, the sketch against exact
/// counts and its stated bound.
#include <QTest>

#include <map>

#include "simulator/measure/heavy_keys.h"
#include "simulator/traffic/keys.h"
#include "simulator/traffic/random.h"
#include "tests/simulator/scenarios.h"

using namespace shardscape::simulator;

namespace {

const HotSpot* first(const RunResult& run, HotSpot::Kind kind) {
    for (const HotSpot& spot : run.hot)
        if (spot.kind == kind)
            return &spot;
    return nullptr;
}

/// Keys 0 … 3 on nodes 0 … 3 by range. "get" asks 400/s with weights 7, 1, 1, 1; "put" writes 100/s evenly and takes
/// twice as long.
Scenario lopsided(std::uint64_t requests) {
    Scenario scenario = cluster(4, 1, 400, exponential(), requests);
    scenario.streams[0].keys.kind = KeyKind::Sample;
    scenario.streams[0].keys.count = 4;
    scenario.streams[0].keys.weights = {7, 1, 1, 1};
    scenario.streams[0].keys.order = KeyOrder::Ranked;
    scenario.streams.push_back(scenario.streams[0]);
    scenario.streams[1].name = "put";
    scenario.streams[1].kind = StreamKind::Write;
    scenario.streams[1].rate = 100;
    scenario.streams[1].keys = uniform(4);
    scenario.streams[1].keys.order = KeyOrder::Ranked;
    scenario.streams[1].steps[0].service = exponential(2);
    return scenario;
}

} // namespace

class HotSpotsTest : public QObject {
    Q_OBJECT
private slots:
    void theSketchIsExactWhileThereIsRoom() {
        HeavyKeys sketch(64);
        for (std::uint64_t key = 0; key < 64; ++key)
            for (std::uint64_t times = 0; times <= key; ++times)
                sketch.add(key, 3, 1);
        QCOMPARE(sketch.error(), std::uint64_t{0});
        QCOMPARE(sketch.total(), std::uint64_t{64 * 65 / 2});
        for (const HeavyKey& one : sketch.keys())
            QCOMPARE(one.count, one.key + 1);
        sketch.clear();
        QVERIFY(sketch.keys().empty());
    }

    /// Counters never above the truth, never below it by more than error(), and error() never above 2 n / counters.
    void theSketchKeepsItsBound() {
        for (const double theta : {0.0, 0.7, 1.2}) {
            const KeySampler sampler(zipf(100'000, theta));
            Random random(7);
            HeavyKeys whole(256);
            HeavyKeys half[2] = {HeavyKeys(256), HeavyKeys(256)};
            std::map<std::uint64_t, std::uint64_t> truth;
            constexpr std::uint64_t kDraws = 200'000;
            for (std::uint64_t i = 0; i < kDraws; ++i) {
                const std::uint64_t key = sampler.pick(random);
                ++truth[key];
                whole.add(key, 0, 0);
                half[i % 2].add(key, 0, 0);
            }
            half[0].add(half[1]);
            for (const HeavyKeys* sketch : {&whole, &half[0]}) {
                QCOMPARE(sketch->total(), kDraws);
                QVERIFY(sketch->error() <= 2 * kDraws / 256);
                std::map<std::uint64_t, std::uint64_t> found;
                for (const HeavyKey& one : sketch->keys())
                    found[one.key] = one.count;
                for (const auto& [key, count] : truth) {
                    const std::uint64_t seen = found.contains(key) ? found[key] : 0;
                    QVERIFY(seen <= count);
                    QVERIFY(count - seen <= sketch->error());
                }
            }
        }
    }

    void theSamePartitionsAndSourcesAreKeptApart() {
        HeavyKeys sketch(16);
        sketch.add(1, 2, 3);
        sketch.add(1, 2, 4);
        sketch.add(1, 3, 3);
        sketch.add(1, 2, 3);
        QCOMPARE(sketch.keys().size(), std::size_t{3});
    }

    /// By hand: partition 0 has 280 + 25 of 500 operations a second, 0.61, which is 2.44 times the mean of a quarter;
    /// 280/305 are "get". All of it is the one key. Its node works 280 x 1 ms + 25 x 2 ms = 0.33 of the time, of which
    /// 0.28/0.33 is "get"; all nodes work 400 ms + 200 ms a second, 0.15 each on average: 2.2 times the mean.
    void partitionAndNodeByHand() {
        const RunResult run = simulate(lopsided(20'000));
        const HotSpot* partition = first(run, HotSpot::Kind::Partition);
        QVERIFY(partition);
        QCOMPARE(partition->partition, 0U);
        COMPARE_WITHIN(partition->share, 0.61, 1e-12);
        COMPARE_WITHIN(partition->overMean, 2.44, 1e-12);
        COMPARE_WITHIN(partition->ownUtilisation, 0.33, 1e-12);
        COMPARE_WITHIN(partition->utilisation, 0.33, 1e-12);
        QCOMPARE(partition->streams.front().stream, 0U);
        COMPARE_WITHIN(partition->streams.front().share, 280.0 / 305, 1e-12);
        QCOMPARE(partition->keys.size(), std::size_t{1});
        QCOMPARE(partition->keys.front().key, std::string("0"));
        COMPARE_WITHIN(partition->keys.front().share, 1, 1e-12);
        QCOMPARE(partition->error, 0.0);
        const HotSpot* node = first(run, HotSpot::Kind::Node);
        QVERIFY(node);
        COMPARE_WITHIN(node->overMean, 2.2, 1e-12);
        COMPARE_WITHIN(node->share, 0.55, 1e-12);
        COMPARE_WITHIN(node->streams.front().share, 0.28 / 0.33, 1e-12);
        QVERIFY(!node->overloaded);
        QVERIFY(!first(run, HotSpot::Kind::Window));
    }

    void evenLoadsHaveNoHotSpots() {
        const RunResult run = simulate(cluster(4, 1, 1600, exponential(), 20'000));
        QVERIFY(run.hot.empty());
        // Even, and yet too much for each: 4 nodes at 1.2.
        const RunResult over = simulate(cluster(4, 1, 4800, exponential(), 20'000));
        QVERIFY(!first(over, HotSpot::Kind::Partition));
        QVERIFY(first(over, HotSpot::Kind::Node)->overloaded);
        COMPARE_WITHIN(first(over, HotSpot::Kind::Node)->utilisation, 1.2, 1e-12);
    }

    /// "get" is at 0.2 of one node, and 4 times that from 20 s to 30 s of 60 s; "put" brings 0.1 all the time. Over the
    /// hot time 0.8 of 0.9 is "get", within what 8,000 and 1,000 requests scatter.
    void aHotTimeNamesThePatternOfItsSpike() {
        Scenario scenario = cluster(1, 1, 200, exponential(), 0);
        scenario.durationSeconds = 60;
        scenario.windows = 60;
        scenario.streams[0].profile = {{0, 1}, {20, 4}, {30, 1}};
        scenario.streams.push_back(scenario.streams[0]);
        scenario.streams[1].name = "put";
        scenario.streams[1].rate = 100;
        scenario.streams[1].profile.clear();
        const RunResult run = simulate(scenario);
        const HotSpot* time = first(run, HotSpot::Kind::Window);
        QVERIFY(time);
        QVERIFY2(time->fromSeconds >= 19.999 && time->toSeconds <= 31.001, "from 20 s to 30 s");
        QVERIFY(time->utilisation > 0.7);
        COMPARE_WITHIN(time->streams.front().share, 0.8 / 0.9, 0.03);
        QCOMPARE(time->streams.front().stream, 0U);
    }

    /// A cold cache: loads do not follow from popularity, and the sketch has to see. It keeps one key, so that the hot
    /// one misses whenever another one was asked for in between. With weights 7, 1, 1, 1 a miss for key i follows a
    /// different key: 0.7 x 0.3 for the first, 0.1 x 0.9 for each other; 0.21 of 0.48 misses.
    void behindAColdCacheTheSketchSees() {
        Scenario scenario = lopsided(100'000);
        scenario.streams.pop_back();
        Cache cache;
        cache.streams = {"get"};
        cache.capacityKeys = 1;
        cache.hit = deterministic(0);
        scenario.caches = {cache};
        // One partition of all keys on one node, one of none: the first is hot, at 2 times the mean.
        scenario.nodes[0].count = 1;
        scenario.tables[0].partitions = 2;
        scenario.tables[0].router.kind = "range";
        scenario.streams[0].keys.count = 8;
        scenario.streams[0].keys.weights = {7, 1, 1, 1, 0, 0, 0, 0};
        scenario.streams[0].rate = 1; // nobody waits, so that the cache is filled before the next request
        const RunResult run = simulate(scenario);
        QVERIFY(!run.tables[0].derived);
        const HotSpot* partition = first(run, HotSpot::Kind::Partition);
        QVERIFY(partition);
        QCOMPARE(partition->streams.front().stream, 0U);
        COMPARE_WITHIN(partition->streams.front().share, 1, 1e-12);
        QCOMPARE(partition->keys.size(), std::size_t{4});
        QCOMPARE(partition->keys.front().key, std::string("0"));
        // 48,000 misses: a standard deviation of 0.5 %.
        COMPARE_WITHIN(partition->keys.front().share, 0.21 / 0.48, 0.02);
        QCOMPARE(partition->error, 0.0); // eight keys fit in any sketch
    }

    /// Too many keys for the sketch: its bound is said, and the truth lies within it.
    void theBoundOfTheSketchIsSaid() {
        Scenario scenario = cluster(2, 1, 1, exponential(), 200'000);
        scenario.tables[0].router.kind = "hash-mod";
        scenario.streams[0].keys = zipf(1'000'000, 0.99);
        Cache cache;
        cache.streams = {"get"};
        cache.capacityKeys = 1;
        cache.hit = deterministic(0);
        scenario.caches = {cache};
        scenario.tables[0].partitions = 4;
        const RunResult run = simulate(scenario);
        const HotSpot* partition = first(run, HotSpot::Kind::Partition);
        if (!partition)
            QSKIP("no partition is a fifth above the mean with this hash");
        QVERIFY(partition->error > 0);
        // At most 2/4096 of all operations and what the 33rd key of the partition has, over its share of the
        // operations.
        QVERIFY(partition->error < 0.02);
    }
};

QTEST_APPLESS_MAIN(HotSpotsTest)
#include "hot_spots_test.moc"
