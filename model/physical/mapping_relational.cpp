// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>

#include "model/physical/mapping_rules.h"
#include "model/physical/names.h"
#include "model/physical/partition_keys.h"
#include "model/physical/relational_indexes.h"

namespace shardscape::model {
namespace {

/// NAMEDATALEN - 1 of PostgreSQL 15.
constexpr std::size_t kNameBytes = 63;

std::string joinedNames(const Entity& entity, const std::vector<AttributeId>& columns) {
    std::string out;
    for (AttributeId id : columns)
        if (const Attribute* attribute = entity.find(id))
            out += "_" + attribute->name;
    return out;
}

class RelationalRules {
public:
    explicit RelationalRules(const MappingInput& input)
        : m_input(input)
        , m_advice(adviseIndexes(input)) {}

    Design run() {
        const int partitions = m_input.layout.partitions.value_or(m_input.profile.defaultPartitions);
        if (partitions > 1)
            m_keys = choosePartitionKeys(m_input, partitions);
        const std::vector<const Entity*> order = creationOrder(m_input.cardinality);
        for (const Entity* entity : order) // names that exist come first, so that proposed ones avoid them
            takeDeclared(*entity);
        m_design.structures.reserve(order.size());
        for (const Entity* entity : order)
            addTable(*entity);
        for (std::string& note : m_advice.notes)
            m_design.notes.push_back(std::move(note));
        return std::move(m_design);
    }

private:
    void takeDeclared(const Entity& entity) {
        UniqueNames& names = namesOf(entity);
        names.take(entity.name);
        for (const Key& key : entity.keys)
            if (!key.name.empty())
                names.take(key.name);
        for (const Index& index : entity.indexes)
            if (!index.name.empty())
                names.take(index.name);
    }

    /// Tables and indexes share the names of a schema.
    UniqueNames& namesOf(const Entity& entity) {
        const std::string schema = entity.schema.empty() ? "public" : entity.schema;
        return m_names.try_emplace(schema, kNameBytes).first->second;
    }

    void addTable(const Entity& entity) {
        Structure table;
        table.name = m_tableNames.take(m_input.project.displayName(entity));
        table.entity = entity.id;
        table.entities = {entity.id};
        table.reason = fmt::format("holds {} as modelled", entity.name);
        for (const Attribute& attribute : entity.attributes)
            table.columns.push_back({attribute.name,
                                     attribute.type,
                                     nativeTypeOf(m_input.project, m_input.profile, attribute.type),
                                     attribute.nullable,
                                     {entity.id, attribute.id},
                                     {},
                                     0,
                                     {}});
        for (const Key& key : entity.keys)
            addKey(entity, key, table);
        for (const Index& index : entity.indexes)
            addDeclared(entity, index, table);
        if (const auto proposed = m_advice.proposed.find(entity.id); proposed != m_advice.proposed.end())
            for (const ProposedIndex& index : proposed->second)
                addProposed(entity, index, table);
        if (const auto queries = m_input.queriesOf.find(entity.id); queries != m_input.queriesOf.end())
            for (std::size_t number : queries->second)
                table.serves.push_back(m_input.queries[number].pattern->id);
        if (const auto choice = m_keys.find(entity.id); choice != m_keys.end())
            applyPartitioning(entity, choice->second, table);
        m_design.structures.push_back(std::move(table));
    }

    void addKey(const Entity& entity, const Key& key, Structure& table) {
        StructureIndex index;
        index.key = key.id;
        index.primary = key.kind == KeyKind::Primary;
        index.unique = true;
        index.name = key.name;
        if (index.name.empty())
            index.name = namesOf(entity).take(
                index.primary ? clipped(entity.name, kNameBytes - 5) + "_pkey"
                              : clipped(entity.name + joinedNames(entity, key.attributes), kNameBytes - 4) + "_key");
        for (AttributeId id : key.attributes)
            if (const Attribute* attribute = entity.find(id))
                index.parts.push_back({attribute->name, false, {}});
        for (AttributeId id : key.include)
            if (const Attribute* attribute = entity.find(id))
                index.include.push_back(attribute->name);
        if (const auto serves = m_advice.keyServes.find(key.id); serves != m_advice.keyServes.end())
            index.serves = serves->second;
        table.indexes.push_back(std::move(index));
    }

    void addDeclared(const Entity& entity, const Index& declared, Structure& table) {
        StructureIndex index;
        index.declared = declared.id;
        index.unique = declared.unique;
        index.method = declared.method == IndexMethod::Other ? declared.methodName : name(declared.method);
        index.predicate = declared.predicate;
        std::vector<AttributeId> columns;
        for (const KeyPart& part : declared.parts) {
            const Attribute* attribute = entity.find(part.attribute);
            index.parts.push_back({attribute ? attribute->name : part.expression, part.descending, part.operatorClass});
            if (attribute)
                columns.push_back(attribute->id);
        }
        for (AttributeId id : declared.include)
            if (const Attribute* attribute = entity.find(id))
                index.include.push_back(attribute->name);
        index.name = declared.name;
        if (index.name.empty())
            index.name =
                namesOf(entity).take(clipped(entity.name + joinedNames(entity, columns), kNameBytes - 4) + "_idx");
        if (const auto serves = m_advice.declaredServes.find(declared.id); serves != m_advice.declaredServes.end())
            index.serves = serves->second;
        table.indexes.push_back(std::move(index));
    }

    void addProposed(const Entity& entity, const ProposedIndex& proposed, Structure& table) {
        StructureIndex index;
        index.method = name(proposed.method);
        index.reason = proposed.reason;
        index.serves = proposed.serves;
        std::vector<AttributeId> columns;
        for (const KeySequence::Column& column : proposed.columns) {
            const Attribute* attribute = entity.find(column.attribute);
            if (!attribute)
                return;
            index.parts.push_back({attribute->name, column.descending, proposed.operatorClass});
            columns.push_back(column.attribute);
        }
        if (!proposed.expression.empty())
            index.parts.push_back({proposed.expression, false, {}});
        for (AttributeId id : proposed.include)
            if (const Attribute* attribute = entity.find(id))
                index.include.push_back(attribute->name);
        const std::string middle = proposed.expression.empty() ? joinedNames(entity, columns) : "_search";
        index.name = namesOf(entity).take(clipped(entity.name + middle, kNameBytes - 4) + "_idx");
        table.indexes.push_back(std::move(index));
    }

    void applyPartitioning(const Entity& entity, const PartitionChoice& choice, Structure& table) {
        for (AttributeId id : choice.key)
            if (const Attribute* attribute = entity.find(id))
                table.partitionKey.push_back({attribute->name, false, {}});
        table.reason += "; partitioned: " + choice.reason;
        if (table.partitionKey.empty())
            return;
        for (const Key& key : entity.keys)
            if (!holdsAll(key.attributes, choice.key))
                m_design.notes.push_back(
                    fmt::format("{}: the key ({}) lacks the partition key and is only checked within each partition.",
                                entity.name, joinedNames(entity, key.attributes).erase(0, 1)));
    }

    const MappingInput& m_input;
    IndexAdvice m_advice;
    std::unordered_map<EntityId, PartitionChoice> m_keys;
    std::unordered_map<std::string, UniqueNames> m_names;
    UniqueNames m_tableNames{255};
    Design m_design;
};

} // namespace

Design mapRelational(const MappingInput& input) {
    return RelationalRules(input).run();
}

} // namespace shardscape::model
