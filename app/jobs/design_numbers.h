// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/jobs/analysis.h"
#include "estimator/polyglot/polyglot.h"

namespace shardscape::app {

/// The numbers of all layouts, as the estimator takes them for the design that they make together. Points into the
/// analysis.
inline std::vector<estimator::LayoutNumbers> numbersOf(const Analysis& analysis) {
    std::vector<estimator::LayoutNumbers> out;
    for (const LayoutAnalysis& layout : analysis.layouts)
        out.push_back({layout.layout, layout.profile, layout.estimate ? &*layout.estimate : nullptr, &layout.cost});
    return out;
}

} // namespace shardscape::app
