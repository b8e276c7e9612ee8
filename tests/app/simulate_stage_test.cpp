// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Simulate page driven as people do: run, pause, cancel, scrub, compare, suppose.
#include <atomic>
#include <cmath>
#include <thread>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "app/charts/chart_card.h"
#include "app/charts/chart_table_view.h"
#include "app/charts/chart_view.h"
#include "app/stages/simulate/answer_line.h"
#include "app/stages/simulate/compare_card.h"
#include "app/stages/simulate/latency_panel.h"
#include "app/stages/simulate/load_panel.h"
#include "app/stages/simulate/remedy_list.h"
#include "app/stages/simulate/run_charts.h"
#include "app/stages/simulate/run_controls.h"
#include "app/stages/simulate/run_page.h"
#include "app/stages/simulate/run_session.h"
#include "app/stages/simulate/simulate_stage.h"
#include "app/stages/simulate/suppose_bar.h"
#include "app/stages/simulate/time_scrubber.h"
#include "app/stages/simulate/value_slider.h"
#include "app/theme/widgets.h"
#include "tests/app/stage_support.h"

using namespace shardscape;
using namespace shardscape::app;
using namespace shardscape::tests;

namespace {

/// A run of the real thing whose progress, windows and pauses the test drives: real windows go into the feed one by
/// one, each waits for the test.
model::Result<SimulationPtr> stepped(const SimulationInput& input, JobState& job, RunFeed* feed,
                                     std::atomic<int>& allowed) {
    JobState free{QString()};
    auto whole = simulate(input, free, nullptr);
    if (!whole || !feed)
        return whole;
    feed->begin((*whole)->compiled);
    int given = 0;
    for (const simulator::Window& window : (*whole)->result.series) {
        while (given >= allowed && !job.cancelled())
            std::this_thread::yield();
        job.rest();
        if (job.cancelled())
            return model::fail(model::ErrorCode::Cancelled, "cancelled");
        feed->put(window, (*whole)->result.streams);
        ++given;
        job.setProgress(double(given) / double((*whole)->result.series.size()));
    }
    return whole;
}

} // namespace

class SimulateStageTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void chartsLiveWhileItRuns();
    void pauseHoldsAndCancelWorksThen();
    void pausedTimeIsNotWorkingTime();
    void scrubberShowsAMoment();
    void heatCellChoosesPartitionAndMoment();
    void rowsOfTheHeatMapAreTheirPartitions();
    void chartTableAndCsv();
    void pinnedRunIsDrawnBeside();
    void staleIsSaidAndFaded();
    void sliderAnswers();
    void supposeFieldTakesSwitches();
    void managedNodesStay();
    void remediesAreTriedAndTaken();
    void tailChart();
    void keyboardReachesEverything();

private:
    SimulateStage* make(SimulateFunction simulateWith = {});
    void runIt(SimulateStage& stage);
    QAction* action(const char* id) { return m_workbench->actions().at(id); }
    model::LayoutId layout(const char* engine) { return m_workbench->project()->findLayout(engine)->id; }

    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<SimulateStage> m_stage;
};

void SimulateStageTest::init() {
    m_workbench = makeWorkbench();
    QVERIFY(open(*m_workbench, smallProject()));
    m_workbench->selection().setLayout(layout("cassandra"));
}

void SimulateStageTest::cleanup() {
    m_stage.reset();
    m_workbench.reset();
}

SimulateStage* SimulateStageTest::make(SimulateFunction simulateWith) {
    m_stage = std::make_unique<SimulateStage>(*m_workbench, nullptr, std::move(simulateWith));
    m_stage->resize(1200, 900);
    m_stage->findChild<QComboBox*>("requests")->setCurrentIndex(0); // 200,000
    m_stage->show();
    m_stage->activate();
    if (!QTest::qWaitForWindowExposed(m_stage.get()))
        qFatal("no window");
    QCoreApplication::sendPostedEvents();
    return m_stage.get();
}

void SimulateStageTest::runIt(SimulateStage& stage) {
    action("simulate.run")->trigger();
    QVERIFY(stage.isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!stage.isRunning(), 60000);
    QVERIFY(stage.shown() && !stage.shown()->partial);
    QCoreApplication::sendPostedEvents();
}

void SimulateStageTest::chartsLiveWhileItRuns() {
    std::atomic<int> allowed{3};
    SimulateStage* stage = make(
        [&](const SimulationInput& input, JobState& job, RunFeed* feed) { return stepped(input, job, feed, allowed); });
    action("simulate.run")->trigger();
    RunPage& page = stage->page();
    const auto columns = [&] {
        const auto* heat = std::get_if<HeatChart>(&page.load()->view()->chart());
        return heat ? int(heat->columns.size()) : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(columns(), 3, 60000);
    QVERIFY(stage->isRunning());
    QVERIFY(stage->shown()->partial);
    QCOMPARE(page.load()->moment(), 2); // follows the latest window
    // The axis is as long as the run will be: 60 windows.
    const auto& heat = std::get<HeatChart>(page.load()->view()->chart());
    QVERIFY(heat.x.span);
    QVERIFY(qAbs(heat.x.span->second / heat.columnWidth - 60) < 1e-6);
    QVERIFY(!std::get<BarChart>(page.nodes()->view()->chart()).bars.empty());
    QVERIFY(!std::get<LineChart>(page.latency()->view()->chart()).series.empty());
    // Looking back holds the moment while windows go on coming.
    page.load()->setMoment(1);
    allowed = 20;
    QTRY_COMPARE_WITH_TIMEOUT(columns(), 20, 60000);
    QCOMPARE(page.load()->moment(), 1);
    allowed = 1000;
    QTRY_VERIFY_WITH_TIMEOUT(!stage->isRunning(), 60000);
    QVERIFY(!stage->shown()->partial);
    QCOMPARE(columns(), int(stage->shown()->result.series.size()));
}

void SimulateStageTest::pauseHoldsAndCancelWorksThen() {
    // The real kernel, long enough that it cannot end by itself while the test looks.
    SimulateStage* stage = make([](SimulationInput input, JobState& job, RunFeed* feed) {
        input.options.requests = 1'000'000'000'000;
        return simulate(input, job, feed);
    });
    QVERIFY(!action("simulate.pause")->isEnabled());
    action("simulate.run")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(stage->session().progress() > 0, 60000);
    QTest::keyClick(stage, Qt::Key_F6);
    action("simulate.pause")->trigger();
    QVERIFY(stage->session().isPaused());
    QCOMPARE(action("simulate.pause")->text(), QString("&Continue"));
    QVERIFY2(stage->findChild<RunControls*>()->status().contains("paused"),
             qPrintable(stage->findChild<RunControls*>()->status()));
    action("simulate.pause")->trigger();
    QVERIFY(!stage->session().isPaused());
    action("simulate.pause")->trigger();
    const auto running = m_workbench->jobs().running();
    QCOMPARE(running.size(), std::size_t(1));
    action("simulate.cancel")->trigger();
    QVERIFY(!stage->isRunning());
    // It rested; being cancelled woke it and let it go.
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->jobs().running().empty(), 120000);
    QVERIFY(!stage->shown());
    QVERIFY(action("simulate.run")->isEnabled());
}

void SimulateStageTest::pausedTimeIsNotWorkingTime() {
    JobState job{QString()};
    job.pause();
    std::atomic<bool> rested{false};
    std::thread worker([&] {
        job.rest();
        rested = true;
    });
    QVERIFY(!rested);
    job.resume();
    worker.join();
    QVERIFY(rested);
    QVERIFY(job.restedSeconds() >= 0);
    const double before = job.restedSeconds();
    job.rest(); // not paused: nothing is added
    QCOMPARE(job.restedSeconds(), before);
}

void SimulateStageTest::scrubberShowsAMoment() {
    SimulateStage* stage = make();
    runIt(*stage);
    RunPage& page = stage->page();
    auto* scrubber = page.load()->findChild<TimeScrubber*>();
    QVERIFY(scrubber->isEnabled());
    QCOMPARE(page.load()->moment(), kWholeRun);
    const QString whole = page.load()->words();
    const BarChart before = std::get<BarChart>(page.partitions()->view()->chart());
    scrubber->setFocus();
    QTest::keyClick(scrubber, Qt::Key_Home);
    QTest::keyClick(scrubber, Qt::Key_Right);
    QTest::keyClick(scrubber, Qt::Key_PageUp);
    QCOMPARE(page.load()->moment(), 11);
    QVERIFY(page.load()->words() != whole);
    QVERIFY2(page.load()->words().contains(momentWord(*stage->shown(), 11)), qPrintable(page.load()->words()));
    // Bars show the window: their sum is the table's operations in it, by its length in all runs.
    const simulator::Window& window = stage->shown()->result.series[11];
    double operations = 0;
    for (const std::uint32_t count : window.operations[page.load()->table()])
        operations += count;
    double drawn = 0;
    const BarChart bars = std::get<BarChart>(page.partitions()->view()->chart());
    for (const Bar& bar : bars.bars)
        drawn += bar.value * window.seconds * stage->shown()->result.replications;
    if (bars.bars.size() == stage->shown()->result.tables[page.load()->table()].partitions.size())
        QVERIFY2(qAbs(drawn - operations) < 1e-6 * operations, "bars are the window's operations");
    const BarChart nodes = std::get<BarChart>(page.nodes()->view()->chart());
    double busiest = 0;
    for (const double one : window.nodeUtilisation)
        busiest = std::max(busiest, one);
    QCOMPARE(nodes.bars.front().value, busiest);
    // The same moment is marked in the charts over time.
    QVERIFY(page.latency()->view()->marker());
    QCOMPARE(*page.latency()->view()->marker(), momentOnAxis(*stage->shown(), 11));
    QTest::keyClick(scrubber, Qt::Key_End);
    QCOMPARE(page.load()->moment(), int(stage->shown()->result.series.size()) - 1);
    // A click goes where it is; the track lies under the axis.
    const QRect plot = page.load()->view()->plotRect();
    QTest::mouseClick(scrubber, Qt::LeftButton, {}, QPoint(plot.left() + plot.width() / 2, scrubber->height() / 2));
    QVERIFY(qAbs(page.load()->moment() - 30) <= 1);
    QVERIFY(!scrubber->accessibleName().isEmpty());
    QCOMPARE(scrubber->accessibleDescription(), momentWord(*stage->shown(), page.load()->moment()));
    QTest::keyClick(scrubber, Qt::Key_Escape);
    QCOMPARE(page.load()->moment(), kWholeRun);
    QCOMPARE(page.load()->words(), whole);
    QVERIFY(!page.latency()->view()->marker());
}

void SimulateStageTest::heatCellChoosesPartitionAndMoment() {
    SimulateStage* stage = make();
    runIt(*stage);
    RunPage& page = stage->page();
    ChartView* heat = page.load()->view();
    const auto& chart = std::get<HeatChart>(heat->chart());
    const int columns = int(chart.columns.size());
    emit heat->stopSelected(5 * columns + 7);
    QCOMPARE(page.load()->moment(), 7);
    const HeatRows rows(*stage->shown(), page.load()->table());
    QCOMPARE(int(rows.rowOf(std::size_t(page.load()->partition()))), 5);
    QCOMPARE(heat->selectedStop(), 5 * columns + 7);
    QVERIFY(page.load()->words().contains(QString("Partition %1").arg(page.load()->partition())));
}

/// 3,376 partitions are counted in 1,024 runs and drawn in 128 rows of 8 runs: partition p belongs to run
/// floor(p * 1024 / 3376), so row 1 begins at ceil(8 * 3376 / 1024) = ceil(26.375) = 27 and the last row, 127, at
/// ceil(1016 * 3376 / 1024) = ceil(3349.625) = 3350.
void SimulateStageTest::rowsOfTheHeatMapAreTheirPartitions() {
    Simulation simulation;
    simulation.result.tables.resize(1);
    simulation.result.tables[0].partitions.resize(3376);
    simulation.result.series.resize(1);
    simulation.result.series[0].operations = {std::vector<std::uint32_t>(1024)};
    const HeatRows rows(simulation, 0);
    QCOMPARE(rows.rows(), std::size_t(128));
    QCOMPARE(rows.firstOfRow(1), std::size_t(27));
    QCOMPARE(rows.firstOfRow(127), std::size_t(3350));
    for (std::size_t p = 0; p < 3376; ++p) {
        const std::size_t row = rows.rowOf(p);
        QVERIFY(rows.firstOfRow(row) <= p && (row + 1 == rows.rows() || p < rows.firstOfRow(row + 1)));
    }
}

void SimulateStageTest::chartTableAndCsv() {
    SimulateStage* stage = make();
    runIt(*stage);
    RunPage& page = stage->page();
    QTemporaryDir folder;
    for (ChartCard* card :
         std::initializer_list<ChartCard*>{page.load(), page.latency(), page.partitions(), page.nodes()}) {
        ChartView* view = card->view();
        QVERIFY(view->tableButton()->isVisible());
        QVERIFY(view->menuButton()->isVisible());
        QTest::mouseClick(view->tableButton(), Qt::LeftButton);
        QVERIFY(view->showsTable());
        QVERIFY(view->table()->model()->rowCount() > 0);
        QTest::mouseClick(view->tableButton(), Qt::LeftButton);
        QVERIFY(!view->showsTable());
        // The file dialog of the menu's entry does not block.
        for (QAction* entry : view->menuButton()->menu()->actions())
            if (entry->text().contains("CS&V"))
                entry->trigger();
        auto* dialog = view->findChild<QFileDialog*>();
        QVERIFY(dialog);
        const QString file = folder.filePath("chart.csv");
        emit dialog->fileSelected(file);
        dialog->reject();
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray csv = written.readAll();
        QCOMPARE(csv, chartCsv(view->chart()));
        QVERIFY(csv.count("\r\n") > 1);
    }
}

void SimulateStageTest::pinnedRunIsDrawnBeside() {
    SimulateStage* stage = make();
    runIt(*stage);
    RunPage& page = stage->page();
    QVERIFY(page.compare()->isHidden());
    action("simulate.pin")->trigger();
    QVERIFY(stage->session().pinned() == stage->shown());
    QVERIFY(page.compare()->isHidden()); // nothing to compare it with yet
    const SimulationPtr first = stage->shown();
    stage->findChild<ValueSlider*>("traffic")->setValue(2);
    QTRY_VERIFY_WITH_TIMEOUT(!stage->session().isLooking() && stage->session().beside(), 60000);
    QVERIFY(stage->session().beside() != first);
    QCOMPARE(stage->session().beside()->input.options.requests, stage->shown()->input.options.requests);
    runIt(*stage);
    QVERIFY(stage->session().beside() == first); // a run is compared with a run, a look with a look
    QVERIFY(!page.compare()->isHidden());
    // Common random numbers: the same stream asks for twice as much.
    QTableView* table = page.compare()->table();
    QVERIFY(table->model()->rowCount() > 5);
    bool seen = false;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        if (table->model()->index(row, 0).data().toString() == "Mean utilisation") {
            seen = true;
            const QString change = table->model()->index(row, 3).data().toString();
            QVERIFY2(change.startsWith(QString::fromUtf8("▲")), qPrintable(change));
        }
    QVERIFY(seen);
    QCOMPARE(page.compare()->findChild<QLabel*>("cost")->text(), QString("It costs nothing more."));
    int ghosts = 0;
    for (const LineSeries& series : std::get<LineChart>(page.latency()->view()->chart()).series)
        ghosts += series.stroke == Stroke::Ghost;
    QCOMPARE(ghosts, 1);
    QVERIFY(!std::get<BarChart>(page.partitions()->view()->chart()).before.empty());
    page.latency()->setShown(LatencyPanel::Tail);
    ghosts = 0;
    for (const LineSeries& series : std::get<LineChart>(page.latency()->view()->chart()).series)
        ghosts += series.stroke == Stroke::Ghost;
    QCOMPARE(ghosts, 1);
    action("simulate.pin")->trigger();
    QVERIFY(!stage->session().pinned());
    QVERIFY(page.compare()->isHidden());
}

void SimulateStageTest::staleIsSaidAndFaded() {
    SimulateStage* stage = make();
    runIt(*stage);
    auto* bar = stage->findChild<QWidget*>("staleBar");
    QVERIFY(bar->isHidden());
    QVERIFY(!stage->page().load()->view()->isDimmed());
    QVERIFY(m_workbench->document().apply("rename", [](const model::Project& project) -> model::Result<model::Project> {
        model::Project after = project;
        after.name = "another";
        return after;
    }));
    QVERIFY(bar->isVisible());
    QVERIFY2(bar->findChild<QLabel*>()->text().contains("model changed"),
             qPrintable(bar->findChild<QLabel*>()->text()));
    QVERIFY(stage->page().load()->view()->isDimmed());
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->analysis().isCurrent(), 120000);
    QTest::mouseClick(bar->findChild<QPushButton*>(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!stage->isRunning(), 60000);
    QVERIFY(bar->isHidden());
    QVERIFY(!stage->page().load()->view()->isDimmed());
}

void SimulateStageTest::sliderAnswers() {
    SimulateStage* stage = make();
    runIt(*stage);
    const SimulationPtr before = stage->shown();
    auto* answer = stage->findChild<AnswerLine*>();
    QVERIFY(answer->isVisible());
    auto* traffic = stage->findChild<ValueSlider*>("traffic");
    traffic->slider()->setFocus();
    QTest::keyClick(traffic->slider(), Qt::Key_Right); // × 1.1
    QCOMPARE(traffic->value(), 1.1);
    QVERIFY(stage->isStale());
    QVERIFY(stage->session().isLooking());
    QVERIFY(stage->page().load()->view()->isDimmed()); // the earlier result stays, faded
    QVERIFY(stage->shown() == before);
    // The formula answers first, of the supposed traffic.
    QTRY_VERIFY_WITH_TIMEOUT(stage->session().supposed().has_value() || !stage->session().isLooking(), 120000);
    QTRY_VERIFY_WITH_TIMEOUT(!stage->session().isLooking(), 60000);
    QVERIFY(stage->shown() != before);
    QVERIFY(stage->shown()->input.quick);
    QVERIFY(!stage->isStale());
    QVERIFY(!stage->page().load()->view()->isDimmed());
    // 1.1 times the rate in the scenario, and in the formula.
    const auto rate = [](const Simulation& run) { return run.compiled->scenario.streams.front().rate; };
    QVERIFY(qAbs(rate(*stage->shown()) / rate(*before) - 1.1) < 1e-9);
    // Eight replications give the simulated p99 its interval, which holds it.
    const auto interval = stage->shown()->result.streams[0].ci95.find("p99_ms");
    QVERIFY(interval != stage->shown()->result.streams[0].ci95.end());
    QVERIFY(interval->second.low <= stage->shown()->result.streams[0].latency.p99Ms);
    QVERIFY(interval->second.high >= stage->shown()->result.streams[0].latency.p99Ms);
    QVERIFY2(answer->text().contains("95 %"), qPrintable(answer->text()));
    QVERIFY(stage->shown()->analytic(0));
    QVERIFY(qAbs(stage->shown()->analytic(0)->peakQps.value() / before->analytic(0)->peakQps.value() - 1.1) < 1e-9);
    QVERIFY2(stage->findChild<RunControls*>()->status().contains("quick"),
             qPrintable(stage->findChild<RunControls*>()->status()));
    QTest::mouseClick(stage->findChild<QPushButton*>("asDesigned"), Qt::LeftButton);
    QCOMPARE(traffic->value(), 1.0);
    QTRY_VERIFY_WITH_TIMEOUT(!stage->session().isLooking(), 60000);
    QVERIFY(stage->shown()->input.supposed.empty());
}

void SimulateStageTest::supposeFieldTakesSwitches() {
    SimulateStage* stage = make();
    runIt(*stage);
    auto* bar = stage->findChild<SupposeBar*>();
    auto* field = bar->findChild<QComboBox*>("suppose")->lineEdit();
    QSignalSpy errors(m_workbench.get(), &Workbench::errorShown);
    field->setFocus();
    QTest::keyClicks(field, "partitons=64");
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(errors.count(), 1);
    QVERIFY(field->property("invalid").toBool());
    field->clear();
    QTest::keyClicks(field, "partitions=64");
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(bar->supposed().size(), std::size_t(1));
    QTRY_VERIFY_WITH_TIMEOUT(!stage->session().isLooking(), 60000);
    QCOMPARE(stage->shown()->compiled->scenario.tables.front().partitions, 64U);
    auto* chip = bar->findChild<QPushButton*>("chip");
    QVERIFY(chip->text().contains("partitions=64"));
    QTest::mouseClick(chip, Qt::LeftButton);
    QVERIFY(bar->supposed().empty());
    QTRY_VERIFY_WITH_TIMEOUT(!stage->session().isLooking(), 60000);
    QVERIFY(stage->shown()->compiled->scenario.tables.front().partitions != 64U);
}

void SimulateStageTest::managedNodesStay() {
    QVERIFY(
        m_workbench->document().apply("dynamodb", [](const model::Project& project) -> model::Result<model::Project> {
            model::Project after = project;
            model::Layout layout;
            layout.id = after.newId<model::LayoutId>();
            layout.engine = "dynamodb";
            after.layouts.set(layout);
            return after;
        }));
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->analysis().isCurrent(), 120000);
    SimulateStage* stage = make();
    QVERIFY(stage->findChild<ValueSlider*>("nodes")->isEnabled());
    m_workbench->selection().setLayout(layout("dynamodb"));
    QVERIFY(!stage->findChild<ValueSlider*>("nodes")->isEnabled());
}

/// One key that takes most of the traffic makes a partition hot; what may help is tried, and a click supposes it beside
/// the run as it was.
void SimulateStageTest::remediesAreTriedAndTaken() {
    SimulateStage* stage = make();
    stage->findChild<ValueSlider*>("skew")->setValue(1.5);
    stage->findChild<ValueSlider*>("traffic")->setValue(100);
    runIt(*stage);
    const SimulationPtr hot = stage->shown();
    RemedyList* remedies = stage->page().load()->remedies();
    QTRY_VERIFY_WITH_TIMEOUT(!remedies->isTrying(), 60000);
    const auto rows = remedies->findChildren<QPushButton*>("remedy");
    QVERIFY2(!rows.isEmpty(), "a hot partition has a remedy");
    QVERIFY2(rows.front()->accessibleName().contains("p99"), qPrintable(rows.front()->accessibleName()));
    QVERIFY2(rows.front()->toolTip().contains("ost"), qPrintable(rows.front()->toolTip())); // Cost, or costs nothing
    QTest::mouseClick(rows.front(), Qt::LeftButton);
    QVERIFY(stage->session().pinned() == hot);
    QVERIFY(stage->isStale());
    QTRY_VERIFY_WITH_TIMEOUT(!stage->session().isLooking() && stage->session().beside(), 60000);
    QVERIFY(stage->shown()->input.supposed.size() > hot->input.supposed.size() ||
            stage->shown()->input.supposed != hot->input.supposed);
    QVERIFY(!stage->page().compare()->isHidden());
    QVERIFY(!remedies->findChildren<QPushButton*>("remedy").isEmpty()); // others can be tried instead
}

/// The tail's chart and the CDF are the same distribution with the axes changed.
void SimulateStageTest::tailChart() {
    SimulateStage* stage = make();
    runIt(*stage);
    const LineChart cdf = latencyCdfChart(*stage->shown(), 0);
    const LineChart tail = latencyTailChart(*stage->shown(), 0);
    QCOMPARE(cdf.series.front().x.size(), tail.series.front().y.size());
    for (std::size_t i = 0; i < cdf.series.front().x.size(); ++i) {
        QCOMPARE(cdf.series.front().x[i], tail.series.front().y[i]);
        QVERIFY(qAbs(percentileAt(tail.series.front().x[i]) - cdf.series.front().y[i]) < 1e-9);
    }
    // Beyond 99 %: ten a decade while ten samples lie beyond.
    const double count = double(stage->shown()->result.streams[0].count);
    const double reach = percentileAt(tail.series.front().x.back());
    QVERIFY(count * (1 - reach) >= 10 - 1e-6);
    QVERIFY(count * (1 - reach) < 10 * std::pow(10, 0.1) + 1e-6);
    QCOMPARE(tail.series.back().stroke, Stroke::Points); // the analytic ones
    QCOMPARE(tail.series.back().y.size(), std::size_t(3));
    QCOMPARE(tail.thresholds.size(), std::size_t(1));
}

/// Everything that can be acted on takes the focus by Tab and has a name.
void SimulateStageTest::keyboardReachesEverything() {
    SimulateStage* stage = make();
    runIt(*stage);
    for (QWidget* widget : stage->findChildren<QWidget*>()) {
        const bool acts = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QAbstractSlider*>(widget) ||
                          qobject_cast<QComboBox*>(widget) || qobject_cast<ChartView*>(widget);
        if (!acts || !widget->isVisible() || qobject_cast<QScrollBar*>(widget))
            continue;
        const QString what =
            QString("%1 %2 %3").arg(widget->metaObject()->className(), widget->objectName(), widget->toolTip());
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        // Of buttons that exclude each other, Tab reaches the chosen one and arrows the others.
        const bool byArrows = button && button->group() && button->group()->exclusive() && !button->isChecked();
        QVERIFY2(byArrows || (widget->focusPolicy() & Qt::TabFocus), qPrintable(what));
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()), qPrintable(what));
    }
}

QTEST_MAIN(SimulateStageTest)
#include "simulate_stage_test.moc"
