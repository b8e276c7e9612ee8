// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/ways.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

namespace shardscape::model {

std::vector<AttributeId> identityOf(const Entity& entity) {
    if (const Key* primary = entity.primaryKey(); primary && !primary->attributes.empty())
        return primary->attributes;
    for (const Key& key : entity.keys)
        if (!key.attributes.empty())
            return key.attributes;
    return {};
}

namespace {

void addAll(std::vector<ColumnRef>& list, const std::vector<ColumnRef>& more) {
    for (const ColumnRef& column : more)
        if (!holds(list, column))
            list.push_back(column);
}

bool isTime(const Attribute* attribute) {
    return attribute && (attribute->type.kind == TypeKind::Timestamp || attribute->type.kind == TypeKind::Date);
}

class WayFinder {
public:
    WayFinder(const MappingInput& input, bool copyJoins, bool oneDirection)
        : m_input(input)
        , m_copyJoins(copyJoins)
        , m_oneDirection(oneDirection) {}

    Ways run() {
        collect();
        for (const Entity& entity : m_input.project.entities)
            addPrimary(entity);
        // Fewer equality columns first: a query that gives more can use their keys.
        std::stable_sort(m_wishes.begin(), m_wishes.end(), [](const Wish& a, const Wish& b) {
            return a.query.equal.size() != b.query.equal.size() ? a.query.equal.size() < b.query.equal.size()
                                                                : a.rate > b.rate;
        });
        for (const Wish& wish : m_wishes)
            place(wish);
        maintain();
        for (const Entity& entity : m_input.project.entities)
            settle(entity);
        return std::move(m_ways);
    }

private:
    struct Wish {
        KeyQuery query;
        double rate = 0;
    };

    void collect() {
        for (const Query& query : m_input.queries) {
            if (query.reads.empty() || query.pattern->verb == Verb::Traversal)
                continue;
            const double rate = query.pattern->rate.peakRate().value;
            const bool copies = m_copyJoins && query.reads.size() > 1;
            if (copies || query.reads.size() == 1)
                m_wishes.push_back({keyQueryOf(m_input.cardinality, query), rate});
            else
                for (std::size_t i = 0; i < query.reads.size(); ++i)
                    m_wishes.push_back({keyQueryOf(m_input.cardinality, query, i), rate});
        }
    }

    /// The way by primary key. Of a composite key the part that most requests give is the partition.
    void addPrimary(const Entity& entity) {
        Way way;
        way.row = entity.id;
        way.entities = {entity.id};
        way.byPrimaryKey = true;
        way.needed = false;
        std::vector<ColumnRef> key;
        for (AttributeId id : identityOf(entity))
            key.push_back({entity.id, id});
        const Wish* best = nullptr;
        for (const Wish& wish : m_wishes) {
            const std::vector<ColumnRef>& equal = wish.query.equal;
            const bool part =
                wish.query.row == entity.id && !wish.query.multiplies && !equal.empty() && equal.size() < key.size() &&
                std::all_of(equal.begin(), equal.end(), [&](const ColumnRef& c) { return holds(key, c); });
            const bool orderInside = std::all_of(wish.query.order.begin(), wish.query.order.end(),
                                                 [&](const OrderPart& p) { return holds(key, p.column); });
            if (part && orderInside && wish.query.orderIsPlain && (!best || wish.rate > best->rate))
                best = &wish;
        }
        way.key.partition = key;
        if (best) {
            way.key.partition = best->query.equal;
            for (const OrderPart& part : best->query.order)
                way.key.sort.push_back(part);
            for (const ColumnRef& column : key)
                if (!holds(way.key.partition, column) && !sorts(way.key.sort, column))
                    way.key.sort.push_back({column, {}, false});
        }
        measure(way);
        way.reason = key.empty() ? fmt::format("holds {}; rows have no key, so each gets an id of its own", entity.name)
                                 : fmt::format("holds {} by primary key", entity.name);
        m_ways.of[entity.id].push_back(std::move(way));
    }

    void measure(Way& way) const {
        way.partitionRows = m_input.cardinality.rowsPerValue(way.row, attributesOf(way.key.partition));
        way.largestRows = m_input.cardinality.maximumRowsPerValue(way.row, attributesOf(way.key.partition));
    }

    static bool sorts(const std::vector<OrderPart>& sort, const ColumnRef& column) {
        return std::any_of(sort.begin(), sort.end(), [&](const OrderPart& part) { return part.column == column; });
    }

    static std::vector<AttributeId> attributesOf(const std::vector<ColumnRef>& columns) {
        std::vector<AttributeId> out;
        for (const ColumnRef& column : columns)
            out.push_back(column.attribute);
        return out;
    }

    void place(const Wish& wish) {
        const KeyQuery& query = wish.query;
        const Entity& entity = *m_input.project.entities.find(query.row);
        std::vector<Way>& ways = m_ways.of[query.row];
        const std::vector<ColumnRef> identity =
            ways.front().key.partition.empty() ? std::vector<ColumnRef>{} : keyColumns(ways.front());
        const bool byKey =
            !identity.empty() && !query.multiplies && query.entities.size() == 1 &&
            std::all_of(identity.begin(), identity.end(), [&](const ColumnRef& c) { return holds(query.equal, c); });
        if (byKey) {
            serve(ways.front(), wish);
            return;
        }
        for (Way& way : ways)
            if (serves(way, query)) {
                serve(way, wish);
                return;
            }
        if (query.inside && query.equal.empty())
            return; // keys do not look inside values
        Way way;
        way.row = query.row;
        way.key.partition = query.equal;
        way.keyed = !query.equal.empty();
        way.multiplies = query.multiplies;
        way.identity = query.identity;
        way.joins = query.joins;
        way.entities = query.entities;
        const bool stops = query.query->limitStopsReading();
        if (query.orderIsPlain && !query.order.empty() && (stops || query.ranged.empty()))
            for (const OrderPart& part : query.order)
                way.key.sort.push_back({part.column, {}, part.descending});
        else if (!query.ranged.empty())
            way.key.sort.push_back({query.ranged.front(), {}, false});
        measure(way);
        if (query.multiplies || query.entities.size() > 1) {
            way.partitionRows = query.rowsWith(m_input.cardinality, query.equal) / query.values;
            way.largestRows = std::max(way.partitionRows, query.multiplies ? 0 : way.largestRows);
        }
        if (!way.keyed && !keepsInSequence(entity, way)) {
            ways.front().needed = true; // read as a whole, from the entity's own table
            return;
        }
        const std::string given = way.keyed ? "" : "all rows in one sequence, ";
        way.reason = fmt::format("{}serves {}", given, query.query->pattern->name);
        if (way.multiplies)
            way.reason += fmt::format("; each row of {} is copied once for every row it is joined to", entity.name);
        else if (way.entities.size() > 1)
            way.reason += "; columns of joined entities are copied in";
        serve(way, wish);
        ways.push_back(std::move(way));
    }

    static std::vector<ColumnRef> keyColumns(const Way& way) {
        std::vector<ColumnRef> out = way.key.partition;
        for (const OrderPart& part : way.key.sort)
            out.push_back(part.column);
        return out;
    }

    /// Without a key to give, rows are kept in sequence when time cuts it or when it is short.
    bool keepsInSequence(const Entity& entity, const Way& way) const {
        const bool timed = !way.key.sort.empty() && isTime(m_input.project.find(way.key.sort.front().column));
        return timed || (m_input.cardinality.rows(entity.id) <= kPartitionRows && !way.key.sort.empty());
    }

    bool serves(const Way& way, const KeyQuery& query) const {
        if (way.multiplies != query.multiplies || (way.multiplies && way.joins != query.joins))
            return false;
        if (way.byPrimaryKey && way.key.partition.empty())
            return false;
        if (way.keyed != !query.equal.empty())
            return false;
        const auto match = way.key.match(query, m_oneDirection);
        if (!match)
            return false;
        const std::size_t given = match->used.size() - (match->range ? 1 : 0);
        const bool allGiven = given >= query.equal.size();
        const bool rangeServed = query.ranged.empty() || match->range || (match->ordered && query.query->limit);
        const bool orderServed =
            query.order.empty() || match->ordered || !query.query->limitStopsReading() || !query.orderIsPlain;
        return allGiven && rangeServed && orderServed;
    }

    void serve(Way& way, const Wish& wish) {
        way.needed = true;
        way.rate += wish.rate;
        const PatternId pattern = wish.query.query->pattern->id;
        if (std::find(way.serves.begin(), way.serves.end(), pattern) == way.serves.end())
            way.serves.push_back(pattern);
        addAll(way.columns, wish.query.needed);
        for (const JoinCondition& join : wish.query.joins)
            if (std::find(way.joins.begin(), way.joins.end(), join) == way.joins.end())
                way.joins.push_back(join);
        for (EntityId entity : wish.query.entities)
            if (std::find(way.entities.begin(), way.entities.end(), entity) == way.entities.end())
                way.entities.push_back(entity);
    }

    /// Copies are kept in step by reads: a new row finds what it is joined to by these ways.
    void maintain() {
        std::map<EntityId, std::set<std::vector<ColumnRef>>> lookups;
        for (const Entity& entity : m_input.project.entities)
            for (const Way& way : m_ways.of[entity.id]) {
                std::map<EntityId, std::vector<ColumnRef>> columns; // several where a join compares several
                for (const JoinCondition& join : way.joins)
                    for (const ColumnRef& side : {join.left, join.right})
                        if (side.entity != way.row && !holds(columns[side.entity], side))
                            columns[side.entity].push_back(side);
                for (const auto& [other, list] : columns)
                    if (!list.empty())
                        lookups[other].insert(list);
            }
        for (const auto& [entity, wanted] : lookups)
            for (const std::vector<ColumnRef>& columns : wanted)
                addLookup(entity, columns);
    }

    void addLookup(EntityId entity, const std::vector<ColumnRef>& columns) {
        std::vector<Way>& ways = m_ways.of[entity];
        const auto found = std::find_if(ways.begin(), ways.end(), [&](const Way& way) {
            return !way.multiplies && !way.key.partition.empty() &&
                   std::all_of(way.key.partition.begin(), way.key.partition.end(),
                               [&](const ColumnRef& column) { return holds(columns, column); });
        });
        if (found != ways.end()) {
            found->needed = true;
            return;
        }
        Way way;
        way.row = entity;
        way.entities = {entity};
        way.key.partition = columns;
        measure(way);
        way.reason = fmt::format("finds the rows of one {} when copies are kept in step",
                                 m_input.project.describe(columns.front()));
        ways.push_back(std::move(way));
    }

    /// Drops the own table where another one holds every row and nothing asks for the primary key.
    void settle(const Entity& entity) {
        std::vector<Way>& ways = m_ways.of[entity.id];
        const bool other = std::any_of(ways.begin() + 1, ways.end(), [](const Way& way) { return !way.multiplies; });
        if (!ways.front().needed && other) {
            ways.erase(ways.begin());
            const auto first = std::find_if(ways.begin(), ways.end(), [](const Way& way) { return !way.multiplies; });
            std::rotate(ways.begin(), first, first + 1);
        }
        ways.front().needed = true;
        const std::vector<ColumnRef> asked = std::move(ways.front().columns);
        ways.front().columns.clear();
        for (const Attribute& attribute : entity.attributes) // the truth holds everything
            ways.front().columns.push_back({entity.id, attribute.id});
        addAll(ways.front().columns, asked);
    }

    const MappingInput& m_input;
    bool m_copyJoins;
    bool m_oneDirection;
    std::vector<Wish> m_wishes;
    Ways m_ways;
};

} // namespace

Ways findWays(const MappingInput& input, bool copyJoins, bool oneDirection) {
    return WayFinder(input, copyJoins, oneDirection).run();
}

Buckets bucketsOf(const MappingInput& input, const Way& way, double rowBytes) {
    Buckets out;
    const ColumnRef first = way.key.sort.empty() ? ColumnRef{} : way.key.sort.front().column;
    const bool timed = isTime(input.project.find(first));
    const double rows = timed ? way.largestRows : way.partitionRows;
    const double needed = std::max(rows / kPartitionRows, rows * rowBytes / kPartitionBytes);
    if (needed <= 1)
        return out;
    if (!timed) {
        out.count = std::ceil(needed);
        return out;
    }
    // Rows are spread evenly over the time they cover: the retention, else how long they took to gather, else a year.
    const Entity& entity = *input.project.entities.find(way.row);
    const double growth = entity.volume.growthRowsPerDay;
    const double days =
        entity.volume.retentionDays.value_or(growth > 0 ? input.cardinality.rows(way.row) / growth : 365);
    const std::array<std::pair<const char*, double>, 5> widths{
        {{"year", 365}, {"month", 365.0 / 12}, {"week", 7}, {"day", 1}, {"hour", 1.0 / 24}}};
    const double widest = days / needed;
    const auto* chosen = &widths.back();
    for (const auto& width : widths)
        if (width.second <= widest) {
            chosen = &width;
            break;
        }
    out.of = first;
    out.width = chosen->first;
    out.count = std::max(1.0, std::ceil(days / chosen->second));
    return out;
}

} // namespace shardscape::model
