// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/pattern_table.h"

#include <QTest>

#include "model/exchange/import/import.h"

using namespace shardscape::model;

namespace {

Project small() {
    const auto schema = importPostgres({{"schema.sql", "CREATE TABLE users (id bigint PRIMARY KEY, name text);"}});
    return importWorkload(schema->project, {"w.sql", "-- name: GetUser :one\n-- rate: 1/s\n"
                                                     "SELECT name FROM users WHERE id = $1;\n"})
        ->project;
}

} // namespace

class PatternTableTest : public QObject {
    Q_OBJECT
private slots:
    void cellsTellByThemselves() {
        const auto table = importPatternTable(
            small(), "GetUser\t5k/s\t12k/s\tp99 50ms\tzipf(0.9)\tbounded(5s)\n"
                     "Rename\tUPDATE users SET name = $1 WHERE id = $2\t2M/day\tstrong\twhat people do\n");
        QVERIFY2(table.has_value(), table ? "" : table.error().text().c_str());
        QCOMPARE(table->added, std::size_t(1));
        QCOMPARE(table->changed, std::size_t(1));
        const AccessPattern& get = *table->project.findPattern("GetUser");
        QCOMPARE(get.rate.average.value, 5000.0);
        QCOMPARE(get.rate.peak->value, 12000.0);
        QCOMPARE(get.p99Seconds, std::optional<double>(0.05));
        QCOMPARE(get.popularity.theta, 0.9);
        QCOMPARE(get.consistency.boundSeconds, 5.0);
        const AccessPattern& rename = *table->project.findPattern("Rename");
        QCOMPARE(rename.rate.average.value, 2e6 / 86400);
        QCOMPARE(rename.comment, std::string("what people do"));
        QVERIFY(rename.verb == Verb::Update);
    }

    void aHeaderSaysWhatIsWhat() {
        const auto table = importPatternTable(small(), "Name,QPS,p99,sql,whatever\n"
                                                       "GetUser,250,20ms,,x\n"
                                                       "\"Count, all\",1/min,,\"SELECT count(*) FROM users\",y\n");
        QVERIFY2(table.has_value(), table ? "" : table.error().text().c_str());
        QCOMPARE(table->project.findPattern("GetUser")->rate.average.value, 250.0);
        QCOMPARE(table->project.findPattern("GetUser")->p99Seconds, std::optional<double>(0.02));
        QVERIFY(table->project.findPattern("Count, all"));
    }

    void whatCannotBeReadIsSaidWithItsLine_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("unknown") << "GetUser\t1/s\nNobody\t1/s\n" << 2;
        QTest::newRow("rate") << "name,rate\nGetUser,fast\n" << 2;
        QTest::newRow("latency") << "name,p99\nGetUser,soon\n" << 2;
        QTest::newRow("sql") << "New,SELECT nothing FROM users\n" << 1;
        QTest::newRow("nameless") << "name,rate\n,5/s\n" << 2;
        QTest::newRow("empty") << "\n\n" << 0;
    }
    void whatCannotBeReadIsSaidWithItsLine() {
        QFETCH(QString, text);
        const auto table = importPatternTable(small(), text.toStdString());
        QVERIFY(!table);
        QTEST(table.error().line, "line");
    }
};

QTEST_APPLESS_MAIN(PatternTableTest)
#include "pattern_table_test.moc"
