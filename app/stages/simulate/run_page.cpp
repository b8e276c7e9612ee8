// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/run_page.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include "app/charts/chart_card.h"
#include "app/charts/chart_view.h"
#include "app/stages/simulate/compare_card.h"
#include "app/stages/simulate/latency_panel.h"
#include "app/stages/simulate/load_panel.h"
#include "app/stages/simulate/remedy_list.h"
#include "app/stages/simulate/result_table_model.h"
#include "app/stages/simulate/run_charts.h"
#include "app/stages/tables.h"
#include "app/theme/metrics.h"

namespace shardscape::app {
namespace {

constexpr int kMostRows = 12;
constexpr int kAroundRows = 56;

} // namespace

RunPage::RunPage(Workbench& workbench, QWidget* parent)
    : QScrollArea(parent)
    , m_workbench(workbench)
    , m_load(new LoadPanel(workbench.theme(), workbench.jobs()))
    , m_latency(new LatencyPanel(workbench.theme()))
    , m_partitions(new ChartCard(tr("Partitions"), workbench.theme()))
    , m_nodes(new ChartCard(tr("Nodes"), workbench.theme()))
    , m_compare(new CompareCard(workbench.theme())) {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(kSpaceBetween, kSpaceBetween, kSpaceBetween, kSpaceBetween);
    layout->setSpacing(kSpaceBetween);
    layout->addWidget(m_load, 5);
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpaceBetween);
    row->addWidget(m_latency, 6);
    row->addWidget(m_partitions, 3);
    row->addWidget(m_nodes, 3);
    layout->addLayout(row, 4);
    layout->addWidget(m_compare);
    layout->addWidget(buildPatterns());
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(page);

    connect(m_compare, &CompareCard::unpinRequested, this, &RunPage::unpinRequested);
    connect(m_load->remedies(), &RemedyList::chosen, this, &RunPage::remedyChosen);
    connect(m_load, &LoadPanel::chosen, this, &RunPage::showMoment);
    connect(m_latency, &LatencyPanel::streamChosen, this, &RunPage::streamChosen);
    connect(m_partitions->view(), &ChartView::stopSelected, this, [this](int stop) {
        m_load->setPartition(m_partitionOfBar[std::size_t(stop)]);
        showBars();
    });
    connect(m_nodes->view(), &ChartView::stopSelected, this, [this](int stop) {
        m_node = m_nodeOfBar[std::size_t(stop)];
        showBars();
    });
    for (ChartCard* card : std::initializer_list<ChartCard*>{m_load, m_latency, m_partitions, m_nodes})
        connect(card->view(), &ChartView::exportFailed, &workbench,
                [&workbench](const QString& reason) { workbench.showMessage(reason); });
}

QWidget* RunPage::buildPatterns() {
    m_patternModel = new ResultTableModel(this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(m_patternModel);
    m_sorted->setSortRole(kSortRole);
    m_patterns = new QTableView;
    m_patterns->setModel(m_sorted);
    m_patterns->setAccessibleName(tr("Patterns"));
    setUpTable(*m_patterns, m_workbench.theme());
    openWorkingOnClick(*m_patterns, m_workbench);
    m_patterns->setSortingEnabled(true);
    m_patterns->sortByColumn(ResultTableModel::P99, Qt::DescendingOrder);
    m_patterns->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_patterns->horizontalHeader()->setStretchLastSection(true);
    m_patternCard = new Card(tr("Patterns"));
    m_patternCard->setCaption(
        tr("simulated in bold · ● misses the wanted p99 · ▲ close to it · ≈ too few requests to be sure"));
    m_patternCard->body()->addWidget(m_patterns);
    connect(m_patterns->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (!index.isValid() || !m_patterns->hasFocus())
                    return;
                m_latency->setStream(m_sorted->mapToSource(index).row());
                emit streamChosen(stream());
            });
    return m_patternCard;
}

int RunPage::stream() const {
    return m_latency->stream();
}

void RunPage::setRun(SimulationPtr run, SimulationPtr before) {
    const bool another = run != m_run;
    m_run = std::move(run);
    m_before = m_run && !m_run->partial ? std::move(before) : nullptr;
    if (m_before == m_run)
        m_before = nullptr;
    if (!m_run)
        return;
    if (another) {
        m_node = -1;
        m_load->setRun(m_run);
    }
    m_latency->setRun(m_run, m_before);
    m_compare->setRuns(m_before, m_run);
    showPatterns();
    showMoment();
}

void RunPage::grow() {
    if (!m_run)
        return;
    m_load->grow();
    m_latency->grow();
    showPatterns();
    showMoment();
}

void RunPage::setDimmed(bool dimmed) {
    for (ChartCard* card : std::initializer_list<ChartCard*>{m_load, m_latency, m_partitions, m_nodes})
        card->view()->setDimmed(dimmed);
    for (QTableView* table : {m_patterns, m_compare->table()}) {
        table->setProperty("dimmed", dimmed);
        table->viewport()->update();
    }
}

void RunPage::showMoment() {
    if (!m_run)
        return;
    m_latency->setMoment(m_load->isFollowing() ? kWholeRun : m_load->moment());
    showBars();
}

void RunPage::showBars() {
    const int moment = m_load->moment();
    int partition = m_load->partition();
    const auto& tables = m_run->result.tables;
    if (m_load->table() < tables.size()) {
        if (partition < 0 && moment < 0)
            partition = int(tables[m_load->table()].hottest);
        BarChart chart = loadBarChart(*m_run, m_load->table(), partition, &m_partitionOfBar, moment, m_before.get());
        if (partition < 0 && !chart.bars.empty())
            chart.highlighted = 0;
        m_partitions->view()->setChart(std::move(chart));
    }
    BarChart nodes = nodeChart(*m_run, m_node, &m_nodeOfBar, moment, m_before.get());
    if (m_node < 0 && !nodes.bars.empty())
        nodes.highlighted = 0;
    m_nodes->view()->setChart(std::move(nodes));
}

void RunPage::showPatterns() {
    m_patternModel->setSimulation(m_run);
    m_patternCard->setFixedHeight(kRowHeight * (std::min(kMostRows, m_patternModel->rowCount()) + 1) + kAroundRows);
}

} // namespace shardscape::app
