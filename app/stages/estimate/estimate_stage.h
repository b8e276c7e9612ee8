// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "app/shell/stage.h"

class QGridLayout;
class QLabel;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace shardscape::app {

class Card;
class ChartCard;
class ChartView;
class EmptyState;
class HeadlineCard;
class OutlookSections;
class OutlookService;
class StructureTableModel;

/// The numbers of one layout: headlines, growth with the months in which limits are reached, nodes by constraint,
/// structures, and what follows from them (OutlookSections). Any number opens its working.
class EstimateStage : public Stage {
    Q_OBJECT
public:
    explicit EstimateStage(Workbench& workbench, QWidget* parent = nullptr);

    QList<QAction*> headerActions() override;
    void activate() override;
    void continueFrom(Stage& before) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QWidget* buildPage();
    void refresh();
    void showHeadlines(const estimator::Estimate& estimate);
    void showCost();
    void showGrowth(const estimator::Estimate& estimate);
    void showNothing(const LayoutAnalysis* layout);
    void arrange();

    static constexpr std::size_t kHeadlines = 8;
    std::array<HeadlineCard*, kHeadlines> m_headlines{};
    std::array<estimator::Figure, kHeadlines> m_figures;
    QStackedWidget* m_pages = nullptr;
    EmptyState* m_empty = nullptr;
    QGridLayout* m_headlineGrid = nullptr;
    ChartView* m_growth = nullptr;
    ChartView* m_nodes = nullptr;
    ChartCard* m_growthCard = nullptr;
    ChartCard* m_nodesCard = nullptr;
    OutlookService* m_outlook = nullptr;
    OutlookSections* m_sections = nullptr;
    QTableView* m_table = nullptr;
    StructureTableModel* m_model = nullptr;
    QSortFilterProxyModel* m_sorted = nullptr;
    QAction* m_switch = nullptr;
    int m_columns = 0;
};

} // namespace shardscape::app
