// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/chart_card.h"
#include "app/stages/simulate/simulation.h"

class QComboBox;

namespace shardscape::app {

class SegmentedControl;

/// Latency of one pattern, or of the busiest ones: its percentiles over time, its distribution, or its tail.
class LatencyPanel : public ChartCard {
    Q_OBJECT
public:
    explicit LatencyPanel(ThemeScope& scope);

    enum View { OverTime, Distribution, Tail };

    /// Another run, with an earlier one to draw beside it; the pattern and the view stay where they can.
    void setRun(SimulationPtr run, SimulationPtr before);
    /// The same run has more windows.
    void grow();
    void setMoment(int moment);

    /// Index into the streams; -1 for all.
    int stream() const;
    void setStream(int stream);
    void setShown(View shown);

signals:
    /// Another pattern, by the user.
    void streamChosen(int stream);

private:
    void fillStreams();
    void draw();

    SimulationPtr m_run;
    SimulationPtr m_before;
    int m_moment = -1;
    QComboBox* m_stream;
    SegmentedControl* m_views;
};

} // namespace shardscape::app
