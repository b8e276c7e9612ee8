// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/query.h"

#include <algorithm>

namespace shardscape::model {

bool holds(const std::vector<AttributeId>& list, AttributeId attribute) {
    return std::find(list.begin(), list.end(), attribute) != list.end();
}

bool holdsAll(const std::vector<AttributeId>& list, const std::vector<AttributeId>& wanted) {
    return std::all_of(wanted.begin(), wanted.end(), [&](AttributeId attribute) { return holds(list, attribute); });
}

namespace {

void addTo(std::vector<AttributeId>& list, AttributeId attribute) {
    if (attribute && !holds(list, attribute))
        list.push_back(attribute);
}

std::vector<AttributeId> columnsOf(const EntityRead& read, std::initializer_list<Comparison> kinds) {
    std::vector<AttributeId> out;
    for (const Predicate* condition : read.conditions)
        if (std::find(kinds.begin(), kinds.end(), condition->comparison) != kinds.end())
            addTo(out, condition->column.attribute);
    return out;
}

/// The joins that lead from entities already placed to this one; outer joins only from left to right.
std::vector<Link> linksTo(const AccessPattern& pattern, const std::vector<EntityRead>& placed, EntityId entity) {
    std::vector<Link> links;
    const auto from = [&](EntityId other) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < placed.size(); ++i)
            if (placed[i].entity->id == other)
                return i;
        return std::nullopt;
    };
    for (const JoinCondition& join : pattern.joins) {
        if (join.right.entity == entity)
            if (const auto at = from(join.left.entity)) {
                links.push_back({join.right.attribute, join.left, *at});
                continue;
            }
        if (join.left.entity == entity && !join.outer)
            if (const auto at = from(join.right.entity))
                links.push_back({join.left.attribute, join.right, *at});
    }
    return links;
}

/// Conditions on expressions name no column; they are judged where reading starts.
void giveExpressionsToFirst(const Cardinality& cardinality, Query& query) {
    if (query.reads.empty())
        return;
    EntityRead& first = query.reads.front();
    const std::size_t before = first.conditions.size();
    for (const Predicate& predicate : query.pattern->predicates)
        if (!predicate.column.entity)
            first.conditions.push_back(&predicate);
    if (first.conditions.size() == before)
        return;
    const double was = first.matching;
    first.matching = cardinality.matchingRows(first.entity->id, first.conditions);
    query.matching *= was > 0 ? first.matching / was : 1;
}

/// Entities on the right of an outer join, which cannot be read first.
bool isOuterSide(const AccessPattern& pattern, EntityId entity) {
    return std::any_of(pattern.joins.begin(), pattern.joins.end(),
                       [&](const JoinCondition& join) { return join.outer && join.right.entity == entity; });
}

} // namespace

bool isInsert(Verb verb) {
    return verb == Verb::Insert || verb == Verb::Upsert || verb == Verb::Append;
}

bool insertsFromQuery(const AccessPattern& pattern) {
    return isInsert(pattern.verb) && !pattern.joined.empty();
}

std::vector<AttributeId> EntityRead::linked() const {
    std::vector<AttributeId> out;
    for (const Link& link : links)
        addTo(out, link.own);
    return out;
}

std::vector<AttributeId> EntityRead::fixed() const {
    std::vector<AttributeId> out = columnsOf(*this, {Comparison::Equal});
    for (const Link& link : links)
        addTo(out, link.own);
    return out;
}

std::vector<AttributeId> EntityRead::listed() const {
    std::vector<AttributeId> out = columnsOf(*this, {Comparison::In});
    const std::vector<AttributeId> given = fixed();
    std::erase_if(out, [&](AttributeId attribute) { return holds(given, attribute); });
    return out;
}

double EntityRead::listedValues() const {
    double product = 1;
    for (AttributeId attribute : listed())
        for (const Predicate* condition : conditions)
            if (condition->comparison == Comparison::In && condition->column.attribute == attribute) {
                product *= std::max(1.0, condition->values);
                break;
            }
    return product;
}

std::vector<AttributeId> EntityRead::keyed() const {
    std::vector<AttributeId> out = fixed();
    for (AttributeId attribute : listed())
        addTo(out, attribute);
    return out;
}

std::vector<AttributeId> EntityRead::ranged() const {
    return columnsOf(*this, {Comparison::Range, Comparison::Prefix});
}

std::vector<OrderPart> Query::orderOfFirst() const {
    if (reads.empty())
        return {};
    std::vector<OrderPart> out;
    const std::vector<AttributeId> given = reads.front().fixed();
    for (const OrderPart& part : pattern->order) {
        if (!part.column.attribute || part.column.entity != reads.front().entity->id)
            return {};
        if (!holds(given, part.column.attribute)) // a column with one value orders nothing
            out.push_back(part);
    }
    return out;
}

bool Query::limitStopsReading() const {
    return limit && pattern->verb != Verb::Aggregate && pattern->groupBy.empty() && !pattern->distinct;
}

Query queryOf(const Cardinality& cardinality, const AccessPattern& pattern) {
    Query query;
    query.pattern = &pattern;
    query.limit = pattern.limit;
    if (!query.limit && !pattern.limitParameter.empty())
        query.limit = pattern.pageSize.value_or(kDefaultPageRows);

    std::vector<EntityId> open;
    const bool fromQuery = insertsFromQuery(pattern);
    if (pattern.entity && !isInsert(pattern.verb))
        open.push_back(pattern.entity);
    if (!isInsert(pattern.verb) || fromQuery)
        open.insert(open.end(), pattern.joined.begin(), pattern.joined.end());
    std::erase_if(open, [&](EntityId id) { return !cardinality.project().entities.contains(id); });

    std::vector<EntityId> conditioned; // an entity that appears twice gets its conditions once
    query.matching = 1;
    while (!open.empty()) {
        std::optional<std::size_t> best;
        EntityRead chosen;
        for (std::size_t i = 0; i < open.size(); ++i) {
            if (query.reads.empty() && isOuterSide(pattern, open[i]) && open.size() > 1)
                continue;
            EntityRead read;
            read.entity = cardinality.project().entities.find(open[i]);
            read.links = linksTo(pattern, query.reads, open[i]);
            if (std::find(conditioned.begin(), conditioned.end(), open[i]) == conditioned.end())
                for (const Predicate& predicate : pattern.predicates)
                    if (predicate.column.entity == open[i])
                        read.conditions.push_back(&predicate);
            if (!query.reads.empty() && read.links.empty() && best && !chosen.links.empty())
                continue; // a product of unconnected entities comes last
            read.matching = cardinality.matchingRows(open[i], read.conditions, read.linked());
            const bool connects = !read.links.empty() && chosen.links.empty() && !query.reads.empty();
            if (!best || connects || read.matching < chosen.matching) {
                best = i;
                chosen = std::move(read);
            }
        }
        if (!best)
            best = 0, chosen.entity = cardinality.project().entities.find(open[0]),
            chosen.matching = cardinality.rows(open[0]);
        conditioned.push_back(open[*best]);
        query.matching *= chosen.matching;
        query.reads.push_back(std::move(chosen));
        open.erase(open.begin() + static_cast<std::ptrdiff_t>(*best));
    }
    giveExpressionsToFirst(cardinality, query);
    return query;
}

std::vector<AttributeId> neededColumns(const AccessPattern& pattern, const Entity& entity) {
    std::vector<AttributeId> out;
    if (pattern.allColumns) {
        for (const Attribute& attribute : entity.attributes)
            out.push_back(attribute.id);
        return out;
    }
    const auto add = [&](const ColumnRef& column) {
        if (column.entity == entity.id)
            addTo(out, column.attribute);
    };
    for (const ColumnRef& column : pattern.projection)
        add(column);
    for (const Predicate& predicate : pattern.predicates)
        add(predicate.column);
    for (const JoinCondition& join : pattern.joins) {
        add(join.left);
        add(join.right);
    }
    for (const OrderPart& part : pattern.order)
        add(part.column);
    for (const ColumnRef& column : pattern.groupBy)
        add(column);
    return out;
}

} // namespace shardscape::model
