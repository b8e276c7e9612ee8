// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QGraphicsView>

#include "app/canvas/canvas_commands.h"
#include "app/canvas/diagram_scene.h"
#include "app/canvas/things.h"
#include "app/canvas/tools.h"

class QMenu;

namespace shardscape::app {

class InPlaceEditor;

/// The canvas: shows the diagram, and turns mouse and keys into gestures (tools) and commands.
///
/// Wheel pans, Ctrl+wheel zooms at the pointer; middle drag or Space+drag pans. What a press begins depends on what is
/// under it: a card's header moves, a column connects, a selected line bends, the ground selects. Actions with
/// single-key shortcuts belong to this widget, so that they work only while it has the focus.
class CanvasView : public QGraphicsView {
    Q_OBJECT
public:
    static constexpr double kLeastZoom = 0.04;
    static constexpr double kMostZoom = 4;

    CanvasView(Workbench& workbench, QWidget* parent = nullptr);
    ~CanvasView() override;

    Workbench& workbench() const { return m_workbench; }
    DiagramScene& diagram() const { return *m_scene; }
    CanvasCommands& commands() const { return *m_commands; }
    bool snaps() const { return m_snaps; }
    void setSnaps(bool snaps);

    double zoom() const { return transform().m11(); }
    /// Zooms so that the scene point under the viewport position stays there.
    void setZoom(double zoom, QPointF viewportPosition);
    void zoomBy(double factor);
    /// Shows all of the rectangle, at 100 % at most.
    void fit(const QRectF& rect);
    /// Shows everything, and goes on doing so while the view is resized, until somebody zooms or pans.
    void fitAll();
    /// Shows what another view of the same model shows: place, zoom, tint, snapping.
    void continueFrom(const CanvasView& other);
    /// Brings an object into view without changing the zoom.
    void reveal(const Thing& thing);
    void reveal(model::EntityId id);
    void reveal(model::RelationshipId id);

    /// A new entity in the middle of the view (or where the pointer is), its name being edited.
    void drawEntity();
    void drawEntityAt(QPointF scenePosition);
    /// A new note there, its text being edited.
    void drawNote();
    void editNote(model::NoteId id);
    /// Edits the name of the selected column or entity, or the text of the selected note, in place.
    void renameSelected();
    void editHeader(model::EntityId id);
    void editColumn(const model::ColumnRef& column, bool type);
    InPlaceEditor* editor() const { return m_editor; }

signals:
    /// Zoom or position of the view changed.
    void viewChanged();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void scrollContentsBy(int dx, int dy) override;
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectActions();
    void connectLooks();
    void arrangeAll();
    void showNext(int step);
    /// The selected group, or that of the first selected entity; says so when there is none.
    model::BoundaryId chosenGroup();
    bool selectionIsPinned() const;
    void addGroupMenu(QMenu& menu, model::BoundaryId group);
    void addNoteMenu(QMenu& menu);
    /// The other diagrams that the selection can come onto.
    void addDiagramMenu(QMenu& menu);
    /// Where the pointer is, or the middle of the view when it is elsewhere, in scene coordinates.
    QPointF pointerOrMiddle() const;
    std::unique_ptr<Tool> toolFor(const Hit& hit, QPointF position, Qt::KeyboardModifiers modifiers);
    void select(const Hit& hit, Qt::KeyboardModifiers modifiers);
    void nudge(int key, Qt::KeyboardModifiers modifiers);
    bool selectNext(bool backwards);
    void panBy(QPointF viewportDelta);
    void openEditor(model::EntityId id, model::AttributeId attribute, bool type, const QRectF& sceneRect,
                    const QString& text);
    double tolerance() const { return 5 / zoom(); }
    void updateCursor(const Hit& hit);

    Workbench& m_workbench;
    DiagramScene* m_scene;
    CanvasCommands* m_commands;
    std::unique_ptr<Tool> m_tool;
    bool m_snaps = true;
    model::LayoutKind m_layout = model::LayoutKind::Layered; ///< the last one chosen
    bool m_fitsAll = true;
    bool m_space = false;
    bool m_panning = false;
    QPoint m_panFrom;
    InPlaceEditor* m_editor = nullptr;
};

} // namespace shardscape::app
