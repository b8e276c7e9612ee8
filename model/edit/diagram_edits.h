// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "model/base/result.h"
#include "model/schema/project.h"

/// Edits of the drawing. Positions are absolute: a gesture commits once, where it ended.
namespace shardscape::model {

/// Places entities; the others stay where they are. Errors: NotFound, Invalid for coordinates that are not finite.
Result<Project> moveEntities(const Project& project, const std::map<EntityId, Point>& positions);
/// The bend points of a relationship's line, from child to parent; none lets the line find its own way.
Result<Project> setBends(const Project& project, RelationshipId relationship, const std::vector<Point>& bends);
/// Replaces the whole drawing at once, as an automatic layout does.
Result<Project> setDiagram(const Project& project, Diagram diagram);

} // namespace shardscape::model
