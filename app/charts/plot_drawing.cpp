// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/plot_drawing.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QCoreApplication>
#include <qcustomplot.h>

#include "app/charts/plot_axes.h"
#include "app/theme/metrics.h"

namespace shardscape::app {
namespace {

struct Charts {
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

/// The lowest and highest finite value (positive ones only for logarithmic axes).
struct Extent {
    explicit Extent(const ChartAxis& axis)
        : positive(axis.scale == AxisScale::Logarithmic) {}
    void add(double value) {
        if (!std::isfinite(value) || (positive && value <= 0))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    void add(const std::vector<double>& values) {
        for (const double value : values)
            add(value);
    }
    double bottom() const { return positive ? low : std::min(0.0, low); }

    bool positive;
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
};

QVector<double> finite(const std::vector<double>& values, bool positive) {
    QVector<double> result;
    result.reserve(qsizetype(values.size()));
    for (const double value : values)
        result.append(std::isfinite(value) && (!positive || value > 0) ? value : qQNaN());
    return result;
}

QPen penFor(const LineSeries& series, const Theme& theme) {
    QPen pen(theme.series(series.color));
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(Qt::RoundCap);
    switch (series.stroke) {
    case Stroke::Strong: pen.setWidthF(2); break;
    case Stroke::Thin: pen.setWidthF(1.2); break;
    case Stroke::Dashed:
        pen.setWidthF(1.4);
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({4, 3});
        break;
    case Stroke::Points: pen.setWidthF(1.6); break;
    case Stroke::Ghost: {
        pen.setWidthF(2);
        QColor faint = pen.color();
        faint.setAlphaF(0.35f);
        pen.setColor(faint);
        break;
    }
    }
    return pen;
}

QCPItemText* addText(QCustomPlot& plot, const QString& text, const QColor& color, bool strong = false) {
    auto* item = new QCPItemText(&plot);
    item->setText(text);
    item->setColor(color);
    item->setFont(textFont(TextSize::Caption, strong));
    item->setSelectable(false);
    item->setLayer(QStringLiteral("overlay"));
    return item;
}

/// A line across the chart with its name at the right end.
void addAcross(QCustomPlot& plot, double y, const QString& text, const QColor& color, Qt::PenStyle style) {
    auto* line = new QCPItemStraightLine(&plot);
    line->setPen(QPen(color, 1.2, style));
    line->point1->setCoords(plot.xAxis->range().lower, y);
    line->point2->setCoords(plot.xAxis->range().upper, y);
    QCPItemText* label = addText(plot, text, color);
    label->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    label->position->setTypeY(QCPItemPosition::ptPlotCoords);
    label->position->setCoords(1.0, y);
    label->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    label->setPadding(QMargins(0, 0, 4, 2));
}

void draw(QCustomPlot& plot, const LineChart& chart, const Theme& theme) {
    Extent across(chart.x);
    Extent up(chart.y);
    for (const LineSeries& series : chart.series) {
        across.add(series.x);
        up.add(series.y);
    }
    for (const Threshold& threshold : chart.thresholds)
        up.add(threshold.y);
    styleAxis(*plot.xAxis, chart.x, theme, false);
    styleAxis(*plot.yAxis, chart.y, theme, true);
    if (chart.x.span) {
        across.add(chart.x.span->first);
        across.add(chart.x.span->second);
    }
    if (across.high > across.low)
        plot.xAxis->setRange(across.low, across.high);
    rangeAxis(*plot.yAxis, chart.y, up.bottom(), up.high);
    for (const LineSeries& series : chart.series) {
        QCPGraph* graph = plot.addGraph();
        graph->setName(series.name);
        graph->setPen(penFor(series, theme));
        if (series.stroke == Stroke::Points) {
            graph->setLineStyle(QCPGraph::lsNone);
            graph->setScatterStyle(
                QCPScatterStyle(QCPScatterStyle::ssDiamond, graph->pen(), QBrush(theme.color(Role::Surface)), 8));
        }
        graph->setData(finite(series.x, false), finite(series.y, up.positive), true);
        graph->addToLegend();
    }
    for (const Threshold& threshold : chart.thresholds)
        addAcross(plot, threshold.y, QStringLiteral("%1 %2").arg(threshold.name, axisText(chart.y, threshold.y)),
                  theme.color(Role::Bad), Qt::SolidLine);
}

void addMark(QCustomPlot& plot, const Mark& mark, int row, const Theme& theme) {
    auto* line = new QCPItemStraightLine(&plot);
    line->setPen(QPen(theme.color(Role::Warn), 1, Qt::DashLine));
    line->point1->setCoords(mark.x, 0);
    line->point2->setCoords(mark.x, 1);
    QCPItemText* label = addText(plot, mark.text, theme.color(Role::Warn));
    label->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    label->position->setCoords(mark.x, 0.02 + 0.08 * row);
    label->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setPadding(QMargins(4, 0, 0, 0));
}

void draw(QCustomPlot& plot, const AreaChart& chart, const Theme& theme) {
    Extent up(chart.y);
    up.add(chart.totals);
    if (chart.line)
        up.add(chart.line->y);
    styleAxis(*plot.xAxis, chart.x, theme, false);
    styleAxis(*plot.yAxis, chart.y, theme, true);
    if (chart.at.size() > 1)
        plot.xAxis->setRange(chart.at.front(), chart.at.back());
    rangeAxis(*plot.yAxis, chart.y, 0, up.high);
    QVector<double> below(qsizetype(chart.at.size()), 0.0);
    QCPGraph* previous = nullptr;
    for (const AreaPart& part : chart.parts) {
        for (qsizetype i = 0; i < below.size(); ++i)
            below[i] += part.y[std::size_t(i)];
        QCPGraph* graph = plot.addGraph();
        QColor fill = theme.series(part.color);
        graph->setPen(QPen(fill, 1.2));
        fill.setAlphaF(theme.dark ? 0.62f : 0.72f);
        graph->setBrush(fill);
        graph->setName(part.name);
        graph->setData(finite(chart.at, false), below, true);
        if (previous)
            graph->setChannelFillGraph(previous);
        graph->addToLegend();
        previous = graph;
    }
    if (chart.line) {
        QCPGraph* graph = plot.addGraph();
        graph->setName(chart.line->name);
        QPen pen = penFor(*chart.line, theme);
        pen.setColor(theme.color(Role::Text));
        graph->setPen(pen);
        graph->setData(finite(chart.line->x, false), finite(chart.line->y, false), true);
        graph->addToLegend();
    }
    for (std::size_t i = 0; i < chart.marks.size(); ++i)
        addMark(plot, chart.marks[i], int(i % 4), theme);
}

void fillBars(QCPBars& bars, const QColor& color) {
    bars.setPen(Qt::NoPen);
    bars.setBrush(color);
    bars.setAntialiasedFill(true);
}

/// All bars but one in one colour, the one in another.
QCPBars* addBars(QCPAxis* keys, QCPAxis* values, const std::vector<Bar>& bars, int highlighted, const QColor& color,
                 const QColor& accent, double width) {
    auto* plain = new QCPBars(keys, values);
    auto* one = new QCPBars(keys, values);
    fillBars(*plain, color);
    fillBars(*one, accent);
    for (QCPBars* plottable : {plain, one}) {
        plottable->setWidth(width);
        plottable->removeFromLegend();
    }
    for (int i = 0; i < int(bars.size()); ++i)
        (i == highlighted ? one : plain)
            ->addData(i, std::isfinite(bars[std::size_t(i)].value) ? bars[std::size_t(i)].value : 0);
    return plain;
}

/// The bars of an earlier run as steps, so that both can be read.
void addBefore(QCustomPlot& plot, const BarChart& chart, const Theme& theme) {
    QCPGraph* steps = plot.addGraph();
    steps->setName(chart.beforeName);
    steps->setPen(QPen(theme.color(Role::Text), 1.2));
    steps->setLineStyle(QCPGraph::lsStepCenter);
    QVector<double> at;
    for (std::size_t i = 0; i < chart.before.size(); ++i)
        at.append(double(i));
    steps->setData(at, finite(chart.before, false), true);
    steps->addToLegend();
}

void draw(QCustomPlot& plot, const BarChart& chart, const Theme& theme) {
    QStringList names;
    Extent up(chart.y);
    for (const Bar& bar : chart.bars) {
        names << bar.name;
        up.add(bar.value);
    }
    up.add(chart.before);
    if (chart.limit)
        up.add(chart.limit->y);
    nameAxis(*plot.xAxis, names, theme, std::clamp(plot.width() / 60, 2, 12));
    styleAxis(*plot.yAxis, chart.y, theme, true);
    rangeAxis(*plot.yAxis, chart.y, 0, up.high * 1.08); // room for the word at the mean
    QCPBars* bars = addBars(plot.xAxis, plot.yAxis, chart.bars, chart.highlighted, theme.series(0), theme.series(1),
                            chart.bars.size() > 150 ? 1.0 : 0.8);
    if (!chart.before.empty()) {
        bars->setName(Charts::tr("now"));
        bars->addToLegend();
        addBefore(plot, chart, theme);
    }
    if (chart.limit)
        addAcross(plot, chart.limit->y, chart.limit->name, theme.color(Role::Bad), Qt::SolidLine);
    if (chart.mean)
        addAcross(plot, *chart.mean, Charts::tr("mean %1").arg(axisText(chart.y, *chart.mean)),
                  theme.color(Role::Muted), Qt::DashLine);
}

void draw(QCustomPlot& plot, const RankChart& chart, const Theme& theme) {
    QStringList names;
    Extent along(chart.x);
    for (const Bar& bar : chart.bars) {
        names << bar.name;
        along.add(bar.value);
    }
    nameAxis(*plot.yAxis, names, theme, int(names.size()));
    plot.yAxis->setTickLabelFont(textFont(TextSize::Caption));
    plot.yAxis->setTickLabelColor(theme.color(Role::Text));
    plot.yAxis->setRangeReversed(true);
    styleAxis(*plot.xAxis, chart.x, theme, false);
    plot.xAxis->setTickLabels(false);
    plot.xAxis->setBasePen(Qt::NoPen);
    addBars(plot.yAxis, plot.xAxis, chart.bars, chart.highlighted, theme.color(Role::Control),
            theme.color(Role::Accent), 0.56);
    const auto labelOf = [&chart](int i) {
        const QString text = axisText(chart.x, chart.bars[std::size_t(i)].value);
        const bool noted = i == chart.highlighted && !chart.highlightNote.isEmpty();
        return noted ? text + QStringLiteral("  ") + chart.highlightNote : text;
    };
    // The longest bar leaves room for the widest label behind it.
    const QFontMetrics metrics(textFont(TextSize::Caption, true));
    int labels = 0;
    int titles = 0;
    for (int i = 0; i < int(chart.bars.size()); ++i) {
        labels = std::max(labels, metrics.horizontalAdvance(labelOf(i)) + 14);
        titles = std::max(titles, metrics.horizontalAdvance(chart.bars[std::size_t(i)].name) + 24);
    }
    const double room = std::max(0.25, 1 - labels / std::max(1.0, double(plot.width() - titles)));
    plot.xAxis->setRange(0, std::max(1e-12, along.high) / room);
    for (int i = 0; i < int(chart.bars.size()); ++i) {
        const Bar& bar = chart.bars[std::size_t(i)];
        const bool strong = i == chart.highlighted;
        const QString text = labelOf(i);
        QCPItemText* label = addText(plot, text, theme.color(strong ? Role::AccentText : Role::Muted), strong);
        label->position->setCoords(std::isfinite(bar.value) ? bar.value : 0, i);
        label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        label->setPadding(QMargins(6, 0, 0, 0));
    }
}

QCPColorGradient gradientOf(const std::vector<QColor>& map) {
    QCPColorGradient gradient;
    gradient.clearColorStops();
    gradient.setLevelCount(int(map.size()) * 8);
    for (std::size_t i = 0; i < map.size(); ++i)
        gradient.setColorStopAt(double(i) / double(map.size() - 1), map[i]);
    return gradient;
}

void addScale(QCustomPlot& plot, QCPColorMap& map, const HeatChart& chart, const Theme& theme) {
    auto* scale = new QCPColorScale(&plot);
    plot.plotLayout()->addElement(1, 1, scale);
    scale->setType(QCPAxis::atRight);
    scale->setBarWidth(8);
    scale->setRangeDrag(false);
    scale->setRangeZoom(false);
    scale->setMargins(QMargins(0, 0, 0, 0));
    map.setColorScale(scale);
    scale->setDataRange(QCPRange(0, chart.maximum));
    styleAxis(*scale->axis(), chart.value, theme, false);
    scale->axis()->setBasePen(Qt::NoPen);
    scale->setMarginGroup(QCP::msTop | QCP::msBottom, plot.axisRect()->marginGroup(QCP::msTop));
    for (const QCPAxis::AxisType side : {QCPAxis::atLeft, QCPAxis::atRight, QCPAxis::atTop, QCPAxis::atBottom})
        scale->axis()->axisRect()->axis(side)->setBasePen(Qt::NoPen);
}

void draw(QCustomPlot& plot, const HeatChart& chart, const Theme& theme) {
    const int columns = int(chart.columns.size());
    const int rows = int(chart.rows.size());
    nameAxis(*plot.yAxis, chart.rows, theme, 8);
    plot.yAxis->setRangeReversed(true);
    styleAxis(*plot.xAxis, chart.x, theme, false);
    plot.xAxis->setBasePen(Qt::NoPen);
    if (columns == 0 || rows == 0)
        return;
    const double start = chart.columns.front();
    const double end = start + chart.columnWidth * columns;
    plot.xAxis->setRange(chart.x.span ? std::min(start, chart.x.span->first) : start,
                         chart.x.span ? std::max(end, chart.x.span->second) : end);
    auto* map = new QCPColorMap(plot.xAxis, plot.yAxis);
    map->removeFromLegend();
    // The map's ranges go from the middle of the first cell to that of the last, so a single one is drawn as two
    // halves.
    const int across = std::max(2, columns);
    const int down = std::max(2, rows);
    const double width = chart.columnWidth * columns / across;
    const double height = double(rows) / down;
    map->data()->setSize(across, down);
    map->data()->setRange(QCPRange(start + width / 2, start + width * (across - 0.5)),
                          QCPRange(height / 2 - 0.5, height * (down - 0.5) - 0.5));
    for (int row = 0; row < down; ++row)
        for (int column = 0; column < across; ++column)
            map->data()->setCell(column, row, chart.at(std::min(row, rows - 1), std::min(column, columns - 1)));
    map->setInterpolate(false);
    map->setTightBoundary(false);
    addScale(plot, *map, chart, theme);
    map->setGradient(gradientOf(chart.colors == HeatColors::Load ? theme.loadMap : theme.latencyMap));
    map->setDataRange(QCPRange(0, chart.maximum));
}

/// Names at the top left, as narrow as they are.
void styleLegend(QCustomPlot& plot, const Theme& theme) {
    QCPLegend& legend = *plot.legend;
    legend.setVisible(legend.itemCount() > 1);
    legend.setFont(textFont(TextSize::Caption));
    legend.setTextColor(theme.color(Role::Muted));
    legend.setBrush(Qt::NoBrush);
    legend.setBorderPen(Qt::NoPen);
    legend.setIconSize(14, 8);
    legend.setMargins(QMargins(4, 3, 4, 4));
    legend.setColumnSpacing(14);
    legend.setRowSpacing(2);
    for (int i = 0; i < legend.itemCount(); ++i)
        if (QCPAbstractLegendItem* item = legend.item(i))
            item->setMargins(QMargins(0, 0, 0, 2)); // underscores reach below what the item measures
    legend.setWrap(0);
    legend.setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
}

/// Folds the legend into as many lines as the plot's width asks for.
void wrapLegend(QCustomPlot& plot) {
    QCPLegend& legend = *plot.legend;
    const int count = legend.itemCount();
    if (count < 2)
        return;
    int widest = 1;
    for (int i = 0; i < count; ++i)
        if (legend.hasItem(legend.item(i))) // cells of a folded legend may be empty
            widest = std::max(widest, legend.item(i)->minimumOuterSizeHint().width() + 14);
    const int perLine = std::clamp(plot.width() / widest, 1, count);
    legend.setWrap(perLine);
    legend.setFillOrder(QCPLegend::foColumnsFirst, true);
    legend.setMaximumSize(legend.minimumOuterSizeHint());
}

void clear(QCustomPlot& plot) {
    plot.clearItems();
    plot.clearPlottables();
    plot.legend->clearItems();
    plot.legend->setWrap(0);
    plot.legend->simplify();
    if (QCPLayoutElement* scale = plot.plotLayout()->elementCount() > 2 ? plot.plotLayout()->element(1, 1) : nullptr)
        plot.plotLayout()->remove(scale);
    plot.plotLayout()->simplify();
    plot.xAxis->setTickLabels(true);
}

} // namespace

void preparePlot(QCustomPlot& plot) {
    plot.setInteractions(QCP::Interactions());
    plot.setAutoAddPlottableToLegend(false);
    plot.setNoAntialiasingOnDrag(false);
    plot.axisRect()->setMinimumMargins(QMargins(4, 6, 18, 2));
    plot.axisRect()->setMarginGroup(QCP::msTop | QCP::msBottom, new QCPMarginGroup(&plot));
    plot.plotLayout()->setRowSpacing(0);
    plot.plotLayout()->insertRow(0);
    auto* line = new QCPLayoutGrid;
    plot.plotLayout()->addElement(0, 0, line);
    plot.axisRect()->insetLayout()->take(plot.legend);
    line->addElement(0, 0, plot.legend);
    line->addElement(0, 1, new QCPLayoutElement(&plot));
    line->setColumnStretchFactor(0, 0.001);
    line->setMargins(QMargins(0, 0, 0, 0));
    plot.plotLayout()->setRowStretchFactor(0, 0.001);
}

void drawChart(QCustomPlot& plot, const ChartData& chart, const Theme& theme) {
    clear(plot);
    plot.setBackground(QBrush(theme.color(Role::Surface)));
    std::visit([&](const auto& one) { draw(plot, one, theme); }, chart);
    styleLegend(plot, theme);
    wrapLegend(plot);
}

} // namespace shardscape::app
