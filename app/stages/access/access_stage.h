// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "app/shell/stage.h"
#include "model/exchange/import/import.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace shardscape::app {

class Card;
class EmptyState;
class PatternForm;
class PatternTableModel;
class NumberField;
class SqlEditor;

/// How the data is used: the table of patterns, and below it the chosen one as SQL and as a form.
class AccessStage : public Stage {
    Q_OBJECT
public:
    explicit AccessStage(Workbench& workbench, QWidget* parent = nullptr);

    QList<QAction*> headerActions() override;
    void activate() override;
    /// Keeps the filter, and a statement that was not applied yet.
    void continueFrom(Stage& before) override;

private:
    void build();
    QWidget* buildTable();
    QWidget* buildEditor();
    void buildActions();
    void buildEmpty();
    void suggest();
    void suggested(const ProjectPtr& base, model::Result<model::Imported> imported);
    void refresh();
    void showPattern(bool keepText);
    void followSelection();
    const model::AccessPattern* current() const;
    void choose(model::PatternId pattern);
    void checkSql();
    void applySql();
    void chooseSample();
    void readSample(const QString& file);
    void addPattern();
    void duplicatePattern();
    void removePattern();
    std::string freeName(const std::string& wanted) const;

    PatternTableModel* m_model = nullptr;
    QSortFilterProxyModel* m_sorted = nullptr;
    QTableView* m_table = nullptr;
    QLineEdit* m_filter = nullptr;
    QStackedWidget* m_pages = nullptr;
    EmptyState* m_empty = nullptr;   ///< entities, but no patterns
    EmptyState* m_nothing = nullptr; ///< no entities either
    NumberField* m_totalRate = nullptr;
    Card* m_sqlCard = nullptr;
    Card* m_formCard = nullptr;
    SqlEditor* m_sql = nullptr;
    QLabel* m_verdict = nullptr;
    QPushButton* m_apply = nullptr;
    QPushButton* m_revert = nullptr;
    PatternForm* m_form = nullptr;
    QAction* m_add = nullptr;
    QAction* m_suggest = nullptr;
    std::shared_ptr<JobState> m_suggesting;
    std::shared_ptr<JobState> m_reading;
    QAction* m_duplicate = nullptr;
    QAction* m_remove = nullptr;
    QTimer m_checkLater;
    model::PatternId m_shown;
};

/// How many different keys a pattern's popularity is over: distinct values of its column, else rows of the parent or
/// the entity; nothing when nobody said.
std::optional<double> keyCount(const model::Project& project, const model::AccessPattern& pattern);

} // namespace shardscape::app
