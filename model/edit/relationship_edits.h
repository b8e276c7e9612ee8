// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// Adds the relationship of the draft under the id before.nextId. Errors: NotFound for a reference that is not there,
/// Invalid when the columns do not pair up or a statistic is out of range, Conflict when the same columns are already
/// joined.
Result<Project> addRelationship(const Project& project, Relationship draft);
/// All properties at once; the id says which relationship. Errors as for addRelationship.
Result<Project> changeRelationship(const Project& project, Relationship relationship);
/// Their bends in the diagram go along; the referring columns stay.
Result<Project> removeRelationships(const Project& project, const std::vector<RelationshipId>& relationships);
/// How many children a parent has. Errors: Invalid for a negative mean, a maximum below it, a power law with alpha
/// <= 1.
Result<Project> setFanOut(const Project& project, RelationshipId relationship, const FanOut& fanOut);

/// A line drawn from column to column: a relationship under the id before.nextId, from the first to the second, which
/// must be a key by itself. When only the first is one, the line was drawn from the parent: the relationship then goes
/// the other way. Errors: Conflict when neither is a key, when the types cannot be compared, when they are already
/// joined.
Result<Project> connectAttributes(const Project& project, ColumnRef from, ColumnRef to);

/// A line drawn from entity to entity: the child gets a column for each column of the parent's primary key (named after
/// the parent, "user_id"; "parent_id" for a self reference) and the relationship. The relationship takes the id
/// before.nextId, the columns the following ones. Errors: Conflict when the parent has no primary key.
struct Connection {
    EntityId child;
    EntityId parent;
    bool optional = false; ///< the columns are nullable; always so for a self reference
    bool oneToOne = false; ///< the columns become a unique key of the child
};
Result<Project> connectEntities(const Project& project, const Connection& connection);

/// An N:M relationship: a junction entity (id before.nextId) whose primary key is the columns that refer to both, each
/// end deleted with what it refers to. An entity may be joined with itself ("user_id", "related_user_id"). An empty
/// name becomes "first_second". Errors: Conflict when one of them has no primary key or the name is taken.
Result<Project> connectManyToMany(const Project& project, EntityId first, EntityId second, const std::string& name = {},
                                  std::optional<Point> position = std::nullopt, DiagramId diagram = {});

/// True when a foreign key may pair columns of these types (PostgreSQL: an equality operator across both).
bool canReference(const Type& child, const Type& parent);

} // namespace shardscape::model
