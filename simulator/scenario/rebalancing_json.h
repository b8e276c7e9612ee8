// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/scenario/json_object.h"
#include "simulator/scenario/scenario.h"

namespace shardscape::simulator {

Rebalancing readRebalancing(const Json& value, const std::string& path, JsonProblem& problem);
Json rebalancingJson(const Rebalancing& rebalance);
/// The rules for them; tables and nodes are checked before.
void checkRebalances(const Scenario& scenario, JsonProblem& problem);

} // namespace shardscape::simulator
