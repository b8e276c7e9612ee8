// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/chart_data.h"
#include "app/theme/theme.h"

class QCPAxis;

namespace shardscape::app {

/// Colours and font of an axis, its scale, and ticks labelled as the rest of the window writes numbers.
void styleAxis(QCPAxis& axis, const ChartAxis& spec, const Theme& theme, bool grid);

/// Names instead of numbers at 0, 1, 2 …, thinned out to at most "most" of them.
void nameAxis(QCPAxis& axis, const QStringList& names, const Theme& theme, int most);

/// Shows from low to high with some air above (none at 0 below for linear axes; whole 1-2-5 steps for logarithmic
/// ones).
void rangeAxis(QCPAxis& axis, const ChartAxis& spec, double low, double high);

} // namespace shardscape::app
