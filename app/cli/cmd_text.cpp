// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "model/storage/text_form.h"

namespace shardscape::app {
namespace {

struct Options {
    std::string input;
    std::string output;
};

void dump(const Options& options, Session& session) {
    const auto project = Session::open(options.input);
    if (!project)
        return session.refuse(project.error());
    const std::string text = model::dumpProject(*project);
    if (options.output.empty()) {
        session.out() << text;
        return;
    }
    if (const auto written = Session::writeFile(options.output, text); !written)
        session.refuse(written.error());
}

void load(const Options& options, Session& session) {
    const auto text = Session::readFile(options.input);
    if (!text)
        return session.refuse(text.error());
    const auto project = model::loadProject(*text, options.input);
    if (!project)
        return session.refuse(project.error());
    if (const auto saved = Session::save(options.output, *project); !saved)
        return session.refuse(saved.error());
    if (session.json)
        session.print({{"file", options.output}, {"entities", project->entities.size()}});
    else
        session.out() << "wrote " << options.output << '\n';
}

} // namespace

void addDump(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("dump", "Write a project as text, stable for version control");
    command->add_option("file", options->input, "Project file")->required();
    command->add_option("-o,--output", options->output, "Write to this file instead of standard output");
    command->footer("Example:\n  shardscape-cli dump feed.shardscape > feed.txt");
    command->callback([options, &session] { dump(*options, session); });
}

void addLoad(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("load", "Make a project file of its text form");
    command->add_option("text", options->input, "Text written by dump, - for standard input")->required();
    command->add_option("-o,--output", options->output, "Project file to write")->required();
    command->footer("Example:\n  shardscape-cli load feed.txt -o feed.shardscape");
    command->callback([options, &session] { load(*options, session); });
}

} // namespace shardscape::app
