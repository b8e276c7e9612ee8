// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The helpers that start real servers: that they start, answer, report errors, and leave nothing behind.
#include <QDir>
#include <QJsonArray>
#include <QtTest>

#include "tests/support/dynalite_server.h"
#include "tests/support/folders.h"
#include "tests/support/postgres_server.h"
#include "tests/support/redis_server.h"

using namespace shardscape::tests;

class ServersTest : public QObject {
    Q_OBJECT
private slots:
    void aCommandIsRunWithItsInput();
    void aCommandThatDoesNotEndIsKilled();
    void aServerThatDoesNotStartIsExplained();
    void postgres();
    void redis();
    void redisClusterNode();
    void dynalite();
    void sharedFolderFollowsTheEnvironment();
};

void ServersTest::aCommandIsRunWithItsInput() {
    const Outcome good = runCommand("cat", {}, "three\nlines\nof text");
    QVERIFY(good.ok);
    QCOMPARE(good.output, QStringLiteral("three\nlines\nof text"));
    const Outcome bad = runCommand("sh", {"-c", "echo why >&2; exit 3"});
    QVERIFY(!bad.ok);
    QCOMPARE(bad.messages, QStringLiteral("why\n"));
    QVERIFY(runCommand("no-such-program", {}).messages.startsWith("no-such-program: "));
}

void ServersTest::aCommandThatDoesNotEndIsKilled() {
    const Outcome outcome = runCommand("tail", {"-f", "/dev/null"}, {}, std::chrono::seconds(1));
    QVERIFY(!outcome.ok);
    QCOMPARE(outcome.messages, QStringLiteral("tail did not end within 1 s"));
}

void ServersTest::aServerThatDoesNotStartIsExplained() {
    ServerProcess process;
    QVERIFY(process.start("sh", {"-c", "echo the disk is on fire; exit 1"}, "ready").isEmpty());
    QVERIFY2(process.problem().contains("the disk is on fire"), qPrintable(process.problem()));
    QVERIFY(!process.isRunning());
}

void ServersTest::postgres() {
    if (const QString why = PostgresServer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QString folder;
    {
        PostgresServer server;
        QVERIFY2(server.start(), qPrintable(server.problem()));
        folder = server.socketFolder();
        QVERIFY2(server.version().toDouble() >= 13, qPrintable(server.version()));

        const Outcome made = server.run("CREATE TABLE t (a int, b text);\nCOPY t FROM stdin;\n1\tone\n2\t\\N\n\\.\n");
        QVERIFY2(made.ok, qPrintable(made.messages));
        const SqlRows answer = server.query("SELECT a, b, '', E'x\\ny' FROM t ORDER BY a");
        QVERIFY2(answer.ok, qPrintable(answer.messages));
        QCOMPARE(answer.rows.size(), 2);
        QCOMPARE(answer.rows[0], (QStringList{"1", "one", "", "x\ny"}));
        QVERIFY(answer.rows[1][1].isNull());
        QVERIFY(!answer.rows[1][2].isNull());
        QVERIFY(server.query("SELECT 1 WHERE false").rows.isEmpty());

        const Outcome refused = server.run("SELECT 1;\nSELECT nonsense;\n");
        QVERIFY(!refused.ok);
        QVERIFY2(refused.messages.contains("psql:<stdin>:2: ERROR:"), qPrintable(refused.messages));

        QVERIFY(server.createDatabase("other"));
        QVERIFY(!server.run("SELECT * FROM t;", "other").ok); // a fresh database does not know the first one's table
    }
    QVERIFY2(!QDir(folder).exists(), "the scratch folder was left behind");
}

void ServersTest::redis() {
    if (const QString why = RedisServer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
    RedisServer server;
    QVERIFY2(server.start(), qPrintable(server.problem()));
    QCOMPARE(server.command({"SET", "key", "two words"}).output, QStringLiteral("OK"));
    QCOMPARE(server.command({"GET", "key"}).output, QStringLiteral("two words"));
    QVERIFY(!server.command({"LPUSH", "key", "x"}).ok); // WRONGTYPE
    QCOMPARE(server.commands("SET a 1\nINCR a\nINCR a\n").output, QStringLiteral("OK\n2\n3\n"));
}

void ServersTest::redisClusterNode() {
    if (const QString why = RedisServer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
    RedisServer server;
    QVERIFY2(server.start(RedisServer::Mode::ClusterNode), qPrintable(server.problem()));
    // The Redis cluster specification gives CRC16("123456789") = 0x31C3 = 12739, below the 16384 slots.
    QCOMPARE(server.command({"CLUSTER", "KEYSLOT", "123456789"}).output, QStringLiteral("12739"));
}

void ServersTest::dynalite() {
    if (const QString why = DynaliteServer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
    DynaliteServer server;
    QVERIFY2(server.start(), qPrintable(server.problem()));
    QJsonObject table{
        {"TableName", "orders"},
        {"BillingMode", "PAY_PER_REQUEST"},
        {"AttributeDefinitions", QJsonArray{QJsonObject{{"AttributeName", "pk"}, {"AttributeType", "S"}}}},
        {"KeySchema", QJsonArray{QJsonObject{{"AttributeName", "pk"}, {"KeyType", "HASH"}}}}};
    const DynamoAnswer made = server.call("CreateTable", table);
    QVERIFY2(made.ok(), qPrintable(made.problem));
    QCOMPARE(made.body["TableDescription"]["TableName"].toString(), QStringLiteral("orders"));

    table["TableName"] = "second";
    table["KeySchema"] = QJsonArray{QJsonObject{{"AttributeName", "unknown"}, {"KeyType", "HASH"}}};
    const DynamoAnswer refused = server.call("CreateTable", table);
    QCOMPARE(refused.httpStatus, 400);
    QVERIFY2(refused.body["__type"].toString().endsWith("ValidationException"), qPrintable(refused.problem));
}

void ServersTest::sharedFolderFollowsTheEnvironment() {
    const QByteArray before = qgetenv("SHARDSCAPE_SHARED");
    qputenv("SHARDSCAPE_SHARED", sourceFolder().toUtf8());
    QCOMPARE(sharedFolder(), sourceFolder());
    QVERIFY(whyNoSharedFolder().isEmpty());
    qputenv("SHARDSCAPE_SHARED", "/nowhere/at/all");
    QVERIFY(sharedFolder().isEmpty());
    QVERIFY2(whyNoSharedFolder().contains("/nowhere/at/all"), qPrintable(whyNoSharedFolder()));
    before.isNull() ? qunsetenv("SHARDSCAPE_SHARED") : qputenv("SHARDSCAPE_SHARED", before);
}

QTEST_GUILESS_MAIN(ServersTest)
#include "servers_test.moc"
