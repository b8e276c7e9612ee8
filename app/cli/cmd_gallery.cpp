// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "model/base/nearest_name.h"
#include "model/edit/column_sets.h"
#include "model/exchange/import/gallery.h"

namespace shardscape::app {
namespace {

using nlohmann::ordered_json;

const char* kindName(model::GalleryKind kind) {
    return kind == model::GalleryKind::Columns ? "columns" : "pattern";
}

void list(Session& session) {
    const auto found = model::bundledGallery();
    if (!found)
        return session.refuse(found.error());
    if (session.json) {
        ordered_json rows = ordered_json::array();
        for (const model::GalleryEntry& entry : *found)
            rows.push_back({{"name", entry.name},
                            {"kind", kindName(entry.kind)},
                            {"title", entry.in("").title},
                            {"about", entry.in("").about},
                            {"own", entry.own}});
        return session.print({{"gallery", rows}});
    }
    TextTable table({"piece", "kind", "title"});
    for (const model::GalleryEntry& entry : *found)
        table.add({entry.name, kindName(entry.kind), entry.in("").title});
    table.print(session.out());
}

struct Options {
    std::string file;
    std::string piece;
    std::vector<std::string> into;
    std::string output;
};

model::Result<model::GalleryEntry> find(const std::string& name) {
    auto found = model::bundledGallery();
    if (!found)
        return model::fail(found.error());
    std::vector<std::string_view> names;
    for (const model::GalleryEntry& entry : *found) {
        if (entry.name == name)
            return entry;
        names.push_back(entry.name);
    }
    const std::string near(model::nearestName(name, names));
    return model::fail(model::ErrorCode::NotFound, "there is no piece called '" + name + "'",
                       near.empty() ? "'shardscape-cli gallery' lists them" : "did you mean '" + near + "'?");
}

model::Result<model::Project> inserted(const model::Project& project, const model::GalleryEntry& entry,
                                       const std::vector<std::string>& into) {
    const auto piece = model::loadGalleryEntry(entry);
    if (!piece)
        return model::fail(piece.error());
    if (entry.kind == model::GalleryKind::Pattern)
        return model::insertPiece(project, piece->project);
    std::vector<model::EntityId> targets;
    for (const std::string& name : into) {
        const model::Entity* entity = project.findEntity(name);
        if (!entity)
            return model::fail(model::ErrorCode::NotFound, "there is no entity called '" + name + "'");
        targets.push_back(entity->id);
    }
    if (targets.empty())
        return model::fail(model::ErrorCode::Invalid, "these columns need entities to go to",
                           "name them: --into orders,users");
    return model::addColumnSet(project, targets, piece->project);
}

void insert(const Options& options, Session& session) {
    const auto project = Session::open(options.file);
    if (!project)
        return session.refuse(project.error());
    const auto entry = find(options.piece);
    if (!entry)
        return session.refuse(entry.error());
    const auto after = inserted(*project, *entry, options.into);
    if (!after)
        return session.refuse(after.error());
    const std::string& output = options.output.empty() ? options.file : options.output;
    if (const auto saved = Session::save(output, *after); !saved)
        return session.refuse(saved.error());
    std::vector<std::string> names;
    for (const model::Entity& entity : after->entities)
        if (!project->entities.contains(entity.id))
            names.push_back(after->displayName(entity));
    const std::size_t patterns = after->patterns.size() - project->patterns.size();
    if (session.json)
        return session.print({{"file", output}, {"entities", names}, {"patterns", patterns}});
    session.out() << "wrote " << output << ": ";
    if (entry->kind == model::GalleryKind::Columns)
        session.out() << "columns of " << entry->name << " in " << options.into.size() << " entities\n";
    else
        session.out() << names.size() << " entities and " << patterns << " access patterns added\n";
}

} // namespace

void addGallery(CLI::App& app, Session& session) {
    CLI::App* command = app.add_subcommand("gallery", "List ready pieces: patterns of modelling, sets of columns");
    command->footer("Example:\n  shardscape-cli gallery");
    command->callback([&session] { list(session); });
}

void addInsert(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("insert", "Put a piece of the gallery into a project");
    command->add_option("file", options->file, "Project file")->required();
    command->add_option("piece", options->piece, "Name of the piece, as 'gallery' lists it")->required();
    command->add_option("--into", options->into, "For a set of columns: the entities that get them")->delimiter(',');
    command->add_option("-o,--output", options->output, "Write another file instead of changing this one");
    command->footer("Examples:\n  shardscape-cli insert shop.shardscape ledger\n"
                    "  shardscape-cli insert shop.shardscape columns-audit --into orders,users -o audited.shardscape");
    command->callback([options, &session] { insert(*options, session); });
}

} // namespace shardscape::app
