// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/physical/cardinality.h"

namespace shardscape::model {

/// Rows of a page when the limit is a parameter and nobody stated the page: an assumption.
inline constexpr double kDefaultPageRows = 50;

/// "own column = a column of an entity that was read before".
struct Link {
    AttributeId own;
    ColumnRef other;
    std::size_t from = 0; ///< position of the other one in Query::reads
};

/// One entity as a pattern reads it.
struct EntityRead {
    const Entity* entity = nullptr;
    std::vector<const Predicate*> conditions; ///< constants and parameters
    std::vector<Link> links;                  ///< what earlier entities fix; empty for the first
    double matching = 0;                      ///< rows for one row of what was read before (all of them for the first)

    /// Columns with one given value: = and links.
    std::vector<AttributeId> fixed() const;
    /// Columns with a list of values (IN), and how many combinations that makes.
    std::vector<AttributeId> listed() const;
    double listedValues() const;
    /// fixed() and listed().
    std::vector<AttributeId> keyed() const;
    /// Columns with bounds or a prefix, in the order of the conditions.
    std::vector<AttributeId> ranged() const;
    std::vector<AttributeId> linked() const;
};

/// A pattern as something to be read: its entities in the order in which a sensible optimiser visits them, nested
/// loops from the one that fewest rows match, always along a join condition where there is one.
/// Pointers refer to the project and the pattern.
struct Query {
    const AccessPattern* pattern = nullptr;
    std::vector<EntityRead> reads;
    double matching = 0;         ///< rows before grouping and limit
    std::optional<double> limit; ///< rows wanted: LIMIT, or the page of a limit that is a parameter

    /// Order columns when all of them are plain columns of the first entity and one direction or another; else empty.
    std::vector<OrderPart> orderOfFirst() const;
    /// True when a limit ends reading early, given that rows come in order.
    bool limitStopsReading() const;
};

/// What a pattern reads. For INSERT … SELECT these are the entities selected from (AccessPattern::joined); a plain
/// insert reads nothing. Predicates without a column belong to the first entity.
Query queryOf(const Cardinality& cardinality, const AccessPattern& pattern);

/// True for an insert whose rows come from a query: INSERT INTO … SELECT.
bool insertsFromQuery(const AccessPattern& pattern);
bool isInsert(Verb verb);

/// Columns of the entity that the pattern needs: returned, compared, joined, grouped, ordered. All of them when it asks
/// for all.
std::vector<AttributeId> neededColumns(const AccessPattern& pattern, const Entity& entity);

/// Small helpers over lists of columns.
bool holds(const std::vector<AttributeId>& list, AttributeId attribute);
bool holdsAll(const std::vector<AttributeId>& list, const std::vector<AttributeId>& wanted);

} // namespace shardscape::model
