// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "model/base/nearest_name.h"
#include "model/exchange/import/samples.h"

namespace shardscape::app {
namespace {

using nlohmann::ordered_json;

void list(Session& session) {
    const auto found = model::bundledSamples();
    if (!found)
        return session.refuse(found.error());
    if (session.json) {
        ordered_json rows = ordered_json::array();
        for (const model::Sample& sample : *found)
            rows.push_back({{"name", sample.name},
                            {"title", sample.title},
                            {"summary", sample.summary},
                            {"teaches", sample.teaches}});
        return session.print({{"samples", rows}});
    }
    TextTable table({"sample", "title", "about"});
    for (const model::Sample& sample : *found)
        table.add({sample.name, sample.title, sample.summary});
    table.print(session.out());
}

void create(const std::string& file, const std::string& name, Session& session) {
    model::Project project;
    project.name = "Untitled";
    if (!name.empty()) {
        const auto found = model::bundledSamples();
        if (!found)
            return session.refuse(found.error());
        const auto at =
            std::find_if(found->begin(), found->end(), [&](const model::Sample& s) { return s.name == name; });
        if (at == found->end()) {
            std::vector<std::string_view> names;
            for (const model::Sample& sample : *found)
                names.push_back(sample.name);
            const std::string near(model::nearestName(name, names));
            return session.refuse(
                {model::ErrorCode::NotFound,
                 "there is no sample called '" + name + "'",
                 near.empty() ? "'shardscape-cli samples' lists them" : "did you mean '" + near + "'?",
                 {},
                 0,
                 0});
        }
        auto loaded = model::loadSample(*at);
        if (!loaded)
            return session.refuse(loaded.error());
        project = std::move(loaded->project);
    }
    if (const auto saved = Session::save(file, project); !saved)
        return session.refuse(saved.error());
    if (session.json)
        return session.print(
            {{"file", file}, {"entities", project.entities.size()}, {"patterns", project.patterns.size()}});
    session.out() << "wrote " << file << ": " << project.entities.size() << " entities, " << project.patterns.size()
                  << " access patterns\n";
}

} // namespace

void addSamples(CLI::App& app, Session& session) {
    CLI::App* command = app.add_subcommand("samples", "List the bundled samples");
    command->footer("Example:\n  shardscape-cli samples");
    command->callback([&session] { list(session); });
}

void addNew(CLI::App& app, Session& session) {
    struct Options {
        std::string file;
        std::string sample;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("new", "Create a project, empty or from a sample");
    command->add_option("file", options->file, "Project file to write")->required();
    command->add_option("--sample", options->sample, "Name of a sample");
    command->footer("Example:\n  shardscape-cli new feed.shardscape --sample social-feed");
    command->callback([options, &session] { create(options->file, options->sample, session); });
}

} // namespace shardscape::app
