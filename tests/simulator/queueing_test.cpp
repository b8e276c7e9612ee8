// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "tests/simulator/scenarios.h"

using namespace shardscape::simulator;

/// The kernel against queueing theory. Seeds are fixed, so a test passes always or never; tolerances are four standard
/// deviations of one run of the given length, so that an unlucky but correct change of random numbers rarely fails.
class QueueingTest : public QObject {
    Q_OBJECT
private slots:
    void mm1_data();
    void mm1();
    void mmc_data();
    void mmc();
    void md1();
    void mg1Lognormal();
    void dd1();
    void mm1k();
    void scatter_data();
    void scatter();
    void quorum_data();
    void quorum();
    void writesToLeader();
    void speedOfNodes();
    void reference1();
    void reference2();
    void overload();
};

void QueueingTest::mm1_data() {
    QTest::addColumn<double>("rho");
    QTest::newRow("0.5") << 0.5;
    QTest::newRow("0.7") << 0.7;
    QTest::newRow("0.8") << 0.8;
}

/// M/M/1: the sojourn is exponential with mean 1/(1-rho). The mean of n successive waits has variance
/// rho(2 + 5rho - 4rho^2 + rho^3) / ((1-rho)^4 n): for n = 4 million 0.13 %, 0.27 % and 0.44 % of the mean; the 99th
/// percentile has about twice that (measured over 20 runs of the reference programs: 1.5 % against 0.37 % at rho 0.9).
void QueueingTest::mm1() {
    QFETCH(double, rho);
    const double requests = 4e6;
    const RunResult result = simulate(cluster(1, 1, 1000 * rho, exponential(), static_cast<std::uint64_t>(requests)));
    const double variance = rho * (2 + 5 * rho - 4 * rho * rho + rho * rho * rho) / std::pow(1 - rho, 4) / requests;
    const double deviation = std::sqrt(variance) * (1 - rho);
    const Latency& latency = result.streams.at(0).latency;
    COMPARE_WITHIN(latency.meanMs, 1 / (1 - rho), 4 * deviation);
    COMPARE_WITHIN(latency.p50Ms, std::log(2.0) / (1 - rho), 4 * deviation);
    COMPARE_WITHIN(latency.p95Ms, std::log(20.0) / (1 - rho), 8 * deviation);
    COMPARE_WITHIN(latency.p99Ms, std::log(100.0) / (1 - rho), 16 * deviation);
    COMPARE_WITHIN(result.nodes.at(0).utilisation, rho, 0.004); // sqrt(2 rho / n) / rho = 0.1 %
    QVERIFY(std::abs(result.nodes.at(0).expectedUtilisation - rho) < 1e-12);
}

void QueueingTest::mmc_data() {
    QTest::addColumn<uint>("servers");
    QTest::addColumn<double>("rho");
    QTest::newRow("2, 0.5") << 2U << 0.5;
    QTest::newRow("2, 0.8") << 2U << 0.8;
    QTest::newRow("4, 0.6") << 4U << 0.6;
    QTest::newRow("4, 0.8") << 4U << 0.8;
    QTest::newRow("16, 0.8") << 16U << 0.8;
    QTest::newRow("40, 0.9") << 40U << 0.9; // above 24 servers a node keeps a heap
}

/// M/M/c with the closed form of the sojourn. In heavy traffic c servers behave like one that is c times as fast, so
/// waits vary as those of M/M/1 and are c times shorter, while the service stays: 1.5 % bounds four deviations of the
/// mean for every row at 3 million requests (0.63 % at rho 0.9 for c = 1, less for more), 3 % those of the 99th
/// percentile.
void QueueingTest::mmc() {
    QFETCH(uint, servers);
    QFETCH(double, rho);
    const RunResult result = simulate(cluster(1, servers, 1000 * rho * servers, exponential(), 3'000'000));
    const auto tail = [&](double t) { return mmcTail(servers, rho, t); };
    const Latency& latency = result.streams.at(0).latency;
    COMPARE_WITHIN(latency.meanMs, mmcMean(servers, rho), 0.015);
    COMPARE_WITHIN(latency.p50Ms, quantile(tail, 0.5), 0.015);
    COMPARE_WITHIN(latency.p99Ms, quantile(tail, 0.99), 0.03);
}

/// M/D/1 at 0.5: mean 1 + rho/(2(1-rho)) = 1.5; percentiles of the exact series, 4.336256 and 6.168385.
void QueueingTest::md1() {
    const Latency latency = simulate(cluster(1, 1, 500, deterministic(), 4'000'000)).streams.at(0).latency;
    COMPARE_WITHIN(latency.meanMs, 1.5, 0.005);
    COMPARE_WITHIN(latency.p50Ms, 1.0, 0.005);
    COMPARE_WITHIN(latency.p99Ms, 4.336255957, 0.015);
    COMPARE_WITHIN(latency.p999Ms, 6.16838503096, 0.04);
}

/// Pollaczek and Khinchine: wait = rho (1 + cv^2) / (2 (1 - rho)); for a lognormal 1 + cv^2 = exp(sigma^2). At rho 0.5
/// and sigma 1 that is e/2, the mean 1 + e/2 = 2.359141. The variance of one wait is rho E[S^3] / (3 (1-rho)) + wait^2
/// = exp(3)/3 + 1.85 = 8.5, and waits are correlated over some tens of requests: 4 million give about 0.5 %.
void QueueingTest::mg1Lognormal() {
    const Service lognormal{ServiceKind::Lognormal, 1, 1, {}};
    const Latency latency = simulate(cluster(1, 1, 500, lognormal, 4'000'000)).streams.at(0).latency;
    COMPARE_WITHIN(latency.meanMs, 1 + std::exp(1.0) / 2, 0.02);
}

/// Nothing random: every request is served at once, whatever the utilisation below 1.
void QueueingTest::dd1() {
    Scenario scenario = cluster(1, 1, 900, deterministic(), 10'000);
    scenario.streams.front().arrivals = Arrivals::Deterministic;
    const RunResult result = simulate(scenario);
    QCOMPARE(result.streams.at(0).latency.meanMs, 1.0);
    QCOMPARE(result.streams.at(0).latency.p50Ms, 1.0);
    QCOMPARE(result.streams.at(0).latency.p999Ms, 1.0);
    QCOMPARE(result.nodes.at(0).maxQueue, 0ULL);
    COMPARE_WITHIN(result.nodes.at(0).utilisation, 0.9, 1e-3); // the last request is served beyond the end
}

/// M/M/1/K with K = 5 (one served, four waiting) at rho 0.5 refuses (1-rho) rho^5 / (1 - rho^6) = 1/63 of the requests;
/// those accepted stay 1.838710 on average. 2 million: sqrt(63/2e6) = 0.56 %, a little more because refusals come in
/// bursts.
void QueueingTest::mm1k() {
    Scenario scenario = cluster(1, 1, 500, exponential(), 2'000'000);
    scenario.queueLimit = 4;
    const RunResult result = simulate(scenario);
    const StreamResult& stream = result.streams.at(0);
    QCOMPARE(stream.count + stream.errors, 2'000'000ULL);
    COMPARE_WITHIN(static_cast<double>(stream.errors) / 2e6, 1.0 / 63, 0.035);
    COMPARE_WITHIN(stream.latency.meanMs, 1.83870967741935, 0.006);
    QCOMPARE(result.nodes.at(0).rejected, stream.errors);
    QVERIFY(result.nodes.at(0).maxQueue <= 4);
}

void QueueingTest::scatter_data() {
    QTest::addColumn<uint>("asked");
    QTest::addColumn<bool>("all");
    QTest::newRow("10 of 100") << 10U << false;
    QTest::newRow("100 of 100") << 100U << true;
    QTest::newRow("1 of 100") << 1U << false;
}

/// The slowest of k independent exponentials without queueing: mean H_k, P(T <= t) = (1 - e^-t)^k. One request a second
/// keeps nodes idle (a node works 0.1 % of the time at most, which shifts means by that much). 200,000 requests: the
/// mean varies by pi/sqrt(6)/sqrt(n) = 0.003 ms, the 99th percentile by sqrt(0.99/0.01/n) = 0.022 ms.
void QueueingTest::scatter() {
    QFETCH(uint, asked);
    QFETCH(bool, all);
    Scenario scenario = cluster(100, 1, 1, exponential(), 200'000);
    scenario.streams.front().steps.front().touch = {all ? Touch::Kind::All : Touch::Kind::Sample, asked};
    const RunResult result = simulate(scenario);
    double harmonic = 0;
    for (uint k = 1; k <= asked; ++k)
        harmonic += 1.0 / k;
    const auto percentile = [&](double q) { return -std::log(1 - std::pow(q, 1.0 / asked)); };
    const Latency& latency = result.streams.at(0).latency;
    COMPARE_WITHIN(latency.meanMs, harmonic, 0.012);
    COMPARE_WITHIN(latency.p50Ms, percentile(0.5), 0.015);
    COMPARE_WITHIN(latency.p99Ms, percentile(0.99), 0.03);
    std::uint64_t operations = 0;
    for (const PartitionResult& partition : result.tables.at(0).partitions)
        operations += partition.operations;
    QCOMPARE(operations, std::uint64_t{200'000} * asked);
}

void QueueingTest::quorum_data() {
    QTest::addColumn<uint>("replicas");
    QTest::addColumn<uint>("answers");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("p99");
    // The k-th fastest of n exponentials has mean sum of 1/i for i = n-k+1 … n; p99 from the binomial tail.
    QTest::newRow("1 of 3") << 3U << 1U << 1.0 / 3 << 1.53506;
    QTest::newRow("2 of 3") << 3U << 2U << 5.0 / 6 << 2.83186;
    QTest::newRow("3 of 3") << 3U << 3U << 11.0 / 6 << 5.70044;
    QTest::newRow("3 of 5") << 5U << 3U << 47.0 / 60 << 2.24772;
}

void QueueingTest::quorum() {
    QFETCH(uint, replicas);
    QFETCH(uint, answers);
    QFETCH(double, mean);
    QFETCH(double, p99);
    for (StreamKind kind : {StreamKind::Read, StreamKind::Write}) {
        Scenario scenario = cluster(8, 1, 1, exponential(), 400'000);
        scenario.tables.front().replicas = replicas;
        scenario.streams.front().kind = kind;
        scenario.streams.front().steps.front().quorum = answers;
        const RunResult result = simulate(scenario);
        // Standard deviations of at most 1.17 ms / sqrt(n) = 0.2 % and about 0.6 %; queueing adds up to 0.1 %.
        COMPARE_WITHIN(result.streams.at(0).latency.meanMs, mean, 0.009);
        COMPARE_WITHIN(result.streams.at(0).latency.p99Ms, p99, 0.025);
        for (const NodeResult& node : result.nodes) // every replica works: replicas x 1/8 x 1/s x 1 ms
            COMPARE_WITHIN(node.expectedUtilisation, replicas / 8.0 * 0.001, 1e-9);
    }
}

/// Without a quorum the first replica answers a write and the others apply it too: three times the work, the time of
/// one.
void QueueingTest::writesToLeader() {
    Scenario scenario = cluster(4, 1, 400, exponential(), 1'000'000);
    scenario.tables.front().replicas = 3;
    scenario.streams.front().kind = StreamKind::Write;
    const RunResult result = simulate(scenario);
    std::uint64_t operations = 0;
    for (const NodeResult& node : result.nodes) {
        operations += node.operations;
        COMPARE_WITHIN(node.expectedUtilisation, 0.3, 1e-9); // 400/s x 3 / 4 nodes x 1 ms
        COMPARE_WITHIN(node.utilisation, 0.3, 0.012);
    }
    QCOMPARE(operations, 3'000'000ULL);
    // Each node is an M/M/1 at 0.3, of whose three streams one is asked for the answer.
    COMPARE_WITHIN(result.streams.at(0).latency.meanMs, 1 / 0.7, 0.01);
}

/// Nodes that are twice as fast halve every time: M/M/1 at 0.4 with a mean service of 0.5 ms.
void QueueingTest::speedOfNodes() {
    Scenario scenario = cluster(1, 1, 800, exponential(), 2'000'000);
    scenario.nodes.front().speed = 2;
    const RunResult result = simulate(scenario);
    COMPARE_WITHIN(result.streams.at(0).latency.meanMs, 0.5 / 0.6, 0.008);
    COMPARE_WITHIN(result.nodes.at(0).utilisation, 0.4, 0.005);
    COMPARE_WITHIN(result.nodes.at(0).expectedUtilisation, 0.4, 1e-12);
}

namespace {

/// The reference workloads: a million keys, 64 partitions on 16 nodes of 4 servers.
Scenario reference(const KeySpec& keys, double rate) {
    Scenario scenario = cluster(16, 4, rate, exponential(), 2'000'000);
    scenario.tables.front().partitions = 64;
    scenario.tables.front().router.kind = "hash-mod";
    scenario.streams.front().keys = keys;
    return scenario;
}

/// Percentile over nodes that are independent M/M/4 queues of the given shares (independent routing thins a Poisson
/// stream into independent ones).
double mixture(const std::vector<double>& shares, double meanRho, double q) {
    return quantile(
        [&](double t) {
            double tail = 0;
            for (double share : shares)
                tail += share * mmcTail(4, share * 16 * meanRho, t);
            return tail;
        },
        q);
}

std::vector<double> nodeShares(const RunResult& result) {
    std::vector<double> shares(result.nodes.size());
    for (const PartitionResult& partition : result.tables.at(0).partitions)
        shares[partition.node] += partition.share;
    return shares;
}

} // namespace

/// Zipf 0.99 at 26,880/s: the hottest node runs at 0.914. The exact shares give maximum/mean 5.077856 and Gini 0.238049
/// over partitions, and percentiles 0.856361, 8.288874, 14.913526 ms. One run of 2 million varies by 0.23 %, 4.2 % and
/// 10 % (200 seeds of two independent programs), the busiest node's utilisation by 0.27 %.
void QueueingTest::reference1() {
    const RunResult result = simulate(reference(zipf(1'000'000, 0.99), 26880));
    const TableResult& table = result.tables.at(0);
    QVERIFY(table.exact);
    QVERIFY(std::abs(table.skew.maxOverMean - 5.077856) < 5e-7);
    QVERIFY(std::abs(table.skew.gini - 0.238049) < 5e-7);
    QCOMPARE(table.hottest, 19U);
    QCOMPARE(table.partitions.at(19).topKey, std::string("0"));
    QCOMPARE(result.hottest.at(0).key, std::string("0"));
    QVERIFY(std::abs(result.hottest.at(0).share - 0.06497) < 5e-6);
    COMPARE_WITHIN(result.hottest.at(0).observedShare, 0.06497, 0.011); // sqrt(1/(0.065 n)) = 0.27 %
    QVERIFY(std::abs(result.nodes.at(3).expectedUtilisation - 0.913976) < 5e-7);
    COMPARE_WITHIN(result.nodes.at(3).utilisation, 0.913976, 0.011);
    const std::vector<double> shares = nodeShares(result);
    QVERIFY(std::abs(mixture(shares, 0.42, 0.99) - 8.288874) < 1e-5); // the shares are those of the reference
    const Latency& latency = result.streams.at(0).latency;
    COMPARE_WITHIN(latency.p50Ms, 0.856361, 0.0092);
    COMPARE_WITHIN(latency.p99Ms, 8.288874, 0.168);
    COMPARE_WITHIN(latency.p999Ms, 14.913526, 0.40);
}

/// Uniform keys at 38,400/s: every node at about 0.6; exact 0.871097, 4.979825, 7.294806 ms, which one run of 2 million
/// misses by 0.16 %, 0.24 % and 0.38 %.
void QueueingTest::reference2() {
    const RunResult result = simulate(reference(uniform(1'000'000), 38400));
    QVERIFY(std::abs(result.tables.at(0).skew.maxOverMean - 1.022400) < 5e-7);
    QVERIFY(std::abs(result.tables.at(0).skew.gini - 0.004780) < 5e-7);
    QVERIFY(std::abs(mixture(nodeShares(result), 0.60, 0.999) - 7.294806) < 1e-5);
    const Latency& latency = result.streams.at(0).latency;
    COMPARE_WITHIN(latency.meanMs, 1.179437, 0.005);
    COMPARE_WITHIN(latency.p50Ms, 0.871097, 0.0064);
    COMPARE_WITHIN(latency.p99Ms, 4.979825, 0.0096);
    COMPARE_WITHIN(latency.p999Ms, 7.294806, 0.0152);
}

/// REF1 at 60 % mean utilisation overloads node 3: offered 13.601 % of 38.4/ms = 5.2228/ms, served 4/ms. After two
/// million requests (52.08 s) 1.2228/ms x 52,083 ms = 63,690 wait there, give or take sqrt(n p + served) = 0.7 %.
void QueueingTest::overload() {
    const RunResult result = simulate(reference(zipf(1'000'000, 0.99), 38400));
    COMPARE_WITHIN(result.nodes.at(3).expectedUtilisation, 1.30568, 1e-4);
    COMPARE_WITHIN(result.nodes.at(3).utilisation, 1.0, 0.001);
    COMPARE_WITHIN(static_cast<double>(result.nodes.at(3).maxQueue), 63690, 0.05);
    QVERIFY(result.series.back().nodeUtilisation.at(3) > 0.999);
    QVERIFY(result.series.back().streams.at(0).p99Ms > 10 * result.series.front().streams.at(0).p99Ms);
}

QTEST_APPLESS_MAIN(QueueingTest)
#include "queueing_test.moc"
