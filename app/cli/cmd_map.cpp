// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "estimator/planning/planner.h"
#include "model/edit/project_edits.h"
#include "model/physical/derive.h"
#include "model/physical/document_shape.h"
#include "model/physical/mapping.h"

namespace shardscape::app {
namespace {

using nlohmann::ordered_json;

struct Options {
    std::string file;
    std::vector<std::string> engines;
    std::string output;
};

ordered_json keyJson(const std::vector<model::StructureKeyPart>& key) {
    ordered_json out = ordered_json::array();
    for (const auto& part : key)
        out.push_back(part.descending ? part.column + " desc" : part.column);
    return out;
}

ordered_json structureJson(const model::Structure& structure, const std::string& engine,
                           const model::Project& project) {
    ordered_json indexes = ordered_json::array();
    for (const auto& index : structure.indexes)
        indexes.push_back({{"name", index.name},
                           {"columns", keyJson(index.parts)},
                           {"unique", index.unique},
                           {"method", index.method},
                           {"include", index.include},
                           {"predicate", index.predicate},
                           {"proposed", !index.reason.empty()},
                           {"reason", index.reason}});
    ordered_json columns = ordered_json::array();
    for (const auto& column : structure.columns)
        columns.push_back({{"name", column.name}, {"type", column.nativeType}, {"composition", column.composition}});
    const model::Entity* entity = project.entities.find(structure.entity);
    return {{"name", structure.name},
            {"kind", name(structure.kind)},
            {"engine", engine},
            {"entity", entity ? project.displayName(*entity) : ""},
            {"partition_key", keyJson(structure.partitionKey)},
            {"sort_key", keyJson(structure.sortKey)},
            {"indexes", indexes},
            {"columns", columns},
            {"reason", structure.reason}};
}

ordered_json documentJson(const std::vector<model::DocumentField>& fields) {
    ordered_json out = ordered_json::array();
    for (const model::DocumentField& field : fields) {
        ordered_json one{{"name", field.name}};
        if (!field.fields.empty()) {
            one["list"] = field.list;
            one["mean"] = field.mean;
            one["most"] = field.most ? ordered_json(*field.most) : ordered_json();
            one["fields"] = documentJson(field.fields);
        }
        out.push_back(std::move(one));
    }
    return out;
}

/// A field a line, those within a field indented below it.
void printDocument(const std::vector<model::DocumentField>& fields, int depth, Session& session) {
    for (const model::DocumentField& field : fields) {
        session.out() << std::string(std::size_t(depth) * 2, ' ') << field.name;
        if (!field.fields.empty())
            session.out() << (field.list ? fmt::format(" [about {:.4g}", field.mean) : std::string(" {at most 1"))
                          << (field.list && field.most ? fmt::format(", at most {:.4g}", *field.most) : std::string())
                          << (field.list ? "]" : "}");
        session.out() << '\n';
        printDocument(field.fields, depth + 1, session);
    }
}

/// What documents look like on a document engine, where children lie inside their parents.
void tellDocuments(const model::Project& project, const model::EngineProfile& profile, const model::Layout& layout,
                   ordered_json& document, Session& session) {
    if (profile.mapping != model::MappingFamily::Document)
        return;
    for (const model::DocumentShape& shape : model::documentShapes(model::withKept(project, layout).project)) {
        document["documents"].push_back(
            {{"engine", profile.name}, {"collection", shape.name}, {"fields", documentJson(shape.fields)}});
        if (session.json || !shape.hasEmbedded())
            continue;
        session.out() << "document of " << shape.name << '\n';
        printDocument(shape.fields, 1, session);
    }
    if (!session.json)
        session.out() << '\n';
}

ordered_json planJson(const estimator::Plan& plan, const model::Project& project) {
    ordered_json steps = ordered_json::array();
    for (const auto& step : plan.steps)
        steps.push_back({{"kind", name(step.kind)},
                         {"structure", step.structure},
                         {"index", step.index},
                         {"partitions", step.partitions},
                         {"rows_read", step.rowsRead},
                         {"rows_returned", step.rowsReturned},
                         {"rows_written", step.rowsWritten},
                         {"indexes_written", step.indexesWritten},
                         {"text", step.text}});
    const model::AccessPattern* pattern = project.patterns.find(plan.pattern);
    return {{"pattern", pattern ? pattern->name : ""},
            {"engine", plan.engine},
            {"shape", name(plan.shape)},
            {"unbounded", plan.unbounded},
            {"why", plan.why},
            {"partitions", plan.partitionsTouched},
            {"rows_read", plan.rowsRead},
            {"rows_returned", plan.rowsReturned},
            {"writes", plan.writes},
            {"steps", steps}};
}

void printDesign(const model::Design& design, const std::vector<estimator::Plan>& plans, const model::Project& project,
                 Session& session) {
    session.out() << "# " << design.engine << "\n";
    const auto joined = [](const std::vector<model::StructureKeyPart>& key) {
        std::string out;
        for (const auto& part : key)
            out += (out.empty() ? "" : ", ") + part.column + (part.descending ? " desc" : "");
        return out;
    };
    TextTable structures({"structure", "kind", "partition key", "sort key", "indexes"});
    for (const auto& structure : design.structures)
        structures.add({structure.name, name(structure.kind), joined(structure.partitionKey), joined(structure.sortKey),
                        std::to_string(structure.indexes.size())});
    structures.print(session.out());
    for (const auto& structure : design.structures)
        for (const auto& index : structure.indexes)
            if (!index.reason.empty())
                session.out() << "proposed " << index.name << " on " << structure.name << " (" << joined(index.parts)
                              << "): " << index.reason << '\n';
    session.out() << '\n';
    TextTable table({"pattern", "served", "partitions", "rows read", "rows returned", "writes", "note"});
    for (const auto& plan : plans) {
        const model::AccessPattern* pattern = project.patterns.find(plan.pattern);
        table.add({pattern ? pattern->name : "", name(plan.shape), fmt::format("{:.4g}", plan.partitionsTouched),
                   fmt::format("{:.4g}", plan.rowsRead), fmt::format("{:.4g}", plan.rowsReturned),
                   fmt::format("{:.4g}", plan.writes), plan.why});
    }
    table.print(session.out());
    for (const std::string& note : design.notes)
        session.out() << "note: " << note << '\n';
    session.out() << '\n';
}

void run(const Options& options, Session& session) {
    const auto project = Session::open(options.file);
    if (!project)
        return session.refuse(project.error());
    const auto catalogue = Session::catalogue();
    if (!catalogue)
        return session.refuse(catalogue.error());
    ordered_json document{
        {"structures", ordered_json::array()}, {"plans", ordered_json::array()}, {"notes", ordered_json::array()}};
    model::Project mapped = *project;
    for (const std::string& engine : Session::engines(*project, options.engines)) {
        const auto profile = Session::profile(*catalogue, engine);
        if (!profile)
            return session.refuse(profile.error());
        const model::Layout layout = Session::layout(*project, engine);
        const auto design = model::mapProject(*project, *profile, layout);
        if (!design)
            return session.refuse(design.error());
        std::vector<estimator::Plan> plans;
        const model::Project laid = model::projectOn(*project, *profile, layout);
        for (const auto& pattern : laid.patterns)
            plans.push_back(estimator::planPattern(laid, *profile, *design, pattern));
        for (const auto& structure : design->structures)
            document["structures"].push_back(structureJson(structure, engine, laid));
        for (const auto& plan : plans)
            document["plans"].push_back(planJson(plan, laid));
        for (const auto& note : design->notes)
            document["notes"].push_back(engine + ": " + note);
        if (!session.json)
            printDesign(*design, plans, laid, session);
        tellDocuments(*project, *profile, layout, document, session);
        if (!mapped.findLayout(engine)) {
            auto added = model::addLayout(mapped, Session::layout(mapped, engine));
            if (!added)
                return session.refuse(added.error());
            mapped = *added;
        }
    }
    if (!options.output.empty())
        if (const auto saved = Session::save(options.output, mapped); !saved)
            return session.refuse(saved.error());
    if (session.json)
        session.print(document);
}

} // namespace

void addMap(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("map", "Lay the model out on engines and plan every access pattern");
    command->add_option("file", options->file, "Project file")->required();
    command->add_option("--engine", options->engines, "Engines, separated by commas; default: those of the project")
        ->delimiter(',');
    command->add_option("-o,--output", options->output, "Write a project that has these layouts");
    command->footer("Example:\n  shardscape-cli map feed.shardscape --engine postgresql,cassandra");
    command->callback([options, &session] { run(*options, session); });
}

} // namespace shardscape::app
