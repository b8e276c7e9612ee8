// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Scenarios of tests/golden in which clients and faults have a known effect. What is expected is reckoned from the
/// scenario in each comment.
#include <QFile>
#include <QtTest>

#include "simulator/scenario/scenario_json.h"
#include "tests/simulator/scenarios.h"
#include "tests/support/folders.h"

using namespace shardscape::simulator;

namespace {

Scenario golden(const char* name) {
    QFile file(shardscape::tests::sourceFolder() + "/tests/golden/" + name + ".json");
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    auto scenario = readScenario(file.readAll().toStdString());
    if (!scenario)
        qFatal("%s: %s", name, scenario.error().text().c_str());
    return std::move(*scenario);
}

/// Answered requests a second between two times.
double goodput(const RunResult& run, double from, double to) {
    double answered = 0;
    for (const Window& window : run.series)
        if (window.fromSeconds >= from - 1e-9 && window.fromSeconds + window.seconds <= to + 1e-9)
            answered += static_cast<double>(window.streams.at(0).count);
    return answered / (to - from);
}

std::uint64_t errors(const RunResult& run, double from, double to) {
    std::uint64_t sum = 0;
    for (const Window& window : run.series)
        if (window.fromSeconds >= from - 1e-9 && window.fromSeconds + window.seconds <= to + 1e-9)
            sum += window.streams.at(0).errors;
    return sum;
}

std::uint64_t byCause(const RunResult& run, Cause cause) {
    return run.streams.at(0).errorsByCause.at(static_cast<std::size_t>(cause));
}

} // namespace

class GoldenClientsTest : public QObject {
    Q_OBJECT
private slots:
    void retryStorm();
    void hedging();
    void slowNode();
    void twoChoices();
    void regionLost();
    void breaker();
    void backpressure();
    void breakdowns();
    void skipLate();
    void wrongQueueLimit();
};

/// Capacity 4,000/s, load 3,000/s, 6,000/s from 10 to 12 s: a backlog of 4,000 requests, or 1 s of waiting, when the
/// trigger has gone. Every attempt then waits longer than 20 ms, so that each request makes four: 12,000/s, three times
/// the capacity, for ever. Without retries the backlog is gone after 4,000 / (4,000 - 3,000) = 4 s; with a budget of a
/// tenth the load is at most 3,300/s and it is gone a few seconds later.
void GoldenClientsTest::retryStorm() {
    const RunResult storm = simulate(golden("retry-storm"));
    COMPARE_WITHIN(goodput(storm, 0, 10), 3000.0, 0.03);
    QVERIFY(goodput(storm, 40, 60) < 30);
    QVERIFY(storm.series.at(50).nodeUtilisation.at(0) > 0.999);
    QVERIFY(storm.streams.at(0).wastedShare > 0.7);
    COMPARE_WITHIN(static_cast<double>(storm.series.at(50).streams.at(0).retries), 9000.0, 0.05); // 3 for each request
    const RunResult budget = simulate(golden("retry-budget"));
    COMPARE_WITHIN(goodput(budget, 40, 60), 3000.0, 0.03);
    QVERIFY(budget.series.at(50).nodeUtilisation.at(0) < 0.85);
    QVERIFY(budget.streams.at(0).retries < budget.requests / 10 + 100);
    Scenario without = golden("retry-storm");
    without.streams.front().client.retries = {};
    COMPARE_WITHIN(goodput(simulate(without), 40, 60), 3000.0, 0.03);
}

/// Without queueing an answer takes S, of which P(S > t) is piecewise linear. Asking again after d, the 95th percentile
/// (2 ms), P(T > t) = P(S > t) P(S > t - d): 5 % more work, and a 99th percentile of 3.57 instead of 10 ms.
void GoldenClientsTest::hedging() {
    const auto tail = [](double t) {
        const double points[][2] = {{0, 0.5}, {0.5, 1}, {0.95, 2}, {0.99, 10}, {1, 100}};
        for (int i = 0; i < 4; ++i)
            if (t < points[i + 1][1])
                return 1 - (points[i][0] + (points[i + 1][0] - points[i][0]) * std::max(0.0, t - points[i][1]) /
                                               (points[i + 1][1] - points[i][1]));
        return 0.0;
    };
    Scenario scenario = golden("hedging");
    const RunResult hedged = simulate(scenario);
    const StreamResult& get = hedged.streams.at(0);
    const double p99 = quantile([&](double t) { return tail(t) * (t < 2 ? 1 : tail(t - 2)); }, 0.99);
    COMPARE_WITHIN(get.latency.p99Ms, p99, 0.04); // the delay itself is an estimate
    COMPARE_WITHIN(static_cast<double>(get.hedges) / static_cast<double>(get.count), 0.05, 0.05);
    scenario.streams.front().client.hedge.reset();
    const RunResult plain = simulate(scenario);
    QVERIFY(plain.streams.at(0).latency.p99Ms > 9.8); // beyond 10 ms there is little, and that as far as 100 ms
    COMPARE_WITHIN(hedged.nodes.at(0).utilisation / plain.nodes.at(0).utilisation, 1.05, 0.02);
}

/// Random: the slow node is sent 600/s and serves 250/s. Its queue grows by 350/s: after 60 s the last one waits for
/// 60 x 350 / 250 = 84 s, and a tenth of all requests wait for more than 42 s in the second half. Least loaded: 6,000/s
/// for a capacity of 9,250/s; nobody waits long.
void GoldenClientsTest::slowNode() {
    Scenario scenario = golden("slow-node");
    const RunResult random = simulate(scenario);
    QVERIFY(random.nodes.at(3).utilisation > 0.999);
    QVERIFY(random.streams.at(0).latency.p95Ms > 42'000);
    COMPARE_WITHIN(random.streams.at(0).latency.maxMs, 84'000, 0.05);
    for (const Balance balance : {Balance::LeastLoaded, Balance::TwoChoices, Balance::Adaptive}) {
        scenario.streams.front().client.balance = balance;
        const RunResult run = simulate(scenario);
        QVERIFY(run.nodes.at(3).maxQueue < 40);
        QVERIFY2(run.streams.at(0).latency.p99Ms < 40, qPrintable(QString::number(run.streams.at(0).latency.p99Ms)));
    }
    // Least loaded is better than an M/M/1 at the mean load of 6,000 / 9,250 would be, slow node included.
    scenario.streams.front().client.balance = Balance::LeastLoaded;
    QVERIFY(simulate(scenario).streams.at(0).latency.meanMs < 1 / (1 - 6000.0 / 9250));
}

/// Mitzenmacher (1996): with many nodes the mean sojourn is the sum over i from 1 of rho^(2^i - 2): 2.6141 at 0.9,
/// where one choice at random gives 1 / (1 - rho) = 10.
void GoldenClientsTest::twoChoices() {
    COMPARE_WITHIN(simulate(golden("two-choices")).streams.at(0).latency.meanMs, 2.6141, 0.02);
}

/// Half of the partitions are led by nodes of the region. From 20 to 22 s their 2,000/s are refused; then they are
/// answered from the other region, 60 ms later, whose nodes work twice as hard; at 40 s all is as before.
void GoldenClientsTest::regionLost() {
    const RunResult run = simulate(golden("region-lost"));
    QCOMPARE(errors(run, 0, 20), 0ULL);
    COMPARE_WITHIN(static_cast<double>(errors(run, 20, 22)), 4000.0, 0.05);
    QCOMPARE(errors(run, 22, 60), 0ULL);
    // A handful of requests that were on their way when the region went is lost with it.
    QCOMPARE(byCause(run, Cause::Down), errors(run, 0, 60));
    const Window& during = run.series.at(30);
    QVERIFY(during.streams.at(0).p99Ms > 60 && during.streams.at(0).p99Ms < 80);
    QVERIFY(during.streams.at(0).p50Ms < 61);
    QCOMPARE(during.nodeUtilisation.at(0), 0.0);
    COMPARE_WITHIN(during.nodeUtilisation.at(1), 0.5, 0.1); // of 4 servers for 2,000/s of 1 ms
    COMPARE_WITHIN(run.series.at(10).nodeUtilisation.at(1), 0.25, 0.1);
    COMPARE_WITHIN(run.series.at(50).nodeUtilisation.at(0), 0.25, 0.1);
    QVERIFY(run.series.at(50).streams.at(0).p99Ms < 20);
}

/// Requests from 10 s on fail 101 ms later; until 10.1 s there is no outcome at all. At t the last second holds
/// 1 - (t - 10) s of successes and t - 10.1 s of failures, as many at 10.55 s, and up to a tenth of a second earlier as
/// the window moves by tenths: 500 to 550 requests have gone out by then. Every 2 s one probe goes out and fails 0.1 s
/// later, at about 12.6, 14.7, 16.8 and 18.9 s; that of 20.9 s succeeds. 1,000 requests a second are refused meanwhile.
void GoldenClientsTest::breaker() {
    const RunResult run = simulate(golden("breaker"));
    const StreamResult& get = run.streams.at(0);
    QCOMPARE(get.breakerOpened, 5ULL);
    COMPARE_WITHIN(static_cast<double>(byCause(run, Cause::Dependency)), 530.0, 0.06);
    COMPARE_WITHIN(static_cast<double>(byCause(run, Cause::BreakerOpen)), 10'400.0, 0.02);
    COMPARE_WITHIN(get.breakerOpenShare, 10.4 / 30, 0.02);
    QCOMPARE(run.series.at(15).streams.at(0).breakerOpenShare, 1.0);
    QCOMPARE(run.series.at(5).streams.at(0).breakerOpenShare, 0.0);
    QCOMPARE(errors(run, 22, 30), 0ULL);
}

/// M/M/1/K with K = 11 (one served, ten waiting) at rho = 1.5: P(refused) = (1 - rho) rho^K / (1 - rho^(K+1)).
void GoldenClientsTest::backpressure() {
    const RunResult run = simulate(golden("backpressure"));
    const StreamResult& get = run.streams.at(0);
    const double rho = 1.5;
    const double refused = (1 - rho) * std::pow(rho, 11) / (1 - std::pow(rho, 12));
    COMPARE_WITHIN(static_cast<double>(get.errors) / static_cast<double>(get.count + get.errors), refused, 0.01);
    // Little: the mean number of those let in over their rate.
    double inside = 0;
    for (int n = 0; n <= 11; ++n)
        inside += n * (1 - rho) * std::pow(rho, n) / (1 - std::pow(rho, 12));
    COMPARE_WITHIN(get.latency.meanMs, inside / (rho * (1 - refused)), 0.01);
    QCOMPARE(run.nodes.at(0).maxQueue, 10ULL);
    QCOMPARE(byCause(run, Cause::Refused), get.errors);
}

/// A service is lengthened by the repairs of the breakdowns during it (xi = 0.1, eta = 1 in ms): E[C] = 1 + xi / eta,
/// E[C^2] = 2 (1 + xi / eta)^2 + 2 xi / eta^2, then Pollaczek and Khinchine at lambda = 0.5: 2.555556 ms.
void GoldenClientsTest::breakdowns() {
    COMPARE_WITHIN(simulate(golden("breakdowns")).streams.at(0).latency.meanMs, 2.555556, 0.02);
}

/// Offered 1.5 times what it serves. A node that serves everything in turn soon serves only what was given up long ago:
/// its queue grows without end, and after a fifth of the time nobody is answered. One that skips what nobody waits for
/// spends all its time on requests that began in time.
void GoldenClientsTest::skipLate() {
    Scenario scenario = golden("skip-late");
    const RunResult skipping = simulate(scenario);
    // Workload is bounded: P(V > K) and P(idle) of an M/M/1 in which nobody starts after K = 20 ms; see clients_test.
    const double drift = std::exp(0.5 * 20);
    const double idle = 1 / (1 + 1.5 * (1 - drift) / (1 - 1.5) + 1.5 * drift);
    COMPARE_WITHIN(static_cast<double>(skipping.streams.at(0).timeouts) /
                       static_cast<double>(skipping.streams.at(0).count + skipping.streams.at(0).errors),
                   idle * drift * 2.5, 0.02);
    scenario.skipLate = false;
    const RunResult serving = simulate(scenario);
    QCOMPARE(serving.streams.at(0).count, 0ULL);
    QCOMPARE(serving.streams.at(0).wastedShare, 1.0);
}

/// M/M/1/2 at 0.5 while the limit is one: P(refused) = (1 - rho) rho^2 / (1 - rho^3) = 1/7; none before and after.
void GoldenClientsTest::wrongQueueLimit() {
    const RunResult run = simulate(golden("wrong-queue-limit"));
    QCOMPARE(errors(run, 0, 10), 0ULL);
    COMPARE_WITHIN(static_cast<double>(errors(run, 10, 20)), 5000.0 / 7, 0.15);
    QCOMPARE(errors(run, 20, 30), 0ULL);
}

QTEST_APPLESS_MAIN(GoldenClientsTest)
#include "golden_clients_test.moc"
