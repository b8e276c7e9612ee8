// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QTableView>

#include "app/shell/workbench.h"
#include "estimator/demand/access_matrix.h"

namespace shardscape::app {

/// Patterns down, entities across: how often each reads (R) and writes (W) each, with totals at the right and below.
class MatrixModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setProject(ProjectPtr project);
    const estimator::AccessMatrix& matrix() const { return m_matrix; }
    /// 0 in the row of totals.
    model::PatternId patternAt(int row) const;
    /// 0 in the columns of names and totals.
    model::EntityId entityAt(int column) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString cell(int row, int column) const;

    ProjectPtr m_project;
    estimator::AccessMatrix m_matrix;
    int m_rows = 0;
    int m_columns = 0;
};

/// What the patterns ask of each entity: reads, writes, their ratio, and where data of that ratio is usually kept.
class EntityTrafficModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Entity, Reads, Writes, Ratio, Strategy, kColumns };
    using QAbstractTableModel::QAbstractTableModel;

    void setProject(ProjectPtr project);
    model::EntityId entityAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ProjectPtr m_project;
    estimator::AccessMatrix m_matrix;
    int m_rows = 0;
};

/// "70 : 1", "1 : 12", "only reads".
QString ratioText(double reads, double writes);

/// The matrix as a table in which choosing a cell chooses its pattern, and a column's head its entity.
QTableView* makeMatrixView(Workbench& workbench, MatrixModel* model);
/// The traffic of entities as a table in which choosing a row chooses the entity.
QTableView* makeEntityTrafficView(Workbench& workbench, EntityTrafficModel* model);

} // namespace shardscape::app
