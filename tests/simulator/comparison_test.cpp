// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Two runs side by side: figures, what a design costs, and the conditions that scripts set.
#include <QTest>

#include "simulator/explain/gate.h"
#include "simulator/explain/run_each.h"
#include "simulator/explain/what_if.h"
#include "tests/simulator/scenarios.h"

using namespace shardscape::simulator;

namespace {

RunResult resultOf(double p99Ms, double utilisation, std::uint64_t errors = 0) {
    RunResult run;
    StreamResult stream;
    stream.name = "get";
    stream.count = 1000;
    stream.errors = errors;
    stream.latency.meanMs = p99Ms / 4;
    stream.latency.p99Ms = p99Ms;
    stream.latency.p999Ms = p99Ms * 2;
    stream.tooShort = {"p999_ms"};
    run.streams = {stream};
    NodeResult node;
    node.name = "n";
    node.utilisation = utilisation;
    run.nodes = {node};
    return run;
}

Comparison compared(const RunResult& before, const RunResult& after) {
    const Scenario scenario = cluster(1, 1, 100, exponential(), 1000);
    return compareRuns(scenario, {&before, 1}, scenario, {&after, 1});
}

bool holds(const char* gate, const Comparison& comparison) {
    const auto parsed = Gate::parse(gate);
    if (!parsed)
        qFatal("%s", parsed.error().text().c_str());
    const auto verdicts = parsed->judge(comparison);
    if (!verdicts)
        qFatal("%s", verdicts.error().text().c_str());
    return std::all_of(verdicts->begin(), verdicts->end(), [](const Gate::Verdict& v) { return v.holds; });
}

} // namespace

class ComparisonTest : public QObject {
    Q_OBJECT
private slots:
    void figuresOfBothRuns() {
        const Comparison comparison = compared(resultOf(10, 0.5), resultOf(15, 0.4));
        const FigureChange* p99 = comparison.find("get", "p99_ms");
        QVERIFY(p99);
        QCOMPARE(*p99->before, 10.0);
        QCOMPARE(*p99->after, 15.0);
        QCOMPARE(*p99->change(), 0.5);
        QCOMPARE(*p99->difference(), 5.0);
        COMPARE_WITHIN(*comparison.find("", "max_utilisation")->change(), -0.2, 1e-12);
        // Too few samples beyond it: neither run says.
        QVERIFY(!comparison.find("get", "p999_ms")->before);
        QVERIFY(!comparison.find("get", "hit_ratio"));
        QVERIFY(!comparison.find("", "errors")->change()); // from nothing
    }

    void aStreamOfOneRunAlone() {
        RunResult other = resultOf(10, 0.5);
        other.streams[0].name = "put";
        const Comparison comparison = compared(resultOf(10, 0.5), other);
        QVERIFY(!comparison.find("get", "p99_ms")->after);
        QVERIFY(!comparison.find("put", "p99_ms")->before);
    }

    /// Differences of 1, 2 and 3: mean 2, standard deviation 1, t of 2 degrees 4.302653 (tables): 2 +- 4.302653 /
    /// sqrt(3). Each by itself scatters twice as much.
    void differencesOfPairsOfReplications() {
        std::vector<RunResult> before{resultOf(10, 0.5), resultOf(12, 0.5), resultOf(14, 0.5)};
        std::vector<RunResult> after{resultOf(11, 0.5), resultOf(14, 0.5), resultOf(17, 0.5)};
        const Scenario scenario = cluster(1, 1, 100, exponential(), 1000);
        const Comparison comparison = compareRuns(scenario, before, scenario, after);
        const FigureChange* p99 = comparison.find("get", "p99_ms");
        COMPARE_WITHIN(*p99->before, 12, 1e-12);
        COMPARE_WITHIN(*p99->after, 14, 1e-12);
        QVERIFY(p99->difference95);
        COMPARE_WITHIN(p99->difference95->first, 2 - 4.302653 / std::sqrt(3), 1e-6);
        COMPARE_WITHIN(p99->difference95->second, 2 + 4.302653 / std::sqrt(3), 1e-6);
        // t of 1 and of 3 degrees: 12.706205, 3.182446.
        before.pop_back();
        after.pop_back();
        COMPARE_WITHIN(compareRuns(scenario, before, scenario, after).find("get", "p99_ms")->difference95->second,
                       1.5 + 12.706205 * 0.5, 1e-6);
        before = {resultOf(1, 0), resultOf(1, 0), resultOf(1, 0), resultOf(1, 0)};
        after = {resultOf(1, 0), resultOf(2, 0), resultOf(3, 0), resultOf(4, 0)};
        COMPARE_WITHIN(compareRuns(scenario, before, scenario, after).find("get", "p99_ms")->difference95->second,
                       1.5 + 3.182446 * std::sqrt(5.0 / 3 / 4), 1e-6);
        QVERIFY(!compared(before[0], after[0]).find("get", "p99_ms")->difference95);
    }

    /// Common random numbers: of two designs whose difference is small, the pairs know it better than the runs.
    void commonRandomNumbersNarrowTheDifference() {
        const std::vector<Scenario> scenarios{cluster(4, 1, 2800, exponential(), 20'000),
                                              cluster(4, 1, 2800, exponential(0.99), 20'000)};
        NoProgress nobody;
        const auto runs = runEach(scenarios, 8, 1, {}, nobody);
        QVERIFY(runs);
        const Comparison comparison = compareRuns(scenarios[0], (*runs)[0], scenarios[1], (*runs)[1]);
        const FigureChange* mean = comparison.find("get", "mean_ms");
        // M/M/1: 1/(1 - 0.7) = 3.333 and 0.99/(1 - 0.693) = 3.225: -0.109.
        QVERIFY(mean->difference95->first < -0.109 && -0.109 < mean->difference95->second);
        QVERIFY(mean->difference95->second - mean->difference95->first < 0.06);
    }

    void gates() {
        const Comparison comparison = compared(resultOf(10, 0.5, 10), resultOf(15, 0.4, 10));
        QVERIFY(holds("p99_ms < 1.6*before", comparison));
        QVERIFY(!holds("p99_ms < 1.5 * before", comparison)); // 15 is not below 15
        QVERIFY(holds("p99_ms <= 1.5 * before and errors <= before", comparison));
        QVERIFY(!holds("p99_ms <= 1.5 * before and errors < before", comparison));
        QVERIFY(holds("get.p99_ms < 2*(before - 1) - 2", comparison));  // 16
        QVERIFY(holds("\"get\".p99_ms > 20 - 6/2*2 + -1", comparison)); // 13
        QVERIFY(holds("max_utilisation < 45%", comparison));
        QVERIFY(!holds("p999_ms < 1000", comparison)); // a run too short to say does not pass
        QVERIFY(!holds("hit_ratio > 0", comparison));
    }

    void gatesThatAreNotUnderstood() {
        const auto refusal = [](const char* gate) {
            const auto parsed = Gate::parse(gate);
            return parsed ? std::string() : parsed.error().text();
        };
        QVERIFY(refusal("p99_sm < 1").find("did you mean \"p99_ms\"") != std::string::npos);
        QVERIFY(refusal("p99_ms < 1 p50_ms").find("column 12") != std::string::npos);
        QVERIFY(refusal("get.nodes < 1").find("there is no figure") != std::string::npos); // a figure of the whole run
        for (const char* gate : {"", "p99_ms", "p99_ms = 1", "p99_ms <", "p99_ms < (1", "p99_ms < 1 and", "< 1",
                                 "p99_ms < after", "\"get.p99_ms < 1", "p99_ms < 1 or p50_ms < 1"})
            QVERIFY2(!refusal(gate).empty(), gate);
        QVERIFY(!refusal(("p99_ms < " + std::string(1000, '(') + "1").c_str()).empty());
        const auto parsed = Gate::parse("gett.p99_ms < 1");
        const auto judged = parsed->judge(compared(resultOf(1, 0.1), resultOf(1, 0.1)));
        QVERIFY(!judged && judged.error().text().find("did you mean \"get\"") != std::string::npos);
    }

    /// By hand: 4 nodes of 2 servers; reads of 30/s ask 1 partition and of 10/s all 8, (30 + 80) / 40 = 2.75; writes go
    /// to 3 replicas. Reads at 30/s ask one of three replicas while writes wait for two: 1 + 2 <= 3, stale; those at
    /// 10/s ask two: 2 + 2 > 3.
    void whatADesignCosts() {
        Scenario scenario = cluster(4, 2, 30, exponential(), 1000);
        scenario.tables[0].partitions = 8;
        scenario.tables[0].replicas = 3;
        scenario.streams[0].steps[0].ask = scenario.streams[0].steps[0].quorum = 1;
        scenario.streams.push_back(scenario.streams[0]);
        scenario.streams[1].name = "scan";
        scenario.streams[1].rate = 10;
        scenario.streams[1].steps[0].touch.kind = Touch::Kind::All;
        scenario.streams[1].steps[0].ask = scenario.streams[1].steps[0].quorum = 2;
        scenario.streams.push_back(scenario.streams[0]);
        scenario.streams[2].name = "put";
        scenario.streams[2].kind = StreamKind::Write;
        scenario.streams[2].steps[0].ask = 0;
        scenario.streams[2].steps[0].quorum = 2;
        const DesignCost cost = costOf(scenario);
        QCOMPARE(cost.nodes, 4U);
        QCOMPARE(cost.servers, 8U);
        QCOMPARE(cost.copies, 3.0);
        QCOMPARE(cost.readFanOut, 2.75);
        QCOMPARE(cost.writeFanOut, 3.0);
        QCOMPARE(cost.staleReads, 0.75);
        QCOMPARE(cost.cachedKeys, 0.0);
        const auto cached = suppose(scenario, *parseWhatIf("cache:get=10,60s"));
        QCOMPARE(costOf(*cached).cachedKeys, 10.0);
        QCOMPARE(costOf(*cached).cacheStaleSeconds, 60.0);
    }

    /// zipf over two keys with theta 1: 2/3 and 1/3. Of keys salted over 4, a read asks all: 4 for the first, 1 for the
    /// second: 3. Copied, a read asks one and a write 4 or 1.
    void whatSpreadKeysCost() {
        Scenario scenario = cluster(4, 1, 30, exponential(), 1000);
        scenario.tables[0].partitions = 8;
        scenario.streams[0].keys = zipf(2, 1);
        scenario.streams.push_back(scenario.streams[0]);
        scenario.streams[1].name = "put";
        scenario.streams[1].kind = StreamKind::Write;
        const DesignCost salted = costOf(*suppose(scenario, *parseWhatIf("salt=4,1")));
        COMPARE_WITHIN(salted.readFanOut, 3, 1e-9);
        COMPARE_WITHIN(salted.writeFanOut, 1, 1e-9);
        const DesignCost copied = costOf(*suppose(scenario, *parseWhatIf("hot-copies=4,1")));
        COMPARE_WITHIN(copied.readFanOut, 1, 1e-9);
        COMPARE_WITHIN(copied.writeFanOut, 3, 1e-9);
        COMPARE_WITHIN(copied.copies, 1, 1e-9);
        COMPARE_WITHIN(costOf(*suppose(scenario, *parseWhatIf("hot-copies=4"))).copies, 4, 1e-9);
    }

    void runsDoNotDependOnThreads() {
        const std::vector<Scenario> scenarios{cluster(4, 1, 1600, exponential(), 5000),
                                              cluster(2, 1, 1600, exponential(), 5000)};
        NoProgress nobody;
        const auto one = runEach(scenarios, 3, 1, {}, nobody);
        const auto three = runEach(scenarios, 3, 3, {}, nobody);
        QVERIFY(one && three);
        for (std::size_t s = 0; s < 2; ++s)
            for (std::size_t r = 0; r < 3; ++r) {
                QCOMPARE((*one)[s][r].fingerprint, (*three)[s][r].fingerprint);
                QCOMPARE((*one)[s][r].replication, std::uint32_t(r));
            }
        QVERIFY((*one)[0][0].fingerprint != (*one)[0][1].fingerprint);
        std::stop_source stopped;
        stopped.request_stop();
        QVERIFY(!runEach(scenarios, 1, 1, stopped.get_token(), nobody));
    }
};

QTEST_APPLESS_MAIN(ComparisonTest)
#include "comparison_test.moc"
