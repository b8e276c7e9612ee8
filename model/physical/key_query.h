// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/physical/query.h"

namespace shardscape::model {

/// A pattern as an engine sees it that answers by keys alone: one sequence of rows, those of "row", with columns of
/// other entities copied beside them. Columns that a join makes equal are represented by one of them, the row entity's
/// own where it has one.
struct KeyQuery {
    const Query* query = nullptr;
    EntityId row;                 ///< the entity at the many end of the joins
    std::vector<ColumnRef> equal; ///< given by = or IN
    double values = 1;            ///< combinations that IN asks for
    std::vector<ColumnRef> ranged;
    std::vector<OrderPart> order; ///< without columns that have one value
    bool orderIsPlain = true;     ///< false when an expression is ordered by
    std::vector<ColumnRef> needed;
    std::vector<ColumnRef> identity;  ///< further columns that, with the row's key, tell rows apart
    std::vector<JoinCondition> joins; ///< by which the copied columns come in
    std::vector<EntityId> entities;   ///< the row entity and those that columns are copied from
    bool multiplies = false;          ///< rows appear more than once, as a post in many timelines
    bool inside = false;              ///< a condition looks inside values
    double rows = 0;                  ///< that match

    /// Rows that match when only the conditions on these columns are used.
    double rowsWith(const Cardinality& cardinality, const std::vector<ColumnRef>& used) const;
    ColumnRef canonical(const ColumnRef& column) const;

private:
    friend KeyQuery keyQueryOf(const Cardinality&, const Query&);
    std::vector<std::pair<ColumnRef, ColumnRef>> m_same; ///< column → its representative
};

KeyQuery keyQueryOf(const Cardinality& cardinality, const Query& query);
/// The same for one entity of a query, read on its own.
KeyQuery keyQueryOf(const Cardinality& cardinality, const Query& query, std::size_t read);

/// A way in to rows by key: the partition is given whole, then a prefix of the sort columns, then a range or an order.
struct KeyAccess {
    std::vector<ColumnRef> partition;
    std::vector<OrderPart> sort;

    struct Match {
        std::vector<ColumnRef> used; ///< columns whose conditions the key answers
        bool ordered = false;        ///< rows come as wanted, forwards or backwards
        bool whole = false;          ///< all columns of the key are given
        bool range = false;          ///< a range ends the key
    };
    /// How the query uses this key; nothing when the partition is not given. "oneDirection": the engine orders all sort
    /// columns alike.
    std::optional<Match> match(const KeyQuery& query, bool oneDirection) const;
};

bool holds(const std::vector<ColumnRef>& list, const ColumnRef& column);

} // namespace shardscape::model
