// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include <CLI/CLI.hpp>

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "app/language/language.h"
#include "app/report/make_report.h"
#include "app/report/pictures.h"
#include "simulator/kernel/replications.h"

namespace shardscape::app {
namespace {

struct Options {
    std::string file;
    std::string output;
    std::vector<std::string> engines;
    std::string language = "en";
    std::uint64_t seed = 1;
    std::uint64_t requests = ReportOptions().requests;
    std::uint32_t replications = ReportOptions().replications;
};

void run(const Options& options, Session& session) {
    const auto project = Session::open(options.file);
    if (!project)
        return session.refuse(project.error());
    const auto catalogue = Session::catalogue();
    if (!catalogue)
        return session.refuse(catalogue.error());
    ReportOptions report;
    report.seed = options.seed;
    report.requests = options.requests;
    report.replications = options.replications;
    for (const std::string& engine : Session::engines(*project, options.engines)) {
        const auto profile = Session::profile(*catalogue, engine);
        if (!profile)
            return session.refuse(profile.error());
        report.layouts.push_back(Session::layout(*project, engine));
    }
    const PictureApplication pictures;
    Language language;
    language.setCode(Language::named(QString::fromStdString(options.language)));
    const auto gathered = gatherReport(*project, std::make_shared<const model::EngineCatalogue>(*catalogue), report);
    if (!gathered)
        return session.refuse(gathered.error());
    if (const auto written = writeReport(*gathered, options.output); !written)
        return session.refuse(written.error());
    session.err() << "wrote " << options.output << '\n';
}

} // namespace

void addReport(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("report", "Write a report: diagram, figures, charts, plans, problems, native schemas");
    command->add_option("file", options->file, "Project file")->required();
    command->add_option("-o,--output", options->output, "File to write: .html, .pdf or .md")->required();
    command->add_option("--engine", options->engines, "Engines, separated by commas; default: those of the project")
        ->delimiter(',');
    command->add_option("--lang", options->language, "Language of the report: en or zh")
        ->check([](const std::string& code) {
            return Language::named(QString::fromStdString(code)).isEmpty() ? "there is no language " + code
                                                                           : std::string();
        })
        ->capture_default_str();
    command->add_option("--seed", options->seed, "Seed of the simulations")->capture_default_str();
    command->add_option("--requests", options->requests, "Requests of each run")
        ->check(CLI::Range(std::uint64_t{1000}, std::uint64_t{1'000'000'000}))
        ->capture_default_str();
    command
        ->add_option("--replications", options->replications,
                     "Runs for each engine; from 2 on, figures have 95 % intervals")
        ->check(CLI::Range(1U, simulator::kMostReplications))
        ->capture_default_str();
    command->footer("Example:\n  shardscape-cli report feed.shardscape -o feed.html --lang zh");
    command->callback([options, &session] { run(*options, session); });
}

} // namespace shardscape::app
