// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// The bundled scenarios teach what they say: each figure of a description is held against a closed form.
#include <QtTest>

#include "simulator/scenario/examples.h"
#include "tests/simulator/scenarios.h"

using namespace shardscape::simulator;

namespace {

Scenario example(const char* name) {
    auto found = bundledExample(name);
    if (!found)
        qFatal("%s", found.error().text().c_str());
    return std::move(found->scenario);
}

const StreamResult& stream(const RunResult& run, const std::string& name) {
    for (const StreamResult& each : run.streams)
        if (each.name == name)
            return each;
    qFatal("there is no stream %s", name.c_str());
}

std::vector<double> utilisations(const RunResult& run, const std::string& group) {
    std::vector<double> out;
    for (const NodeResult& node : run.nodes)
        if (node.name.starts_with(group))
            out.push_back(node.utilisation);
    return out;
}
double highest(const std::vector<double>& values) {
    return *std::max_element(values.begin(), values.end());
}
double mean(const std::vector<double>& values) {
    double sum = 0;
    for (double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

} // namespace

class ExamplesTest : public QObject {
    Q_OBJECT
private slots:
    void thereAreAtLeastTen();
    void aWrongNameIsCorrected();
    void celebrityKey();
    void zipfOrUniform();
    void scatterTail();
    void quorumCost();
    void cacheInFront();
    void dailyPeak();
    void queueLimit();
    void consistentOrMod();
    void slowNode();
    void fanOutOnWrite();
    void retryStorm();
    void hedging();
    void cacheStampede();
};

void ExamplesTest::thereAreAtLeastTen() {
    const auto examples = bundledExamples();
    QVERIFY2(examples.has_value(), examples ? "" : examples.error().text().c_str());
    QVERIFY(examples->size() >= 10);
    for (const ScenarioExample& each : *examples) {
        QVERIFY2(!each.scenario.title.empty() && each.scenario.title.size() <= 60, each.name.c_str());
        QVERIFY2(each.scenario.description.size() > 100, each.name.c_str());
    }
}

void ExamplesTest::aWrongNameIsCorrected() {
    const auto none = bundledExample("celebrity-kye");
    QVERIFY(!none);
    QCOMPARE(none.error().text(),
             std::string("there is no example called \"celebrity-kye\" (did you mean \"celebrity-key\"?)"));
}

/// 0.2 of the requests for the key and an eighth of the other 0.8, the eighth within what hashing 64 partitions onto 8
/// nodes makes of 99,999 keys (standard deviation of a share of 12,500 keys: 0.9 %).
void ExamplesTest::celebrityKey() {
    const RunResult run = simulate(example("celebrity-key"));
    std::vector<double> expected;
    for (const NodeResult& node : run.nodes)
        expected.push_back(node.expectedUtilisation);
    std::sort(expected.begin(), expected.end());
    COMPARE_WITHIN(expected.back(), 1.2, 0.02);
    COMPARE_WITHIN(expected[6], 0.4, 0.04);
    QVERIFY(run.streams[0].latency.p50Ms < 2);
    QVERIFY(run.streams[0].latency.p99Ms > 1000);
}

/// The sum of rank^-0.99 over a million keys is 15.39 (generalised harmonic number, by Euler and Maclaurin).
void ExamplesTest::zipfOrUniform() {
    const RunResult run = simulate(example("zipf-or-uniform"));
    double harmonic = 0;
    for (int rank = 1'000'000; rank >= 1; --rank)
        harmonic += std::pow(rank, -0.99);
    COMPARE_WITHIN(harmonic, 15.39, 0.001);
    for (const HotKey& key : run.hottest)
        if (key.space == "skewed" && key.number == 0)
            COMPARE_WITHIN(key.share, 0.5 / harmonic, 1e-6); // of the requests of both clusters
    COMPARE_WITHIN(mean(utilisations(run, "even")), 0.5, 0.02);
    COMPARE_WITHIN(mean(utilisations(run, "skewed")), 0.5, 0.02);
    // A twelfth of the keys more than the mean of eight nodes, at least: the first key alone brings 6.5 %.
    QVERIFY(highest(utilisations(run, "skewed")) > 0.5 * 8 * (0.065 + 0.935 * 0.08));
    QVERIFY(highest(utilisations(run, "even")) < 0.53);
    QVERIFY(stream(run, "zipf").latency.p99Ms > 1.05 * stream(run, "uniform").latency.p99Ms);
}

/// The slowest of k exponential times: P(T <= t) = (1 - e^-t)^k.
void ExamplesTest::scatterTail() {
    const RunResult run = simulate(example("scatter-tail"));
    const auto slowest = [](double k, double q) { return -std::log(1 - std::pow(q, 1 / k)); };
    COMPARE_WITHIN(slowest(100, 0.5), 4.98, 0.002);
    COMPARE_WITHIN(slowest(1, 0.99), 4.61, 0.002);
    COMPARE_WITHIN(stream(run, "one").latency.p50Ms, slowest(1, 0.5), 0.04);
    COMPARE_WITHIN(stream(run, "ten").latency.p50Ms, slowest(10, 0.5), 0.02);
    COMPARE_WITHIN(stream(run, "all").latency.p50Ms, slowest(100, 0.5), 0.02);
    COMPARE_WITHIN(stream(run, "all").latency.p99Ms, slowest(100, 0.99), 0.04);
}

/// Order statistics of three exponential times; s is the share still under way: 3 s^2 - 2 s^3 = 0.01 at s = 0.05890.
void ExamplesTest::quorumCost() {
    const RunResult run = simulate(example("quorum-cost"));
    COMPARE_WITHIN(stream(run, "one of three").latency.meanMs, 1.0, 0.01);
    COMPARE_WITHIN(stream(run, "two of three").latency.meanMs, 1.0 / 3 + 1.0 / 2, 0.01);
    COMPARE_WITHIN(stream(run, "three of three").latency.meanMs, 1.0 / 3 + 1.0 / 2 + 1, 0.01);
    COMPARE_WITHIN(stream(run, "one of three").latency.p99Ms, std::log(100.0), 0.03);
    COMPARE_WITHIN(stream(run, "two of three").latency.p99Ms, -std::log(0.05890), 0.03);
    COMPARE_WITHIN(stream(run, "three of three").latency.p99Ms, -std::log(1 - std::cbrt(0.99)), 0.03);
    COMPARE_WITHIN(mean(utilisations(run, "one")), 0.1, 0.03);
    COMPARE_WITHIN(mean(utilisations(run, "two")), 0.3, 0.03);
    COMPARE_WITHIN(mean(utilisations(run, "three")), 0.3, 0.03);
}

/// Che's approximation: the time T at which the expected number of keys asked for, the sum of 1 - e^(-p T), is the
/// capacity; the hit ratio is the sum of p (1 - e^(-p T)).
void ExamplesTest::cacheInFront() {
    const Scenario scenario = example("cache-in-front");
    const RunResult run = simulate(scenario);
    std::vector<double> weights;
    double sum = 0;
    for (int rank = 1; rank <= 100'000; ++rank)
        sum += weights.emplace_back(std::pow(rank, -0.99));
    const auto held = [&](double t, bool weighted) {
        double total = 0;
        for (double weight : weights)
            total += (weighted ? weight / sum : 1) * -std::expm1(-weight / sum * t);
        return total;
    };
    const double time = quantile([&](double t) { return 1 - held(t, false) / 1000; }, 1 - 1e-12);
    const double hits = held(time, true);
    COMPARE_WITHIN(stream(run, "with").hitRatio, hits, 0.02);
    COMPARE_WITHIN(mean(utilisations(run, "behind")) / mean(utilisations(run, "bare")), 1 - hits, 0.03);
    QVERIFY(highest(utilisations(run, "behind")) < 0.6 * highest(utilisations(run, "bare")));
    // The tail gains less than the mean.
    const Latency& with = stream(run, "with").latency;
    const Latency& without = stream(run, "without").latency;
    QVERIFY(with.p99Ms / without.p99Ms > 1.3 * with.meanMs / without.meanMs);
}

/// The pieces last 20, 20, 10 and 10 s: (0.5 * 20 + 20 + 1.75 * 10 + 1.25 * 10) / 60 = 1 times 9,600/s of 16,000/s. In
/// the ten seconds at 1.05 the queue grows to 10 s * 800/s = 8,000 requests of 16,000/s: half a second; it is gone
/// after 8,000 / (16,000 - 12,000) = 2 s.
void ExamplesTest::dailyPeak() {
    const RunResult run = simulate(example("daily-peak"));
    COMPARE_WITHIN(static_cast<double>(run.requests), 60.0 * 9600, 0.005);
    COMPARE_WITHIN(mean(utilisations(run, "n")), 0.6, 0.01);
    QCOMPARE(run.series.size(), std::size_t{60});
    QVERIFY(run.series[38].streams[0].p50Ms < 2);
    COMPARE_WITHIN(run.series[49].streams[0].p50Ms, 500.0, 0.35);
    QVERIFY(run.series[58].streams[0].p50Ms < 20);
}

/// M/M/1/K with room for 21 and rho = 1.25: a request finds it full with probability (1 - rho) rho^21 / (1 - rho^22).
void ExamplesTest::queueLimit() {
    const RunResult run = simulate(example("queue-limit"));
    const double rho = 1.25;
    const double refused = (1 - rho) * std::pow(rho, 21) / (1 - std::pow(rho, 22));
    COMPARE_WITHIN(refused, 0.201, 0.01);
    const StreamResult& get = run.streams[0];
    COMPARE_WITHIN(static_cast<double>(get.errors) / static_cast<double>(get.count + get.errors), refused, 0.02);
    QVERIFY(get.latency.p99Ms < 40);
}

/// Arcs between random points: the coefficient of variation of a share of v of them is about 1/sqrt(v).
void ExamplesTest::consistentOrMod() {
    const RunResult run = simulate(example("consistent-or-mod"));
    COMPARE_WITHIN(run.tables[0].skew.cv, std::sqrt(32 / 1e6), 0.4); // a million balls in 32 urns
    COMPARE_WITHIN(run.tables[1].skew.cv, 1 / std::sqrt(8.0), 0.4);
    COMPARE_WITHIN(run.tables[2].skew.cv, 1 / std::sqrt(128.0), 0.4);
}

/// A slow M/M/4 in a mixture of eight: P(T > t) = (7 f(t) + s(0.6 t)) / 8, with rho 0.55 and 0.55 / 0.6.
void ExamplesTest::slowNode() {
    const RunResult run = simulate(example("slow-node"));
    COMPARE_WITHIN(mean(utilisations(run, "n")), 0.55, 0.01);
    COMPARE_WITHIN(mean(utilisations(run, "slow")), 0.55 / 0.6, 0.015);
    const auto tail = [](double t) { return (7 * mmcTail(4, 0.55, t) + mmcTail(4, 0.55 / 0.6, 0.6 * t)) / 8; };
    COMPARE_WITHIN(run.streams[0].latency.p50Ms, quantile(tail, 0.5), 0.01);
    COMPARE_WITHIN(run.streams[0].latency.p99Ms, quantile(tail, 0.99), 0.15); // long runs of queues at one node
}

void ExamplesTest::fanOutOnWrite() {
    const RunResult run = simulate(example("fan-out-on-write"));
    const auto perSecond = [&](const std::string& group) {
        double operations = 0;
        for (const NodeResult& node : run.nodes)
            if (node.name.starts_with(group))
                operations += static_cast<double>(node.operations);
        return operations / (run.simulatedSeconds - run.warmupSeconds);
    };
    COMPARE_WITHIN(perSecond("push"), 50 * 21 + 1000.0, 0.03);
    COMPARE_WITHIN(perSecond("pull"), 50 + 1000 * 20.0, 0.03);
}

/// With a budget at most 3,000/s * 1.1 = 3,300/s of 4,000/s: the last windows are without errors. Without one 3,000/s
/// that all time out are 12,000/s: the queue never empties, and nothing is answered in time.
void ExamplesTest::retryStorm() {
    const RunResult run = simulate(example("retry-storm"));
    const auto errorsOf = [&](std::size_t stream, std::size_t window) {
        const WindowStream& at = run.series[window].streams[stream];
        return static_cast<double>(at.errors) / static_cast<double>(at.count + at.errors);
    };
    QVERIFY(errorsOf(0, 5) < 0.01 && errorsOf(1, 5) < 0.01);
    QVERIFY(errorsOf(0, 38) > 0.9);
    QVERIFY(errorsOf(1, 38) < 0.01);
}

/// Alone, the 99th percentile is that of the service times. Hedged after 2 ms, an answer takes longer than t when the
/// first does and the second takes longer than t - 2: at 3.6 ms with probability 0.042 * 0.23 = 0.0097.
void ExamplesTest::hedging() {
    const RunResult run = simulate(example("hedging"));
    COMPARE_WITHIN(stream(run, "plain").latency.p99Ms, 10.0, 0.1);
    QVERIFY(stream(run, "hedged").latency.p99Ms < 4);
    const auto operations = [&](const std::string& group) {
        double sum = 0;
        for (const NodeResult& node : run.nodes)
            if (node.name.starts_with(group))
                sum += static_cast<double>(node.operations);
        return sum;
    };
    COMPARE_WITHIN(operations("hedged") / operations("plain"), 1.05, 0.01);
}

/// A cycle is the 50 ms of the fetch and the second of the entry. The first miss and the 50 requests until its fetch is
/// done go to the node: 51 for one that coalesces.
void ExamplesTest::cacheStampede() {
    const RunResult run = simulate(example("cache-stampede"));
    COMPARE_WITHIN(static_cast<double>(run.nodes[0].operations), 51 * 60 / 1.05, 0.06);
    COMPARE_WITHIN(static_cast<double>(run.nodes[1].operations), 60 / 1.05, 0.06);
}

QTEST_APPLESS_MAIN(ExamplesTest)
#include "examples_test.moc"
