// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a check says of a single column. Not for use outside model/generate.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/schema/entity.h"

namespace shardscape::model {

struct AllowedValues {
    std::vector<std::string> texts; ///< "column IN ('a', 'b')"; empty = any
    std::optional<double> least;    ///< whole numbers, inclusive
    std::optional<double> most;
};

/// From all checks of the entity that name this column alone and are comparisons joined by AND, or one list.
AllowedValues allowedValues(const Entity& entity, const Attribute& attribute);

} // namespace shardscape::model
