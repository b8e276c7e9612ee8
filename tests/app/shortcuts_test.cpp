// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys are chosen as a person chooses them: with the keyboard, in the editor, and then pressed.
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include "app/canvas/canvas_view.h"
#include "app/shell/shortcut_editor.h"
#include "tests/app/window_fixture.h"

using namespace shardscape;

class ShortcutsTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath("settings.ini"), QSettings::IniFormat);
        start();
    }
    void cleanup() {
        stop();
        m_settings.reset();
        m_folder.reset();
    }

    void everyActionIsListed() {
        app::ShortcutEditor* editor = open();
        auto* list = editor->findChild<QTreeView*>();
        QSet<QString> names;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            names.insert(list->model()->index(row, 0).data().toString());
        // Also those of pages that were not shown yet.
        for (const char* name : {"Undo", "Add entity", "Add pattern", "Run", "Theme: Dark", "Language: English"})
            QVERIFY2(names.contains(name), name);
        QCOMPARE(list->model()->rowCount(), int(m_bench->actions().all().size()));
    }

    void searchFindsNamesAndKeys() {
        app::ShortcutEditor* editor = open();
        auto* list = editor->findChild<QTreeView*>();
        QTest::keyClicks(search(editor), "outline");
        QCOMPARE(list->model()->rowCount(), 1);
        QCOMPARE(list->currentIndex().siblingAtColumn(0).data().toString(), "Outline");
        search(editor)->clear();
        QTest::keyClicks(search(editor), "ctrl+shift+p");
        QCOMPARE(list->currentIndex().siblingAtColumn(0).data().toString(), "Commands");
    }

    void recordedKeysWork() {
        QAction* arrange = m_bench->actions().at("arrange.all");
        app::ShortcutEditor* editor = open();
        choose(editor, "arrange");
        auto* field = chord(editor);
        QTest::keyClick(field, Qt::Key_G, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(field->chord(), QKeySequence("Ctrl+Alt+G"));
        QVERIFY(verdict(editor).contains("free"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(arrange->shortcuts(), QList<QKeySequence>{QKeySequence("Ctrl+Alt+G")});
        QVERIFY(arrange->toolTip().contains("Ctrl+Alt+G"));
        close(editor);
        const QSignalSpy triggered(arrange, &QAction::triggered);
        press(Qt::Key_G, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(triggered.size(), 1);
        press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier); // what it had before
        QCOMPARE(triggered.size(), 1);
    }

    void takenKeysAreNamedAndTakenOnlyOnDemand() {
        QAction* save = m_bench->actions().at("save.save");
        QAction* arrange = m_bench->actions().at("arrange.all");
        app::ShortcutEditor* editor = open();
        choose(editor, "arrange");
        QTest::keyClick(chord(editor), Qt::Key_S, Qt::ControlModifier);
        QVERIFY2(verdict(editor).contains("“Save”"), qPrintable(verdict(editor)));
        QVERIFY(save->shortcuts().contains(QKeySequence("Ctrl+S"))); // nothing happened yet
        QTest::mouseClick(editor->findChild<QPushButton*>("shortcutUse"), Qt::LeftButton);
        QVERIFY(!save->shortcuts().contains(QKeySequence("Ctrl+S")));
        QCOMPARE(arrange->shortcuts(), QList<QKeySequence>{QKeySequence("Ctrl+S")});
        close(editor);
        const QSignalSpy triggered(arrange, &QAction::triggered);
        press(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(triggered.size(), 1);
    }

    /// Two pages may use the same keys: only one of them has the focus.
    void pagesDoNotConflict() {
        app::ShortcutEditor* editor = open();
        app::Actions& actions = m_bench->actions();
        QCOMPARE(actions.at("select.duplicate")->shortcut(), actions.at("pattern.duplicate")->shortcut());
        QCOMPARE(actions.holder(QKeySequence("Ctrl+D"), actions.at("pattern.duplicate")), nullptr);
        // Within a page, and between a page and the window, they do.
        QCOMPARE(actions.holder(QKeySequence("Del"), actions.at("select.rename")), actions.at("select.delete"));
        QCOMPARE(actions.holder(QKeySequence("Ctrl+Z"), actions.at("pattern.add")), actions.at("history.undo"));
        close(editor);
    }

    void severalChordsAndReset() {
        QAction* redo = m_bench->actions().at("history.redo");
        const QList<QKeySequence> both{QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")};
        QCOMPARE(redo->shortcuts(), both);
        app::ShortcutEditor* editor = open();
        choose(editor, "redo");
        QTest::keyClick(chord(editor), Qt::Key_F8);
        QTest::mouseClick(editor->findChild<QPushButton*>("shortcutAdd"), Qt::LeftButton);
        QCOMPARE(redo->shortcuts(), both + QList<QKeySequence>{QKeySequence("F8")});
        QTest::mouseClick(editor->findChild<QPushButton*>("shortcutClear"), Qt::LeftButton);
        QVERIFY(redo->shortcuts().isEmpty());
        QTest::mouseClick(editor->findChild<QPushButton*>("shortcutReset"), Qt::LeftButton);
        QCOMPARE(redo->shortcuts(), both);

        choose(editor, "arrange");
        QTest::keyClick(chord(editor), Qt::Key_F9);
        QTest::keyClick(chord(editor), Qt::Key_Return);
        QTest::mouseClick(editor->findChild<QPushButton*>("shortcutResetAll"), Qt::LeftButton);
        QCOMPARE(m_bench->actions().at("arrange.all")->shortcut(), QKeySequence("Ctrl+Shift+L"));
        QVERIFY(m_bench->actions().chosenShortcuts().isEmpty());
        QVERIFY(m_settings->allKeys().filter("shortcuts/").isEmpty());
    }

    void theyAreThereAgain() {
        app::ShortcutEditor* editor = open();
        choose(editor, "add pattern"); // of a page that is made when it is first shown
        QTest::keyClick(chord(editor), Qt::Key_F9);
        QTest::keyClick(chord(editor), Qt::Key_Return);
        choose(editor, "arrange");
        QTest::mouseClick(editor->findChild<QPushButton*>("shortcutClear"), Qt::LeftButton);
        stop();
        start();
        QVERIFY(m_bench->actions().at("arrange.all")->shortcuts().isEmpty());
        m_window->showStage("access");
        QCOMPARE(m_bench->actions().at("pattern.add")->shortcut(), QKeySequence("F9"));
    }

    void fieldLetsGo() {
        app::ShortcutEditor* editor = open();
        choose(editor, "arrange");
        auto* field = chord(editor);
        QTest::keyClick(field, Qt::Key_Shift); // a modifier alone is no chord
        QVERIFY(field->chord().isEmpty());
        QTest::keyClick(field, Qt::Key_F1); // has a meaning elsewhere; not here
        QCOMPARE(field->chord(), QKeySequence("F1"));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(field->chord().isEmpty());
        QTest::keyClick(field, Qt::Key_Tab);
        QVERIFY(!field->hasFocus());
    }

private:
    void start() {
        m_bench = std::make_unique<app::Workbench>(tests::plainServices());
        app::applyTheme(*qApp, m_bench->theme());
        m_window = std::make_unique<app::MainWindow>(*m_bench, app::stageTable(), *m_settings);
        m_bench->document().reset(tests::SmallModel().project);
        m_window->resize(1280, 800);
        m_window->show();
        m_window->showStage("entities");
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void stop() {
        m_window.reset();
        m_bench.reset();
    }
    app::ShortcutEditor* open() {
        m_bench->actions().at("edit.shortcuts")->trigger();
        return m_window->findChild<app::ShortcutEditor*>();
    }
    void close(app::ShortcutEditor* editor) {
        QTest::keyClick(editor, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<app::ShortcutEditor*>());
    }
    QLineEdit* search(app::ShortcutEditor* editor) { return editor->findChild<QLineEdit*>("shortcutSearch"); }
    app::ChordField* chord(app::ShortcutEditor* editor) {
        auto* field = editor->findChild<app::ChordField*>();
        field->setFocus();
        return field;
    }
    QString verdict(app::ShortcutEditor* editor) { return editor->findChild<QLabel*>("shortcutVerdict")->text(); }
    void choose(app::ShortcutEditor* editor, const char* name) {
        search(editor)->clear();
        QTest::keyClicks(search(editor), name);
        auto* list = editor->findChild<QTreeView*>();
        list->setCurrentIndex(list->model()->index(0, 0));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
        m_window->activateWindow();
        QTRY_VERIFY(m_window->isActiveWindow());
        auto* canvas = m_window->findChild<app::CanvasView*>();
        canvas->setFocus();
        QTest::keyClick(canvas, key, modifiers);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<app::Workbench> m_bench;
    std::unique_ptr<app::MainWindow> m_window;
};

QTEST_MAIN(ShortcutsTest)
#include "shortcuts_test.moc"
