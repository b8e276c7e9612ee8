// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include "app/stages/estimate/outlook_tables.h"
#include "app/theme/widgets.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace shardscape::app {

class ChartView;
class CopyControls;
class OutlookService;
class Workbench;

/// What follows from the estimate, a section at a time: structures, cost, limits, ladder, assumptions, indexes,
/// partition keys, durations, consistency, copies, who owns what where. Any number opens its working; a double-click
/// leads to what a row is about.
class OutlookSections : public Card {
    Q_OBJECT
public:
    enum Section {
        Structures,
        Cost,
        Limits,
        Ladder,
        Assumptions,
        Indexes,
        Keys,
        Durations,
        Freshness,
        Copies,
        Tiers,
        Ownership,
        kSections
    };

    /// "structures" is the widget of the first section.
    OutlookSections(Workbench& workbench, OutlookService& outlook, QWidget* structures, QWidget* parent = nullptr);

    Section section() const;
    void showSection(Section section);
    /// What the caption says on the first section.
    void setStructuresCaption(const QString& caption);
    QTableView* table(Section section) const { return m_tables[section]; }
    CellTableModel* model(Section section) const { return m_models[section]; }

signals:
    void sectionChanged(int section);

private:
    QWidget* buildSection(Section section, const QString& name, QWidget* controls);
    QWidget* buildCostControls();
    QWidget* buildLimitControls();
    QWidget* buildAssumptionControls();
    void refresh();
    void refreshPrices();
    void refreshAssumptions();
    void refreshCopies();
    void refreshTiers();
    /// What the comparison of the chosen row comes to, in words.
    void showVerdict();
    void refreshCaption();
    void setTable(Section section, CellTable table, int stretched);
    void chooseSheet(int index);
    /// Prices the layout by a sheet from now on: its name or its JSON, empty = the first that covers the engine.
    void priceBy(const std::string& sheet, const QString& title);
    void setTrafficGrowth(double perMonth);
    const model::Layout* currentLayout() const;
    bool editAssumption(int row, const QString& text);
    void follow(Section section, int row);
    void followPath(const std::string& path);
    std::string engine() const;

    Workbench& m_workbench;
    OutlookService& m_outlook;
    SegmentedControl* m_switch;
    QStackedWidget* m_pages;
    std::array<QTableView*, kSections> m_tables{};
    std::array<QLabel*, kSections> m_nothing{}; ///< shown in the place of a table without rows
    std::array<CellTableModel*, kSections> m_models{};
    QComboBox* m_sheet = nullptr;
    QLabel* m_asOf = nullptr;
    QDoubleSpinBox* m_growth = nullptr;
    QPushButton* m_rank = nullptr;
    QProgressBar* m_progress = nullptr;
    ChartView* m_influence = nullptr;
    CopyControls* m_copyControls = nullptr;
    std::vector<QString> m_verdicts; ///< by row of the copies
    QString m_structuresCaption;
    const estimator::Outlook* m_shown = nullptr; ///< compared, never read
};

} // namespace shardscape::app
