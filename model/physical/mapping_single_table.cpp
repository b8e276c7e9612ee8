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

/// Global secondary indexes of a table, and names of tables (DynamoDB, ServiceQuotas).
constexpr std::size_t kGlobalIndexes = 20;
constexpr std::size_t kTableNameBytes = 255;
/// Attributes that INCLUDE projections may name: of one index (API reference, Projection) and of all of a table
/// (DynamoDB, ServiceQuotas).
constexpr std::size_t kIncludedByIndex = 20;
constexpr std::size_t kIncludedAttributes = 100;

class SingleTableRules {
public:
    explicit SingleTableRules(const MappingInput& input)
        : m_input(input)
        , m_ways(findWays(input, false, true)) {}

    Design run() {
        for (const Entity& entity : m_input.project.entities) {
            m_word[entity.id] = m_words.take(itemWord(entity.name));
            for (const Attribute& attribute : entity.attributes)
                m_attributeNames.insert(attribute.name);
        }
        if (m_input.project.entities.empty())
            return {};
        beginTable();
        for (const Entity* entity : creationOrder(m_input.cardinality))
            addEntity(*entity);
        finishKeys(m_table);
        m_design.structures.push_back(std::move(m_table));
        for (Structure& index : m_indexes) {
            finishKeys(index);
            index.reason = fmt::format("further ways in to {} kind{} of items", index.items.size(),
                                       index.items.size() == 1 ? "" : "s");
            m_design.structures.push_back(std::move(index));
        }
        limitProjections();
        for (std::string& note : m_ways.notes)
            m_design.notes.push_back(std::move(note));
        return std::move(m_design);
    }

private:
    /// A name for a key attribute that no attribute of an item has.
    std::string freeName(std::string name) const {
        while (m_attributeNames.contains(name))
            name.insert(0, "_");
        return name;
    }

    void beginTable() {
        m_table.name = clipped(plainName(m_input.project.name, "shardscape"), kTableNameBytes);
        if (m_table.name.size() < 3)
            m_table.name += "_table";
        m_table.kind = StructureKind::ItemTable;
        m_table.reason = "one table for all items; what is read together shares a partition key";
        addKeyColumns(m_table, "PK", "SK");
    }

    void addKeyColumns(Structure& structure, const std::string& partition, const std::string& sort) const {
        for (const std::string& name : {freeName(partition), freeName(sort)}) {
            StructureColumn column;
            column.name = name;
            column.type.kind = TypeKind::Text;
            column.nativeType = "S";
            column.nullable = structure.kind == StructureKind::GlobalIndex;
            structure.columns.push_back(std::move(column));
        }
        structure.partitionKey = {{structure.columns[0].name, false, {}}};
        structure.sortKey = {{structure.columns[1].name, false, {}}};
    }

    /// The compositions of all items, for the two key columns.
    static void finishKeys(Structure& structure) {
        std::set<std::string> partitions, sorts;
        for (const ItemKey& item : structure.items) {
            partitions.insert(item.partition);
            sorts.insert(item.sort);
        }
        const auto joined = [](const std::set<std::string>& texts) {
            std::string out;
            for (const std::string& text : texts)
                out += (out.empty() ? "" : " | ") + text;
            return out;
        };
        structure.columns[0].composition = joined(partitions);
        structure.columns[1].composition = joined(sorts);
    }

    void addEntity(const Entity& entity) {
        std::vector<Way> ways = m_ways.of[entity.id];
        std::erase_if(ways, [](const Way& way) { return !way.needed; });
        if (ways.empty())
            return;
        // The way that most requests need is the table's own key: an index is a copy, and only eventually consistent.
        auto main = ways.begin();
        for (auto way = ways.begin(); way != ways.end(); ++way)
            if (way->keyed && (!main->keyed || weight(*way) > weight(*main)))
                main = way;
        std::rotate(ways.begin(), main, main + 1);
        std::stable_sort(ways.begin() + 1, ways.end(), [](const Way& a, const Way& b) { return a.rate > b.rate; });
        if (!m_table.entity)
            m_table.entity = entity.id;
        m_table.entities.push_back(entity.id);
        m_table.items.push_back(itemKey(entity, ways.front()));
        addPatterns(m_table, ways.front());
        for (const Attribute& attribute : entity.attributes)
            m_table.columns.push_back(attributeColumn(entity, attribute));
        for (std::size_t i = 1; i < ways.size(); ++i) {
            if (i > kGlobalIndexes) {
                m_design.notes.push_back(
                    fmt::format("{} has more ways in than {} global indexes; those that fewest requests use "
                                "are left out.",
                                entity.name, kGlobalIndexes));
                break;
            }
            addToIndex(entity, ways[i], i);
        }
    }

    double weight(const Way& way) const {
        double out = way.rate;
        for (PatternId id : way.serves)
            if (const AccessPattern* pattern = m_input.project.patterns.find(id))
                if (pattern->consistency.kind == ConsistencyKind::Strong)
                    out += pattern->rate.peakRate().value;
        return out;
    }

    static void addPatterns(Structure& structure, const Way& way) {
        for (PatternId id : way.serves)
            if (std::find(structure.serves.begin(), structure.serves.end(), id) == structure.serves.end())
                structure.serves.push_back(id);
    }

    StructureColumn attributeColumn(const Entity& entity, const Attribute& attribute) const {
        return {attribute.name,
                attribute.type,
                nativeTypeOf(m_input.project, m_input.profile, attribute.type),
                attribute.nullable,
                {entity.id, attribute.id},
                {},
                0,
                {}};
    }

    void addToIndex(const Entity& entity, const Way& way, std::size_t number) {
        while (m_indexes.size() < number) {
            Structure index;
            const std::string name = fmt::format("GSI{}", m_indexes.size() + 1);
            index.name = name;
            index.kind = StructureKind::GlobalIndex;
            index.base = m_table.name;
            index.truth = false;
            addKeyColumns(index, name + "PK", name + "SK");
            m_indexes.push_back(std::move(index));
        }
        Structure& index = m_indexes[number - 1];
        if (!index.entity)
            index.entity = entity.id;
        index.entities.push_back(entity.id);
        index.items.push_back(itemKey(entity, way));
        addPatterns(index, way);
        for (const Attribute& attribute : entity.attributes)
            if (holds(way.columns, ColumnRef{entity.id, attribute.id}))
                index.columns.push_back(attributeColumn(entity, attribute));
    }

    /// An index that would name more attributes than INCLUDE may projects everything.
    void limitProjections() {
        std::size_t named = 0;
        for (Structure& index : m_design.structures) {
            if (index.kind != StructureKind::GlobalIndex)
                continue;
            std::set<std::string> names;
            for (std::size_t i = 2; i < index.columns.size(); ++i)
                names.insert(index.columns[i].name);
            if (names.size() <= kIncludedByIndex && named + names.size() <= kIncludedAttributes) {
                named += names.size();
                continue;
            }
            index.columns.resize(2);
            for (EntityId id : index.entities)
                for (const Attribute& attribute : m_input.project.entities.find(id)->attributes)
                    index.columns.push_back(attributeColumn(*m_input.project.entities.find(id), attribute));
        }
    }

    /// The entity that a column's values name: the parent of a foreign key, the entity itself for its own key.
    std::string wordFor(ColumnRef column) const {
        for (int depth = 0; depth < 8; ++depth) {
            const Relationship* up = m_input.cardinality.foreignKey(column.entity, column.attribute);
            if (!up || up->parent == column.entity)
                break;
            column = {up->parent, up->parentAttributes.front()};
        }
        const Entity& entity = *m_input.project.entities.find(column.entity);
        const std::vector<AttributeId> identity = identityOf(entity);
        const std::string& word = m_word.at(column.entity);
        if (identity.size() == 1 && identity.front() == column.attribute)
            return word;
        const Attribute* attribute = entity.find(column.attribute);
        std::string own = plainName(attribute ? attribute->name : "", "VALUE");
        std::transform(own.begin(), own.end(), own.begin(), [](unsigned char c) { return std::toupper(c); });
        return word + "#" + own;
    }

    std::string slot(const ColumnRef& column) const { return "{" + m_input.project.describe(column) + "}"; }

    ItemKey itemKey(const Entity& entity, const Way& way) const {
        const std::string& word = m_word.at(entity.id);
        ItemKey item;
        item.entity = entity.id;
        for (const ColumnRef& column : way.key.partition) {
            item.partition += (item.partition.empty() ? "" : "#") + wordFor(column) + "#" + slot(column);
            item.partitionParts.push_back(column.attribute);
        }
        if (way.byPrimaryKey && way.key.partition.empty())
            item.partition = word + "#{id made when the item is written}";
        else if (!way.keyed)
            unkeyed(entity, way, item);
        item.sort = word;
        std::vector<ColumnRef> parts;
        for (const OrderPart& part : way.key.sort) {
            item.sortParts.push_back(part);
            parts.push_back(part.column);
        }
        for (AttributeId id : identityOf(entity)) { // makes items differ
            const ColumnRef column{entity.id, id};
            if (!holds(parts, column) && !holds(item.partitionParts, id)) {
                item.sortParts.push_back({column, {}, false});
                parts.push_back(column);
            }
        }
        for (const ColumnRef& column : parts)
            item.sort += "#" + slot(column);
        if (identityOf(entity).empty() && !way.byPrimaryKey)
            item.sort += "#{id made when the item is written}";
        return item;
    }

    void unkeyed(const Entity& entity, const Way& way, ItemKey& item) const {
        const Buckets buckets = bucketsOf(m_input, way, m_input.cardinality.rowBytes(entity.id));
        item.buckets = buckets.count;
        item.bucketOf = buckets.of;
        item.partition = m_word.at(entity.id) + "#";
        if (buckets.of.attribute)
            item.partition += fmt::format("{{{} of {}}}", buckets.width, m_input.project.describe(buckets.of));
        else if (buckets.count > 1)
            item.partition += fmt::format("{{hash of the key mod {:.0f}}}", buckets.count);
        else
            item.partition += "ALL";
    }

    const MappingInput& m_input;
    Ways m_ways;
    UniqueNames m_words{200};
    std::unordered_map<EntityId, std::string> m_word;
    std::set<std::string> m_attributeNames;
    Structure m_table;
    std::vector<Structure> m_indexes;
    Design m_design;
};

} // namespace

Design mapSingleTable(const MappingInput& input) {
    return SingleTableRules(input).run();
}

} // namespace shardscape::model
