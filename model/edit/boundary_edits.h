// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// Adds a boundary under the id before.nextId with the first colour that is not used. Errors: Invalid name, Conflict.
Result<Project> addBoundary(const Project& project, const std::string& name);
Result<Project> renameBoundary(const Project& project, BoundaryId boundary, const std::string& name);
/// An index into the theme's series colours, from 0.
Result<Project> setBoundaryColor(const Project& project, BoundaryId boundary, int color);
/// Gives the entities to the boundary; 0 takes them out of any.
Result<Project> assignBoundary(const Project& project, const std::vector<EntityId>& entities, BoundaryId boundary);
/// Its entities belong to no boundary afterwards.
Result<Project> removeBoundary(const Project& project, BoundaryId boundary);

} // namespace shardscape::model
