// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/chart_card.h"
#include "app/jobs/jobs.h"
#include "app/stages/simulate/simulation.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace shardscape::app {

class RemedyList;
class TimeScrubber;

/// The main thing of the page: load per partition over time, the moment that is looked at, and in words what is hot
/// there.
class LoadPanel : public ChartCard {
    Q_OBJECT
public:
    LoadPanel(ThemeScope& scope, Jobs& jobs);

    /// Another run: the table where the skew hurts most, its whole time, its hottest partition.
    void setRun(SimulationPtr run);
    /// The same run has more windows.
    void grow();

    std::size_t table() const;
    /// Index into the series, or kWholeRun.
    int moment() const;
    void setMoment(int moment);
    /// A run that goes on, at its latest moment.
    bool isFollowing() const { return m_following; }
    /// -1: the hottest, of the run or of the moment.
    int partition() const { return m_partition; }
    void setPartition(int partition);
    RemedyList* remedies() const { return m_remedies; }
    /// What the words say, for tests.
    QString words() const;

signals:
    /// Table, moment or partition, by the user.
    void chosen();

private:
    void buildSide();
    void takeStop(int stop);
    void drawHeat();
    void showChoice();
    void alignScrubber();

    ThemeScope& m_scope;
    SimulationPtr m_run;
    int m_partition = -1;
    QComboBox* m_table;
    TimeScrubber* m_scrubber;
    QLabel* m_momentWord;
    QPushButton* m_whole;
    QWidget* m_side;
    QLabel* m_title;
    QLabel* m_text;
    RemedyList* m_remedies;
    bool m_following = true; ///< a run that goes on: its latest moment
};

} // namespace shardscape::app
