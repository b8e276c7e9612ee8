// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of DiagramScene about automatic layouts.
#include <algorithm>

#include "app/canvas/diagram_scene.h"
#include "app/canvas/items.h"
#include "app/canvas/notes.h"
#include "model/graph/keep_fixed.h"

namespace shardscape::app {

using model::EntityId;

Places DiagramScene::Arrangement::places() const {
    const std::vector<model::Point> free = model::arrange(boxes, lines, options);
    if (free.size() != boxes.size())
        return {};
    const std::vector<model::Point> corners = model::keepFixed(boxes, free, fixed, options.grid);
    Places places;
    for (std::size_t i = 0; i < ids.size(); ++i)
        places.cards[ids[i]] = corners[i];
    for (std::size_t i = 0; i < groups.size(); ++i)
        places.groups[groups[i]] = corners[ids.size() + i];
    return places;
}

Places DiagramScene::arranged(const std::vector<EntityId>& only, model::LayoutKind kind) const {
    return arrangement(only, kind).places();
}

DiagramScene::Arrangement DiagramScene::arrangement(const std::vector<EntityId>& only, model::LayoutKind kind) const {
    Arrangement made;
    made.ids = only;
    if (made.ids.empty())
        for (const auto& [id, item] : m_entities)
            made.ids.push_back(id);
    std::sort(made.ids.begin(), made.ids.end());
    std::unordered_map<EntityId, std::size_t> index;
    made.options.kind = kind;
    const auto add = [&](QRectF rect, bool stays, model::BoundaryId group) {
        made.boxes.push_back({rect.width(), rect.height()});
        made.fixed.push_back(stays ? std::optional(model::Point{rect.left(), rect.top()}) : std::nullopt);
        made.options.groups.push_back(group ? int(group.value) : -1);
    };
    for (EntityId id : made.ids) {
        const EntityItem* item = find(id);
        const model::Entity* entity = m_project->entities.find(id);
        index.emplace(id, made.boxes.size());
        const bool placed = item && drawing().positions.contains(id);
        add(item ? item->cardRect() : QRectF(), placed && only.empty() && isFixed(id),
            entity ? entity->boundary : model::BoundaryId{});
    }
    if (only.empty())
        for (const auto& [id, item] : m_groups) {
            for (const model::Entity& entity : m_project->entities)
                if (entity.boundary == id)
                    index.emplace(entity.id, made.boxes.size());
            made.groups.push_back(id);
            add(item->rect(), drawing().isLocked(id), id);
        }
    for (const model::Relationship& relationship : m_project->relationships)
        if (index.contains(relationship.child) && index.contains(relationship.parent))
            made.lines.push_back({index[relationship.parent], index[relationship.child]});
    return made;
}

} // namespace shardscape::app
