// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/graph/layout.h"

namespace shardscape::model {

/// The force-directed drawing of one connected component, with its top left corner at the origin; see arrange(). Boxes
/// and lines refer to each other by place; no line joins a box with itself.
std::vector<Point> arrangeByForce(const std::vector<LayoutBox>& boxes, const std::vector<LayoutLine>& lines,
                                  const LayoutOptions& options);

} // namespace shardscape::model
