// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include "app/charts/chart_data.h"

namespace shardscape::app {

/// A chart's table for a view: the first column is text, all others are numbers at the right with the exact value as
/// tooltip.
class ChartTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum { kExactRole = Qt::UserRole + 1 }; ///< the cell in plain numbers, as text

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(ChartTable table);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ChartTable m_table;
};

/// The table in the order of any column: numbers as numbers with empty cells first, names with their digits as numbers
/// ("p9" before "p10"). In the chart's own order until asked.
class ChartTableOrder : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

} // namespace shardscape::app
