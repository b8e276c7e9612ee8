// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/problems/problems.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace shardscape::estimator {

namespace {

/// "A, B, C and 4 more".
std::string listed(const std::vector<const PatternEstimate*>& patterns) {
    constexpr std::size_t kNamed = 3;
    std::string out;
    for (std::size_t i = 0; i < std::min(kNamed, patterns.size()); ++i)
        out += (out.empty() ? "" : ", ") + patterns[i]->name;
    return patterns.size() > kNamed ? fmt::format("{} and {} more", out, patterns.size() - kNamed) : out;
}

/// One problem for all patterns that an overloaded node makes wait: they have one cause.
Problem overloadOf(const ProblemInput& input, const std::vector<const PatternEstimate*>& waiting, double busy) {
    Problem problem;
    problem.id = "overload";
    problem.severity = model::Severity::Error;
    problem.where = waiting.size() == 1 ? whereOf(input, waiting.front()->name)
                                        : fmt::format("{} patterns on {}", waiting.size(), input.profile.title);
    problem.pattern = waiting.front()->pattern;
    problem.why = fmt::format(
        "at the busiest minute a node is asked for {:.0f} % of what it can do, so its queue grows without end",
        busy * 100);
    problem.why +=
        waiting.size() == 1 ? "" : fmt::format("; one request of a hundred or more of {} meets it", listed(waiting));
    problem.fix = "add nodes or partitions; if one key is the cause, split it or cache it";
    return problem;
}

Problem missOf(const ProblemInput& input, const PatternEstimate& pattern, double busy) {
    Problem problem;
    problem.id = "p99-missed";
    problem.where = whereOf(input, pattern.name);
    problem.pattern = pattern.pattern;
    problem.why = fmt::format(
        "p99 is {} where {} is wanted: one request keeps a server busy for {}, and the busiest node is {:.0f} % busy",
        format(pattern.p99), format(*pattern.wantedP99), format(pattern.serviceTime), busy * 100);
    // A server's time of an exponential visit has p99 = 4.6 means: with a longer mean no idle node would do.
    problem.fix = pattern.serviceTime.value() > pattern.wantedP99->value() / 4.6
                      ? "read fewer rows: an index that fits the query, a smaller page, a copy with the answer ready"
                      : "lower the load of the busiest node: more nodes, a cache, or a key that spreads better";
    return problem;
}

} // namespace

/// The p99 that a pattern asks for is not reached at the busiest minute, or never ends because a node is overloaded.
void findMissedTargets(const ProblemInput& input, std::vector<Problem>& problems) {
    std::vector<const PatternEstimate*> waiting;
    double busiest = 0;
    for (std::size_t i = 0; i < input.estimate.patterns.size(); ++i) {
        const PatternEstimate& pattern = input.estimate.patterns[i];
        if (pattern.plan.shape == PlanShape::Unserved)
            continue;
        const double busy = input.response.busiestUtilisation(input.traffic.patterns[i]);
        if (std::isinf(pattern.p99.value())) {
            waiting.push_back(&pattern);
            busiest = std::max(busiest, busy);
        } else if (pattern.wantedP99 && pattern.p99.value() > pattern.wantedP99->value()) {
            problems.push_back(missOf(input, pattern, busy));
        }
    }
    if (!waiting.empty())
        problems.push_back(overloadOf(input, waiting, busiest));
}

} // namespace shardscape::estimator
