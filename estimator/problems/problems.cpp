// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/problems/problems.h"

#include <algorithm>
#include <array>

namespace shardscape::estimator {

std::string whereOf(const ProblemInput& input, const std::string& pattern) {
    return "pattern " + pattern + " on " + input.profile.title;
}

std::vector<Problem> problemsOf(const ProblemInput& input) {
    static constexpr std::array<ProblemRule, 14> kRules{
        findUnserved,         findUnbounded,     findScatter,       findHotKeys,
        findOffsetPaging,     findMissedTargets, findSizeLimits,    findEntityAttributeValue,
        findLabelCardinality, findLogTopics,     findSearchIndexes, findIdleIndexes,
        findKeptCopies,       findLifecycle};
    std::vector<Problem> problems;
    for (ProblemRule rule : kRules)
        rule(input, problems);
    std::stable_sort(problems.begin(), problems.end(),
                     [](const Problem& a, const Problem& b) { return a.severity > b.severity; });
    return problems;
}

} // namespace shardscape::estimator
