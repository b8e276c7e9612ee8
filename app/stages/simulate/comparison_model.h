// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "app/stages/simulate/simulation.h"
#include "simulator/explain/comparison.h"

namespace shardscape::app {

/// The figures of two runs beside each other: what a reader looks at first.
class ComparisonModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { What, Before, After, Change, kColumns };

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(const Simulation& before, const Simulation& after);
    const simulator::Comparison& comparison() const { return m_comparison; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    simulator::Comparison m_comparison;
    std::vector<simulator::FigureChange> m_rows;
};

/// What a change costs, in one line: "16 nodes instead of 12; a read asks 8 partitions instead of 1"; that it costs
/// nothing where it does not.
QString costWords(const simulator::DesignCost& before, const simulator::DesignCost& after);

} // namespace shardscape::app
