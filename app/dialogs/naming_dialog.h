// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QDialog>

#include "app/shell/workbench.h"
#include "model/edit/naming_edits.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace shardscape::app {

/// The names that would change under other rules: whose, what, before, after.
class NamingModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Where, Kind, Before, After, kColumns };
    using QAbstractTableModel::QAbstractTableModel;

    void setChanges(const model::Project& project, std::vector<model::NamingChange> changes);
    const std::vector<model::NamingChange>& changes() const { return m_changes; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<model::NamingChange> m_changes;
    QStringList m_where; ///< a row each
};

/// Rules for the names of primary and unique keys, foreign keys and indexes: presets or one's own templates, and every
/// name of the open model that changes under them, listed before it does. The rules stay with the project, and what is
/// made later follows them; all happens in one step. Deletes itself when closed.
class NamingDialog : public QDialog {
    Q_OBJECT
public:
    NamingDialog(Workbench& workbench, QWidget* parent);

private:
    void build();
    model::NamingRules rules() const;
    void setRules(const model::NamingRules& rules);
    void plan();
    void perform();

    Workbench& m_workbench;
    NamingModel* m_model;
    QComboBox* m_preset;
    QLineEdit* m_primaryKey;
    QLineEdit* m_unique;
    QLineEdit* m_foreignKey;
    QLineEdit* m_index;
    QComboBox* m_scope;
    QLabel* m_verdict;
    QPushButton* m_apply = nullptr;
};

} // namespace shardscape::app
