// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/diagram_drawing.h"

namespace shardscape::app {

class MainWindow;

/// The diagram that the window's canvas shows, and how: what people expect on paper and in a picture.
DrawingOptions drawnDiagram(const MainWindow& window);

} // namespace shardscape::app
