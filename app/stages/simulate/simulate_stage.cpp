// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/simulate_stage.h"

#include <algorithm>

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/charts/chart_view.h"
#include "app/stages/engine_switch.h"
#include "app/stages/property_list.h"
#include "app/stages/simulate/result_table_model.h"
#include "app/stages/simulate/run_charts.h"
#include "app/stages/simulate/run_controls.h"
#include "app/stages/simulate/run_words.h"
#include "app/stages/tables.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

constexpr int kPollMs = 100;
constexpr int kSideWidth = 250;
constexpr std::size_t kMostKeys = 8;
/// Of all requests; keys below this share heat nothing.
constexpr double kHotShare = 0.0001;

/// The table whose busiest partition has most operations above its table's mean: where the skew hurts.
int mostUneven(const simulator::RunResult& result) {
    int found = 0;
    double most = -1;
    for (std::size_t i = 0; i < result.tables.size(); ++i) {
        double sum = 0;
        double largest = 0;
        for (const simulator::PartitionResult& partition : result.tables[i].partitions) {
            sum += double(partition.operations);
            largest = std::max(largest, double(partition.operations));
        }
        const double excess = largest - sum / std::max(1.0, double(result.tables[i].partitions.size()));
        if (excess > most) {
            most = excess;
            found = int(i);
        }
    }
    return found;
}

} // namespace

SimulateStage::SimulateStage(Workbench& workbench, QWidget* parent, SimulateFunction simulateWith)
    : Stage(workbench, parent)
    , m_simulate(simulateWith ? std::move(simulateWith) : SimulateFunction(&simulate)) {
    buildActions();
    build();
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this, &SimulateStage::updateRunning);
    connect(&workbench.document(), &Document::changed, this, [this](const Change& change) {
        if (change.kind == Change::Kind::Reset) {
            cancel();
            m_runs.clear();
        }
        refresh();
    });
    connect(&workbench.analysis(), &AnalysisService::analysisReady, this, &SimulateStage::refresh);
    connect(&workbench.selection(), &Selection::layoutChanged, this, &SimulateStage::refresh);
    refresh();
}

SimulateStage::~SimulateStage() {
    if (m_job)
        m_job->cancel();
}

void SimulateStage::buildActions() {
    Actions& actions = workbench().actions();
    m_run = actions.add({QStringLiteral("simulate.run"),
                         tr("&Run"),
                         QStringLiteral("run"),
                         {QKeySequence(Qt::Key_F5)},
                         Menu::Run,
                         false,
                         false,
                         tr("Simulate the current engine under the written traffic")});
    m_run->setProperty("primary", true);
    m_cancel = actions.add({QStringLiteral("simulate.cancel"),
                            tr("&Cancel"),
                            QStringLiteral("stop"),
                            {QKeySequence(QStringLiteral("Shift+F5"))},
                            Menu::Run,
                            false,
                            false,
                            tr("Stop the simulation that runs")});
    m_switch = new EngineSwitchAction(workbench(), this);
    connect(m_run, &QAction::triggered, this, &SimulateStage::run);
    connect(m_cancel, &QAction::triggered, this, &SimulateStage::cancel);
}

QList<QAction*> SimulateStage::headerActions() {
    return {m_switch, m_cancel, m_run};
}

void SimulateStage::activate() {
    refresh();
    if (m_heat->isVisible())
        m_heat->setFocus(Qt::OtherFocusReason);
}

void SimulateStage::build() {
    m_controls = new RunControls;
    connect(m_controls, &RunControls::changed, this, &SimulateStage::showStatus);
    m_empty = new EmptyState(workbench().theme(), QStringLiteral("simulate"), {}, {});
    m_emptyRun = m_empty->addButton(tr("Run"), true);
    connect(m_emptyRun, &QPushButton::clicked, this, &SimulateStage::run);
    m_emptyGo = m_empty->addButton(tr("Choose engines"), true);
    connect(m_emptyGo, &QPushButton::clicked, this, [this] { workbench().goTo(QStringLiteral("physical")); });
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_empty);
    m_pages->addWidget(buildResults());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_controls);
    layout->addWidget(m_pages, 1);
}

ChartView* SimulateStage::makeChart(Card* card) {
    auto* view = new ChartView(workbench().theme());
    card->addControl(view->menuButton());
    view->menuButton()->show();
    card->body()->addWidget(view, 1);
    connect(view, &ChartView::exportFailed, this, [this](const QString& reason) { workbench().showMessage(reason); });
    return view;
}

QWidget* SimulateStage::buildExplanation() {
    auto* side = new QWidget;
    side->setFixedWidth(kSideWidth);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(kSpaceInside, 0, 0, 0);
    layout->setSpacing(kSpaceTight);
    m_spotTitle = makeLabel({}, "muted", "caption");
    m_spotText = new QLabel;
    m_spotText->setWordWrap(true);
    m_spotText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_spotTitle);
    layout->addWidget(m_spotText);
    layout->addStretch();
    return side;
}

QWidget* SimulateStage::buildResults() {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(kSpaceBetween, kSpaceBetween, kSpaceBetween, kSpaceBetween);
    layout->setSpacing(kSpaceBetween);

    m_heatCard = new Card(tr("Load per partition over time"));
    m_table = new QComboBox;
    m_table->setAccessibleName(tr("Structure"));
    m_heatCard->addControl(m_table);
    auto* line = new QHBoxLayout;
    m_heat = new ChartView(workbench().theme());
    m_heatCard->addControl(m_heat->menuButton());
    m_heat->menuButton()->show();
    line->addWidget(m_heat, 1);
    line->addWidget(buildExplanation());
    m_heatCard->body()->addLayout(line, 1);
    m_heatCard->setMinimumHeight(250);
    layout->addWidget(m_heatCard, 5);

    auto* row = new QHBoxLayout;
    row->setSpacing(kSpaceBetween);
    auto* latencyCard = new Card(tr("Latency over time"));
    m_stream = new QComboBox;
    m_stream->setAccessibleName(tr("Pattern"));
    latencyCard->addControl(m_stream);
    m_latency = makeChart(latencyCard);
    auto* cdfCard = new Card(tr("Distribution"));
    m_cdf = makeChart(cdfCard);
    auto* loadCard = new Card(tr("Load by partition"));
    m_load = makeChart(loadCard);
    row->addWidget(latencyCard, 5);
    row->addWidget(cdfCard, 3);
    row->addWidget(loadCard, 3);
    latencyCard->setMinimumHeight(230);
    layout->addLayout(row, 4);

    m_resultModel = new ResultTableModel(this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(m_resultModel);
    m_sorted->setSortRole(kSortRole);
    m_results = new QTableView;
    m_results->setModel(m_sorted);
    m_results->setAccessibleName(tr("Patterns"));
    setUpTable(*m_results, workbench().theme());
    openWorkingOnClick(*m_results, workbench());
    m_results->setSortingEnabled(true);
    m_results->sortByColumn(ResultTableModel::P99, Qt::DescendingOrder);
    m_results->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_results->horizontalHeader()->setStretchLastSection(true);
    m_resultsCard = new Card(tr("Patterns"));
    m_resultsCard->setCaption(
        tr("simulated in bold · ● misses the wanted p99 · ▲ close to it · ≈ too few requests to be sure"));
    m_resultsCard->body()->addWidget(m_results);
    layout->addWidget(m_resultsCard);

    connect(m_table, &QComboBox::activated, this, [this] {
        m_partition = -1;
        showCharts();
    });
    connect(m_stream, &QComboBox::activated, this, &SimulateStage::showCharts);
    connect(m_results->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid() && m_results->hasFocus()) {
                    m_stream->setCurrentIndex(m_sorted->mapToSource(index).row() + 1);
                    showCharts();
                }
            });
    connect(m_heat, &ChartView::stopSelected, this, [this](int stop) {
        const auto& chart = std::get<HeatChart>(m_heat->chart());
        m_heat->setSelectedStop(stop);
        selectPartition(stop / int(chart.columns.size()) *
                        partitionsPerRow(*m_shown, std::size_t(m_table->currentIndex())));
    });
    connect(m_load, &ChartView::stopSelected, this,
            [this](int stop) { selectPartition(m_barPartitions[std::size_t(stop)]); });

    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    return scroll;
}

void SimulateStage::run() {
    if (m_job)
        return;
    const AnalysisPtr analysis = workbench().analysis().latest();
    const model::LayoutId layout = workbench().selection().layout();
    if (!workbench().analysis().isCurrent() || !analysis->estimate(layout))
        return;
    const SimulationInput input{workbench().project(), analysis, layout, m_controls->options()};
    m_failed = false;
    m_job = workbench().jobs().start<SimulationPtr>(
        tr("Simulating %1").arg(engineTitle(workbench(), analysis->find(layout)->engine)),
        [input, simulateWith = m_simulate](JobState& job) { return simulateWith(input, job); }, this,
        [this, layout](model::Result<SimulationPtr> result) { finish(std::move(result), layout); });
    m_poll.start();
    refresh();
}

void SimulateStage::cancel() {
    if (!m_job)
        return;
    m_job->cancel(); // its result will not be delivered
    m_job.reset();
    m_poll.stop();
    refresh();
}

void SimulateStage::finish(model::Result<SimulationPtr> result, model::LayoutId layout) {
    m_job.reset();
    m_poll.stop();
    if (result) {
        m_runs[layout] = *result;
        workbench().selection().setLayout(layout);
    } else {
        m_failed = true;
        m_error = result.error();
        workbench().showError(m_error);
    }
    refresh();
}

void SimulateStage::updateRunning() {
    m_controls->showProgress(isRunning(), m_job ? m_job->progress() : 0);
}

bool SimulateStage::isStale() const {
    return m_shown && (m_shown->input.project != workbench().project() ||
                       !sameOptions(m_shown->input.options, m_controls->options()));
}

void SimulateStage::refresh() {
    const model::LayoutId layout = workbench().selection().layout();
    const auto found = m_runs.find(layout);
    const SimulationPtr run = found == m_runs.end() ? nullptr : found->second;
    const bool another = run != m_shown;
    m_shown = run;
    const bool ready = workbench().estimate() && workbench().analysis().isCurrent();
    m_run->setEnabled(ready && !isRunning());
    m_run->setVisible(!isRunning());
    m_cancel->setVisible(isRunning());
    m_cancel->setEnabled(isRunning());
    m_emptyRun->setEnabled(m_run->isEnabled());
    updateRunning();
    m_pages->setCurrentIndex(m_shown ? 1 : 0);
    const bool noEngine = workbench().project()->layouts.empty();
    m_controls->setVisible(!noEngine);
    m_emptyGo->setVisible(noEngine);
    m_emptyRun->setVisible(!noEngine && !isRunning());
    if (noEngine)
        m_empty->setText(
            tr("No engine to simulate"),
            tr("A simulation sends the written traffic through the partitions and nodes of an engine. Choose one "
               "to begin."));
    else if (isRunning())
        m_empty->setText(tr("Simulating…"), tr("The window stays free meanwhile."));
    else if (m_failed)
        m_empty->setText(
            tr("The simulation could not run"),
            QString::fromStdString(m_error.message + (m_error.advice.empty() ? "" : " " + m_error.advice)));
    else
        m_empty->setText(
            tr("Not simulated yet"),
            tr("Run the written traffic through this engine to see which partitions get hot, which keys make them "
               "so, and what that does to the latency of each pattern."));
    if (another && m_shown) {
        m_partition = -1;
        fillChoices();
        showCharts();
    }
    showStatus();
    showInspector();
}

void SimulateStage::showStatus() {
    if (isRunning())
        m_controls->setStatus(tr("running…"));
    else if (isStale())
        m_controls->setStatus(m_shown->input.project != workbench().project()
                                  ? tr("▲ the model changed since this run: run again")
                                  : tr("▲ other settings than this run's: run again"),
                              "warn");
    else
        m_controls->setStatus(m_shown ? describeRun(*m_shown) : QString());
}

void SimulateStage::fillChoices() {
    const auto& result = m_shown->result;
    m_table->clear();
    for (const simulator::TableResult& table : result.tables)
        m_table->addItem(table.name.empty() ? tr("all") : QString::fromStdString(table.name));
    m_table->setVisible(result.tables.size() > 1);
    if (!result.tables.empty())
        m_table->setCurrentIndex(mostUneven(result));
    const int before = m_stream->currentIndex();
    m_stream->clear();
    m_stream->addItem(tr("all patterns, p99"));
    int worst = 0;
    double excess = 0;
    for (std::size_t i = 0; i < result.streams.size(); ++i) {
        m_stream->addItem(QString::fromStdString(result.streams[i].pattern.empty() ? result.streams[i].name
                                                                                   : result.streams[i].pattern));
        const estimator::PatternEstimate* analytic = m_shown->analytic(i);
        const double wanted = analytic && analytic->wantedP99 ? analytic->wantedP99->value() : 1;
        if (result.streams[i].latency.p99Ms / 1000 / wanted > excess) {
            excess = result.streams[i].latency.p99Ms / 1000 / wanted;
            worst = int(i) + 1;
        }
    }
    m_stream->setCurrentIndex(before > 0 && before < m_stream->count() ? before : worst);
}

void SimulateStage::showCharts() {
    const auto table = std::size_t(std::max(0, m_table->currentIndex()));
    const int stream = m_stream->currentIndex() - 1;
    const auto& result = m_shown->result;
    m_latency->setChart(latencyChart(*m_shown, stream));
    m_cdf->setChart(latencyCdfChart(*m_shown, stream));
    m_resultModel->setSimulation(m_shown);
    m_resultsCard->setFixedHeight(kRowHeight * (std::min(12, m_resultModel->rowCount()) + 1) + 56);
    if (table >= result.tables.size())
        return;
    m_heat->setChart(loadHeatChart(*m_shown, table));
    const simulator::Skew& skew = result.tables[table].observed;
    m_heatCard->setCaption(tr("max/mean %1 · Gini %2 · %3 partitions")
                               .arg(skew.maxOverMean, 0, 'f', 2)
                               .arg(skew.gini, 0, 'f', 2)
                               .arg(result.tables[table].partitions.size()));
    selectPartition(m_partition >= 0 ? m_partition : int(result.tables[table].hottest));
}

void SimulateStage::selectPartition(int partition) {
    m_partition = partition;
    const auto table = std::size_t(std::max(0, m_table->currentIndex()));
    m_load->setChart(loadBarChart(*m_shown, table, partition, &m_barPartitions));
    const auto& chart = std::get<HeatChart>(m_heat->chart());
    const int columns = int(chart.columns.size());
    if (columns > 0) {
        const int row = partition / partitionsPerRow(*m_shown, table);
        if (m_heat->selectedStop() < 0 || m_heat->selectedStop() / columns != row) {
            int busiest = 0;
            for (int column = 1; column < columns; ++column)
                if (chart.at(row, column) > chart.at(row, busiest))
                    busiest = column;
            m_heat->setSelectedStop(row * columns + busiest);
        }
    }
    showExplanation();
}

void SimulateStage::showExplanation() {
    const auto table = std::size_t(std::max(0, m_table->currentIndex()));
    const bool hottest = m_partition == int(m_shown->result.tables[table].hottest);
    m_spotTitle->setText(hottest ? tr("Partition %1, the hottest").arg(m_partition)
                                 : tr("Partition %1").arg(m_partition));
    m_spotText->setText(explainPartition(*m_shown, table, m_partition));
}

QWidget* SimulateStage::inspector() {
    if (!m_list) {
        m_list = new PropertyList(workbench());
        showInspector();
    }
    return m_list;
}

void SimulateStage::showInspector() {
    if (!m_list)
        return;
    m_list->clear();
    if (!m_shown) {
        m_list->addHeading(tr("Results"), tr("Run to see them"));
        return;
    }
    const simulator::RunResult& result = m_shown->result;
    m_list->addHeading(tr("Results"), tr("%1 · nodes: %2")
                                          .arg(engineTitle(workbench(), m_shown->estimate()->design.engine))
                                          .arg(result.nodes.size()));
    if (isStale())
        m_list->addText(tr("▲ Of an older model or other settings"), Role::Warn);
    m_list->addRow(tr("Simulated time"), formatNumber(result.simulatedSeconds, estimator::Unit::Seconds));
    m_list->addGroup(tr("Cluster"));
    double sum = 0;
    std::uint64_t queue = 0;
    std::uint64_t refused = 0;
    const simulator::NodeResult* busiest = nullptr;
    for (const simulator::NodeResult& node : result.nodes) {
        sum += node.utilisation;
        queue = std::max(queue, node.maxQueue);
        refused += node.rejected;
        if (!busiest || node.utilisation > busiest->utilisation)
            busiest = &node;
    }
    if (busiest) {
        m_list->addRow(tr("Mean utilisation"), formatShare(sum / double(result.nodes.size())));
        const bool hot = busiest->utilisation > 0.9;
        m_list->addRow(
            hot ? tr("Hottest node ●") : tr("Hottest node"),
            QStringLiteral("%1 · %2").arg(formatShare(busiest->utilisation), QString::fromStdString(busiest->name)),
            hot ? Role::Bad : Role::Text);
        m_list->addRow(tr("Deepest queue"), formatNumber(double(queue), estimator::Unit::None));
        m_list->addRow(tr("Refused"), formatNumber(double(refused), estimator::Unit::None),
                       refused ? Role::Bad : Role::Text);
    }
    for (const simulator::CacheResult& cache : result.caches)
        m_list->addRow(tr("Cache hits"), formatShare(cache.hitRatio), Role::Text, QString::fromStdString(cache.name));
    if (!result.hottest.empty())
        m_list->addGroup(tr("Hottest keys"));
    const bool flat = !result.hottest.empty() && result.hottest.front().share < kHotShare;
    if (flat)
        m_list->addText(
            tr("No key stands out: the hottest takes less than %1 of the requests.").arg(formatShare(kHotShare)),
            Role::Muted);
    for (std::size_t i = 0; !flat && i < std::min(kMostKeys, result.hottest.size()); ++i) {
        const simulator::HotKey& key = result.hottest[i];
        QStringList who;
        for (const simulator::StreamShare& share : key.streams)
            if (share.stream < result.streams.size())
                who << QStringLiteral("%1 %2").arg(formatShare(share.share),
                                                   QString::fromStdString(result.streams[share.stream].name));
        m_list->addRow(keyWord(key.space, key.key), formatShare(key.share), Role::Text,
                       tr("%1 in partition %2 of %3: %4")
                           .arg(QString::fromStdString(key.key))
                           .arg(key.partition)
                           .arg(QString::fromStdString(key.table), who.join(QStringLiteral(", "))));
    }
    if (!m_shown->compiled.notes.empty())
        m_list->addGroup(tr("Simplified"));
    for (const std::string& note : m_shown->compiled.notes)
        m_list->addText(QString::fromStdString(note), Role::Muted);
}

} // namespace shardscape::app
