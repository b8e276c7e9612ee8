// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/estimate/structure_table_model.h"

#include "app/stages/tables.h"
#include "app/theme/numbers.h"

namespace shardscape::app {

using estimator::Figure;

void StructureTableModel::setEstimate(AnalysisPtr owner, const estimator::Estimate* estimate) {
    beginResetModel();
    m_owner = std::move(owner);
    m_estimate = estimate;
    m_indexBytes.clear();
    for (const estimator::StructureEstimate& structure :
         estimate ? estimate->structures : std::vector<estimator::StructureEstimate>()) {
        double sum = 0;
        std::vector<Figure> parts;
        for (const estimator::IndexEstimate& index : structure.indexes) {
            sum += index.bytes.value();
            parts.push_back(index.bytes.renamed(index.name));
        }
        m_indexBytes.push_back(
            Figure::derived(tr("indexes of %1").arg(QString::fromStdString(structure.name)).toStdString(), sum,
                            estimator::Unit::Bytes, tr("sum of its indexes").toStdString(), parts));
    }
    endResetModel();
}

QString StructureTableModel::structureAt(int row) const {
    return QString::fromStdString(m_estimate->structures[std::size_t(row)].name);
}

int StructureTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_estimate ? 0 : int(m_estimate->structures.size());
}

int StructureTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

const Figure& StructureTableModel::figure(int row, int column) const {
    const estimator::StructureEstimate& structure = m_estimate->structures[std::size_t(row)];
    switch (column) {
    case RowCount: return structure.rows;
    case RowBytes: return structure.rowBytes;
    case TableBytes: return structure.tableBytes;
    case IndexBytes: return m_indexBytes[std::size_t(row)];
    case TotalBytes: return structure.totalBytes;
    case Reads: return structure.readsPerSecond;
    default: return structure.writesPerSecond;
    }
}

QVariant StructureTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::Alignment((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (index.column() == Name)
        return role == Qt::DisplayRole || role == kSortRole ? QVariant(structureAt(index.row())) : QVariant();
    const Figure& number = figure(index.row(), index.column());
    const bool none = index.column() == IndexBytes && number.inputs().empty();
    switch (role) {
    case Qt::DisplayRole: return none ? QStringLiteral("–") : formatNumber(number);
    case Qt::ToolTipRole: return none ? tr("no index") : tr("%1. Click for the working").arg(formatExactly(number));
    case kFigureRole: return none ? QVariant() : QVariant::fromValue(number);
    case kSortRole: return number.value();
    case kEmphasisRole: return index.column() == TotalBytes;
    default: return {};
    }
}

QVariant StructureTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::Alignment((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Structure");
    case RowCount: return tr("Rows");
    case RowBytes: return tr("Row");
    case TableBytes: return tr("Table");
    case IndexBytes: return tr("Indexes");
    case TotalBytes: return tr("Total");
    case Reads: return tr("Reads");
    case Writes: return tr("Writes");
    default: return {};
    }
}

} // namespace shardscape::app
