// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>

#include <QGraphicsScene>

#include "app/canvas/card.h"
#include "app/canvas/card_painter.h"
#include "app/shell/workbench.h"
#include "model/graph/layout.h"
#include "model/graph/routing.h"

namespace shardscape::app {

class EntityItem;
class GroupItem;
class NoteItem;
class RelationshipItem;
enum class Notation;

/// What is under a point of the canvas.
struct Hit {
    enum class Kind { Ground, Header, Row, Foot, Line, Note, NoteCorner, Group, Frame };
    Kind kind = Kind::Ground;
    model::EntityId entity;
    int row = -1;
    model::AttributeId attribute;
    model::RelationshipId relationship;
    model::NoteId note;
    model::BoundaryId group; ///< of a collapsed group's card or of a frame's title
};

/// A chain of relationships from one entity to another.
struct Path {
    std::vector<model::EntityId> entities; ///< from the first to the last
    std::vector<model::RelationshipId> relationships;
    bool operator==(const Path&) const = default;
};

/// Where things are on a diagram, or are to be: top left corners.
struct Places {
    std::map<model::EntityId, model::Point> cards;
    std::map<model::BoundaryId, model::Point> groups;
    std::map<model::NoteId, model::Point> notes;
    bool empty() const { return cards.empty() && groups.empty() && notes.empty(); }
};

/// One diagram of the document's project: one item an entity, a relationship, a note and a collapsed boundary, found by
/// id.
///
/// Follows the document by comparing versions: only cards and lines that a change touches are made again. Entities
/// without a place in the project's diagram get one from the automatic layout, which becomes part of the project with
/// the next gesture that moves anything. A step back or forward that changes another diagram shows that one. It shows,
/// and never edits.
class DiagramScene : public QGraphicsScene {
    Q_OBJECT
public:
    static constexpr double kGrid = 8;
    static constexpr double kFrameTitle = 26; ///< height of the part of a frame that has its name
    /// Lines beyond this number are routed in the background.
    static constexpr std::size_t kRouteAtOnce = 250;

    explicit DiagramScene(Workbench& workbench, QObject* parent = nullptr);
    ~DiagramScene() override;

    Workbench& workbench() const { return m_workbench; }
    /// The diagram that is shown; the first one when it is gone.
    model::DiagramId shown() const { return m_shown; }
    void show(model::DiagramId diagram);
    const model::Diagram& drawing() const;
    /// Pinned, or in a locked boundary: neither drags nor layouts move it.
    bool isFixed(model::EntityId id) const;
    EntityItem* find(model::EntityId id) const;
    RelationshipItem* find(model::RelationshipId id) const;
    NoteItem* find(model::NoteId id) const;
    GroupItem* find(model::BoundaryId id) const;
    std::size_t entityCount() const { return m_entities.size(); }
    std::size_t relationshipCount() const { return m_lines.size(); }
    std::vector<model::EntityId> entitiesIn(const QRectF& rect) const;
    Hit hit(QPointF position, double tolerance) const;
    /// What all cards and shown frames, or the cards of the ids, cover; null without any.
    QRectF contents() const;
    QRectF extent(const std::vector<model::EntityId>& ids) const;

    /// Where every card is, also those the project has no place for.
    std::map<model::EntityId, model::Point> places() const;
    /// Shows things elsewhere during a gesture, without editing; resetPreview() puts them back.
    void preview(const Places& places);
    void resetPreview();
    /// The automatic layout of all cards, or of some around where they are. Groups are the ownership boundaries. What
    /// is fixed stays, and others make room.
    Places arranged(const std::vector<model::EntityId>& only = {},
                    model::LayoutKind kind = model::LayoutKind::Layered) const;
    /// The same in two steps, so that the second one can be taken in another thread: what is to be laid out, and how.
    struct Arrangement {
        std::vector<model::EntityId> ids;
        std::vector<model::BoundaryId> groups; ///< collapsed; their boxes follow those of the ids
        std::vector<model::LayoutBox> boxes;
        std::vector<std::optional<model::Point>> fixed; ///< as long as boxes
        std::vector<model::LayoutLine> lines;
        model::LayoutOptions options;
        /// Empty when it was stopped.
        Places places() const;
    };
    Arrangement arrangement(const std::vector<model::EntityId>& only, model::LayoutKind kind) const;
    /// A place for a new card near the point where it covers no other.
    QPointF freePlace(QPointF wish, QSizeF size) const;

    /// Routes every line here and now, however many there are: for pictures.
    void routeAllNow();

    Tint tint() const { return m_tint; }
    void setTint(Tint tint);
    Notation notation() const { return m_notation; }
    void setNotation(Notation notation);
    /// A frame with its name around the entities of each ownership boundary.
    void setFrames(bool shown);
    bool showsFrames() const { return m_frames; }
    /// Those of them that the rectangle touches, if they are shown: for behind the cards.
    void drawFrames(QPainter& painter, const QRectF& rect) const;
    /// Dims what has nothing to do with the selected entities: all but them, their lines, and what is at the other end.
    void setFocusing(bool focusing);
    /// Highlights the matches of a search and dims the rest; nothing ends the search.
    void setMatches(std::optional<std::set<model::EntityId>> matches);
    /// Highlights a chain of relationships with what it joins and dims the rest; nothing ends it. Goes before focus.
    void setPath(std::optional<Path> path);
    const std::optional<Path>& path() const { return m_path; }
    void setHover(const Hit& hit);
    const CardPainter& painter() const { return m_painter; }
    CardState stateOf(const EntityCard& card) const;
    bool isSelected(model::RelationshipId id) const;
    bool isSelected(model::NoteId id) const { return m_selected.contains(id); }
    bool isSelected(model::BoundaryId id) const { return m_selected.group == id; }
    /// True when the line starts or ends at a selected card.
    bool isRelated(const model::Relationship& relationship) const;
    bool isOnPath(model::RelationshipId id) const;
    /// True when the focus, or the shown path, is elsewhere.
    bool isDimmed(const model::Relationship& relationship) const;

signals:
    /// Cards or lines moved, came or went: for the minimap.
    void rearranged();
    /// Another diagram is shown.
    void shownChanged();

private:
    void follow(const Change& change);
    void sync(ProjectPtr before, ProjectPtr after);
    bool draws(const model::Entity& entity) const;
    void syncEntities(const model::Project& before, const model::Project& after);
    void syncLines(const model::Project& before, const model::Project& after);
    void syncNotes();
    void syncGroups(const model::Project& after);
    /// Lines with a card or a group's card at both ends; of those between the same two with a group, the first.
    std::set<model::RelationshipId> drawnLines(const model::Project& project) const;
    /// The box of the entity's card or of the group that stands for it; npos when it is not drawn.
    std::size_t routerBox(model::EntityId id) const;
    QPointF placeOf(model::EntityId id) const;
    std::vector<model::Point> bendsOf(const model::Relationship& relationship) const;
    void placeAll();
    void placeMissing(const std::vector<model::EntityId>& missing);
    void refreshFigures();
    void refreshSelection();
    void refreshFocus();
    /// What is drawn around the entities of each boundary; none while frames are not shown.
    std::vector<std::pair<const model::Boundary*, QRectF>> frames() const;
    void routeAll();
    /// Ends routing in the background; all lines, which now need a way.
    std::vector<RelationshipItem*> stopRouting();
    void route(const std::vector<RelationshipItem*>& lines);
    void rebuildRouter();
    std::vector<RelationshipItem*> linesNear(const std::set<model::EntityId>& moved,
                                             const std::vector<QRectF>& areas) const;
    std::optional<model::RouteEnd> end(model::EntityId id, model::AttributeId attribute) const;

    Workbench& m_workbench;
    CardPainter m_painter;
    ProjectPtr m_project;
    TrafficMap m_traffic;
    std::unordered_map<model::EntityId, EntityItem*> m_entities;
    std::unordered_map<model::RelationshipId, RelationshipItem*> m_lines;
    std::map<model::NoteId, NoteItem*> m_notes;
    std::map<model::BoundaryId, GroupItem*> m_groups;
    model::DiagramId m_shown;
    std::map<model::EntityId, QPointF> m_automatic; ///< places of entities that have none in the project
    std::unique_ptr<model::Router> m_router;
    std::unordered_map<model::EntityId, std::size_t> m_routerBox;
    std::map<model::BoundaryId, std::size_t> m_routerGroup;
    Tint m_tint = Tint::Boundary;
    Notation m_notation{}; ///< crow's foot
    bool m_frames = false;
    bool m_focusing = false;
    std::set<model::EntityId> m_inFocus; ///< empty: everything is
    std::optional<std::set<model::EntityId>> m_matches;
    std::optional<Path> m_path;
    Hit m_hover;
    Selected m_selected;
    std::shared_ptr<JobState> m_routing;
};

} // namespace shardscape::app
