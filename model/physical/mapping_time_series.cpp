// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Stores of time series: a series for each combination of labels and each number, samples in order of time.
#include <fmt/format.h>

#include "model/physical/mapping_rules.h"
#include "model/physical/names.h"
#include "model/physical/partition_keys.h"
#include "model/physical/time_series.h"

namespace shardscape::model {
namespace {

constexpr std::size_t kNameBytes = 128;

std::string listOf(const std::vector<const Attribute*>& attributes) {
    std::string out;
    for (const Attribute* attribute : attributes)
        out += (out.empty() ? "" : ", ") + attribute->name;
    return out;
}

class TimeSeriesRules {
public:
    explicit TimeSeriesRules(const MappingInput& input)
        : m_input(input) {}

    Design run() {
        const int partitions = m_input.layout.partitions.value_or(m_input.profile.defaultPartitions);
        if (partitions > 1)
            m_keys = choosePartitionKeys(m_input, partitions);
        for (const Entity* entity : creationOrder(m_input.cardinality)) {
            const SeriesShape shape = seriesShapeOf(m_input.cardinality, *entity);
            if (shape.holdsSeries())
                addSeries(*entity, shape);
            else
                m_design.notes.push_back(fmt::format(
                    "{} is not held here: {}. It stays in the engine that owns it.", entity->name,
                    shape.time ? "it has no number that changes over time" : "it has no time that every row states"));
        }
        m_design.notes.push_back("Each number of a row becomes a sample of its own series, with the row's time and "
                                 "labels. There are no rows, keys or foreign keys.");
        return std::move(m_design);
    }

private:
    static const char* typeName(SeriesRole role) {
        return role == SeriesRole::Time ? "timestamp (ms)" : role == SeriesRole::Label ? "label" : "sample (float64)";
    }

    void addSeries(const Entity& entity, const SeriesShape& shape) {
        Structure series;
        series.name = m_names.take(plainName(m_input.project.displayName(entity), "series"));
        series.entity = entity.id;
        series.entities = {entity.id};
        series.reason = fmt::format("series of {}, told apart by {}", listOf(shape.values),
                                    shape.labels.empty() ? "nothing else" : listOf(shape.labels));
        for (const Attribute& attribute : entity.attributes) {
            const SeriesRole role = shape.roleOf(attribute.id);
            if (role != SeriesRole::LeftOut)
                series.columns.push_back({attribute.name,
                                          attribute.type,
                                          typeName(role),
                                          attribute.nullable,
                                          {entity.id, attribute.id},
                                          {},
                                          0,
                                          {}});
        }
        for (const Attribute* label : shape.labels)
            series.sortKey.push_back({label->name, false, {}});
        series.sortKey.push_back({shape.time->name, false, {}});
        if (const auto queries = m_input.queriesOf.find(entity.id); queries != m_input.queriesOf.end())
            for (std::size_t number : queries->second)
                series.serves.push_back(m_input.queries[number].pattern->id);
        addPartitionKey(entity, shape, series);
        if (!shape.leftOut.empty())
            m_design.notes.push_back(fmt::format("{}: {} left out; a series has short labels and numbers alone.",
                                                 entity.name, listOf(shape.leftOut)));
        m_design.structures.push_back(std::move(series));
    }

    /// Servers share the series by a hash of some labels; of all of them when the best key is none of them.
    void addPartitionKey(const Entity& entity, const SeriesShape& shape, Structure& series) const {
        const auto choice = m_keys.find(entity.id);
        if (choice == m_keys.end())
            return;
        bool labels = !choice->second.key.empty();
        for (AttributeId id : choice->second.key)
            labels = labels && shape.roleOf(id) == SeriesRole::Label;
        if (labels) {
            for (AttributeId id : choice->second.key)
                series.partitionKey.push_back({entity.find(id)->name, false, {}});
            series.reason += "; sharded: " + choice->second.reason;
            return;
        }
        for (const Attribute* label : shape.labels)
            series.partitionKey.push_back({label->name, false, {}});
    }

    const MappingInput& m_input;
    std::unordered_map<EntityId, PartitionChoice> m_keys;
    UniqueNames m_names{kNameBytes};
    Design m_design;
};

} // namespace

Design mapTimeSeries(const MappingInput& input) {
    return TimeSeriesRules(input).run();
}

} // namespace shardscape::model
