// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "estimator/summary/estimate.h"
#include "model/base/result.h"
#include "model/engine/engine_profile.h"
#include "model/schema/project.h"
#include "simulator/explain/what_if.h"

namespace shardscape::simulator {

/// What is supposed, as it fits an engine: a managed service's nodes are its partitions, which cannot be chosen apart.
/// Errors: Invalid for nodes or money of a managed service, with what to suppose instead.
model::Result<std::vector<WhatIf>> suitEngine(const model::EngineProfile& profile, std::span<const WhatIf> supposed);

/// A design with what is supposed written into it, for the estimator.
struct SupposedDesign {
    model::Project project;
    model::Layout layout;
};

/// The project and layout under the suppositions, so that formulas and simulation are asked the same. Nodes and
/// partitions stay as many as the estimate has unless other ones are supposed: more traffic does not buy nodes. Unset
/// where a supposition has no word in a project (routers, partition keys, arrivals, consistency of all reads).
std::optional<SupposedDesign> supposedDesign(const model::Project& project, const model::Layout& layout,
                                             const estimator::Estimate& estimate, std::span<const WhatIf> supposed);

} // namespace shardscape::simulator
