// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <cmath>

#include "estimator/figure/working.h"
#include "tests/estimator/outlook_support.h"

using namespace shardscape::estimator;
using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

const Headroom& headroom(const Outlook& outlook, const char* constraint) {
    for (const Headroom& one : outlook.headroom)
        if (one.constraint == constraint)
            return one;
    qFatal("no constraint %s", constraint);
}

const Rung& rung(const Outlook& outlook, const char* name) {
    for (const Rung& one : outlook.ladder)
        if (one.name == name)
            return one;
    qFatal("no rung %s", name);
}

const Duration& duration(const Outlook& outlook, const char* kind) {
    for (const Duration& one : outlook.durations)
        if (one.kind == kind)
            return one;
    qFatal("no duration %s", kind);
}

const ConsistencyEstimate& consistency(const Outlook& outlook, const char* pattern) {
    for (const ConsistencyEstimate& one : outlook.consistency)
        if (one.name == pattern)
            return one;
    qFatal("no pattern %s", pattern);
}

} // namespace

class OutlookTest : public QObject {
    Q_OBJECT

private slots:
    void storageFillsUp();
    void trafficFillsServers();
    void servicesEndAtTheHottestKey();
    void smallIdsRunOut();
    void nothingGrowsNothingEnds();
    void oneNodeSuffices();
    void biggerNodeBeforeShards();
    void shardsWhenNothingElseHelps();
    void replicasForReads();
    void othersSpread();
    void backfillAndCopies();
    void replayCatchesUpOrNever();
    void cacheWarmsUp();
    void quorumsMeetOrMiss();
    void followersAndIndexesLag();
};

void OutlookTest::storageFillsUp() {
    // 100 million rows and a million more a day, on two nodes with two copies whose disks take one and a half times the
    // bytes of now: 50 million rows later, 50 ÷ (365/12) = 1.64 months, is within the second month.
    const Project project =
        projectOf(kOrders, "-- table: orders rows=100M growth=1M/day\n\n-- name: Get :one\n-- rate: 10/s\nSELECT total "
                           "FROM orders WHERE id = $1;\n");
    Layout layout;
    layout.nodes = 2;
    layout.replicas = 2;
    layout.engine = "postgresql";
    const double bytes = estimate(project, engine("postgresql"), layout)->growth[0].bytes.value();
    const Case one =
        run(project, with(engine("postgresql"), "capacity.storage_per_node_bytes", bytes * 1.5 / 0.7), layout);
    const Headroom& storage = headroom(one.outlook, "storage");
    QVERIFY(within(storage.limit.value(), bytes * 1.5, 1e-9));
    QVERIFY(within(storage.used.value(), bytes, 1e-9));
    QVERIFY(within(storage.left.value(), 1.0 / 3, 1e-9));
    QCOMPARE(storage.reachedMonth, std::optional<int>(2));
    QCOMPARE(one.outlook.headroom.front().constraint, std::string("storage")); // the soonest comes first
    // On half of the nodes it holds half as much, so it is over already.
    layout.nodes = 1;
    layout.replicas = 1;
    const Case full =
        run(project, with(engine("postgresql"), "capacity.storage_per_node_bytes", bytes * 0.9 / 0.7), layout);
    QCOMPARE(headroom(full.outlook, "storage").reachedMonth, std::optional<int>(0));
    QVERIFY(headroom(full.outlook, "storage").left.value() < 0);
}

void OutlookTest::trafficFillsServers() {
    // Rates grow by 10 % a month: used × 1.1^m exceeds the limit from m = ⌊log(limit ÷ used) ÷ log 1.1⌋ + 1 on.
    const Project project = projectOf(kOrders, "-- table: orders rows=1M\n\n-- name: Put :exec\n-- rate: 500/s\nUPDATE "
                                               "orders SET total = $2 WHERE id = $1;\n");
    Layout layout;
    layout.nodes = 1;
    layout.replicas = 1;
    const Case one = run(project, engine("postgresql"), layout, {.trafficGrowthPerMonth = 0.1});
    const Headroom& writes = headroom(one.outlook, "writes");
    QVERIFY(within(writes.limit.value(), 8 * 0.7, 1e-12)); // servers of a node × how busy they may be
    const double months = std::log(writes.limit.value() / writes.used.value()) / std::log(1.1);
    QVERIFY(months > 5);
    QCOMPARE(writes.reachedMonth, std::optional<int>(static_cast<int>(std::floor(months)) + 1));
    // The same growth said by the project; the option is for once.
    Project growing = project;
    growing.requirements.trafficGrowthPerMonth = 0.1;
    QCOMPARE(headroom(run(growing, engine("postgresql"), layout).outlook, "writes").reachedMonth, writes.reachedMonth);
    QCOMPARE(headroom(run(growing, engine("postgresql"), layout, {.trafficGrowthPerMonth = 0}).outlook, "writes")
                 .reachedMonth,
             std::nullopt);
    // Without growth of the traffic the same rows ask the same work for ever.
    QCOMPARE(headroom(run(project, engine("postgresql"), layout).outlook, "writes").reachedMonth, std::nullopt);
}

void OutlookTest::servicesEndAtTheHottestKey() {
    // Half of 4,000 strong reads a second of a small item go to one of a thousand orders: 2,000 units of the 3,000 of a
    // partition. At 10 % more a month they are exceeded after log 1.5 ÷ log 1.1 = 4.25 months: in the fifth.
    const Case one =
        run(projectOf(kOrders, "-- table: orders rows=1000\n\n-- name: Get :one\n-- rate: 4000/s\n-- keys: id "
                               "hotset(0.001, 0.5)\n-- consistency: strong\nSELECT total FROM orders WHERE "
                               "id = $1;\n"),
            engine("dynamodb"), {}, {.trafficGrowthPerMonth = 0.1});
    const Headroom& hot = headroom(one.outlook, "reads of the hottest orders.id");
    QVERIFY(within(hot.used.value(), 2000, 1e-9));
    QCOMPARE(hot.limit.value(), 3000.0);
    QCOMPARE(hot.reachedMonth, std::optional<int>(5));
    for (const Headroom& limit : one.outlook.headroom)
        QVERIFY(limit.constraint != "storage"); // the service splits partitions by itself
}

void OutlookTest::smallIdsRunOut() {
    // 2^31 − 1 − 2,000,000,000 = 147,483,647 ids left, a million a day: 147.5 days, in the fifth month (4.85).
    // Retention does not give ids back.
    const Case one = run(projectOf("CREATE TABLE events (id serial PRIMARY KEY, at timestamptz NOT NULL);",
                                   "-- table: events rows=2G growth=1M/day\n"),
                         engine("postgresql"));
    QCOMPARE(headroom(one.outlook, "ids of events.id").reachedMonth, std::optional<int>(5));
    const Case kept = run(projectOf("CREATE TABLE events (id serial PRIMARY KEY, at timestamptz NOT NULL);",
                                    "-- table: events rows=30M growth=1M/day retention=30d\n"),
                          engine("postgresql"));
    // (2,147,483,647 − 30,000,000) ÷ 1,000,000 a day ÷ (365/12) = 69.6 months.
    QCOMPARE(headroom(kept.outlook, "ids of events.id").reachedMonth, std::optional<int>(70));
}

void OutlookTest::nothingGrowsNothingEnds() {
    for (const char* name : {"postgresql", "cassandra", "dynamodb", "redis"}) {
        const Case one = run(projectOf(kOrders, "-- table: orders rows=1M\n\n-- name: Get :one\n-- rate: 10/s\nSELECT "
                                                "total FROM orders WHERE id = $1;\n"),
                             engine(name));
        QVERIFY(!one.outlook.headroom.empty());
        for (const Headroom& limit : one.outlook.headroom) {
            QVERIFY2(!limit.reachedMonth, (std::string(name) + " " + limit.constraint).c_str());
            QVERIFY(limit.left.value() > 0 && limit.left.value() <= 1);
            QVERIFY(!workingText(limit.left).empty());
        }
    }
}

void OutlookTest::oneNodeSuffices() {
    Layout layout;
    layout.replicas = 1;
    const Case one = run(projectOf(kOrders, "-- table: orders rows=1M\n\n-- name: Get :one\n-- rate: 100/s\nSELECT "
                                            "total FROM orders WHERE id = $1;\n"),
                         engine("postgresql"), layout);
    QCOMPARE(rung(one.outlook, "one node").state, Rung::State::Climbed);
    for (const char* name : {"bigger node", "replicas", "partitioned tables", "shards", "distributed SQL"})
        QVERIFY2(rung(one.outlook, name).state == Rung::State::NotNeeded, name);
    // Copies that nobody needs for reads are still said to be asked for.
    layout.replicas = 3;
    const Case three = run(one.project, engine("postgresql"), layout);
    QCOMPARE(rung(three.outlook, "replicas").state, Rung::State::Climbed);
    QCOMPARE(rung(three.outlook, "replicas").nodes, 3.0);
    QVERIFY(rung(three.outlook, "replicas").why.find("as you asked") != std::string::npos);
}

void OutlookTest::biggerNodeBeforeShards() {
    // About 2 TB where a node may fill 0.7 of 1 TB: 3 times a node. A volume of 16 TiB is 17.6 times its disk.
    const Case one =
        run(projectOf("CREATE TABLE users (id bigint PRIMARY KEY, profile text NOT NULL);",
                      "-- table: users rows=1G\n-- column: users.profile avg=1960B max=1960B\n\n-- name: Get :one\n-- "
                      "rate: 100/s\nSELECT profile FROM users WHERE id = $1;\n"),
            engine("postgresql"));
    QCOMPARE(rung(one.outlook, "one node").state, Rung::State::NotEnough);
    QCOMPARE(rung(one.outlook, "bigger node").state, Rung::State::Climbed);
    QVERIFY(within(rung(one.outlook, "bigger node").need.value(), 2.07e12, 0.03));
    QCOMPARE(rung(one.outlook, "shards").state, Rung::State::NotNeeded);
    QVERIFY(rung(one.outlook, "shards").why.find("not yet") != std::string::npos);
    QCOMPARE(rung(one.outlook, "partitioned tables").state, Rung::State::Climbed); // 2 TB exceed 32 GiB of memory
}

void OutlookTest::shardsWhenNothingElseHelps() {
    // 2 × 10^10 rows of 2 kB are 41 TB: 58 times 0.7 TB, and the largest volume is 17.6 times 1 TB.
    const Case bytes =
        run(projectOf("CREATE TABLE users (id bigint PRIMARY KEY, profile text NOT NULL);",
                      "-- table: users rows=20G\n-- column: users.profile avg=1960B max=1960B\n\n-- name: Get :one\n-- "
                      "rate: 100/s\nSELECT profile FROM users WHERE id = $1;\n"),
            engine("postgresql"));
    QCOMPARE(rung(bytes.outlook, "bigger node").state, Rung::State::NotEnough);
    QCOMPARE(rung(bytes.outlook, "shards").state, Rung::State::Climbed);
    QCOMPARE(rung(bytes.outlook, "shards").nodes, bytes.numbers.nodes.count.value());
    // 200,000 updates a second of at least 408 µs keep 81.6 servers busy and more; 64 cores × 0.7 are 44.8.
    const Case writes = run(projectOf(kOrders, "-- table: orders rows=1M\n\n-- name: Put :exec\n-- rate: "
                                               "200k/s\nUPDATE orders SET total = $2 WHERE id = $1;\n"),
                            engine("postgresql"));
    QCOMPARE(rung(writes.outlook, "bigger node").state, Rung::State::NotEnough);
    QCOMPARE(rung(writes.outlook, "shards").state, Rung::State::Climbed);
}

void OutlookTest::replicasForReads() {
    // 200,000 reads a second of 100 µs that may be stale: 20 servers busy, 5.6 on a node: 4 replicas beside the leader.
    const Case one = run(projectOf(kOrders, "-- table: orders rows=1M\n\n-- name: Get :one\n-- rate: 200k/s\n-- "
                                            "consistency: eventual\nSELECT total FROM orders WHERE id = $1;\n"),
                         engine("postgresql"));
    QCOMPARE(rung(one.outlook, "one node").state, Rung::State::NotEnough);
    QCOMPARE(rung(one.outlook, "bigger node").state, Rung::State::NotNeeded);
    QCOMPARE(rung(one.outlook, "replicas").state, Rung::State::Climbed);
    QVERIFY(within(rung(one.outlook, "replicas").need.value(), 20, 0.05));
    QCOMPARE(rung(one.outlook, "replicas").nodes, 5.0);
    QCOMPARE(rung(one.outlook, "shards").state, Rung::State::NotNeeded);
}

void OutlookTest::othersSpread() {
    const Project project = projectOf(kOrders, "-- table: orders rows=1M\n\n-- name: Put :exec\n-- rate: 100k/s\n"
                                               "INSERT INTO orders (id, user_id, total) VALUES ($1, $2, $3);\n");
    const Case cassandra = run(project, engine("cassandra"));
    QCOMPARE(rung(cassandra.outlook, "more nodes").state, Rung::State::Climbed);
    QCOMPARE(rung(cassandra.outlook, "more nodes").nodes, cassandra.numbers.nodes.count.value());
    const Case dynamodb = run(project, engine("dynamodb"));
    QCOMPARE(rung(dynamodb.outlook, "more partitions").state, Rung::State::Climbed);
}

void OutlookTest::backfillAndCopies() {
    // A million rows × (0.11 µs read + 3.5 µs + one index × 60 µs) = 63.61 s of work over 1 node × 8 servers × 0.7
    // = 5.6: 11.36 s.
    Layout layout;
    layout.replicas = 1;
    const Case one = run(projectOf("CREATE TABLE t (id bigint PRIMARY KEY, a int);", "-- table: t rows=1M\n"),
                         engine("postgresql"), layout);
    QVERIFY(within(duration(one.outlook, "backfill").seconds.value(), 63.61 / 5.6, 1e-9));
    // One node's bytes at 125 MB/s; doubling the shards moves half of them.
    const double bytes = one.numbers.storageNow.value();
    QVERIFY(within(duration(one.outlook, "new replica").seconds.value(), bytes / 125e6, 1e-9));
    QVERIFY(within(duration(one.outlook, "reshard").seconds.value(), bytes / 250e6, 1e-9));
}

void OutlookTest::replayCatchesUpOrNever() {
    // 1,000 events a second kept for 30 days are 2.592 billion. Of 5.6 servers some are busy with the inserts; a row
    // takes 3.5 + 60 µs.
    const auto log = [](const char* rate) {
        return projectOf("CREATE TABLE log (id bigint PRIMARY KEY, body text);",
                         std::string("-- table: log rows=0 retention=30d\n\n-- name: Append :exec\n-- rate: ") + rate +
                             "\nINSERT INTO log (id, body) VALUES ($1, $2);\n");
    };
    Layout layout;
    layout.replicas = 1;
    layout.nodes = 1;
    const Case one = run(log("1000/s"), engine("postgresql"), layout);
    const double free = 8 * (0.7 - one.numbers.meanUtilisation.value());
    QVERIFY(within(duration(one.outlook, "replay").seconds.value(), 2.592e9 / (free / 63.5e-6 - 1000), 1e-9));
    // The sources' 30 days × a million a second are 2.6 trillion; one node never catches up.
    const Case never = run(log("1M/s"), engine("postgresql"), layout);
    QVERIFY(std::isinf(duration(never.outlook, "replay").seconds.value()));
    for (const Figure& input : duration(never.outlook, "replay").seconds.inputs())
        if (input.name() == "rows to replay")
            QVERIFY(within(input.value(), 2.592e12, 1e-9));
}

void OutlookTest::cacheWarmsUp() {
    // 1,000 equally popular keys asked for 1,000 times a second, all of which fit: after t seconds 1 − e^(−t) of the
    // requests hit; nine tenths after ln 10 = 2.303 s.
    Layout layout;
    layout.cache = true;
    const Case one = run(projectOf("CREATE TABLE t (id bigint PRIMARY KEY, a int);",
                                   "-- table: t rows=1000\n\n-- name: Get :one\n-- rate: 1000/s\n-- consistency: "
                                   "eventual\nSELECT a FROM t WHERE id = $1;\n"),
                         engine("postgresql"), layout);
    QVERIFY(within(one.numbers.patterns[0].hitRatio.value(), 1, 1e-3));
    QVERIFY(within(duration(one.outlook, "warm-up").seconds.value(), std::log(10.0), 2e-3));
}

void OutlookTest::quorumsMeetOrMiss() {
    const auto project = [](const char* writes) {
        return projectOf(kOrders,
                         std::string("-- table: orders rows=1M\n\n-- name: Get :one\n-- rate: 10/s\n-- "
                                     "consistency: strong\nSELECT total FROM orders WHERE id = $1;\n\n-- name: "
                                     "Put :exec\n-- rate: 10/s\n-- consistency: ") +
                             writes + "\nUPDATE orders SET total = $2 WHERE id = $1;\n");
    };
    // Two of three read and two of three written: 2 + 2 > 3.
    const Case strong = run(project("strong"), engine("cassandra"));
    QCOMPARE(consistency(strong.outlook, "Get").obtained, Freshness::Latest);
    QVERIFY(consistency(strong.outlook, "Get").met);
    // Written to one: 2 + 1 = 3, they may miss each other.
    const Case weak = run(project("eventual"), engine("cassandra"));
    QCOMPARE(consistency(weak.outlook, "Get").obtained, Freshness::Eventual);
    QVERIFY(!consistency(weak.outlook, "Get").met);
    QVERIFY(consistency(weak.outlook, "Get").why.find("Put") != std::string::npos);
}

void OutlookTest::followersAndIndexesLag() {
    const auto bounded = [](const char* bound) {
        return projectOf(kOrders, std::string("-- table: orders rows=1M\n\n-- name: Get :one\n-- rate: 10/s\n-- "
                                              "consistency: bounded(") +
                                      bound + ")\nSELECT total FROM orders WHERE id = $1;\n");
    };
    // A follower lags by 10 ms.
    const Case second = run(bounded("1s"), engine("postgresql"));
    QVERIFY(consistency(second.outlook, "Get").met);
    QVERIFY(within(consistency(second.outlook, "Get").staleness.value(), 0.010, 1e-9));
    const Case fast = run(bounded("5ms"), engine("postgresql"));
    QVERIFY(!consistency(fast.outlook, "Get").met);
    // A global index has no strong reads.
    const Case index = run(projectOf(kOrders, "-- table: orders rows=1M\n-- column: orders.user_id distinct=10k\n\n-- "
                                              "name: OfUser :many\n-- rate: 10/s\n-- consistency: strong\nSELECT id, "
                                              "total FROM orders WHERE user_id = $1 LIMIT 20;\n\n-- name: Get :one\n-- "
                                              "rate: 10/s\n-- consistency: strong\nSELECT total FROM orders WHERE id = "
                                              "$1;\n"),
                           engine("dynamodb"));
    QVERIFY(!consistency(index.outlook, "OfUser").met);
    QVERIFY(consistency(index.outlook, "Get").met);
}

QTEST_APPLESS_MAIN(OutlookTest)
#include "outlook_test.moc"
