// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/make_report.h"

#include <filesystem>

#include <fmt/format.h>

#include "app/jobs/design_numbers.h"
#include "app/report/copies_report.h"
#include "app/report/design_report.h"
#include "app/report/pdf_report.h"
#include "app/report/pictures.h"
#include "app/report/run_text.h"
#include "app/report/tiers_report.h"
#include "app/report/words.h"
#include "app/stages/simulate/simulation.h"
#include "estimator/summary/estimate.h"
#include "model/base/resources.h"
#include "model/exchange/export/ddl.h"
#include "model/storage/files.h"

namespace shardscape::app {
namespace {

constexpr const char* kEndings = "the file may end in .html, .pdf or .md";

model::Result<std::string> styleSheet() {
    const auto folder = model::resourceFolder();
    if (!folder)
        return model::fail(folder.error());
    return model::readFile(*folder + "/report/report.css");
}

/// The section of one engine, without its pictures. Errors: those of the estimate and of the native schema.
model::Result<ReportSection> sectionOf(const ProjectPtr& project, const LayoutAnalysis& layout) {
    if (!layout.profile)
        return model::fail(model::ErrorCode::NotFound, "there is no engine called '" + layout.engine + "'");
    if (!layout.estimate)
        return model::fail(layout.estimate.error());
    const auto& kept = layout.estimate->kept;
    auto ddl = kept ? model::writeDdl(*kept, *layout.profile, layout.estimate->design)
                    : model::writeDdl(*project, *layout.profile, layout.estimate->design);
    if (!ddl)
        return model::fail(ddl.error());
    return ReportSection{*layout.profile, *layout.estimate, {}, {}, std::move(*ddl), {}};
}

void addRun(ReportSection& section, const model::Result<SimulationPtr>& simulation) {
    if (!simulation) {
        section.simulationNote = say("Not simulated: " + simulation.error().message + ".");
        return;
    }
    section.run = (*simulation)->result;
    section.simulationNote =
        say(fmt::format("{} requests at the busiest minute, seed {}.", section.run->requests, section.run->seed));
    if (const std::string replications = replicationText(*section.run); !replications.empty())
        section.simulationNote += " " + say(replications + ".");
    for (const std::string& note : (*simulation)->compiled->notes)
        section.simulationNote += " " + say(note);
}

/// What the layouts make together, from the numbers of their sections.
std::vector<ReportTable> designOf(const ReportNumbers& numbers) {
    std::vector<estimator::LayoutNumbers> all = numbersOf(*numbers.analysis);
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].cost = numbers.input.sections[i].outlook ? &numbers.input.sections[i].outlook->cost : nullptr;
    return designTables(estimator::polyglotOf(numbers.input.project, all));
}

} // namespace

AnalysisPtr analyse(ProjectPtr project, std::shared_ptr<const model::EngineCatalogue> catalogue,
                    const std::vector<model::Layout>& layouts, std::stop_token stop) {
    auto analysis = std::make_shared<Analysis>();
    analysis->project = std::move(project);
    analysis->catalogue = std::move(catalogue);
    for (const model::Layout& layout : layouts) {
        const model::EngineProfile* profile = analysis->catalogue->find(layout.engine);
        model::Result<estimator::Estimate> estimate =
            profile ? estimator::estimate(*analysis->project, *profile, layout, {}, stop)
                    : model::fail(model::ErrorCode::NotFound, "there is no engine called '" + layout.engine + "'");
        analysis->layouts.push_back({layout.id, layout.engine, profile, std::move(estimate)});
    }
    return analysis;
}

model::Result<ReportNumbers> computeReport(ProjectPtr project, std::shared_ptr<const model::EngineCatalogue> catalogue,
                                           const ReportOptions& options, JobState& job) {
    auto css = styleSheet();
    if (!css)
        return model::fail(css.error());
    const auto folders = model::priceFolders();
    const auto prices = folders ? model::PriceBook::load(*folders) : model::fail(folders.error());
    if (!prices)
        return model::fail(prices.error());
    ReportNumbers numbers;
    numbers.input.project = *project;
    numbers.input.styleSheet = std::move(*css);
    numbers.analysis = analyse(project, catalogue, options.layouts, job.token());
    for (const LayoutAnalysis& layout : numbers.analysis->layouts) {
        auto section = sectionOf(project, layout);
        if (!section)
            return model::fail(section.error());
        if (layout.profile && layout.estimate) {
            const model::Layout& own = options.layouts[numbers.input.sections.size()];
            auto outlook =
                estimator::outlookOf(*project, *layout.profile, own, *layout.estimate, *prices, {}, job.token());
            if (!outlook)
                return model::fail(outlook.error());
            section->outlook = std::move(*outlook);
            auto beside = estimator::sideBySide(*project, *layout.profile, own, *layout.estimate, *prices,
                                                {.prices = {}, .patterns = 3, .only = {}}, job.token());
            if (!beside)
                return model::fail(beside.error());
            section->copies = tierTables(*layout.estimate, *project);
            const auto keptOnes = keptTables(estimator::keptCopies(*project, *layout.profile, *layout.estimate));
            const std::vector<ReportTable> compared =
                copyTables(*beside, estimator::fanOutReports(*project, *layout.profile, own, *layout.estimate),
                           section->outlook->cost.currency);
            section->copies.insert(section->copies.end(), keptOnes.begin(), keptOnes.end());
            section->copies.insert(section->copies.end(), compared.begin(), compared.end());
        }
        // Layouts that are not of the project share the empty id: each run sees its own alone.
        auto own = std::make_shared<Analysis>(*numbers.analysis);
        own->layouts = {layout};
        SimulationInput input{project, own, layout.layout, {}, {}};
        input.options.seed = options.seed;
        input.options.requests = options.requests;
        input.replications = options.replications;
        const auto simulation = simulate(input, job);
        if (job.cancelled())
            return model::fail(model::ErrorCode::Cancelled, "cancelled");
        addRun(*section, simulation);
        numbers.simulations.push_back(simulation ? *simulation : nullptr);
        numbers.input.sections.push_back(std::move(*section));
    }
    numbers.input.design = designOf(numbers);
    return numbers;
}

model::Result<ReportInput> gatherReport(const model::Project& project,
                                        std::shared_ptr<const model::EngineCatalogue> catalogue,
                                        const ReportOptions& options) {
    const auto shared = std::make_shared<const model::Project>(project);
    JobState job{QString()};
    auto numbers = computeReport(shared, catalogue, options, job);
    if (!numbers)
        return model::fail(numbers.error());
    ReportInput& input = numbers->input;
    DiagramDrawing drawing(shared, numbers->analysis, std::move(catalogue));
    drawing.makeReady();
    DiagramPicture diagram;
    diagram.paintFor(drawing, -1);
    input.diagram = diagram.picture();
    for (std::size_t i = 0; i < input.sections.size(); ++i)
        for (const ChartData& chart : reportCharts(input.sections[i].estimate, numbers->simulations[i].get()))
            input.sections[i].charts.push_back(chartPicture(chart));
    return std::move(input);
}

model::Result<void> writeReport(const ReportInput& input, const std::string& path) {
    const std::string extension = std::filesystem::path(path).extension().string();
    if (extension == ".pdf")
        return writePdfReport(input, path);
    if (extension != ".html" && extension != ".htm" && extension != ".md")
        return model::fail(
            {model::ErrorCode::Unsupported, "reports are not written as '" + extension + "'", kEndings, path, 0, 0});
    return model::replaceFile(path, extension == ".md" ? markdownReport(input) : htmlReport(input), false);
}

} // namespace shardscape::app
