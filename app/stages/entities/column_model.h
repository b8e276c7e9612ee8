// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "app/canvas/canvas_commands.h"
#include "app/shell/workbench.h"

namespace shardscape::app {

/// The columns of one entity as a grid that edits: key, name, type, nullable. Every cell that changes is one step of
/// the document; what is refused is shown and the cell keeps its value.
class ColumnModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Key, Name, Type, Nullable, kColumns };
    ColumnModel(Workbench& workbench, CanvasCommands& commands, QObject* parent = nullptr);

    void setEntity(model::EntityId entity);
    model::EntityId entity() const { return m_entity; }
    model::AttributeId attributeAt(int row) const;
    int rowOf(model::AttributeId attribute) const;
    /// Takes the entity's present version.
    void refresh();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

private:
    bool inPrimaryKey(const model::Attribute& attribute) const;
    void setPrimaryKey(const model::Attribute& attribute, bool in);

    Workbench& m_workbench;
    CanvasCommands& m_commands;
    model::EntityId m_entity;
    std::shared_ptr<const model::Entity> m_shown;
    int m_rows = 0;
};

} // namespace shardscape::app
