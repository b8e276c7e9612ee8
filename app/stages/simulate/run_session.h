// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <QObject>
#include <QTimer>

#include "app/shell/workbench.h"
#include "app/stages/simulate/simulation.h"

namespace shardscape::app {

/// What the user asks for: how a run is made, and what is supposed for it.
struct RunWish {
    simulator::CompileOptions options;
    std::vector<simulator::WhatIf> supposed;
    std::uint32_t replications = 1; ///< of a run; a look takes as many as it likes
};

/// The runs behind the page: starts, holds and stops them, keeps the last one of each engine and the pinned one.
///
/// A run takes as many requests as asked and shows itself while it goes on. A look takes few and answers at once: it is
/// for sliders, waits until they rest for a moment, gives way to the next look, and shows the analytic numbers before
/// its own. Lives in the window's thread.
class RunSession : public QObject {
    Q_OBJECT
public:
    RunSession(Workbench& workbench, SimulateFunction simulate, QObject* parent = nullptr);
    ~RunSession() override;

    /// True when the current engine has numbers to start from and nothing runs.
    bool canRun() const;
    void run(const RunWish& wish);
    /// Nothing while a run goes on, or before the engine's first run.
    void look(const RunWish& wish);
    void pause();
    void resume();
    void cancel();

    bool isRunning() const { return m_run != nullptr; }
    bool isPaused() const { return m_run && m_run->paused(); }
    bool isLooking() const { return m_look != nullptr || m_settle.isActive(); }
    /// Of the run, 0 … 1; negative when not known.
    double progress() const { return m_run ? m_run->progress() : 0; }

    /// What to show: the run that goes on once it has something to show, else the engine's last; null for none.
    SimulationPtr shown() const;
    /// The engine's last finished run or look.
    SimulationPtr last() const;
    /// True when shown() is not of the present model and this wish.
    bool isStale(const RunWish& wish) const;
    /// True when the model itself is another one.
    bool modelChanged() const;

    /// The run that others are compared with; null for none. Any engine's.
    const SimulationPtr& pinned() const { return m_pinned; }
    /// What of the pinned design is as long as what is shown, for only like can be compared: the pinned run, or a look
    /// at the same. Null while there is none.
    SimulationPtr beside() const;
    void pin(const SimulationPtr& run);
    void unpin();

    /// The analytic numbers of what was last looked at; unset before, and where the estimator has none.
    const std::optional<estimator::Estimate>& supposed() const { return m_supposed; }
    /// Why the last run failed; unset when it did not.
    const std::optional<model::Error>& error() const { return m_error; }

signals:
    /// Another run is shown, or what runs changed its state.
    void changed();
    /// The run that goes on has more to show.
    void arrived();
    void pinnedChanged();
    void supposedChanged();

private:
    SimulationInput inputOf(const RunWish& wish, bool quick) const;
    void startLook();
    void stopLook();
    void poll();
    void finish(model::Result<SimulationPtr> result, model::LayoutId layout);
    void forget();
    void dropPin();

    Workbench& m_workbench;
    SimulateFunction m_simulate;
    std::map<model::LayoutId, SimulationPtr> m_last;
    SimulationPtr m_pinned;
    SimulationPtr m_pinnedLook;
    std::optional<model::Error> m_error;

    std::shared_ptr<JobState> m_run;
    SimulationInput m_runInput;
    std::shared_ptr<RunFeed> m_feed;
    std::shared_ptr<Simulation> m_live;
    QTimer m_poll;

    RunWish m_wanted;
    QTimer m_settle;
    std::shared_ptr<JobState> m_look;
    std::shared_ptr<JobState> m_suppose;
    std::shared_ptr<JobState> m_pinLook;
    std::optional<estimator::Estimate> m_supposed;
};

} // namespace shardscape::app
