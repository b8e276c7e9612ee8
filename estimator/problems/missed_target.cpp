// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/problems/problems.h"

#include <cmath>

#include <fmt/format.h>

namespace shardscape::estimator {

/// The p99 that a pattern asks for is not reached at the busiest minute.
void findMissedTargets(const ProblemInput& input, std::vector<Problem>& problems) {
    for (std::size_t i = 0; i < input.estimate.patterns.size(); ++i) {
        const PatternEstimate& pattern = input.estimate.patterns[i];
        if (pattern.plan.shape == PlanShape::Unserved)
            continue;
        const bool overloaded = std::isinf(pattern.p99.value());
        const bool missed = pattern.wantedP99 && pattern.p99.value() > pattern.wantedP99->value();
        if (!missed && !overloaded)
            continue;
        const double busy = input.response.busiestUtilisation(input.traffic.patterns[i]);
        Problem problem;
        problem.id = overloaded ? "overload" : "p99-missed";
        problem.severity = overloaded ? model::Severity::Error : model::Severity::Warning;
        problem.where = whereOf(input, pattern.name);
        problem.pattern = pattern.pattern;
        if (overloaded) {
            problem.why = fmt::format("at the busiest minute a node it needs is asked for {:.0f} % of what it can do, "
                                      "so its queue grows without end",
                                      busy * 100);
            problem.fix = "add nodes or partitions; if one key is the cause, split it or cache it";
        } else {
            problem.why =
                fmt::format("p99 is {} where {} is wanted: one request keeps a server busy for {}, and the busiest "
                            "node is {:.0f} % busy",
                            format(pattern.p99), format(*pattern.wantedP99), format(pattern.serviceTime), busy * 100);
            problem.fix =
                pattern.serviceTime.value() > pattern.wantedP99->value() / 4.6
                    ? "read fewer rows: an index that fits the query, a smaller page, a copy with the answer ready"
                    : "lower the load of the busiest node: more nodes, a cache, or a key that spreads better";
        }
        problems.push_back(std::move(problem));
    }
}

} // namespace shardscape::estimator
