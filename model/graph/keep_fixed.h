// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "model/graph/layout.h"

namespace shardscape::model {

/// Fits an automatic layout around boxes that stay where they are. The drawing as a whole moves to where the fixed
/// boxes are (by the mean of what each would have moved); a free box that then covers a fixed one goes to the nearest
/// place on the grid where it keeps "gap" from all others, in the order of the list.
///
/// "corners" are the layout's, "fixed" has a place for each box that stays; both as long as "boxes". Without a fixed
/// box the layout comes back as it was.
std::vector<Point> keepFixed(const std::vector<LayoutBox>& boxes, std::vector<Point> corners,
                             const std::vector<std::optional<Point>>& fixed, double grid = 8, double gap = 24);

} // namespace shardscape::model
