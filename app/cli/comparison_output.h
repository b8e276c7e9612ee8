// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <string>

#include <nlohmann/json.hpp>

#include "simulator/explain/comparison.h"

namespace shardscape::app {

/// {"figures": {NAME: {"before", "after", "change", "difference_ci95"}}, "patterns": [{"name", FIGURE: {…}}],
/// "cost": {NAME: {"before", "after", "change"}}}. What cannot be said is null.
nlohmann::ordered_json comparisonJson(const simulator::Comparison& comparison);

/// What a change costs, in one line: "16 nodes more, reads ask 8 partitions instead of 1"; "nothing" when it is free.
std::string costText(const simulator::DesignCost& before, const simulator::DesignCost& after);

/// A table of what a reader looks at first, then the cost.
void printComparison(const simulator::Comparison& comparison, std::ostream& out);

} // namespace shardscape::app
