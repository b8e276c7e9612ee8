// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/growth/age_bands.h"

#include <algorithm>

namespace shardscape::estimator {

using namespace model;

double daysUntilPartitionLeaves(const Volume& volume) {
    return volume.removal == RowRemoval::Partitions && volume.daysInEngine() ? volume.partitionDays / 2 : 0;
}

std::vector<AgeBand> ageBandsOf(const Volume& volume) {
    constexpr double kForEver = std::numeric_limits<double>::infinity();
    const double extra = daysUntilPartitionLeaves(volume);
    const double leaves = volume.daysInEngine().value_or(kForEver) + extra;
    const double deleted = std::max(volume.daysKept().value_or(kForEver), leaves == kForEver ? 0 : leaves);
    std::vector<AgeBand> bands{{"engine", TierMedium::Engine, {}, 0, kForEver, 1}};
    bool outside = false;
    for (std::size_t i = 0; i < volume.tiers.size(); ++i) {
        const StorageTier& tier = volume.tiers[i];
        const bool engine = tier.medium == TierMedium::Engine;
        if (engine && outside)
            continue; // rows that have left do not come back
        const double from = engine ? tier.afterDays : std::max(tier.afterDays, leaves);
        if (from >= deleted || (engine && from >= leaves))
            continue;
        outside = outside || !engine;
        const double kept = volume.legalHold ? 1 : tier.rowsRatio.value_or(1);
        AgeBand band{tier.name, tier.medium, i, from, kForEver, std::min(bands.back().rowsKept, kept)};
        bands.back().untilDays = from;
        if (bands.size() > 1 && bands.back().untilDays <= bands.back().fromDays)
            bands.back() = std::move(band);
        else
            bands.push_back(std::move(band));
    }
    bands.back().untilDays = outside ? deleted : leaves;
    return bands;
}

} // namespace shardscape::estimator
