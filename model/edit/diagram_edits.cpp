// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/diagram_edits.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/edit/edit_support.h"

namespace shardscape::model {
namespace {

bool sound(const Point& point) {
    return within(point.x, -1e9, 1e9) && within(point.y, -1e9, 1e9);
}

Result<void> checkNote(const Note& note) {
    constexpr std::size_t kMostBytes = 10'000;
    if (!sound(note.corner))
        return fail(ErrorCode::Invalid, "A note is outside the canvas");
    if (!within(note.width, 24, 10'000) || !within(note.height, 24, 10'000))
        return fail(ErrorCode::Invalid, "The sides of a note are between 24 and 10,000");
    if (note.color < 0)
        return fail(ErrorCode::Invalid, "A note's colour is a number from 0");
    if (note.text.size() > kMostBytes)
        return fail(ErrorCode::Invalid, fmt::format("The note has {} bytes; 10,000 is the most", note.text.size()),
                    "Split it");
    return {};
}

Result<void> checkDiagram(const Project& project, const Diagram& diagram) {
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
    for (const auto* list : {&diagram.exceptions, &diagram.pinned})
        for (EntityId entity : *list)
            if (!project.entities.contains(entity))
                return noSuch("entity");
    for (const auto& [boundary, point] : diagram.collapsed) {
        if (!project.boundaries.contains(boundary))
            return noSuch("boundary");
        if (!sound(point))
            return fail(ErrorCode::Invalid, "A position is outside the canvas");
    }
    for (BoundaryId boundary : diagram.locked)
        if (!project.boundaries.contains(boundary))
            return noSuch("boundary");
    for (const Note& note : diagram.notes)
        if (Result<void> good = checkNote(note); !good)
            return good;
    return {};
}

/// The name without blanks around it, when no other diagram has it.
Result<std::string> diagramName(const Project& project, const std::string& name, const Diagram* except) {
    Result<std::string> checked = checkedName("the diagram", name);
    if (checked)
        if (const Diagram* other = project.findDiagram(*checked); other && other != except)
            return fail(ErrorCode::Conflict, fmt::format("There is already a diagram named {}", *checked),
                        "Choose another name");
    return checked;
}

template <class IdType> void setListed(std::vector<IdType>& list, IdType id, bool listed) {
    const auto at = std::lower_bound(list.begin(), list.end(), id);
    const bool there = at != list.end() && *at == id;
    if (listed && !there)
        list.insert(at, id);
    else if (!listed && there)
        list.erase(at);
}

Result<void> checkThere(const Project& project, const std::vector<EntityId>& entities) {
    for (EntityId id : entities)
        if (!project.entities.contains(id))
            return noSuch("entity");
    return {};
}

} // namespace

Result<Project> setDiagram(const Project& project, Diagram diagram) {
    const Diagram* before = project.find(diagram.id);
    if (!before)
        return noSuch("diagram");
    for (auto* list : {&diagram.exceptions, &diagram.pinned})
        std::sort(list->begin(), list->end());
    std::sort(diagram.locked.begin(), diagram.locked.end());
    if (Result<void> good = checkDiagram(project, diagram); !good)
        return fail(good.error());
    std::erase_if(diagram.bends, [](const auto& entry) { return entry.second.empty(); });
    Project after = project;
    if (!(diagram == *before))
        replaceDiagram(after, std::move(diagram));
    return after;
}

Result<Project> moveEntities(const Project& project, const std::map<EntityId, Point>& positions, DiagramId diagram) {
    for (const auto& [entity, point] : positions)
        if (!project.entities.contains(entity))
            return noSuch("entity");
    Project after = project;
    if (const Result<void> placed = placeOn(after, diagram, positions); !placed)
        return fail(placed.error());
    return after;
}

Result<Project> setBends(const Project& project, RelationshipId relationship, const std::vector<Point>& bends,
                         DiagramId id) {
    const Diagram* before = project.find(id);
    if (!before)
        return noSuch("diagram");
    if (!project.relationships.contains(relationship))
        return noSuch("relationship");
    Diagram diagram = *before;
    diagram.bends[relationship] = bends;
    return setDiagram(project, std::move(diagram));
}

Result<Project> addDiagram(const Project& project, const std::string& name, const std::vector<EntityId>& entities) {
    const Result<std::string> checked = diagramName(project, name, nullptr);
    if (!checked)
        return fail(checked.error());
    if (const Result<void> there = checkThere(project, entities); !there)
        return fail(there.error());
    Project after = project;
    Diagram diagram;
    diagram.id = after.newId<DiagramId>();
    diagram.name = *checked;
    diagram.everything = false;
    for (EntityId entity : entities)
        setListed(diagram.exceptions, entity, true);
    after.moreDiagrams.set(std::move(diagram));
    return after;
}

Result<Project> renameDiagram(const Project& project, DiagramId id, const std::string& name) {
    return withDiagram(project, id, [&](Diagram& diagram) -> Result<void> {
        const Result<std::string> checked = diagramName(project, name, project.find(id));
        if (!checked)
            return fail(checked.error());
        if (*checked != Project::nameOf(diagram))
            diagram.name = *checked;
        return {};
    });
}

Result<Project> duplicateDiagram(const Project& project, DiagramId id, const std::string& name) {
    const Diagram* before = project.find(id);
    if (!before)
        return noSuch("diagram");
    const Result<std::string> checked = diagramName(project, name, nullptr);
    if (!checked)
        return fail(checked.error());
    Project after = project;
    Diagram diagram = *before;
    diagram.id = after.newId<DiagramId>();
    diagram.name = *checked;
    for (Note& note : diagram.notes)
        note.id = after.newId<NoteId>();
    after.moreDiagrams.set(std::move(diagram));
    return after;
}

Result<Project> removeDiagram(const Project& project, DiagramId id) {
    if (!project.find(id))
        return noSuch("diagram");
    if (project.moreDiagrams.empty())
        return fail(ErrorCode::Conflict, "A project has at least one diagram", "Add another one first");
    Project after = project;
    if (!id) {
        Diagram next = *project.moreDiagrams.begin();
        id = next.id;
        next.id = {};
        replaceDiagram(after, std::move(next));
    }
    after.moreDiagrams.remove(id);
    return after;
}

Result<Project> putOnDiagram(const Project& project, DiagramId id, const std::vector<EntityId>& entities) {
    if (const Result<void> there = checkThere(project, entities); !there)
        return fail(there.error());
    return withDiagram(project, id, [&](Diagram& diagram) -> Result<void> {
        for (EntityId entity : entities)
            putOn(diagram, entity);
        return {};
    });
}

Result<Project> takeOffDiagram(const Project& project, DiagramId id, const std::vector<EntityId>& entities) {
    if (const Result<void> there = checkThere(project, entities); !there)
        return fail(there.error());
    return withDiagram(project, id, [&](Diagram& diagram) -> Result<void> {
        for (EntityId entity : entities) {
            setListed(diagram.exceptions, entity, diagram.everything);
            setListed(diagram.pinned, entity, false);
            diagram.positions.erase(entity);
        }
        std::erase_if(diagram.bends, [&](const auto& entry) {
            const Relationship* line = project.relationships.find(entry.first);
            return !line || !diagram.shows(line->child) || !diagram.shows(line->parent);
        });
        return {};
    });
}

Result<Project> addNote(const Project& project, DiagramId id, Note draft) {
    if (const Result<void> good = checkNote(draft); !good)
        return fail(good.error());
    draft.id = NoteId{project.nextId};
    Result<Project> after = withDiagram(project, id, [&](Diagram& diagram) -> Result<void> {
        diagram.notes.push_back(draft);
        return {};
    });
    if (after)
        ++after->nextId;
    return after;
}

Result<Project> changeNote(const Project& project, DiagramId id, const Note& note) {
    if (const Result<void> good = checkNote(note); !good)
        return fail(good.error());
    return withDiagram(project, id, [&](Diagram& diagram) -> Result<void> {
        for (Note& each : diagram.notes)
            if (each.id == note.id) {
                each = note;
                return {};
            }
        return noSuch("note");
    });
}

Result<Project> removeNotes(const Project& project, DiagramId id, const std::vector<NoteId>& notes) {
    return withDiagram(project, id, [&](Diagram& diagram) -> Result<void> {
        for (NoteId note : notes)
            if (std::erase_if(diagram.notes, [&](const Note& each) { return each.id == note; }) == 0)
                return noSuch("note");
        return {};
    });
}

Result<Project> setPinned(const Project& project, DiagramId id, const std::vector<EntityId>& entities, bool pinned) {
    if (const Result<void> there = checkThere(project, entities); !there)
        return fail(there.error());
    return withDiagram(project, id, [&](Diagram& diagram) -> Result<void> {
        for (EntityId entity : entities)
            setListed(diagram.pinned, entity, pinned);
        return {};
    });
}

Result<Project> setCollapsed(const Project& project, DiagramId id, BoundaryId boundary, std::optional<Point> place) {
    if (!project.boundaries.contains(boundary))
        return noSuch("boundary");
    return withDiagram(project, id, [&](Diagram& diagram) -> Result<void> {
        if (place && !sound(*place))
            return fail(ErrorCode::Invalid, "A position is outside the canvas");
        if (place)
            diagram.collapsed[boundary] = *place;
        else
            diagram.collapsed.erase(boundary);
        return {};
    });
}

Result<Project> setLocked(const Project& project, DiagramId id, BoundaryId boundary, bool locked) {
    if (!project.boundaries.contains(boundary))
        return noSuch("boundary");
    return withDiagram(project, id, [&](Diagram& diagram) -> Result<void> {
        setListed(diagram.locked, boundary, locked);
        return {};
    });
}

} // namespace shardscape::model
