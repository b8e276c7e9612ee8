// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/chart_data.h"
#include "app/theme/theme.h"

class QCustomPlot;

namespace shardscape::app {

/// Sets up an empty plot once: axes at the left and bottom, a legend line at the top. Fonts and colours come with
/// drawChart.
void preparePlot(QCustomPlot& plot);

/// Replaces everything in a prepared plot by the chart in the theme's colours. Does not replot.
void drawChart(QCustomPlot& plot, const ChartData& chart, const Theme& theme);

} // namespace shardscape::app
