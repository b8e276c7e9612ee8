// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estimator/advice/index_advice.h"
#include "estimator/advice/shard_keys.h"
#include "estimator/capacity/consistency.h"
#include "estimator/capacity/durations.h"
#include "estimator/capacity/headroom.h"
#include "estimator/capacity/ladder.h"
#include "estimator/cost/cost.h"

namespace shardscape::estimator {

/// What follows from an estimate: what it costs, how long it lasts, how far up the ladder it is, and what could be
/// better. One call for the window, the command line and the report. Immutable.
struct Outlook {
    CostEstimate cost;
    std::vector<Headroom> headroom;
    std::vector<Rung> ladder;
    std::vector<Duration> durations;
    std::vector<ConsistencyEstimate> consistency;
    std::vector<IndexReport> indexes;
    std::vector<ShardKeyReport> shardKeys;
};

struct OutlookOptions {
    std::string prices; ///< a sheet for this once, as PriceBook::sheetFor takes it; empty = the layout's
    HeadroomOptions headroom;
};

/// Errors: Cancelled.
model::Result<Outlook> outlookOf(const model::Project& project, const model::EngineProfile& profile,
                                 const model::Layout& layout, const Estimate& estimate, const model::PriceBook& prices,
                                 const OutlookOptions& options = {}, std::stop_token stop = {});

} // namespace shardscape::estimator
