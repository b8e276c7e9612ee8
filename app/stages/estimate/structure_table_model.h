// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "app/jobs/analysis.h"

namespace shardscape::app {

/// The structures of one layout with their sizes and rates; every number is a figure with its working.
class StructureTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, RowCount, RowBytes, TableBytes, IndexBytes, TotalBytes, Reads, Writes, kColumns };

    using QAbstractTableModel::QAbstractTableModel;

    /// The estimate must stay alive as long as "owner"; nullptr empties the table.
    void setEstimate(AnalysisPtr owner, const estimator::Estimate* estimate);
    /// Name of the structure in a row.
    QString structureAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const estimator::Figure& figure(int row, int column) const;

    AnalysisPtr m_owner;
    const estimator::Estimate* m_estimate = nullptr;
    std::vector<estimator::Figure> m_indexBytes;
};

} // namespace shardscape::app
