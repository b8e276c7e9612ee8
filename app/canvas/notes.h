// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include <QColor>
#include <QFont>
#include <QGraphicsItem>
#include <QPlainTextEdit>

#include "model/diagram/diagram.h"
#include "model/schema/project.h"

namespace shardscape::app {

class DiagramScene;
struct Theme;

/// The ground and the edge of a note of a colour (Note::color).
std::pair<QColor, QColor> noteColors(const Theme& theme, int color);

/// A note: words on a tinted sheet with a folded corner at its lower right, by which it is resized.
class NoteItem : public QGraphicsItem {
public:
    static constexpr double kCorner = 14;

    NoteItem(DiagramScene& scene, const model::Note& note);

    const model::Note& note() const { return m_note; }
    void setNote(const model::Note& note);
    QRectF rect() const { return {pos(), QSizeF(m_note.width, m_note.height)}; }
    bool isCorner(QPointF scenePosition) const;

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    DiagramScene& m_scene;
    model::Note m_note;
};

/// An ownership boundary drawn as one card: its name and how many entities it holds.
class GroupItem : public QGraphicsItem {
public:
    static constexpr double kWidth = 208;
    static constexpr double kHeight = 64;
    static constexpr double kSheets = 6; ///< how far the sheets behind it stand out, right and below

    GroupItem(DiagramScene& scene, const model::Boundary& boundary, int entities);

    const model::Boundary& boundary() const { return m_boundary; }
    void setGroup(const model::Boundary& boundary, int entities);
    QRectF rect() const { return {pos(), QSizeF(kWidth, kHeight)}; }

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    DiagramScene& m_scene;
    model::Boundary m_boundary;
    int m_entities;
};

/// A small pin, as on cards that stay where they are, or a lock, in a box of 12 × 12 units.
void paintPin(QPainter& painter, QRectF box, const QColor& color);
void paintLock(QPainter& painter, QRectF box, const QColor& color);

/// The text of a note being edited, over the note. Ctrl+Enter and leaving the field commit, Esc gives up.
class NoteEditor : public QPlainTextEdit {
    Q_OBJECT
public:
    NoteEditor(model::NoteId note, const QString& text, QWidget* parent);
    model::NoteId note() const { return m_note; }

signals:
    /// Emitted once; the editor deletes itself afterwards. "kept" is false after Esc.
    void left(bool kept, const QString& text);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void leave(bool kept);
    model::NoteId m_note;
    bool m_done = false;
};

} // namespace shardscape::app
