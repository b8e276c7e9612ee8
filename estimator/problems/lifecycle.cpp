// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/problems/problems.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <regex>
#include <string>

#include <fmt/format.h>

#include "estimator/growth/removal.h"

namespace shardscape::estimator {

using namespace model;

namespace {

constexpr double kManyDeletes = 100; ///< a second, from which single deletes are worth another way

void report(const ProblemInput& input, const Entity& entity, std::string id, Severity severity, std::string why,
            std::string fix, std::vector<Problem>& problems) {
    Problem problem;
    problem.id = std::move(id);
    problem.severity = severity;
    problem.where = entity.name + " on " + input.profile.title;
    problem.why = std::move(why);
    problem.fix = std::move(fix);
    problem.entity = entity.id;
    problems.push_back(std::move(problem));
}

/// The way back that a condition asks for: "at > now() - interval '2 years'" as days. Unset without a literal length.
std::optional<double> daysBack(const Predicate& predicate) {
    if (predicate.comparison == Comparison::Equal || predicate.comparison == Comparison::In)
        return std::nullopt;
    static const std::regex kLength(R"((\d+(?:\.\d+)?)\s*(hour|day|week|month|year)s?)", std::regex::icase);
    std::smatch match;
    const std::string text = predicate.text + " " + predicate.parameter;
    if (!std::regex_search(text, match, kLength))
        return std::nullopt;
    const double count = std::strtod(match[1].str().c_str(), nullptr);
    switch (std::tolower(static_cast<unsigned char>(match[2].str().front()))) {
    case 'h': return count / 24;
    case 'd': return count;
    case 'w': return count * 7;
    case 'm': return count * 365 / 12;
    default: return count * 365;
    }
}

/// The tier in which rows of an age are; nullptr for the engine, and for what is deleted.
const TierEstimate* tierAt(const ProblemInput& input, EntityId entity, double days) {
    for (const TierEstimate& tier : input.estimate.tiers)
        if (tier.entity == entity && tier.medium != TierMedium::Engine && days > tier.fromDays.value() &&
            days <= tier.untilDays.value())
            return &tier;
    return nullptr;
}

std::string readingFrom(const TierEstimate& tier) {
    switch (tier.medium) {
    case TierMedium::Archive: return fmt::format("{}, an archive, which has to be restored first: hours", tier.name);
    case TierMedium::InfrequentAccess:
    case TierMedium::ObjectStorage:
        return fmt::format("{}, files that another engine reads: seconds rather than milliseconds", tier.name);
    case TierMedium::Engine: break;
    }
    return tier.name;
}

void checkReads(const ProblemInput& input, const AccessPattern& pattern, std::vector<Problem>& problems) {
    const Entity* entity = input.project.entities.find(pattern.entity);
    if (!entity || isWrite(pattern.verb) || !(pattern.rate.average.value > 0))
        return;
    const std::optional<double> days = entity->volume.daysInEngine();
    if (!days)
        return;
    double back = 0;
    for (const Predicate& predicate : pattern.predicates)
        back = std::max(back, daysBack(predicate).value_or(0));
    if (back <= *days)
        return;
    const TierEstimate* tier = tierAt(input, entity->id, back);
    Problem problem;
    problem.id = "reads-rows-that-left";
    problem.severity = tier && tier->medium != TierMedium::Archive ? Severity::Warning : Severity::Error;
    problem.where = whereOf(input, pattern.name);
    problem.why =
        fmt::format("it asks for the last {:g} days, and rows of {} leave the engine after {:g}: it reads rows "
                    "that have left; the older ones are {}",
                    back, entity->name, *days, tier ? "in " + readingFrom(*tier) : "deleted");
    problem.fix = tier
                      ? "ask the tier for what is older, keep rows in the engine for as long as they are asked for, or "
                        "keep a rollup of them"
                      : "keep rows for as long as they are asked for, or ask for less";
    problem.pattern = pattern.id;
    problem.entity = entity->id;
    problems.push_back(std::move(problem));
}

void checkRemoval(const ProblemInput& input, const Entity& entity, const Removal& removal,
                  std::vector<Problem>& problems) {
    const RemovalWays ways = removalWays(input.profile);
    const double rate = removal.rowsPerDay.value() / kSecondsPerDay;
    if (removal.how == RowRemoval::RowByRow && entity.volume.removal != removal.how)
        report(input, entity, "removal-not-there", Severity::Warning,
               fmt::format("{}; they leave at {}", removal.why, format(rate, Unit::PerSecond)),
               ways.partitions ? "say that they leave in partitions" : "let them leave in another way", problems);
    else if (removal.how == RowRemoval::RowByRow && rate >= kManyDeletes && (ways.partitions || ways.ttl))
        report(input, entity, "removal-row-by-row", Severity::Warning,
               fmt::format("rows are deleted one by one at {}, as many as come in: {}", format(rate, Unit::PerSecond),
                           removal.why),
               ways.partitions ? "partition by time and drop whole partitions" : "let them expire by a time to live",
               problems);
}

void checkTiers(const ProblemInput& input, const Entity& entity, std::vector<Problem>& problems) {
    const Volume& volume = entity.volume;
    bool outside = false;
    for (const StorageTier& tier : volume.tiers) {
        if (volume.daysKept() && tier.afterDays >= *volume.daysKept())
            report(input, entity, "tier-never-reached", Severity::Warning,
                   fmt::format("rows are deleted after {:g} days, before they are old enough for {} ({:g} days)",
                               *volume.daysKept(), tier.name, tier.afterDays),
                   "keep rows for longer, or leave the tier out", problems);
        if (tier.medium == TierMedium::Engine && outside)
            report(input, entity, "tier-in-the-engine-again", Severity::Warning,
                   fmt::format("{} is in the engine, which its rows have left before: it holds nothing", tier.name),
                   "put tiers of the engine before those outside of it", problems);
        outside = outside || tier.medium != TierMedium::Engine;
    }
}

} // namespace

/// Rows that are asked for after they left; tiers without rows; removal that costs as much as the writes.
void findLifecycle(const ProblemInput& input, std::vector<Problem>& problems) {
    for (const AccessPattern& pattern : input.project.patterns)
        checkReads(input, pattern, problems);
    const Growth growth(input.cardinality);
    for (const Removal& removal : removalsOf(input.cardinality, growth, input.profile))
        if (const Entity* entity = input.project.entities.find(removal.entity))
            checkRemoval(input, *entity, removal, problems);
    for (const Entity& entity : input.project.entities)
        checkTiers(input, entity, problems);
}

} // namespace shardscape::estimator
