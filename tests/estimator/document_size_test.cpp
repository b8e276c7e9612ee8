// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "estimator/summary/estimate.h"
#include "tests/support/estimating.h"

using namespace shardscape::estimator;
using namespace shardscape::model;
using shardscape::tests::engine;
using shardscape::tests::projectOf;
using shardscape::tests::within;

namespace {

Estimate onMongo(const Project& project) {
    Layout layout;
    layout.engine = "mongodb";
    auto out = estimate(project, engine("mongodb"), layout);
    if (!out)
        qFatal("%s", out.error().text().c_str());
    return std::move(*out);
}

} // namespace

class DocumentSizeTest : public QObject {
    Q_OBJECT

private slots:
    void indexEntries_data();
    void indexEntries();
    void collections();
    void listsAreReadWithTheirDocument();
};

/// File bytes an entry of indexes of WiredTiger 12.0 with mongod's settings, 300,000 entries in the order named.
void DocumentSizeTest::indexEntries_data() {
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("index");
    QTest::addColumn<double>("distinct");
    QTest::addColumn<double>("measured");
    QTest::newRow("random UUID") << "k uuid NOT NULL"
                                 << "k" << 300000.0 << 41.6;
    QTest::newRow("number in order") << "k int GENERATED ALWAYS AS IDENTITY"
                                     << "k" << 300000.0 << 11.1;
    QTest::newRow("six countries") << "k char(2) NOT NULL"
                                   << "k" << 6.0 << 8.7;
    QTest::newRow("sensor and time") << "k int NOT NULL, at timestamp NOT NULL"
                                     << "k, at" << 1000.0 << 19.2;
}

void DocumentSizeTest::indexEntries() {
    QFETCH(QString, columns);
    QFETCH(QString, index);
    QFETCH(double, distinct);
    QFETCH(double, measured);
    const QString schema =
        QString("CREATE TABLE t (id uuid PRIMARY KEY, %1); CREATE INDEX i ON t (%2);").arg(columns, index);
    Project project = projectOf(schema.toStdString(), "-- table: t rows=300000\n");
    Entity entity = *project.entities.begin();
    entity.attributes[1].statistics.distinctValues = distinct;
    entity.attributes[1].statistics.averageBytes = 2;
    project.entities.set(entity);
    const Estimate out = onMongo(project);
    for (const IndexEstimate& one : out.structures.front().indexes)
        if (one.name == "i") {
            QVERIFY(within(one.bytes.value() / 300000, measured, 0.08));
            return;
        }
    QFAIL("no index");
}

/// Three kinds of documents weighed there: 0.689, 0.354 and 1.004 bytes of file for a byte of BSON.
void DocumentSizeTest::collections() {
    const Project project =
        projectOf("CREATE TABLE t (id bigint PRIMARY KEY, v bigint NOT NULL);", "-- table: t rows=1M\n");
    const Estimate out = onMongo(project);
    const StructureEstimate& collection = out.structures.front();
    const double document = 4 + (1 + 4 + 8) + (1 + 2 + 8) + 1;
    QVERIFY(within(collection.tableBytes.value(), 1e6 * document * 0.69, 0.001));
    QVERIFY(collection.tableBytes.formula().find("between") != std::string::npos);
}

/// An order of ten lines is one document of which a request reads all, and one more line rewrites it.
void DocumentSizeTest::listsAreReadWithTheirDocument() {
    const Project project = projectOf(
        "CREATE TABLE orders (id bigint PRIMARY KEY);"
        "CREATE TABLE lines (id bigint NOT NULL REFERENCES orders, line int NOT NULL, PRIMARY KEY (id, line));",
        "-- table: orders rows=1M\n-- table: lines rows=10M\n-- relationship: lines.id mean=10 max=20\n"
        "-- name: Lines\n-- rate: 1/s\nSELECT line FROM lines WHERE id = $1;\n"
        "-- name: Add\n-- rate: 1/s\nINSERT INTO lines (id, line) VALUES ($1, $2);\n");
    const Estimate out = onMongo(project);
    QCOMPARE(out.structures.size(), std::size_t{1});
    QCOMPARE(out.patterns[0].plan.rowsRead, 1.0);
    QCOMPARE(out.patterns[0].plan.partitionsTouched, 1.0);
    QCOMPARE(out.patterns[1].plan.writes, 1.0); // the document, and no index
}

QTEST_APPLESS_MAIN(DocumentSizeTest)
#include "document_size_test.moc"
