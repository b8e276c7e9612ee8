// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several entities, or several columns of one, changed together by real keys and clicks. Expectations by hand.
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

#include "app/canvas/canvas_view.h"
#include "app/canvas/items.h"
#include "app/canvas/overlays.h"
#include "app/stages/entities/column_grid.h"
#include "app/stages/entities/entity_inspector.h"
#include "app/stages/entities/generator_box.h"
#include "app/stages/entities/property_grid.h"
#include "model/edit/property_edits.h"
#include "tests/app/window_fixture.h"

using namespace shardscape;
using app::CanvasView;
using tests::SmallModel;

class SharedEditsTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_model = std::make_unique<SmallModel>();
        m_bench = std::make_unique<app::Workbench>(tests::plainServices());
        m_window = std::make_unique<QWidget>();
        auto* column = new QVBoxLayout(m_window.get());
        m_view = new CanvasView(*m_bench, m_window.get());
        m_inspector = new app::EntityInspector(*m_bench, m_view->commands(), m_window.get());
        column->addWidget(m_view);
        column->addWidget(m_inspector);
        m_window->resize(900, 1000);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_bench->document().reset(m_model->project);
    }
    void cleanup() {
        m_window.reset();
        m_bench.reset();
    }

    void volumesOfSeveralAreOneStep() {
        QVERIFY(m_bench->apply("rows", [&](const model::Project& project) {
            model::Volume volume;
            volume.rows = model::Rows{7};
            volume.growthRowsPerDay = 5;
            return model::setVolume(project, m_model->users, volume);
        }));
        const model::Project before = project();
        selectBoth();
        auto* rows = field<QLineEdit>("sharedRows");
        QVERIFY(rows->isVisible());
        // users has 7, posts is not known: the field is empty and says why.
        QCOMPARE(rows->text(), QString());
        QVERIFY(!rows->placeholderText().isEmpty());
        const std::size_t steps = m_bench->document().steps().size();
        type(rows, "2.5M");
        QCOMPARE(m_bench->document().steps().size(), steps + 1);
        for (const model::EntityId id : {m_model->users, m_model->posts})
            QCOMPARE(project().entities.find(id)->volume.rows->value, std::int64_t(2'500'000));
        // The rest of each stays its own.
        QCOMPARE(project().entities.find(m_model->users)->volume.growthRowsPerDay, 5.0);
        QCOMPARE(project().entities.find(m_model->posts)->volume.growthRowsPerDay, 0.0);
        m_bench->document().undo();
        QVERIFY(project() == before);
        m_bench->document().redo();
        QCOMPARE(project().entities.find(m_model->posts)->volume.rows->value, std::int64_t(2'500'000));
        // Leaving a field without typing changes nothing.
        const std::size_t now = m_bench->document().steps().size();
        field<QLineEdit>("sharedGrowth")->setFocus();
        field<QLineEdit>("sharedRate")->setFocus();
        m_view->setFocus();
        QCOMPARE(m_bench->document().steps().size(), now);
    }

    void boundaryColourAndPinsOfSeveral() {
        selectBoth();
        auto* boundary = field<QComboBox>("sharedBoundary");
        auto* color = field<QComboBox>("sharedColor");
        QVERIFY(!color->isEnabled()); // no boundary yet
        type(boundary->lineEdit(), "content");
        QCOMPARE(project().boundaries.size(), std::size_t(1));
        const model::BoundaryId group = project().boundaries.begin()->id;
        QCOMPARE(project().entities.find(m_model->users)->boundary, group);
        QCOMPARE(project().entities.find(m_model->posts)->boundary, group);
        QVERIFY(color->isEnabled());
        color->setFocus();
        const int was = color->currentIndex();
        QTest::keyClick(color, was < 7 ? Qt::Key_Down : Qt::Key_Up);
        QCOMPARE(project().boundaries.find(group)->color, was < 7 ? was + 1 : was - 1);
        // One pinned, one not: neither on nor off, and a click pins both.
        QVERIFY(m_bench->apply(
            "pin", [&](const model::Project& now) { return model::setPinned(now, {}, {m_model->users}, true); }));
        auto* pinned = field<QCheckBox>("sharedPinned");
        QCOMPARE(pinned->checkState(), Qt::PartiallyChecked);
        press(pinned);
        QVERIFY(project().diagram->isPinned(m_model->users) && project().diagram->isPinned(m_model->posts));
        QCOMPARE(pinned->checkState(), Qt::Checked);
        press(pinned);
        QVERIFY(project().diagram->pinned.empty());
        while (m_bench->document().canUndo())
            m_bench->document().undo();
        QVERIFY(project() == m_model->project);
    }

    void keysOfSeveralComeFromOneGenerator() {
        selectBoth();
        auto* generator = field<app::GeneratorBox>("sharedGenerator");
        QCOMPARE(generator->choice().generator, model::Generator::None);
        choose(generator, {model::Generator::Snowflake, false});
        QCOMPARE(column(m_model->users, 0).generator, model::Generator::Snowflake);
        QCOMPARE(column(m_model->posts, 0).generator, model::Generator::Snowflake);
        // 64-bit integers cannot hold UUIDs: refused for all, said, and the box goes back.
        int refusals = 0;
        connect(m_bench.get(), &app::Workbench::errorShown, this, [&] { ++refusals; });
        choose(generator, {model::Generator::UuidV7, false});
        QCOMPARE(refusals, 1);
        QCOMPARE(column(m_model->users, 0).generator, model::Generator::Snowflake);
        QCOMPARE(generator->choice().generator, model::Generator::Snowflake);
        choose(generator, {model::Generator::AutoIncrement, true});
        QVERIFY(column(m_model->posts, 0).identityAlways);
    }

    void tagsAndPropertiesOfOneAndOfSeveral() {
        m_bench->selection().selectEntity(m_model->users);
        auto* grid = field<app::PropertyGrid>("entityProperties");
        QVERIFY(grid->isVisible());
        QCOMPARE(grid->rowCount(), 1); // the empty row for a new one
        grid->setFocus();
        grid->setCurrentCell(0, app::PropertyGrid::Name);
        // A name and Enter is a tag; a name, Tab and a value a property. Typing goes on in the next row.
        typeIntoCell("#pii");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(properties(m_model->users), "#pii");
        QTRY_VERIFY(isEditing(grid, 1));
        typeIntoCell("owner");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        typeIntoCell("payments");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(properties(m_model->users), "#pii owner=payments");
        QTRY_VERIFY(isEditing(grid, 2));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        m_view->setFocus();
        // Of several: what only one has differs, and what is typed goes to both in one step.
        selectBoth();
        grid = field<app::PropertyGrid>("sharedProperties");
        QTRY_COMPARE(grid->rowCount(), 3);
        QCOMPARE(grid->item(1, app::PropertyGrid::Name)->text(), "owner");
        QCOMPARE(grid->item(1, app::PropertyGrid::Value)->text(), "they differ");
        grid->setFocus();
        grid->setCurrentCell(1, app::PropertyGrid::Value);
        const std::size_t steps = m_bench->document().steps().size();
        typeIntoCell("core");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(properties(m_model->posts), "owner=core");
        QTRY_VERIFY(isEditing(grid, 2));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(properties(m_model->users), "#pii owner=core");
        QCOMPARE(m_bench->document().steps().size(), steps + 1);
        QTRY_COMPARE(grid->item(1, app::PropertyGrid::Value)->text(), "core");
        grid->setFocus();
        grid->setCurrentCell(0, app::PropertyGrid::Name);
        QTest::keyClick(grid, Qt::Key_Delete);
        QTRY_COMPARE(properties(m_model->users), "owner=core");
        // A name that cannot be is refused, said, and goes.
        int refusals = 0;
        connect(m_bench.get(), &app::Workbench::errorShown, this, [&] { ++refusals; });
        grid->setCurrentCell(1, app::PropertyGrid::Name);
        typeIntoCell("a=b");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(refusals, 1);
        QTRY_COMPARE(grid->rowCount(), 2);
        while (m_bench->document().canUndo())
            m_bench->document().undo();
        QVERIFY(project() == m_model->project);
    }

    void tagsOfColumnsAndFindingThem() {
        m_bench->selection().selectAttribute(m_model->posts, m_model->author);
        auto* grid = field<app::PropertyGrid>("columnsProperties");
        QTRY_VERIFY(grid->isVisible());
        grid->setFocus();
        grid->setCurrentCell(0, app::PropertyGrid::Name);
        typeIntoCell("mask");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        typeIntoCell("last 4");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(QString::fromStdString(model::propertiesText(column(m_model->posts, 1).properties)),
                     "mask=last 4");
        QTRY_VERIFY(isEditing(grid, 1));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        app::FindBar bar(*m_view);
        bar.open();
        const auto found = [&](const QString& text) {
            bar.field()->setText(text);
            return bar.matches().size();
        };
        QCOMPARE(found("#mask"), std::size_t(1));
        QCOMPARE(bar.matches().front().attribute, m_model->author);
        QVERIFY(!m_view->diagram().stateOf(m_view->diagram().find(m_model->posts)->card()).dimmed);
        QVERIFY(m_view->diagram().stateOf(m_view->diagram().find(m_model->users)->card()).dimmed);
        QCOMPARE(found("#mask=4"), std::size_t(1));
        QCOMPARE(found("#mask=5"), std::size_t(0));
        QCOMPARE(found("mask"), std::size_t(0)); // no name of an entity or column
        // What is found but not drawn here is said, and nothing else happens.
        QVERIFY(m_bench->apply(
            "hide", [&](const model::Project& now) { return model::takeOffDiagram(now, {}, {m_model->posts}); }));
        QStringList said;
        connect(m_bench.get(), &app::Workbench::messageShown, this, [&](const QString& text) { said << text; });
        bar.field()->setText("#mask");
        QTest::keyClick(bar.field(), Qt::Key_Return);
        QCOMPARE(said.size(), 1);
        QVERIFY(said.first().contains("posts"));
        bar.done();
    }

    void severalColumnsOfOneEntity() {
        m_bench->selection().selectEntity(m_model->posts);
        auto* grid = m_inspector->grid();
        auto* name = field<QLineEdit>("columnsType");
        grid->setFocus();
        // Two rows with Shift: both are bigint and not null.
        grid->setCurrentIndex(grid->model()->index(0, app::ColumnModel::Name));
        QTest::keyClick(grid, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(grid->chosen(), (std::vector{m_model->postsId, m_model->author}));
        QVERIFY(name->isVisible());
        QCOMPARE(name->text(), QString("bigint"));
        // The referring column alone becomes nullable; then they differ.
        grid->setCurrentIndex(grid->model()->index(1, app::ColumnModel::Name));
        auto* nullable = field<QCheckBox>("columnsNullable");
        QCOMPARE(nullable->checkState(), Qt::Unchecked);
        press(nullable);
        QVERIFY(column(m_model->posts, 1).nullable);
        QVERIFY(!column(m_model->posts, 0).nullable);
        grid->setFocus();
        grid->setCurrentIndex(grid->model()->index(0, app::ColumnModel::Name));
        QTest::keyClick(grid, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(nullable->checkState(), Qt::PartiallyChecked);
        // Types of two unreferenced columns in one step.
        for (int i = 0; i < 2; ++i)
            QVERIFY(m_view->commands().addColumn(m_model->users));
        m_bench->selection().selectEntity(m_model->users);
        grid->setCurrentIndex(grid->model()->index(2, app::ColumnModel::Name));
        grid->setFocus();
        QTest::keyClick(grid, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(grid->chosen().size(), std::size_t(2));
        const std::size_t steps = m_bench->document().steps().size();
        type(name, "uuid");
        QCOMPARE(m_bench->document().steps().size(), steps + 1);
        QCOMPARE(column(m_model->users, 2).type.kind, model::TypeKind::Uuid);
        QCOMPARE(column(m_model->users, 3).type.kind, model::TypeKind::Uuid);
        choose(field<app::GeneratorBox>("columnsGenerator"), {model::Generator::UuidV4, false});
        QCOMPARE(column(m_model->users, 3).generator, model::Generator::UuidV4);
        // And gone together.
        grid->setFocus();
        QTest::keyClick(grid, Qt::Key_Delete);
        QCOMPARE(project().entities.find(m_model->users)->attributes.size(), std::size_t(2));
        m_bench->document().undo();
        QCOMPARE(project().entities.find(m_model->users)->attributes.size(), std::size_t(4));
    }

private:
    const model::Project& project() { return *m_bench->project(); }
    const model::Attribute& column(model::EntityId id, std::size_t place) {
        return project().entities.find(id)->attributes[place];
    }
    template <class T> T* field(const char* name) { return m_inspector->findChild<T*>(QString::fromLatin1(name)); }
    QString properties(model::EntityId id) {
        return QString::fromStdString(model::propertiesText(project().entities.find(id)->properties));
    }
    /// The editor of a row is open; it opens when the one before has closed, a turn of the event loop later.
    static bool isEditing(app::PropertyGrid* grid, int row) {
        return grid->currentRow() == row && qobject_cast<QLineEdit*>(QApplication::focusWidget()) &&
               grid->isAncestorOf(QApplication::focusWidget());
    }
    /// Keys open the editor of the current cell, or go into the one that is open.
    void typeIntoCell(const QString& text) {
        for (const QChar letter : text)
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
    }
    void selectBoth() {
        m_view->setFocus();
        QTest::keyClick(m_view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_bench->selection().value().entities.size(), std::size_t(2));
    }
    void type(QLineEdit* field, const QString& text) {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    void press(QCheckBox* box) {
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
    }
    void choose(app::GeneratorBox* box, app::GeneratorChoice wanted) {
        app::GeneratorBox words;
        words.setChoice(wanted);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(box->view()->isVisible());
        box->view()->setCurrentIndex(box->model()->index(words.currentIndex(), 0));
        QTest::keyClick(box->view(), Qt::Key_Return);
    }

    std::unique_ptr<SmallModel> m_model;
    std::unique_ptr<app::Workbench> m_bench;
    std::unique_ptr<QWidget> m_window;
    CanvasView* m_view = nullptr;
    app::EntityInspector* m_inspector = nullptr;
};

QTEST_MAIN(SharedEditsTest)
#include "shared_edits_test.moc"
