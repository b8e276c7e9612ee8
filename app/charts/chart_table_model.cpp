// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/chart_table_model.h"

#include <utility>

#include "app/theme/metrics.h"
#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

/// The digits that begin at a position.
QStringView digitsAt(const QString& text, qsizetype at) {
    qsizetype end = at;
    while (end < text.size() && text[end].isDigit())
        ++end;
    return QStringView(text).mid(at, end - at);
}

/// "p9" before "p10". (QCollator can do it in some locales only.)
bool namedBefore(const QString& a, const QString& b) {
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        const QStringView x = digitsAt(a, i);
        const QStringView y = digitsAt(b, j);
        if (!x.isEmpty() && !y.isEmpty()) {
            const double number = x.toDouble();
            const double other = y.toDouble();
            if (number != other)
                return number < other;
            i += x.size();
            j += y.size();
            continue;
        }
        if (a[i] != b[j])
            return a[i] < b[j];
        ++i;
        ++j;
    }
    return a.size() - i < b.size() - j;
}

} // namespace

void ChartTableModel::setTable(ChartTable table) {
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_table.columns.size());
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto row = std::size_t(index.row());
    switch (role) {
    case Qt::DisplayRole: return m_table.rows[row].value(index.column());
    case Qt::ToolTipRole: return plainToolTip(m_table.exactRows[row].value(index.column()));
    case kExactRole: return m_table.exactRows[row].value(index.column());
    case Qt::TextAlignmentRole:
        return QVariant(Qt::Alignment((index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    case Qt::FontRole: return tabularFont(TextSize::Body);
    default: return {};
    }
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_table.columns.value(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::Alignment((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    return {};
}

bool ChartTableOrder::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const QString a = left.data(ChartTableModel::kExactRole).toString();
    const QString b = right.data(ChartTableModel::kExactRole).toString();
    bool aIsNumber = false;
    bool bIsNumber = false;
    const double x = a.toDouble(&aIsNumber);
    const double y = b.toDouble(&bIsNumber);
    if (aIsNumber && bIsNumber)
        return x < y;
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() && !b.isEmpty();
    return namedBefore(a, b);
}

} // namespace shardscape::app
