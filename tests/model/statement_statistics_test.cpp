// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// pg_stat_statements as a workload; rates by hand: calls divided by the window.
#include "tests/support/import_checks.h"

#include "model/exchange/import/statement_statistics.h"

using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

Project shop() {
    const auto imported = importPostgres(
        {{"s.sql",
          "CREATE TABLE users (id bigint PRIMARY KEY, email text);"
          "CREATE TABLE order_items (order_id bigint, line int, user_id bigint, PRIMARY KEY (order_id, line));"}});
    return imported ? imported->project : Project{};
}

} // namespace

class StatementStatisticsTest : public QObject {
    Q_OBJECT
private slots:
    void patterns() {
        const auto read = importStatementStatistics(
            shop(),
            {"pgss.csv", "userid,queryid,query,calls,total_exec_time\n"
                         "10,1,SELECT email FROM users WHERE id = $1,8640,12.5\n"
                         "11,1,SELECT email FROM users WHERE id = $1,8640,1\n"
                         "10,2,\"SELECT *\nFROM order_items\nWHERE user_id = $1 ORDER BY line LIMIT $2\",86400,3\n"
                         "10,3,\"INSERT INTO users (id, email) VALUES ($1, $2)\",864,1\n"
                         "10,4,BEGIN,99999,1\n10,5,SELECT * FROM pg_class,7,1\n"},
            86400.0);
        QVERIFY2(read, read ? "" : read.error().text().c_str());
        QCOMPARE(read->project.patterns.size(), std::size_t(3));
        const AccessPattern* get = read->project.findPattern("GetUsersById");
        QVERIFY(get);
        QCOMPARE(get->rate.average.value, 0.2); // 2 × 8,640 calls in a day: users of the server count together
        QCOMPARE(get->returns, Returns::One);
        const AccessPattern* list = read->project.findPattern("ListOrderItemsByUserId");
        QVERIFY(list);
        QCOMPARE(list->rate.average.value, 1.0);
        QCOMPARE(qtext(list->limitParameter), QStringLiteral("$2"));
        QCOMPARE(read->project.findPattern("InsertUsers")->rate.average.value, 0.01);
        QVERIFY(messagesOf(*read, Severity::Info).contains("1 × statements that are no queries"));
        QVERIFY(messagesOf(*read, Severity::Info).contains("left out"));
    }
    void refused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("window");
        QTest::addColumn<QString>("message");
        QTest::newRow("window") << QByteArray("query,calls\nSELECT 1,1\n") << 0.0 << "for how long";
        QTest::newRow("header") << QByteArray("a,b\n1,2\n") << 60.0 << "no columns \"query\" and \"calls\"";
        QTest::newRow("calls") << QByteArray("query,calls\nSELECT 1,many\n") << 60.0
                               << "pgss.csv:2:1: 'many' is no number";
        QTest::newRow("short") << QByteArray("query,calls\nSELECT 1\n") << 60.0 << "fewer columns";
        QTest::newRow("quote") << QByteArray("query,calls\n\"SELECT 1,1\n") << 60.0 << "pgss.csv:2";
        QTest::newRow("nothing") << QByteArray("query,calls\nSELECT 1,1\n") << 60.0 << "no statement of the file";
    }
    void refused() {
        QFETCH(QByteArray, text);
        QFETCH(double, window);
        QFETCH(QString, message);
        const auto read = importStatementStatistics(shop(), {"pgss.csv", text.toStdString()}, window);
        QVERIFY(!read);
        QVERIFY2(qtext(read.error().text()).contains(message), read.error().text().c_str());
    }
    void recognised() {
        QVERIFY(isStatementStatistics("userid,dbid,queryid,query,calls\n1,2,3,x,4\n"));
        QVERIFY(!isStatementStatistics("-- name: a\nSELECT 1;"));
    }
};

QTEST_APPLESS_MAIN(StatementStatisticsTest)
#include "statement_statistics_test.moc"
