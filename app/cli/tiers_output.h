// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>

#include <nlohmann/json_fwd.hpp>

#include "estimator/summary/estimate.h"
#include "model/schema/project.h"

/// Where rows of which age are, for "estimate": as JSON and as tables.
namespace shardscape::app {

/// [{"month", "bytes", "replicated_bytes", "tiers": [{"name", "medium", "bytes", "rows"}]}]: "bytes" are the engine's,
/// "tiers" what is outside of it; absent where nothing leaves for a tier.
nlohmann::ordered_json growthJson(const estimator::Estimate& estimate);

/// [{"entity", "name", "medium", "from_days", "until_days", "rows_kept_ratio", "row_bytes", "rows", "bytes",
/// "growth": [{"month", "rows", "bytes"}]}]; rows and bytes at the end of the curve, until_days null for ever.
nlohmann::ordered_json tiersJson(const estimator::Estimate& estimate, const model::Project& project, bool working);

/// The tiers, and their bytes by the year. Nothing where no row moves or is deleted by its age.
void printTiers(const estimator::Estimate& estimate, const model::Project& project, std::ostream& out);

} // namespace shardscape::app
