// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QScrollArea>

#include "app/shell/workbench.h"
#include "app/stages/simulate/simulation.h"

class QSortFilterProxyModel;
class QTableView;

namespace shardscape::app {

class Card;
class ChartCard;
class CompareCard;
class LatencyPanel;
class LoadPanel;
class ResultTableModel;

/// Everything that is shown of a run. One choice of table, partition, node, pattern and moment for all of it.
class RunPage : public QScrollArea {
    Q_OBJECT
public:
    explicit RunPage(Workbench& workbench, QWidget* parent = nullptr);

    /// Another run, with the pinned one to draw beside it; null for none.
    void setRun(SimulationPtr run, SimulationPtr before);
    /// The run goes on: it has more windows.
    void grow();
    /// What is shown is not of the present model or settings.
    void setDimmed(bool dimmed);

    LoadPanel* load() const { return m_load; }
    LatencyPanel* latency() const { return m_latency; }
    ChartCard* partitions() const { return m_partitions; }
    ChartCard* nodes() const { return m_nodes; }
    CompareCard* compare() const { return m_compare; }
    /// Index into the streams of the pattern that is looked at; -1 for all.
    int stream() const;

signals:
    void streamChosen(int stream);
    void unpinRequested();
    /// What may help against the given run.
    void remedyChosen(const shardscape::app::SimulationPtr& run,
                      const std::vector<shardscape::simulator::WhatIf>& whatIf);

private:
    QWidget* buildPatterns();
    void showBars();
    void showMoment();
    void showPatterns();

    Workbench& m_workbench;
    SimulationPtr m_run;
    SimulationPtr m_before;
    LoadPanel* m_load;
    LatencyPanel* m_latency;
    ChartCard* m_partitions;
    ChartCard* m_nodes;
    CompareCard* m_compare;
    QTableView* m_patterns = nullptr;
    ResultTableModel* m_patternModel = nullptr;
    QSortFilterProxyModel* m_sorted = nullptr;
    Card* m_patternCard = nullptr;
    std::vector<int> m_partitionOfBar;
    std::vector<int> m_nodeOfBar;
    int m_node = -1;
};

} // namespace shardscape::app
