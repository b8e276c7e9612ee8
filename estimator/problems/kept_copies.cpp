// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "estimator/copies/kept.h"
#include "estimator/problems/problems.h"

namespace shardscape::estimator {

using namespace model;

namespace {

/// How old an answer the pattern takes; unset when it takes any.
std::optional<double> oldest(const Consistency& wanted) {
    switch (wanted.kind) {
    case ConsistencyKind::Strong:
    case ConsistencyKind::ReadYourWrites: return 0.0;
    case ConsistencyKind::Bounded: return wanted.boundSeconds;
    case ConsistencyKind::Eventual: return std::nullopt;
    }
    return std::nullopt;
}

Problem problemOf(const ProblemInput& input, const char* id, const AccessPattern& pattern) {
    Problem problem;
    problem.id = id;
    problem.where = whereOf(input, pattern.name);
    problem.pattern = pattern.id;
    return problem;
}

} // namespace

/// Kept copies that cannot be, that are staler than their readers take, or that nothing holds together with the rows.
void findKeptCopies(const ProblemInput& input, std::vector<Problem>& problems) {
    if (!input.estimate.kept)
        return;
    const Derivation& kept = *input.estimate.kept;
    for (const std::string& refused : kept.refused) {
        Problem problem;
        problem.id = "copy-refused";
        problem.where = input.profile.title;
        problem.why = "a copy that the layout keeps cannot be: " + refused;
        problem.fix = "drop it, or keep one of another kind";
        problems.push_back(std::move(problem));
    }
    for (const DerivedCopy& copy : kept.copies) {
        const Upkeep& upkeep = copy.derived.upkeep;
        const double age = stalenessOf(copy, input.profile, input.estimate).value();
        for (PatternId id : copy.reads) {
            const AccessPattern* pattern = input.project.patterns.find(id);
            const std::optional<double> most = pattern ? oldest(pattern->consistency) : std::nullopt;
            if (!most || age <= *most)
                continue;
            Problem problem = problemOf(input, "stale-copy", *pattern);
            problem.why = fmt::format("{} answers, which is kept {} and may be {} behind, where {}", copy.name,
                                      title(upkeep.path), format(age, Unit::Seconds),
                                      *most > 0 ? fmt::format("{} is the most", format(*most, Unit::Seconds))
                                                : std::string("the latest is wanted"));
            problem.fix = "keep it in the transaction or by a trigger, or let the pattern take older answers";
            problems.push_back(std::move(problem));
        }
        const AccessPattern* reader = input.project.patterns.find(copy.derived.pattern);
        if (upkeep.path != UpkeepPath::DualWrite || !reader)
            continue;
        Problem problem = problemOf(input, "dual-write", *reader);
        problem.why = fmt::format("{} is kept by a second write: when one of the two fails, or two of them come in "
                                  "another order, the copy differs for ever and nobody notices",
                                  copy.name);
        problem.fix = "keep it through an outbox or from the engine's log";
        problems.push_back(std::move(problem));
    }
}

} // namespace shardscape::estimator
