// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/key_query.h"

#include <algorithm>

namespace shardscape::model {

bool holds(const std::vector<ColumnRef>& list, const ColumnRef& column) {
    return std::find(list.begin(), list.end(), column) != list.end();
}

namespace {

void addTo(std::vector<ColumnRef>& list, const ColumnRef& column) {
    if (column.attribute && !holds(list, column))
        list.push_back(column);
}

bool isUniqueRead(const EntityRead& read) {
    return read.entity->isUnique(read.fixed());
}

} // namespace

ColumnRef KeyQuery::canonical(const ColumnRef& column) const {
    for (const auto& [from, to] : m_same)
        if (from == column)
            return to;
    return column;
}

double KeyQuery::rowsWith(const Cardinality& cardinality, const std::vector<ColumnRef>& used) const {
    double rows_ = 1;
    for (const EntityRead& read : query->reads) {
        if (std::find(entities.begin(), entities.end(), read.entity->id) == entities.end())
            continue;
        std::vector<const Predicate*> conditions;
        for (const Predicate* condition : read.conditions) {
            const bool answered =
                condition->comparison == Comparison::Equal || condition->comparison == Comparison::In ||
                condition->comparison == Comparison::Range || condition->comparison == Comparison::Prefix;
            if (answered && condition->column.attribute && holds(used, canonical(condition->column)))
                conditions.push_back(condition);
        }
        std::vector<AttributeId> linked;
        for (AttributeId id : read.linked())
            if (entities.size() > 1 || holds(used, ColumnRef{read.entity->id, id}))
                linked.push_back(id);
        rows_ *= cardinality.matchingRows(read.entity->id, conditions, linked);
    }
    return rows_;
}

KeyQuery keyQueryOf(const Cardinality& cardinality, const Query& query) {
    KeyQuery out;
    out.query = &query;
    if (query.reads.empty())
        return out;
    const EntityRead* row = &query.reads.front();
    for (std::size_t i = 1; i < query.reads.size(); ++i)
        if (!isUniqueRead(query.reads[i]))
            row = &query.reads[i];
    out.row = row->entity->id;

    // Columns that joins make equal are one; its representative is the row entity's column, else the first seen.
    std::vector<std::vector<ColumnRef>> classes;
    for (const EntityRead& read : query.reads)
        for (const Link& link : read.links) {
            const ColumnRef own{read.entity->id, link.own};
            const auto has = [&](const std::vector<ColumnRef>& list) {
                return holds(list, own) || holds(list, link.other);
            };
            const auto at = std::find_if(classes.begin(), classes.end(), has);
            if (own.entity == link.other.entity)
                continue; // an entity joined to itself: both appearances have the same columns
            std::vector<ColumnRef>& list = at == classes.end() ? classes.emplace_back() : *at;
            addTo(list, link.other);
            addTo(list, own);
        }
    for (const std::vector<ColumnRef>& list : classes) {
        const auto own =
            std::find_if(list.begin(), list.end(), [&](const ColumnRef& c) { return c.entity == out.row; });
        const ColumnRef representative = own == list.end() ? list.front() : *own;
        for (const ColumnRef& column : list)
            if (column != representative)
                out.m_same.emplace_back(column, representative);
    }

    std::vector<ColumnRef> single;
    for (const EntityRead& read : query.reads) {
        for (const Predicate* condition : read.conditions) {
            const ColumnRef column = out.canonical(condition->column);
            switch (condition->comparison) {
            case Comparison::Equal:
                addTo(out.equal, column);
                addTo(single, column);
                break;
            case Comparison::In:
                if (condition->column.attribute && !holds(out.equal, column)) {
                    out.equal.push_back(column);
                    out.values *= std::max(1.0, condition->values);
                }
                break;
            case Comparison::Range:
            case Comparison::Prefix: addTo(out.ranged, column); break;
            case Comparison::Contains:
            case Comparison::Near: out.inside = true; break;
            default: break;
            }
        }
        out.multiplies = out.multiplies || (&read != row && !isUniqueRead(read));
    }
    std::erase_if(out.ranged, [&](const ColumnRef& column) { return holds(out.equal, column); });
    for (const OrderPart& part : query.pattern->order) {
        OrderPart copy = part;
        copy.column = out.canonical(part.column);
        out.orderIsPlain = out.orderIsPlain && part.column.attribute;
        if (part.column.attribute && !holds(single, copy.column))
            out.order.push_back(std::move(copy));
    }

    out.entities = {out.row};
    for (const EntityRead& read : query.reads) {
        bool copied = read.entity->id == out.row || !isUniqueRead(read);
        for (AttributeId id : neededColumns(*query.pattern, *read.entity)) {
            const ColumnRef column = out.canonical({read.entity->id, id});
            addTo(out.needed, column);
            copied = copied || column.entity == read.entity->id;
        }
        if (copied && std::find(out.entities.begin(), out.entities.end(), read.entity->id) == out.entities.end())
            out.entities.push_back(read.entity->id);
        if (const Key* primary = read.entity->primaryKey();
            primary && read.entity->id != out.row && !isUniqueRead(read))
            for (AttributeId id : primary->attributes)
                if (const ColumnRef column = out.canonical({read.entity->id, id}); column.entity != out.row)
                    addTo(out.identity, column);
    }
    const auto isCopied = [&](EntityId id) {
        return std::find(out.entities.begin(), out.entities.end(), id) != out.entities.end();
    };
    for (const JoinCondition& join : query.pattern->joins)
        if (isCopied(join.left.entity) && isCopied(join.right.entity) && join.left.entity != join.right.entity)
            out.joins.push_back(join);
    out.rows = query.matching;
    static_cast<void>(cardinality);
    return out;
}

KeyQuery keyQueryOf(const Cardinality& cardinality, const Query& query, std::size_t number) {
    static_cast<void>(cardinality);
    const EntityRead& read = query.reads[number];
    KeyQuery out;
    out.query = &query;
    out.row = read.entity->id;
    out.entities = {out.row};
    for (AttributeId id : read.fixed())
        out.equal.push_back({out.row, id});
    for (AttributeId id : read.listed())
        out.equal.push_back({out.row, id});
    out.values = read.listedValues();
    for (AttributeId id : read.ranged())
        if (!holds(out.equal, ColumnRef{out.row, id}))
            out.ranged.push_back({out.row, id});
    for (const Predicate* condition : read.conditions)
        out.inside =
            out.inside || condition->comparison == Comparison::Contains || condition->comparison == Comparison::Near;
    if (number == 0) {
        out.order = query.orderOfFirst();
        const std::vector<AttributeId> given = read.fixed();
        out.orderIsPlain =
            !out.order.empty() ||
            std::all_of(query.pattern->order.begin(), query.pattern->order.end(), [&](const OrderPart& part) {
                return part.column.entity == out.row && holds(given, part.column.attribute);
            });
    }
    for (AttributeId id : neededColumns(*query.pattern, *read.entity))
        out.needed.push_back({out.row, id});
    out.rows = read.matching;
    return out;
}

std::optional<KeyAccess::Match> KeyAccess::match(const KeyQuery& query, bool oneDirection) const {
    if (!std::all_of(partition.begin(), partition.end(),
                     [&](const ColumnRef& column) { return holds(query.equal, column); }))
        return std::nullopt;
    Match out;
    out.used = partition;
    std::size_t at = 0;
    for (; at < sort.size() && holds(query.equal, sort[at].column); ++at)
        out.used.push_back(sort[at].column);
    out.whole = at == sort.size();
    if (at < sort.size() && holds(query.ranged, sort[at].column)) {
        out.used.push_back(sort[at].column);
        out.range = true;
    }
    out.ordered = query.orderIsPlain;
    std::optional<bool> reversed;
    for (const OrderPart& wanted : query.order) {
        if (holds(out.used, wanted.column) && (!out.range || wanted.column != out.used.back()))
            continue; // given
        const bool next = at < sort.size() && sort[at].column == wanted.column;
        const bool differs = next && (oneDirection ? false : sort[at].descending) != wanted.descending;
        if (!next || (reversed && *reversed != differs)) {
            out.ordered = false;
            break;
        }
        reversed = differs;
        ++at;
    }
    if (query.values > 1 && !query.order.empty())
        out.ordered = false; // several partitions or runs, each in order
    return out;
}

} // namespace shardscape::model
