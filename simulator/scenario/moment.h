// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "simulator/scenario/hotspot.h"

namespace shardscape::simulator {

/// The busiest partition of a table in one window of the series. Where windows count runs of neighbouring partitions:
/// of the busiest run, the partition with the largest share of the whole run.
std::optional<std::size_t> busiestAt(const RunResult& run, std::size_t table, std::size_t window);

/// The facts of a partition in one window: shares, utilisation and queue are those of the window (a run's share spread
/// evenly over its neighbours where windows count runs). Patterns are weighed by how many requests of each the window
/// saw, which is exact as long as the popularity of keys does not change during the run; the key is that of the whole
/// run. shareOverMean is 0 where there is no such table, partition or window, or nothing happened in it.
Hotspot momentFacts(const RunResult& run, std::size_t table, std::size_t partition, std::size_t window);

} // namespace shardscape::simulator
