// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QWidget>

#include "app/canvas/canvas_commands.h"
#include "app/shell/workbench.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace shardscape::app {

class ColumnDetails;
class ColumnGrid;
class ColumnModel;
class LifecycleFields;
class NumberField;
class PropertyGrid;
class SharedPage;

/// What is selected on the canvas, to be read and changed: an entity with its volume, columns, relationships and
/// patterns; a relationship with its fan-out; what several entities share; or the model as a whole.
class EntityInspector : public QWidget {
    Q_OBJECT
public:
    EntityInspector(Workbench& workbench, CanvasCommands& commands, QWidget* parent = nullptr);

    ColumnGrid* grid() const { return m_grid; }

private:
    void refresh();
    void showEntity(const model::Entity& entity);
    void showVolume(const model::Volume& volume);
    void showRelationship(const model::Relationship& relationship);
    void showOverview();
    void refreshLists(const model::Entity& entity);
    void editVolume(const QString& field, const std::function<void(model::Volume&)>& change);
    void editFanOut(const QString& field, const std::function<void(model::FanOut&)>& change);
    void buildEntityPage();
    void buildRelationshipPage();
    void chooseBoundary(const QString& name);

    Workbench& m_workbench;
    CanvasCommands& m_commands;
    QLabel* m_title;
    QLabel* m_subtitle;
    QWidget* m_entityPage;
    QWidget* m_relationshipPage;
    SharedPage* m_sharedPage;
    QLabel* m_overview;

    QLineEdit* m_name;
    QComboBox* m_boundary;
    NumberField* m_rows;
    NumberField* m_growth;
    NumberField* m_rate;
    NumberField* m_retention;
    LifecycleFields* m_lifecycle;
    ColumnModel* m_columns;
    ColumnGrid* m_grid;
    ColumnDetails* m_details;
    PropertyGrid* m_properties;
    QVBoxLayout* m_lists;
    QWidget* m_listBox = nullptr;

    NumberField* m_mean;
    NumberField* m_maximum;
    QComboBox* m_shape;
    NumberField* m_alpha;
    QComboBox* m_onDelete;
    bool m_filling = false;
};

} // namespace shardscape::app
