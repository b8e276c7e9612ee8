// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <vector>

#include <QPainter>
#include <QPointF>

#include "app/canvas/canvas_commands.h"
#include "app/canvas/diagram_scene.h"

namespace shardscape::app {

class CanvasView;

/// A gesture from press to release. It shows a preview while it lasts and changes the document once, on release, with
/// absolute values; cancel() leaves everything as it was. Made by the view for each press, for what is under the
/// pointer.
class Tool {
public:
    explicit Tool(CanvasView& view)
        : m_view(view) {}
    virtual ~Tool() = default;
    Tool(const Tool&) = delete;
    Tool& operator=(const Tool&) = delete;

    virtual void move(QPointF position, Qt::KeyboardModifiers modifiers) = 0;
    virtual void release(QPointF position, Qt::KeyboardModifiers modifiers) = 0;
    virtual void cancel() {}
    /// Over everything else, in scene coordinates.
    virtual void paint(QPainter&, const Theme&) const {}

protected:
    CanvasView& m_view;
};

/// Drags cards: the one that is grabbed lands on the grid unless Alt is held, the others keep their places beside it.
class MoveTool : public Tool {
public:
    MoveTool(CanvasView& view, QPointF press, model::EntityId grabbed, const std::vector<model::EntityId>& cards);
    void move(QPointF position, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF position, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;

private:
    QPointF offset(QPointF position, Qt::KeyboardModifiers modifiers) const;
    QPointF m_press;
    model::EntityId m_grabbed;
    std::map<model::EntityId, QPointF> m_start;
    bool m_moved = false;
};

/// Selects the cards in a rectangle; Shift and Ctrl add to what is selected.
class BandTool : public Tool {
public:
    BandTool(CanvasView& view, QPointF press, Qt::KeyboardModifiers modifiers);
    void move(QPointF position, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF position, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    void paint(QPainter& painter, const Theme& theme) const override;

private:
    QPointF m_press;
    QRectF m_band;
    Selected m_before;
    bool m_adds;
};

/// Draws a line from a column to the column or card that it refers to; with Ctrl held, from card to card with a
/// junction between them (many to many).
class ConnectTool : public Tool {
public:
    ConnectTool(CanvasView& view, QPointF press, model::ColumnRef from);
    void move(QPointF position, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF position, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    void paint(QPainter& painter, const Theme& theme) const override;

private:
    QPointF m_press;
    QPointF m_end;
    model::ColumnRef m_from;
    Hit m_target;
    bool m_dragged = false;
    bool m_many = false;
};

/// Pushes one piece of a line aside; the line keeps its bends from then on.
class BendTool : public Tool {
public:
    BendTool(CanvasView& view, QPointF press, model::RelationshipId line, int piece);
    void move(QPointF position, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF position, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;

private:
    std::vector<model::Point> bent(QPointF position) const;
    QPointF m_press;
    model::RelationshipId m_line;
    int m_piece;
    std::vector<model::Point> m_start;
    bool m_moved = false;
};

} // namespace shardscape::app
