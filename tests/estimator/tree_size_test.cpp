// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>

#include "estimator/size/trees.h"
#include "estimator/summary/estimate.h"
#include "model/exchange/import/import.h"
#include "tests/support/estimating.h"

using namespace shardscape;
using namespace shardscape::estimator;

namespace {

Estimate estimated(const model::Project& project, const char* engine) {
    model::Layout layout;
    layout.engine = engine;
    auto out = estimate(project, *tests::engines().find(engine), layout);
    if (!out)
        qFatal("%s", out.error().text().c_str());
    return std::move(*out);
}

} // namespace

/// Trees of InnoDB and SQLite without a server: the formats by hand, tables that were measured, and laws that hold on
/// every engine. The weighing (tests/engines/weighing_test.cpp) compares with live servers.
class TreeSizeTest : public QObject {
    Q_OBJECT
private slots:
    void variableLengthIntegers();
    void decimals();
    void measuredTables_data();
    void measuredTables();
    void rowsNeverShrinkATable_data();
    void rowsNeverShrinkATable();
    void replicasMultiply();
    void fewerIndexesNeverCostMore();
};

void TreeSizeTest::variableLengthIntegers() {
    // File format of SQLite, 1.6: 7 bits a byte.
    QCOMPARE(varintBytes(127), 1.0);
    QCOMPARE(varintBytes(128), 2.0);
    QCOMPARE(varintBytes(16383), 2.0);
    QCOMPARE(varintBytes(16384), 3.0);
    QCOMPARE(varintBytes(2e18), 9.0);
    QCOMPARE(meanVarintBytes(127), 1.0);
    QCOMPARE(meanVarintBytes(254), 1.5); // 127 of one byte, 127 of two
    // 2.1: serial types 8, 9, 1 … 6.
    QCOMPARE(integerBodyBytes(1), 0.0);
    QCOMPARE(integerBodyBytes(-1), 1.0);
    QCOMPARE(integerBodyBytes(127), 1.0);
    QCOMPARE(integerBodyBytes(128), 2.0);
    QCOMPARE(integerBodyBytes(8388608), 4.0);
    QCOMPARE(integerBodyBytes(2147483648.0), 6.0);
    QCOMPARE(integerBodyBytes(1e15), 8.0);
}

void TreeSizeTest::decimals() {
    // MySQL manual, "Data Type Storage Requirements": DECIMAL(18,9) 8 bytes, DECIMAL(20,6): 14 digits 4 + 3, 6
    // digits 3.
    QCOMPARE(mysqlDecimalBytes(18, 9), 8.0);
    QCOMPARE(mysqlDecimalBytes(20, 6), 10.0);
    QCOMPARE(mysqlDecimalBytes(10, 2), 5.0);
}

void TreeSizeTest::measuredTables_data() {
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QByteArray>("ddl");
    QTest::addColumn<QByteArray>("statistics");
    QTest::addColumn<double>("table"); // kB on MariaDB 10.11.19 and SQLite 3.40.1
    const QByteArray narrow = "CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, v int NOT NULL);";
    const QByteArray rows = "-- table: t rows=60000\n-- column: t.v distinct=60000\n";
    QTest::newRow("MariaDB, narrow rows") << "mariadb" << narrow << rows << 1952.0;
    QTest::newRow("SQLite, narrow rows") << "sqlite" << narrow << rows << 664.0;
    const QByteArray flags =
        "CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a bigint NOT NULL, b bigint "
        "NOT NULL, c bool NOT NULL, d smallint NOT NULL, e bool NOT NULL);";
    // By hand: 5 + 13 + 8 + 8 + 8 + 1 + 2 + 1 + 0.5 = 46.5; 15,228 ÷ 46.5 = 327 rows; 500,000 ÷ 327 = 1,530 pages,
    // which are 2 pages of ⌊16,252 ÷ 17.5⌋ = 928 children and their root: 1,533.
    QTest::newRow("MariaDB, by hand") << "mariadb" << flags << QByteArray("-- table: t rows=500000\n") << 1533 * 16.0;
}

void TreeSizeTest::measuredTables() {
    QFETCH(QString, engine);
    QFETCH(QByteArray, ddl);
    QFETCH(QByteArray, statistics);
    QFETCH(double, table);
    const Estimate out =
        estimated(tests::projectOf(ddl.constData(), statistics.toStdString()), engine.toUtf8().constData());
    const double kilobytes = out.structures.at(0).tableBytes.value() / 1024;
    QVERIFY2(std::abs(kilobytes - table) / table < 0.002, qPrintable(QString::number(kilobytes)));
}

void TreeSizeTest::rowsNeverShrinkATable_data() {
    QTest::addColumn<QString>("engine");
    for (const char* engine : {"postgresql", "mariadb", "mysql", "sqlite", "cassandra", "dynamodb"})
        QTest::newRow(engine) << QString(engine);
}

void TreeSizeTest::rowsNeverShrinkATable() {
    QFETCH(QString, engine);
    const char* ddl =
        "CREATE TABLE t (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), n bigint NOT NULL, a text, b text, at "
        "timestamptz NOT NULL DEFAULT now()); CREATE INDEX t_n ON t (n, at); CREATE INDEX t_a ON t (a);";
    double before = 0, indexesBefore = 0;
    for (double rows = 1; rows < 3e7; rows *= 1.37) {
        const Estimate out =
            estimated(tests::projectOf(ddl, "-- table: t rows=" + std::to_string(static_cast<long>(rows)) +
                                                "\n-- column: t.n distinct=50\n-- column: t.b avg=300B max=9kB\n-- "
                                                "column: t.a nulls=0.4 avg=20B\n"),
                      engine.toUtf8().constData());
        double table = 0, indexes = 0;
        for (const StructureEstimate& structure : out.structures) {
            table += structure.tableBytes.value();
            for (const IndexEstimate& index : structure.indexes)
                indexes += index.bytes.value();
        }
        QVERIFY2(table >= before, qPrintable(QString("%1 rows: %2 < %3").arg(rows).arg(table).arg(before)));
        // Pages of one run end where the next begins: an index may lose one page in a thousand.
        QVERIFY2(indexes >= 0.999 * indexesBefore - 16384, qPrintable(QString("%1 rows").arg(rows)));
        before = table;
        indexesBefore = indexes;
    }
}

void TreeSizeTest::replicasMultiply() {
    const model::Project p =
        tests::projectOf("CREATE TABLE t (id bigint PRIMARY KEY, a text);", "-- table: t rows=100000\n");
    for (const char* engine : {"postgresql", "mariadb", "sqlite"})
        for (int replicas : {1, 2, 5}) {
            model::Layout layout;
            layout.engine = engine;
            layout.replicas = replicas;
            const auto out = estimate(p, *tests::engines().find(engine), layout);
            const GrowthMonth& now = out->growth.at(0);
            QCOMPARE(now.replicatedBytes.value(), replicas * now.bytes.value());
        }
}

void TreeSizeTest::fewerIndexesNeverCostMore() {
    const std::string statistics =
        "-- table: t rows=100000\n-- name: Add :exec\n-- rate: 100/s\nINSERT INTO t (id, a, b) "
        "VALUES ($1, $2, $3);\n\n-- name: Change :exec\n-- rate: 100/s\nUPDATE t SET a = $2 WHERE "
        "id = $1;\n\n-- name: Drop :exec\n-- rate: 10/s\nDELETE FROM t WHERE id = $1;\n";
    const char* table = "CREATE TABLE t (id bigint PRIMARY KEY, a int, b int);";
    const char* more =
        "CREATE TABLE t (id bigint PRIMARY KEY, a int, b int); CREATE INDEX t_a ON t (a); CREATE INDEX t_b ON t "
        "(b);";
    for (const char* engine : {"postgresql", "mariadb", "sqlite"}) {
        const Estimate with = estimated(tests::projectOf(more, statistics), engine);
        const Estimate without = estimated(tests::projectOf(table, statistics), engine);
        QVERIFY(with.structures.at(0).totalBytes.value() > without.structures.at(0).totalBytes.value());
        for (std::size_t i = 0; i < with.patterns.size(); ++i) {
            double entriesWith = 0, entriesWithout = 0;
            for (const PlanStep& step : with.patterns[i].plan.steps)
                entriesWith += step.indexesWritten;
            for (const PlanStep& step : without.patterns[i].plan.steps)
                entriesWithout += step.indexesWritten;
            QVERIFY(entriesWithout <= entriesWith);
            QVERIFY(without.patterns[i].p99.value() <= with.patterns[i].p99.value());
        }
    }
}

QTEST_APPLESS_MAIN(TreeSizeTest)
#include "tree_size_test.moc"
