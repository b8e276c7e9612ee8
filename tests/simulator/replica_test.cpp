// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Which replicas work, steps side by side, and caches that have run for a long time before the run.
#include <QTest>

#include <cmath>

#include "model/placement/placement.h"
#include "simulator/cluster/cache_past.h"
#include "simulator/scenario/scenario_json.h"
#include "tests/simulator/scenarios.h"

using namespace shardscape::simulator;

namespace {

/// One table on all nodes with every request for its only key.
Scenario oneTable(std::uint32_t nodes, std::uint32_t servers, std::uint32_t partitions, std::uint32_t replicas,
                  double rate) {
    Scenario scenario = cluster(nodes, servers, rate, exponential(), 400'000);
    scenario.tables.front().partitions = partitions;
    scenario.tables.front().replicas = replicas;
    scenario.tables.front().router.kind = "hash-mod";
    scenario.streams.front().keys = uniform(1);
    return scenario;
}

} // namespace

class ReplicaTest : public QObject {
    Q_OBJECT

private slots:
    void anyReplicaSpreadsTheReads() {
        // Poisson 2.4/ms thinned at random to three M/M/1 at 0.8: mean 1/(1 - 0.8) = 5 ms, p99 = 5 ln 100 = 23.03 ms.
        // The relaxation time of M/M/1 at 0.8 is about 1/(1 - sqrt 0.8)^2 = 90 ms: 400,000 requests are 167 s or 1,850
        // of them, so that the mean scatters by about 2 %.
        Scenario scenario = oneTable(3, 1, 1, 3, 2400);
        scenario.streams.front().steps.front().ask = 1;
        scenario.streams.front().steps.front().quorum = 1;
        const RunResult result = simulate(scenario);
        COMPARE_WITHIN(result.streams[0].latency.meanMs, 5.0, 0.08);
        for (const NodeResult& node : result.nodes)
            COMPARE_WITHIN(node.utilisation, 0.8, 0.02);
    }

    void theFasterOfTwoAskedOfThree() {
        // Without waiting the faster of two exponentials has mean 1/2 and p99 = ln(100)/2.
        Scenario scenario = oneTable(3, 64, 1, 3, 100);
        scenario.streams.front().steps.front().ask = 2;
        scenario.streams.front().steps.front().quorum = 1;
        const RunResult result = simulate(scenario);
        COMPARE_WITHIN(result.streams[0].latency.meanMs, 0.5, 0.01);
        COMPARE_WITHIN(result.streams[0].latency.p99Ms, std::log(100.0) / 2, 0.03);
        std::uint64_t operations = 0;
        for (const NodeResult& node : result.nodes)
            operations += node.operations;
        COMPARE_WITHIN(double(operations), 800'000.0, 1e-9);
    }

    void groupsHaveOneLeaderEach() {
        // Six nodes in two groups of three: writes reach all three of a group, reads of the first replica only node 0
        // and 3.
        Scenario scenario = oneTable(6, 4, 8, 3, 1000);
        scenario.tables.front().placement = NodePlacement::Groups;
        scenario.streams.front().keys = uniform(10'000);
        const RunResult result = simulate(scenario);
        for (std::size_t node = 0; node < 6; ++node)
            QCOMPARE(result.nodes[node].operations > 0, node % 3 == 0);
        scenario.streams.front().kind = StreamKind::Write;
        const RunResult written = simulate(scenario);
        QCOMPARE(written.nodes[0].operations, written.nodes[1].operations);
        QCOMPARE(written.nodes[0].operations, written.nodes[2].operations);
        QCOMPARE(written.nodes[0].operations + written.nodes[3].operations, std::uint64_t(400'000));
    }

    void stepsBesideEachOtherTakeTheSlower() {
        // Two exponentials of mean 1 side by side: mean of the larger one is 1 + 1/2.
        Scenario scenario = oneTable(1, 200, 1, 1, 100);
        scenario.streams.front().steps.push_back(scenario.streams.front().steps.front());
        scenario.streams.front().steps.back().beside = true;
        COMPARE_WITHIN(simulate(scenario).streams[0].latency.meanMs, 1.5, 0.01);
        scenario.streams.front().steps.back().beside = false;
        COMPARE_WITHIN(simulate(scenario).streams[0].latency.meanMs, 2.0, 0.01);
    }

    void theSeriesOfAGrowingQueueHasNoDipWhereTheWarmUpEnds() {
        // One server, 1,500 requests a second of two steps of 1 ms: three times what it can do, so that latencies grow
        // all the time, also across the end of the warm-up in window 5.
        Scenario scenario = oneTable(1, 1, 1, 1, 1500);
        scenario.requests = 30'000;
        scenario.warmup = 0.25;
        scenario.windows = 20;
        scenario.streams.front().steps.front().service = deterministic();
        scenario.streams.front().steps.push_back(scenario.streams.front().steps.front());
        const RunResult result = simulate(scenario);
        for (std::size_t i = 1; i < result.series.size(); ++i)
            QVERIFY2(result.series[i].streams[0].count > 0 &&
                         result.series[i].streams[0].p50Ms > result.series[i - 1].streams[0].p50Ms,
                     qPrintable(QString("window %1: %2 after %3")
                                    .arg(i)
                                    .arg(result.series[i].streams[0].p50Ms)
                                    .arg(result.series[i - 1].streams[0].p50Ms)));
    }

    void aStatedHitRatioIsKept() {
        Scenario scenario = oneTable(4, 4, 4, 1, 1000);
        scenario.streams.front().keys = uniform(1'000'000);
        Cache cache;
        cache.streams = {"get"};
        cache.fixedHitRatio = 0.8;
        scenario.caches = {cache};
        // Binomial: the standard deviation of the share is sqrt(0.8 0.2 / 400,000) = 0.00063.
        QVERIFY(std::abs(simulate(scenario).streams[0].hitRatio - 0.8) < 0.004);
    }

    void aWarmCacheHitsFromTheStart() {
        // A million keys, zipf 0.9, and room for those of the last 200 s at 1,000/s. The run takes 50 s: a cold cache
        // would have seen only those. Che: hit ratio sum of p (1 - e^(-1000 p 200)) over all keys.
        const double keys = 1e6;
        double sum = 0;
        for (double r = 1; r <= keys; ++r)
            sum += std::pow(r, -0.9);
        double hits = 0;
        double held = 0;
        for (double r = 1; r <= keys; ++r) {
            const double p = std::pow(r, -0.9) / sum;
            hits += p * -std::expm1(-1000 * p * 200);
            held += -std::expm1(-1000 * p * 200);
        }
        Scenario scenario = oneTable(4, 4, 4, 1, 1000);
        scenario.requests = 50'000;
        scenario.streams.front().keys = zipf(1'000'000, 0.9);
        Cache cache;
        cache.streams = {"get"};
        cache.capacityKeys = static_cast<std::uint64_t>(held);
        scenario.caches = {cache};
        const double cold = simulate(scenario).streams[0].hitRatio;
        scenario.caches.front().warmSeconds = 200;
        const double warm = simulate(scenario).streams[0].hitRatio;
        // The standard deviation of a share of 50,000 is at most 0.0022.
        QVERIFY2(std::abs(warm - hits) < 0.01, qPrintable(QString("%1, Che %2").arg(warm).arg(hits)));
        QVERIFY2(cold < warm - 0.05, qPrintable(QString("%1, warm %2").arg(cold).arg(warm)));
    }

    void loadsOfLargeKeySpacesAreClose() {
        // Five million keys are too many to count; the shares must still be those of counting. Beyond the 65,536 keys
        // that are counted, sum p^2 is about 2e-7 at zipf 0.8, so that a sixteenth of the others scatters by 1e-4 of
        // all.
        constexpr std::uint64_t kKeys = 5'000'000;
        Scenario scenario = oneTable(16, 4, 16, 1, 1000);
        scenario.requests = 1000;
        scenario.streams.front().keys = zipf(kKeys, 0.8);
        const RunResult result = simulate(scenario);
        QVERIFY(!result.tables[0].exact);
        QVERIFY(result.tables[0].derived);
        shardscape::model::PlacementSpec spec;
        spec.partitions = 16;
        const auto placement = shardscape::model::makePlacement(spec);
        std::vector<double> shares(16);
        double sum = 0;
        for (std::uint64_t key = 0; key < kKeys; ++key) {
            const double weight = std::pow(double(key + 1), -0.8);
            shares[(*placement)->partitionOf(static_cast<std::int64_t>(key))] += weight;
            sum += weight;
        }
        for (std::size_t p = 0; p < 16; ++p)
            QVERIFY2(std::abs(result.tables[0].partitions[p].share - shares[p] / sum) < 5e-4,
                     qPrintable(QString("%1: %2, counted %3")
                                    .arg(p)
                                    .arg(result.tables[0].partitions[p].share)
                                    .arg(shares[p] / sum)));
        const auto home = (*placement)->partitionOf(std::int64_t{0});
        QCOMPARE(result.tables[0].partitions[home].topKey, std::string("0"));
    }

    void nodesBehindAWarmCacheAreAsBusyAsExpected() {
        Scenario scenario = oneTable(4, 2, 64, 1, 6000);
        scenario.streams.front().keys = zipf(100'000, 0.9);
        Cache cache;
        cache.streams = {"get"};
        cache.capacityKeys = 100'000;
        cache.warmSeconds = 2;
        // 2 s of 6,000/s: the capacity is not what binds, so that entries end by expiry of the same length.
        cache.ttlSeconds = 2;
        scenario.caches = {cache};
        const RunResult result = simulate(scenario);
        QVERIFY(result.tables[0].derived);
        double expected = 0;
        double observed = 0;
        for (const NodeResult& node : result.nodes) {
            expected += node.expectedUtilisation;
            observed += node.utilisation;
        }
        QVERIFY2(expected > 0.2, QByteArray::number(expected).constData());
        COMPARE_WITHIN(observed, expected, 0.08);
    }

    void steadyHitRatioHasBothLimits() {
        QVERIFY(std::abs(steadyHitRatio(2, 3, 0) - (1 - std::exp(-6))) < 1e-12);
        // Expiry alone: lookups between two fills are rate x ttl, so hits are rate ttl / (1 + rate ttl).
        QVERIFY(std::abs(steadyHitRatio(2, 1e9, 3) - 6.0 / 7) < 1e-9);
        QCOMPARE(steadyHitRatio(0, 10, 0), 0.0);
    }

    void writtenScenariosReadBack() {
        Scenario scenario = oneTable(6, 4, 8, 3, 1000);
        scenario.tables.front().placement = NodePlacement::Groups;
        Step step = scenario.streams.front().steps.front();
        step.ask = 2;
        step.quorum = 1;
        step.beside = true;
        scenario.streams.front().steps.push_back(step);
        Cache cache;
        cache.streams = {"get"};
        cache.warmSeconds = 12.5;
        cache.fixedHitRatio = 0.25;
        scenario.caches = {cache};
        const auto read = readScenario(writeScenario(scenario));
        QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
        QVERIFY(*read == scenario);
        scenario.streams.front().steps.back().quorum = 3;
        QVERIFY(!readScenario(writeScenario(scenario)));
    }
};

QTEST_APPLESS_MAIN(ReplicaTest)
#include "replica_test.moc"
