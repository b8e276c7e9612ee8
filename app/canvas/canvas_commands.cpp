// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvas_commands.h"

#include <algorithm>

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include "app/document/type_text.h"
#include "app/theme/sentences.h"
#include "model/edit/attribute_edits.h"
#include "model/edit/diagram_edits.h"
#include "model/edit/key_edits.h"
#include "model/edit/relationship_edits.h"
#include "model/exchange/export/ddl.h"
#include "model/exchange/import/import_formats.h"
#include "model/storage/text_form.h"

namespace shardscape::app {
namespace {

using model::AttributeId;
using model::ColumnRef;
using model::EntityId;
using model::Project;
using model::Result;

/// Entities on the clipboard, in the text form of a project.
constexpr const char* kEntitiesType = "application/x-shardscape-entities";

std::string freeEntityName(const Project& project) {
    for (int i = 1;; ++i) {
        const std::string name = i == 1 ? "entity" : "entity_" + std::to_string(i);
        if (std::none_of(project.entities.begin(), project.entities.end(),
                         [&](const model::Entity& entity) { return entity.name == name; }))
            return name;
    }
}

std::string freeColumnName(const model::Entity& entity) {
    for (int i = 1;; ++i) {
        const std::string name = i == 1 ? "column" : "column_" + std::to_string(i);
        if (!entity.findByName(name))
            return name;
    }
}

QString nameOf(const Project& project, EntityId id) {
    const model::Entity* entity = project.entities.find(id);
    return entity ? QString::fromStdString(project.displayName(*entity)) : QString();
}

} // namespace

CanvasCommands::CanvasCommands(Workbench& workbench, DiagramScene& scene, QObject* parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_scene(scene) {}

EntityId CanvasCommands::addEntity(QPointF corner) {
    const EntityId id{m_workbench.project()->nextId};
    const bool done = m_workbench.apply(
        tr("Add entity"), [corner, places = m_scene.places(), shown = m_scene.shown()](const Project& project) {
            model::Entity draft;
            draft.name = freeEntityName(project);
            model::Attribute column;
            column.id = AttributeId{1};
            column.name = "id";
            column.type.kind = model::TypeKind::Int64;
            column.nullable = false;
            draft.attributes.push_back(column);
            model::Key key;
            key.id = model::KeyId{2};
            key.kind = model::KeyKind::Primary;
            key.attributes = {column.id};
            draft.keys.push_back(key);
            return model::addEntity(project, draft, model::Point{corner.x(), corner.y()}, shown)
                .and_then([&](const Project& added) { return model::moveEntities(added, places, shown); });
        });
    if (!done)
        return {};
    m_workbench.selection().selectEntity(id);
    return id;
}

AttributeId CanvasCommands::addColumn(EntityId id) {
    const model::Entity* entity = m_workbench.project()->entities.find(id);
    if (!entity)
        return {};
    model::Attribute draft;
    draft.name = freeColumnName(*entity);
    const AttributeId made{m_workbench.project()->nextId};
    if (!m_workbench.apply(tr("Add column to %1").arg(nameOf(*m_workbench.project(), id)),
                           [id, draft](const Project& project) { return model::addAttribute(project, id, draft); }))
        return {};
    m_workbench.selection().selectAttribute(id, made);
    return made;
}

bool CanvasCommands::rename(EntityId id, const QString& name) {
    return m_workbench.apply(
        tr("Rename %1 to %2").arg(nameOf(*m_workbench.project(), id), name),
        [id, text = name.toStdString()](const Project& project) { return model::renameEntity(project, id, text); });
}

bool CanvasCommands::renameColumn(const ColumnRef& column, const QString& name) {
    return m_workbench.apply(tr("Rename %1").arg(QString::fromStdString(m_workbench.project()->describe(column))),
                             [column, text = name.toStdString()](const Project& project) {
                                 return model::renameAttribute(project, column, text);
                             });
}

bool CanvasCommands::retype(const ColumnRef& column, const QString& type) {
    return m_workbench.apply(tr("Type of %1").arg(QString::fromStdString(m_workbench.project()->describe(column))),
                             [column, text = type.toStdString()](const Project& project) -> Result<Project> {
                                 Result<model::Type> parsed = parseType(project, text);
                                 if (!parsed)
                                     return model::fail(parsed.error());
                                 return model::setAttributeType(project, column, *parsed);
                             });
}

void CanvasCommands::duplicateSelected() {
    const std::vector<EntityId> ids = m_workbench.selection().value().entities;
    if (ids.empty())
        return;
    const ProjectPtr before = m_workbench.project();
    const QRectF extent = m_scene.extent(ids);
    const QPointF corner = m_scene.freePlace(extent.topLeft() + QPointF(32, 32), extent.size());
    const model::Point offset{corner.x() - extent.left(), corner.y() - extent.top()};
    const QString label = ids.size() == 1 ? tr("Duplicate %1").arg(nameOf(*before, ids.front()))
                                          : tr("Duplicate %n entities", nullptr, int(ids.size()));
    if (!m_workbench.apply(label,
                           [ids, offset, places = m_scene.places(), shown = m_scene.shown()](const Project& project) {
                               return model::moveEntities(project, places, shown).and_then([&](const Project& placed) {
                                   return model::duplicateEntities(placed, ids, offset, shown);
                               });
                           }))
        return;
    Selected copies;
    for (const model::Entity& entity : m_workbench.project()->entities)
        if (!before->entities.contains(entity.id))
            copies.entities.push_back(entity.id);
    m_workbench.selection().set(std::move(copies));
}

void CanvasCommands::copySelected() {
    const std::vector<EntityId> ids = m_workbench.selection().value().entities;
    if (ids.empty())
        return;
    const Project& project = *m_workbench.project();
    std::vector<EntityId> others;
    for (const model::Entity& entity : project.entities)
        if (std::find(ids.begin(), ids.end(), entity.id) == ids.end())
            others.push_back(entity.id);
    const Result<Project> part = model::moveEntities(project, m_scene.places()).and_then([&](const Project& placed) {
        return model::removeEntities(placed, others, model::Removal::Cascade);
    });
    if (!part)
        return m_workbench.showError(part.error());
    auto* data = new QMimeData;
    data->setText(QString::fromStdString(model::writePostgresSchema(*part)));
    data->setData(QLatin1String(kEntitiesType), QByteArray::fromStdString(model::dumpProject(*part)));
    QGuiApplication::clipboard()->setMimeData(data);
}

void CanvasCommands::paste(QPointF near) {
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (data && data->hasFormat(QLatin1String(kEntitiesType))) {
        const auto copied = model::loadProject(data->data(QLatin1String(kEntitiesType)).toStdString(), "the clipboard");
        return copied ? insert(*copied, near) : m_workbench.showError(copied.error());
    }
    const std::string text = data ? data->text().toStdString() : std::string();
    if (text.empty())
        return m_workbench.showMessage(tr("The clipboard has no text. Copy entities, or SQL such as CREATE TABLE …"));
    m_workbench.jobs().start<model::Imported>(
        tr("Reading what was pasted"),
        [text](JobState&) {
            return model::importSchema({{"the clipboard", text}});
        },
        this,
        [this, near](const Result<model::Imported>& imported) {
            if (!imported)
                return m_workbench.showError(imported.error());
            insert(imported->project, near);
            for (const model::Diagnostic& note : imported->diagnostics)
                if (note.severity != model::Severity::Info)
                    return m_workbench.showMessage(
                        tr("Pasted, but not all of it. Line %1: %2").arg(note.line).arg(said(note.message)));
        });
}

void CanvasCommands::insert(const Project& other, QPointF near) {
    if (other.entities.empty())
        return m_workbench.showMessage(tr("There is no entity in what was pasted."));
    QRectF extent;
    for (const auto& [id, place] : other.diagram->positions)
        extent |= QRectF(place.x, place.y, 220, 160);
    const QPointF corner = m_scene.freePlace(near, extent.isNull() ? QSizeF(220, 160) : extent.size());
    const model::Point offset{corner.x() - extent.left(), corner.y() - extent.top()};
    const ProjectPtr before = m_workbench.project();
    if (!m_workbench.apply(
            tr("Paste %n entities", nullptr, int(other.entities.size())),
            [&other, offset, places = m_scene.places(), shown = m_scene.shown()](const Project& project) {
                return model::moveEntities(project, places, shown).and_then([&](const Project& placed) {
                    return model::insertEntities(placed, other, offset, shown);
                });
            }))
        return;
    Selected pasted;
    for (const model::Entity& entity : m_workbench.project()->entities)
        if (!before->entities.contains(entity.id))
            pasted.entities.push_back(entity.id);
    m_workbench.selection().set(std::move(pasted));
}

void CanvasCommands::deleteSelected() {
    remove(model::Removal::Refuse);
}

void CanvasCommands::remove(model::Removal removal) {
    const Selected selected = m_workbench.selection().value();
    const Project& now = *m_workbench.project();
    QString label;
    Edit edit;
    if (!selected.notes.empty() && selected.entities.empty() && selected.relationships.empty()) {
        label = tr("Delete %n notes", nullptr, int(selected.notes.size()));
        edit = [notes = selected.notes, shown = m_scene.shown()](const Project& project) {
            return model::removeNotes(project, shown, notes);
        };
    } else if (selected.attribute) {
        const ColumnRef column{selected.entity(), selected.attribute};
        label = tr("Delete %1").arg(QString::fromStdString(now.describe(column)));
        edit = [column, removal](const Project& project) {
            return model::removeAttributes(project, column.entity, {column.attribute}, removal);
        };
    } else if (!selected.entities.empty() || !selected.relationships.empty()) {
        label = selected.entities.size() == 1 ? tr("Delete %1").arg(nameOf(now, selected.entities.front()))
                : selected.entities.empty()   ? tr("Delete relationship")
                                              : tr("Delete %n entities", nullptr, int(selected.entities.size()));
        edit = [selected, removal, shown = m_scene.shown()](const Project& project) -> Result<Project> {
            Result<Project> next = project;
            if (!selected.notes.empty())
                next = model::removeNotes(*next, shown, selected.notes);
            if (next && !selected.relationships.empty())
                next = model::removeRelationships(*next, selected.relationships);
            if (next && !selected.entities.empty())
                next = model::removeEntities(*next, selected.entities, removal);
            return next;
        };
    } else {
        return;
    }
    const Result<void> done = m_workbench.document().apply(label, edit);
    if (done)
        return;
    if (removal == model::Removal::Refuse && done.error().code == model::ErrorCode::Conflict)
        m_workbench.showMessage(said(done.error()),
                                {tr("Delete with them"), [this] { remove(model::Removal::Cascade); }});
    else
        m_workbench.showError(done.error());
}

bool CanvasCommands::move(const QString& label, const Places& places, const QString& mergeKey) {
    return m_workbench.apply(
        label,
        [places, seen = m_scene.places(), shown = m_scene.shown()](const Project& project) -> Result<Project> {
            model::Diagram diagram = *project.find(shown);
            for (const auto& [id, place] : places.cards)
                diagram.positions[id] = place;
            // Cards that were placed automatically stay where they are seen.
            diagram.positions.insert(seen.begin(), seen.end());
            for (const auto& [id, place] : places.groups)
                diagram.collapsed[id] = place;
            for (model::Note& note : diagram.notes)
                if (const auto at = places.notes.find(note.id); at != places.notes.end())
                    note.corner = at->second;
            return model::setDiagram(project, std::move(diagram));
        },
        mergeKey);
}

void CanvasCommands::setBends(model::RelationshipId relationship, const std::vector<model::Point>& bends) {
    m_workbench.apply(tr("Bend line"), [relationship, bends, places = m_scene.places(),
                                        shown = m_scene.shown()](const Project& project) {
        return model::moveEntities(project, places, shown).and_then([&](const Project& placed) {
            return model::setBends(placed, relationship, bends, shown);
        });
    });
}

void CanvasCommands::straighten() {
    const std::vector<model::RelationshipId> chosen = m_workbench.selection().value().relationships;
    m_workbench.apply(tr("Straighten lines"), [chosen, shown = m_scene.shown()](const Project& project) {
        model::Diagram diagram = *project.find(shown);
        std::erase_if(diagram.bends, [&](const auto& bend) {
            return chosen.empty() || std::binary_search(chosen.begin(), chosen.end(), bend.first);
        });
        return model::setDiagram(project, std::move(diagram));
    });
}

void CanvasCommands::arrange(bool selectedOnly, model::LayoutKind kind, const std::function<void()>& then) {
    std::vector<EntityId> ids = selectedOnly ? m_workbench.selection().value().entities : std::vector<EntityId>{};
    std::erase_if(ids, [&](EntityId id) { return m_scene.isFixed(id) || !m_scene.find(id); });
    if (selectedOnly && ids.size() < 2) {
        m_workbench.showMessage(tr("Select the cards to arrange first."));
        return;
    }
    const QPointF corner = selectedOnly ? m_scene.extent(ids).topLeft() : QPointF();
    const auto place = [this, selectedOnly, corner, then, shown = m_scene.shown()](const Places& places) {
        placeArranged(shown, selectedOnly, corner, places);
        if (then)
            then();
    };
    const auto arrangement = m_scene.arrangement(ids, kind);
    if (m_arranging)
        m_arranging->cancel();
    m_arranging.reset();
    if (arrangement.ids.size() <= kArrangeAtOnce)
        return place(arrangement.places());
    m_arranging = m_workbench.jobs().start<Places>(
        selectedOnly ? tr("Arranging the selection") : tr("Arranging"),
        [arrangement](JobState& state) -> Result<Places> {
            auto watched = arrangement;
            watched.options.stop = state.token();
            watched.options.progress = [&state](double done) { state.setProgress(done); };
            return watched.places();
        },
        this,
        [this, place](Result<Places> places) {
            m_arranging.reset();
            if (!places)
                return m_workbench.showError(places.error());
            place(*places);
        });
    m_arranging->offer();
}

void CanvasCommands::placeArranged(model::DiagramId shown, bool selectedOnly, QPointF corner, Places places) {
    const Project& now = *m_workbench.project();
    const model::Diagram* diagram = now.find(shown);
    if (!diagram)
        return;
    // While it was laid out, things may have been deleted, pinned or expanded.
    std::erase_if(places.cards, [&](const auto& one) { return !now.entities.contains(one.first); });
    std::erase_if(places.groups, [&](const auto& one) { return !diagram->collapsed.contains(one.first); });
    for (auto& [id, place] : places.cards)
        place = {place.x + corner.x(), place.y + corner.y()};
    const auto moves = [places, before = diagram->positions](EntityId id) {
        const auto at = places.cards.find(id);
        return at != places.cards.end() && (!before.contains(id) || before.at(id) != at->second);
    };
    m_workbench.apply(selectedOnly ? tr("Arrange selection") : tr("Arrange"),
                      [places, moves, shown](const Project& project) {
                          // Bends set by hand belonged to the old places.
                          model::Diagram next = *project.find(shown);
                          std::erase_if(next.bends, [&](const auto& bend) {
                              const model::Relationship* line = project.relationships.find(bend.first);
                              return line && (moves(line->child) || moves(line->parent));
                          });
                          for (const auto& [id, place] : places.cards)
                              next.positions[id] = place;
                          for (const auto& [id, place] : places.groups)
                              next.collapsed[id] = place;
                          return model::setDiagram(project, std::move(next));
                      });
}

std::vector<model::PlacedBox> CanvasCommands::selectedBoxes() const {
    std::vector<model::PlacedBox> boxes;
    for (const auto& [id, place] : movable().cards) {
        const QRectF rect = m_scene.extent({id});
        boxes.push_back({{rect.left(), rect.top()}, {rect.width(), rect.height()}});
    }
    return boxes;
}

void CanvasCommands::placeSelected(const QString& label, const std::vector<model::Point>& corners) {
    Places places = movable();
    places.groups.clear();
    places.notes.clear();
    std::size_t i = 0;
    for (auto& [id, place] : places.cards)
        place = corners[i++];
    move(label, places);
}

void CanvasCommands::align(model::Align to) {
    const std::vector<model::PlacedBox> boxes = selectedBoxes();
    if (boxes.size() < 2)
        return m_workbench.showMessage(tr("Select two or more entities to align."));
    placeSelected(tr("Align"), model::align(boxes, to));
}

void CanvasCommands::distribute(model::Direction direction) {
    const std::vector<model::PlacedBox> boxes = selectedBoxes();
    if (boxes.size() < 3)
        return m_workbench.showMessage(tr("Select three or more entities to distribute."));
    placeSelected(tr("Distribute"), model::distribute(boxes, direction));
}

void CanvasCommands::connectEnds(const ColumnRef& from, const ColumnRef& to) {
    const Project& now = *m_workbench.project();
    const QString label = tr("Connect %1 and %2").arg(nameOf(now, from.entity), nameOf(now, to.entity));
    if (to.attribute) {
        m_workbench.apply(label,
                          [from, to](const Project& project) { return model::connectAttributes(project, from, to); });
        return;
    }
    const model::Entity* start = now.entities.find(from.entity);
    const model::Entity* target = now.entities.find(to.entity);
    if (!start || !target)
        return;
    // From a key to a card: the card gets columns that refer to it. From a plain column: it refers to the card's key.
    if (start->isUnique({from.attribute}) || from.entity == to.entity) {
        m_workbench.apply(label, [from, to](const Project& project) {
            return model::connectEntities(project, {to.entity, from.entity, false, false});
        });
        return;
    }
    const model::Key* key = target->primaryKey();
    const AttributeId keyColumn = key && key->attributes.size() == 1 ? key->attributes.front() : AttributeId{};
    if (!keyColumn) {
        m_workbench.showMessage(tr("%1 has no key of one column to refer to. Drop the line on the column it means.")
                                    .arg(nameOf(now, to.entity)));
        return;
    }
    m_workbench.apply(label, [from, to, keyColumn](const Project& project) {
        return model::connectAttributes(project, from, {to.entity, keyColumn});
    });
}

void CanvasCommands::connectSelected() {
    const std::vector<EntityId> ids = m_workbench.selection().value().entities;
    if (ids.size() != 2) {
        m_workbench.showMessage(tr("Select two entities to connect, or drag from a column to a card."));
        return;
    }
    const Project& now = *m_workbench.project();
    m_workbench.apply(tr("Connect %1 and %2").arg(nameOf(now, ids[0]), nameOf(now, ids[1])),
                      [ids](const Project& project) {
                          return model::connectEntities(project, {ids[1], ids[0], false, false});
                      });
}

} // namespace shardscape::app
