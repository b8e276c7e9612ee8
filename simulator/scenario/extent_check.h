// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/scenario/json_object.h"
#include "simulator/scenario/scenario.h"

namespace shardscape::simulator {

/// Refuses what would take more memory than a workstation has, or more simulated time than 64 bits of nanoseconds hold,
/// while every number by itself is allowed: a million partitions are, and so are 65,536 virtual nodes, but not
/// together. Comes before everything that allocates by these numbers.
void checkExtent(const Scenario& scenario, JsonProblem& problem);

} // namespace shardscape::simulator
