// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages Physical, Estimate and Simulate over a small project.
#include <algorithm>
#include <thread>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "app/charts/chart_view.h"
#include "app/shell/status_line.h"
#include "app/stages/engine_switch.h"
#include "app/stages/estimate/estimate_charts.h"
#include "app/stages/estimate/estimate_stage.h"
#include "app/stages/estimate/outlook_sections.h"
#include "app/stages/estimate/outlook_service.h"
#include "app/stages/estimate/structure_table_model.h"
#include "app/stages/physical/ddl_preview.h"
#include "app/stages/physical/physical_stage.h"
#include "app/stages/physical/plan_matrix_model.h"
#include "app/stages/physical/structure_cards.h"
#include "app/stages/property_list.h"
#include "app/stages/simulate/result_table_model.h"
#include "app/stages/simulate/run_charts.h"
#include "app/stages/simulate/run_controls.h"
#include "app/stages/simulate/run_words.h"
#include "app/stages/simulate/simulate_stage.h"
#include "app/theme/widgets.h"
#include "tests/app/stage_support.h"

using namespace shardscape;
using namespace shardscape::app;
using namespace shardscape::tests;

class StageNumbersTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void matrixModel();
    void choosingACellShowsThePlan();
    void layoutFieldsEditTheProject();
    void enginesAreAddedAndRemoved();
    void structureModels();
    void headlineOpensItsWorking();
    void sectionsFollowTheEstimate();
    void priceSheetBelongsToTheProject();
    void assumptionsAreRankedAndStated();
    void copiesAreComparedWhenLookedAt();
    void copiesAreKeptAndDropped();
    void growthKeepsTheTotal();
    void engineSwitchFollows();
    void runThenStale();
    void cancelStops();
    void runErrorIsSaid();
    void runCharts();

private:
    void present(Stage& stage);
    model::LayoutId layout(const char* engine) { return m_workbench->project()->findLayout(engine)->id; }

    std::unique_ptr<Workbench> m_workbench;
};

void StageNumbersTest::init() {
    m_workbench = makeWorkbench();
    QVERIFY(open(*m_workbench, smallProject()));
    m_workbench->selection().setLayout(layout("postgresql"));
}

void StageNumbersTest::cleanup() {
    m_workbench.reset();
}

void StageNumbersTest::present(Stage& stage) {
    stage.resize(1100, 900);
    stage.show();
    stage.activate();
    QVERIFY(QTest::qWaitForWindowExposed(&stage));
    QCoreApplication::sendPostedEvents(); // layouts
}

void StageNumbersTest::matrixModel() {
    PlanMatrixModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setProject(m_workbench->project());
    model.setAnalysis(m_workbench->analysis().latest());
    QCOMPARE(model.rowCount(), 5); // four patterns and the nodes
    QCOMPARE(model.columnCount(), 4);
    const QModelIndex cell = model.cell(m_workbench->project()->findPattern("GetUser")->id, layout("cassandra"));
    // By its whole key: one partition.
    QCOMPARE(cell.data(PlanMatrixModel::kGlyphRole).toString(), QString("●"));
    QVERIFY(model.index(4, 3).data().toString().contains("·"));
}

void StageNumbersTest::choosingACellShowsThePlan() {
    PhysicalStage stage(*m_workbench);
    const std::unique_ptr<QWidget> inspector(stage.inspector());
    present(stage);
    auto* matrix = stage.findChild<QTableView*>();
    QTest::mouseClick(matrix->viewport(), Qt::LeftButton, {},
                      matrix->visualRect(matrix->model()->index(1, 3)).center());
    QCOMPARE(m_workbench->selection().layout(), layout("cassandra"));
    QCOMPARE(m_workbench->selection().value().pattern, m_workbench->project()->findPattern("ListPosts")->id);
    auto* list = inspector->findChild<PropertyList*>();
    QVERIFY2(list->text().contains("ListPosts"), qPrintable(list->text()));
    QVERIFY(list->text().contains("Partitions touched"));
    auto* ddl = inspector->findChild<DdlPreview*>();
    QVERIFY2(ddl->text().contains("CREATE TABLE"), qPrintable(ddl->text()));
    QTemporaryDir folder;
    QCOMPARE(ddl->writeTo(folder.filePath("a.cql")), QString());
    QTest::keyClick(matrix, Qt::Key_Left);
    QCOMPARE(m_workbench->selection().layout(), layout("postgresql"));
}

void StageNumbersTest::layoutFieldsEditTheProject() {
    PhysicalStage stage(*m_workbench);
    present(stage);
    auto* nodes = stage.findChild<QLineEdit*>("nodes");
    QTest::keyClicks(nodes, "7");
    QTest::keyClick(nodes, Qt::Key_Return);
    QCOMPARE(m_workbench->project()->findLayout("postgresql")->nodes, std::optional<int>(7));
    nodes->selectAll();
    QTest::keyClicks(nodes, "0");
    QTest::keyClick(nodes, Qt::Key_Return);
    QVERIFY(nodes->property("invalid").toBool());
    QCOMPARE(m_workbench->project()->findLayout("postgresql")->nodes, std::optional<int>(7));
    nodes->clear();
    nodes->setModified(true);
    QTest::keyClick(nodes, Qt::Key_Return);
    QVERIFY(!m_workbench->project()->findLayout("postgresql")->nodes);
}

void StageNumbersTest::enginesAreAddedAndRemoved() {
    PhysicalStage stage(*m_workbench);
    present(stage);
    QMenu* menu = m_workbench->actions().at("engine.add")->menu();
    emit menu->aboutToShow();
    QAction* redis = nullptr;
    for (QAction* action : menu->actions()) {
        if (action->data().toString() == "redis")
            redis = action;
        if (action->data().toString() == "cassandra")
            QVERIFY(!action->isEnabled()); // is there
    }
    QVERIFY(redis);
    redis->trigger();
    QVERIFY(m_workbench->project()->findLayout("redis"));
    QCOMPARE(m_workbench->selection().layout(), layout("redis"));
    for (QPushButton* button : stage.findChildren<QPushButton*>())
        if (button->text() == "Remove")
            QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!m_workbench->project()->findLayout("redis"));
}

void StageNumbersTest::structureModels() {
    StructureCardModel cards;
    QAbstractItemModelTester cardTester(&cards, QAbstractItemModelTester::FailureReportingMode::QtTest);
    StructureTableModel table;
    QAbstractItemModelTester tableTester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const AnalysisPtr analysis = m_workbench->analysis().latest();
    const estimator::Estimate* estimate = m_workbench->estimate();
    cards.setEstimate(analysis->project, analysis, estimate);
    table.setEstimate(analysis, estimate);
    QCOMPARE(cards.rowCount(), table.rowCount());
    const int posts = cards.rowOf("posts");
    QVERIFY(posts >= 0);
    cards.setUsed({"posts"});
    QVERIFY(cards.index(posts).data(StructureCardModel::kUsedRole).toBool());
    QCOMPARE(table.index(posts, StructureTableModel::RowCount).data(Qt::DisplayRole).toString(), QString("100 M rows"));
    table.setEstimate({}, nullptr);
    QCOMPARE(table.rowCount(), 0);
}

void StageNumbersTest::headlineOpensItsWorking() {
    EstimateStage stage(*m_workbench);
    present(stage);
    auto* outlook = stage.findChild<OutlookService*>();
    QVERIFY(outlook);
    QTRY_VERIFY_WITH_TIMEOUT(outlook->outlook(), 60000);
    QVERIFY(outlook->outlook()->cost.priced);
    QSignalSpy spy(m_workbench.get(), &Workbench::workingRequested);
    const auto headlines = stage.findChildren<HeadlineCard*>();
    QCOMPARE(headlines.size(), 8);
    for (HeadlineCard* card : headlines)
        QTest::mouseClick(card->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(spy.count(), 8);
    QTableView* table = nullptr;
    for (QTableView* one : stage.findChildren<QTableView*>())
        table = one->accessibleName() == "Structures" ? one : table;
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, StructureTableModel::TotalBytes)).center());
    QCOMPARE(spy.count(), 9);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
    QCOMPARE(spy.count(), 9); // a name is not a number
}

void StageNumbersTest::sectionsFollowTheEstimate() {
    EstimateStage stage(*m_workbench);
    present(stage);
    auto* outlook = stage.findChild<OutlookService*>();
    auto* sections = stage.findChild<OutlookSections*>();
    QVERIFY(outlook && sections);
    QTRY_VERIFY_WITH_TIMEOUT(outlook->outlook(), 60000);
    // Each section has a row for each thing there is to say.
    const estimator::Outlook& shown = *outlook->outlook();
    QCOMPARE(sections->model(OutlookSections::Limits)->rowCount(), int(shown.headroom.size()));
    QCOMPARE(sections->model(OutlookSections::Ladder)->rowCount(), int(shown.ladder.size()));
    QCOMPARE(sections->model(OutlookSections::Indexes)->rowCount(), int(shown.indexes.size()));
    QCOMPARE(sections->model(OutlookSections::Durations)->rowCount(), int(shown.durations.size()));
    QCOMPARE(sections->model(OutlookSections::Freshness)->rowCount(), int(shown.consistency.size()));
    QVERIFY(sections->model(OutlookSections::Keys)->rowCount() > 0);
    QVERIFY(sections->model(OutlookSections::Cost)->rowCount() > int(shown.cost.lines.size()));
    // A number of a section opens its working.
    sections->showSection(OutlookSections::Limits);
    QTableView* limits = sections->table(OutlookSections::Limits);
    QTRY_VERIFY(limits->isVisible());
    QSignalSpy spy(m_workbench.get(), &Workbench::workingRequested);
    QTest::mouseClick(limits->viewport(), Qt::LeftButton, {},
                      limits->visualRect(limits->model()->index(0, 1)).center());
    QCOMPARE(spy.count(), 1);
    // More traffic every month brings a limit nearer.
    const ProjectPtr before = m_workbench->project();
    sections->findChild<QDoubleSpinBox*>()->setValue(50);
    QCOMPARE(m_workbench->project()->requirements.trafficGrowthPerMonth, 0.5);
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->analysis().isCurrent() && outlook->outlook() &&
                                 outlook->outlook()->headroom.front().reachedMonth,
                             60000);
    m_workbench->document().undo();
    QCOMPARE(m_workbench->project(), before);
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->analysis().isCurrent() && outlook->outlook(), 60000);
    // Another engine, another sheet.
    m_workbench->selection().setLayout(layout("cassandra"));
    QTRY_VERIFY_WITH_TIMEOUT(outlook->outlook(), 60000);
    QVERIFY(QString::fromStdString(outlook->outlook()->cost.lines.front().name).contains("m7g.4xlarge"));
    m_workbench->selection().setLayout(layout("postgresql"));
}

void StageNumbersTest::priceSheetBelongsToTheProject() {
    EstimateStage stage(*m_workbench);
    StatusLine status(*m_workbench);
    present(stage);
    m_workbench->selection().setLayout(layout("postgresql"));
    auto* sheets = stage.findChild<OutlookSections*>()->findChild<QComboBox*>("priceSheet");
    const auto cost = [this] { return m_workbench->analysis().latest()->find(layout("postgresql"))->cost; };
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->analysis().isCurrent() && cost().priced, 60000);
    const auto shown = [&] {
        return status.text().contains(
            QString::fromStdString(estimator::formatMoney(cost().month.value(), cost().currency)));
    };
    QVERIFY2(shown(), qPrintable(status.text()));
    const ProjectPtr before = m_workbench->project();
    const double ec2 = cost().month.value();
    QCOMPARE(cost().sheet, std::string("aws-ec2")); // the first by name that covers the engine
    const int rds = sheets->findData("aws-rds");
    QVERIFY(rds >= 0);
    emit sheets->activated(rds);
    QCOMPARE(m_workbench->project()->layouts.find(layout("postgresql"))->priceSheet, std::string("aws-rds"));
    QTRY_COMPARE_WITH_TIMEOUT(cost().sheet, std::string("aws-rds"), 60000);
    QVERIFY(cost().month.value() != ec2);
    QVERIFY2(shown(), qPrintable(status.text()));
    QCOMPARE(sheets->currentData().toString(), QString("aws-rds"));
    m_workbench->document().undo();
    QCOMPARE(m_workbench->project(), before);
    QTRY_COMPARE_WITH_TIMEOUT(cost().sheet, std::string("aws-ec2"), 60000);
    QVERIFY2(shown(), qPrintable(status.text()));
}

void StageNumbersTest::copiesAreComparedWhenLookedAt() {
    QVERIFY(open(*m_workbench, sampleProject("ad-counters")));
    m_workbench->selection().setLayout(layout("postgresql"));
    EstimateStage stage(*m_workbench);
    present(stage);
    auto* outlook = stage.findChild<OutlookService*>();
    auto* sections = stage.findChild<OutlookSections*>();
    QTRY_VERIFY_WITH_TIMEOUT(outlook->outlook(), 60000);
    QVERIFY(!outlook->copies());
    sections->showSection(OutlookSections::Copies);
    QTRY_VERIFY_WITH_TIMEOUT(outlook->copies(), 120000);
    // A heading for each pattern, normalised tables, a row for each copy; a heading and three ways for each fan-out.
    int rows = 0;
    for (const estimator::SideBySide& one : outlook->copies()->sideBySide.patterns)
        rows += one.options.empty() ? 1 : 2 + int(one.options.size());
    rows += 4 * int(outlook->copies()->fanOuts.size());
    CellTableModel* model = sections->model(OutlookSections::Copies);
    QCOMPARE(model->rowCount(), rows);
    QVERIFY(rows > 0);
    QTableView* table = sections->table(OutlookSections::Copies);
    QTRY_VERIFY(table->isVisible());
    QSignalSpy spy(m_workbench.get(), &Workbench::workingRequested);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(model->index(1, 1)).center());
    QCOMPARE(spy.count(), 1);
}

void StageNumbersTest::copiesAreKeptAndDropped() {
    QVERIFY(open(*m_workbench, sampleProject("ad-counters")));
    m_workbench->selection().setLayout(layout("postgresql"));
    EstimateStage stage(*m_workbench);
    present(stage);
    auto* outlook = stage.findChild<OutlookService*>();
    auto* sections = stage.findChild<OutlookSections*>();
    QTRY_VERIFY_WITH_TIMEOUT(outlook->outlook(), 60000);
    sections->showSection(OutlookSections::Copies);
    QTRY_VERIFY_WITH_TIMEOUT(outlook->copies(), 120000);
    auto* keep = stage.findChild<QPushButton*>("keepCopy");
    auto* drop = stage.findChild<QPushButton*>("dropCopy");
    auto* path = stage.findChild<QComboBox*>("copyUpkeep");
    auto* time = stage.findChild<QLineEdit*>("copyTime");
    QTableView* table = sections->table(OutlookSections::Copies);
    const auto kept = [&]() -> const std::vector<model::Derived>& {
        return m_workbench->project()->findLayout("postgresql")->derived;
    };
    QVERIFY(!keep->isEnabled()); // a heading is the first row
    table->setCurrentIndex(sections->model(OutlookSections::Copies)->index(2, 0));
    QVERIFY(keep->isEnabled() && !drop->isVisible());
    const model::Derived first = outlook->copies()->sideBySide.patterns.front().options.front().derived;
    path->setCurrentIndex(path->findData(int(model::UpkeepPath::Outbox)));
    QVERIFY(time->isVisible());
    time->setText("soon");
    QTest::mouseClick(keep, Qt::LeftButton);
    QVERIFY(kept().empty()); // no duration
    time->setText("2s");
    QTest::mouseClick(keep, Qt::LeftButton);
    QCOMPARE(kept().size(), std::size_t(1));
    QVERIFY(kept().front() == (model::Derived{first.kind, first.pattern, {model::UpkeepPath::Outbox, {}, 2.0}, {}}));
    // The numbers follow, the copy is shown as kept and can be dropped.
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->analysis().isCurrent(), 60000);
    QVERIFY(m_workbench->estimate()->kept);
    QTRY_VERIFY_WITH_TIMEOUT(outlook->copies(), 120000);
    QVERIFY(outlook->copies()->sideBySide.patterns.front().kept);
    QTRY_VERIFY(drop->isVisible() && time->text() == "2s");
    QTest::mouseClick(drop, Qt::LeftButton);
    QVERIFY(kept().empty());
    m_workbench->document().undo();
    QCOMPARE(kept().size(), std::size_t(1));
    m_workbench->document().undo();
    QVERIFY(kept().empty());
}

void StageNumbersTest::assumptionsAreRankedAndStated() {
    EstimateStage stage(*m_workbench);
    present(stage);
    auto* outlook = stage.findChild<OutlookService*>();
    auto* sections = stage.findChild<OutlookSections*>();
    QTRY_VERIFY_WITH_TIMEOUT(outlook->outlook(), 60000);
    sections->showSection(OutlookSections::Assumptions);
    QVERIFY(outlook->isRanking());
    outlook->cancelRanking();
    QVERIFY(!outlook->isRanking());
    outlook->rank();
    QTRY_VERIFY_WITH_TIMEOUT(outlook->sensitivity(), 120000);
    const auto& influences = outlook->sensitivity()->influences;
    CellTableModel* model = sections->model(OutlookSections::Assumptions);
    QCOMPARE(model->rowCount(), int(influences.size()));
    // What is a field of the model is stated in place, undoable; a constant of the engine is not.
    int mine = -1, engines = -1;
    for (std::size_t i = 0; i < influences.size(); ++i) {
        const bool bytes = influences[i].assumption.path.find("/average_bytes") != std::string::npos;
        mine = mine < 0 && bytes ? int(i) : mine;
        engines = engines < 0 && !influences[i].assumption.inModel ? int(i) : engines;
    }
    QVERIFY(engines >= 0);
    QVERIFY(!(model->index(engines, 1).flags() & Qt::ItemIsEditable));
    if (mine < 0)
        QSKIP("every length of the sample is stated");
    QVERIFY(model->index(mine, 1).flags() & Qt::ItemIsEditable);
    const ProjectPtr before = m_workbench->project();
    QVERIFY(model->setData(model->index(mine, 1), "123 B", Qt::EditRole));
    QVERIFY(m_workbench->project() != before);
    m_workbench->document().undo();
    QCOMPARE(m_workbench->project(), before);
}

void StageNumbersTest::growthKeepsTheTotal() {
    const AreaChart chart = growthChart(*m_workbench->estimate());
    QCOMPARE(chart.at.size(), std::size_t(61));
    for (std::size_t i = 0; i < chart.at.size(); i += 20) {
        double sum = 0;
        for (const AreaPart& part : chart.parts)
            sum += part.y[i];
        QVERIFY2(qAbs(sum - chart.totals[i]) <= 1e-6 * chart.totals[i], "the parts are the whole");
    }
    const RankChart nodes = nodesChart(*m_workbench->estimate());
    QCOMPARE(nodes.bars[std::size_t(nodes.highlighted)].name,
             QString::fromStdString(m_workbench->estimate()->nodes.binding));
}

void StageNumbersTest::engineSwitchFollows() {
    EngineSwitch control(*m_workbench);
    control.show();
    const auto buttons = control.findChildren<QToolButton*>();
    QCOMPARE(buttons.size(), 2);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QCOMPARE(m_workbench->selection().layout(), layout("cassandra"));
    m_workbench->selection().setLayout(layout("postgresql"));
    QVERIFY(control.findChildren<QToolButton*>()[0]->isChecked());
}

void StageNumbersTest::runThenStale() {
    SimulateStage stage(*m_workbench);
    const std::unique_ptr<QWidget> inspector(stage.inspector());
    present(stage);
    QVERIFY(!stage.shown());
    m_workbench->selection().setLayout(layout("cassandra"));
    m_workbench->actions().at("simulate.run")->trigger();
    QVERIFY(stage.isRunning());
    QVERIFY(QTest::qWaitFor([&] { return !stage.isRunning(); }, 60000));
    QVERIFY(stage.shown());
    QVERIFY(!stage.isStale());
    QVERIFY(static_cast<PropertyList*>(inspector.get())->text().contains("Mean utilisation"));
    auto* controls = stage.findChild<RunControls*>();
    QVERIFY2(controls->status().contains("seed 1"), qPrintable(controls->status()));
    m_workbench->document().apply("rename", [](const model::Project& project) -> model::Result<model::Project> {
        model::Project after = project;
        after.name = "another";
        return after;
    });
    QVERIFY(stage.isStale());
    QVERIFY(!stage.findChild<QWidget*>("staleBar")->isHidden());
    m_workbench->document().undo();
    QVERIFY(!stage.isStale()); // undone: it is the model of the run again
    m_workbench->selection().setLayout(layout("postgresql"));
    QVERIFY(!stage.shown()); // every engine has its own run
}

void StageNumbersTest::cancelStops() {
    SimulateStage stage(*m_workbench, nullptr,
                        [](const SimulationInput&, JobState& job, RunFeed*) -> model::Result<SimulationPtr> {
                            while (!job.token().stop_requested())
                                std::this_thread::yield();
                            return model::fail(model::ErrorCode::Cancelled, "cancelled");
                        });
    present(stage);
    m_workbench->actions().at("simulate.run")->trigger();
    QVERIFY(stage.isRunning());
    QVERIFY(m_workbench->actions().at("simulate.cancel")->isEnabled());
    m_workbench->actions().at("simulate.cancel")->trigger();
    QVERIFY(!stage.isRunning());
    QVERIFY(QTest::qWaitFor([&] { return m_workbench->jobs().running().empty(); }, 120000));
    QVERIFY(!stage.shown());
}

void StageNumbersTest::runErrorIsSaid() {
    SimulateStage stage(
        *m_workbench, nullptr, [](const SimulationInput&, JobState&, RunFeed*) -> model::Result<SimulationPtr> {
            return model::fail(model::ErrorCode::Invalid, "No pattern has a rate.", "Give one a rate in Access.");
        });
    present(stage);
    QSignalSpy spy(m_workbench.get(), &Workbench::errorShown);
    m_workbench->actions().at("simulate.run")->trigger();
    QVERIFY(QTest::qWaitFor([&] { return spy.count() == 1; }, 120000));
    QVERIFY(!stage.isRunning());
}

void StageNumbersTest::runCharts() {
    JobState job("test");
    simulator::CompileOptions options;
    options.requests = 50'000;
    const auto run = app::simulate(
        {m_workbench->project(), m_workbench->analysis().latest(), layout("cassandra"), options, {}}, job);
    QVERIFY2(run, run ? "" : run.error().text().c_str());
    const Simulation& simulation = **run;
    ResultTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSimulation(*run);
    QCOMPARE(model.rowCount(), int(simulation.result.streams.size()));
    const HeatChart heat = loadHeatChart(simulation, 0);
    QCOMPARE(heat.values.size(), std::size_t(heat.rows.size()) * heat.columns.size());
    std::vector<int> partitions;
    const BarChart bars = loadBarChart(simulation, 0, 0, &partitions);
    QCOMPARE(bars.bars.size(), simulation.result.tables[0].partitions.size());
    for (std::size_t i = 1; i < bars.bars.size(); ++i)
        QVERIFY(bars.bars[i].value <= bars.bars[i - 1].value);
    const LineChart cdf = latencyCdfChart(simulation, 0);
    QVERIFY(!cdf.series.empty());
    QVERIFY(std::is_sorted(cdf.series[0].y.begin(), cdf.series[0].y.end()));
    QVERIFY(cdf.series[0].y.back() <= 1);
    const LineChart latency = latencyChart(simulation, 0);
    QVERIFY(latency.series.size() >= 3); // p99, p50, the analytic p99
    QVERIFY(explainPartition(simulation, 0, partitions.front()).contains("%"));
    QCOMPARE(explainPartition(simulation, 99, 0), QString());
}

QTEST_MAIN(StageNumbersTest)
#include "stage_numbers_test.moc"
