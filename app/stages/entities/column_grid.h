// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include "app/stages/entities/column_model.h"

namespace shardscape::app {

/// The grid over a ColumnModel: Tab walks to the next name or type, and from the last one into a new row; Enter ends a
/// cell and, on the last row, adds one; Space toggles key and null; Shift and Ctrl choose
/// several rows; Delete removes the columns.
class ColumnGrid : public QTableView {
    Q_OBJECT
public:
    ColumnGrid(Workbench& workbench, CanvasCommands& commands, ColumnModel* model, QWidget* parent = nullptr);
    /// Adds a column and edits its name.
    void addRow();
    QSize sizeHint() const override;
    /// The columns of the selected rows, from the top.
    std::vector<model::AttributeId> chosen() const;

signals:
    /// Other rows are selected.
    void chosenChanged();

protected:
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
    void keyPressEvent(QKeyEvent* event) override;
    /// Tab goes from cell to cell, and on to what follows from the last one.
    bool focusNextPrevChild(bool next) override;

private:
    void editCell(int row, int column);

    Workbench& m_workbench;
    CanvasCommands& m_commands;
    ColumnModel* m_model;
};

} // namespace shardscape::app
