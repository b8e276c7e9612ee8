// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QGraphicsItem>
#include <QPainterPath>

#include "app/canvas/card.h"
#include "model/diagram/diagram.h"
#include "model/schema/relationship.h"

namespace shardscape::app {

class DiagramScene;

/// The card of an entity: one item whatever the number of columns.
class EntityItem : public QGraphicsItem {
public:
    EntityItem(DiagramScene& scene, EntityCard card);

    const EntityCard& card() const { return m_card; }
    void setCard(EntityCard card);
    EntityCard& figures() { return m_card; } ///< for fillFigures(); the size does not follow from them
    QRectF cardRect() const { return {pos(), m_size}; }

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    DiagramScene& m_scene;
    EntityCard m_card;
    QSizeF m_size;
};

/// What is known of the ends of a relationship.
struct LineEnds {
    bool many = true;            ///< several children of one parent
    bool optionalParent = false; ///< a child may have no parent
    bool identifying = false;    ///< the reference is part of the child's primary key
};

/// How ends are drawn.
enum class Notation {
    CrowsFoot, ///< a fork at many children, a bar at one; a ring at a parent that may be missing
    Uml,       ///< multiplicities in words; a filled diamond at the parent of what it identifies
    Idef1x,    ///< a dot at the children, a diamond at a parent that may be missing; dashed unless identifying
};

/// The line of a relationship, from the child's column to the parent's, with rounded corners.
class RelationshipItem : public QGraphicsItem {
public:
    RelationshipItem(DiagramScene& scene, std::shared_ptr<const model::Relationship> relationship, LineEnds ends);

    const model::Relationship& relationship() const { return *m_relationship; }
    void setRelationship(std::shared_ptr<const model::Relationship> relationship, LineEnds ends);
    /// Draws the ends again, in the scene's notation.
    void renotate() { setPoints(std::move(m_points)); }
    /// Corner points in scene coordinates, child first; empty while its way is being looked for.
    const std::vector<model::Point>& points() const { return m_points; }
    void setPoints(std::vector<model::Point> points);
    /// The piece (from point i to i + 1) nearest to a position; -1 when none is within the tolerance.
    int pieceAt(QPointF position, double tolerance) const;

    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void markEnds();
    void paintWords(QPainter& painter, const QColor& color) const;

    DiagramScene& m_scene;
    std::shared_ptr<const model::Relationship> m_relationship;
    LineEnds m_ends;
    std::vector<model::Point> m_points;
    QPainterPath m_path;   ///< with rounded corners
    QPainterPath m_marks;  ///< outlined: fork, bars, ring, open diamond
    QPainterPath m_solids; ///< filled: dot, diamond
    QPolygonF m_polygon;
    QRectF m_bounds;
};

} // namespace shardscape::app
