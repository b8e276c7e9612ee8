// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/physical/physical_stage.h"

#include <algorithm>
#include <cmath>

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "app/stages/engine_switch.h"
#include "app/stages/physical/ddl_preview.h"
#include "app/stages/physical/document_tree.h"
#include "app/stages/physical/engine_header.h"
#include "app/stages/physical/layout_strip.h"
#include "app/stages/physical/plan_matrix_model.h"
#include "app/stages/physical/structure_cards.h"
#include "app/stages/property_list.h"
#include "app/stages/tables.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/sentences.h"
#include "app/theme/widgets.h"
#include "model/edit/project_edits.h"

namespace shardscape::app {

using estimator::Estimate;
using estimator::Unit;

namespace {

constexpr int kMostMatrixRows = 9; ///< before the matrix scrolls, so that structures stay in sight

} // namespace

PhysicalStage::PhysicalStage(Workbench& workbench, QWidget* parent)
    : Stage(workbench, parent) {
    buildActions();
    build();
    connect(&workbench.document(), &Document::changed, this, &PhysicalStage::refresh);
    connect(&workbench.analysis(), &AnalysisService::analysisReady, this, &PhysicalStage::refresh);
    connect(&workbench.selection(), &Selection::layoutChanged, this, &PhysicalStage::refresh);
    connect(&workbench.selection(), &Selection::changed, this, &PhysicalStage::followSelection);
    refresh();
}

void PhysicalStage::buildActions() {
    Actions& actions = workbench().actions();
    m_add = actions.add({QStringLiteral("engine.add"),
                         tr("Add &engine"),
                         QStringLiteral("add"),
                         {},
                         Menu::None,
                         true,
                         false,
                         tr("Lay the model out on another engine")});
    m_add->setProperty("primary", true);
    m_engines = new QMenu(this);
    m_add->setMenu(m_engines);
    connect(m_engines, &QMenu::aboutToShow, this, &PhysicalStage::fillEngineMenu);
    fillEngineMenu();
    m_export = actions.add({QStringLiteral("engine.ddl"),
                            tr("Export &DDL…"),
                            QStringLiteral("export"),
                            {},
                            Menu::None,
                            true,
                            false,
                            tr("Write the native schema of the current engine to a file")});
    connect(m_export, &QAction::triggered, this, [this] {
        inspector();
        m_ddl->exportToFile();
    });
}

QList<QAction*> PhysicalStage::headerActions() {
    return {m_export, m_add};
}

void PhysicalStage::fillEngineMenu() {
    m_engines->clear();
    const auto& catalogue = workbench().analysis().catalogue();
    for (const model::EngineProfile& profile :
         catalogue ? catalogue->profiles() : std::vector<model::EngineProfile>()) {
        QAction* action = m_engines->addAction(QString::fromStdString(profile.title));
        action->setData(QString::fromStdString(profile.name));
        action->setEnabled(!workbench().project()->findLayout(profile.name));
        connect(action, &QAction::triggered, this, [this, name = profile.name] { addEngine(name); });
    }
}

void PhysicalStage::addEngine(const std::string& engine) {
    const model::LayoutId id{workbench().project()->nextId};
    model::Layout draft;
    draft.engine = engine;
    if (workbench().apply(tr("Add %1").arg(engineTitle(workbench(), engine)),
                          [draft](const model::Project& project) { return model::addLayout(project, draft); }))
        workbench().selection().setLayout(id);
}

void PhysicalStage::build() {
    m_model = new PlanMatrixModel(this);
    m_model->setProject(workbench().project());
    m_matrix = new QTableView;
    m_header = new EngineHeader(workbench().theme(), m_matrix);
    m_matrix->setHorizontalHeader(m_header);
    m_matrix->setModel(m_model);
    m_matrix->setAccessibleName(tr("Patterns by engine"));
    setUpTable(*m_matrix, workbench().theme());
    m_matrix->setSelectionBehavior(QAbstractItemView::SelectItems);
    auto* plain = new NumberDelegate(workbench().theme(), m_matrix);
    m_matrix->setItemDelegate(new PlanDelegate(workbench().theme(), m_matrix));
    m_matrix->setItemDelegateForColumn(PlanMatrixModel::Pattern, plain);
    m_matrix->setItemDelegateForColumn(PlanMatrixModel::Rate, plain);
    openWorkingOnClick(*m_matrix, workbench());
    connect(m_header, &QHeaderView::sectionClicked, this, [this](int section) {
        if (const model::LayoutId layout = m_model->layoutAt(section))
            workbench().selection().setLayout(layout);
    });
    connect(m_matrix->selectionModel(), &QItemSelectionModel::currentChanged, this, &PhysicalStage::chooseCell);
    m_matrixCard = new Card;
    m_matrixCard->layout()->setContentsMargins(1, 1, 1, 1);
    m_matrixCard->body()->addWidget(m_matrix);

    m_cardModel = new StructureCardModel(this);
    m_cards = new StructureCards(workbench().theme(), m_cardModel);
    connect(m_cards->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid() && !m_following)
            workbench().selection().selectStructure(index.data().toString().toStdString());
    });
    m_failed = new EmptyState(workbench().theme(), QStringLiteral("warning"), {}, {});
    m_below = new QStackedWidget;
    m_below->addWidget(m_cards);
    m_below->addWidget(m_failed);

    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(kSpaceBetween, kSpaceBetween, kSpaceBetween, 0);
    layout->setSpacing(kSpaceBetween);
    layout->addWidget(m_matrixCard);
    layout->addWidget(new LayoutStrip(workbench()));
    layout->addWidget(m_below, 1);

    m_empty = new EmptyState(
        workbench().theme(), QStringLiteral("physical"), tr("No engine yet"),
        tr("Choose where the data could live. Each engine gets structures made for the access patterns, and "
           "a plan for every pattern shows what it costs there."));
    QPushButton* choose = m_empty->addButton(tr("Add engine"), true);
    choose->setMenu(m_engines);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(page);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
}

QWidget* PhysicalStage::inspector() {
    if (m_inspector)
        return m_inspector;
    m_inspector = new QWidget;
    auto* layout = new QVBoxLayout(m_inspector);
    layout->setContentsMargins(0, 0, 0, 0);
    m_list = new PropertyList(workbench());
    m_documents = new DocumentTree(workbench());
    m_ddl = new DdlPreview(workbench());
    layout->addWidget(m_list);
    layout->addWidget(m_documents);
    layout->addWidget(m_ddl, 1);
    showInspector();
    return m_inspector;
}

void PhysicalStage::activate() {
    refresh();
    if (m_matrix->isVisible())
        m_matrix->setFocus();
}

void PhysicalStage::refresh() {
    const ProjectPtr& project = workbench().project();
    m_model->setProject(project);
    const AnalysisPtr& analysis = workbench().analysis().latest();
    m_model->setAnalysis(analysis);
    const bool any = !project->layouts.empty();
    m_pages->setCurrentIndex(any ? 1 : 0);
    m_export->setEnabled(workbench().estimate());
    if (!any)
        return;
    const model::LayoutId layout = workbench().selection().layout();
    int current = -1;
    for (int column = 0; column < m_model->columnCount(); ++column)
        if (m_model->layoutAt(column) == layout && layout)
            current = column;
    m_header->setCurrentColumn(current);
    fitMatrix();
    const LayoutAnalysis* found = analysis->find(layout);
    const Estimate* estimate = workbench().estimate();
    m_cardModel->setEstimate(analysis->project, estimate ? analysis : nullptr, estimate);
    m_below->setCurrentIndex(found && !found->estimate ? 1 : 0);
    if (found && !found->estimate) {
        const model::Error& error = found->estimate.error();
        m_failed->setText(tr("%1 cannot hold this model yet").arg(engineTitle(workbench(), found->engine)),
                          said(error.message) + QLatin1Char(' ') + said(error.advice));
    }
    followSelection();
}

void PhysicalStage::fitMatrix() {
    m_header->setSectionResizeMode(QHeaderView::Stretch);
    m_header->setSectionResizeMode(PlanMatrixModel::Rate, QHeaderView::ResizeToContents);
    const int rows = std::min(m_model->rowCount(), kMostMatrixRows);
    m_matrixCard->setFixedHeight(kRowHeight + rows * kRowHeight + 4);
}

void PhysicalStage::chooseCell(const QModelIndex& index) {
    if (m_following || !index.isValid())
        return;
    const model::LayoutId layout = m_model->layoutAt(index.column());
    const model::PatternId pattern = m_model->patternAt(index.row());
    if (layout)
        workbench().selection().setLayout(layout);
    if (pattern)
        workbench().selection().selectPattern(pattern);
}

void PhysicalStage::followSelection() {
    m_following = true;
    const Selected& selected = workbench().selection().value();
    QStringList used;
    if (selected.pattern) {
        const QModelIndex cell = m_model->cell(selected.pattern, workbench().selection().layout());
        if (cell.isValid() && m_matrix->currentIndex() != cell)
            m_matrix->setCurrentIndex(cell);
        if (const Estimate* estimate = workbench().estimate())
            for (const estimator::PatternEstimate& pattern : estimate->patterns)
                if (pattern.pattern == selected.pattern)
                    for (const estimator::PlanStep& step : pattern.plan.steps)
                        used << QString::fromStdString(step.structure);
        m_cards->clearSelection();
    }
    m_cardModel->setUsed(used);
    if (!selected.structure.empty()) {
        const int row = m_cardModel->rowOf(QString::fromStdString(selected.structure));
        if (row >= 0)
            m_cards->setCurrentIndex(m_cardModel->index(row));
        m_matrix->clearSelection();
    }
    m_following = false;
    showInspector();
}

void PhysicalStage::showInspector() {
    if (!m_inspector)
        return;
    m_list->clear();
    const Estimate* estimate = workbench().estimate();
    if (estimate) {
        const QString engine = engineTitle(workbench(), estimate->design.engine);
        const Selected& selected = workbench().selection().value();
        const auto pattern = std::find_if(estimate->patterns.begin(), estimate->patterns.end(), [&](const auto& one) {
            return selected.pattern && one.pattern == selected.pattern;
        });
        const model::Structure* structure = estimate->design.find(selected.structure);
        if (pattern != estimate->patterns.end())
            showPlan(*pattern, *estimate, engine);
        else if (structure)
            showStructure(*structure, *estimate);
        else
            showDesign(*estimate, engine);
    } else if (workbench().project()->layouts.empty()) {
        m_list->addHeading(tr("Plans"), tr("An engine's plan for each pattern, its structures and its native schema "
                                           "appear here."));
    }
    m_documents->refresh(workbench().selection().value().structure);
    m_ddl->refresh();
    if (!workbench().selection().value().structure.empty())
        m_ddl->showStructure(QString::fromStdString(workbench().selection().value().structure));
}

void PhysicalStage::showPlan(const estimator::PatternEstimate& pattern, const Estimate& estimate,
                             const QString& engine) {
    const estimator::Plan& plan = pattern.plan;
    m_list->addHeading(QString::fromStdString(pattern.name), tr("on %1").arg(engine));
    m_list->addGroup(tr("Plan"));
    m_list->addText(QStringLiteral("%1 %2").arg(glyphOf(plan.shape), wordOf(plan.shape)),
                    plan.shape == estimator::PlanShape::One   ? Role::Good
                    : plan.shape == estimator::PlanShape::Few ? Role::Warn
                                                              : Role::Bad);
    for (std::size_t i = 0; i < plan.steps.size(); ++i)
        m_list->addText(QStringLiteral("%1  %2").arg(i + 1).arg(said(plan.steps[i].text)));
    if (!plan.why.empty())
        m_list->addText(said(plan.why), Role::Warn);
    if (plan.shape == estimator::PlanShape::Unserved)
        return;
    m_list->addGroup(tr("What it costs"));
    m_list->addRow(tr("Partitions touched"), formatNumber(plan.partitionsTouched, Unit::None));
    m_list->addRow(tr("Rows read / returned"),
                   QStringLiteral("%1 / %2").arg(formatNumber(plan.rowsRead, Unit::None),
                                                 formatNumber(plan.rowsReturned, Unit::None)));
    m_list->addRow(tr("Bytes read"), formatNumber(plan.bytesRead, Unit::Bytes));
    if (plan.writes > 0)
        m_list->addRow(tr("Rows and entries written"), formatNumber(plan.writes, Unit::None));
    m_list->addFigure(tr("Rate at the peak"), pattern.peakQps);
    if (pattern.hitRatio.value() > 0)
        m_list->addFigure(tr("Cache hits"), pattern.hitRatio);
    m_list->addFigure(tr("Reaches the database"), pattern.databaseQps);
    m_list->addGroup(tr("Latency at the peak"));
    m_list->addFigure(tr("Service time"), pattern.serviceTime);
    m_list->addFigure(QStringLiteral("p50"), pattern.p50);
    m_list->addFigure(QStringLiteral("p95"), pattern.p95);
    const bool missed = pattern.wantedP99 && !(pattern.p99.value() <= pattern.wantedP99->value());
    m_list->addFigure(missed ? QStringLiteral("p99 ▲") : QStringLiteral("p99"), pattern.p99,
                      missed ? Role::Bad : Role::Text);
    if (pattern.wantedP99)
        m_list->addFigure(tr("p99 wanted"), *pattern.wantedP99);
    for (const estimator::Problem& problem : estimate.problems) {
        if (problem.pattern != pattern.pattern)
            continue;
        m_list->addGroup(tr("Problem"));
        m_list->addText(said(problem.why), problem.severity == model::Severity::Error ? Role::Bad : Role::Warn);
        m_list->addText(said(problem.fix));
    }
}

void PhysicalStage::showStructure(const model::Structure& structure, const Estimate& estimate) {
    m_list->addHeading(QString::fromStdString(structure.name), kindText(structure.kind));
    if (!structure.reason.empty())
        m_list->addText(said(structure.reason), Role::Muted);
    m_list->addGroup(tr("Keys"));
    m_list->addRow(tr("Partition"), keyText(structure.partitionKey));
    m_list->addRow(tr("Sort"), keyText(structure.sortKey));
    for (std::size_t i = 0; i < estimate.design.structures.size() && i < estimate.structures.size(); ++i) {
        if (estimate.design.structures[i].name != structure.name)
            continue;
        const estimator::StructureEstimate& numbers = estimate.structures[i];
        m_list->addGroup(tr("Size and load"));
        m_list->addFigure(tr("Rows"), numbers.rows);
        m_list->addFigure(tr("Row"), numbers.rowBytes);
        m_list->addFigure(tr("Table"), numbers.tableBytes);
        m_list->addFigure(tr("Total, one copy"), numbers.totalBytes);
        m_list->addFigure(tr("Reads"), numbers.readsPerSecond);
        m_list->addFigure(tr("Writes"), numbers.writesPerSecond);
    }
    if (!structure.indexes.empty())
        m_list->addGroup(tr("Indexes"));
    for (const model::StructureIndex& index : structure.indexes) {
        m_list->addRow(QString::fromStdString(index.name), keyText(index.parts), Role::Text, said(index.reason));
        if (!index.reason.empty())
            m_list->addText(said(index.reason), Role::Muted);
    }
}

void PhysicalStage::showDesign(const Estimate& estimate, const QString& engine) {
    m_list->addHeading(engine, tr("Structures: %1").arg(estimate.design.structures.size()));
    m_list->addGroup(tr("Cluster"));
    m_list->addFigure(tr("Nodes"), estimate.nodes.count);
    m_list->addRow(tr("Bound by"), said(estimate.nodes.binding));
    m_list->addFigure(tr("Partitions"), estimate.nodes.partitions);
    m_list->addRow(tr("Replicas"), QString::number(estimate.design.placement.replicas));
    m_list->addRow(tr("Placement"), QString::fromStdString(estimate.design.placement.kind));
    if (!estimate.design.notes.empty())
        m_list->addGroup(tr("Chosen for you"));
    for (const std::string& note : estimate.design.notes)
        m_list->addText(said(note));
}

} // namespace shardscape::app
