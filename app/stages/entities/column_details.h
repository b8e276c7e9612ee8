// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QWidget>

#include "app/shell/workbench.h"

class QCheckBox;
class QLabel;
class QLineEdit;

namespace shardscape::app {

class GeneratorBox;
class PropertyGrid;

/// Type, null and generator of the columns of one entity that are chosen in the grid, one or several: what is entered
/// goes to all of them in one step of the document. A field in which they differ is empty and says so.
class ColumnDetails : public QWidget {
    Q_OBJECT
public:
    explicit ColumnDetails(Workbench& workbench, QWidget* parent = nullptr);
    /// Without columns there is nothing to see.
    void choose(model::EntityId entity, std::vector<model::AttributeId> columns);

private:
    std::vector<const model::Attribute*> chosen() const;
    void each(const QString& label,
              const std::function<model::Result<model::Project>(const model::Project&, model::ColumnRef)>& change);

    Workbench& m_workbench;
    model::EntityId m_entity;
    std::vector<model::AttributeId> m_columns;
    QLabel* m_title;
    QLineEdit* m_type;
    QCheckBox* m_nullable;
    GeneratorBox* m_generator;
    PropertyGrid* m_properties;
};

} // namespace shardscape::app
