// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/diagram_scene.h"

#include <algorithm>
#include <cmath>

#include "app/canvas/items.h"
#include "app/canvas/notes.h"

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
    connect(&workbench.document(), &Document::changed, this, &DiagramScene::follow);
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

NoteItem* DiagramScene::find(model::NoteId id) const {
    const auto at = m_notes.find(id);
    return at == m_notes.end() ? nullptr : at->second;
}

GroupItem* DiagramScene::find(model::BoundaryId id) const {
    const auto at = m_groups.find(id);
    return at == m_groups.end() ? nullptr : at->second;
}

const model::Diagram& DiagramScene::drawing() const {
    const model::Diagram* diagram = m_project->find(m_shown);
    return diagram ? *diagram : *m_project->diagram;
}

bool DiagramScene::isFixed(EntityId id) const {
    const model::Entity* entity = m_project->entities.find(id);
    return drawing().isPinned(id) || (entity && entity->boundary && drawing().isLocked(entity->boundary));
}

void DiagramScene::show(model::DiagramId diagram) {
    if (!m_project->find(diagram))
        diagram = {};
    if (std::exchange(m_shown, diagram) == diagram)
        return;
    m_automatic.clear();
    sync(m_project, m_project);
    emit shownChanged();
}

void DiagramScene::follow(const Change& change) {
    const ProjectPtr before = m_project;
    const model::DiagramId shownBefore = m_shown;
    if (!change.after->find(m_shown) || change.kind == Change::Kind::Reset)
        m_shown = {};
    const auto same = [&](model::DiagramId id) {
        return id ? before->moreDiagrams.pointer(id) == change.after->moreDiagrams.pointer(id)
                  : before->diagram == change.after->diagram;
    };
    const bool wasThere = change.kind == Change::Kind::Undone || change.kind == Change::Kind::Redone;
    if (wasThere && same(m_shown) && before->entities.sameVersion(change.after->entities))
        for (const model::Diagram* diagram : change.after->diagrams())
            if (!same(diagram->id))
                m_shown = diagram->id;
    if (m_shown != shownBefore)
        m_automatic.clear();
    sync(before, change.after);
    if (m_shown != shownBefore)
        emit shownChanged();
}

bool DiagramScene::draws(const model::Entity& entity) const {
    return drawing().shows(entity.id) && !(entity.boundary && drawing().collapsed.contains(entity.boundary));
}

void DiagramScene::sync(ProjectPtr before, ProjectPtr after) {
    const auto bendsIn = [](const model::Project& project, model::DiagramId id) {
        const model::Diagram* diagram = project.find(id);
        return diagram ? diagram->bends : decltype(diagram->bends){};
    };
    const auto bendsBefore = bendsIn(*before, m_shown);
    m_project = after;
    std::set<EntityId> moved;
    std::vector<QRectF> areas;
    std::map<EntityId, QRectF> was;
    for (const auto& [id, item] : m_entities)
        was[id] = item->cardRect();
    std::map<model::BoundaryId, QRectF> groupWas;
    for (const auto& [id, item] : m_groups)
        groupWas[id] = item->rect();
    syncEntities(*before, *after);
    syncGroups(*after);
    syncNotes();
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
    bool groupsMoved = groupWas.size() != m_groups.size();
    for (const auto& [id, item] : m_groups)
        groupsMoved = groupsMoved || !groupWas.contains(id) || groupWas.at(id) != item->rect();
    refreshFocus();
    rebuildRouter();
    if (moved.size() > 40 || m_routing || groupsMoved) {
        routeAll();
    } else {
        std::vector<RelationshipItem*> lines = linesNear(moved, areas);
        const auto& bends = drawing().bends;
        for (const auto& [id, line] : m_lines)
            if (line->points().empty() || before->relationships.pointer(id) != after->relationships.pointer(id) ||
                bendsBefore.contains(id) != bends.contains(id) || bends.contains(id) ||
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
    const bool all = !before.enums.sameVersion(after.enums) || !before.boundaries.sameVersion(after.boundaries);
    for (const model::Entity& entity : after.entities)
        if (all || draws(entity) != m_entities.contains(entity.id))
            changed.insert(entity.id);
    const CardContext context(after, m_traffic);
    for (EntityId id : changed) {
        const model::Entity* entity = after.entities.find(id);
        EntityItem* item = find(id);
        if (!entity || !draws(*entity)) {
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

void DiagramScene::syncGroups(const model::Project& after) {
    std::map<model::BoundaryId, int> members;
    for (const model::Entity& entity : after.entities)
        if (entity.boundary && drawing().collapsed.contains(entity.boundary) && drawing().shows(entity.id))
            ++members[entity.boundary];
    std::erase_if(m_groups, [&](const auto& entry) {
        if (members.contains(entry.first))
            return false;
        delete entry.second;
        return true;
    });
    for (const auto& [id, count] : members) {
        const model::Boundary* boundary = after.boundaries.find(id);
        if (!boundary)
            continue;
        GroupItem*& item = m_groups[id];
        if (item) {
            item->setGroup(*boundary, count);
        } else {
            item = new GroupItem(*this, *boundary, count);
            addItem(item);
        }
        const model::Point place = drawing().collapsed.at(id);
        item->setPos(place.x, place.y);
    }
}

void DiagramScene::syncNotes() {
    std::erase_if(m_notes, [&](const auto& entry) {
        if (drawing().find(entry.first))
            return false;
        delete entry.second;
        return true;
    });
    double height = 1;
    for (const model::Note& note : drawing().notes) {
        NoteItem*& item = m_notes[note.id];
        if (!item) {
            item = new NoteItem(*this, note);
            addItem(item);
        } else {
            item->setNote(note);
        }
        item->setZValue(height += 0.001);
    }
}

std::set<RelationshipId> DiagramScene::drawnLines(const model::Project& project) const {
    const auto groupOf = [&](EntityId id) -> model::BoundaryId {
        const model::Entity* entity = m_groups.empty() || m_entities.contains(id) ? nullptr : project.entities.find(id);
        return entity && entity->boundary && m_groups.contains(entity->boundary) && drawing().shows(id)
                   ? entity->boundary
                   : model::BoundaryId{};
    };
    std::set<RelationshipId> drawn;
    std::set<std::pair<std::uint64_t, std::uint64_t>> joined;
    for (const model::Relationship& line : project.relationships) {
        const model::BoundaryId child = groupOf(line.child);
        const model::BoundaryId parent = groupOf(line.parent);
        if ((!child && !m_entities.contains(line.child)) || (!parent && !m_entities.contains(line.parent)))
            continue;
        if (!child && !parent) {
            drawn.insert(line.id);
            continue;
        }
        const std::pair ends{child ? child.value : line.child.value, parent ? parent.value : line.parent.value};
        if (ends.first != ends.second && joined.insert(ends).second)
            drawn.insert(line.id);
    }
    return drawn;
}

void DiagramScene::syncLines(const model::Project& before, const model::Project& after) {
    const std::set<RelationshipId> drawn = drawnLines(after);
    std::set<RelationshipId> changed;
    for (RelationshipId id : changedIds(before.relationships, after.relationships))
        changed.insert(id);
    for (RelationshipId id : drawn)
        if (!m_lines.contains(id))
            changed.insert(id);
    for (const auto& [id, line] : m_lines)
        if (!drawn.contains(id))
            changed.insert(id);
    for (RelationshipId id : changed) {
        const auto pointer = after.relationships.pointer(id);
        RelationshipItem* item = find(id);
        if (!pointer || !drawn.contains(id)) {
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

QPointF DiagramScene::placeOf(EntityId id) const {
    if (const auto at = drawing().positions.find(id); at != drawing().positions.end())
        return {at->second.x, at->second.y};
    const auto automatic = m_automatic.find(id);
    return automatic == m_automatic.end() ? QPointF() : automatic->second;
}

void DiagramScene::placeAll() {
    const auto& positions = drawing().positions;
    std::erase_if(m_automatic, [&](const auto& place) {
        return !m_entities.contains(place.first) || positions.contains(place.first);
    });
    std::vector<EntityId> missing;
    for (const auto& [id, item] : m_entities)
        if (!positions.contains(id) && !m_automatic.contains(id))
            missing.push_back(id);
    std::sort(missing.begin(), missing.end());
    if (!missing.empty())
        placeMissing(missing);
    for (const auto& [id, item] : m_entities)
        item->setPos(placeOf(id));
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
        for (const auto& [id, corner] : arranged(missing).cards)
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
        if (auto* note = dynamic_cast<NoteItem*>(item); note && note->rect().contains(position)) {
            found = {};
            found.kind = note->isCorner(position) ? Hit::Kind::NoteCorner : Hit::Kind::Note;
            found.note = note->note().id;
            return found;
        }
        if (auto* group = dynamic_cast<GroupItem*>(item); group && group->rect().contains(position)) {
            found = {};
            found.kind = Hit::Kind::Group;
            found.group = group->boundary().id;
            return found;
        }
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
                found.group = boundary->id;
            }
    return found;
}

QRectF DiagramScene::contents() const {
    QRectF rect;
    for (const auto& [id, item] : m_entities)
        rect |= item->cardRect();
    for (const auto& [boundary, frame] : frames())
        rect |= frame;
    for (const auto& [id, item] : m_groups)
        rect |= item->rect();
    for (const auto& [id, item] : m_notes)
        rect |= item->rect();
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

void DiagramScene::preview(const Places& places) {
    std::set<EntityId> moved;
    std::vector<QRectF> areas;
    for (const auto& [id, corner] : places.cards)
        if (EntityItem* item = find(id); item && item->pos() != QPointF(corner.x, corner.y)) {
            areas.push_back(item->cardRect());
            item->setPos(corner.x, corner.y);
            areas.push_back(item->cardRect());
            moved.insert(id);
        }
    for (const auto& [id, corner] : places.groups)
        if (GroupItem* item = find(id); item && item->pos() != QPointF(corner.x, corner.y)) {
            areas.push_back(item->rect());
            item->setPos(corner.x, corner.y);
            areas.push_back(item->rect());
            for (const model::Entity& entity : m_project->entities)
                if (entity.boundary == id)
                    moved.insert(entity.id);
        }
    for (const auto& [id, corner] : places.notes)
        if (NoteItem* item = find(id))
            item->setPos(corner.x, corner.y);
    if (moved.empty())
        return;
    rebuildRouter();
    route(linesNear(moved, areas));
    emit rearranged();
}

void DiagramScene::resetPreview() {
    Places places;
    for (const auto& [id, item] : m_entities) {
        const QPointF corner = placeOf(id);
        places.cards[id] = {corner.x(), corner.y()};
    }
    places.groups = drawing().collapsed;
    for (const model::Note& note : drawing().notes) {
        places.notes[note.id] = note.corner;
        if (NoteItem* item = find(note.id))
            item->setNote(note);
    }
    preview(places);
}

} // namespace shardscape::app
