// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a write does to every structure that holds the row. Not for use outside estimator/planning.
#pragma once

#include "estimator/planning/keyed_views.h"

namespace shardscape::estimator {

/// Adds to the plan what it takes to write "rows" rows of the pattern's entity: reading the row as it was where a key
/// has to be known, the rows themselves and their copies, counters, index entries. The plan has the steps that found
/// the rows; those that turn out not to be needed are removed.
void addKeyedWrites(const PlanningContext& context, const model::AccessPattern& pattern, bool items,
                    const KeyedViews& views, double rows, Plan& plan);

} // namespace shardscape::estimator
