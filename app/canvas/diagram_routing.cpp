// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ways of lines: the part of DiagramScene that asks the router, at once for a few lines and in the background for
// many.
#include <algorithm>

#include "app/canvas/diagram_scene.h"
#include "app/canvas/items.h"

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
    std::vector<model::RouteBox> framed;
    for (const auto& [boundary, frame] : frames())
        framed.push_back(boxOf(frame));
    m_router = std::make_unique<model::Router>(std::move(boxes), std::move(framed));
}

model::RouteEnd DiagramScene::end(const EntityItem& item, model::AttributeId attribute) const {
    return {m_routerBox.at(item.card().id), item.pos().y() + CardGeometry::anchor(item.card(), attribute)};
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

void DiagramScene::route(const std::vector<RelationshipItem*>& lines) {
    for (RelationshipItem* line : lines) {
        const model::Relationship& relationship = line->relationship();
        const EntityItem* child = find(relationship.child);
        const EntityItem* parent = find(relationship.parent);
        if (!child || !parent)
            continue;
        const model::RouteEnd from = end(*child, first(relationship.childAttributes));
        const model::RouteEnd to = end(*parent, first(relationship.parentAttributes));
        const auto bends = m_project->diagram->bends.find(relationship.id);
        line->setPoints(bends != m_project->diagram->bends.end()
                            ? m_router->routeOver(from, to, bends->second)
                            : m_router->route(from, to, int(relationship.parent.value % 7)));
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
        const EntityItem* child = find(relationship.child);
        const EntityItem* parent = find(relationship.parent);
        if (!child || !parent)
            continue;
        const auto bends = m_project->diagram->bends.find(relationship.id);
        requests.push_back({relationship.id, end(*child, first(relationship.childAttributes)),
                            end(*parent, first(relationship.parentAttributes)), int(relationship.parent.value % 7),
                            bends == m_project->diagram->bends.end() ? std::vector<model::Point>{} : bends->second});
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
