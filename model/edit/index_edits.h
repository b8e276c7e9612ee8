// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// Adds the index of the draft under the id before.nextId. An empty name becomes "entity_column_idx", as PostgreSQL
/// names it. Errors: Invalid without parts or with a part that is not of the entity; Conflict when the name is taken in
/// the schema.
Result<Project> addIndex(const Project& project, EntityId entity, Index draft);
/// All properties at once; the id says which index. Errors as for addIndex.
Result<Project> changeIndex(const Project& project, EntityId entity, Index index);
Result<Project> removeIndex(const Project& project, EntityId entity, IndexId index);

} // namespace shardscape::model
