// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Column stores: only the columns that a query names are read, in granules of thousands of rows that the sort key
// finds.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "estimator/planning/planning_context.h"
#include "model/physical/columnar.h"

namespace shardscape::estimator {

using namespace model;

namespace {

class ColumnarPlanner {
public:
    ColumnarPlanner(const PlanningContext& context, const AccessPattern& pattern)
        : m_context(context)
        , m_cardinality(context.cardinality)
        , m_pattern(pattern)
        , m_query(queryOf(m_cardinality, pattern)) {}

    Plan run() {
        if (isInsert(m_pattern.verb) && m_query.reads.empty()) {
            planInsert(std::max(1.0, m_pattern.rowsWritten));
            return std::move(m_plan);
        }
        if (m_query.reads.empty())
            return unserved("it names no table of the model");
        if (isWrite(m_pattern.verb) && !isInsert(m_pattern.verb))
            return unserved("a stored row is changed by rewriting the whole part that it lies in; insert a new version "
                            "instead and keep the latest (ReplacingMergeTree), or leave such writes to a row store");
        planReads();
        if (isInsert(m_pattern.verb))
            planInsert(m_plan.rowsReturned * std::max(1.0, m_pattern.rowsWritten));
        return std::move(m_plan);
    }

private:
    /// What the sort key and the months leave to be read.
    struct Range {
        double share = 1;      ///< of the rows
        double runs = 1;       ///< contiguous runs of rows
        std::size_t parts = 0; ///< columns of the sort key that narrow
        bool month = false;
    };

    Plan unserved(std::string why) {
        m_plan.shape = PlanShape::Unserved;
        m_plan.partitionsTouched = 0;
        m_plan.why = std::move(why);
        return std::move(m_plan);
    }

    const Structure* tableOf(EntityId entity) const {
        const auto at = m_context.structuresOf.find(entity);
        return at == m_context.structuresOf.end() || at->second.empty() ? nullptr : at->second.front();
    }

    Range rangeOf(const EntityRead& read, const Structure& table) const {
        const std::vector<AttributeId> linked = read.linked();
        const std::vector<AttributeId> ranged = read.ranged();
        Range range;
        std::vector<AttributeId> equal;
        const auto shareOf = [&](AttributeId column) {
            std::vector<const Predicate*> conditions;
            for (const Predicate* predicate : read.conditions)
                if (predicate->column.attribute == column)
                    conditions.push_back(predicate);
            return m_cardinality.matchingRows(read.entity->id, conditions) /
                   std::max(1.0, m_cardinality.rows(read.entity->id));
        };
        for (const StructureKeyPart& part : table.sortKey) {
            const StructureColumn* column = table.find(part.column);
            const AttributeId id = column->source.attribute;
            const bool stated = holds(read.keyed(), id) && !holds(linked, id);
            if (stated) {
                equal.push_back(id);
                range.share *= shareOf(id);
                if (holds(read.listed(), id))
                    range.runs *= read.listedValues();
                ++range.parts;
                continue;
            }
            if (holds(ranged, id)) {
                range.share *= shareOf(id);
                ++range.parts;
            }
            break;
        }
        const StructureColumn* month = monthColumn(m_context.project, table);
        const bool counted = month && std::any_of(table.sortKey.begin(),
                                                  table.sortKey.begin() + static_cast<std::ptrdiff_t>(range.parts),
                                                  [&](const StructureKeyPart& p) { return p.column == month->name; });
        if (month && !counted && holds(ranged, month->source.attribute)) {
            range.share *= shareOf(month->source.attribute);
            range.month = true;
        }
        return range;
    }

    /// Rows of a granule: so many, or as few as fit its bytes.
    double granuleRows(EntityId entity) const {
        const double rows = m_context.profile.value("storage.granule_rows_count");
        const double bytes = m_context.profile.value("storage.granule_most_bytes");
        return std::max(1.0, std::min(rows, bytes / std::max(1.0, m_cardinality.rowBytes(entity))));
    }

    void planReads() {
        double rows = 1;
        bool searched = true;
        for (std::size_t i = 0; i < m_query.reads.size(); ++i) {
            const EntityRead& read = m_query.reads[i];
            const Structure* table = tableOf(read.entity->id);
            if (!table) {
                m_plan.shape = PlanShape::Unserved;
                m_plan.why = fmt::format("{} has no table in this design", read.entity->name);
                return;
            }
            addRead(read, *table, i > 0);
            searched = searched && std::none_of(read.conditions.begin(), read.conditions.end(), looksInside);
            rows *= read.matching;
        }
        const bool ordered = m_pattern.order.empty() || sortedAlready();
        m_plan.rowsReturned = rowsReturned(m_context, m_query, rows);
        if (!ordered && rows > 1 && m_pattern.groupBy.empty()) {
            PlanStep sort;
            sort.kind = StepKind::Sort;
            sort.rowsRead = sort.rowsReturned = rows;
            sort.text = fmt::format("sort {} rows", rowsText(rows));
            m_plan.steps.push_back(std::move(sort));
        }
        m_plan.steps.back().rowsReturned = m_plan.rowsReturned;
        m_plan.why = whyUnbounded(m_context, m_query, ordered && m_query.limitStopsReading(), searched);
        m_plan.unbounded = !m_plan.why.empty();
    }

    /// The order is that of the sort key behind the columns with one value.
    bool sortedAlready() const {
        const EntityRead& first = m_query.reads.front();
        const Structure& table = *tableOf(first.entity->id);
        const std::vector<AttributeId> fixed = first.fixed();
        std::size_t at = 0;
        for (const OrderPart& part : m_pattern.order) {
            if (part.column.entity == first.entity->id && holds(fixed, part.column.attribute))
                continue;
            while (at < table.sortKey.size() && holds(fixed, table.find(table.sortKey[at].column)->source.attribute))
                ++at;
            if (at == table.sortKey.size() || !(table.find(table.sortKey[at].column)->source == part.column))
                return false;
            ++at;
        }
        return true;
    }

    void addRead(const EntityRead& read, const Structure& table, bool joined) {
        const double all = m_cardinality.rows(read.entity->id);
        const Range range = rangeOf(read, table);
        PlanStep step;
        step.structure = table.name;
        route(read, table, step);
        const double shards = std::max(1.0, step.partitions);
        step.kind = range.parts > 0 ? StepKind::KeyRange : StepKind::Scan;
        const double granules = range.parts > 0 ? range.runs * shards * granuleRows(read.entity->id) : 0;
        step.rowsRead = std::min(all, all * range.share + granules);
        double bytes = 0;
        std::size_t columns = 0;
        for (AttributeId id : neededColumns(m_pattern, *read.entity))
            if (const Attribute* attribute = read.entity->find(id)) {
                bytes += m_cardinality.valueBytes(*attribute);
                ++columns;
            }
        step.bytesRead = step.rowsRead * bytes;
        step.rowsReturned = std::min(step.rowsRead, joined ? all * range.share : read.matching);
        std::string by;
        for (std::size_t i = 0; i < range.parts; ++i)
            by += (i ? ", " : "") + table.sortKey[i].column;
        step.text += fmt::format("read {} of {} in {} of {} columns, {}{}", counted(step.rowsRead, "row"), table.name,
                                 columns, read.entity->attributes.size(),
                                 range.parts > 0 ? "the granules that the sort key finds by " + by
                                                 : std::string(range.month ? "of the months asked for" : "all of them"),
                                 joined ? ", kept in memory for the join" : "");
        m_plan.steps.push_back(step);
        if (step.rowsReturned < step.rowsRead) {
            PlanStep filter;
            filter.kind = StepKind::Filter;
            filter.structure = table.name;
            filter.partitions = step.partitions;
            filter.routedBy = step.routedBy;
            filter.parallel = step.parallel;
            filter.rowsRead = step.rowsRead;
            filter.rowsReturned = step.rowsReturned;
            filter.text = fmt::format("keep {} rows", rowsText(filter.rowsReturned));
            m_plan.steps.push_back(std::move(filter));
        }
    }

    /// Which shards are asked: one when the sharding key is given, else all.
    void route(const EntityRead& read, const Structure& table, PlanStep& step) const {
        const double all = m_context.partitions();
        if (table.partitionKey.empty() || all <= 1)
            return;
        std::vector<AttributeId> key;
        for (const StructureKeyPart& part : table.partitionKey)
            key.push_back(table.find(part.column)->source.attribute);
        const std::vector<AttributeId> linked = read.linked();
        const bool given = holdsAll(read.keyed(), key) &&
                           std::none_of(key.begin(), key.end(), [&](AttributeId id) { return holds(linked, id); });
        if (!given) {
            step.partitions = all;
            step.parallel = true;
            step.text = fmt::format("all {:.0f} shards: {} is not given; ", all, columnNames(*read.entity, key));
            return;
        }
        for (AttributeId id : key)
            step.routedBy.push_back({read.entity->id, id});
        step.partitions = partitionsOfKeys(all, holdsAll(read.fixed(), key) ? 1 : read.listedValues());
        step.parallel = step.partitions > 1;
        step.text = fmt::format("route {} → {}; ", columnNames(*read.entity, key), counted(step.partitions, "shard"));
    }

    void planInsert(double rows) {
        const Structure* table = tableOf(m_pattern.entity);
        if (!table) {
            m_plan = unserved("it names no table of the model");
            return;
        }
        PlanStep step;
        step.kind = StepKind::Write;
        step.structure = table->name;
        step.rowsWritten = rows;
        step.text = fmt::format("append {} to {}, in a batch with others", counted(rows, "row"), table->name);
        if (m_pattern.verb == Verb::Upsert)
            step.text += "; a merge later keeps the latest version of a key";
        if (!table->partitionKey.empty() && m_context.partitions() > 1) {
            step.partitions = partitionsOfKeys(m_context.partitions(), rows);
            step.parallel = step.partitions > 1;
            for (const StructureKeyPart& part : table->partitionKey)
                step.routedBy.push_back(table->find(part.column)->source);
        }
        m_plan.steps.push_back(std::move(step));
        if (!m_query.reads.empty())
            m_plan.rowsReturned = 0;
    }

    const PlanningContext& m_context;
    const Cardinality& m_cardinality;
    const AccessPattern& m_pattern;
    const Query m_query;
    Plan m_plan;
};

} // namespace

Plan planColumnar(const PlanningContext& context, const AccessPattern& pattern) {
    return ColumnarPlanner(context, pattern).run();
}

} // namespace shardscape::estimator
