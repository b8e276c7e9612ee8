// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/copies.h"

#include <map>
#include <set>
#include <utility>

#include "model/physical/key_query.h"

namespace shardscape::model {

std::vector<CopyHop> copyHops(const Cardinality& cardinality, const Structure& structure, EntityId from) {
    std::vector<CopyHop> out;
    std::set<EntityId> reached{from};
    for (bool more = true; more;) {
        more = false;
        std::map<EntityId, std::vector<ColumnRef>> next;
        for (const JoinCondition& join : structure.joins)
            for (const auto& [near, far] : {std::pair(join.left, join.right), std::pair(join.right, join.left)})
                if (reached.contains(near.entity) && !reached.contains(far.entity) && !holds(next[far.entity], far))
                    next[far.entity].push_back(far);
        for (auto& [id, columns] : next) {
            if (columns.empty())
                continue;
            std::vector<AttributeId> attributes;
            for (const ColumnRef& column : columns)
                attributes.push_back(column.attribute);
            reached.insert(id);
            const double rows = cardinality.rowsPerValue(id, attributes);
            out.push_back({id, std::move(columns), rows});
            more = true;
        }
    }
    return out;
}

double copiesOf(const Cardinality& cardinality, const Structure& structure, EntityId entity) {
    double product = 1;
    for (const CopyHop& hop : copyHops(cardinality, structure, entity))
        product *= hop.rows;
    return product;
}

} // namespace shardscape::model
