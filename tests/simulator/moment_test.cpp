// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// What is hot in one window, from a run written by hand.
#include <QTest>

#include "simulator/scenario/moment.h"
#include "tests/simulator/scenarios.h"

using namespace shardscape::simulator;

namespace {

/// Four partitions on two nodes. Over the whole run partition 1 takes 0.4, of which "get" makes 0.75 and "put" 0.25;
/// "get" had 300 requests and "put" 100. In the window, "get" had 10 and "put" 40.
RunResult handmade() {
    RunResult run;
    run.streams.resize(2);
    run.streams[0].name = "get";
    run.streams[0].count = 300;
    run.streams[1].name = "put";
    run.streams[1].pattern = "PutThing";
    run.streams[1].count = 90;
    run.streams[1].errors = 10;
    run.nodes.resize(2);
    run.nodes[0].name = "n0";
    run.nodes[1].name = "n1";
    run.tables.resize(1);
    run.tables[0].name = "things";
    run.tables[0].partitions.resize(4);
    for (std::uint32_t p = 0; p < 4; ++p) {
        run.tables[0].partitions[p].share = p == 1 ? 0.4 : 0.2;
        run.tables[0].partitions[p].node = p % 2;
    }
    run.tables[0].partitions[1].streams = {{0, 0.75}, {1, 0.25}};
    Window window;
    window.seconds = 2;
    window.streams.resize(2);
    window.streams[0].count = 10;
    window.streams[1].count = 36;
    window.streams[1].errors = 4;
    window.nodeUtilisation = {0.3, 0.9};
    window.nodeMaxQueue = {1, 17};
    window.operations = {{10, 10, 50, 30}};
    run.series = {window};
    return run;
}

} // namespace

class MomentTest : public QObject {
    Q_OBJECT
private slots:
    void busiestOfTheWindow();
    void sharesOfTheWindow();
    void patternsAreWeighed();
    void runsOfNeighbours();
    void nothingThere();
};

void MomentTest::busiestOfTheWindow() {
    QCOMPARE(busiestAt(handmade(), 0, 0).value(), std::size_t(2)); // 50 of 100, though partition 1 leads the whole run
}

void MomentTest::sharesOfTheWindow() {
    const Hotspot spot = momentFacts(handmade(), 0, 2, 0);
    COMPARE_WITHIN(spot.share, 0.5, 1e-12);
    COMPARE_WITHIN(spot.shareOverMean, 2.0, 1e-12); // of four partitions
    QCOMPARE(spot.node, std::string("n0"));
    COMPARE_WITHIN(spot.utilisation, 0.3, 1e-12);
    QCOMPARE(momentFacts(handmade(), 0, 3, 0).maxQueue, std::uint64_t(17));
    QVERIFY(!spot.overloaded);
}

/// get: 0.75 * 10 / 300 = 0.025; put: 0.25 * 40 / 100 = 0.1. So put makes 0.1 / 0.125 = 0.8 of the load in the window,
/// while get leads the whole run.
void MomentTest::patternsAreWeighed() {
    const RunResult run = handmade();
    QCOMPARE(partitionFacts(run, 0, 1).pattern, std::string("get"));
    const Hotspot spot = momentFacts(run, 0, 1, 0);
    QCOMPARE(spot.pattern, std::string("PutThing"));
    COMPARE_WITHIN(spot.patternShare, 0.8, 1e-12);
}

/// Five partitions counted in two runs: floor(p * 2 / 5) puts 0, 1, 2 into the first and 3, 4 into the second. Of 90
/// operations 60 fall on the first run: 20 each, or 20 / 90 of the table, 10 / 9 of the mean.
void MomentTest::runsOfNeighbours() {
    RunResult run = handmade();
    run.tables[0].partitions.resize(5);
    run.series[0].operations = {{60, 30}};
    QCOMPARE(busiestAt(run, 0, 0).value(), std::size_t(1)); // of 0, 1, 2 the one with the largest share
    const Hotspot first = momentFacts(run, 0, 2, 0);
    COMPARE_WITHIN(first.share, 60.0 / 90 / 3, 1e-12);
    COMPARE_WITHIN(first.shareOverMean, 10.0 / 9, 1e-12);
    COMPARE_WITHIN(momentFacts(run, 0, 4, 0).share, 30.0 / 90 / 2, 1e-12);
}

void MomentTest::nothingThere() {
    QVERIFY(!busiestAt(handmade(), 0, 1));
    QVERIFY(!busiestAt(handmade(), 1, 0));
    QCOMPARE(momentFacts(handmade(), 0, 0, 5).shareOverMean, 0.0);
    QCOMPARE(momentFacts(handmade(), 0, 9, 0).shareOverMean, 0.0);
    RunResult idle = handmade();
    idle.series[0].operations = {{0, 0, 0, 0}};
    QCOMPARE(momentFacts(idle, 0, 0, 0).shareOverMean, 0.0);
}

QTEST_APPLESS_MAIN(MomentTest)
#include "moment_test.moc"
