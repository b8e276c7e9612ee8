// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/stage.h"

class QMenu;
class QSplitter;

namespace shardscape::app {

class CanvasView;
class DiagramTabs;
class EmptyState;
class EntityInspector;
class FindBar;
class Legend;
class Minimap;
class OutlinePanel;
class PathBar;

/// The page on which the logical model is drawn: canvas with overview, legend and search; outline at its left;
/// inspector.
class EntitiesStage : public Stage {
    Q_OBJECT
public:
    explicit EntitiesStage(Workbench& workbench, QWidget* parent = nullptr);

    QList<QAction*> headerActions() override;
    QWidget* inspector() override;
    void activate() override;
    void continueFrom(Stage& before) override;

    CanvasView* canvas() const { return m_canvas; }
    DiagramTabs* tabs() const { return m_tabs; }
    FindBar* findBar() const { return m_find; }
    OutlinePanel* outline() const { return m_outline; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTints();
    void placeOverlays();
    void updateEmpty();

    CanvasView* m_canvas;
    DiagramTabs* m_tabs;
    OutlinePanel* m_outline;
    Minimap* m_minimap;
    Legend* m_legend;
    FindBar* m_find;
    PathBar* m_path;
    EmptyState* m_empty;
    EntityInspector* m_inspector = nullptr;
    QMenu* m_tintMenu;
    QAction* m_tintAction;
};

} // namespace shardscape::app
