// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/scenario/json_object.h"
#include "simulator/scenario/scenario.h"

namespace shardscape::simulator {

/// The rules that clients and faults must keep; the streams, nodes and tables that they name are checked elsewhere.
void checkClients(const Scenario& scenario, JsonProblem& problem);
void checkFaults(const Scenario& scenario, JsonProblem& problem);

} // namespace shardscape::simulator
