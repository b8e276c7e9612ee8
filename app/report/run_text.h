// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/schema/project.h"
#include "simulator/scenario/result.h"

namespace shardscape::app {

/// One of a stream's percentiles ("p99_ms") with half of its 95 % interval where there are several replications:
/// "8.3 ms ± 1.2 %". "too short to say" where a run has too few requests beyond it.
std::string latencyText(const simulator::StreamResult& stream, const char* name, double valueMs);

/// How many replications were put together, and what became of the warm-up; empty for a single run.
/// "8 replications; ± is the 95 % interval; the first 0.5 s of each are left out as its warm-up".
std::string replicationText(const simulator::RunResult& run);

/// "12 entities, 14 relationships, 9 access patterns", in the language that is spoken.
std::string countsText(const model::Project& project);

} // namespace shardscape::app
