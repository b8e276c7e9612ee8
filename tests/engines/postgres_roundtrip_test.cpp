// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Schemas go through the model into a real PostgreSQL and come back: the exported DDL loads without an error, the
// server then has the catalogue that it has after loading the original, and the DDL imports again to the same schema.
#include <QJsonArray>
#include <QtTest>

#include "model/exchange/export/ddl.h"
#include "model/exchange/export/postgres_ddl.h"
#include "model/exchange/export/postgres_words.h"
#include "model/exchange/import/import.h"
#include "tests/support/postgres_corpus.h"
#include "tests/support/postgres_server.h"
#include "tests/support/project_text.h"

using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

/// Every definition that the server knows, one a line, in its own words and independent of the order of creation. A
/// line starts with its kind, so that kinds can be left out.
const char* const kCatalogue = R"(
SELECT line FROM (
  SELECT 'column ' || n.nspname || '.' || c.relname || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
         || ' notnull=' || a.attnotnull || ' identity=' || a.attidentity::text || ' generated=' || a.attgenerated::text
         || ' default=' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') AS line
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
  UNION ALL
  SELECT 'constraint' || CASE contype WHEN 'c' THEN '-check ' ELSE ' ' END || n.nspname || '.' || c.relname || ' ' || k.conname
         || ' ' || pg_get_constraintdef(k.oid)
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE NOT c.relispartition AND k.contype IN ('c', 'f', 'p', 'u', 'x')
  UNION ALL
  SELECT 'index ' || pg_get_indexdef(i.indexrelid)
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE NOT c.relispartition AND c.relkind IN ('r', 'p')
  UNION ALL
  SELECT 'partition ' || c.oid::regclass || ' of ' || i.inhparent::regclass || ' ' || pg_get_expr(c.relpartbound, c.oid)
         || coalesce(' by ' || pg_get_partkeydef(c.oid), '')
    FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid WHERE c.relispartition AND c.relkind IN ('r', 'p')
  UNION ALL
  SELECT 'partitioned ' || c.oid::regclass || ' ' || pg_get_partkeydef(c.oid) FROM pg_class c WHERE c.relkind = 'p'
  UNION ALL
  SELECT 'enum ' || t.oid::regtype || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.oid
  UNION ALL
  SELECT 'comment ' || d.objoid::regclass || ' ' || d.objsubid || ' ' || d.description
    FROM pg_description d JOIN pg_class c ON c.oid = d.objoid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE d.classoid = 'pg_class'::regclass AND c.relkind IN ('r', 'p', 'i') AND NOT c.relispartition
     AND n.nspname NOT IN ('pg_catalog', 'information_schema')
) all_lines
 WHERE line NOT LIKE '% pg_catalog.%' AND line NOT LIKE '% information_schema.%' AND line NOT LIKE '% ON pg_catalog.%'
   AND line NOT LIKE '%pg_toast%'
 ORDER BY line COLLATE "C")";

QStringList onlyIn(const QStringList& a, const QStringList& b) {
    const QSet<QString> other(b.begin(), b.end());
    QStringList out;
    for (const QString& line : a)
        if (!other.contains(line))
            out << line;
    return out;
}

} // namespace

class PostgresRoundtripTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void features_data();
    void features();
    void realSchemas_data();
    void realSchemas();
    void proposedIndexesLoad();
    void identifiersAreQuotedAsTheServerQuotesThem();

private:
    Imported import(const std::vector<ImportSource>& sources);
    QStringList catalogue(const QString& database);
    QString freshDatabase();
    void comesBackFromPgDump(const QString& database);

    PostgresServer m_server;
    QString m_why;
    int m_databases = 0;
};

void PostgresRoundtripTest::initTestCase() {
    if (const QString why = PostgresServer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY2(m_server.start(), qPrintable(m_server.problem()));
}

QString PostgresRoundtripTest::freshDatabase() {
    const QString name = QStringLiteral("d%1").arg(++m_databases);
    return m_server.createDatabase(name) ? name : QString();
}

QStringList PostgresRoundtripTest::catalogue(const QString& database) {
    const SqlRows rows = m_server.query(kCatalogue, database);
    if (!rows.ok)
        qWarning("%s", qPrintable(rows.messages));
    QStringList out;
    for (const QStringList& row : rows.rows)
        out << row.value(0);
    return out;
}

Imported PostgresRoundtripTest::import(const std::vector<ImportSource>& sources) {
    Result<Imported> imported = importPostgres(sources);
    if (!imported)
        qWarning("%s", imported.error().text().c_str());
    return imported ? std::move(*imported) : Imported{};
}

/// What pg_dump writes of a database imports without an error and makes the same catalogue again.
void PostgresRoundtripTest::comesBackFromPgDump(const QString& database) {
    const Outcome dump =
        runCommand("pg_dump", {"--schema-only", "-h", m_server.socketFolder(), "-U", "postgres", database});
    QVERIFY2(dump.ok, qPrintable(dump.messages));
    const Imported imported = import({{"dump.sql", dump.output.toStdString()}});
    for (const Diagnostic& diagnostic : imported.diagnostics)
        QVERIFY2(diagnostic.severity != Severity::Error, diagnostic.message.c_str());
    const QString copy = freshDatabase();
    const Outcome loaded = m_server.run(QString::fromStdString(writePostgresSchema(imported.project)), copy);
    QVERIFY2(loaded.ok, qPrintable(loaded.messages));
    const QStringList before = catalogue(database);
    const QStringList after = catalogue(copy);
    QCOMPARE(onlyIn(before, after).join('\n'), QString());
    QCOMPARE(onlyIn(after, before).join('\n'), QString());
}

void PostgresRoundtripTest::features_data() {
    QTest::addColumn<QString>("sql");
    QTest::newRow("types") << R"(CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'very happy');
        CREATE TABLE t (a smallint, b int, c bigint, d real, e double precision, f numeric, g numeric(10), h numeric(10,2),
          i varchar, j varchar(20), k char, l char(5), m text, n bytea, o date, p time, q time(3), r timetz, s timestamp,
          t timestamp(3), u timestamptz, v timestamptz(6), w interval, x interval year to month, y boolean, z uuid,
          aa json, ab jsonb, ac inet, ad cidr, ae macaddr, af point, ag tsvector, ah bit(3), ai varbit(5), aj xml, ak money,
          al int[], am text[][], an mood, ao mood[], ap "char", aq name, ar int4range, at oid, au numeric(5,2)[], av bpchar);)";
    QTest::newRow("keys") << R"(CREATE TABLE a (x int, y int, z int, w text, PRIMARY KEY (x, y) INCLUDE (z),
          UNIQUE NULLS NOT DISTINCT (w), CONSTRAINT later UNIQUE (z) DEFERRABLE INITIALLY DEFERRED);
        CREATE TABLE b (id int PRIMARY KEY, x int, y int, z text REFERENCES a (w) ON UPDATE CASCADE,
          FOREIGN KEY (x, y) REFERENCES a MATCH FULL ON DELETE CASCADE DEFERRABLE);
        CREATE TABLE c (id int PRIMARY KEY, x int, y int, FOREIGN KEY (x, y) REFERENCES a ON DELETE SET NULL (y));
        ALTER TABLE c ADD CONSTRAINT self FOREIGN KEY (id) REFERENCES c NOT VALID;)";
    QTest::newRow("cycle of references")
        << R"(CREATE TABLE a (id int PRIMARY KEY, b int); CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
        ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;)";
    QTest::newRow("indexes")
        << R"(CREATE TABLE t (id int PRIMARY KEY, a text, b int, c jsonb, d text COLLATE "C", e int[]);
        CREATE INDEX ON t (a); CREATE INDEX ON t (a); CREATE INDEX ON t (lower(a)); CREATE UNIQUE INDEX u ON t (b DESC NULLS LAST, a) INCLUDE (id);
        CREATE INDEX part ON t (b) WHERE b > 5 AND a IS NOT NULL; CREATE INDEX g ON t USING gin (c jsonb_path_ops);
        CREATE INDEX h ON t USING hash (a); CREATE INDEX br ON t USING brin (b) WITH (pages_per_range = 16);
        CREATE INDEX co ON t (a COLLATE "C" text_pattern_ops); CREATE INDEX ex ON t ((b + 1), (c ->> 'k'), upper(d));
        CREATE INDEX ga ON t USING gin (e); CREATE UNIQUE INDEX nn ON t (b) NULLS NOT DISTINCT;)";
    QTest::newRow("checks and generated columns")
        << R"(CREATE TABLE t (a int CHECK (a > 0), b int, c int GENERATED ALWAYS AS (a * 2) STORED,
          CHECK (a < b), CONSTRAINT odd CHECK (b % 2 = 1) NO INHERIT, d text DEFAULT 'it''s' || E'\\n', e timestamptz DEFAULT now(),
          f text DEFAULT CASE WHEN 1 < 2 THEN 'x' ELSE 'y' END, g int DEFAULT 1 + 2 * 3, h text[] DEFAULT '{a,b}'::text[]);
        ALTER TABLE t ADD CONSTRAINT soon CHECK (b > 10) NOT VALID;)";
    QTest::newRow("exclusion") << R"(CREATE EXTENSION btree_gist; CREATE TABLE r (room int, during tsrange, ok boolean,
          EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (ok));)";
    QTest::newRow("sequences") << R"(CREATE TABLE a (id serial PRIMARY KEY, s smallserial, big bigserial);
        CREATE TABLE b (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n bigint GENERATED BY DEFAULT AS IDENTITY (START WITH 1000 INCREMENT BY 10));
        CREATE SEQUENCE numbers START 100 INCREMENT -5 MAXVALUE 100 CYCLE; CREATE TABLE c (n bigint DEFAULT nextval('numbers'), m bigint DEFAULT nextval('numbers'));
        CREATE SEQUENCE d_id_seq; CREATE TABLE d (id bigint NOT NULL DEFAULT nextval('d_id_seq'::regclass)); ALTER SEQUENCE d_id_seq OWNED BY d.id;)";
    QTest::newRow("partitions")
        << R"(CREATE TABLE p (id bigint, created date NOT NULL, region text, PRIMARY KEY (id, created)) PARTITION BY RANGE (created);
        CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
        CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('2025-01-01') TO (MAXVALUE) PARTITION BY RANGE (id);
        CREATE TABLE p21 PARTITION OF p2 DEFAULT; CREATE INDEX ON p (region);
        CREATE TABLE l (r text, v int) PARTITION BY LIST (lower(r)); CREATE TABLE l1 PARTITION OF l FOR VALUES IN ('a', NULL);
        CREATE TABLE h (id int) PARTITION BY HASH (id); CREATE TABLE h0 (id int); ALTER TABLE h ATTACH PARTITION h0 FOR VALUES WITH (MODULUS 2, REMAINDER 0);)";
    QTest::newRow("names")
        << R"(CREATE SCHEMA "Odd Schema"; CREATE TABLE "Odd Schema"."select" ("a""b" int PRIMARY KEY, "Ünïcode ☃" text, "order" int, "new
line" int);
        CREATE TYPE "Odd Schema"."Mood" AS ENUM ('a'); CREATE TABLE "user" ("group" "Odd Schema"."Mood" DEFAULT 'a'::"Odd Schema"."Mood", "timestamp" timestamp, ref int REFERENCES "Odd Schema"."select");
        CREATE TABLE Folded (MixedCase int, CONSTRAINT "My Key" UNIQUE (mixedcase)); CREATE INDEX "My Index" ON folded (MIXEDCASE);
        CREATE TABLE a_table_with_a_name_that_is_as_long_as_names_may_be_in_postgres (a_column_with_a_name_that_is_rather_long_too int UNIQUE REFERENCES a_table_with_a_name_that_is_as_long_as_names_may_be_in_postgres (a_column_with_a_name_that_is_rather_long_too));)";
    QTest::newRow("comments")
        << R"(CREATE TABLE t (id int CONSTRAINT k PRIMARY KEY, a int REFERENCES t CHECK (a > 0)); CREATE INDEX i ON t (a);
        COMMENT ON TABLE t IS 'it''s a \ table'; COMMENT ON COLUMN t.a IS E'two\nlines \\ "quoted"'; COMMENT ON INDEX i IS 'index';
        COMMENT ON CONSTRAINT k ON t IS 'key'; COMMENT ON CONSTRAINT t_a_fkey ON t IS 'fk'; COMMENT ON CONSTRAINT t_a_check ON t IS 'check';)";
    QTest::newRow("tables")
        << R"(CREATE UNLOGGED TABLE u (a int) WITH (fillfactor = 70, autovacuum_enabled = false); CREATE TABLE "empty" ();
        CREATE TABLE l (LIKE u INCLUDING ALL, b int);)";
    QTest::newRow("alterations")
        << R"(CREATE TABLE t (a int, b text, c int, d int); ALTER TABLE t RENAME TO t2; ALTER TABLE t2 RENAME COLUMN a TO id;
        ALTER TABLE t2 ADD PRIMARY KEY (id), ALTER b SET NOT NULL, ALTER b SET DEFAULT 'x', DROP COLUMN c, ADD COLUMN e int DEFAULT 4 CHECK (e > id);
        ALTER TABLE t2 RENAME COLUMN e TO f; ALTER TABLE t2 ALTER d TYPE bigint; ALTER INDEX t2_pkey RENAME TO other; CREATE SCHEMA s; ALTER TABLE t2 SET SCHEMA s;
        CREATE INDEX i ON s.t2 (b); DROP INDEX s.i; CREATE TABLE gone (x int REFERENCES s.t2); DROP TABLE gone;)";
    QTest::newRow("functions in expressions")
        << R"(CREATE FUNCTION plus(a int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT a + one() $$;
        CREATE FUNCTION one() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1'; CREATE TABLE t (a int DEFAULT one(), CHECK (plus(a) > 0)); CREATE INDEX ON t (plus(a));)";
}

void PostgresRoundtripTest::features() {
    QFETCH(QString, sql);
    const QString original = freshDatabase();
    const Outcome accepted = m_server.run("SET check_function_bodies = false;\n" + sql, original);
    QVERIFY2(accepted.ok, qPrintable(accepted.messages));

    const Imported imported = import({{"schema.sql", sql.toStdString()}});
    for (const Diagnostic& diagnostic : imported.diagnostics)
        QVERIFY2(diagnostic.severity != Severity::Error, diagnostic.message.c_str());
    QVERIFY2(validate(imported.project).empty(),
             fmt::format("{}", fmt::join(validate(imported.project), "\n")).c_str());
    const std::string ddl = writePostgresSchema(imported.project);

    const QString copy = freshDatabase();
    const Outcome loaded = m_server.run(QString::fromStdString(ddl), copy);
    QVERIFY2(loaded.ok, qPrintable(loaded.messages + "\n" + QString::fromStdString(ddl)));
    const QStringList before = catalogue(original);
    const QStringList after = catalogue(copy);
    QVERIFY(!before.isEmpty());
    QCOMPARE(onlyIn(before, after).join('\n'), QString());
    QCOMPARE(onlyIn(after, before).join('\n'), QString());

    const Imported again = import({{"export.sql", ddl}});
    QCOMPARE(QString::fromStdString(schemaDifference(imported.project, again.project)), QString());
    comesBackFromPgDump(original);
}

void PostgresRoundtripTest::realSchemas_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : PostgresCorpus::names())
        QTest::newRow(qPrintable(name)) << name;
    if (PostgresCorpus::names().isEmpty())
        QTest::newRow("none") << QString();
}

void PostgresRoundtripTest::realSchemas() {
    QFETCH(QString, name);
    if (name.isEmpty())
        QSKIP(qPrintable(whyNoSharedFolder()));
    const Imported imported = import(PostgresCorpus::sources(name));
    const std::string ddl = writePostgresSchema(imported.project);
    const QString database = freshDatabase();
    const Outcome loaded = m_server.run(QString::fromStdString(ddl), database);
    QVERIFY2(loaded.ok, qPrintable(loaded.messages));
    const Imported again = import({{"export.sql", ddl}});
    QCOMPARE(QString::fromStdString(schemaDifference(imported.project, again.project)), QString());

    // Constraints and indexes in the server's own words, as they were after loading the original. A domain's checks are
    // checks of its columns in the model, so that there may be more of these.
    const QStringList lines = catalogue(database);
    const QSet<QString> found(lines.begin(), lines.end());
    const QJsonObject expected = PostgresCorpus::expected(name);
    QStringList missing;
    int constraints = 0;
    for (const QJsonValue& value : expected["tables"].toArray()) {
        const QJsonObject table = value.toObject();
        if (table["is_partition"].toBool())
            continue;
        const QString place = table["schema"].toString() + "." + table["name"].toString();
        for (const QJsonValue& entry : table["constraints"].toArray()) {
            const QJsonObject constraint = entry.toObject();
            const QString kind = constraint["type"].toString() == "c" ? "constraint-check " : "constraint ";
            const QString line =
                kind + place + " " + constraint["name"].toString() + " " + constraint["def"].toString();
            ++constraints;
            if (constraint["type"].toString() != "t" && !found.contains(line))
                missing << line;
        }
        for (const QJsonValue& index : table["indexes"].toArray())
            if (const QString line = "index " + index.toObject()["def"].toString(); !found.contains(line))
                missing << line;
    }
    QVERIFY(constraints > 0 || expected["counts"].toObject()["pks"].toInt() == 0);
    QCOMPARE(missing.join('\n'), QString());
    comesBackFromPgDump(database);
}

void PostgresRoundtripTest::proposedIndexesLoad() {
    const Imported imported =
        import({{"s", "CREATE TABLE orders (id int PRIMARY KEY, user_id int, created timestamptz, status text)"}});
    const Entity& orders = *imported.project.entities.begin();
    Structure structure;
    structure.name = "orders";
    structure.entity = orders.id;
    for (const Attribute& attribute : orders.attributes) {
        StructureColumn column;
        column.name = attribute.name;
        structure.columns.push_back(column);
    }
    StructureIndex index;
    index.name = "orders_by_user";
    for (const auto& [column, descending] :
         {std::pair("user_id", false), std::pair("created", true), std::pair("lower(status)", false)}) {
        StructureKeyPart part;
        part.column = column;
        part.descending = descending;
        index.parts.push_back(part);
    }
    index.include = {"status"};
    index.predicate = "status <> 'done'";
    index.reason = "serves ListOrdersByUser";
    structure.indexes.push_back(index);
    Design design;
    design.structures.push_back(structure);
    const QString database = freshDatabase();
    const std::string ddl = writePostgresDdl(imported.project, design);
    const Outcome loaded = m_server.run(QString::fromStdString(ddl), database);
    QVERIFY2(loaded.ok, qPrintable(loaded.messages));
    QVERIFY(catalogue(database).contains(
        "index CREATE INDEX orders_by_user ON public.orders USING btree (user_id, created DESC, lower(status)) "
        "INCLUDE (status) WHERE (status <> 'done'::text)"));
}

void PostgresRoundtripTest::identifiersAreQuotedAsTheServerQuotesThem() {
    const SqlRows words = m_server.query(
        "SELECT word, quote_ident(word) FROM pg_get_keywords() UNION ALL "
        "SELECT w, quote_ident(w) FROM unnest(ARRAY['plain', 'Upper', 'a b', 'x1', '1x', '_u', 'a\"b', 'ü', 'a$b']) w");
    QVERIFY2(words.ok, qPrintable(words.messages));
    QVERIFY(words.rows.size() > 400);
    for (const QStringList& row : words.rows)
        QCOMPARE(QString::fromStdString(postgresIdentifier(row[0].toStdString())), row[1]);
}

QTEST_GUILESS_MAIN(PostgresRoundtripTest)
#include "postgres_roundtrip_test.moc"
