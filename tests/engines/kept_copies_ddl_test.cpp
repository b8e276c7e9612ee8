// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The native schema of a layout with kept copies loads into a real PostgreSQL and a real SQLite, and the statements
// that fill the copies give what the queries answer that they stand for.
#include <QtTest>

#include "model/exchange/export/ddl.h"
#include "model/physical/mapping.h"
#include "tests/support/engines.h"
#include "tests/support/estimating.h"
#include "tests/support/postgres_server.h"

using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

const char* const kSchema = R"(
CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL REFERENCES users, total int NOT NULL, placed_at timestamp NOT NULL);
CREATE TABLE follows (followee_id bigint NOT NULL REFERENCES users, follower_id bigint NOT NULL REFERENCES users, PRIMARY KEY (followee_id, follower_id));
)";

const char* const kWorkload = R"(
-- table: users rows=100
-- table: orders rows=1000
-- relationship: orders.user_id mean=10 max=10 fixed
-- relationship: follows.followee_id mean=3
-- relationship: follows.follower_id mean=3

-- name: CountOrders :one
-- rate: 10/s
SELECT count(*), sum(total) FROM orders WHERE user_id = $1;

-- name: SumSince :one
-- rate: 10/s
SELECT sum(total) FROM orders WHERE user_id = $1 AND placed_at >= $2;

-- name: OrderWithUser :many
-- rate: 10/s
SELECT o.id, o.total, u.name FROM orders o JOIN users u ON u.id = o.user_id WHERE o.id = $1;

-- name: Wall :many
-- rate: 10/s
SELECT o.id, o.total, o.placed_at FROM follows f JOIN orders o ON o.user_id = f.followee_id WHERE f.follower_id = $1 ORDER BY o.placed_at DESC LIMIT 20;

-- name: OrdersOfUser :many
-- rate: 5/s
SELECT o.id, u.name FROM orders o JOIN users u ON u.id = o.user_id WHERE o.user_id = $1;

-- name: AddOrder :exec
-- rate: 1/s
INSERT INTO orders (id, user_id, total, placed_at) VALUES ($1, $2, $3, $4);
)";

/// 100 users, 1,000 orders, each follows the next three; in words that both engines understand.
QString rows() {
    QString out;
    for (int user = 0; user < 100; ++user)
        out += QString("INSERT INTO users (id, name) VALUES (%1, 'user %1');\n").arg(user);
    for (int order = 0; order < 1000; ++order)
        out += QString("INSERT INTO orders (id, user_id, total, placed_at) VALUES (%1, %2, %3, '2026-01-0%4 "
                       "%5:%6:00');\n")
                   .arg(order)
                   .arg(order % 100)
                   .arg(order * 7 % 50)
                   .arg(1 + order % 9)
                   .arg(10 + order / 100)
                   .arg(10 + order % 50);
    for (int user = 0; user < 100; ++user)
        for (int next = 1; next <= 3; ++next)
            out += QString("INSERT INTO follows (followee_id, follower_id) VALUES (%1, %2);\n")
                       .arg((user + next) % 100)
                       .arg(user);
    return out;
}

/// The statements that the schema has as comments behind "filled once".
QString fillsOf(const QString& ddl) {
    QString out;
    bool inside = false;
    for (const QString& line : ddl.split('\n')) {
        inside = line.startsWith("-- filled once") || (inside && line.startsWith("-- "));
        if (inside && !line.startsWith("-- filled once"))
            out += line.mid(3) + "\n";
        if (inside && line.endsWith(';'))
            inside = false;
    }
    return out;
}

struct Made {
    Derivation kept;
    QString ddl;
};

Made made(const Project& project, const char* name) {
    const auto id = [&](const char* pattern) { return project.findPattern(pattern)->id; };
    const Upkeep inside{UpkeepPath::Transaction, {}, {}}, anew{UpkeepPath::Periodic, 60.0, {}};
    const Upkeep log{UpkeepPath::Cdc, {}, 1.0}, box{UpkeepPath::Outbox, {}, {}};
    Layout layout;
    layout.engine = name;
    layout.derived = {{DerivedKind::MaterializedView, id("CountOrders"), anew, {}},
                      {DerivedKind::Aggregate, id("SumSince"), box, {}},
                      {DerivedKind::ReadModel, id("OrderWithUser"), log, {}},
                      {DerivedKind::Projection, id("Wall"), log, {}},
                      {DerivedKind::CopiedColumns, id("OrdersOfUser"), inside, {}}};
    const EngineProfile& profile = *engines().find(name);
    Derivation kept = withKept(project, layout);
    const auto design = mapProject(kept, profile, layout);
    if (!design || kept.copies.size() != layout.derived.size())
        qFatal("no design");
    const auto ddl = writeDdl(kept, profile, *design);
    if (!ddl)
        qFatal("%s", ddl.error().text().c_str());
    return {std::move(kept), QString::fromStdString(*ddl)};
}

} // namespace

class KeptCopiesDdlTest : public QObject {
    Q_OBJECT
private slots:
    void postgres();
    void sqlite();

private:
    /// Each copy answers what its query does, over all rows. "ask" runs a query that gives one number.
    static void compare(const Made& made, const std::function<QString(const QString&)>& ask);
};

void KeptCopiesDdlTest::compare(const Made& made, const std::function<QString(const QString&)>& ask) {
    const auto nameOf = [&](std::size_t copy) { return QString::fromStdString(made.kept.copies[copy].name); };
    // 10 orders each, 100 users: the totals of each user, weighted by the user so that none can stand for another.
    QCOMPARE(ask(QString("SELECT CAST(sum(user_id * sum_1 + rows_count) AS bigint) FROM %1").arg(nameOf(0))),
             ask("SELECT CAST(sum(user_id * total) + count(*) AS bigint) FROM orders"));
    QCOMPARE(ask(QString("SELECT count(*) FROM %1").arg(nameOf(0))), "100");
    // A row for each user and hour.
    QCOMPARE(ask(QString("SELECT CAST(sum(user_id * sum_1) AS bigint) FROM %1").arg(nameOf(1))),
             ask("SELECT CAST(sum(user_id * total) AS bigint) FROM orders"));
    QCOMPARE(ask(QString("SELECT count(*) FROM %1").arg(nameOf(1))),
             ask("SELECT count(*) FROM (SELECT DISTINCT user_id, substr(CAST(placed_at AS varchar(19)), 1, 13) FROM "
                 "orders) h"));
    QCOMPARE(ask(QString("SELECT count(*) FROM %1 c JOIN orders o ON o.id = c.id AND o.total = c.total JOIN users u ON "
                         "u.id = o.user_id AND u.name = c.name")
                     .arg(nameOf(2))),
             "1000");
    // Each order on the walls of three followers.
    QCOMPARE(ask(QString("SELECT count(*) FROM %1 c JOIN orders o ON o.id = c.id AND o.placed_at = c.placed_at JOIN "
                         "follows f ON f.followee_id = o.user_id AND f.follower_id = c.follower_id")
                     .arg(nameOf(3))),
             "3000");
    QCOMPARE(ask(QString("SELECT count(*) FROM %1").arg(nameOf(3))), "3000");
    QCOMPARE(ask("SELECT count(*) FROM orders o JOIN users u ON u.id = o.user_id AND u.name = o.users_name"), "1000");
}

void KeptCopiesDdlTest::postgres() {
    if (const QString why = PostgresServer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
    const Made all = made(projectOf(kSchema, kWorkload), "postgresql");
    QVERIFY2(all.ddl.contains("CREATE MATERIALIZED VIEW count_orders_totals"), qPrintable(all.ddl));
    QVERIFY2(all.ddl.contains("-- every 1min: REFRESH MATERIALIZED VIEW CONCURRENTLY count_orders_totals;"),
             qPrintable(all.ddl));
    PostgresServer server;
    QVERIFY2(server.start(), qPrintable(server.problem()));
    // Copied columns are not null: rows come before the fill, so they are let in empty first.
    const Outcome loaded = server.run(all.ddl + "\nALTER TABLE orders ALTER users_name DROP NOT NULL;");
    QVERIFY2(loaded.ok, qPrintable(loaded.messages + all.ddl));
    const Outcome filled =
        server.run(rows() + fillsOf(all.ddl) + "\nREFRESH MATERIALIZED VIEW CONCURRENTLY count_orders_totals;");
    QVERIFY2(filled.ok, qPrintable(filled.messages + all.ddl));
    compare(all, [&](const QString& query) {
        const SqlRows answer = server.query(query);
        return answer.ok ? answer.rows.value(0).value(0) : answer.messages;
    });
}

void KeptCopiesDdlTest::sqlite() {
    if (QStandardPaths::findExecutable("sqlite3").isEmpty())
        QSKIP("no sqlite3 on the PATH: apt-get install sqlite3");
    Made all = made(projectOf(kSchema, kWorkload), "sqlite");
    QTemporaryDir folder;
    const QString file = folder.filePath("x.db");
    const auto run = [&](const QString& sql) {
        return runCommand("sqlite3", {"-bail", "-cmd", "PRAGMA synchronous = OFF", file}, sql.toUtf8());
    };
    const Outcome loaded = run(all.ddl);
    QVERIFY2(loaded.ok && loaded.messages.isEmpty(), qPrintable(loaded.messages + all.ddl));
    QVERIFY(QFile::remove(file));
    // The same, with room for rows that come before their copied column is filled.
    QString loose = all.ddl;
    loose.replace(QRegularExpression("(\"users_name\" [A-Z]+) NOT NULL"), "\\1");
    const Outcome filled = run(loose + "BEGIN;\n" + rows() + fillsOf(all.ddl) + "COMMIT;\n");
    QVERIFY2(filled.ok && filled.messages.isEmpty(), qPrintable(filled.messages + all.ddl));
    compare(all, [&](const QString& query) { return runCommand("sqlite3", {file, query}).output.trimmed(); });
}

QTEST_GUILESS_MAIN(KeptCopiesDdlTest)
#include "kept_copies_ddl_test.moc"
