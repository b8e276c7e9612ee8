// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/estimate/cell_table_model.h"

#include "app/stages/tables.h"
#include "app/theme/numbers.h"
#include "app/theme/widgets.h"

namespace shardscape::app {

Cell Cell::words(const QString& text, const QString& toolTip) {
    Cell cell;
    cell.text = text;
    cell.toolTip = toolTip;
    return cell;
}

Cell Cell::number(const estimator::Figure& figure) {
    Cell cell;
    cell.text = formatNumber(figure);
    cell.figure = figure;
    cell.sort = figure.value();
    return cell;
}

Cell Cell::plain(double value, estimator::Unit unit) {
    Cell cell;
    cell.text = formatNumber(value, unit);
    cell.toolTip = formatExactly(value, unit);
    cell.sort = value;
    return cell;
}

void CellTableModel::setTable(std::vector<Column> columns, std::vector<std::vector<Cell>> rows) {
    beginResetModel();
    m_columns = std::move(columns);
    m_rows = std::move(rows);
    endResetModel();
}

int CellTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CellTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant CellTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::Alignment((m_columns[std::size_t(index.column())].number ? Qt::AlignRight : Qt::AlignLeft) |
                                      Qt::AlignVCenter));
    const std::vector<Cell>& row = m_rows[std::size_t(index.row())];
    if (std::size_t(index.column()) >= row.size())
        return {};
    const Cell& cell = row[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return cell.text;
    case Qt::ToolTipRole:
        if (cell.figure)
            return tr("%1. Click for the working").arg(formatExactly(*cell.figure));
        return cell.toolTip.isEmpty() ? QVariant() : QVariant(plainToolTip(cell.toolTip));
    case kFigureRole: return cell.figure ? QVariant::fromValue(*cell.figure) : QVariant();
    case kSortRole: return cell.sort ? QVariant(*cell.sort) : QVariant(cell.text);
    case kStateRole: return cell.state == Role::Text ? QVariant() : QVariant(int(cell.state));
    case kEmphasisRole: return cell.strong;
    default: return {};
    }
}

bool CellTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable) || !m_editor)
        return false;
    return m_editor(index.row(), value.toString());
}

Qt::ItemFlags CellTableModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && std::size_t(index.row()) < m_rows.size() &&
        std::size_t(index.column()) < m_rows[std::size_t(index.row())].size() &&
        m_rows[std::size_t(index.row())][std::size_t(index.column())].editable)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant CellTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Column& column = m_columns[std::size_t(section)];
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::Alignment((column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    return role == Qt::DisplayRole ? QVariant(column.title) : QVariant();
}

} // namespace shardscape::app
