// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/diagram_edits.h"

#include "model/edit/edit_support.h"

namespace shardscape::model {
namespace {

Result<void> checkDiagram(const Project& project, const Diagram& diagram) {
    const auto sound = [](const Point& point) { return within(point.x, -1e9, 1e9) && within(point.y, -1e9, 1e9); };
    for (const auto& [entity, point] : diagram.positions) {
        if (!project.entities.contains(entity))
            return noSuch("entity");
        if (!sound(point))
            return fail(ErrorCode::Invalid, "A position is outside the canvas");
    }
    for (const auto& [relationship, bends] : diagram.bends) {
        if (!project.relationships.contains(relationship))
            return noSuch("relationship");
        for (const Point& point : bends)
            if (!sound(point))
                return fail(ErrorCode::Invalid, "A bend is outside the canvas");
    }
    return {};
}

} // namespace

Result<Project> setDiagram(const Project& project, Diagram diagram) {
    if (Result<void> sound = checkDiagram(project, diagram); !sound)
        return fail(sound.error());
    std::erase_if(diagram.bends, [](const auto& entry) { return entry.second.empty(); });
    Project after = project;
    if (!(diagram == *project.diagram))
        after.diagram = std::make_shared<const Diagram>(std::move(diagram));
    return after;
}

Result<Project> moveEntities(const Project& project, const std::map<EntityId, Point>& positions) {
    Diagram diagram = *project.diagram;
    for (const auto& [entity, point] : positions)
        diagram.positions[entity] = point;
    return setDiagram(project, std::move(diagram));
}

Result<Project> setBends(const Project& project, RelationshipId relationship, const std::vector<Point>& bends) {
    if (!project.relationships.contains(relationship))
        return noSuch("relationship");
    Diagram diagram = *project.diagram;
    diagram.bends[relationship] = bends;
    return setDiagram(project, std::move(diagram));
}

} // namespace shardscape::model
