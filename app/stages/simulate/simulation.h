// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "app/jobs/analysis.h"
#include "simulator/compile/compile.h"
#include "simulator/scenario/result.h"

namespace shardscape::app {

/// What a simulation is of: a version of the project with its numbers, a layout, and what the user changed for the run.
struct SimulationInput {
    ProjectPtr project;
    AnalysisPtr analysis; ///< of the same project
    model::LayoutId layout;
    simulator::CompileOptions options;
};

/// A finished simulation. Immutable.
struct Simulation {
    SimulationInput input;
    simulator::Compiled compiled;
    simulator::RunResult result;

    /// The estimate that the run is compared with; never null for a finished simulation.
    const estimator::Estimate* estimate() const { return input.analysis->estimate(input.layout); }
    /// The analytic numbers of a stream's pattern; nullptr when it stands for none.
    const estimator::PatternEstimate* analytic(std::size_t stream) const;
};
using SimulationPtr = std::shared_ptr<const Simulation>;

/// Compiles and runs; for a job. Tells its progress to the job and stops when the job is cancelled.
/// Errors: NotFound without an estimate of the layout; those of compileScenario and run.
model::Result<SimulationPtr> simulate(const SimulationInput& input, JobState& job);

/// How simulations are made: simulate, or a test's own function.
using SimulateFunction = std::function<model::Result<SimulationPtr>(const SimulationInput&, JobState&)>;

} // namespace shardscape::app
