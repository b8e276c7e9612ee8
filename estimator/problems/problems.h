// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "estimator/demand/traffic.h"
#include "estimator/latency/response.h"
#include "estimator/summary/estimate.h"

namespace shardscape::estimator {

/// What the rules look at: the finished estimate of one design and what it was computed from.
struct ProblemInput {
    const model::Project& project;
    const model::EngineProfile& profile;
    const model::Cardinality& cardinality;
    const Estimate& estimate; ///< all but its problems
    const Traffic& traffic;
    const Response& response;
};

/// One rule, one file: appends what it finds, each with why it matters, where it is and how to mend it.
using ProblemRule = void (*)(const ProblemInput&, std::vector<Problem>&);

void findUnserved(const ProblemInput& input, std::vector<Problem>& problems);
void findUnbounded(const ProblemInput& input, std::vector<Problem>& problems);
void findScatter(const ProblemInput& input, std::vector<Problem>& problems);
void findHotKeys(const ProblemInput& input, std::vector<Problem>& problems);
void findOffsetPaging(const ProblemInput& input, std::vector<Problem>& problems);
void findMissedTargets(const ProblemInput& input, std::vector<Problem>& problems);
void findSizeLimits(const ProblemInput& input, std::vector<Problem>& problems);
void findEntityAttributeValue(const ProblemInput& input, std::vector<Problem>& problems);
void findIdleIndexes(const ProblemInput& input, std::vector<Problem>& problems);
void findSearchIndexes(const ProblemInput& input, std::vector<Problem>& problems);
void findLogTopics(const ProblemInput& input, std::vector<Problem>& problems);
void findLabelCardinality(const ProblemInput& input, std::vector<Problem>& problems);
void findKeptCopies(const ProblemInput& input, std::vector<Problem>& problems);
void findLifecycle(const ProblemInput& input, std::vector<Problem>& problems);

/// All rules, the worst problems first (errors, warnings, infos; then in the project's order).
std::vector<Problem> problemsOf(const ProblemInput& input);

/// "pattern ListOrders on PostgreSQL".
std::string whereOf(const ProblemInput& input, const std::string& pattern);

} // namespace shardscape::estimator
