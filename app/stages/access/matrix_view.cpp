// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/access/matrix_view.h"

#include <QHeaderView>

#include "app/stages/tables.h"
#include "app/theme/numbers.h"
#include "app/theme/sentences.h"

namespace shardscape::app {

using estimator::AccessMatrix;
using estimator::Unit;

namespace {

QString rateText(double rate) {
    return formatNumber(rate, Unit::PerSecond);
}

/// "R 5.00 k/s", "W 10.0 /s", both where both happen; nothing where neither does.
QString touchText(double reads, double writes) {
    QStringList words;
    if (reads > 0)
        words << MatrixModel::tr("R %1").arg(rateText(reads));
    if (writes > 0)
        words << MatrixModel::tr("W %1").arg(rateText(writes));
    return words.join(QStringLiteral(" · "));
}

QString entityName(const ProjectPtr& project, model::EntityId id) {
    const model::Entity* entity = project->entities.find(id);
    return entity ? QString::fromStdString(project->displayName(*entity)) : QString();
}

/// Whether what is counted is the same in both.
bool showsSame(const ProjectPtr& before, const ProjectPtr& now) {
    return before && before->patterns.sameVersion(now->patterns) && before->entities.sameVersion(now->entities);
}

} // namespace

QString ratioText(double reads, double writes) {
    if (reads <= 0 && writes <= 0)
        return QStringLiteral("–");
    if (writes <= 0)
        return MatrixModel::tr("only reads");
    if (reads <= 0)
        return MatrixModel::tr("only writes");
    const double ratio = reads >= writes ? reads / writes : writes / reads;
    const QString number = formatNumber(ratio, Unit::None);
    return reads >= writes ? QStringLiteral("%1 : 1").arg(number) : QStringLiteral("1 : %1").arg(number);
}

void MatrixModel::setProject(ProjectPtr project) {
    if (showsSame(m_project, project))
        return;
    beginResetModel();
    m_project = std::move(project);
    m_matrix = estimator::accessMatrix(*m_project);
    m_rows = m_matrix.patterns.empty() ? 0 : int(m_matrix.patterns.size()) + 1;
    m_columns = int(m_matrix.entities.size()) + 2;
    endResetModel();
}

model::PatternId MatrixModel::patternAt(int row) const {
    return row >= 0 && row < int(m_matrix.patterns.size()) ? m_matrix.patterns[std::size_t(row)] : model::PatternId{};
}
model::EntityId MatrixModel::entityAt(int column) const {
    return column > 0 && column <= int(m_matrix.entities.size()) ? m_matrix.entities[std::size_t(column - 1)]
                                                                 : model::EntityId{};
}

int MatrixModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}
int MatrixModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_columns;
}

QString MatrixModel::cell(int row, int column) const {
    const bool totals = row == m_rows - 1;
    const bool total = column == m_columns - 1;
    if (column == 0) {
        const model::AccessPattern* pattern = m_project->patterns.find(patternAt(row));
        return totals ? tr("Total") : pattern ? QString::fromStdString(pattern->name) : QString();
    }
    if (total) {
        const AccessMatrix::Total& sum = totals ? m_matrix.all : m_matrix.ofPatterns[std::size_t(row)];
        return totals ? touchText(sum.reads, sum.writes) : rateText(sum.reads + sum.writes);
    }
    if (totals) {
        const AccessMatrix::Total& sum = m_matrix.ofEntities[std::size_t(column - 1)];
        return touchText(sum.reads, sum.writes);
    }
    const AccessMatrix::Cell* touched = m_matrix.find(std::size_t(row), std::size_t(column - 1));
    if (!touched)
        return {};
    const QString text = touchText(touched->reads, touched->writes);
    return text.isEmpty() ? QStringLiteral("·") : text; // touched, but never yet
}

QVariant MatrixModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return cell(index.row(), index.column());
    case Qt::TextAlignmentRole: return int((index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case kEmphasisRole: return index.column() == 0 || index.row() == m_rows - 1 || index.column() == m_columns - 1;
    default: return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == 0               ? tr("Pattern")
           : section == m_columns - 1 ? tr("Total")
                                      : QVariant(entityName(m_project, entityAt(section)));
}

void EntityTrafficModel::setProject(ProjectPtr project) {
    if (showsSame(m_project, project))
        return;
    beginResetModel();
    m_project = std::move(project);
    m_matrix = estimator::accessMatrix(*m_project);
    m_rows = m_matrix.entities.empty() ? 0 : int(m_matrix.entities.size()) + 1;
    endResetModel();
}

model::EntityId EntityTrafficModel::entityAt(int row) const {
    return row >= 0 && row < int(m_matrix.entities.size()) ? m_matrix.entities[std::size_t(row)] : model::EntityId{};
}
int EntityTrafficModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}
int EntityTrafficModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(kColumns);
}

QVariant EntityTrafficModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const bool total = index.row() == m_rows - 1;
    const AccessMatrix::Total& sum = total ? m_matrix.all : m_matrix.ofEntities[std::size_t(index.row())];
    const bool number = index.column() != Entity && index.column() != Strategy;
    if (role == Qt::TextAlignmentRole)
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == kEmphasisRole)
        return index.column() == Entity || total;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Entity: return total ? tr("All statements") : entityName(m_project, entityAt(index.row()));
    case Reads: return rateText(sum.reads);
    case Writes: return rateText(sum.writes);
    case Ratio: return ratioText(sum.reads, sum.writes);
    default: {
        const estimator::StorageStrategy strategy = estimator::storageStrategy(sum.reads, sum.writes);
        return strategy.advice.empty() ? said(strategy.band)
                                       : tr("%1: %2").arg(said(strategy.band), said(strategy.advice));
    }
    }
}

QVariant EntityTrafficModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Entity || section == Strategy ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Entity"), tr("Reads"), tr("Writes"), tr("Reads : writes"), tr("What that suggests")}.value(
        section);
}

QTableView* makeMatrixView(Workbench& workbench, MatrixModel* model) {
    auto* table = new QTableView;
    table->setObjectName(QStringLiteral("accessMatrix"));
    table->setAccessibleName(MatrixModel::tr("Patterns by entities"));
    table->setModel(model);
    setUpTable(*table, workbench.theme());
    table->setSelectionBehavior(QAbstractItemView::SelectItems);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionsClickable(true);
    QObject::connect(table->selectionModel(), &QItemSelectionModel::currentChanged, table,
                     [&workbench, model](const QModelIndex& index) {
                         if (const model::PatternId pattern = model->patternAt(index.row()))
                             workbench.selection().selectPattern(pattern);
                     });
    QObject::connect(table->horizontalHeader(), &QHeaderView::sectionClicked, table, [&workbench, model](int section) {
        if (const model::EntityId entity = model->entityAt(section))
            workbench.selection().selectEntity(entity);
    });
    return table;
}

QTableView* makeEntityTrafficView(Workbench& workbench, EntityTrafficModel* model) {
    auto* table = new QTableView;
    table->setObjectName(QStringLiteral("entityTraffic"));
    table->setAccessibleName(EntityTrafficModel::tr("Reads and writes of each entity"));
    table->setModel(model);
    setUpTable(*table, workbench.theme());
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    const auto choose = [&workbench, model](const QModelIndex& index) {
        if (const model::EntityId entity = model->entityAt(index.row()))
            workbench.selection().selectEntity(entity);
    };
    QObject::connect(table, &QTableView::clicked, table, choose);
    QObject::connect(table, &QTableView::activated, table, choose);
    return table;
}

} // namespace shardscape::app
