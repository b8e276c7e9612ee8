// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An edited text changes what was edited in it and nothing else. The property: whatever is edited, in SQL or DBML, the
// project then writes the text of the edited model, and what both have keeps its id.
#include "model/edit/merge_schema.h"

#include <QTest>

#include "model/edit/diff.h"
#include "model/exchange/export/ddl.h"
#include "model/exchange/export/diagram_text.h"
#include "model/exchange/import/import_formats.h"
#include "tests/support/random_edits.h"

using namespace shardscape::model;
using shardscape::tests::RandomEdits;

namespace {

constexpr const char* kSchema = R"(
CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(40) NOT NULL, m mood, CHECK (id > 0));
CREATE TABLE posts (id bigint PRIMARY KEY, author_id bigint NOT NULL REFERENCES users (id), body text,
                    at timestamptz NOT NULL DEFAULT now());
CREATE INDEX posts_author_idx ON posts (author_id, at DESC);
CREATE TABLE tags (id bigint PRIMARY KEY, word text UNIQUE);
)";

Project withTraffic() {
    const auto schema = importPostgres({{"schema.sql", kSchema}});
    const auto both = importWorkload(schema->project, {"workload.sql", R"(-- table: users rows=1M growth=10/day
-- column: users.name avg=12B
-- boundary: People tables=users
-- relationship: posts.author_id mean=7
-- name: GetUser :one
-- rate: 1/s
SELECT name FROM users WHERE id = $1;
-- name: ListPosts :many
-- rate: 2/s
SELECT id, body FROM posts WHERE author_id = $1 ORDER BY at DESC LIMIT 10;
-- name: FindTag :one
-- rate: 3/s
SELECT id FROM tags WHERE word = $1;
)"});
    Project project = both->project;
    project = *moveEntities(project, {{project.findEntity("users")->id, {10, 20}}});
    return project;
}

struct Format {
    const char* name;
    std::string (*write)(const Project&);
};
const Format kFormats[] = {{"postgresql", &writePostgresSchema}, {"dbml", &writeDbml}};

Project reading(const Format& format, const std::string& text) {
    const auto read = importSchema({{"text", text}}, format.name);
    return read ? read->project : Project();
}

/// The project after its text was edited by replacing one piece by another.
Result<Project> edited(const Project& project, const Format& format, const char* what, const char* by) {
    const std::string text = format.write(project);
    const auto at = text.find(what);
    if (at == std::string::npos)
        return fail(ErrorCode::NotFound, std::string(what) + " is not in\n" + text);
    std::string other = text;
    other.replace(at, std::string(what).size(), by);
    return mergeSchema(project, reading(format, text), reading(format, other));
}

/// DBML makes the keys that its references need in their order, which says nothing.
void sortKeys(Project& project) {
    std::vector<Entity> entities(project.entities.begin(), project.entities.end());
    for (Entity& entity : entities) {
        const auto rank = [&](const Key& key) {
            std::vector<std::ptrdiff_t> places;
            for (AttributeId id : key.attributes)
                places.push_back(entity.find(id) - entity.attributes.data());
            return std::pair(key.kind, places);
        };
        std::stable_sort(entity.keys.begin(), entity.keys.end(),
                         [&](const Key& a, const Key& b) { return rank(a) < rank(b); });
    }
    project.entities.assign(std::move(entities));
}

} // namespace

#define EXPECT_PROJECT(name, result)                                                                                   \
    const auto name##Result = result;                                                                                  \
    QVERIFY2(name##Result.has_value(), name##Result ? "" : name##Result.error().text().c_str());                       \
    const Project& name = *name##Result;                                                                               \
    QVERIFY2(validate(name).empty(), validate(name).empty() ? "" : validate(name).front().c_str())

class MergeSchemaTest : public QObject {
    Q_OBJECT
private slots:
    void nothingEditedNothingChanged();
    void columnsComeGoAndChange();
    void entitiesComeAndGo();
    void renamesKeepWhatBelongsToThem();
    void keysIndexesAndChecks();
    void relationships();
    void enumerationsAndBoundaries();
    void whatWasEditedElsewhereStays();
    void orderOfColumns();
    void anyEditArrives_data();
    void anyEditArrives();
};

void MergeSchemaTest::nothingEditedNothingChanged() {
    const Project project = withTraffic();
    for (const Format& format : kFormats) {
        const Project read = reading(format, format.write(project));
        EXPECT_PROJECT(after, mergeSchema(project, read, reading(format, format.write(project))));
        QVERIFY(after == project);
        QVERIFY(after.entities.sameVersion(project.entities));
    }
}

void MergeSchemaTest::columnsComeGoAndChange() {
    const Project project = withTraffic();
    const Entity& users = *project.findEntity("users");
    EXPECT_PROJECT(longer, edited(project, kFormats[1], "  name varchar(40)", "  email text\n  name varchar(80)"));
    const Entity& changed = *longer.entities.find(users.id);
    QCOMPARE(changed.attributes.size(), std::size_t(4));
    QCOMPARE(changed.attributes[1].name, std::string("email"));
    QCOMPARE(changed.findByName("name")->type.length, 80);
    // What DBML cannot say stays.
    QCOMPARE(changed.findByName("name")->id, users.findByName("name")->id);
    QCOMPARE(changed.findByName("name")->statistics.averageBytes, std::optional<double>(12));
    QCOMPARE(changed.volume.rows->value, std::int64_t(1000000));
    QVERIFY(longer.patterns.sameVersion(project.patterns));
    QCOMPARE(longer.diagram->positions.at(users.id).x, 10.0);
    QCOMPARE(longer.entities.find(users.id)->checks, users.checks);
    EXPECT_PROJECT(shorter, edited(project, kFormats[1], "  body text\n", ""));
    QVERIFY(!shorter.findEntity("posts")->findByName("body"));
    // The pattern that returned it goes on without it (Removal::Cascade).
    QVERIFY(shorter.findPattern("ListPosts"));
    EXPECT_PROJECT(nullable, edited(project, kFormats[0], "name varchar(40) NOT NULL", "name varchar(40)"));
    QVERIFY(nullable.findEntity("users")->findByName("name")->nullable);
}

void MergeSchemaTest::entitiesComeAndGo() {
    const Project project = withTraffic();
    for (const Format& format : kFormats) {
        const std::string text = format.write(project);
        const bool sql = format.name[0] == 'p';
        const std::string more =
            text + (sql ? "CREATE TABLE likes (post_id bigint REFERENCES posts (id), n int NOT NULL);"
                        : "Table likes {\n  post_id bigint [ref: > posts.id]\n  n integer [not null]\n}\n");
        EXPECT_PROJECT(after, mergeSchema(project, reading(format, text), reading(format, more)));
        const Entity* likes = after.findEntity("likes");
        QVERIFY(likes);
        QCOMPARE(after.relationships.size(), std::size_t(2));
        QCOMPARE(after.relationships.pointers().back()->child, likes->id);
        QCOMPARE(after.relationships.pointers().back()->parent, project.findEntity("posts")->id);
        // And away again, tags with it.
        Project fewer = reading(format, text);
        fewer = *removeEntities(fewer, {fewer.findEntity("tags")->id}, Removal::Cascade);
        EXPECT_PROJECT(less, mergeSchema(after, reading(format, more), fewer));
        QVERIFY(!less.findEntity("likes") && !less.findEntity("tags"));
        QVERIFY(!less.findPattern("FindTag")); // nobody can find what is not there
        QVERIFY(less.findPattern("ListPosts"));
    }
}

void MergeSchemaTest::renamesKeepWhatBelongsToThem() {
    const Project project = withTraffic();
    const EntityId users = project.findEntity("users")->id;
    std::string text = writeDbml(project);
    std::string other = text;
    for (const char* place : {"Table users", "  users\n", "posts.author_id > users.id"}) {
        const auto at = other.find(place);
        QVERIFY2(at != std::string::npos, other.c_str());
        other.replace(other.find("users", at), 5, "people");
    }
    other.replace(other.find("  name varchar"), 6, "  title");
    // With another column the entity would be another one: names are what tells.
    EXPECT_PROJECT(both, mergeSchema(project, reading(kFormats[1], text), reading(kFormats[1], other)));
    QVERIFY(!both.entities.contains(users));
    other.replace(other.find("  title varchar"), 7, "  name");
    EXPECT_PROJECT(after, mergeSchema(project, reading(kFormats[1], text), reading(kFormats[1], other)));
    QCOMPARE(after.entities.find(users)->name, std::string("people"));
    QCOMPARE(after.entities.find(users)->volume.rows->value, std::int64_t(1000000));
    QVERIFY2(after.findPattern("GetUser")->sql.find("people") != std::string::npos,
             after.findPattern("GetUser")->sql.c_str());
    QCOMPARE(after.relationships.begin()->fanOut.mean, std::optional<double>(7));
    EXPECT_PROJECT(column, edited(project, kFormats[1], "  name varchar", "  title varchar"));
    QCOMPARE(column.findEntity("users")->findByName("title")->id, project.findEntity("users")->findByName("name")->id);
    QVERIFY(column.findPattern("GetUser")->sql.find("title") != std::string::npos);
}

void MergeSchemaTest::keysIndexesAndChecks() {
    const Project project = withTraffic();
    EXPECT_PROJECT(
        unique, edited(project, kFormats[1], "  name varchar(40) [not null]", "  name varchar(40) [not null, unique]"));
    QCOMPARE(unique.findEntity("users")->keys.size(), std::size_t(2));
    EXPECT_PROJECT(loose, edited(project, kFormats[1], "  word text [unique]", "  word text"));
    QCOMPARE(loose.findEntity("tags")->keys.size(), std::size_t(1));
    EXPECT_PROJECT(keyless,
                   edited(project, kFormats[1], "Table tags {\n  id int64 [pk, not null]", "Table tags {\n  id int64"));
    QVERIFY(!keyless.findEntity("tags")->primaryKey());
    QVERIFY(keyless.findEntity("tags")->findByName("id")->nullable);
    EXPECT_PROJECT(wider, edited(project, kFormats[0], "(author_id, at DESC)", "(author_id, at DESC, body)"));
    QCOMPARE(wider.findEntity("posts")->indexes.size(), std::size_t(1));
    QCOMPARE(wider.findEntity("posts")->indexes.front().parts.size(), std::size_t(3));
    QCOMPARE(wider.findEntity("posts")->indexes.front().id, project.findEntity("posts")->indexes.front().id);
    EXPECT_PROJECT(stricter, edited(project, kFormats[0], "id > 0", "id > 100"));
    QCOMPARE(stricter.findEntity("users")->checks.size(), std::size_t(1));
    QVERIFY(stricter.findEntity("users")->checks.front().expression.find("100") != std::string::npos);
}

void MergeSchemaTest::relationships() {
    const Project project = withTraffic();
    EXPECT_PROJECT(cascading, edited(project, kFormats[1], "Ref: posts.author_id > users.id",
                                     "Ref: posts.author_id > users.id [delete: cascade]"));
    QVERIFY(cascading.relationships.begin()->onDelete == ReferentialAction::Cascade);
    QCOMPARE(cascading.relationships.begin()->id, project.relationships.begin()->id);
    QCOMPARE(cascading.relationships.begin()->fanOut.mean, std::optional<double>(7));
    EXPECT_PROJECT(none, edited(project, kFormats[1], "Ref: posts.author_id > users.id", ""));
    QVERIFY(none.relationships.empty());
    QVERIFY(none.findEntity("posts")->findByName("author_id"));
}

void MergeSchemaTest::enumerationsAndBoundaries() {
    const Project project = withTraffic();
    EXPECT_PROJECT(more, edited(project, kFormats[1], "  bad\n", "  bad\n  ugly\n"));
    QCOMPARE(more.enums.begin()->labels.size(), std::size_t(3));
    QCOMPARE(more.enums.begin()->id, project.enums.begin()->id);
    EXPECT_PROJECT(moved, edited(project, kFormats[1], "TableGroup People {\n  users\n}",
                                 "TableGroup Writers {\n  users\n  posts\n}"));
    QCOMPARE(moved.boundaries.size(), std::size_t(1));
    QCOMPARE(moved.boundaries.begin()->name, std::string("Writers"));
    QCOMPARE(moved.findEntity("posts")->boundary, moved.boundaries.begin()->id);
}

void MergeSchemaTest::whatWasEditedElsewhereStays() {
    const Project project = withTraffic();
    const std::string text = writeDbml(project);
    std::string other = text;
    other.replace(other.find("  body text"), 11, "  body varchar(280)");
    // While the text was edited, somebody drew an entity, renamed a column and removed a table.
    Entity drawn;
    drawn.name = "drawn";
    Project meanwhile = *addEntity(project, drawn);
    const Entity& users = *project.findEntity("users");
    meanwhile = *renameAttribute(meanwhile, {users.id, users.findByName("name")->id}, "full_name");
    meanwhile = *removeEntities(meanwhile, {project.findEntity("tags")->id}, Removal::Cascade);
    EXPECT_PROJECT(after, mergeSchema(meanwhile, reading(kFormats[1], text), reading(kFormats[1], other)));
    QCOMPARE(after.findEntity("posts")->findByName("body")->type.length, 280);
    QVERIFY(after.findEntity("drawn"));
    QVERIFY(after.findEntity("users")->findByName("full_name"));
}

void MergeSchemaTest::orderOfColumns() {
    const Project project = withTraffic();
    const std::string text = writeDbml(project);
    std::string other = text;
    const std::string line = "  author_id int64 [not null]\n";
    const auto at = other.find(line);
    QVERIFY2(at != std::string::npos, other.c_str());
    other.erase(at, line.size());
    other.insert(other.find("  body text\n") + 12, line);
    EXPECT_PROJECT(after, mergeSchema(project, reading(kFormats[1], text), reading(kFormats[1], other)));
    const Entity& posts = *after.findEntity("posts");
    QCOMPARE(posts.attributes[2].name, std::string("author_id"));
    QCOMPARE(posts.attributes[2].id, project.findEntity("posts")->findByName("author_id")->id);
}

void MergeSchemaTest::anyEditArrives_data() {
    QTest::addColumn<int>("format");
    QTest::newRow("postgresql") << 0;
    QTest::newRow("dbml") << 1;
}

void MergeSchemaTest::anyEditArrives() {
    QFETCH(int, format);
    const Format& text = kFormats[format];
    int changed = 0;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        Project project;
        for (unsigned step = 0; step < 25; ++step)
            project = RandomEdits(seed * 1000 + step).next(project);
        Project wanted = project;
        for (unsigned step = 0; step < 1 + seed % 5; ++step)
            wanted = RandomEdits(seed * 7919 + step).next(wanted);
        const Project before = reading(text, text.write(project));
        const Project after = reading(text, text.write(wanted));
        const auto merged = mergeSchema(project, before, after);
        if (!merged) // an edit that the project refuses: nothing of it is applied
            continue;
        changed += !(*merged == project);
        QVERIFY2(validate(*merged).empty(), qPrintable(QString("seed %1").arg(seed)));
        const Project now = reading(text, text.write(*merged));
        Project left = now;
        Project right = after;
        for (Project* side : {&left, &right}) { // the order of the columns is that of the edit, positions are not said
            side->diagram = std::make_shared<const Diagram>();
            side->name.clear();
            sortKeys(*side);
        }
        if (!equalModuloIds(left, right)) {
            qInfo().noquote() << "seed" << seed << "\nwanted\n"
                              << text.write(right).c_str() << "\nis\n"
                              << text.write(left).c_str();
            QFAIL("the edited text and the project say different things");
        }
        for (const Entity& entity : wanted.entities)
            if (const Entity* kept = project.entities.find(entity.id); kept && kept->name == entity.name &&
                                                                       before.findEntity(project.displayName(*kept)) &&
                                                                       after.findEntity(project.displayName(*kept)))
                QVERIFY2(merged->entities.contains(entity.id),
                         qPrintable(QString("seed %1: %2 is another one\n%3")
                                        .arg(seed)
                                        .arg(QString::fromStdString(entity.name))
                                        .arg(QString::fromStdString(text.write(project)))));
    }
    QVERIFY2(changed > 25, qPrintable(QString::number(changed)));
}

QTEST_APPLESS_MAIN(MergeSchemaTest)
#include "merge_schema_test.moc"
