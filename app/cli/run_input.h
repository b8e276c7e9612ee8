// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "estimator/summary/estimate.h"
#include "model/base/result.h"
#include "simulator/explain/what_if.h"
#include "simulator/scenario/scenario.h"

namespace shardscape::app {

/// What a command is asked to simulate: a project file, a scenario file (JSON) or a bundled scenario, and what differs
/// from it.
struct RunRequest {
    std::string file;
    std::string scenarioFile; ///< instead of a project
    std::string example;      ///< name of a bundled scenario, instead of both
    std::string engine;       ///< empty: the project's first
    std::optional<std::uint64_t> seed;
    std::optional<std::uint64_t> requests;
    std::string over = "peak";    ///< or "day"
    std::vector<std::string> set; ///< "/streams/0/rate=500": values put into the scenario, before anything is supposed
    std::vector<std::string> whatIf;

    /// How many of the three were named; it has to be one.
    int inputs() const { return (file.empty() ? 0 : 1) + (scenarioFile.empty() ? 0 : 1) + (example.empty() ? 0 : 1); }
};

/// What is run, and what is known about it beside the scenario.
struct RunInput {
    simulator::Scenario scenario;                ///< with everything supposed
    std::optional<simulator::Scenario> baseline; ///< without; unset where nothing is supposed
    std::vector<simulator::WhatIf> supposed;
    std::vector<std::string> notes;
    std::optional<estimator::Estimate> estimate; ///< of a project, as it is
    bool managed = false;                        ///< a service whose nodes are its own affair
};

/// Errors: those of reading, estimating, compiling and supposing.
model::Result<RunInput> prepareRun(const RunRequest& request);

/// Help for --what-if: what may be supposed.
std::string whatIfHelp();

} // namespace shardscape::app
