// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/schema/project.h"

/// Edits of the project as a whole: its name, requirements, layouts and enumerations.
namespace shardscape::model {

Result<Project> renameProject(const Project& project, const std::string& name);

/// The words that Requirements::dominant knows.
const std::vector<std::string>& dominantConstraints();
/// Errors: Invalid for an unknown dominant constraint, an availability outside 0 … 1, targets that are not positive.
Result<Project> setRequirements(const Project& project, const Requirements& requirements);

/// Statements of the source dialect that the model carries along.
Result<Project> setNatives(const Project& project, std::vector<NativeObject> natives);

/// Adds the layout of the draft under the id before.nextId. Errors: Invalid without engine or with counts below 1 or a
/// partition key of foreign attributes; Conflict when the engine has a layout.
Result<Project> addLayout(const Project& project, Layout draft);
/// All properties at once; the id says which layout. Errors as for addLayout.
Result<Project> changeLayout(const Project& project, Layout layout);
Result<Project> removeLayout(const Project& project, LayoutId layout);

/// Adds the enumeration of the draft under the id before.nextId. Errors: Invalid without name, with an empty label or
/// one that comes twice; Conflict when the name is taken in its schema.
Result<Project> addEnum(const Project& project, EnumType draft);
/// All properties at once; the id says which enumeration. Errors as for addEnum.
Result<Project> changeEnum(const Project& project, EnumType type);
/// Errors: Conflict with the list of the attributes that use it.
Result<Project> removeEnum(const Project& project, EnumId type);

} // namespace shardscape::model
