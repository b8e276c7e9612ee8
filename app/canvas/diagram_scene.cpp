// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/diagram_scene.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include "app/canvas/items.h"
#include "app/theme/metrics.h"

namespace shardscape::app {
namespace {

using model::EntityId;
using model::RelationshipId;

model::RouteBox boxOf(const QRectF& rect) {
    return {rect.left(), rect.top(), rect.right(), rect.bottom()};
}

LineEnds endsOf(const model::Project& project, const model::Relationship& relationship) {
    LineEnds ends;
    const model::Entity* child = project.entities.find(relationship.child);
    if (!child)
        return ends;
    ends.many = !child->isUnique(relationship.childAttributes);
    for (model::AttributeId id : relationship.childAttributes)
        if (const model::Attribute* attribute = child->find(id); attribute && attribute->nullable)
            ends.optionalParent = true;
    if (const model::Key* key = child->primaryKey())
        ends.identifying = std::all_of(
            relationship.childAttributes.begin(), relationship.childAttributes.end(), [&](model::AttributeId id) {
                return std::find(key->attributes.begin(), key->attributes.end(), id) != key->attributes.end();
            });
    return ends;
}

model::AttributeId first(const std::vector<model::AttributeId>& ids) {
    return ids.empty() ? model::AttributeId{} : ids.front();
}

/// Ids whose object is not the same in both versions; both tables are in ascending order of id.
template <class T>
std::vector<decltype(T::id)> changedIds(const model::Table<T>& before, const model::Table<T>& after) {
    std::vector<decltype(T::id)> ids;
    if (before.sameVersion(after))
        return ids;
    for (const auto& pointer : after.pointers())
        if (before.pointer(pointer->id) != pointer)
            ids.push_back(pointer->id);
    for (const auto& pointer : before.pointers())
        if (!after.contains(pointer->id))
            ids.push_back(pointer->id);
    return ids;
}

} // namespace

DiagramScene::DiagramScene(Workbench& workbench, QObject* parent)
    : QGraphicsScene(parent)
    , m_workbench(workbench)
    , m_project(std::make_shared<const model::Project>()) {
    // Pan and zoom never leave it, so that nothing jumps when the contents grow.
    setSceneRect(-200000, -200000, 400000, 400000);
    connect(&workbench.document(), &Document::changed, this,
            [this](const Change& change) { sync(m_project, change.after); });
    connect(&workbench.selection(), &Selection::changed, this, &DiagramScene::refreshSelection);
    connect(&workbench.analysis(), &AnalysisService::analysisReady, this, &DiagramScene::refreshFigures);
    connect(&workbench.selection(), &Selection::layoutChanged, this, &DiagramScene::refreshFigures);
    connect(&workbench.theme(), &ThemeScope::changed, this, [this] {
        update();
        emit rearranged();
    });
    m_selected = workbench.selection().value();
    sync(m_project, workbench.project());
    refreshFigures();
}

DiagramScene::~DiagramScene() {
    if (m_routing)
        m_routing->cancel();
}

EntityItem* DiagramScene::find(EntityId id) const {
    const auto at = m_entities.find(id);
    return at == m_entities.end() ? nullptr : at->second;
}

RelationshipItem* DiagramScene::find(RelationshipId id) const {
    const auto at = m_lines.find(id);
    return at == m_lines.end() ? nullptr : at->second;
}

void DiagramScene::sync(ProjectPtr before, ProjectPtr after) {
    m_project = after;
    std::set<EntityId> moved;
    std::vector<QRectF> areas;
    std::map<EntityId, QRectF> was;
    for (const auto& [id, item] : m_entities)
        was[id] = item->cardRect();
    syncEntities(*before, *after);
    syncLines(*before, *after);
    placeAll();
    for (const auto& [id, item] : m_entities)
        if (const auto at = was.find(id); at == was.end() || at->second != item->cardRect()) {
            moved.insert(id);
            areas.push_back(item->cardRect());
            if (at != was.end())
                areas.push_back(at->second);
        }
    for (const auto& [id, rect] : was)
        if (!m_entities.contains(id))
            areas.push_back(rect);
    refreshFocus();
    rebuildRouter();
    if (moved.size() > 40 || m_routing) {
        routeAll();
    } else {
        std::vector<RelationshipItem*> lines = linesNear(moved, areas);
        const bool bends = before->diagram != after->diagram;
        for (const auto& [id, line] : m_lines)
            if (line->points().empty() || before->relationships.pointer(id) != after->relationships.pointer(id) ||
                (bends && before->diagram->bends.contains(id) != after->diagram->bends.contains(id)) ||
                after->diagram->bends.contains(id) ||
                before->entities.pointer(line->relationship().child) !=
                    after->entities.pointer(line->relationship().child) ||
                before->entities.pointer(line->relationship().parent) !=
                    after->entities.pointer(line->relationship().parent))
                lines.push_back(line);
        std::sort(lines.begin(), lines.end());
        lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
        route(lines);
    }
    emit rearranged();
}

void DiagramScene::syncEntities(const model::Project& before, const model::Project& after) {
    std::set<EntityId> changed;
    for (EntityId id : changedIds(before.entities, after.entities))
        changed.insert(id);
    for (RelationshipId id : changedIds(before.relationships, after.relationships))
        for (const model::Project* project : {&before, &after})
            if (const model::Relationship* relationship = project->relationships.find(id))
                changed.insert(relationship->child);
    if (!before.enums.sameVersion(after.enums) || !before.boundaries.sameVersion(after.boundaries))
        for (const model::Entity& entity : after.entities)
            changed.insert(entity.id);
    const CardContext context(after, m_traffic);
    for (EntityId id : changed) {
        const model::Entity* entity = after.entities.find(id);
        EntityItem* item = find(id);
        if (!entity) {
            m_entities.erase(id);
            delete item;
            continue;
        }
        EntityCard card = makeCard(context, *entity);
        if (item) {
            item->setCard(std::move(card));
        } else {
            auto* made = new EntityItem(*this, std::move(card));
            m_entities.emplace(id, made);
            addItem(made);
        }
    }
}

void DiagramScene::syncLines(const model::Project& before, const model::Project& after) {
    for (RelationshipId id : changedIds(before.relationships, after.relationships)) {
        const auto pointer = after.relationships.pointer(id);
        RelationshipItem* item = find(id);
        if (!pointer) {
            m_lines.erase(id);
            delete item;
        } else if (item) {
            item->setRelationship(pointer, endsOf(after, *pointer));
        } else {
            auto* made = new RelationshipItem(*this, pointer, endsOf(after, *pointer));
            m_lines.emplace(id, made);
            addItem(made);
        }
    }
    for (EntityId id : changedIds(before.entities, after.entities))
        for (const auto& [lineId, line] : m_lines)
            if (line->relationship().child == id)
                line->setRelationship(after.relationships.pointer(lineId), endsOf(after, line->relationship()));
}

void DiagramScene::placeAll() {
    std::erase_if(m_automatic, [&](const auto& place) {
        return !m_entities.contains(place.first) || m_project->diagram->positions.contains(place.first);
    });
    std::vector<EntityId> missing;
    for (const auto& [id, item] : m_entities)
        if (!m_project->diagram->positions.contains(id) && !m_automatic.contains(id))
            missing.push_back(id);
    std::sort(missing.begin(), missing.end());
    if (!missing.empty())
        placeMissing(missing);
    for (const auto& [id, item] : m_entities) {
        const auto at = m_project->diagram->positions.find(id);
        item->setPos(at != m_project->diagram->positions.end() ? QPointF(at->second.x, at->second.y) : m_automatic[id]);
    }
}

void DiagramScene::placeMissing(const std::vector<EntityId>& missing) {
    if (missing.size() == m_entities.size() || missing.size() > 8) {
        // A new diagram, or a large addition: lay it out below what is there.
        const QRectF there = [&] {
            QRectF rect;
            for (const auto& [id, item] : m_entities)
                if (!std::binary_search(missing.begin(), missing.end(), id))
                    rect |= item->cardRect();
            return rect;
        }();
        for (const auto& [id, corner] : arranged(missing))
            m_automatic[id] =
                QPointF(corner.x, corner.y) + (there.isNull() ? QPointF() : QPointF(there.left(), there.bottom() + 96));
        return;
    }
    for (EntityId id : missing) {
        QPointF wish = contents().isNull() ? QPointF() : QPointF(contents().right() + 96, contents().top());
        for (const auto& [lineId, line] : m_lines) {
            const model::Relationship& relationship = line->relationship();
            const EntityId other = relationship.child == id    ? relationship.parent
                                   : relationship.parent == id ? relationship.child
                                                               : EntityId{};
            if (const EntityItem* near = find(other); near && other != id)
                wish = QPointF(near->cardRect().right() + 96, near->cardRect().top());
        }
        m_automatic[id] = freePlace(wish, find(id)->cardRect().size());
    }
}

QPointF DiagramScene::freePlace(QPointF wish, QSizeF size) const {
    const auto snapped = [](QPointF p) {
        return QPointF(std::round(p.x() / kGrid) * kGrid, std::round(p.y() / kGrid) * kGrid);
    };
    // Rings of candidates around the wish, the nearest first.
    for (int ring = 0; ring < 60; ++ring)
        for (int step = 0; step < std::max(1, 8 * ring); ++step) {
            const double angle = ring == 0 ? 0 : 2 * M_PI * step / (8.0 * ring);
            const QPointF corner = snapped(wish + QPointF(std::cos(angle), std::sin(angle)) * (48.0 * ring));
            if (entitiesIn(QRectF(corner, size).adjusted(-24, -24, 24, 24)).empty())
                return corner;
        }
    return snapped(wish);
}

std::vector<EntityId> DiagramScene::entitiesIn(const QRectF& rect) const {
    std::vector<EntityId> ids;
    for (const auto& [id, item] : m_entities)
        if (item->cardRect().intersects(rect))
            ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

Hit DiagramScene::hit(QPointF position, double tolerance) const {
    Hit found;
    const QRectF around(position.x() - tolerance, position.y() - tolerance, 2 * tolerance, 2 * tolerance);
    for (QGraphicsItem* item : items(around, Qt::IntersectsItemBoundingRect, Qt::DescendingOrder)) {
        if (auto* card = dynamic_cast<EntityItem*>(item); card && card->cardRect().contains(position)) {
            const QPointF inside = position - card->pos();
            found.entity = card->card().id;
            found.row = CardGeometry::rowAt(card->card(), inside.y());
            found.kind = found.row >= 0                                              ? Hit::Kind::Row
                         : inside.y() <= CardGeometry::header(card->card()).bottom() ? Hit::Kind::Header
                                                                                     : Hit::Kind::Foot;
            if (found.row >= 0)
                found.attribute = card->card().rows[std::size_t(found.row)].attribute;
            return found;
        }
        if (auto* line = dynamic_cast<RelationshipItem*>(item);
            line && found.kind == Hit::Kind::Ground && line->pieceAt(position, tolerance) >= 0) {
            found.kind = Hit::Kind::Line;
            found.relationship = line->relationship().id;
        }
    }
    return found;
}

QRectF DiagramScene::contents() const {
    QRectF rect;
    for (const auto& [id, item] : m_entities)
        rect |= item->cardRect();
    for (const auto& [boundary, frame] : frames())
        rect |= frame;
    return rect;
}

QRectF DiagramScene::extent(const std::vector<EntityId>& ids) const {
    QRectF rect;
    for (EntityId id : ids)
        if (const EntityItem* item = find(id))
            rect |= item->cardRect();
    return rect;
}

std::map<EntityId, model::Point> DiagramScene::places() const {
    std::map<EntityId, model::Point> places;
    for (const auto& [id, item] : m_entities)
        places[id] = {item->pos().x(), item->pos().y()};
    return places;
}

void DiagramScene::preview(const std::map<EntityId, QPointF>& corners) {
    std::set<EntityId> moved;
    std::vector<QRectF> areas;
    for (const auto& [id, corner] : corners)
        if (EntityItem* item = find(id); item && item->pos() != corner) {
            areas.push_back(item->cardRect());
            item->setPos(corner);
            areas.push_back(item->cardRect());
            moved.insert(id);
        }
    if (moved.empty())
        return;
    rebuildRouter();
    route(linesNear(moved, areas));
    emit rearranged();
}

void DiagramScene::resetPreview() {
    std::map<EntityId, QPointF> corners;
    for (const auto& [id, item] : m_entities) {
        const auto at = m_project->diagram->positions.find(id);
        corners[id] = at != m_project->diagram->positions.end() ? QPointF(at->second.x, at->second.y) : m_automatic[id];
    }
    preview(corners);
}

std::map<EntityId, model::Point> DiagramScene::arranged(const std::vector<EntityId>& only,
                                                        model::LayoutKind kind) const {
    std::vector<EntityId> ids = only;
    if (ids.empty())
        for (const auto& [id, item] : m_entities)
            ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    std::vector<model::LayoutBox> boxes;
    std::unordered_map<EntityId, std::size_t> index;
    model::LayoutOptions options;
    options.kind = kind;
    for (EntityId id : ids) {
        const EntityItem* item = find(id);
        const model::Entity* entity = m_project->entities.find(id);
        options.groups.push_back(entity && entity->boundary ? int(entity->boundary.value) : -1);
        index.emplace(id, boxes.size());
        boxes.push_back(item ? model::LayoutBox{item->cardRect().width(), item->cardRect().height()}
                             : model::LayoutBox{});
    }
    std::vector<model::LayoutLine> lines;
    for (const model::Relationship& relationship : m_project->relationships)
        if (index.contains(relationship.child) && index.contains(relationship.parent))
            lines.push_back({index[relationship.parent], index[relationship.child]});
    const std::vector<model::Point> corners = model::arrange(boxes, lines, options);
    std::map<EntityId, model::Point> places;
    for (std::size_t i = 0; i < ids.size(); ++i)
        places[ids[i]] = corners[i];
    return places;
}

void DiagramScene::rebuildRouter() {
    std::vector<model::RouteBox> boxes;
    m_routerBox.clear();
    for (const auto& [id, item] : m_entities) {
        m_routerBox.emplace(id, boxes.size());
        boxes.push_back(boxOf(item->cardRect()));
    }
    m_router = std::make_unique<model::Router>(std::move(boxes));
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

void DiagramScene::refreshFigures() {
    const estimator::Estimate* estimate = m_workbench.estimate();
    const ProjectPtr& project = m_workbench.analysis().latest()->project;
    m_traffic = estimate && project ? trafficOf(*project, *estimate) : TrafficMap{};
    const CardContext context(*m_project, m_traffic);
    for (const auto& [id, item] : m_entities)
        if (const model::Entity* entity = m_project->entities.find(id))
            fillFigures(item->figures(), context, *entity);
    update();
}

void DiagramScene::refreshSelection() {
    m_selected = m_workbench.selection().value();
    for (const auto& [id, line] : m_lines)
        line->setZValue(isSelected(id) || isRelated(line->relationship()) ? -0.5 : -1);
    refreshFocus();
    update();
}

void DiagramScene::refreshFocus() {
    m_inFocus.clear();
    if (!m_focusing || m_selected.entities.empty())
        return;
    m_inFocus.insert(m_selected.entities.begin(), m_selected.entities.end());
    for (const model::Relationship& relationship : m_project->relationships)
        if (isRelated(relationship))
            m_inFocus.insert({relationship.child, relationship.parent});
}

void DiagramScene::setFocusing(bool focusing) {
    m_focusing = focusing;
    refreshFocus();
    update();
}

void DiagramScene::setNotation(Notation notation) {
    if (std::exchange(m_notation, notation) == notation)
        return;
    for (const auto& [id, line] : m_lines)
        line->renotate();
}

void DiagramScene::setFrames(bool shown) {
    m_frames = shown;
    update();
}

std::vector<std::pair<const model::Boundary*, QRectF>> DiagramScene::frames() const {
    constexpr double kAround = 20;
    constexpr double kTitle = 18;
    std::map<model::BoundaryId, QRectF> covered;
    for (const auto& [id, item] : m_entities)
        if (const model::Entity* entity = m_project->entities.find(id); m_frames && entity && entity->boundary)
            covered[entity->boundary] |= item->cardRect();
    std::vector<std::pair<const model::Boundary*, QRectF>> frames;
    for (const auto& [id, rect] : covered)
        if (const model::Boundary* boundary = m_project->boundaries.find(id))
            frames.emplace_back(boundary, rect.adjusted(-kAround, -kAround - kTitle, kAround, kAround));
    return frames;
}

void DiagramScene::drawFrames(QPainter& painter, const QRectF& rect) const {
    const Theme& theme = m_workbench.theme().theme();
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform());
    for (const auto& [boundary, frame] : frames()) {
        if (!frame.intersects(rect))
            continue;
        QColor color = theme.series(boundary->color);
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(QPen(color, 1 / std::min(1.0, scale)));
        color.setAlphaF(0.07f);
        painter.setBrush(color);
        painter.drawRoundedRect(frame, 2 * kRadius, 2 * kRadius);
        QFont font = textFont(TextSize::Body, true);
        font.setPixelSize(int(std::lround(std::min(13 / scale, frame.height() / 2))));
        painter.setFont(font);
        painter.setPen(theme.color(Role::Text));
        painter.drawText(frame.adjusted(10, 6 / std::max(1.0, scale), -10, 0),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, QString::fromStdString(boundary->name));
    }
}

void DiagramScene::setTint(Tint tint) {
    m_tint = tint;
    update();
    emit rearranged();
}

void DiagramScene::setMatches(std::optional<std::set<EntityId>> matches) {
    if (m_matches == matches)
        return;
    m_matches = std::move(matches);
    update();
}

void DiagramScene::setHover(const Hit& hit) {
    const Hit old = m_hover;
    m_hover = hit;
    if (old.entity == hit.entity && old.row == hit.row)
        return;
    for (EntityId id : {old.entity, hit.entity})
        if (EntityItem* item = find(id))
            item->update();
}

CardState DiagramScene::stateOf(const EntityCard& card) const {
    CardState state;
    state.selected = m_selected.contains(card.id);
    state.match = m_matches && m_matches->contains(card.id);
    state.dimmed = m_matches ? !m_matches->contains(card.id) : !m_inFocus.empty() && !m_inFocus.contains(card.id);
    state.hoveredRow = m_hover.entity == card.id ? m_hover.row : -1;
    state.selectedAttribute = state.selected ? m_selected.attribute : model::AttributeId{};
    return state;
}

bool DiagramScene::isSelected(RelationshipId id) const {
    return m_selected.contains(id);
}

bool DiagramScene::isRelated(const model::Relationship& relationship) const {
    return m_selected.contains(relationship.child) || m_selected.contains(relationship.parent);
}

bool DiagramScene::isDimmed(const model::Relationship& relationship) const {
    return !m_inFocus.empty() && !isRelated(relationship);
}

} // namespace shardscape::app
