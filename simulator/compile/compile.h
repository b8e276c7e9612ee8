// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "estimator/summary/estimate.h"
#include "model/base/result.h"
#include "model/engine/engine_profile.h"
#include "model/schema/project.h"
#include "simulator/scenario/scenario.h"

namespace shardscape::simulator {

/// How a run of a design is made. What is supposed about the design itself are the switches of what_if.h, which change
/// the scenario that is compiled.
struct CompileOptions {
    /// Which part of the week is simulated.
    enum class Moment {
        Peak, ///< the busiest minute, held steady: what the analytic latencies are of
        Day,  ///< the day of the peak as a time-lapse: each quarter of an hour stands for a slice of simulated time
    };

    std::uint64_t seed = 1;
    std::uint64_t requests = 2'000'000;
    double warmup = 0.1; ///< share of the requests left out of the results (Peak only)
    Moment moment = Moment::Peak;
};

struct Compiled {
    Scenario scenario;
    /// Simulated seconds that one hour of the day takes; 0 for Peak.
    double secondsAnHour = 0;
    /// What was left out or simplified, one sentence each: unserved patterns, more partitions than are simulated.
    std::vector<std::string> notes;
};

/// Turns a design with its estimate into the simulator's input: one stream a served pattern with the steps of its plan
/// and the service times that the analytic latencies use, one table a structure, the nodes that the estimate asks for.
/// Streams over the same logical key (a foreign key counts as the key it refers to) share a key space, so that a hot
/// user is hot in every table partitioned by user. Of a design of several engines the one of the estimate is simulated,
/// with the writes by which it follows; the way of changes between engines is not. Errors: Invalid when no pattern has
/// a rate or none can be served.
model::Result<Compiled> compileScenario(const model::Project& project, const model::EngineProfile& profile,
                                        const estimator::Estimate& estimate, const CompileOptions& options = {});

} // namespace shardscape::simulator
