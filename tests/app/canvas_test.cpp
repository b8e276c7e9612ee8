// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvas_view.h"

#include <random>

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include "app/canvas/in_place_editor.h"
#include "app/canvas/items.h"
#include "app/canvas/overlays.h"
#include "model/edit/boundary_edits.h"
#include "tests/app/window_fixture.h"

using namespace shardscape;
using app::CanvasView;
using tests::SmallModel;

class CanvasTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_model = std::make_unique<SmallModel>();
        m_bench = std::make_unique<app::Workbench>(tests::plainServices());
        m_view = std::make_unique<CanvasView>(*m_bench);
        m_view->resize(1000, 700);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_bench->document().reset(m_model->project);
        m_view->fit(QRectF(-100, -100, 900, 500));
        m_view->setFocus();
    }
    void cleanup() {
        m_view.reset();
        m_bench.reset();
    }

    void oneItemAnEntityAndRelationship() {
        QCOMPARE(m_view->diagram().entityCount(), std::size_t(2));
        QCOMPARE(m_view->diagram().relationshipCount(), std::size_t(1));
        QVERIFY(!m_view->diagram().find(m_model->authorship)->points().empty());
    }

    void lineJoinsTheColumnsItMeans() {
        const auto& points = m_view->diagram().find(m_model->authorship)->points();
        const auto y = [&](model::EntityId entity, model::AttributeId attribute) {
            const app::EntityItem* item = m_view->diagram().find(entity);
            return item->pos().y() + app::CardGeometry::anchor(item->card(), attribute);
        };
        QCOMPARE(points.front().y, y(m_model->posts, m_model->author));
        QCOMPARE(points.back().y, y(m_model->users, m_model->usersId));
    }

    void dragMovesByOneStepAndSnaps() {
        drag(header(m_model->users), header(m_model->users) + QPoint(37, 83));
        const model::Point place = project().diagram->positions.at(m_model->users);
        QCOMPARE(std::fmod(place.x, 8.0), 0.0);
        QCOMPARE(std::fmod(place.y, 8.0), 0.0);
        QVERIFY(std::abs(place.y - 83 / m_view->zoom()) <= 8);
        QCOMPARE(m_bench->document().steps().size(), std::size_t(1));
        m_bench->document().undo();
        QVERIFY(project() == m_model->project);
        QCOMPARE(m_view->diagram().find(m_model->users)->pos(), QPointF(0, 0));
    }

    void altPlacesFreely() {
        drag(header(m_model->users), header(m_model->users) + QPoint(37, 83), Qt::AltModifier);
        const model::Point place = project().diagram->positions.at(m_model->users);
        QCOMPARE(place.x, 37 / m_view->zoom());
    }

    void escapeGivesUpTheDrag() {
        const QPoint start = header(m_model->users);
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, start);
        moveTo(start + QPoint(90, 90));
        QVERIFY(m_view->diagram().find(m_model->users)->pos() != QPointF(0, 0));
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QCOMPARE(m_view->diagram().find(m_model->users)->pos(), QPointF(0, 0));
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, start + QPoint(90, 90));
        QVERIFY(!m_bench->document().canUndo());
    }

    void dragMovesAllThatIsSelected() {
        QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_bench->selection().value().entities.size(), std::size_t(2));
        drag(header(m_model->users), header(m_model->users) + QPoint(0, 100));
        const auto& places = project().diagram->positions;
        QCOMPARE(places.at(m_model->posts).y, places.at(m_model->users).y);
        QVERIFY(places.at(m_model->users).y > 50);
        QCOMPARE(m_bench->document().steps().size(), std::size_t(1));
    }

    void arrowKeysMoveAndMerge() {
        click(header(m_model->users));
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(project().diagram->positions.at(m_model->users).x, 40.0);
        QCOMPARE(m_bench->document().steps().size(), std::size_t(1));
    }

    void selectedCardsAlign() {
        action("align.top");
        QVERIFY(!m_bench->document().canUndo()); // nothing is selected: it says so and does nothing
        drag(header(m_model->posts), header(m_model->posts) + QPoint(0, 120));
        QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
        action("align.top");
        const auto& places = project().diagram->positions;
        QCOMPARE(places.at(m_model->posts).y, 0.0); // that of users, the uppermost
        QCOMPARE(places.at(m_model->users).y, 0.0);
        QCOMPARE(m_bench->document().steps().size(), std::size_t(2));
    }

    void layoutsAreOneStepEach() {
        for (const char* id : {"layout.force", "layout.groups", "layout.layered"}) {
            const std::size_t before = m_bench->document().steps().size();
            action(id);
            QVERIFY(m_bench->document().steps().size() <= before + 1);
            const QRectF users = m_view->diagram().find(m_model->users)->cardRect();
            QVERIFY2(!users.intersects(m_view->diagram().find(m_model->posts)->cardRect()), id);
        }
        QVERIFY(m_bench->actions().at("canvas.frames")->isChecked());
    }

    /// A third entity that nothing refers to is dimmed while users is in focus; posts, which refers to it, is not.
    void focusDimsTheRest() {
        model::Entity tags;
        tags.name = "tags";
        QVERIFY(m_bench->apply("tags", [&](const model::Project& before) {
            return model::addEntity(before, tags, model::Point{0, 400});
        }));
        const model::EntityId tagsId = project().findEntity("tags")->id;
        const auto dimmed = [&](model::EntityId id) {
            return m_view->diagram().stateOf(m_view->diagram().find(id)->card()).dimmed;
        };
        QTest::keyClick(m_view.get(), Qt::Key_Period);
        QVERIFY(m_bench->actions().at("canvas.focus")->isChecked());
        QVERIFY(!dimmed(tagsId)); // nothing is selected
        click(header(m_model->users));
        QVERIFY(dimmed(tagsId));
        QVERIFY(!dimmed(m_model->posts) && !dimmed(m_model->users));
        QVERIFY(!m_view->diagram().isDimmed(m_view->diagram().find(m_model->authorship)->relationship()));
        m_bench->selection().selectEntity(tagsId);
        QVERIFY(dimmed(m_model->users));
        QVERIFY(m_view->diagram().isDimmed(m_view->diagram().find(m_model->authorship)->relationship()));
        QTest::keyClick(m_view.get(), Qt::Key_Period);
        QVERIFY(!dimmed(m_model->users));
    }

    /// Each draws something that the others do not.
    void notationsDiffer() {
        std::vector<QImage> pictures;
        for (const char* id : {"notation.crowsfoot", "notation.uml", "notation.idef1x"}) {
            m_bench->actions().at(id)->setChecked(true);
            pictures.push_back(m_view->grab().toImage());
        }
        QVERIFY(pictures[0] != pictures[1] && pictures[1] != pictures[2] && pictures[0] != pictures[2]);
        m_bench->actions().at("notation.crowsfoot")->setChecked(true);
        QVERIFY(m_view->grab().toImage() == pictures[0]);
    }

    /// What was copied comes back with everything in it, and as SQL for others.
    void copiedEntitiesArePasted() {
        QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
        const QString sql = QGuiApplication::clipboard()->text();
        QVERIFY2(sql.contains("CREATE TABLE users") && sql.contains("CREATE TABLE posts"), qPrintable(sql));
        QTest::keyClick(m_view.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(project().entities.size(), std::size_t(4));
        QCOMPARE(project().relationships.size(), std::size_t(2));
        QCOMPARE(m_bench->selection().value().entities.size(), std::size_t(2));
        const model::Entity* copy = project().findEntity("posts_2");
        QVERIFY(copy);
        QCOMPARE(copy->volume, project().findEntity("posts")->volume); // SQL would not say it
        QVERIFY(m_view->diagram().find(copy->id)->cardRect().isValid());
        m_bench->document().undo();
        QVERIFY(project() == m_model->project);
    }

    void pastedSqlIsImported() {
        QGuiApplication::clipboard()->setText("CREATE TABLE tags (id bigint PRIMARY KEY, label text);"
                                              "CREATE TABLE post_tags (tag bigint REFERENCES tags (id));");
        QTest::keyClick(m_view.get(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(project().entities.size(), std::size_t(4));
        QCOMPARE(project().relationships.size(), std::size_t(2));
        const model::Entity* tags = project().findEntity("tags");
        QVERIFY(tags);
        for (const model::EntityId other : {m_model->users, m_model->posts})
            QVERIFY(
                !m_view->diagram().find(tags->id)->cardRect().intersects(m_view->diagram().find(other)->cardRect()));
        QCOMPARE(m_bench->document().steps().size(), std::size_t(1));

        QSignalSpy errors(m_bench.get(), &app::Workbench::errorShown);
        QGuiApplication::clipboard()->setText("nothing that any format knows");
        QTest::keyClick(m_view.get(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(errors.count(), 1);
        QCOMPARE(project().entities.size(), std::size_t(4));
    }

    void rubberBandSelects() {
        drag(at(-60, -60), at(300, 300));
        QCOMPARE(m_bench->selection().value().entities, std::vector{m_model->users});
        drag(at(380, -60), at(700, 300), Qt::ShiftModifier);
        QCOMPARE(m_bench->selection().value().entities.size(), std::size_t(2));
        click(at(-80, -80));
        QVERIFY(m_bench->selection().value().isEmpty());
    }

    void ctrlClickTogglesMembership() {
        click(header(m_model->users));
        click(header(m_model->posts), Qt::ControlModifier);
        QCOMPARE(m_bench->selection().value().entities.size(), std::size_t(2));
        click(header(m_model->users), Qt::ControlModifier);
        QCOMPARE(m_bench->selection().value().entities, std::vector{m_model->posts});
    }

    void keyNDrawsAnEntityAndAsksItsName() {
        QTest::keyClick(m_view.get(), Qt::Key_N);
        QVERIFY(m_view->editor());
        QTest::keyClicks(m_view->editor(), "orders");
        QTest::keyClick(m_view->editor(), Qt::Key_Return);
        QVERIFY(project().findEntity("orders"));
        QVERIFY(!m_view->editor());
        QVERIFY(m_view->hasFocus());
    }

    void doubleClickOnTheGroundDrawsThere() {
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(100, 300));
        QCOMPARE(project().entities.size(), std::size_t(3));
        QVERIFY(m_view->editor());
        const app::EntityItem* made = m_view->diagram().find(m_bench->selection().value().entity());
        QVERIFY((made->pos() - QPointF(100, 300)).manhattanLength() < 16);
    }

    void fitFollowsTheSizeUntilSomebodyZooms() {
        // Small first, as views are before the window lays them out.
        m_view->resize(60, 40);
        m_view->fitAll();
        m_view->resize(1000, 700);
        const QRectF all = m_view->diagram().contents();
        QTRY_COMPARE(m_view->zoom(), 1.0);
        QVERIFY(QRectF(m_view->mapToScene(0, 0), m_view->mapToScene(999, 699)).contains(all));
        m_view->zoomBy(0.5);
        m_view->resize(900, 600);
        QCOMPARE(m_view->zoom(), 0.5);
    }

    void lettersGoIntoTheFieldNotToTheCanvas() {
        QTest::keyClick(m_view.get(), Qt::Key_N);
        const std::size_t before = project().entities.size();
        QTest::keyClicks(m_view->editor(), "nnn");
        QTest::keyClick(m_view->editor(), Qt::Key_Backspace);
        QCOMPARE(project().entities.size(), before);
        QCOMPARE(m_view->editor()->text(), QString("nn"));
    }

    void f2RenamesAndRefusalKeepsTheField() {
        click(header(m_model->users));
        QTest::keyClick(m_view.get(), Qt::Key_F2);
        QVERIFY(m_view->editor());
        m_view->editor()->setText("posts");
        QSignalSpy errors(m_bench.get(), &app::Workbench::errorShown);
        QTest::keyClick(m_view->editor(), Qt::Key_Return);
        QCOMPARE(errors.count(), 1);
        QVERIFY(m_view->editor());
        QCOMPARE(m_view->editor()->text(), QString("posts"));
        QTest::keyClick(m_view->editor(), Qt::Key_Escape);
        QCOMPARE(project().entities.find(m_model->users)->name, std::string("users"));
    }

    void tabWalksNameTypeAndIntoANewColumn() {
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, row(m_model->users, 1));
        QVERIFY(m_view->editor());
        m_view->editor()->setText("handle");
        QTest::keyClick(m_view->editor(), Qt::Key_Tab);
        QVERIFY(m_view->editor() && m_view->editor()->editsType());
        m_view->editor()->setText("varchar(30)");
        QTest::keyClick(m_view->editor(), Qt::Key_Tab);
        const model::Entity* users = project().entities.find(m_model->users);
        QCOMPARE(users->attributes[1].name, std::string("handle"));
        QCOMPARE(users->attributes[1].type.kind, model::TypeKind::String);
        QCOMPARE(users->attributes[1].type.length, 30);
        QCOMPARE(users->attributes.size(), std::size_t(3));
        QVERIFY(m_view->editor());
    }

    void deleteRemovesAndUndoBringsBack() {
        click(header(m_model->posts));
        QTest::keyClick(m_view.get(), Qt::Key_Delete);
        QCOMPARE(project().entities.size(), std::size_t(1));
        QCOMPARE(m_view->diagram().relationshipCount(), std::size_t(0));
        m_bench->document().undo();
        QVERIFY(project() == m_model->project);
        QCOMPARE(m_view->diagram().relationshipCount(), std::size_t(1));
        click(header(m_model->posts));
        QTest::keyClick(m_view.get(), Qt::Key_Backspace);
        QCOMPARE(project().entities.size(), std::size_t(1));
    }

    void deleteAsksBeforePatternsGo() {
        m_bench->document().reset([&] {
            model::Project project = m_model->project;
            model::AccessPattern pattern;
            pattern.id = project.newId<model::PatternId>();
            pattern.name = "GetUser";
            pattern.entity = m_model->users;
            project.patterns.set(pattern);
            return project;
        }());
        QSignalSpy asked(m_bench.get(), &app::Workbench::messageShown);
        click(header(m_model->users));
        QTest::keyClick(m_view.get(), Qt::Key_Delete);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(project().entities.size(), std::size_t(2));
        asked[0][1].value<app::MessageAction>().perform();
        QCOMPARE(project().entities.size(), std::size_t(1));
        QVERIFY(project().patterns.empty());
    }

    void draggingFromKeyToCardConnects() {
        drag(row(m_model->posts, 0), header(m_model->users));
        QCOMPARE(project().relationships.size(), std::size_t(2));
        const model::Relationship& made = *std::next(project().relationships.begin());
        QCOMPARE(made.child, m_model->users);
        QCOMPARE(made.parent, m_model->posts);
        m_bench->document().undo();
        QVERIFY(project() == m_model->project);
    }

    void draggingFromColumnToColumnConnects() {
        drag(row(m_model->users, 1), row(m_model->posts, 0));
        QCOMPARE(project().relationships.size(), std::size_t(2));
        const model::Relationship& made = *std::next(project().relationships.begin());
        QCOMPARE(made.child, m_model->users);
        QCOMPARE(made.childAttributes, std::vector{m_model->usersName});
        QCOMPARE(made.parentAttributes, std::vector{m_model->postsId});
    }

    void duplicateMakesASelectedCopyBeside() {
        click(header(m_model->users));
        QTest::keyClick(m_view.get(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(project().entities.size(), std::size_t(3));
        const model::EntityId copy = m_bench->selection().value().entity();
        QVERIFY(copy && copy != m_model->users);
        QVERIFY(
            !m_view->diagram().find(copy)->cardRect().intersects(m_view->diagram().find(m_model->users)->cardRect()));
    }

    void lineIsSelectedAndBent() {
        // A vertical piece is somewhere between the cards when they are at different heights.
        drag(header(m_model->posts), header(m_model->posts) + QPoint(0, 150));
        const auto& points = m_view->diagram().find(m_model->authorship)->points();
        QVERIFY(points.size() >= 4);
        const QPoint middle = at((points[1].x + points[2].x) / 2, (points[1].y + points[2].y) / 2);
        click(middle);
        QCOMPARE(m_bench->selection().value().relationship(), m_model->authorship);
        drag(middle, middle + QPoint(24, 0));
        QCOMPARE(project().diagram->bends.count(m_model->authorship), std::size_t(1));
        const std::vector<model::Point> bends = project().diagram->bends.at(m_model->authorship);
        QCOMPARE(bends.size(), std::size_t(2));
        QCOMPARE(bends[0].x, bends[1].x);
        m_bench->actions().at("arrange.straighten")->trigger();
        QVERIFY(project().diagram->bends.empty());
    }

    void wheelZoomsAtThePointer() {
        const QPoint pointer(300, 200);
        const QPointF before = m_view->mapToScene(pointer);
        wheel(pointer, 120, Qt::ControlModifier);
        QVERIFY(m_view->zoom() > 1);
        const QPointF after = m_view->mapToScene(pointer);
        QVERIFY((after - before).manhattanLength() < 3);
        QTest::keyClick(m_view.get(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(m_view->zoom(), 1.0);
    }

    void spaceAndMiddleDragPan() {
        const QPointF before = m_view->mapToScene(0, 0);
        QTest::keyPress(m_view.get(), Qt::Key_Space);
        drag(at(-80, 250), at(-80, 250) + QPoint(50, 30));
        QTest::keyRelease(m_view.get(), Qt::Key_Space);
        const QPointF after = m_view->mapToScene(0, 0);
        QVERIFY(std::abs((before - after).x() - 50 / m_view->zoom()) < 2);
        QTest::mousePress(m_view->viewport(), Qt::MiddleButton, {}, QPoint(200, 200));
        moveTo(QPoint(150, 170));
        QTest::mouseRelease(m_view->viewport(), Qt::MiddleButton, {}, QPoint(150, 170));
        QVERIFY(std::abs((m_view->mapToScene(0, 0) - before).x()) < 2);
    }

    void arrangeSeparatesOverlappingCards() {
        std::map<model::EntityId, model::Point> places{{m_model->users, {0, 0}}, {m_model->posts, {20, 20}}};
        QVERIFY(m_view->commands().move("Move", {places, {}, {}}));
        m_bench->actions().at("arrange.all")->trigger();
        QVERIFY(!m_view->diagram()
                     .find(m_model->users)
                     ->cardRect()
                     .intersects(m_view->diagram().find(m_model->posts)->cardRect()));
        m_bench->document().undo();
        QCOMPARE(project().diagram->positions.at(m_model->posts).x, 20.0);
    }

    void ctrlDragMakesAJunction() {
        drag(row(m_model->posts, 0), header(m_model->users), Qt::ControlModifier);
        QCOMPARE(m_bench->document().steps().size(), std::size_t(1));
        QCOMPARE(project().entities.size(), std::size_t(3));
        const model::Entity* junction = project().findEntity("posts_users");
        QVERIFY(junction && m_view->diagram().find(junction->id));
        // Its primary key is both foreign keys.
        QCOMPARE(junction->primaryKey()->attributes.size(), std::size_t(2));
        QCOMPARE(project().relationships.size(), std::size_t(3));
        m_bench->document().undo();
        QVERIFY(project() == m_model->project);
        // The same for two that are selected, and nothing for one.
        click(header(m_model->users));
        QTest::keyClick(m_view.get(), Qt::Key_M);
        QVERIFY(!m_bench->document().canUndo());
        QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(m_view.get(), Qt::Key_M);
        QVERIFY(project().findEntity("users_posts"));
    }

    void framesAreDraggedWithWhatIsInThem() {
        const model::BoundaryId boundary{project().nextId};
        QVERIFY(m_bench->apply("Own", [&](const model::Project& before) {
            return model::addBoundary(before, "content").and_then([&](const model::Project& made) {
                return model::assignBoundary(made, {m_model->posts}, boundary);
            });
        }));
        m_bench->actions().at("canvas.frames")->setChecked(true);
        const QRectF card = m_view->diagram().find(m_model->posts)->cardRect();
        const QPoint title = m_view->mapFromScene(card.topLeft() + QPointF(20, -30));
        QCOMPARE(m_view->diagram().hit(m_view->mapToScene(title), 2).group, boundary);
        drag(title, title + QPoint(0, 80));
        QVERIFY(project().diagram->positions.at(m_model->posts).y > card.top());
        QCOMPARE(project().diagram->positions.at(m_model->users), (model::Point{0, 0}));
        m_view->commands().setGroupColor(boundary, 5);
        QCOMPARE(m_view->diagram().find(m_model->posts)->card().boundaryColor, 5);
        m_bench->actions().at("canvas.frames")->setChecked(false);
    }

    void findHighlightsAndJumps() {
        app::FindBar find(*m_view, m_view.get());
        find.open();
        QTest::keyClicks(find.field(), "auth");
        QCOMPARE(find.matches().size(), std::size_t(1));
        QVERIFY(m_view->diagram().stateOf(m_view->diagram().find(m_model->users)->card()).dimmed);
        QTest::keyClick(find.field(), Qt::Key_Return);
        QCOMPARE(m_bench->selection().value().attribute, m_model->author);
        QTest::keyClick(find.field(), Qt::Key_Escape);
        QVERIFY(!m_view->diagram().stateOf(m_view->diagram().find(m_model->users)->card()).dimmed);
    }

    void onlyWhatChangedIsMadeAgain() {
        const app::EntityItem* users = m_view->diagram().find(m_model->users);
        QVERIFY(m_bench->apply(
            "Rename", [&](const model::Project& p) { return model::renameEntity(p, m_model->posts, "notes"); }));
        QCOMPARE(m_view->diagram().find(m_model->users), users);
        QCOMPARE(m_view->diagram().find(m_model->posts)->card().name, QString("notes"));
    }

    /// Random gestures with real mouse and keys; undoing all of them gives the project they started from, redoing the
    /// one they ended with, and what is drawn agrees with the project throughout.
    void gesturesUndoToTheSameProject() {
        std::mt19937 random(17);
        const auto pick = [&](int most) { return int(random() % unsigned(most)); };
        for (int i = 0; i < 150; ++i) {
            std::vector<model::EntityId> ids;
            for (const model::Entity& entity : project().entities)
                ids.push_back(entity.id);
            const model::EntityId some = ids.empty() ? model::EntityId{} : ids[std::size_t(pick(int(ids.size())))];
            switch (some ? pick(8) : 0) {
            case 0:
                QTest::keyClick(m_view.get(), Qt::Key_N);
                if (m_view->editor())
                    QTest::keyClick(m_view->editor(), pick(2) ? Qt::Key_Return : Qt::Key_Escape);
                break;
            case 1: drag(header(some), QPoint(50 + pick(900), 50 + pick(600))); break;
            case 2:
                click(header(some));
                QTest::keyClick(m_view.get(), pick(3) ? Qt::Key_Up : Qt::Key_Delete);
                break;
            case 3: drag(row(some, 0), header(ids[std::size_t(pick(int(ids.size())))])); break;
            case 4:
                click(header(some));
                if (ids.size() < 12)
                    QTest::keyClick(m_view.get(), Qt::Key_D, Qt::ControlModifier);
                break;
            case 5: m_bench->document().undo(); break;
            case 6: m_bench->actions().at("arrange.all")->trigger(); break;
            case 7:
                click(header(some));
                QTest::keyClick(m_view.get(), Qt::Key_Insert);
                if (m_view->editor())
                    QTest::keyClick(m_view->editor(), Qt::Key_Return);
                break;
            }
            QCOMPARE(m_view->diagram().entityCount(), project().entities.size());
            QCOMPARE(m_view->diagram().relationshipCount(), project().relationships.size());
            const std::vector<std::string> broken = model::validate(project());
            QVERIFY2(broken.empty(), broken.empty() ? "" : broken.front().c_str());
        }
        const model::Project end = project();
        const std::size_t position = m_bench->document().position();
        m_bench->document().jump(0);
        QVERIFY(project() == m_model->project);
        m_bench->document().jump(position);
        QVERIFY(project() == end);
        for (const auto& [id, place] : project().diagram->positions)
            QCOMPARE(m_view->diagram().find(id)->pos(), QPointF(place.x, place.y));
    }

private:
    const model::Project& project() const { return *m_bench->project(); }
    QPoint at(double x, double y) const { return m_view->mapFromScene(QPointF(x, y)); }
    QPoint header(model::EntityId id) const {
        const app::EntityItem* item = m_view->diagram().find(id);
        return m_view->mapFromScene(item->pos() + QPointF(30, 20));
    }
    QPoint row(model::EntityId id, int index) const {
        const app::EntityItem* item = m_view->diagram().find(id);
        return m_view->mapFromScene(item->pos() + app::CardGeometry::row(item->card(), index).center() -
                                    QPointF(40, 0));
    }
    void moveTo(QPoint position, Qt::MouseButtons buttons = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {}) {
        QMouseEvent event(QEvent::MouseMove, position, m_view->viewport()->mapToGlobal(position), Qt::NoButton, buttons,
                          modifiers);
        QCoreApplication::sendEvent(m_view->viewport(), &event);
    }
    void action(const char* id) { m_bench->actions().at(QString::fromLatin1(id))->trigger(); }
    void click(QPoint position, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, modifiers, position);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, modifiers, from);
        moveTo((from + to) / 2, Qt::LeftButton, modifiers);
        moveTo(to, Qt::LeftButton, modifiers);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, modifiers, to);
    }
    void wheel(QPoint position, int delta, Qt::KeyboardModifiers modifiers) {
        QWheelEvent event(position, m_view->viewport()->mapToGlobal(position), {}, {0, delta}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_view->viewport(), &event);
    }

    std::unique_ptr<SmallModel> m_model;
    std::unique_ptr<app::Workbench> m_bench;
    std::unique_ptr<CanvasView> m_view;
};

QTEST_MAIN(CanvasTest)
#include "canvas_test.moc"
