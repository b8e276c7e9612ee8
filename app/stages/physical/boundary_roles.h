// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "app/shell/workbench.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace shardscape::app {

/// What one layout holds of each ownership boundary: nothing, its truth, or a copy, with how the copy follows and how
/// far behind it is. Each choice is an edit of its own; a layout without any choice holds everything as the one truth.
class BoundaryRoles : public QDialog {
    Q_OBJECT
public:
    BoundaryRoles(Workbench& workbench, model::LayoutId layout, QWidget* parent = nullptr);

    /// "holds all", "owns 2, follows 1": for the button that opens it.
    static QString summary(const model::Layout& layout);

private:
    struct Row {
        model::BoundaryId boundary;
        QLabel* name;
        QComboBox* role;
        QComboBox* path;
        QLineEdit* lag;
    };
    void refresh();
    void rebuild();
    void show(Row& row, const model::BoundaryRole* role);
    void addRow(const model::Boundary& boundary);
    void commit(model::BoundaryId boundary);
    const model::Layout* layout() const;

    Workbench& m_workbench;
    model::LayoutId m_layout;
    QLabel* m_about;
    QGridLayout* m_grid;
    QWidget* m_table;
    std::vector<Row> m_rows;
};

} // namespace shardscape::app
