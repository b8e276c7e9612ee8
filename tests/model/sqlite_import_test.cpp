// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite's DDL into the model. Small schemas: expectations are what the documentation of SQLite 3.40 says of the
// statement. Schemas of real applications: what the pragmas of a SQLite 3.40.1 say after loading them.
#include "tests/support/catalogue_corpus.h"
#include "tests/support/import_checks.h"

#include "model/exchange/import/import_formats.h"

using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

Imported import(const std::string& sql) {
    return importedAs("s.sql", sql, "sqlite");
}

} // namespace

class SqliteImportTest : public QObject {
    Q_OBJECT
private slots:
    void typesByAffinity();
    void keysAndIndexes();
    void references();
    void whatPragmasDoNotTell();
    void scripts();
    void statisticsOfDumps();
    void brokenStatements_data();
    void brokenStatements();
    void hostileStatementsEnd();
    void realSchemas_data();
    void realSchemas();
};

void SqliteImportTest::typesByAffinity() {
    const Imported i = import(
        R"txt(CREATE TABLE t (a INTEGER, b INT, c VARCHAR(20), d REAL, e BLOB, f, g "UNSIGNED BIG INT", h NVARCHAR(7) DEFAULT "x'y",
        i DATETIME DEFAULT CURRENT_TIMESTAMP, j BOOLEAN NOT NULL, k CHARINT, l FLOATING POINT, m STRING, n DECIMAL(8,2), o SMALLINT, p MYBLOB, q text DEFAULT NULL);)txt");
    const auto type = [&](const char* name) { return columnOf(i, "t", name).type; };
    QVERIFY(type("a").kind == TypeKind::Int64 && type("a").native.empty());
    QCOMPARE(type("b").kind, TypeKind::Int32);
    QVERIFY(type("c").kind == TypeKind::String && type("c").length == 20);
    QCOMPARE(type("d").kind, TypeKind::Double);
    QCOMPARE(type("e").kind, TypeKind::Binary);
    QVERIFY(type("g").kind == TypeKind::Int64 && type("g").native == "UNSIGNED BIG INT");
    QVERIFY(type("h").kind == TypeKind::String && type("h").length == 7);
    QCOMPARE(qtext(columnOf(i, "t", "h").defaultSql), QStringLiteral("'x''y'")); // a text, though in double quotes
    QCOMPARE(type("i").kind, TypeKind::Timestamp);
    QCOMPARE(qtext(columnOf(i, "t", "i").defaultSql), QStringLiteral("CURRENT_TIMESTAMP"));
    QVERIFY(type("j").kind == TypeKind::Bool && !columnOf(i, "t", "j").nullable);
    QCOMPARE(type("k").kind, TypeKind::Int64); // "INT" is looked for first
    QCOMPARE(type("l").kind, TypeKind::Int64); // the documentation's own example: "POINT" ends in "INT"
    QCOMPARE(type("n").kind, TypeKind::Decimal);
    QCOMPARE(type("p").kind, TypeKind::Binary);
    QVERIFY(columnOf(i, "t", "q").defaultSql.empty());
    QVERIFY(messagesOf(i, Severity::Info).contains("1 × columns without a type"));
}

void SqliteImportTest::keysAndIndexes() {
    const Imported i = import(R"txt(
        CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, x TEXT UNIQUE, y INT, CONSTRAINT named UNIQUE (y, x));
        CREATE TABLE b (k TEXT, v INT, CONSTRAINT pk PRIMARY KEY (v, k)) WITHOUT ROWID;
        CREATE UNIQUE INDEX i1 ON a (lower(x), y DESC) WHERE y > 0; CREATE INDEX i2 ON a (y);
        CREATE TABLE c (id INTEGER PRIMARY KEY, [odd name] INT); CREATE INDEX i3 ON c ([odd name] COLLATE NOCASE DESC);)txt");
    QCOMPARE(columnOf(i, "a", "id").generator, Generator::AutoIncrement);
    QCOMPARE(columnOf(i, "c", "id").generator, Generator::AutoIncrement); // a rowid
    const Entity& a = entityOf(i, "a");
    QStringList keys;
    for (const Key& key : a.keys)
        keys << qtext(key.name) + "(" + namesOf(a, key.attributes) + ")";
    QCOMPARE(keys.join(' '), QStringLiteral("(id) (x) named(y,x)"));
    QCOMPARE(indexesOf(a).join(' '), QStringLiteral("i1((lower(x)),y-) i2(y)"));
    QCOMPARE(qtext(a.indexes[0].predicate), QStringLiteral("y > 0"));
    QVERIFY(a.indexes[0].unique && !a.indexes[1].unique);
    QCOMPARE(namesOf(entityOf(i, "b"), entityOf(i, "b").primaryKey()->attributes), QStringLiteral("v,k"));
    QCOMPARE(qtext(entityOf(i, "b").primaryKey()->name), QStringLiteral("pk"));
    QCOMPARE(indexesOf(entityOf(i, "c")).join(' '), QStringLiteral("i3(odd name-)"));
    QVERIFY(messagesOf(i, Severity::Info).contains("WITHOUT ROWID"));
}

void SqliteImportTest::references() {
    const Imported i = import(R"txt(CREATE TABLE p (a INT, b INT, PRIMARY KEY (a, b));
        CREATE TABLE q (id INTEGER PRIMARY KEY REFERENCES r ON DELETE CASCADE, x INT, y INT,
          CONSTRAINT f FOREIGN KEY (x, y) REFERENCES p ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY (x) REFERENCES nowhere (z));
        CREATE TABLE r (id INTEGER PRIMARY KEY);)txt");
    QCOMPARE(referencesOf(i.project).join('\n'), QStringLiteral("q(id) -> r(id)\nq(x,y) -> p(a,b)"));
    for (const Relationship& r : i.project.relationships) {
        if (r.childAttributes.size() == 2)
            QVERIFY(r.name == "f" && r.onUpdate == ReferentialAction::SetNull && r.initiallyDeferred);
        else
            QVERIFY(r.name.empty() && r.onDelete == ReferentialAction::Cascade && !r.deferrable);
    }
    QCOMPARE(columnOf(i, "q", "id").generator, Generator::None); // its values are those of r
    QVERIFY2(
        messagesOf(i, Severity::Error).startsWith("2:9 the foreign key of q is left out: there is no table nowhere"),
        qPrintable(messagesOf(i, Severity::Error)));
}

void SqliteImportTest::whatPragmasDoNotTell() {
    const Imported i = import(
        R"txt(CREATE TABLE t (a INT CONSTRAINT positive CHECK (a > 0), b TEXT COLLATE NOCASE, c INT GENERATED ALWAYS AS (a * 2) STORED,
        d AS ([a] + 1), CHECK (length(b) > (1)));
        ALTER TABLE t RENAME COLUMN a TO aa; ALTER TABLE t RENAME TO u; ALTER TABLE u ADD COLUMN e TEXT;)txt");
    const Entity& u = entityOf(i, "u");
    QCOMPARE(u.checks.size(), std::size_t(2));
    QVERIFY(u.checks[0].name == "positive" && u.checks[0].expression == "aa > 0"); // SQLite renames within it
    QCOMPARE(qtext(u.checks[1].expression), QStringLiteral("length(b) > (1)"));
    QCOMPARE(qtext(columnOf(i, "u", "c").generatedSql), QStringLiteral("aa * 2"));
    QCOMPARE(u.attributes.size(), std::size_t(5));
    QVERIFY(messagesOf(i, Severity::Info).contains("collations"));
}

void SqliteImportTest::scripts() {
    const Imported i = import(R"txt(PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "a b" (id INTEGER PRIMARY KEY, t TEXT);
INSERT INTO "a b" VALUES(1,'; CREATE TABLE no (x); ');
CREATE TRIGGER tr AFTER INSERT ON "a b" BEGIN UPDATE "a b" SET t = CASE WHEN 1 THEN 'x' END; DELETE FROM "a b"; END;
CREATE VIEW v AS SELECT 1;
CREATE VIRTUAL TABLE f USING fts5(x);
DROP TABLE IF EXISTS f;
.mode list
CREATE TABLE made AS SELECT id, t AS text FROM "a b";
COMMIT;
ATTACH 'other.db' AS o;)txt");
    QCOMPARE(i.project.entities.size(), std::size_t(2));
    QCOMPARE(entityOf(i, "made").attributes.size(), std::size_t(2));
    const QString notes = messagesOf(i, Severity::Info);
    for (const char* expected :
         {"5:1 CREATE TRIGGER tr is not", "6:1 CREATE VIEW v is not", "7:1 CREATE VIRTUAL TABLE f is not",
          "4:1 1 × statements with data", "9:1 1 × commands of the sqlite3 program"})
        QVERIFY2(notes.contains(expected), qPrintable(notes));
    QCOMPARE(complaintsOf(i), QString());
}

void SqliteImportTest::statisticsOfDumps() {
    const Imported i = import(R"txt(CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b INT); CREATE INDEX ia ON t (a, b);
        ANALYZE sqlite_schema; INSERT INTO sqlite_stat1 VALUES('t','ia','120000 300 2');)txt");
    QCOMPARE(entityOf(i, "t").volume.rows->value, std::int64_t(120000));
    // 120,000 rows, 300 of each value of a: 400 values.
    QCOMPARE(columnOf(i, "t", "a").statistics.distinctValues.value_or(0), 400.0);
}

void SqliteImportTest::brokenStatements_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("message");
    QTest::newRow("syntax") << "CREATE TABLE t (a);\nCREATE TABLE u (a INT,, b);"
                            << "2:23 near \",\": syntax error";
    QTest::newRow("column") << "CREATE TABLE t (a);\nCREATE INDEX i ON t (b);"
                            << "2:22 no such column: b";
    QTest::newRow("quote") << "CREATE TABLE t (a);\nCREATE TABLE u (a DEFAULT 'x);"
                           << "2:27 the text ends within";
    QTest::newRow("twice") << "CREATE TABLE t (a); CREATE TABLE t (b);"
                           << "table t already exists";
    QTest::newRow("unknown") << "CREATE TABLE t (a); FROB t;"
                             << "1:21 'FROB' starts no statement";
}

void SqliteImportTest::brokenStatements() {
    QFETCH(QString, sql);
    QFETCH(QString, message);
    const Imported i = import(sql.toStdString());
    const QString said = complaintsOf(i);
    QVERIFY2(said.contains(message), qPrintable(said));
    QVERIFY(i.project.findEntity("t"));
}

void SqliteImportTest::hostileStatementsEnd() {
    QElapsedTimer timer;
    timer.start();
    const Imported i = import(
        R"txt(CREATE TABLE t (a INT);
        CREATE TABLE endless AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) AS n FROM c;
        CREATE TABLE big AS SELECT randomblob(900000000) AS b; CREATE TABLE l AS SELECT load_extension('x') AS e;)txt");
    QVERIFY(i.project.findEntity("t"));
    QCOMPARE(messagesOf(i, Severity::Error).count('\n'), qsizetype(2)); // three errors
    QVERIFY2(timer.elapsed() < 60000, qPrintable(QString::number(timer.elapsed())));
}

void SqliteImportTest::realSchemas_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : CatalogueCorpus("sql/sqlite").names())
        QTest::newRow(qPrintable(name)) << name;
    if (sharedFolder().isEmpty())
        QTest::newRow("none") << QString();
}

void SqliteImportTest::realSchemas() {
    QFETCH(QString, name);
    if (name.isEmpty())
        QSKIP(qPrintable(whyNoSharedFolder()));
    const CatalogueCorpus corpus("sql/sqlite");
    const Result<Imported> imported = importSchema(corpus.sources(name), "sqlite");
    QVERIFY2(imported, imported ? "" : imported.error().text().c_str());
    QCOMPARE(validate(imported->project).size(), std::size_t(0));
    QCOMPARE(messagesOf(*imported, Severity::Error), QString());
    const Project& project = imported->project;
    int tables = 0;
    int references = 0;
    QStringList virtuals;
    for (const QJsonValue& value : corpus.expected(name)["tables"].toArray())
        if (value.toObject()["virtual"].toBool())
            virtuals << value.toObject()["name"].toString();
    for (const QJsonValue& value : corpus.expected(name)["tables"].toArray()) {
        const QJsonObject table = value.toObject();
        const QString title = table["name"].toString();
        // Virtual tables, and those that they keep their contents in, are said to be no part of the model.
        if (std::any_of(virtuals.begin(), virtuals.end(),
                        [&](const QString& v) { return title == v || title.startsWith(v + "_"); }))
            continue;
        ++tables;
        references += int(table["fks"].toArray().size());
        const Entity* entity = project.findEntity(title.toStdString());
        QVERIFY2(entity, qPrintable(title));
        QStringList columns;
        for (const QJsonValue& c : table["columns"].toArray())
            columns << c.toObject()["name"].toString() +
                           (c.toObject()["notnull"].toBool() || c.toObject()["pk"].toInt() > 0 ? "!" : "") +
                           (c.toObject()["hidden"].toInt() > 1 ? "=" : "");
        QStringList found;
        for (const Attribute& a : entity->attributes)
            found << qtext(a.name) + (a.nullable ? "" : "!") + (a.generatedSql.empty() ? "" : "=");
        QCOMPARE(found, columns);
        QStringList primary;
        for (const QJsonValue& c : table["pk"].toArray())
            primary << c.toString();
        QCOMPARE(entity->primaryKey() ? namesOf(*entity, entity->primaryKey()->attributes) : QString(),
                 primary.join(','));
        int indexes = 0;
        int uniques = 0;
        for (const QJsonValue& index : table["indexes"].toArray()) {
            indexes += index.toObject()["origin"].toString() == "c" ? 1 : 0;
            uniques += index.toObject()["origin"].toString() == "u" ? 1 : 0;
        }
        QCOMPARE(int(entity->indexes.size()), indexes);
        QCOMPARE(int(entity->keys.size()) - (entity->primaryKey() ? 1 : 0), uniques);
    }
    QCOMPARE(int(project.entities.size()), tables);
    QCOMPARE(int(project.relationships.size()), references);
}

QTEST_APPLESS_MAIN(SqliteImportTest)
#include "sqlite_import_test.moc"
