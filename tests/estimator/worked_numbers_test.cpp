// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <cmath>

#include "estimator/summary/estimate.h"
#include "model/exchange/import/import.h"
#include "tests/support/estimating.h"

using namespace shardscape::estimator;
using namespace shardscape::model;
using shardscape::tests::engine;
using shardscape::tests::projectOf;
using shardscape::tests::within;

namespace {

/// The profile with a constant of the case's own, as a user's override has it.
EngineProfile with(EngineProfile profile, const char* key, double value) {
    profile.constants[key] = {value, "as the case states", Evidence::Common};
    return profile;
}

Estimate run(const Project& project, const EngineProfile& profile, Layout layout = {}) {
    layout.engine = profile.name;
    auto result = estimate(project, profile, layout);
    if (!result)
        qFatal("%s", result.error().text().c_str());
    return std::move(*result);
}

const StructureEstimate& structure(const Estimate& estimate, const char* name) {
    auto at = std::find_if(estimate.structures.begin(), estimate.structures.end(),
                           [&](const StructureEstimate& s) { return s.name == name; });
    if (at == estimate.structures.end())
        qFatal("no structure %s", name);
    return *at;
}

const PatternEstimate& pattern(const Estimate& estimate, const char* name) {
    auto at = std::find_if(estimate.patterns.begin(), estimate.patterns.end(),
                           [&](const PatternEstimate& p) { return p.name == name; });
    if (at == estimate.patterns.end())
        qFatal("no pattern %s", name);
    return *at;
}

double nodesFor(const Estimate& estimate, const char* constraint) {
    for (const NodeConstraint& one : estimate.nodes.constraints)
        if (one.name == constraint)
            return one.nodes.value();
    return -1;
}

const Figure* find(const Figure& figure, const std::string& name) {
    if (figure.name() == name)
        return &figure;
    for (const Figure& input : figure.inputs())
        if (const Figure* found = find(input, name))
            return found;
    return nullptr;
}

} // namespace

/// The sums that texts on data modelling do, each out of a model: schema, workload and layout in, figures out.
class WorkedNumbersTest : public QObject {
    Q_OBJECT

private slots:
    void readHeavyServiceBehindACache();
    void billionUsers();
    void hashShards();
    void readsAndWritesShareProcessors();
    void fanOutOnWrite();
    void celebrity();
    void vehicles();
    void impressions();
    void events();
    void devicePoints();
    void dayPartition();
    void replay();
    void tenIndexes();
};

void WorkedNumbersTest::readHeavyServiceBehindACache() {
    // 35,000 reads to 500 writes = 70 to 1. 80 % hits leave 35,000 × 0.2 = 7,000/s; at 10,000 indexed reads a second a
    // node (100 µs at one server) 70 % of one node: one replica for reads, and the primary.
    const Project project = projectOf("CREATE TABLE items (id bigint PRIMARY KEY, body text NOT NULL);",
                                      "-- table: items rows=10M\n\n-- name: GetItem :one\n-- rate: 35000/s\n-- "
                                      "consistency: bounded(5s)\nSELECT id, body "
                                      "FROM items WHERE id = $1;\n\n-- name: SaveItem :exec\n-- rate: 500/s\nUPDATE "
                                      "items SET body = $2 WHERE id = $1;\n");
    Layout layout;
    layout.cache = true;
    layout.cacheHitRatio = 0.8;
    layout.replicas = 2;
    const Estimate result = run(project, with(engine("postgresql"), "capacity.servers_per_node_count", 1), layout);
    const PatternEstimate& get = pattern(result, "GetItem");
    QCOMPARE(get.qps.value() / pattern(result, "SaveItem").qps.value(), 70.0);
    QVERIFY(within(get.databaseQps.value(), 7000, 1e-9));
    QVERIFY(within(structure(result, "items").readsPerSecond.value(), 7000 + 500, 1e-9)); // an update reads its row
    QCOMPARE(nodesFor(result, "reads"), 1.0);
    QCOMPARE(result.nodes.count.value(), 2.0);
}

void WorkedNumbersTest::billionUsers() {
    // A billion rows of 2 kB, four to a page of 8 kB: 10^9 × 2,048 B = 2.05 TB with little more for the key's index. At
    // 500 GiB a node 2.05e12 + 0.02e12 over 0.537e12 are 3.9: 4 shards; 50,000 reads over 4 are 12,500 each. Filled to
    // 70 % it takes ⌈5.5⌉ = 6, and the power of two above is 8.
    const Project project = projectOf(
        "CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, profile text NOT NULL);",
        "-- table: users rows=1G\n-- column: users.profile avg=1960B max=1960B\n\n-- name: GetUser :one\n-- rate: "
        "50000/s\n-- consistency: eventual\nSELECT id, profile FROM users WHERE id = $1;\n");
    const Estimate result =
        run(project, with(engine("postgresql"), "capacity.storage_per_node_bytes", 500.0 * 1024 * 1024 * 1024));
    QVERIFY(within(structure(result, "users").tableBytes.value(), 2e12, 0.03));
    const Figure* least = find(result.nodes.count, "shards without headroom");
    QVERIFY(least);
    QCOMPARE(least->value(), 4.0);
    QVERIFY(within(structure(result, "users").readsPerSecond.value() / least->value(), 12500, 1e-9));
    QCOMPARE(result.nodes.partitions.value(), 8.0);
    QCOMPARE(result.nodes.binding, std::string("storage"));
}

void WorkedNumbersTest::readsAndWritesShareProcessors() {
    // A node of 16 servers may be 60 % busy: 9.6 servers. 28,800 reads/s of 333 µs at one replica are 9.59 servers, 1
    // node; as many writes at three replicas are 28.77 servers, 3 nodes; both are 38.36 servers, 4 nodes.
    const Project project = projectOf(
        "CREATE TABLE items (id bigint PRIMARY KEY, body text);",
        "-- table: items rows=1M\n\n-- name: GetItem :one\n-- rate: 28800/s\n-- consistency: eventual\nSELECT body "
        "FROM items WHERE id = $1;\n\n-- name: AddItem :exec\n-- rate: 28800/s\n-- consistency: eventual\nINSERT "
        "INTO items (id, body) VALUES ($1, $2);\n");
    const Estimate result = run(project, engine("cassandra"));
    QCOMPARE(nodesFor(result, "reads"), 1.0);
    QCOMPARE(nodesFor(result, "writes"), 3.0);
    QCOMPARE(nodesFor(result, "processors"), 4.0);
    QCOMPARE(result.nodes.count.value(), 4.0);
    QCOMPARE(result.nodes.binding, std::string("processors"));
}

void WorkedNumbersTest::hashShards() {
    // 10^9 / 16 = 62.5 million rows a shard.
    const Project project = projectOf("CREATE TABLE orders (id bigint PRIMARY KEY);", "-- table: orders rows=1G\n");
    Layout layout;
    layout.partitions = 16;
    const Estimate result = run(project, engine("postgresql"), layout);
    QVERIFY(within(structure(result, "orders").rows.value() / result.nodes.partitions.value(), 62.5e6, 1e-12));
}

namespace {
const char* const kFeed = "CREATE TABLE users (id bigint PRIMARY KEY); CREATE TABLE follows (followee_id bigint NOT "
                          "NULL REFERENCES users, follower_id "
                          "bigint NOT NULL REFERENCES users, PRIMARY KEY (followee_id, follower_id)); CREATE TABLE "
                          "timelines (user_id bigint NOT NULL, "
                          "post_id bigint NOT NULL, PRIMARY KEY (user_id, post_id));";
}

void WorkedNumbersTest::fanOutOnWrite() {
    // 6,000 posts a second × 200 followers of one author = 1.2 million timeline rows a second.
    const Project project = projectOf(kFeed, "-- table: users rows=300M\n-- relationship: follows.followee_id mean=200 "
                                             "max=100M powerlaw(2.1)\n\n-- name: FanOut :exec\n-- rate: "
                                             "6000/s\nINSERT INTO timelines (user_id, post_id) SELECT follower_id, $2 "
                                             "FROM follows WHERE followee_id = $1;\n");
    const Estimate result = run(project, engine("postgresql"));
    QVERIFY(within(structure(result, "timelines").writesPerSecond.value(), 1.2e6, 1e-9));
    QVERIFY(within(structure(result, "follows").rows.value(), 300e6 * 200, 1e-9));
}

void WorkedNumbersTest::celebrity() {
    // 100 million followers: at 100,000 writes a second 1,000 s for one post; at 1 ms one after another 10^8 × 1 ms
    // = 27.8 h.
    const Project project = projectOf(kFeed, "-- table: users rows=300M\n-- table: follows rows=100M\n-- column: "
                                             "follows.followee_id distinct=1\n\n-- name: FanOut :exec\n-- "
                                             "rate: 0.001/s\nINSERT INTO timelines (user_id, post_id) SELECT "
                                             "follower_id, $2 FROM follows WHERE followee_id = $1;\n");
    const Estimate result = run(project, with(engine("postgresql"), "capacity.row_write_us", 1000));
    double rows = 0;
    for (const PlanStep& step : pattern(result, "FanOut").plan.steps)
        rows += step.structure == "timelines" ? step.rowsWritten : 0;
    QVERIFY(within(rows / 100000, 1000, 1e-9));
    QVERIFY(pattern(result, "FanOut").serviceTime.value() > 27 * 3600);
    QVERIFY(within(pattern(result, "FanOut").serviceTime.value(), 1e8 * 1e-3, 0.01));
}

void WorkedNumbersTest::vehicles() {
    // 100,000 / 5 s = 20,000/s = 1.2 million a minute = 1.728 billion a day.
    const Project project = projectOf("CREATE TABLE readings (vehicle_id bigint NOT NULL, at timestamptz NOT NULL, "
                                      "speed real, PRIMARY KEY (vehicle_id, at));",
                                      "-- table: readings rows=1G\n\n-- name: Record :exec\n-- rate: 20000/s\nINSERT "
                                      "INTO readings (vehicle_id, at, speed) VALUES "
                                      "($1, $2, $3);\n");
    const Estimate result = run(project, engine("cassandra"));
    const StructureEstimate& readings = structure(result, "readings");
    QVERIFY(within(readings.writesPerSecond.value() * 60, 1.2e6, 1e-9));
    QVERIFY(within(readings.rowsPerDay.value(), 1.728e9, 1e-9));
    // A month later there are 365/12 times as many more, and they take room in proportion.
    const double perRow = readings.totalBytes.value() / 1e9;
    QVERIFY(within(result.growth[1].bytes.value() - result.growth[0].bytes.value(), 1.728e9 * 365 / 12 * perRow, 0.03));
}

void WorkedNumbersTest::impressions() {
    // 10^10 a day / 86,400 s = 115,741/s.
    const Project project = projectOf("CREATE TABLE impressions (id bigint PRIMARY KEY, ad_id bigint);",
                                      "-- table: impressions rows=1G\n\n-- name: Count :exec\n-- rate: 10G/day\nINSERT "
                                      "INTO impressions (id, ad_id) VALUES ($1, $2);\n");
    QVERIFY(within(structure(run(project, engine("cassandra")), "impressions").writesPerSecond.value(), 115741, 1e-5));
}

void WorkedNumbersTest::events() {
    // 100 million users × 1,000 events a day = 10^11 a day = 1.157 million a second.
    const Project project = projectOf("CREATE TABLE events (id bigint PRIMARY KEY, user_id bigint);",
                                      "-- table: events rows=1G\n\n-- name: Track :exec\n-- rate: 100G/day\nINSERT "
                                      "INTO events (id, user_id) VALUES ($1, $2);\n");
    const Estimate result = run(project, engine("cassandra"));
    QVERIFY(within(structure(result, "events").writesPerSecond.value(), 1.157e6, 1e-3));
    QVERIFY(within(result.peakQps.value(), 1.157e6, 1e-3));
}

void WorkedNumbersTest::devicePoints() {
    // 10,000 devices × 1/s × 86,400 s = 864 million points a day; a point of two bigints is 16 bytes of payload.
    const Project project = projectOf("CREATE TABLE points (at bigint NOT NULL, value double precision NOT NULL);",
                                      "-- table: points rows=864M\n\n-- name: Add :exec\n-- rate: 10000/s\nINSERT INTO "
                                      "points (at, value) VALUES ($1, $2);\n");
    const Estimate result = run(project, engine("postgresql"));
    const StructureEstimate& points = structure(result, "points");
    QVERIFY(within(points.rowsPerDay.value(), 864e6, 1e-9));
    double payload = 0;
    for (const Figure& input : points.rowBytes.inputs())
        if (input.name() == "at" || input.name() == "value")
            payload += input.value();
    QCOMPARE(payload, 16.0);
}

void WorkedNumbersTest::dayPartition() {
    // Three metrics a second × 86,400 = 259,200 rows in the partition of one server and day: rows of a day kept one
    // day.
    const Project project = projectOf("CREATE TABLE metrics (server int NOT NULL, name text NOT NULL, at timestamptz "
                                      "NOT NULL, value double precision, PRIMARY "
                                      "KEY (server, name, at));",
                                      "-- table: metrics rows=259200 retention=1d\n\n-- name: Write :exec\n-- rate: "
                                      "3/s\nINSERT INTO metrics (server, name, at, "
                                      "value) VALUES ($1, $2, $3, $4);\n");
    const Estimate result = run(project, engine("cassandra"));
    QVERIFY(within(structure(result, "metrics").rowsPerDay.value(), 259200, 1e-12));
    // Retention holds it there for ever.
    QVERIFY(within(result.growth[60].bytes.value(), result.growth[0].bytes.value(), 1e-6));
}

void WorkedNumbersTest::replay() {
    // A million events a second kept for 30 days: 10^6 × 86,400 × 30 = 2.592 trillion to replay.
    const Project project = projectOf("CREATE TABLE log (id bigint PRIMARY KEY, body text);",
                                      "-- table: log rows=0 retention=30d\n\n-- name: Append :exec\n-- rate: "
                                      "1M/s\nINSERT INTO log (id, body) VALUES ($1, $2);\n");
    const Estimate result = run(project, engine("postgresql"));
    const StructureEstimate& log = structure(result, "log");
    QVERIFY(within(log.rowsPerDay.value() * 30, 2.592e12, 1e-9));
    // Storage reaches that many rows after one month and stays: 30 days is less than a month of 30.4 days.
    QVERIFY(within(result.growth[2].bytes.value(), result.growth[1].bytes.value(), 1e-9));
    QVERIFY(result.growth[1].bytes.value() > 2.592e12 * 24);
}

void WorkedNumbersTest::tenIndexes() {
    // One row and an entry in each of ten indexes: 11 writes.
    std::string schema = "CREATE TABLE wide (id bigint PRIMARY KEY";
    for (int i = 0; i < 9; ++i)
        schema += ", c" + std::to_string(i) + " int";
    schema += ");";
    for (int i = 0; i < 9; ++i)
        schema += "CREATE INDEX ON wide (c" + std::to_string(i) + ");";
    const Project project = projectOf(
        schema,
        "-- table: wide rows=1M\n\n-- name: Add :exec\n-- rate: 100/s\nINSERT INTO wide (id, c0) VALUES ($1, $2);\n");
    Layout layout;
    layout.replicas = 1;
    const Estimate result = run(project, engine("postgresql"), layout);
    QCOMPARE(pattern(result, "Add").plan.writes, 11.0);
    QVERIFY(within(result.writeAmplification.value(), 11, 1e-12));
}

QTEST_APPLESS_MAIN(WorkedNumbersTest)
#include "worked_numbers_test.moc"
