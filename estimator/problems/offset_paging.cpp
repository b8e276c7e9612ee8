// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/problems/problems.h"

namespace shardscape::estimator {

/// OFFSET reads and drops every row before the page.
void findOffsetPaging(const ProblemInput& input, std::vector<Problem>& problems) {
    for (const model::AccessPattern& pattern : input.project.patterns) {
        const bool offset =
            pattern.paging == model::Paging::Offset || pattern.offsetParameter || pattern.offset.value_or(0) > 0;
        if (!offset)
            continue;
        Problem problem;
        problem.id = "offset-paging";
        problem.severity = model::Severity::Warning;
        problem.where = whereOf(input, pattern.name);
        problem.why = "every row before the page is read and dropped, so page n costs n times the first, and rows "
                      "inserted meanwhile shift the pages";
        problem.fix = "page by a cursor: remember the order columns of the last row and continue after them (WHERE (a, "
                      "b) < ($1, $2) ORDER BY a, b)";
        problem.pattern = pattern.id;
        problems.push_back(std::move(problem));
    }
}

} // namespace shardscape::estimator
