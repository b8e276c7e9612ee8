// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/problems/problems.h"

#include <algorithm>

#include <fmt/format.h>

namespace shardscape::estimator {

using namespace model;

namespace {

/// Shards beyond what recovers and searches in good time.
void checkShards(const ProblemInput& input, const StructureEstimate& index, std::vector<Problem>& problems) {
    const double shards = std::max(1, input.estimate.design.placement.partitions);
    const double bytes = index.totalBytes.value() / shards, documents = index.rows.value() / shards;
    const double mostBytes = input.profile.value("limits.full_shard_bytes");
    const double mostDocuments = input.profile.value("limits.full_shard_documents_count");
    if (bytes <= mostBytes && documents <= mostDocuments)
        return;
    Problem problem;
    problem.id = "large-shard";
    problem.severity = Severity::Warning;
    problem.where = index.name + " on " + input.profile.title;
    problem.why = fmt::format("a shard holds {} documents in {}, where {} or {} is what one should: moving and merging "
                              "it take long, and a search of it has one thread",
                              format(documents, Unit::None), format(bytes, Unit::Bytes),
                              format(mostDocuments, Unit::None), format(mostBytes, Unit::Bytes));
    problem.fix = "take more shards, or begin a new index when this one is full (rollover)";
    problem.entity = index.entity;
    problems.push_back(std::move(problem));
}

/// Pages behind the first 10,000 results are refused.
void checkWindow(const ProblemInput& input, const PatternEstimate& estimated, std::vector<Problem>& problems) {
    const AccessPattern* pattern = input.project.patterns.find(estimated.pattern);
    if (!pattern || isWrite(pattern->verb) || estimated.plan.shape == PlanShape::Unserved)
        return;
    const bool fetches = std::any_of(estimated.plan.steps.begin(), estimated.plan.steps.end(),
                                     [](const PlanStep& step) { return step.kind == StepKind::Fetch; });
    const double wanted = estimated.plan.rowsReturned + pattern->offset.value_or(0);
    const double most = input.profile.value("limits.result_window_count");
    if (!fetches || wanted <= most)
        return;
    Problem problem;
    problem.id = "result-window";
    problem.severity = Severity::Warning;
    problem.where = whereOf(input, estimated.name);
    problem.why = fmt::format("it asks for {} results, and a search gives {} at most (index.max_result_window)",
                              format(wanted, Unit::None), format(most, Unit::None));
    problem.fix = "continue after the last result seen (search_after with a point in time), a page at a time";
    problem.pattern = estimated.pattern;
    problems.push_back(std::move(problem));
}

} // namespace

void findSearchIndexes(const ProblemInput& input, std::vector<Problem>& problems) {
    if (input.profile.storage != StorageFamily::Inverted)
        return;
    for (const StructureEstimate& index : input.estimate.structures)
        checkShards(input, index, problems);
    for (const PatternEstimate& pattern : input.estimate.patterns)
        checkWindow(input, pattern, problems);
}

} // namespace shardscape::estimator
