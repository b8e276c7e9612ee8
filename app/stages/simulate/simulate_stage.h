// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <QPointer>
#include <QTimer>

#include "app/shell/stage.h"
#include "app/stages/simulate/simulation.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace shardscape::app {

class Card;
class ChartView;
class EmptyState;
class PropertyList;
class ResultTableModel;
class RunControls;

/// A run of the current layout: load per partition over time, latency over time and as a distribution, hottest keys,
/// and every pattern's percentiles beside the analytic ones. Each engine keeps its last run; one of an older model says
/// so.
class SimulateStage : public Stage {
    Q_OBJECT
public:
    explicit SimulateStage(Workbench& workbench, QWidget* parent = nullptr, SimulateFunction simulate = {});
    ~SimulateStage() override;

    QList<QAction*> headerActions() override;
    QWidget* inspector() override;
    void activate() override;

    bool isRunning() const { return m_job != nullptr; }
    /// The run shown; null for none.
    const SimulationPtr& shown() const { return m_shown; }
    bool isStale() const;

private:
    void buildActions();
    void build();
    QWidget* buildResults();
    QWidget* buildExplanation();
    ChartView* makeChart(Card* card);
    void run();
    void cancel();
    void finish(model::Result<SimulationPtr> result, model::LayoutId layout);
    void updateRunning();
    void refresh();
    void showStatus();
    void fillChoices();
    void showCharts();
    void selectPartition(int partition);
    void showExplanation();
    void showInspector();

    SimulateFunction m_simulate;
    std::map<model::LayoutId, SimulationPtr> m_runs;
    SimulationPtr m_shown;
    std::shared_ptr<JobState> m_job;
    QTimer m_poll;
    model::Error m_error;
    bool m_failed = false;
    int m_partition = -1;
    std::vector<int> m_barPartitions;

    QAction* m_run = nullptr;
    QAction* m_cancel = nullptr;
    QAction* m_switch = nullptr;
    RunControls* m_controls = nullptr;
    QStackedWidget* m_pages = nullptr;
    EmptyState* m_empty = nullptr;
    QPushButton* m_emptyRun = nullptr;
    QPushButton* m_emptyGo = nullptr;
    ChartView* m_heat = nullptr;
    ChartView* m_latency = nullptr;
    ChartView* m_cdf = nullptr;
    ChartView* m_load = nullptr;
    Card* m_heatCard = nullptr;
    QComboBox* m_table = nullptr;
    QComboBox* m_stream = nullptr;
    QLabel* m_spotTitle = nullptr;
    QLabel* m_spotText = nullptr;
    QTableView* m_results = nullptr;
    ResultTableModel* m_resultModel = nullptr;
    QSortFilterProxyModel* m_sorted = nullptr;
    Card* m_resultsCard = nullptr;
    QPointer<PropertyList> m_list;
};

} // namespace shardscape::app
