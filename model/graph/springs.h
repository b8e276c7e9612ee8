// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/graph/layout.h"

namespace shardscape::model {

/// Where the middles of boxes go when lines pull like springs and all boxes push each other away, whether or not the
/// boxes cover each other there: the forces of Fruchterman and Reingold (1991), d²/k along a line and k²/d between any
/// two, where a box pushes by its area.
///
/// All pairs are not looked at: what is far is one body (Barnes and Hut 1986, opening angle 0.9), which makes a round
/// O(n log n). So that a large drawing unfolds, it is drawn small first: joined boxes, and boxes that hang on the same
/// one, are merged in pairs until few are left, those are drawn, and each merge is undone and smoothed in turn, with
/// the step length that adapts (Hu 2005, "Efficient, high-quality force-directed graph drawing"). Boost.Graph's own
/// layout of this kind looks at all pairs: the cells of its grid_force_pairs have the side 2·area/√n, more than the
/// whole.
///
/// The boxes are to be one connected component; no line joins a box with itself. The unit of the result is the side of
/// a square as large as the mean box with its gaps. Deterministic, without random numbers. 2,000 boxes take less than a
/// second.
std::vector<Point> springLayout(const std::vector<LayoutBox>& boxes, const std::vector<LayoutLine>& lines,
                                const LayoutOptions& options);

} // namespace shardscape::model
