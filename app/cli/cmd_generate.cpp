// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "model/exchange/export/generated_rows.h"
#include "model/physical/mapping.h"

namespace shardscape::app {
namespace {

struct Options {
    std::string file;
    std::string engine = "postgresql";
    std::string format = "sql";
    std::string output;
    std::string entity;
    std::uint64_t rows = 0;
    std::uint64_t seed = 1;
};

/// Where text goes: a file, or standard output.
class TextFile {
public:
    TextFile(const std::string& path, Session& session)
        : m_out(session.out()) {
        if (!path.empty())
            m_file.open(path, std::ios::binary);
        m_toFile = !path.empty();
    }
    bool isOpen() const { return !m_toFile || m_file.is_open(); }
    model::TextSink sink() {
        return [this](std::string_view text) {
            std::ostream& out = m_toFile ? static_cast<std::ostream&>(m_file) : m_out;
            return static_cast<bool>(out.write(text.data(), static_cast<std::streamsize>(text.size())));
        };
    }

private:
    std::ostream& m_out;
    std::ofstream m_file;
    bool m_toFile = false;
};

model::Result<void> cannotWrite(const std::string& path) {
    return model::fail(
        model::Error{model::ErrorCode::Io, "cannot be written", "check its folder and permissions", path, 0, 0});
}

model::Result<void> writeSql(const Options& options, const model::DataPlan& plan, Session& session) {
    const auto catalogue = Session::catalogue();
    if (!catalogue)
        return model::fail(catalogue.error());
    const auto profile = Session::profile(*catalogue, options.engine);
    if (!profile)
        return model::fail(profile.error());
    model::Layout layout = Session::layout(plan.project(), options.engine);
    layout.derived.clear(); // the native schema says how copies are filled from these rows
    layout.boundaries.clear();
    layout.id = {}; // all rows go to this engine, whatever the others of a design hold
    const auto design = model::mapProject(plan.project(), *profile, layout);
    if (!design)
        return model::fail(design.error());
    TextFile file(options.output, session);
    return file.isOpen() ? model::writeSqlRows(plan, *profile, *design, file.sink()) : cannotWrite(options.output);
}

/// A file an entity in the folder, or the only one to the output.
model::Result<void> writeFiles(const Options& options, const model::DataPlan& plan, Session& session) {
    const auto write = options.format == "csv" ? model::writeCsvRows : model::writeJsonRows;
    if (plan.order().size() == 1) {
        TextFile file(options.output, session);
        return file.isOpen() ? write(plan, plan.order().front(), file.sink()) : cannotWrite(options.output);
    }
    std::error_code error;
    std::filesystem::create_directories(options.output, error);
    for (model::EntityId id : plan.order()) {
        std::string name = plan.project().displayName(*plan.project().entities.find(id));
        for (char& c : name)
            c = c == '/' || c == '\0' ? '_' : c;
        const std::string path =
            (std::filesystem::path(options.output) / (name + (options.format == "csv" ? ".csv" : ".jsonl"))).string();
        TextFile file(path, session);
        if (!file.isOpen())
            return cannotWrite(path);
        if (auto done = write(plan, id, file.sink()); !done)
            return done;
    }
    return {};
}

void run(const Options& options, Session& session) {
    const auto project = Session::open(options.file);
    if (!project)
        return session.refuse(project.error());
    model::GenerateOptions wanted;
    wanted.seed = options.seed;
    if (options.rows > 0)
        wanted.rows = options.rows;
    if (!options.entity.empty()) {
        const model::Entity* entity = project->findEntity(options.entity);
        if (!entity)
            return session.refuse({model::ErrorCode::NotFound, fmt::format("there is no entity \"{}\"", options.entity),
                                   "shardscape-cli show lists them", options.file, 0, 0});
        wanted.entity = entity->id;
    }
    const auto plan = model::DataPlan::make(*project, wanted);
    if (!plan)
        return session.refuse(plan.error());
    if (options.format != "sql" && plan->order().size() > 1 && options.output.empty())
        return session.refuse({model::ErrorCode::Invalid,
                               "several entities need a folder to be written to",
                               "name it with -o, or choose one with --entity",
                               {},
                               0,
                               0});
    for (const std::string& note : plan->notes())
        session.err() << "note: " << note << '\n';
    const auto written =
        options.format == "sql" ? writeSql(options, *plan, session) : writeFiles(options, *plan, session);
    if (!written)
        return session.refuse(written.error());
    std::uint64_t rows = 0;
    nlohmann::ordered_json entities = nlohmann::ordered_json::array();
    for (model::EntityId id : plan->order()) {
        rows += plan->rows(id);
        entities.push_back({{"name", project->displayName(*project->entities.find(id))}, {"rows", plan->rows(id)}});
    }
    if (session.json && !options.output.empty())
        session.print({{"rows", rows}, {"seed", options.seed}, {"output", options.output}, {"entities", entities}});
    else if (!options.output.empty())
        session.err() << "wrote " << rows << " rows to " << options.output << '\n';
}

} // namespace

void addGenerate(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("generate", "Write rows that follow the model's statistics");
    command->add_option("file", options->file, "Project file")->required();
    command->add_option("--rows", options->rows,
                        "Rows of the largest entity, or of --entity; the others in proportion (default: as the model "
                        "says)");
    command->add_option("--entity", options->entity, "Only this entity; its foreign keys refer to rows of the others");
    command->add_option("--seed", options->seed, "The same seed gives the same rows (default: 1)");
    command->add_option("--format", options->format, "sql, csv or json (one object a line)")
        ->check(CLI::IsMember({"sql", "csv", "json"}));
    command->add_option("--engine", options->engine, "Whose SQL: postgresql, mysql, mariadb, sqlite");
    command->add_option("-o,--output", options->output,
                        "File for SQL or a single entity, folder for a file each; standard output when left out");
    command->footer("Example:\n  shardscape-cli ddl feed.shardscape --engine sqlite | sqlite3 feed.db\n"
                    "  shardscape-cli generate feed.shardscape --rows 100000 --engine sqlite | sqlite3 feed.db");
    command->callback([options, &session] { run(*options, session); });
}

} // namespace shardscape::app
