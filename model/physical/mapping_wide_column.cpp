// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/physical/mapping_rules.h"
#include "model/physical/names.h"
#include "model/physical/ways.h"

namespace shardscape::model {
namespace {

/// Names of tables and keyspaces in Cassandra (SchemaConstants.NAME_LENGTH).
constexpr std::size_t kTableNameBytes = 48;

bool isWhole(TypeKind kind) {
    return kind == TypeKind::Int16 || kind == TypeKind::Int32 || kind == TypeKind::Int64;
}

class WideColumnRules {
public:
    explicit WideColumnRules(const MappingInput& input)
        : m_input(input)
        , m_ways(findWays(input, true, false)) {}

    Design run() {
        for (const Entity& entity : m_input.project.entities)
            findCounters(entity);
        for (auto& [entity, counters] : m_counters)
            std::erase_if(counters, [&](const ColumnRef& column) { return holds(m_plain, column); });
        std::erase_if(m_counters, [](const auto& entry) { return entry.second.empty(); });
        for (const Entity* entity : creationOrder(m_input.cardinality)) {
            const std::vector<Way>& ways = m_ways.of[entity->id];
            for (std::size_t i = 0; i < ways.size(); ++i)
                if (ways[i].needed)
                    addTable(*entity, ways[i], i == 0);
            if (m_counters.contains(entity->id))
                addCounterTable(*entity);
        }
        for (std::string& note : m_ways.notes)
            m_design.notes.push_back(std::move(note));
        return std::move(m_design);
    }

private:
    /// Columns that increments add to live in a counter table, which holds nothing else; unless a key orders by them.
    void findCounters(const Entity& entity) {
        const auto writes = m_input.writesOf.find(entity.id);
        if (writes == m_input.writesOf.end() || identityOf(entity).empty())
            return;
        for (const AccessPattern* pattern : writes->second) {
            if (pattern->verb != Verb::Increment)
                continue;
            for (const ColumnRef& column : pattern->assigned) {
                const Attribute* attribute = m_input.project.find(column);
                if (!attribute || !isWhole(attribute->type.kind))
                    continue;
                const bool conditional = std::any_of(
                    pattern->predicates.begin(), pattern->predicates.end(), [&](const Predicate& predicate) {
                        return std::find(pattern->assigned.begin(), pattern->assigned.end(), predicate.column) !=
                               pattern->assigned.end();
                    });
                if (conditional) {
                    m_design.notes.push_back(
                        fmt::format("{} stays a plain column because {} changes it only under a condition, "
                                    "which counters cannot check; each change is a lightweight transaction.",
                                    m_input.project.describe(column), pattern->name));
                    m_plain.push_back(column);
                    continue;
                }
                if (isKey(column)) {
                    m_design.notes.push_back(
                        fmt::format("{} stays a plain column because a key orders by it; each increment "
                                    "reads and writes the row under a lightweight transaction.",
                                    m_input.project.describe(column)));
                    continue;
                }
                std::vector<ColumnRef>& counters = m_counters[entity.id];
                if (!holds(counters, column))
                    counters.push_back(column);
            }
        }
    }

    bool isKey(const ColumnRef& column) const {
        for (const auto& [entity, ways] : m_ways.of)
            for (const Way& way : ways) {
                const bool sorted = std::any_of(way.key.sort.begin(), way.key.sort.end(),
                                                [&](const OrderPart& part) { return part.column == column; });
                if (way.needed && (sorted || holds(way.key.partition, column)))
                    return true;
            }
        return false;
    }

    bool isCounter(const ColumnRef& column) const {
        const auto found = m_counters.find(column.entity);
        return found != m_counters.end() && holds(found->second, column);
    }

    std::string tableName(const Entity& entity, const Way& way) const {
        std::string out = plainName(m_input.project.displayName(entity), "table");
        if (way.byPrimaryKey)
            return out;
        out += "_by";
        if (!way.keyed)
            out += way.key.sort.empty() ? "_all" : "";
        for (const ColumnRef& column : way.key.partition)
            if (const Attribute* attribute = m_input.project.find(column))
                out += "_" + plainName(attribute->name, "column");
        if (!way.keyed && !way.key.sort.empty())
            if (const Attribute* attribute = m_input.project.find(way.key.sort.front().column))
                out += "_" + plainName(attribute->name, "column");
        return out;
    }

    /// Adds a column and gives the name it has in this table.
    std::string addColumn(Structure& table, UniqueNames& names, const ColumnRef& column,
                          const char* nativeType = nullptr) {
        for (const StructureColumn& known : table.columns)
            if (known.source == column)
                return known.name;
        const Entity* entity = m_input.project.entities.find(column.entity);
        const Attribute* attribute = m_input.project.find(column);
        if (!entity || !attribute)
            return {};
        StructureColumn out;
        out.name = column.entity == table.entity ? attribute->name : names.take(entity->name + "_" + attribute->name);
        out.type = attribute->type;
        out.nativeType = nativeType ? nativeType : nativeTypeOf(m_input.project, m_input.profile, attribute->type);
        out.nullable = attribute->nullable;
        out.source = column;
        table.columns.push_back(std::move(out));
        return table.columns.back().name;
    }

    /// A column that no attribute has; gives its name.
    std::string addSynthetic(Structure& table, UniqueNames& names, const std::string& name, const char* nativeType,
                             std::string composition) {
        StructureColumn out;
        out.name = names.take(name);
        out.type.kind = std::string(nativeType) == "int" ? TypeKind::Int32 : TypeKind::Uuid;
        out.nativeType = nativeType;
        out.nullable = false;
        out.composition = std::move(composition);
        table.columns.push_back(std::move(out));
        return table.columns.back().name;
    }

    static UniqueNames columnNames(const Entity& entity) {
        UniqueNames names(1000); // the entity's own columns keep their names, whatever is added
        for (const Attribute& attribute : entity.attributes)
            names.take(attribute.name);
        return names;
    }

    void addTable(const Entity& entity, const Way& way, bool truth) {
        Structure table;
        table.name = m_names.take(tableName(entity, way));
        table.entity = entity.id;
        table.entities = way.entities;
        table.joins = way.joins;
        table.serves = way.serves;
        table.truth = truth;
        table.reason = way.reason;
        UniqueNames names = columnNames(entity);
        for (const ColumnRef& column : way.key.partition)
            table.partitionKey.push_back({addColumn(table, names, column), false, {}});
        double rowBytes = 0;
        for (const ColumnRef& column : way.columns)
            if (const Attribute* attribute = m_input.project.find(column))
                rowBytes += m_input.cardinality.valueBytes(*attribute);
        addBucket(table, names, way, rowBytes);
        warnOfLargest(table, way, rowBytes);
        for (const OrderPart& part : way.key.sort)
            if (!isPartition(table, part.column))
                table.sortKey.push_back({addColumn(table, names, part.column), part.descending, {}});
        addIdentity(table, names, entity, way);
        for (const ColumnRef& column : way.columns)
            if (!isCounter(column))
                addColumn(table, names, column);
        for (StructureColumn& column : table.columns)
            column.nullable = column.nullable && !isKeyColumn(table, column.name);
        m_design.structures.push_back(std::move(table));
    }

    static bool isKeyColumn(const Structure& table, const std::string& column) {
        const auto same = [&](const StructureKeyPart& part) { return part.column == column; };
        return std::any_of(table.partitionKey.begin(), table.partitionKey.end(), same) ||
               std::any_of(table.sortKey.begin(), table.sortKey.end(), same);
    }

    static bool isPartition(const Structure& table, const ColumnRef& column) {
        return std::any_of(table.partitionKey.begin(), table.partitionKey.end(), [&](const StructureKeyPart& part) {
            const StructureColumn* found = table.find(part.column);
            return found && found->source == column;
        });
    }

    void addBucket(Structure& table, UniqueNames& names, const Way& way, double rowBytes) {
        Buckets buckets = bucketsOf(m_input, way, rowBytes);
        if (way.byPrimaryKey && way.key.partition.empty())
            return; // partitioned by the row's own id
        if (way.keyed && buckets.count <= 1)
            return;
        std::string text = "always 0: all rows in one partition";
        if (buckets.of.attribute)
            text = fmt::format("{} of {}, counted from 1970", buckets.width, m_input.project.describe(buckets.of));
        else if (buckets.count > 1)
            text = fmt::format("hash of the row's key mod {:.0f}", buckets.count);
        const std::string column = addSynthetic(table, names, "bucket", "int", text);
        for (StructureColumn& added : table.columns)
            if (added.name == column) {
                added.buckets = buckets.count;
                added.bucketOf = buckets.of;
            }
        table.partitionKey.push_back({column, false, {}});
        if (buckets.count > 1)
            table.reason +=
                fmt::format("; {} key has {:.3g} rows, so they are cut into {:.0f} buckets ({})",
                            buckets.of.attribute ? "the largest" : "an average",
                            buckets.of.attribute ? way.largestRows : way.partitionRows, buckets.count, text);
    }

    /// A key far above the average is not worth buckets that every other key would have to read.
    void warnOfLargest(const Structure& table, const Way& way, double rowBytes) {
        const bool bucketed = std::any_of(table.columns.begin(), table.columns.end(),
                                          [](const StructureColumn& column) { return column.buckets > 1; });
        if (!bucketed && (way.largestRows > kPartitionRows || way.largestRows * rowBytes > kPartitionBytes))
            m_design.notes.push_back(
                fmt::format("{}: the largest key has {:.3g} rows in one partition, above the guidance of "
                            "{:.0f}; serve such keys another way, for instance by reading them from "
                            "their source.",
                            table.name, way.largestRows, kPartitionRows));
    }

    void addIdentity(Structure& table, UniqueNames& names, const Entity& entity, const Way& way) {
        std::vector<ColumnRef> identity;
        for (AttributeId id : identityOf(entity))
            identity.push_back({entity.id, id});
        const bool keyless = identity.empty();
        for (const ColumnRef& column : way.identity)
            if (!holds(identity, column))
                identity.push_back(column);
        if (keyless) {
            const std::string column = addSynthetic(table, names, "row_id", "timeuuid", "made when the row is written");
            (way.byPrimaryKey ? table.partitionKey : table.sortKey).push_back({column, false, {}});
        }
        for (const ColumnRef& column : identity) {
            const std::string name = addColumn(table, names, column);
            if (!name.empty() && !isKeyColumn(table, name))
                table.sortKey.push_back({name, false, {}});
        }
    }

    void addCounterTable(const Entity& entity) {
        Structure table;
        table.name = m_names.take(plainName(m_input.project.displayName(entity), "table") + "_counters");
        table.entity = entity.id;
        table.entities = {entity.id};
        table.reason = fmt::format("counters of {}: a counter column stands in a table of counters alone", entity.name);
        UniqueNames names = columnNames(entity);
        for (AttributeId id : identityOf(entity))
            table.partitionKey.push_back({addColumn(table, names, {entity.id, id}), false, {}});
        for (const ColumnRef& column : m_counters[entity.id])
            addColumn(table, names, column, "counter");
        for (const AccessPattern* pattern : m_input.writesOf.at(entity.id))
            if (pattern->verb == Verb::Increment)
                table.serves.push_back(pattern->id);
        m_design.structures.push_back(std::move(table));
    }

    const MappingInput& m_input;
    Ways m_ways;
    std::unordered_map<EntityId, std::vector<ColumnRef>> m_counters;
    std::vector<ColumnRef> m_plain; ///< incremented, but no counters
    UniqueNames m_names{kTableNameBytes, true};
    Design m_design;
};

} // namespace

Design mapWideColumn(const MappingInput& input) {
    return WideColumnRules(input).run();
}

} // namespace shardscape::model
