// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Nodes are added and taken away while they serve: how much moves, how long it takes, and what it does to latency.
#include <QtTest>

#include <map>
#include <set>

#include "simulator/cluster/moves.h"
#include "simulator/scenario/scenario_json.h"
#include "tests/simulator/scenarios.h"

using namespace shardscape::simulator;

namespace {

/// Three nodes of one partition each and a fourth that holds nothing; 1,800 requests a second of 1 ms over 100,000
/// keys: M/M/1 at 0.6. Jump hashing, 4 GB, 10 MB/s: the newcomer takes 1 GB, which lasts 100 s.
Scenario growing() {
    Scenario scenario = cluster(4, 1, 1800, exponential(), 0);
    scenario.durationSeconds = 300;
    scenario.windows = 30;
    scenario.tables.front().partitions = 3;
    scenario.tables.front().router.kind = "jump";
    scenario.streams.front().keys = uniform(100'000);
    Rebalancing rebalance;
    rebalance.atSeconds = 100;
    rebalance.add = {"n3"};
    rebalance.by = MoveBy::Keys;
    rebalance.bytes = 4e9;
    rebalance.bytesPerSecond = 1e7;
    rebalance.chunkMs = 0;
    scenario.rebalances = {rebalance};
    return scenario;
}

double medianMs(const RunResult& result, std::size_t first, std::size_t last) {
    double sum = 0;
    for (std::size_t i = first; i < last; ++i)
        sum += result.series[i].streams[0].p50Ms;
    return sum / static_cast<double>(last - first);
}
double utilisation(const RunResult& result, std::size_t node, std::size_t first, std::size_t last) {
    double sum = 0;
    for (std::size_t i = first; i < last; ++i)
        sum += result.series[i].nodeUtilisation[node];
    return sum / static_cast<double>(last - first);
}
std::string problem(const Scenario& scenario) {
    const auto checked = checkScenario(scenario);
    return checked ? std::string() : checked.error().text();
}

} // namespace

class RebalanceTest : public QObject {
    Q_OBJECT
private slots:
    void sharesAndDuration_data() {
        QTest::addColumn<QString>("router");
        QTest::addColumn<bool>("lose");
        QTest::addColumn<double>("share");
        QTest::addColumn<double>("tolerance");
        // 100,000 keys: four standard deviations are 4 sqrt(p (1-p) / 100,000), at most 0.0063. A ring of 128 points
        // varies by 1/sqrt(128) = 9 % of a share in addition.
        QTest::newRow("mod 3 + 1") << "hash-mod" << false << 0.75 << 0.0063;
        QTest::newRow("jump 3 + 1") << "jump" << false << 0.25 << 0.0063;
        QTest::newRow("rendezvous 3 + 1") << "rendezvous" << false << 0.25 << 0.0063;
        QTest::newRow("ring 3 + 1") << "consistent" << false << 0.25 << 0.0063 + 4 * 0.09 * 0.25;
        QTest::newRow("mod 4 - 1") << "hash-mod" << true << 0.75 << 0.0063;
        // A lost number is taken over by the last node: a quarter for it, and two thirds of the last one's quarter.
        QTest::newRow("jump 4 - 1") << "jump" << true << 0.25 * (1 + 2.0 / 3) << 0.0063;
        QTest::newRow("rendezvous 4 - 1") << "rendezvous" << true << 0.25 << 0.0063;
        QTest::newRow("ring 4 - 1") << "consistent" << true << 0.25 << 0.0063 + 4 * 0.09 * 0.25;
    }
    void sharesAndDuration() {
        QFETCH(QString, router);
        QFETCH(bool, lose);
        QFETCH(double, share);
        QFETCH(double, tolerance);
        Scenario scenario = growing();
        scenario.durationSeconds = 1;
        scenario.tables.front().router.kind = router.toStdString();
        Rebalancing& rebalance = scenario.rebalances.front();
        if (lose) {
            scenario.tables.front().partitions = 4;
            rebalance.add = {};
            rebalance.lose = {"n1"};
        }
        const RebalanceResult result = simulate(scenario).rebalances.at(0);
        QVERIFY2(std::abs(result.movedShare - share) < tolerance, QByteArray::number(result.movedShare).constData());
        QVERIFY(std::abs(result.movedBytes / (4e9 * result.movedShare) - 1) < 1e-6);
        // One end of all transfers where a good scheme adds or takes away one node: it works at full speed.
        if (router != "hash-mod" && !(lose && router == "jump"))
            QVERIFY(std::abs((result.toSeconds - result.fromSeconds) * 1e7 / result.movedBytes - 1) < 1e-6);
        else
            QVERIFY((result.toSeconds - result.fromSeconds) * 1e7 < result.movedBytes);
    }

    /// M/M/1 at 0.6 has a median of ln 2 / 0.4 ms, at 0.45 of ln 2 / 0.55 ms. 180,000 requests know it to about 1 %,
    /// and keys are even to 0.5 %.
    void latencyBeforeAndAfter() {
        const RunResult result = simulate(growing());
        COMPARE_WITHIN(medianMs(result, 0, 10), std::log(2.0) / 0.4, 0.03);
        COMPARE_WITHIN(medianMs(result, 20, 30), std::log(2.0) / 0.55, 0.03);
        COMPARE_WITHIN(result.rebalances.at(0).toSeconds, 200.0, 0.03);
        QCOMPARE(utilisation(result, 3, 0, 10), 0.0);
        for (std::size_t node = 0; node < 4; ++node)
            QVERIFY(std::abs(utilisation(result, node, 21, 30) - 0.45) < 0.02);
        // In the middle half of the keys that move have moved: 0.6 - 0.075 and 0.225.
        QVERIFY(std::abs(utilisation(result, 0, 14, 16) - 0.525) < 0.03);
        QVERIFY(std::abs(utilisation(result, 3, 14, 16) - 0.225) < 0.03);
    }

    /// A thousand chunks of 20 ms in 100 s: the receiver is busy with them for a fifth of the time, each of the three
    /// senders for a fifteenth.
    void movingIsWork() {
        Scenario scenario = growing();
        scenario.rebalances.front().chunkMs = 20;
        const RunResult result = simulate(scenario);
        QVERIFY(std::abs(utilisation(result, 0, 14, 16) - (0.525 + 0.0667)) < 0.03);
        QVERIFY(std::abs(utilisation(result, 3, 14, 16) - (0.225 + 0.2)) < 0.03);
        QVERIFY(std::abs(utilisation(result, 0, 21, 30) - 0.45) < 0.02); // over
        std::uint64_t operations = 0;
        for (const NodeResult& node : result.nodes)
            operations += node.operations;
        QCOMPARE(operations, result.requests); // chunks are no requests
        // Requests wait behind chunks: the mean of an M/G/1 whose arrivals are 525 and 3.33 a second is about
        // 1 + (0.525 x 2 + 0.0667 x 20 ms) / 2 (1 - 0.592) = 3.9 ms where it was 2.1 without them.
        const RunResult idle = simulate(growing());
        QVERIFY(result.series[15].streams[0].p99Ms > 1.3 * idle.series[15].streams[0].p99Ms);
    }

    /// Of 1,800 requests a second a quarter times the share that has moved asks the old node first: 22,500 in 100 s on
    /// average, give or take 150 and the half percent by which keys are uneven.
    void movedKeysAreRedirected() {
        Scenario scenario = growing();
        scenario.rebalances.front().redirectMs = 100;
        const RunResult result = simulate(scenario);
        QVERIFY(std::abs(double(result.rebalances.at(0).redirected) - 22'500) < 700);
        // More than a percent of the requests of a late window: its 99th percentile shows it, and none before or after.
        QVERIFY(result.series[18].streams[0].p99Ms > 100);
        QVERIFY(result.series[9].streams[0].p99Ms < 50 && result.series[21].streams[0].p99Ms < 50);
    }

    /// 64 partitions of three replicas on four nodes are 48 places each; six nodes have 32: 64 of 192 places move.
    void partitionsMoveAsFewAsPossible() {
        Scenario scenario = cluster(6, 4, 3000, exponential(), 0);
        scenario.durationSeconds = 40;
        scenario.windows = 40;
        Table& table = scenario.tables.front();
        table.partitions = 64;
        table.replicas = 3;
        table.router.kind = "hash-mod";
        scenario.streams.front().keys = uniform(100'000);
        scenario.streams.front().steps.front().ask = 1;
        scenario.streams.front().steps.front().quorum = 1;
        Rebalancing rebalance;
        rebalance.atSeconds = 10;
        rebalance.add = {"n4", "n5"};
        rebalance.bytes = 64e6;
        rebalance.bytesPerSecond = 3.2e6; // 32 MB for each newcomer: ten seconds
        rebalance.chunkMs = 0.1;
        scenario.rebalances = {rebalance};
        const RunResult result = simulate(scenario);
        QVERIFY(std::abs(result.rebalances.at(0).movedShare - 1.0 / 3) < 1e-12);
        COMPARE_WITHIN(result.rebalances.at(0).toSeconds, 20.0, 1e-6);
        // 3,000/s x 1 ms on sixteen and on twenty-four servers, any replica being asked.
        for (std::size_t node = 0; node < 6; ++node) {
            QVERIFY(std::abs(utilisation(result, node, 0, 10) - (node < 4 ? 0.1875 : 0.0)) < 0.02);
            QVERIFY(std::abs(utilisation(result, node, 21, 40) - 0.125) < 0.02);
        }
        // The other way round.
        rebalance.add = {};
        rebalance.lose = {"n1"};
        scenario.rebalances = {rebalance};
        const RunResult fewer = simulate(scenario);
        QVERIFY(std::abs(fewer.rebalances.at(0).movedShare - 1.0 / 6) < 1e-12);
        QVERIFY(utilisation(fewer, 1, 0, 10) > 0.1);
        const auto over = static_cast<std::size_t>(std::ceil(fewer.rebalances.at(0).toSeconds)) + 1;
        QCOMPARE(utilisation(fewer, 1, over, 40), 0.0);
    }

    void replicasStayApart() {
        std::vector<std::uint32_t> places;
        for (std::uint32_t p = 0; p < 50; ++p)
            for (std::uint32_t r = 0; r < 3; ++r)
                places.push_back((p + r) % 5);
        for (const std::vector<std::uint32_t>& nodes :
             std::vector<std::vector<std::uint32_t>>{{0, 1, 2, 3, 4, 5}, {0, 2, 3, 4}, {0, 2, 4}, {1, 3, 5, 6, 7}}) {
            const std::vector<std::uint32_t> dealt = dealReplicasAnew(places, 3, nodes);
            std::map<std::uint32_t, int> has;
            for (std::size_t i = 0; i < dealt.size(); i += 3)
                QCOMPARE((std::set<std::uint32_t>{dealt[i], dealt[i + 1], dealt[i + 2]}).size(), std::size_t{3});
            for (std::uint32_t node : dealt)
                ++has[node];
            for (const auto& [node, count] : has) {
                QVERIFY(std::find(nodes.begin(), nodes.end(), node) != nodes.end());
                QVERIFY(std::abs(count - 150.0 / static_cast<double>(nodes.size())) <= 2);
            }
        }
    }

    void sameSeedSameBytes() {
        Scenario scenario = growing();
        scenario.durationSeconds = 150;
        scenario.rebalances.front().chunkMs = 1;
        QCOMPARE(simulate(scenario).fingerprint, simulate(scenario).fingerprint);
        const auto read = readScenario(writeScenario(scenario));
        QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
        QVERIFY(*read == scenario);
    }

    void refusals() {
        Scenario scenario = growing();
        QCOMPARE(problem(scenario), std::string());
        scenario.rebalances.front().add = {"n9"};
        QVERIFY(problem(scenario).find("rebalances[0]") != std::string::npos);
        scenario.rebalances.front().add = {};
        QVERIFY(!problem(scenario).empty());
        scenario = growing();
        scenario.rebalances.front().lose = {"n3"};
        QVERIFY(problem(scenario).find("added and lost") != std::string::npos);
        scenario = growing();
        scenario.rebalances.front().table = "x";
        QVERIFY(problem(scenario).find("no table") != std::string::npos);
        scenario = growing();
        scenario.tables.front().partitions = 8;
        QVERIFY(problem(scenario).find("every node is a partition") != std::string::npos);
        scenario = growing();
        scenario.rebalances.push_back(scenario.rebalances.front());
        QVERIFY(problem(scenario).find("already") != std::string::npos);
        scenario = growing();
        scenario.tables.front().router.kind = "range";
        QVERIFY(problem(scenario).find("does not count nodes") != std::string::npos);
        scenario = growing();
        scenario.rebalances.front().chunkBytes = 1;
        QVERIFY(problem(scenario).find("chunks are too many") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(RebalanceTest)
#include "rebalance_test.moc"
