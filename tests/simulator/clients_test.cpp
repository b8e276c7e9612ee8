// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// What clients do about late and failed answers, and which replicas they ask, against closed forms and by hand.
#include <QtTest>

#include <numeric>

#include "simulator/defences/backoff.h"
#include "simulator/defences/balancer.h"
#include "simulator/defences/circuit_breaker.h"
#include "simulator/defences/hedge_delay.h"
#include "simulator/defences/token_bucket.h"
#include "tests/simulator/scenarios.h"

using namespace shardscape::simulator;

class ClientsTest : public QObject {
    Q_OBJECT
private slots:
    void timeoutsWithoutRetries();
    void retriesAreGeometric();
    void deadlineByHand();
    void stepsStopAtTheDeadline();
    void budgetPaysRetries();
    void rateLimit();
    void admission();
    void hedgingWithoutQueueing();
    void scatterIsHedgedByPartition();
    void boundedWait();
    void balances_data();
    void balances();
    void roundRobin();
    void adaptiveWeights();
    void breakerByHand();
    void bucketByHand();
    void backoffByHand();
    void idleClientsChangeNothing();
    void batchesEqualWalking();
};

namespace {

constexpr std::int64_t kMs = 1'000'000;

/// A stream whose requests never wait.
Scenario roomy(double ratePerSecond, const Service& service, std::uint64_t requests) {
    return cluster(1, 10'000, ratePerSecond, service, requests);
}

double share(std::uint64_t part, std::uint64_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
}

std::uint64_t errors(const StreamResult& stream, Cause cause) {
    return stream.errorsByCause.at(static_cast<std::size_t>(cause));
}

} // namespace

/// Sojourns of an M/M/1 are exponential of rate 1 - rho: at 0.7 a share e^(-0.3 x 5) exceeds 5. Giving up changes
/// nothing for the others, because the work goes on.
void ClientsTest::timeoutsWithoutRetries() {
    Scenario scenario = cluster(1, 1, 700, exponential(), 2'000'000);
    scenario.streams.front().client.timeoutMs = 5;
    const StreamResult get = simulate(scenario).streams.at(0);
    COMPARE_WITHIN(share(get.timeouts, get.count + get.errors), std::exp(-1.5), 0.02);
    QCOMPARE(get.timeouts, get.errors);
    QCOMPARE(errors(get, Cause::TimedOut), get.errors);
    QVERIFY(get.latency.maxMs <= 5);
    // The median of those answered: 1 - e^(-0.3 t) = (1 - e^(-1.5)) / 2.
    COMPARE_WITHIN(get.latency.p50Ms, -std::log(1 - (1 - std::exp(-1.5)) / 2) / 0.3, 0.02);
    COMPARE_WITHIN(get.goodput, 700 * (1 - std::exp(-1.5)), 0.01);
}

/// Attempts fail independently with p = e^(-0.5): (1 - p^4) / (1 - p) of them in the mean with three retries, p^4 of
/// the requests fail, and their waste is the work of all failed attempts.
void ClientsTest::retriesAreGeometric() {
    Scenario scenario = roomy(1000, exponential(), 400'000);
    scenario.streams.front().client.timeoutMs = 0.5;
    scenario.streams.front().client.retries = {3, 2, 2, 0, 1};
    const StreamResult get = simulate(scenario).streams.at(0);
    const double p = std::exp(-0.5);
    COMPARE_WITHIN(share(get.attempts, get.count + get.errors), (1 - std::pow(p, 4)) / (1 - p), 0.01);
    COMPARE_WITHIN(share(get.errors, get.count + get.errors), std::pow(p, 4), 0.02);
    QCOMPARE(get.attempts, get.count + get.errors + get.retries);
    // E[S; S > t] = (1 + t) e^-t of a mean of 1.
    COMPARE_WITHIN(get.wastedShare, 1.5 * p, 0.01);
}

/// Service of 10 ms, given up after 1 ms: attempts at 0 and, after waits of 2 and 4 ms, at 3 ms and 8 ms. A deadline of
/// 6 ms leaves the first two; one of 8.5 ms leaves all three and ends the last one early, at 8.5 instead of 9 ms.
void ClientsTest::deadlineByHand() {
    Scenario scenario = roomy(1, deterministic(10), 1000);
    Client& client = scenario.streams.front().client;
    client.timeoutMs = 1;
    client.retries = {5, 2, 2, 0, 0};
    for (const auto& [deadline, attempts] : {std::pair{6.0, 2U}, {8.5, 3U}}) {
        client.deadlineMs = deadline;
        const StreamResult get = simulate(scenario).streams.at(0);
        QCOMPARE(get.errors, 1000ULL);
        QCOMPARE(get.timeouts, 1000ULL * attempts);
        QCOMPARE(get.retries, 1000ULL * (attempts - 1));
    }
}

/// Two steps of 3 ms: with a timeout of 2 ms the second one is never asked, with one of 4 ms it is.
void ClientsTest::stepsStopAtTheDeadline() {
    Scenario scenario = cluster(4, 100, 100, deterministic(3), 5000);
    scenario.streams.front().steps.push_back(scenario.streams.front().steps.front());
    const auto operations = [&](double timeoutMs) {
        scenario.streams.front().client.timeoutMs = timeoutMs;
        const RunResult run = simulate(scenario);
        std::uint64_t sum = 0;
        for (const NodeResult& node : run.nodes)
            sum += node.operations;
        return std::pair{sum, run.streams.at(0).errors};
    };
    QCOMPARE(operations(2), (std::pair<std::uint64_t, std::uint64_t>{5000, 5000}));
    QCOMPARE(operations(4), (std::pair<std::uint64_t, std::uint64_t>{10'000, 5000}));
    QCOMPARE(operations(6), (std::pair<std::uint64_t, std::uint64_t>{10'000, 0}));
}

/// Everything times out. A fifth of a token for each request, and ten that were there at the start.
void ClientsTest::budgetPaysRetries() {
    Scenario scenario = roomy(1000, deterministic(10), 10'000);
    scenario.streams.front().client.timeoutMs = 1;
    scenario.streams.front().client.retries.limit = 3;
    scenario.streams.front().client.budget = RetryBudget{0.2, 10, 0};
    const StreamResult get = simulate(scenario).streams.at(0);
    QVERIFY(get.retries > 2000 && get.retries <= 2010);
}

/// 1,000/s, evenly, through 250/s with a burst of 10: in 20 s 5,000 tokens come and 10 are there.
void ClientsTest::rateLimit() {
    Scenario scenario = roomy(1000, deterministic(), 20'000);
    scenario.streams.front().arrivals = Arrivals::Deterministic;
    scenario.streams.front().client.rateLimit = RateLimit{250, 10};
    const StreamResult get = simulate(scenario).streams.at(0);
    QVERIFY(get.count >= 5008 && get.count <= 5010);
    QCOMPARE(errors(get, Cause::RateLimited), get.errors);
    QCOMPARE(get.count + get.errors, 20'000ULL);
}

/// Two let in and three waiting in front of as many servers as anybody wants is an M/M/2/5.
void ClientsTest::admission() {
    Scenario scenario = roomy(1800, exponential(), 1'000'000);
    scenario.streams.front().client.admission = Admission{2, 3};
    const StreamResult get = simulate(scenario).streams.at(0);
    double weights[6] = {1};
    for (int n = 1; n <= 5; ++n)
        weights[n] = weights[n - 1] * 1.8 / std::min(n, 2);
    const double sum = std::accumulate(weights, weights + 6, 0.0);
    const double refused = weights[5] / sum;
    double inside = 0;
    for (int n = 0; n <= 5; ++n)
        inside += n * weights[n] / sum;
    COMPARE_WITHIN(share(errors(get, Cause::Crowded), get.count + get.errors), refused, 0.015);
    COMPARE_WITHIN(get.latency.meanMs, inside / (1.8 * (1 - refused)), 0.01);
}

/// The minimum of an exponential and another one that starts d later: P(T > t) = e^(-t) up to d, then e^(-(2t - d)).
void ClientsTest::hedgingWithoutQueueing() {
    Scenario scenario = cluster(2, 10'000, 1000, exponential(), 1'000'000);
    scenario.tables.front().replicas = 2;
    for (const double d : {0.5, 2.0}) {
        scenario.streams.front().client.hedge = Hedge{d, 0, 1};
        const StreamResult get = simulate(scenario).streams.at(0);
        const double late = std::exp(-d);
        COMPARE_WITHIN(share(get.hedges, get.count), late, 0.01);
        COMPARE_WITHIN(share(get.hedgeWins, get.hedges), 0.5, 0.01); // neither remembers how long it has taken
        COMPARE_WITHIN(get.latency.meanMs, 1 - late / 2, 0.01);
        COMPARE_WITHIN(get.latency.p99Ms, (d + std::log(100.0)) / 2, 0.01);
        // Of the 1 + late units of work those of the slower answers are not used: E[later] of two is 1 + 1/2, but the
        // hedge's own time is counted from its start and the first one's from its own.
        QVERIFY(get.wastedShare > late / (1 + late) / 2);
    }
}

/// Ten partitions asked at once: each late one is asked again by itself. P(all in t) is the tenth power of the above.
void ClientsTest::scatterIsHedgedByPartition() {
    Scenario scenario = cluster(10, 10'000, 200, exponential(), 200'000);
    scenario.tables.front().replicas = 3;
    scenario.streams.front().steps.front().touch.kind = Touch::Kind::All;
    scenario.streams.front().client.hedge = Hedge{2, 0, 1};
    const StreamResult get = simulate(scenario).streams.at(0);
    COMPARE_WITHIN(share(get.hedges, get.count), 10 * std::exp(-2), 0.01);
    const auto tail = [](double t) { return 1 - std::pow(1 - (t < 2 ? std::exp(-t) : std::exp(-(2 * t - 2))), 10); };
    COMPARE_WITHIN(get.latency.p50Ms, quantile(tail, 0.5), 0.01);
    COMPARE_WITHIN(get.latency.p99Ms, quantile(tail, 0.99), 0.02);
}

/// M/M/1 whose workload V is not added to beyond K. Level crossing gives the density lambda p e^(-(1-lambda) x) below K
/// and an exponential tail of rate 1 above, p being the probability of an idle server.
void ClientsTest::boundedWait() {
    const double lambda = 0.9;
    const double k = 5;
    const double e = std::exp(-(1 - lambda) * k);
    const double idle = 1 / (1 + lambda * (1 - e) / (1 - lambda) + lambda * e);
    Scenario scenario = cluster(1, 1, 900, exponential(), 2'000'000);
    scenario.queueWaitMs = k;
    const RunResult refusing = simulate(scenario);
    COMPARE_WITHIN(share(refusing.streams.at(0).errors, 2'000'000), idle * lambda * e, 0.02);
    COMPARE_WITHIN(refusing.nodes.at(0).utilisation, 1 - idle, 0.01);
    // The same workload when late ones wait for their turn and are skipped then. Besides those, attempts time out that
    // begin in time and end too late: p e^(-(1-lambda) K), for any lambda.
    scenario.queueWaitMs = 0;
    scenario.skipLate = true;
    scenario.streams.front().client.timeoutMs = k;
    const RunResult skipping = simulate(scenario);
    COMPARE_WITHIN(share(skipping.streams.at(0).timeouts, 2'000'000), idle * e * (1 + lambda), 0.02);
    COMPARE_WITHIN(skipping.nodes.at(0).utilisation, 1 - idle, 0.01);
}

void ClientsTest::balances_data() {
    QTest::addColumn<int>("balance");
    QTest::addColumn<double>("mean");
    // One of many at random is an M/M/1: 1 / (1 - rho).
    QTest::newRow("random") << int(Balance::Random) << 1 / 0.3;
    // Sum over i from 1 of rho^(2^i - 2).
    double two = 0;
    for (int i = 1; i < 8; ++i)
        two += std::pow(0.7, std::pow(2, i) - 2);
    QTest::newRow("two choices") << int(Balance::TwoChoices) << two;
    // With many nodes there is always an idle one.
    QTest::newRow("least loaded") << int(Balance::LeastLoaded) << 1.0;
}

void ClientsTest::balances() {
    QFETCH(int, balance);
    QFETCH(double, mean);
    constexpr int kNodes = 200;
    Scenario scenario = cluster(kNodes, 1, 700.0 * kNodes, exponential(), 600'000);
    scenario.tables.front().partitions = 1;
    scenario.tables.front().replicas = kNodes;
    scenario.warmup = 0.1;
    scenario.streams.front().client.balance = static_cast<Balance>(balance);
    COMPARE_WITHIN(simulate(scenario).streams.at(0).latency.meanMs, mean, 0.02);
}

/// Turns make deterministic work wait for nobody: each of ten nodes gets every tenth request, 10 ms after the last.
void ClientsTest::roundRobin() {
    Scenario scenario = cluster(10, 1, 1000, deterministic(9), 10'000);
    scenario.tables.front().partitions = 1;
    scenario.tables.front().replicas = 10;
    scenario.streams.front().arrivals = Arrivals::Deterministic;
    scenario.streams.front().client.balance = Balance::RoundRobin;
    const RunResult run = simulate(scenario);
    QCOMPARE(run.streams.at(0).latency.maxMs, 9.0);
    for (const NodeResult& node : run.nodes)
        QCOMPARE(node.operations, 1000ULL);
}

/// Latencies of 1 and 3 ms without queueing: shares of 3/4 and 1/4.
void ClientsTest::adaptiveWeights() {
    Scenario scenario = cluster(2, 1000, 1000, deterministic(), 100'000);
    scenario.tables.front().partitions = 1;
    scenario.tables.front().replicas = 2;
    scenario.faults = {SlowNodes{{0, 0}, {"n1"}, 1.0 / 3}};
    scenario.streams.front().client.balance = Balance::Adaptive;
    const RunResult run = simulate(scenario);
    COMPARE_WITHIN(share(run.nodes.at(0).operations, 100'000), 0.75, 0.01);
}

/// A window of 10 s in tenths; half of at least four must fail; open for 5 s; two probes.
void ClientsTest::breakerByHand() {
    constexpr std::int64_t kSecond = 1000 * kMs;
    CircuitBreaker breaker({10, 0.5, 4, 5, 2});
    const auto outcome = [&](std::int64_t second, bool success) {
        QVERIFY(breaker.allow(second * kSecond));
        breaker.tell(second * kSecond, breaker.epoch(), success);
    };
    outcome(0, false);
    outcome(1, false);
    outcome(2, true);
    outcome(20, true); // the first ones have left the window
    outcome(21, true);
    outcome(22, false);
    const std::uint32_t before = breaker.epoch();
    outcome(23, false); // two of four
    QCOMPARE(breaker.timesOpened(), 1ULL);
    QVERIFY(!breaker.allow(23 * kSecond));
    breaker.tell(24 * kSecond, before, false); // of an attempt from before: says nothing
    QVERIFY(!breaker.allow(28 * kSecond - 1));
    QVERIFY(breaker.allow(28 * kSecond));
    QVERIFY(breaker.allow(28 * kSecond));
    QVERIFY(!breaker.allow(28 * kSecond)); // two probes are under way
    breaker.tell(29 * kSecond, breaker.epoch(), true);
    breaker.tell(29 * kSecond, breaker.epoch(), false);
    QCOMPARE(breaker.timesOpened(), 2ULL);
    QVERIFY(!breaker.allow(33 * kSecond));
    QVERIFY(breaker.allow(34 * kSecond));
    QVERIFY(breaker.allow(34 * kSecond));
    breaker.tell(35 * kSecond, breaker.epoch(), true);
    QVERIFY(!breaker.allow(35 * kSecond));
    breaker.tell(36 * kSecond, breaker.epoch(), true);
    QVERIFY(breaker.allow(36 * kSecond));
    QCOMPARE(breaker.openUntil(40 * kSecond), 13 * kSecond); // from 23 to 36 s
}

/// Two at most, four a second.
void ClientsTest::bucketByHand() {
    TokenBucket bucket(2, 4);
    QVERIFY(bucket.take(0));
    QVERIFY(bucket.take(0));
    QVERIFY(!bucket.take(0));
    QVERIFY(!bucket.take(249 * kMs));
    QVERIFY(bucket.take(250 * kMs));
    QVERIFY(bucket.take(10'000 * kMs));
    QVERIFY(bucket.take(10'000 * kMs));
    QVERIFY(!bucket.take(10'000 * kMs));
    bucket.setRate(10'000 * kMs, 0);
    QVERIFY(!bucket.take(99'000 * kMs));
    bucket.add(1);
    QVERIFY(bucket.take(99'000 * kMs));
}

/// 5, 10, 20, then at most 30 ms; with jitter 0.5 half of each wait is drawn.
void ClientsTest::backoffByHand() {
    Random random(1);
    const Retries plain{9, 5, 2, 30, 0};
    const std::int64_t expected[] = {5, 10, 20, 30, 30};
    for (std::uint32_t n = 1; n <= 5; ++n)
        QCOMPARE(backoffNs(plain, n, random), expected[n - 1] * kMs);
    const Retries jittered{9, 8, 1, 0, 0.5};
    double sum = 0;
    for (int i = 0; i < 10'000; ++i) {
        const std::int64_t wait = backoffNs(jittered, 1, random);
        QVERIFY(wait >= 4 * kMs && wait <= 8 * kMs);
        sum += static_cast<double>(wait);
    }
    COMPARE_WITHIN(sum / 10'000, 6.0 * kMs, 0.01);
    QCOMPARE(backoffNs({9, 1000, 1000, 0, 0}, 100, random), 1'000'000'000LL * kMs); // whatever the multiplier does
}

/// Defences that never come into play leave every latency as it was, to the last bit.
void ClientsTest::idleClientsChangeNothing() {
    Scenario scenario = cluster(5, 2, 7000, exponential(), 100'000);
    scenario.tables.front().partitions = 31;
    scenario.tables.front().router.kind = "jump";
    scenario.tables.front().replicas = 3;
    scenario.streams.front().keys = zipf(1000, 0.6);
    const std::string plain = simulate(scenario).fingerprint;
    Client& client = scenario.streams.front().client;
    client.timeoutMs = 1e6;
    client.deadlineMs = 1e6;
    client.retries = {3, 1, 2, 0, 1};
    client.budget = RetryBudget{};
    QCOMPARE(simulate(scenario).fingerprint, plain);
    client.hedge = Hedge{1e6, 0, 2};
    client.breaker = Breaker{};
    client.rateLimit = RateLimit{1e9, 1e9};
    QCOMPARE(simulate(scenario).fingerprint, plain);
    client.admission = Admission{1'000'000, 0};
    QCOMPARE(simulate(scenario).fingerprint, plain);
    scenario.queueLimit = 1'000'000;
    scenario.queueWaitMs = 1e6;
    scenario.skipLate = true;
    scenario.faults = {NodesDown{{1e6, 2e6}, {"n"}, "", 0, WhenDown::Refused, 0}, SlowNodes{{1e6, 2e6}, {"n1"}, 0.5},
                       DependencyHangs{{1e6, 2e6}, {"get"}, 0, 1, 1, true, true}, Surge{{1e6, 2e6}, {}, 3},
                       WrongSetting{{1e6, 2e6}, {}, 1, 1, 1, 1}};
    QCOMPARE(simulate(scenario).fingerprint, plain);
}

/// Where clients only give up and try again, requests are served in batches until one will be given up. Thousands of
/// nodes that nobody asks make walking the better way; it gives the same to the last bit, retries and all.
void ClientsTest::batchesEqualWalking() {
    Scenario scenario = cluster(4, 2, 7000, exponential(), 100'000);
    scenario.warmup = 0.1;
    scenario.tables.front().partitions = 31;
    scenario.tables.front().router.kind = "jump";
    scenario.tables.front().nodes = {"n"};
    scenario.streams.front().keys = zipf(1000, 0.7);
    scenario.streams.front().client.timeoutMs = 6;
    scenario.streams.front().client.retries = {2, 1, 2, 0, 0.5};
    scenario.streams.front().client.budget = RetryBudget{0.1, 20, 1};
    Stream other = scenario.streams.front();
    other.name = "other";
    other.rate = 200;
    other.client = {};
    other.client.deadlineMs = 9;
    scenario.streams.push_back(other);
    const RunResult batches = simulate(scenario);
    scenario.nodes.push_back({"idle", 50'000, 1, "", 1});
    const RunResult walked = simulate(scenario);
    for (std::size_t i = 0; i < 2; ++i) {
        const StreamResult& a = batches.streams.at(i);
        const StreamResult& b = walked.streams.at(i);
        QVERIFY(a.timeouts > 0);
        QCOMPARE(b.count, a.count);
        QCOMPARE(b.retries, a.retries);
        QCOMPARE(b.timeouts, a.timeouts);
        QCOMPARE(b.errors, a.errors);
        QCOMPARE(b.wastedShare, a.wastedShare);
        QCOMPARE(b.latency.meanMs, a.latency.meanMs);
        QCOMPARE(b.latency.p99Ms, a.latency.p99Ms);
    }
    QVERIFY(batches.streams.at(0).retries > 100);
    for (std::size_t node = 0; node < 4; ++node)
        QCOMPARE(walked.nodes.at(node).utilisation, batches.nodes.at(node).utilisation);
}

QTEST_APPLESS_MAIN(ClientsTest)
#include "clients_test.moc"
