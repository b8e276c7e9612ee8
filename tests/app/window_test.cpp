// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include "app/canvas/canvas_view.h"
#include "app/canvas/items.h"
#include "app/canvas/overlays.h"
#include "app/files/file_controller.h"
#include "app/panels/bottom_panel.h"
#include "app/panels/outline_panel.h"
#include "app/shell/command_palette.h"
#include "app/shell/message_bar.h"
#include "app/shell/status_line.h"
#include "app/stages/entities/column_grid.h"
#include "app/stages/entities/entities_stage.h"
#include "app/stages/entities/entity_inspector.h"
#include "model/edit/project_edits.h"
#include "tests/app/window_fixture.h"

using namespace shardscape;
using tests::SmallModel;

class WindowTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath("settings.ini"), QSettings::IniFormat);
        m_bench = std::make_unique<app::Workbench>(tests::plainServices());
        app::applyTheme(*qApp, m_bench->theme());
        m_window = std::make_unique<app::MainWindow>(*m_bench, app::stageTable(), *m_settings);
        m_session = std::make_unique<app::FileSession>(m_bench->document(), m_folder->filePath("untitled"));
        m_files = new app::FileController(*m_window, *m_session);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() {
        m_window.reset();
        m_session.reset();
        m_bench.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void startsOnTheWelcomePage() { QCOMPARE(m_window->currentStage(), QString("welcome")); }

    void everyActionHasANameAndShortcutsAreUnique() {
        QSet<QKeySequence> taken;
        for (const QAction* action : m_bench->actions().all()) {
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
            for (const QKeySequence& sequence : action->shortcuts()) {
                QVERIFY2(!taken.contains(sequence), qPrintable(action->objectName() + ' ' + sequence.toString()));
                taken.insert(sequence);
            }
        }
    }

    void iconButtonsAreNamed() {
        load();
        for (const QAbstractButton* button : m_window->findChildren<QAbstractButton*>()) {
            if (button->isVisible() && button->text().isEmpty())
                QVERIFY2(!button->accessibleName().isEmpty(), button->metaObject()->className());
        }
    }

    void editShowsFiguresAndHowTheyMoved() {
        load();
        auto* status = m_window->findChild<app::StatusLine*>();
        addLayout();
        setRows(1000);
        // 1,000 rows × 100 bytes, then 1,120: 12 % more.
        QTRY_VERIFY2(status->text().contains("100 kB"), qPrintable(status->text()));
        setRows(1120);
        QTRY_VERIFY2(status->text().contains("112 kB"), qPrintable(status->text()));
        QVERIFY2(status->text().contains("▲ 12 %"), qPrintable(status->text()));
    }

    void clickOnAFigureOpensItsWorking() {
        load();
        addLayout();
        setRows(1000);
        auto* status = m_window->findChild<app::StatusLine*>();
        QTRY_VERIFY(status->text().contains("100 kB"));
        for (QPushButton* button : status->findChildren<QPushButton*>())
            if (button->text().contains("100 kB"))
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(m_window->bottomPanel()->page(), int(app::BottomPanel::Working));
        QVERIFY(m_window->bottomPanel()->isVisible());
    }

    void panelsFoldAndRememberIt() {
        load();
        QAction* bottom = m_bench->actions().at("panel.bottom");
        // A screen as low as the one of this platform leaves the page the room it has.
        QVERIFY(QGuiApplication::primaryScreen()->availableSize().height() < 850);
        QVERIFY(!m_window->bottomPanel()->isVisible());
        const auto rememberedAs = [this](bool open) {
            app::Workbench other(tests::plainServices());
            const app::MainWindow again(other, app::stageTable(), *m_settings);
            return other.actions().at("panel.bottom")->isChecked() == open;
        };
        bottom->trigger();
        QVERIFY(m_window->bottomPanel()->isVisible());
        m_window->close();
        QVERIFY(rememberedAs(true));
        m_window->show();
        bottom->trigger();
        QVERIFY(!m_window->bottomPanel()->isVisible());
        m_window->close();
        QVERIFY(rememberedAs(false));
    }

    /// How the canvas shows things is the same in the next session, also after a change of language in between.
    void waysOfShowingAreRemembered() {
        load();
        m_window->showStage("entities");
        m_bench->actions().at("canvas.minimap")->trigger();
        m_bench->actions().at("canvas.frames")->trigger();
        m_bench->actions().at("notation.uml")->trigger();
        m_window->close();
        app::Workbench other(tests::plainServices());
        app::MainWindow again(other, app::stageTable(), *m_settings);
        again.showStage("entities");
        QVERIFY(!other.actions().at("canvas.minimap")->isChecked());
        QVERIFY(again.findChild<app::Minimap*>()->isHidden());
        QVERIFY(other.actions().at("canvas.frames")->isChecked());
        QVERIFY(other.actions().at("notation.uml")->isChecked());
        QVERIFY(!other.actions().at("notation.crowsfoot")->isChecked());
        QCOMPARE(again.findChild<app::CanvasView*>()->diagram().notation(), app::Notation::Uml);
    }

    void paletteFindsAndPerforms() {
        load();
        m_bench->actions().at("palette.commands")->trigger();
        auto* palette = m_window->findChild<app::CommandPalette*>();
        QVERIFY(palette);
        auto* field = palette->findChild<QLineEdit*>();
        // Keys go where the focus is; a test's keys skip that.
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, "dark");
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(m_bench->theme().theme().dark);
    }

    void fuzzyPrefersStartsOfWords() {
        QVERIFY(app::fuzzyScore("ae", "Add entity") > app::fuzzyScore("ae", "Save as"));
        QVERIFY(!app::fuzzyScore("xyz", "Add entity"));
        QVERIFY(app::fuzzyScore("", "Add entity"));
    }

    void bothRedoChordsWork() {
        load();
        setRows(5);
        canvas()->setFocus();
        m_bench->document().undo();
        QTest::keyClick(canvas(), Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(!m_bench->document().canRedo());
        QTest::keyClick(canvas(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_bench->document().canRedo());
        QTest::keyClick(canvas(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!m_bench->document().canRedo());
    }

    void gridEditsColumns() {
        load();
        m_bench->selection().selectEntity(m_model.users);
        auto* grid = m_window->findChild<app::ColumnGrid*>();
        QVERIFY(grid && grid->isVisible());
        QCOMPARE(grid->model()->rowCount(), 2);
        QVERIFY(grid->model()->setData(grid->model()->index(1, app::ColumnModel::Name), "handle", Qt::EditRole));
        QVERIFY(grid->model()->setData(grid->model()->index(1, app::ColumnModel::Type), "varchar(30)", Qt::EditRole));
        const model::Attribute* column = m_bench->project()->find({m_model.users, m_model.usersName});
        QCOMPARE(column->name, std::string("handle"));
        QCOMPARE(column->type.length, 30);
        QVERIFY(!grid->model()->setData(grid->model()->index(1, app::ColumnModel::Name), "id", Qt::EditRole));
        QVERIFY(!m_window->messageBar()->text().isEmpty());
        m_bench->document().undo();
        m_bench->document().undo();
        QVERIFY(*m_bench->project() == m_model.project);
    }

    void gridAddsARowOnEnter() {
        load();
        m_bench->selection().selectEntity(m_model.users);
        auto* grid = m_window->findChild<app::ColumnGrid*>();
        const QModelIndex cell = grid->model()->index(1, app::ColumnModel::Name);
        grid->setFocus();
        grid->setCurrentIndex(cell);
        grid->edit(cell);
        auto* editor = grid->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(grid->model()->rowCount(), 3);
    }

    void outlineFollowsAndLeads() {
        load();
        m_bench->actions().at("canvas.outline")->setChecked(true);
        auto* outline = m_window->findChild<app::OutlinePanel*>();
        QTreeView* tree = outline->tree();
        QCOMPARE(tree->model()->rowCount(), 2);
        m_bench->selection().selectEntity(m_model.users);
        QCOMPARE(tree->currentIndex().data().toString(), QString("users"));
        tree->setFocus();
        tree->setCurrentIndex(tree->model()->index(0, 0));
        QCOMPARE(m_bench->selection().value().entity(), m_model.posts);
        QTest::keyClick(tree, Qt::Key_Delete);
        QCOMPARE(m_bench->project()->entities.size(), std::size_t(1));
        QCOMPARE(tree->model()->rowCount(), 1);
    }

    void everyEditIsOnDiskBeforeItShows() {
        QVERIFY(m_session->startFrom(m_model.project, false));
        const QString path = m_folder->filePath("a.shardscape");
        QVERIFY(m_session->saveAs(path));
        setRows(7);
        setRows(8);
        // As after a crash: another process would find the steps in the journal. The lock goes with the session.
        m_window->setCloseGuard({});
        delete m_files;
        m_session.reset();
        app::Document fresh;
        app::FileSession again(fresh, m_folder->filePath("untitled"));
        const auto opened = again.open(path);
        QVERIFY2(opened.has_value(), opened ? "" : opened.error().text().c_str());
        QCOMPARE(again.recoveredSteps(), 2);
        QCOMPARE(fresh.project()->entities.find(m_model.users)->volume.rows->value, std::int64_t(8));
        fresh.undo();
        QCOMPARE(fresh.project()->entities.find(m_model.users)->volume.rows->value, std::int64_t(7));
    }

    void savedFileOpensTheSame() {
        QVERIFY(m_session->startFrom(m_model.project, true));
        QVERIFY(!m_bench->document().isClean());
        const QString path = m_folder->filePath("b.shardscape");
        QVERIFY(m_session->saveAs(path));
        QVERIFY(m_bench->document().isClean());
        QVERIFY(m_window->windowTitle().startsWith("b.shardscape"));
        setRows(9);
        QVERIFY(m_window->isWindowModified());
        QVERIFY(m_session->save());
        QVERIFY(!m_window->isWindowModified());
        QVERIFY(m_session->startEmpty());
        QVERIFY(m_session->open(path));
        QCOMPARE(m_bench->project()->entities.find(m_model.users)->volume.rows->value, std::int64_t(9));
    }

    void brokenFileIsAMessage() {
        QFile file(m_folder->filePath("broken.shardscape"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a project");
        file.close();
        m_files->openPaths({file.fileName()});
        QVERIFY(m_window->messageBar()->text().contains("broken.shardscape"));
    }

    void adviceGoesWhenItWasFollowed() {
        load();
        m_bench->showMessage(
            QStringLiteral("Two engines would be better than one."),
            {QStringLiteral("Choose"), [] {}, [this] { return m_bench->project()->layouts.size() > 0; }});
        setRows(3);
        QVERIFY(!m_window->messageBar()->text().isEmpty());
        addLayout();
        QCOMPARE(m_window->messageBar()->text(), QString());
    }

    void closingAsksBeforeChangesAreLost() {
        load();
        setRows(3);
        m_window->close();
        QVERIFY(m_window->isVisible());
        auto* box = m_window->findChild<QDialog*>("unsavedBox");
        QVERIFY(box);
        for (QAbstractButton* button : box->findChildren<QAbstractButton*>())
            if (button->text().contains("Discard"))
                QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(!m_window->isVisible());
    }

    void sampleOpensFromTheWelcomePage() {
        auto* card = m_window->findChild<QPushButton*>("sample.social-feed");
        QVERIFY(card);
        QTest::mouseClick(card, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->project()->entities.size(), std::size_t(5), 120000);
        QCOMPARE(m_window->currentStage(), QString("entities"));
        QVERIFY(canvas()->diagram().relationshipCount() >= 8);
    }

    void aWorkloadAloneIsForTheOpenProject() {
        const QString folder = tests::sourceFolder() + "/resources/samples/flash-sale/";
        m_files->openPaths({folder + "workload.sql"});
        QTRY_VERIFY(m_window->messageBar()->text().contains("schema")); // there is nothing that it could be about
        m_files->openPaths({folder + "schema.sql"});
        QTRY_VERIFY_WITH_TIMEOUT(!m_bench->project()->entities.empty(), 120000);
        QVERIFY(m_bench->project()->patterns.empty());
        m_files->openPaths({folder + "workload.sql"});
        QTRY_VERIFY_WITH_TIMEOUT(!m_bench->project()->patterns.empty(), 120000);
        QCOMPARE(m_window->currentStage(), QString("access"));
        m_bench->document().undo(); // one step
        QVERIFY(m_bench->project()->patterns.empty());
        QVERIFY(!m_bench->project()->entities.empty());
        QVERIFY(!m_bench->document().canUndo());
    }

    void sqlIsImportedWithItsWorkload() {
        const QString folder = tests::sourceFolder() + "/resources/samples/flash-sale/";
        m_files->openPaths({folder + "schema.sql", folder + "workload.sql"});
        QTRY_VERIFY_WITH_TIMEOUT(!m_bench->project()->patterns.empty(), 120000);
        QVERIFY(!m_bench->document().isClean());
    }

    void schemasOfOtherFormatsAreImported() {
        const auto write = [this](const QString& name, const QByteArray& text) {
            QFile file(m_folder->filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
        };
        m_files->openPaths({write("shop.dbml", "Table users { id int [pk] }\nTable orders { id int [pk]\n"
                                               " user_id int [ref: > users.id] }")});
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->project()->relationships.size(), std::size_t(1), 120000);
        m_bench->document().markClean();
        m_files->openPaths(
            {write("app.prisma", "model A { id Int @id }\nmodel B { id Int @id }\nmodel C { id Int @id }")});
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->project()->entities.size(), std::size_t(3), 120000);
        m_bench->document().markClean();
        m_files->openPaths({write("broken.dbml", "Tabel users { id int }")});
        QTRY_VERIFY_WITH_TIMEOUT(m_window->messageBar()->text().contains("is no element of DBML"), 120000);
        QCOMPARE(m_bench->project()->entities.size(), std::size_t(3)); // what was open stays open
    }

private:
    void load() {
        QVERIFY(m_session->startFrom(m_model.project, false));
        m_window->showStage("entities");
    }
    void addLayout() {
        model::Layout layout;
        layout.engine = "postgresql";
        QVERIFY(
            m_bench->apply("Add engine", [layout](const model::Project& p) { return model::addLayout(p, layout); }));
    }
    void setRows(std::int64_t rows) {
        model::Volume volume;
        volume.rows = model::Rows{rows};
        QVERIFY(m_bench->apply(
            "Rows", [this, volume](const model::Project& p) { return model::setVolume(p, m_model.users, volume); }));
    }
    app::CanvasView* canvas() const { return m_window->findChild<app::CanvasView*>(); }

    SmallModel m_model;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<app::Workbench> m_bench;
    std::unique_ptr<app::MainWindow> m_window;
    std::unique_ptr<app::FileSession> m_session;
    app::FileController* m_files = nullptr;
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
