// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/plot_stops.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <qcustomplot.h>

namespace shardscape::app {
namespace {

struct Charts {
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

/// Positions of the series with most of them.
const std::vector<double>& positions(const LineChart& chart) {
    static const std::vector<double> kNone;
    const auto longest =
        std::max_element(chart.series.begin(), chart.series.end(),
                         [](const LineSeries& a, const LineSeries& b) { return a.x.size() < b.x.size(); });
    return longest == chart.series.end() ? kNone : longest->x;
}

int nearest(const std::vector<double>& at, double x, bool logarithmic) {
    if (at.empty())
        return -1;
    const auto after = std::lower_bound(at.begin(), at.end(), x);
    if (after == at.begin())
        return 0;
    if (after == at.end())
        return int(at.size()) - 1;
    const double low = *(after - 1);
    const bool up = logarithmic && low > 0 ? x / low > *after / x : x - low > *after - x;
    return int(after - at.begin()) - (up ? 0 : 1);
}

struct Count {
    int operator()(const LineChart& chart) const { return int(positions(chart).size()); }
    int operator()(const AreaChart& chart) const { return int(chart.at.size()); }
    int operator()(const BarChart& chart) const { return int(chart.bars.size()); }
    int operator()(const RankChart& chart) const { return int(chart.bars.size()); }
    int operator()(const HeatChart& chart) const { return int(chart.rows.size()) * int(chart.columns.size()); }
};

struct Near {
    const QCustomPlot& plot;
    QPointF pixel;

    int operator()(const LineChart& chart) const {
        return nearest(positions(chart), plot.xAxis->pixelToCoord(pixel.x()), chart.x.scale == AxisScale::Logarithmic);
    }
    int operator()(const AreaChart& chart) const {
        return nearest(chart.at, plot.xAxis->pixelToCoord(pixel.x()), false);
    }
    int operator()(const BarChart& chart) const {
        return inside(int(std::lround(plot.xAxis->pixelToCoord(pixel.x()))), int(chart.bars.size()));
    }
    int operator()(const RankChart& chart) const {
        return inside(int(std::lround(plot.yAxis->pixelToCoord(pixel.y()))), int(chart.bars.size()));
    }
    int operator()(const HeatChart& chart) const {
        if (chart.columns.empty())
            return -1;
        const double offset = plot.xAxis->pixelToCoord(pixel.x()) - chart.columns.front();
        const int column = inside(int(std::floor(offset / chart.columnWidth)), int(chart.columns.size()));
        const int row = inside(int(std::lround(plot.yAxis->pixelToCoord(pixel.y()))), int(chart.rows.size()));
        return column < 0 || row < 0 ? -1 : row * int(chart.columns.size()) + column;
    }
    static int inside(int index, int count) { return index < 0 || index >= count ? -1 : index; }
};

struct Read {
    const QCustomPlot& plot;
    const Theme& theme;
    std::size_t stop;

    QRectF column(double x) const {
        const QRect rect = plot.axisRect()->rect();
        return QRectF(plot.xAxis->coordToPixel(x), rect.top(), 0, rect.height());
    }
    void line(Readout& readout, const LineSeries& series, double x, const ChartAxis& axis, const QColor& color) const {
        const int at = nearest(series.x, x, false);
        if (at < 0)
            return;
        const double y = series.y[std::size_t(at)];
        ReadoutLine result{color, series.name, axisText(axis, y), {}};
        if (std::isfinite(y) && (axis.scale == AxisScale::Linear || y > 0))
            result.point = QPointF(plot.xAxis->coordToPixel(series.x[std::size_t(at)]), plot.yAxis->coordToPixel(y));
        readout.lines.push_back(result);
    }
    Readout operator()(const LineChart& chart) const {
        const double x = positions(chart)[stop];
        Readout readout{axisText(chart.x, x), {}, column(x)};
        for (const LineSeries& series : chart.series)
            line(readout, series, x, chart.y, theme.series(series.color));
        for (const Threshold& threshold : chart.thresholds)
            readout.lines.push_back({theme.color(Role::Bad), threshold.name, axisText(chart.y, threshold.y), {}});
        return readout;
    }
    Readout operator()(const AreaChart& chart) const {
        const double x = chart.at[stop];
        Readout readout{axisText(chart.x, x), {}, column(x)};
        double sum = 0;
        for (const AreaPart& part : chart.parts) {
            sum += part.y[stop];
            readout.lines.push_back({theme.series(part.color), part.name, axisText(chart.y, part.y[stop]),
                                     QPointF(readout.place.x(), plot.yAxis->coordToPixel(sum))});
        }
        std::reverse(readout.lines.begin(), readout.lines.end()); // as they lie on each other
        readout.lines.push_back({{}, Charts::tr("Total"), axisText(chart.y, chart.totals[stop]), {}});
        if (chart.line)
            line(readout, *chart.line, x, chart.y, theme.color(Role::Text));
        return readout;
    }
    static Readout bar(const std::vector<Bar>& bars, std::size_t index, const ChartAxis& axis, QRectF place) {
        Readout readout{bars[index].name, {{{}, axis.title, axisText(axis, bars[index].value), {}}}, place};
        if (!bars[index].note.isEmpty())
            readout.lines.push_back({{}, bars[index].note, {}, {}});
        return readout;
    }
    Readout operator()(const BarChart& chart) const {
        const double left = plot.xAxis->coordToPixel(double(stop) - 0.5);
        const double right = plot.xAxis->coordToPixel(double(stop) + 0.5);
        const QRect rect = plot.axisRect()->rect();
        Readout readout = bar(chart.bars, stop, chart.y, QRectF(left, rect.top(), right - left, rect.height()));
        if (!chart.before.empty())
            readout.lines.insert(readout.lines.begin() + 1,
                                 {{}, chart.beforeName, axisText(chart.y, chart.before[stop]), {}});
        return readout;
    }
    Readout operator()(const RankChart& chart) const {
        const double top = plot.yAxis->coordToPixel(double(stop) - 0.5);
        const double bottom = plot.yAxis->coordToPixel(double(stop) + 0.5);
        const QRect rect = plot.axisRect()->rect();
        return bar(chart.bars, stop, chart.x, QRectF(rect.left(), top, rect.width(), bottom - top));
    }
    Readout operator()(const HeatChart& chart) const {
        const int columns = int(chart.columns.size());
        const int row = int(stop) / columns;
        const int at = int(stop) % columns;
        const double start = chart.columns[std::size_t(at)];
        const double left = plot.xAxis->coordToPixel(start);
        const double right = plot.xAxis->coordToPixel(start + chart.columnWidth);
        const double top = plot.yAxis->coordToPixel(row - 0.5);
        const double bottom = plot.yAxis->coordToPixel(row + 0.5);
        return {QStringLiteral("%1, %2 – %3")
                    .arg(chart.rows[row], axisText(chart.x, start), axisText(chart.x, start + chart.columnWidth)),
                {{{}, chart.value.title, axisText(chart.value, chart.at(row, at)), {}}},
                QRectF(left, top, right - left, bottom - top)};
    }
};

} // namespace

int stopCount(const ChartData& chart) {
    return std::visit(Count(), chart);
}

int stopNear(const QCustomPlot& plot, const ChartData& chart, QPointF pixel) {
    if (!QRectF(plot.axisRect()->rect()).adjusted(-1, -1, 1, 1).contains(pixel))
        return -1;
    return std::visit(Near{plot, pixel}, chart);
}

int stopBeside(const ChartData& chart, int stop, int dx, int dy) {
    const int count = stopCount(chart);
    if (count == 0)
        return -1;
    if (stop < 0)
        return 0;
    if (const auto* heat = std::get_if<HeatChart>(&chart)) {
        const int columns = int(heat->columns.size());
        const int column = std::clamp(stop % columns + dx, 0, columns - 1);
        const int row = std::clamp(stop / columns + dy, 0, int(heat->rows.size()) - 1);
        return row * columns + column;
    }
    const bool lying = std::holds_alternative<RankChart>(chart);
    return std::clamp(stop + (lying ? dy : dx), 0, count - 1);
}

Readout readoutAt(const QCustomPlot& plot, const ChartData& chart, const Theme& theme, int stop) {
    if (stop < 0 || stop >= stopCount(chart))
        return {};
    return std::visit(Read{plot, theme, std::size_t(stop)}, chart);
}

} // namespace shardscape::app
