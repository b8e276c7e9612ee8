// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/things.h"

#include <algorithm>
#include <tuple>

#include "app/canvas/diagram_scene.h"
#include "app/canvas/items.h"
#include "app/canvas/notes.h"

namespace shardscape::app {

std::vector<Thing> thingsOf(const DiagramScene& scene) {
    std::vector<Thing> things;
    for (const model::Entity& entity : scene.workbench().project()->entities)
        if (scene.find(entity.id))
            things.emplace_back(entity.id);
    for (const auto& [group, corner] : scene.drawing().collapsed)
        if (scene.find(group))
            things.emplace_back(group);
    for (const model::Note& note : scene.drawing().notes)
        if (scene.find(note.id))
            things.emplace_back(note.id);
    return things;
}

std::vector<Thing> thingsInReadingOrder(const DiagramScene& scene) {
    std::vector<std::pair<QPointF, Thing>> placed;
    for (const Thing& thing : thingsOf(scene))
        placed.emplace_back(rectOf(scene, thing).topLeft(), thing);
    std::sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.first.x(), a.first.y(), a.second) < std::tuple(b.first.x(), b.first.y(), b.second);
    });
    std::vector<Thing> things;
    for (auto& [corner, thing] : placed)
        things.push_back(thing);
    return things;
}

QRectF rectOf(const DiagramScene& scene, const Thing& thing) {
    if (const auto* entity = std::get_if<model::EntityId>(&thing)) {
        const EntityItem* item = scene.find(*entity);
        return item ? item->cardRect() : QRectF();
    }
    if (const auto* group = std::get_if<model::BoundaryId>(&thing)) {
        const GroupItem* item = scene.find(*group);
        return item ? item->rect() : QRectF();
    }
    if (const auto* note = std::get_if<model::NoteId>(&thing)) {
        const NoteItem* item = scene.find(*note);
        return item ? item->rect() : QRectF();
    }
    return {};
}

Thing chosenThing(const Selected& selected) {
    if (selected.entities.size() + selected.notes.size() + (selected.group ? 1 : 0) != 1)
        return {};
    if (selected.group)
        return selected.group;
    if (!selected.notes.empty())
        return selected.notes.front();
    return selected.entities.front();
}

Selected selectionOf(const Thing& thing) {
    Selected selected;
    if (const auto* entity = std::get_if<model::EntityId>(&thing))
        selected.entities = {*entity};
    else if (const auto* group = std::get_if<model::BoundaryId>(&thing))
        selected.group = *group;
    else if (const auto* note = std::get_if<model::NoteId>(&thing))
        selected.notes = {*note};
    return selected;
}

} // namespace shardscape::app
