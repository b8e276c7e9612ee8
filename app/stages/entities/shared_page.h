// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QWidget>

#include "app/canvas/canvas_commands.h"
#include "app/shell/workbench.h"

class QCheckBox;
class QComboBox;

namespace shardscape::app {

class GeneratorBox;
class NumberField;
class PropertyGrid;

/// What several selected entities share, to be read and changed for all of them in one step of the document. A field
/// in which they differ is empty and says so; it changes nothing until something is entered.
class SharedPage : public QWidget {
    Q_OBJECT
public:
    SharedPage(Workbench& workbench, CanvasCommands& commands, QWidget* parent = nullptr);
    /// Shows the selected entities.
    void refresh();

private:
    std::vector<const model::Entity*> chosen() const;
    /// One step that changes each of them.
    void each(const QString& label,
              const std::function<model::Result<model::Project>(const model::Project&, const model::Entity&)>& change);
    void editVolume(const QString& field, const std::function<void(model::Volume&)>& change);
    void chooseBoundary();
    void chooseGenerator();

    Workbench& m_workbench;
    CanvasCommands& m_commands;
    QComboBox* m_boundary;
    QComboBox* m_color;
    QCheckBox* m_pinned;
    NumberField* m_rows;
    NumberField* m_growth;
    NumberField* m_rate;
    NumberField* m_retention;
    GeneratorBox* m_generator;
    PropertyGrid* m_properties;
    bool m_filling = false;
};

} // namespace shardscape::app
