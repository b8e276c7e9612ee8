// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/stage.h"
#include "model/exchange/import/import.h"

class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace shardscape::app {

class Card;
class EntityTrafficModel;
class MatrixModel;
class SegmentedControl;
class StatementCard;
class EmptyState;
class PatternForm;
class PatternTableModel;
class NumberField;

/// How the data is used: the patterns as a table that is typed in and pasted into, as a matrix with the entities, and
/// as what they ask of each entity; below, the chosen one: its statement, its traffic and its targets.
class AccessStage : public Stage {
    Q_OBJECT
public:
    explicit AccessStage(Workbench& workbench, QWidget* parent = nullptr);
    ~AccessStage() override;

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
    void typeCell(model::PatternId pattern, int column, const QString& text);
    void pastePatterns();
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
    SegmentedControl* m_views = nullptr; ///< patterns, matrix, entities
    MatrixModel* m_matrix = nullptr;
    EntityTrafficModel* m_entities = nullptr;
    StatementCard* m_statement = nullptr;
    Card* m_formCard = nullptr;
    PatternForm* m_form = nullptr;
    QAction* m_add = nullptr;
    QAction* m_suggest = nullptr;
    std::shared_ptr<JobState> m_suggesting;
    std::shared_ptr<JobState> m_reading;
    QAction* m_paste = nullptr;
    QAction* m_duplicate = nullptr;
    QAction* m_remove = nullptr;
    model::PatternId m_shown;
};

/// How many different keys a pattern's popularity is over: distinct values of its column, else rows of the parent or
/// the entity; nothing when nobody said.
std::optional<double> keyCount(const model::Project& project, const model::AccessPattern& pattern);

} // namespace shardscape::app
