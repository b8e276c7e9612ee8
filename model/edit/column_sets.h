// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/base/result.h"
#include "model/schema/project.h"

/// Columns and entities that are used again: as a part of a project of their own.
namespace shardscape::model {

/// Adds the columns of the other project's first entity to the end of each of the entities, with its checks.
/// Enumerations of the same name and labels are shared, others come along. A column whose name the entity has already
/// is left as it is there, and so are checks that it has. Errors: Invalid when the other project has no entity;
/// NotFound; Conflict when every entity has all the columns.
Result<Project> addColumnSet(const Project& project, const std::vector<EntityId>& entities, const Project& columns);

/// The entities with what they need (enumerations, boundaries, relationships among them), without access patterns,
/// layouts and places; for keeping as a template.
Result<Project> partOf(const Project& project, const std::vector<EntityId>& entities);

/// A project with one entity of these columns alone, without keys and relationships; for keeping as a column set.
Result<Project> columnsOf(const Project& project, EntityId entity, const std::vector<AttributeId>& attributes);

} // namespace shardscape::model
