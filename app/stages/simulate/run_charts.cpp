// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/run_charts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <QCoreApplication>

#include "app/theme/numbers.h"

namespace shardscape::app {
namespace {

struct RunCharts {
    Q_DECLARE_TR_FUNCTIONS(RunCharts)
};

using estimator::Unit;

constexpr std::size_t kMostStreams = 8;
constexpr double kMs = 1e-3;

/// Time of the run, or of the day that it stands for.
ChartAxis timeAxis(const Simulation& simulation) {
    if (simulation.compiled.secondsAnHour > 0)
        return {RunCharts::tr("Time of day"), Unit::Seconds, AxisScale::Linear, AxisKind::TimeOfDay};
    return {RunCharts::tr("Time"), Unit::Seconds, AxisScale::Linear, AxisKind::Number};
}

double onAxis(const Simulation& simulation, double seconds) {
    return simulation.compiled.secondsAnHour > 0 ? seconds / simulation.compiled.secondsAnHour * 3600 : seconds;
}

QString nameOf(const simulator::StreamResult& stream) {
    return QString::fromStdString(stream.pattern.empty() ? stream.name : stream.pattern);
}

double orGap(double ms) {
    return ms > 0 ? ms * kMs : std::numeric_limits<double>::quiet_NaN();
}

LineSeries overTime(const Simulation& simulation, std::size_t stream, const QString& name, int color, Stroke stroke,
                    double simulator::WindowStream::*value) {
    LineSeries series{name, {}, {}, color, stroke};
    for (const simulator::Window& window : simulation.result.series) {
        series.x.push_back(onAxis(simulation, window.fromSeconds + window.seconds / 2));
        series.y.push_back(stream < window.streams.size() ? orGap(window.streams[stream].*value)
                                                          : std::numeric_limits<double>::quiet_NaN());
    }
    return series;
}

/// The streams worth drawing together: those with the most requests.
std::vector<std::size_t> busiest(const Simulation& simulation) {
    std::vector<std::size_t> order(simulation.result.streams.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return simulation.result.streams[a].count > simulation.result.streams[b].count;
    });
    order.resize(std::min(order.size(), kMostStreams));
    return order;
}

} // namespace

namespace {

/// More rows than this are thinner than a person can see.
constexpr std::size_t kMostRows = 128;
/// More bars than this say no more than the mean does.
constexpr std::size_t kMostBars = 256;

/// Runs of neighbouring partitions that a window counts.
std::size_t runsOf(const Simulation& simulation, std::size_t table) {
    const auto& series = simulation.result.series;
    return series.empty() || table >= series.front().operations.size()
               ? simulation.result.tables[table].partitions.size()
               : series.front().operations[table].size();
}

std::size_t runsPerRow(std::size_t runs) {
    return std::max<std::size_t>(1, (runs + kMostRows - 1) / kMostRows);
}

} // namespace

int partitionsPerRow(const Simulation& simulation, std::size_t table) {
    const std::size_t partitions = simulation.result.tables[table].partitions.size();
    const std::size_t runs = runsOf(simulation, table);
    return runs == 0 ? 1 : int((partitions + runs - 1) / runs * runsPerRow(runs));
}

HeatChart loadHeatChart(const Simulation& simulation, std::size_t table) {
    HeatChart chart;
    chart.title = RunCharts::tr("Load per partition over time");
    chart.rowsName = RunCharts::tr("Partition");
    chart.x = timeAxis(simulation);
    chart.value = {RunCharts::tr("Operations"), Unit::PerSecond, AxisScale::Linear, AxisKind::Number};
    const auto& series = simulation.result.series;
    if (series.empty() || table >= series.front().operations.size())
        return chart;
    const std::size_t runs = runsOf(simulation, table);
    const std::size_t perHeatRow = runsPerRow(runs);
    const std::size_t rows = (runs + perHeatRow - 1) / perHeatRow;
    const int perRow = partitionsPerRow(simulation, table);
    for (std::size_t row = 0; row < rows; ++row)
        chart.rows << QStringLiteral("p%1").arg(int(row) * perRow);
    chart.columnWidth = onAxis(simulation, series.front().seconds);
    chart.values.resize(rows * series.size());
    chart.maximum = 0;
    for (std::size_t column = 0; column < series.size(); ++column) {
        const simulator::Window& window = series[column];
        chart.columns.push_back(onAxis(simulation, window.fromSeconds));
        // A row shows the busiest of its runs, so that a hot partition is seen among any number of others.
        for (std::size_t run = 0; run < runs && window.seconds > 0; ++run) {
            double& shown = chart.values[run / perHeatRow * series.size() + column];
            shown = std::max(shown, double(window.operations[table][run]) / window.seconds);
            chart.maximum = std::max(chart.maximum, shown);
        }
    }
    chart.maximum = chart.maximum > 0 ? chart.maximum : 1;
    return chart;
}

BarChart loadBarChart(const Simulation& simulation, std::size_t table, int selected, std::vector<int>* partitions) {
    const simulator::TableResult& result = simulation.result.tables[table];
    const double measured = simulation.result.simulatedSeconds - simulation.result.warmupSeconds;
    BarChart chart;
    chart.title = RunCharts::tr("Load by partition");
    chart.names = RunCharts::tr("Partition");
    chart.y = {RunCharts::tr("Operations"), Unit::PerSecond, AxisScale::Linear, AxisKind::Number};
    std::vector<int> order(result.partitions.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return result.partitions[std::size_t(a)].operations > result.partitions[std::size_t(b)].operations;
    });
    double operations = 0;
    for (const simulator::PartitionResult& one : result.partitions)
        operations += double(one.operations);
    if (measured > 0 && !order.empty())
        chart.mean = operations / measured / double(order.size());
    if (order.size() > kMostBars) {
        chart.title = RunCharts::tr("Load by partition, the busiest %1 of %2").arg(kMostBars).arg(order.size());
        order.resize(kMostBars);
    }
    for (const int partition : order) {
        const simulator::PartitionResult& one = result.partitions[std::size_t(partition)];
        const double load = measured > 0 ? double(one.operations) / measured : 0;
        if (partition == selected)
            chart.highlighted = int(chart.bars.size());
        const QString node = one.node < simulation.result.nodes.size()
                                 ? QString::fromStdString(simulation.result.nodes[one.node].name)
                                 : QString();
        chart.bars.push_back({QStringLiteral("p%1").arg(partition), load, node});
    }
    if (partitions)
        *partitions = std::move(order);
    return chart;
}

LineChart latencyChart(const Simulation& simulation, int stream) {
    LineChart chart;
    chart.title = RunCharts::tr("Latency over time");
    chart.x = timeAxis(simulation);
    chart.y = {RunCharts::tr("Latency"), Unit::Seconds, AxisScale::Logarithmic, AxisKind::Number};
    if (stream < 0) {
        int color = 0;
        for (const std::size_t one : busiest(simulation))
            chart.series.push_back(overTime(simulation, one, nameOf(simulation.result.streams[one]), color++,
                                            Stroke::Strong, &simulator::WindowStream::p99Ms));
        return chart;
    }
    const auto index = std::size_t(stream);
    chart.series.push_back(
        overTime(simulation, index, RunCharts::tr("p99"), 1, Stroke::Strong, &simulator::WindowStream::p99Ms));
    chart.series.push_back(
        overTime(simulation, index, RunCharts::tr("p50"), 0, Stroke::Strong, &simulator::WindowStream::p50Ms));
    if (const estimator::PatternEstimate* analytic = simulation.analytic(index)) {
        LineSeries line{RunCharts::tr("analytic p99"), chart.series.front().x, {}, 7, Stroke::Dashed};
        line.y.assign(line.x.size(), analytic->p99.value());
        chart.series.push_back(std::move(line));
        if (analytic->wantedP99)
            chart.thresholds.push_back({RunCharts::tr("wanted"), analytic->wantedP99->value()});
    }
    return chart;
}

LineChart latencyCdfChart(const Simulation& simulation, int stream) {
    LineChart chart;
    chart.title = RunCharts::tr("Latency distribution");
    chart.x = {RunCharts::tr("Latency"), Unit::Seconds, AxisScale::Logarithmic, AxisKind::Number};
    chart.y = {RunCharts::tr("Answered within"), Unit::Percent, AxisScale::Linear, AxisKind::Number};
    const auto add = [&](std::size_t one, int color) {
        LineSeries series{nameOf(simulation.result.streams[one]), {}, {}, color, Stroke::Strong};
        for (const auto& [probability, ms] : simulation.result.streams[one].quantilesMs)
            if (ms > 0 && (series.x.empty() || ms * kMs > series.x.back())) {
                series.x.push_back(ms * kMs);
                series.y.push_back(probability);
            }
        if (!series.x.empty())
            chart.series.push_back(std::move(series));
    };
    if (stream >= 0) {
        add(std::size_t(stream), 1);
        return chart;
    }
    int color = 0;
    for (const std::size_t one : busiest(simulation))
        add(one, color++);
    return chart;
}

} // namespace shardscape::app
