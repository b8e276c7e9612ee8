// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/run_charts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

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

double onAxis(const Simulation& simulation, double seconds) {
    return simulation.compiled->secondsAnHour > 0 ? seconds / simulation.compiled->secondsAnHour * 3600 : seconds;
}

/// Time of the run, or of the day that it stands for; as far as it will go while it still runs.
ChartAxis timeAxis(const Simulation& simulation) {
    ChartAxis axis{RunCharts::tr("Time"), Unit::Seconds, AxisScale::Linear, AxisKind::Number};
    if (simulation.compiled->secondsAnHour > 0) {
        axis.title = RunCharts::tr("Time of day");
        axis.kind = AxisKind::TimeOfDay;
    }
    if (simulation.partial && !simulation.result.series.empty())
        axis.span = {
            0, onAxis(simulation, simulation.result.series.front().seconds * simulation.compiled->scenario.windows)};
    return axis;
}

QString nameOf(const simulator::StreamResult& stream) {
    return QString::fromStdString(stream.pattern.empty() ? stream.name : stream.pattern);
}

double orGap(double ms) {
    return ms > 0 ? ms * kMs : std::numeric_limits<double>::quiet_NaN();
}

/// Operations a second that a window counted. Windows of several replications put together count those of all.
double rateOf(const Simulation& simulation, const simulator::Window& window, std::uint32_t operations) {
    const double seconds = window.seconds * std::max(1U, simulation.result.replications);
    return seconds > 0 ? double(operations) / seconds : 0;
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

/// The stream of the same name in an earlier run; nothing without one.
std::optional<std::size_t> sameStream(const Simulation* before, const simulator::StreamResult& stream) {
    if (!before)
        return std::nullopt;
    const auto& streams = before->result.streams;
    const auto at = std::find_if(streams.begin(), streams.end(), [&](const auto& s) { return s.name == stream.name; });
    return at == streams.end() ? std::nullopt : std::optional(std::size_t(at - streams.begin()));
}

QString beforeName(const QString& name) {
    return RunCharts::tr("%1, pinned").arg(name);
}

/// A distribution as a line: "place" says where (probability, seconds) lies.
template <class Place>
LineSeries distribution(const simulator::StreamResult& stream, const QString& name, int color, Stroke stroke,
                        Place place) {
    LineSeries series{name, {}, {}, color, stroke};
    double last = -1;
    for (const auto& [probability, ms] : stream.quantilesMs) {
        const auto [x, y] = place(probability, ms * kMs);
        if (ms > 0 && x > last) {
            series.x.push_back(x);
            series.y.push_back(y);
            last = x;
        }
    }
    return series;
}

/// The distributions of one stream or of the busiest, with their earlier ones, and the analytic percentiles of one.
template <class Place>
void addDistributions(LineChart& chart, const Simulation& simulation, int stream, const Simulation* before,
                      Place place) {
    const auto add = [&](std::size_t index, int color) {
        const simulator::StreamResult& one = simulation.result.streams[index];
        if (const auto same = sameStream(before, one))
            chart.series.push_back(
                distribution(before->result.streams[*same], beforeName(nameOf(one)), color, Stroke::Ghost, place));
        chart.series.push_back(distribution(one, nameOf(one), color, Stroke::Strong, place));
    };
    if (stream < 0) {
        int color = 0;
        for (const std::size_t one : busiest(simulation))
            add(one, color++);
    } else {
        add(std::size_t(stream), 1);
        if (const estimator::PatternEstimate* analytic = simulation.analytic(std::size_t(stream))) {
            LineSeries points{RunCharts::tr("analytic"), {}, {}, 7, Stroke::Points};
            for (const auto& [probability, figure] :
                 {std::pair(0.5, &analytic->p50), std::pair(0.95, &analytic->p95), std::pair(0.99, &analytic->p99)})
                if (std::isfinite(figure->value())) {
                    const auto [x, y] = place(probability, figure->value());
                    points.x.push_back(x);
                    points.y.push_back(y);
                }
            if (!points.x.empty())
                chart.series.push_back(std::move(points));
        }
    }
    std::erase_if(chart.series, [](const LineSeries& series) { return series.x.empty(); });
}

} // namespace

namespace {

/// More rows than this are thinner than a person can see.
constexpr std::size_t kMostRows = 128;
/// More bars than this say no more than the mean does.
constexpr std::size_t kMostBars = 256;

} // namespace

HeatRows::HeatRows(const Simulation& simulation, std::size_t table) {
    const auto& series = simulation.result.series;
    partitions = std::max<std::size_t>(1, simulation.result.tables[table].partitions.size());
    runs = series.empty() || table >= series.front().operations.size() ? partitions
                                                                       : series.front().operations[table].size();
    runsPerRow = std::max<std::size_t>(1, (runs + kMostRows - 1) / kMostRows);
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
    const HeatRows heat(simulation, table);
    for (std::size_t row = 0; row < heat.rows(); ++row)
        chart.rows << QStringLiteral("p%1").arg(heat.firstOfRow(row));
    chart.columnWidth = onAxis(simulation, series.front().seconds);
    chart.values.resize(heat.rows() * series.size());
    chart.maximum = 0;
    for (std::size_t column = 0; column < series.size(); ++column) {
        const simulator::Window& window = series[column];
        chart.columns.push_back(onAxis(simulation, window.fromSeconds));
        // A row shows the busiest of its runs, so that a hot partition is seen among any number of others.
        for (std::size_t run = 0; run < heat.runs && window.seconds > 0; ++run) {
            double& shown = chart.values[run / heat.runsPerRow * series.size() + column];
            shown = std::max(shown, rateOf(simulation, window, window.operations[table][run]));
            chart.maximum = std::max(chart.maximum, shown);
        }
    }
    chart.maximum = chart.maximum > 0 ? chart.maximum : 1;
    return chart;
}

namespace {

/// What a bar shows: a node, a partition, or a run of neighbouring ones.
struct Load {
    double value = 0;
    std::size_t index = 0; ///< among all loads
    int first = 0;         ///< partition or node
    int last = 0;
};

/// Operations a second by partition, or by run of neighbours at a moment.
std::vector<Load> partitionLoads(const Simulation& simulation, std::size_t table, int moment) {
    std::vector<Load> loads;
    const auto& result = simulation.result;
    if (moment >= 0) {
        const HeatRows heat(simulation, table);
        const simulator::Window& window = result.series[std::size_t(moment)];
        for (std::size_t run = 0; run < heat.runs && window.seconds > 0; ++run)
            loads.push_back({rateOf(simulation, window, window.operations[table][run]), run, int(heat.firstOfRun(run)),
                             int(heat.firstOfRun(run + 1)) - 1});
        return loads;
    }
    const double measured = result.simulatedSeconds - result.warmupSeconds;
    for (const simulator::PartitionResult& one : result.tables[table].partitions) {
        const std::size_t at = loads.size();
        loads.push_back({measured > 0 ? double(one.operations) / measured : 0, at, int(at), int(at)});
    }
    return loads;
}

std::vector<Load> nodeLoads(const Simulation& simulation, int moment) {
    std::vector<Load> loads;
    for (std::size_t i = 0; i < simulation.result.nodes.size(); ++i) {
        const double whole = simulation.result.nodes[i].utilisation;
        const auto& series = simulation.result.series;
        loads.push_back({moment >= 0 ? series[std::size_t(moment)].nodeUtilisation[i] : whole, i, int(i), int(i)});
    }
    return loads;
}

/// The moment of an earlier run that lies at the same time; the whole of it where there is none.
int sameMoment(const Simulation* before, const Simulation& simulation, int moment) {
    if (!before || moment < 0)
        return kWholeRun;
    const double at = momentOnAxis(simulation, moment);
    for (int i = 0; i < int(before->result.series.size()); ++i)
        if (onAxis(*before, before->result.series[std::size_t(i)].fromSeconds +
                                before->result.series[std::size_t(i)].seconds) >= at)
            return i;
    return kWholeRun;
}

/// Puts loads into a chart, the largest first; returns what each bar is.
template <class Describe>
std::vector<int> fillBars(BarChart& chart, std::vector<Load> loads, const std::vector<Load>& before, int selected,
                          Describe describe) {
    double sum = 0;
    for (const Load& load : loads)
        sum += load.value;
    if (!loads.empty())
        chart.mean = sum / double(loads.size());
    const bool comparable = !loads.empty() && before.size() == loads.size();
    std::stable_sort(loads.begin(), loads.end(), [](const Load& a, const Load& b) { return a.value > b.value; });
    if (loads.size() > kMostBars) {
        chart.title = RunCharts::tr("%1, the busiest %2 of %3").arg(chart.title).arg(kMostBars).arg(loads.size());
        loads.resize(kMostBars);
    }
    std::vector<int> order;
    for (const Load& load : loads) {
        if (selected >= load.first && selected <= load.last)
            chart.highlighted = int(chart.bars.size());
        const auto [name, note] = describe(load);
        chart.bars.push_back({name, load.value, note});
        if (comparable)
            chart.before.push_back(before[load.index].value);
        order.push_back(load.first);
    }
    chart.beforeName = RunCharts::tr("pinned");
    return order;
}

} // namespace

BarChart loadBarChart(const Simulation& simulation, std::size_t table, int selected, std::vector<int>* partitions,
                      int moment, const Simulation* before) {
    BarChart chart;
    chart.title = RunCharts::tr("Load by partition");
    chart.names = RunCharts::tr("Partition");
    chart.y = {RunCharts::tr("Operations"), Unit::PerSecond, AxisScale::Linear, AxisKind::Number};
    if (simulation.partial && moment < 0)
        return chart; // windows alone are known
    std::vector<Load> earlier;
    const auto& tables = simulation.result.tables;
    if (before)
        for (std::size_t i = 0; i < before->result.tables.size(); ++i)
            if (before->result.tables[i].name == tables[table].name)
                earlier = partitionLoads(*before, i, sameMoment(before, simulation, moment));
    auto order = fillBars(chart, partitionLoads(simulation, table, moment), earlier, selected, [&](const Load& load) {
        const QString name = load.last > load.first ? QStringLiteral("p%1–p%2").arg(load.first).arg(load.last)
                                                    : QStringLiteral("p%1").arg(load.first);
        const std::uint32_t node = tables[table].partitions[std::size_t(load.first)].node;
        const bool known = load.last == load.first && node < simulation.result.nodes.size();
        return std::pair(name, known ? QString::fromStdString(simulation.result.nodes[node].name) : QString());
    });
    if (partitions)
        *partitions = std::move(order);
    if (moment >= 0)
        chart.title = RunCharts::tr("%1, %2").arg(chart.title, momentWord(simulation, moment));
    return chart;
}

BarChart nodeChart(const Simulation& simulation, int selected, std::vector<int>* nodes, int moment,
                   const Simulation* before) {
    BarChart chart;
    chart.title = RunCharts::tr("Nodes");
    chart.names = RunCharts::tr("Node");
    chart.y = {RunCharts::tr("Busy"), Unit::Percent, AxisScale::Linear, AxisKind::Number};
    if (simulation.partial && moment < 0)
        return chart;
    const std::vector<Load> earlier =
        before ? nodeLoads(*before, sameMoment(before, simulation, moment)) : std::vector<Load>();
    auto order = fillBars(chart, nodeLoads(simulation, moment), earlier, selected, [&](const Load& load) {
        const simulator::NodeResult& node = simulation.result.nodes[std::size_t(load.first)];
        const std::uint64_t waiting =
            moment >= 0 ? simulation.result.series[std::size_t(moment)].nodeMaxQueue[std::size_t(load.first)]
                        : node.maxQueue;
        return std::pair(QString::fromStdString(node.name),
                         RunCharts::tr("at most %1 waiting").arg(formatNumber(double(waiting), Unit::None)));
    });
    if (nodes)
        *nodes = std::move(order);
    if (moment >= 0)
        chart.title = RunCharts::tr("%1, %2").arg(chart.title, momentWord(simulation, moment));
    return chart;
}

LineChart latencyChart(const Simulation& simulation, int stream, const Simulation* before) {
    LineChart chart;
    chart.title = RunCharts::tr("Latency over time");
    chart.x = timeAxis(simulation);
    chart.y = {RunCharts::tr("Latency"), Unit::Seconds, AxisScale::Logarithmic, AxisKind::Number};
    const auto p99 = &simulator::WindowStream::p99Ms;
    const auto addBefore = [&](std::size_t index, const QString& name, int color) {
        if (const auto same = sameStream(before, simulation.result.streams[index]))
            chart.series.push_back(overTime(*before, *same, beforeName(name), color, Stroke::Ghost, p99));
    };
    if (stream < 0) {
        int color = 0;
        for (const std::size_t one : busiest(simulation)) {
            const QString name = nameOf(simulation.result.streams[one]);
            addBefore(one, name, color);
            chart.series.push_back(overTime(simulation, one, name, color++, Stroke::Strong, p99));
        }
        return chart;
    }
    const auto index = std::size_t(stream);
    addBefore(index, RunCharts::tr("p99"), 1);
    chart.series.push_back(overTime(simulation, index, RunCharts::tr("p99"), 1, Stroke::Strong, p99));
    chart.series.push_back(
        overTime(simulation, index, RunCharts::tr("p50"), 0, Stroke::Strong, &simulator::WindowStream::p50Ms));
    if (const estimator::PatternEstimate* analytic = simulation.analytic(index)) {
        LineSeries line{RunCharts::tr("analytic p99"), chart.series.back().x, {}, 7, Stroke::Dashed};
        line.y.assign(line.x.size(), analytic->p99.value());
        chart.series.push_back(std::move(line));
        if (analytic->wantedP99)
            chart.thresholds.push_back({RunCharts::tr("wanted"), analytic->wantedP99->value()});
    }
    return chart;
}

LineChart latencyCdfChart(const Simulation& simulation, int stream, const Simulation* before) {
    LineChart chart;
    chart.title = RunCharts::tr("Latency distribution");
    chart.x = {RunCharts::tr("Latency"), Unit::Seconds, AxisScale::Logarithmic, AxisKind::Number};
    chart.y = {RunCharts::tr("Answered within"), Unit::Percent, AxisScale::Linear, AxisKind::Number};
    addDistributions(chart, simulation, stream, before,
                     [](double probability, double seconds) { return std::pair(seconds, probability); });
    return chart;
}

LineChart latencyTailChart(const Simulation& simulation, int stream, const Simulation* before) {
    LineChart chart;
    chart.title = RunCharts::tr("Latency by percentile");
    chart.x = {RunCharts::tr("Percentile"), Unit::None, AxisScale::Linear, AxisKind::Percentile};
    chart.y = {RunCharts::tr("Latency"), Unit::Seconds, AxisScale::Logarithmic, AxisKind::Number};
    addDistributions(chart, simulation, stream, before, [](double probability, double seconds) {
        return std::pair(percentilePosition(probability), seconds);
    });
    const estimator::PatternEstimate* analytic = stream < 0 ? nullptr : simulation.analytic(std::size_t(stream));
    if (analytic && analytic->wantedP99)
        chart.thresholds.push_back({RunCharts::tr("wanted p99"), analytic->wantedP99->value()});
    return chart;
}

double momentOnAxis(const Simulation& simulation, int moment) {
    const simulator::Window& window = simulation.result.series[std::size_t(moment)];
    return onAxis(simulation, window.fromSeconds + window.seconds / 2);
}

QString momentWord(const Simulation& simulation, int moment) {
    const simulator::Window& window = simulation.result.series[std::size_t(moment)];
    const ChartAxis axis = timeAxis(simulation);
    return QStringLiteral("%1 – %2").arg(axisText(axis, onAxis(simulation, window.fromSeconds)),
                                         axisText(axis, onAxis(simulation, window.fromSeconds + window.seconds)));
}

} // namespace shardscape::app
