// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>

#include "app/cli/commands.h"
#include "app/cli/session.h"

namespace shardscape::app {

int runCommandLine(int argc, char** argv, Session& session) {
    CLI::App app("Shardscape: data models at scale, from the command line", "shardscape-cli");
    app.require_subcommand(1);
    app.fallthrough();
    app.set_version_flag("--version", SHARDSCAPE_VERSION);
    app.add_flag("--json", session.json, "Print one JSON document on standard output; messages go to standard error");
    for (auto* add : {addSamples,  addNew,       addImport,  addGallery,   addInsert,   addSuggest, addShow,  addMap,
                      addEstimate, addCalibrate, addRoute,   addRebalance, addSimulate, addCompare, addSweep, addDdl,
                      addGenerate, addReport,    addDiagram, addDiff,      addDump,     addLoad})
        add(app, session);
    app.footer("A first walk:\n"
               "  shardscape-cli new feed.shardscape --sample social-feed\n"
               "  shardscape-cli estimate feed.shardscape --engine cassandra\n"
               "  shardscape-cli simulate feed.shardscape --engine cassandra\n"
               "  shardscape-cli report feed.shardscape -o feed.html\n"
               "Exit status: 0 done, 1 the input was refused, 2 wrong usage, 3 problems found.");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error, session.out(), session.err());
        return code == 0 ? Session::Done : Session::WrongUsage;
    }
    return session.exitCode;
}

} // namespace shardscape::app
