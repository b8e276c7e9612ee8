// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every page can be used without a mouse and without eyes: each control has a name and is reached by Tab; the canvas
// tells of its entities; the themes for weak eyes keep their contrast; nothing is cut off when everything is larger.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>

#include "app/canvas/canvas_accessible.h"
#include "app/canvas/canvas_view.h"
#include "app/charts/chart_view.h"
#include "app/dialogs/connect_dialog.h"
#include "app/dialogs/update_dialog.h"
#include "app/shell/rail.h"
#include "app/stages/simulate/simulate_stage.h"
#include "model/exchange/import/samples.h"
#include "model/live/live.h"
#include "tests/app/window_fixture.h"

using namespace shardscape;

namespace {

QString describe(const QWidget& widget) {
    QString path = widget.objectName();
    for (const QWidget* parent = &widget; parent; parent = parent->parentWidget())
        path = QString::fromLatin1(parent->metaObject()->className()).section(QLatin1String("::"), -1) + '/' + path;
    return path.right(120);
}

/// What a person can operate, and not a part of something that they operate.
bool isControl(const QWidget& widget) {
    const bool kind = qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QLineEdit*>(&widget) ||
                      qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget) ||
                      qobject_cast<const QAbstractSlider*>(&widget) ||
                      qobject_cast<const QAbstractItemView*>(&widget) || qobject_cast<const QTabBar*>(&widget) ||
                      qobject_cast<const QPlainTextEdit*>(&widget) || qobject_cast<const app::CanvasView*>(&widget) ||
                      qobject_cast<const app::ChartView*>(&widget) ||
                      (widget.focusPolicy() & Qt::TabFocus && widget.inherits("shardscape::app::DayCurve"));
    if (!kind || !widget.isVisible() || !widget.isEnabled() || qobject_cast<const QScrollBar*>(&widget) ||
        widget.inherits("QHeaderView") || widget.inherits("QTableCornerButton"))
        return false;
    for (const QWidget* parent = widget.parentWidget(); parent; parent = parent->parentWidget())
        if (qobject_cast<const QComboBox*>(parent) || qobject_cast<const QAbstractSpinBox*>(parent) ||
            qobject_cast<const QLineEdit*>(parent) || qobject_cast<const QAbstractItemView*>(parent) ||
            qobject_cast<const QTabBar*>(parent) || qobject_cast<const QMenuBar*>(parent))
            return false;
    return true;
}

/// Of several that exclude each other, Tab goes to the chosen one and the arrow keys to the others.
bool isReachedByArrows(const QWidget& widget, const QSet<const QWidget*>& reached) {
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    if (!button || !button->isCheckable())
        return false;
    if (qobject_cast<const app::Rail*>(button->parentWidget()))
        return true;
    for (const QAbstractButton* other :
         button->parentWidget()->findChildren<QAbstractButton*>(Qt::FindDirectChildrenOnly))
        if (reached.contains(other) && other->group() == button->group() && button->group() &&
            button->group()->exclusive())
            return true;
    return false;
}

} // namespace

class AccessibilityTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath("settings.ini"), QSettings::IniFormat);
        m_bench = std::make_unique<app::Workbench>(tests::plainServices());
        app::applyTheme(*qApp, m_bench->theme());
        m_window = std::make_unique<app::MainWindow>(*m_bench, app::stageTable(), *m_settings);
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() {
        m_window.reset();
        m_bench.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void everyControlHasAName_data() { pages(); }
    void everyControlHasAName() {
        QFETCH(QString, stage);
        show(stage);
        QVERIFY(controlsOf(*m_window).size() > 10);
        const QStringList without = nameless(*m_window);
        QVERIFY2(without.isEmpty(), qPrintable('\n' + without.join('\n')));
    }

    void everyControlIsReachedByTab_data() { pages(); }
    void everyControlIsReachedByTab() {
        QFETCH(QString, stage);
        show(stage);
        const QStringList without = unreachable(*m_window);
        QVERIFY2(without.isEmpty(), qPrintable('\n' + without.join('\n')));
    }

    void dialogs_data() {
        QTest::addColumn<QString>("action");
        for (const char* id :
             {"gallery.insert", "gallery.keep", "bulk.rename", "file.connect", "edit.shortcuts", "update"})
            QTest::newRow(id) << id;
    }
    /// The same for what opens in front of the window.
    void dialogs() {
        QFETCH(QString, action);
        show("entities");
        if (action == "update") {
            auto newer = model::importPostgres({{"newer.sql", "CREATE TABLE tags (id bigint PRIMARY KEY);"}});
            QVERIFY(newer.has_value());
            (new app::UpdateDialog(*m_bench, std::move(*newer), "postgresql", "newer.sql", m_window.get()))->open();
        } else if (action == "file.connect") { // opened by the files' controller, which this window does not have
            (new app::ConnectDialog(*m_bench, *m_settings, &model::importLive, m_window.get()))->open();
        } else {
            m_bench->actions().at(action)->trigger();
        }
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->jobs().running().empty(), 120000);
        QDialog* dialog = nullptr;
        for (QDialog* each : m_window->findChildren<QDialog*>())
            dialog = each->isVisible() ? each : dialog;
        QVERIFY(dialog);
        dialog->activateWindow();
        QTRY_VERIFY(QApplication::focusWidget() && dialog->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(!dialog->windowTitle().isEmpty());
        QVERIFY(controlsOf(*dialog).size() > 2);
        QStringList without = nameless(*dialog);
        QVERIFY2(without.isEmpty(), qPrintable('\n' + without.join('\n')));
        without = unreachable(*dialog);
        QVERIFY2(without.isEmpty(), qPrintable('\n' + without.join('\n')));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
    }

    void theCanvasTellsOfItsEntities() {
        const tests::SmallModel model;
        m_bench->document().reset(model.project);
        m_window->showStage("entities");
        auto* canvas = m_window->findChild<app::CanvasView*>();
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(canvas);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 2);
        QAccessibleInterface* users = list->child(0);
        // Two attributes each, and one line between them.
        QCOMPARE(users->text(QAccessible::Name), "Entity users, 2 attributes, 1 relationship");
        QCOMPARE(users->text(QAccessible::Description), "Columns: id, name");
        QCOMPARE(users->role(), QAccessible::ListItem);
        QCOMPARE(users->parent(), list);
        QCOMPARE(list->child(0), users);
        QCOMPARE(list->indexOfChild(list->child(1)), 1);
        QVERIFY(users->state().selectable && !users->state().selected);
        QVERIFY(users->rect().isValid());
        const QPoint middle = users->rect().center();
        QCOMPARE(list->childAt(middle.x(), middle.y()), users);

        users->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_bench->selection().value().entity(), model.users);
        QVERIFY(users->state().selected);
        QTRY_COMPARE(list->focusChild(), users);

        QVERIFY(m_bench->apply("delete", [&](const model::Project& project) {
            return model::removeEntities(project, {model.users}, model::Removal::Cascade);
        }));
        QVERIFY(!users->isValid());
        QVERIFY(users->text(QAccessible::Name).isEmpty());
        QCOMPARE(list->childCount(), 1);
        QCOMPARE(list->child(0)->text(QAccessible::Name), "Entity posts, 2 attributes, 0 relationships");
    }

    void focusGoesOnWithTheLanguage() {
        show("entities");
        m_bench->language().setCode("zh_CN");
        QTRY_VERIFY(QApplication::focusWidget());
        auto* canvas = m_window->findChild<app::CanvasView*>();
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(canvas);
        QVERIFY2(list->child(0)->text(QAccessible::Name).startsWith(QStringLiteral("实体 ")),
                 qPrintable(list->child(0)->text(QAccessible::Name)));
    }

    void menusAreReachedByTheirLetter() {
        show("entities");
        for (const char* code : {"en", "zh_CN"}) {
            m_bench->language().setCode(code);
            QSet<QString> letters;
            for (const QAction* action : m_window->findChild<QMenuBar*>()->actions()) {
                if (!action->isVisible())
                    continue;
                const qsizetype at = action->text().indexOf('&');
                QVERIFY2(at >= 0, qPrintable(action->text()));
                const QString letter = action->text().mid(at + 1, 1).toLower();
                QVERIFY2(!letters.contains(letter), qPrintable(action->text()));
                letters.insert(letter);
            }
            QVERIFY(letters.size() >= 4);
        }
    }

    void contrastFollowsItsMenu() {
        m_bench->actions().at("theme.contrast")->trigger();
        const app::Theme& theme = m_bench->theme().theme();
        for (const app::Role ground : {app::Role::Window, app::Role::Surface, app::Role::Raised}) {
            QVERIFY(app::contrastRatio(theme.color(app::Role::Text), theme.color(ground)) >= 15);
            QVERIFY(app::contrastRatio(theme.color(app::Role::Muted), theme.color(ground)) >= 7); // WCAG 2.1 AAA
            QVERIFY(app::contrastRatio(theme.color(app::Role::Control), theme.color(ground)) >= 15);
        }
        QCOMPARE(qApp->palette().color(QPalette::WindowText), theme.color(app::Role::Text));
        QCOMPARE(m_settings->value("window/theme").toString(), "contrast");
    }

private:
    static std::vector<const QWidget*> controlsOf(const QWidget& top) {
        std::vector<const QWidget*> controls;
        for (const QWidget* widget : top.findChildren<QWidget*>())
            if (isControl(*widget))
                controls.push_back(widget);
        return controls;
    }
    static QStringList nameless(const QWidget& top) {
        QStringList found;
        for (const QWidget* widget : controlsOf(top)) {
            QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
                found << describe(*widget);
        }
        return found;
    }
    /// Round and round until nothing new comes: real Tab keys, sent to whatever has the focus.
    static QStringList unreachable(const QWidget& top) {
        QSet<const QWidget*> reached;
        for (int since = 0; since < 40;) {
            QWidget* focus = QApplication::focusWidget();
            if (!focus)
                return {"the focus got lost"};
            since = reached.contains(focus) ? since + 1 : 0;
            reached.insert(focus);
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        QStringList found;
        for (const QWidget* widget : controlsOf(top))
            if (!reached.contains(widget) && !reached.contains(widget->focusProxy()) &&
                !isReachedByArrows(*widget, reached))
                found << describe(*widget);
        return found;
    }
    void pages() {
        QTest::addColumn<QString>("stage");
        for (const app::StageEntry& entry : app::stageTable())
            QTest::newRow(qPrintable(entry.id)) << entry.id;
    }
    void show(const QString& stage) {
        const auto samples = model::listSamples(tests::sourceFolder().toStdString() + "/resources/samples");
        QVERIFY(samples.has_value());
        auto loaded = model::loadSample(samples->back());
        QVERIFY(loaded.has_value());
        m_bench->document().reset(std::move(loaded->project));
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->analysis().isCurrent(), 120000);
        m_window->showStage(stage);
        if (stage != "welcome") {
            m_bench->actions().at("panel.bottom")->setChecked(true);
            m_bench->actions().at("canvas.outline")->setChecked(true);
        }
        if (stage == "entities")
            m_bench->selection().selectEntity((*m_bench->project()->entities.begin()).id);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->jobs().running().empty(), 120000);
        m_window->activateWindow();
        QTRY_VERIFY(QApplication::focusWidget());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<app::Workbench> m_bench;
    std::unique_ptr<app::MainWindow> m_window;
};

QTEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
