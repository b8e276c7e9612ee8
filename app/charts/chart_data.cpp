// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/chart_data.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <QCoreApplication>
#include <QRegularExpression>

#include "app/theme/numbers.h"

namespace shardscape::app {
namespace {

struct Charts {
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

QString exact(double value) {
    return std::isfinite(value) ? QString::number(value, 'g', 15) : QString();
}

/// A position on an axis as a plain number.
QString exact(const ChartAxis& axis, double value) {
    return exact(axis.kind == AxisKind::Percentile ? percentileAt(value) : value);
}

QString title(const QString& text, const QString& fallback) {
    return text.isEmpty() ? fallback : text;
}

double valueAt(const LineSeries& series, double x) {
    const auto at = std::lower_bound(series.x.begin(), series.x.end(), x);
    if (at == series.x.end() || *at != x)
        return std::nan("");
    return series.y[std::size_t(at - series.x.begin())];
}

ChartTable table(const LineChart& chart) {
    ChartTable result;
    result.columns << title(chart.x.title, Charts::tr("x"));
    std::set<double> positions;
    for (const LineSeries& series : chart.series) {
        result.columns << series.name;
        positions.insert(series.x.begin(), series.x.end());
    }
    for (const Threshold& threshold : chart.thresholds)
        result.columns << threshold.name;
    for (const double x : positions) {
        QStringList shown(axisText(chart.x, x));
        QStringList plain(exact(chart.x, x));
        const auto add = [&](double y) {
            shown << (std::isfinite(y) ? axisText(chart.y, y) : QString());
            plain << exact(y);
        };
        for (const LineSeries& series : chart.series)
            add(valueAt(series, x));
        for (const Threshold& threshold : chart.thresholds)
            add(threshold.y);
        result.rows.push_back(shown);
        result.exactRows.push_back(plain);
    }
    return result;
}

ChartTable table(const AreaChart& chart) {
    ChartTable result;
    result.columns << title(chart.x.title, Charts::tr("x"));
    for (const AreaPart& part : chart.parts)
        result.columns << part.name;
    result.columns << Charts::tr("Total");
    if (chart.line)
        result.columns << chart.line->name;
    for (std::size_t i = 0; i < chart.at.size(); ++i) {
        QStringList shown(axisText(chart.x, chart.at[i]));
        QStringList plain(exact(chart.at[i]));
        const auto add = [&](double y) {
            shown << axisText(chart.y, y);
            plain << exact(y);
        };
        for (const AreaPart& part : chart.parts)
            add(part.y[i]);
        add(chart.totals[i]);
        if (chart.line)
            add(chart.line->y[i]);
        result.rows.push_back(shown);
        result.exactRows.push_back(plain);
    }
    return result;
}

ChartTable barTable(const QString& names, const ChartAxis& axis, const std::vector<Bar>& bars) {
    ChartTable result;
    result.columns << title(names, Charts::tr("Name")) << title(axis.title, Charts::tr("Value"));
    for (const Bar& bar : bars) {
        result.rows.push_back({bar.name, axisText(axis, bar.value)});
        result.exactRows.push_back({bar.name, exact(bar.value)});
    }
    return result;
}

ChartTable table(const BarChart& chart) {
    ChartTable result = barTable(chart.names, chart.y, chart.bars);
    if (chart.before.empty())
        return result;
    result.columns << title(chart.beforeName, Charts::tr("Before"));
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        result.rows[i] << axisText(chart.y, chart.before[i]);
        result.exactRows[i] << exact(chart.before[i]);
    }
    return result;
}

ChartTable table(const RankChart& chart) {
    return barTable(chart.names, chart.x, chart.bars);
}

ChartTable table(const HeatChart& chart) {
    ChartTable result;
    result.columns << title(chart.rowsName, Charts::tr("Row"));
    for (const double column : chart.columns)
        result.columns << axisText(chart.x, column);
    for (int row = 0; row < chart.rows.size(); ++row) {
        QStringList shown(chart.rows[row]);
        QStringList plain(chart.rows[row]);
        for (int column = 0; column < int(chart.columns.size()); ++column) {
            const double value = chart.at(row, column);
            shown << (std::isfinite(value) ? axisText(chart.value, value) : QString());
            plain << exact(chart.at(row, column));
        }
        result.rows.push_back(shown);
        result.exactRows.push_back(plain);
    }
    return result;
}

QString summary(const LineChart& chart) {
    QStringList parts;
    for (const LineSeries& series : chart.series) {
        const auto largest = std::max_element(series.y.begin(), series.y.end(), [](double a, double b) {
            return (std::isfinite(a) ? a : -HUGE_VAL) < (std::isfinite(b) ? b : -HUGE_VAL);
        });
        if (largest == series.y.end() || !std::isfinite(*largest))
            continue;
        parts << Charts::tr("%1 at most %2 at %3")
                     .arg(series.name, axisText(chart.y, *largest),
                          axisText(chart.x, series.x[std::size_t(largest - series.y.begin())]));
    }
    for (const Threshold& threshold : chart.thresholds)
        parts << Charts::tr("%1 %2").arg(threshold.name, axisText(chart.y, threshold.y));
    return Charts::tr("%1: %2.").arg(chart.title, parts.join(QStringLiteral("; ")));
}

QString summary(const AreaChart& chart) {
    if (chart.at.empty())
        return chart.title;
    QString text = Charts::tr("%1: from %2 to %3 at %4")
                       .arg(chart.title, axisText(chart.y, chart.totals.front()),
                            axisText(chart.y, chart.totals.back()), axisText(chart.x, chart.at.back()));
    const auto largest = std::max_element(chart.parts.begin(), chart.parts.end(),
                                          [](const AreaPart& a, const AreaPart& b) { return a.y.back() < b.y.back(); });
    if (largest != chart.parts.end())
        text += Charts::tr(", the largest part %1 with %2").arg(largest->name, axisText(chart.y, largest->y.back()));
    return text + QLatin1Char('.');
}

QString barSummary(const QString& chartTitle, const ChartAxis& axis, const std::vector<Bar>& bars) {
    const auto largest =
        std::max_element(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.value < b.value; });
    if (largest == bars.end())
        return chartTitle;
    return Charts::tr("%1: %2 bars, the largest %3 with %4")
        .arg(chartTitle)
        .arg(bars.size())
        .arg(largest->name, axisText(axis, largest->value));
}

QString summary(const BarChart& chart) {
    QString text = barSummary(chart.title, chart.y, chart.bars);
    if (chart.mean)
        text += Charts::tr(", the mean %1").arg(axisText(chart.y, *chart.mean));
    return text + QLatin1Char('.');
}

QString summary(const RankChart& chart) {
    return barSummary(chart.title, chart.x, chart.bars) + QLatin1Char('.');
}

QString summary(const HeatChart& chart) {
    const auto largest = std::max_element(chart.values.begin(), chart.values.end());
    if (largest == chart.values.end())
        return chart.title;
    const auto index = std::size_t(largest - chart.values.begin());
    return Charts::tr("%1: %2 rows over %3 windows; the highest is %4 at %5, %6.")
        .arg(chart.title)
        .arg(chart.rows.size())
        .arg(chart.columns.size())
        .arg(chart.rows[int(index / chart.columns.size())],
             axisText(chart.x, chart.columns[index % chart.columns.size()]), axisText(chart.value, *largest));
}

QByteArray csvCell(QString text) {
    static const QRegularExpression kNeedsQuotes(QStringLiteral("[\",\r\n]"));
    if (text.contains(kNeedsQuotes))
        text = QLatin1Char('"') + text.replace(QLatin1String("\""), QLatin1String("\"\"")) + QLatin1Char('"');
    return text.toUtf8();
}

QByteArray csvLine(const QStringList& cells) {
    QByteArray line;
    for (qsizetype i = 0; i < cells.size(); ++i)
        line += (i ? "," : "") + csvCell(cells[i]);
    return line + "\r\n";
}

struct EmptyCheck {
    bool operator()(const LineChart& chart) const {
        return std::all_of(chart.series.begin(), chart.series.end(), [](const LineSeries& s) { return s.x.empty(); });
    }
    bool operator()(const AreaChart& chart) const { return chart.at.empty(); }
    bool operator()(const BarChart& chart) const { return chart.bars.empty(); }
    bool operator()(const RankChart& chart) const { return chart.bars.empty(); }
    bool operator()(const HeatChart& chart) const { return chart.rows.isEmpty() || chart.columns.empty(); }
};

} // namespace

ChartTable chartTable(const ChartData& chart) {
    return std::visit([](const auto& one) { return table(one); }, chart);
}

QString chartSummary(const ChartData& chart) {
    return std::visit([](const auto& one) { return summary(one); }, chart);
}

QByteArray chartCsv(const ChartData& chart) {
    const ChartTable values = chartTable(chart);
    QByteArray csv = csvLine(values.columns);
    for (const QStringList& row : values.exactRows)
        csv += csvLine(row);
    return csv;
}

bool isEmpty(const ChartData& chart) {
    return std::visit(EmptyCheck(), chart);
}

QString axisText(const ChartAxis& axis, double value) {
    if (!std::isfinite(value))
        return Charts::tr("no value");
    switch (axis.kind) {
    case AxisKind::TimeOfDay: return formatTimeOfDay(value);
    case AxisKind::Months: {
        const int months = int(std::lround(value));
        if (months == 0)
            return Charts::tr("now");
        if (months < 12)
            return Charts::tr("%1 mo").arg(months);
        return months % 12 == 0 ? Charts::tr("%1 y").arg(months / 12)
                                : Charts::tr("%1 y %2 mo").arg(months / 12).arg(months % 12);
    }
    case AxisKind::Percentile: {
        // As many digits as the tail has decades: 50 %, 99 %, 99.9 %, 99.95 %.
        const int digits = std::max(0, int(std::ceil(value - 1e-9)) - 2);
        return Charts::tr("%1 %").arg(100 * percentileAt(value), 0, 'f', digits);
    }
    case AxisKind::Number: break;
    }
    return formatNumber(value, axis.unit);
}

double percentilePosition(double probability) {
    return -std::log10(1 - probability);
}

double percentileAt(double position) {
    return 1 - std::pow(10.0, -position);
}

} // namespace shardscape::app
