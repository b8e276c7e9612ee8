// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <vector>

#include <QObject>
#include <QPointF>

#include "app/canvas/diagram_scene.h"
#include "app/shell/workbench.h"
#include "model/edit/entity_edits.h"
#include "model/graph/align.h"

namespace shardscape::app {

/// The diagram's name for people: in their language where nobody gave it one.
QString diagramTitle(const model::Diagram& diagram);

/// What can be done to the drawn model, each as one step of the document: gestures, menus, the outline and the
/// inspector all end here. What is refused is shown in the message bar.
class CanvasCommands : public QObject {
    Q_OBJECT
public:
    CanvasCommands(Workbench& workbench, DiagramScene& scene, QObject* parent = nullptr);

    /// A new entity with an id column, with its corner at a place; 0 when refused. It is selected.
    model::EntityId addEntity(QPointF corner);
    /// A new column at the end; 0 when refused.
    model::AttributeId addColumn(model::EntityId entity);
    bool rename(model::EntityId entity, const QString& name);
    bool renameColumn(const model::ColumnRef& column, const QString& name);
    bool retype(const model::ColumnRef& column, const QString& type);
    void duplicateSelected();
    /// Puts the selected entities on the clipboard: as PostgreSQL DDL for people and other programs, and whole for
    /// another window of this one.
    void copySelected();
    /// Adds what the clipboard has: entities copied here, or SQL or any other text that can be imported. It lies where
    /// there is room near a place, and is selected.
    void paste(QPointF near);
    /// Deletes what is selected: a column, relationships, entities. Where access patterns need it, says so and offers
    /// to delete them too.
    void deleteSelected();
    /// Places cards; all that had no place of their own yet get theirs in the same step.
    bool move(const QString& label, const Places& places, const QString& mergeKey = {});
    QString moveLabel(const Places& places) const;
    /// Where the selected things are, without those that are fixed.
    Places movable() const;
    /// Why an entity or a group cannot be moved, as a sentence; empty when it can.
    QString whyFixed(model::EntityId entity) const;
    QString whyFixed(model::BoundaryId group) const;
    /// How many of the selected entities are pinned on the shown diagram.
    std::size_t pinnedCount() const;
    /// Where the free cards of a boundary are.
    Places movable(model::BoundaryId group) const;
    void setBends(model::RelationshipId relationship, const std::vector<model::Point>& bends);
    void straighten();
    /// Lays cards out; many of them in the background, where it can be stopped, and not at all if it was.
    void arrange(bool selectedOnly, model::LayoutKind kind = model::LayoutKind::Layered,
                 const std::function<void()>& then = {});
    /// More cards than this are laid out in the background.
    static constexpr std::size_t kArrangeAtOnce = 300;
    /// The selected cards in one line, or with equal gaps; says so when too few are selected.
    void align(model::Align to);
    void distribute(model::Direction direction);
    /// A line drawn between columns, or from a column to a card (attribute 0).
    void connectEnds(const model::ColumnRef& from, const model::ColumnRef& to);
    /// Joins the two selected entities: the second gets the columns that refer to the first.
    void connectSelected();
    /// Many to many: a junction entity between the two, drawn half way.
    void connectMany(model::EntityId first, model::EntityId second);
    void connectSelectedMany();

    /// A new diagram with the selected entities, a copy of the shown one, another name for it, the end of it. The first
    /// two show what they made.
    void addDiagram();
    void duplicateDiagram(model::DiagramId diagram);
    bool renameDiagram(model::DiagramId diagram, const QString& name);
    void removeDiagram(model::DiagramId diagram);
    /// Entities come onto a diagram or leave the shown one; the model keeps them.
    void putOnDiagram(model::DiagramId diagram, const std::vector<model::EntityId>& entities);
    void takeOffDiagram();

    /// A new note; 0 when refused. It is selected.
    model::NoteId addNote(QPointF corner);
    bool changeNote(const model::Note& note, const QString& label);
    void setNoteColor(int color);
    /// The selected entities stay where they are, or no longer.
    void setPinned(bool pinned);
    void setCollapsed(model::BoundaryId group, bool collapsed);
    void setLocked(model::BoundaryId group, bool locked);
    void setGroupColor(model::BoundaryId group, int color);

private:
    void remove(model::Removal removal);
    void placeArranged(model::DiagramId shown, bool selectedOnly, QPointF corner, Places places);
    void insert(const model::Project& other, QPointF near);
    std::vector<model::PlacedBox> selectedBoxes() const;
    void placeSelected(const QString& label, const std::vector<model::Point>& corners);

    Workbench& m_workbench;
    DiagramScene& m_scene;
    std::shared_ptr<JobState> m_arranging;
};

} // namespace shardscape::app
