// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>

#include <nlohmann/json_fwd.hpp>

#include "estimator/cost/cost.h"

/// What a design costs, for "estimate": as JSON and as lines of text.
namespace shardscape::app {

/// {"priced", "why", "sheet", "title", "currency", "as_of", "month", "per_million_requests", "parts": {"compute", …},
/// "lines": [{"part", "name", "month"}], "alternatives": […], "tiers": [… in a year, not in the sum]}; without a price
/// only "priced" and "why".
nlohmann::ordered_json costJson(const estimator::CostEstimate& cost, bool working);
void printCost(const estimator::CostEstimate& cost, std::ostream& out);

} // namespace shardscape::app
