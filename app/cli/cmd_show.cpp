// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "estimator/figure/figure.h"
#include "model/exchange/export/diagram_text.h"

namespace shardscape::app {
namespace {

using nlohmann::ordered_json;

std::vector<std::string> names(const model::Entity& entity, const std::vector<model::AttributeId>& attributes) {
    std::vector<std::string> out;
    for (model::AttributeId id : attributes)
        if (const model::Attribute* attribute = entity.find(id))
            out.push_back(attribute->name);
    return out;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : ", ") + word;
    return out;
}

std::vector<std::string> parts(const model::Entity& entity, const std::vector<model::KeyPart>& keyParts) {
    std::vector<std::string> out;
    for (const model::KeyPart& part : keyParts) {
        const model::Attribute* attribute = entity.find(part.attribute);
        out.push_back((attribute ? attribute->name : part.expression) + (part.descending ? " desc" : ""));
    }
    return out;
}

ordered_json entityJson(const model::Project& project, const model::Entity& entity) {
    ordered_json attributes = ordered_json::array();
    for (const model::Attribute& attribute : entity.attributes)
        attributes.push_back({{"name", attribute.name},
                              {"type", model::typeWords(project, attribute.type)},
                              {"kind", name(attribute.type.kind)},
                              {"nullable", attribute.nullable},
                              {"default", attribute.defaultSql},
                              {"comment", attribute.comment}});
    ordered_json indexes = ordered_json::array();
    for (const model::Index& index : entity.indexes)
        indexes.push_back({{"name", index.name},
                           {"method", name(index.method)},
                           {"columns", parts(entity, index.parts)},
                           {"include", names(entity, index.include)},
                           {"unique", index.unique},
                           {"predicate", index.predicate}});
    ordered_json unique = ordered_json::array();
    for (const model::Key& key : entity.keys)
        if (key.kind == model::KeyKind::Unique)
            unique.push_back(names(entity, key.attributes));
    const model::Key* primary = entity.primaryKey();
    ordered_json out{{"name", entity.name},
                     {"schema", entity.schema},
                     {"attributes", attributes},
                     {"primary_key", primary ? names(entity, primary->attributes) : std::vector<std::string>{}},
                     {"unique_keys", unique},
                     {"indexes", indexes},
                     {"growth_rows_per_day", entity.volume.growthRowsPerDay},
                     {"comment", entity.comment}};
    out["rows"] = entity.volume.rows ? ordered_json(entity.volume.rows->value) : ordered_json(nullptr);
    out["retention_days"] =
        entity.volume.retentionDays ? ordered_json(*entity.volume.retentionDays) : ordered_json(nullptr);
    out["removal"] = name(entity.volume.removal);
    if (entity.volume.removal == model::RowRemoval::Partitions)
        out["partition_days"] = entity.volume.partitionDays;
    out["legal_hold"] = entity.volume.legalHold;
    const auto optional = [](const std::optional<double>& value) {
        return value ? ordered_json(*value) : ordered_json(nullptr);
    };
    for (const model::StorageTier& tier : entity.volume.tiers)
        out["tiers"].push_back({{"name", tier.name},
                                {"after_days", tier.afterDays},
                                {"medium", name(tier.medium)},
                                {"bytes_ratio", optional(tier.bytesRatio)},
                                {"rows_ratio", optional(tier.rowsRatio)}});
    return out;
}

ordered_json relationshipJson(const model::Project& project, const model::Relationship& relationship) {
    const model::Entity* child = project.entities.find(relationship.child);
    const model::Entity* parent = project.entities.find(relationship.parent);
    if (!child || !parent)
        return {};
    ordered_json out{{"name", relationship.name},
                     {"child", project.displayName(*child)},
                     {"child_columns", names(*child, relationship.childAttributes)},
                     {"parent", project.displayName(*parent)},
                     {"parent_columns", names(*parent, relationship.parentAttributes)},
                     {"on_delete", name(relationship.onDelete)}};
    out["fan_out_mean"] = relationship.fanOut.mean ? ordered_json(*relationship.fanOut.mean) : ordered_json(nullptr);
    out["fan_out_maximum"] =
        relationship.fanOut.maximum ? ordered_json(*relationship.fanOut.maximum) : ordered_json(nullptr);
    return out;
}

ordered_json patternJson(const model::Project& project, const model::AccessPattern& pattern) {
    const model::Entity* entity = project.entities.find(pattern.entity);
    ordered_json out{{"name", pattern.name},
                     {"verb", name(pattern.verb)},
                     {"entity", entity ? project.displayName(*entity) : ""},
                     {"average_per_second", pattern.rate.average.value},
                     {"peak_per_second", pattern.rate.peakRate().value},
                     {"profile", name(pattern.rate.shape)},
                     {"popularity", name(pattern.popularity.kind)},
                     {"consistency", name(pattern.consistency.kind)}};
    out["p99_wanted_ms"] = pattern.p99Seconds ? ordered_json(*pattern.p99Seconds * 1000) : ordered_json(nullptr);
    out["sql"] = pattern.sql;
    return out;
}

void showText(const model::Project& project, Session& session) {
    session.out() << (project.name.empty() ? "Project" : project.name) << ": " << project.entities.size()
                  << " entities, " << project.relationships.size() << " relationships, " << project.patterns.size()
                  << " patterns\n\n";
    TextTable entities({"entity", "columns", "primary key", "indexes", "rows", "growth/day"});
    for (const model::Entity& entity : project.entities) {
        const model::Key* primary = entity.primaryKey();
        entities.add({project.displayName(entity), std::to_string(entity.attributes.size()),
                      primary ? joined(names(entity, primary->attributes)) : "—", std::to_string(entity.indexes.size()),
                      entity.volume.rows
                          ? estimator::format(static_cast<double>(entity.volume.rows->value), estimator::Unit::None)
                          : "—",
                      entity.volume.growthRowsPerDay > 0
                          ? estimator::format(entity.volume.growthRowsPerDay, estimator::Unit::None)
                          : "—"});
    }
    entities.print(session.out());
    if (!project.patterns.empty()) {
        session.out() << '\n';
        TextTable patterns({"pattern", "verb", "entity", "average", "peak", "keys", "consistency"});
        for (const model::AccessPattern& pattern : project.patterns) {
            const model::Entity* entity = project.entities.find(pattern.entity);
            patterns.add({pattern.name, name(pattern.verb), entity ? project.displayName(*entity) : "",
                          estimator::format(pattern.rate.average.value, estimator::Unit::PerSecond),
                          estimator::format(pattern.rate.peakRate().value, estimator::Unit::PerSecond),
                          name(pattern.popularity.kind), name(pattern.consistency.kind)});
        }
        patterns.print(session.out());
    }
}

void run(const std::string& file, Session& session) {
    const auto project = Session::open(file);
    if (!project)
        return session.refuse(project.error());
    if (!session.json)
        return showText(*project, session);
    ordered_json document{{"name", project->name},
                          {"entities", ordered_json::array()},
                          {"relationships", ordered_json::array()},
                          {"patterns", ordered_json::array()},
                          {"engines", ordered_json::array()}};
    for (const auto& entity : project->entities)
        document["entities"].push_back(entityJson(*project, entity));
    for (const auto& relationship : project->relationships)
        document["relationships"].push_back(relationshipJson(*project, relationship));
    for (const auto& pattern : project->patterns)
        document["patterns"].push_back(patternJson(*project, pattern));
    for (const auto& layout : project->layouts)
        document["engines"].push_back(layout.engine);
    session.print(document);
}

} // namespace

void addShow(CLI::App& app, Session& session) {
    auto file = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("show", "Show the model: entities, relationships, access patterns");
    command->add_option("file", *file, "Project file")->required();
    command->footer("Example:\n  shardscape-cli show feed.shardscape --json");
    command->callback([file, &session] { run(*file, session); });
}

} // namespace shardscape::app
