// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/diagram_scene.h"

#include <algorithm>
#include <cmath>

#include "app/canvas/items.h"

namespace shardscape::app {
namespace {

using model::EntityId;
using model::RelationshipId;

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

std::vector<EntityId> DiagramScene::membersOf(model::BoundaryId boundary) const {
    std::vector<EntityId> ids;
    for (const model::Entity& entity : m_project->entities)
        if (entity.boundary == boundary && find(entity.id))
            ids.push_back(entity.id);
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
    if (found.kind == Hit::Kind::Ground)
        for (const auto& [boundary, frame] : frames())
            if (QRectF(frame.topLeft(), QSizeF(frame.width(), kFrameTitle)).contains(position)) {
                found.kind = Hit::Kind::Frame;
                found.boundary = boundary->id;
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

std::map<EntityId, model::Point> DiagramScene::Arrangement::places() const {
    const std::vector<model::Point> corners = model::arrange(boxes, lines, options);
    std::map<EntityId, model::Point> places;
    for (std::size_t i = 0; i < corners.size(); ++i)
        places[ids[i]] = corners[i];
    return places;
}

std::map<EntityId, model::Point> DiagramScene::arranged(const std::vector<EntityId>& only,
                                                        model::LayoutKind kind) const {
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
    for (EntityId id : made.ids) {
        const EntityItem* item = find(id);
        const model::Entity* entity = m_project->entities.find(id);
        made.options.groups.push_back(entity && entity->boundary ? int(entity->boundary.value) : -1);
        index.emplace(id, made.boxes.size());
        made.boxes.push_back(item ? model::LayoutBox{item->cardRect().width(), item->cardRect().height()}
                                  : model::LayoutBox{});
    }
    for (const model::Relationship& relationship : m_project->relationships)
        if (index.contains(relationship.child) && index.contains(relationship.parent))
            made.lines.push_back({index[relationship.parent], index[relationship.child]});
    return made;
}

} // namespace shardscape::app
