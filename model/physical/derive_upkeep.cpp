// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How an entity of copied rows or groups is kept in step with what it copies.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "model/physical/copies.h"
#include "model/physical/derive_parts.h"
#include "model/physical/ways.h"

namespace shardscape::model {
namespace {

class RowsKeeper {
public:
    RowsKeeper(DeriveContext& context, DerivedCopy& copy, const KeyQuery& key, const CopiedEntity& rows, bool grouped,
               double pushed)
        : m_context(context)
        , m_cardinality(context.cardinality)
        , m_copy(copy)
        , m_key(key)
        , m_rows(rows)
        , m_grouped(grouped)
        , m_pushed(pushed) {
        m_shape.entity = key.row;
        m_shape.entities = key.entities;
        m_shape.joins = key.joins;
    }

    void run() {
        if (m_copy.derived.upkeep.path == UpkeepPath::Periodic)
            return makeAnew();
        for (const AccessPattern& write : m_context.base.patterns)
            if (isWrite(write.verb) &&
                std::find(m_key.entities.begin(), m_key.entities.end(), write.entity) != m_key.entities.end())
                follow(write);
    }

private:
    void follow(const AccessPattern& write) {
        const double rows = rowsOfWrite(m_cardinality, write);
        if (isInsert(write.verb)) {
            if (write.entity != m_key.row) {
                if (m_key.multiplies)
                    m_copy.notes.push_back(fmt::format("{} adds nothing to what was copied before it.", write.name));
                return;
            }
            m_grouped ? addToGroup(write, rows) : insertRows(write, rows);
        } else if (write.verb == Verb::Delete) {
            m_grouped ? addToGroup(write, rows * copies(write.entity)) : changeRows(write, rows, {});
        } else {
            std::vector<ColumnRef> touched;
            bool moves = false;
            for (const ColumnRef& column : write.assigned)
                if (const auto own = m_rows.find(m_key, column)) {
                    touched.push_back(*own);
                    moves = moves || isKey(own->attribute);
                }
            const bool sums = m_grouped && !touched.empty();
            if (touched.empty() && !(m_grouped && isMeasured(write)))
                return;
            if (m_grouped)
                addToGroup(write, rows * copies(write.entity) * (sums && moves ? 2 : 1));
            else
                changeRows(write, rows, touched);
        }
        if (m_copy.derived.upkeep.path == UpkeepPath::Outbox && !m_copy.log) // events are messages themselves
            addOutbox(m_context, m_copy, write, rows, m_cardinality.rowBytes(write.entity));
    }

    double copies(EntityId entity) const { return copiesOf(m_cardinality, m_shape, entity); }
    bool isKey(AttributeId attribute) const {
        const Key* primary = m_rows.entity.primaryKey();
        return primary && holds(primary->attributes, attribute);
    }
    /// Whether an update changes a column that is summed up.
    bool isMeasured(const AccessPattern& write) const {
        const AccessPattern& read = *m_context.base.patterns.find(m_copy.derived.pattern);
        return std::any_of(write.assigned.begin(), write.assigned.end(), [&](const ColumnRef& column) {
            return std::find(read.projection.begin(), read.projection.end(), column) != read.projection.end();
        });
    }
    ColumnRef own(AttributeId attribute) const { return {m_rows.entity.id, attribute}; }

    std::vector<ColumnRef> allColumns() const {
        std::vector<ColumnRef> out;
        for (const Attribute& attribute : m_rows.entity.attributes)
            out.push_back(own(attribute.id));
        return out;
    }

    /// The popularity of what is written, when the copy has the column it is about.
    void followPopularity(const AccessPattern& write, AccessPattern& upkeep) const {
        ColumnRef column = write.popularityColumn;
        for (const Predicate& predicate : write.predicates)
            if (!column.attribute && predicate.comparison == Comparison::Equal)
                column = predicate.column;
        if (!column.attribute && !write.assigned.empty() && write.popularity.kind != PopularityKind::Uniform)
            column = write.assigned.front();
        const auto mapped = m_rows.find(m_key, column);
        if (!column.attribute || !mapped)
            return;
        upkeep.popularity = write.popularity;
        upkeep.popularityColumn = *mapped;
    }

    /// A row for each combination with the joined entities, which are read for it.
    void insertRows(const AccessPattern& write, double rows) {
        AccessPattern upkeep;
        upkeep.verb = Verb::Insert;
        upkeep.entity = m_rows.entity.id;
        upkeep.rowsWritten = rows;
        upkeep.assigned = allColumns();
        const AccessPattern& read = *m_context.base.patterns.find(m_copy.derived.pattern);
        for (EntityId source : m_key.entities) {
            if (source == m_key.row)
                continue;
            upkeep.joined.push_back(source);
            for (AttributeId id : neededColumns(read, *m_context.base.entities.find(source)))
                upkeep.projection.push_back({source, id});
        }
        for (const JoinCondition& join : m_key.joins) {
            if (join.left.entity != m_key.row && join.right.entity != m_key.row)
                upkeep.joins.push_back(join);
            else
                upkeep.predicates.push_back(
                    {join.left.entity == m_key.row ? join.right : join.left, Comparison::Equal, 1, "$1", {}});
        }
        prepared(upkeep, m_context, m_copy, write, write.name + " → " + m_copy.name, m_pushed);
        followPopularity(write, upkeep);
        keep(m_context, m_copy, std::move(upkeep));
    }

    /// Rows of the copy that show the changed row, found by its key. Without columns they are deleted.
    void changeRows(const AccessPattern& write, double rows, const std::vector<ColumnRef>& touched) {
        AccessPattern upkeep;
        upkeep.verb = touched.empty() ? Verb::Delete : Verb::Update;
        upkeep.entity = m_rows.entity.id;
        upkeep.assigned = touched;
        for (AttributeId id : identityOf(*m_context.base.entities.find(write.entity)))
            if (const auto column = m_rows.find(m_key, {write.entity, id}))
                upkeep.predicates.push_back({*column, Comparison::Equal, 1, "$1", {}});
        if (upkeep.predicates.empty()) {
            m_copy.notes.push_back(
                fmt::format("{} changes rows that the copy cannot find: their table has no key.", write.name));
            return;
        }
        prepared(upkeep, m_context, m_copy, write, write.name + " → " + m_copy.name, rows);
        followPopularity(write, upkeep);
        keep(m_context, m_copy, std::move(upkeep));
    }

    /// The group's row is added to; what of its key stands in joined tables is looked up first.
    void addToGroup(const AccessPattern& write, double times) {
        for (const CopyHop& hop : copyHops(m_cardinality, m_shape, m_key.row)) {
            if (write.entity != m_key.row)
                break;
            AccessPattern lookUp;
            lookUp.verb = Verb::Get;
            lookUp.entity = hop.entity;
            for (const ColumnRef& column : hop.columns)
                lookUp.predicates.push_back({column, Comparison::Equal, 1, "$1", {}});
            const AccessPattern& read = *m_context.base.patterns.find(m_copy.derived.pattern);
            for (AttributeId id : neededColumns(read, *m_context.base.entities.find(hop.entity)))
                lookUp.projection.push_back({hop.entity, id});
            prepared(lookUp, m_context, m_copy, write, write.name + " looks up its group", times);
            keep(m_context, m_copy, std::move(lookUp));
        }
        AccessPattern upkeep;
        upkeep.verb = Verb::Increment;
        upkeep.entity = m_rows.entity.id;
        if (const Key* primary = m_rows.entity.primaryKey())
            for (AttributeId id : primary->attributes)
                upkeep.predicates.push_back({own(id), Comparison::Equal, 1, "$1", {}});
        for (const ColumnRef& column : allColumns())
            if (!isKey(column.attribute))
                upkeep.assigned.push_back(column);
        prepared(upkeep, m_context, m_copy, write, write.name + " → " + m_copy.name, times);
        followPopularity(write, upkeep);
        keep(m_context, m_copy, std::move(upkeep));
    }

    /// Everything read and written once a period, in portions, so that no request waits for the whole.
    void makeAnew() {
        const double period = std::max(1.0, m_copy.derived.upkeep.periodSeconds.value_or(kAssumedPeriodSeconds));
        const AccessPattern& read = *m_context.base.patterns.find(m_copy.derived.pattern);
        const Entity& row = *m_context.base.entities.find(m_key.row);
        const double portions = std::max(1.0, std::ceil(m_cardinality.rows(row.id) / kPortionRows));
        AccessPattern portion;
        portion.verb = Verb::Range;
        portion.entity = row.id;
        for (EntityId source : m_key.entities)
            if (source != row.id)
                portion.joined.push_back(source);
        portion.joins = m_key.joins;
        const std::vector<AttributeId> identity = identityOf(row);
        if (!identity.empty()) {
            portion.predicates.push_back({{row.id, identity.front()}, Comparison::Range, 1, "$1", {}});
            portion.order.push_back({{row.id, identity.front()}, {}, false});
        }
        portion.limit = std::min(kPortionRows, std::max(1.0, m_cardinality.rows(row.id)));
        for (EntityId source : m_key.entities)
            for (AttributeId id : neededColumns(read, *m_context.base.entities.find(source)))
                portion.projection.push_back({source, id});
        add(std::move(portion), read, "portions read for " + m_copy.name, portions / period);

        const double rows = static_cast<double>(m_rows.entity.volume.rows->value);
        const double written = std::max(1.0, std::ceil(rows / kPortionRows));
        AccessPattern insert;
        insert.verb = Verb::Insert;
        insert.entity = m_rows.entity.id;
        insert.rowsWritten = rows / written;
        insert.assigned = allColumns();
        add(std::move(insert), read, "portions written to " + m_copy.name, written / period);
        m_copy.notes.push_back("While it is made anew, the old and the new copy take room.");
    }

    void add(AccessPattern upkeep, const AccessPattern& read, const std::string& what, double perSecond) {
        prepared(upkeep, m_context, m_copy, read, what, 1);
        upkeep.rate = RateProfile{};
        upkeep.rate.average = {perSecond};
        upkeep.consistency = {ConsistencyKind::Eventual, 0};
        keep(m_context, m_copy, std::move(upkeep));
    }

    DeriveContext& m_context;
    const Cardinality& m_cardinality;
    DerivedCopy& m_copy;
    const KeyQuery& m_key;
    const CopiedEntity& m_rows;
    const bool m_grouped;
    const double m_pushed;
    Structure m_shape;
};

} // namespace

void keepRows(DeriveContext& context, DerivedCopy& copy, const KeyQuery& key, const CopiedEntity& rows, bool grouped,
              double pushed) {
    RowsKeeper(context, copy, key, rows, grouped, pushed).run();
}

} // namespace shardscape::model
