// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "model/exchange/export/ddl.h"
#include "model/physical/bson.h"
#include "model/physical/document_view.h"
#include "model/physical/mapping.h"
#include "tests/support/estimating.h"

using namespace shardscape::model;
using shardscape::tests::engine;
using shardscape::tests::projectOf;

namespace {

const char* kSchema = "CREATE TABLE products (product_id bigint PRIMARY KEY, title varchar(50) NOT NULL);"
                      "CREATE TABLE orders (order_id bigint PRIMARY KEY, placed_at timestamp NOT NULL);"
                      "CREATE TABLE lines (order_id bigint NOT NULL REFERENCES orders, line smallint NOT NULL,"
                      " product_id bigint NOT NULL REFERENCES products, quantity int NOT NULL,"
                      " PRIMARY KEY (order_id, line));"
                      "CREATE TABLE notes (note_id bigint PRIMARY KEY, order_id bigint NOT NULL REFERENCES orders);";
const std::string kVolumes = "-- table: products rows=1000\n-- table: orders rows=1M\n-- table: lines rows=3M\n"
                             "-- table: notes rows=1M\n-- relationship: lines.order_id mean=3 max=50\n";
const std::string kLines = "-- name: GetLines\n-- rate: 100/s\n"
                           "SELECT line, quantity FROM lines WHERE order_id = $1 ORDER BY line;\n"
                           "-- name: AddLine\n-- rate: 10/s\n"
                           "INSERT INTO lines (order_id, line, product_id, quantity) VALUES ($1, $2, $3, $4);\n"
                           "-- name: WholeOrder\n-- rate: 10/s\nSELECT orders.placed_at, lines.quantity FROM orders "
                           "JOIN lines ON lines.order_id = orders.order_id WHERE orders.order_id = $1;\n";

const AccessPattern& pattern(const Project& project, const char* name) {
    const AccessPattern* found = project.findPattern(name);
    if (!found)
        qFatal("no pattern %s", name);
    return *found;
}

QString notesOf(const DocumentView& view) {
    QString out;
    for (const std::string& note : view.notes)
        out += QString::fromStdString(note) + '\n';
    return out;
}

} // namespace

class DocumentViewTest : public QObject {
    Q_OBJECT

private slots:
    void bytesAreThoseOfTheFormat();
    void boundedChildrenGoIntoTheirParents();
    void patternsAskTheParent();
    void childrenAskedOtherwiseStay();
    void childrenJoinedElsewhereStay();
    void listsWithoutAnEndStay();
    void documentsLieInDocuments();
    void otherEnginesAreNotTouched();
    void schemaHasListsAndIdentifiers();
};

/// By hand from https://bsonspec.org/spec.html: {"_id": 1 (int64), "name": "abc"} is
/// 4 + (1 + 4 + 8) + (1 + 5 + 4 + 4) + 1 = 32 bytes; a list of 1,000 int32 in a field of six letters is
/// 1 + 7 + 4 + Σ (1 + digits + 1 + 4) + 1 = 8,903.
void DocumentViewTest::bytesAreThoseOfTheFormat() {
    Project project =
        projectOf("CREATE TABLE t (id bigint PRIMARY KEY, name char(3) NOT NULL, list int[] NOT NULL);", "");
    Entity entity = *project.entities.begin();
    entity.attributes[1].statistics.averageBytes = 3;
    entity.attributes[2].statistics.averageBytes = 4000;
    project.entities.set(entity);
    const Cardinality cardinality(project);
    const auto field = [&](std::size_t at, const char* name) {
        return bsonFieldBytes(cardinality, project, entity.attributes[at], name);
    };
    QCOMPARE(kBsonDocumentBytes + field(0, "_id") + field(1, "name"), 32.0);
    QCOMPARE(field(2, "values"), 8903.0);
    QCOMPARE(bsonElementNameBytes(1), 3.0);
    QCOMPARE(bsonElementNameBytes(100), 2 + (10 * 1 + 90 * 2) / 100.0);
}

void DocumentViewTest::boundedChildrenGoIntoTheirParents() {
    const Project project = projectOf(kSchema, kVolumes + kLines);
    const DocumentView view = documentView(project);
    QCOMPARE(view.embedded.size(), std::size_t{1});
    QCOMPARE(view.embedded.front().elements, 3.0);
    QVERIFY(!view.project.findEntity("lines"));
    const Entity& orders = *view.project.findEntity("orders");
    const Attribute* field = orders.findByName("lines");
    QVERIFY(field && field->type.kind == TypeKind::Json);
    // A line without its order: 5 + line (1+5+4) + product_id (1+11+8) + quantity (1+9+4), and its name in the list:
    // three bytes up to nine, one more up to 49.
    const double line = 5 + 10 + 20 + 14;
    const double name = 2 + (10 * 1 + 40 * 2) / 50.0;
    QCOMPARE(*field->statistics.averageBytes, 5 + 3 * (line + name));
    QCOMPARE(*field->statistics.maximumBytes, 5 + 50 * (line + name));
    QVERIFY(notesOf(view).contains("lines lie inside their orders"));
    for (const Entity& entity : view.project.entities) // what stays keeps its identity
        QCOMPARE(project.entities.find(entity.id)->name, entity.name);
}

void DocumentViewTest::patternsAskTheParent() {
    const Project view = documentView(projectOf(kSchema, kVolumes + kLines)).project;
    const Entity& orders = *view.findEntity("orders");
    const AccessPattern& lines = pattern(view, "GetLines");
    QCOMPARE(lines.verb, Verb::Get);
    QCOMPARE(lines.entity, orders.id);
    QCOMPARE(lines.predicates.size(), std::size_t{1});
    QCOMPARE(lines.predicates.front().column.attribute, orders.findByName("order_id")->id);
    QVERIFY(lines.order.empty());
    const AccessPattern& add = pattern(view, "AddLine");
    QCOMPARE(add.verb, Verb::Update); // pushed to the list
    QCOMPARE(add.assigned.size(), std::size_t{1});
    QCOMPARE(add.assigned.front().attribute, orders.findByName("lines")->id);
    QCOMPARE(add.predicates.front().column.attribute, orders.findByName("order_id")->id);
    const AccessPattern& whole = pattern(view, "WholeOrder");
    QVERIFY(whole.joined.empty() && whole.joins.empty());
    QCOMPARE(whole.projection.size(), std::size_t{2});
}

void DocumentViewTest::childrenAskedOtherwiseStay() {
    const DocumentView view =
        documentView(projectOf(kSchema, kVolumes + kLines +
                                            "-- name: SoldToday\n-- rate: 1/s\n"
                                            "SELECT sum(quantity) FROM lines WHERE product_id = $1;\n"));
    QVERIFY(view.embedded.empty());
    QVERIFY2(notesOf(view).contains("SoldToday asks for them otherwise"), qPrintable(notesOf(view)));
}

void DocumentViewTest::childrenJoinedElsewhereStay() {
    const DocumentView view = documentView(
        projectOf(kSchema, kVolumes + kLines +
                               "-- name: Titles\n-- rate: 1/s\nSELECT products.title FROM lines JOIN products ON "
                               "products.product_id = lines.product_id WHERE lines.order_id = $1;\n"));
    QVERIFY(view.embedded.empty());
}

void DocumentViewTest::listsWithoutAnEndStay() {
    std::string volumes = kVolumes;
    volumes.replace(volumes.find("max=50"), 6, "max=5M powerlaw(2.1)");
    const DocumentView view = documentView(projectOf(kSchema, volumes + kLines));
    QVERIFY(view.embedded.empty());
    QVERIFY2(notesOf(view).contains("no end"), qPrintable(notesOf(view)));
}

void DocumentViewTest::documentsLieInDocuments() {
    const std::string deep = std::string(kSchema) +
                             "CREATE TABLE rebates (order_id bigint NOT NULL, line int NOT NULL, n int NOT "
                             "NULL, percent int NOT NULL, PRIMARY KEY (order_id, line, n), FOREIGN KEY "
                             "(order_id, line) REFERENCES lines);";
    const std::string workload =
        kVolumes + "-- table: rebates rows=6M\n-- relationship: rebates(order_id, line) mean=2 max=4\n" + kLines +
        "-- name: Rebate\n-- rate: 5/s\n"
        "INSERT INTO rebates (order_id, line, n, percent) VALUES ($1, $2, $3, $4);\n"
        "-- name: Rebates\n-- rate: 5/s\nSELECT n, percent FROM rebates WHERE order_id = $1 AND line = $2;\n";
    const Project project = projectOf(deep, workload);
    const DocumentView view = documentView(project);
    QVERIFY2(view.embedded.size() == 2, qPrintable(notesOf(view)));
    QCOMPARE(view.embedded[0].child, project.findEntity("rebates")->id);
    QCOMPARE(view.embedded[0].parent, project.findEntity("lines")->id);
    QCOMPARE(view.embedded[1].child, project.findEntity("lines")->id);
    QCOMPARE(view.embedded[1].parent, project.findEntity("orders")->id);
    QVERIFY(!view.project.findEntity("rebates") && !view.project.findEntity("lines"));
    QVERIFY(validate(view.project).empty());
    // A rebate without its line: 5 + n (1+2+4) + percent (1+8+4), and its name in the list: three bytes up to nine. A
    // line as before, with a list of two (at most four) of them in a field of seven letters (1+8+5).
    const double rebate = 5 + 7 + 13 + 3, name = 2 + (10 * 1 + 40 * 2) / 50.0;
    const double line = 5 + 10 + 20 + 14 + name + (1 + 8 + 5);
    const Entity& orders = *view.project.findEntity("orders");
    const Attribute* field = orders.findByName("lines");
    QVERIFY(field);
    QCOMPARE(*field->statistics.averageBytes, 5 + 3 * (line + 2 * rebate));
    QCOMPARE(*field->statistics.maximumBytes, 5 + 50 * (line + 4 * rebate));
    const AccessPattern& add = pattern(view.project, "Rebate");
    QCOMPARE(add.verb, Verb::Update); // pushed to the list in the list
    QCOMPARE(add.entity, orders.id);
    QCOMPARE(add.assigned, (std::vector<ColumnRef>{{orders.id, field->id}}));
    QCOMPARE(pattern(view.project, "Rebates").verb, Verb::Get);
    // A rebate asked for by itself keeps the lines out of the documents, and says so.
    const DocumentView apart = documentView(projectOf(
        deep, workload + "-- name: Generous\n-- rate: 1/s\nSELECT order_id FROM rebates WHERE percent = $1;\n"));
    QVERIFY(apart.project.findEntity("rebates") && apart.project.findEntity("lines"));
    QVERIFY2(notesOf(apart).count("Generous asks for them otherwise") == 1, qPrintable(notesOf(apart)));
}

void DocumentViewTest::otherEnginesAreNotTouched() {
    const Project project = projectOf(kSchema, kVolumes + kLines);
    QVERIFY(projectOn(project, engine("postgresql")) == project);
    QVERIFY(!(projectOn(project, engine("mongodb")) == project));
}

void DocumentViewTest::schemaHasListsAndIdentifiers() {
    const Project project = projectOf(kSchema, kVolumes + kLines);
    Layout layout;
    layout.engine = "mongodb";
    layout.partitions = 4;
    const auto design = mapProject(project, engine("mongodb"), layout);
    QVERIFY(design.has_value());
    QVERIFY(!design->find("lines"));
    const QString script = QString::fromStdString(*writeDdl(project, engine("mongodb"), *design));
    QVERIFY(script.contains("db.createCollection(\"orders\""));
    QVERIFY(script.contains("\"_id\""));
    QVERIFY(script.contains("\"lines\""));
    QVERIFY2(script.contains("sh.shardCollection(db.getName() + \".orders\", {\"_id\":\"hashed\"})"),
             qPrintable(script));
}

QTEST_APPLESS_MAIN(DocumentViewTest)
#include "document_view_test.moc"
