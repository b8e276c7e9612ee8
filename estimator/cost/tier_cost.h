// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "estimator/cost/cost.h"

namespace shardscape::estimator {

/// What the tiers outside of the engine cost a month in a year, and what it costs to read everything in them once, by
/// the sheet's prices of their media. A medium without a price is added to "missing", what the sheet has no price for.
std::vector<CostLine> tierCosts(const Estimate& estimate, const model::PriceSheet& sheet, std::string& missing);

} // namespace shardscape::estimator
