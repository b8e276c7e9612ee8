// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in which a relational engine finds rows, and the cheapest of them. Not for use outside estimator/planning.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "estimator/planning/planning_context.h"

namespace shardscape::estimator {

/// One way to find the rows of an entity, for one row of what was read before.
struct TablePath {
    const model::StructureIndex* index = nullptr; ///< null: all rows are read
    bool point = false;                           ///< at most one row, by a unique index
    bool hashed = false;                          ///< all rows are read once and kept in memory for all repeats
    bool ordered = false;                         ///< rows come in the order wanted
    bool searched = true;                         ///< conditions inside values are answered by the index
    double entries = 0;                           ///< index entries read, or rows of a scan
    double fetched = 0;                           ///< rows fetched behind entries
    double passed = 0;                            ///< rows left after all conditions
    bool filtered = false;                        ///< conditions remain after reading
    double cost = 0;                              ///< ranks paths to the same rows, and says nothing else
};

/// The attribute behind a column of the table; none for an expression.
model::AttributeId columnOf(const model::Structure& table, const std::string& column);

/// Paths to the rows of one pattern. Context, pattern and query outlive it.
class RelationalPaths {
public:
    RelationalPaths(const PlanningContext& context, const model::AccessPattern& pattern, const model::Query& query);

    /// Null when the design has no table of the entity.
    const model::Structure* tableOf(model::EntityId entity) const;
    /// The cheapest path to the rows of an entity that has a table. "repeats": for how many rows of what was read
    /// before; "wanted": rows that are enough, unset = all; "order": in which they are wanted, empty = in any.
    TablePath choose(const model::EntityRead& read, double repeats, std::optional<double> wanted,
                     const std::vector<model::OrderPart>& order) const;

private:
    void addSortCost(TablePath& path, const model::EntityRead& read, bool mustOrder) const;
    TablePath scan(const model::EntityRead& read, std::optional<double> wanted) const;
    std::optional<TablePath> through(const model::EntityRead& read, const model::StructureIndex& index,
                                     std::optional<double> wanted, const std::vector<model::OrderPart>& order) const;
    void finishIndexPath(TablePath& path, const model::EntityRead& read, const model::StructureIndex& index,
                         const model::Structure& table, const std::vector<const model::Predicate*>& used,
                         const std::vector<const model::Predicate*>& inIndex,
                         const std::vector<model::AttributeId>& linked, std::optional<double> wanted,
                         const std::vector<model::OrderPart>& order) const;
    std::optional<TablePath> search(const model::EntityRead& read, const model::StructureIndex& index,
                                    const model::Structure& table) const;
    bool isCovered(const model::EntityRead& read, const model::StructureIndex& index,
                   const model::Structure& table) const;

    const PlanningContext& m_context;
    const model::Cardinality& m_cardinality;
    const model::AccessPattern& m_pattern;
    const model::Query& m_query;
};

} // namespace shardscape::estimator
