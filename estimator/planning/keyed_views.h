// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in to rows that keys open, and which of them a query takes. Not for use outside estimator/planning.
#pragma once

#include <optional>
#include <vector>

#include "estimator/planning/planning_context.h"
#include "model/physical/key_query.h"

namespace shardscape::estimator {

/// A structure as a way in to the rows of one entity.
struct KeyedView {
    const model::Structure* structure = nullptr;
    const model::ItemKey* item = nullptr; ///< item tables
    model::KeyAccess key;
    double buckets = 0; ///< 0 = no bucket
    model::ColumnRef bucketOf;
    bool whole = false; ///< the key ends in columns that no pattern can give (an id of the row's own)
};

/// How a query reads through a view.
struct KeyedReading {
    KeyedView view;
    model::KeyAccess::Match match;
    double entries = 0; ///< rows read
    double passed = 0;  ///< rows left
    double buckets = 1; ///< of each key, touched
    bool single = false;
    double missing = 0; ///< columns that have to be fetched from the truth, as a count
};

/// A table of counters answers for its counters, not for rows.
bool isCounterTable(const model::Structure& structure);
/// Whether reading the structure gives the column; a counter is fetched from its own table.
bool hasColumn(const model::Structure& structure, const model::ColumnRef& column);
/// Whether a change of the column changes the structure, counters too.
bool touches(const model::Structure& structure, const model::ColumnRef& column);
KeyedView viewOf(const model::Structure& table);
KeyedView viewOf(const model::Structure& structure, const model::ItemKey& item);

/// What the structures of a design offer to one pattern. "items": item tables with global indexes rather than
/// wide-column tables. Context and pattern outlive it.
class KeyedViews {
public:
    KeyedViews(const PlanningContext& context, const model::AccessPattern& pattern, bool items);

    std::vector<KeyedView> viewsOf(model::EntityId entity) const;
    /// The cheapest way in for the query, by rows read and fetched. "limit": rows of it that are enough, if in order.
    std::optional<KeyedReading> best(const model::KeyQuery& query, std::optional<double> limit) const;

    /// Rows that a scan of the structure meets: those of all entities in it.
    double itemsIn(const model::Structure& structure) const;
    /// How often the structure repeats a row of the entity.
    double copiesOf(const model::Structure& structure, model::EntityId entity) const;
    /// Payload of one row of the entity there.
    double rowBytes(const model::Structure& structure, model::EntityId entity) const;

private:
    bool sameRows(const model::Structure& structure, const model::KeyQuery& query) const;
    KeyedReading read(const KeyedView& view, const model::KeyAccess::Match& match, const model::KeyQuery& query,
                      std::optional<double> limit) const;
    bool isUnique(model::EntityId id, const std::vector<model::ColumnRef>& used) const;
    double rangeShare(const model::KeyQuery& query, const model::ColumnRef& column) const;

    const PlanningContext& m_context;
    const model::Cardinality& m_cardinality;
    const model::AccessPattern& m_pattern;
    const bool m_items;
};

} // namespace shardscape::estimator
