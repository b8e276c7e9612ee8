// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/chart_data.h"
#include "app/stages/simulate/simulation.h"

/// A simulation as charts, for the page and for the report. Where a moment is asked for, it is an index into
/// RunResult::series, and -1 means the whole run after its warm-up. "before" is an earlier run to draw beside, or null;
/// streams are matched by name, partitions and nodes by number.
namespace shardscape::app {

inline constexpr int kWholeRun = -1;

/// Operations a second of each partition (or run of neighbouring ones) of a table over time.
HeatChart loadHeatChart(const Simulation& simulation, std::size_t table);

/// Load of each partition of a table, the busiest first; "partitions" receives which partition each bar is (the first
/// of the run of neighbours, where a moment is known for those only).
BarChart loadBarChart(const Simulation& simulation, std::size_t table, int selected,
                      std::vector<int>* partitions = nullptr, int moment = kWholeRun,
                      const Simulation* before = nullptr);

/// Utilisation of each node, the busiest first; "nodes" receives which node each bar is.
BarChart nodeChart(const Simulation& simulation, int selected, std::vector<int>* nodes = nullptr,
                   int moment = kWholeRun, const Simulation* before = nullptr);

/// p99 and p50 of one stream over time with the analytic p99 (dashed) and the wanted one; the p99 of up to eight
/// streams for stream < 0.
LineChart latencyChart(const Simulation& simulation, int stream, const Simulation* before = nullptr);

/// The distribution of the latency of one stream, or of up to eight for stream < 0: the share answered within a time.
LineChart latencyCdfChart(const Simulation& simulation, int stream, const Simulation* before = nullptr);

/// The same by percentile, on an axis on which each decade of the tail is as wide as any other (90, 99, 99.9 %).
LineChart latencyTailChart(const Simulation& simulation, int stream, const Simulation* before = nullptr);

/// How the partitions of a table are counted and drawn over time: a window counts up to 1,024 runs of neighbouring
/// partitions, and the heat map has up to 128 rows, each of which shows the busiest of its runs.
struct HeatRows {
    HeatRows(const Simulation& simulation, std::size_t table);

    std::size_t rows() const { return (runs + runsPerRow - 1) / runsPerRow; }
    std::size_t runOf(std::size_t partition) const { return partition * runs / partitions; }
    std::size_t rowOf(std::size_t partition) const { return runOf(partition) / runsPerRow; }
    std::size_t firstOfRun(std::size_t run) const { return (run * partitions + runs - 1) / runs; }
    std::size_t firstOfRow(std::size_t row) const { return firstOfRun(row * runsPerRow); }

    std::size_t partitions = 1;
    std::size_t runs = 1;
    std::size_t runsPerRow = 1;
};

/// A moment of the series on the time axis of the charts: the middle of its window.
double momentOnAxis(const Simulation& simulation, int moment);
/// "14:30 – 14:45" or "2.40 s – 2.46 s".
QString momentWord(const Simulation& simulation, int moment);

} // namespace shardscape::app
