// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/problems/problems.h"

namespace shardscape::estimator {

/// An access pattern that no structure of the design answers: the ignored access pattern.
static const char* fixFor(model::MappingFamily mapping) {
    switch (mapping) {
    case model::MappingFamily::Cache:
        return "lay it out on an engine that holds the rows, or let it tolerate a stale answer so that it can be "
               "cached";
    case model::MappingFamily::Columnar:
        return "keep what changes row by row in a row store and bring it here in batches, or append versions of a row";
    case model::MappingFamily::TimeSeries:
        return "keep rows that are changed, joined or read by themselves in a row store; samples are read by labels "
               "and "
               "time";
    case model::MappingFamily::Search:
        return "copy what is asked for together into one document, or ask the engine that owns the rows";
    case model::MappingFamily::Log:
        return "let a consumer follow the topic into a store that is asked this way: a table, a cache or an index";
    default: return "add a table or an index whose key begins with the columns it compares for equality";
    }
}

void findUnserved(const ProblemInput& input, std::vector<Problem>& problems) {
    for (const PatternEstimate& pattern : input.estimate.patterns) {
        if (pattern.plan.shape != PlanShape::Unserved)
            continue;
        Problem problem;
        problem.id = "unserved-pattern";
        problem.severity = model::Severity::Error;
        problem.where = whereOf(input, pattern.name);
        problem.why = pattern.plan.why.empty() ? "no structure of this design can answer it" : pattern.plan.why;
        problem.fix = fixFor(input.profile.mapping);
        problem.pattern = pattern.pattern;
        problems.push_back(std::move(problem));
    }
}

} // namespace shardscape::estimator
