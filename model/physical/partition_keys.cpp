// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/partition_keys.h"

#include <algorithm>

#include <fmt/format.h>

namespace shardscape::model {
namespace {

constexpr double kValuesPerPartition = 10;
constexpr double kColocationWorth = 1.5;

using Scores = std::unordered_map<AttributeId, double>;

std::unordered_map<EntityId, Scores> scoreColumns(const MappingInput& input) {
    std::unordered_map<EntityId, Scores> scores;
    for (const Query& query : input.queries) {
        const double rate = query.pattern->rate.peakRate().value;
        for (const EntityRead& read : query.reads)
            for (AttributeId attribute : read.fixed())
                scores[read.entity->id][attribute] += rate;
    }
    return scores;
}

} // namespace

std::unordered_map<EntityId, PartitionChoice> choosePartitionKeys(const MappingInput& input, int partitions) {
    const std::unordered_map<EntityId, Scores> scores = scoreColumns(input);
    std::unordered_map<EntityId, PartitionChoice> choices;
    for (const Entity* entity : creationOrder(input.cardinality)) {
        PartitionChoice& choice = choices[entity->id];
        if (const auto own = input.layout.partitionKeys.find(entity->id); own != input.layout.partitionKeys.end()) {
            choice = {own->second, "chosen in the layout"};
            continue;
        }
        const auto found = scores.find(entity->id);
        const auto scoreOf = [&](AttributeId attribute) {
            if (found == scores.end())
                return 0.0;
            const auto at = found->second.find(attribute);
            return at == found->second.end() ? 0.0 : at->second;
        };
        const auto spreads = [&](AttributeId attribute) {
            return input.cardinality.distinct(entity->id, attribute) >=
                   std::min(kValuesPerPartition * partitions, input.cardinality.rows(entity->id));
        };
        const Attribute* best = nullptr;
        for (const Attribute& attribute : entity->attributes)
            if (scoreOf(attribute.id) > 0 && spreads(attribute.id) &&
                (!best || scoreOf(attribute.id) > scoreOf(best->id)))
                best = &attribute;
        const double bestScore = best ? scoreOf(best->id) : 0;
        const Attribute* beside = nullptr;
        const Entity* parent = nullptr;
        for (const Relationship* up : input.cardinality.parentsOf(entity->id)) {
            const auto placed = choices.find(up->parent);
            if (up->parent == entity->id || placed == choices.end() || up->childAttributes.size() != 1 ||
                placed->second.key != up->parentAttributes || !spreads(up->childAttributes.front()))
                continue;
            const double score = scoreOf(up->childAttributes.front());
            if (bestScore <= kColocationWorth * score && (!beside || score > scoreOf(beside->id))) {
                beside = entity->find(up->childAttributes.front());
                parent = input.project.entities.find(up->parent);
            }
        }
        const Key* primary = entity->primaryKey();
        if (beside)
            choice = {{beside->id},
                      fmt::format("{} keeps rows beside the {} they refer to", beside->name, parent->name)};
        else if (best)
            choice = {{best->id},
                      fmt::format("{} is compared for equality by {:.4g} requests/s, the most of all columns",
                                  best->name, bestScore)};
        else if (primary && !primary->attributes.empty())
            choice = {{primary->attributes.front()},
                      "no pattern compares a column for equality; the primary key spreads rows evenly"};
        else
            choice.reason = "without a key or a pattern nothing says how to spread it; it stays on one node";
    }
    return choices;
}

} // namespace shardscape::model
