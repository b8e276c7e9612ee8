// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/scenario/json_object.h"
#include "simulator/scenario/scenario.h"

namespace shardscape::simulator {

/// The rules of caches, event queues, and of what tables and steps say about where data lives and when work is done.
/// Names of streams and tables, and services, are checked elsewhere.
void checkDataLayer(const Scenario& scenario, JsonProblem& problem);

} // namespace shardscape::simulator
