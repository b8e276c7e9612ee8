// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/engine.h"
#include "simulator/measure/expected.h"
#include "simulator/scenario/result.h"

namespace shardscape::simulator {

/// Turns what an engine counted, and what follows from popularity alone, into a result. Takes the engine's series.
/// `hottest`: hottestKeys of the plan.
RunResult assemble(const Plan& plan, const Expected& expected, const std::vector<HotKey>& hottest,
                   const RunOptions& options, Engine& engine);

/// The same without what is known beforehand or explains: what a Pool takes from all replications but the first.
RunResult assembleCounts(const Plan& plan, const Expected& expected, const std::vector<HotKey>& hottest,
                         const RunOptions& options, Engine& engine);

} // namespace shardscape::simulator
