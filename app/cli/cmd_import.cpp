// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "model/exchange/import/import_formats.h"

namespace shardscape::app {
namespace {

using nlohmann::ordered_json;

struct Options {
    std::vector<std::string> schemas;
    std::string workload;
    std::string format;
    std::string dialect;
    std::string output;
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

void run(const Options& options, Session& session) {
    std::vector<model::ImportSource> sources;
    for (const std::string& path : options.schemas) {
        auto text = Session::readFile(path);
        if (!text)
            return session.refuse(text.error());
        sources.push_back({path, std::move(*text)});
    }
    auto imported = model::importSchema(sources, options.format.empty() ? options.dialect : options.format);
    if (!imported)
        return session.refuse(imported.error());
    if (!options.workload.empty()) {
        auto text = Session::readFile(options.workload);
        if (!text)
            return session.refuse(text.error());
        auto withWorkload = model::importWorkload(imported->project, {options.workload, std::move(*text)});
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
    command->add_option("schema", options->schemas, "Files of the schema, read in this order")->required();
    command->add_option("--workload", options->workload, "Access patterns: annotated SQL");
    command->add_option("--from", options->format, "Format of the files; without it they are recognised")
        ->check(CLI::IsMember(formats));
    command->add_option("--dialect", options->dialect, "Dialect of SQL files; without it it is recognised")
        ->check(CLI::IsMember(dialects));
    command->add_option("-o,--output", options->output, "Project file to write; without it the files are only checked");
    command->add_flag("--all-diagnostics", options->everything, "List every note, not only their number");
    command->footer("Formats:" + known +
                    "\n\nExample:\n  shardscape-cli import schema.sql --workload workload.sql -o shop.shardscape");
    command->callback([options, &session] { run(*options, session); });
}

} // namespace shardscape::app
