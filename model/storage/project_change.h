// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "model/fields/fields.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// What a step of the work was, as the journal keeps it.
enum class StepKind { Edit, Undo, Redo };

/// The objects that differ between two versions, as they are afterwards: what the journal stores of a step.
struct ProjectChange {
    std::optional<std::string> name;
    std::optional<std::uint64_t> nextId;
    std::vector<Entity> entities;
    std::vector<Relationship> relationships;
    std::vector<EnumType> enums;
    std::vector<Boundary> boundaries;
    std::vector<AccessPattern> patterns;
    std::vector<Layout> layouts;
    std::vector<EntityId> removedEntities;
    std::vector<RelationshipId> removedRelationships;
    std::vector<EnumId> removedEnums;
    std::vector<BoundaryId> removedBoundaries;
    std::vector<PatternId> removedPatterns;
    std::vector<LayoutId> removedLayouts;
    std::optional<Requirements> requirements;
    std::optional<NamingRules> naming;
    std::map<EntityId, Point> positions;
    std::vector<EntityId> removedPositions;
    std::map<RelationshipId, std::vector<Point>> bends;
    std::vector<RelationshipId> removedBends;
    std::optional<Diagram> diagram; ///< what else the first diagram has
    std::vector<Diagram> moreDiagrams;
    std::vector<DiagramId> removedMoreDiagrams;
    std::optional<std::vector<NativeObject>> natives;
    bool operator==(const ProjectChange&) const = default;
};

template <Is<ProjectChange> O> auto fieldsOf(O& o) {
    auto& [name, nextId, entities, relationships, enums, boundaries, patterns, layouts, removedEntities,
           removedRelationships, removedEnums, removedBoundaries, removedPatterns, removedLayouts, requirements, naming,
           positions, removedPositions, bends, removedBends, diagram, moreDiagrams, removedMoreDiagrams, natives] = o;
    return std::make_tuple(
        field("name", name), field("next_id", nextId), field("entity", entities), field("relationship", relationships),
        field("enum", enums), field("boundary", boundaries), field("pattern", patterns), field("layout", layouts),
        field("removed_entities", removedEntities), field("removed_relationships", removedRelationships),
        field("removed_enums", removedEnums), field("removed_boundaries", removedBoundaries),
        field("removed_patterns", removedPatterns), field("removed_layouts", removedLayouts),
        field("requirements", requirements), field("naming", naming), field("positions", positions),
        field("removed_positions", removedPositions), field("bends", bends), field("removed_bends", removedBends),
        field("diagram", diagram), field("more_diagram", moreDiagrams),
        field("removed_more_diagrams", removedMoreDiagrams), field("native", natives));
}

/// The diagram without positions and bends, which may be many and are kept apart.
Diagram withoutPlaces(Diagram diagram);

/// Costs as much as there are changes, plus one comparison of pointers an object of the kinds that changed.
ProjectChange changeBetween(const Project& before, const Project& after);

/// applied(before, changeBetween(before, after)) == after.
Project applied(const Project& before, const ProjectChange& change);

} // namespace shardscape::model
