// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace shardscape::app {

class Session;

/// Each registers one command with its options and examples. The session must outlive the parser.
void addSamples(CLI::App& app, Session& session);
void addNew(CLI::App& app, Session& session);
void addImport(CLI::App& app, Session& session);
void addGallery(CLI::App& app, Session& session);
void addInsert(CLI::App& app, Session& session);
void addSuggest(CLI::App& app, Session& session);
void addShow(CLI::App& app, Session& session);
void addMap(CLI::App& app, Session& session);
void addEstimate(CLI::App& app, Session& session);
void addCalibrate(CLI::App& app, Session& session);
void addRoute(CLI::App& app, Session& session);
void addRebalance(CLI::App& app, Session& session);
void addSimulate(CLI::App& app, Session& session);
void addCompare(CLI::App& app, Session& session);
void addSweep(CLI::App& app, Session& session);
void addDdl(CLI::App& app, Session& session);
void addGenerate(CLI::App& app, Session& session);
void addReport(CLI::App& app, Session& session);
void addDiagram(CLI::App& app, Session& session);
void addDiff(CLI::App& app, Session& session);
void addDump(CLI::App& app, Session& session);
void addLoad(CLI::App& app, Session& session);

/// Builds the parser, runs the command named by the arguments and returns the exit code.
int runCommandLine(int argc, char** argv, Session& session);

} // namespace shardscape::app
