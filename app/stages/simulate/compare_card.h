// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/stages/simulate/simulation.h"
#include "app/theme/widgets.h"

class QSortFilterProxyModel;
class QTableView;

namespace shardscape::app {

class ComparisonModel;

/// The pinned run and the one shown, figure by figure, with what the change costs. Hidden while there is nothing to
/// compare.
class CompareCard : public Card {
    Q_OBJECT
public:
    CompareCard(ThemeScope& scope, QWidget* parent = nullptr);

    void setRuns(const SimulationPtr& before, const SimulationPtr& after);
    QTableView* table() const { return m_table; }

signals:
    void unpinRequested();

private:
    ComparisonModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
    QLabel* m_cost;
};

} // namespace shardscape::app
