// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "estimator/planning/planner.h"
#include "estimator/size/time_series.h"
#include "estimator/size/xor_chunk.h"
#include "estimator/summary/estimate.h"
#include "model/exchange/export/ddl.h"
#include "model/physical/mapping.h"
#include "tests/support/estimating.h"

using namespace shardscape::estimator;
using namespace shardscape::model;
using shardscape::tests::engine;
using shardscape::tests::projectOf;
using shardscape::tests::within;

namespace {

const char* kSchema =
    "CREATE TABLE hosts (id int PRIMARY KEY, name varchar(40) NOT NULL);"
    "CREATE TABLE load (id bigint PRIMARY KEY, host varchar(20) NOT NULL, region varchar(20) NOT NULL, at timestamptz "
    "NOT NULL, busy int NOT NULL, note text);";
const char* kWorkload =
    "-- table: load rows=86400000 retention=1d\n"
    "-- name: Add :exec\n-- rate: 1000/s\nINSERT INTO load (id, host, region, at, busy) VALUES ($1, $2, $3, $4, $5);\n"
    "-- name: OfHost\n-- rate: 10/s\nSELECT at, busy FROM load WHERE host = $1 AND at BETWEEN $2 AND $3;\n"
    "-- name: ByRegion\n-- rate: 1/s\nSELECT region, avg(busy) FROM load WHERE at BETWEEN $1 AND $2 GROUP BY region;\n"
    "-- name: Notes\n-- rate: 1/s\nSELECT note FROM load WHERE host = $1;\n"
    "-- name: Correct :exec\n-- rate: 1/s\nUPDATE load SET busy = $2 WHERE id = $1;\n"
    "-- name: Host\n-- rate: 1/s\nSELECT name FROM hosts WHERE id = $1;\n";

Project loads(double hosts, double rows = 86.4e6) {
    Project project = projectOf(kSchema, kWorkload);
    for (Entity entity : project.entities) {
        if (entity.name != "load")
            continue;
        entity.volume.rows = Rows(rows);
        for (Attribute& attribute : entity.attributes) {
            if (attribute.name == "host")
                attribute.statistics = {8, {}, {}, hosts};
            if (attribute.name == "region")
                attribute.statistics = {2, {}, {}, 10};
            if (attribute.name == "busy")
                attribute.statistics.distinctValues = 100;
            if (attribute.name == "note")
                attribute.statistics.averageBytes = 200;
        }
        project.entities.set(entity);
        break;
    }
    return project;
}

Layout layoutOf(std::optional<int> partitions = {}) {
    Layout layout;
    layout.engine = "prometheus";
    layout.partitions = partitions;
    return layout;
}

Plan planOf(const Project& project, const char* pattern, std::optional<int> partitions = {}) {
    const Design design = *mapProject(project, engine("prometheus"), layoutOf(partitions));
    for (const AccessPattern& one : project.patterns)
        if (one.name == pattern)
            return planPattern(project, engine("prometheus"), design, one);
    qFatal("no pattern %s", pattern);
}

Estimate estimated(const Project& project) {
    auto out = estimate(project, engine("prometheus"), layoutOf());
    if (!out)
        qFatal("%s", out.error().text().c_str());
    return std::move(*out);
}

} // namespace

class TimeSeriesTest : public QObject {
    Q_OBJECT

private slots:
    void chunkOfAConstantByHand();
    void kindsOfNumbers_data();
    void kindsOfNumbers();
    void aPointShrinksFromSixteenBytes();
    void labelsMakeSeries();
    void aMillionUsersAreRefused();
    void plans();
    void serversShareSeries();
    void rulesSayWhatIsRolledUp();
};

/// 120 samples of one number every 15 s: 2 bytes of count; time as a varint of 6 bytes and the number's 8; difference
/// of 15,000 as a varint of 2 bytes and a bit; change of the difference and of the number a bit each, 118 times. That
/// is 2 + 14 + 2 bytes and 237 bits = 48 bytes. With length, encoding and check sum 54 bytes of a file, as
/// promtool 2.42 writes them: 54 / 120 = 0.45.
void TimeSeriesTest::chunkOfAConstantByHand() {
    XorChunk chunk;
    for (int i = 0; i < 120; ++i)
        chunk.append(1763596800000 + i * 15000, 5);
    QCOMPARE(chunk.bytes(), 48.0);
    QCOMPARE(sampleBytes({SampleKind::Kind::Whole, 1, 0}, 120, 15, engine("prometheus")).least, 0.45);
}

/// Bytes of a sample that promtool tsdb create-blocks-from openmetrics 2.42 wrote: 288,000 samples every 15 s in chunks
/// of 120, numbers drawn evenly, the level as a walk of -0.1, 0 or +0.1.
void TimeSeriesTest::kindsOfNumbers_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("distinct");
    QTest::addColumn<double>("measured");
    QTest::newRow("yes or no") << int(SampleKind::Kind::Flag) << 2.0 << 1.147;
    QTest::newRow("1 to 10") << int(SampleKind::Kind::Whole) << 10.0 << 1.969;
    QTest::newRow("1 to 100") << int(SampleKind::Kind::Whole) << 100.0 << 1.941;
    QTest::newRow("walk of one decimal") << int(SampleKind::Kind::Fraction) << 200.0 << 4.741;
}

void TimeSeriesTest::kindsOfNumbers() {
    QFETCH(int, kind);
    QFETCH(double, distinct);
    QFETCH(double, measured);
    const Spread bytes = sampleBytes({static_cast<SampleKind::Kind>(kind), distinct, 1}, 120, 15, engine("prometheus"));
    QVERIFY(within(bytes.likely, measured, 0.06));
    QVERIFY(bytes.least < bytes.likely && bytes.likely < bytes.most);
    // Two decimals and full entropy took 7.99 and 7.48 there; jitter adds 15 bits.
    if (static_cast<SampleKind::Kind>(kind) == SampleKind::Kind::Fraction)
        QVERIFY(bytes.most > 7.99 && bytes.most < 10.2);
}

/// 10,000 devices × 1/s are 864 million points a day, 16 bytes raw: a time and a number of 8. Of numbers with few
/// values 1 to 2 bytes are left.
void TimeSeriesTest::aPointShrinksFromSixteenBytes() {
    Project project = projectOf("CREATE TABLE points (device int NOT NULL, at timestamptz NOT NULL, on_air boolean NOT "
                                "NULL, PRIMARY KEY (device, at));",
                                "-- table: points rows=864M retention=1d\n-- name: Add :exec\n-- rate: 10000/s\nINSERT "
                                "INTO points (device, at, "
                                "on_air) VALUES ($1, $2, $3);\n");
    for (Entity entity : project.entities) {
        entity.attributes.front().statistics.distinctValues = 10000;
        project.entities.set(entity);
        break;
    }
    const Estimate result = estimated(project);
    const StructureEstimate& points = result.structures.front();
    QVERIFY(within(points.rowsPerDay.value(), 864e6, 1e-9));
    QVERIFY(points.rowBytes.value() > 1 && points.rowBytes.value() < 2);
    QVERIFY(points.totalBytes.value() < 864e6 * 16 / 8);
    QCOMPARE(seriesFigure(points)->value(), 10000.0);
}

/// 100 hosts × 10 regions are 1,000 series.
void TimeSeriesTest::labelsMakeSeries() {
    const Estimate result = estimated(loads(100));
    QCOMPARE(result.structures.size(), std::size_t(1)); // hosts has no time
    QCOMPARE(seriesFigure(result.structures.front())->value(), 1000.0);
    for (const Problem& problem : result.problems)
        QVERIFY(problem.id != "high-cardinality-label");
    const QString formula = QString::fromStdString(result.structures.front().tableBytes.formula());
    QVERIFY2(formula.contains("between"), qPrintable(formula));
}

/// The same with a million users and 100 hosts … a billion: 10 million at most fit 32 GiB at 3 KiB.
void TimeSeriesTest::aMillionUsersAreRefused() {
    const Estimate result = estimated(loads(100e6, 10e9));
    QCOMPARE(seriesFigure(result.structures.front())->value(), 1e9);
    const bool refused = std::any_of(result.problems.begin(), result.problems.end(), [](const Problem& problem) {
        return problem.id == "high-cardinality-label" && problem.severity == Severity::Error;
    });
    QVERIFY(refused);
    // 1e9 × 3,072 bytes ÷ (68,719,476,736 × 0.5) = 89.4: 90 servers, twice.
    for (const NodeConstraint& constraint : result.nodes.constraints)
        if (constraint.name == "memory")
            QCOMPARE(constraint.nodes.value(), 180.0);
}

void TimeSeriesTest::plans() {
    const Project project = loads(100);
    QCOMPARE(planOf(project, "Add").shape, PlanShape::One);
    const Plan host = planOf(project, "OfHost");
    QCOMPARE(host.steps.front().kind, StepKind::KeyRange);
    // One host in ten regions, and 0.005 of the time: 86.4 M ÷ 100 × 0.005.
    QVERIFY(within(host.steps.front().rowsRead, 4320, 1e-6));
    QVERIFY(host.steps.front().text.find("10 series") != std::string::npos);
    QCOMPARE(planOf(project, "ByRegion").rowsReturned, 10.0);
    for (const char* name : {"Notes", "Correct", "Host"}) {
        const Plan plan = planOf(project, name);
        QCOMPARE(plan.shape, PlanShape::Unserved);
        QVERIFY(!plan.why.empty());
    }
}

void TimeSeriesTest::serversShareSeries() {
    QCOMPARE(planOf(loads(100), "OfHost", 4).partitionsTouched, 1.0);
    QCOMPARE(planOf(loads(100), "ByRegion", 4).partitionsTouched, 4.0);
}

void TimeSeriesTest::rulesSayWhatIsRolledUp() {
    const Project project = loads(100);
    const auto ddl = writeDdl(project, engine("prometheus"), *mapProject(project, engine("prometheus"), layoutOf()));
    QVERIFY(ddl.has_value());
    const QString text = QString::fromStdString(*ddl);
    QVERIFY2(text.contains("retention.time=1d") && text.contains("# load_busy{host, region}"), qPrintable(text));
    QVERIFY(
        text.contains("record: region:load_busy:avg5m\n        expr: avg by (region) (avg_over_time(load_busy[5m]))"));
}

QTEST_APPLESS_MAIN(TimeSeriesTest)
#include "time_series_test.moc"
