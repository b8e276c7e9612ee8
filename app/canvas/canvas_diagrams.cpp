// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CanvasCommands about drawings: diagrams, notes, pins and groups.
#include <algorithm>
#include <cmath>

#include "app/canvas/canvas_commands.h"
#include "app/canvas/items.h"
#include "app/canvas/notes.h"
#include "model/edit/boundary_edits.h"
#include "model/edit/diagram_edits.h"
#include "model/edit/relationship_edits.h"

namespace shardscape::app {
namespace {

using model::EntityId;
using model::Project;
using model::Result;

/// "Orders", else the first of "Orders 2", "Orders 3" … that no diagram has.
QString freeDiagramName(const Project& project, const QString& wanted) {
    QString name = wanted;
    for (int i = 2; project.findDiagram(name.toStdString()); ++i)
        name = wanted + QLatin1Char(' ') + QString::number(i);
    return name;
}

QString nameOf(const Project& project, EntityId id) {
    const model::Entity* entity = project.entities.find(id);
    return entity ? QString::fromStdString(project.displayName(*entity)) : QString();
}

QString nameOf(const Project& project, model::DiagramId id) {
    const model::Diagram* diagram = project.find(id);
    return diagram ? diagramTitle(*diagram) : QString();
}

QString nameOf(const Project& project, model::BoundaryId id) {
    const model::Boundary* boundary = project.boundaries.find(id);
    return boundary ? QString::fromStdString(boundary->name) : QString();
}

} // namespace

QString diagramTitle(const model::Diagram& diagram) {
    return diagram.name.empty() ? CanvasCommands::tr("Main", "the first diagram")
                                : QString::fromStdString(diagram.name);
}

Places CanvasCommands::movable() const {
    const Selected& selected = m_workbench.selection().value();
    Places places;
    for (EntityId id : selected.entities)
        if (const EntityItem* item = m_scene.find(id); item && !m_scene.isFixed(id))
            places.cards[id] = {item->pos().x(), item->pos().y()};
    for (model::NoteId id : selected.notes)
        if (const NoteItem* item = m_scene.find(id))
            places.notes[id] = item->note().corner;
    if (const GroupItem* item = m_scene.find(selected.group); item && !m_scene.drawing().isLocked(selected.group))
        places.groups[selected.group] = {item->pos().x(), item->pos().y()};
    return places;
}

Places CanvasCommands::movable(model::BoundaryId group) const {
    Places places;
    for (const model::Entity& entity : m_workbench.project()->entities)
        if (const EntityItem* item = m_scene.find(entity.id);
            item && entity.boundary == group && !m_scene.isFixed(entity.id))
            places.cards[entity.id] = {item->pos().x(), item->pos().y()};
    return places;
}

QString CanvasCommands::whyFixed(EntityId id) const {
    const Project& now = *m_workbench.project();
    if (m_scene.drawing().isPinned(id))
        return tr("%1 is pinned here: P frees it.").arg(nameOf(now, id));
    const model::Entity* entity = now.entities.find(id);
    return entity ? whyFixed(entity->boundary) : QString();
}

QString CanvasCommands::whyFixed(model::BoundaryId group) const {
    return group && m_scene.drawing().isLocked(group)
               ? tr("The group %1 is locked here: unlock it in its context menu to move what is in it.")
                     .arg(nameOf(*m_workbench.project(), group))
               : QString();
}

std::size_t CanvasCommands::pinnedCount() const {
    const std::vector<EntityId>& ids = m_workbench.selection().value().entities;
    return std::size_t(
        std::count_if(ids.begin(), ids.end(), [&](EntityId id) { return m_scene.drawing().isPinned(id); }));
}

QString CanvasCommands::moveLabel(const Places& places) const {
    const Project& now = *m_workbench.project();
    if (places.cards.size() == 1)
        return tr("Move %1").arg(nameOf(now, places.cards.begin()->first));
    if (!places.cards.empty())
        return tr("Move %n entities", nullptr, int(places.cards.size()));
    if (!places.groups.empty())
        return tr("Move %1").arg(nameOf(now, places.groups.begin()->first));
    return tr("Move note");
}

void CanvasCommands::connectMany(EntityId first, EntityId second) {
    const Project& now = *m_workbench.project();
    const QRectF ends = m_scene.extent({first, second});
    const QPointF corner = m_scene.freePlace(ends.center() - QPointF(104, 60), QSizeF(208, 120));
    const EntityId junction{now.nextId};
    const bool done = m_workbench.apply(
        tr("Connect %1 and %2 many to many").arg(nameOf(now, first), nameOf(now, second)),
        [=, places = m_scene.places(), shown = m_scene.shown()](const Project& project) {
            return model::moveEntities(project, places, shown).and_then([&](const Project& placed) {
                return model::connectManyToMany(placed, first, second, {}, model::Point{corner.x(), corner.y()}, shown);
            });
        });
    if (done)
        m_workbench.selection().selectEntity(junction);
}

void CanvasCommands::connectSelectedMany() {
    const std::vector<EntityId> ids = m_workbench.selection().value().entities;
    if (ids.size() != 2) {
        m_workbench.showMessage(tr("Select two entities, or hold Ctrl while drawing from a column to a card."));
        return;
    }
    connectMany(ids[0], ids[1]);
}

void CanvasCommands::addDiagram() {
    const Project& now = *m_workbench.project();
    const std::vector<EntityId> entities = m_workbench.selection().value().entities;
    const QString name = freeDiagramName(now, tr("Diagram"));
    const model::DiagramId made{now.nextId};
    if (m_workbench.apply(tr("Add diagram"), [entities, text = name.toStdString()](const Project& project) {
            return model::addDiagram(project, text, entities);
        }))
        m_scene.show(made);
}

void CanvasCommands::duplicateDiagram(model::DiagramId diagram) {
    const Project& now = *m_workbench.project();
    const QString name = freeDiagramName(now, nameOf(now, diagram));
    const model::DiagramId made{now.nextId};
    if (m_workbench.apply(tr("Duplicate diagram %1").arg(nameOf(now, diagram)),
                          [diagram, text = name.toStdString()](const Project& project) {
                              return model::duplicateDiagram(project, diagram, text);
                          }))
        m_scene.show(made);
}

bool CanvasCommands::renameDiagram(model::DiagramId diagram, const QString& name) {
    return m_workbench.apply(tr("Rename diagram %1 to %2").arg(nameOf(*m_workbench.project(), diagram), name),
                             [diagram, text = name.toStdString()](const Project& project) {
                                 return model::renameDiagram(project, diagram, text);
                             });
}

void CanvasCommands::removeDiagram(model::DiagramId diagram) {
    m_workbench.apply(tr("Delete diagram %1").arg(nameOf(*m_workbench.project(), diagram)),
                      [diagram](const Project& project) { return model::removeDiagram(project, diagram); });
}

void CanvasCommands::putOnDiagram(model::DiagramId diagram, const std::vector<EntityId>& entities) {
    if (entities.empty())
        return m_workbench.showMessage(tr("Select the entities first, on the canvas or in the outline."));
    const QString name = nameOf(*m_workbench.project(), diagram);
    const QString label = entities.size() == 1
                              ? tr("Put %1 on %2").arg(nameOf(*m_workbench.project(), entities.front()), name)
                              : tr("Put %n entities on %1", nullptr, int(entities.size())).arg(name);
    m_workbench.apply(
        label, [diagram, entities](const Project& project) { return model::putOnDiagram(project, diagram, entities); });
}

void CanvasCommands::takeOffDiagram() {
    const std::vector<EntityId> ids = m_workbench.selection().value().entities;
    if (ids.empty())
        return m_workbench.showMessage(tr("Select the entities to take off this diagram."));
    const QString label = ids.size() == 1
                              ? tr("Take %1 off the diagram").arg(nameOf(*m_workbench.project(), ids.front()))
                              : tr("Take %n entities off the diagram", nullptr, int(ids.size()));
    if (m_workbench.apply(label, [ids, shown = m_scene.shown()](const Project& project) {
            return model::takeOffDiagram(project, shown, ids);
        }))
        m_workbench.selection().clear();
}

model::NoteId CanvasCommands::addNote(QPointF corner) {
    const model::NoteId made{m_workbench.project()->nextId};
    model::Note note;
    note.corner = {corner.x(), corner.y()};
    if (!m_workbench.apply(tr("Add note"), [note, shown = m_scene.shown()](const Project& project) {
            return model::addNote(project, shown, note);
        }))
        return {};
    Selected selected;
    selected.notes = {made};
    m_workbench.selection().set(std::move(selected));
    return made;
}

bool CanvasCommands::changeNote(const model::Note& note, const QString& label) {
    return m_workbench.apply(label, [note, shown = m_scene.shown()](const Project& project) {
        return model::changeNote(project, shown, note);
    });
}

void CanvasCommands::setNoteColor(int color) {
    m_workbench.apply(tr("Colour of the note"),
                      [color, ids = m_workbench.selection().value().notes,
                       shown = m_scene.shown()](const Project& project) -> Result<Project> {
                          model::Diagram diagram = *project.find(shown);
                          for (model::Note& note : diagram.notes)
                              if (std::binary_search(ids.begin(), ids.end(), note.id))
                                  note.color = color;
                          return model::setDiagram(project, std::move(diagram));
                      });
}

void CanvasCommands::setPinned(bool pinned) {
    const std::vector<EntityId> ids = m_workbench.selection().value().entities;
    if (ids.empty())
        return m_workbench.showMessage(tr("Select the entities to pin first."));
    m_workbench.apply(pinned ? tr("Pin") : tr("Unpin"),
                      [ids, pinned, places = m_scene.places(), shown = m_scene.shown()](const Project& project) {
                          return model::moveEntities(project, places, shown).and_then([&](const Project& placed) {
                              return model::setPinned(placed, shown, ids, pinned);
                          });
                      });
}

void CanvasCommands::setCollapsed(model::BoundaryId group, bool collapsed) {
    const Project& now = *m_workbench.project();
    std::optional<model::Point> place;
    if (collapsed) {
        std::vector<EntityId> members;
        for (const model::Entity& entity : now.entities)
            if (entity.boundary == group && m_scene.find(entity.id))
                members.push_back(entity.id);
        const QPointF middle = m_scene.extent(members).center();
        place = model::Point{std::round((middle.x() - GroupItem::kWidth / 2) / 8) * 8,
                             std::round((middle.y() - GroupItem::kHeight / 2) / 8) * 8};
    }
    m_workbench.apply((collapsed ? tr("Collapse %1") : tr("Expand %1")).arg(nameOf(now, group)),
                      [group, place, places = m_scene.places(), shown = m_scene.shown()](const Project& project) {
                          return model::moveEntities(project, places, shown).and_then([&](const Project& placed) {
                              return model::setCollapsed(placed, shown, group, place);
                          });
                      });
}

void CanvasCommands::setLocked(model::BoundaryId group, bool locked) {
    m_workbench.apply((locked ? tr("Lock %1") : tr("Unlock %1")).arg(nameOf(*m_workbench.project(), group)),
                      [group, locked, places = m_scene.places(), shown = m_scene.shown()](const Project& project) {
                          return model::moveEntities(project, places, shown).and_then([&](const Project& placed) {
                              return model::setLocked(placed, shown, group, locked);
                          });
                      });
}

void CanvasCommands::setGroupColor(model::BoundaryId group, int color) {
    m_workbench.apply(
        tr("Colour of %1").arg(nameOf(*m_workbench.project(), group)),
        [group, color](const Project& project) { return model::setBoundaryColor(project, group, color); });
}

} // namespace shardscape::app
