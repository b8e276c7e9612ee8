// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/chart_data.h"
#include "app/stages/simulate/simulation.h"

/// A simulation as charts, for the page and for the report.
namespace shardscape::app {

/// Operations a second of each partition (or run of neighbouring ones) of a table over time.
HeatChart loadHeatChart(const Simulation& simulation, std::size_t table);

/// Load of each partition of a table, the busiest first; "partitions" receives which partition each bar is.
BarChart loadBarChart(const Simulation& simulation, std::size_t table, int selected,
                      std::vector<int>* partitions = nullptr);

/// p99 and p50 of one stream over time with the analytic p99 (dashed) and the wanted one; the p99 of up to eight
/// streams for stream < 0.
LineChart latencyChart(const Simulation& simulation, int stream);

/// The distribution of the latency of one stream, or of up to eight for stream < 0.
LineChart latencyCdfChart(const Simulation& simulation, int stream);

/// How many partitions one row of the heat map stands for (1 up to 128 partitions); a row shows its busiest.
int partitionsPerRow(const Simulation& simulation, std::size_t table);

} // namespace shardscape::app
