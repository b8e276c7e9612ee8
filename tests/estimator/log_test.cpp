// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "estimator/capacity/consistency.h"
#include "estimator/capacity/durations.h"
#include "estimator/growth/growth.h"
#include "estimator/planning/planner.h"
#include "estimator/size/record_batch.h"
#include "estimator/summary/estimate.h"
#include "model/exchange/export/ddl.h"
#include "model/physical/json_text.h"
#include "model/physical/log_topic.h"
#include "model/physical/mapping.h"
#include "tests/support/estimating.h"

using namespace shardscape::estimator;
using namespace shardscape::model;
using shardscape::tests::engine;
using shardscape::tests::projectOf;
using shardscape::tests::within;

namespace {

const char* kSchema = "CREATE TABLE users (user_id bigint PRIMARY KEY, name varchar(40) NOT NULL);"
                      "CREATE TABLE clicks (click_id uuid PRIMARY KEY, user_id bigint NOT NULL REFERENCES users, at "
                      "timestamptz NOT NULL, "
                      "page varchar(60) NOT NULL);"
                      "CREATE TABLE marks (body text NOT NULL);";
const char* kWorkload =
    "-- table: users rows=100000\n-- table: clicks rows=604800000 retention=7d\n-- table: marks rows=1000\n"
    "-- name: Click :exec\n-- rate: 1000/s\nINSERT INTO clicks (click_id, user_id, at, page) VALUES ($1, $2, $3, $4);\n"
    "-- name: Rename :exec\n-- rate: 1/s\nUPDATE users SET name = $2 WHERE user_id = $1;\n"
    "-- name: Leave :exec\n-- rate: 1/s\nDELETE FROM users WHERE user_id = $1;\n"
    "-- name: RenameAll :exec\n-- rate: 1/s\nUPDATE users SET name = $2 WHERE name = $1;\n"
    "-- name: Between\n-- rate: 1/s\nSELECT user_id, page FROM clicks WHERE at BETWEEN $1 AND $2;\n"
    "-- name: OfUser\n-- rate: 1/s\nSELECT page FROM clicks WHERE user_id = $1 AND at BETWEEN $2 AND $3;\n"
    "-- name: One\n-- rate: 1/s\nSELECT name FROM users WHERE user_id = $1;\n"
    "-- name: All\n-- rate: 1/day\nSELECT page, count(*) FROM clicks GROUP BY page;\n"
    "-- name: Latest\n-- rate: 1/s\nSELECT page FROM clicks ORDER BY at DESC LIMIT 50;\n"
    "-- name: Names\n-- rate: 1/s\nSELECT u.name, c.page FROM clicks c JOIN users u ON u.user_id = c.user_id WHERE "
    "c.at "
    "> $1;\n";

Project shop() {
    return projectOf(kSchema, kWorkload);
}

Layout layoutOf(std::optional<int> partitions = {}) {
    Layout layout;
    layout.engine = "kafka";
    layout.partitions = partitions;
    return layout;
}

Design designOf(const Project& project, const Layout& layout = layoutOf()) {
    auto design = mapProject(project, engine("kafka"), layout);
    if (!design)
        qFatal("%s", design.error().text().c_str());
    return std::move(*design);
}

Plan planOf(const Project& project, const char* pattern, const Layout& layout = layoutOf()) {
    const Design design = designOf(project, layout);
    return planPattern(project, engine("kafka"), design, *project.findPattern(pattern));
}

Estimate estimated(const Project& project, const Layout& layout = layoutOf()) {
    auto out = estimate(project, engine("kafka"), layout);
    if (!out)
        qFatal("%s", out.error().text().c_str());
    return std::move(*out);
}

const StructureEstimate& topicOf(const Estimate& estimate, const char* name) {
    for (const StructureEstimate& structure : estimate.structures)
        if (structure.name == name)
            return structure;
    qFatal("no topic %s", name);
}

bool hasProblem(const Estimate& estimate, const char* id) {
    return std::any_of(estimate.problems.begin(), estimate.problems.end(),
                       [&](const Problem& problem) { return problem.id == id; });
}

} // namespace

class LogTest : public QObject {
    Q_OBJECT

private slots:
    void varintsByHand();
    void recordsByHand();
    void batchesFillAsRecordsCome();
    void rowsAsJson();
    void keysAndPolicies();
    void writesGoToTheirPartition();
    void readsAreInOrderOrNotServed();
    void sizeIsABatchOfRecords();
    void segmentsWaitForTheirRetention();
    void compactedTopicsKeepHalfOfWhatIsNew();
    void moreRecordsNeverTakeLess();
    void aTrillionEvents();
    void eventsOfManyUsers();
    void problemsOfTopics();
    void consumersSeeWhatAllCopiesHold();
    void scriptCreatesTopics();
    void namesAreThoseThatKafkaTakes();
};

/// Zig-zag: 0, −1, 1, −2 … are 0, 1, 2, 3 …; seven bits a byte.
void LogTest::varintsByHand() {
    QCOMPARE(varintBytes(0), 1);
    QCOMPARE(varintBytes(-1), 1);
    QCOMPARE(varintBytes(63), 1);
    QCOMPARE(varintBytes(-64), 1);
    QCOMPARE(varintBytes(64), 2);
    QCOMPARE(varintBytes(-65), 2);
    QCOMPARE(varintBytes(8191), 2);
    QCOMPARE(varintBytes(8192), 3);
    QCOMPARE(varintBytes(1048575), 3);
    QCOMPARE(varintBytes(1048576), 4);
    QCOMPARE(varintBytes(std::numeric_limits<std::int64_t>::max()), 10);
}

/// "hello" without a key: attributes, differences of time and offset, −1, 5 and no headers take a byte each: 6 + 5 =
/// 11, and a byte says so. Key of 16 and value of 100: 6 single bytes, of which the value's length is two as 100 > 63,
/// are 7 + 116 = 123 > 63: two bytes before it.
void LogTest::recordsByHand() {
    QCOMPARE(recordBytes({-1, 5}, 0, 0), 12);
    QCOMPARE(recordBytes({16, 100}, 0, 0), 125);
    QCOMPARE(recordBytes({16, 100}, 64, 8192), 128); // one more for the time, two for the offset
    QCOMPARE(recordBytes({8, -1}, 0, 0), 15);        // a deletion: 6 + 8, and its length
    // 100 of them: offsets from 64 on take two bytes, 36 of the records.
    QCOMPARE(recordsBytes({16, 100}, 100, 0), 100 * 125 + 36);
    // Over 99 ms a millisecond each: so do the times.
    QCOMPARE(recordsBytes({16, 100}, 100, 99), 100 * 125 + 2 * 36);
}

/// 1,000 records a second and partition are 5 in the 5 ms that a producer waits; 10 at most where 16 KiB are full.
void LogTest::batchesFillAsRecordsCome() {
    const EngineProfile& kafka = engine("kafka");
    QCOMPARE(loggedRecord({16, 100}, 0, kafka).count, 1.0);
    const LoggedRecord five = loggedRecord({16, 100}, 1000, kafka);
    QCOMPARE(five.count, 5.0);
    // lz4 leaves 1.08 of one record and 0.51 of ten: 1.08 − 0.57 × log 5.
    QVERIFY(within(five.ratio, 1.08 - 0.57 * std::log10(5), 1e-9));
    QVERIFY(within(five.bytes.likely, 125 * five.ratio + 61 / 5.0, 1e-9));
    // Alone, as it is: 125 + 61.
    QCOMPARE(five.bytes.most, 186.0);
    QVERIFY(five.bytes.least < five.bytes.likely && five.bytes.likely < five.bytes.most);
    const LoggedRecord large = loggedRecord({16, 4000}, 1e6, kafka);
    // 4,016 bytes and 9 around them leave 0.41: nine of them fill 16,384 − 61.
    QCOMPARE(large.count, 9.0);
    // Records larger than a batch go alone.
    QCOMPARE(loggedRecord({16, 100000}, 1e6, kafka).count, 1.0);
}

/// {"click_id":"…36…","user_id":…,"at":"…24…","page":"…"}: names of 8, 7, 2 and 4 with four characters around each,
/// quotes around three values, two braces less the last comma. Users are numbered to 100,000: 9 + 180 + 2,700 + 36,000
/// + 450,000 + 6 digits.
void LogTest::rowsAsJson() {
    QCOMPARE(meanDigits(9), 1.0);
    QCOMPARE(meanDigits(10), 1.1);
    QVERIFY(within(meanDigits(100000), 4.88895, 1e-9));
    Project project = shop();
    for (Entity entity : project.entities)
        if (entity.name == "clicks") {
            entity.attributes[3].statistics.averageBytes = 20;
            project.entities.set(entity);
            const Cardinality cardinality(project);
            const double fields = (8 + 4 + 38) + (7 + 4 + meanDigits(100000)) + (2 + 4 + 26) + (4 + 4 + 22);
            QVERIFY(within(jsonRowBytes(cardinality, entity), fields + 1, 1e-9));
            break;
        }
}

void LogTest::keysAndPolicies() {
    const Project project = shop();
    const Design design = designOf(project);
    QCOMPARE(design.structures.size(), std::size_t(3));
    QCOMPARE(design.placement.kind, std::string("kafka"));
    QCOMPARE(design.placement.partitions, 12);
    QCOMPARE(design.placement.replicas, 3);
    const Structure& clicks = *design.find("clicks");
    QCOMPARE(clicks.partitionKey.size(), std::size_t(1));
    QCOMPARE(clicks.partitionKey.front().column, std::string("user_id")); // OfUser compares it
    QCOMPARE(design.find("users")->partitionKey.front().column, std::string("user_id"));
    QVERIFY(design.find("marks")->partitionKey.empty());
    for (const Entity& entity : project.entities)
        QCOMPARE(topicPolicy(project, entity), entity.name == "users" ? TopicPolicy::Compact : TopicPolicy::Delete);
    // A key in the layout goes first for events, and is not taken where compaction needs the primary key.
    Layout layout = layoutOf();
    for (const Entity& entity : project.entities)
        layout.partitionKeys[entity.id] = {entity.attributes.back().id};
    const Design own = designOf(project, layout);
    QCOMPARE(own.find("clicks")->partitionKey.front().column, std::string("page"));
    QCOMPARE(own.find("users")->partitionKey.front().column, std::string("user_id"));
}

void LogTest::writesGoToTheirPartition() {
    const Project project = shop();
    const Plan click = planOf(project, "Click");
    QCOMPARE(click.shape, PlanShape::One);
    QCOMPARE(click.steps.size(), std::size_t(1));
    QCOMPARE(click.steps.front().kind, StepKind::Write);
    QCOMPARE(click.steps.front().routedBy.size(), std::size_t(1));
    QCOMPARE(planOf(project, "Rename").shape, PlanShape::One);
    QCOMPARE(planOf(project, "Leave").shape, PlanShape::One);
    const Plan all = planOf(project, "RenameAll");
    QCOMPARE(all.shape, PlanShape::Unserved);
    QVERIFY(all.why.find("user_id is not given") != std::string::npos);
}

void LogTest::readsAreInOrderOrNotServed() {
    const Project project = shop();
    // 0.005 of 604.8 million clicks lie between two times nobody stated, in twelve partitions.
    const Plan between = planOf(project, "Between");
    QCOMPARE(between.steps.front().kind, StepKind::KeyRange);
    QVERIFY(within(between.steps.front().rowsRead, 604.8e6 * 0.005, 1e-9));
    QCOMPARE(between.partitionsTouched, 12.0);
    // A key within a time is a lookup all the same: a whole partition would be read for it.
    const Plan ofUser = planOf(project, "OfUser");
    QCOMPARE(ofUser.shape, PlanShape::Unserved);
    QVERIFY(ofUser.why.find("no index to look up user_id") != std::string::npos);
    const Plan all = planOf(project, "All");
    QCOMPARE(all.steps.front().kind, StepKind::Scan);
    QVERIFY(all.unbounded);
    const Plan latest = planOf(project, "Latest");
    QCOMPARE(latest.steps.front().rowsRead, 50.0 * 12);
    QCOMPARE(latest.rowsReturned, 50.0);
    QVERIFY(!latest.unbounded);
    const Plan one = planOf(project, "One");
    QCOMPARE(one.shape, PlanShape::Unserved);
    QVERIFY(one.why.find("no index to look up user_id") != std::string::npos);
    QCOMPARE(planOf(project, "Names").shape, PlanShape::Unserved);
}

/// Clicks: 1,000 a second over 12 partitions are 0.4 in 5 ms: a batch each. Its record has a key of 8 bytes and a value
/// of rounded JSON; 61 bytes are the batch's own.
void LogTest::sizeIsABatchOfRecords() {
    const Project project = shop();
    const Estimate out = estimated(project);
    const StructureEstimate& clicks = topicOf(out, "clicks");
    const Cardinality cardinality(project);
    double value = 0;
    for (const Entity& entity : project.entities)
        if (entity.name == "clicks")
            value = std::round(jsonRowBytes(cardinality, entity));
    // Six single bytes, two for the value's length, the key and the value; two bytes say how long that is.
    const double record = 2 + 7 + 8 + value;
    QVERIFY(within(clicks.rowBytes.value(), record * 1.08 + 61, 1e-9));
    QVERIFY(within(clicks.tableBytes.value(), 604.8e6 * clicks.rowBytes.value(), 1e-9));
    const QString formula = QString::fromStdString(clicks.tableBytes.formula());
    QVERIFY2(formula.contains("between"), qPrintable(formula));
    // An entry of 8 and one of 12 bytes once in more than 4,096 bytes of whole batches.
    const double apart = (std::floor(4096 / clicks.rowBytes.value()) + 1) * clicks.rowBytes.value();
    QVERIFY(within(clicks.indexes.front().bytes.value(), clicks.tableBytes.value() * 20 / apart, 1e-9));
}

/// Seven days in segments of 21 hours: 75.6 million clicks in twelve partitions, larger than 1 GiB each, so that half a
/// GiB waits in each. With a retention of a day it is three hours: less than that.
void LogTest::segmentsWaitForTheirRetention() {
    Project project = shop();
    QCOMPARE(segmentSeconds(7.0), 75600.0);
    QCOMPARE(segmentSeconds(0.1), 3600.0);
    QCOMPARE(segmentSeconds({}), 604800.0);
    const Estimate week = estimated(project);
    QCOMPARE(topicOf(week, "clicks").indexes.back().bytes.value(), 12 * 536870912.0);
    for (Entity entity : project.entities)
        if (entity.name == "clicks") {
            entity.volume.retentionDays = 1;
            entity.volume.rows = Rows(86400000);
            project.entities.set(entity);
            break;
        }
    const Estimate day = estimated(project);
    const StructureEstimate& clicks = topicOf(day, "clicks");
    QVERIFY(within(clicks.indexes.back().bytes.value(), 1000.0 * 10800 * clicks.rowBytes.value() / 2, 1e-9));
}

/// The log is cleaned when half of it is new: between nothing and as much again, half of that on average.
void LogTest::compactedTopicsKeepHalfOfWhatIsNew() {
    const Estimate out = estimated(shop());
    const StructureEstimate& users = topicOf(out, "users");
    QVERIFY(within(users.indexes.back().bytes.value(), users.tableBytes.value() / 2, 1e-9));
    QVERIFY(
        within(users.totalBytes.value(), users.tableBytes.value() * 1.5 + users.indexes.front().bytes.value(), 1e-9));
}

void LogTest::moreRecordsNeverTakeLess() {
    double before = 0;
    for (double rows : {1.0, 1e3, 1e6, 1e9, 1e12}) {
        Project project = shop();
        for (Entity entity : project.entities)
            if (entity.name == "clicks") {
                entity.volume.rows = Rows(rows);
                project.entities.set(entity);
                break;
            }
        const double bytes = topicOf(estimated(project), "clicks").totalBytes.value();
        QVERIFY(bytes > before);
        before = bytes;
    }
}

/// 30 days × 1 million events a second are 2.592 × 10^12. A consumer reads 940,521 a second; what is left of all of
/// them after the million that comes in meanwhile is the time to replay.
void LogTest::aTrillionEvents() {
    Project project = projectOf("CREATE TABLE events (device bigint NOT NULL, at timestamptz NOT NULL, value double "
                                "precision NOT NULL, PRIMARY "
                                "KEY (device, at));",
                                "-- table: events rows=1 retention=30d\n-- name: Add :exec\n-- rate: 1000000/s\nINSERT "
                                "INTO events (device, at, "
                                "value) VALUES ($1, $2, $3);\n");
    const Cardinality cardinality(project);
    const Entity& events = *project.entities.begin();
    QVERIFY(within(Growth(cardinality).rows(events.id, 365), 2.592e12, 1e-9));
    QCOMPARE(recordsPerSecond(cardinality, events), 1e6);
    const Estimate out = estimated(project);
    const double partitions = out.nodes.partitions.value();
    // 10 MB/s into each of them.
    QCOMPARE(partitions, std::max(12.0, std::ceil(1e6 * jsonRowBytes(cardinality, events) / 1e7)));
    bool found = false;
    for (const Duration& duration : durationsOf(project, engine("kafka"), layoutOf(), out))
        if (duration.kind == "replay") {
            found = true;
            QVERIFY(within(duration.seconds.value(), 2.592e12 / (partitions * 940521 - 1e6), 1e-9));
        }
    QVERIFY(found);
}

/// 100 million users × 1,000 events a day ÷ 86,400 = 1,157,407 a second.
void LogTest::eventsOfManyUsers() {
    const Project project =
        projectOf("CREATE TABLE events (user_id bigint NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (user_id, at));",
                  "-- table: events rows=100G growth=100G/day retention=1d\n");
    const Cardinality cardinality(project);
    QVERIFY(within(recordsPerSecond(cardinality, *project.entities.begin()), 1.157407e6, 1e-6));
}

void LogTest::problemsOfTopics() {
    const Estimate good = estimated(shop());
    for (const char* id : {"log-without-retention", "fewer-keys-than-partitions", "too-many-partitions"})
        QVERIFY(!hasProblem(good, id));
    QVERIFY(hasProblem(good, "unserved-pattern"));
    Project project = shop();
    Layout layout = layoutOf(40000);
    for (Entity entity : project.entities)
        if (entity.name == "clicks") {
            entity.volume.retentionDays = {};
            entity.attributes[3].statistics.distinctValues = 7;
            layout.partitionKeys[entity.id] = {entity.attributes[3].id};
            project.entities.set(entity);
            break;
        }
    const Estimate bad = estimated(project, layout);
    for (const char* id : {"log-without-retention", "fewer-keys-than-partitions", "too-many-partitions"})
        QVERIFY2(hasProblem(bad, id), id);
}

void LogTest::consumersSeeWhatAllCopiesHold() {
    const Project project = shop();
    const Estimate out = estimated(project);
    for (const ConsistencyEstimate& one : consistencyOf(project, engine("kafka"), layoutOf(), out))
        QVERIFY2(one.met && one.obtained == Freshness::Latest, one.why.c_str());
    // Nodes: no power of two of groups, as each broker leads some partitions and follows others; three for three
    // copies.
    QVERIFY(out.nodes.count.value() >= 3);
}

void LogTest::scriptCreatesTopics() {
    const Project project = shop();
    const auto ddl = writeDdl(project, engine("kafka"), designOf(project));
    QVERIFY(ddl.has_value());
    const QString text = QString::fromStdString(*ddl);
    QVERIFY2(text.contains("--topic clicks --partitions 12 --replication-factor 3 \\\n"), qPrintable(text));
    QVERIFY(text.contains("--config retention.ms=604800000 \\\n"));
    QVERIFY(text.contains("--config segment.ms=75600000 \\\n"));
    QVERIFY(text.contains("--topic users") && text.contains("--config cleanup.policy=compact \\\n"));
    QVERIFY(text.contains("# key: user_id\n# value: {click_id: string, user_id: number, at: string, page: string}\n"));
    QVERIFY(text.contains("--config min.insync.replicas=2\n"));
    QProcess shell;
    shell.start(QStringLiteral("sh"), {QStringLiteral("-n")});
    shell.write(text.toUtf8());
    shell.closeWriteChannel();
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 0);
}

/// Topic.java: letters, digits, dot, underscore and hyphen, at most 249.
void LogTest::namesAreThoseThatKafkaTakes() {
    const std::string longName(300, 'x');
    const Project project = projectOf(
        "CREATE TABLE \"a b;$(reboot)\" (id int PRIMARY KEY); CREATE TABLE sales.\"ünï\" (id int PRIMARY KEY);",
        "-- table: \"a b;$(reboot)\" rows=10\n");
    Project renamed = project;
    for (Entity entity : project.entities)
        if (entity.schema == "sales") {
            entity.name = longName;
            renamed.entities.set(entity);
        }
    const QRegularExpression good(QStringLiteral("^[A-Za-z0-9._-]{1,249}$"));
    for (const Project& one : {project, renamed})
        for (const Structure& topic : designOf(one).structures)
            QVERIFY2(good.match(QString::fromStdString(topic.name)).hasMatch(), topic.name.c_str());
}

QTEST_APPLESS_MAIN(LogTest)
#include "log_test.moc"
