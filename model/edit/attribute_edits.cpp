// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/attribute_edits.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/edit/edit_support.h"
#include "model/edit/sql_rename.h"

namespace shardscape::model {
namespace {

using Ids = std::vector<AttributeId>;

bool contains(const Ids& ids, AttributeId id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}
bool overlap(const Ids& a, const Ids& b) {
    return std::any_of(a.begin(), a.end(), [&](AttributeId id) { return contains(b, id); });
}

std::optional<Error> invalid(std::string message, std::string advice) {
    return Error{ErrorCode::Invalid, std::move(message), std::move(advice), {}, 0, 0};
}

Result<void> checkStatistics(const ColumnStatistics& statistics) {
    const auto bad = [](const std::optional<double>& value, double high) { return value && !within(*value, 0, high); };
    if (bad(statistics.nullFraction, 1))
        return fail(ErrorCode::Invalid, "The share of nulls is not between 0 and 1", "10 % is 0.1");
    if (bad(statistics.averageBytes, 1e18) || bad(statistics.maximumBytes, 1e18) ||
        bad(statistics.distinctValues, 1e18))
        return fail(ErrorCode::Invalid, "A size or count of the statistics is negative or not a number",
                    "Leave it empty when it is not known");
    if (statistics.averageBytes && statistics.maximumBytes && *statistics.maximumBytes < *statistics.averageBytes)
        return fail(ErrorCode::Invalid, "The maximum size is below the average size", "Raise the maximum");
    return {};
}

Result<void> checkGenerator(const Attribute& attribute) {
    const auto is = [&](std::initializer_list<TypeKind> kinds) {
        return std::find(kinds.begin(), kinds.end(), attribute.type.kind) != kinds.end();
    };
    const bool text = is({TypeKind::String, TypeKind::Text, TypeKind::Binary, TypeKind::Other});
    bool fits = true;
    switch (attribute.generator) {
    case Generator::AutoIncrement:
        fits = is({TypeKind::Int16, TypeKind::Int32, TypeKind::Int64, TypeKind::Decimal});
        break;
    case Generator::Snowflake: fits = text || is({TypeKind::Int64, TypeKind::Decimal}); break;
    case Generator::UuidV4:
    case Generator::UuidV7: fits = text || is({TypeKind::Uuid}); break;
    case Generator::None:
    case Generator::Natural: break;
    }
    if (!fits)
        return fail(ErrorCode::Invalid,
                    fmt::format("{} is {} and cannot hold what this generator makes", attribute.name,
                                name(attribute.type.kind)),
                    "Change the type first: ascending numbers need an integer, Snowflake ids int64, UUIDs uuid");
    return {};
}

Result<void> checkAttribute(const Project& project, Attribute& attribute) {
    const Result<std::string> checked = checkedName("the attribute", attribute.name);
    if (!checked)
        return fail(checked.error());
    attribute.name = *checked;
    if (std::optional<Error> problem = problemOf(project, attribute.type))
        return fail(*problem);
    if (Result<void> sound = checkGenerator(attribute); !sound)
        return sound;
    if (Result<void> sound = checkProperties(attribute.properties); !sound)
        return sound;
    return checkStatistics(attribute.statistics);
}

tl::unexpected<Error> nameTaken(const Entity& entity, const std::string& name) {
    return fail(ErrorCode::Conflict, fmt::format("{} already has an attribute {}", entity.name, name),
                "Choose another name");
}

bool isInPrimaryKey(const Entity& entity, AttributeId attribute) {
    const Key* key = entity.primaryKey();
    return key && contains(key->attributes, attribute);
}

/// How a pattern uses columns of an entity.
enum class Use { None, Lists, Shape };

Use useOf(const AccessPattern& pattern, EntityId entity, const Ids& ids) {
    const auto at = [&](const ColumnRef& column) { return column.entity == entity && contains(ids, column.attribute); };
    const auto any = [&](const std::vector<ColumnRef>& list) { return std::any_of(list.begin(), list.end(), at); };
    const bool shape = any(pattern.groupBy) || at(pattern.popularityColumn) ||
                       std::any_of(pattern.predicates.begin(), pattern.predicates.end(),
                                   [&](const Predicate& predicate) { return at(predicate.column); }) ||
                       std::any_of(pattern.order.begin(), pattern.order.end(),
                                   [&](const OrderPart& part) { return at(part.column); }) ||
                       std::any_of(pattern.joins.begin(), pattern.joins.end(),
                                   [&](const JoinCondition& join) { return at(join.left) || at(join.right); });
    if (shape)
        return Use::Shape;
    const auto wholly = [&](const std::vector<ColumnRef>& list) {
        return !list.empty() && std::all_of(list.begin(), list.end(), at);
    };
    // A pattern that would return or assign nothing at all any more has lost its meaning.
    if (wholly(pattern.projection) || wholly(pattern.assigned))
        return Use::Shape;
    return any(pattern.projection) || any(pattern.assigned) ? Use::Lists : Use::None;
}

void removeFromPatterns(Project& project, EntityId entity, const Ids& ids) {
    project.patterns.removeIf([&](const AccessPattern& pattern) { return useOf(pattern, entity, ids) == Use::Shape; });
    const Table<AccessPattern> patterns = project.patterns;
    for (const AccessPattern& pattern : patterns) {
        if (useOf(pattern, entity, ids) != Use::Lists)
            continue;
        AccessPattern changed = pattern;
        const auto goes = [&](const ColumnRef& column) {
            return column.entity == entity && contains(ids, column.attribute);
        };
        std::erase_if(changed.projection, goes);
        std::erase_if(changed.assigned, goes);
        project.patterns.set(std::move(changed));
    }
}

/// Takes the columns out of the entity with everything of its own that involves one.
Result<void> removeFromEntity(Entity& entity, const Ids& ids) {
    std::vector<std::string> names;
    for (AttributeId id : ids) {
        const Attribute* attribute = entity.find(id);
        if (!attribute)
            return noSuch("attribute");
        names.push_back(attribute->name);
    }
    const auto mentioned = [&](const std::string& expression) {
        return std::any_of(names.begin(), names.end(),
                           [&](const std::string& column) { return mentionsColumn(expression, column); });
    };
    const auto involved = [&](const KeyPart& part) {
        return part.attribute ? contains(ids, part.attribute) : mentioned(part.expression);
    };
    const auto anyInvolved = [&](const std::vector<KeyPart>& parts) {
        return std::any_of(parts.begin(), parts.end(), involved);
    };
    const auto dividedBy = [&](const Partitioning& partitioning) {
        return anyInvolved(partitioning.parts) ||
               std::any_of(partitioning.children.begin(), partitioning.children.end(),
                           [&](const PartitionChild& child) { return mentioned(child.partitionBy); });
    };
    if (entity.partitioning && dividedBy(*entity.partitioning))
        return fail(ErrorCode::Conflict, fmt::format("{} is partitioned by {}", entity.name, listed(names)),
                    "Change the partitioning first");
    for (const Attribute& attribute : entity.attributes)
        if (!contains(ids, attribute.id) && mentioned(attribute.generatedSql))
            return fail(ErrorCode::Conflict,
                        fmt::format("{}.{} is computed from {}", entity.name, attribute.name, listed(names)),
                        "Remove the generated attribute first, or with it");
    std::erase_if(entity.keys,
                  [&](const Key& key) { return overlap(key.attributes, ids) || overlap(key.include, ids); });
    std::erase_if(entity.indexes, [&](const Index& index) {
        return anyInvolved(index.parts) || overlap(index.include, ids) || mentioned(index.predicate);
    });
    std::erase_if(entity.checks, [&](const Check& check) { return mentioned(check.expression); });
    std::erase_if(entity.exclusions, [&](const Exclusion& exclusion) { return mentioned(exclusion.definition); });
    std::erase_if(entity.attributes, [&](const Attribute& attribute) { return contains(ids, attribute.id); });
    return {};
}

void renameInOwnExpressions(Entity& entity, const Attribute& attribute, const std::string& name) {
    const Entity before = entity;
    const auto renamed = [&](std::string& expression) {
        expression = renameAttributeInExpression(expression, before, attribute, name);
    };
    for (Attribute& other : entity.attributes)
        renamed(other.generatedSql);
    for (Check& check : entity.checks)
        renamed(check.expression);
    for (Exclusion& exclusion : entity.exclusions)
        renamed(exclusion.definition);
    for (Index& index : entity.indexes) {
        renamed(index.predicate);
        for (KeyPart& part : index.parts)
            renamed(part.expression);
    }
    if (!entity.partitioning)
        return;
    for (KeyPart& part : entity.partitioning->parts)
        renamed(part.expression);
    for (PartitionChild& child : entity.partitioning->children)
        renamed(child.partitionBy);
}

void renameInPatterns(Project& after, const Project& project, const Entity& entity, const Attribute& attribute,
                      const std::string& name) {
    for (const AccessPattern& pattern : project.patterns) {
        const bool concerned = pattern.entity == entity.id || std::find(pattern.joined.begin(), pattern.joined.end(),
                                                                        entity.id) != pattern.joined.end();
        if (!concerned)
            continue;
        AccessPattern changed = pattern;
        changed.sql = renameAttributeInSql(pattern.sql, project, entity, attribute, name);
        if (changed.sql == pattern.sql)
            continue;
        const auto renamed = [&](std::string& piece) {
            piece = renameAttributeInPiece(piece, pattern.sql, project, entity, attribute, name);
        };
        for (Predicate& predicate : changed.predicates)
            renamed(predicate.text);
        for (OrderPart& part : changed.order)
            renamed(part.expression);
        after.patterns.set(std::move(changed));
    }
}

} // namespace

std::vector<std::string> patternsUsing(const Project& project, const ColumnRef& column) {
    std::vector<std::string> names;
    for (const AccessPattern& pattern : project.patterns)
        if (useOf(pattern, column.entity, {column.attribute}) != Use::None)
            names.push_back(pattern.name);
    return names;
}

std::optional<Error> problemOf(const Project& project, const Type& type) {
    if (type.length < 0 || type.precision < -1)
        return invalid("The length or precision of the type is negative", "Leave it 0 for no limit");
    if (type.kind == TypeKind::Enum && !project.enums.contains(type.enumeration))
        return invalid("The enumeration of the type is not in the project", "Choose or add an enumeration");
    if (type.kind == TypeKind::Other && type.native.empty())
        return invalid("A type of the engine's own needs its name", "Write it as the engine does, for example inet");
    if (type.kind == TypeKind::Array && !type.element)
        return invalid("An array needs the type of its elements", "Choose what it is an array of");
    return type.element ? problemOf(project, *type.element) : std::nullopt;
}

Result<Project> addAttribute(const Project& project, EntityId id, Attribute draft,
                             std::optional<std::size_t> position) {
    return withEntity(project, id, [&](Project& after, Entity& entity) -> Result<void> {
        if (Result<void> sound = checkAttribute(project, draft); !sound)
            return sound;
        if (entity.findByName(draft.name))
            return nameTaken(entity, draft.name);
        draft.id = after.newId<AttributeId>();
        const std::size_t place = std::min(position.value_or(entity.attributes.size()), entity.attributes.size());
        entity.attributes.insert(entity.attributes.begin() + static_cast<std::ptrdiff_t>(place), std::move(draft));
        return {};
    });
}

Result<Project> removeAttributes(const Project& project, EntityId id, const std::vector<AttributeId>& attributes,
                                 Removal removal) {
    const Entity* entity = project.entities.find(id);
    if (!entity)
        return noSuch("entity");
    std::vector<std::string> users;
    for (const AccessPattern& pattern : project.patterns)
        if (useOf(pattern, id, attributes) != Use::None)
            users.push_back(pattern.name);
    for (const Relationship& line : project.relationships)
        if (line.parent == id && line.child != id && overlap(line.parentAttributes, attributes))
            if (const Entity* child = project.entities.find(line.child))
                users.push_back("the reference from " + project.displayName(*child));
    if (!users.empty() && removal == Removal::Refuse)
        return fail(ErrorCode::Conflict,
                    fmt::format("{} of {} {} used by {}", attributes.size() == 1 ? "An attribute" : "Attributes",
                                project.displayName(*entity), attributes.size() == 1 ? "is" : "are", listed(users)),
                    "Remove these as well, or change them first");
    Result<Project> result =
        withEntity(project, id, [&](Project&, Entity& changed) { return removeFromEntity(changed, attributes); });
    if (!result)
        return result;
    result->relationships.removeIf([&](const Relationship& line) {
        return (line.child == id && overlap(line.childAttributes, attributes)) ||
               (line.parent == id && overlap(line.parentAttributes, attributes));
    });
    removeFromPatterns(*result, id, attributes);
    dropDangling(*result);
    return result;
}

Result<Project> renameAttribute(const Project& project, ColumnRef column, const std::string& wanted) {
    const Entity* entity = project.entities.find(column.entity);
    const Attribute* attribute = entity ? entity->find(column.attribute) : nullptr;
    if (!attribute)
        return noSuch("attribute");
    const Result<std::string> checked = checkedName("the attribute", wanted);
    if (!checked)
        return fail(checked.error());
    if (*checked == attribute->name)
        return project;
    if (entity->findByName(*checked))
        return nameTaken(*entity, *checked);
    Project after = project;
    renameInPatterns(after, project, *entity, *attribute, *checked);
    Entity changed = *entity;
    renameInOwnExpressions(changed, *attribute, *checked);
    for (Attribute& candidate : changed.attributes)
        if (candidate.id == column.attribute)
            candidate.name = *checked;
    after.entities.set(std::move(changed));
    return after;
}

Result<Project> moveAttribute(const Project& project, ColumnRef column, std::size_t place) {
    return withEntity(project, column.entity, [&](Project&, Entity& entity) -> Result<void> {
        auto& list = entity.attributes;
        const auto at = std::find_if(list.begin(), list.end(),
                                     [&](const Attribute& attribute) { return attribute.id == column.attribute; });
        if (at == list.end())
            return noSuch("attribute");
        Attribute moved = std::move(*at);
        list.erase(at);
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(std::min(place, list.size())), std::move(moved));
        return {};
    });
}

Result<Project> setAttributeType(const Project& project, ColumnRef column, const Type& type) {
    return withAttribute(project, column, [&](Project&, Entity&, Attribute& attribute) -> Result<void> {
        if (std::optional<Error> problem = problemOf(project, type))
            return fail(*problem);
        attribute.type = type;
        // A generator that the new type cannot hold is meaningless now.
        if (!checkGenerator(attribute)) {
            attribute.generator = Generator::None;
            attribute.identityAlways = false;
            attribute.identityOptions.clear();
        }
        return {};
    });
}

Result<Project> setAttributeNullable(const Project& project, ColumnRef column, bool nullable) {
    return withAttribute(project, column, [&](Project&, Entity& entity, Attribute& attribute) -> Result<void> {
        if (nullable && isInPrimaryKey(entity, column.attribute))
            return fail(ErrorCode::Conflict,
                        fmt::format("{}.{} is part of the primary key", entity.name, attribute.name),
                        "Take it out of the key first");
        attribute.nullable = nullable;
        return {};
    });
}

Result<Project> setAttributeDefault(const Project& project, ColumnRef column, const std::string& sql) {
    return withAttribute(project, column, [&](Project&, Entity& entity, Attribute& attribute) -> Result<void> {
        if (!sql.empty() && !attribute.generatedSql.empty())
            return fail(ErrorCode::Conflict, fmt::format("{}.{} is a generated column", entity.name, attribute.name),
                        "It cannot have a default as well");
        attribute.defaultSql = sql;
        return {};
    });
}

Result<Project> setAttributeGenerated(const Project& project, ColumnRef column, const std::string& sql) {
    return withAttribute(project, column, [&](Project&, Entity& entity, Attribute& attribute) -> Result<void> {
        if (!sql.empty() && mentionsColumn(sql, attribute.name))
            return fail(ErrorCode::Invalid,
                        fmt::format("{}.{} cannot be computed from itself", entity.name, attribute.name),
                        "Name other columns");
        if (!sql.empty())
            attribute.defaultSql.clear();
        attribute.generatedSql = sql;
        return {};
    });
}

Result<Project> setAttributeGenerator(const Project& project, ColumnRef column, Generator generator,
                                      bool identityAlways) {
    return withAttribute(project, column, [&](Project&, Entity&, Attribute& attribute) -> Result<void> {
        attribute.generator = generator;
        attribute.identityAlways = identityAlways && generator == Generator::AutoIncrement;
        if (generator != Generator::AutoIncrement)
            attribute.identityOptions.clear();
        return checkGenerator(attribute);
    });
}

Result<Project> setAttributeStatistics(const Project& project, ColumnRef column, const ColumnStatistics& statistics) {
    return withAttribute(project, column, [&](Project&, Entity&, Attribute& attribute) -> Result<void> {
        attribute.statistics = statistics;
        return checkStatistics(statistics);
    });
}

Result<Project> setAttributeCollation(const Project& project, ColumnRef column, const std::string& collation) {
    return withAttribute(project, column, [&](Project&, Entity&, Attribute& attribute) -> Result<void> {
        attribute.collation = collation;
        return {};
    });
}

Result<Project> setAttributeComment(const Project& project, ColumnRef column, const std::string& comment) {
    return withAttribute(project, column, [&](Project&, Entity&, Attribute& attribute) -> Result<void> {
        attribute.comment = comment;
        return {};
    });
}

Result<Project> changeAttribute(const Project& project, EntityId id, Attribute attribute) {
    const Result<Project> renamed = renameAttribute(project, {id, attribute.id}, attribute.name);
    if (!renamed)
        return renamed;
    return withAttribute(
        *renamed, {id, attribute.id}, [&](Project&, Entity& entity, Attribute& target) -> Result<void> {
            if (Result<void> sound = checkAttribute(project, attribute); !sound)
                return sound;
            if (attribute.nullable && isInPrimaryKey(entity, attribute.id))
                return fail(ErrorCode::Conflict,
                            fmt::format("{}.{} is part of the primary key", entity.name, attribute.name),
                            "Take it out of the key first");
            target = attribute;
            return {};
        });
}

} // namespace shardscape::model
