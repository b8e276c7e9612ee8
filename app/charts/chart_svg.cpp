// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/chart_svg.h"

#include <QBuffer>
#include <QSvgGenerator>
#include <qcustomplot.h>

#include "app/charts/plot_drawing.h"

namespace shardscape::app {
namespace {

QString titleOf(const ChartData& chart) {
    return std::visit([](const auto& one) { return one.title; }, chart);
}

void setUp(QCustomPlot& plot, const ChartData& chart, const Theme& theme, QSize size) {
    plot.resize(size);
    plot.setViewport(QRect(QPoint(), size));
    preparePlot(plot);
    drawChart(plot, chart, theme);
}

} // namespace

QByteArray chartSvg(const ChartData& chart, const Theme& theme, QSize size) {
    QCustomPlot plot;
    setUp(plot, chart, theme, size);
    QByteArray svg;
    QBuffer buffer(&svg);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    // The generator writes both as they are.
    generator.setTitle(titleOf(chart).toHtmlEscaped());
    generator.setDescription(chartSummary(chart).toHtmlEscaped());
    QCPPainter painter;
    painter.begin(&generator);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    plot.toPainter(&painter, size.width(), size.height());
    painter.end();
    return svg;
}

QPixmap chartPixmap(const ChartData& chart, const Theme& theme, QSize size, double pixelRatio) {
    QCustomPlot plot;
    setUp(plot, chart, theme, size);
    QPixmap pixmap = plot.toPixmap(size.width(), size.height(), pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

} // namespace shardscape::app
