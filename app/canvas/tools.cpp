// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/tools.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QApplication>

#include "app/canvas/canvas_view.h"
#include "app/canvas/items.h"
#include "app/canvas/notes.h"

namespace shardscape::app {
namespace {

using model::EntityId;

double snap(double value) {
    return std::round(value / DiagramScene::kGrid) * DiagramScene::kGrid;
}

} // namespace

MoveTool::MoveTool(CanvasView& view, QPointF press, Places things, QPointF grabbed)
    : Tool(view)
    , m_press(press)
    , m_start(std::move(things))
    , m_grabbed(grabbed) {}

Places MoveTool::moved(QPointF position, Qt::KeyboardModifiers modifiers) const {
    QPointF by = position - m_press;
    // What is under the pointer lands on the grid, the others keep their places beside it.
    if (!modifiers.testFlag(Qt::AltModifier) && m_view.snaps())
        by = QPointF(snap(m_grabbed.x() + by.x()), snap(m_grabbed.y() + by.y())) - m_grabbed;
    Places places = m_start;
    const auto shift = [&](auto& corners) {
        for (auto& [id, corner] : corners)
            corner = {corner.x + by.x(), corner.y + by.y()};
    };
    shift(places.cards);
    shift(places.groups);
    shift(places.notes);
    return places;
}

void MoveTool::move(QPointF position, Qt::KeyboardModifiers modifiers) {
    m_moved = true;
    m_view.diagram().preview(moved(position, modifiers));
}

void MoveTool::release(QPointF position, Qt::KeyboardModifiers modifiers) {
    if (!m_moved)
        return;
    const Places places = moved(position, modifiers);
    m_view.diagram().resetPreview();
    if (places.cards == m_start.cards && places.groups == m_start.groups && places.notes == m_start.notes)
        return;
    m_view.commands().move(m_view.commands().moveLabel(places), places);
}

void MoveTool::cancel() {
    m_view.diagram().resetPreview();
}

HeldTool::HeldTool(CanvasView& view, QPointF press, QString reason)
    : Tool(view)
    , m_press(press)
    , m_reason(std::move(reason)) {}

void HeldTool::move(QPointF position, Qt::KeyboardModifiers) {
    const double pulled = (position - m_press).manhattanLength() * m_view.zoom();
    if (pulled >= QApplication::startDragDistance() && !m_reason.isEmpty())
        m_view.workbench().showMessage(std::exchange(m_reason, {}));
}

NoteSizeTool::NoteSizeTool(CanvasView& view, QPointF press, const model::Note& note)
    : Tool(view)
    , m_press(press)
    , m_start(note) {}

model::Note NoteSizeTool::sized(QPointF position, Qt::KeyboardModifiers modifiers) const {
    const bool free = modifiers.testFlag(Qt::AltModifier) || !m_view.snaps();
    const auto side = [&](double from, double length, double by) {
        const double end = from + length + by;
        return std::clamp((free ? end : snap(end)) - from, 48.0, 4000.0);
    };
    model::Note note = m_start;
    note.width = side(note.corner.x, note.width, position.x() - m_press.x());
    note.height = side(note.corner.y, note.height, position.y() - m_press.y());
    return note;
}

void NoteSizeTool::move(QPointF position, Qt::KeyboardModifiers modifiers) {
    m_moved = true;
    if (NoteItem* item = m_view.diagram().find(m_start.id))
        item->setNote(sized(position, modifiers));
}

void NoteSizeTool::release(QPointF position, Qt::KeyboardModifiers modifiers) {
    if (!m_moved)
        return;
    const model::Note note = sized(position, modifiers);
    cancel();
    m_view.commands().changeNote(note, CanvasView::tr("Resize note"));
}

void NoteSizeTool::cancel() {
    if (NoteItem* item = m_view.diagram().find(m_start.id))
        item->setNote(m_start);
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
