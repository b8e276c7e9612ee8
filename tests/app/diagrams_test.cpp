// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several diagrams over one model, with notes, pins, groups and junctions, by real mouse and keys.
#include <QAccessible>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/canvas/canvas_view.h"
#include "app/canvas/diagram_tabs.h"
#include "app/canvas/in_place_editor.h"
#include "app/canvas/items.h"
#include "app/canvas/notes.h"
#include "app/canvas/overlays.h"
#include "app/report/diagram_drawing.h"
#include "model/edit/boundary_edits.h"
#include "model/storage/database.h"
#include "model/storage/text_form.h"
#include "tests/app/window_fixture.h"

using namespace shardscape;
using app::CanvasView;
using tests::SmallModel;

class DiagramsTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_model = std::make_unique<SmallModel>();
        m_bench = std::make_unique<app::Workbench>(tests::plainServices());
        m_window = std::make_unique<QWidget>();
        auto* column = new QVBoxLayout(m_window.get());
        m_view = new CanvasView(*m_bench, m_window.get());
        m_tabs = new app::DiagramTabs(*m_view, m_window.get());
        column->addWidget(m_view);
        column->addWidget(m_tabs);
        m_window->resize(1000, 760);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_bench->document().reset(m_model->project);
        m_view->fit(QRectF(-100, -100, 900, 500));
        m_view->setFocus();
    }
    void cleanup() {
        m_window.reset();
        m_bench.reset();
    }

    void aNewDiagramShowsWhatWasSelected() {
        click(header(m_model->users));
        QTest::mouseClick(m_tabs->addButton(), Qt::LeftButton);
        QCOMPARE(m_tabs->bar()->count(), 2);
        QCOMPARE(m_tabs->bar()->currentIndex(), 1);
        QCOMPARE(scene().entityCount(), std::size_t(1));
        QVERIFY(scene().find(m_model->users));
        QCOMPARE(scene().relationshipCount(), std::size_t(0)); // its other end is not on it
        // Its own place: the first diagram keeps the other.
        m_view->fit(scene().contents());
        drag(header(m_model->users), header(m_model->users) + QPoint(80, 64));
        QVERIFY(scene().drawing().positions.contains(m_model->users));
        QCOMPARE(project().diagram->positions.at(m_model->users), (model::Point{0, 0}));
        // Back to the first one by its tab.
        QTest::mouseClick(m_tabs->bar(), Qt::LeftButton, {}, m_tabs->bar()->tabRect(0).center());
        QCOMPARE(scene().entityCount(), std::size_t(2));
        QCOMPARE(scene().find(m_model->users)->pos(), QPointF(0, 0));
        // Undo shows what it undoes: the drag on the second one, then that one itself.
        m_bench->document().undo();
        QCOMPARE(m_tabs->bar()->currentIndex(), 1);
        m_bench->document().undo();
        QCOMPARE(m_tabs->bar()->count(), 1);
        QCOMPARE(scene().shown(), model::DiagramId{});
        QVERIFY(project() == m_model->project);
    }

    void tabsRenameDuplicateAndDelete() {
        QTest::mouseDClick(m_tabs->bar(), Qt::LeftButton, {}, m_tabs->bar()->tabRect(0).center());
        QVERIFY(m_tabs->editor());
        QTest::keyClick(m_tabs->editor(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(m_tabs->editor(), "All & sundry");
        QTest::keyClick(m_tabs->editor(), Qt::Key_Return);
        QCOMPARE(project().diagram->name, std::string("All & sundry"));
        QCOMPARE(m_tabs->bar()->tabText(0), QString("All && sundry"));
        action("diagram.duplicate");
        QCOMPARE(m_tabs->bar()->tabText(1), QString("All && sundry 2"));
        QCOMPARE(scene().entityCount(), std::size_t(2));
        // A copy shows what the model gets later, as the first one does.
        QVERIFY(m_view->hasFocus() || m_tabs->bar()->hasFocus());
        m_tabs->bar()->setFocus();
        QTest::keyClick(m_tabs->bar(), Qt::Key_Delete);
        QCOMPARE(m_tabs->bar()->count(), 1);
        QTest::keyClick(m_tabs->bar(), Qt::Key_Delete); // the last one stays, and it says so
        QCOMPARE(m_tabs->bar()->count(), 1);
        // Esc keeps the name.
        m_tabs->rename(0);
        QTest::keyClicks(m_tabs->editor(), "x");
        QTest::keyClick(m_tabs->editor(), Qt::Key_Escape);
        QCOMPARE(project().diagram->name, std::string("All & sundry"));
    }

    void theButtonForANewOneIsBesideTheTabs() {
        const auto gap = [&] {
            const QTabBar* bar = m_tabs->bar();
            return m_tabs->addButton()->x() - (bar->x() + bar->tabRect(bar->count() - 1).right());
        };
        QTRY_VERIFY2(gap() >= 0 && gap() <= 12, qPrintable(QString::number(gap())));
        action("diagram.new");
        QTRY_VERIFY2(gap() >= 0 && gap() <= 12, qPrintable(QString::number(gap())));
    }

    /// Notes and collapsed groups have their place in the overview, in the order of Tab, and for screen readers.
    void notesAndGroupsAreThings() {
        const model::BoundaryId group = boundaryOfPosts();
        app::Minimap map(*m_view);
        const auto colourAt = [&](const app::Thing& thing) {
            const QRectF all = scene().contents().adjusted(-60, -60, 60, 60);
            const double scale = std::min((map.width() - 12) / all.width(), (map.height() - 12) / all.height());
            const QPointF at = (app::rectOf(scene(), thing).center() - all.center()) * scale +
                               QPointF(map.width() / 2.0, map.height() / 2.0);
            return map.grab().toImage().pixelColor(at.toPoint());
        };
        m_view->commands().addNote({0, 400});
        const model::NoteId note = scene().drawing().notes.front().id;
        m_bench->apply("words", [&](const model::Project& project) {
            model::Note changed = *project.diagram->find(note);
            changed.text = "kept\nfor ever";
            return model::changeNote(project, {}, changed);
        });
        m_view->commands().setNoteColor(3);
        const app::Theme& theme = m_bench->theme().theme();
        QCOMPARE(colourAt(note).name(), app::noteColors(theme, 3).first.name());
        m_view->commands().setCollapsed(group, true);
        QVERIFY(colourAt(group).name() != theme.color(app::Role::Surface).name());

        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(m_view);
        QCOMPARE(list->childCount(), 3); // users, the group instead of posts, the note
        QCOMPARE(list->child(0)->text(QAccessible::Name), "Entity users, 2 attributes, 1 relationship");
        QAccessibleInterface* card = list->child(1);
        QVERIFY(card->text(QAccessible::Name).startsWith("Collapsed group content, 1 entit"));
        QCOMPARE(card->text(QAccessible::Description), "Entities: posts");
        QVERIFY(card->state().collapsed && card->state().expandable);
        QAccessibleInterface* sheet = list->child(2);
        QCOMPARE(sheet->text(QAccessible::Name), "Note: kept for ever");
        for (QAccessibleInterface* child : {card, sheet}) {
            const QPoint middle = child->rect().center();
            QCOMPARE(list->childAt(middle.x(), middle.y()), child);
            child->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
            QVERIFY(child->state().selected);
            QTRY_COMPARE(list->focusChild(), child);
        }
        QCOMPARE(m_bench->selection().value().notes, std::vector{note});
        // From one that is chosen, Tab goes on to the others, from left to right, and leaves behind the last one.
        m_view->setFocus();
        const std::vector<app::Thing> order = app::thingsInReadingOrder(scene());
        QCOMPARE(order.size(), std::size_t(3));
        m_bench->selection().set(app::selectionOf(order[0]));
        for (const int next : {1, 2}) {
            QTest::keyClick(m_view, Qt::Key_Tab);
            QVERIFY(app::chosenThing(m_bench->selection().value()) == order[std::size_t(next)]);
            QVERIFY(m_view->hasFocus());
        }
        QTest::keyClick(m_view, Qt::Key_Backtab);
        QVERIFY(app::chosenThing(m_bench->selection().value()) == order[1]);
        QTest::keyClick(m_view, Qt::Key_Tab);
        QTest::keyClick(m_view, Qt::Key_Tab);
        QTRY_VERIFY(!m_view->hasFocus());
        // Toggling the group opens it.
        card->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY(scene().find(m_model->posts));
        QVERIFY(!card->isValid());
        QCOMPARE(list->childCount(), 3);
    }

    void entitiesLeaveADiagramAndComeBack() {
        click(header(m_model->posts));
        QTest::keyClick(m_view, Qt::Key_H);
        QVERIFY(!scene().find(m_model->posts));
        QVERIFY(project().entities.contains(m_model->posts));
        QCOMPARE(scene().relationshipCount(), std::size_t(0));
        m_bench->selection().selectEntity(m_model->posts); // as the outline does
        action("diagram.put");
        QVERIFY(scene().find(m_model->posts));
        QCOMPARE(scene().relationshipCount(), std::size_t(1));
        // What is drawn on a diagram of some is on it, and on the one of everything.
        m_bench->selection().clear();
        action("diagram.new");
        QCOMPARE(scene().entityCount(), std::size_t(0));
        m_view->setFocus();
        QTest::keyClick(m_view, Qt::Key_N);
        QVERIFY(m_view->editor());
        QTest::keyClick(m_view->editor(), Qt::Key_Return);
        QCOMPARE(scene().entityCount(), std::size_t(1));
        scene().show({});
        QCOMPARE(scene().entityCount(), std::size_t(3));
    }

    void notesAreWrittenMovedSizedAndDeleted() {
        QTest::keyClick(m_view, Qt::Key_T);
        auto* editor = m_view->viewport()->findChild<app::NoteEditor*>();
        QVERIFY(editor);
        QTest::keyClicks(editor, "Posts are kept");
        QTest::keyClick(editor, Qt::Key_Return);
        QTest::keyClicks(editor, "for ever");
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(project().diagram->notes.size(), std::size_t(1));
        const model::Note made = project().diagram->notes.front();
        QCOMPARE(made.text, std::string("Posts are kept\nfor ever"));
        const auto at = [&](QPointF inside) { return m_view->mapFromScene(scene().find(made.id)->pos() + inside); };
        drag(at({20, 20}), at({20, 20}) + QPoint(64, 40));
        QVERIFY(scene().drawing().find(made.id)->corner.x > made.corner.x);
        const QPointF corner(made.width - 4, made.height - 4);
        drag(at(corner), at(corner) + QPoint(60, 30));
        QVERIFY(scene().drawing().find(made.id)->width > made.width);
        QVERIFY(scene().drawing().find(made.id)->height > made.height);
        m_view->commands().setNoteColor(3);
        QCOMPARE(scene().drawing().find(made.id)->color, 3);
        // It is saved in both forms.
        QVERIFY(*model::loadProject(model::dumpProject(project()), "x") == project());
        QVERIFY(*model::fromDatabase(*model::toDatabase(project()), "x") == project());
        QTest::keyClick(m_view, Qt::Key_Delete);
        QVERIFY(project().diagram->notes.empty());
        while (m_bench->document().canUndo())
            m_bench->document().undo();
        QVERIFY(project() == m_model->project);
    }

    void pinnedCardsStay() {
        click(header(m_model->users));
        QTest::keyClick(m_view, Qt::Key_P);
        QVERIFY(scene().stateOf(scene().find(m_model->users)->card()).pinned);
        QStringList said;
        connect(m_bench.get(), &app::Workbench::messageShown, this, [&](const QString& text) { said << text; });
        click(header(m_model->users)); // a click is no pull
        QCOMPARE(said, QStringList());
        drag(header(m_model->users), header(m_model->users) + QPoint(90, 90));
        QCOMPARE(scene().find(m_model->users)->pos(), QPointF(0, 0));
        QCOMPARE(said.size(), 1); // why it stays
        QVERIFY(said.first().contains("users"));
        QTest::keyClick(m_view, Qt::Key_Right);
        QCOMPARE(said.size(), 2);
        QCOMPARE(scene().find(m_model->users)->pos(), QPointF(0, 0));
        // Selected with another, the other moves alone.
        QTest::keyClick(m_view, Qt::Key_A, Qt::ControlModifier);
        drag(header(m_model->posts), header(m_model->posts) + QPoint(0, 90));
        QCOMPARE(scene().find(m_model->users)->pos(), QPointF(0, 0));
        QVERIFY(scene().find(m_model->posts)->pos().y() > 0);
        for (const char* id : {"layout.force", "layout.groups", "layout.layered"}) {
            action(id);
            QCOMPARE(scene().find(m_model->users)->pos(), QPointF(0, 0));
            QVERIFY(!scene().find(m_model->users)->cardRect().intersects(scene().find(m_model->posts)->cardRect()));
        }
        QTest::keyClick(m_view, Qt::Key_Escape);
        click(header(m_model->users));
        QTest::keyClick(m_view, Qt::Key_P);
        drag(header(m_model->users), header(m_model->users) + QPoint(90, 90));
        QVERIFY(scene().find(m_model->users)->pos() != QPointF(0, 0));
    }

    void groupsCollapseLockAndMove() {
        const model::BoundaryId group = boundaryOfPosts();
        QAction* frames = m_bench->actions().at("canvas.frames");
        frames->setChecked(true);
        const auto title = [&] {
            return m_view->mapFromScene(scene().find(m_model->posts)->cardRect().topLeft() + QPointF(20, -30));
        };
        QCOMPARE(int(scene().hit(m_view->mapToScene(title()), 2).kind), int(app::Hit::Kind::Frame));
        // The frame is dragged with all that is in it.
        const QPointF before = scene().find(m_model->posts)->pos();
        drag(title(), title() + QPoint(0, 64));
        QVERIFY(scene().find(m_model->posts)->pos().y() > before.y());
        // Collapsed: one card, to which the line goes.
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, title());
        QVERIFY(!scene().find(m_model->posts));
        const app::GroupItem* card = scene().find(group);
        QVERIFY(card);
        QCOMPARE(scene().relationshipCount(), std::size_t(1));
        const model::Point end = scene().find(m_model->authorship)->points().front();
        QCOMPARE(end.y, card->rect().center().y());
        QVERIFY(end.x == card->rect().left() || end.x == card->rect().right() + app::GroupItem::kSheets);
        const auto middle = [&] { return m_view->mapFromScene(scene().find(group)->rect().center()); };
        drag(middle(), middle() + QPoint(0, 80));
        QVERIFY(scene().drawing().collapsed.at(group).y > end.y - app::GroupItem::kHeight / 2);
        // Locked: it stays.
        m_view->commands().setLocked(group, true);
        const model::Point place = scene().drawing().collapsed.at(group);
        drag(middle(), middle() + QPoint(0, 80));
        QCOMPARE(scene().drawing().collapsed.at(group), place);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, middle());
        QVERIFY(scene().find(m_model->posts));
        const QPointF held = scene().find(m_model->posts)->pos();
        QStringList said;
        connect(m_bench.get(), &app::Workbench::messageShown, this, [&](const QString& text) { said << text; });
        drag(header(m_model->posts), header(m_model->posts) + QPoint(0, 80));
        QCOMPARE(scene().find(m_model->posts)->pos(), held);
        QVERIFY(said.size() == 1 && said.first().contains("content"));
        drag(title(), title() + QPoint(0, 64)); // nor by its frame
        QCOMPARE(scene().find(m_model->posts)->pos(), held);
        QCOMPARE(said.size(), 2);
        QVERIFY(*model::fromDatabase(*model::toDatabase(project()), "x") == project());
        frames->setChecked(false);
    }

    /// The palette's way, without a mouse.
    void groupsAndDiagramsByCommands() {
        const model::BoundaryId group = boundaryOfPosts();
        m_bench->selection().selectEntity(m_model->posts);
        action("group.collapse");
        QVERIFY(scene().find(group));
        QCOMPARE(m_bench->selection().value().group, group);
        action("group.lock");
        QVERIFY(scene().drawing().isLocked(group));
        action("group.collapse");
        QVERIFY(scene().find(m_model->posts));
        action("group.lock");
        QVERIFY(!scene().drawing().isLocked(group));
        // Nothing to act on: it says so.
        int said = 0;
        connect(m_bench.get(), &app::Workbench::messageShown, this, [&] { ++said; });
        m_bench->selection().selectEntity(m_model->users);
        action("group.lock");
        QCOMPARE(said, 1);
        action("diagram.new");
        QCOMPARE(m_tabs->bar()->currentIndex(), 1);
        m_view->setFocus();
        QTest::keyClick(m_view, Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(m_tabs->bar()->currentIndex(), 0);
        QTest::keyClick(m_view, Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(m_tabs->bar()->currentIndex(), 1);
        action("diagram.rename");
        QVERIFY(m_tabs->editor());
        QTest::keyClick(m_tabs->editor(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(m_tabs->editor(), "People");
        QTest::keyClick(m_tabs->editor(), Qt::Key_Return);
        QCOMPARE(project().moreDiagrams.begin()->name, std::string("People"));
        action("diagram.delete");
        QCOMPARE(m_tabs->bar()->count(), 1);
    }

    void ctrlDragMakesAJunction() {
        const std::size_t steps = m_bench->document().steps().size();
        drag(row(m_model->posts, 0), header(m_model->users), Qt::ControlModifier);
        QCOMPARE(m_bench->document().steps().size(), steps + 1);
        QCOMPARE(project().entities.size(), std::size_t(3));
        const model::Entity* junction = project().findEntity("posts_users");
        QVERIFY(junction);
        // Its primary key is both foreign keys.
        QCOMPARE(junction->primaryKey()->attributes.size(), std::size_t(2));
        std::size_t leaving = 0;
        for (const model::Relationship& line : project().relationships)
            leaving += line.child == junction->id;
        QCOMPARE(leaving, std::size_t(2));
        QVERIFY(scene().find(junction->id));
        m_bench->document().undo();
        QVERIFY(project() == m_model->project);
        // The same for two that are selected.
        QTest::keyClick(m_view, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(m_view, Qt::Key_M);
        QCOMPARE(project().entities.size(), std::size_t(3));
    }

    /// What the canvas shows is what is written: the diagram that is asked for, with frames and notes.
    void drawingsAreOfTheDiagramAskedFor() {
        boundaryOfPosts();
        click(header(m_model->users));
        action("diagram.new");
        m_view->commands().addNote({300, 0});
        const auto extent = [&](app::DrawingOptions options) {
            app::DiagramDrawing drawing(m_bench->project(), nullptr, m_bench->analysis().catalogue(), options);
            drawing.makeReady();
            return std::pair(drawing.entityCount(), drawing.size());
        };
        const auto first = extent({});
        const auto second = extent({scene().shown(), false, {}});
        QCOMPARE(first.first, 2);
        QCOMPARE(second.first, 1);
        // Margins of 24 around what is there: the note reaches to 300 + 200.
        QCOMPARE(second.second.width(), 24 + 500 - scene().contents().left() + 24);
        QVERIFY(extent({{}, true, {}}).second.height() > first.second.height());
    }

private:
    const model::Project& project() { return *m_bench->project(); }
    app::DiagramScene& scene() { return m_view->diagram(); }
    model::BoundaryId boundaryOfPosts() {
        const model::BoundaryId id{project().nextId};
        m_bench->apply("boundary", [&](const model::Project& before) {
            return model::addBoundary(before, "content").and_then([&](const model::Project& made) {
                return model::assignBoundary(made, {m_model->posts}, id);
            });
        });
        return id;
    }
    QPoint header(model::EntityId id) { return m_view->mapFromScene(scene().find(id)->pos() + QPointF(30, 20)); }
    QPoint row(model::EntityId id, int index) {
        const app::EntityItem* item = scene().find(id);
        return m_view->mapFromScene(item->pos() + app::CardGeometry::row(item->card(), index).center());
    }
    void moveTo(QPoint position, Qt::KeyboardModifiers modifiers) {
        QMouseEvent event(QEvent::MouseMove, position, m_view->viewport()->mapToGlobal(position), Qt::NoButton,
                          Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(m_view->viewport(), &event);
    }
    void action(const char* id) { m_bench->actions().at(QString::fromLatin1(id))->trigger(); }
    void click(QPoint position) { QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, position); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        moveTo((from + to) / 2, modifiers);
        moveTo(to, modifiers);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, modifiers, to);
    }

    std::unique_ptr<SmallModel> m_model;
    std::unique_ptr<app::Workbench> m_bench;
    std::unique_ptr<QWidget> m_window;
    CanvasView* m_view = nullptr;
    app::DiagramTabs* m_tabs = nullptr;
};

QTEST_MAIN(DiagramsTest)
#include "diagrams_test.moc"
