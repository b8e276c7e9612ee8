// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/boundary_edits.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/edit/edit_support.h"

namespace shardscape::model {
namespace {

Result<std::string> boundaryName(const Project& project, const std::string& name, BoundaryId except) {
    Result<std::string> checked = checkedName("the boundary", name);
    if (checked && std::any_of(project.boundaries.begin(), project.boundaries.end(),
                               [&](const Boundary& other) { return other.id != except && other.name == *checked; }))
        return fail(ErrorCode::Conflict, fmt::format("There is already a boundary named {}", *checked),
                    "Choose another name");
    return checked;
}

} // namespace

Result<Project> addBoundary(const Project& project, const std::string& name) {
    const Result<std::string> checked = boundaryName(project, name, {});
    if (!checked)
        return fail(checked.error());
    Project after = project;
    Boundary boundary;
    boundary.id = after.newId<BoundaryId>();
    boundary.name = *checked;
    while (std::any_of(project.boundaries.begin(), project.boundaries.end(),
                       [&](const Boundary& other) { return other.color == boundary.color; }))
        ++boundary.color;
    after.boundaries.set(std::move(boundary));
    return after;
}

Result<Project> renameBoundary(const Project& project, BoundaryId id, const std::string& name) {
    return withObject(project, &Project::boundaries, id, "boundary", [&](Boundary& boundary) -> Result<void> {
        const Result<std::string> checked = boundaryName(project, name, id);
        if (!checked)
            return fail(checked.error());
        boundary.name = *checked;
        return {};
    });
}

Result<Project> setBoundaryColor(const Project& project, BoundaryId id, int color) {
    return withObject(project, &Project::boundaries, id, "boundary", [&](Boundary& boundary) -> Result<void> {
        if (color < 0)
            return fail(ErrorCode::Invalid, "A colour is an index from 0");
        boundary.color = color;
        return {};
    });
}

Result<Project> assignBoundary(const Project& project, const std::vector<EntityId>& entities, BoundaryId boundary) {
    if (boundary && !project.boundaries.contains(boundary))
        return noSuch("boundary");
    Project after = project;
    for (EntityId id : entities) {
        Result<Project> changed = withEntity(after, id, [&](Project&, Entity& entity) -> Result<void> {
            entity.boundary = boundary;
            return {};
        });
        if (!changed)
            return changed;
        after = std::move(*changed);
    }
    return after;
}

Result<Project> removeBoundary(const Project& project, BoundaryId id) {
    if (!project.boundaries.contains(id))
        return noSuch("boundary");
    std::vector<EntityId> members;
    for (const Entity& entity : project.entities)
        if (entity.boundary == id)
            members.push_back(entity.id);
    Result<Project> after = assignBoundary(project, members, {});
    if (after) {
        after->boundaries.remove(id);
        dropDangling(*after);
    }
    return after;
}

} // namespace shardscape::model
