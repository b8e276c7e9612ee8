// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several engines in one design, in the window: chosen on Physical, shown on Estimate.
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include "app/stages/estimate/estimate_stage.h"
#include "app/stages/estimate/outlook_sections.h"
#include "app/stages/estimate/outlook_service.h"
#include "app/stages/physical/boundary_roles.h"
#include "app/stages/physical/physical_stage.h"
#include "tests/app/stage_support.h"

using namespace shardscape;
using namespace shardscape::app;
using namespace shardscape::tests;

namespace {

const char* const kShop =
    "CREATE TABLE products (id bigint PRIMARY KEY, category int NOT NULL, name text NOT NULL);\n"
    "CREATE TABLE orders (id bigint PRIMARY KEY, product_id bigint NOT NULL REFERENCES products);\n";
const char* const kTraffic =
    "-- boundary: Catalog tables=products\n-- boundary: Ordering tables=orders\n"
    "-- table: products rows=100k\n-- table: orders rows=1M\n"
    "-- engine: postgresql\n-- engine: mongodb\n\n"
    "-- name: AddProduct :exec\n-- rate: 7/s\nINSERT INTO products (id, category, name) VALUES ($1, $2, $3);\n\n"
    "-- name: Browse :many\n-- rate: 100/s\n-- consistency: eventual\n"
    "SELECT id, name FROM products WHERE category = $1 LIMIT 20;\n";

} // namespace

class OwnershipTest : public QObject {
    Q_OBJECT

private slots:
    void rolesAreChosenAndUndone();
};

void OwnershipTest::rolesAreChosenAndUndone() {
    const auto bench = makeWorkbench();
    QVERIFY(open(*bench, projectOf(kShop, kTraffic)));
    const ProjectPtr start = bench->project();
    const model::LayoutId postgresql = start->findLayout("postgresql")->id, mongodb = start->findLayout("mongodb")->id;

    PhysicalStage physical(*bench);
    auto* holds = physical.findChild<QPushButton*>("holds");
    QVERIFY(holds);
    bench->selection().setLayout(postgresql);
    QCOMPARE(holds->text(), QString("holds all"));

    // MongoDB follows the catalogue; PostgreSQL says nothing, so it owns everything.
    auto* roles = new BoundaryRoles(*bench, mongodb);
    auto* role = roles->findChild<QComboBox*>("role/Catalog");
    auto* lag = roles->findChild<QLineEdit*>("lag/Catalog");
    QVERIFY(role && lag && !lag->isEnabled());
    role->setCurrentIndex(2);
    emit role->activated(2);
    QVERIFY(lag->isEnabled());
    lag->setText("3 s");
    emit lag->editingFinished();
    const auto held = [&] { return bench->project()->layouts.find(mongodb)->boundaries; };
    QCOMPARE(held().size(), std::size_t(1));
    QVERIFY(!held()[0].truth && held()[0].upkeep.path == model::UpkeepPath::Cdc);
    QCOMPARE(held()[0].upkeep.lagSeconds, std::optional(3.0));
    auto* path = roles->findChild<QComboBox*>("path/Catalog");
    path->setCurrentIndex(path->findData(int(model::UpkeepPath::Outbox)));
    emit path->activated(path->currentIndex());
    QVERIFY(held()[0].upkeep.path == model::UpkeepPath::Outbox);
    QCOMPARE(held()[0].upkeep.lagSeconds, std::optional(3.0));
    lag->setText("soon"); // no time: nothing is taken
    emit lag->editingFinished();
    QCOMPARE(held()[0].upkeep.lagSeconds, std::optional(3.0));
    delete roles;

    EstimateStage estimate(*bench);
    auto* outlook = estimate.findChild<OutlookService*>();
    auto* sections = estimate.findChild<OutlookSections*>();
    QTRY_VERIFY_WITH_TIMEOUT(bench->analysis().isCurrent() && outlook->outlook(), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(outlook->design().isSplit(), 60000);
    // Two engines and their sum, a heading and two boundaries, a heading and two patterns.
    CellTableModel* table = sections->model(OutlookSections::Ownership);
    QCOMPARE(table->rowCount(), 3 + 3 + 3);
    QCOMPARE(table->index(0, 0).data().toString(), QString("postgresql"));
    QCOMPARE(table->index(7, 1).data().toString(), QString("postgresql")); // AddProduct goes to the owner
    QCOMPARE(table->index(8, 1).data().toString(), QString("mongodb"));    // Browse tolerates the lag

    bench->document().undo(); // the outbox
    QVERIFY(held()[0].upkeep.path == model::UpkeepPath::Cdc);
    while (bench->document().canUndo())
        bench->document().undo();
    QCOMPARE(bench->project(), start);
    QTRY_VERIFY_WITH_TIMEOUT(bench->analysis().isCurrent() && outlook->outlook() && !outlook->design().isSplit(),
                             60000);
    QCOMPARE(table->rowCount(), 0);
}

QTEST_MAIN(OwnershipTest)
#include "ownership_test.moc"
