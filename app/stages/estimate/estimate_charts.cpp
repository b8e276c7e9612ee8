// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/estimate/estimate_charts.h"

#include <algorithm>
#include <numeric>

#include <QCoreApplication>

#include "app/theme/sentences.h"
#include "estimator/growth/tiers.h"

namespace shardscape::app {
namespace {

struct EstimateCharts {
    Q_DECLARE_TR_FUNCTIONS(EstimateCharts)
};

constexpr std::size_t kMostParts = 7;

double bytesOf(const estimator::GrowthMonth& month, std::size_t structure) {
    return structure < month.structureBytes.size() ? month.structureBytes[structure] : 0;
}

} // namespace

QString tierMediumText(model::TierMedium medium) {
    switch (medium) {
    case model::TierMedium::Engine: return EstimateCharts::tr("in the engine");
    case model::TierMedium::ObjectStorage: return EstimateCharts::tr("object storage");
    case model::TierMedium::InfrequentAccess: return EstimateCharts::tr("infrequent access");
    case model::TierMedium::Archive: return EstimateCharts::tr("archive");
    }
    return {};
}

AreaChart growthChart(const estimator::Estimate& estimate) {
    AreaChart chart;
    chart.title = EstimateCharts::tr("Storage growth");
    chart.x = {EstimateCharts::tr("Month"), estimator::Unit::None, AxisScale::Linear, AxisKind::Months};
    chart.y = {EstimateCharts::tr("Bytes"), estimator::Unit::Bytes, AxisScale::Linear, AxisKind::Number};
    if (estimate.growth.empty())
        return chart;
    std::vector<std::size_t> order(estimate.structures.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const estimator::GrowthMonth& last = estimate.growth.back();
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return bytesOf(last, a) > bytesOf(last, b); });
    const std::vector<estimator::TierSeries> tiers = estimator::tierSeries(estimate);
    const std::size_t outside = std::min<std::size_t>(tiers.empty() ? 0 : tiers.size() - 1, kMostParts - 1);
    const std::size_t most = kMostParts - outside;
    const std::size_t own = order.size() <= most + 1 ? order.size() : most;
    for (std::size_t i = 0; i < own; ++i)
        chart.parts.push_back({QString::fromStdString(estimate.structures[order[i]].name), {}, int(i)});
    if (own < order.size())
        chart.parts.push_back({EstimateCharts::tr("%1 others").arg(order.size() - own), {}, int(own)});
    const std::size_t inEngine = chart.parts.size();
    for (std::size_t i = 1; i <= outside; ++i)
        chart.parts.push_back(
            {EstimateCharts::tr("%1 (%2)").arg(QString::fromStdString(tiers[i].name), tierMediumText(tiers[i].medium)),
             {},
             int(inEngine + i - 1)});
    LineSeries replicated{EstimateCharts::tr("with replicas"), {}, {}, 7, Stroke::Dashed};
    bool differs = false;
    for (const estimator::GrowthMonth& month : estimate.growth) {
        chart.at.push_back(month.month);
        chart.totals.push_back(month.bytes.value());
        replicated.x.push_back(month.month);
        replicated.y.push_back(month.replicatedBytes.value());
        differs = differs || month.replicatedBytes.value() > month.bytes.value();
        for (AreaPart& part : chart.parts)
            part.y.push_back(0);
        for (std::size_t i = 0; i < order.size(); ++i)
            chart.parts[std::min(i, inEngine - 1)].y.back() += bytesOf(month, order[i]);
        for (std::size_t i = 1; i <= outside; ++i) {
            const double bytes = tiers[i].bytes[std::size_t(month.month)];
            chart.parts[inEngine + i - 1].y.back() = bytes;
            chart.totals.back() += bytes;
        }
    }
    if (differs)
        chart.line = std::move(replicated);
    return chart;
}

RankChart nodesChart(const estimator::Estimate& estimate) {
    RankChart chart;
    chart.title = EstimateCharts::tr("Nodes by constraint");
    chart.names = EstimateCharts::tr("Constraint");
    chart.x = {EstimateCharts::tr("Nodes"), estimator::Unit::Nodes, AxisScale::Linear, AxisKind::Number};
    std::vector<estimator::NodeConstraint> constraints = estimate.nodes.constraints;
    std::stable_sort(constraints.begin(), constraints.end(),
                     [](const auto& a, const auto& b) { return a.nodes.value() > b.nodes.value(); });
    for (const estimator::NodeConstraint& constraint : constraints) {
        if (constraint.name == estimate.nodes.binding)
            chart.highlighted = int(chart.bars.size());
        chart.bars.push_back({said(constraint.name), constraint.nodes.value(), {}});
    }
    chart.highlightNote = EstimateCharts::tr("binds");
    return chart;
}

} // namespace shardscape::app
