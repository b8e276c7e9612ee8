// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/jobs/jobs.h"
#include "app/report/report.h"
#include "app/stages/simulate/simulation.h"
#include "model/base/result.h"

namespace shardscape::app {

struct ReportOptions {
    std::vector<model::Layout> layouts; ///< the engines to tell of, in this order
    std::uint64_t seed = 1;
    std::uint64_t requests = 500'000; ///< of each run
    std::uint32_t replications = 4;   ///< runs for each engine; from 2 on, figures have 95 % intervals
};

/// What a report tells, before it is drawn: everything but the pictures.
struct ReportNumbers {
    ReportInput input; ///< without pictures
    AnalysisPtr analysis;
    std::vector<SimulationPtr> simulations; ///< for each section; nullptr where it could not be simulated
};

/// The estimates of the layouts. Pure.
AnalysisPtr analyse(ProjectPtr project, std::shared_ptr<const model::EngineCatalogue> catalogue,
                    const std::vector<model::Layout>& layouts, std::stop_token stop = {});

/// Estimates and simulates what a report tells; for a job: it tells its progress and can be cancelled.
/// Errors: those of the estimate; a design that cannot be simulated is told in the report instead.
model::Result<ReportNumbers> computeReport(ProjectPtr project, std::shared_ptr<const model::EngineCatalogue> catalogue,
                                           const ReportOptions& options, JobState& job);

/// computeReport, and all pictures at once. Needs an application object (PictureApplication) and runs in its thread.
model::Result<ReportInput> gatherReport(const model::Project& project,
                                        std::shared_ptr<const model::EngineCatalogue> catalogue,
                                        const ReportOptions& options);

/// Writes it in the form that the file's ending says: .html, .pdf or .md. Errors: Unsupported for another ending, Io.
model::Result<void> writeReport(const ReportInput& input, const std::string& path);

} // namespace shardscape::app
