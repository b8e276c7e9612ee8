// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "model/base/quantity.h"
#include "model/exchange/import/import_formats.h"
#include "model/exchange/import/statement_statistics.h"
#include "model/exchange/import/update_schema.h"
#include "model/live/live.h"

namespace shardscape::app {
namespace {

using nlohmann::ordered_json;

struct Options {
    std::vector<std::string> schemas;
    std::string workload;
    std::string format;
    std::string dialect;
    std::string connection;
    std::string window;
    std::string output;
    std::string into;
    bool keepMissing = false;
    bool dryRun = false;
    bool everything = false;
};

ordered_json diagnosticsJson(const model::Diagnostics& diagnostics) {
    ordered_json out = ordered_json::array();
    for (const model::Diagnostic& diagnostic : diagnostics)
        out.push_back({{"severity", name(diagnostic.severity)},
                       {"file", diagnostic.file},
                       {"line", diagnostic.line},
                       {"column", diagnostic.column},
                       {"message", diagnostic.message},
                       {"advice", diagnostic.advice}});
    return out;
}

model::Result<model::Imported> readSchema(const Options& options) {
    const std::string& format = options.format.empty() ? options.dialect : options.format;
    if (!options.connection.empty()) {
        const model::ImportFormat* known = model::findImportFormat(format);
        return model::importLive(known ? known->name : format, options.connection);
    }
    if (options.schemas.size() == 1 && format.empty() && model::isDatabaseFile(options.schemas.front()))
        return model::importLive("sqlite", options.schemas.front());
    std::vector<model::ImportSource> sources;
    for (const std::string& path : options.schemas) {
        auto text = Session::readFile(path);
        if (!text)
            return model::fail(text.error());
        sources.push_back({path, std::move(*text)});
    }
    return model::importSchema(sources, format);
}

model::Result<model::Imported> readWorkload(const Options& options, const model::Project& project) {
    auto text = Session::readFile(options.workload);
    if (!text)
        return model::fail(text.error());
    if (!model::isStatementStatistics(*text))
        return model::importWorkload(project, {options.workload, std::move(*text)});
    std::optional<double> seconds;
    if (!options.window.empty()) {
        const auto window = model::parseDuration(options.window);
        if (!window)
            return model::fail(window.error());
        seconds = *window;
    }
    return model::importStatementStatistics(project, {options.workload, std::move(*text)}, seconds);
}

/// The format that the schema is read in, as updateSchema() wants it.
std::string formatOf(const Options& options) {
    if (!options.format.empty() || !options.dialect.empty())
        return options.format.empty() ? options.dialect : options.format;
    if (model::isDatabaseFile(options.schemas.front()))
        return "sqlite";
    const auto text = Session::readFile(options.schemas.front());
    const auto format = model::recogniseImport({options.schemas.front(), text ? *text : std::string()});
    return format ? (*format)->name : std::string();
}

/// Brings a project up to date instead of making one.
void update(const Options& options, const model::Imported& imported, Session& session) {
    const auto project = Session::open(options.into);
    if (!project)
        return session.refuse(project.error());
    const auto updated =
        model::updateSchema(*project, imported.project, formatOf(options), {.removals = !options.keepMissing});
    if (!updated)
        return session.refuse(updated.error());
    session.tell(imported.diagnostics, options.everything);
    const std::string& output = options.output.empty() ? options.into : options.output;
    const bool writes = !options.dryRun && (!updated->changes.empty() || !options.output.empty());
    if (writes)
        if (const auto saved = Session::save(output, updated->project); !saved)
            return session.refuse(saved.error());
    if (session.json)
        return session.print({{"changes", updated->changes},
                              {"written", writes ? ordered_json(output) : ordered_json()},
                              {"entities", updated->project.entities.size()},
                              {"relationships", updated->project.relationships.size()},
                              {"patterns", updated->project.patterns.size()},
                              {"diagnostics", diagnosticsJson(imported.diagnostics)}});
    for (const std::string& change : updated->changes)
        session.out() << change << '\n';
    session.out() << (updated->changes.empty() ? "nothing changes\n"
                                               : std::to_string(updated->changes.size()) + " changes\n");
    if (writes)
        session.out() << "wrote " << output << '\n';
}

void run(const Options& options, Session& session) {
    auto imported = readSchema(options);
    if (!imported)
        return session.refuse(imported.error());
    if (!options.into.empty())
        return update(options, *imported, session);
    if (!options.workload.empty()) {
        auto withWorkload = readWorkload(options, imported->project);
        if (!withWorkload)
            return session.refuse(withWorkload.error());
        imported->project = std::move(withWorkload->project);
        for (model::Diagnostic& diagnostic : withWorkload->diagnostics)
            imported->diagnostics.push_back(std::move(diagnostic));
    }
    model::Project& project = imported->project;
    if (!options.output.empty()) {
        project.name = std::filesystem::path(options.output).stem().string();
        if (const auto saved = Session::save(options.output, project); !saved)
            return session.refuse(saved.error());
    }
    std::size_t attributes = 0;
    std::size_t indexes = 0;
    for (const model::Entity& entity : project.entities) {
        attributes += entity.attributes.size();
        indexes += entity.indexes.size();
    }
    session.tell(imported->diagnostics, options.everything);
    if (session.json)
        return session.print({{"entities", project.entities.size()},
                              {"attributes", attributes},
                              {"relationships", project.relationships.size()},
                              {"indexes", indexes},
                              {"patterns", project.patterns.size()},
                              {"diagnostics", diagnosticsJson(imported->diagnostics)}});
    session.out() << project.entities.size() << " entities, " << attributes << " attributes, "
                  << project.relationships.size() << " relationships, " << indexes << " indexes, "
                  << project.patterns.size() << " access patterns\n";
    if (!options.output.empty())
        session.out() << "wrote " << options.output << '\n';
}

} // namespace

void addImport(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    std::vector<std::string> formats;
    std::vector<std::string> dialects;
    std::string known;
    for (const model::ImportFormat& format : model::importFormats()) {
        known += "\n  " + format.name +
                 std::string(std::max<std::size_t>(18, format.name.size() + 2) - format.name.size(), ' ') +
                 format.title;
        for (const auto* list : {&formats, &dialects})
            if (list == &formats || format.sql) {
                auto& names = list == &formats ? formats : dialects;
                names.push_back(format.name);
                names.insert(names.end(), format.otherNames.begin(), format.otherNames.end());
            }
    }
    CLI::App* command = app.add_subcommand(
        "import", "Make a project of a schema (SQL of several dialects, DBML, Mermaid …) and a workload file");
    CLI::Option_group* input = command->add_option_group("input");
    input->add_option("schema", options->schemas, "Files of the schema, read in this order");
    CLI::Option* live = input->add_option("--connect", options->connection,
                                          "Read a running database instead of files, with its statistics: a connection "
                                          "string of --from postgresql or mysql, the file of --from sqlite");
    input->require_option(1);
    CLI::Option* into = command->add_option(
        "--into", options->into,
        "Bring this project up to date instead of making one: positions, patterns and statistics stay");
    command->add_flag("--keep-missing", options->keepMissing, "With --into: remove nothing that the schema lacks")
        ->needs(into);
    command->add_flag("--dry-run", options->dryRun, "With --into: only list what would change")->needs(into);
    CLI::Option* workload = command->add_option("--workload", options->workload,
                                                "Access patterns: annotated SQL, or pg_stat_statements as CSV");
    into->excludes(workload);
    command->add_option("--window", options->window,
                        "For pg_stat_statements: how long the statements were counted, as 7d or 12h");
    live->needs(command->add_option("--from", options->format, "Format of the files; without it they are recognised")
                    ->check(CLI::IsMember(formats)));
    command->add_option("--dialect", options->dialect, "Dialect of SQL files; without it it is recognised")
        ->check(CLI::IsMember(dialects));
    command->add_option("-o,--output", options->output, "Project file to write; without it the files are only checked");
    command->add_flag("--all-diagnostics", options->everything, "List every note, not only their number");
    command->footer("Formats:" + known +
                    "\n\nExamples:\n  shardscape-cli import schema.sql --workload workload.sql -o shop.shardscape\n"
                    "  shardscape-cli import --from postgresql --connect postgresql://me@localhost/shop -o "
                    "shop.shardscape\n"
                    "  shardscape-cli import newer.sql --into shop.shardscape --dry-run");
    command->callback([options, &session] { run(*options, session); });
}

} // namespace shardscape::app
