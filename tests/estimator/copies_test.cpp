// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "estimator/copies/fan_out.h"
#include "estimator/copies/side_by_side.h"
#include "model/physical/derive.h"
#include "model/physical/fan_out_spread.h"
#include "tests/estimator/outlook_support.h"

using namespace shardscape::estimator;
using namespace shardscape::model;
using shardscape::tests::book;
using shardscape::tests::engine;
using shardscape::tests::projectOf;
using shardscape::tests::with;
using shardscape::tests::within;

namespace {

struct Estimated {
    Project project;
    EngineProfile profile;
    Layout layout;
    Estimate numbers;
};

Estimated estimated(Project project, EngineProfile profile, Layout layout = {}) {
    layout.engine = profile.name;
    auto numbers = estimate(project, profile, layout);
    if (!numbers)
        qFatal("%s", numbers.error().text().c_str());
    return {std::move(project), std::move(profile), std::move(layout), std::move(*numbers)};
}

SideBySide beside(const Estimated& e, const char* pattern) {
    auto result = sideBySide(e.project, e.profile, e.layout, e.numbers, book(),
                             {.prices = {}, .patterns = 5, .only = {e.project.findPattern(pattern)->id}});
    if (!result)
        qFatal("%s", result.error().text().c_str());
    if (result->patterns.size() != 1)
        qFatal("%s is not compared", pattern);
    return std::move(result->patterns.front());
}

const CopyOption& option(const SideBySide& sides, DerivedKind kind) {
    for (const CopyOption& one : sides.options)
        if (one.derived.kind == kind)
            return one;
    qFatal("no %s for %s", name(kind), sides.name.c_str());
}

const AccessPattern& added(const Derivation& derivation, Verb verb) {
    for (const auto& [id, cause] : derivation.causes)
        if (derivation.project.patterns.find(id)->verb == verb)
            return *derivation.project.patterns.find(id);
    qFatal("no upkeep that would %s", name(verb));
}

Derivation derived(const Project& project, const char* pattern, DerivedKind kind, UpkeepPath path,
                   std::optional<double> largest = {}) {
    Derivation out = derive(project, {{kind, project.findPattern(pattern)->id, {path, {}, {}}, largest}});
    if (out.copies.size() != 1)
        qFatal("%s: %s", pattern, out.refused.empty() ? "?" : out.refused.front().c_str());
    return out;
}

const char* const kFeed =
    "CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL); CREATE TABLE follows (followee_id bigint NOT NULL "
    "REFERENCES users, follower_id bigint NOT NULL REFERENCES users, PRIMARY KEY (followee_id, follower_id)); CREATE "
    "TABLE posts (id bigint PRIMARY KEY, author_id bigint NOT NULL REFERENCES users, body text NOT NULL, created_at "
    "timestamptz NOT NULL); CREATE TABLE timelines (user_id bigint NOT NULL, post_id bigint NOT NULL, PRIMARY KEY "
    "(user_id, post_id));";

const char* const kFilled = "-- table: users rows=300M\n-- relationship: follows.followee_id mean=200 max=100M "
                            "powerlaw(2.1)\n-- relationship: follows.follower_id mean=200\n";

const char* const kShop =
    "CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL); CREATE TABLE orders (id bigint PRIMARY KEY, "
    "user_id bigint NOT NULL REFERENCES users, total int NOT NULL, placed_at timestamptz NOT NULL); CREATE TABLE lines "
    "(order_id bigint NOT NULL REFERENCES orders, line int NOT NULL, title text NOT NULL, PRIMARY KEY (order_id, "
    "line)); CREATE INDEX ON orders (user_id);";

Project shop(const std::string& readRate, const std::string& writeRate) {
    return projectOf(
        kShop, "-- table: users rows=1000\n-- table: orders rows=100000\n-- table: lines rows=300000\n"
               "-- relationship: orders.user_id mean=100 max=100 fixed\n"
               "-- relationship: lines.order_id mean=3 max=3 fixed\n"
               "-- column: lines.title avg=20B max=20B\n\n"
               "-- name: CountOrders :one\n-- rate: " +
                   readRate +
                   "\n"
                   "SELECT count(*), sum(total) FROM orders WHERE user_id = $1;\n\n"
                   "-- name: OrderWithUser :many\n-- rate: 10/s\n"
                   "SELECT o.id, o.total, u.name FROM orders o JOIN users u ON u.id = o.user_id WHERE o.id = $1;\n\n"
                   "-- name: LinesOfOrder :many\n-- rate: 10/s\n"
                   "SELECT line, title FROM lines WHERE order_id = $1 ORDER BY line;\n\n"
                   "-- name: AddOrder :exec\n-- rate: " +
                   writeRate +
                   "\n"
                   "INSERT INTO orders (id, user_id, total, placed_at) VALUES ($1, $2, $3, $4);\n\n"
                   "-- name: AddLine :exec\n-- rate: 3/s\n"
                   "INSERT INTO lines (order_id, line, title) VALUES ($1, $2, $3);\n\n"
                   "-- name: Rename :exec\n-- rate: 1/s\nUPDATE users SET name = $2 WHERE id = $1;\n");
}

Project gatheredFeed() {
    return projectOf(kFeed,
                     std::string("-- table: users rows=1M\n-- table: posts rows=10M growth=1M/day\n") +
                         "-- relationship: follows.followee_id mean=200 max=1M geometric\n"
                         "-- relationship: follows.follower_id mean=200 max=5k geometric\n"
                         "-- relationship: posts.author_id mean=10\n\n"
                         "-- name: Timeline :many\n-- rate: 100/s\n-- consistency: bounded(5s)\n"
                         "SELECT p.id, p.body, p.created_at FROM follows f JOIN posts p ON p.author_id = "
                         "f.followee_id WHERE f.follower_id = $1 ORDER BY p.created_at DESC LIMIT 50;\n\n"
                         "-- name: Post :exec\n-- rate: 10/s\nINSERT INTO posts (id, author_id, body, created_at) "
                         "VALUES ($1, $2, $3, $4);\n\n"
                         "-- name: Edit :exec\n-- rate: 1/s\nUPDATE posts SET body = $2 WHERE id = $1;\n");
}

} // namespace

class CopiesTest : public QObject {
    Q_OBJECT

private slots:
    void spreads();
    void fanOutOnWrite();
    void largestFanOut();
    void thresholdByTime();
    void thresholdByWork();
    void groupsAreKept();
    void timesAreCutIntoHours();
    void copiedColumns();
    void documents();
    void arraysThatNeverEnd();
    void rowsOfAJoin();
    void hybrid();
    void madeAnew();
    void eventsAreKept();
    void outbox();
    void bothCostTheSameWhereTheAnswerTurns();
    void staleness();
    void whatWinsIsSaid();
    void whatSparesWritesPaysAtAnyRatio();
    void samplesOnAllEngines_data();
    void samplesOnAllEngines();
};

void CopiesTest::spreads() {
    const FanOutSpread fixed({3.0, std::nullopt, FanOutShape::Fixed, 0}, 3, 300);
    QCOMPARE(fixed.childrenAbove(2), 1.0);
    QCOMPARE(fixed.childrenAbove(3), 0.0);
    // Exponential of mean m: P(F > m) = 1/e, and of the children (1 + 1)/e belong to those.
    const FanOutSpread geometric({200.0, std::nullopt, FanOutShape::Geometric, 0}, 200, 1e9);
    QVERIFY(within(geometric.parentsAbove(200), std::exp(-1.0), 1e-12));
    QVERIFY(within(geometric.childrenAbove(200), 2 * std::exp(-1.0), 1e-12));
    // Pareto of density 2 x^-3 from 1 on has the mean 2; above 10 are 10^-2 of the parents with 1/10 of the children.
    const FanOutSpread pareto({2.0, 1e12, FanOutShape::PowerLaw, 3}, 2, 1e13);
    QVERIFY(within(pareto.parentsAbove(10), 0.01, 1e-6));
    QVERIFY(within(pareto.childrenAbove(10), 0.1, 1e-6));
    QCOMPARE(pareto.childrenAbove(1e12), 0.0);
}

void CopiesTest::fanOutOnWrite() {
    // 6,000 posts a second × 200 followers = 1.2 million rows; 35,000 reads × 200 followed = 7 million lists asked.
    const Project project =
        projectOf(kFeed, std::string(kFilled) +
                             "\n-- name: FanOut :exec\n-- rate: 6000/s\n-- p99: 5s\nINSERT INTO timelines (user_id, "
                             "post_id) SELECT follower_id, $2 FROM follows WHERE followee_id = $1;\n\n-- name: "
                             "GetTimeline :many\n-- rate: 35000/s\nSELECT post_id FROM timelines WHERE user_id = $1 "
                             "LIMIT 50;\n");
    const Estimated e = estimated(project, engine("postgresql"));
    const auto reports = fanOutReports(e.project, e.profile, e.layout, e.numbers);
    QCOMPARE(reports.size(), std::size_t(1));
    const FanOutReport& report = reports.front();
    QCOMPARE(report.name, std::string("follows.followee_id"));
    QVERIFY(report.copied);
    QVERIFY(within(report.loads[0].rowsWritten.value(), 1.2e6, 1e-9));
    QCOMPARE(report.loads[0].parentsAsked.value(), 0.0);
    QVERIFY(within(report.loads[1].parentsAsked.value(), 7e6, 1e-9));
    QCOMPARE(report.loads[1].rowsWritten.value(), 0.0);
    QCOMPARE(report.bound.value(), 5.0);
    QCOMPARE(report.largest.value(), 1e8);
}

void CopiesTest::largestFanOut() {
    // One idle node of 8 servers may be 70 % busy: 5.6 servers; a row of 56 µs: 100,000 rows a second. 100 million
    // followers take 1,000 s; at 1 ms a row one after another 10^5 s, more than 27 h.
    const Project project =
        projectOf(kFeed, std::string(kFilled) +
                             "\n-- name: FanOut :exec\n-- rate: 0.000001/s\nINSERT INTO timelines (user_id, post_id) "
                             "SELECT follower_id, $2 FROM follows WHERE followee_id = $1;\n\n-- name: GetTimeline "
                             ":many\n-- rate: 0.001/s\nSELECT post_id FROM timelines WHERE user_id = $1 LIMIT 50;\n");
    Layout layout;
    layout.nodes = 1;
    layout.replicas = 1;
    EngineProfile profile = with(with(engine("postgresql"), "capacity.row_write_us", 56), "capacity.index_write_us", 0);
    const Estimated e = estimated(project, profile, layout);
    const FanOutReport report = fanOutReports(e.project, e.profile, e.layout, e.numbers).front();
    QVERIFY(within(report.applied.value(), 100000, 1e-3));
    QVERIFY(within(report.loads[0].longestFanOut.value(), 1000, 1e-3));
    const Estimated slow = estimated(project, with(profile, "capacity.row_write_us", 1000), layout);
    const FanOutReport serial = fanOutReports(slow.project, slow.profile, slow.layout, slow.numbers).front();
    QVERIFY(within(serial.serially.value(), 1e5, 1e-9));
    QVERIFY(serial.serially.value() > 27 * 3600);
}

void CopiesTest::thresholdByTime() {
    // 5 s at 100,000 rows a second are 500,000 followers. Of an exponential with the mean 200,000 the share of
    // followers whose parent has more is (1 + 2.5) e^-2.5.
    const Project project = projectOf(
        kFeed, "-- table: users rows=300M\n-- relationship: follows.followee_id mean=200k max=100M geometric\n"
               "-- relationship: follows.follower_id mean=200\n\n-- name: FanOut :exec\n-- rate: "
               "0.000001/s\n-- p99: 5s\nINSERT INTO timelines (user_id, post_id) SELECT follower_id, $2 FROM follows "
               "WHERE followee_id = $1;\n\n-- name: GetTimeline :many\n-- rate: 0.001/s\nSELECT post_id FROM timelines "
               "WHERE user_id = $1 LIMIT 50;\n");
    Layout layout;
    layout.nodes = 1;
    layout.replicas = 1;
    const Estimated e = estimated(
        project, with(with(engine("postgresql"), "capacity.row_write_us", 56), "capacity.index_write_us", 0), layout);
    const FanOutReport report = fanOutReports(e.project, e.profile, e.layout, e.numbers).front();
    QVERIFY(within(report.threshold.value(), 500000, 1e-3));
    const double above = 3.5 * std::exp(-2.5);
    const FanOutLoad& hybrid = report.loads[2];
    QVERIFY(within(hybrid.rowsWritten.value(), 1e-6 * 200000 * (1 - above), 1e-3));
    QVERIFY(within(hybrid.longestFanOut.value(), 5, 1e-6));
    QVERIFY(hybrid.served && !report.loads[0].served);
}

void CopiesTest::thresholdByWork() {
    // Behind a cache a parent's list is asked for once in 10 s at most. With a = reads ÷ readers = 1/s, b = items ÷
    // parents = 10/s, 100 µs to write, 20 µs to look up and 2 ms + 2 × 2 ms to ask: b w − a h = 0.98 ms;
    // F = (6 ms ÷ 0.98 ms − 1) ÷ (1/s × 10 s) = 0.5122.
    const Project project = projectOf(
        kFeed,
        "-- table: users rows=1000\n-- table: follows rows=50000\n-- relationship: follows.followee_id mean=50 "
        "max=50 fixed\n-- relationship: follows.follower_id mean=50\n\n-- name: FanOut :exec\n-- rate: "
        "10000/s\nINSERT INTO timelines (user_id, post_id) SELECT follower_id, $2 FROM follows WHERE followee_id "
        "= $1;\n\n-- name: GetTimeline :many\n-- rate: 1000/s\n-- consistency: eventual\nSELECT post_id FROM "
        "timelines WHERE user_id = $1 LIMIT 50;\n");
    Layout layout;
    layout.cache = true;
    layout.cacheTtlSeconds = 10;
    layout.replicas = 1;
    layout.partitions = 1;
    EngineProfile profile =
        with(with(engine("postgresql"), "capacity.row_write_us", 100), "capacity.index_write_us", 0);
    profile = with(with(profile, "capacity.row_fetch_us", 2000), "cache.capacity.point_read_us", 20);
    const Estimated e = estimated(project, profile, layout);
    const FanOutReport report = fanOutReports(e.project, e.profile, e.layout, e.numbers).front();
    QVERIFY(report.workThreshold.has_value());
    QVERIFY(within(report.workThreshold->value(), (6e-3 / 0.98e-3 - 1) / 10, 1e-9));
}

void CopiesTest::groupsAreKept() {
    const Project project = shop("100/s", "2/s");
    const Derivation result = derived(project, "CountOrders", DerivedKind::Aggregate, UpkeepPath::Transaction);
    QVERIFY(validate(result.project).empty());
    const Entity& totals = *result.project.entities.find(result.copies.front().entity);
    QCOMPARE(totals.volume.rows->value, std::int64_t(1000)); // one a user
    QCOMPARE(int(result.project.findPattern("CountOrders")->verb), int(Verb::Get));
    const AccessPattern& upkeep = added(result, Verb::Increment);
    QCOMPARE(upkeep.rate.average.value, 2.0); // each order adds to one group
    QCOMPARE(result.causes.at(upkeep.id), project.findPattern("AddOrder")->id);
    const Estimated e = estimated(project, engine("postgresql"));
    const SideBySide sides = beside(e, "CountOrders");
    QVERIFY(within(sides.normalised.rowsRead.value(), 100, 1e-9));
    QVERIFY(within(option(sides, DerivedKind::Aggregate).numbers.rowsRead.value(), 1, 1e-9));
    QCOMPARE(sides.ratio.value(), 50.0);
}

void CopiesTest::timesAreCutIntoHours() {
    // 100,000 orders in 10 days are 240 hours; 1,000 users × 240 hours would be more groups than there are orders.
    const Project project = projectOf(
        kShop, "-- table: users rows=10\n-- table: orders rows=100000 retention=10d\n-- relationship: orders.user_id "
               "mean=10000\n\n-- name: Recent :one\n-- rate: 1/s\nSELECT count(*) FROM orders WHERE user_id = $1 AND "
               "placed_at > $2;\n");
    const Derivation result = derived(project, "Recent", DerivedKind::Aggregate, UpkeepPath::Transaction);
    QCOMPARE(result.project.entities.find(result.copies.front().entity)->volume.rows->value, std::int64_t(2400));
    QVERIFY(validate(result.project).empty());
    const Project other =
        projectOf(kShop, "-- name: Big :one\n-- rate: 1/s\nSELECT count(*) FROM orders WHERE total > $1;\n");
    const Cardinality cardinality(other);
    QVERIFY(whyNotDerived(cardinality, *other.findPattern("Big"), DerivedKind::Aggregate).find("total") !=
            std::string::npos);
}

void CopiesTest::copiedColumns() {
    const Project project = shop("1/s", "2/s");
    const Derivation result = derived(project, "OrderWithUser", DerivedKind::CopiedColumns, UpkeepPath::Transaction);
    QVERIFY(validate(result.project).empty());
    const AccessPattern& read = *result.project.findPattern("OrderWithUser");
    QVERIFY(read.joined.empty() && read.joins.empty());
    QVERIFY(result.project.findEntity("orders")->findByName("users_name"));
    QCOMPARE(result.copies.front().rowsOfAWrite, 100.0); // a renamed user stands in 100 orders
    const AccessPattern& rename = added(result, Verb::Update);
    QCOMPARE(rename.rate.average.value, 1.0);
    const AccessPattern& lookUp = added(result, Verb::Get);
    QCOMPARE(lookUp.rate.average.value, 2.0); // each new order asks its user's name
}

void CopiesTest::documents() {
    const Project project = shop("1/s", "2/s");
    const Derivation result = derived(project, "LinesOfOrder", DerivedKind::Embedded, UpkeepPath::Transaction);
    QVERIFY(validate(result.project).empty());
    QVERIFY(!result.project.findEntity("lines")); // nothing else reads them
    const Attribute* document = result.project.findEntity("orders")->findByName("lines");
    QVERIFY(document);
    // [ ] and three of {}, plus order_id 8 + 8 + 4, line 4 + 4 + 4, title 20 + 5 + 4 bytes.
    QCOMPARE(*document->statistics.averageBytes, 2.0 + 3 * (2 + (8 + 8 + 4) + (4 + 4 + 4) + (20 + 5 + 4)));
    QCOMPARE(int(result.project.findPattern("AddLine")->verb), int(Verb::Update));
    QCOMPARE(int(result.project.findPattern("LinesOfOrder")->verb), int(Verb::Get));
}

void CopiesTest::arraysThatNeverEnd() {
    const Project project = projectOf(
        kShop, "-- table: orders rows=1M\n-- relationship: orders.user_id mean=1000 powerlaw(2.1)\n\n-- name: OrdersOf "
               ":many\n-- rate: 1/s\nSELECT id, total FROM orders WHERE user_id = $1;\n");
    const Cardinality cardinality(project);
    QVERIFY(whyNotDerived(cardinality, *project.findPattern("OrdersOf"), DerivedKind::Embedded).find("without end") !=
            std::string::npos);
}

void CopiesTest::rowsOfAJoin() {
    const Project project = gatheredFeed();
    const Derivation result = derived(project, "Timeline", DerivedKind::ReadModel, UpkeepPath::Cdc);
    QVERIFY(validate(result.project).empty());
    const Entity& rows = *result.project.entities.find(result.copies.front().entity);
    QCOMPARE(rows.volume.rows->value, std::int64_t(10e6 * 200)); // each post with each follower
    QCOMPARE(rows.volume.growthRowsPerDay, 1e6 * 200);
    QCOMPARE(result.copies.front().rowsOfAWrite, 200.0);
    QCOMPARE(result.copies.front().mostRowsOfAWrite, 1e6);
    QVERIFY(result.project.findPattern("Timeline")->joined.empty());
    const Estimated e = estimated(result.project, engine("postgresql"));
    for (const StructureEstimate& structure : e.numbers.structures)
        if (structure.entity == rows.id) // 10 posts a second × 200, and an edited one in 200 places
            QVERIFY(within(structure.writesPerSecond.value(), 2000 + 200, 1e-6));
}

void CopiesTest::hybrid() {
    // Parents with more than the mean have 2/e of the pairs: so much less is copied, so much of 200 is asked for.
    const Project project = gatheredFeed();
    const Derivation result = derived(project, "Timeline", DerivedKind::ReadModel, UpkeepPath::Cdc, 200);
    QVERIFY(validate(result.project).empty());
    const double above = 2 * std::exp(-1.0);
    const DerivedCopy& copy = result.copies.front();
    QVERIFY(within(copy.rowsOfAWrite, 200 * (1 - above), 1e-9));
    QCOMPARE(copy.mostRowsOfAWrite, 200.0);
    double asked = 0;
    for (const auto& [id, cause] : result.causes)
        if (const AccessPattern& pattern = *result.project.patterns.find(id);
            pattern.verb == Verb::List && pattern.entity == project.findEntity("posts")->id)
            asked += pattern.rate.average.value;
    QVERIFY(within(asked, 100 * 200 * above, 1e-9));
}

void CopiesTest::madeAnew() {
    const Project project = shop("1/s", "2/s");
    const Derivation result = derived(project, "CountOrders", DerivedKind::MaterializedView, UpkeepPath::Periodic);
    QVERIFY(validate(result.project).empty());
    // 100,000 orders are 100 portions of a thousand, the 1,000 groups one, each once in 600 s.
    QVERIFY(within(added(result, Verb::Range).rate.average.value, 100.0 / 600, 1e-9));
    QVERIFY(within(added(result, Verb::Insert).rate.average.value, 1.0 / 600, 1e-9));
}

void CopiesTest::eventsAreKept() {
    const Project project = gatheredFeed();
    const Derivation result = derived(project, "Timeline", DerivedKind::Projection, UpkeepPath::Cdc);
    QVERIFY(validate(result.project).empty());
    const Entity& log = *result.project.entities.find(result.copies.front().log);
    QCOMPARE(log.volume.rows->value, std::int64_t(10e6 + 200e6)); // posts and follows
    QCOMPARE(log.volume.growthRowsPerDay, 11.0 * 86400);          // 10 new posts and an edit a second
}

void CopiesTest::outbox() {
    const Project project = shop("1/s", "2/s");
    const Derivation result = derived(project, "CountOrders", DerivedKind::Aggregate, UpkeepPath::Outbox);
    QVERIFY(validate(result.project).empty());
    QVERIFY(result.project.findEntity("outbox"));
    QCOMPARE(added(result, Verb::Append).rate.average.value, 2.0);
    QCOMPARE(added(result, Verb::Delete).rate.average.value, 2.0);
    QCOMPARE(int(added(result, Verb::Increment).consistency.kind), int(ConsistencyKind::Eventual));
}

void CopiesTest::bothCostTheSameWhereTheAnswerTurns() {
    // Work is linear in the rates: with as many reads as the ratio says, both designs keep as many servers busy.
    const Estimated e = estimated(shop("100/s", "10/s"), engine("postgresql"));
    const CopyOption first = option(beside(e, "CountOrders"), DerivedKind::Aggregate);
    QVERIFY(first.turningRatio && first.turningRatio->value() > 0);
    const std::string reads = std::to_string(10 * first.turningRatio->value()) + "/s";
    const Estimated turned = estimated(shop(reads, "10/s"), engine("postgresql"));
    const SideBySide again = beside(turned, "CountOrders");
    QVERIFY(
        within(option(again, DerivedKind::Aggregate).numbers.servers.value(), again.normalised.servers.value(), 1e-4));
}

void CopiesTest::staleness() {
    const Estimated e = estimated(gatheredFeed(), engine("postgresql"));
    const SideBySide sides = beside(e, "Timeline");
    const Figure& old = option(sides, DerivedKind::ReadModel).numbers.staleness;
    // Half a second until the log is read, then a million rows of the largest author.
    QVERIFY(old.value() > 0.5);
    QCOMPARE(old.inputs().size(), std::size_t(4));
    QVERIFY(within(old.value(), 0.5 + 1e6 * old.inputs()[2].value() / old.inputs()[3].value(), 1e-9));
    QCOMPARE(option(sides, DerivedKind::MaterializedView).numbers.staleness.value(), 600.0);
    QCOMPARE(sides.normalised.staleness.value(), 0.0);
}

void CopiesTest::whatWinsIsSaid() {
    const Estimated often = estimated(shop("1000/s", "0.1/s"), engine("postgresql"));
    const SideBySide many = beside(often, "CountOrders");
    QVERIFY(option(many, DerivedKind::Aggregate).wins);
    QVERIFY2(many.verdict.find("wins") != std::string::npos, many.verdict.c_str());
    const Estimated seldom = estimated(shop("0.01/s", "1000/s"), engine("postgresql"));
    const SideBySide few = beside(seldom, "CountOrders");
    QVERIFY(!option(few, DerivedKind::Aggregate).wins);
    QVERIFY2(few.verdict.find("normalised tables win") != std::string::npos, few.verdict.c_str());
}

void CopiesTest::whatSparesWritesPaysAtAnyRatio() {
    // Cassandra's own table for the join is keyed by order: a renamed user is searched for in all of it. The added rows
    // of a read model are found by the user; reading is the same one row.
    const Estimated e = estimated(shop("1/s", "2/s"), engine("cassandra"));
    const SideBySide sides = beside(e, "OrderWithUser");
    const CopyOption& model = option(sides, DerivedKind::ReadModel);
    QVERIFY(model.wins);
    QVERIFY(model.turningRatio && !model.paysBelow);
    QVERIFY2(model.turningRatio->value() <= 0 && model.verdict.find("any ratio") != std::string::npos,
             model.verdict.c_str());
}

namespace {

/// Leaves that claim to be the user's and lead to nothing that the user has.
void collectStrays(const Figure& figure, const Project& project, std::set<const void*>& seen, QStringList& out) {
    if (!seen.insert(figure.identity()).second)
        return;
    for (const auto& [word, there] :
         {std::pair<std::string, std::function<bool(std::uint64_t)>>{
              "pattern:", [&](std::uint64_t id) { return project.patterns.contains(PatternId{id}); }},
          std::pair<std::string, std::function<bool(std::uint64_t)>>{
              "entity:", [&](std::uint64_t id) { return project.entities.contains(EntityId{id}); }}})
        if (figure.path().starts_with(word) && !there(std::stoull(figure.path().substr(word.size()))))
            out << QString::fromStdString(figure.name() + " " + figure.path());
    for (const Figure& input : figure.inputs())
        collectStrays(input, project, seen, out);
}

} // namespace

void CopiesTest::samplesOnAllEngines_data() {
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QString>("engineName");
    for (const char* sample : {"social-feed", "flash-sale", "ad-counters"})
        for (const char* name : {"postgresql", "mysql", "sqlite", "cassandra", "dynamodb"})
            QTest::addRow("%s on %s", sample, name) << sample << name;
}

void CopiesTest::samplesOnAllEngines() {
    QFETCH(QString, sample);
    QFETCH(QString, engineName);
    const auto text = [&](const char* file) {
        QFile source(shardscape::tests::sourceFolder() + "/resources/samples/" + sample + "/" + file);
        return source.open(QIODevice::ReadOnly) ? source.readAll().toStdString() : std::string();
    };
    const Estimated e =
        estimated(projectOf(text("schema.sql"), text("workload.sql")), engine(engineName.toStdString()));
    const auto result = sideBySide(e.project, e.profile, e.layout, e.numbers, book());
    QVERIFY2(result.has_value(), result ? "" : result.error().text().c_str());
    QStringList strays;
    std::set<const void*> seen;
    for (const SideBySide& one : result->patterns) {
        QVERIFY(!one.verdict.empty());
        for (const CopyOption& option : one.options)
            for (const Figure& figure : {option.numbers.p99, option.numbers.rowsRead, option.numbers.servers,
                                         option.numbers.rowsWritten, option.numbers.bytesWritten,
                                         option.numbers.storage, option.numbers.nodes, option.numbers.staleness}) {
                QVERIFY2(!std::isnan(figure.value()), (one.name + " " + option.name + " " + figure.name()).c_str());
                collectStrays(figure, e.project, seen, strays);
            }
    }
    QVERIFY2(strays.isEmpty(), qPrintable(strays.join("; ")));
    QCOMPARE(result->patterns.empty(), sample == "social-feed"); // it keeps its copies in the schema
    QCOMPARE(fanOutReports(e.project, e.profile, e.layout, e.numbers).size(),
             std::size_t(sample == "social-feed" ? 1 : 0));
}

QTEST_APPLESS_MAIN(CopiesTest)
#include "copies_test.moc"
