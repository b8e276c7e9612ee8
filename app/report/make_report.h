// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/jobs/jobs.h"
#include "app/report/report.h"
#include "model/base/result.h"

namespace shardscape::app {

struct ReportOptions {
    std::vector<model::Layout> layouts; ///< the engines to tell of, in this order
    std::uint64_t seed = 1;
    std::uint64_t requests = 1'000'000; ///< simulated for each engine
};

/// Estimates, simulates and draws everything that a report tells. Needs an application object (PictureApplication) and
/// runs in its thread.
/// Errors: those of the estimate; a design that cannot be simulated is told in the report instead.
model::Result<ReportInput> gatherReport(const model::Project& project,
                                        std::shared_ptr<const model::EngineCatalogue> catalogue,
                                        const ReportOptions& options);

/// Writes it in the form that the file's ending says: .html, .pdf or .md. Errors: Unsupported for another ending, Io.
model::Result<void> writeReport(const ReportInput& input, const std::string& path);

} // namespace shardscape::app
