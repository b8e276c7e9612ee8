// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/report/outlook_report.h"
#include "estimator/capacity/outlook.h"
#include "estimator/summary/estimate.h"
#include "model/engine/engine_profile.h"
#include "model/schema/project.h"
#include "simulator/scenario/result.h"

namespace shardscape::app {

/// A chart or drawing, ready to be put into a document: complete SVG text.
struct Picture {
    std::string title;
    std::string svg;
    std::string summary; ///< what it shows, in one sentence, for those who cannot see it
};

/// Everything about one engine that the report tells.
struct ReportSection {
    model::EngineProfile profile;
    estimator::Estimate estimate;
    std::optional<simulator::RunResult> run; ///< unset when the design was not simulated
    std::vector<Picture> charts;
    std::string ddl;
    std::string simulationNote; ///< why there is no run, or what to know about it; may be empty
    std::optional<estimator::Outlook> outlook = std::nullopt; ///< unset when nothing was looked ahead
    std::vector<ReportTable> copies = {};                     ///< designs with copies beside the normalised one
};

struct ReportInput {
    model::Project project;
    Picture diagram;
    std::vector<ReportSection> sections;
    std::string styleSheet;               ///< CSS of the HTML form
    std::vector<ReportTable> design = {}; ///< of several engines, as a whole; empty when each is a design of its own
};

enum class Medium {
    Screen, ///< pictures are inline SVG, derivations and schemas fold
    Paper, ///< pictures are <img src="picture:N">, N counting through picturesOf(); nothing folds; plain tags and CSS 2
           ///< only
};

/// One self-contained HTML page: no script, nothing is loaded from elsewhere, every name from the model is escaped.
std::string htmlReport(const ReportInput& input, Medium medium = Medium::Screen);
/// All pictures in the order in which they appear.
std::vector<const Picture*> picturesOf(const ReportInput& input);
/// The same in GitHub's Markdown, without the pictures.
std::string markdownReport(const ReportInput& input);

} // namespace shardscape::app
