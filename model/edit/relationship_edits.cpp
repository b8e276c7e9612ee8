// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/relationship_edits.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/edit/edit_support.h"
#include "model/edit/naming_edits.h"

namespace shardscape::model {
namespace {

Result<void> checkFanOut(const FanOut& fanOut) {
    const auto bad = [](const std::optional<double>& value) { return value && !within(*value, 0, 1e18); };
    if (bad(fanOut.mean) || bad(fanOut.maximum))
        return fail(ErrorCode::Invalid, "The fan-out is negative or not a number",
                    "Leave it empty when it is not known");
    if (fanOut.mean && fanOut.maximum && *fanOut.maximum < *fanOut.mean)
        return fail(ErrorCode::Invalid, "The maximum of the fan-out is below its mean", "Raise the maximum");
    if (fanOut.shape == FanOutShape::PowerLaw && !(within(fanOut.alpha, 1, 1e3) && fanOut.alpha > 1))
        return fail(ErrorCode::Invalid, "A power law needs an exponent above 1", "Follower counts have about 2.1");
    return {};
}

Result<void> checkEnd(const Project& project, EntityId id, const std::vector<AttributeId>& attributes) {
    const Entity* entity = project.entities.find(id);
    if (!entity)
        return noSuch("entity");
    std::set<AttributeId> seen;
    for (AttributeId attribute : attributes)
        if (!entity->find(attribute))
            return noSuch("attribute");
        else if (!seen.insert(attribute).second)
            return fail(ErrorCode::Invalid, fmt::format("A column of {} comes twice in the relationship", entity->name),
                        "Name each column once");
    return {};
}

/// Which child column goes with which parent column, in any order.
std::set<std::pair<AttributeId, AttributeId>> pairsOf(const Relationship& relationship) {
    std::set<std::pair<AttributeId, AttributeId>> pairs;
    for (std::size_t i = 0; i < relationship.childAttributes.size(); ++i)
        pairs.emplace(relationship.childAttributes[i], relationship.parentAttributes[i]);
    return pairs;
}

Result<void> checkRelationship(const Project& project, const Relationship& relationship) {
    for (const Result<void>& sound :
         {checkEnd(project, relationship.child, relationship.childAttributes),
          checkEnd(project, relationship.parent, relationship.parentAttributes), checkFanOut(relationship.fanOut)})
        if (!sound)
            return sound;
    if (relationship.childAttributes.empty() ||
        relationship.childAttributes.size() != relationship.parentAttributes.size())
        return fail(ErrorCode::Invalid,
                    fmt::format("The relationship pairs {} columns with {}", relationship.childAttributes.size(),
                                relationship.parentAttributes.size()),
                    "Give both ends the same number of columns, at least one");
    for (AttributeId attribute : relationship.onDeleteAttributes)
        if (std::find(relationship.childAttributes.begin(), relationship.childAttributes.end(), attribute) ==
            relationship.childAttributes.end())
            return fail(ErrorCode::Invalid, "On delete names a column that is not part of the relationship");
    const Entity& child = *project.entities.find(relationship.child);
    const Entity& parent = *project.entities.find(relationship.parent);
    for (const Relationship& other : project.relationships)
        if (other.id != relationship.id && other.child == relationship.child && other.parent == relationship.parent &&
            other.childAttributes.size() == other.parentAttributes.size() && pairsOf(other) == pairsOf(relationship))
            return fail(ErrorCode::Conflict,
                        fmt::format("{} already refers to {} by these columns", child.name, parent.name),
                        "Change the relationship that is there");
    if (relationship.child == relationship.parent && relationship.childAttributes == relationship.parentAttributes)
        return fail(ErrorCode::Invalid, fmt::format("A row of {} would refer to itself", child.name),
                    "Choose another column to refer with");
    return {};
}

/// The referring name of one thing: "categories" -> "category", "addresses" -> "address", "users" -> "user".
std::string singular(const std::string& word) {
    const auto endsWith = [&](const std::string& tail) {
        return word.size() > tail.size() && word.compare(word.size() - tail.size(), tail.size(), tail) == 0;
    };
    if (endsWith("ies") && word.size() > 4)
        return word.substr(0, word.size() - 3) + "y";
    for (const char* tail : {"sses", "shes", "ches", "xes", "zzes"})
        if (endsWith(tail))
            return word.substr(0, word.size() - 2);
    if (endsWith("s") && !endsWith("ss") && !endsWith("us") && !endsWith("is"))
        return word.substr(0, word.size() - 1);
    return word;
}

/// "id" of users -> "user_id"; "user_id" of users stays.
std::string referringName(const Entity& parent, const Attribute& column, const std::string& role) {
    const std::string prefix = singular(parent.name) + "_";
    const bool named = column.name.rfind(prefix, 0) == 0 || column.name.rfind(parent.name + "_", 0) == 0;
    const std::string name = named ? column.name : prefix + column.name;
    if (role.empty())
        return name;
    return named || role == "related" ? role + "_" + name : role + "_" + column.name;
}

struct Referring {
    std::vector<AttributeId> columns;
    std::vector<AttributeId> keys;
};

/// Adds to the child a column for each column of the parent's primary key.
Result<Referring> addReferring(Project& after, Entity& child, const Entity& parent, const std::string& role,
                               bool nullable) {
    const Key* key = parent.primaryKey();
    if (!key || key->attributes.empty())
        return fail(ErrorCode::Conflict, fmt::format("{} has no primary key to refer to", parent.name),
                    "Give it a primary key first");
    Referring made;
    for (AttributeId id : key->attributes) {
        const Attribute* column = parent.find(id);
        if (!column)
            return noSuch("attribute of the primary key");
        Attribute referring;
        referring.id = after.newId<AttributeId>();
        referring.name = freeName(referringName(parent, *column, role),
                                  [&](const std::string& name) { return child.findByName(name) != nullptr; });
        if (Result<std::string> checked = checkedName("the attribute", referring.name); !checked)
            return fail(checked.error());
        referring.type = column->type;
        referring.nullable = nullable;
        referring.collation = column->collation;
        made.columns.push_back(referring.id);
        made.keys.push_back(id);
        child.attributes.push_back(std::move(referring));
    }
    return made;
}

Relationship relationshipOf(EntityId child, EntityId parent, const Referring& made) {
    Relationship relationship;
    relationship.child = child;
    relationship.childAttributes = made.columns;
    relationship.parent = parent;
    relationship.parentAttributes = made.keys;
    return relationship;
}

} // namespace

bool canReference(const Type& child, const Type& parent) {
    const auto family = [](const Type& type) {
        switch (type.kind) {
        case TypeKind::Int16:
        case TypeKind::Int32:
        case TypeKind::Int64:
        case TypeKind::Float:
        case TypeKind::Double:
        case TypeKind::Decimal: return TypeKind::Decimal;
        case TypeKind::String:
        case TypeKind::Text: return TypeKind::Text;
        case TypeKind::Date:
        case TypeKind::Timestamp: return TypeKind::Timestamp;
        default: return type.kind;
        }
    };
    if (family(child) != family(parent))
        return false;
    switch (child.kind) {
    case TypeKind::Enum: return child.enumeration == parent.enumeration;
    case TypeKind::Other: return child.native == parent.native;
    case TypeKind::Array: return child.element && parent.element && *child.element == *parent.element;
    default: return true;
    }
}

Result<Project> addRelationship(const Project& project, Relationship draft) {
    Project after = project;
    draft.id = after.newId<RelationshipId>();
    if (Result<void> sound = checkRelationship(project, draft); !sound)
        return fail(sound.error());
    after.relationships.set(std::move(draft));
    return withNamesByRule(project, std::move(after));
}

Result<Project> changeRelationship(const Project& project, Relationship relationship) {
    return withObject(project, &Project::relationships, relationship.id, "relationship",
                      [&](Relationship& target) -> Result<void> {
                          target = relationship;
                          return checkRelationship(project, relationship);
                      });
}

Result<Project> removeRelationships(const Project& project, const std::vector<RelationshipId>& relationships) {
    Project after = project;
    for (RelationshipId id : relationships) {
        if (!project.relationships.contains(id))
            return noSuch("relationship");
        after.relationships.remove(id);
    }
    dropDangling(after);
    return after;
}

Result<Project> setFanOut(const Project& project, RelationshipId id, const FanOut& fanOut) {
    return withObject(project, &Project::relationships, id, "relationship", [&](Relationship& target) -> Result<void> {
        target.fanOut = fanOut;
        return checkFanOut(fanOut);
    });
}

Result<Project> connectAttributes(const Project& project, ColumnRef from, ColumnRef to) {
    const auto isKey = [&](const ColumnRef& column) {
        return project.entities.find(column.entity)->isUnique({column.attribute});
    };
    if (!project.find(from) || !project.find(to))
        return noSuch("attribute");
    if (!isKey(to)) {
        if (!isKey(from))
            return fail(ErrorCode::Conflict,
                        fmt::format("Neither {} nor {} is a key by itself, so a row could not be found by it",
                                    project.describe(from), project.describe(to)),
                        "Make the column that is referred to a primary or unique key, or connect the entities");
        std::swap(from, to);
    }
    if (!canReference(project.find(from)->type, project.find(to)->type))
        return fail(ErrorCode::Conflict,
                    fmt::format("{} is {} and {} is {}: they cannot be compared", project.describe(from),
                                name(project.find(from)->type.kind), project.describe(to),
                                name(project.find(to)->type.kind)),
                    "Give both the same type");
    Referring made;
    made.columns = {from.attribute};
    made.keys = {to.attribute};
    return addRelationship(project, relationshipOf(from.entity, to.entity, made));
}

Result<Project> connectEntities(const Project& project, const Connection& connection) {
    const Entity* parent = project.entities.find(connection.parent);
    const Entity* before = project.entities.find(connection.child);
    if (!parent || !before)
        return noSuch("entity");
    const bool self = connection.parent == connection.child;
    Project after = project;
    const RelationshipId id = after.newId<RelationshipId>();
    Entity child = *before;
    const Result<Referring> made =
        addReferring(after, child, *parent, self ? "parent" : "", connection.optional || self);
    if (!made)
        return fail(made.error());
    if (connection.oneToOne) {
        Key key;
        key.id = after.newId<KeyId>();
        key.attributes = made->columns;
        child.keys.push_back(std::move(key));
    }
    after.entities.set(std::move(child));
    Relationship relationship = relationshipOf(connection.child, connection.parent, *made);
    relationship.id = id;
    if (Result<void> sound = checkRelationship(after, relationship); !sound)
        return fail(sound.error());
    after.relationships.set(std::move(relationship));
    return withNamesByRule(project, std::move(after));
}

Result<Project> connectManyToMany(const Project& project, EntityId firstId, EntityId secondId, const std::string& name,
                                  std::optional<Point> position, DiagramId diagram) {
    const Entity* first = project.entities.find(firstId);
    const Entity* second = project.entities.find(secondId);
    if (!first || !second)
        return noSuch("entity");
    Project after = project;
    Entity junction;
    junction.id = after.newId<EntityId>();
    junction.schema = first->schema;
    const auto taken = [&](const std::string& candidate) {
        return std::any_of(project.entities.begin(), project.entities.end(), [&](const Entity& other) {
            return other.name == candidate && other.schema == junction.schema;
        });
    };
    if (name.empty()) {
        junction.name = freeName(first->name + "_" + second->name, taken);
    } else if (taken(name)) {
        return fail(ErrorCode::Conflict, fmt::format("There is already an entity named {}", name),
                    "Choose another name");
    } else {
        junction.name = name;
    }
    const Result<std::string> checked = checkedName("the junction", junction.name);
    if (!checked)
        return fail(checked.error());
    junction.name = *checked;
    const Result<Referring> toFirst = addReferring(after, junction, *first, "", false);
    if (!toFirst)
        return fail(toFirst.error());
    const Result<Referring> toSecond =
        addReferring(after, junction, *second, firstId == secondId ? "related" : "", false);
    if (!toSecond)
        return fail(toSecond.error());
    Key key;
    key.id = after.newId<KeyId>();
    key.kind = KeyKind::Primary;
    key.attributes = toFirst->columns;
    key.attributes.insert(key.attributes.end(), toSecond->columns.begin(), toSecond->columns.end());
    junction.keys.push_back(std::move(key));
    const EntityId id = junction.id;
    after.entities.set(std::move(junction));
    for (const auto& [parent, made] : {std::pair(firstId, *toFirst), std::pair(secondId, *toSecond)}) {
        Relationship relationship = relationshipOf(id, parent, made);
        relationship.id = after.newId<RelationshipId>();
        relationship.onDelete = ReferentialAction::Cascade;
        after.relationships.set(std::move(relationship));
    }
    if (position)
        if (const Result<void> placed = placeOn(after, diagram, {{id, *position}}); !placed)
            return fail(placed.error());
    return withNamesByRule(project, std::move(after));
}

} // namespace shardscape::model
