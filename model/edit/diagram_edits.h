// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/schema/project.h"

/// Edits of the drawings. Positions are absolute: a gesture commits once, where it ended. A diagram that is not named
/// is the project's first one. Errors of all: NotFound for what is not there, Invalid for coordinates that are not
/// finite.
namespace shardscape::model {

/// Places entities; the others stay where they are. Those that the diagram did not show come onto it.
Result<Project> moveEntities(const Project& project, const std::map<EntityId, Point>& positions,
                             DiagramId diagram = {});
/// The bend points of a relationship's line, from child to parent; none lets the line find its own way.
Result<Project> setBends(const Project& project, RelationshipId relationship, const std::vector<Point>& bends,
                         DiagramId diagram = {});
/// Replaces the whole drawing at once, as an automatic layout does; its id says which.
Result<Project> setDiagram(const Project& project, Diagram diagram);

/// A further diagram under the id before.nextId that shows the entities and no others. Errors: Invalid name; Conflict
/// when there is one of that name.
Result<Project> addDiagram(const Project& project, const std::string& name, const std::vector<EntityId>& entities);
Result<Project> renameDiagram(const Project& project, DiagramId diagram, const std::string& name);
/// A copy with all places, bends, groups and notes under the id before.nextId.
Result<Project> duplicateDiagram(const Project& project, DiagramId diagram, const std::string& name);
/// The model keeps all entities. When it is the first one, the next takes its place (and id). Errors: Conflict for the
/// only one.
Result<Project> removeDiagram(const Project& project, DiagramId diagram);
/// Entities come onto the diagram, or leave it with their places, pins and the bends of their lines.
Result<Project> putOnDiagram(const Project& project, DiagramId diagram, const std::vector<EntityId>& entities);
Result<Project> takeOffDiagram(const Project& project, DiagramId diagram, const std::vector<EntityId>& entities);

/// A note in front of the others, under the id before.nextId. Errors: Invalid for a text of more than 10,000 bytes, a
/// size outside 24 … 10,000, a colour below 0.
Result<Project> addNote(const Project& project, DiagramId diagram, Note draft);
/// All properties at once; the id says which note.
Result<Project> changeNote(const Project& project, DiagramId diagram, const Note& note);
Result<Project> removeNotes(const Project& project, DiagramId diagram, const std::vector<NoteId>& notes);

/// Pinned entities stay where they are.
Result<Project> setPinned(const Project& project, DiagramId diagram, const std::vector<EntityId>& entities,
                          bool pinned);
/// Draws the boundary as one card at a place, or, without one, as its entities.
Result<Project> setCollapsed(const Project& project, DiagramId diagram, BoundaryId boundary,
                             std::optional<Point> place);
/// The cards of a locked boundary stay where they are.
Result<Project> setLocked(const Project& project, DiagramId diagram, BoundaryId boundary, bool locked);

} // namespace shardscape::model
