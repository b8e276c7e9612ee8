// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QTableWidget>

#include "app/shell/workbench.h"

namespace shardscape::app {

/// Tags and properties of an entity, a column, or of several at once: a row each, the last row for a new one. A name
/// alone is a tag. What is entered goes to all of the objects in one step of the document; a value in which they differ
/// says so. Enter or double click edits, Del removes.
class PropertyGrid : public QTableWidget {
    Q_OBJECT
public:
    enum Column { Name, Value, kColumns };

    explicit PropertyGrid(Workbench& workbench, QWidget* parent = nullptr);
    /// An entity is a reference whose attribute is 0.
    void choose(std::vector<model::ColumnRef> objects);
    QSize sizeHint() const override;

protected:
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();
    void commit(int row, int column);
    void editCell(int row, int column);
    bool each(const QString& label,
              const std::function<model::Result<model::Project>(const model::Project&, model::ColumnRef)>& change);
    QString nameAt(int row) const;

    Workbench& m_workbench;
    std::vector<model::ColumnRef> m_objects;
    std::vector<std::string> m_names; ///< a row each
    bool m_filling = false;
};

} // namespace shardscape::app
