// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Running databases into the model. The schema must be the one that importing the DDL itself gives; the figures are
// those of the rows that were put in.
#include <QTemporaryDir>

#include "tests/support/catalogue_corpus.h"
#include "tests/support/import_checks.h"
#include "tests/support/mariadb_server.h"
#include "tests/support/postgres_server.h"

#include "model/exchange/import/import_formats.h"
#include "model/live/live.h"

using namespace shardscape::model;
using namespace shardscape::tests;

class LiveImportTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void postgresSchemas_data();
    void postgresSchemas();
    void postgresFigures();
    void mariadb();
    void sqlite();
    void refusals();

private:
    PostgresServer m_postgres;
    QString m_why;
};

void LiveImportTest::initTestCase() {
    m_why = PostgresServer::whyUnavailable();
    if (m_why.isEmpty() && !m_postgres.start())
        QFAIL(qPrintable(m_postgres.problem()));
}

void LiveImportTest::postgresSchemas_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("own") << QString();
    for (const char* name : {"pagila_pg", "temporal_temporal_pg", "quartz_pg", "sakila_pg", "azimutt_app_pg"})
        QTest::newRow(name) << name;
}

void LiveImportTest::postgresSchemas() {
    QFETCH(QString, name);
    if (!m_why.isEmpty())
        QSKIP(qPrintable(m_why));
    const CatalogueCorpus corpus("sql/postgresql");
    if (!name.isEmpty() && corpus.folder.isEmpty())
        QSKIP(qPrintable(whyNoSharedFolder()));
    std::vector<ImportSource> sources{{"own.sql", R"sql(
CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('sad', 'it''s'); CREATE DOMAIN app.mail AS text CHECK (VALUE ~ '@');
CREATE TABLE app."Odd ""Name" (id serial PRIMARY KEY, b bigint GENERATED ALWAYS AS IDENTITY, m app.mood DEFAULT 'sad', e app.mail NOT NULL,
  tags text[], n numeric(8,2) DEFAULT 1.5, g int GENERATED ALWAYS AS (id * 2) STORED, UNIQUE (e, n), CONSTRAINT pos CHECK (n > 0));
CREATE TABLE events (id uuid DEFAULT gen_random_uuid(), at timestamptz NOT NULL, who int REFERENCES app."Odd ""Name" ON DELETE CASCADE DEFERRABLE,
  PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01 00:00+00') TO ('2025-01-01 00:00+00');
CREATE INDEX by_mail ON app."Odd ""Name" (lower(e::text) DESC) INCLUDE (n) WHERE n > 1; CREATE UNLOGGED TABLE u (x int) WITH (fillfactor=70);
COMMENT ON TABLE events IS 'what ''happened'; COMMENT ON COLUMN events.at IS 'when';)sql"}};
    if (!name.isEmpty())
        sources = corpus.sources(name);
    const QString database = "live_" + (name.isEmpty() ? QStringLiteral("own") : name);
    QVERIFY(m_postgres.createDatabase(database));
    for (const ImportSource& source : sources) {
        const Outcome loaded =
            m_postgres.run(QStringLiteral("SET client_min_messages = error;\n") + qtext(source.text), database);
        if (!loaded.ok)
            QSKIP(qPrintable("the server does not load it whole: " + loaded.messages.left(200)));
    }
    const auto live = importLive("postgresql", "host=" + m_postgres.socketFolder().toStdString() +
                                                   " user=postgres dbname=" + database.toStdString());
    QVERIFY2(live, live ? "" : live.error().text().c_str());
    QCOMPARE(messagesOf(*live, Severity::Error), QString());
    QCOMPARE(validate(live->project).size(), std::size_t(0));
    const auto file = importPostgres(sources);
    QVERIFY(file);
    QCOMPARE(live->project.entities.size(), file->project.entities.size());
    QCOMPARE(attributeCount(live->project), attributeCount(file->project));
    QCOMPARE(referencesOf(live->project), referencesOf(file->project));
    QCOMPARE(live->project.enums.size(), file->project.enums.size());
    for (const Entity& entity : file->project.entities) {
        const Entity* same =
            live->project.findEntity(entity.schema.empty() ? entity.name : entity.schema + "." + entity.name);
        QVERIFY2(same, entity.name.c_str());
        QCOMPARE(indexesOf(*same).size(), indexesOf(entity).size());
        QCOMPARE(same->keys.size(), entity.keys.size());
        QCOMPARE(same->checks.size(), entity.checks.size());
        QCOMPARE(same->comment, entity.comment);
        for (const Attribute& attribute : entity.attributes) {
            const Attribute* other = same->findByName(attribute.name);
            QVERIFY2(other, attribute.name.c_str());
            QVERIFY2(other->type.kind == attribute.type.kind && other->nullable == attribute.nullable &&
                         other->generator == attribute.generator &&
                         other->defaultSql.empty() == attribute.defaultSql.empty(),
                     (entity.name + "." + attribute.name).c_str());
        }
    }
}

void LiveImportTest::postgresFigures() {
    if (!m_why.isEmpty())
        QSKIP(qPrintable(m_why));
    QVERIFY(m_postgres.createDatabase("figures"));
    // 1,000 rows: 10 different texts of 20 characters, a quarter of n is NULL, u is unique.
    const Outcome loaded = m_postgres.run(R"sql(
CREATE TABLE t (u int PRIMARY KEY, s text NOT NULL, n int); CREATE TABLE never (x int);
INSERT INTO t SELECT i, lpad((i % 10)::text, 20, 'x'), CASE WHEN i % 4 = 0 THEN NULL ELSE i END FROM generate_series(1, 1000) i;
ANALYZE t;)sql",
                                          "figures");
    QVERIFY2(loaded.ok, qPrintable(loaded.messages));
    const auto live =
        importLive("postgresql", "postgresql://postgres@/figures?host=" + m_postgres.socketFolder().toStdString());
    QVERIFY2(live, live ? "" : live.error().text().c_str());
    const Entity& t = entityOf(*live, "t");
    QCOMPARE(t.volume.rows->value, std::int64_t(1000));
    const ColumnStatistics& s = columnOf(*live, "t", "s").statistics;
    QCOMPARE(s.averageBytes.value_or(0), 21.0); // the server counts the byte of length in
    QCOMPARE(s.nullFraction.value_or(-1), 0.0);
    QCOMPARE(s.distinctValues.value_or(0), 10.0);
    QCOMPARE(columnOf(*live, "t", "n").statistics.nullFraction.value_or(0), 0.25);
    QCOMPARE(columnOf(*live, "t", "u").statistics.distinctValues.value_or(0), 1000.0);
    QVERIFY(!columnOf(*live, "t", "u").statistics.averageBytes); // the type says it
    QVERIFY(messagesOf(*live, Severity::Info).contains("1 tables have no statistics"));
}

void LiveImportTest::mariadb() {
    if (const QString why = MariadbServer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
    MariadbServer server;
    QVERIFY2(server.start(), qPrintable(server.problem()));
    QVERIFY(server.createDatabase("shop"));
    const std::string ddl = R"sql(
CREATE TABLE parent (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, `odd ``name` varchar(30) NOT NULL COMMENT 'it''s', kind enum('a','b') DEFAULT 'a');
CREATE TABLE child (id bigint PRIMARY KEY, parent_id int unsigned, tag char(4) NOT NULL, doc json, KEY by_tag (tag),
  CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE SET NULL) COMMENT='children';
CREATE VIEW v AS SELECT id FROM child;
INSERT INTO parent (`odd ``name`) SELECT concat('n', seq) FROM seq_1_to_100;
INSERT INTO child SELECT seq, IF(seq % 2 = 0, NULL, 1 + seq % 100), lpad(seq % 8, 4, 'x'), NULL FROM seq_1_to_400;
)sql";
    Outcome loaded = server.run(qtext(ddl), "shop");
    QVERIFY2(loaded.ok, qPrintable(loaded.messages));
    loaded = server.run("ANALYZE TABLE parent PERSISTENT FOR ALL; ANALYZE TABLE child PERSISTENT FOR ALL;", "shop");
    QVERIFY2(loaded.ok, qPrintable(loaded.messages));
    const QString socket = server.query("SELECT @@socket", "shop").rows.value(0).value(0);
    const auto live = importLive("mysql", "mysql://root@localhost/shop?socket=" + socket.toStdString());
    QVERIFY2(live, live ? "" : live.error().text().c_str());
    QCOMPARE(messagesOf(*live, Severity::Error) + messagesOf(*live, Severity::Warning), QString());
    QCOMPARE(referencesOf(live->project).join(' '), QStringLiteral("child(parent_id) -> parent(id)"));
    QCOMPARE(indexesOf(entityOf(*live, "child")).join(' '), QStringLiteral("by_tag(tag) fk(parent_id)"));
    QCOMPARE(qtext(columnOf(*live, "parent", "odd `name").comment), QStringLiteral("it's"));
    QCOMPARE(columnOf(*live, "parent", "id").generator, Generator::AutoIncrement);
    QCOMPARE(columnOf(*live, "child", "doc").type.kind, TypeKind::Json);
    QCOMPARE(qtext(entityOf(*live, "child").comment), QStringLiteral("children"));
    QCOMPARE(entityOf(*live, "child").volume.rows->value, std::int64_t(400));
    QCOMPARE(columnOf(*live, "child", "parent_id").statistics.nullFraction.value_or(0), 0.5);
    // 400 rows, 8 tags, 50 of each.
    QVERIFY(std::abs(columnOf(*live, "child", "tag").statistics.distinctValues.value_or(0) - 8) < 0.01);
    QVERIFY(messagesOf(*live, Severity::Info).contains("1 views are not part of the model"));
}

void LiveImportTest::sqlite() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("x.db");
    QProcess sqlite;
    sqlite.start("sqlite3", {path});
    if (!sqlite.waitForStarted())
        QSKIP("sqlite3 is not installed");
    sqlite.write("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT REFERENCES p); CREATE TABLE p (k TEXT PRIMARY KEY); "
                 "CREATE INDEX ia ON t (a);"
                 "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 600) INSERT INTO t SELECT "
                 "x, 'v' || (x % 20) FROM c; ANALYZE;"
                 "INSERT INTO p VALUES ('a'), ('b');\n");
    sqlite.closeWriteChannel();
    QVERIFY(sqlite.waitForFinished());
    const auto live = importLive("sqlite", path.toStdString());
    QVERIFY2(live, live ? "" : live.error().text().c_str());
    QCOMPARE(entityOf(*live, "t").volume.rows->value, std::int64_t(600));
    QCOMPARE(columnOf(*live, "t", "a").statistics.distinctValues.value_or(0), 20.0); // 600 rows, 30 of each
    QCOMPARE(entityOf(*live, "p").volume.rows->value, std::int64_t(2));              // counted: put in after ANALYZE
    QCOMPARE(referencesOf(live->project).join(' '), QStringLiteral("t(a) -> p(k)"));
}

void LiveImportTest::refusals() {
    const QTemporaryDir folder;
    QFile file(folder.filePath("no.db"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(5000, 'x')) == 5000);
    file.close();
    for (const auto& [kind, connection] : std::vector<std::pair<std::string, std::string>>{
             {"sqlite", folder.filePath("missing.db").toStdString()},
             {"sqlite", file.fileName().toStdString()},
             {"postgresql", "host=" + folder.path().toStdString() + " dbname=x"},
             {"mysql", "mysql://me@localhost/x?socket=" + folder.filePath("no.sock").toStdString()},
             {"mysql", "nonsense"},
             {"mysql", "host=localhost"},
             {"oracle", "x"}}) {
        const auto read = importLive(kind, connection);
        QVERIFY2(!read && !read.error().message.empty() && !read.error().advice.empty(), connection.c_str());
    }
}

QTEST_GUILESS_MAIN(LiveImportTest)
#include "live_import_test.moc"
