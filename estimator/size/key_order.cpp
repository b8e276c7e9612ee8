// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/size/key_order.h"

#include <algorithm>

#include "model/physical/values.h"

namespace shardscape::estimator {

using namespace model;

KeyOrder keyOrder(const SizeContext& context, EntityId entity, const std::vector<OrderedColumn>& columns) {
    if (columns.empty() || !columns.front().attribute)
        return {};
    if (arrivesAscending(*columns.front().attribute))
        return {Arrival::Ascending, 0};
    std::vector<AttributeId> before{columns.front().attribute->id};
    for (std::size_t i = 1; i < columns.size(); ++i) {
        const Attribute* next = columns[i].attribute;
        if (!next)
            return {};
        if (arrivesAscending(*next) && !columns[i].descending)
            return {Arrival::Series, distinctCombinations(context, entity, before)};
        before.push_back(next->id);
    }
    return {};
}

double distinctCombinations(const SizeContext& context, EntityId entity, const std::vector<AttributeId>& columns) {
    constexpr double kUnknown = 1e18;
    std::vector<AttributeId> left = columns;
    double combinations = 1;
    for (const Relationship* up : context.cardinality.parentsOf(entity)) {
        const auto& own = up->childAttributes;
        const bool inside = own.size() > 1 && std::all_of(own.begin(), own.end(), [&](AttributeId id) {
                                return std::find(left.begin(), left.end(), id) != left.end();
                            });
        if (!inside)
            continue;
        double product = 1;
        bool known = true;
        const Entity* child = context.project.entities.find(entity);
        for (AttributeId id : own) {
            const Attribute* attribute = child ? child->find(id) : nullptr;
            known = known && attribute && attribute->statistics.distinctValues;
            product *= context.cardinality.distinct(entity, id);
            std::erase(left, id);
        }
        // Every parent has children, unless the columns are known to have fewer values.
        combinations *= std::min(known ? product : kUnknown, context.cardinality.rows(up->parent));
    }
    for (AttributeId id : left)
        combinations *= context.cardinality.distinct(entity, id);
    return std::min(combinations, std::max(1.0, context.cardinality.rows(entity)));
}

std::vector<OrderedColumn> orderedColumns(const SizeContext& context, const Structure& structure,
                                          const StructureIndex& index) {
    std::vector<OrderedColumn> out;
    for (const StructureKeyPart& part : index.parts) {
        const StructureColumn* column = structure.find(part.column);
        out.push_back({column ? context.project.find(column->source) : nullptr, part.descending});
    }
    return out;
}

} // namespace shardscape::estimator
