// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/edit/entity_edits.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// Adds the attribute of the draft under a fresh id (before.nextId) in front of the position, or at the end.
/// Errors: Invalid name, type or statistics; Conflict when the name is taken.
Result<Project> addAttribute(const Project& project, EntityId entity, Attribute draft,
                             std::optional<std::size_t> position = std::nullopt);

/// Removes attributes as PostgreSQL's DROP COLUMN does: keys, indexes, checks, exclusions and relationships of the
/// entity that involve one go along. Users are the access patterns that use one and relationships of other entities
/// that refer to one: see Removal. Cascade removes those relationships; a pattern that only returns or assigns the
/// column loses it from these lists and keeps its SQL as written, any other pattern is removed. Errors: Conflict for a
/// column of the partitioning key, or one that a generated column is computed from.
Result<Project> removeAttributes(const Project& project, EntityId entity, const std::vector<AttributeId>& attributes,
                                 Removal removal);

/// Renames, also in the SQL of access patterns and in the entity's own expressions (see sql_rename.h).
Result<Project> renameAttribute(const Project& project, ColumnRef column, const std::string& name);
/// Puts the attribute at the place (0 = first) among the others; a place beyond the end means the end.
Result<Project> moveAttribute(const Project& project, ColumnRef column, std::size_t place);
/// Errors: Invalid type. Attributes that refer to this one by a relationship keep their own type.
Result<Project> setAttributeType(const Project& project, ColumnRef column, const Type& type);
/// Errors: Conflict when a column of the primary key should become nullable.
Result<Project> setAttributeNullable(const Project& project, ColumnRef column, bool nullable);
/// The default as an SQL expression, empty for none.
Result<Project> setAttributeDefault(const Project& project, ColumnRef column, const std::string& sql);
/// The expression of a stored generated column, empty for none.
Result<Project> setAttributeGenerated(const Project& project, ColumnRef column, const std::string& sql);
/// Errors: Invalid when the type cannot hold what the generator makes.
Result<Project> setAttributeGenerator(const Project& project, ColumnRef column, Generator generator,
                                      bool identityAlways = false);
/// Errors: Invalid for a fraction outside 0 … 1, negative sizes, a maximum below the average.
Result<Project> setAttributeStatistics(const Project& project, ColumnRef column, const ColumnStatistics& statistics);
Result<Project> setAttributeCollation(const Project& project, ColumnRef column, const std::string& collation);
Result<Project> setAttributeComment(const Project& project, ColumnRef column, const std::string& comment);

/// All properties at once, as a form commits them; the id says which attribute. A new name renames as renameAttribute
/// does.
Result<Project> changeAttribute(const Project& project, EntityId entity, Attribute attribute);

/// Why the type cannot be, for forms that check while typing; nothing when it can.
std::optional<Error> problemOf(const Project& project, const Type& type);

} // namespace shardscape::model
