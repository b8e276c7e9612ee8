// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "model/exchange/export/ddl.h"
#include "model/physical/mapping.h"

namespace shardscape::app {
namespace {

struct Options {
    std::string file;
    std::string engine;
    std::string output;
};

void run(const Options& options, Session& session) {
    const auto project = Session::open(options.file);
    if (!project)
        return session.refuse(project.error());
    const auto catalogue = Session::catalogue();
    if (!catalogue)
        return session.refuse(catalogue.error());
    const auto profile = Session::profile(*catalogue, options.engine);
    if (!profile)
        return session.refuse(profile.error());
    const model::Layout layout = Session::layout(*project, options.engine);
    const model::Derivation kept = model::withKept(*project, layout);
    const auto design = model::mapProject(kept, *profile, layout);
    if (!design)
        return session.refuse(design.error());
    const auto ddl = model::writeDdl(kept, *profile, *design);
    if (!ddl)
        return session.refuse(ddl.error());
    if (options.output.empty()) {
        session.out() << *ddl;
        return;
    }
    if (const auto written = Session::writeFile(options.output, *ddl); !written)
        return session.refuse(written.error());
    session.err() << "wrote " << options.output << '\n';
}

} // namespace

void addDdl(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("ddl", "Write the native schema of a design");
    command->add_option("file", options->file, "Project file")->required();
    command->add_option("--engine", options->engine, "Engine, for example postgresql, cassandra, dynamodb, redis")
        ->required();
    command->add_option("-o,--output", options->output, "Write to this file instead of standard output");
    command->footer("Example:\n  shardscape-cli ddl feed.shardscape --engine cassandra -o feed.cql");
    command->callback([options, &session] { run(*options, session); });
}

} // namespace shardscape::app
