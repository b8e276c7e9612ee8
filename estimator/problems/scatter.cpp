// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/problems/problems.h"

#include <cmath>

#include <fmt/format.h>

namespace shardscape::estimator {

/// Every partition is asked: the slowest answers, and adding nodes adds work.
void findScatter(const ProblemInput& input, std::vector<Problem>& problems) {
    for (const PatternEstimate& pattern : input.estimate.patterns) {
        if (pattern.plan.shape != PlanShape::Scatter || pattern.plan.partitionsTouched < 2)
            continue;
        if (input.profile.storage == model::StorageFamily::Log) // consumers share the partitions among them
            continue;
        const double partitions = std::round(pattern.plan.partitionsTouched);
        Problem problem;
        problem.id = "scatter-read";
        problem.severity = model::Severity::Warning;
        problem.where = whereOf(input, pattern.name);
        // With n independent answers, one in 1 − 0.99^n requests meets a partition's slowest 1 %.
        problem.why = fmt::format("each request asks all {:.0f} partitions{}{}; {:.0f} % of the requests wait for an "
                                  "answer among the slowest 1 % of "
                                  "some partition, and more partitions make it worse",
                                  partitions, pattern.plan.why.empty() ? "" : ": ", pattern.plan.why,
                                  100 * (1 - std::pow(0.99, partitions)));
        problem.fix = "give it a structure partitioned by a column that it compares for equality, or put that column "
                      "into the query";
        problem.pattern = pattern.pattern;
        problems.push_back(std::move(problem));
    }
}

} // namespace shardscape::estimator
