// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/shell/workbench.h"
#include "model/exchange/export/statement.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace shardscape::app {

class NumberField;
class StatementModel;

/// The statement of a pattern as a form, for those who do not write SQL: what it does, on which entity, found and
/// sorted by which columns, how many rows. Where the SQL says more than the form can, it says what, and offers to begin
/// anew.
class StatementForm : public QWidget {
    Q_OBJECT
public:
    explicit StatementForm(Workbench& workbench, QWidget* parent = nullptr);

    /// Shows a pattern as it was read from SQL.
    void setPattern(const model::AccessPattern& pattern);
    StatementModel* columns() const { return m_columns; }
    /// Why the form cannot express what is shown; empty when it can.
    QString whyNot() const;

signals:
    /// The user wants another statement.
    void edited(const shardscape::model::StatementShape& shape);

private:
    void build();
    void fillEntities();
    void show(const model::StatementShape& shape);
    void change(const std::function<void(model::StatementShape&)>& edit);
    void beginAnew();

    Workbench& m_workbench;
    QComboBox* m_kind;
    QComboBox* m_entity;
    NumberField* m_limit;
    QComboBox* m_paging;
    StatementModel* m_columns;
    QTableView* m_table;
    QLabel* m_why;
    QPushButton* m_anew;
    QWidget* m_fields;
    ProjectPtr m_filledFrom;
    model::EntityId m_entityShown;
};

} // namespace shardscape::app
