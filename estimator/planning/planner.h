// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "estimator/planning/plan.h"
#include "model/engine/engine_profile.h"
#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::estimator {

struct PlanningContext;

/// Plans the patterns of one project on one design; prepares what they share once, so that a plan costs microseconds.
/// Refers to its arguments, which must outlive it. Thread-safety: plan() may be called from several threads.
class Planner {
public:
    Planner(const model::Project& project, const model::EngineProfile& profile, const model::Design& design);
    ~Planner();

    /// Always gives a plan; one without steps has shape Unserved and says why.
    Plan plan(const model::AccessPattern& pattern) const;

private:
    std::unique_ptr<const PlanningContext> m_context;
};

/// How one pattern is served by a design: which structures and indexes, how many partitions and rows.
Plan planPattern(const model::Project& project, const model::EngineProfile& profile, const model::Design& design,
                 const model::AccessPattern& pattern);

/// All patterns, in the project's order.
std::vector<Plan> planPatterns(const model::Project& project, const model::EngineProfile& profile,
                               const model::Design& design);

} // namespace shardscape::estimator
