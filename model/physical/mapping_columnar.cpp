// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Column stores: one table an entity, sorted by what most requests ask for.
#include <algorithm>

#include <fmt/format.h>

#include "model/physical/columnar.h"
#include "model/physical/mapping_rules.h"
#include "model/physical/names.h"
#include "model/physical/partition_keys.h"

namespace shardscape::model {
namespace {

/// Columns of a sort key beyond which more do not narrow what is read: each granule holds thousands of rows.
constexpr std::size_t kMostSortColumns = 5;
constexpr std::size_t kNameBytes = 128;

class ColumnarRules {
public:
    explicit ColumnarRules(const MappingInput& input)
        : m_input(input) {}

    Design run() {
        const int partitions = m_input.layout.partitions.value_or(m_input.profile.defaultPartitions);
        if (partitions > 1)
            m_keys = choosePartitionKeys(m_input, partitions);
        for (const Entity* entity : creationOrder(m_input.cardinality))
            addTable(*entity);
        m_design.notes.push_back(
            "Keys and foreign keys are not checked: column stores have no constraints across rows.");
        m_design.notes.push_back("Rows are inserted in batches, by the client or by the server (async_insert): each "
                                 "insert makes a part of its own, and about one a second a table is what merges keep "
                                 "up with.");
        return std::move(m_design);
    }

private:
    struct Wish {
        double perSecond = 0;
        std::vector<AttributeId> equal;
        std::optional<AttributeId> ordered;
        const AccessPattern* pattern = nullptr;
    };

    bool canSort(const Entity& entity, AttributeId id) const {
        const Attribute* attribute = entity.find(id);
        if (!attribute || attribute->nullable)
            return false;
        switch (attribute->type.kind) {
        case TypeKind::Json:
        case TypeKind::Array:
        case TypeKind::GeoPoint:
        case TypeKind::Binary: return false;
        default: return true;
        }
    }

    /// What each reading pattern asks of the entity, busiest first.
    std::vector<Wish> wishesOf(const Entity& entity) const {
        std::vector<Wish> wishes;
        const auto queries = m_input.queriesOf.find(entity.id);
        if (queries == m_input.queriesOf.end())
            return wishes;
        for (std::size_t number : queries->second) {
            const Query& query = m_input.queries[number];
            for (const EntityRead& read : query.reads) {
                if (read.entity->id != entity.id)
                    continue;
                Wish wish;
                wish.pattern = query.pattern;
                wish.perSecond = query.pattern->rate.peakRate().value;
                const std::vector<AttributeId> linked = read.linked();
                for (AttributeId id : read.keyed())
                    if (!holds(linked, id) && canSort(entity, id))
                        wish.equal.push_back(id);
                for (AttributeId id : read.ranged())
                    if (!wish.ordered && canSort(entity, id) && !holds(wish.equal, id))
                        wish.ordered = id;
                if (&read == &query.reads.front() && !wish.ordered)
                    for (const OrderPart& part : query.orderOfFirst())
                        if (!wish.ordered && canSort(entity, part.column.attribute) &&
                            !holds(wish.equal, part.column.attribute))
                            wish.ordered = part.column.attribute;
                if (!wish.equal.empty() || wish.ordered)
                    wishes.push_back(std::move(wish));
            }
        }
        std::stable_sort(wishes.begin(), wishes.end(),
                         [](const Wish& a, const Wish& b) { return a.perSecond > b.perSecond; });
        return wishes;
    }

    /// The busiest request's equality columns from few to many different values, which keeps further columns in long
    /// runs; then its range or order; then the primary key, so that versions of a row lie together.
    std::vector<AttributeId> sortColumns(const Entity& entity, Structure& table) const {
        std::vector<AttributeId> out;
        const auto add = [&](AttributeId id) {
            if (out.size() < kMostSortColumns && !holds(out, id) && canSort(entity, id))
                out.push_back(id);
        };
        const std::vector<Wish> wishes = wishesOf(entity);
        if (!wishes.empty()) {
            std::vector<AttributeId> equal = wishes.front().equal;
            std::stable_sort(equal.begin(), equal.end(), [&](AttributeId a, AttributeId b) {
                return m_input.cardinality.distinct(entity.id, a) < m_input.cardinality.distinct(entity.id, b);
            });
            std::for_each(equal.begin(), equal.end(), add);
            if (wishes.front().ordered)
                add(*wishes.front().ordered);
            table.reason += fmt::format("; sorted as {} asks for it", wishes.front().pattern->name);
        }
        for (const Key& key : entity.keys)
            if (key.kind == KeyKind::Primary)
                std::for_each(key.attributes.begin(), key.attributes.end(), add);
        return out;
    }

    std::string columnType(const Entity& entity, const Attribute& attribute, bool sorted) const {
        std::string type = clickhouseType(m_input.project, attribute.type);
        const bool nested = attribute.type.kind == TypeKind::Array || attribute.type.kind == TypeKind::GeoPoint;
        if (attribute.nullable && !sorted && !nested)
            type = "Nullable(" + type + ")";
        return usesDictionary(m_input.cardinality, entity.id, attribute) ? "LowCardinality(" + type + ")" : type;
    }

    void addTable(const Entity& entity) {
        Structure table;
        std::string name = m_input.project.displayName(entity);
        std::replace(name.begin(), name.end(), '.', '_');
        table.name = m_names.take(name);
        table.entity = entity.id;
        table.entities = {entity.id};
        table.reason = fmt::format("holds {} as modelled", entity.name);
        const std::vector<AttributeId> sorted = sortColumns(entity, table);
        for (const Attribute& attribute : entity.attributes)
            table.columns.push_back({attribute.name,
                                     attribute.type,
                                     columnType(entity, attribute, holds(sorted, attribute.id)),
                                     attribute.nullable,
                                     {entity.id, attribute.id},
                                     {},
                                     0,
                                     {}});
        for (AttributeId id : sorted)
            table.sortKey.push_back({entity.find(id)->name, false, {}});
        if (const auto queries = m_input.queriesOf.find(entity.id); queries != m_input.queriesOf.end())
            for (std::size_t number : queries->second)
                table.serves.push_back(m_input.queries[number].pattern->id);
        if (const auto choice = m_keys.find(entity.id); choice != m_keys.end()) {
            for (AttributeId id : choice->second.key)
                table.partitionKey.push_back({entity.find(id)->name, false, {}});
            table.reason += "; sharded: " + choice->second.reason;
        }
        m_design.structures.push_back(std::move(table));
    }

    const MappingInput& m_input;
    std::unordered_map<EntityId, PartitionChoice> m_keys;
    UniqueNames m_names{kNameBytes};
    Design m_design;
};

} // namespace

Design mapColumnar(const MappingInput& input) {
    return ColumnarRules(input).run();
}

} // namespace shardscape::model
