// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <numeric>
#include <thread>

#include "simulator/cluster/nodes.h"
#include "simulator/kernel/follow_up.h"
#include "simulator/scenario/scenario_json.h"
#include "simulator/traffic/random.h"
#include "tests/simulator/scenarios.h"

using namespace shardscape::simulator;

class KernelTest : public QObject {
    Q_OBJECT
private slots:
    void sameBytes();
    void anyThread();
    void batchesEqualWalking();
    void strangersDoNotDisturb();
    void replicationsDiffer();
    void cancelled();
    void progressRises();
    void windowsAreTold();
    void refusesBadScenarios();
    void warmup();
    void duration();
    void steps();
    void ownKeysOfAStep();
    void tablesShareNodes();
    void explainsTheHotPartition();
    void latestHeatsTheLastRange();
    void scatteredRangesAreEven();
    void spaceIsShared();
    void directorySample();
    void flashSale();
    void nodesByHand();
    void utilisationOfWindows();
    void followUpOrder();
    void cacheHitRatios_data();
    void cacheHitRatios();
    void cacheTtl();
    void cacheLatency();
    void cacheInvalidation();
    void resultJson();
};

namespace {

/// Something of everything.
Scenario rich() {
    Scenario scenario = cluster(6, 3, 4000, exponential(), 60'000);
    scenario.seed = 77;
    scenario.warmup = 0.1;
    scenario.queueLimit = 50;
    scenario.tables = {{"", 32, 1, NodePlacement::RoundRobin, {"consistent", 64, {}, {}}, {}},
                       {"orders", 12, 3, NodePlacement::Contiguous, {"cassandra", 128, {}, {}}, {}}};
    scenario.streams.front().keys = zipf(5000, 1.1);
    Stream put;
    put.name = "put";
    put.kind = StreamKind::Write;
    put.rate = 500;
    put.keys = zipf(5000, 0.8);
    put.steps = {{"orders", "orders", {}, {}, 2, {ServiceKind::Lognormal, 0.7, 0.8, {}}, 0.2},
                 {"", "", uniform(100), {}, 0, exponential(0.5), 0}};
    Stream scan;
    scan.name = "scan";
    scan.rate = 20;
    scan.keys = uniform(10);
    scan.profile = {{0, 1}, {5, 4}};
    scan.steps = {{"", "orders", {}, {Touch::Kind::Sample, 5}, 0, deterministic(2), 0}};
    scenario.streams.push_back(put);
    scenario.streams.push_back(scan);
    scenario.caches = {{"cache", {"get", "put"}, 300, 2, exponential(0.05)}};
    return scenario;
}

std::string timeless(const Scenario& scenario, RunResult result) {
    result.wallSeconds = 0;
    return writeResult(scenario, result);
}

} // namespace

void KernelTest::sameBytes() {
    const Scenario scenario = rich();
    const std::string first = timeless(scenario, simulate(scenario));
    QCOMPARE(QByteArray::fromStdString(timeless(scenario, simulate(scenario))), QByteArray::fromStdString(first));
    // Through its own JSON as well.
    QVERIFY(simulate(*readScenario(writeScenario(scenario))).fingerprint == simulate(scenario).fingerprint);
}

void KernelTest::anyThread() {
    const Scenario scenario = rich();
    const std::string alone = timeless(scenario, simulate(scenario));
    std::vector<std::string> together(4);
    {
        std::vector<std::jthread> threads;
        for (std::string& text : together)
            threads.emplace_back([&] { text = timeless(scenario, simulate(scenario)); });
    }
    for (const std::string& text : together)
        QVERIFY(text == alone);
}

/// A queue limit that is never reached forces requests to be walked one by one; the outcome is that of batches to the
/// last bit.
void KernelTest::batchesEqualWalking() {
    Scenario scenario = cluster(5, 2, 7000, exponential(), 200'000);
    scenario.tables.front().partitions = 31;
    scenario.tables.front().router.kind = "jump";
    scenario.streams.front().keys = zipf(1000, 0.6);
    Stream second = scenario.streams.front();
    second.name = "second";
    second.rate = 300;
    second.keys = uniform(77);
    scenario.streams.push_back(second);
    scenario.warmup = 0.05;
    const RunResult batched = simulate(scenario);
    scenario.queueLimit = 1'000'000'000;
    const RunResult walked = simulate(scenario);
    QCOMPARE(walked.fingerprint, batched.fingerprint);
}

/// A stream's own draws do not depend on which others there are: without queueing its latencies stay the same to the
/// last bit.
void KernelTest::strangersDoNotDisturb() {
    Scenario scenario = cluster(1, 10'000, 1000, exponential(), 0);
    scenario.durationSeconds = 20;
    const RunResult alone = simulate(scenario);
    Stream other = scenario.streams.front();
    other.name = "another";
    other.rate = 2000;
    scenario.streams.insert(scenario.streams.begin(), other);
    const RunResult together = simulate(scenario);
    QCOMPARE(together.streams.at(1).count, alone.streams.at(0).count);
    QCOMPARE(together.streams.at(1).latency.meanMs, alone.streams.at(0).latency.meanMs);
    QCOMPARE(together.streams.at(1).latency.maxMs, alone.streams.at(0).latency.maxMs);
}

void KernelTest::replicationsDiffer() {
    const Scenario scenario = cluster(2, 1, 900, exponential(), 10'000);
    QVERIFY(simulate(scenario, {0, 20}).fingerprint != simulate(scenario, {1, 20}).fingerprint);
    Scenario reseeded = scenario;
    reseeded.seed = 2;
    QVERIFY(simulate(scenario).streams.at(0).latency.meanMs != simulate(reseeded).streams.at(0).latency.meanMs);
}

void KernelTest::cancelled() {
    /// Asks to stop as soon as it hears of progress; a run of 10^12 requests would otherwise last for hours.
    class Stopper final : public ProgressSink {
    public:
        explicit Stopper(std::stop_source& source)
            : m_source(source) {}
        void progress(double) override { m_source.request_stop(); }

    private:
        std::stop_source& m_source;
    };
    std::stop_source source;
    Stopper stopper(source);
    const auto result = run(cluster(4, 4, 1000, exponential(), 1'000'000'000'000), {}, source.get_token(), stopper);
    QVERIFY(!result.has_value());
    QVERIFY(result.error().code == shardscape::model::ErrorCode::Cancelled);
}

void KernelTest::progressRises() {
    class Listener final : public ProgressSink {
    public:
        void progress(double share) override { told.push_back(share); }
        std::vector<double> told;
    } listener;
    QVERIFY(run(cluster(4, 4, 1000, exponential(), 3'000'000), {}, {}, listener).has_value());
    QVERIFY(std::is_sorted(listener.told.begin(), listener.told.end()));
    QCOMPARE(listener.told.back(), 1.0);
}

/// What a watcher is told while the run goes on is what the result says in the end: the same windows, and after the
/// last one the same distribution, because a request of one step is counted when it arrives.
void KernelTest::windowsAreTold() {
    class Watcher final : public ProgressSink {
    public:
        void progress(double) override {}
        void windowEnded(const RunSoFar& soFar) override {
            from.push_back(soFar.window().fromSeconds);
            counts.push_back(soFar.window().streams.at(0).count);
            last = soFar.stream(0);
        }
        std::vector<double> from;
        std::vector<std::uint64_t> counts;
        StreamResult last;
    } watcher;
    Scenario scenario = cluster(4, 4, 1000, exponential(), 100'000);
    scenario.warmup = 0.1;
    const auto result = run(scenario, {}, {}, watcher);
    QVERIFY(result.has_value());
    QCOMPARE(watcher.from.size(), result->series.size());
    for (std::size_t i = 0; i < watcher.from.size(); ++i) {
        QCOMPARE(watcher.from[i], result->series[i].fromSeconds);
        QCOMPARE(watcher.counts[i], result->series[i].streams.at(0).count);
    }
    QCOMPARE(watcher.last.count, result->streams.at(0).count);
    QCOMPARE(watcher.last.latency.p99Ms, result->streams.at(0).latency.p99Ms);
    QCOMPARE(watcher.last.rate, result->streams.at(0).rate);
    QVERIFY(watcher.last.quantilesMs == result->streams.at(0).quantilesMs);
}

void KernelTest::refusesBadScenarios() {
    Scenario scenario = cluster(1, 1, 1, exponential(), 10);
    scenario.streams.front().steps.front().table = "nowhere";
    NoProgress nobody;
    const auto result = run(scenario, {}, {}, nobody);
    QVERIFY(!result.has_value());
    QVERIFY(result.error().code == shardscape::model::ErrorCode::Invalid);
}

/// A tenth of 10,000 requests is left out: 9,000 are counted, in latencies and in partitions, while the series has all.
void KernelTest::warmup() {
    Scenario scenario = cluster(4, 1, 1000, exponential(), 10'000);
    scenario.warmup = 0.1;
    const RunResult result = simulate(scenario);
    QCOMPARE(result.requests, 10'000ULL);
    QCOMPARE(result.streams.at(0).count, 9'000ULL);
    std::uint64_t operations = 0;
    for (const PartitionResult& partition : result.tables.at(0).partitions)
        operations += partition.operations;
    QCOMPARE(operations, 9'000ULL);
    std::uint64_t inSeries = 0;
    std::uint64_t heat = 0;
    for (const Window& window : result.series) {
        inSeries += window.streams.at(0).count;
        heat += std::accumulate(window.operations.at(0).begin(), window.operations.at(0).end(), std::uint64_t{0});
    }
    QCOMPARE(inSeries, 10'000ULL);
    QCOMPARE(heat, 10'000ULL);
    COMPARE_WITHIN(result.warmupSeconds, 1.0, 0.15); // 1,000 gaps of 1 ms: +- 3 %
}

/// 1,000/s deterministic for 10 s: arrivals at 1, 2 … 9,999 ms (that at 10 s is outside); a fifth is warm-up.
void KernelTest::duration() {
    Scenario scenario = cluster(1, 4, 1000, deterministic(0.5), 0);
    scenario.durationSeconds = 10;
    scenario.warmup = 0.2;
    scenario.windows = 10;
    scenario.streams.front().arrivals = Arrivals::Deterministic;
    const RunResult result = simulate(scenario);
    QVERIFY(result.requests == 9'999 || result.requests == 10'000); // the last one by rounding of the sum of gaps
    QCOMPARE(result.simulatedSeconds, 10.0);
    QCOMPARE(result.warmupSeconds, 2.0);
    QCOMPARE(result.series.size(), std::size_t{10});
    COMPARE_WITHIN(static_cast<double>(result.streams.at(0).count), 8000.0, 3e-4);
    COMPARE_WITHIN(result.streams.at(0).rate, 1000.0, 3e-4);
    COMPARE_WITHIN(result.nodes.at(0).utilisation, 0.125, 1e-3);
}

/// Two steps of 1 and 2 ms with 0.25 ms of network on the second, on servers that are never busy: 3.25 ms, always.
void KernelTest::steps() {
    Scenario scenario = cluster(4, 100, 100, deterministic(), 5'000);
    scenario.tables.push_back({"index", 2, 1, NodePlacement::RoundRobin, {"hash-mod", 128, {}, {}}, {}});
    scenario.streams.front().steps = {{"by_name", "index", {}, {}, 0, deterministic(1), 0},
                                      {"orders", "", {}, {}, 0, deterministic(2), 0.25}};
    const RunResult result = simulate(scenario);
    QCOMPARE(result.streams.at(0).count, 5'000ULL);
    QCOMPARE(result.streams.at(0).latency.p50Ms, 3.25);
    QCOMPARE(result.streams.at(0).latency.maxMs, 3.25);
    for (const TableResult& table : result.tables) {
        std::uint64_t operations = 0;
        for (const PartitionResult& partition : table.partitions)
            operations += partition.operations;
        QCOMPARE(operations, 5'000ULL);
        QVERIFY(table.exact);
    }
}

/// A step with keys of its own draws them: all requests are for one key, their second step is spread evenly.
void KernelTest::ownKeysOfAStep() {
    Scenario scenario = cluster(4, 100, 100, deterministic(), 20'000);
    scenario.streams.front().keys = uniform(1);
    scenario.streams.front().keys.space = "user";
    scenario.streams.front().steps.push_back({"", "", uniform(4), {}, 0, deterministic(3), 0});
    const RunResult result = simulate(scenario);
    const std::uint32_t hot = result.tables.at(0).hottest;
    QVERIFY(std::abs(result.tables.at(0).partitions.at(hot).share - 0.625) < 1e-12); // (1 + 1/4) / 2
    // 100/s x (1 ms of one step and 1/4 of the other's 3 ms) over 100 servers.
    COMPARE_WITHIN(result.nodes.at(hot).expectedUtilisation, 100 * (1 + 0.75) / 1000 / 100, 1e-12);
    COMPARE_WITHIN(result.tables.at(0).partitions.at(hot).observedShare, 0.625, 0.01);
}

/// Two tables on one node: 0.3 of one and 0.4 of the other make an M/M/1 at 0.7 for both.
void KernelTest::tablesShareNodes() {
    Scenario scenario = cluster(1, 1, 300, exponential(), 3'000'000);
    scenario.tables.push_back({"other", 7, 1, NodePlacement::RoundRobin, {"hash-mod", 128, {}, {}}, {"n"}});
    Stream other = scenario.streams.front();
    other.name = "other";
    other.rate = 400;
    other.keys = uniform(1000);
    other.steps.front().table = "other";
    scenario.streams.push_back(other);
    const RunResult result = simulate(scenario);
    COMPARE_WITHIN(result.nodes.at(0).expectedUtilisation, 0.7, 1e-12);
    for (const StreamResult& stream : result.streams)
        COMPARE_WITHIN(stream.latency.meanMs, 1 / 0.3, 0.02); // 0.3 % a standard deviation, see the M/M/1 test
}

/// A celebrity: zipf 1.2 over 10,000 users beside even traffic. The report can say which pattern and which key did it.
void KernelTest::explainsTheHotPartition() {
    Scenario scenario = cluster(8, 4, 3000, exponential(0.1), 100'000);
    scenario.tables.front().router.kind = "hash-mod";
    scenario.streams.front().keys = uniform(100'000);
    Stream timeline = scenario.streams.front();
    timeline.name = "timeline";
    timeline.pattern = "ReadTimeline";
    timeline.rate = 7000;
    timeline.keys = zipf(10'000, 1.2);
    timeline.keys.space = "user";
    scenario.streams.push_back(timeline);
    const RunResult result = simulate(scenario);
    const TableResult& table = result.tables.at(0);
    const PartitionResult& hot = table.partitions.at(table.hottest);
    // The hottest key has 1/H(10^4, 1.2) of the timeline's traffic, which is 70 % of all.
    double sum = 0;
    for (int r = 10'000; r >= 1; --r)
        sum += std::pow(r, -1.2);
    QCOMPARE(hot.topKey, std::string("0"));
    QCOMPARE(hot.topKeySpace, std::string("user"));
    COMPARE_WITHIN(hot.topKeyShare * hot.share, 0.7 / sum, 1e-9);
    QCOMPARE(hot.streams.at(0).stream, 1U);
    QVERIFY(hot.streams.at(0).share > 0.7);
    COMPARE_WITHIN(hot.streams.at(0).share + hot.streams.at(1).share, 1.0, 1e-12);
    QCOMPARE(result.hottest.at(0).key, std::string("0"));
    QCOMPARE(result.hottest.at(0).space, std::string("user"));
    QCOMPARE(result.hottest.at(0).partition, table.hottest);
    COMPARE_WITHIN(result.hottest.at(0).share, 0.7 / sum, 1e-9);
    QVERIFY(table.skew.maxOverMean > 1.5);
    // Even traffic alone does not overload a partition.
    scenario.streams.pop_back();
    QVERIFY(simulate(scenario).tables.at(0).skew.maxOverMean < 1.1);
}

/// "latest" over ranges: the newest tenth of the keys lies in the last of ten partitions, H(100)/H(1000) of the
/// traffic.
void KernelTest::latestHeatsTheLastRange() {
    Scenario scenario = cluster(10, 4, 1000, exponential(), 10'000);
    scenario.streams.front().keys = zipf(1000, 1);
    scenario.streams.front().keys.kind = KeyKind::Latest;
    const TableResult table = simulate(scenario).tables.at(0);
    double newest = 0;
    double all = 0;
    for (int r = 1; r <= 1000; ++r) {
        all += 1.0 / r;
        newest += r <= 100 ? 1.0 / r : 0;
    }
    QCOMPARE(table.hottest, 9U);
    COMPARE_WITHIN(table.partitions.at(9).share, newest / all, 1e-12);
    COMPARE_WITHIN(table.skew.maxOverMean, 10 * newest / all, 1e-12);
}

/// Popular keys that lie anywhere leave every range the same number of keys, but the top key makes one range hot; told
/// to be ranked, the first range has them all.
void KernelTest::scatteredRangesAreEven() {
    Scenario scenario = cluster(10, 4, 1000, exponential(), 1'000);
    scenario.streams.front().keys = zipf(1000, 1);
    const Skew scattered = simulate(scenario).tables.at(0).skew;
    scenario.streams.front().keys.order = KeyOrder::Ranked;
    const TableResult ranked = simulate(scenario).tables.at(0);
    QCOMPARE(ranked.hottest, 0U);
    QVERIFY(ranked.skew.maxOverMean > 6.9); // 10 H(100)/H(1000) = 6.93
    QVERIFY(scattered.maxOverMean < 3);
}

/// Two streams over one key space add up at the same keys; in different spaces they do not.
void KernelTest::spaceIsShared() {
    Scenario scenario = cluster(8, 4, 1000, exponential(), 1'000);
    scenario.tables.front().partitions = 1024;
    scenario.tables.front().router.kind = "hash-mod";
    scenario.streams.front().keys = zipf(1000, 1.5);
    Stream other = scenario.streams.front();
    other.name = "other";
    scenario.streams.push_back(other);
    const RunResult shared = simulate(scenario);
    scenario.streams.back().keys.space = "post";
    const RunResult apart = simulate(scenario);
    COMPARE_WITHIN(shared.hottest.at(0).share, 2 * apart.hottest.at(0).share, 1e-12);
    QCOMPARE(shared.hottest.at(0).streams.size(), std::size_t{2});
    QCOMPARE(apart.hottest.at(0).streams.size(), std::size_t{1});
    QVERIFY(apart.hottest.at(0).partition != apart.hottest.at(1).partition);
}

/// Named keys with weights 6 : 3 : 1, two of them sent to partition 1 by the directory.
void KernelTest::directorySample() {
    Scenario scenario = cluster(4, 4, 1000, exponential(), 10'000);
    scenario.tables.front().router = {"directory", 128, {{"alice", 1}, {"bob", 1}, {"carol", 3}}, {}};
    KeySpec keys;
    keys.kind = KeyKind::Sample;
    keys.keys = {"carol", "alice", "bob"};
    keys.weights = {1, 6, 3};
    keys.count = 3;
    scenario.streams.front().keys = keys;
    const RunResult result = simulate(scenario);
    COMPARE_WITHIN(result.tables.at(0).partitions.at(1).share, 0.9, 1e-12);
    COMPARE_WITHIN(result.tables.at(0).partitions.at(3).share, 0.1, 1e-12);
    QCOMPARE(result.tables.at(0).partitions.at(1).topKey, std::string("alice"));
    QCOMPARE(result.hottest.at(0).key, std::string("alice"));
    COMPARE_WITHIN(result.hottest.at(0).observedShare, 0.6, 0.035); // sqrt(0.4 / 0.6 / 10,000) = 0.8 %
    QCOMPARE(result.hottest.at(2).key, std::string("carol"));
    QCOMPARE(result.hottest.at(2).partition, 3U);
}

/// Ten times the rate for a second: the series shows it where it happened.
void KernelTest::flashSale() {
    Scenario scenario = cluster(1, 8, 1000, exponential(), 0);
    scenario.durationSeconds = 10;
    scenario.windows = 10;
    scenario.streams.front().profile = {{0, 1}, {4, 6}, {5, 1}};
    const RunResult result = simulate(scenario);
    QCOMPARE(result.series.size(), std::size_t{10});
    for (std::size_t i = 0; i < 10; ++i) {
        const double expected = i == 4 ? 6000 : 1000;
        COMPARE_WITHIN(result.series[i].streams.at(0).rate, expected, 4 / std::sqrt(expected));
        COMPARE_WITHIN(result.series[i].nodeUtilisation.at(0), expected / 8000, 8 / std::sqrt(expected));
    }
}

/// Two servers, arrivals at 0, 1, 2, 3 with services 5, 5, 1, 1: the third starts when the first server is free at 5,
/// the fourth when the second is at 6 or the third is done at 6.
void KernelTest::nodesByHand() {
    for (std::uint32_t idle : {0U, 30U}) { // with 30 more servers nobody waits
        Node node(2 + idle, 1);
        QCOMPARE(node.serve(0, 5), 5L);
        QCOMPARE(node.serve(1, 5), 6L);
        QCOMPARE(node.serve(2, 1), idle > 0 ? 3L : 6L);
        QCOMPARE(node.serve(3, 1), idle > 0 ? 4L : 7L);
        QCOMPARE(node.maxQueue(), idle > 0 ? 0ULL : 2ULL);
        // Work done by 4: the two long ones have 4 and 3 behind them.
        QCOMPARE(node.busyUntil(4), idle > 0 ? 9L : 7L);
        QCOMPARE(node.busyUntil(100), 12L);
        QCOMPARE(node.operations(), 4ULL);
    }
}

/// Utilisation of windows, weighted by their length, adds up to that of the run, queues and all.
void KernelTest::utilisationOfWindows() {
    const RunResult result = simulate(cluster(3, 2, 5400, exponential(), 100'000));
    for (std::size_t node = 0; node < 3; ++node) {
        double sum = 0;
        for (const Window& window : result.series)
            sum += window.nodeUtilisation.at(node) * window.seconds;
        COMPARE_WITHIN(sum / result.simulatedSeconds, result.nodes.at(node).utilisation, 1e-9);
        for (const Window& window : result.series)
            QVERIFY(window.nodeUtilisation.at(node) <= 1 + 1e-9);
    }
}

/// Ten thousand random times come out sorted, equal ones in the order in which they went in.
void KernelTest::followUpOrder() {
    FollowUpQueue<int> queue;
    Random random(1);
    std::vector<std::pair<std::int64_t, int>> expected;
    for (int i = 0; i < 10'000; ++i) {
        const auto time = static_cast<std::int64_t>(random.below(500));
        queue.push(time, i);
        expected.emplace_back(time, i);
    }
    std::stable_sort(expected.begin(), expected.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& item : expected)
        QVERIFY(queue.pop() == item);
    QVERIFY(queue.empty());
}

void KernelTest::cacheHitRatios_data() {
    QTest::addColumn<QList<double>>("weights");
    QTest::addColumn<uint>("capacity");
    QTest::addColumn<double>("hitRatio");
    QTest::newRow("uniform") << QList<double>(10, 1.0) << 4U << 0.4; // capacity / keys
    // One entry holds the last key asked: sum of p^2.
    QTest::newRow("one entry") << QList<double>{0.5, 0.3, 0.2} << 1U << 0.38;
    // King (1971): two entries hold (i, j) with probability p_i p_j / (1 - p_i); a hit is p_i + p_j.
    double two = 0;
    const double p[] = {0.5, 0.3, 0.15, 0.05};
    for (int i = 0; i < 4; ++i)
        for (int j = 0; j < 4; ++j)
            if (i != j)
                two += p[i] * p[j] / (1 - p[i]) * (p[i] + p[j]);
    QTest::newRow("two entries") << QList<double>{0.5, 0.3, 0.15, 0.05} << 2U << two;
}

/// LRU under independent references, exact. 400,000 requests: four standard deviations of about 0.0008.
void KernelTest::cacheHitRatios() {
    QFETCH(QList<double>, weights);
    QFETCH(uint, capacity);
    QFETCH(double, hitRatio);
    Scenario scenario = cluster(1, 1, 1, deterministic(0.001), 400'000);
    KeySpec keys;
    keys.kind = KeyKind::Sample;
    keys.weights.assign(weights.begin(), weights.end());
    keys.count = keys.weights.size();
    scenario.streams.front().keys = keys;
    scenario.caches = {{"cache", {"get"}, capacity, 0, deterministic(0)}};
    const RunResult result = simulate(scenario);
    QVERIFY2(std::abs(result.caches.at(0).hitRatio - hitRatio) < 0.0035,
             qPrintable(QString::number(result.caches.at(0).hitRatio)));
    QCOMPARE(result.streams.at(0).hitRatio, result.caches.at(0).hitRatio);
    QVERIFY(!result.tables.at(0).exact); // what reaches the partitions is what the cache lets through
    QCOMPARE(result.tables.at(0).partitions.at(0).operations, result.caches.at(0).lookups - result.caches.at(0).hits);
}

/// One key at 10/s that expires after 0.5 s: each filling is followed by 5 hits on average, 5/6.
void KernelTest::cacheTtl() {
    Scenario scenario = cluster(1, 1, 10, deterministic(0), 300'000);
    scenario.caches = {{"cache", {"get"}, 10, 0.5, deterministic(0)}};
    COMPARE_WITHIN(simulate(scenario).caches.at(0).hitRatio, 5.0 / 6, 0.005);
}

/// Hits take 0.25 ms, misses 0.25 + 2 ms: with 4 of 10 keys cached the mean is 0.25 + 0.6 x 2.
void KernelTest::cacheLatency() {
    Scenario scenario = cluster(1, 100, 1, deterministic(2), 200'000);
    scenario.streams.front().keys = uniform(10);
    scenario.caches = {{"cache", {"get"}, 4, 0, deterministic(0.25)}};
    const Latency latency = simulate(scenario).streams.at(0).latency;
    COMPARE_WITHIN(latency.meanMs, 1.45, 0.01);
    QCOMPARE(latency.maxMs, 2.25);
}

/// One key, as many writes as reads in random order: a read hits when a read, not a write, came before it: 1/2.
void KernelTest::cacheInvalidation() {
    Scenario scenario = cluster(1, 1, 1, deterministic(0.001), 400'000);
    Stream write = scenario.streams.front();
    write.name = "put";
    write.kind = StreamKind::Write;
    scenario.streams.push_back(write);
    scenario.caches = {{"cache", {"get", "put"}, 10, 0, deterministic(0)}};
    const RunResult result = simulate(scenario);
    COMPARE_WITHIN(result.streams.at(0).hitRatio, 0.5, 0.01);
    QVERIFY(!result.streams.at(1).cached);
}

/// The keys that the contract promises are there.
void KernelTest::resultJson() {
    const Scenario scenario = rich();
    const QJsonDocument json =
        QJsonDocument::fromJson(QByteArray::fromStdString(writeResult(scenario, simulate(scenario))));
    QVERIFY(json.isObject());
    const QJsonObject top = json.object();
    for (const char* key :
         {"requests", "simulated_seconds", "wall_seconds", "patterns", "partitions", "nodes", "hottest", "series"})
        QVERIFY2(top.contains(key), key);
    for (const char* key : {"name", "count", "errors", "mean_ms", "p50_ms", "p95_ms", "p99_ms", "p999_ms"})
        QVERIFY2(top["patterns"].toArray().at(0).toObject().contains(key), key);
    for (const char* key : {"count", "max_over_mean", "cv", "gini"})
        QVERIFY2(top["partitions"].toObject().contains(key), key);
    for (const char* key : {"name", "utilisation", "max_queue"})
        QVERIFY2(top["nodes"].toArray().at(0).toObject().contains(key), key);
    for (const char* key : {"key", "share"})
        QVERIFY2(top["hottest"].toArray().at(0).toObject().contains(key), key);
    QVERIFY(!top["series"].toArray().isEmpty());
}

QTEST_APPLESS_MAIN(KernelTest)
#include "kernel_test.moc"
