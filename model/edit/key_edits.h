// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// Makes the attributes the primary key, in this order, and not nullable; none removes the key. A primary key that is
/// there keeps its id, name and other properties. Errors: NotFound, Invalid when an attribute comes twice.
Result<Project> setPrimaryKey(const Project& project, EntityId entity, const std::vector<AttributeId>& attributes);

/// Adds a unique key under the id before.nextId. Errors: Conflict when a key of the same attributes is there.
Result<Project> addUniqueKey(const Project& project, EntityId entity, const std::vector<AttributeId>& attributes,
                             const std::string& name = {});
/// All properties at once; the id says which key. A primary key's attributes become not nullable.
Result<Project> changeKey(const Project& project, EntityId entity, const Key& key);
Result<Project> removeKey(const Project& project, EntityId entity, KeyId key);

/// Checks have no id: they are named by their place in Entity::checks.
Result<Project> addCheck(const Project& project, EntityId entity, const Check& check);
Result<Project> changeCheck(const Project& project, EntityId entity, std::size_t place, const Check& check);
Result<Project> removeCheck(const Project& project, EntityId entity, std::size_t place);

/// All exclusion constraints at once, each native as written.
Result<Project> setExclusions(const Project& project, EntityId entity, const std::vector<Exclusion>& exclusions);

} // namespace shardscape::model
