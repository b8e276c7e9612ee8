// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/diagram_drawing.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QGraphicsItem>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include "app/canvas/diagram_scene.h"

namespace shardscape::app {
namespace {

constexpr double kMargin = 24;

} // namespace

DiagramDrawing::DiagramDrawing(ProjectPtr project, AnalysisPtr analysis,
                               std::shared_ptr<const model::EngineCatalogue> catalogue, DrawingOptions options)
    : m_workbench({std::move(catalogue), {}, {}}) {
    m_workbench.theme().setTheme(lightTheme());
    m_workbench.document().reset(*project);
    if (analysis)
        m_workbench.analysis().adopt(std::move(analysis));
    m_scene = std::make_unique<DiagramScene>(m_workbench);
    m_scene->show(options.shown);
    m_scene->setFrames(options.frames);
    m_scene->setNotation(options.notation);
}

DiagramDrawing::~DiagramDrawing() = default;

bool DiagramDrawing::ready() const {
    // The only work of this workbench is to find the ways of lines.
    return const_cast<Workbench&>(m_workbench).jobs().running().empty();
}

void DiagramDrawing::makeReady() {
    m_scene->routeAllNow();
}

QRectF DiagramDrawing::area() const {
    const QRectF contents = m_scene->contents();
    return contents.isNull() ? QRectF(0, 0, 320, 80) : contents.adjusted(-kMargin, -kMargin, kMargin, kMargin);
}

QSizeF DiagramDrawing::size() const {
    return area().size();
}
int DiagramDrawing::entityCount() const {
    return int(m_scene->entityCount());
}
int DiagramDrawing::relationshipCount() const {
    return int(m_scene->relationshipCount());
}

QTransform DiagramDrawing::ontoTarget() const {
    const QRectF from = area();
    QTransform onto;
    onto.translate(m_target.left(), m_target.top());
    onto.scale(m_target.width() / from.width(), m_target.height() / from.height());
    onto.translate(-from.left(), -from.top());
    return onto;
}

void DiagramDrawing::begin(QPainter& painter, const QRectF& target, const QRectF& visible) {
    const Theme theme = lightTheme();
    painter.fillRect(target, theme.color(Role::Window));
    m_target = target;
    m_visible = visible;
    painter.save();
    painter.setTransform(ontoTarget());
    m_scene->drawFrames(painter, area());
    painter.restore();
    m_left = m_scene->items(Qt::AscendingOrder);
    m_next = 0;
    if (m_left.isEmpty()) {
        painter.setPen(theme.color(Role::Muted));
        painter.drawText(target, Qt::AlignCenter,
                         QCoreApplication::translate("DiagramDrawing", "The model has no entities yet."));
    }
}

bool DiagramDrawing::paintFor(QPainter& painter, int milliseconds) {
    QElapsedTimer elapsed;
    elapsed.start();
    const QTransform onto = ontoTarget();
    QStyleOptionGraphicsItem option;
    while (m_next < m_left.size() && (milliseconds < 0 || elapsed.elapsed() < milliseconds)) {
        QGraphicsItem* item = m_left[m_next++];
        if (!item->isVisible() ||
            (!m_visible.isNull() && !onto.mapRect(item->sceneBoundingRect()).intersects(m_visible)))
            continue;
        painter.save();
        painter.setTransform(item->sceneTransform() * onto);
        option.exposedRect = item->boundingRect();
        item->paint(&painter, &option, nullptr);
        painter.restore();
    }
    return m_next >= m_left.size();
}

} // namespace shardscape::app
