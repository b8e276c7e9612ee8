// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/chart_data.h"
#include "estimator/summary/estimate.h"

/// An estimate as charts, for the page and for the report.
namespace shardscape::app {

/// Where a tier is, in words.
QString tierMediumText(model::TierMedium medium);

/// Bytes of one copy by month: the largest structures and the rest together, then the tiers outside of the engine,
/// eight parts in all; with the total of all replicas in the engine as a line when there are any.
AreaChart growthChart(const estimator::Estimate& estimate);

/// What each constraint alone would need; the binding one is highlighted.
RankChart nodesChart(const estimator::Estimate& estimate);

} // namespace shardscape::app
