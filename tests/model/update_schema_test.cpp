// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A schema that is read again changes what it says otherwise, and nothing that belongs to the project: expectations by
// hand from two short dumps, and the corpus' own pairs of versions.
#include "model/exchange/import/update_schema.h"

#include <QTest>

#include "model/edit/diagram_edits.h"
#include "model/edit/diff.h"
#include "model/edit/entity_edits.h"
#include "model/edit/relationship_edits.h"
#include "model/exchange/export/ddl.h"
#include "model/exchange/export/diagram_text.h"
#include "model/exchange/import/default_spelling.h"
#include "model/exchange/import/import_formats.h"
#include "tests/support/postgres_corpus.h"

using namespace shardscape::model;
namespace tests = shardscape::tests;

namespace {

constexpr const char* kEarlier = R"(
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(40) NOT NULL);
CREATE TABLE posts (id bigint PRIMARY KEY, author_id bigint NOT NULL REFERENCES users (id), body text, old_flag int);
CREATE TABLE tags (id bigint PRIMARY KEY, word text UNIQUE);
CREATE TABLE logs (at timestamptz, user_id bigint);
)";
/// A column more and one longer, one column and one table less, one table more.
constexpr const char* kLater = R"(
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(80) NOT NULL, email text);
CREATE TABLE posts (id bigint PRIMARY KEY, author_id bigint NOT NULL REFERENCES users (id), body text);
CREATE TABLE logs (at timestamptz, user_id bigint);
CREATE TABLE comments (id bigint PRIMARY KEY, post_id bigint NOT NULL REFERENCES posts (id));
)";

Project read(const std::string& text, const std::string& format = "postgresql") {
    const auto imported = importSchema({{"text", text}}, format);
    return imported ? imported->project : Project();
}

/// The earlier version as it was worked on: volumes, statistics, patterns, places, and a line the database lacks.
Project workedOn() {
    const auto both = importWorkload(read(kEarlier), {"workload.sql", R"(-- table: users rows=1M growth=10/day
-- column: users.name avg=12B
-- boundary: People tables=users
-- relationship: posts.author_id mean=7
-- name: GetUser :one
-- rate: 1/s
SELECT name FROM users WHERE id = $1;
-- name: FindTag :one
-- rate: 3/s
SELECT id FROM tags WHERE word = $1;
)"});
    Project project = both->project;
    std::map<EntityId, Point> places;
    for (const Entity& entity : project.entities)
        places[entity.id] = {double(entity.id.value) * 100, 50};
    project = *moveEntities(project, places);
    const Entity& logs = *project.findEntity("logs");
    const Entity& users = *project.findEntity("users");
    Relationship drawn;
    drawn.child = logs.id;
    drawn.childAttributes = {logs.findByName("user_id")->id};
    drawn.parent = users.id;
    drawn.parentAttributes = {users.findByName("id")->id};
    return *addRelationship(project, drawn);
}

QString all(const SchemaUpdate& update) {
    QString out;
    for (const std::string& change : update.changes)
        out += QString::fromStdString(change) + '\n';
    return out;
}

} // namespace

class UpdateSchemaTest : public QObject {
    Q_OBJECT
private slots:
    void defaultsSpelledOtherwiseAreNoChange_data() {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("was");
        QTest::addColumn<QString>("is");
        QTest::addColumn<bool>("same");
        const auto row = [](const char* type, const char* was, const char* is, bool same = true) {
            QTest::addRow("%s | %s", was, is) << type << was << is << same;
        };
        row("timestamptz", "now()", "CURRENT_TIMESTAMP");
        row("timestamp", "now()", "now() + interval '1 day'", false);
        row("text", "'x'::text", "'x'");
        row("text", "('it''s'::character varying)::text", "'it''s'");
        row("text", "'X'::text", "'x'", false); // within quotes case counts
        row("text", "'a'::text || 'b'::text", "'a'", false);
        row("text", "'a b'", "'ab'", false);
        row("text", "NULL::text", "");
        row("int", "'0'::integer", "0");
        row("int", "(0)", "'0'");
        row("int", "(-1)", "-1");
        row("int", "1", "2", false);
        row("numeric", "0.00", "'0'");
        row("numeric", "1.50", "1.5");
        row("numeric", "100", "1", false);
        row("boolean", "false", "'f'::boolean");
        row("boolean", "TRUE", "1");
        row("boolean", "true", "false", false);
        row("text", "lower( 'X' )", "LOWER('X')");
    }
    void defaultsOfOtherDialects() {
        Type moment;
        moment.kind = TypeKind::Timestamp;
        QVERIFY(sameDefault("CURRENT_TIMESTAMP", "current_timestamp()", moment)); // MariaDB's own spelling
        QVERIFY(!sameDefault("CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP", moment));
        Type truth;
        truth.kind = TypeKind::Bool;
        QVERIFY(sameDefault("b'1'", "true", truth));
    }
    /// Whether two spellings mean the same is PostgreSQL's answer to "SELECT a IS NOT DISTINCT FROM b" in the type of
    /// the column, for moments within one transaction; the other dialects' words are by their manuals.
    void defaultsSpelledOtherwiseAreNoChange() {
        QFETCH(QString, type);
        QFETCH(QString, was);
        QFETCH(QString, is);
        QFETCH(bool, same);
        const auto table = [&](const QString& value) {
            return read(QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, v %1%2);")
                            .arg(type, value.isEmpty() ? QString() : " DEFAULT " + value)
                            .toStdString());
        };
        const Project project = table(was);
        const auto update = updateSchema(project, table(is), "postgresql");
        QVERIFY(update.has_value());
        QCOMPARE(update->changes.empty(), same);
        if (same)
            QVERIFY(update->project == project); // its own spelling stays
    }
    void whatIsTheProjectsOwnStays() {
        const Project project = workedOn();
        const auto update = updateSchema(project, read(kLater), "postgresql");
        QVERIFY2(update.has_value(), update ? "" : update.error().text().c_str());
        const Project& after = update->project;
        QVERIFY2(validate(after).empty(), validate(after).empty() ? "" : validate(after).front().c_str());
        const Entity& users = *after.findEntity("users");
        QCOMPARE(users.id, project.findEntity("users")->id);
        QCOMPARE(users.volume.rows->value, std::int64_t(1000000));
        QCOMPARE(users.findByName("name")->statistics.averageBytes, std::optional<double>(12));
        QCOMPARE(users.findByName("name")->type.length, 80);
        QVERIFY(users.findByName("email"));
        QCOMPARE(after.boundaries.find(users.boundary)->name, std::string("People"));
        QVERIFY(after.findEntity("comments"));
        QVERIFY(!after.findEntity("tags"));
        QVERIFY(!after.findEntity("posts")->findByName("old_flag"));
        for (const char* name : {"users", "posts", "logs"}) {
            const EntityId id = project.findEntity(name)->id;
            QCOMPARE(after.diagram->positions.at(id), project.diagram->positions.at(id));
        }
        QVERIFY(after.findPattern("GetUser"));
        // What needs the table that is gone goes with it, and is told.
        QVERIFY(!after.findPattern("FindTag"));
        const std::string lines = all(*update).toStdString();
        for (const char* part : {"tags", "comments", "email", "old_flag", "FindTag"})
            QVERIFY2(lines.find(part) != std::string::npos, lines.c_str());
    }

    void withoutRemovals() {
        const Project project = workedOn();
        const auto update = updateSchema(project, read(kLater), "postgresql", {false});
        QVERIFY2(update.has_value(), update ? "" : update.error().text().c_str());
        const Project& after = update->project;
        QVERIFY(validate(after).empty());
        QVERIFY(after.findEntity("tags") && after.findEntity("comments"));
        QVERIFY(after.findEntity("posts")->findByName("old_flag"));
        QCOMPARE(after.patterns.size(), project.patterns.size());
        // The line that only the drawing has is still there, next to the two of the database.
        QCOMPARE(after.relationships.size(), std::size_t(3));
        for (const std::string& change : update->changes)
            QVERIFY2(!QString::fromStdString(change).endsWith("removed"), change.c_str());
    }

    void theSameIsNoChange_data() {
        QTest::addColumn<QString>("format");
        QTest::newRow("SQL") << "postgresql";
        QTest::newRow("DBML") << "dbml";
        QTest::newRow("Mermaid") << "mermaid";
    }
    /// The project's own text, read again, changes nothing: not even what the format cannot say.
    void theSameIsNoChange() {
        QFETCH(QString, format);
        const Project project = workedOn();
        const std::string text = format == "dbml"      ? writeDbml(project)
                                 : format == "mermaid" ? writeMermaid(project)
                                                       : writePostgresSchema(project);
        const auto update = updateSchema(project, read(text, format.toStdString()), format.toStdString());
        QVERIFY2(update.has_value(), update ? "" : update.error().text().c_str());
        QVERIFY2(update->changes.empty(), qPrintable(all(*update)));
        QVERIFY(update->project == project);
    }

    void aRenamedTableKeepsItsPlace() {
        const Project project = workedOn();
        std::string text = kEarlier;
        text.replace(text.find("TABLE tags"), 10, "TABLE labels");
        const auto update = updateSchema(project, read(text), "postgresql");
        QVERIFY(update.has_value());
        const EntityId tags = project.findEntity("tags")->id;
        QCOMPARE(update->project.findEntity("labels")->id, tags);
        QCOMPARE(update->project.diagram->positions.at(tags), project.diagram->positions.at(tags));
        QVERIFY(update->project.findPattern("FindTag"));
        QVERIFY2(all(*update).contains("labels"), qPrintable(all(*update)));
        // Where nothing may be taken for another thing, both are there.
        const auto apart = updateSchema(project, read(text), "postgresql", {false});
        QVERIFY(apart->project.findEntity("labels") && apart->project.findEntity("tags"));
    }

    void corpus_data() {
        QTest::addColumn<QString>("name");
        for (const QString& name : tests::PostgresCorpus::names())
            QTest::newRow(qPrintable(name)) << name;
        if (tests::PostgresCorpus::names().isEmpty())
            QTest::newRow("none") << QString();
    }
    /// A real schema read twice is the same; onto an empty project it is everything.
    void corpus() {
        QFETCH(QString, name);
        if (name.isEmpty())
            QSKIP("the corpus of real schemas is not here: set SHARDSCAPE_SHARED");
        const auto imported = importSchema(tests::PostgresCorpus::sources(name), "postgresql");
        QVERIFY(imported.has_value());
        const auto again = updateSchema(imported->project, imported->project, "postgresql");
        QVERIFY2(again.has_value(), again ? "" : again.error().text().c_str());
        QVERIFY2(again->changes.empty(), qPrintable(all(*again)));
        const auto fresh = updateSchema(Project(), imported->project, "postgresql");
        QVERIFY2(fresh.has_value(), fresh ? "" : fresh.error().text().c_str());
        QCOMPARE(fresh->project.entities.size(), imported->project.entities.size());
        QCOMPARE(fresh->project.relationships.size(), imported->project.relationships.size());
    }
};

QTEST_APPLESS_MAIN(UpdateSchemaTest)
#include "update_schema_test.moc"
