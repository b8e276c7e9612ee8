// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The documents of a document engine as a tree on the Physical page: expectations by hand.
#include <QTest>

#include "app/stages/physical/document_tree.h"
#include "model/edit/project_edits.h"
#include "model/exchange/import/import_formats.h"
#include "tests/app/window_fixture.h"

using namespace shardscape;

namespace {

/// Three items an order, at most 50, asked for by their order alone.
model::Project shop(const char* engine) {
    const char* schema = "CREATE TABLE orders (id bigint PRIMARY KEY, placed timestamptz);"
                         "CREATE TABLE items (order_id bigint NOT NULL REFERENCES orders, line int NOT NULL, product "
                         "text NOT NULL, PRIMARY KEY (order_id, line));"
                         "CREATE TABLE carriers (id int PRIMARY KEY);";
    const char* workload = "-- table: orders rows=1000\n-- table: items rows=3000\n-- table: carriers rows=3\n"
                           "-- relationship: items.order_id mean=3 max=50\n"
                           "-- name: Items :many\n-- rate: 10/s\nSELECT * FROM items WHERE order_id = $1;\n";
    model::Layout layout;
    layout.engine = engine;
    return model::addLayout(model::importWorkload(model::importSchema({{"s.sql", schema}}, "postgresql")->project,
                                                  {"w.sql", workload})
                                ->project,
                            layout)
        .value();
}

} // namespace

class DocumentTreeTest : public QObject {
    Q_OBJECT
private slots:
    void childrenAreIndentedInTheirParent() {
        app::Workbench bench(tests::services());
        bench.document().reset(shop("mongodb"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.estimate(), 30000);
        QWidget window;
        app::DocumentTree tree(bench, &window);
        window.show();
        tree.refresh({});
        QVERIFY(tree.isVisible());
        QCOMPARE(tree.topLevelItemCount(), 1); // carriers hold nothing
        const QTreeWidgetItem* orders = tree.topLevelItem(0);
        QCOMPARE(orders->text(0), "orders");
        QCOMPARE(orders->childCount(), 3);
        QTreeWidgetItem* items = orders->child(2);
        QCOMPARE(items->text(0), "items");
        QCOMPARE(items->text(1), "list of documents");
        QCOMPARE(items->text(2), "about 3, at most 50");
        QVERIFY(items->isExpanded());
        QCOMPARE(items->childCount(), 2); // line and product: the order is known
        QCOMPARE(items->child(1)->text(0), "product");
        QCOMPARE(items->child(1)->text(1), "text");
        // A click chooses what is in it.
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualItemRect(items->child(1)).center());
        const model::Entity* entity = bench.project()->findEntity("items");
        QCOMPARE(bench.selection().value().entity(), entity->id);
        QCOMPARE(bench.selection().value().attribute, entity->findByName("product")->id);
        // One that was chosen is shown even when it holds nothing.
        tree.refresh("carriers");
        QCOMPARE(tree.topLevelItem(0)->text(0), "carriers");
    }
    void otherEnginesHaveNone() {
        app::Workbench bench(tests::services());
        bench.document().reset(shop("postgresql"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.estimate(), 30000);
        QWidget window;
        app::DocumentTree tree(bench, &window);
        window.show();
        tree.refresh({});
        QVERIFY(!tree.isVisible());
    }
};

QTEST_MAIN(DocumentTreeTest)
#include "document_tree_test.moc"
