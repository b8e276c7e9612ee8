// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "simulator/kernel/run.h"

namespace shardscape::simulator {

/// Runs every scenario `replications` times, on up to `threads` threads: [scenario][replication]. Runs of the same
/// replication number and seed draw the same arrivals, keys and service times for streams of the same name. What comes
/// out does not depend on the number of threads. Progress comes from one thread at a time. Errors: the first one, in
/// the order of scenarios, of run(); Cancelled when the token asked.
model::Result<std::vector<std::vector<RunResult>>> runEach(std::span<const Scenario> scenarios,
                                                           std::uint32_t replications, std::uint32_t threads,
                                                           std::stop_token stop, ProgressSink& progress);

} // namespace shardscape::simulator
