// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/problems/problems.h"

#include <fmt/format.h>

namespace shardscape::estimator {

/// Rows read grow with the data and nothing stops them.
void findUnbounded(const ProblemInput& input, std::vector<Problem>& problems) {
    for (const PatternEstimate& pattern : input.estimate.patterns) {
        if (!pattern.plan.unbounded)
            continue;
        Problem problem;
        problem.id = "unbounded-query";
        problem.severity = model::Severity::Error;
        problem.where = whereOf(input, pattern.name);
        problem.why = fmt::format("{}; it reads {} now",
                                  pattern.plan.why.empty() ? "what it reads grows with the data" : pattern.plan.why,
                                  format(pattern.rowsScanned));
        const model::AccessPattern* source = input.project.patterns.find(pattern.pattern);
        problem.fix =
            source && (source->verb == model::Verb::Aggregate || !source->groupBy.empty())
                ? "keep the result up to date as rows are written, or aggregate over a bounded range of time"
                : "add a LIMIT with a cursor over an index that has the order, or a range that bounds the rows";
        problem.pattern = pattern.pattern;
        problems.push_back(std::move(problem));
    }
}

} // namespace shardscape::estimator
