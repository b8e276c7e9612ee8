// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Search indexes: an index an entity, fields by what the patterns look for.
#include <algorithm>

#include <fmt/format.h>

#include "model/physical/json_text.h"
#include "model/physical/mapping_rules.h"
#include "model/physical/names.h"
#include "model/physical/partition_keys.h"
#include "model/physical/search_fields.h"

namespace shardscape::model {
namespace {

constexpr double kMostShards = 1024;

class SearchRules {
public:
    explicit SearchRules(const MappingInput& input)
        : m_input(input)
        , m_names(static_cast<std::size_t>(input.profile.value("limits.identifier_bytes"))) {}

    Design run() {
        m_design.placement.partitions = m_input.layout.partitions.value_or(neededShards());
        if (m_design.placement.partitions > 1)
            m_keys = choosePartitionKeys(m_input, m_design.placement.partitions);
        for (const Entity* entity : creationOrder(m_input.cardinality))
            addIndex(*entity);
        m_design.notes.push_back(
            "Each entity is an index of documents. Only fields that a pattern looks for, orders or "
            "groups are indexed; everything is kept in _source and returned from it.");
        m_design.notes.push_back("There are no joins, constraints or transactions: what is searched together lies in "
                                 "one document. Keep the truth in another engine and copy it here.");
        if (m_words)
            m_design.notes.push_back("Words are looked for, not parts of words: LIKE '%part%' becomes a search for the "
                                     "words that an analyzer cuts the text into.");
        m_design.notes.push_back(
            "Searches see what was written up to a second ago (refresh_interval); a get by _id sees "
            "the latest.");
        return std::move(m_design);
    }

private:
    /// What the largest index needs, of documents about as large as their JSON.
    int neededShards() const {
        double needed = m_input.profile.defaultPartitions;
        for (const Entity& entity : m_input.project.entities) {
            const double rows = m_input.cardinality.rows(entity.id);
            needed =
                std::max(needed, shardsFor(rows, rows * jsonRowBytes(m_input.cardinality, entity), m_input.profile));
        }
        return static_cast<int>(std::min(needed, kMostShards));
    }

    void addIndex(const Entity& entity) {
        Structure index;
        index.name = m_names.take(indexName(m_input.project.displayName(entity)));
        index.entity = entity.id;
        index.entities = {entity.id};
        std::string indexed;
        for (const SearchField& field : searchFields(m_input.cardinality, entity)) {
            const Attribute& attribute = *field.attribute;
            if (field.indexed || field.docValues)
                indexed += (indexed.empty() ? "" : ", ") + attribute.name;
            m_words = m_words || field.kind == SearchKind::Text || field.kind == SearchKind::TextAndKeyword;
            index.columns.push_back({attribute.name,
                                     attribute.type,
                                     searchType(field),
                                     attribute.nullable,
                                     {entity.id, attribute.id},
                                     {},
                                     0,
                                     {}});
        }
        index.reason = indexed.empty() ? std::string("documents by their _id; no pattern looks for a field")
                                       : fmt::format("documents, found by {}", indexed);
        if (const auto queries = m_input.queriesOf.find(entity.id); queries != m_input.queriesOf.end())
            for (std::size_t number : queries->second)
                index.serves.push_back(m_input.queries[number].pattern->id);
        addRouting(entity, index);
        m_design.structures.push_back(std::move(index));
    }

    /// By _id, unless another column is worth more as routing.
    void addRouting(const Entity& entity, Structure& index) const {
        std::vector<AttributeId> key;
        if (const Key* primary = entity.primaryKey())
            key = primary->attributes;
        if (const auto choice = m_keys.find(entity.id); choice != m_keys.end() && !choice->second.key.empty()) {
            key = choice->second.key;
            index.reason += "; routed: " + choice->second.reason;
        }
        for (AttributeId id : key)
            if (const Attribute* attribute = entity.find(id))
                index.partitionKey.push_back({attribute->name, false, {}});
    }

    const MappingInput& m_input;
    std::unordered_map<EntityId, PartitionChoice> m_keys;
    UniqueNames m_names;
    Design m_design;
    bool m_words = false;
};

} // namespace

Design mapSearch(const MappingInput& input) {
    return SearchRules(input).run();
}

} // namespace shardscape::model
