// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The probe against real servers: what it measures, that it leaves nothing behind whatever happens, and that estimates
// use what it stored.
#include <QDir>
#include <QTest>

#include <csignal>
#include <set>

#include "model/live/probe.h"
#include "model/live/probe_server.h"
#include "tests/support/command_line.h"
#include "tests/support/mariadb_server.h"
#include "tests/support/postgres_server.h"
#include "tests/support/redis_server.h"

using namespace shardscape::model;
using namespace shardscape::tests;

class CalibrateServersTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void postgres();
    void mariadb();
    void redis();
    void stopped();
    void interrupted();
    void notAllowed();
    void fullRedis();
    void refusals();
    void storedAndUsed();

private:
    static ProbeRequest request(const char* engine, const std::string& connection);
    /// Every operation was measured with finite times in order.
    static void check(const Result<Measured>& measured, const char* version);
    std::string postgresConnection() const;
    QStringList schemas();

    PostgresServer m_postgres;
    QString m_why;
};

void CalibrateServersTest::initTestCase() {
    m_why = PostgresServer::whyUnavailable();
    if (m_why.isEmpty() && !m_postgres.start())
        QFAIL(qPrintable(m_postgres.problem()));
}

ProbeRequest CalibrateServersTest::request(const char* engine, const std::string& connection) {
    ProbeRequest out;
    out.engine = engine;
    out.connection = connection;
    out.seconds = 0.5;
    out.rows = 500;
    out.connections = 2;
    return out;
}

std::string CalibrateServersTest::postgresConnection() const {
    return "host=" + m_postgres.socketFolder().toStdString() + " user=postgres dbname=postgres";
}

QStringList CalibrateServersTest::schemas() {
    QStringList out;
    for (const QStringList& row : m_postgres.query("SELECT nspname FROM pg_namespace ORDER BY 1").rows)
        out += row;
    return out;
}

void CalibrateServersTest::check(const Result<Measured>& measured, const char* version) {
    QVERIFY2(measured, measured ? "" : measured.error().text().c_str());
    QVERIFY2(measured->server.version.rfind(version, 0) == 0, measured->server.version.c_str());
    QCOMPARE(measured->server.connection, std::string("unix socket"));
    QVERIFY(measured->server.cores > 0);
    std::set<std::string> seen;
    for (const Measurement& one : measured->measurements) {
        seen.insert(one.operation + " " + one.load);
        QVERIFY2(one.requests > 0 && one.p50Us > 0 && one.p50Us <= one.p90Us && one.p90Us <= one.p99Us &&
                     one.perSecond > 0,
                 one.operation.c_str());
    }
    for (const char* wanted : {"ping alone", "point_read alone", "point_read full", "point_read open", "insert full",
                               "update alone", "range_read alone", "index_read alone", "insert_many alone"})
        QVERIFY2(seen.contains(wanted), wanted);
}

void CalibrateServersTest::postgres() {
    if (!m_why.isEmpty())
        QSKIP(qPrintable(m_why));
    const QStringList before = schemas();
    check(measureServer(request("postgresql", postgresConnection()), {}, {}), "PostgreSQL 1");
    QCOMPARE(schemas(), before);
}

void CalibrateServersTest::mariadb() {
    if (const QString why = MariadbServer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
    MariadbServer server;
    QVERIFY2(server.start(), qPrintable(server.problem()));
    const auto databases = [&] { return server.query("SHOW DATABASES", {}).rows; };
    const auto before = databases();
    const std::string socket = server.query("SELECT @@socket", {}).rows.value(0).value(0).toStdString();
    check(measureServer(request("mariadb", "mysql://root@localhost/?socket=" + socket), {}, {}), "MariaDB 1");
    QCOMPARE(databases(), before);
    // It is what it is.
    const auto wrong = measureServer(request("mysql", "user=root socket=" + socket), {}, {});
    QVERIFY(!wrong && wrong.error().code == ErrorCode::Unsupported &&
            wrong.error().advice.find("mariadb") != std::string::npos);
    // An account without rights is told which it needs.
    QVERIFY(server.run("CREATE USER poor@localhost; GRANT USAGE ON *.* TO poor@localhost", {}).ok);
    const auto refused = measureServer(request("mariadb", "user=poor socket=" + socket), {}, {});
    QVERIFY(!refused && refused.error().advice.find("GRANT") != std::string::npos);
    QCOMPARE(databases(), before);
}

void CalibrateServersTest::redis() {
    if (const QString why = RedisServer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
    RedisServer server;
    QVERIFY2(server.start(), qPrintable(server.problem()));
    QVERIFY(server.command({"SET", "mine", "1"}).ok);
    const QString socket = server.command({"CONFIG", "GET", "unixsocket"}).output.section('\n', -1);
    check(measureServer(request("redis", "socket=" + socket.toStdString()), {}, {}), "Redis ");
    QCOMPARE(server.command({"KEYS", "*"}).output, QStringLiteral("mine"));
}

void CalibrateServersTest::stopped() {
    if (!m_why.isEmpty())
        QSKIP(qPrintable(m_why));
    const QStringList before = schemas();
    std::stop_source stop;
    ProbeRequest asked = request("postgresql", postgresConnection());
    asked.seconds = 600; // far longer than the test may take
    int heard = 0;
    const auto measured = measureServer(asked, stop.get_token(), [&](const std::string&) {
        if (++heard == 3)
            stop.request_stop();
    });
    QVERIFY(!measured && measured.error().code == ErrorCode::Cancelled);
    QCOMPARE(schemas(), before);
}

void CalibrateServersTest::interrupted() {
    if (!m_why.isEmpty())
        QSKIP(qPrintable(m_why));
    const QStringList before = schemas();
    QProcess process;
    process.start(QStringLiteral(SHARDSCAPE_CLI),
                  {"calibrate", "--engine", "postgresql", "--connect", QString::fromStdString(postgresConnection()),
                   "--seconds", "600", "--rows", "500", "-o", "/dev/null"});
    QByteArray said;
    // The schema is there by then.
    QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardError()).contains("point_read"), 60'000);
    QVERIFY(schemas().size() == before.size() + 1);
    QVERIFY(::kill(static_cast<pid_t>(process.processId()), SIGINT) == 0);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(schemas(), before);
}

void CalibrateServersTest::notAllowed() {
    if (!m_why.isEmpty())
        QSKIP(qPrintable(m_why));
    QVERIFY(m_postgres.run("CREATE ROLE poor LOGIN").ok);
    const QStringList before = schemas();
    const auto measured = measureServer(
        request("postgresql", "host=" + m_postgres.socketFolder().toStdString() + " user=poor dbname=postgres"), {},
        {});
    QVERIFY(!measured && measured.error().advice.find("GRANT CREATE ON DATABASE") != std::string::npos);
    QCOMPARE(schemas(), before);
}

void CalibrateServersTest::fullRedis() {
    if (const QString why = RedisServer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
    RedisServer server;
    QVERIFY2(server.start(), qPrintable(server.problem()));
    QVERIFY(server.command({"CONFIG", "SET", "maxmemory", "2mb"}).ok);
    const QString socket = server.command({"CONFIG", "GET", "unixsocket"}).output.section('\n', -1);
    const auto measured = measureServer(request("redis", "socket=" + socket.toStdString()), {}, {});
    QVERIFY(!measured && measured.error().code == ErrorCode::Conflict);
    QCOMPARE(server.command({"DBSIZE"}).output, QStringLiteral("0"));
}

void CalibrateServersTest::refusals() {
    const QTemporaryDir folder;
    const std::string nobody = folder.path().toStdString();
    for (const auto& [engine, connection] : std::vector<std::pair<const char*, std::string>>{
             {"postgresql", "host=" + nobody + " dbname=x"},
             {"mysql", "mysql://me@localhost/?socket=" + nobody + "/no.sock"},
             {"mariadb", "nonsense"},
             {"redis", "socket=" + nobody + "/no.sock"},
             {"oracle", "x"}}) {
        const auto measured = measureServer(request(engine, connection), {}, {});
        QVERIFY2(!measured && !measured.error().message.empty() && !measured.error().advice.empty(), engine);
    }
}

void CalibrateServersTest::storedAndUsed() {
    if (!m_why.isEmpty())
        QSKIP(qPrintable(m_why));
    const ScratchFolder scratch;
    qputenv("XDG_CONFIG_HOME", scratch.path("config").toUtf8());
    const QString project = scratch.path("feed.shardscape");
    QCOMPARE(cli({"new", project, "--sample", "social-feed"}).exitCode, 0);
    const auto working = [&] { return cli({"estimate", project, "--engine", "postgresql", "--working", "--json"}); };
    const QByteArray before = working().out;
    QVERIFY(!before.contains("calibrated"));
    const CommandOutcome done =
        cli({"calibrate", "--engine", "postgresql", "--connect", QString::fromStdString(postgresConnection()),
             "--seconds", "0.5", "--rows", "500", "--connections", "2", "--json"});
    QVERIFY2(done.exitCode == 0, done.err);
    QVERIFY(done.json()["constants"].isArray() && done.json()["measurements"].isArray());
    QVERIFY(QFile::exists(done.json()["stored"].toString()));
    const CommandOutcome after = working();
    QVERIFY2(after.exitCode == 0, after.err);
    QVERIFY(after.out.contains("calibrated"));
    QCOMPARE(cli({"simulate", project, "--engine", "postgresql", "--requests", "2000", "--json"}).exitCode, 0);
    QCOMPARE(cli({"calibrate", "--engine", "postgresql", "--forget"}).exitCode, 0);
    QCOMPARE(working().out, before);
    qunsetenv("XDG_CONFIG_HOME");
}

QTEST_GUILESS_MAIN(CalibrateServersTest)
#include "calibrate_test.moc"
