// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/make_report.h"

#include <filesystem>

#include <fmt/format.h>

#include "app/report/pdf_report.h"
#include "app/report/pictures.h"
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

class Gatherer {
public:
    Gatherer(const model::Project& project, std::shared_ptr<const model::EngineCatalogue> catalogue,
             const ReportOptions& options)
        : m_project(std::make_shared<const model::Project>(project))
        , m_catalogue(std::move(catalogue))
        , m_options(options) {}

    model::Result<ReportInput> run() {
        auto css = styleSheet();
        if (!css)
            return model::fail(css.error());
        ReportInput input;
        input.project = *m_project;
        input.styleSheet = std::move(*css);
        input.diagram = diagramPicture(*m_project, m_catalogue);
        for (const model::Layout& layout : m_options.layouts) {
            auto section = sectionOf(layout);
            if (!section)
                return model::fail(section.error());
            input.sections.push_back(std::move(*section));
        }
        return input;
    }

private:
    model::Result<ReportSection> sectionOf(const model::Layout& layout) {
        const model::EngineProfile* profile = m_catalogue->find(layout.engine);
        if (!profile)
            return model::fail(model::ErrorCode::NotFound, "there is no engine called '" + layout.engine + "'");
        auto estimate = estimator::estimate(*m_project, *profile, layout);
        if (!estimate)
            return model::fail(estimate.error());
        auto ddl = model::writeDdl(*m_project, *profile, estimate->design);
        if (!ddl)
            return model::fail(ddl.error());
        auto analysis = std::make_shared<Analysis>();
        analysis->project = m_project;
        analysis->catalogue = m_catalogue;
        analysis->layouts.push_back({layout.id, layout.engine, profile, *estimate});
        SimulationInput input{m_project, analysis, layout.id, {}};
        input.options.seed = m_options.seed;
        input.options.requests = m_options.requests;
        JobState job{QString()};
        const auto simulation = simulate(input, job);
        ReportSection section{*profile, std::move(*estimate), {}, {}, std::move(*ddl), {}};
        if (simulation) {
            section.run = (*simulation)->result;
            section.simulationNote =
                fmt::format("{} requests at the busiest minute, seed {}. ", section.run->requests, section.run->seed);
            for (const std::string& note : (*simulation)->compiled.notes)
                section.simulationNote += note + " ";
        } else {
            section.simulationNote = "Not simulated: " + simulation.error().message + ".";
        }
        section.charts = reportCharts(section.estimate, simulation ? simulation->get() : nullptr);
        return section;
    }

    ProjectPtr m_project;
    std::shared_ptr<const model::EngineCatalogue> m_catalogue;
    const ReportOptions& m_options;
};

} // namespace

model::Result<ReportInput> gatherReport(const model::Project& project,
                                        std::shared_ptr<const model::EngineCatalogue> catalogue,
                                        const ReportOptions& options) {
    return Gatherer(project, std::move(catalogue), options).run();
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
