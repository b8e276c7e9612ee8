// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/update_schema.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/edit/diff.h"
#include "model/edit/merge_schema.h"
#include "model/exchange/export/diagram_text.h"
#include "model/exchange/import/default_spelling.h"
#include "model/exchange/import/import_formats.h"

namespace shardscape::model {
namespace {

/// The project as a format would tell it, or as it is where the format can tell all that matters or has no writer.
Result<Project> asToldBy(const std::string& format, const Project& project) {
    if (project.entities.empty() || (format != "dbml" && format != "mermaid"))
        return project;
    const std::string text = format == "dbml" ? writeDbml(project) : writeMermaid(project);
    return importSchema({{"", text}}, format).map([](Imported&& read) { return std::move(read.project); });
}

const Entity* sameNamed(const Project& project, const std::string& displayName) {
    for (const Entity& entity : project.entities)
        if (project.displayName(entity) == displayName)
            return &entity;
    return nullptr;
}

std::vector<std::string> names(const Entity& entity, const std::vector<AttributeId>& ids) {
    std::vector<std::string> out;
    for (AttributeId id : ids)
        if (const Attribute* attribute = entity.find(id))
            out.push_back(attribute->name);
    return out;
}

/// What a relationship joins, by names; what one is told apart by.
using Ends = std::vector<std::string>;

Ends ends(const Project& project, const Relationship& line) {
    const Entity* child = project.entities.find(line.child);
    const Entity* parent = project.entities.find(line.parent);
    if (!child || !parent)
        return {};
    Ends out{project.displayName(*child), project.displayName(*parent)};
    for (const std::string& name : names(*child, line.childAttributes))
        out.push_back(name);
    for (const std::string& name : names(*parent, line.parentAttributes))
        out.push_back(name);
    return out;
}

template <class Change> void eachEntity(Project& project, Change&& change) {
    std::vector<Entity> entities(project.entities.begin(), project.entities.end());
    for (Entity& entity : entities)
        change(entity);
    project.entities.assign(std::move(entities));
}

/// Takes what is the project's own out of what it is compared by.
void forgetOwn(Project& told) {
    eachEntity(told, [](Entity& entity) {
        entity.boundary = {};
        entity.volume = {};
        for (Attribute& attribute : entity.attributes)
            attribute.statistics = {};
    });
    told.boundaries.assign({});
    std::vector<Relationship> lines(told.relationships.begin(), told.relationships.end());
    for (Relationship& line : lines)
        line.fanOut = {};
    told.relationships.assign(std::move(lines));
}

/// The same for what was read: of what the project has already, only the schema counts.
void keepOwn(Project& newer, const Project& told, bool sql) {
    eachEntity(newer, [&](Entity& entity) {
        const Entity* was = sameNamed(told, newer.displayName(entity));
        if (!was)
            return;
        entity.volume = {};
        if (entity.comment.empty())
            entity.comment = was->comment;
        if (entity.properties.empty())
            entity.properties = was->properties;
        if (!sql) {
            entity.exclusions = was->exclusions;
            entity.options = was->options;
            entity.unlogged = was->unlogged;
            if (entity.checks.empty())
                entity.checks = was->checks;
        }
        for (Attribute& attribute : entity.attributes) {
            attribute.statistics = {};
            const Attribute* old = was->findByName(attribute.name);
            if (old && attribute.comment.empty())
                attribute.comment = old->comment;
            if (old && attribute.properties.empty())
                attribute.properties = old->properties;
            if (old && sameDefault(attribute.defaultSql, old->defaultSql, attribute.type))
                attribute.defaultSql = old->defaultSql; // another dialect's spelling is no change
            if (old && attribute.generator == Generator::None)
                attribute.generator = old->generator;
        }
    });
    std::map<Ends, const Relationship*> drawn;
    for (const Relationship& line : told.relationships)
        drawn[ends(told, line)] = &line;
    std::vector<Relationship> lines(newer.relationships.begin(), newer.relationships.end());
    for (Relationship& line : lines)
        if (const auto was = drawn.find(ends(newer, line)); was != drawn.end()) {
            if (was->second->name.empty()) // the engine's default, which the newer version may spell out
                line.name.clear();
            if (line.comment.empty())
                line.comment = was->second->comment;
        }
    newer.relationships.assign(std::move(lines));
    if (newer.natives->empty())
        newer.natives = told.natives;
}

/// Takes out of what is compared what the newer version does not have, so that it is not missed.
class Forgiving {
public:
    Forgiving(Project& told, const Project& newer)
        : m_told(told)
        , m_newer(newer) {
        for (const Relationship& line : newer.relationships)
            m_ends.insert(ends(newer, line));
    }

    void run() {
        std::vector<Relationship> lines;
        for (const Relationship& line : m_told.relationships)
            if (m_ends.count(ends(m_told, line)))
                lines.push_back(line);
        std::vector<Entity> entities;
        for (const Entity& entity : m_told.entities)
            if (const Entity* is = sameNamed(m_newer, m_told.displayName(entity)))
                entities.push_back(without(entity, *is));
        std::vector<EnumType> enums;
        for (const EnumType& type : m_told.enums)
            if (std::any_of(m_newer.enums.begin(), m_newer.enums.end(),
                            [&](const EnumType& other) { return other.name == type.name; }))
                enums.push_back(type);
        m_told.relationships.assign(std::move(lines));
        m_told.entities.assign(std::move(entities));
        m_told.enums.assign(std::move(enums));
        m_told.natives = m_newer.natives;
    }

private:
    static Entity without(Entity entity, const Entity& is) {
        const Entity was = entity;
        std::erase_if(entity.keys, [&](const Key& key) {
            return std::none_of(is.keys.begin(), is.keys.end(), [&](const Key& other) {
                return key.kind == other.kind &&
                       (key.kind == KeyKind::Primary || names(was, key.attributes) == names(is, other.attributes));
            });
        });
        std::erase_if(entity.checks, [&](const Check& check) {
            return std::find(is.checks.begin(), is.checks.end(), check) == is.checks.end();
        });
        std::erase_if(entity.indexes, [&](const Index& index) {
            return std::none_of(is.indexes.begin(), is.indexes.end(), [&](const Index& other) {
                return index.name.empty() || other.name.empty() ? columns(was, index) == columns(is, other)
                                                                : index.name == other.name;
            });
        });
        std::erase_if(entity.attributes, [&](const Attribute& attribute) { return !is.findByName(attribute.name); });
        return entity;
    }
    static std::vector<std::string> columns(const Entity& entity, const Index& index) {
        std::vector<AttributeId> ids;
        for (const KeyPart& part : index.parts)
            ids.push_back(part.attribute);
        return names(entity, ids);
    }

    Project& m_told;
    const Project& m_newer;
    std::set<Ends> m_ends;
};

} // namespace

Result<SchemaUpdate> updateSchema(const Project& project, const Project& newer, const std::string& format,
                                  const UpdateOptions& options) {
    const ImportFormat* known = findImportFormat(format);
    Result<Project> told = asToldBy(known ? known->name : format, project);
    if (!told)
        return fail(told.error());
    Project read = newer;
    forgetOwn(*told);
    keepOwn(read, *told, !known || known->sql);
    if (!options.removals)
        Forgiving(*told, read).run();
    return mergeSchema(project, *told, read).map([&](Project&& merged) {
        SchemaUpdate update{std::move(merged), {}};
        update.changes = diff(project, update.project).sentences();
        return update;
    });
}

} // namespace shardscape::model
