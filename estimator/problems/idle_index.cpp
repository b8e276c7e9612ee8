// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "estimator/advice/index_advice.h"
#include "estimator/problems/problems.h"

namespace shardscape::estimator {

/// Indexes that the user declared and that do nothing another one would not: every write pays for them.
void findIdleIndexes(const ProblemInput& input, std::vector<Problem>& problems) {
    for (const IndexReport& index : indexReports(input.project, input.profile, input.estimate)) {
        const bool redundant = index.verdict == IndexReport::Verdict::Redundant;
        // Without patterns nothing is known to be unused.
        const bool unused = index.verdict == IndexReport::Verdict::Unused && !input.project.patterns.empty();
        if (!index.declared || (!redundant && !unused))
            continue;
        Problem problem;
        problem.id = redundant ? "redundant-index" : "unused-index";
        problem.severity = index.entriesPerSecond.value() > 0 ? model::Severity::Warning : model::Severity::Info;
        problem.where = index.structure + "." + index.name + " on " + input.profile.title;
        problem.why = fmt::format("{}; it takes {} and {} entries are written to it", index.why, format(index.bytes),
                                  format(index.entriesPerSecond));
        problem.fix = redundant ? "drop it" : "drop it, unless something outside these patterns reads through it";
        problem.entity = index.entity;
        problems.push_back(std::move(problem));
    }
}

} // namespace shardscape::estimator
