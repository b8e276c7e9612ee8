// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPixmap>
#include <QSize>

#include "app/charts/chart_data.h"
#include "app/theme/theme.h"

namespace shardscape::app {

/// The picture of a chart without a window, exactly as on the screen: an SVG document with the chart's title and its
/// summary as <title> and <desc>. Needs a QApplication (the offscreen platform will do) and runs in its thread.
QByteArray chartSvg(const ChartData& chart, const Theme& theme, QSize size);

/// The same as pixels; pixelRatio 2 doubles the resolution.
QPixmap chartPixmap(const ChartData& chart, const Theme& theme, QSize size, double pixelRatio = 2);

} // namespace shardscape::app
