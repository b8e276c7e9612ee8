// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "app/stages/access/access_stage.h"
#include "app/stages/access/day_curve.h"
#include "app/stages/access/pattern_table_model.h"
#include "app/stages/access/sql_editor.h"
#include "app/stages/access/traffic_strip.h"
#include "app/stages/tables.h"
#include "tests/app/stage_support.h"

using namespace shardscape;
using namespace shardscape::app;
using namespace shardscape::tests;

class StageAccessTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void tableShowsThePatterns();
    void modelSurvivesEdits();
    void filterNarrows();
    void formCommitsOnReturn();
    void unreadableFieldCommitsNothing();
    void curveIsDragged();
    void stripSaysTheShareOfTheTopKeys();
    void keysOfAFileAreCounted();
    void sqlErrorMarksItsLine();
    void sqlAppliesWithCtrlReturn();
    void addDuplicateDelete();

private:
    const model::AccessPattern& pattern(const char* name) { return *m_workbench->project()->findPattern(name); }
    template <class T> T* field(const char* name) { return m_stage->findChild<T*>(name); }

    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<AccessStage> m_stage;
};

void StageAccessTest::initTestCase() {
    QVERIFY(!smallProject().patterns.empty());
}

void StageAccessTest::init() {
    m_workbench = makeWorkbench();
    QVERIFY(open(*m_workbench, smallProject()));
    m_stage = std::make_unique<AccessStage>(*m_workbench);
    m_stage->resize(1200, 900);
    m_stage->show();
    m_stage->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_stage.get()));
    m_stage->activate();
    m_workbench->selection().selectPattern(pattern("GetUser").id);
}

void StageAccessTest::cleanup() {
    m_stage.reset();
    m_workbench.reset();
}

void StageAccessTest::tableShowsThePatterns() {
    auto* table = m_stage->findChild<QTableView*>();
    QCOMPARE(table->model()->rowCount(), 4);
    // Nine fixed columns, two engines, problems.
    QCOMPARE(table->model()->columnCount(), 12);
    // Sorted by peak: GetUser states 4 k/s, the most of all.
    QCOMPARE(table->model()->index(0, PatternTableModel::Name).data().toString(), QString("GetUser"));
    QCOMPARE(table->model()->index(0, PatternTableModel::Peak).data().toString(), QString("4.00 k/s"));
    QCOMPARE(table->model()->index(0, PatternTableModel::Keys).data().toString(), QString("user_id"));
    QVERIFY(table->model()->index(0, PatternTableModel::kFixed).data(kFigureRole).isValid());
}

void StageAccessTest::modelSurvivesEdits() {
    PatternTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setProject(m_workbench->project());
    model.setAnalysis(m_workbench->analysis().latest(), m_workbench->selection().layout());
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.rowOf(pattern("ListPosts").id), 1);
    model::Project fewer = *m_workbench->project();
    fewer.patterns.remove(pattern("ListPosts").id);
    model.setProject(std::make_shared<const model::Project>(fewer));
    QCOMPARE(model.rowCount(), 3);
    fewer.layouts = {};
    model.setProject(std::make_shared<const model::Project>(fewer));
    QCOMPARE(model.columnCount(), 10);
}

void StageAccessTest::filterNarrows() {
    QLineEdit* filter = nullptr;
    for (QLineEdit* edit : m_stage->findChildren<QLineEdit*>())
        if (edit->accessibleName() == "Filter patterns")
            filter = edit;
    QVERIFY(filter);
    QTest::keyClicks(filter, "search");
    QCOMPARE(m_stage->findChild<QTableView*>()->model()->rowCount(), 1);
}

void StageAccessTest::formCommitsOnReturn() {
    auto* rate = field<QLineEdit>("rate");
    rate->setFocus();
    rate->selectAll();
    QTest::keyClicks(rate, "7k/s");
    QTest::keyClick(rate, Qt::Key_Return);
    QCOMPARE(pattern("GetUser").rate.average.value, 7000.0);
    m_workbench->document().undo();
    QCOMPARE(pattern("GetUser").rate.average.value, 2000.0);
    QCOMPARE(rate->text(), QString("2.00 k/s"));
    auto* popularity = field<QComboBox>("popularity");
    popularity->setFocus();
    QTest::keyClick(popularity, Qt::Key_Home);
    QCOMPARE(pattern("GetUser").popularity.kind, model::PopularityKind::Uniform);
    QVERIFY(!field<QLineEdit>("theta")->isVisible());
}

void StageAccessTest::unreadableFieldCommitsNothing() {
    auto* p99 = field<QLineEdit>("p99");
    const ProjectPtr before = m_workbench->project();
    p99->setFocus();
    p99->selectAll();
    QTest::keyClicks(p99, "soon");
    QTest::keyClick(p99, Qt::Key_Return);
    QCOMPARE(m_workbench->project(), before);
    QVERIFY(p99->property("invalid").toBool());
    p99->selectAll();
    QTest::keyClicks(p99, "30 ms");
    QTest::keyClick(p99, Qt::Key_Return);
    QCOMPARE(pattern("GetUser").p99Seconds, std::optional<double>(0.03));
    QVERIFY(!p99->property("invalid").toBool());
}

void StageAccessTest::curveIsDragged() {
    auto* curve = m_stage->findChild<DayCurve*>();
    curve->resize(488, 120); // the plot is 8 less: 480 pixels for 24 hours, 20 an hour
    const std::size_t steps = m_workbench->document().steps().size();
    const QPoint from(244, 60);
    QTest::mousePress(curve, Qt::LeftButton, {}, from);
    QTest::mouseMove(curve, from - QPoint(40, 0));
    QTest::mouseMove(curve, from - QPoint(80, 0));
    QCOMPARE(pattern("GetUser").rate.peakHour, 20.0); // nothing is committed while dragging
    QTest::mouseRelease(curve, Qt::LeftButton, {}, from - QPoint(80, 0));
    QCOMPARE(pattern("GetUser").rate.peakHour, 16.0);
    QCOMPARE(m_workbench->document().steps().size(), steps + 1);
    curve->setFocus();
    QTest::keyClick(curve, Qt::Key_Right);
    QCOMPARE(pattern("GetUser").rate.peakHour, 16.5);
}

void StageAccessTest::stripSaysTheShareOfTheTopKeys() {
    auto* strip = m_stage->findChild<TrafficStrip*>();
    model::KeyPopularity hot;
    hot.kind = model::PopularityKind::HotSet;
    hot.keyShare = 0.01;
    hot.trafficShare = 0.5;
    strip->setPopularity(hot, 1e6);
    // By definition: 1 % of the keys take 50 %, so one of a million takes 0.5 / 10,000.
    QVERIFY2(strip->text().contains("50.0 %"), qPrintable(strip->text()));
    strip->setPopularity(hot, std::nullopt);
    QVERIFY(!strip->text().contains("%"));
    // 1 M users: the key of GetUser is the primary key of users.
    QCOMPARE(keyCount(*m_workbench->project(), pattern("GetUser")), std::optional<double>(1e6));
    // author_id refers to users.
    QCOMPARE(keyCount(*m_workbench->project(), pattern("ListPosts")), std::optional<double>(1e6));
}

void StageAccessTest::keysOfAFileAreCounted() {
    QTemporaryDir folder;
    QFile file(folder.filePath("keys.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("7\n8\n7\n7\n"); // 7 takes three requests of four
    file.close();
    // Choosing a sample asks for its file, and is none before there is one.
    auto* choice = field<QComboBox>("popularity");
    emit choice->activated(int(model::PopularityKind::Sample));
    auto* dialog = m_stage->findChild<QFileDialog*>("sampleDialog");
    QVERIFY(dialog);
    QCOMPARE(pattern("GetUser").popularity.kind, model::PopularityKind::Zipf);
    QCOMPARE(choice->currentIndex(), int(model::PopularityKind::Zipf));
    emit dialog->fileSelected(file.fileName());
    dialog->close();
    QTRY_COMPARE(pattern("GetUser").popularity.kind, model::PopularityKind::Sample);
    QCOMPARE(pattern("GetUser").popularity.sample.requests(), std::int64_t(4));
    QVERIFY(m_stage->findChild<TrafficStrip*>()->accessibleDescription().contains("75"));
    // A file that is not there is said, and changes nothing.
    QSignalSpy errors(m_workbench.get(), &Workbench::errorShown);
    auto* path = field<QLineEdit>("file");
    path->setText(folder.filePath("none.csv"));
    emit path->editingFinished();
    QTRY_COMPARE(errors.size(), 1);
    QCOMPARE(pattern("GetUser").popularity.file, file.fileName().toStdString());
}

void StageAccessTest::sqlErrorMarksItsLine() {
    auto* editor = m_stage->findChild<SqlEditor*>();
    const ProjectPtr before = m_workbench->project();
    editor->setFocus();
    editor->selectAll();
    QTest::keyClicks(editor, "SELECT nothing FROM users WHERE user_id = $1");
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_workbench->project(), before);
    QVERIFY(editor->errorLine() > 0);
    QVERIFY(editor->property("invalid").toBool());
}

void StageAccessTest::sqlAppliesWithCtrlReturn() {
    auto* editor = m_stage->findChild<SqlEditor*>();
    editor->setFocus();
    editor->selectAll();
    QTest::keyClicks(editor, "SELECT user_id FROM users WHERE handle = $1");
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(QString::fromStdString(pattern("GetUser").sql), QString("SELECT user_id FROM users WHERE handle = $1"));
    QCOMPARE(keysText(*m_workbench->project(), pattern("GetUser")), QString("handle"));
    QCOMPARE(pattern("GetUser").rate.average.value, 2000.0); // annotations stay
    QCOMPARE(editor->errorLine(), 0);
}

void StageAccessTest::addDuplicateDelete() {
    m_workbench->actions().at("pattern.add")->trigger();
    QCOMPARE(m_workbench->project()->patterns.size(), std::size_t(5));
    QVERIFY(m_workbench->project()->findPattern("NewPattern"));
    QCOMPARE(m_workbench->selection().value().pattern, m_workbench->project()->findPattern("NewPattern")->id);
    m_workbench->selection().selectPattern(pattern("ListPosts").id);
    m_workbench->actions().at("pattern.duplicate")->trigger();
    QVERIFY(m_workbench->project()->findPattern("ListPostsCopy"));
    m_workbench->actions().at("pattern.remove")->trigger();
    QVERIFY(!m_workbench->project()->findPattern("ListPostsCopy"));
    QCOMPARE(m_workbench->project()->patterns.size(), std::size_t(5));
}

QTEST_MAIN(StageAccessTest)
#include "stage_access_test.moc"
