// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What documents look like when children lie inside them: expectations by hand.
#include <QtTest>

#include "model/exchange/import/import_formats.h"
#include "model/physical/document_shape.h"

using namespace shardscape::model;

namespace {

/// Three items an order, at most 50, and one receipt an order at most; both asked for by their order alone. Carriers
/// stand by themselves.
Project shop() {
    const char* schema = "CREATE TABLE orders (id bigint PRIMARY KEY, placed timestamptz);"
                         "CREATE TABLE items (order_id bigint NOT NULL REFERENCES orders, line int NOT NULL, product "
                         "text NOT NULL, PRIMARY KEY (order_id, line));"
                         "CREATE TABLE receipts (order_id bigint PRIMARY KEY REFERENCES orders, number text NOT NULL);"
                         "CREATE TABLE carriers (id int PRIMARY KEY);";
    const char* workload = "-- table: orders rows=1000\n-- table: items rows=3000\n-- table: receipts rows=900\n"
                           "-- relationship: items.order_id mean=3 max=50\n"
                           "-- name: Items :many\n-- rate: 10/s\nSELECT * FROM items WHERE order_id = $1;\n"
                           "-- name: Receipt :one\n-- rate: 10/s\nSELECT * FROM receipts WHERE order_id = $1;\n";
    return importWorkload(importSchema({{"s.sql", schema}}, "postgresql")->project, {"w.sql", workload})->project;
}

} // namespace

class DocumentShapeTest : public QObject {
    Q_OBJECT
private slots:
    void childrenAreFieldsWithFields() {
        const Project project = shop();
        const std::vector<DocumentShape> shapes = documentShapes(project);
        QCOMPARE(shapes.size(), std::size_t(2));
        QCOMPARE(shapes[0].name, std::string("orders"));
        QVERIFY(shapes[0].hasEmbedded());
        QVERIFY(!shapes[1].hasEmbedded());
        std::vector<std::string> names;
        for (const DocumentField& field : shapes[0].fields)
            names.push_back(field.name);
        QCOMPARE(names, (std::vector<std::string>{"id", "placed", "items", "receipts"}));
        const DocumentField& items = shapes[0].fields[2];
        QVERIFY(items.list);
        QCOMPARE(items.mean, 3.0);
        QCOMPARE(items.most, std::optional(50.0));
        // Without the column by which they referred to their order.
        QCOMPARE(items.fields.size(), std::size_t(2));
        QCOMPARE(items.fields[0].name, std::string("line"));
        QCOMPARE(items.fields[1].name, std::string("product"));
        QCOMPARE(items.column.entity, project.findEntity("items")->id);
        const DocumentField& receipt = shapes[0].fields[3];
        QVERIFY(!receipt.list);
        QCOMPARE(receipt.most, std::optional(1.0));
        QCOMPARE(receipt.fields.size(), std::size_t(1));
    }
    void childrenOfChildrenAreIndentedFurther() {
        const char* schema = "CREATE TABLE orders (id bigint PRIMARY KEY);"
                             "CREATE TABLE items (order_id bigint NOT NULL REFERENCES orders, line int NOT NULL, "
                             "PRIMARY KEY (order_id, line));"
                             "CREATE TABLE notes (order_id bigint NOT NULL, line int NOT NULL, no int NOT NULL, words "
                             "text NOT NULL, PRIMARY KEY (order_id, line, no), FOREIGN KEY (order_id, line) REFERENCES "
                             "items);";
        const char* workload = "-- table: orders rows=1000\n-- table: items rows=3000\n-- table: notes rows=6000\n"
                               "-- relationship: items.order_id mean=3 max=50\n"
                               "-- relationship: notes(order_id, line) mean=2 max=4\n"
                               "-- name: Items :many\n-- rate: 10/s\nSELECT * FROM items WHERE order_id = $1;\n"
                               "-- name: Notes :many\n-- rate: 5/s\n"
                               "SELECT * FROM notes WHERE order_id = $1 AND line = $2;\n";
        const Project project =
            importWorkload(importSchema({{"s.sql", schema}}, "postgresql")->project, {"w.sql", workload})->project;
        const std::vector<DocumentShape> shapes = documentShapes(project);
        QCOMPARE(shapes.size(), std::size_t(1));
        const DocumentField& items = shapes[0].fields.back();
        QCOMPARE(items.name, std::string("items"));
        const DocumentField& notes = items.fields.back();
        QCOMPARE(notes.name, std::string("notes"));
        QCOMPARE(notes.most, std::optional(4.0));
        QCOMPARE(notes.fields.size(), std::size_t(2)); // no and words
    }
};

QTEST_APPLESS_MAIN(DocumentShapeTest)
#include "document_shape_test.moc"
