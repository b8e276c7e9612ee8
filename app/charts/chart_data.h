// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include <QString>
#include <QStringList>

#include "estimator/figure/figure.h"

/// What charts draw: plain values, already computed. Nothing here or behind it does more arithmetic than placing
/// points; values that are not finite leave a gap and read "no value". The same values become the picture on the
/// screen, the picture in the report, the table, the sentence for assistive tools and the CSV.
namespace shardscape::app {

enum class AxisScale { Linear, Logarithmic };
enum class AxisKind {
    Number,     ///< in "unit", as everywhere else in the window
    Months,     ///< from now: "now", "1 y", "2 y"
    TimeOfDay,  ///< seconds after midnight: "14:30"
    Percentile, ///< percentilePosition() of a probability: "99.9 %", a decade of the tail as wide as any other
};

/// Where a percentile lies on a Percentile axis: log10(1 / (1 - p)), so that 90, 99 and 99.9 % are at 1, 2 and 3.
double percentilePosition(double probability);
double percentileAt(double position);

struct ChartAxis {
    QString title; ///< what it counts; names the column of the table
    estimator::Unit unit = estimator::Unit::None;
    AxisScale scale = AxisScale::Linear;
    AxisKind kind = AxisKind::Number;
    /// Shown at least from and to here; unset: what the values need. Holds an axis still while values arrive.
    std::optional<std::pair<double, double>> span = std::nullopt;
};

/// How a line is drawn; the stroke says what kind of line it is, the colour which one.
enum class Stroke {
    Strong, ///< the line the chart is about
    Thin,
    Dashed, ///< computed rather than observed
    Ghost,  ///< an earlier run, for comparison
    Points, ///< single computed values, without a line between them
};

struct LineSeries {
    QString name;
    std::vector<double> x; ///< ascending
    std::vector<double> y; ///< as long as x
    int color = 0;         ///< of the theme's series
    Stroke stroke = Stroke::Strong;
};

/// A horizontal line: a wanted value or a limit.
struct Threshold {
    QString name;
    double y = 0;
};

/// Lines over a common axis.
struct LineChart {
    QString title;
    ChartAxis x;
    ChartAxis y;
    std::vector<LineSeries> series;
    std::vector<Threshold> thresholds;
};

/// A vertical line with a word: the month in which a limit is reached.
struct Mark {
    double x = 0;
    QString text;
};

struct AreaPart {
    QString name;
    std::vector<double> y; ///< as long as AreaChart::x
    int color = 0;
};

/// Parts stacked on each other, and how they grow.
struct AreaChart {
    QString title;
    ChartAxis x;
    ChartAxis y;
    std::vector<double> at;         ///< positions on x, ascending
    std::vector<AreaPart> parts;    ///< from the bottom up
    std::vector<double> totals;     ///< of the parts; as long as "at"
    std::optional<LineSeries> line; ///< drawn over the stack (the total with replicas)
    std::vector<Mark> marks;
};

struct Bar {
    QString name;
    double value = 0;
    QString note; ///< shown in the readout: "n4, 82 % GetTimeline"
};

/// Standing bars in the order given, with a line at their mean.
struct BarChart {
    QString title;
    QString names; ///< what one bar is: "partition"
    ChartAxis y;
    std::vector<Bar> bars;
    std::optional<double> mean;
    int highlighted = -1; ///< index of the bar the chart is about
    /// The same bars in an earlier run, as steps over them; empty for none, else as long as bars.
    std::vector<double> before;
    QString beforeName;
    std::optional<Threshold> limit;
};

/// Lying bars with their names and values written out; one of them may be the one that matters.
struct RankChart {
    QString title;
    QString names; ///< what one bar is: "constraint"
    ChartAxis x;
    std::vector<Bar> bars;
    int highlighted = -1;
    QString highlightNote; ///< behind the highlighted value: "binding"
};

enum class HeatColors { Load, Latency };

/// A value for each row and window of time.
struct HeatChart {
    QString title;
    QString rowsName; ///< what one row is: "partition"
    QStringList rows;
    ChartAxis x;
    std::vector<double> columns; ///< start of each window, evenly spaced, ascending
    double columnWidth = 1;
    ChartAxis value;
    std::vector<double> values; ///< row by row: rows × columns
    double maximum = 1;         ///< drawn in the brightest colour
    HeatColors colors = HeatColors::Load;

    double at(int row, int column) const { return values[std::size_t(row) * columns.size() + std::size_t(column)]; }
};

using ChartData = std::variant<LineChart, AreaChart, BarChart, RankChart, HeatChart>;

/// A chart as a table: what can be read, copied and exported.
struct ChartTable {
    QStringList columns;
    std::vector<QStringList> rows;      ///< as shown: "412 GB"
    std::vector<QStringList> exactRows; ///< the same cells in plain numbers, for CSV
};

ChartTable chartTable(const ChartData& chart);
/// The chart in one sentence, for assistive tools and captions.
QString chartSummary(const ChartData& chart);
/// The table with plain numbers: RFC 4180, header first, decimal points, "\r\n".
QByteArray chartCsv(const ChartData& chart);
/// True when there is nothing to draw.
bool isEmpty(const ChartData& chart);

/// A value on an axis in words: "412 GB", "14:30", "3 y 2 mo"; "no value" when it is not finite.
QString axisText(const ChartAxis& axis, double value);

} // namespace shardscape::app
