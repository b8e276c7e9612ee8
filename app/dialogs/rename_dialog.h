// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QDialog>

#include "app/shell/workbench.h"
#include "model/edit/bulk_rename.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace shardscape::app {

/// The names that would change: where, before, after, and what speaks against it.
class RenamingModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Where, Before, After, Problem, kColumns };
    using QAbstractTableModel::QAbstractTableModel;

    void setRenamings(const model::Project& project, std::vector<model::Renaming> renamings);
    const std::vector<model::Renaming>& renamings() const { return m_renamings; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<model::Renaming> m_renamings;
    QStringList m_where; ///< a row each
};

/// Renames many things at once: text found (also by regular expression) and replaced, words put together in another
/// style; of the selected entities or of all. The list shows every name before it is changed, and all change in one
/// step. Deletes itself when closed.
class RenameDialog : public QDialog {
    Q_OBJECT
public:
    RenameDialog(Workbench& workbench, QWidget* parent);

private:
    void build();
    void plan();
    void rename();

    Workbench& m_workbench;
    RenamingModel* m_model;
    QLineEdit* m_find;
    QLineEdit* m_replace;
    QCheckBox* m_expression;
    QCheckBox* m_matchCase;
    QComboBox* m_style;
    QComboBox* m_scope;
    QCheckBox* m_entities;
    QCheckBox* m_columns;
    QLabel* m_verdict;
    QPushButton* m_rename;
};

} // namespace shardscape::app
