// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Which remedies are offered against what is hot, and what trying them says. Loads by hand.
#include <QTest>

#include "simulator/explain/remedies.h"
#include "tests/simulator/scenarios.h"

using namespace shardscape::simulator;

namespace {

const Remedy* offered(const std::vector<Remedy>& remedies, Remedy::Kind kind) {
    for (const Remedy& remedy : remedies)
        if (remedy.kind == kind)
            return &remedy;
    return nullptr;
}

/// 8 partitions on 4 nodes of one server; `keys` asked for by reads and writes.
Scenario shop(const KeySpec& keys, double reads, double writes) {
    Scenario scenario = cluster(4, 1, reads, exponential(), 40'000);
    scenario.tables[0].partitions = 8;
    scenario.tables[0].router.kind = "hash-mod";
    scenario.streams[0].keys = keys;
    scenario.streams.push_back(scenario.streams[0]);
    scenario.streams[1].name = "put";
    scenario.streams[1].kind = StreamKind::Write;
    scenario.streams[1].rate = writes;
    return scenario;
}

} // namespace

class RemediesTest : public QObject {
    Q_OBJECT
private slots:
    void nothingHotNeedsNoRemedy() {
        const Scenario scenario = cluster(4, 1, 1600, exponential(), 20'000);
        QVERIFY(remediesFor(scenario, simulate(scenario)).empty());
    }

    /// 4,800/s of 1 ms on 4 nodes are 1.2 each; 0.7 wants 4.8 / 0.7 = 6.9 nodes, so 7, which leaves 0.686. Nothing else
    /// helps: no partition is above the mean.
    void tooFewNodes() {
        Scenario scenario = cluster(4, 1, 4800, exponential(), 40'000);
        scenario.tables[0].partitions = 28;
        scenario.streams[0].keys = uniform(28);
        const RunResult before = simulate(scenario);
        const std::vector<Remedy> remedies = remediesFor(scenario, before);
        const Remedy* nodes = offered(remedies, Remedy::Kind::MoreNodes);
        QVERIFY(nodes);
        QCOMPARE(specOf(nodes->whatIf.front()), std::string("nodes=7"));
        QVERIFY(!offered(remedies, Remedy::Kind::MorePartitions));
        NoProgress nobody;
        const auto tried = tryRemedies(scenario, before, {*nodes}, 1, {}, nobody);
        QVERIFY(tried && tried->size() == 1);
        const Comparison& comparison = tried->front().comparison;
        COMPARE_WITHIN(*comparison.find("", "max_utilisation")->before, 1.2, 1e-9);
        COMPARE_WITHIN(*comparison.find("", "max_utilisation")->after, 4.8 / 7, 1e-9);
        QVERIFY(*comparison.find("get", "p99_ms")->change() < -0.5);
        QCOMPARE(comparison.costBefore.nodes, 4U);
        QCOMPARE(comparison.costAfter.nodes, 7U);
    }

    /// zipf(2) over 1,000 keys gives 0.61 of all to one: neither nodes nor partitions divide it, a cache takes the
    /// reads.
    void aHotKeyThatIsRead() {
        const Scenario scenario = shop(zipf(1000, 2), 1400, 10);
        const RunResult before = simulate(scenario);
        const std::vector<Remedy> remedies = remediesFor(scenario, before);
        QVERIFY(offered(remedies, Remedy::Kind::Cache));
        QVERIFY(offered(remedies, Remedy::Kind::OtherReplicas));
        QVERIFY(offered(remedies, Remedy::Kind::CopyHotKeys));
        QVERIFY(!offered(remedies, Remedy::Kind::Salt));
        QVERIFY(!offered(remedies, Remedy::Kind::MorePartitions));
        QVERIFY(!offered(remedies, Remedy::Kind::MoreNodes)); // 0.61 x 1,410/s x 1 ms = 0.86 by one key
        QVERIFY(!offered(remedies, Remedy::Kind::OtherKey));
        NoProgress nobody;
        const auto tried = tryRemedies(scenario, before, remedies, 2, {}, nobody);
        QVERIFY(tried);
        for (const TriedRemedy& one : *tried)
            if (one.remedy.kind == Remedy::Kind::Cache) {
                QVERIFY(*one.comparison.find("", "max_utilisation")->after < 0.5);
                QVERIFY(one.comparison.costAfter.cachedKeys > 0);
            }
    }

    /// The same key when it is written: another partition key, at the cost of reads that ask all 8 partitions.
    void aHotKeyThatIsWritten() {
        const Scenario scenario = shop(zipf(1000, 2), 10, 700);
        const RunResult before = simulate(scenario);
        const std::vector<Remedy> remedies = remediesFor(scenario, before);
        const Remedy* key = offered(remedies, Remedy::Kind::OtherKey);
        QVERIFY(key);
        QVERIFY(!offered(remedies, Remedy::Kind::Cache));
        const Remedy* salt = offered(remedies, Remedy::Kind::Salt);
        QVERIFY(salt);
        QCOMPARE(specOf(salt->whatIf.front()), std::string("salt=8,100"));
        NoProgress nobody;
        const auto tried = tryRemedies(scenario, before, {*key}, 1, {}, nobody);
        QVERIFY(tried);
        const Comparison& comparison = tried->front().comparison;
        QCOMPARE(comparison.costBefore.readFanOut, 1.0);
        QCOMPARE(comparison.costAfter.readFanOut, 8.0);
        // 700/s on 4 nodes and 10/s on each of two partitions a node: 0.175 + 0.02.
        COMPARE_WITHIN(*comparison.find("", "max_utilisation")->after, 0.195, 0.01);
    }

    /// Popular keys beside each other: in the order of keys the first of 8 ranges has H(125) / H(1000) = 0.71 of all,
    /// and no key more than 0.13 / 0.71 of that; a hash divides them.
    void neighboursThatAreHotTogether() {
        KeySpec keys = zipf(1000, 0.99);
        keys.order = KeyOrder::Ranked;
        Scenario scenario = shop(keys, 900, 10);
        scenario.tables[0].router.kind = "range";
        const RunResult before = simulate(scenario);
        const std::vector<Remedy> remedies = remediesFor(scenario, before);
        const Remedy* router = offered(remedies, Remedy::Kind::OtherRouter);
        QVERIFY(router);
        QCOMPARE(specOf(router->whatIf.front()), std::string("router=hash-mod"));
        NoProgress nobody;
        const auto tried = tryRemedies(scenario, before, {*router}, 1, {}, nobody);
        QVERIFY(tried);
        QVERIFY(*tried->front().comparison.find("", "max_over_mean")->before > 5);
        QVERIFY(*tried->front().comparison.find("", "max_over_mean")->after < 3);
    }

    /// A quarter of the time at 0.9, else at 0.1: 0.3 without ups and downs.
    void aSpikeIsSmoothed() {
        Scenario scenario = cluster(1, 1, 100, exponential(), 0);
        scenario.durationSeconds = 80;
        scenario.windows = 80;
        scenario.streams[0].profile = {{0, 1}, {30, 9}, {50, 1}};
        const RunResult before = simulate(scenario);
        const std::vector<Remedy> remedies = remediesFor(scenario, before);
        const Remedy* even = offered(remedies, Remedy::Kind::EvenArrivals);
        QVERIFY(even);
        NoProgress nobody;
        const auto tried = tryRemedies(scenario, before, {*even}, 1, {}, nobody);
        QVERIFY(tried);
        COMPARE_WITHIN(tried->front().scenario.streams[0].rate, 300, 1e-9);
        QVERIFY(*tried->front().comparison.find("get", "p99_ms")->change() < -0.5);
    }

    /// What is offered can be typed.
    void everyRemedyIsAWhatIf() {
        for (const Scenario& scenario : {shop(zipf(1000, 2), 1400, 10), shop(zipf(1000, 2), 10, 700)})
            for (const Remedy& remedy : remediesFor(scenario, simulate(scenario)))
                for (const WhatIf& what : remedy.whatIf) {
                    const auto read = parseWhatIf(specOf(what));
                    QVERIFY(read && *read == what);
                }
    }
};

QTEST_APPLESS_MAIN(RemediesTest)
#include "remedies_test.moc"
