// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "app/jobs/analysis.h"
#include "app/stages/simulate/run_feed.h"
#include "simulator/compile/compile.h"
#include "simulator/explain/what_if.h"
#include "simulator/scenario/result.h"

namespace shardscape::app {

/// What a simulation is of: a version of the project with its numbers, a layout, and what the user changed for the run.
struct SimulationInput {
    ProjectPtr project;
    AnalysisPtr analysis; ///< of the same project
    model::LayoutId layout;
    simulator::CompileOptions options; ///< seed, length and moment
    std::vector<simulator::WhatIf> supposed;
    /// A first look while somebody moves a slider (simulator/compile/look.h): as many requests as its precision takes,
    /// in replications so that figures have 95 % intervals.
    bool quick = false;
    /// Independent runs of the length that options say, put together: from 2 on, figures have 95 % intervals.
    std::uint32_t replications = 1;
};

/// A simulation, finished or on its way. Immutable for all but its maker.
struct Simulation {
    SimulationInput input;
    std::shared_ptr<const simulator::Compiled> compiled;
    simulator::RunResult result;
    /// The analytic numbers under the same suppositions; unset where nothing is supposed, or they have none.
    std::optional<estimator::Estimate> supposed = std::nullopt;
    /// Still running: series and streams say what was seen so far, tables and nodes where everything is and no more.
    bool partial = false;

    /// The estimate of the design as supposed, where formulas know what is supposed, else as it is; never null.
    const estimator::Estimate* estimate() const {
        return supposed ? &*supposed : input.analysis->estimate(input.layout);
    }
    /// The analytic numbers of a stream's pattern; nullptr when it stands for none, or formulas do not know what is
    /// supposed.
    const estimator::PatternEstimate* analytic(std::size_t stream) const;
};
using SimulationPtr = std::shared_ptr<const Simulation>;

/// The numbers of the estimator for what is supposed.
/// Errors: NotFound without an estimate of the layout, Unsupported where formulas do not know a supposition; those of
/// the estimator.
model::Result<estimator::Estimate> supposedEstimate(const SimulationInput& input, std::stop_token stop);

/// Compiles, supposes and runs; for a job. Tells its progress to the job, rests and stops when the job is asked to, and
/// puts the windows into the feed as they end (null: nobody draws them). Errors: NotFound without an estimate of the
/// layout; those of compileScenario, suppose and run.
model::Result<SimulationPtr> simulate(const SimulationInput& input, JobState& job, RunFeed* feed = nullptr);

/// How simulations are made: simulate, or a test's own function.
using SimulateFunction = std::function<model::Result<SimulationPtr>(const SimulationInput&, JobState&, RunFeed*)>;

/// What can be drawn of a run that has just begun.
std::shared_ptr<Simulation> begunSimulation(const SimulationInput& input,
                                            std::shared_ptr<const simulator::Compiled> compiled);

/// True when two runs would be of the same thing; looks and runs differ in nothing but length and number.
bool sameRun(const SimulationInput& a, const SimulationInput& b);

} // namespace shardscape::app
