// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QPageLayout>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include "app/report/diagram_drawing.h"
#include "model/base/result.h"

class QPagedPaintDevice;

namespace shardscape::app {

/// How many pages a diagram is printed on. Pages are filled from left to right, then down; each has a line at its foot
/// with its number and place.
struct PageOptions {
    int across = 0; ///< pages side by side, as many below each other as that needs; 0: all on one page
    QString title;  ///< before the number
};

/// The pages of a diagram, all lengths in the units of the device.
struct PageGrid {
    int across = 1;
    int down = 1;
    double scale = 1; ///< of the diagram
    QSizeF cell;      ///< what a page shows of it
    int count() const { return across * down; }
};

/// A diagram of "drawing" size on pages with "page" room, never larger than "most" (what is 100 % on the device).
PageGrid pageGrid(QSizeF drawing, QSizeF page, int across, double most);

/// Paints all pages of the device, from the first that it has already. False when it cannot be painted on.
bool paintPages(QPagedPaintDevice& device, DiagramDrawing& drawing, const PageOptions& options);

/// The same as a PDF file. Errors: Io.
model::Result<void> writePages(const std::string& path, const QPageLayout& layout, DiagramDrawing& drawing,
                               const PageOptions& options);

/// Paper by its name ("A4", "Letter"), upright or lying, whichever suits the diagram better. Errors: Unsupported.
model::Result<QPageLayout> paperFor(const std::string& name, QSizeF drawing);

} // namespace shardscape::app
