// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "estimator/planning/plan.h"
#include "estimator/planning/planner.h"
#include "estimator/size/columnar.h"
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

using Kind = ColumnarColumn::Kind;

ColumnarColumn column(Kind kind, double width, double distinct) {
    ColumnarColumn out;
    out.kind = kind;
    out.width = width;
    out.distinct = distinct;
    return out;
}

/// A table of readings and what is asked of it. Rows: a billion of 500 bytes.
const char* kSchema = "CREATE TABLE readings (id bigint PRIMARY KEY, device_id int NOT NULL, at timestamp NOT NULL, "
                      "value int NOT NULL, rest char(480) NOT NULL);";
const char* kWorkload = "-- table: readings rows=1G\n"
                        "-- name: Average\n-- rate: 1/min\nSELECT avg(value) FROM readings;\n"
                        "-- name: OfDevice\n-- rate: 100/s\n"
                        "SELECT at, value FROM readings WHERE device_id = $1 AND at BETWEEN $2 AND $3;\n"
                        "-- name: Correct\n-- rate: 1/s\nUPDATE readings SET value = $2 WHERE id = $1;\n"
                        "-- name: Append\n-- rate: 1000/s\n"
                        "INSERT INTO readings (id, device_id, at, value, rest) VALUES ($1, $2, $3, $4, $5);\n";

Project readings() {
    Project project = projectOf(kSchema, kWorkload);
    Entity entity = *project.entities.begin();
    for (Attribute& attribute : entity.attributes) {
        if (attribute.name == "device_id")
            attribute.statistics.distinctValues = 100000;
        if (attribute.name == "at")
            attribute.statistics.distinctValues = 10000;
    }
    project.entities.set(entity);
    return project;
}

Design designOn(const Project& project, const char* name, std::optional<int> partitions = {}) {
    Layout layout;
    layout.engine = name;
    layout.partitions = partitions;
    layout.replicas = 1;
    return *mapProject(project, engine(name), layout);
}

Plan planOf(const Project& project, const char* name, const char* pattern, std::optional<int> partitions = {}) {
    const Design design = designOn(project, name, partitions);
    for (const AccessPattern& one : project.patterns)
        if (one.name == pattern)
            return planPattern(project, engine(name), design, one);
    qFatal("no pattern %s", pattern);
}

} // namespace

class ColumnarTest : public QObject {
    Q_OBJECT

private slots:
    void kinds_data();
    void kinds();
    void runsOfTheSortKeyCostLittle();
    void onlyNamedColumnsAreRead();
    void theSortKeyFindsGranules();
    void singleRowsAreNotChanged();
    void searchesReadEverything();
    void shardsAreAskedByTheirKey();
    void schemaSaysWhatWasDecided();
    void everySizeHasARange();
};

/// Bytes of a value measured on ClickHouse 26.7 (2 million rows, LZ4), which lie between the ends that are stated. They
/// were measured in two physical orders: by time, and by device and time.
void ColumnarTest::kinds_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("distinct");
    QTest::addColumn<bool>("varies");
    QTest::addColumn<double>("nulls");
    QTest::addColumn<double>("byTime");
    QTest::addColumn<double>("byDevice");
    const auto row = [](const char* name, Kind kind, double width, double distinct, bool varies, double nulls,
                        double byTime, double byDevice) {
        QTest::newRow(name) << static_cast<int>(kind) << width << distinct << varies << nulls << byTime << byDevice;
    };
    row("64-bit sequence", Kind::Whole, 8, 2e6, false, 0, 4.00, 4.57);
    row("counter with steps", Kind::Whole, 8, 2e6, false, 0, 4.59, 4.71);
    row("0 to 99", Kind::Whole, 1, 100, false, 0, 1.00, 1.00);
    row("32 random bits", Kind::Whole, 4, 2e6, false, 0, 4.02, 4.02);
    row("two decimals as a number", Kind::Whole, 4, 10000, false, 0, 3.30, 3.30);
    row("0 to 999, half null", Kind::Whole, 4, 1000, false, 0.5, 2.60, 2.60);
    row("gauge", Kind::Real, 8, 2e5, false, 0, 3.17, 2.40);
    row("two decimals", Kind::Real, 8, 10000, false, 0, 4.28, 4.28);
    row("full entropy", Kind::Real, 8, 2e6, false, 0, 8.03, 8.03);
    row("yes or no", Kind::Flag, 1, 2, false, 0, 0.60, 0.60);
    row("seldom yes", Kind::Flag, 1, 2, false, 0, 0.056, 0.056);
    row("UUIDv4", Kind::Random, 16, 2e6, false, 0, 16.07, 16.07);
    row("ten labels", Kind::Label, 1, 10, false, 0, 0.75, 0.75);
    row("ten words", Kind::Dictionary, 4.6, 10, true, 0, 0.82, 0.82);
    row("a thousand words", Kind::Dictionary, 12, 1000, false, 0, 1.90, 1.90);
    row("letters and digits", Kind::Text, 16, 2e6, false, 0, 16.10, 16.10);
    row("addresses", Kind::Text, 57, 2e6, true, 0, 16.22, 16.22);
    row("log lines", Kind::Text, 84, 2e6, true, 0, 30.4, 30.4);
    row("JSON", Kind::Text, 111, 2e6, true, 0, 33.4, 33.4);
}

void ColumnarTest::kinds() {
    QFETCH(int, kind);
    QFETCH(double, width);
    QFETCH(double, distinct);
    QFETCH(bool, varies);
    QFETCH(double, nulls);
    QFETCH(double, byTime);
    QFETCH(double, byDevice);
    ColumnarColumn one = column(static_cast<Kind>(kind), width, distinct);
    one.varies = varies;
    one.nullShare = nulls;
    const Spread bytes = columnarBytes(one, engine("clickhouse"));
    QVERIFY(bytes.least <= bytes.likely && bytes.likely <= bytes.most);
    for (const double measured : {byTime, byDevice})
        QVERIFY2(bytes.least <= 1.01 * measured && measured <= 1.01 * bytes.most,
                 qPrintable(QString("%1: between %2 and %3").arg(measured).arg(bytes.least).arg(bytes.most)));
}

/// A million rows of a hundred devices, sorted by device: a run is 10,000 rows, and LZ4 writes it as good as nothing.
void ColumnarTest::runsOfTheSortKeyCostLittle() {
    ColumnarColumn device = column(Kind::Whole, 4, 100);
    device.runShare = 100 / 1e6;
    const Spread bytes = columnarBytes(device, engine("clickhouse"));
    QVERIFY(bytes.most <= 4.0 / 250 + 1e-12);
}

/// The average of a 4-byte column in a billion rows of 500 bytes: 500 GB from a row store, 4 GB from a column store.
/// At ten to one that is 0.4 GB from the disk.
void ColumnarTest::onlyNamedColumnsAreRead() {
    const Project project = readings();
    QVERIFY(within(planOf(project, "postgresql", "Average").bytesRead, 500e9, 0.02));
    const Plan plan = planOf(project, "clickhouse", "Average");
    QCOMPARE(plan.bytesRead, 4e9);
    QCOMPARE(plan.rowsReturned, 1.0);
    QVERIFY(plan.unbounded); // it grows with the data
}

/// 10,000 readings of a device, of which a range keeps 0.005: 50 rows, read as a granule of 8,192 at each end.
void ColumnarTest::theSortKeyFindsGranules() {
    const Project project = readings();
    const Design design = designOn(project, "clickhouse");
    const Structure& table = design.structures.front();
    QStringList key;
    for (const StructureKeyPart& part : table.sortKey)
        key << QString::fromStdString(part.column);
    QCOMPARE(key, QStringList({"device_id", "at", "id"}));
    const Plan plan = planOf(project, "clickhouse", "OfDevice");
    QCOMPARE(plan.rowsRead, 50.0 + 8192);
    QCOMPARE(plan.rowsReturned, 50.0);
    QCOMPARE(plan.bytesRead, (50.0 + 8192) * (4 + 8 + 4)); // device, time and value: what it names
}

void ColumnarTest::singleRowsAreNotChanged() {
    const Plan plan = planOf(readings(), "clickhouse", "Correct");
    QCOMPARE(plan.shape, PlanShape::Unserved);
    QVERIFY(plan.why.find("new version") != std::string::npos);
    QCOMPARE(planOf(readings(), "clickhouse", "Append").writes, 1.0);
}

/// Nothing finds a word within texts, so that a limit may come late or never.
void ColumnarTest::searchesReadEverything() {
    std::string workload = kWorkload;
    workload += "-- name: Search\n-- rate: 1/s\nSELECT id FROM readings WHERE rest LIKE '%x%' LIMIT 10;\n";
    const Project project = projectOf(kSchema, workload);
    const Plan plan = planOf(project, "clickhouse", "Search");
    QVERIFY(plan.unbounded);
    QVERIFY2(plan.why.find("looks inside values") != std::string::npos, plan.why.c_str());
}

void ColumnarTest::shardsAreAskedByTheirKey() {
    const Project project = readings();
    QCOMPARE(planOf(project, "clickhouse", "OfDevice", 8).partitionsTouched, 1.0);
    const Plan all = planOf(project, "clickhouse", "Average", 8);
    QCOMPARE(all.partitionsTouched, 8.0);
    QCOMPARE(all.shape, PlanShape::Scatter);
}

void ColumnarTest::schemaSaysWhatWasDecided() {
    Project project = readings();
    Entity entity = *project.entities.begin();
    entity.name = "re`ad\\ings";
    entity.volume.retentionDays = 30;
    entity.volume.removal = RowRemoval::Ttl;
    project.entities.set(entity);
    const QString one =
        QString::fromStdString(*writeDdl(project, engine("clickhouse"), designOn(project, "clickhouse")));
    QVERIFY2(one.contains("CREATE TABLE `re\\`ad\\\\ings`"), qPrintable(one));
    QVERIFY2(one.contains("PARTITION BY toYYYYMM(`at`)\nORDER BY (`device_id`, `at`, `id`)"), qPrintable(one));
    QVERIFY(one.contains("TTL toDateTime(`at`) + toIntervalDay(30)"));
    const QString shards =
        QString::fromStdString(*writeDdl(project, engine("clickhouse"), designOn(project, "clickhouse", 4)));
    QVERIFY2(shards.contains("Distributed('{cluster}', currentDatabase(), 're`ad\\\\ings_local', "
                             "cityHash64(`device_id`))"),
             qPrintable(shards));
}

void ColumnarTest::everySizeHasARange() {
    Layout layout;
    layout.engine = "clickhouse";
    const auto estimated = estimate(readings(), engine("clickhouse"), layout);
    QVERIFY(estimated.has_value());
    const Figure& bytes = estimated->structures.front().tableBytes;
    QVERIFY(QString::fromStdString(bytes.formula()).contains("between"));
    QVERIFY(estimated->writeAmplification.value() > 1); // merges write a row again
}

QTEST_APPLESS_MAIN(ColumnarTest)
#include "columnar_test.moc"
