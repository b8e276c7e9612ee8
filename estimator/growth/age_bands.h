// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "model/schema/entity.h"

namespace shardscape::estimator {

/// A stretch of age in which rows of an entity are kept in one place and one form (P9). Ages are days.
///
/// The first is the engine; tiers follow in the order of age. Rows leave the engine at Volume::daysInEngine. Where
/// whole partitions leave, one goes when its youngest row is old enough: a row stays between 0 and one partition's time
/// longer, half of that on average, and rows go up and down like a saw by a partition's. Moves between tiers outside of
/// the engine go by the age of each row. A tier keeps of each row that came in what it states, else as much as the tier
/// before it, never more; while a legal hold lasts nothing is deleted and nothing rolled up.
struct AgeBand {
    std::string name; ///< "engine", or the tier's
    model::TierMedium medium = model::TierMedium::Engine;
    std::optional<std::size_t> tier; ///< in Volume::tiers; unset for the engine's rows as they came in
    double fromDays = 0;             ///< mean age at which rows arrive here
    double untilDays = std::numeric_limits<double>::infinity(); ///< mean age at which they leave; infinite = never
    double rowsKept = 1;                                        ///< of each row that came in

    bool inEngine() const { return medium == model::TierMedium::Engine; }
};

/// Never empty; those that no row reaches are left out. Those of the engine come first.
std::vector<AgeBand> ageBandsOf(const model::Volume& volume);

/// Mean days that a row stays beyond the age at which it should leave the engine: half of a partition's time.
double daysUntilPartitionLeaves(const model::Volume& volume);

} // namespace shardscape::estimator
