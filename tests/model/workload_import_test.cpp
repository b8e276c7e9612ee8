// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Workload files: what each annotation and statement means was written down by hand from the language's description.
#include <QTemporaryDir>
#include <QtTest>

#include "model/exchange/export/workload.h"
#include "model/exchange/import/import.h"

using namespace shardscape::model;

namespace {

constexpr const char* kSchema = R"(
    CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE, country char(2), active boolean, seen timestamptz, tags text[]);
    CREATE TABLE posts (id bigint PRIMARY KEY, user_id bigint REFERENCES users, title text, body text, created timestamptz, likes int);
    CREATE TABLE follows (follower_id bigint REFERENCES users, followee_id bigint REFERENCES users, PRIMARY KEY (follower_id, followee_id));
    CREATE TABLE lines (order_id bigint, no int, product text, PRIMARY KEY (order_id, no));
    CREATE TABLE parts (id uuid PRIMARY KEY, order_id bigint, no int, FOREIGN KEY (order_id, no) REFERENCES lines);
    CREATE SCHEMA shop; CREATE TABLE shop."Odd Name" ("Id" int PRIMARY KEY, place point);)";

Project schema() {
    return importPostgres({{"schema.sql", kSchema}})->project;
}

QString text(const std::string& s) {
    return QString::fromStdString(s);
}

} // namespace

class WorkloadImportTest : public QObject {
    Q_OBJECT
private:
    Project project(const std::string& workload) {
        Result<Imported> imported = importWorkload(schema(), {"w.sql", workload});
        if (!imported)
            QTest::qFail(imported.error().text().c_str(), __FILE__, __LINE__);
        else
            m_notes = imported->diagnostics;
        return imported ? imported->project : Project();
    }
    AccessPattern pattern(const std::string& sql, const std::string& annotations = {}) {
        m_project = project("-- name: P\n-- rate: 1/s\n" + annotations + sql + ";");
        const AccessPattern* found = m_project.findPattern("P");
        return found ? *found : AccessPattern();
    }
    QString columns(const std::vector<ColumnRef>& all) const {
        QStringList out;
        for (const ColumnRef& column : all)
            out << text(m_project.describe(column));
        return out.join(' ');
    }
    QString predicates(const AccessPattern& p) const {
        QStringList out;
        for (const Predicate& one : p.predicates)
            out << QStringLiteral("%1 %2 %3")
                       .arg(text(m_project.describe(one.column)), name(one.comparison), text(one.parameter));
        return out.join("; ");
    }
    QString joins(const AccessPattern& p) const {
        QStringList out;
        for (const JoinCondition& join : p.joins)
            out << text(m_project.describe(join.left)) + "=" + text(m_project.describe(join.right)) +
                       (join.outer ? " outer" : "");
        return out.join("; ");
    }
    Project m_project;
    Diagnostics m_notes;

private slots:
    void keysOfASampleAreCounted();
    void aSampleThatCannotBeReadIsSaid();
    void volumes();
    void annotationsOfPatterns();
    void verbs_data();
    void verbs();
    void conditions_data();
    void conditions();
    void joinsAndSubSelects();
    void orderLimitAndColumns();
    void writes();
    void parameterSpellings();
    void refusals_data();
    void refusals();
    void nothingIsHalfApplied();
    void patternsOfTheSameNameAreReplaced();
    void statementsAreReadAgain();
    void writtenAndReadBack();
    void garbageIsRefusedGently();
};

void WorkloadImportTest::volumes() {
    const Project p = project(R"(
-- table: users rows=5e8 growth=2e5/day retention=730d
-- table: posts growth=0.1%/day
-- column: users.email avg=22B max=1kB nulls=10% distinct=5e8
-- column: users.id generator=snowflake
-- relationship: follows.followee_id mean=200 max=1e8 powerlaw(2.1)
-- relationship: parts(order_id, no) mean=3 fixed
-- requirement: dominant=latency availability=99.95% regions=us,eu budget=20k/month
-- requirement: p99=200ms familiarity=postgresql,redis
-- boundary: Content tables=posts,shop."Odd Name" color=3
-- engine: cassandra nodes=6 replicas=3 partitions=64 placement=consistent cache cache_hit_ratio=90% cache_size=64GiB cache_ttl=5min key=posts(user_id)
-- table: shop."Odd Name" rows=10
)");
    const Entity& users = *p.findEntity("users");
    QCOMPARE(users.volume.rows->value, 500000000);
    QCOMPARE(users.volume.growthRowsPerDay, 200000.0);
    QCOMPARE(*users.volume.retentionDays, 730.0);
    QCOMPARE(p.findEntity("posts")->volume.growthRatePerDay, 0.001);
    const Attribute& email = *users.findByName("email");
    QCOMPARE(*email.statistics.averageBytes, 22.0);
    QCOMPARE(*email.statistics.maximumBytes, 1000.0);
    QCOMPARE(*email.statistics.nullFraction, 0.1);
    QCOMPARE(*email.statistics.distinctValues, 5e8);
    QCOMPARE(users.findByName("id")->generator, Generator::Snowflake);
    int fanOuts = 0;
    for (const Relationship& r : p.relationships) {
        if (r.fanOut.shape == FanOutShape::PowerLaw) {
            QCOMPARE(*r.fanOut.mean, 200.0);
            QCOMPARE(*r.fanOut.maximum, 1e8);
            QCOMPARE(r.fanOut.alpha, 2.1);
            QCOMPARE(text(p.entities.find(r.child)->find(r.childAttributes[0])->name), QStringLiteral("followee_id"));
            ++fanOuts;
        } else if (r.fanOut.shape == FanOutShape::Fixed) {
            QCOMPARE(r.childAttributes.size(), std::size_t(2));
            ++fanOuts;
        }
    }
    QCOMPARE(fanOuts, 2);
    QCOMPARE(text(p.requirements.dominant), QStringLiteral("latency"));
    QCOMPARE(*p.requirements.availability, 0.9995);
    QCOMPARE(*p.requirements.p99Seconds, 0.2);
    QCOMPARE(*p.requirements.budgetPerMonth, 20000.0);
    QCOMPARE(p.requirements.regions, (std::vector<std::string>{"us", "eu"}));
    QCOMPARE(p.boundaries.begin()->color, 3);
    QCOMPARE(p.findEntity("posts")->boundary, p.boundaries.begin()->id);
    QCOMPARE(p.findEntity("shop.Odd Name")->volume.rows->value, 10);
    const Layout& layout = *p.findLayout("cassandra");
    QCOMPARE(*layout.nodes, 6);
    QCOMPARE(*layout.replicas, 3);
    QCOMPARE(*layout.partitions, 64);
    QVERIFY(layout.cache);
    QCOMPARE(*layout.cacheBytes, 64.0 * 1024 * 1024 * 1024);
    QCOMPARE(*layout.cacheTtlSeconds, 300.0);
    QCOMPARE(layout.partitionKeys.size(), std::size_t(1));
    QVERIFY(validate(p).empty());
}

void WorkloadImportTest::annotationsOfPatterns() {
    const Project p = project(R"(
/* a file's own comment; -- rate: 5/s within it is nothing */
-- Note: this is prose.
-- name: Feed :many
-- rate: 5000/s peak=12000/s diurnal(peak=20:00, trough=0.3)
-- keys: p.user_id zipf(0.99)
-- consistency: bounded(5s)
-- p99: 50ms
-- page: 50 cursor
-- criticality: high
-- idempotent: yes
-- The feed of one author,
-- | rate: not an annotation
SELECT * FROM posts p WHERE p.user_id = $1; -- name: nothing here either

-- name: Week :one
-- rate: 1/min weekly(1, 1, 1, 1, 1, 0.5, 0.4)
-- keys: hotset(20%, 80%)
-- consistency: read-your-writes
SELECT 1 FROM posts WHERE id = 1;
-- name: Sale
-- rate: 10/h spike(at=12:00, for=10min, times=8)
-- keys: latest(theta=1.1)
-- consistency: eventual
SELECT * FROM posts;
-- name: Night
-- rate: 1e6/day batch(at=02:00, for=1h)
-- keys: sample("my keys.csv")
DELETE FROM posts WHERE id = $1;
)");
    const AccessPattern& feed = *p.findPattern("Feed");
    QCOMPARE(feed.rate.average.value, 5000.0);
    QCOMPARE(feed.rate.peak->value, 12000.0);
    QCOMPARE(feed.rate.shape, RateShape::Diurnal);
    QCOMPARE(feed.rate.peakHour, 20.0);
    QCOMPARE(feed.rate.trough, 0.3);
    QCOMPARE(feed.popularity.kind, PopularityKind::Zipf);
    QCOMPARE(feed.popularity.theta, 0.99);
    QCOMPARE(text(p.describe(feed.popularityColumn)), QStringLiteral("posts.user_id"));
    QCOMPARE(feed.consistency.kind, ConsistencyKind::Bounded);
    QCOMPARE(feed.consistency.boundSeconds, 5.0);
    QCOMPARE(*feed.p99Seconds, 0.05);
    QCOMPARE(*feed.pageSize, 50.0);
    QCOMPARE(feed.paging, Paging::Cursor);
    QCOMPARE(feed.criticality, Criticality::High);
    QCOMPARE(feed.idempotent, std::optional<bool>(true));
    QCOMPARE(text(feed.comment), QStringLiteral("The feed of one author,\nrate: not an annotation"));
    QCOMPARE(text(feed.sql), QStringLiteral("SELECT * FROM posts p WHERE p.user_id = $1"));
    const AccessPattern& week = *p.findPattern("Week");
    QCOMPARE(week.returns, Returns::One);
    QCOMPARE(week.rate.shape, RateShape::Weekly);
    QCOMPARE(week.rate.days[6], 0.4);
    QCOMPARE(week.popularity.keyShare, 0.2);
    QCOMPARE(week.popularity.trafficShare, 0.8);
    QCOMPARE(week.consistency.kind, ConsistencyKind::ReadYourWrites);
    const AccessPattern& sale = *p.findPattern("Sale");
    QCOMPARE(sale.rate.startSeconds, 43200.0);
    QCOMPARE(sale.rate.durationSeconds, 600.0);
    QCOMPARE(sale.rate.times, 8.0);
    QCOMPARE(sale.popularity.kind, PopularityKind::Latest);
    const AccessPattern& night = *p.findPattern("Night");
    QCOMPARE(night.returns, Returns::Nothing);
    QCOMPARE(night.rate.shape, RateShape::Batch);
    QCOMPARE(text(night.popularity.file), QStringLiteral("my keys.csv"));
}

void WorkloadImportTest::verbs_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("verb");
    const auto row = [](const char* verb, const char* sql) { QTest::newRow(sql) << QString(sql) << QString(verb); };
    row("get", "SELECT * FROM users WHERE id = $1");
    row("get", "SELECT * FROM users WHERE email = $1 AND active");
    row("get", "SELECT * FROM follows WHERE followee_id = $1 AND follower_id = $2");
    row("list", "SELECT * FROM follows WHERE followee_id = $1");
    row("list", "SELECT * FROM users WHERE id IN ($1, $2)");
    row("list", "SELECT * FROM users WHERE lower(email) = $1");
    row("range", "SELECT * FROM posts WHERE created BETWEEN $1 AND $2");
    row("range", "SELECT * FROM posts WHERE user_id = $1 AND created < $2");
    row("aggregate", "SELECT count(*) FROM posts WHERE user_id = $1");
    row("aggregate", "SELECT user_id FROM posts GROUP BY user_id");
    row("aggregate", "SELECT u.id, max(p.created) FROM users u JOIN posts p ON p.user_id = u.id GROUP BY 1");
    row("list", "SELECT id, row_number() OVER (ORDER BY id) FROM posts");
    row("join", "SELECT * FROM users u, posts p WHERE p.user_id = u.id");
    row("text_search", "SELECT * FROM posts WHERE to_tsvector(body) @@ plainto_tsquery($1)");
    row("geo_search", "SELECT * FROM shop.\"Odd Name\" ORDER BY place <-> $1 LIMIT 5");
    row("geo_search", "SELECT * FROM shop.\"Odd Name\" WHERE ST_DWithin(place, $1, 100)");
    row("traversal", "WITH RECURSIVE r AS (SELECT followee_id FROM follows WHERE follower_id = $1 UNION "
                     "SELECT f.followee_id FROM follows f JOIN r ON r.followee_id = f.follower_id) SELECT * FROM r");
    row("insert", "INSERT INTO lines VALUES ($1, $2, $3)");
    row("insert", "INSERT INTO lines (order_id, no) VALUES ($1, $2) ON CONFLICT DO NOTHING");
    row("upsert", "INSERT INTO lines (order_id, no) VALUES ($1, $2) ON CONFLICT (order_id, no) DO UPDATE SET product = "
                  "excluded.product");
    row("update", "UPDATE posts SET title = $1 WHERE id = $2");
    row("increment", "UPDATE posts SET likes = likes + 1 WHERE id = $1");
    row("increment", "UPDATE posts SET likes = coalesce(likes, 0) - $2, created = now() WHERE id = $1");
    row("update", "UPDATE posts SET likes = likes + 1, title = $2 WHERE id = $1");
    row("delete", "DELETE FROM posts WHERE id = $1");
}

void WorkloadImportTest::verbs() {
    QFETCH(QString, sql);
    QFETCH(QString, verb);
    QCOMPARE(QString(name(pattern(sql.toStdString()).verb)), verb);
}

void WorkloadImportTest::conditions_data() {
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* where, const char* expected) {
        QTest::newRow(where) << QString(where) << QString(expected);
    };
    row("user_id = $1", "posts.user_id = $1");
    row("$1 = user_id", "posts.user_id = $1");
    row("public.posts.user_id = 5", "posts.user_id = 5");
    row("user_id = $1::bigint AND title = 'x'", "posts.user_id = $1::bigint; posts.title = 'x'");
    row("likes > 10", "posts.likes range 10");
    row("created BETWEEN $1 AND $2", "posts.created range $1, $2");
    row("likes <> 3", "posts.likes <> 3");
    row("id IN (1, 2, 3)", "posts.id in 1, 2, 3");
    row("id = ANY ($1)", "posts.id in $1");
    row("id NOT IN (1, 2)", "posts.id <> 1, 2");
    row("title LIKE 'abc%'", "posts.title prefix 'abc%'");
    row("title LIKE $1 || '%'", "posts.title prefix $1 || '%'");
    row("title LIKE '%abc'", "posts.title contains '%abc'");
    row("title LIKE $1", "posts.title contains $1");
    row("title ILIKE 'abc%'", "posts.title contains 'abc%'");
    row("title IS NULL", "posts.title is null NULL");
    row("title IS NOT NULL", "posts.title <> NULL");
    row("id = 1 OR likes = 2", "? other ");
    row("lower(title) = $1", "? = $1");
    row("(created, id) < ($1, $2)", "posts.created range $1");
    row("(user_id, id) = ($1, $2)", "posts.user_id = $1; posts.id = $2");
    row("to_tsvector('english', body) @@ to_tsquery($1)", "posts.body contains to_tsquery($1)");
    row("created > now() - interval '1 day'", "posts.created range now() - '1 day'::interval");
}

void WorkloadImportTest::conditions() {
    QFETCH(QString, where);
    QFETCH(QString, expected);
    QCOMPARE(predicates(pattern("SELECT * FROM posts WHERE " + where.toStdString())), expected);
}

void WorkloadImportTest::joinsAndSubSelects() {
    AccessPattern p = pattern("SELECT u.email, p.* FROM users u JOIN posts p ON p.user_id = u.id AND p.likes > 3 "
                              "LEFT JOIN follows f ON f.followee_id = u.id WHERE u.id = $1");
    QCOMPARE(text(m_project.entities.find(p.entity)->name), QStringLiteral("users"));
    QCOMPARE(p.joined.size(), std::size_t(2));
    QCOMPARE(joins(p), QStringLiteral("posts.user_id=users.id; follows.followee_id=users.id outer"));
    QCOMPARE(predicates(p), QStringLiteral("posts.likes range 3; users.id = $1"));
    p = pattern("SELECT order_id FROM lines JOIN parts USING (order_id, no)");
    QCOMPARE(joins(p), QStringLiteral("lines.order_id=parts.order_id; lines.no=parts.no"));
    p = pattern("SELECT a.id FROM users a JOIN users b ON a.email = b.email");
    QCOMPARE(joins(p), QStringLiteral("users.email=users.email"));
    QCOMPARE(p.joined.size(), std::size_t(1));
    p = pattern("SELECT id FROM posts WHERE user_id IN (SELECT followee_id FROM follows WHERE follower_id = $1)");
    QCOMPARE(joins(p), QStringLiteral("posts.user_id=follows.followee_id"));
    QCOMPARE(predicates(p), QStringLiteral("follows.follower_id = $1"));
    QVERIFY(!m_notes.empty());
    QVERIFY(text(m_notes[0].message).startsWith("P: not analysed:"));
    QCOMPARE(m_notes[0].line, 3);
    p = pattern("SELECT id FROM users u WHERE NOT EXISTS (SELECT 1 FROM posts WHERE posts.user_id = u.id)");
    QCOMPARE(joins(p), QStringLiteral("posts.user_id=users.id outer"));
    p = pattern("WITH mine AS (SELECT id FROM posts WHERE user_id = $1) SELECT title FROM posts JOIN mine ON mine.id = "
                "posts.id");
    QCOMPARE(predicates(p), QStringLiteral("posts.user_id = $1; ? other "));
}

void WorkloadImportTest::orderLimitAndColumns() {
    AccessPattern p =
        pattern("SELECT id AS n, title, lower(body) FROM posts ORDER BY n DESC, 2, lower(title) LIMIT $1 OFFSET 20");
    QCOMPARE(columns(p.projection), QStringLiteral("posts.id posts.title posts.body"));
    QVERIFY(!p.allColumns);
    QCOMPARE(p.order.size(), std::size_t(3));
    QCOMPARE(text(m_project.describe(p.order[0].column)), QStringLiteral("posts.id"));
    QVERIFY(p.order[0].descending);
    QCOMPARE(text(m_project.describe(p.order[1].column)), QStringLiteral("posts.title"));
    QCOMPARE(text(p.order[2].expression), QStringLiteral("lower(title)"));
    QCOMPARE(text(p.limitParameter), QStringLiteral("$1"));
    QCOMPARE(*p.offset, 20.0);
    p = pattern("SELECT DISTINCT * FROM posts LIMIT 10 OFFSET $1");
    QVERIFY(p.allColumns && p.distinct && p.offsetParameter);
    QCOMPARE(*p.limit, 10.0);
    p = pattern("SELECT user_id, count(*) FROM posts GROUP BY user_id HAVING count(*) > 5");
    QCOMPARE(columns(p.groupBy), QStringLiteral("posts.user_id"));
    p = pattern("SELECT * FROM posts WHERE id = ANY ($1::bigint[])", "-- values: $1=20\n");
    QCOMPARE(p.predicates[0].values, 20.0);
}

void WorkloadImportTest::writes() {
    AccessPattern p = pattern("INSERT INTO lines (order_id, no) VALUES ($1, 1), ($1, 2), ($1, 3) RETURNING no");
    QCOMPARE(p.rowsWritten, 3.0);
    QCOMPARE(columns(p.assigned), QStringLiteral("lines.order_id lines.no"));
    QCOMPARE(columns(p.projection), QStringLiteral("lines.no"));
    p = pattern("INSERT INTO lines VALUES ($1, $2, $3)");
    QCOMPARE(columns(p.assigned), QStringLiteral("lines.order_id lines.no lines.product"));
    p = pattern("UPDATE posts SET title = u.email FROM users u WHERE u.id = posts.user_id AND posts.id = $1");
    QCOMPARE(joins(p), QStringLiteral("users.id=posts.user_id"));
    QCOMPARE(predicates(p), QStringLiteral("posts.id = $1"));
    p = pattern("INSERT INTO lines VALUES ($1, $2, $3)", "-- verb: append\n");
    QCOMPARE(p.verb, Verb::Append);
}

void WorkloadImportTest::parameterSpellings() {
    QCOMPARE(predicates(
                 pattern("SELECT * FROM posts WHERE user_id = :user_id AND likes > @least AND title = ? AND body = ?")),
             QStringLiteral("posts.user_id = :user_id; posts.likes range @least; posts.title = ?; posts.body = ?"));
    QCOMPARE(predicates(pattern(
                 "SELECT * FROM posts WHERE user_id = sqlc.arg(author)::bigint AND id = ANY (sqlc.slice('ids'))")),
             QStringLiteral("posts.user_id = sqlc.arg(author)::bigint; posts.id in sqlc.slice('ids')"));
    // Colons, question marks and signs at that are something else.
    QCOMPARE(predicates(pattern(
                 "SELECT tags[1:2] FROM users WHERE tags @> ARRAY['a:b'] AND email::text = ':x' AND country = '?'")),
             QStringLiteral("users.tags contains ARRAY['a:b']; users.email = ':x'; users.country = '?'"));
}

void WorkloadImportTest::refusals_data() {
    QTest::addColumn<QString>("workload");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* workload, const char* message) {
        QTest::newRow(workload) << QString(workload) << QString(message);
    };
    row("-- tabel: users rows=1", "w.sql:1:4: there is no annotation \"tabel:\" (did you mean \"table\"?)");
    row("-- table: user rows=1", "w.sql:1:11: there is no table user (did you mean \"users\"?)");
    row("-- table: users row=1", "w.sql:1:17: table has no \"row\" (did you mean \"rows\"?)");
    row("\n\n  -- table: users rows=many", "w.sql:3:19: \"many\" is not a number (write it as 1e9, 200M or 1500)");
    row("-- column: users.emial avg=1B", "w.sql:1:18: users has no column emial (did you mean \"email\"?)");
    row("-- relationship: posts.title mean=1",
        "w.sql:1:18: no foreign key is on posts.title (the schema must declare it first)");
    row("-- requirement: dominant=speed",
        "w.sql:1:17: \"speed\" is none of correctness, latency, availability, throughput, cost, simplicity");
    row("-- rate: 5/s", "w.sql:1:4: \"rate:\" belongs to a pattern, but no name came before it (begin the pattern with "
                        "\"-- name: ListOrders :many\")");
    row("SELECT 1;", "w.sql:1:1: this statement has no name (write \"-- name: ListOrders :many\" above it)");
    row("-- name: A :many\n-- rate: 5000\nSELECT * FROM users;",
        "w.sql:2:10: \"5000\" is not a rate (write it as 5000/s, 300/min, 20/h or 2e6/day)");
    row("-- name: A :many\n-- rate: 5/s dirunal(peak=20:00)\nSELECT * FROM users;",
        "w.sql:2:14: \"dirunal\" is no profile of a rate (did you mean \"diurnal\"?)");
    row("-- name: A :some\nSELECT * FROM users;",
        "w.sql:1:12: \":some\" does not say what comes back (write :one, :many or :exec)");
    row("-- name: A\n-- keys: nothing zipf(1)\nSELECT * FROM users;",
        "w.sql:2:10: the tables of this statement have no column nothing");
    row("-- name: A\nSELECT *\n  FROM WHERE;", "w.sql:3:8: syntax error at or near \"WHERE\"");
    row("-- name: A\nSELECT *\n  FROM userss;", "w.sql:3:8: there is no table userss (did you mean \"users\"?)");
    row("-- name: A\nSELECT emali FROM users;", "w.sql:2:8: there is no column emali (did you mean \"email\"?)");
    row("-- name: A\nSELECT u.id FROM users u WHERE x.id = 1;",
        "w.sql:2:32: there is no table or alias x in this statement");
    row("-- name: A\nSELECT id FROM users, posts;",
        "w.sql:2:8: the column id is in more than one of the tables (write the table or its alias in front of it)");
    row("-- name: A\nSELECT * FROM posts WHERE user_id = :user AND titel = 'x';",
        "w.sql:2:47: there is no column titel (did you mean \"title\"?)");
    row("-- name: A\nINSERT INTO users (id, emal) VALUES (1, 2);",
        "w.sql:2:24: users has no column emal (did you mean \"email\"?)");
    row("-- name: A\nCREATE TABLE x (a int);", "w.sql:2:1: an access pattern is one SELECT, INSERT, UPDATE or DELETE");
    row("-- name: A\n-- verb: append\nSELECT * FROM users;",
        "w.sql:1:10: A: the statement is a list, which cannot be a append");
    row("-- name: A\n-- rate: 1/s\n-- rate: 2/s\nSELECT 1;", "w.sql:3:4: \"rate:\" is given twice for one pattern");
    row("-- name: A\n-- p99: 50ms",
        "w.sql:1:10: the pattern A has no statement (write its SQL below the annotations, ended by a semicolon)");
    row("-- name: A\nSELECT 'open;", "w.sql:2:8: a quoted text or comment that starts here does not end");
    row("-- name: A\nSELECT * FROM users;\n-- name: A\nSELECT * FROM users;",
        "w.sql:3:10: the name A is used twice in this file");
    row("-- column: users.ü avg=1B", "w.sql:1:18: users has no column ü");
}

void WorkloadImportTest::refusals() {
    QFETCH(QString, workload);
    QFETCH(QString, message);
    const auto refused = importWorkload(schema(), {"w.sql", workload.toStdString()});
    QVERIFY(!refused);
    QCOMPARE(text(refused.error().text()), message);
}

void WorkloadImportTest::nothingIsHalfApplied() {
    const Project before = schema();
    const Project copy = before;
    QVERIFY(!importWorkload(
        before,
        {"w.sql", "-- table: users rows=7\n-- name: A\nSELECT * FROM users;\n-- name: B\nSELECT * FROM nowhere;"}));
    QVERIFY(before == copy);
}

void WorkloadImportTest::patternsOfTheSameNameAreReplaced() {
    const Project first = project("-- name: A\n-- rate: 1/s\nSELECT * FROM users;\n-- name: B\nSELECT * FROM posts;");
    const auto second = importWorkload(first, {"w.sql", "-- name: A\n-- rate: 2/s\nSELECT * FROM posts;"});
    QVERIFY(second.has_value());
    QCOMPARE(second->project.patterns.size(), std::size_t(2));
    QCOMPARE(second->project.findPattern("A")->id, first.findPattern("A")->id);
    QCOMPARE(second->project.findPattern("A")->rate.average.value, 2.0);
}

void WorkloadImportTest::statementsAreReadAgain() {
    const AccessPattern before = pattern("INSERT INTO lines VALUES ($1, $2, $3)", "-- verb: append\n-- p99: 5ms\n");
    const auto after = parsePatternSql(m_project, before, "INSERT INTO lines (order_id, no) VALUES ($1, $2);\n");
    QVERIFY(after.has_value());
    QCOMPARE(after->verb, Verb::Append); // the user's choice stays
    QCOMPARE(after->assigned.size(), std::size_t(2));
    QCOMPARE(*after->p99Seconds, 0.005);
    QCOMPARE(text(after->sql), QStringLiteral("INSERT INTO lines (order_id, no) VALUES ($1, $2)"));
    QCOMPARE(parsePatternSql(m_project, before, "SELECT * FROM lines WHERE order_id = 1")->verb, Verb::List);
    const auto wrong = parsePatternSql(m_project, before, "SELECT *\n FROM line");
    QVERIFY(!wrong);
    QCOMPARE(text(wrong.error().text()),
             QStringLiteral("line 2, column 7: there is no table line (did you mean \"lines\"?)"));
    QVERIFY(!parsePatternSql(m_project, before, ""));
    QVERIFY(!parsePatternSql(m_project, before, "SELECT 1; SELECT 2"));
}

void WorkloadImportTest::writtenAndReadBack() {
    Project p = project(R"(
-- table: users rows=123456789012 growth=2e5/day growth=0.123456789%/day retention=730.5d
-- table: shop."Odd Name" rows=7
-- column: users.email avg=22.7B max=1kB nulls=0.333 distinct=5e8
-- column: users.id generator=snowflake
-- relationship: follows.followee_id mean=200.25 max=1e8 powerlaw(2.1)
-- relationship: parts(order_id, no) mean=3 fixed
-- requirement: dominant=cost availability=99.95% p99=7ms regions=us,"e u" compliance=gdpr familiarity=redis budget=12345.67
-- boundary: "The Content" tables=posts,shop."Odd Name" color=3
-- engine: cassandra nodes=6 replicas=3 partitions=64 placement=consistent cache cache_hit_ratio=1% cache_size=64GiB cache_ttl=5min key=posts(user_id) key=follows(followee_id, follower_id)
-- engine: redis
-- name: "Odd name" :one
-- rate: 7/day peak=1/s diurnal(peak=20:17, trough=0.31)
-- keys: u.id hotset(0.2, 0.8)
-- consistency: bounded(1.5s)
-- p99: 33ms
-- page: 20 offset
-- criticality: low
-- idempotent: no
-- | note: kept
-- |
-- second
SELECT u.* FROM users u JOIN posts p ON p.user_id = u.id WHERE u.id = :id -- inside
  LIMIT 20;
-- name: A
-- rate: 3/min weekly(1, 2, 3, 4, 5, 6, 7)
-- keys: powerlaw(2.5)
-- values: $1=17
SELECT * FROM posts WHERE id = ANY ($1::bigint[]);
-- name: B
-- rate: 3/h spike(at=23:59:30, for=90s, times=4)
-- verb: append
-- keys: order_id sample("a b.csv")
-- consistency: eventual
-- page: cursor
INSERT INTO lines VALUES ($1, $2, $3);
-- name: C
-- rate: 0.1/s batch(at=02:30, for=1h)
-- keys: latest(1.2)
DELETE FROM posts WHERE id = $1;
)");
    const std::string written = writeWorkload(p);
    const auto again = importWorkload(schema(), {"again.sql", written});
    QVERIFY2(again.has_value(), again ? "" : (again.error().text() + "\n" + written).c_str());
    // Ids are given in the order of the file; everything else must be the same, to the last digit.
    const Project& q = again->project;
    QCOMPARE(text(writeWorkload(q)), text(written));
    QCOMPARE(q.patterns.size(), p.patterns.size());
    for (const AccessPattern& pattern : p.patterns) {
        const AccessPattern* other = q.findPattern(pattern.name);
        QVERIFY(other);
        AccessPattern same = *other;
        same.id = pattern.id;
        QVERIFY2(same == pattern, pattern.name.c_str());
    }
    QVERIFY(q.requirements == p.requirements);
    QVERIFY(q.relationships == p.relationships);
    for (const Entity& entity : p.entities) {
        Entity same = *q.entities.find(entity.id);
        same.boundary = entity.boundary;
        QVERIFY2(same == entity, entity.name.c_str());
        QCOMPARE(static_cast<bool>(q.entities.find(entity.id)->boundary), static_cast<bool>(entity.boundary));
    }
    for (const Layout& layout : p.layouts) {
        Layout same = *q.findLayout(layout.engine);
        same.id = layout.id;
        QVERIFY2(same == layout, layout.engine.c_str());
    }
    QCOMPARE(q.boundaries.begin()->color, 3);
    QCOMPARE(text(q.boundaries.begin()->name), QStringLiteral("The Content"));
}

void WorkloadImportTest::garbageIsRefusedGently() {
    std::string deep = "-- name: A\nSELECT * FROM users WHERE id = ";
    for (int i = 0; i < 20000; ++i)
        deep += "1+";
    for (const std::string& text :
         {std::string("\0\1\2", 3), std::string("'"), std::string("-- name:"), std::string("-- name: ("),
          std::string("-- table: \"\"\"\""), std::string("-- rate: \xFF\xFE"),
          "-- name: A\n" + std::string(1 << 20, 'x'), std::string("-- engine: x key=((((((((((((("), deep})
        QVERIFY2(!importWorkload(schema(), {"w.sql", text}), text.substr(0, 40).c_str());
    QVERIFY(importWorkload(schema(), {"w.sql", ""}).has_value()); // an empty workload says nothing, and nothing wrong
    QVERIFY(importWorkload(schema(), {"w.sql", deep + "1;"}).has_value());
}

void WorkloadImportTest::keysOfASampleAreCounted() {
    QTemporaryDir folder;
    const auto file = [&](const char* name, const QByteArray& text) {
        QFile out(folder.filePath(name));
        if (out.open(QIODevice::WriteOnly))
            out.write(text);
        return out.fileName().toStdString();
    };
    const KeySample plain = *readKeySample(file("plain.csv", "b,x\n\"a,1\",y\nb,z\nc\nb\n"));
    QCOMPARE(plain.seen, (std::vector<SeenKeys>{{3, 1}, {1, 2}}));
    QCOMPARE(plain.requests(), std::int64_t(5));
    QCOMPARE(plain.distinct(), std::int64_t(3));
    const KeySample weighed = *readKeySample(file("weighed.csv", "Count,name,KEY\n7,x,a\n0,y,b\n2,z,c\n1,w,a\n"));
    QCOMPARE(weighed.seen, (std::vector<SeenKeys>{{8, 1}, {2, 1}}));
    QCOMPARE(readKeySample(file("bad.csv", "key,count\na,1\nb,many\n")).error().line, 3);
    QCOMPARE(readKeySample(file("short.csv", "key,count\na\n")).error().line, 2);
    QVERIFY(!readKeySample(file("empty.csv", "key\n")));
    QVERIFY(!readKeySample(folder.filePath("none.csv").toStdString()));
    QCOMPARE(parsePopularity("sample(\"" + folder.filePath("plain.csv").toStdString() + "\")")->sample, plain);

    // Named in a workload, a file is looked for beside it.
    const Result<Imported> imported =
        importWorkload(schema(), {folder.filePath("w.sql").toStdString(), "-- name: P\n-- keys: sample(plain.csv)\n"
                                                                          "SELECT 1 FROM posts WHERE id = $1;"});
    QCOMPARE(imported->project.findPattern("P")->popularity.sample, plain);
    QVERIFY(imported->diagnostics.empty());
}

void WorkloadImportTest::aSampleThatCannotBeReadIsSaid() {
    const std::string workload = "-- name: P\n-- keys: sample(none.csv)\nSELECT 1 FROM posts WHERE id = $1;";
    Project first = project(workload);
    QCOMPARE(m_notes.size(), std::size_t(1));
    QCOMPARE(m_notes[0].severity, Severity::Warning);
    QVERIFY(text(m_notes[0].message).contains("none.csv"));
    QVERIFY(text(m_notes[0].advice).contains("all keys count alike"));
    // What was counted earlier is not lost when the file has gone.
    AccessPattern counted = *first.findPattern("P");
    counted.popularity.sample.seen = {{2, 3}};
    first.patterns.set(counted);
    QCOMPARE(importWorkload(first, {"w.sql", workload})->project.findPattern("P")->popularity, counted.popularity);
}

QTEST_APPLESS_MAIN(WorkloadImportTest)
#include "workload_import_test.moc"
