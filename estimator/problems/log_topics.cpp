// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/problems/problems.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/physical/log_topic.h"

namespace shardscape::estimator {

using namespace model;

namespace {

void report(const ProblemInput& input, const std::string& what, EntityId entity, std::string id, Severity severity,
            std::string why, std::string fix, std::vector<Problem>& problems) {
    Problem problem;
    problem.id = std::move(id);
    problem.severity = severity;
    problem.where = what + " on " + input.profile.title;
    problem.why = std::move(why);
    problem.fix = std::move(fix);
    problem.entity = entity;
    problems.push_back(std::move(problem));
}

/// Events that come in for ever and never go.
void checkRetention(const ProblemInput& input, const StructureEstimate& topic, const Entity& entity,
                    std::vector<Problem>& problems) {
    if (entity.volume.retentionDays || topic.rowsPerDay.value() <= 0 ||
        topicPolicy(input.project, entity) == TopicPolicy::Compact)
        return;
    report(input, topic.name, entity.id, "log-without-retention", Severity::Warning,
           fmt::format("{} a day come in and nothing says when they may go: the log keeps all of them, and a new "
                       "consumer that begins at the first offset reads all of them",
                       format(topic.rowsPerDay.value(), Unit::Rows)),
           "state a retention, and keep what must stay longer in the store that owns it", problems);
}

/// Fewer keys than partitions: some partitions, and their consumers, stay idle.
void checkKeys(const ProblemInput& input, const Structure& topic, const Entity& entity,
               std::vector<Problem>& problems) {
    const double partitions = input.estimate.design.placement.partitions;
    if (topic.partitionKey.empty() || partitions <= 1)
        return;
    double keys = 1;
    std::string names;
    for (const StructureKeyPart& part : topic.partitionKey) {
        keys *= std::max(1.0, input.cardinality.distinct(entity.id, topic.find(part.column)->source.attribute));
        names += (names.empty() ? "" : ", ") + part.column;
    }
    if (keys >= partitions)
        return;
    report(
        input, topic.name, entity.id, "fewer-keys-than-partitions", Severity::Warning,
        fmt::format("{} has {} different values for {} partitions: the others stay empty, and as many consumers idle",
                    names, format(keys, Unit::None), format(partitions, Unit::None)),
        "take a key with more values, or no key where order does not matter", problems);
}

} // namespace

/// What goes wrong with topics: kept for ever, keyed by too little, cut into more partitions than brokers carry.
void findLogTopics(const ProblemInput& input, std::vector<Problem>& problems) {
    if (input.profile.storage != StorageFamily::Log)
        return;
    for (std::size_t i = 0; i < input.estimate.structures.size(); ++i)
        if (const Entity* entity = input.project.entities.find(input.estimate.structures[i].entity);
            entity && input.estimate.design.structures[i].kind == StructureKind::Table) {
            checkRetention(input, input.estimate.structures[i], *entity, problems);
            checkKeys(input, input.estimate.design.structures[i], *entity, problems);
        }
    const auto most = input.profile.find("limits.partitions_per_node_count");
    const PlacementChoice& placement = input.estimate.design.placement;
    const double nodes = std::max(1.0, input.estimate.nodes.count.value());
    const double onANode =
        static_cast<double>(input.estimate.structures.size()) * placement.partitions * placement.replicas / nodes;
    if (most && onANode > *most)
        report(input, "partitions", {}, "too-many-partitions", Severity::Warning,
               fmt::format("{} of all topics and replicas lie on a broker, where {} is what one carries: starting, "
                           "failing over and fetching take long",
                           format(onANode, Unit::None), format(*most, Unit::None)),
               "take fewer partitions a topic, or more brokers", problems);
}

} // namespace shardscape::estimator
