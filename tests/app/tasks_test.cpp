// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people come to do, counted in keystrokes and clicks with real events: drawing a schema from nothing, writing
// down a pattern, from a dump to a tinted diagram. The numbers are those that the product promises.
#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include "app/canvas/canvas_view.h"
#include "app/canvas/diagram_scene.h"
#include "app/canvas/items.h"
#include "app/files/file_controller.h"
#include "app/shell/message_bar.h"
#include "app/stages/access/access_stage.h"
#include "model/edit/pattern_edits.h"
#include "model/exchange/import/import.h"
#include "tests/app/window_fixture.h"

using namespace shardscape;
using namespace shardscape::app;

class TasksTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath("settings.ini"), QSettings::IniFormat);
        m_bench = std::make_unique<Workbench>(tests::services());
        m_window = std::make_unique<MainWindow>(*m_bench, stageTable(), *m_settings);
        m_session = std::make_unique<FileSession>(m_bench->document(), m_folder->filePath("untitled"));
        m_files = std::make_unique<FileController>(*m_window, *m_session);
        m_window->resize(1440, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_count = 0;
    }
    void cleanup() {
        m_files.release(); // a child of the window
        m_window.reset();
        m_session.reset();
        m_bench.reset();
    }

    void aShopFromNothing();
    void aPatternWithRateAndPopularity();
    void fromADumpToATintedDiagram();

private:
    void key(int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), Qt::Key(key),
                        modifiers);
        ++m_count;
    }
    void type(const char* text) {
        QTest::keyClicks(QApplication::focusWidget(), text);
        m_count += int(qstrlen(text));
    }
    void click(QWidget* widget, QPoint at = {}, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(widget, Qt::LeftButton, modifiers, at);
        ++m_count;
    }
    /// A new entity whose columns are typed one after the other: "name" or "name:type".
    void entity(const char* name, std::initializer_list<const char*> columns) {
        key(Qt::Key_N);
        type(name);
        key(Qt::Key_Tab); // to the key column, which is there
        key(Qt::Key_Tab); // its type
        key(Qt::Key_Tab); // a new column
        std::size_t left = columns.size();
        for (const char* column : columns) {
            const QByteArray text(column);
            const auto colon = text.indexOf(':');
            type(text.left(colon < 0 ? text.size() : colon).constData());
            if (colon >= 0) {
                key(Qt::Key_Tab);
                type(text.mid(colon + 1).constData());
            } else if (left > 1) {
                key(Qt::Key_Tab); // text is what a column is unless told otherwise
            }
            key(--left > 0 ? Qt::Key_Tab : Qt::Key_Return);
        }
    }
    QPoint headOf(const char* name) {
        auto* canvas = m_window->findChild<CanvasView*>();
        const model::Entity* found = m_bench->project()->findEntity(name);
        const EntityItem* item = found ? canvas->diagram().find(found->id) : nullptr;
        if (!item)
            qFatal("there is no card %s", name);
        const QRectF card = item->cardRect();
        return canvas->mapFromScene(QPointF(card.center().x(), card.top() + 14));
    }
    void connectCards(const char* parent, const char* child) {
        auto* canvas = m_window->findChild<CanvasView*>();
        click(canvas->viewport(), headOf(parent));
        click(canvas->viewport(), headOf(child), Qt::ControlModifier);
        key(Qt::Key_C);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<FileSession> m_session;
    std::unique_ptr<FileController> m_files;
    int m_count = 0;
};

/// Five entities, 24 attributes, five relationships.
void TasksTest::aShopFromNothing() {
    key(Qt::Key_1, Qt::ControlModifier);
    entity("customers", {"email", "name", "joined:ti"});
    entity("products", {"title", "price:n", "stock:i"});
    entity("orders", {"status", "total:n", "placed:ti"});
    entity("items", {"quantity:i", "price:n"});
    entity("payments", {"amount:n", "method", "paid:ti"});
    key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    key(Qt::Key_Home);
    // Never the same card twice in a row: this hand is so fast that it would be a double click.
    connectCards("customers", "orders");
    connectCards("products", "items");
    connectCards("orders", "payments");
    connectCards("customers", "payments");
    connectCards("orders", "items");

    const model::Project& project = *m_bench->project();
    std::size_t attributes = 0;
    for (const model::Entity& entity : project.entities) {
        attributes += entity.attributes.size();
        QVERIFY(entity.primaryKey());
    }
    QStringList names;
    for (const model::Entity& entity : project.entities)
        for (const model::Attribute& attribute : entity.attributes)
            names << QString::fromStdString(entity.name + '.' + attribute.name);
    QCOMPARE(project.entities.size(), std::size_t(5));
    QVERIFY2(attributes == 24, qPrintable(names.join(' ')));
    QCOMPARE(attributes, std::size_t(24));
    QCOMPARE(project.relationships.size(), std::size_t(5));
    const model::Entity* orders = project.findEntity("orders");
    QVERIFY(orders && orders->findByName("placed") && orders->findByName("customer_id"));
    QVERIFY(orders->findByName("placed")->type.kind == model::TypeKind::Timestamp);
    QVERIFY(orders->findByName("total")->type.kind == model::TypeKind::Decimal);
    QVERIFY(orders->findByName("status")->type.kind == model::TypeKind::Text);
    qInfo("a shop from nothing: %d keystrokes and clicks", m_count);
    QVERIFY2(m_count <= 260, qPrintable(QString::number(m_count)));
}

void TasksTest::aPatternWithRateAndPopularity() {
    m_bench->document().reset(tests::SmallModel().project);
    const model::Project project = *m_bench->project();
    model::AccessPattern first;
    first.name = "first";
    const auto read = model::parsePatternSql(project, first, "SELECT * FROM posts WHERE id = $1");
    QVERIFY(read.has_value());
    m_bench->document().reset(*model::addPattern(project, *read));
    m_window->showStage("access");
    key(Qt::Key_N); // reads one row of the first entity by its key
    auto* rate = m_window->findChild<QLineEdit*>("rate");
    click(rate, QPoint(10, 10));
    QTRY_VERIFY(rate->hasSelectedText()); // what is there is typed over
    type("5k");
    key(Qt::Key_Return);
    auto* popularity = m_window->findChild<QComboBox*>("popularity");
    click(popularity, QPoint(10, 10));
    QTRY_VERIFY(popularity->view()->isVisible());
    QTest::keyClick(popularity->view(), Qt::Key_Down);
    QTest::keyClick(popularity->view(), Qt::Key_Return);
    m_count += 2;
    const model::AccessPattern* made = m_bench->project()->findPattern("NewPattern");
    QVERIFY(made);
    QCOMPARE(made->rate.average.value, 5000.0);
    QVERIFY(made->popularity.kind == model::PopularityKind::Zipf);
    qInfo("a pattern with rate and popularity: %d keystrokes and clicks", m_count);
    QVERIFY2(m_count <= 12, qPrintable(QString::number(m_count)));
}

void TasksTest::fromADumpToATintedDiagram() {
    QFile file(m_folder->filePath("dump.sql"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("-- PostgreSQL database dump\n"
               "CREATE TABLE public.customer (customer_id integer NOT NULL, email text NOT NULL);\n"
               "CREATE TABLE public.rental (rental_id integer NOT NULL, customer_id integer NOT NULL);\n"
               "ALTER TABLE ONLY public.customer ADD CONSTRAINT customer_pkey PRIMARY KEY (customer_id);\n"
               "ALTER TABLE ONLY public.rental ADD CONSTRAINT rental_pkey PRIMARY KEY (rental_id);\n"
               "ALTER TABLE ONLY public.rental ADD CONSTRAINT rental_customer_fkey FOREIGN KEY (customer_id) "
               "REFERENCES public.customer(customer_id);\n");
    file.close();
    m_files->openPaths({file.fileName()}); // what a drop on the window does
    ++m_count;
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->project()->entities.size(), std::size_t(2), 20000);
    key(Qt::Key_2, Qt::ControlModifier);
    auto* suggest = m_window->findChild<QPushButton*>("suggestPatterns");
    QVERIFY(suggest && suggest->isVisible());
    click(suggest, suggest->rect().center());
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench->project()->patterns.empty(), 20000);
    key(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(m_window->currentStage(), QString("entities"));
    auto* canvas = m_window->findChild<CanvasView*>();
    auto* tint = m_window->findChild<QAbstractButton*>("header.canvas.tint");
    QVERIFY(tint);
    QTRY_VERIFY(tint->isVisible());
    // The menu has a loop of its own until one of its entries is chosen.
    QTimer::singleShot(0, m_window.get(), [] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().at(1)).center());
        menu->close();
    });
    click(tint, tint->rect().center());
    ++m_count; // the entry of the menu
    QCOMPARE(canvas->diagram().tint(), Tint::Traffic);
    // Nobody chose an engine: the rates of the statements are what there is, and they are shown.
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->analysis().isCurrent(), 20000);
    const EntityItem* card = canvas->diagram().find(m_bench->project()->findEntity("rental")->id);
    QVERIFY(card);
    QTRY_VERIFY(card->card().hasTraffic);
    qInfo("from a dump to a tinted diagram: %d keystrokes and clicks", m_count);
    QVERIFY2(m_count <= 6, qPrintable(QString::number(m_count)));
}

QTEST_MAIN(TasksTest)
#include "tasks_test.moc"
