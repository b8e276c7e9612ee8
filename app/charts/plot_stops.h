// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPointF>
#include <QRectF>

#include "app/charts/chart_data.h"
#include "app/theme/theme.h"

class QCustomPlot;

namespace shardscape::app {

/// The places of a chart at which it can be read: a position on x of lines and areas, a bar, a cell of a heat map
/// (row × columns + column).
int stopCount(const ChartData& chart);
/// The stop at a pixel of the plot; -1 outside the axes or where there is nothing.
int stopNear(const QCustomPlot& plot, const ChartData& chart, QPointF pixel);
/// The stop one step away: left, right, up or down (up and down matter in heat maps only). Stays at the ends.
int stopBeside(const ChartData& chart, int stop, int dx, int dy);

struct ReadoutLine {
    QColor color; ///< invalid for none
    QString name;
    QString value;
    QPointF point; ///< of the line at this stop, in pixels; null when it has none
};

struct Readout {
    QString title;
    std::vector<ReadoutLine> lines;
    QRectF place; ///< pixels of the stop: a vertical line of width 0, a bar, or a cell
};
Readout readoutAt(const QCustomPlot& plot, const ChartData& chart, const Theme& theme, int stop);

} // namespace shardscape::app
