// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "simulator/kernel/replications.h"
#include "simulator/measure/interval.h"
#include "simulator/measure/warmup_end.h"
#include "simulator/scenario/scenario_json.h"
#include "simulator/traffic/random.h"
#include "tests/simulator/scenarios.h"

using namespace shardscape::simulator;

namespace {

RunResult replicate(const Scenario& scenario, const ReplicationOptions& options) {
    NoProgress nobody;
    auto result = runReplications(scenario, options, {}, nobody);
    if (!result)
        qFatal("%s", result.error().text().c_str());
    result->wallSeconds = 0;
    return std::move(*result);
}

ReplicationOptions times(std::uint32_t replications, std::uint32_t threads = 1) {
    ReplicationOptions options;
    options.replications = replications;
    options.threads = threads;
    return options;
}

bool inside(const Intervals& intervals, const char* name, double value) {
    const Interval& interval = intervals.at(name);
    return interval.low <= value && value <= interval.high;
}

} // namespace

class ReplicationsTest : public QObject {
    Q_OBJECT
private slots:
    void student();
    void intervalsByHand();
    void quantileIntervalsCover();
    void warmupByHand();
    void warmupFoundAndCut();
    void warmupGivenIsObeyed();
    void sameBytesForAnyNumberOfThreads();
    void sums();
    void coverage();
    void percentilesByPartition();
    void tooShortToSay();
    void precision();
    void stops();
};

void ReplicationsTest::student() {
    // Published table of Student's t, two-sided 95 %.
    const std::vector<std::pair<std::size_t, double>> table{{1, 12.706}, {2, 4.303},  {3, 3.182},  {4, 2.776},
                                                            {7, 2.365},  {10, 2.228}, {30, 2.042}, {120, 1.980}};
    for (const auto& [degrees, t] : table)
        QVERIFY2(std::abs(studentT95(degrees) - t) < 5.1e-4, qPrintable(QString::number(studentT95(degrees))));
    QVERIFY(std::abs(studentT95(1000) - 1.9623) < 1e-4);
}

void ReplicationsTest::intervalsByHand() {
    // Mean 3, standard deviation sqrt(5/2), of the mean sqrt(1/2); t of 4 degrees 2.7764.
    const std::vector<double> values{1, 2, 3, 4, 5};
    const Interval mean = meanInterval(values);
    COMPARE_WITHIN(mean.low, 3 - 2.7764 * std::sqrt(0.5), 1e-4);
    COMPARE_WITHIN(mean.high, 3 + 2.7764 * std::sqrt(0.5), 1e-4);
    // With equal wholes a ratio is a mean: the jackknife gives the same.
    const std::vector<double> wholes(5, 2.0);
    const Interval ratio = ratioInterval(values, wholes);
    COMPARE_WITHIN(ratio.low, mean.low / 2, 1e-9);
    COMPARE_WITHIN(ratio.high, mean.high / 2, 1e-9);
}

/// Independent exponential samples, 8 sets of 2,000: the interval for each quantile must cover the true one in 95 % of
/// 400 repetitions; 3 standard deviations of that count are 3.3 %.
void ReplicationsTest::quantileIntervalsCover() {
    const std::vector<double> qs{0.5, 0.95, 0.99};
    std::vector<int> covered(qs.size());
    const Exponential draw;
    Random random(7);
    constexpr int kTimes = 400;
    for (int time = 0; time < kTimes; ++time) {
        std::vector<HistogramPiece> pieces;
        for (int r = 0; r < 8; ++r) {
            Histogram histogram;
            for (int i = 0; i < 2000; ++i)
                histogram.add(static_cast<std::int64_t>(1e6 * draw(random)));
            pieces.emplace_back(histogram);
        }
        std::vector<const HistogramPiece*> pointers;
        for (const HistogramPiece& piece : pieces)
            pointers.push_back(&piece);
        const std::vector<Interval> intervals = quantileIntervals(pointers, qs);
        for (std::size_t i = 0; i < qs.size(); ++i) {
            const double exact = -std::log(1 - qs[i]) * 1e6;
            covered[i] += intervals[i].low <= exact && exact <= intervals[i].high;
        }
    }
    for (int count : covered)
        QVERIFY2(std::abs(count / double{kTimes} - 0.95) < 0.033, qPrintable(QString::number(count)));
}

void ReplicationsTest::warmupByHand() {
    // Without the first two all values are alike: the error of the mean is 0 from d = 2 on, least d wins.
    QCOMPARE(warmupEnd(std::vector<double>{0, 1, 2, 2, 2, 2, 2, 2, 2, 2}).value(), std::size_t{2});
    QCOMPARE(warmupEnd(std::vector<double>(20, 3.0)).value(), std::size_t{0});
    // A ramp never settles.
    std::vector<double> ramp(100);
    std::iota(ramp.begin(), ramp.end(), 0.0);
    QVERIFY(!warmupEnd(ramp));
}

/// M/M/1 at 0.95 from empty: the time to settle is about (1 - sqrt(rho))^-2 = 1,560 services, most of the way is gone
/// in a few hundred.
void ReplicationsTest::warmupFoundAndCut() {
    const Scenario scenario = cluster(1, 1, 950, exponential(), 100'000);
    const RunResult result = replicate(scenario, times(16));
    QCOMPARE(result.warmupEnd, WarmupEnd::Found);
    QVERIFY(result.all.count < result.requests);
    const double seconds = result.warmupSeconds / 16;
    QVERIFY2(seconds > 0.02 && seconds < 50, qPrintable(QString::number(seconds)));
    QVERIFY(inside(result.all.ci95, "mean_ms", mmcMean(1, 0.95)));
    // Above 1 nothing settles, and nothing is left out.
    const RunResult over = replicate(cluster(1, 1, 1100, exponential(), 20'000), times(4));
    QCOMPARE(over.warmupEnd, WarmupEnd::Unsettled);
    QCOMPARE(over.all.count, std::uint64_t{80'000});
}

void ReplicationsTest::warmupGivenIsObeyed() {
    Scenario scenario = cluster(1, 1, 500, exponential(), 20'000);
    scenario.warmup = 0.25;
    QCOMPARE(replicate(scenario, times(4)).all.count, std::uint64_t{60'000});
    scenario.warmup = 0;
    const RunResult whole = replicate(scenario, times(4));
    QCOMPARE(whole.all.count, std::uint64_t{80'000});
    QCOMPARE(whole.warmupEnd, WarmupEnd::Given);
    scenario.warmup.reset();
    scenario.streams.front().profile = {{0, 1}, {10, 2}};
    QCOMPARE(replicate(scenario, times(4)).warmupEnd, WarmupEnd::Unsteady);
}

void ReplicationsTest::sameBytesForAnyNumberOfThreads() {
    Scenario scenario = cluster(4, 2, 5000, exponential(), 30'000);
    scenario.streams.push_back(scenario.streams.front());
    scenario.streams.back().name = "also";
    scenario.streams.back().kind = StreamKind::Write;
    scenario.queueLimit = 20;
    const std::string one = writeResult(scenario, replicate(scenario, times(7, 1)));
    QCOMPARE(writeResult(scenario, replicate(scenario, times(7, 2))), one);
    QCOMPARE(writeResult(scenario, replicate(scenario, times(7, 7))), one);
    QVERIFY(one.find("\"ci95\"") != std::string::npos);
}

/// What several runs give one by one, added up by hand.
void ReplicationsTest::sums() {
    Scenario scenario = cluster(2, 1, 1500, exponential(), 10'000);
    scenario.queueLimit = 3;
    scenario.warmup = 0.1;
    std::uint64_t errors = 0;
    std::uint64_t operations = 0;
    std::vector<double> utilisations;
    double most = 0;
    for (std::uint32_t r = 0; r < 5; ++r) {
        const RunResult run = simulate(scenario, {r, 20});
        errors += run.streams[0].errors;
        operations += run.tables[0].partitions[1].operations;
        utilisations.push_back(run.nodes[0].utilisation);
        most = std::max(most, run.streams[0].latency.maxMs);
    }
    const RunResult result = replicate(scenario, times(5));
    QCOMPARE(result.replications, 5U);
    QCOMPARE(result.requests, std::uint64_t{50'000});
    QCOMPARE(result.streams[0].errors, errors);
    QCOMPARE(result.tables[0].partitions[1].operations, operations);
    QCOMPARE(result.streams[0].latency.maxMs, most);
    const Interval expected = meanInterval(utilisations);
    QCOMPARE(result.nodes[0].ci95.at("utilisation").low, expected.low);
    QCOMPARE(result.nodes[0].ci95.at("utilisation").high, expected.high);
    QCOMPARE(result.nodes[0].utilisation, (expected.low + expected.high) / 2);
    QVERIFY(inside(result.streams[0].ci95, "errors", static_cast<double>(errors)));
}

/// M/M/1 at 0.7: sojourn times are exponential with rate 0.3. Of 60 seeds each interval covers about 57; fewer than 51
/// have a probability of 3e-4 under 95 %.
void ReplicationsTest::coverage() {
    int p50 = 0;
    int p99 = 0;
    int mean = 0;
    int utilisation = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Scenario scenario = cluster(1, 1, 700, exponential(), 10'000);
        scenario.seed = seed;
        const RunResult result = replicate(scenario, times(8));
        p50 += inside(result.all.ci95, "p50_ms", std::log(2) / 0.3);
        p99 += inside(result.all.ci95, "p99_ms", std::log(100) / 0.3);
        mean += inside(result.all.ci95, "mean_ms", 1 / 0.3);
        utilisation += inside(result.nodes[0].ci95, "utilisation", 0.7);
    }
    for (int count : {p50, p99, mean, utilisation})
        QVERIFY2(count >= 51, qPrintable(QString::number(count)));
}

/// Two nodes of one partition each: all of a partition's latencies are those of its node, M/M/1 at 0.3 and at 0.6, on
/// the fast path and, with a limit that is never reached, on the general one.
void ReplicationsTest::percentilesByPartition() {
    Scenario scenario = cluster(2, 1, 0, exponential(), 400'000);
    scenario.streams.front().rate = 900;
    KeySpec keys = uniform(2);
    keys.kind = KeyKind::Sample;
    keys.weights = {1, 2};
    scenario.streams.front().keys = keys;
    scenario.tables.front().router = {"hash-mod", 128, {}, {}};
    scenario.tables.front().router.kind = "directory";
    scenario.tables.front().router.directory = {{"0", 0}, {"1", 1}};
    for (const std::uint32_t limit : {0U, 1'000'000U}) {
        scenario.queueLimit = limit;
        const RunResult one = simulate(scenario, {0, 20, true});
        QCOMPARE(simulate(scenario).tables[0].partitions[0].latency.p99Ms, 0.0);
        ReplicationOptions options = times(4, 2);
        options.byPartition = true;
        const RunResult several = replicate(scenario, options);
        for (const RunResult* result : {&one, &several})
            for (std::size_t p = 0; p < 2; ++p) {
                const double rho = p == 0 ? 0.3 : 0.6;
                COMPARE_WITHIN(result->tables[0].partitions[p].latency.p50Ms, std::log(2) / (1 - rho), 0.03);
                COMPARE_WITHIN(result->tables[0].partitions[p].latency.p99Ms, std::log(100) / (1 - rho), 0.06);
            }
    }
}

void ReplicationsTest::tooShortToSay() {
    const auto named = [&](const RunResult& result, const char* name) {
        const std::vector<std::string>& names = result.all.tooShort;
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    // Two runs of 3,000 requests: 60 lie beyond the 99th percentile, 6 beyond the 99.9th. At 0.95 the 99th differs by
    // tens of per cent between runs, which Student's t of one degree, 12.7, makes wider than itself for some seeds.
    int wide = 0;
    Scenario scenario = cluster(1, 1, 950, exponential(), 3'000);
    scenario.warmup = 0;
    for (scenario.seed = 1; scenario.seed <= 20; ++scenario.seed) {
        const RunResult result = replicate(scenario, times(2));
        const Interval& p99 = result.all.ci95.at("p99_ms");
        const bool isWide = p99.high - p99.low > result.all.latency.p99Ms;
        wide += isWide;
        QCOMPARE(named(result, "p99_ms"), isWide);
        QVERIFY(named(result, "p999_ms"));
    }
    QVERIFY2(wide > 0, qPrintable(QString::number(wide)));
}

void ReplicationsTest::precision() {
    Scenario scenario = cluster(1, 1, 700, exponential(), 20'000);
    ReplicationOptions options;
    options.precision = 0.02;
    options.mostRequests = 20'000'000;
    const RunResult result = replicate(scenario, options);
    const Interval& p99 = result.all.ci95.at("p99_ms");
    QVERIFY((p99.high - p99.low) / 2 <= 0.02 * result.all.latency.p99Ms);
    QVERIFY(inside(result.all.ci95, "p99_ms", std::log(100) / 0.3));
    QVERIFY(result.replications > 8);
    // It gives up where it is told to.
    options.precision = 0.0001;
    options.mostRequests = 500'000;
    const RunResult most = replicate(scenario, options);
    QVERIFY2(most.requests <= 500'000 && most.requests > 400'000, qPrintable(QString::number(most.requests)));
}

void ReplicationsTest::stops() {
    std::stop_source source;
    source.request_stop();
    NoProgress nobody;
    const auto result =
        runReplications(cluster(1, 1, 700, exponential(), 20'000), times(4, 2), source.get_token(), nobody);
    QVERIFY(!result);
    QCOMPARE(result.error().code, shardscape::model::ErrorCode::Cancelled);
    Scenario wrong = cluster(1, 1, 700, exponential(), 20'000);
    wrong.nodes.clear();
    QVERIFY(!runReplications(wrong, times(4), {}, nobody));
}

QTEST_APPLESS_MAIN(ReplicationsTest)
#include "replications_test.moc"
