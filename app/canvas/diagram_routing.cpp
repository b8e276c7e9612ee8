// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ways of lines: the part of DiagramScene that asks the router, at once for a few lines and in the background for
// many.
#include <algorithm>

#include "app/canvas/diagram_scene.h"
#include "app/canvas/items.h"
#include "app/canvas/notes.h"

namespace shardscape::app {
namespace {

using model::EntityId;
using model::RelationshipId;

model::RouteBox boxOf(const QRectF& rect) {
    return {rect.left(), rect.top(), rect.right(), rect.bottom()};
}

model::AttributeId first(const std::vector<model::AttributeId>& ids) {
    return ids.empty() ? model::AttributeId{} : ids.front();
}

} // namespace

void DiagramScene::rebuildRouter() {
    std::vector<model::RouteBox> boxes;
    m_routerBox.clear();
    for (const auto& [id, item] : m_entities) {
        m_routerBox.emplace(id, boxes.size());
        boxes.push_back(boxOf(item->cardRect()));
    }
    m_routerGroup.clear();
    for (const auto& [id, item] : m_groups) {
        m_routerGroup.emplace(id, boxes.size());
        boxes.push_back(boxOf(item->rect().adjusted(0, 0, GroupItem::kSheets, GroupItem::kSheets)));
    }
    std::vector<model::RouteBox> framed;
    for (const auto& [boundary, frame] : frames())
        framed.push_back(boxOf(frame));
    m_router = std::make_unique<model::Router>(std::move(boxes), std::move(framed));
}

std::size_t DiagramScene::routerBox(EntityId id) const {
    if (const auto at = m_routerBox.find(id); at != m_routerBox.end())
        return at->second;
    const model::Entity* entity = m_project->entities.find(id);
    const auto at = entity ? m_routerGroup.find(entity->boundary) : m_routerGroup.end();
    return at == m_routerGroup.end() ? std::string::npos : at->second;
}

std::optional<model::RouteEnd> DiagramScene::end(EntityId id, model::AttributeId attribute) const {
    const std::size_t box = routerBox(id);
    if (box == std::string::npos)
        return std::nullopt;
    if (const EntityItem* item = find(id))
        return model::RouteEnd{box, item->pos().y() + CardGeometry::anchor(item->card(), attribute)};
    const model::Entity* entity = m_project->entities.find(id);
    const GroupItem* group = entity ? find(entity->boundary) : nullptr;
    return group ? std::optional(model::RouteEnd{box, group->rect().center().y()}) : std::nullopt;
}

std::vector<RelationshipItem*> DiagramScene::linesNear(const std::set<EntityId>& moved,
                                                       const std::vector<QRectF>& areas) const {
    std::vector<RelationshipItem*> lines;
    for (const auto& [id, line] : m_lines) {
        const bool own = moved.contains(line->relationship().child) || moved.contains(line->relationship().parent);
        if (own || std::any_of(areas.begin(), areas.end(), [&](const QRectF& area) {
                return model::touches(line->points(), boxOf(area.adjusted(-24, -24, 24, 24)));
            }))
            lines.push_back(line);
    }
    return lines;
}

/// Bends belong to a line between two cards, not to one that a group takes.
std::vector<model::Point> DiagramScene::bendsOf(const model::Relationship& relationship) const {
    const auto bends = drawing().bends.find(relationship.id);
    return bends != drawing().bends.end() && find(relationship.child) && find(relationship.parent)
               ? bends->second
               : std::vector<model::Point>{};
}

void DiagramScene::route(const std::vector<RelationshipItem*>& lines) {
    for (RelationshipItem* line : lines) {
        const model::Relationship& relationship = line->relationship();
        const auto from = end(relationship.child, first(relationship.childAttributes));
        const auto to = end(relationship.parent, first(relationship.parentAttributes));
        if (!from || !to)
            continue;
        const auto bends = bendsOf(relationship);
        line->setPoints(bends.empty() ? m_router->route(*from, *to, int(relationship.parent.value % 7))
                                      : m_router->routeOver(*from, *to, bends));
    }
}

std::vector<RelationshipItem*> DiagramScene::stopRouting() {
    if (m_routing)
        m_routing->cancel();
    m_routing.reset();
    std::vector<RelationshipItem*> all;
    for (const auto& [id, line] : m_lines)
        all.push_back(line);
    return all;
}

void DiagramScene::routeAllNow() {
    route(stopRouting());
}

void DiagramScene::routeAll() {
    const std::vector<RelationshipItem*> all = stopRouting();
    if (all.size() <= kRouteAtOnce) {
        route(all);
        return;
    }
    struct Request {
        RelationshipId id;
        model::RouteEnd from, to;
        int lane;
        std::vector<model::Point> bends;
    };
    using Routes = std::vector<std::pair<RelationshipId, std::vector<model::Point>>>;
    std::vector<Request> requests;
    for (RelationshipItem* line : all) {
        const model::Relationship& relationship = line->relationship();
        const auto from = end(relationship.child, first(relationship.childAttributes));
        const auto to = end(relationship.parent, first(relationship.parentAttributes));
        if (from && to)
            requests.push_back(
                {relationship.id, *from, *to, int(relationship.parent.value % 7), bendsOf(relationship)});
    }
    const auto work = [router = *m_router, requests = std::move(requests)](JobState& state) -> model::Result<Routes> {
        Routes routes;
        for (const Request& request : requests) {
            if (state.cancelled())
                return model::fail(model::ErrorCode::Cancelled, "cancelled");
            routes.emplace_back(request.id, request.bends.empty()
                                                ? router.route(request.from, request.to, request.lane)
                                                : router.routeOver(request.from, request.to, request.bends));
            state.setProgress(double(routes.size()) / double(requests.size()));
        }
        return routes;
    };
    m_routing = m_workbench.jobs().start<Routes>(tr("Drawing lines"), work, this, [this](model::Result<Routes> routes) {
        m_routing.reset();
        if (!routes)
            return;
        for (auto& [id, points] : *routes)
            if (RelationshipItem* line = find(id))
                line->setPoints(std::move(points));
        emit rearranged();
    });
}

} // namespace shardscape::app
