// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/size/key_order.h"

#include "model/physical/values.h"

namespace shardscape::estimator {

using namespace model;

KeyOrder keyOrder(const SizeContext& context, EntityId entity, const std::vector<OrderedColumn>& columns) {
    if (columns.empty() || !columns.front().attribute)
        return {};
    if (arrivesAscending(*columns.front().attribute))
        return {Arrival::Ascending, 0};
    double series = context.cardinality.distinct(entity, columns.front().attribute->id);
    for (std::size_t i = 1; i < columns.size(); ++i) {
        const Attribute* next = columns[i].attribute;
        if (!next)
            return {};
        if (arrivesAscending(*next) && !columns[i].descending)
            return {Arrival::Series, series};
        series *= context.cardinality.distinct(entity, next->id);
    }
    return {};
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
