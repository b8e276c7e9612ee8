// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/base/result.h"
#include "simulator/scenario/result.h"
#include "simulator/scenario/scenario.h"

namespace shardscape::simulator {

/// Reads a scenario file. Errors name the place as a JSON path ("streams[0].keys.theta: …"), or line and column when
/// the text is no JSON at all; unknown keys are refused with the nearest known one suggested. What is read is also
/// checked.
model::Result<Scenario> readScenario(std::string_view json);

/// Writes what readScenario reads: readScenario(writeScenario(s)) == s for every valid s.
std::string writeScenario(const Scenario& scenario);

/// The rules that hold between parts of a scenario (names that must exist, replicas that need nodes, ranges of
/// numbers). The message names the JSON path. run() calls it too.
model::Result<void> checkScenario(const Scenario& scenario);

/// The result as one JSON document. `series` can be large: windows x (streams + nodes + partitions).
std::string writeResult(const Scenario& scenario, const RunResult& result, bool withSeries = true);

} // namespace shardscape::simulator
