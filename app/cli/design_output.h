// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>

#include <nlohmann/json_fwd.hpp>

#include "estimator/polyglot/polyglot.h"

/// A design of several engines as a whole, for "estimate": as JSON and as tables of text.
namespace shardscape::app {

/// {"storage_now_bytes", "nodes", "cost_month", "currency", "alone": […],
///  "layouts": [{"engine", "owns", "follows", "storage_now_bytes", "nodes", "cost_month"}],
///  "boundaries": [{"name", "entities", "truth", "owners", "readers", "followers": [{"engine", "path", "lag_seconds",
///  "changes_per_second", "log_bytes_per_second", "resync_seconds", "risk"}]}],
///  "patterns": [{"name", "engines", "calls_count", "keys_count", "lag_seconds", "p99_ms", "why", "others"}],
///  "problems": […]}
nlohmann::ordered_json designJson(const estimator::PolyglotDesign& design, bool working);
void printDesign(const estimator::PolyglotDesign& design, std::ostream& out);

} // namespace shardscape::app
