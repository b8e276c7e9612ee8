// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/pattern_edits.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "model/edit/edit_support.h"

namespace shardscape::model {
namespace {

Result<void> checkRate(const RateProfile& rate) {
    const auto isRate = [](PerSecond value) { return within(value.value, 0, 1e15); };
    if (!isRate(rate.average) || (rate.peak && !isRate(*rate.peak)))
        return fail(ErrorCode::Invalid, "The rate is negative or not a number", "Write it as 5000/s or 2e6/day");
    if (!within(rate.trough, 0, 1) || !within(rate.peakHour, 0, 24))
        return fail(ErrorCode::Invalid, "The daily profile is out of range",
                    "The peak is an hour from 0 to 24, the trough a share of the peak from 0 to 1");
    double weights = 0;
    for (double day : rate.days) {
        if (!within(day, 0, 1e9))
            return fail(ErrorCode::Invalid, "A weight of the weekly profile is negative or not a number");
        weights += day;
    }
    if (!(weights > 0))
        return fail(ErrorCode::Invalid, "The weights of the weekly profile sum to nothing", "Give one day traffic");
    if (!within(rate.startSeconds, 0, 86400.0 * 7) || !within(rate.durationSeconds, 0, 86400.0 * 7) ||
        !within(rate.times, 0, 1e9))
        return fail(ErrorCode::Invalid, "Start, length or factor of the profile is out of range",
                    "Start and length are within a week, the factor is 0 or more");
    return {};
}

Result<void> checkPopularity(const KeyPopularity& popularity) {
    if (!within(popularity.theta, 0, 100))
        return fail(ErrorCode::Invalid, "The theta of the popularity is out of range", "0 is uniform, 0.99 is usual");
    if (!within(popularity.keyShare, 0, 1) || !within(popularity.trafficShare, 0, 1) || popularity.keyShare <= 0)
        return fail(ErrorCode::Invalid, "A share of the hot set is not between 0 and 1", "20 % of the keys is 0.2");
    if (!within(popularity.alpha, 1, 1e3) || popularity.alpha <= 1)
        return fail(ErrorCode::Invalid, "A power law needs an exponent above 1", "Follower counts have about 2.1");
    if (popularity.kind == PopularityKind::Sample && popularity.file.empty())
        return fail(ErrorCode::Invalid, "A sample of keys needs its file", "Choose a CSV file with a key a line");
    for (std::size_t i = 0; i < popularity.sample.seen.size(); ++i) {
        const SeenKeys& seen = popularity.sample.seen[i];
        if (seen.times <= 0 || seen.keys <= 0 || (i > 0 && seen.times >= popularity.sample.seen[i - 1].times))
            return fail(ErrorCode::Invalid, "The counts of a sample of keys are not positive and falling",
                        "Read its file again");
    }
    return {};
}

Result<void> checkConsistency(const Consistency& consistency) {
    if (!within(consistency.boundSeconds, 0, 1e9))
        return fail(ErrorCode::Invalid, "The staleness bound is negative or not a number", "Write it in seconds");
    return {};
}

Result<void> checkP99(const std::optional<double>& seconds) {
    if (seconds && !(within(*seconds, 0, 1e9) && *seconds > 0))
        return fail(ErrorCode::Invalid, "The p99 target is not a positive time", "50 ms is 0.05 seconds");
    return {};
}

Result<std::string> patternName(const Project& project, const std::string& name, PatternId except) {
    Result<std::string> checked = checkedName("the access pattern", name);
    if (checked && std::any_of(project.patterns.begin(), project.patterns.end(), [&](const AccessPattern& other) {
            return other.id != except && other.name == *checked;
        }))
        return fail(ErrorCode::Conflict, fmt::format("There is already an access pattern named {}", *checked),
                    "Choose another name");
    return checked;
}

Result<void> checkReferences(const Project& project, const AccessPattern& pattern) {
    bool sound = !pattern.entity || project.entities.contains(pattern.entity);
    const auto use = [&](const ColumnRef& column) {
        sound = sound && ((!column.entity && !column.attribute) || project.find(column));
    };
    for (EntityId joined : pattern.joined)
        sound = sound && project.entities.contains(joined);
    for (const JoinCondition& join : pattern.joins) {
        use(join.left);
        use(join.right);
    }
    for (const Predicate& predicate : pattern.predicates)
        use(predicate.column);
    for (const OrderPart& part : pattern.order)
        use(part.column);
    for (const auto* list : {&pattern.projection, &pattern.groupBy, &pattern.assigned})
        for (const ColumnRef& column : *list)
            use(column);
    use(pattern.popularityColumn);
    return sound ? Result<void>{} : noSuch("entity or attribute that the access pattern uses");
}

Result<void> checkPattern(const Project& project, AccessPattern& pattern) {
    const Result<std::string> checked = patternName(project, pattern.name, pattern.id);
    if (!checked)
        return fail(checked.error());
    pattern.name = *checked;
    for (const Result<void>& sound :
         {checkReferences(project, pattern), checkRate(pattern.rate), checkPopularity(pattern.popularity),
          checkConsistency(pattern.consistency), checkP99(pattern.p99Seconds)})
        if (!sound)
            return sound;
    const auto bad = [](const std::optional<double>& rows) { return rows && !within(*rows, 0, 1e18); };
    if (bad(pattern.limit) || bad(pattern.offset) || bad(pattern.pageSize) || !within(pattern.rowsWritten, 0, 1e18))
        return fail(ErrorCode::Invalid, "A number of rows of the access pattern is negative or not a number");
    return {};
}

} // namespace

Result<Project> addPattern(const Project& project, AccessPattern draft) {
    Project after = project;
    draft.id = after.newId<PatternId>();
    if (Result<void> sound = checkPattern(project, draft); !sound)
        return fail(sound.error());
    after.patterns.set(std::move(draft));
    return after;
}

Result<Project> changePattern(const Project& project, AccessPattern pattern) {
    return withObject(project, &Project::patterns, pattern.id, "access pattern",
                      [&](AccessPattern& target) -> Result<void> {
                          Result<void> sound = checkPattern(project, pattern);
                          target = pattern;
                          return sound;
                      });
}

Result<Project> removePatterns(const Project& project, const std::vector<PatternId>& patterns) {
    Project after = project;
    for (PatternId id : patterns) {
        if (!project.patterns.contains(id))
            return noSuch("access pattern");
        after.patterns.remove(id);
    }
    dropDangling(after);
    return after;
}

Result<Project> renamePattern(const Project& project, PatternId id, const std::string& name) {
    return withObject(project, &Project::patterns, id, "access pattern", [&](AccessPattern& pattern) -> Result<void> {
        const Result<std::string> checked = patternName(project, name, id);
        if (!checked)
            return fail(checked.error());
        pattern.name = *checked;
        return {};
    });
}

Result<Project> setPatternRate(const Project& project, PatternId id, const RateProfile& rate) {
    return withObject(project, &Project::patterns, id, "access pattern", [&](AccessPattern& pattern) -> Result<void> {
        pattern.rate = rate;
        return checkRate(rate);
    });
}

Result<Project> setPatternPopularity(const Project& project, PatternId id, const KeyPopularity& popularity) {
    return withObject(project, &Project::patterns, id, "access pattern", [&](AccessPattern& pattern) -> Result<void> {
        pattern.popularity = popularity;
        return checkPopularity(popularity);
    });
}

Result<Project> setPatternConsistency(const Project& project, PatternId id, const Consistency& consistency) {
    return withObject(project, &Project::patterns, id, "access pattern", [&](AccessPattern& pattern) -> Result<void> {
        pattern.consistency = consistency;
        return checkConsistency(consistency);
    });
}

Result<Project> setPatternP99(const Project& project, PatternId id, std::optional<double> seconds) {
    return withObject(project, &Project::patterns, id, "access pattern", [&](AccessPattern& pattern) -> Result<void> {
        pattern.p99Seconds = seconds;
        return checkP99(seconds);
    });
}

Result<Project> setPatternComment(const Project& project, PatternId id, const std::string& comment) {
    return withObject(project, &Project::patterns, id, "access pattern", [&](AccessPattern& pattern) -> Result<void> {
        pattern.comment = comment;
        return {};
    });
}

} // namespace shardscape::model
