// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "app/document/document.h"
#include "model/exchange/export/statement.h"

namespace shardscape::app {

/// The columns of an entity, and what a statement does with each: finds rows by it, sorts by it, returns or writes it.
/// A click, or Space, takes a cell to its next state.
class StatementModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, FindBy, Sort, Use, kColumns };
    using QAbstractTableModel::QAbstractTableModel;

    void setShape(ProjectPtr project, const model::StatementShape& shape);
    const model::StatementShape& shape() const { return m_shape; }
    /// The next state of a cell; emits edited() when that changed something.
    void advance(const QModelIndex& index);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void edited(const shardscape::model::StatementShape& shape);

private:
    const model::Entity* entity() const;
    QString cell(const model::Attribute& attribute, int column) const;
    bool isUsed(model::AttributeId id) const;
    void advanceFind(model::AttributeId id);
    void advanceSort(model::AttributeId id);
    void advanceUse(model::AttributeId id);
    bool finds() const;
    bool sorts() const;
    bool uses() const;

    ProjectPtr m_project;
    model::StatementShape m_shape;
    int m_rows = 0;
};

} // namespace shardscape::app
