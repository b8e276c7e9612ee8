// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "estimator/growth/growth.h"
#include "estimator/summary/estimate.h"

namespace shardscape::estimator {

/// Share of the payload of its values that a row takes in Parquet files with Zstandard, where nobody stated what a tier
/// keeps: 144 of 484 bytes over 29 kinds of columns, 2 million rows in the order of time (DuckDB 1.5 as the writer,
/// row groups of 122,880 rows). Single columns lie between 0.002 (regular times) and 1 (random bytes).
inline constexpr double kParquetShare = 144.0 / 484.0;

/// Rows and bytes of every age band of the entities whose rows move or leave, at the end of each month of the curve. In
/// the engine a band has its share of the bytes of all structures of the entity, indexes too; outside of it rows are
/// kept once, whatever structures the engine has of them, and their medium's own copies are the medium's affair. Bytes
/// of a row there: those of the entity's first structure × what the tier states, else its payload × kParquetShare.
std::vector<TierEstimate> tiersOf(const model::Cardinality& cardinality, const Growth& growth,
                                  const model::EngineProfile& profile, const model::Design& design,
                                  const std::vector<StructureEstimate>& structures,
                                  const std::vector<GrowthMonth>& months);

/// Bytes of all entities in one place by month: the engine first (everything it holds, one copy), then the tiers
/// outside of it by name, youngest first. Empty where nothing leaves for a tier.
struct TierSeries {
    std::string name; ///< "engine", "cold"
    model::TierMedium medium = model::TierMedium::Engine;
    std::vector<double> bytes; ///< by month
    std::vector<double> rows;
    Figure last; ///< bytes at the end of the curve
};
std::vector<TierSeries> tierSeries(const Estimate& estimate);

} // namespace shardscape::estimator
