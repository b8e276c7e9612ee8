// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <array>
#include <cmath>

#include "estimator/latency/queue.h"
#include "tests/support/estimating.h"
#include "tests/support/folders.h"

using namespace shardscape::estimator;
using shardscape::tests::within;

namespace {

Tail exponential(double mean) {
    return {[mean](double t) { return std::exp(-t / mean); }, mean};
}

Tail sojourn(int servers, double rho) {
    const NodeQueue queue(servers, rho * servers, 1);
    return {[queue](double t) { return queue.sojournTail(t, 1); }, 1};
}

/// Shares of 16 nodes of the two reference workloads, computed from key weights and routing without sampling.
constexpr std::array kShares1{0.059715, 0.042641, 0.055580, 0.136008, 0.055501, 0.084774, 0.057898, 0.049310,
                              0.052015, 0.062730, 0.050469, 0.083473, 0.045952, 0.061698, 0.053054, 0.049182};
constexpr std::array kShares2{0.062187, 0.062484, 0.062680, 0.062485, 0.062613, 0.062584, 0.062830, 0.062134,
                              0.062559, 0.062627, 0.062417, 0.062516, 0.062093, 0.062951, 0.062734, 0.062106};

/// The tables hold numbers of many digits as texts.
double number(const QJsonValue& value) {
    return value.toVariant().toString().toDouble();
}

template <std::size_t N> Tail cluster(const std::array<double, N>& shares, double arrivals) {
    std::vector<std::pair<double, Tail>> parts;
    for (double share : shares) {
        const NodeQueue queue(4, arrivals * share, 1);
        parts.emplace_back(share, Tail{[queue](double t) { return queue.sojournTail(t, 1); }, 1});
    }
    return mixture(std::move(parts));
}

} // namespace

/// Queueing against closed forms and published tables.
class QueueTest : public QObject {
    Q_OBJECT

private slots:
    void erlang();
    void singleServer();
    void fourServers();
    void referenceClusters();
    void overloadIsInfinite();
    void orderStatistics();
    void sumsOfSteps();
    void mixedServiceTimes();
    void publishedTables();
};

void QueueTest::erlang() {
    QVERIFY(within(erlangC(4, 2.4), 0.2870431894, 1e-9));
    QVERIFY(within(erlangC(1, 0.7), 0.7, 1e-12)); // M/M/1 waits with probability rho
    QVERIFY(within(erlangC(2, 1.0), 1.0 / 3, 1e-12));
    QCOMPARE(erlangC(3, 3.5), 1.0);
}

void QueueTest::singleServer() {
    // M/M/1: T is exponential with rate mu(1 - rho): p99 = -ln(0.01)/(1 - rho), mean 1/(1 - rho).
    const Tail tail = sojourn(1, 0.9);
    QVERIFY(within(quantile(tail, 0.99), 46.0517018598809, 1e-8));
    QVERIFY(within(quantile(tail, 0.5), 6.93147180559945, 1e-8));
    QVERIFY(within(mean(tail), 10, 1e-5));
}

void QueueTest::fourServers() {
    const Tail tail = sojourn(4, 0.6);
    QVERIFY(within(mean(tail), 1.179402, 2e-6));
    for (const auto& [q, expected] : {std::pair{0.5, 0.871071},
                                      {0.9, 2.624178},
                                      {0.95, 3.342156},
                                      {0.99, 4.979691},
                                      {0.999, 7.294645},
                                      {0.9999, 9.600284}})
        QVERIFY(within(quantile(tail, q), expected, 1e-6));
}

void QueueTest::referenceClusters() {
    // 16 nodes of 4 servers, exponential 1 ms, exact answers by another program to seven digits; shares have six
    // digits.
    const Tail skewed = cluster(kShares1, 26.88);
    for (const auto& [q, expected] :
         {std::pair{0.5, 0.856361}, {0.9, 3.090122}, {0.95, 4.338878}, {0.99, 8.288874}, {0.999, 14.913526}})
        QVERIFY(within(quantile(skewed, q), expected, 2e-4));
    QVERIFY(within(mean(skewed), 1.365922, 2e-4));
    const Tail even = cluster(kShares2, 38.4);
    for (const auto& [q, expected] : {std::pair{0.5, 0.871097}, {0.95, 3.342255}, {0.99, 4.979825}, {0.999, 7.294806}})
        QVERIFY(within(quantile(even, q), expected, 5e-6));
    QVERIFY(within(mean(even), 1.179437, 5e-6));
}

void QueueTest::overloadIsInfinite() {
    const NodeQueue queue(4, 4.2, 1);
    QVERIFY(queue.overloaded());
    QVERIFY(std::isinf(queue.meanWait()));
    const Tail tail{[queue](double t) { return queue.sojournTail(t, 1); }, 1};
    QVERIFY(std::isinf(quantile(tail, 0.5)));
    // A twentieth of the requests go to the overloaded node: p50 is finite, p99 is not.
    const Tail mixed = mixture({{0.95, exponential(1)}, {0.05, tail}});
    QVERIFY(std::isfinite(quantile(mixed, 0.5)));
    QVERIFY(std::isinf(quantile(mixed, 0.99)));
    QVERIFY(std::isinf(mean(mixed)));
    QVERIFY(std::isinf(quantile(sum(exponential(1), tail), 0.5)));
    // An idle node answers in its service time.
    QCOMPARE(NodeQueue(4, 0, 1).sojournTail(1, 1), std::exp(-1.0));
}

void QueueTest::orderStatistics() {
    // Exp(1): mean of the k-th of n is Σ 1/i for i = n−k+1 … n; the maximum's quantile is −ln(1 − q^(1/n)).
    for (const auto& [n, k, expected, p99] : {std::tuple{3.0, 1.0, 0.333333, 1.535057},
                                              {3.0, 2.0, 0.833333, 2.831861},
                                              {3.0, 3.0, 1.833333, 5.700436},
                                              {5.0, 3.0, 0.783333, 2.24772},
                                              {10.0, 10.0, 2.928968, 6.903237},
                                              {100.0, 100.0, 5.187378, 9.20537}}) {
        const Tail tail = kthOf(exponential(1), k, n);
        QVERIFY(within(mean(tail), expected, 2e-6));
        QVERIFY(within(quantile(tail, 0.99), p99, 1e-6));
    }
    // 100 leaves of M/M/4 at 60 %: p99 9.5953.
    QVERIFY(within(quantile(kthOf(sojourn(4, 0.6), 100, 100), 0.99), 9.5953, 1e-5));
}

void QueueTest::sumsOfSteps() {
    // Two Exp(1) are Erlang-2: P(T > t) = e^-t (1 + t); its p99 is 6.638352, its median 1.678347.
    const Tail two = sum(exponential(1), exponential(1));
    QVERIFY(within(quantile(two, 0.99), 6.638352, 0.002));
    QVERIFY(within(quantile(two, 0.5), 1.678347, 0.002));
    QVERIFY(within(mean(two), 2, 0.002));
    // Exp(1) and Exp(10) (means): P = (10 e^(-t/10) − e^-t)/9, p99 = 10 ln(1000/9) to 1e-6.
    QVERIFY(within(quantile(sum(exponential(1), exponential(10)), 0.99), 10 * std::log(1000.0 / 9), 0.01));
}

void QueueTest::mixedServiceTimes() {
    // M/H2/1 with cv² = 4 at 0.8: Pollaczek and Khinchine give a mean wait of rho (1 + cv²)/(2(1 − rho)) = 10.
    QVERIFY(within(NodeQueue(1, 0.8, 1, 4).meanWait(), 10, 1e-9));
    // Deterministic: half of M/M/1's 4.
    QVERIFY(within(NodeQueue(1, 0.8, 1, 0).meanWait(), 2, 1e-9));
}

void QueueTest::publishedTables() {
    const QString shared = shardscape::tests::sharedFolder();
    if (shared.isEmpty())
        QSKIP(qPrintable(shardscape::tests::whyNoSharedFolder()));
    QFile file(shared + "/corpus/public/queueing/truth.json");
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the tables of queueing are not in the shared folder");
    const QJsonObject truth = QJsonDocument::fromJson(file.readAll()).object();
    int checked = 0;
    for (const QJsonValue& value : truth["MMc"].toArray()) {
        const QJsonObject row = value.toObject();
        const int servers = static_cast<int>(number(row["c"]));
        const Tail tail = sojourn(servers, number(row["rho"]));
        QVERIFY(within(erlangC(servers, servers * number(row["rho"])), number(row["erlangC"]), 1e-9));
        for (const auto& [key, q] :
             {std::pair{"T_p50.0", 0.5}, {"T_p90.0", 0.9}, {"T_p95.0", 0.95}, {"T_p99.0", 0.99}, {"T_p99.9", 0.999}}) {
            if (!row.contains(key))
                continue;
            QVERIFY(within(quantile(tail, q), number(row[key]), 1e-7));
            ++checked;
        }
    }
    for (const QJsonValue& value : truth["scatter_gather_max_of_n_exp1"].toArray()) {
        const QJsonObject row = value.toObject();
        const double n = number(row["n"]);
        QVERIFY(within(quantile(kthOf(exponential(1), n, n), 0.99), number(row["p99.0"]), 1e-8));
        ++checked;
    }
    QVERIFY(checked > 60);
}

QTEST_APPLESS_MAIN(QueueTest)
#include "queue_test.moc"
