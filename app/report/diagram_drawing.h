// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QList>
#include <QRectF>
#include <QTransform>

#include "app/jobs/analysis.h"
#include "app/shell/workbench.h"

class QGraphicsItem;
class QPainter;

namespace shardscape::app {

class DiagramScene;

enum class Notation;

/// Which diagram of the project, and how.
struct DrawingOptions {
    model::DiagramId shown;
    bool frames = false; ///< around the entities of each ownership boundary
    Notation notation{}; ///< crow's foot
};

/// The model as the canvas draws it, without a window: on a light ground, with the traffic of the analysis' first
/// layout. Where the project's diagram has no place for an entity, it is where the automatic layout puts it.
///
/// Painting comes in slices, so that a window stays free while a large model is drawn. Lives in the thread of the
/// application object. Not copyable.
class DiagramDrawing {
public:
    DiagramDrawing(ProjectPtr project, AnalysisPtr analysis, std::shared_ptr<const model::EngineCatalogue> catalogue,
                   DrawingOptions options = {});
    ~DiagramDrawing();

    /// Lines of large models find their ways in the background: false until they have. Needs the event loop.
    bool ready() const;
    /// Finds all ways at once instead; for programs without an event loop.
    void makeReady();
    /// In pixels of scale 1, with a margin.
    QSizeF size() const;
    int entityCount() const;
    int relationshipCount() const;

    /// Fills the ground; what follows is painted into the target. Of a target larger than what is visible, the rest is
    /// left out.
    void begin(QPainter& painter, const QRectF& target, const QRectF& visible = {});
    /// Paints for about so long; true when everything is painted. Negative: all at once.
    bool paintFor(QPainter& painter, int milliseconds);

private:
    QRectF area() const;
    QTransform ontoTarget() const;

    Workbench m_workbench;
    std::unique_ptr<DiagramScene> m_scene;
    QList<QGraphicsItem*> m_left; ///< to be painted, from the back
    qsizetype m_next = 0;
    QRectF m_target;
    QRectF m_visible; ///< null: all of it
};

} // namespace shardscape::app
