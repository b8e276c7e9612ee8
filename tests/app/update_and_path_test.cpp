// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A schema read again into a project that was worked on, the path between two entities, and long work in the status
// line: by keys and clicks.
#include <future>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include "app/canvas/canvas_view.h"
#include "app/canvas/items.h"
#include "app/canvas/path_bar.h"
#include "app/dialogs/update_dialog.h"
#include "model/exchange/import/import_formats.h"
#include "tests/app/window_fixture.h"
#include "tests/support/large_schema.h"

using namespace shardscape;
using namespace shardscape::app;

namespace {

model::Imported read(const char* sql) {
    auto imported = model::importSchema({{"newer.sql", sql}}, "postgresql");
    return imported ? std::move(*imported) : model::Imported{};
}

} // namespace

class UpdateAndPathTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath("settings.ini"), QSettings::IniFormat);
        m_bench = std::make_unique<Workbench>(tests::plainServices());
        m_window = std::make_unique<MainWindow>(*m_bench, stageTable(), *m_settings);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->showStage("entities");
    }
    void cleanup() {
        m_window.reset();
        m_bench.reset();
    }

    void anUpdateIsListedAndThenOneStep() {
        const tests::SmallModel model;
        m_bench->document().reset(model.project);
        // As drawn, with a longer name and a table more, and without the column "author" and its line.
        UpdateDialog* dialog =
            opened(read("CREATE TABLE users (id bigint PRIMARY KEY, name bigint NOT NULL, mail text);"
                        "CREATE TABLE posts (id bigint PRIMARY KEY);"
                        "CREATE TABLE tags (id bigint PRIMARY KEY);"));
        auto* apply = dialog->findChild<QPushButton*>("updateApply");
        QTRY_VERIFY(apply->isEnabled());
        const QStringList lines = changes(*dialog);
        const auto has = [&](QChar sign, const char* word) {
            return std::any_of(lines.begin(), lines.end(), [&](const QString& line) {
                return line.startsWith(sign) && line.contains(QLatin1String(word));
            });
        };
        QVERIFY2(has('+', "tags") && has('+', "mail") && has(QChar(0x2212), "author"), qPrintable(lines.join('\n')));
        QVERIFY(*m_bench->project() == model.project); // nothing happened yet
        QTest::keyClick(dialog->findChild<QListWidget*>("updateChanges"), Qt::Key_Return);
        QTRY_VERIFY(m_bench->document().steps().size() == 1);
        const model::Project& after = *m_bench->project();
        QCOMPARE(after.entities.size(), std::size_t(3));
        QCOMPARE(after.diagram->positions.at(model.posts).x, 400.0);
        QVERIFY(after.entities.find(model.users)->findByName("mail"));
        m_bench->document().undo();
        QVERIFY(*m_bench->project() == model.project);
    }

    void whatIsMissingCanStay() {
        const tests::SmallModel model;
        m_bench->document().reset(model.project);
        UpdateDialog* dialog = opened(read("CREATE TABLE tags (id bigint PRIMARY KEY);"));
        auto* apply = dialog->findChild<QPushButton*>("updateApply");
        QTRY_VERIFY(apply->isEnabled());
        QTest::keyClick(dialog->findChild<QCheckBox*>("updateRemovals"), Qt::Key_Space);
        QTRY_COMPARE(changes(*dialog).size(), 1);
        QTRY_VERIFY(apply->isEnabled());
        QTest::mouseClick(apply, Qt::LeftButton);
        QCOMPARE(m_bench->project()->entities.size(), std::size_t(3));
        QCOMPARE(m_bench->project()->relationships.size(), std::size_t(1));
    }

    void theSameSchemaIsNoUpdate() {
        m_bench->document().reset(read("CREATE TABLE users (id bigint PRIMARY KEY);").project);
        UpdateDialog* dialog = opened(read("CREATE TABLE users (id bigint PRIMARY KEY);"));
        QTRY_VERIFY(m_bench->jobs().running().empty());
        QVERIFY(changes(*dialog).isEmpty());
        QVERIFY(!dialog->findChild<QPushButton*>("updateApply")->isEnabled());
        dialog->reject();
        QVERIFY(!m_bench->document().canUndo());
    }

    /// a ← b ← c → d, and e alone: from a to d it is a, b, c, d: three relationships.
    void theShortestChainIsShown() {
        m_bench->document().reset(read("CREATE TABLE a (id bigint PRIMARY KEY);"
                                       "CREATE TABLE b (id bigint PRIMARY KEY, a_id bigint REFERENCES a (id));"
                                       "CREATE TABLE d (id bigint PRIMARY KEY);"
                                       "CREATE TABLE c (id bigint PRIMARY KEY, b_id bigint REFERENCES b (id),"
                                       "                d_id bigint REFERENCES d (id));"
                                       "CREATE TABLE e (id bigint PRIMARY KEY);")
                                      .project);
        auto* canvas = m_window->findChild<CanvasView*>();
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_F, Qt::ControlModifier | Qt::AltModifier);
        auto* bar = m_window->findChild<PathBar*>();
        QVERIFY(bar->isVisible());
        auto* from = bar->findChild<QComboBox*>("pathFrom");
        auto* to = bar->findChild<QComboBox*>("pathTo");
        QTest::keyClicks(from->lineEdit(), "a");
        QTest::keyClick(from->lineEdit(), Qt::Key_Tab);
        to->setFocus();
        QTest::keyClicks(to->lineEdit(), "d");
        const auto& path = canvas->diagram().path();
        QVERIFY(path.has_value());
        QCOMPARE(path->relationships.size(), std::size_t(3));
        QStringList names;
        for (const model::EntityId id : path->entities)
            names << QString::fromStdString(m_bench->project()->entities.find(id)->name);
        QCOMPARE(names, QStringList({"a", "b", "c", "d"}));
        QVERIFY(bar->findChild<QLabel*>("pathVerdict")->text().contains("a → b → c → d"));
        const auto dimmed = [&](const char* name) {
            const auto* item = canvas->diagram().find(m_bench->project()->findEntity(name)->id);
            return canvas->diagram().stateOf(item->card()).dimmed;
        };
        QVERIFY(dimmed("e") && !dimmed("b"));
        to->lineEdit()->selectAll();
        QTest::keyClicks(to->lineEdit(), "e");
        QVERIFY(path->relationships.empty());
        QVERIFY(bar->findChild<QLabel*>("pathVerdict")->text().startsWith(QChar(0x25b2)));
        QTest::keyClick(to->lineEdit(), Qt::Key_Escape);
        QVERIFY(!bar->isVisible() && !path.has_value() && !dimmed("e"));
    }

    /// Two that are selected are the ends at once.
    void selectedEntitiesAreTheEnds() {
        const tests::SmallModel model;
        m_bench->document().reset(model.project);
        Selected both;
        both.entities = {model.users, model.posts};
        m_bench->selection().set(both);
        m_bench->actions().at("find.path")->trigger();
        const auto& path = m_window->findChild<CanvasView*>()->diagram().path();
        QVERIFY(path.has_value());
        QCOMPARE(path->relationships, std::vector<model::RelationshipId>{model.authorship});
    }

    /// 600 cards are laid out elsewhere, and placed as one step.
    void manyCardsAreArrangedInTheBackground() {
        m_bench->document().reset(read(tests::largeSchema(600, 4).c_str()).project);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->jobs().running().empty(), 60000);
        m_bench->actions().at("layout.force")->trigger();
        QVERIFY(!m_bench->document().canUndo()); // on its way
        QVERIFY(!m_bench->jobs().running().empty() && m_bench->jobs().running().back()->offered());
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->document().canUndo(), 60000);
        QCOMPARE(m_bench->project()->diagram->positions.size(), std::size_t(600));
        m_bench->document().undo();
        QVERIFY(!m_bench->document().canUndo());
    }

    void longWorkIsShownAndStopped() {
        std::promise<void> release;
        std::shared_future<void> released = release.get_future().share();
        bool delivered = false;
        const auto job = m_bench->jobs().start<int>(
            "Counting",
            [released](JobState& state) -> model::Result<int> {
                state.setProgress(0.4);
                while (!state.cancelled() &&
                       released.wait_for(std::chrono::milliseconds(5)) != std::future_status::ready)
                    ;
                return 1;
            },
            this, [&](const model::Result<int>&) { delivered = true; });
        job->offer();
        auto* bar = m_window->findChild<QWidget*>("jobBar");
        QVERIFY(!bar->isVisible()); // not before it takes long
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), 20000);
        QCOMPARE(bar->findChild<QLabel*>()->text(), QString("Counting"));
        QTest::mouseClick(bar->findChild<QToolButton*>(), Qt::LeftButton);
        QVERIFY(job->cancelled());
        QTRY_VERIFY_WITH_TIMEOUT(!bar->isVisible() && m_bench->jobs().running().empty(), 20000);
        QVERIFY(!delivered);
        release.set_value();
    }

private:
    UpdateDialog* opened(model::Imported newer) {
        auto* dialog = new UpdateDialog(*m_bench, std::move(newer), "postgresql", "newer.sql", m_window.get());
        dialog->open();
        if (!QTest::qWaitForWindowExposed(dialog))
            qFatal("the dialog does not show");
        return dialog;
    }
    static QStringList changes(const UpdateDialog& dialog) {
        QStringList lines;
        const auto* list = dialog.findChild<QListWidget*>("updateChanges");
        for (int row = 0; row < list->count(); ++row)
            lines << list->item(row)->text();
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(UpdateAndPathTest)
#include "update_and_path_test.moc"
