// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/charts/plot_stops.h"

namespace shardscape::app {

class ChartView;

/// What comes and goes over a chart without drawing it again: crosshair, readout, selection, focus ring, empty text.
class ChartOverlay : public QWidget {
public:
    ChartOverlay(ChartView& view, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintSelection(QPainter& painter) const;
    void paintMarker(QPainter& painter) const;
    void paintReadout(QPainter& painter, const Readout& readout) const;

    ChartView& m_view;
};

} // namespace shardscape::app
