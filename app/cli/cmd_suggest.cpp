// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "model/exchange/export/suggested_workload.h"

namespace shardscape::app {
namespace {

struct Options {
    std::string file;
    double total = 1000;
    std::string output;
};

void run(const Options& options, Session& session) {
    const auto project = Session::open(options.file);
    if (!project)
        return session.refuse(project.error());
    const std::string text = model::suggestWorkload(*project, {options.total});
    if (options.output.empty()) {
        session.out() << text;
        return;
    }
    if (const auto written = Session::writeFile(options.output, text); !written)
        return session.refuse(written.error());
    session.err() << "wrote " << options.output << "; edit the rates, then import it with --workload\n";
}

} // namespace

void addSuggest(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("suggest", "Write a workload file to start from");
    command->add_option("file", options->file, "Project file")->required();
    command->add_option("--rate", options->total, "Requests a second in all")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("-o,--output", options->output, "Write to this file instead of standard output");
    command->footer("Example:\n  shardscape-cli suggest shop.shardscape --rate 5000 -o workload.sql");
    command->callback([options, &session] { run(*options, session); });
}

} // namespace shardscape::app
