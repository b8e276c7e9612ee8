// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/tools.h"

#include <cmath>

#include "app/canvas/canvas_view.h"
#include "app/canvas/items.h"

namespace shardscape::app {
namespace {

using model::EntityId;

double snap(double value) {
    return std::round(value / DiagramScene::kGrid) * DiagramScene::kGrid;
}

} // namespace

MoveTool::MoveTool(CanvasView& view, QPointF press, EntityId grabbed, const std::vector<EntityId>& cards)
    : Tool(view)
    , m_press(press)
    , m_grabbed(grabbed) {
    for (EntityId id : cards)
        if (const EntityItem* item = view.diagram().find(id))
            m_start[id] = item->pos();
}

QPointF MoveTool::offset(QPointF position, Qt::KeyboardModifiers modifiers) const {
    const QPointF offset = position - m_press;
    if (modifiers.testFlag(Qt::AltModifier) || !m_view.snaps())
        return offset;
    // The card under the pointer lands on the grid, the others keep their places beside it.
    const QPointF corner = m_start.at(m_grabbed) + offset;
    return QPointF(snap(corner.x()), snap(corner.y())) - m_start.at(m_grabbed);
}

void MoveTool::move(QPointF position, Qt::KeyboardModifiers modifiers) {
    if (!m_start.contains(m_grabbed))
        return;
    m_moved = true;
    std::map<EntityId, QPointF> corners;
    const QPointF by = offset(position, modifiers);
    for (const auto& [id, corner] : m_start)
        corners[id] = corner + by;
    m_view.diagram().preview(corners);
}

void MoveTool::release(QPointF position, Qt::KeyboardModifiers modifiers) {
    if (!m_moved || !m_start.contains(m_grabbed))
        return;
    const QPointF by = offset(position, modifiers);
    m_view.diagram().resetPreview();
    if (by.isNull())
        return;
    std::map<EntityId, model::Point> places;
    for (const auto& [id, corner] : m_start)
        places[id] = {corner.x() + by.x(), corner.y() + by.y()};
    m_view.commands().move(places.size() == 1
                               ? CanvasView::tr("Move %1").arg(m_view.diagram().find(m_grabbed)->card().name)
                               : CanvasView::tr("Move %n entities", nullptr, int(places.size())),
                           places);
}

void MoveTool::cancel() {
    m_view.diagram().resetPreview();
}

BandTool::BandTool(CanvasView& view, QPointF press, Qt::KeyboardModifiers modifiers)
    : Tool(view)
    , m_press(press)
    , m_before(view.workbench().selection().value())
    , m_adds(modifiers & (Qt::ShiftModifier | Qt::ControlModifier)) {
    if (!m_adds)
        view.workbench().selection().clear();
}

void BandTool::move(QPointF position, Qt::KeyboardModifiers) {
    m_band = QRectF(m_press, position).normalized();
    Selected selected = m_adds ? m_before : Selected{};
    for (EntityId id : m_view.diagram().entitiesIn(m_band))
        selected.entities.push_back(id);
    m_view.workbench().selection().set(std::move(selected));
    m_view.viewport()->update();
}

void BandTool::release(QPointF, Qt::KeyboardModifiers) {
    m_view.viewport()->update();
}

void BandTool::cancel() {
    m_view.workbench().selection().set(m_before);
    m_view.viewport()->update();
}

void BandTool::paint(QPainter& painter, const Theme& theme) const {
    QColor fill = theme.color(Role::Accent);
    fill.setAlphaF(0.1f);
    painter.setPen(QPen(theme.color(Role::Accent), 0));
    painter.setBrush(fill);
    painter.drawRect(m_band);
}

ConnectTool::ConnectTool(CanvasView& view, QPointF press, model::ColumnRef from)
    : Tool(view)
    , m_press(press)
    , m_end(press)
    , m_from(from) {}

void ConnectTool::move(QPointF position, Qt::KeyboardModifiers modifiers) {
    m_dragged = true;
    m_many = modifiers.testFlag(Qt::ControlModifier);
    m_end = position;
    m_target = m_view.diagram().hit(position, 2);
    m_view.diagram().setHover(m_target);
    m_view.viewport()->update();
}

void ConnectTool::release(QPointF position, Qt::KeyboardModifiers modifiers) {
    m_view.viewport()->update();
    if (!m_dragged)
        return;
    const Hit target = m_view.diagram().hit(position, 2);
    if (modifiers.testFlag(Qt::ControlModifier)) {
        if (target.entity)
            m_view.commands().connectMany(m_from.entity, target.entity);
        return;
    }
    if (!target.entity ||
        (target.entity == m_from.entity && (!target.attribute || target.attribute == m_from.attribute)))
        return;
    m_view.commands().connectEnds(m_from, {target.entity, target.attribute});
}

void ConnectTool::cancel() {
    m_view.viewport()->update();
}

void ConnectTool::paint(QPainter& painter, const Theme& theme) const {
    const EntityItem* item = m_view.diagram().find(m_from.entity);
    if (!item || !m_dragged)
        return;
    const QRectF card = item->cardRect();
    const double y = card.top() + CardGeometry::anchor(item->card(), m_from.attribute);
    const bool right = m_end.x() >= card.center().x();
    const QPointF start(right ? card.right() : card.left(), y);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Role::Accent), 2, m_target.entity ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    const double middle = (start.x() + m_end.x()) / 2;
    painter.drawPolyline(QPolygonF({start, {middle, y}, {middle, m_end.y()}, m_end}));
    painter.setBrush(theme.color(Role::Accent));
    painter.drawEllipse(start, 3.5, 3.5);
    if (m_many) {
        // A fork at either end: many to many.
        const auto fork = [&](QPointF at, double direction) {
            painter.drawLine(at + QPointF(0, -6), at + QPointF(11 * direction, 0));
            painter.drawLine(at + QPointF(0, 6), at + QPointF(11 * direction, 0));
        };
        fork(start, right ? 1 : -1);
        fork(m_end, right ? -1 : 1);
    }
    if (const EntityItem* target = m_view.diagram().find(m_target.entity); target && m_target.entity != m_from.entity) {
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(target->cardRect().adjusted(-2, -2, 2, 2), 7, 7);
    }
}

BendTool::BendTool(CanvasView& view, QPointF press, model::RelationshipId line, int piece)
    : Tool(view)
    , m_press(press)
    , m_line(line)
    , m_piece(piece) {
    if (const RelationshipItem* item = view.diagram().find(line))
        m_start = item->points();
}

std::vector<model::Point> BendTool::bent(QPointF position) const {
    std::vector<model::Point> points = m_start;
    std::size_t from = std::size_t(m_piece);
    std::size_t to = from + 1;
    // An end piece stays at its column: a new corner next to it starts the piece that moves.
    if (from == 0) {
        points.insert(points.begin(), points.front());
        ++from, ++to;
        const double step = points[to].x >= points[from].x ? 24 : -24;
        points[from].x += step;
        points.insert(points.begin() + 1, points[from]);
        ++from, ++to;
    }
    if (to + 1 == points.size()) {
        const model::Point end = points.back();
        const double step = points[from].x >= end.x ? 24 : -24;
        points[to].x += step;
        points.push_back(points[to]);
        points.push_back(end);
    }
    const bool across = m_start[std::size_t(m_piece)].y == m_start[std::size_t(m_piece) + 1].y;
    for (std::size_t i : {from, to})
        if (across)
            points[i].y = snap(m_start[std::size_t(m_piece)].y + position.y() - m_press.y());
        else
            points[i].x = snap(m_start[std::size_t(m_piece)].x + position.x() - m_press.x());
    return points;
}

void BendTool::move(QPointF position, Qt::KeyboardModifiers) {
    if (m_start.size() < 2)
        return;
    m_moved = true;
    m_view.diagram().find(m_line)->setPoints(bent(position));
}

void BendTool::release(QPointF position, Qt::KeyboardModifiers) {
    if (!m_moved)
        return;
    const std::vector<model::Point> points = bent(position);
    cancel();
    m_view.commands().setBends(m_line, {points.begin() + 1, points.end() - 1});
}

void BendTool::cancel() {
    if (RelationshipItem* item = m_view.diagram().find(m_line))
        item->setPoints(m_start);
}

} // namespace shardscape::app
