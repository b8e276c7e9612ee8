// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Append logs: a topic an entity, whose records are events or the versions of its rows.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "model/physical/json_text.h"
#include "model/physical/log_topic.h"
#include "model/physical/mapping_rules.h"
#include "model/physical/names.h"

namespace shardscape::model {
namespace {

constexpr double kValuesPerPartition = 10; // fewer leave partitions unequal

class LogRules {
public:
    explicit LogRules(const MappingInput& input)
        : m_input(input)
        , m_names(static_cast<std::size_t>(input.profile.value("limits.identifier_bytes"))) {}

    Design run() {
        m_design.placement.partitions = m_input.layout.partitions.value_or(neededPartitions());
        for (const Entity* entity : creationOrder(m_input.cardinality))
            addTopic(*entity);
        m_design.notes.push_back(
            "Each entity is a topic: its inserts, changes and deletions are records in one order a "
            "key. Keys, foreign keys and joins are the consumers' affair.");
        m_design.notes.push_back("Values are taken as JSON text, compressed by the producer with lz4, a batch at a "
                                 "time. A schema registry with Avro or Protobuf makes them smaller.");
        if (m_compacted)
            m_design.notes.push_back("A compacted topic keeps the latest record of each key; a deletion is a record "
                                     "without a value, which goes a day after it was seen (delete.retention.ms).");
        if (m_forever)
            m_design.notes.push_back("Topics of entities without a retention keep everything (retention.ms=-1); the "
                                     "broker's own habit would be a week.");
        return std::move(m_design);
    }

private:
    /// What the busiest topic needs, by bytes into a partition and by records out of one through one consumer.
    int neededPartitions() const {
        double needed = m_input.profile.defaultPartitions;
        for (const Entity& entity : m_input.project.entities) {
            const double records = peakRecordsPerSecond(m_input.cardinality, entity);
            const double bytes = records * jsonRowBytes(m_input.cardinality, entity);
            needed = std::max({needed, std::ceil(bytes / m_input.profile.value("capacity.partition_bytes_per_s")),
                               std::ceil(records / m_input.profile.value("capacity.consumer_rows_per_s"))});
        }
        return static_cast<int>(std::min(needed, 1'000'000.0));
    }

    struct RecordKey {
        std::vector<AttributeId> columns;
        std::string reason;
    };

    bool spreads(const Entity& entity, AttributeId attribute) const {
        return m_input.cardinality.distinct(entity.id, attribute) >=
               std::min(kValuesPerPartition * m_design.placement.partitions, m_input.cardinality.rows(entity.id));
    }

    /// The primary key where the latest of each counts. For events: the layout's choice; else what readers compare most
    /// often; else the parent whose events these are; else the primary key.
    RecordKey keyOf(const Entity& entity, TopicPolicy policy) const {
        const Key* primary = entity.primaryKey();
        if (policy == TopicPolicy::Compact)
            return {primary->attributes, "the primary key, of which compaction keeps the latest record"};
        if (const auto own = m_input.layout.partitionKeys.find(entity.id); own != m_input.layout.partitionKeys.end())
            return {own->second, "chosen in the layout"};
        const Attribute* best = nullptr;
        double most = 0;
        for (const Attribute& attribute : entity.attributes)
            if (const double rate = askedFor(entity, attribute.id); rate > most && spreads(entity, attribute.id)) {
                best = &attribute;
                most = rate;
            }
        if (best)
            return {{best->id}, fmt::format("readers compare {} most often", best->name)};
        for (const Relationship* up : m_input.cardinality.parentsOf(entity.id))
            if (const Entity* parent = m_input.project.entities.find(up->parent);
                parent && up->childAttributes.size() == 1 && up->parent != entity.id &&
                spreads(entity, up->childAttributes.front()))
                return {up->childAttributes, fmt::format("the events of one of {} stay in order", parent->name)};
        if (primary)
            return {primary->attributes, "the primary key spreads records evenly"};
        return {{}, "there is no key: records are dealt to the partitions in turn"};
    }

    double askedFor(const Entity& entity, AttributeId attribute) const {
        double rate = 0;
        const auto queries = m_input.queriesOf.find(entity.id);
        if (queries == m_input.queriesOf.end())
            return 0;
        for (std::size_t number : queries->second)
            for (const EntityRead& read : m_input.queries[number].reads)
                if (read.entity->id == entity.id && holds(read.fixed(), attribute))
                    rate += m_input.queries[number].pattern->rate.peakRate().value;
        return rate;
    }

    void addTopic(const Entity& entity) {
        const TopicPolicy policy = topicPolicy(m_input.project, entity);
        const RecordKey key = keyOf(entity, policy);
        Structure topic;
        topic.name = m_names.take(plainName(m_input.project.displayName(entity), "topic"));
        topic.entity = entity.id;
        topic.entities = {entity.id};
        topic.reason = fmt::format(
            "{}; keyed: {}", policy == TopicPolicy::Compact ? "the latest version of each row" : "events, kept by age",
            key.reason);
        for (const Attribute& attribute : entity.attributes)
            topic.columns.push_back({attribute.name,
                                     attribute.type,
                                     jsonType(attribute.type),
                                     attribute.nullable,
                                     {entity.id, attribute.id},
                                     {},
                                     0,
                                     {}});
        for (AttributeId id : key.columns)
            if (const Attribute* attribute = entity.find(id))
                topic.partitionKey.push_back({attribute->name, false, {}});
        if (const Attribute* time = recordTime(entity))
            topic.sortKey.push_back({time->name, false, {}});
        if (const auto queries = m_input.queriesOf.find(entity.id); queries != m_input.queriesOf.end())
            for (std::size_t number : queries->second)
                topic.serves.push_back(m_input.queries[number].pattern->id);
        if (policy == TopicPolicy::Compact && m_input.layout.partitionKeys.contains(entity.id) &&
            m_input.layout.partitionKeys.at(entity.id) != key.columns)
            m_design.notes.push_back(fmt::format("{}: the key chosen in the layout is not taken, as compaction needs "
                                                 "the primary key.",
                                                 entity.name));
        m_compacted = m_compacted || policy == TopicPolicy::Compact;
        m_forever = m_forever || (policy == TopicPolicy::Delete && !entity.volume.daysInEngine());
        m_design.structures.push_back(std::move(topic));
    }

    const MappingInput& m_input;
    UniqueNames m_names;
    Design m_design;
    bool m_compacted = false;
    bool m_forever = false;
};

} // namespace

Design mapLog(const MappingInput& input) {
    return LogRules(input).run();
}

} // namespace shardscape::model
