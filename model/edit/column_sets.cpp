// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/column_sets.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/edit/attribute_edits.h"
#include "model/edit/edit_support.h"
#include "model/edit/entity_edits.h"
#include "model/edit/key_edits.h"
#include "model/edit/project_edits.h"
#include "model/edit/sql_rename.h"

namespace shardscape::model {
namespace {

Type withEnums(Type type, const std::map<EnumId, EnumId>& enums) {
    if (const auto at = enums.find(type.enumeration); at != enums.end())
        type.enumeration = at->second;
    if (type.element)
        type.element = std::make_shared<const Type>(withEnums(*type.element, enums));
    return type;
}

bool usesEnum(const Type& type, EnumId id) {
    return type.enumeration == id || (type.element && usesEnum(*type.element, id));
}

/// Shares or adds the enumerations; says which is which.
Result<Project> takeEnums(Project project, const Project& other, std::map<EnumId, EnumId>& taken) {
    for (const EnumType& type : other.enums) {
        const auto same = std::find_if(project.enums.begin(), project.enums.end(), [&](const EnumType& there) {
            return there.name == type.name && there.labels == type.labels;
        });
        if (same != project.enums.end()) {
            taken[type.id] = same->id;
            continue;
        }
        EnumType draft = type;
        draft.id = {};
        draft.name = freeName(type.name, [&](const std::string& name) {
            return std::any_of(project.enums.begin(), project.enums.end(), [&](const EnumType& there) {
                return there.schema == type.schema && there.name == name;
            });
        });
        taken[type.id] = EnumId{project.nextId};
        Result<Project> next = addEnum(project, std::move(draft));
        if (!next)
            return next;
        project = std::move(*next);
    }
    return project;
}

} // namespace

Result<Project> addColumnSet(const Project& project, const std::vector<EntityId>& entities, const Project& columns) {
    if (columns.entities.empty())
        return fail(ErrorCode::Invalid, "This column set has no columns", "Choose another one");
    const Entity& set = *columns.entities.begin();
    std::map<EnumId, EnumId> enums;
    Result<Project> now = takeEnums(project, columns, enums);
    bool changed = false;
    for (EntityId id : entities) {
        for (const Attribute& attribute : set.attributes) {
            const Entity* entity = now ? now->entities.find(id) : nullptr;
            if (now && !entity)
                return noSuch("entity");
            if (!now || entity->findByName(attribute.name))
                continue;
            Attribute draft = attribute;
            draft.type = withEnums(draft.type, enums);
            now = addAttribute(*now, id, std::move(draft));
            changed = true;
        }
        for (const Check& check : set.checks) {
            if (!now)
                return now;
            const std::vector<Check>& there = now->entities.find(id)->checks;
            if (std::any_of(there.begin(), there.end(),
                            [&](const Check& one) { return one.expression == check.expression; }))
                continue;
            Check draft = check;
            draft.name.clear(); // unique in a schema: the engine chooses
            now = addCheck(*now, id, draft);
        }
    }
    if (now && !changed)
        return fail(ErrorCode::Conflict, "These columns are there already", "Choose entities without them");
    return now;
}

Result<Project> partOf(const Project& project, const std::vector<EntityId>& entities) {
    const std::set<EntityId> wanted(entities.begin(), entities.end());
    std::vector<EntityId> others;
    for (const Entity& entity : project.entities)
        if (!wanted.count(entity.id))
            others.push_back(entity.id);
    Project bare = project;
    bare.patterns = {};
    bare.layouts = {};
    bare.requirements = {};
    bare.diagram = std::make_shared<const Diagram>();
    Result<Project> part = removeEntities(bare, others, Removal::Cascade);
    if (!part)
        return part;
    part->enums.removeIf([&](const EnumType& type) {
        return std::none_of(part->entities.begin(), part->entities.end(), [&](const Entity& entity) {
            return std::any_of(entity.attributes.begin(), entity.attributes.end(),
                               [&](const Attribute& attribute) { return usesEnum(attribute.type, type.id); });
        });
    });
    part->boundaries.removeIf([&](const Boundary& boundary) {
        return std::none_of(part->entities.begin(), part->entities.end(),
                            [&](const Entity& entity) { return entity.boundary == boundary.id; });
    });
    return part;
}

Result<Project> columnsOf(const Project& project, EntityId id, const std::vector<AttributeId>& attributes) {
    const std::set<AttributeId> wanted(attributes.begin(), attributes.end());
    Result<Project> part = partOf(project, {id});
    if (!part)
        return part;
    const Entity* entity = part->entities.find(id);
    if (!entity)
        return noSuch("entity");
    Entity bare;
    bare.id = id;
    bare.name = entity->name;
    for (const Attribute& attribute : entity->attributes)
        if (wanted.count(attribute.id))
            bare.attributes.push_back(attribute);
    if (bare.attributes.empty())
        return fail(ErrorCode::Invalid, "A column set needs a column", "Choose the columns that belong to it");
    // A check comes along when every column that it names does.
    for (const Check& check : entity->checks)
        if (std::none_of(entity->attributes.begin(), entity->attributes.end(), [&](const Attribute& attribute) {
                return !wanted.count(attribute.id) && mentionsColumn(check.expression, attribute.name);
            }))
            bare.checks.push_back(check);
    part->relationships = {};
    part->boundaries = {};
    part->entities.set(std::move(bare));
    part->enums.removeIf([&](const EnumType& type) {
        const std::vector<Attribute>& kept = part->entities.begin()->attributes;
        return std::none_of(kept.begin(), kept.end(),
                            [&](const Attribute& attribute) { return usesEnum(attribute.type, type.id); });
    });
    return part;
}

} // namespace shardscape::model
