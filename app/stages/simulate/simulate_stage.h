// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "app/shell/stage.h"
#include "app/stages/simulate/simulation.h"

class QFrame;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace shardscape::app {

class AnswerLine;
class EmptyState;
class PropertyList;
class RunControls;
class RunPage;
class RunSession;

/// A run of the current layout: load per partition over time, latency over time and as a distribution, hottest keys,
/// and every pattern's percentiles beside the analytic ones. Each engine keeps its last run; one of an older model says
/// so. Moving a slider answers at once with a short run; a pinned run is drawn beside the ones that follow.
class SimulateStage : public Stage {
    Q_OBJECT
public:
    explicit SimulateStage(Workbench& workbench, QWidget* parent = nullptr, SimulateFunction simulate = {});
    ~SimulateStage() override;

    QList<QAction*> headerActions() override;
    QWidget* inspector() override;
    void activate() override;
    /// Keeps the runs, also one that goes on, and what was supposed.
    void continueFrom(Stage& before) override;

    bool isRunning() const;
    /// The run shown; null for none.
    const SimulationPtr& shown() const { return m_shown; }
    bool isStale() const;
    RunSession& session() const { return *m_session; }
    RunPage& page() const { return *m_page; }

private:
    void buildActions();
    void connectSession();
    void build();
    QWidget* buildStaleBar();
    const model::Error* obstacle() const;
    void run();
    void takeRemedy(const SimulationPtr& run, const std::vector<simulator::WhatIf>& whatIf);
    void refresh();
    void showState();
    void showEmpty();
    void showStale();
    void showStatus();
    void showAnswer();
    void showInspector();

    RunSession* m_session;
    SimulationPtr m_shown;

    QAction* m_run = nullptr;
    QAction* m_pause = nullptr;
    QAction* m_cancel = nullptr;
    QAction* m_pin = nullptr;
    QAction* m_switch = nullptr;
    RunControls* m_controls = nullptr;
    AnswerLine* m_answer = nullptr;
    QFrame* m_staleBar = nullptr;
    QLabel* m_staleText = nullptr;
    QPushButton* m_staleRun = nullptr;
    QStackedWidget* m_pages = nullptr;
    RunPage* m_page = nullptr;
    EmptyState* m_empty = nullptr;
    QPushButton* m_emptyRun = nullptr;
    QPushButton* m_emptyGo = nullptr;
    QPointer<PropertyList> m_list;
};

} // namespace shardscape::app
