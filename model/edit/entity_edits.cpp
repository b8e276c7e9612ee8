// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/entity_edits.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "model/edit/attribute_edits.h"
#include "model/edit/edit_support.h"
#include "model/edit/naming_edits.h"
#include "model/edit/sql_rename.h"

namespace shardscape::model {
namespace {

using AttributeMap = std::map<AttributeId, AttributeId>;

bool sameSchema(const std::string& a, const std::string& b) {
    const auto isDefault = [](const std::string& schema) { return schema.empty() || schema == "public"; };
    return a == b || (isDefault(a) && isDefault(b));
}

bool isTaken(const Project& project, const std::string& schema, const std::string& name, EntityId except = {}) {
    return std::any_of(project.entities.begin(), project.entities.end(), [&](const Entity& other) {
        return other.id != except && other.name == name && sameSchema(other.schema, schema);
    });
}

tl::unexpected<Error> nameTaken(const std::string& name) {
    return fail(ErrorCode::Conflict, fmt::format("There is already an entity named {}", name), "Choose another name");
}

void remap(std::vector<AttributeId>& ids, const AttributeMap& fresh) {
    for (AttributeId& id : ids)
        if (const auto at = fresh.find(id); at != fresh.end())
            id = at->second;
}

void remap(std::vector<KeyPart>& parts, const AttributeMap& fresh) {
    for (KeyPart& part : parts)
        if (const auto at = fresh.find(part.attribute); at != fresh.end())
            part.attribute = at->second;
}

/// Gives the entity and all its parts fresh ids; returns old attribute id -> new one.
AttributeMap renumber(Project& project, Entity& entity) {
    entity.id = project.newId<EntityId>();
    AttributeMap fresh;
    for (Attribute& attribute : entity.attributes) {
        const AttributeId old = attribute.id;
        attribute.id = project.newId<AttributeId>();
        if (old)
            fresh[old] = attribute.id;
    }
    for (Key& key : entity.keys) {
        key.id = project.newId<KeyId>();
        remap(key.attributes, fresh);
        remap(key.include, fresh);
    }
    for (Index& index : entity.indexes) {
        index.id = project.newId<IndexId>();
        remap(index.parts, fresh);
        remap(index.include, fresh);
    }
    if (entity.partitioning)
        remap(entity.partitioning->parts, fresh);
    return fresh;
}

Result<void> checkVolume(const Volume& volume) {
    if ((volume.rows && volume.rows->value < 0) || !within(volume.growthRowsPerDay, -1e18, 1e18) ||
        !within(volume.growthRatePerDay, -1, 1e6))
        return fail(ErrorCode::Invalid, "The number of rows or its growth is out of range",
                    "Rows are 0 or more; a rate of -1 a day means that all rows go");
    if (volume.retentionDays && !(within(*volume.retentionDays, 0, 1e9) && *volume.retentionDays > 0))
        return fail(ErrorCode::Invalid, "The retention is not a positive number of days",
                    "Leave it empty to keep rows for ever");
    if (!(within(volume.partitionDays, 0, 1e9) && volume.partitionDays > 0))
        return fail(ErrorCode::Invalid, "The time that a partition covers is not a positive number of days");
    double before = 0;
    bool outside = false;
    for (const StorageTier& tier : volume.tiers) {
        if (!within(tier.afterDays, before, 1e9))
            return fail(ErrorCode::Invalid, fmt::format("The tier {} does not begin after the one before", tier.name),
                        "Tiers are in the order of the age of their rows, in days");
        if ((tier.bytesRatio && !within(*tier.bytesRatio, 0, 1000)) ||
            (tier.rowsRatio && !within(*tier.rowsRatio, 0, 1)))
            return fail(ErrorCode::Invalid,
                        fmt::format("The shares that the tier {} keeps are out of range", tier.name),
                        "A fifth of the bytes is 0.2");
        if (tier.medium == TierMedium::Engine && (tier.bytesRatio || outside))
            return fail(ErrorCode::Invalid,
                        outside ? fmt::format("The tier {} is in the engine, which its rows have left", tier.name)
                                : fmt::format("Rows of the tier {} are in the engine and have its bytes", tier.name),
                        outside ? "Tiers of the engine come before those outside of it"
                                : "State what share of the rows it keeps");
        outside = outside || tier.medium != TierMedium::Engine;
        before = tier.afterDays;
    }
    return {};
}

Result<void> checkDraft(const Project& project, Entity& draft) {
    const Result<std::string> name = checkedName("the entity", draft.name);
    if (!name)
        return fail(name.error());
    draft.name = *name;
    if (isTaken(project, draft.schema, draft.name))
        return nameTaken(draft.name);
    if (draft.boundary && !project.boundaries.contains(draft.boundary))
        return noSuch("boundary");
    std::set<std::string> names;
    std::set<AttributeId> ids;
    for (Attribute& attribute : draft.attributes) {
        const Result<std::string> column = checkedName("the attribute", attribute.name);
        if (!column)
            return fail(column.error());
        attribute.name = *column;
        if (!names.insert(attribute.name).second || (attribute.id && !ids.insert(attribute.id).second))
            return fail(ErrorCode::Conflict, fmt::format("{} has two attributes {}", draft.name, attribute.name),
                        "Rename one of them");
        if (std::optional<Error> problem = problemOf(project, attribute.type))
            return fail(*problem);
        if (Result<void> sound = checkProperties(attribute.properties); !sound)
            return sound;
    }
    if (Result<void> sound = checkProperties(draft.properties); !sound)
        return sound;
    const auto isOwn = [&](AttributeId id) { return ids.count(id) > 0; };
    const auto isOwnPart = [&](const KeyPart& part) { return !part.attribute || isOwn(part.attribute); };
    const auto areOwn = [&](const auto& list, const auto& test) { return std::all_of(list.begin(), list.end(), test); };
    int primaries = 0;
    for (const Key& key : draft.keys) {
        primaries += key.kind == KeyKind::Primary;
        if (key.attributes.empty() || !areOwn(key.attributes, isOwn) || !areOwn(key.include, isOwn))
            return noSuch("attribute of a key");
    }
    if (primaries > 1)
        return fail(ErrorCode::Invalid, fmt::format("{} has {} primary keys", draft.name, primaries), "Keep one");
    for (const Index& index : draft.indexes)
        if (!areOwn(index.parts, isOwnPart) || !areOwn(index.include, isOwn))
            return noSuch("attribute of an index");
    if (draft.partitioning && !areOwn(draft.partitioning->parts, isOwnPart))
        return noSuch("attribute of the partitioning key");
    return checkVolume(draft.volume);
}

bool uses(const AccessPattern& pattern, EntityId entity) {
    const auto at = [&](const ColumnRef& column) { return column.entity == entity; };
    const auto any = [&](const std::vector<ColumnRef>& list) { return std::any_of(list.begin(), list.end(), at); };
    return pattern.entity == entity ||
           std::find(pattern.joined.begin(), pattern.joined.end(), entity) != pattern.joined.end() ||
           any(pattern.projection) || any(pattern.groupBy) || any(pattern.assigned) || at(pattern.popularityColumn) ||
           std::any_of(pattern.predicates.begin(), pattern.predicates.end(),
                       [&](const Predicate& predicate) { return at(predicate.column); }) ||
           std::any_of(pattern.order.begin(), pattern.order.end(),
                       [&](const OrderPart& part) { return at(part.column); }) ||
           std::any_of(pattern.joins.begin(), pattern.joins.end(),
                       [&](const JoinCondition& join) { return at(join.left) || at(join.right); });
}

} // namespace

Result<Project> addEntity(const Project& project, Entity draft, std::optional<Point> position, DiagramId diagram) {
    if (Result<void> sound = checkDraft(project, draft); !sound)
        return fail(sound.error());
    Project after = project;
    renumber(after, draft);
    if (const Key* key = draft.primaryKey())
        for (Attribute& attribute : draft.attributes)
            if (std::find(key->attributes.begin(), key->attributes.end(), attribute.id) != key->attributes.end())
                attribute.nullable = false;
    if (position)
        if (const Result<void> placed = placeOn(after, diagram, {{draft.id, *position}}); !placed)
            return fail(placed.error());
    after.entities.set(std::move(draft));
    return withNamesByRule(project, std::move(after));
}

Result<Project> removeEntities(const Project& project, const std::vector<EntityId>& entities, Removal removal) {
    std::vector<std::string> users;
    std::string names;
    for (EntityId id : entities) {
        const Entity* entity = project.entities.find(id);
        if (!entity)
            return noSuch("entity");
        for (std::string& user : patternsUsing(project, id))
            if (std::find(users.begin(), users.end(), user) == users.end())
                users.push_back(std::move(user));
        names += (names.empty() ? "" : ", ") + project.displayName(*entity);
    }
    if (!users.empty() && removal == Removal::Refuse)
        return fail(ErrorCode::Conflict,
                    fmt::format("{} is used by {}: {}", names,
                                users.size() == 1 ? "an access pattern" : "access patterns", listed(users)),
                    "Remove the patterns as well, or change them first");
    const auto goes = [&](EntityId id) { return std::find(entities.begin(), entities.end(), id) != entities.end(); };
    Project after = project;
    after.relationships.removeIf([&](const Relationship& line) { return goes(line.child) || goes(line.parent); });
    after.patterns.removeIf([&](const AccessPattern& pattern) {
        return std::any_of(entities.begin(), entities.end(), [&](EntityId id) { return uses(pattern, id); });
    });
    after.entities.removeIf([&](const Entity& entity) { return goes(entity.id); });
    dropDangling(after);
    return after;
}

Result<Project> renameEntity(const Project& project, EntityId id, const std::string& name) {
    const Entity* entity = project.entities.find(id);
    if (!entity)
        return noSuch("entity");
    const Result<std::string> checked = checkedName("the entity", name);
    if (!checked)
        return fail(checked.error());
    if (*checked == entity->name)
        return project;
    if (isTaken(project, entity->schema, *checked, id))
        return nameTaken(*checked);
    Project after = project;
    for (const AccessPattern& pattern : project.patterns) {
        if (!uses(pattern, id))
            continue;
        AccessPattern changed = pattern;
        const auto renamed = [&](std::string& piece) {
            piece = renameEntityInPiece(piece, pattern.sql, project, *entity, *checked);
        };
        changed.sql = renameEntityInSql(pattern.sql, project, *entity, *checked);
        if (changed.sql != pattern.sql) {
            for (Predicate& predicate : changed.predicates)
                renamed(predicate.text);
            for (OrderPart& part : changed.order)
                renamed(part.expression);
        }
        if (!(changed == pattern))
            after.patterns.set(std::move(changed));
    }
    Entity changed = *entity;
    changed.name = *checked;
    after.entities.set(std::move(changed));
    return after;
}

Result<Project> setEntitySchema(const Project& project, EntityId id, const std::string& schema) {
    return withEntity(project, id, [&](Project&, Entity& entity) -> Result<void> {
        if (!schema.empty()) {
            const Result<std::string> checked = checkedName("the schema", schema);
            if (!checked)
                return fail(checked.error());
        }
        if (isTaken(project, schema, entity.name, id))
            return nameTaken(schema.empty() ? entity.name : schema + "." + entity.name);
        entity.schema = schema;
        return {};
    });
}

Result<Project> setEntityComment(const Project& project, EntityId id, const std::string& comment) {
    return withEntity(project, id, [&](Project&, Entity& entity) -> Result<void> {
        entity.comment = comment;
        return {};
    });
}

Result<Project> setVolume(const Project& project, EntityId id, const Volume& volume) {
    return withEntity(project, id, [&](Project&, Entity& entity) -> Result<void> {
        entity.volume = volume;
        return checkVolume(volume);
    });
}

Result<Project> setEntityOptions(const Project& project, EntityId id, const std::string& options, bool unlogged) {
    return withEntity(project, id, [&](Project&, Entity& entity) -> Result<void> {
        entity.options = options;
        entity.unlogged = unlogged;
        return {};
    });
}

Result<Project> setPartitioning(const Project& project, EntityId id, std::optional<Partitioning> partitioning) {
    return withEntity(project, id, [&](Project&, Entity& entity) -> Result<void> {
        if (partitioning && partitioning->parts.empty())
            return fail(ErrorCode::Invalid, fmt::format("{} is partitioned by nothing", entity.name),
                        "Name a column or an expression");
        if (partitioning)
            for (const KeyPart& part : partitioning->parts)
                if (part.attribute && !entity.find(part.attribute))
                    return noSuch("attribute of the partitioning key");
        entity.partitioning = std::move(partitioning);
        return {};
    });
}

Result<Project> duplicateEntities(const Project& project, const std::vector<EntityId>& entities, Point offset,
                                  DiagramId diagramId) {
    const Diagram* shown = project.find(diagramId);
    if (!shown)
        return noSuch("diagram");
    if (!within(offset.x, -1e9, 1e9) || !within(offset.y, -1e9, 1e9))
        return fail(ErrorCode::Invalid, "The offset is outside the canvas");
    const std::set<EntityId> wanted(entities.begin(), entities.end());
    Project after = project;
    Diagram diagram = *shown;
    std::map<EntityId, EntityId> copies;
    AttributeMap attributes;
    for (EntityId id : wanted) {
        const Entity* entity = project.entities.find(id);
        if (!entity)
            return noSuch("entity");
        Entity copy = *entity;
        copy.name = freeName(copy.name, [&](const std::string& name) { return isTaken(after, copy.schema, name); });
        for (Key& key : copy.keys)
            key.name.clear(); // names of constraints and indexes are unique in a schema: let the engine choose
        for (Index& index : copy.indexes)
            index.name.clear();
        attributes.merge(renumber(after, copy));
        copies[id] = copy.id;
        if (const auto at = diagram.positions.find(id); at != diagram.positions.end())
            diagram.positions[copy.id] = {at->second.x + offset.x, at->second.y + offset.y};
        putOn(diagram, copy.id);
        after.entities.set(std::move(copy));
    }
    for (const Relationship& relationship : project.relationships) {
        if (!wanted.count(relationship.child))
            continue;
        Relationship copy = relationship;
        copy.id = after.newId<RelationshipId>();
        copy.name.clear();
        copy.child = copies[copy.child];
        remap(copy.childAttributes, attributes);
        remap(copy.onDeleteAttributes, attributes);
        if (const auto at = copies.find(copy.parent); at != copies.end()) {
            copy.parent = at->second;
            remap(copy.parentAttributes, attributes);
        }
        after.relationships.set(std::move(copy));
    }
    if (!(diagram == *shown))
        replaceDiagram(after, std::move(diagram));
    return after;
}

namespace {

/// Ids of the other project's enumerations in this one; missing ones are added under free names.
std::map<EnumId, EnumId> takeEnums(Project& project, const Project& other) {
    std::map<EnumId, EnumId> taken;
    for (const EnumType& type : other.enums) {
        const auto named = [&](const std::string& name) {
            return std::find_if(project.enums.begin(), project.enums.end(), [&](const EnumType& there) {
                return there.schema == type.schema && there.name == name;
            });
        };
        const auto same = named(type.name);
        if (same != project.enums.end() && same->labels == type.labels) {
            taken[type.id] = same->id;
            continue;
        }
        EnumType copy = type;
        copy.id = project.newId<EnumId>();
        copy.name = freeName(copy.name, [&](const std::string& name) { return named(name) != project.enums.end(); });
        taken[type.id] = copy.id;
        project.enums.set(std::move(copy));
    }
    return taken;
}

std::map<BoundaryId, BoundaryId> takeBoundaries(Project& project, const Project& other) {
    std::map<BoundaryId, BoundaryId> taken;
    for (const Boundary& boundary : other.boundaries) {
        const auto same = std::find_if(project.boundaries.begin(), project.boundaries.end(),
                                       [&](const Boundary& there) { return there.name == boundary.name; });
        if (same != project.boundaries.end()) {
            taken[boundary.id] = same->id;
            continue;
        }
        Boundary copy = boundary;
        copy.id = project.newId<BoundaryId>();
        taken[boundary.id] = copy.id;
        project.boundaries.set(std::move(copy));
    }
    return taken;
}

Type withEnums(Type type, const std::map<EnumId, EnumId>& enums) {
    if (type.enumeration)
        type.enumeration = enums.at(type.enumeration);
    if (type.element)
        type.element = std::make_shared<const Type>(withEnums(*type.element, enums));
    return type;
}

/// Constraints and indexes whose names are taken lose them: the engine chooses others.
void leaveTakenNames(const Project& project, Entity& entity) {
    std::set<std::string> taken;
    for (const Entity& there : project.entities)
        if (there.schema == entity.schema) {
            for (const Key& key : there.keys)
                taken.insert(key.name);
            for (const Index& index : there.indexes)
                taken.insert(index.name);
        }
    for (Key& key : entity.keys)
        if (taken.count(key.name))
            key.name.clear();
    for (Index& index : entity.indexes)
        if (taken.count(index.name))
            index.name.clear();
}

void takeNatives(Project& project, const Project& other) {
    std::vector<NativeObject> natives = *project.natives;
    for (const NativeObject& native : *other.natives)
        if (std::find(natives.begin(), natives.end(), native) == natives.end())
            natives.push_back(native);
    project.natives = std::make_shared<const std::vector<NativeObject>>(std::move(natives));
}

} // namespace

Result<Project> insertEntities(const Project& project, const Project& other, Point offset, DiagramId diagramId) {
    const Diagram* shown = project.find(diagramId);
    if (!shown)
        return noSuch("diagram");
    if (!within(offset.x, -1e9, 1e9) || !within(offset.y, -1e9, 1e9))
        return fail(ErrorCode::Invalid, "The offset is outside the canvas");
    Project after = project;
    Diagram diagram = *shown;
    const std::map<EnumId, EnumId> enums = takeEnums(after, other);
    const std::map<BoundaryId, BoundaryId> boundaries = takeBoundaries(after, other);
    takeNatives(after, other);
    std::map<EntityId, EntityId> copies;
    AttributeMap attributes;
    for (const Entity& entity : other.entities) {
        Entity copy = entity;
        copy.name = freeName(copy.name, [&](const std::string& name) { return isTaken(after, copy.schema, name); });
        if (copy.boundary)
            copy.boundary = boundaries.at(copy.boundary);
        leaveTakenNames(after, copy);
        for (Attribute& attribute : copy.attributes)
            attribute.type = withEnums(std::move(attribute.type), enums);
        attributes.merge(renumber(after, copy));
        copies[entity.id] = copy.id;
        if (const auto at = other.diagram->positions.find(entity.id); at != other.diagram->positions.end())
            diagram.positions[copy.id] = {at->second.x + offset.x, at->second.y + offset.y};
        putOn(diagram, copy.id);
        after.entities.set(std::move(copy));
    }
    for (const Relationship& relationship : other.relationships) {
        Relationship copy = relationship;
        copy.id = after.newId<RelationshipId>();
        copy.child = copies.at(copy.child);
        copy.parent = copies.at(copy.parent);
        remap(copy.childAttributes, attributes);
        remap(copy.parentAttributes, attributes);
        remap(copy.onDeleteAttributes, attributes);
        after.relationships.set(std::move(copy));
    }
    if (!(diagram == *shown))
        replaceDiagram(after, std::move(diagram));
    return after;
}

std::vector<std::string> patternsUsing(const Project& project, EntityId entity) {
    std::vector<std::string> names;
    for (const AccessPattern& pattern : project.patterns)
        if (uses(pattern, entity))
            names.push_back(pattern.name);
    return names;
}

} // namespace shardscape::model
