// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ready pieces: every bundled one reads without a complaint, goes into a model that has its names already, and brings
// its access patterns; one's own are kept and read again.
#include "model/exchange/import/gallery.h"

#include <set>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "model/edit/column_sets.h"
#include "model/edit/diff.h"
#include "tests/support/folders.h"
#include "tests/support/project_text.h"

using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

std::vector<GalleryEntry> bundled() {
    const auto entries = listGallery(sourceFolder().toStdString() + "/resources/gallery", false);
    return entries ? *entries : std::vector<GalleryEntry>();
}

Project read(const std::string& sql) {
    const auto imported = importPostgres({{"schema.sql", sql}});
    return imported ? imported->project : Project();
}

} // namespace

class GalleryTest : public QObject {
    Q_OBJECT
private slots:
    void everyPatternOfTheListIsThere();
    void everyPieceReads_data();
    void everyPieceReads();
    void namesAreMadeFreeAndPatternsFollow();
    void columnSetsGoIntoEntities();
    void ownPiecesAreKept();
    void ownColumnSets();
    void dbmlIsAPieceToo();
};

void GalleryTest::everyPatternOfTheListIsThere() {
    // Requirement M7, name by name.
    std::set<std::string> names;
    for (const GalleryEntry& entry : bundled())
        names.insert(entry.name);
    for (const char* wanted : {"adjacency-list", "materialized-path", "closure-table", "scd-type-1", "scd-type-2",
                               "scd-type-3", "star-schema", "ledger", "event-store", "idempotency-keys",
                               "sharded-counter", "sharded-inventory", "order-time-snapshot", "json-attributes"})
        QVERIFY2(names.count(wanted), wanted);
}

void GalleryTest::everyPieceReads_data() {
    QTest::addColumn<QString>("name");
    for (const GalleryEntry& entry : bundled())
        QTest::newRow(entry.name.c_str()) << QString::fromStdString(entry.name);
}

void GalleryTest::everyPieceReads() {
    QFETCH(QString, name);
    for (const GalleryEntry& entry : bundled()) {
        if (entry.name != name.toStdString())
            continue;
        QVERIFY(!entry.in("").about.empty());
        QVERIFY2(entry.in("zh_CN").title != entry.in("").title, "no Chinese title");
        QVERIFY2(entry.in("zh_CN").about != entry.in("").about, "no Chinese description");
        const auto piece = loadGalleryEntry(entry);
        QVERIFY2(piece.has_value(), piece ? "" : piece.error().text().c_str());
        for (const Diagnostic& note : piece->diagnostics)
            QVERIFY2(note.severity == Severity::Info, note.message.c_str());
        QVERIFY(!piece->project.entities.empty());
        QVERIFY(validate(piece->project).empty());
        if (entry.kind == GalleryKind::Columns) {
            QCOMPARE(piece->project.entities.size(), std::size_t(1));
            continue;
        }
        const auto inserted = insertPiece(Project(), piece->project);
        QVERIFY2(inserted.has_value(), inserted ? "" : inserted.error().text().c_str());
        QVERIFY(validate(*inserted).empty());
        QCOMPARE(inserted->patterns.size(), piece->project.patterns.size());
        Project same = *inserted;
        same.name = piece->project.name;
        QVERIFY(equalModuloIds(same, piece->project));
    }
}

void GalleryTest::namesAreMadeFreeAndPatternsFollow() {
    GalleryEntry entry;
    entry.path = "piece.sql";
    entry.text = R"(-- title: Two
CREATE TABLE a (id bigint PRIMARY KEY, v text NOT NULL);
CREATE TABLE b (id bigint PRIMARY KEY, a_id bigint NOT NULL REFERENCES a (id));
-- workload:
-- table: a rows=5
-- name: GetA :one
-- rate: 3/s
-- keys: id zipf(0.5)
SELECT v FROM a WHERE id = $1;
)";
    const auto piece = loadGalleryEntry(entry);
    QVERIFY2(piece.has_value(), piece ? "" : piece.error().text().c_str());
    Project project = read("CREATE TABLE a (x int); CREATE TABLE a_2 (y int);");
    for (int round = 0; round < 2; ++round) {
        const auto next = insertPiece(project, piece->project);
        QVERIFY2(next.has_value(), next ? "" : next.error().text().c_str());
        project = *next;
        QVERIFY(validate(project).empty());
    }
    // a and a_2 are taken, so the piece's a becomes a_3, then a_4; b is free once.
    for (const char* name : {"a", "a_2", "a_3", "a_4", "b", "b_2"})
        QVERIFY2(project.findEntity(name), name);
    const AccessPattern* first = project.findPattern("GetA");
    const AccessPattern* second = project.findPattern("GetA_2");
    QVERIFY(first && second);
    QVERIFY2(first->sql.find("a_3") != std::string::npos, first->sql.c_str());
    QCOMPARE(first->entity, project.findEntity("a_3")->id);
    QCOMPARE(second->entity, project.findEntity("a_4")->id);
    QCOMPARE(second->rate.average.value, 3.0);
    QCOMPARE(second->popularityColumn.entity, second->entity);
    QCOMPARE(project.findEntity("a_4")->volume.rows->value, std::int64_t(5));
    const Relationship& line = *project.relationships.begin();
    QCOMPARE(line.parent, project.findEntity("a_3")->id);
}

void GalleryTest::columnSetsGoIntoEntities() {
    for (const GalleryEntry& entry : bundled()) {
        if (entry.name != "columns-audit")
            continue;
        QVERIFY(entry.kind == GalleryKind::Columns);
        const Project set = loadGalleryEntry(entry)->project;
        const Project project = read("CREATE TABLE a (id int); CREATE TABLE b (id int, created_at date);");
        const EntityId a = project.findEntity("a")->id;
        const EntityId b = project.findEntity("b")->id;
        const auto after = addColumnSet(project, {a, b}, set);
        QVERIFY(after.has_value());
        QVERIFY(validate(*after).empty());
        QCOMPARE(after->entities.find(a)->attributes.size(), std::size_t(5));
        QCOMPARE(after->entities.find(b)->attributes.size(), std::size_t(5));
        // What is there stays as it is.
        QVERIFY(after->entities.find(b)->findByName("created_at")->type.kind == TypeKind::Date);
        QCOMPARE(after->entities.find(a)->findByName("updated_at")->defaultSql, std::string("now()"));
        QVERIFY(!addColumnSet(*after, {a, b}, set));
        return;
    }
    QFAIL("there are no audit columns");
}

void GalleryTest::ownPiecesAreKept() {
    QTemporaryDir folder;
    const std::string place = folder.filePath("gallery").toStdString();
    const Project project = read(R"(CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TABLE a (id bigint PRIMARY KEY, m mood NOT NULL);
CREATE TABLE b (id bigint PRIMARY KEY, a_id bigint REFERENCES a (id));
CREATE TABLE other (id bigint PRIMARY KEY, a_id bigint REFERENCES a (id));)");
    const auto part = partOf(project, {project.findEntity("a")->id, project.findEntity("b")->id});
    QVERIFY(part.has_value());
    QCOMPARE(part->entities.size(), std::size_t(2));
    QCOMPARE(part->relationships.size(), std::size_t(1)); // the one from outside stays outside
    const auto path = keepPiece(place, "My pair / 一对", "What it is for.\nAnd more.", GalleryKind::Pattern, *part);
    QVERIFY2(path.has_value(), path ? "" : path.error().text().c_str());
    const auto kept = listGallery(place, true);
    QVERIFY(kept.has_value() && kept->size() == 1);
    QCOMPARE(kept->front().in("de").title, std::string("My pair / 一对"));
    QCOMPARE(kept->front().in("").about, std::string("What it is for. And more."));
    const auto again = loadGalleryEntry(kept->front());
    QVERIFY(again.has_value());
    QVERIFY(equalModuloIds(again->project, *part));
    QVERIFY(forgetPiece(kept->front()).has_value());
    QVERIFY(listGallery(place, true)->empty());
    QVERIFY(!keepPiece(place, " / ", "", GalleryKind::Pattern, *part));
    GalleryEntry foreign = kept->front();
    foreign.own = false;
    QVERIFY(!forgetPiece(foreign));
}

void GalleryTest::ownColumnSets() {
    const Project project = read("CREATE TABLE a (id bigint PRIMARY KEY, low int, high int, CHECK (low < high), "
                                 "CHECK (id > 0));");
    const Entity& a = *project.findEntity("a");
    const auto set = columnsOf(project, a.id, {a.findByName("low")->id, a.findByName("high")->id});
    QVERIFY(set.has_value());
    QVERIFY(validate(*set).empty());
    const Entity& bare = *set->entities.begin();
    QCOMPARE(bare.attributes.size(), std::size_t(2));
    QCOMPARE(bare.checks.size(), std::size_t(1)); // the other one is about a column that stays behind
    QVERIFY(bare.keys.empty());
    QVERIFY(!columnsOf(project, a.id, {}));
}

void GalleryTest::dbmlIsAPieceToo() {
    QTemporaryDir folder;
    QFile file(folder.filePath("pair.dbml"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("// title: Pair\n// about: Two of them.\nTable a {\n  id bigint [pk]\n}\n");
    file.close();
    const auto entries = listGallery(folder.path().toStdString(), true);
    QVERIFY(entries.has_value() && entries->size() == 1);
    QCOMPARE(entries->front().in("").title, std::string("Pair"));
    const auto piece = loadGalleryEntry(entries->front());
    QVERIFY(piece.has_value());
    QVERIFY(piece->project.findEntity("a"));
    QVERIFY(!listGallery(folder.filePath("nowhere").toStdString(), true));
}

QTEST_APPLESS_MAIN(GalleryTest)
#include "gallery_test.moc"
