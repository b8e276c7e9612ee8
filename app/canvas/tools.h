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

/// Drags what is selected, and what is fixed stays; the card, group or note under the pointer lands on the grid unless
/// Alt is held.
class MoveTool : public Tool {
public:
    /// "things" is where they are now; "grabbed" is the corner of the one under the pointer.
    MoveTool(CanvasView& view, QPointF press, Places things, QPointF grabbed);
    void move(QPointF position, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF position, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;

private:
    Places moved(QPointF position, Qt::KeyboardModifiers modifiers) const;
    QPointF m_press;
    Places m_start;
    QPointF m_grabbed;
    bool m_moved = false;
};

/// A press on what is pinned or locked: pulling it says why it stays.
class HeldTool : public Tool {
public:
    HeldTool(CanvasView& view, QPointF press, QString reason);
    void move(QPointF position, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF, Qt::KeyboardModifiers) override {}

private:
    QPointF m_press;
    QString m_reason;
};

/// Pulls the lower right corner of a note.
class NoteSizeTool : public Tool {
public:
    NoteSizeTool(CanvasView& view, QPointF press, const model::Note& note);
    void move(QPointF position, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF position, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;

private:
    model::Note sized(QPointF position, Qt::KeyboardModifiers modifiers) const;
    QPointF m_press;
    model::Note m_start;
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
