// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/problems/problems.h"

#include <algorithm>

#include <fmt/format.h>

namespace shardscape::estimator {

using namespace model;

namespace {

/// Requests a second that the nodes holding one key can take of this visit, at full use.
double keyCapacity(const ProblemInput& input, const ServiceStage& stage) {
    if (input.profile.replication == Replication::Managed) {
        const char* limit = stage.write ? "limits.partition_write_units_per_s" : "limits.partition_read_units_per_s";
        if (const auto units = input.profile.find(limit))
            return *units;
    }
    const double servers = serversPerNode(input.profile, stage.cache);
    const bool anyReplica = !stage.cache && (input.profile.replication == Replication::Quorum ||
                                             (input.profile.replication == Replication::Leader && !stage.strong));
    const double followers = std::max(1, input.estimate.design.placement.replicas - 1);
    const double nodes = !anyReplica                                        ? 1
                         : input.profile.replication == Replication::Leader ? followers
                                                                            : input.estimate.design.placement.replicas;
    return stage.seconds > 0 ? nodes * servers / (stage.seconds * stage.copies) : 0;
}

Problem describe(const ProblemInput& input, const PatternTraffic& pattern, const ServiceStage& stage, double offered,
                 double capacity) {
    const ColumnRef column = popularColumn(*pattern.pattern);
    Problem problem;
    problem.id = stage.write && pattern.pattern->verb == Verb::Increment ? "hot-counter" : "hot-key";
    problem.severity = offered > capacity ? Severity::Error : Severity::Warning;
    problem.where = whereOf(input, pattern.pattern->name);
    problem.why = fmt::format("the hottest value of {} takes {} of the requests, {} at the busiest minute, where the "
                              "nodes that hold it can take {}; "
                              "more nodes do not help, because one key stays on its own",
                              input.project.describe(column), format(pattern.hottestKey, Unit::Percent),
                              format(offered, Unit::PerSecond), format(capacity, Unit::PerSecond));
    problem.fix = stage.write ? "split the key: add a random suffix to it and add the parts up when reading, or "
                                "collect writes and apply them in batches"
                              : "put a cache in front of it, add replicas for it, or split the key with a suffix";
    problem.pattern = pattern.pattern->id;
    return problem;
}

} // namespace

/// One key, or the partition it lies in, gets more than its nodes can take.
void findHotKeys(const ProblemInput& input, std::vector<Problem>& problems) {
    const double comfortable = input.profile.value("capacity.max_utilisation_ratio");
    for (const PatternTraffic& pattern : input.traffic.patterns)
        for (std::size_t i = 0; i < pattern.stages.size(); ++i) {
            const ServiceStage& stage = pattern.stages[i];
            const double capacity = keyCapacity(input, stage);
            // A key so popular is in the cache; only what passes it reaches the database. Writes always do.
            const double rate = stage.cache || stage.write ? pattern.busiest : pattern.past(pattern.busiest);
            const double offered = rate * pattern.hottestKey;
            if (pattern.keys > 1 && capacity > 0 && offered > comfortable * capacity) {
                problems.push_back(describe(input, pattern, stage, offered, capacity));
                break;
            }
        }
}

} // namespace shardscape::estimator
