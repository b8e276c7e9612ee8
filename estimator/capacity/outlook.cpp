// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/capacity/outlook.h"

namespace shardscape::estimator {

using namespace model;

Result<Outlook> outlookOf(const Project& project, const EngineProfile& profile, const Layout& layout,
                          const Estimate& estimate, const PriceBook& prices, const OutlookOptions& options,
                          std::stop_token stop) {
    Outlook out;
    out.cost = costOf(project, profile, layout, estimate, prices, options.prices);
    const auto sheet = prices.sheetFor(profile.name, profile.replication == Replication::Managed,
                                       options.prices.empty() ? layout.priceSheet : options.prices);
    out.ladder = ladderOf(project, profile, layout, estimate, sheet ? &*sheet : nullptr);
    out.durations = durationsOf(project, profile, layout, estimate);
    out.consistency = consistencyOf(project, profile, layout, estimate);
    out.indexes = indexReports(project, profile, estimate);
    out.shardKeys = shardKeyReports(project, profile, estimate);
    auto headroom = headroomOf(project, profile, layout, estimate, options.headroom, stop);
    if (!headroom)
        return fail(headroom.error());
    out.headroom = std::move(*headroom);
    return out;
}

} // namespace shardscape::estimator
