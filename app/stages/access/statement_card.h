// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "app/shell/workbench.h"
#include "app/theme/widgets.h"
#include "model/exchange/export/statement.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace shardscape::app {

class SqlEditor;
class StatementForm;

/// What a pattern does: its statement as SQL and as a form, which stay in step. SQL is read as it is typed, and applied
/// when the user says so; a choice in the form writes the SQL at once.
class StatementCard : public Card {
    Q_OBJECT
public:
    explicit StatementCard(Workbench& workbench, QWidget* parent = nullptr);

    /// Shows the pattern; keepText leaves SQL that was typed and not applied.
    void setPattern(model::PatternId pattern, bool keepText);
    /// SQL was typed that is not applied.
    bool isEdited() const;
    SqlEditor* editor() const { return m_sql; }
    StatementForm* form() const { return m_form; }
    /// Shows the form in place of the editor, or the editor.
    void showForm(bool form);
    bool showsForm() const;

private:
    const model::AccessPattern* current() const;
    void build();
    void check();
    void judge(const model::AccessPattern& read);
    void apply();
    void applyShape(const model::StatementShape& shape);

    Workbench& m_workbench;
    SegmentedControl* m_views;
    QStackedWidget* m_pages;
    SqlEditor* m_sql;
    StatementForm* m_form;
    QLabel* m_verdict;
    QPushButton* m_apply;
    QPushButton* m_revert;
    QTimer m_checkLater;
    model::PatternId m_shown;
};

} // namespace shardscape::app
