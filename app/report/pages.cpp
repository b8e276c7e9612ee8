// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/pages.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>

#include "app/theme/theme.h"

namespace shardscape::app {
namespace {

constexpr double kFootPoints = 18;
constexpr double kMarginPoints = 28; // 1 cm, which every printer can
constexpr double kPointsPerInch = 72;
constexpr double kPixelsPerInch = 96; // of the diagram at 100 %

} // namespace

PageGrid pageGrid(QSizeF drawing, QSizeF page, int across, double most) {
    PageGrid grid;
    grid.cell = page;
    const double wide = page.width() / std::max(1.0, drawing.width());
    if (across <= 0) {
        grid.scale = std::min({wide, page.height() / std::max(1.0, drawing.height()), most});
        return grid;
    }
    grid.scale = std::min(across * wide, most);
    // A sliver of rounding is no page.
    const auto pages = [](double length, double room) { return std::max(1, int(std::ceil(length / room - 1e-6))); };
    grid.across = pages(drawing.width() * grid.scale, page.width());
    grid.down = pages(drawing.height() * grid.scale, page.height());
    return grid;
}

bool paintPages(QPagedPaintDevice& device, DiagramDrawing& drawing, const PageOptions& options) {
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.setRenderHint(QPainter::Antialiasing);
    const double dpi = device.logicalDpiX();
    const double foot = kFootPoints * dpi / kPointsPerInch;
    const QRectF page(0, 0, device.width(), device.height());
    const QSizeF room(page.width(), page.height() - foot);
    const PageGrid grid = pageGrid(drawing.size(), room, options.across, dpi / kPixelsPerInch);
    const QSizeF whole = drawing.size() * grid.scale;
    const Theme theme = lightTheme();
    QFont font = painter.font();
    font.setPixelSize(int(8 * dpi / kPointsPerInch));
    for (int i = 0; i < grid.count(); ++i) {
        if (i > 0 && !device.newPage())
            return false;
        const int column = i % grid.across;
        const int row = i / grid.across;
        const QRectF shown(QPointF(0, 0), room);
        // One page holds the diagram in its middle.
        const QPointF corner = grid.count() == 1 ? QPointF((room.width() - whole.width()) / 2, 0)
                                                 : QPointF(-column * room.width(), -row * room.height());
        painter.save();
        painter.setClipRect(shown);
        drawing.begin(painter, QRectF(corner, whole), shown);
        drawing.paintFor(painter, -1);
        painter.restore();
        painter.setFont(font);
        painter.setPen(theme.color(Role::Muted));
        const QRectF line(0, room.height(), page.width(), foot);
        painter.drawText(line, int(Qt::AlignBottom | Qt::AlignLeft) | Qt::TextSingleLine, options.title);
        if (grid.count() > 1)
            painter.drawText(line, int(Qt::AlignBottom | Qt::AlignRight) | Qt::TextSingleLine,
                             QCoreApplication::translate("Pages", "Page %1 of %2 · row %3, column %4")
                                 .arg(i + 1)
                                 .arg(grid.count())
                                 .arg(row + 1)
                                 .arg(column + 1));
    }
    return painter.end();
}

model::Result<void> writePages(const std::string& path, const QPageLayout& layout, DiagramDrawing& drawing,
                               const PageOptions& options) {
    QPdfWriter writer(QString::fromStdString(path));
    writer.setResolution(300);
    writer.setPageLayout(layout);
    writer.setTitle(options.title);
    if (!paintPages(writer, drawing, options))
        return model::fail({model::ErrorCode::Io, "the pages cannot be written",
                            "does its folder exist, and may you write there?", path, 0, 0});
    return {};
}

model::Result<QPageLayout> paperFor(const std::string& name, QSizeF drawing) {
    const QString wanted = QString::fromStdString(name).toLower();
    for (int id = 0; id <= QPageSize::LastPageSize; ++id) {
        const QPageSize size(static_cast<QPageSize::PageSizeId>(id));
        if (size.key().toLower() == wanted)
            return QPageLayout(size,
                               drawing.width() > drawing.height() ? QPageLayout::Landscape : QPageLayout::Portrait,
                               QMarginsF(kMarginPoints, kMarginPoints, kMarginPoints, kMarginPoints));
    }
    return model::fail(model::ErrorCode::Unsupported, "there is no paper named '" + name + "'",
                       "A5, A4, A3, A2, A1, A0, Letter, Legal and Tabloid are some that are there");
}

} // namespace shardscape::app
