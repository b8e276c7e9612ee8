// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "app/jobs/jobs.h"
#include "app/stages/simulate/simulation.h"
#include "simulator/explain/remedies.h"

class QLabel;
class QVBoxLayout;

namespace shardscape::app {

/// What may help against what a run found hot: each tried by a short simulation, with what it does to the worst p99 and
/// what it costs. A click supposes it, so that the page shows before and after.
class RemedyList : public QWidget {
    Q_OBJECT
public:
    explicit RemedyList(Jobs& jobs, QWidget* parent = nullptr);
    ~RemedyList() override;

    /// Asks what may help against a finished run, and tries it in the background. A look leaves the list of its
    /// engine's run as it is, because the look may be of a remedy. Null clears.
    void setRun(const SimulationPtr& run);
    bool isTrying() const { return m_job != nullptr; }

signals:
    /// A remedy against the run was chosen.
    void chosen(const shardscape::app::SimulationPtr& run, const std::vector<shardscape::simulator::WhatIf>& whatIf);

private:
    void clear();
    void show(const std::vector<simulator::TriedRemedy>& tried);

    Jobs& m_jobs;
    SimulationPtr m_run;
    std::shared_ptr<JobState> m_job;
    QLabel* m_heading;
    QLabel* m_note;
    QVBoxLayout* m_rows;
};

/// A remedy in words: "8 partitions more", "100 k keys cached".
QString remedyWords(const simulator::Remedy& remedy);

} // namespace shardscape::app
