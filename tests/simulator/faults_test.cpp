// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Nodes that are slow, down or broken, dependencies that hang, surges and wrong settings, against closed forms and by
/// hand.
#include <QtTest>

#include "simulator/cluster/nodes.h"
#include "simulator/faults/node_faults.h"
#include "simulator/scenario/hotspot.h"
#include "simulator/traffic/arrivals.h"
#include "tests/simulator/scenarios.h"

using namespace shardscape::simulator;

class FaultsTest : public QObject {
    Q_OBJECT
private slots:
    void speedByHand();
    void crashByHand();
    void overlappingOutages();
    void breakdownsAtAnyTime();
    void slowNodeIsSlow();
    void pausedNode();
    void lostWithTheNode_data();
    void lostWithTheNode();
    void quorumWithoutANode();
    void waitingForAReplica();
    void scatterWaitsForAll();
    void dependency_data();
    void dependency();
    void surge();
    void loadsUnderFaultsAreObserved();
    void surgeOnAProfile();
    void wrongTimeout();
    void wrongRateLimit();
    void sameBytesWithFaults();
};

namespace {

constexpr std::int64_t kMs = 1'000'000;

std::unique_ptr<NodeFaults> faultsOf(const std::vector<Fault>& faults) {
    Scenario scenario;
    scenario.faults = faults;
    return NodeFaults::make(scenario, "n0", "n", "eu", 0);
}

std::uint64_t errors(const RunResult& run, Cause cause) {
    return run.streams.at(0).errorsByCause.at(static_cast<std::size_t>(cause));
}

/// One request a millisecond from 1 ms on, of exactly so long, on one node with room for all.
Scenario even(double serviceMs, std::uint64_t requests, std::uint32_t nodes = 1) {
    Scenario scenario = cluster(nodes, 1000, 1000, deterministic(serviceMs), requests);
    scenario.streams.front().arrivals = Arrivals::Deterministic;
    return scenario;
}

} // namespace

/// Half speed from 10 to 20 ms, a quarter of that from 15 ms on (both until 20), standing still from 30 to 40 ms.
void FaultsTest::speedByHand() {
    const auto faults = faultsOf({SlowNodes{{0.010, 0.020}, {"n"}, 0.5}, SlowNodes{{0.015, 0.020}, {"n0"}, 0.25},
                                  SlowNodes{{0.030, 0.040}, {"n"}, 0}, SlowNodes{{0, 0}, {"m"}, 0.1}});
    QCOMPARE(faults->finish(0, 5 * kMs), 5 * kMs);
    QCOMPARE(faults->finish(0, 10 * kMs), 10 * kMs);
    QCOMPARE(faults->finish(8 * kMs, 3 * kMs), 12 * kMs);               // 2 + 1 at half speed
    QCOMPARE(faults->finish(10 * kMs, 3 * kMs), 19 * kMs);              // 2.5 in 5 ms, 0.5 at an eighth in 4 ms
    QCOMPARE(faults->finish(12 * kMs, 10 * kMs), 20 * kMs + 7'875'000); // 1.5 + 0.625 until 20 ms, then 7.875
    QCOMPARE(faults->finish(29 * kMs, 3 * kMs), 42 * kMs);
    QCOMPARE(faults->finish(35 * kMs, kMs), 41 * kMs);
    QCOMPARE(faultsOf({SlowNodes{{0, 0}, {"n1"}, 0.1}}), nullptr);
}

/// One server, down from 10 to 20 ms. A request begun at 7 ms that takes 2 ms is answered; the next one, until 11 ms,
/// is lost at 10 ms, and so is one that would start then. After 20 ms the queue is empty.
void FaultsTest::crashByHand() {
    Node node(1, 1, faultsOf({NodesDown{{0.010, 0.020}, {"n0"}, "", 0, WhenDown::Refused, 0}}));
    const auto serve = [&](std::int64_t now, std::int64_t service) {
        const Node::Served served = node.serveUntilCrash(now * kMs, service * kMs);
        return std::pair(served.at / kMs, served.lost);
    };
    QCOMPARE(serve(7, 2), (std::pair<std::int64_t, bool>{9, false}));
    QCOMPARE(serve(8, 2), (std::pair<std::int64_t, bool>{10, true}));
    QCOMPARE(serve(9, 1), (std::pair<std::int64_t, bool>{10, true}));
    QCOMPARE(node.outstanding(9 * kMs), 2ULL);
    QCOMPARE(node.busyUntil(9 * kMs + 500'000), 2 * kMs + 500'000); // 7 to 9.5 ms
    QCOMPARE(node.busyUntil(15 * kMs), 3 * kMs);                    // 7 to 10 ms
    QCOMPARE(serve(20, 5), (std::pair<std::int64_t, bool>{25, false}));
    QCOMPARE(node.busyUntil(30 * kMs), 8 * kMs);
    QCOMPARE(node.maxQueue(), 1ULL);
}

void FaultsTest::overlappingOutages() {
    const auto faults = faultsOf({NodesDown{{3, 5}, {"n"}, "", 1, WhenDown::Refused, 0},
                                  NodesDown{{1, 4}, {}, "eu", 0.5, WhenDown::Silent, 7},
                                  NodesDown{{8, 9}, {"n0"}, "", 0, WhenDown::Refused, 0}});
    const std::int64_t second = 1000 * kMs;
    QCOMPARE(faults->outage(0).fromNs, second);
    QCOMPARE(faults->outage(2 * second).toNs, 5 * second);
    QCOMPARE(faults->outage(2 * second).failoverNs, second + second / 2);
    QCOMPARE(faults->outage(5 * second).fromNs, 8 * second);
    QCOMPARE(faults->outage(9 * second).fromNs, kNever);
}

/// M/M/1 whose server is up for exponential times (rate xi) and down for others (rate eta), whether it works or not,
/// and then goes on. From the balance equations, with s = lambda (1 - z): P_up(z) = mu p / (mu - lambda z - xi lambda z
/// / (s + eta)) and P(z) = P_up(z) (1 + xi / (s + eta)). Derivative at 1, with A = eta / (xi + eta): L = lambda (1 +
/// xi/eta + xi lambda/eta^2) / (mu - lambda (1 + xi/eta)) + A xi lambda / eta^2; W = L / lambda.
void FaultsTest::breakdownsAtAnyTime() {
    const double lambda = 0.5;
    for (const auto& [xi, eta] : {std::pair{0.1, 1.0}, {0.02, 0.2}}) {
        Scenario scenario = cluster(1, 1, 500, exponential(), 3'000'000);
        scenario.warmup = 0.05;
        scenario.faults = {Breakdowns{{}, {"n"}, 1 / xi / 1000, 1 / eta / 1000, false}};
        const double length = lambda * (1 + xi / eta + xi * lambda / eta / eta) / (1 - lambda * (1 + xi / eta)) +
                              eta / (xi + eta) * xi * lambda / eta / eta;
        COMPARE_WITHIN(simulate(scenario).streams.at(0).latency.meanMs, length / lambda, 0.02);
    }
}

/// M/M/1 of rate 0.3 at half its speed from 100 s on: means of 1 / 0.7 before and 1 / (0.5 - 0.3) after.
void FaultsTest::slowNodeIsSlow() {
    Scenario scenario = cluster(1, 1, 300, exponential(), 0);
    scenario.durationSeconds = 4000;
    scenario.warmup = 0.5;
    scenario.faults = {SlowNodes{{1000, 0}, {"n"}, 0.5}};
    const RunResult after = simulate(scenario);
    COMPARE_WITHIN(after.streams.at(0).latency.meanMs, 5.0, 0.05);
    COMPARE_WITHIN(after.nodes.at(0).utilisation, 0.6, 0.01);
    scenario.faults = {SlowNodes{{0, 2000}, {"n"}, 0.5}};
    COMPARE_WITHIN(simulate(scenario).streams.at(0).latency.meanMs, 1 / 0.7, 0.02);
}

/// Standing still from 10.5 to 20.5 ms: with service of 1 ms the request of 10 ms is done at 21 ms, that of 20 ms at
/// 21.5 ms (it is there from 20 ms), all others of that time at 21.5 ms at the latest; nobody fails.
void FaultsTest::pausedNode() {
    Scenario scenario = even(1, 100);
    scenario.faults = {SlowNodes{{0.0105, 0.0205}, {"n"}, 0}};
    const RunResult run = simulate(scenario);
    QCOMPARE(run.streams.at(0).count, 100ULL);
    QCOMPARE(run.streams.at(0).latency.maxMs, 11.0); // of the request of 10 ms
}

void FaultsTest::lostWithTheNode_data() {
    QTest::addColumn<int>("clients");
    QTest::addColumn<double>("timeoutMs");
    QTest::addColumn<uint>("down");
    QTest::addColumn<uint>("timedOut");
    QTest::addColumn<double>("maxMs");
    // Down from 100.5 to 200.5 ms, failover never comes before that. Requests of 10 ms come at 1, 2 … 400 ms: those of
    // 91 … 100 ms are lost, those of 101 … 200 ms meet a node that is down.
    QTest::newRow("refused") << int(WhenDown::Refused) << 0.0 << 110U << 0U << 10.0;
    QTest::newRow("silent") << int(WhenDown::Silent) << 30.0 << 0U << 110U << 10.0;
    QTest::newRow("silent, patient") << int(WhenDown::Silent) << 0.0 << 110U << 0U << 10.0;
    // All are answered 10 ms after the node is back; the one of 91 ms waits longest: 210.5 - 91.
    QTest::newRow("wait") << int(WhenDown::Wait) << 0.0 << 0U << 0U << 119.5;
    // Those from 200.5 + 10 - 30 = 180.5 ms on are answered in time.
    QTest::newRow("wait, impatient") << int(WhenDown::Wait) << 30.0 << 0U << 90U << 29.5;
}

void FaultsTest::lostWithTheNode() {
    QFETCH(int, clients);
    QFETCH(double, timeoutMs);
    QFETCH(uint, down);
    QFETCH(uint, timedOut);
    QFETCH(double, maxMs);
    Scenario scenario = even(10, 400);
    scenario.streams.front().client.timeoutMs = timeoutMs;
    scenario.faults = {NodesDown{{0.1005, 0.2005}, {"n"}, "", 1, static_cast<WhenDown>(clients), 0}};
    const RunResult run = simulate(scenario);
    QCOMPARE(errors(run, Cause::Down), std::uint64_t{down});
    QCOMPARE(errors(run, Cause::TimedOut), std::uint64_t{timedOut});
    QCOMPARE(run.streams.at(0).count, std::uint64_t{400 - down - timedOut});
    QCOMPARE(run.streams.at(0).latency.maxMs, maxMs);
}

/// Two of three replicas must answer, and all partitions live on all three nodes: one node down costs nothing, whether
/// others know it or not; with two down nobody is answered.
void FaultsTest::quorumWithoutANode() {
    Scenario scenario = even(1, 1000, 3);
    scenario.tables.front().replicas = 3;
    scenario.streams.front().steps.front().quorum = 2;
    scenario.faults = {NodesDown{{0.1, 0.2}, {"n0"}, "", 1, WhenDown::Refused, 0}};
    QCOMPARE(simulate(scenario).streams.at(0).errors, 0ULL);
    scenario.faults.emplace_back(NodesDown{{0.1505, 0.3}, {"n1"}, "", 1, WhenDown::Refused, 0});
    const RunResult run = simulate(scenario);
    // From 150.5 to 200 ms two are down: 49 requests (of 151 … 199 ms) and the one of 150 ms that was on its way.
    QCOMPARE(errors(run, Cause::Down), 50ULL);
}

/// A node of two is down from 100.5 to 300.5 ms, its replica leads from 150.5 ms on, 20 ms away. Reads of 1 ms.
void FaultsTest::waitingForAReplica() {
    Scenario scenario = even(1, 400, 2);
    scenario.tables.front().partitions = 1;
    scenario.tables.front().replicas = 2;
    scenario.faults = {NodesDown{{0.1005, 0.3005}, {"n0"}, "", 0.05, WhenDown::Wait, 20}};
    const RunResult run = simulate(scenario);
    QCOMPARE(run.streams.at(0).count, 400ULL);
    COMPARE_WITHIN(run.streams.at(0).latency.maxMs, 71.5, 1e-6); // of the request of 100 ms: 150.5 + 1 + 20 - 100
    QCOMPARE(run.nodes.at(0).operations, 200ULL);                // 1 … 100 and 301 … 400 ms
    QCOMPARE(run.nodes.at(1).operations, 201ULL);                // 100 (again), 101 … 300 ms
}

/// A step that asks all partitions asks none before each has a leader: no work is done twice.
void FaultsTest::scatterWaitsForAll() {
    Scenario scenario = even(1, 400, 4);
    scenario.streams.front().steps.front().touch.kind = Touch::Kind::All;
    scenario.faults = {NodesDown{{0.1005, 0.2005}, {"n2"}, "", 0, WhenDown::Wait, 0}};
    const RunResult run = simulate(scenario);
    QCOMPARE(run.streams.at(0).count, 400ULL);
    // Only the request of 100 ms, which was under way, asks again.
    QCOMPARE(run.nodes.at(0).operations, 401ULL);
    QCOMPARE(run.streams.at(0).latency.maxMs, 101.5);
}

void FaultsTest::dependency_data() {
    QTest::addColumn<bool>("holds");
    QTest::addColumn<bool>("fails");
    QTest::newRow("holds the server, answers late") << true << false;
    QTest::newRow("holds the server, fails") << true << true;
    QTest::newRow("holds the request, answers late") << false << false;
    QTest::newRow("holds the request, fails") << false << true;
}

/// A fifth of the requests of 10 to 20 s hang for 30 ms at their second step.
void FaultsTest::dependency() {
    QFETCH(bool, holds);
    QFETCH(bool, fails);
    Scenario scenario = cluster(1, 10'000, 1000, deterministic(), 0);
    scenario.durationSeconds = 30;
    scenario.windows = 3;
    scenario.streams.front().steps.push_back(scenario.streams.front().steps.front());
    scenario.faults = {DependencyHangs{{10, 20}, {"get"}, 1, 0.2, 30, holds, fails}};
    const RunResult run = simulate(scenario);
    COMPARE_WITHIN(static_cast<double>(errors(run, Cause::Dependency)), fails ? 2000.0 : 1e-9, fails ? 0.1 : 1);
    COMPARE_WITHIN(run.streams.at(0).latency.maxMs, fails ? 2.0 : 32.0, 1e-9);
    // Two steps of 1 ms, and 30 ms for a fifth where they hold a server.
    COMPARE_WITHIN(run.series.at(1).nodeUtilisation.at(0) * 10'000, 2 + (holds ? 6.0 : 0.0), 0.08);
    COMPARE_WITHIN(run.series.at(2).nodeUtilisation.at(0) * 10'000, 2.0, 0.03);
}

/// 1,000/s, three times as much from 10 to 20 s, and of the others nothing.
void FaultsTest::surge() {
    Scenario scenario = cluster(2, 100, 1000, exponential(), 0);
    scenario.durationSeconds = 30;
    scenario.windows = 3;
    Stream other = scenario.streams.front();
    other.name = "other";
    scenario.streams.push_back(other);
    scenario.faults = {Surge{{10, 20}, {"get"}, 3}};
    const RunResult run = simulate(scenario);
    for (std::size_t i = 0; i < 3; ++i) {
        COMPARE_WITHIN(run.series.at(i).streams.at(0).rate, i == 1 ? 3000.0 : 1000.0, 0.03);
        COMPARE_WITHIN(run.series.at(i).streams.at(1).rate, 1000.0, 0.03);
    }
    COMPARE_WITHIN(run.nodes.at(0).expectedUtilisation, (5.0 / 3 + 1) / 2 / 100, 1e-6);
}

/// A fifth of what a node can do, at half its speed: 0.4 observed, and rates alone do not say it. A fault after the end
/// changes nothing.
void FaultsTest::loadsUnderFaultsAreObserved() {
    Scenario scenario = even(200, 20'000);
    scenario.faults = {SlowNodes{{0, 0}, {"n"}, 0.5}};
    const NodeResult slow = simulate(scenario).nodes.at(0);
    QVERIFY(slow.expectedUtilisation < 0);
    COMPARE_WITHIN(slow.utilisation, 0.4, 0.02); // 400 ms of 20 s until as many are under way as leave
    COMPARE_WITHIN(nodeLoad(slow), slow.utilisation, 1e-12);
    scenario.faults = {SlowNodes{{1000, 0}, {"n"}, 0.5}};
    COMPARE_WITHIN(nodeLoad(simulate(scenario).nodes.at(0)), 0.2, 1e-9);
}

/// A profile of 1 and 3 in turn (a second each), doubled from 2.5 to 4.5 s and silent from 6 to 7 s: integrals by hand.
void FaultsTest::surgeOnAProfile() {
    Stream stream;
    stream.rate = 1;
    stream.profile = {{0, 1}, {1, 3}};
    stream.profilePeriodSeconds = 2;
    const RateProfile profile(stream, {Surge{{2.5, 4.5}, {}, 2}, Surge{{6, 7}, {}, 0}});
    const std::pair<double, double> expected[] = {{2, 4},  {2.5, 4.5}, {3, 5.5}, {4, 11.5}, {4.5, 12.5},
                                                  {5, 13}, {6, 16},    {7, 16},  {8, 19}};
    for (const auto& [seconds, integral] : expected) {
        COMPARE_WITHIN(profile.integral(seconds), integral, 1e-12);
        if (seconds != 6)
            COMPARE_WITHIN(profile.inverse(integral), seconds, 1e-12);
    }
    QVERIFY(std::isinf(RateProfile(stream, {Surge{{1, 0}, {}, 0}}).inverse(1.5)));
}

/// Requests of 5 ms with a timeout of 2 ms by mistake, from 100.5 to 200.5 ms: those of 101 … 200 ms fail.
void FaultsTest::wrongTimeout() {
    Scenario scenario = even(5, 400);
    WrongSetting wrong{{0.1005, 0.2005}, {"get"}, {}, {}, {}, {}};
    wrong.timeoutMs = 2;
    scenario.faults = {wrong};
    QCOMPARE(errors(simulate(scenario), Cause::TimedOut), 100ULL);
}

/// 2,000/s allowed, 200/s by mistake for a second of five: 800 are refused, give or take the burst.
void FaultsTest::wrongRateLimit() {
    Scenario scenario = even(1, 5000);
    scenario.streams.front().client.rateLimit = RateLimit{2000, 1};
    WrongSetting wrong{{1, 2}, {}, {}, {}, {}, {}};
    wrong.rateLimitPerSecond = 200;
    scenario.faults = {wrong};
    const std::uint64_t limited = errors(simulate(scenario), Cause::RateLimited);
    QVERIFY(limited >= 798 && limited <= 801);
}

/// Everything at once, twice.
void FaultsTest::sameBytesWithFaults() {
    Scenario scenario = cluster(6, 2, 6000, exponential(), 60'000);
    scenario.tables.front().replicas = 3;
    scenario.queueLimit = 100;
    scenario.skipLate = true;
    Client& client = scenario.streams.front().client;
    client.timeoutMs = 8;
    client.retries = {3, 1, 2, 0, 1};
    client.budget = RetryBudget{0.5, 50, 0};
    client.hedge = Hedge{3, 0.9, 2};
    client.breaker = Breaker{1, 0.3, 20, 0.5, 3};
    client.admission = Admission{100, 100};
    client.balance = Balance::Adaptive;
    scenario.faults = {SlowNodes{{1, 3}, {"n2"}, 0.2},
                       NodesDown{{2, 4}, {"n4"}, "", 0.5, WhenDown::Silent, 5},
                       Breakdowns{{}, {"n1"}, 0.5, 0.05, false},
                       Breakdowns{{}, {"n5"}, 0.5, 0.01, true},
                       DependencyHangs{{5, 6}, {"get"}, 0, 0.1, 20, true, true},
                       Surge{{7, 8}, {}, 2}};
    const RunResult run = simulate(scenario);
    const StreamResult& get = run.streams.at(0);
    QVERIFY(get.retries > 0 && get.hedges > 0 && get.timeouts > 0 && get.errors > 0);
    QCOMPARE(get.count + get.errors, 60'000ULL);
    QCOMPARE(simulate(scenario).fingerprint, run.fingerprint);
    QVERIFY(simulate(scenario, {1, 20}).fingerprint != run.fingerprint);
}

QTEST_APPLESS_MAIN(FaultsTest)
#include "faults_test.moc"
