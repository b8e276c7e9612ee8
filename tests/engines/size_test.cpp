// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>

#include "estimator/size/memory.h"
#include "estimator/summary/estimate.h"
#include "model/exchange/import/import.h"
#include "tests/support/engines.h"
#include "tests/support/postgres_server.h"
#include "tests/support/redis_server.h"

using namespace shardscape;
using namespace shardscape::tests;

namespace {

/// A table, what the user would state of it, and rows made to those statistics.
struct Case {
    const char* name;
    const char* ddl;
    const char* statistics;
    const char* load;
};

/// Pseudo-random numbers that are the same on every run: hashes of the row's number. Uniform in [0, 1).
#define RANDOM(salt) "(((hashint8(i * 31 + " #salt ") & 2147483647)) / 2147483648.0)"

const Case kCases[] = {
    {"narrow", "CREATE TABLE narrow (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, v int NOT NULL);",
     "-- table: narrow rows=200000\n", "INSERT INTO narrow (v) SELECT i FROM generate_series(1, 200000) i;"},
    {"misaligned",
     "CREATE TABLE misaligned (a bool NOT NULL, id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, b bool NOT NULL, c "
     "bigint "
     "NOT NULL, d smallint NOT NULL, e double precision NOT NULL);",
     "-- table: misaligned rows=150000\n",
     "INSERT INTO misaligned (a, b, c, d, e) SELECT true, false, i, 1, i FROM generate_series(1, 150000) i;"},
    {"nullable",
     "CREATE TABLE nullable (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a int, b bigint, c text, d "
     "timestamptz, e uuid, f int, "
     "g int, h int, j int);",
     "-- table: nullable rows=150000\n-- column: nullable.a nulls=0.5\n-- column: nullable.b nulls=0.3\n-- column: "
     "nullable.c avg=20B "
     "max=40B nulls=0.4\n-- column: nullable.d nulls=0.7\n-- column: nullable.e nulls=0.5\n-- column: nullable.f "
     "nulls=0.9\n",
     "INSERT INTO nullable (a, b, c, d, e, f, g, h, j) SELECT CASE WHEN " RANDOM(
         1) " < 0.5 THEN i END, CASE "
            "WHEN " RANDOM(
                2) " < 0.7 THEN i "
                   "END, CASE "
                   "WHEN " RANDOM(3) " < 0.6 THEN repeat('x', (" RANDOM(4) " * 41)::int) END, CASE WHEN " RANDOM(
                       5) " < 0.3 "
                          "THEN "
                          "now() "
                          "END, "
                          "CASE "
                          "WHEN"
                          " " RANDOM(6) " < 0.5 THEN md5(i::text)::uuid END, CASE WHEN " RANDOM(
                              7) " < 0.1 THEN i END, i, i, i FROM generate_series(1, 150000) i;"},
    {"texts",
     "CREATE TABLE texts (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title varchar(60) NOT NULL, body text "
     "NOT NULL); "
     "CREATE INDEX texts_title ON texts (title);",
     "-- table: texts rows=120000\n-- column: texts.title avg=36B max=44B distinct=120000\n-- column: texts.body "
     "avg=300B max=600B\n",
     "INSERT INTO texts (title, body) SELECT md5(i::text) || repeat('y', (" RANDOM(
         1) " * 8)::int), repeat('z', (" RANDOM(2) " * 600)::int) FROM generate_series(1, 120000) i;"},
    {"decimals",
     "CREATE TABLE decimals (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, price numeric(10,2) NOT NULL, rate "
     "numeric(7,3) NOT "
     "NULL, total numeric(14,2) NOT NULL);",
     "-- table: decimals rows=150000\n",
     "INSERT INTO decimals (price, rate, total) SELECT 10000000 + (" RANDOM(
         1) " * 80000000)::int + 0.25, 1000 + (" RANDOM(2) " * 8000)::int + 0.125, 100000000001.5 + i FROM "
                                                           "generate_series(1, 150000) i;"},
    {"random_keys", "CREATE TABLE random_keys (id uuid DEFAULT gen_random_uuid() PRIMARY KEY, n int NOT NULL);",
     "-- table: random_keys rows=200000\n",
     "INSERT INTO random_keys SELECT md5(i::text)::uuid, i FROM generate_series(1, 200000) i;"},
    {"pairs",
     "CREATE TABLE pairs (left_id bigint NOT NULL, right_id bigint NOT NULL, PRIMARY KEY (left_id, right_id));",
     "-- table: pairs rows=200000\n-- column: pairs.left_id distinct=200000\n-- column: pairs.right_id "
     "distinct=200000\n",
     "INSERT INTO pairs SELECT (" RANDOM(1) " * 1e15)::bigint, (" RANDOM(
         2) " * 1e15)::bigint FROM generate_series(1, 200000) i;"},
    {"documents", "CREATE TABLE documents (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, doc jsonb NOT NULL);",
     // {"a": 5 digits, "name": 8 letters, "tags": [two of 3 letters]}: 4 + 6 × 4 + keys 9 + numeric 8 aligned + 8 +
     // array 4 + 2 × 4 + 6.
     "-- table: documents rows=100000\n-- column: documents.doc avg=76B max=78B\n",
     "INSERT INTO documents (doc) SELECT jsonb_build_object('a', 10000 + i % 80000, 'name', substr(md5(i::text), 1, "
     "8), 'tags', "
     "jsonb_build_array('abc', 'def')) FROM generate_series(1, 100000) i;"},
    {"few_values",
     "CREATE TYPE mood AS ENUM ('calm', 'glad', 'sad', 'wild'); CREATE TABLE few_values (id bigint GENERATED ALWAYS AS "
     "IDENTITY PRIMARY "
     "KEY, flag bool NOT NULL, mood mood NOT NULL, country int NOT NULL); CREATE INDEX few_flag ON few_values (flag); "
     "CREATE INDEX "
     "few_mood ON few_values (mood); CREATE INDEX few_country ON few_values (country);",
     "-- table: few_values rows=400000\n-- column: few_values.country distinct=100\n",
     "INSERT INTO few_values (flag, mood, country) SELECT " RANDOM(
         1) " < 0.5, (enum_range(NULL::mood))[1 + floor(" RANDOM(2) " * 4)::int], (" RANDOM(3) " * 99)::int FROM "
                                                                                               "generate_series(1, "
                                                                                               "400000) i;"},
    {"long_values",
     "CREATE TABLE long_values (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, blob bytea NOT NULL);",
     "-- table: long_values rows=20000\n-- column: long_values.blob avg=6400B max=6400B\n",
     "ALTER TABLE long_values ALTER blob SET STORAGE EXTERNAL; INSERT INTO long_values (blob) SELECT "
     "decode(repeat(md5(i::text), 400), "
     "'hex') FROM generate_series(1, 20000) i;"},
    {"readings",
     "CREATE TABLE readings (device_id int NOT NULL, at timestamptz NOT NULL DEFAULT now(), value double precision NOT "
     "NULL); CREATE "
     "INDEX readings_device ON readings (device_id, at); CREATE INDEX readings_at ON readings (at);",
     "-- table: readings rows=300000\n-- column: readings.device_id distinct=50\n-- column: readings.at "
     "distinct=300000\n",
     "INSERT INTO readings SELECT i % 50, '2026-01-01'::timestamptz + i * interval '1 second', i FROM "
     "generate_series(1, 300000) i;"},
    {"roomy",
     "CREATE TABLE roomy (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL) WITH (fillfactor = "
     "70);",
     "-- table: roomy rows=100000\n-- column: roomy.name avg=50B max=100B\n",
     "INSERT INTO roomy (name) SELECT repeat('n', (" RANDOM(1) " * 100)::int) FROM generate_series(1, 100000) i;"},
};

} // namespace

/// Sizes that the estimate says against sizes that real servers have.
class SizeTest : public QObject {
    Q_OBJECT

private slots:
    void postgres_data();
    void postgres();
    void redis();

private:
    std::unique_ptr<PostgresServer> m_postgres;
};

void SizeTest::postgres_data() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < std::size(kCases); ++i)
        QTest::newRow(kCases[i].name) << static_cast<int>(i);
}

void SizeTest::postgres() {
    QFETCH(int, index);
    const Case& one = kCases[index];
    if (const QString why = PostgresServer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
    if (!m_postgres) {
        m_postgres = std::make_unique<PostgresServer>();
        QVERIFY2(m_postgres->start(), qPrintable(m_postgres->problem()));
    }
    auto imported = model::importPostgres({{"schema.sql", one.ddl}});
    QVERIFY2(imported.has_value(), imported ? "" : imported.error().text().c_str());
    auto project = model::importWorkload(imported->project, {"workload.sql", one.statistics});
    QVERIFY2(project.has_value(), project ? "" : project.error().text().c_str());
    model::Layout layout;
    layout.engine = "postgresql";
    const auto estimate = estimator::estimate(project->project, *engines().find("postgresql"), layout);
    QVERIFY(estimate.has_value());
    const estimator::StructureEstimate& table = estimate->structures.at(0);

    const Outcome made = m_postgres->run(QString::fromUtf8(one.ddl) + one.load + "VACUUM ANALYZE " + one.name + ";");
    QVERIFY2(made.ok, qPrintable(made.messages));
    const SqlRows sizes = m_postgres->query(QString("SELECT pg_table_size('%1')").arg(one.name));
    QVERIFY2(sizes.ok, qPrintable(sizes.messages));
    const auto compare = [&](const QString& what, double expected, double real) {
        const double error = (expected - real) / real;
        qInfo("%-24s estimated %9.0f kB, real %9.0f kB, %+.2f %%", qPrintable(what), expected / 1024, real / 1024,
              100 * error);
        // Three pages are beyond what any statistic tells of a small object.
        return std::abs(error) <= 0.03 || std::abs(expected - real) <= 3 * 8192;
    };
    QVERIFY(compare(one.name, table.tableBytes.value(), sizes.rows.at(0).at(0).toDouble()));
    const SqlRows indexes = m_postgres->query(QString("SELECT c.relname, pg_relation_size(c.oid) FROM pg_index i JOIN "
                                                      "pg_class c ON c.oid = i.indexrelid WHERE i.indrelid "
                                                      "= '%1'::regclass ORDER BY 1")
                                                  .arg(one.name));
    QVERIFY2(indexes.ok, qPrintable(indexes.messages));
    QCOMPARE(static_cast<std::size_t>(indexes.rows.size()), table.indexes.size());
    for (const QStringList& row : indexes.rows) {
        const auto found =
            std::find_if(table.indexes.begin(), table.indexes.end(), [&](const estimator::IndexEstimate& candidate) {
                return QString::fromStdString(candidate.name) == row[0] || table.indexes.size() == 1;
            });
        QVERIFY2(found != table.indexes.end(), qPrintable(row[0]));
        QVERIFY(compare(row[0], found->bytes.value(), row[1].toDouble()));
    }
    m_postgres->run(QString("DROP TABLE %1;").arg(one.name));
}

void SizeTest::redis() {
    if (const QString why = RedisServer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
    RedisServer server;
    QVERIFY2(server.start(), qPrintable(server.problem()));
    // The allocator decides: the profile holds for the packages of Debian and Ubuntu.
    const auto used = [&] {
        const Outcome info = server.command({"INFO", "memory"});
        const QRegularExpressionMatch match = QRegularExpression("used_memory:(\\d+)").match(info.output);
        return match.captured(1).toDouble();
    };
    const estimator::RedisMemory memory(*engines().find("redis"));
    constexpr int kKeys = 100000;
    struct Shape {
        const char* name;
        const char* script; // KEYS: none; runs on the server
        double expected;    // bytes of a key with its value
    };
    const std::vector<estimator::RedisMemory::Field> five(5, {8, 12, {}});
    const Shape shapes[] = {
        {"strings of 100 bytes",
         "local v = string.rep('v', 100) for i = 1, 100000 do redis.call('SET', string.format('key:%016d', i), v) end",
         memory.key(20, kKeys, false) + memory.string(100)},
        {"short strings that expire",
         "for i = 1, 100000 do redis.call('SET', string.format('key:%016d', i), 'abcdefghij', 'EX', 100000) end",
         memory.key(20, kKeys, true) + memory.string(10)},
        {"hashes of five fields",
         "for i = 1, 100000 do local k = string.format('key:%016d', i) for f = 1, 5 do redis.call('HSET', k, "
         "string.format('field%03d', f), "
         "string.format('value%07d', i)) end end",
         memory.key(20, kKeys, false) + memory.hash(five)},
        {"strings of 1,000 bytes",
         "local v = string.rep('v', 1000) for i = 1, 100000 do redis.call('SET', string.format('key:%016d', i), v) end",
         memory.key(20, kKeys, false) + memory.string(1000)},
    };
    for (const Shape& shape : shapes) {
        QVERIFY(server.command({"FLUSHALL", "SYNC"}).ok);
        const double before = used();
        const Outcome made = server.command({"EVAL", shape.script, "0"});
        QVERIFY2(made.ok, qPrintable(made.messages));
        const double real = (used() - before) / kKeys;
        const double error = (shape.expected - real) / real;
        qInfo("%-28s estimated %7.1f B a key, real %7.1f B, %+.2f %%", shape.name, shape.expected, real, 100 * error);
        QVERIFY(std::abs(error) <= 0.05);
    }
}

QTEST_GUILESS_MAIN(SizeTest)
#include "size_test.moc"
