// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// DDL of MySQL's and SQLite's dialects loads into a real MariaDB and a real SQLite, and what was created is what the
// design says: columns, keys, foreign keys and indexes.
#include <QtTest>

#include "model/exchange/export/ddl.h"
#include "model/exchange/import/import.h"
#include "model/exchange/import/samples.h"
#include "model/physical/mapping.h"
#include "tests/support/engines.h"
#include "tests/support/folders.h"
#include "tests/support/mariadb_server.h"
#include "tests/support/postgres_corpus.h"

using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

/// A model with everything that the dialects spell differently.
const char* const kFeatures = R"(
CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'very \ happy');
CREATE SCHEMA shop;
CREATE TABLE shop."order" (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "select" text NOT NULL, state mood NOT NULL DEFAULT 'sad',
  price numeric(12,2) DEFAULT 0.00 CHECK (price >= 0), ok boolean NOT NULL DEFAULT false, made timestamptz NOT NULL DEFAULT now(),
  day date DEFAULT CURRENT_DATE, kind varchar(20) NOT NULL DEFAULT 'a''b\c' CHECK (kind IN ('a''b\c', 'x')), body jsonb, tags int[], raw bytea,
  place point, span interval, near real, far double precision, at time, twice numeric(14,2) GENERATED ALWAYS AS (price * 2) STORED,
  UNIQUE ("select", kind));
CREATE TABLE users (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), email text NOT NULL UNIQUE, "Name" varchar(100), name2 char(5), note text,
  best bigint REFERENCES shop."order" (id) ON DELETE SET NULL, boss uuid REFERENCES users (id) ON DELETE CASCADE);
CREATE TABLE likes (user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE, order_id bigint NOT NULL REFERENCES shop."order" (id),
  at timestamptz NOT NULL DEFAULT now(), weight smallint, PRIMARY KEY (user_id, order_id));
CREATE TABLE plain (a int NOT NULL, b int, UNIQUE (a));
CREATE TABLE nokey (a int, long1 varchar(4000), long2 varchar(4000), long3 varchar(4000), long4 varchar(4000), long5 varchar(4000));
CREATE INDEX likes_order ON likes (order_id, at DESC) INCLUDE (weight);
CREATE INDEX users_note ON users (note) WHERE note IS NOT NULL;
CREATE INDEX users_lower ON users (lower(email));
CREATE UNIQUE INDEX users_boss ON users (boss) WHERE note = 'x';
CREATE INDEX order_body ON shop."order" USING gin (body);
CREATE INDEX wide_text ON nokey (long1, long2);
)";

} // namespace

class SqlDdlTest : public QObject {
    Q_OBJECT
private slots:
    void everythingLoads_data();
    void everythingLoads();
    void whatIsLeftOutIsSaid();

private:
    static Project read(const QString& name);
    void load(const Project& project, const char* engine);
    void compareSqlite(const Design& design, const QString& file);
    void compareMariadb(const Design& design, const QString& database);

    std::unique_ptr<MariadbServer> m_mariadb;
    int m_databases = 0;
};

Project SqlDdlTest::read(const QString& name) {
    if (name == "features")
        return importPostgres({{"features.sql", kFeatures}})->project;
    if (name.startsWith("sample ")) {
        const auto samples = listSamples((sourceFolder() + "/resources/samples").toStdString());
        for (const Sample& sample : samples ? *samples : std::vector<Sample>{})
            if (QString::fromStdString(sample.name) == name.mid(7))
                return loadSample(sample)->project;
        return {};
    }
    auto imported = importPostgres(PostgresCorpus::sources(name));
    return imported ? std::move(imported->project) : Project{};
}

void SqlDdlTest::everythingLoads_data() {
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("engine");
    QStringList names{"features", "sample social-feed", "sample flash-sale"};
    names << PostgresCorpus::names();
    for (const QString& name : names)
        for (const char* engine : {"sqlite", "mariadb"})
            QTest::addRow("%s on %s", qPrintable(name), engine) << name << QString(engine);
}

void SqlDdlTest::everythingLoads() {
    QFETCH(QString, schema);
    QFETCH(QString, engine);
    const Project project = read(schema);
    QVERIFY(project.entities.size() > 0);
    load(project, engine.toUtf8().constData());
}

void SqlDdlTest::load(const Project& project, const char* engine) {
    const EngineProfile& profile = *engines().find(engine);
    Layout layout;
    layout.engine = engine;
    const auto design = mapProject(project, profile, layout);
    QVERIFY(design.has_value());
    const auto ddl = writeDdl(project, profile, *design);
    QVERIFY(ddl.has_value());
    const QString sql = QString::fromStdString(*ddl);
    if (profile.dialect == "sqlite") {
        if (QStandardPaths::findExecutable("sqlite3").isEmpty())
            QSKIP("no sqlite3 on the PATH: apt-get install sqlite3");
        QTemporaryDir folder;
        const QString file = folder.filePath("x.db");
        const Outcome made = runCommand("sqlite3", {"-bail", "-cmd", "PRAGMA synchronous = OFF", file}, sql.toUtf8());
        QVERIFY2(made.ok && made.messages.isEmpty(), qPrintable(made.messages));
        compareSqlite(*design, file);
        return;
    }
    if (const QString why = MariadbServer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
    if (!m_mariadb) {
        m_mariadb = std::make_unique<MariadbServer>();
        QVERIFY2(m_mariadb->start(), qPrintable(m_mariadb->problem()));
    }
    const QString database = QString("d%1").arg(++m_databases);
    QVERIFY(m_mariadb->createDatabase(database));
    const Outcome made = m_mariadb->run(sql, database);
    if (!made.ok) {
        const int line = QRegularExpression("at line (\\d+)").match(made.messages).captured(1).toInt();
        QFAIL(qPrintable(made.messages + sql.split('\n').mid(qMax(0, line - 1), 12).join('\n')));
    }
    compareMariadb(*design, database);
    m_mariadb->run(QString("DROP DATABASE %1").arg(database), {});
}

void SqlDdlTest::compareSqlite(const Design& design, const QString& file) {
    const auto count = [&](const QString& query) {
        return runCommand("sqlite3", {file, query}).output.trimmed().toInt();
    };
    int tables = 0, indexes = 0, columns = 0;
    for (const Structure& table : design.structures) {
        ++tables;
        columns += static_cast<int>(table.columns.size());
        for (const StructureIndex& index : table.indexes)
            indexes += !index.clustered;
    }
    QCOMPARE(count("SELECT count(*) FROM sqlite_schema WHERE type = 'table'"), tables);
    QCOMPARE(count("SELECT count(*) FROM sqlite_schema s, pragma_table_xinfo(s.name) WHERE s.type = 'table'"), columns);
    // Automatic indexes of primary and unique keys are indexes too; two equal ones are kept once.
    const int created =
        count("SELECT count(*) FROM sqlite_schema s, pragma_index_list(s.name) i WHERE s.type = 'table' "
              "AND NOT (i.origin = 'pk' AND s.sql LIKE '%WITHOUT ROWID')");
    QVERIFY2(created <= indexes && created >= indexes - 3, qPrintable(QString("%1 %2").arg(created).arg(indexes)));
    QCOMPARE(count("SELECT count(*) FROM pragma_foreign_key_check"), 0); // every parent key is there
}

void SqlDdlTest::compareMariadb(const Design& design, const QString& database) {
    std::size_t indexes = 0, columns = 0;
    for (const Structure& table : design.structures) {
        columns += table.columns.size();
        indexes += table.indexes.size();
    }
    const auto count = [&](const char* what, const char* from) {
        const auto answer = m_mariadb->query(
            QString("SELECT %1 FROM information_schema.%2 WHERE table_schema = '%3'").arg(what, from, database), {});
        return answer.rows.value(0).value(0).toULong();
    };
    QCOMPARE(count("count(*)", "tables"), design.structures.size());
    QCOMPARE(count("count(*)", "columns"), columns);
    // The server makes no index of its own: those of foreign keys are in the design.
    QCOMPARE(count("count(DISTINCT table_name, index_name)", "statistics"), indexes);
}

void SqlDdlTest::whatIsLeftOutIsSaid() {
    const Project project = read("features");
    for (const char* engine : {"sqlite", "mariadb", "mysql"}) {
        const EngineProfile& profile = *engines().find(engine);
        Layout layout;
        layout.engine = engine;
        const auto design = mapProject(project, profile, layout);
        QVERIFY(design.has_value());
        const QString ddl = QString::fromStdString(*writeDdl(project, profile, *design));
        QVERIFY(ddl.contains("-- not carried over: extension pgcrypto"));
        QVERIFY(ddl.contains("-- not carried over: users.id DEFAULT gen_random_uuid()"));
        QString notes;
        for (const std::string& note : design->notes)
            notes += QString::fromStdString(note) + "\n";
        QVERIFY2(notes.contains("order_body"), qPrintable(notes));
        QCOMPARE(notes.contains("users_boss"), profile.dialect == "mysql");
        QCOMPARE(notes.contains("users_lower"), QString(engine) == "mariadb");
    }
}

QTEST_GUILESS_MAIN(SqlDdlTest)
#include "sql_ddl_test.moc"
