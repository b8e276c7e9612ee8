// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "simulator/explain/remedies.h"

namespace shardscape::app {

/// "cache", "more nodes" …
const char* remedyName(simulator::Remedy::Kind kind);

/// A list of {"kind", "what_if", "against", "figures", "patterns", "cost"}: `against` is an index into hot[].
nlohmann::ordered_json remediesJson(const std::vector<simulator::TriedRemedy>& tried);

/// A line for the run as it is, then one for each remedy: worst p99, maximum over mean, busiest node, cost.
void printRemedies(const std::vector<simulator::TriedRemedy>& tried, std::ostream& out);

} // namespace shardscape::app
