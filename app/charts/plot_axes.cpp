// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/plot_axes.h"

#include <cmath>

#include <QRegularExpression>
#include <qcustomplot.h>

#include "app/theme/metrics.h"

namespace shardscape::app {
namespace {

/// "10.0 ms" → "10 ms": ticks sit on round numbers.
QString trimmed(QString text) {
    static const QRegularExpression kZeros(QStringLiteral("(\\.\\d*?)0+(?=\\s|$)"));
    static const QRegularExpression kPoint(QStringLiteral("\\.(?=\\s|$)"));
    return text.replace(kZeros, QStringLiteral("\\1")).remove(kPoint);
}

class UnitTicker : public QCPAxisTicker {
public:
    explicit UnitTicker(const ChartAxis& axis)
        : m_axis(axis) {}

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override {
        return tick == 0 && m_axis.kind == AxisKind::Number ? QStringLiteral("0") : trimmed(axisText(m_axis, tick));
    }
    int getSubTickCount(double) override { return 0; }

    ChartAxis m_axis;
};

/// 1, 2, 5, 10 … where there is room, else every power of ten.
class LogTicker : public UnitTicker {
public:
    using UnitTicker::UnitTicker;

protected:
    QVector<double> createTickVector(double, const QCPRange& range) override {
        QVector<double> ticks;
        if (range.lower <= 0 || range.upper <= range.lower)
            return ticks;
        const int first = int(std::floor(std::log10(range.lower)));
        const int last = int(std::ceil(std::log10(range.upper)));
        const int stride = std::max(1, (last - first) / 6);
        for (int power = first; power <= last; ++power)
            for (const double step : {1.0, 2.0, 5.0})
                if ((step == 1.0 && (power - first) % stride == 0) || last - first <= 3)
                    ticks.append(step * std::pow(10.0, power));
        return ticks;
    }
};

class MonthTicker : public UnitTicker {
public:
    using UnitTicker::UnitTicker;

protected:
    double getTickStep(const QCPRange& range) override { return range.size() > 30 ? 12 : range.size() > 12 ? 6 : 3; }
};

/// A nice step for times of day: whole hours.
class DayTicker : public UnitTicker {
public:
    using UnitTicker::UnitTicker;

protected:
    double getTickStep(const QCPRange& range) override { return range.size() > 43200 ? 21600 : 3600; }
};

/// 0, 50, 90, 99, 99.9 % …
class PercentileTicker : public UnitTicker {
public:
    using UnitTicker::UnitTicker;

protected:
    QVector<double> createTickVector(double, const QCPRange& range) override {
        QVector<double> ticks{0, percentilePosition(0.5)};
        for (int decade = 1; decade <= range.upper; ++decade)
            ticks.append(decade);
        return ticks;
    }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return axisText(m_axis, tick); }
};

QSharedPointer<QCPAxisTicker> tickerFor(const ChartAxis& spec) {
    switch (spec.kind) {
    case AxisKind::Months: return QSharedPointer<MonthTicker>::create(spec);
    case AxisKind::TimeOfDay: return QSharedPointer<DayTicker>::create(spec);
    case AxisKind::Percentile: return QSharedPointer<PercentileTicker>::create(spec);
    case AxisKind::Number: break;
    }
    if (spec.scale == AxisScale::Logarithmic)
        return QSharedPointer<LogTicker>::create(spec);
    return QSharedPointer<UnitTicker>::create(spec);
}

void paintAxis(QCPAxis& axis, const Theme& theme, bool grid) {
    axis.setVisible(true);
    axis.setBasePen(grid ? QPen(Qt::NoPen) : QPen(theme.color(Role::Border), 1));
    axis.setTickPen(Qt::NoPen);
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLengthIn(0);
    axis.setTickLengthOut(0);
    axis.setTickLabelPadding(5);
    axis.setTickLabelFont(tabularFont(TextSize::Caption));
    axis.setTickLabelColor(theme.color(Role::Muted));
    axis.setNumberFormat(QStringLiteral("f")); // names such as "5e4" are not powers of ten
    axis.setPadding(2);
    axis.grid()->setVisible(grid);
    axis.grid()->setPen(QPen(theme.color(Role::Grid), 1));
    axis.grid()->setZeroLinePen(QPen(theme.color(Role::Border), 1));
    axis.grid()->setSubGridVisible(false);
}

} // namespace

void styleAxis(QCPAxis& axis, const ChartAxis& spec, const Theme& theme, bool grid) {
    paintAxis(axis, theme, grid);
    axis.setScaleType(spec.scale == AxisScale::Logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    const auto ticker = tickerFor(spec);
    ticker->setTickCount(4);
    axis.setTicker(ticker);
    axis.setRangeReversed(false);
}

void nameAxis(QCPAxis& axis, const QStringList& names, const Theme& theme, int most) {
    paintAxis(axis, theme, false);
    axis.setBasePen(Qt::NoPen);
    axis.setScaleType(QCPAxis::stLinear);
    const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    const qsizetype stride = std::max<qsizetype>(1, (names.size() + most - 1) / std::max(1, most));
    for (qsizetype i = 0; i < names.size(); i += stride)
        ticker->addTick(double(i), names[i]);
    axis.setTicker(ticker);
    axis.setRange(-0.5, double(names.size()) - 0.5);
}

void rangeAxis(QCPAxis& axis, const ChartAxis& spec, double low, double high) {
    if (spec.span) {
        low = std::min(low, spec.span->first);
        high = std::max(high, spec.span->second);
    }
    if (spec.scale == AxisScale::Logarithmic) {
        if (!(low > 0) || !(high > 0)) {
            axis.setRange(0.1, 10);
            return;
        }
        axis.setRange(low / 1.3, high * 1.5);
        return;
    }
    if (!(high > low))
        high = low + 1;
    axis.setRange(low, low + (high - low) * 1.06);
}

} // namespace shardscape::app
