// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "app/stages/access/access_stage.h"
#include "app/stages/access/day_curve.h"
#include "app/stages/access/matrix_view.h"
#include "app/stages/access/pattern_table_model.h"
#include "app/stages/access/sql_editor.h"
#include "app/stages/access/statement_card.h"
#include "app/stages/access/statement_form.h"
#include "app/stages/access/statement_model.h"
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
    void formWritesTheStatement();
    void formSaysWhatItCannotExpress();
    void unboundedIsSaidWhileTyping();
    void pointsOfTheCurveAreMoved();
    void weekDaysAndSteadyRatesAreMovedToo();
    void popularityIsExplainedExactly();
    void matrixShowsWhoTouchesWhat();
    void ratiosSuggestAStrategy();
    void cellsAreTypedOver();
    void rowsArePasted();

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
    auto* table = m_stage->findChild<QTableView*>("patternTable");
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
    QCOMPARE(m_stage->findChild<QTableView*>("patternTable")->model()->rowCount(), 1);
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

void StageAccessTest::formWritesTheStatement() {
    auto* card = m_stage->findChild<StatementCard*>();
    card->showForm(true);
    StatementForm* form = card->form();
    QVERIFY(form->whyNot().isEmpty());
    // The statement as it is: one row of users by its key.
    QCOMPARE(field<QComboBox>("statementKind")->currentText(), QString("Read rows"));
    QCOMPARE(field<QComboBox>("statementEntity")->currentText(), QString("users"));
    auto* table = field<QTableView>("statementColumns");
    QAbstractItemModelTester tester(form->columns(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table->model()->index(0, StatementModel::FindBy).data().toString(), QString("= ?"));
    // By mouse: do not find by user_id (five signs further on), find by handle, sort by it.
    const auto click = [&](int row, int column) {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(row, column)).center());
    };
    click(1, StatementModel::FindBy);
    QCOMPARE(keysText(*m_workbench->project(), pattern("GetUser")), QString("user_id, handle"));
    for (int sign = 0; sign < 6; ++sign)
        click(0, StatementModel::FindBy);
    QCOMPARE(keysText(*m_workbench->project(), pattern("GetUser")), QString("handle"));
    // By keys: Space sorts; then the limit.
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, StatementModel::Sort));
    QTest::keyClick(table, Qt::Key_Space);
    QTest::keyClick(table, Qt::Key_Space);
    auto* limit = field<QLineEdit>("statementLimit");
    limit->setFocus();
    QTest::keyClicks(limit, "20");
    QTest::keyClick(limit, Qt::Key_Return);
    QCOMPARE(QString::fromStdString(pattern("GetUser").sql),
             QString("SELECT *\n  FROM users\n WHERE handle = $1\n ORDER BY user_id DESC\n LIMIT 20"));
    QCOMPARE(m_stage->findChild<SqlEditor*>()->toPlainText(), QString::fromStdString(pattern("GetUser").sql));
    QCOMPARE(pattern("GetUser").rate.average.value, 2000.0); // the rest stays
    // A run of choices in the form is one step.
    QCOMPARE(m_workbench->document().steps().size(), std::size_t(1));
    m_workbench->document().undo();
    QCOMPARE(table->model()->index(0, StatementModel::FindBy).data().toString(), QString("= ?"));
    // SQL that is typed shows in the form before it is applied.
    auto* editor = m_stage->findChild<SqlEditor*>();
    card->showForm(false);
    editor->setFocus();
    editor->selectAll();
    QTest::keyClicks(editor, "DELETE FROM posts WHERE post_id = $1");
    QTRY_COMPARE(field<QComboBox>("statementKind")->currentText(), QString("Delete rows"));
    QCOMPARE(field<QComboBox>("statementEntity")->currentText(), QString("posts"));
}

void StageAccessTest::formSaysWhatItCannotExpress() {
    m_workbench->selection().selectPattern(pattern("SearchPosts").id);
    auto* card = m_stage->findChild<StatementCard*>();
    card->showForm(true);
    QVERIFY2(card->form()->whyNot().contains("no such condition"), qPrintable(card->form()->whyNot()));
    QVERIFY(!field<QTableView>("statementColumns")->isVisible());
    for (QPushButton* button : card->form()->findChildren<QPushButton*>())
        if (button->isVisible())
            QTest::mouseClick(button, Qt::LeftButton); // write it anew
    QVERIFY(card->form()->whyNot().isEmpty());
    QCOMPARE(keysText(*m_workbench->project(), pattern("SearchPosts")), QString("post_id"));
    m_workbench->document().undo();
    QVERIFY(!card->form()->whyNot().isEmpty());
}

void StageAccessTest::unboundedIsSaidWhileTyping() {
    auto* editor = m_stage->findChild<SqlEditor*>();
    const auto said = [&](const char* word) {
        for (const QLabel* label : m_stage->findChild<StatementCard*>()->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(word))
                return true;
        return false;
    };
    QVERIFY(!said("unbounded"));
    editor->setFocus();
    editor->selectAll();
    QTest::keyClicks(editor, "SELECT * FROM posts WHERE author_id = $1");
    QTRY_VERIFY(said("unbounded"));
    QTest::keyClicks(editor, " LIMIT 10");
    QTRY_VERIFY(!said("unbounded"));
    QVERIFY(m_workbench->document().steps().empty()); // nothing was applied
}

void StageAccessTest::pointsOfTheCurveAreMoved() {
    auto* curve = m_stage->findChild<DayCurve*>();
    curve->resize(488, 220);
    const auto points = curve->points();
    QCOMPARE(points.size(), std::size_t(2)); // peak and trough
    QCOMPARE(points[0].seconds, 20 * 3600.0);
    QCOMPARE(points[1].seconds, 8 * 3600.0);
    // A sinusoid between 0.3 and 1 of its maximum, of mean 1: the peak is 2 / 1.3 of 2 k/s.
    QVERIFY(std::abs(points[0].rate - 2000 * 2 / 1.3) < 1);
    const QPoint peak = curve->placeOf(points[0]).toPoint();
    QTest::mousePress(curve, Qt::LeftButton, {}, peak);
    QTest::mouseMove(curve, peak - QPoint(100, 0));
    QTest::mouseRelease(curve, Qt::LeftButton, {}, peak - QPoint(100, 0));
    QCOMPARE(pattern("GetUser").rate.peakHour, 15.0); // 20 pixels an hour
    QVERIFY(std::abs(pattern("GetUser").rate.trough - 0.3) < 1e-9);
    // The trough is pulled to the ground: nothing at night.
    const QPoint trough = curve->placeOf(curve->points()[1]).toPoint();
    QTest::mousePress(curve, Qt::LeftButton, {}, trough);
    QTest::mouseMove(curve, QPoint(trough.x(), curve->height()));
    QTest::mouseRelease(curve, Qt::LeftButton, {}, QPoint(trough.x(), curve->height()));
    QCOMPARE(pattern("GetUser").rate.trough, 0.0);
    QCOMPARE(pattern("GetUser").rate.peakHour, 15.0);
    QCOMPARE(m_workbench->document().steps().size(), std::size_t(1)); // drags of one curve in a row
    // By keys: the other point, half an hour later; the peak moves with it.
    curve->setFocus();
    QCOMPARE(curve->currentPoint(), 1);
    QTest::keyClick(curve, Qt::Key_Right);
    QCOMPARE(pattern("GetUser").rate.peakHour, 15.5);
    QTest::keyClick(curve, Qt::Key_PageDown);
    QCOMPARE(curve->currentPoint(), 0);
    QTest::keyClick(curve, Qt::Key_Down); // a lower peak is a higher trough
    QVERIFY(pattern("GetUser").rate.trough > 0);
    // Given up in the middle.
    const model::RateProfile before = pattern("GetUser").rate;
    const QPoint again = curve->placeOf(curve->points()[0]).toPoint();
    QTest::mousePress(curve, Qt::LeftButton, {}, again);
    QTest::mouseMove(curve, again - QPoint(60, 0));
    QTest::keyClick(curve, Qt::Key_Escape);
    QTest::mouseRelease(curve, Qt::LeftButton, {}, again - QPoint(60, 0));
    QVERIFY(pattern("GetUser").rate == before);
}

void StageAccessTest::weekDaysAndSteadyRatesAreMovedToo() {
    auto* curve = m_stage->findChild<DayCurve*>();
    auto* shape = field<QComboBox>("shape");
    shape->setFocus();
    QTest::keyClick(shape, Qt::Key_W);
    QCOMPARE(pattern("GetUser").rate.shape, model::RateShape::Weekly);
    QCOMPARE(curve->points().size(), std::size_t(7));
    curve->setFocus();
    QTest::keyClick(curve, Qt::Key_Right);
    QTest::keyClick(curve, Qt::Key_Right);
    QTest::keyClick(curve, Qt::Key_Up);
    const auto& days = pattern("GetUser").rate.days;
    QVERIFY(days[2] > 1); // Wednesday
    QCOMPARE(days[1], 1.0);
    shape->setFocus();
    QTest::keyClick(shape, Qt::Key_Home);
    QCOMPARE(pattern("GetUser").rate.shape, model::RateShape::Steady);
    curve->setFocus();
    QTest::keyClick(curve, Qt::Key_Down);
    // Down by a twentieth of what is shown, to two digits.
    QVERIFY(pattern("GetUser").rate.average.value < 2000 && pattern("GetUser").rate.average.value > 1500);
}

void StageAccessTest::popularityIsExplainedExactly() {
    auto* strip = m_stage->findChild<TrafficStrip*>();
    model::KeyPopularity zipf;
    zipf.kind = model::PopularityKind::Zipf;
    zipf.theta = 1;
    strip->setPopularity(zipf, 100);
    // Shares 1/r over H(100) = 5.187378: the top key 19.3 %, the top ten H(10) = 2.928968, 56.5 %; half after
    // H(n) >= 2.593689, that is n = 7 (H(6) = 2.45, H(7) = 2.592857 is just short, so 8).
    QVERIFY2(strip->text().contains("19.3 %"), qPrintable(strip->text()));
    QVERIFY2(strip->text().contains("56.5 %"), qPrintable(strip->text()));
    zipf.kind = model::PopularityKind::Uniform;
    strip->setPopularity(zipf, 1000);
    QVERIFY2(strip->text().contains("1.00 %") || strip->text().contains("1.0 %"), qPrintable(strip->text()));
    QVERIFY2(strip->text().contains("500"), qPrintable(strip->text())); // half of the keys take half
}

void StageAccessTest::matrixShowsWhoTouchesWhat() {
    MatrixModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setProject(m_workbench->project());
    QCOMPARE(model.rowCount(), 5);    // four patterns and the totals
    QCOMPARE(model.columnCount(), 4); // name, users, posts, total
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QString("users")); // the busiest
    QCOMPARE(text(0, 1), QString("R 2.00 k/s"));
    QVERIFY(text(0, 2).isEmpty());
    QCOMPARE(text(3, 2), QString("W 100/s"));
    // posts: 1 k/s and 5/s read, 100/s written.
    QVERIFY2(text(4, 2).startsWith("R 1.0") && text(4, 2).endsWith("W 100/s"), qPrintable(text(4, 2)));
    auto* view = field<QTableView>("accessMatrix");
    auto* views = m_stage->findChild<SegmentedControl*>("accessViews");
    views->setCurrent(1);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(view->model()->index(1, 2)).center());
    QCOMPARE(m_workbench->selection().value().pattern, pattern("ListPosts").id);
    views->setCurrent(0);
}

void StageAccessTest::ratiosSuggestAStrategy() {
    // 35,000 reads and 500 writes a second are 70 : 1, which is read-dominated; 1 : 1 is balanced.
    QCOMPARE(estimator::storageStrategy(35000, 500).band, std::string("reads dominate"));
    QCOMPARE(ratioText(35000, 500), QString("70 : 1"));
    QCOMPARE(estimator::storageStrategy(10, 1).band, std::string("mostly reads"));
    QCOMPARE(estimator::storageStrategy(5, 5).band, std::string("balanced"));
    QCOMPARE(estimator::storageStrategy(1, 10).band, std::string("mostly writes"));
    QCOMPARE(estimator::storageStrategy(1, 100).band, std::string("writes dominate"));
    QCOMPARE(estimator::storageStrategy(0, 3).band, std::string("writes dominate"));
    QVERIFY(estimator::storageStrategy(0, 0).advice.empty());
    EntityTrafficModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setProject(m_workbench->project());
    QCOMPARE(model.rowCount(), 3); // users, posts, all
    QCOMPARE(model.index(0, EntityTrafficModel::Ratio).data().toString(), QString("only reads"));
    const QString ratio = model.index(1, EntityTrafficModel::Ratio).data().toString(); // 1005 to 100
    QVERIFY2(ratio.startsWith("10.0") || ratio.startsWith("10.1"), qPrintable(ratio));
}

void StageAccessTest::cellsAreTypedOver() {
    auto* table = m_stage->findChild<QTableView*>("patternTable");
    const auto type = [&](int column, const char* text) {
        const QModelIndex cell = table->model()->index(0, column);
        table->setCurrentIndex(cell);
        table->edit(cell);
        auto* editor = table->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
        QPointer<QLineEdit> open = editor;
        QTRY_VERIFY(!open); // it goes when the loop comes round
    };
    QCOMPARE(table->model()->index(0, PatternTableModel::Name).data().toString(), QString("GetUser"));
    type(PatternTableModel::Wanted, "35 ms");
    QCOMPARE(pattern("GetUser").p99Seconds, std::optional<double>(0.035));
    type(PatternTableModel::Popularity, "hotset(0.01, 0.5)");
    QCOMPARE(pattern("GetUser").popularity.kind, model::PopularityKind::HotSet);
    type(PatternTableModel::Consistency, "bounded(9s)");
    QCOMPARE(pattern("GetUser").consistency.boundSeconds, 9.0);
    const ProjectPtr before = m_workbench->project();
    type(PatternTableModel::Popularity, "very");
    QCOMPARE(m_workbench->project(), before);
    type(PatternTableModel::Peak, "9k/s"); // it stays the first: 9 k/s is the most
    QCOMPARE(pattern("GetUser").rate.peak->value, 9000.0);
}

void StageAccessTest::rowsArePasted() {
    QGuiApplication::clipboard()->setText("GetUser\t3M/day\tp99 80ms\n"
                                          "Forget\tDELETE FROM users WHERE user_id = $1\t1/s\n");
    auto* table = m_stage->findChild<QTableView*>("patternTable");
    table->setFocus();
    m_workbench->actions().at("pattern.paste")->trigger();
    QCOMPARE(pattern("GetUser").rate.average.value, 3e6 / 86400);
    QCOMPARE(pattern("GetUser").p99Seconds, std::optional<double>(0.08));
    QVERIFY(m_workbench->project()->findPattern("Forget"));
    QCOMPARE(m_workbench->document().steps().size(), std::size_t(1));
    m_workbench->document().undo();
    QVERIFY(!m_workbench->project()->findPattern("Forget"));
    QSignalSpy errors(m_workbench.get(), &Workbench::errorShown);
    QGuiApplication::clipboard()->setText("Nobody\t1/s");
    m_workbench->actions().at("pattern.paste")->trigger();
    QCOMPARE(errors.size(), 1);
}

QTEST_MAIN(StageAccessTest)
#include "stage_access_test.moc"
