// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/planning/keyed_views.h"

#include <algorithm>
#include <cmath>

#include "model/physical/copies.h"

namespace shardscape::estimator {

using namespace model;

bool isCounterTable(const Structure& structure) {
    return std::any_of(structure.columns.begin(), structure.columns.end(),
                       [](const StructureColumn& column) { return column.nativeType == "counter"; });
}

KeyedView viewOf(const Structure& structure, const ItemKey& item) {
    KeyedView view;
    view.structure = &structure;
    view.item = &item;
    for (AttributeId id : item.partitionParts)
        view.key.partition.push_back({item.entity, id});
    view.key.sort = item.sortParts;
    view.buckets = item.buckets;
    view.bucketOf = item.bucketOf;
    view.whole =
        item.partition.find("{id made") != std::string::npos || item.sort.find("{id made") != std::string::npos;
    return view;
}

KeyedView viewOf(const Structure& table) {
    KeyedView view;
    view.structure = &table;
    for (const StructureKeyPart& part : table.partitionKey)
        if (const StructureColumn* column = table.find(part.column)) {
            if (column->source.attribute)
                view.key.partition.push_back(column->source);
            else if (column->buckets > 0)
                view.buckets = column->buckets, view.bucketOf = column->bucketOf;
            else
                view.whole = true;
        }
    for (const StructureKeyPart& part : table.sortKey)
        if (const StructureColumn* column = table.find(part.column)) {
            if (column->source.attribute)
                view.key.sort.push_back({column->source, {}, part.descending});
            else
                view.whole = true;
        }
    return view;
}

bool hasColumn(const Structure& structure, const ColumnRef& column) {
    return std::any_of(structure.columns.begin(), structure.columns.end(),
                       [&](const StructureColumn& own) { return own.source == column && own.nativeType != "counter"; });
}

bool touches(const Structure& structure, const ColumnRef& column) {
    return std::any_of(structure.columns.begin(), structure.columns.end(),
                       [&](const StructureColumn& own) { return own.source == column; });
}

KeyedViews::KeyedViews(const PlanningContext& context, const AccessPattern& pattern, bool items)
    : m_context(context)
    , m_cardinality(context.cardinality)
    , m_pattern(pattern)
    , m_items(items) {}

std::vector<KeyedView> KeyedViews::viewsOf(EntityId entity) const {
    std::vector<KeyedView> out;
    const auto found = m_context.structuresOf.find(entity);
    if (found == m_context.structuresOf.end())
        return out;
    for (const Structure* structure : found->second) {
        if (m_items) {
            for (const ItemKey& item : structure->items)
                if (item.entity == entity)
                    out.push_back(viewOf(*structure, item));
        } else if (structure->entity == entity && !isCounterTable(*structure)) {
            out.push_back(viewOf(*structure));
        }
    }
    return out;
}

/// Joins that repeat rows must be those of the query; others only add columns.
bool KeyedViews::sameRows(const Structure& structure, const KeyQuery& query) const {
    if (m_items)
        return true;
    const bool multiplies = copiesOf(structure, structure.entity) > 1;
    if (!multiplies && !query.multiplies)
        return true;
    return std::all_of(structure.joins.begin(), structure.joins.end(), [&](const JoinCondition& join) {
        return std::find(query.joins.begin(), query.joins.end(), join) != query.joins.end();
    });
}

std::optional<KeyedReading> KeyedViews::best(const KeyQuery& query, std::optional<double> limit) const {
    std::optional<KeyedReading> out;
    double cost = 0;
    for (const KeyedView& view : viewsOf(query.row)) {
        if (!sameRows(*view.structure, query) || (view.key.partition.empty() && (view.whole || view.buckets <= 0)))
            continue;
        const auto match = view.key.match(query, m_items);
        if (!match)
            continue;
        KeyedReading reading = read(view, *match, query, limit);
        if (!m_items && reading.missing > 0 && query.entities.size() > 1)
            continue; // copied columns are what such a table is for
        const double own = reading.entries + (reading.missing > 0 ? reading.passed : 0) + 0.01 * reading.buckets +
                           (view.structure->kind == StructureKind::GlobalIndex ? 0.5 : 0) +
                           (view.structure->truth ? 0 : 0.1);
        if (!out || own < cost) {
            out = std::move(reading);
            cost = own;
        }
    }
    return out;
}

KeyedReading KeyedViews::read(const KeyedView& view, const KeyAccess::Match& match, const KeyQuery& query,
                              std::optional<double> limit) const {
    KeyedReading out;
    out.view = view;
    out.match = match;
    out.entries = query.rowsWith(m_cardinality, match.used);
    out.passed = std::min(query.rows, out.entries);
    out.single = query.values <= 1 && out.entries <= 1 && isUnique(query.row, match.used);
    const bool sorted = query.order.empty() ? query.orderIsPlain : match.ordered;
    double part = 1;
    if (limit && sorted && out.passed > 0)
        part = std::min(1.0, (*limit + m_pattern.offset.value_or(0)) / out.passed);
    if (view.buckets > 1) {
        const bool cutByTime = view.bucketOf.attribute.value != 0;
        const bool inOrder = !query.order.empty() && query.order.front().column == view.bucketOf;
        if (cutByTime && holds(match.used, view.bucketOf) && match.range)
            out.buckets = std::max(1.0, std::ceil(view.buckets * rangeShare(query, view.bucketOf)));
        else
            out.buckets = view.buckets;
        if (cutByTime && inOrder) // newest or oldest first: only as many as the page needs
            out.buckets = std::max(1.0, std::ceil(out.buckets * part));
        else if (!cutByTime && part < 1) // each bucket gives its own first rows, which are merged
            part = std::min(1.0, part * view.buckets);
    }
    out.entries *= part;
    out.passed *= part;
    for (const ColumnRef& column : query.needed)
        if (!hasColumn(*view.structure, column))
            out.missing += 1;
    return out;
}

bool KeyedViews::isUnique(EntityId id, const std::vector<ColumnRef>& used) const {
    std::vector<AttributeId> own;
    for (const ColumnRef& column : used)
        if (column.entity == id)
            own.push_back(column.attribute);
    return m_context.project.entities.find(id)->isUnique(own);
}

double KeyedViews::rangeShare(const KeyQuery& query, const ColumnRef& column) const {
    for (const EntityRead& read : query.query->reads)
        if (read.entity->id == column.entity)
            return isClosedRange(read.conditions, column.attribute) ? kRangeShare : kInequalityShare;
    return 1;
}

double KeyedViews::itemsIn(const Structure& structure) const {
    if (!m_items)
        return m_cardinality.rows(structure.entity) * copiesOf(structure, structure.entity);
    double sum = 0;
    for (const ItemKey& item : structure.items)
        sum += m_cardinality.rows(item.entity);
    return sum;
}

double KeyedViews::copiesOf(const Structure& structure, EntityId entity) const {
    return model::copiesOf(m_cardinality, structure, entity);
}

double KeyedViews::rowBytes(const Structure& structure, EntityId entity) const {
    double sum = 0;
    for (const StructureColumn& column : structure.columns)
        if (const Attribute* attribute = m_context.project.find(column.source))
            if (!m_items || column.source.entity == entity)
                sum += m_cardinality.valueBytes(*attribute);
    return sum;
}

} // namespace shardscape::estimator
