// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "app/stages/simulate/simulation.h"

namespace shardscape::app {

/// Each pattern's percentiles as simulated, beside the analytic ones and the wanted p99.
class ResultTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Pattern,
        Rate,
        P50,
        P50Analytic,
        P95,
        P95Analytic,
        P99,
        P99Analytic,
        P99Wanted,
        CacheHits,
        Errors,
        kColumns
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setSimulation(SimulationPtr simulation);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::optional<double> simulatedMs(const simulator::StreamResult& stream, int column) const;
    const estimator::Figure* analytic(int row, int column) const;
    QVariant simulatedData(int row, int column, int role) const;

    SimulationPtr m_simulation;
};

} // namespace shardscape::app
