// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/items.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include "app/canvas/diagram_scene.h"

namespace shardscape::app {
namespace {

constexpr double kCornerRadius = 7;
constexpr double kFootLength = 11;
constexpr double kFootSpread = 6;

QPainterPath rounded(const QPolygonF& points) {
    QPainterPath path;
    if (points.size() < 2)
        return path;
    path.moveTo(points.first());
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const QLineF in(points[i], points[i - 1]);
        const QLineF out(points[i], points[i + 1]);
        const double radius = std::min({kCornerRadius, in.length() / 2, out.length() / 2});
        path.lineTo(in.length() > 0 ? in.pointAt(radius / in.length()) : points[i]);
        path.quadTo(points[i], out.length() > 0 ? out.pointAt(radius / out.length()) : points[i]);
    }
    path.lineTo(points.last());
    return path;
}

/// The marks at an end: "direction" is 1 when the line leaves the card to the right.
QPainterPath childMark(QPointF at, double direction, bool many) {
    QPainterPath path;
    if (many) {
        path.moveTo(at.x(), at.y() - kFootSpread);
        path.lineTo(at.x() + direction * kFootLength, at.y());
        path.lineTo(at.x(), at.y() + kFootSpread);
    } else {
        path.moveTo(at.x() + direction * 7, at.y() - 5);
        path.lineTo(at.x() + direction * 7, at.y() + 5);
    }
    return path;
}

QPainterPath diamond(QPointF at, double direction) {
    QPainterPath path;
    path.addPolygon(QPolygonF{at,
                              {at.x() + direction * 7, at.y() - 4.5},
                              {at.x() + direction * 14, at.y()},
                              {at.x() + direction * 7, at.y() + 4.5},
                              at});
    return path;
}

/// 1 when a line that comes from the second point leaves the first one to the right, else -1.
double directionAt(QPointF end, QPointF next) {
    return next.x() >= end.x() ? 1.0 : -1.0;
}

QPainterPath parentMark(QPointF at, double direction, bool optional) {
    QPainterPath path;
    path.moveTo(at.x() + direction * 6, at.y() - 5);
    path.lineTo(at.x() + direction * 6, at.y() + 5);
    if (optional)
        path.addEllipse(QPointF(at.x() + direction * 12.5, at.y()), 3.5, 3.5);
    return path;
}

} // namespace

EntityItem::EntityItem(DiagramScene& scene, EntityCard card)
    : m_scene(scene) {
    setCard(std::move(card));
}

void EntityItem::setCard(EntityCard card) {
    const QSizeF size = CardGeometry::size(card);
    if (size != m_size)
        prepareGeometryChange();
    m_card = std::move(card);
    m_size = size;
    update();
}

QRectF EntityItem::boundingRect() const {
    return QRectF(QPointF(), m_size).adjusted(-5, -4, 5, 4);
}

void EntityItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    m_scene.painter().paint(*painter, m_card, m_scene.stateOf(m_card), m_scene.tint(),
                            m_scene.workbench().theme().theme(), scale);
}

RelationshipItem::RelationshipItem(DiagramScene& scene, std::shared_ptr<const model::Relationship> relationship,
                                   LineEnds ends)
    : m_scene(scene)
    , m_relationship(std::move(relationship))
    , m_ends(ends) {
    setZValue(-1);
}

void RelationshipItem::setRelationship(std::shared_ptr<const model::Relationship> relationship, LineEnds ends) {
    m_relationship = std::move(relationship);
    m_ends = ends;
    setPoints(std::move(m_points));
}

void RelationshipItem::setPoints(std::vector<model::Point> points) {
    prepareGeometryChange();
    m_points = std::move(points);
    m_polygon.clear();
    for (const model::Point& point : m_points)
        m_polygon << QPointF(point.x, point.y);
    m_path = rounded(m_polygon);
    markEnds();
    m_bounds = m_polygon.isEmpty() ? QRectF() : m_polygon.boundingRect().adjusted(-9, -18, 9, 9);
    update();
}

void RelationshipItem::markEnds() {
    m_marks = {};
    m_solids = {};
    if (m_polygon.size() < 2)
        return;
    const QPointF child = m_polygon.first();
    const QPointF parent = m_polygon.last();
    const double fromChild = directionAt(child, m_polygon[1]);
    const double fromParent = directionAt(parent, m_polygon[m_polygon.size() - 2]);
    switch (m_scene.notation()) {
    case Notation::CrowsFoot:
        m_marks.addPath(childMark(child, fromChild, m_ends.many));
        m_marks.addPath(parentMark(parent, fromParent, m_ends.optionalParent));
        break;
    case Notation::Uml:
        if (m_ends.identifying)
            m_solids.addPath(diamond(parent, fromParent));
        break;
    case Notation::Idef1x:
        m_solids.addEllipse(QPointF(child.x() + fromChild * 4.5, child.y()), 4.5, 4.5);
        if (m_ends.optionalParent)
            m_marks.addPath(diamond(parent, fromParent));
        break;
    }
}

/// Multiplicities: above the line, beside the card. A child that is not unique can always be missing: nothing in the
/// model says that a parent has one.
void RelationshipItem::paintWords(QPainter& painter, const QColor& color) const {
    const auto word = [&](QPointF end, double direction, const QString& text) {
        const QRectF box(direction > 0 ? end.x() + 5 : end.x() - 45, end.y() - 16, 40, 14);
        painter.drawText(box, (direction > 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignBottom, text);
    };
    painter.setFont(m_scene.painter().captionFont());
    painter.setPen(color);
    word(m_polygon.first(), directionAt(m_polygon.first(), m_polygon[1]),
         m_ends.many ? QStringLiteral("0..*") : QStringLiteral("0..1"));
    word(m_polygon.last(), directionAt(m_polygon.last(), m_polygon[m_polygon.size() - 2]),
         m_ends.optionalParent ? QStringLiteral("0..1") : QStringLiteral("1"));
}

int RelationshipItem::pieceAt(QPointF position, double tolerance) const {
    int best = -1;
    double least = tolerance;
    for (qsizetype i = 0; i + 1 < m_polygon.size(); ++i) {
        const QRectF piece = QRectF(m_polygon[i], m_polygon[i + 1]).normalized();
        const double dx = std::max({piece.left() - position.x(), 0.0, position.x() - piece.right()});
        const double dy = std::max({piece.top() - position.y(), 0.0, position.y() - piece.bottom()});
        if (const double distance = std::hypot(dx, dy); distance <= least) {
            least = distance;
            best = int(i);
        }
    }
    return best;
}

void RelationshipItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    if (m_polygon.isEmpty())
        return;
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const Theme& theme = m_scene.workbench().theme().theme();
    const bool selected = m_scene.isSelected(m_relationship->id);
    const bool onPath = m_scene.isOnPath(m_relationship->id);
    const bool related = selected || onPath || (!m_scene.path() && m_scene.isRelated(*m_relationship));
    const QColor color = theme.color(related ? Role::Accent : Role::Muted);
    const double opacity = painter->opacity();
    if (m_scene.isDimmed(*m_relationship))
        painter->setOpacity(0.3 * opacity);
    painter->setBrush(Qt::NoBrush);
    if (scale < CardPainter::kFar) {
        // Far out a line is one pixel without corners or marks: a thousand of them still fit into a frame.
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(QPen(related ? color : theme.color(Role::Control), 0));
        painter->drawPolyline(m_polygon);
        painter->setOpacity(opacity);
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing, true);
    const double width = selected || onPath ? 2.4 : 1.3;
    const bool dashed = m_scene.notation() == Notation::Idef1x && !m_ends.identifying;
    painter->setPen(QPen(color, width, dashed ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(m_path);
    painter->setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(theme.color(Role::Window));
    painter->drawPath(m_marks);
    painter->setBrush(color);
    painter->drawPath(m_solids);
    if (m_scene.notation() == Notation::Uml && scale >= CardPainter::kNear)
        paintWords(*painter, color);
    painter->setOpacity(opacity);
}

} // namespace shardscape::app
