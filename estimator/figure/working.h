// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "estimator/figure/figure.h"

namespace shardscape::estimator {

/// The word for an origin: "derived", "user", "import", "profile", "assumed"; and for a unit: "bytes", "1/s".
const char* name(Origin origin);
const char* name(Unit unit);

/// The working of a figure as indented text, two blanks a level:
///
///     bytes of orders = 5.12 GB  (rows × bytes per row)
///       rows = 1.00 B rows  [user]
///       …
///
/// A figure that was shown above is named again with "as above" and not opened. "depth" levels are opened at most.
std::string workingText(const Figure& figure, int depth = 64);

/// The same as JSON: {"id", "name", "value", "unit", "text", "origin", "formula", "source", "path", "inputs": […]};
/// empty members are left out, infinite values are null with their "text". A figure shown before is {"ref": id}.
nlohmann::json workingJson(const Figure& figure);

} // namespace shardscape::estimator
