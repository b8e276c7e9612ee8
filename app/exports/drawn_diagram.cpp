// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/drawn_diagram.h"

#include "app/canvas/canvas_view.h"
#include "app/shell/main_window.h"

namespace shardscape::app {

DrawingOptions drawnDiagram(const MainWindow& window) {
    const auto* canvas = window.findChild<CanvasView*>(QStringLiteral("canvas"));
    if (!canvas)
        return {};
    const DiagramScene& scene = canvas->diagram();
    return {scene.shown(), scene.showsFrames(), scene.notation()};
}

} // namespace shardscape::app
