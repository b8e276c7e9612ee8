// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/estimate/estimate_stage.h"

#include <cmath>

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/charts/chart_card.h"
#include "app/charts/chart_view.h"
#include "app/stages/engine_switch.h"
#include "app/stages/estimate/estimate_charts.h"
#include "app/stages/estimate/outlook_sections.h"
#include "app/stages/estimate/outlook_service.h"
#include "app/stages/estimate/structure_table_model.h"
#include "app/stages/tables.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/sentences.h"
#include "app/theme/widgets.h"

namespace shardscape::app {

using estimator::Estimate;
using estimator::Figure;

namespace {

/// "rows and indexes ×6 · replicas ×2": what is above one.
QString writeCauses(const Estimate& estimate) {
    QStringList parts;
    for (const estimator::WriteCause& cause : estimate.writeCauses)
        if (cause.factor.value() > 1.005)
            parts << QStringLiteral("%1 ×%2").arg(said(cause.name),
                                                  formatNumber(cause.factor.value(), estimator::Unit::None));
    return parts.isEmpty() ? EstimateStage::tr("physical per logical write") : parts.join(QStringLiteral(" · "));
}

} // namespace

EstimateStage::EstimateStage(Workbench& workbench, QWidget* parent)
    : Stage(workbench, parent)
    , m_outlook(new OutlookService(workbench, this)) {
    build();
    m_switch = new EngineSwitchAction(workbench, this);
    connect(&workbench.analysis(), &AnalysisService::analysisReady, this, &EstimateStage::refresh);
    connect(&workbench.analysis(), &AnalysisService::stale, this, &EstimateStage::refresh);
    connect(&workbench.selection(), &Selection::layoutChanged, this, &EstimateStage::refresh);
    connect(m_outlook, &OutlookService::changed, this, [this] {
        showCost();
        if (const Estimate* estimate = this->workbench().estimate())
            showGrowth(*estimate);
    });
    connect(&workbench.selection(), &Selection::changed, this, [this] {
        const QString wanted = QString::fromStdString(this->workbench().selection().value().structure);
        for (int row = 0; row < m_sorted->rowCount(); ++row)
            if (m_sorted->index(row, 0).data().toString() == wanted)
                m_table->selectRow(row);
    });
    refresh();
}

QList<QAction*> EstimateStage::headerActions() {
    return {m_switch};
}

void EstimateStage::continueFrom(Stage& before) {
    if (const auto* other = qobject_cast<EstimateStage*>(&before))
        m_sections->showSection(other->m_sections->section());
}

void EstimateStage::activate() {
    refresh();
    if (m_table->isVisible())
        m_table->setFocus();
}

void EstimateStage::build() {
    m_pages = new QStackedWidget(this);
    m_empty = new EmptyState(workbench().theme(), QStringLiteral("estimate"), {}, {});
    QPushButton* choose = m_empty->addButton(tr("Choose engines"), true);
    connect(choose, &QPushButton::clicked, this, [this] { workbench().goTo(QStringLiteral("physical")); });
    m_pages->addWidget(m_empty);
    m_pages->addWidget(buildPage());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
}

QWidget* EstimateStage::buildPage() {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(kSpaceBetween, kSpaceBetween, kSpaceBetween, kSpaceBetween);
    layout->setSpacing(kSpaceBetween);

    m_headlineGrid = new QGridLayout;
    m_headlineGrid->setSpacing(kSpaceBetween);
    const QString names[kHeadlines] = {tr("Peak traffic"),        tr("Storage in a year"), tr("Nodes"),
                                       tr("Worst p99"),           tr("Cost a month"),      tr("A million requests"),
                                       tr("Write amplification"), tr("Mean utilisation")};
    for (std::size_t i = 0; i < kHeadlines; ++i) {
        m_headlines[i] = new HeadlineCard(names[i]);
        connect(m_headlines[i], &HeadlineCard::clicked, this, [this, i] {
            if (!m_figures[i].name().empty())
                workbench().showWorking(m_figures[i]);
        });
    }
    layout->addLayout(m_headlineGrid);

    auto* charts = new QHBoxLayout;
    charts->setSpacing(kSpaceBetween);
    m_growthCard = new ChartCard(tr("Storage growth"), workbench().theme());
    m_growth = m_growthCard->view();
    m_nodesCard = new ChartCard(tr("Nodes by constraint"), workbench().theme());
    m_nodes = m_nodesCard->view();
    connect(m_nodes, &ChartView::stopSelected, this, [this](int stop) {
        const auto& chart = std::get<RankChart>(m_nodes->chart());
        const Estimate* estimate = workbench().estimate();
        for (const estimator::NodeConstraint& constraint :
             estimate ? estimate->nodes.constraints : std::vector<estimator::NodeConstraint>())
            if (QString::fromStdString(constraint.name) == chart.bars[std::size_t(stop)].name)
                workbench().showWorking(constraint.nodes);
    });
    for (ChartView* view : {m_growth, m_nodes})
        connect(view, &ChartView::exportFailed, this,
                [this](const QString& reason) { workbench().showMessage(reason); });
    charts->addWidget(m_growthCard, 2);
    charts->addWidget(m_nodesCard, 1);
    m_growthCard->setMinimumHeight(230);
    layout->addLayout(charts, 3);

    m_model = new StructureTableModel(this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(kSortRole);
    m_table = new QTableView;
    m_table->setModel(m_sorted);
    m_table->setAccessibleName(tr("Structures"));
    setUpTable(*m_table, workbench().theme());
    openWorkingOnClick(*m_table, workbench());
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(StructureTableModel::TotalBytes, Qt::DescendingOrder);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(StructureTableModel::Name, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (index.isValid() && m_table->hasFocus())
            workbench().selection().selectStructure(index.siblingAtColumn(0).data().toString().toStdString());
    });
    m_sections = new OutlookSections(workbench(), *m_outlook, m_table);
    layout->addWidget(m_sections, 3);

    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

void EstimateStage::refresh() {
    const AnalysisPtr& analysis = workbench().analysis().latest();
    const LayoutAnalysis* layout = analysis->find(workbench().selection().layout());
    if (!layout || !layout->estimate) {
        showNothing(layout);
        return;
    }
    const Estimate& estimate = *layout->estimate;
    m_pages->setCurrentIndex(1);
    showHeadlines(estimate);
    const bool current = workbench().analysis().isCurrent();
    m_growthCard->setCaption(
        current ? (estimate.tiers.empty() ? tr("one copy, by structure") : tr("one copy, by structure and tier"))
                : tr("updating…"));
    showGrowth(estimate);
    m_nodes->setChart(nodesChart(estimate));
    m_model->setEstimate(analysis, &estimate);
    m_sections->setStructuresCaption(
        tr("%1 on %2, one copy").arg(estimate.structures.size()).arg(engineTitle(workbench(), layout->engine)));
    arrange();
}

void EstimateStage::showNothing(const LayoutAnalysis* layout) {
    m_pages->setCurrentIndex(0);
    m_model->setEstimate({}, nullptr);
    if (layout) {
        const model::Error& error = layout->estimate.error();
        m_empty->setText(tr("%1 cannot be estimated").arg(engineTitle(workbench(), layout->engine)),
                         said(error.message) + QLatin1Char(' ') + said(error.advice));
        return;
    }
    if (!workbench().project()->layouts.empty()) {
        m_empty->setText(tr("Estimating…"), tr("The numbers of this engine are on their way."));
        return;
    }
    m_empty->setText(tr("No engine to estimate"),
                     tr("Storage, nodes and latency are estimated for each engine the model is laid out on. Choose one "
                        "or more to see their numbers and how they were computed."));
}

void EstimateStage::showHeadlines(const Estimate& estimate) {
    const auto set = [this](std::size_t i, const Figure& figure, const QString& note, Role state = Role::Text) {
        m_figures[i] = figure;
        m_headlines[i]->setNumber(formatNumber(figure), formatExactly(figure), note, state);
    };
    set(0, estimate.peakQps, tr("all patterns, busiest second"));
    const double now = estimate.storageNow.value();
    set(1, estimate.storageInAYear, tr("replicated, now %1").arg(formatNumber(now, estimator::Unit::Bytes)));
    set(2, estimate.nodes.count, tr("bound by %1").arg(said(estimate.nodes.binding)));

    const estimator::PatternEstimate* worst = nullptr;
    int missed = 0;
    for (const estimator::PatternEstimate& pattern : estimate.patterns) {
        if (pattern.wantedP99 && !(pattern.p99.value() <= pattern.wantedP99->value()))
            ++missed;
        if (!worst && pattern.p99.value() == estimate.worstP99.value())
            worst = &pattern;
    }
    const QString who = worst ? QString::fromStdString(worst->name) : QString();
    if (!std::isfinite(estimate.worstP99.value()))
        set(3, estimate.worstP99, tr("● %1 overloads").arg(who), Role::Bad);
    else if (missed > 0)
        set(3, estimate.worstP99, tr("▲ %1 · %2 missed").arg(who).arg(missed), Role::Bad);
    else
        set(3, estimate.worstP99, who);
    set(6, estimate.writeAmplification, writeCauses(estimate));
    const double busy = estimate.meanUtilisation.value();
    set(7, estimate.meanUtilisation, tr("busiest partition %1").arg(formatShare(estimate.hottestShare.value())),
        busy > 1 ? Role::Bad : Role::Text);
    showCost();
}

void EstimateStage::showCost() {
    const estimator::Outlook* outlook = m_outlook->outlook();
    if (!outlook || !outlook->cost.priced) {
        const QString note = outlook ? tr("no price") : tr("pricing…");
        const QString why = outlook ? said(outlook->cost.why) : QString();
        for (std::size_t i : {std::size_t(4), std::size_t(5)}) {
            m_figures[i] = Figure();
            m_headlines[i]->setNumber(QStringLiteral("–"), why, note);
        }
        return;
    }
    const estimator::CostEstimate& cost = outlook->cost;
    m_figures[4] = cost.month;
    m_headlines[4]->setNumber(moneyText(cost.month.value(), cost.currency), formatExactly(cost.month),
                              tr("list prices %1").arg(QString::fromStdString(cost.asOf)));
    m_figures[5] = cost.perMillion;
    m_headlines[5]->setNumber(moneyText(cost.perMillion.value(), cost.currency), formatExactly(cost.perMillion),
                              tr("all patterns together"));
}

void EstimateStage::showGrowth(const Estimate& estimate) {
    AreaChart chart = growthChart(estimate);
    if (const estimator::Outlook* outlook = m_outlook->outlook(); outlook && !estimate.growth.empty())
        chart.marks = limitMarks(outlook->headroom, estimate.growth.back().month);
    m_growth->setChart(std::move(chart));
}

void EstimateStage::arrange() {
    const int columns = width() < 1360 ? 4 : int(kHeadlines);
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (HeadlineCard* card : m_headlines)
        m_headlineGrid->removeWidget(card);
    for (std::size_t i = 0; i < kHeadlines; ++i)
        m_headlineGrid->addWidget(m_headlines[i], int(i) / columns, int(i) % columns);
}

void EstimateStage::resizeEvent(QResizeEvent* event) {
    Stage::resizeEvent(event);
    arrange();
}

} // namespace shardscape::app
