// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Engines that answer by keys alone: wide-column tables (Cassandra) and item tables with global indexes (DynamoDB).
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "estimator/planning/keyed_views.h"
#include "estimator/planning/keyed_writes.h"

namespace shardscape::estimator {

using namespace model;

namespace {

class KeyedPlanner {
public:
    KeyedPlanner(const PlanningContext& context, const AccessPattern& pattern, bool items)
        : m_context(context)
        , m_cardinality(context.cardinality)
        , m_pattern(pattern)
        , m_items(items)
        , m_query(queryOf(m_cardinality, pattern))
        , m_views(context, pattern, items) {}

    Plan run() {
        if (!m_context.structuresOf.contains(m_pattern.entity)) {
            unserved("it names no entity of this design");
            return std::move(m_plan);
        }
        if (m_pattern.verb == Verb::Traversal) {
            unserved("relationships would be followed to an unknown depth, one request for each step");
            return std::move(m_plan);
        }
        double rows = std::max(1.0, m_pattern.rowsWritten);
        if (!m_query.reads.empty()) {
            if (!planReads())
                return std::move(m_plan);
            rows = isInsert(m_pattern.verb) ? m_plan.rowsReturned * rows : m_plan.rowsReturned;
        }
        if (isWrite(m_pattern.verb)) {
            addKeyedWrites(m_context, m_pattern, m_items, m_views, rows, m_plan);
            m_plan.rowsReturned = 0;
        }
        return std::move(m_plan);
    }

private:
    void unserved(std::string why) {
        m_plan.shape = PlanShape::Unserved;
        m_plan.steps.clear();
        m_plan.partitionsTouched = 0;
        m_plan.why = std::move(why);
    }

    bool planReads() {
        const std::optional<double> stops = m_query.limitStopsReading() ? m_query.limit : std::nullopt;
        if (!m_items && m_query.reads.size() > 1) {
            const KeyQuery whole = keyQueryOf(m_cardinality, m_query);
            if (const auto reading = m_views.best(whole, stops); reading && !whole.equal.empty()) {
                addReading(*reading, whole, 1);
                finishReads(reading->passed, reading->match.ordered || whole.order.empty(), whole.inside);
                return true;
            }
            if (!isWrite(m_pattern.verb)) {
                unserved(fmt::format(
                    "{} has no joins, and no table holds these rows together under a key that the pattern gives",
                    m_context.profile.title));
                return false;
            }
        }
        double rows = 1;
        bool ordered = true, inside = false;
        for (std::size_t i = 0; i < m_query.reads.size(); ++i) {
            const KeyQuery query = keyQueryOf(m_cardinality, m_query, i);
            inside = inside || query.inside;
            const auto reading = m_views.best(query, i == 0 && limitReachesFirst() ? stops : std::nullopt);
            if (reading) {
                addReading(*reading, query, rows);
                if (i == 0)
                    ordered = query.order.empty() ? query.orderIsPlain : reading->match.ordered;
                rows *= reading->passed;
            } else if (!readAll(query, i, rows)) {
                return false;
            } else {
                ordered = false;
                rows *= query.rows;
            }
        }
        finishReads(rows, ordered, inside);
        return true;
    }

    /// Later reads give one row each, so that a limit on the result is one on the first read.
    bool limitReachesFirst() const {
        for (std::size_t i = 1; i < m_query.reads.size(); ++i)
            if (!m_query.reads[i].entity->isUnique(m_query.reads[i].fixed()))
                return false;
        return true;
    }

    /// No key leads there: every partition is read.
    bool readAll(const KeyQuery& query, std::size_t number, double repeats) {
        const Entity& entity = *m_query.reads[number].entity;
        if (number > 0) {
            unserved(fmt::format("rows of {} cannot be found by {}: no structure has it as partition key", entity.name,
                                 columnNames(entity, m_query.reads[number].keyed())));
            return false;
        }
        if (query.inside) {
            unserved(fmt::format(
                "a condition looks inside values of {}; keys cannot answer that, a search engine beside it can",
                entity.name));
            return false;
        }
        const std::vector<KeyedView> views = m_views.viewsOf(query.row);
        const auto truth =
            std::find_if(views.begin(), views.end(), [](const KeyedView& view) { return view.structure->truth; });
        if (truth == views.end()) {
            unserved(fmt::format("no structure holds {}", entity.name));
            return false;
        }
        PlanStep step;
        step.kind = StepKind::Scan;
        step.structure = truth->structure->name;
        step.partitions = std::max(2.0, m_context.partitions());
        step.parallel = true;
        step.repeat = repeats;
        step.rowsRead = m_views.itemsIn(*truth->structure);
        step.rowsReturned = query.rows;
        step.bytesRead = step.rowsRead * m_cardinality.rowBytes(entity.id);
        step.text = fmt::format("read all {} rows of {} in every partition{}", rowsText(step.rowsRead), step.structure,
                                m_items                                       ? " (Scan)"
                                : query.equal.empty() && query.ranged.empty() ? ""
                                                                              : " (ALLOW FILTERING)");
        m_plan.steps.push_back(std::move(step));
        const std::vector<AttributeId> keyed = m_query.reads[number].keyed();
        m_plan.why = keyed.empty() ? fmt::format("it gives no key, so every partition of {} is read", entity.name)
                                   : fmt::format("nothing is keyed by {}, so every partition of {} is read",
                                                 columnNames(entity, keyed), entity.name);
        return true;
    }

    void addReading(const KeyedReading& reading, const KeyQuery& query, double repeats) {
        const Structure& structure = *reading.view.structure;
        const Entity& entity = *m_context.project.entities.find(query.row);
        PlanStep step;
        step.kind = reading.single ? StepKind::PointRead : StepKind::KeyRange;
        step.structure = structure.name;
        step.entity = entity.id;
        step.repeat = repeats * query.values;
        step.rowsRead = reading.entries * repeats;
        step.rowsReturned = reading.passed * repeats;
        step.bytesRead = step.rowsRead * m_views.rowBytes(structure, entity.id);
        step.routedBy = reading.view.key.partition;
        const double keys = std::max(1.0, repeats * valuesOfPartition(reading, query) * reading.buckets);
        step.partitions = beside(reading, repeats) ? 1 : partitionsOfKeys(m_context.partitions(), keys);
        step.parallel = keys > 1;
        std::vector<AttributeId> given;
        for (const ColumnRef& column : reading.view.key.partition)
            given.push_back(column.attribute);
        const std::string names =
            reading.view.key.partition.empty() ? "one sequence" : describe(reading.view.key.partition);
        step.text = fmt::format("route {} → {} partition{}; {} → {} row{}{}", names, rowsText(step.partitions),
                                step.partitions > 1 ? "s" : "", structure.name, rowsText(reading.entries),
                                reading.entries > 1 ? "s" : "",
                                reading.match.ordered && !query.order.empty() ? " in order" : "");
        if (reading.buckets > 1)
            step.text += fmt::format(", in {} buckets of each key", rowsText(reading.buckets));
        if (repeats > 1)
            step.text += fmt::format(", {} times", rowsText(repeats));
        const std::vector<ColumnRef> routedBy = step.routedBy;
        const double partitions = step.partitions;
        m_plan.steps.push_back(std::move(step));
        if (reading.passed < reading.entries) {
            PlanStep filter;
            filter.kind = StepKind::Filter;
            filter.structure = structure.name;
            filter.partitions = partitions;
            filter.routedBy = routedBy;
            filter.rowsRead = reading.entries * repeats;
            filter.rowsReturned = reading.passed * repeats;
            filter.text = fmt::format("keep {} rows", rowsText(filter.rowsReturned));
            m_plan.steps.push_back(std::move(filter));
        }
        fetchMissing(reading, query, reading.passed * repeats);
    }

    std::string describe(const std::vector<ColumnRef>& columns) const {
        std::string out;
        for (const ColumnRef& column : columns)
            if (const Attribute* attribute = m_context.project.find(column))
                out += (out.empty() ? "" : ", ") + attribute->name;
        return out;
    }

    double valuesOfPartition(const KeyedReading& reading, const KeyQuery& query) const {
        if (query.values <= 1)
            return 1;
        for (const EntityRead& read : query.query->reads)
            for (AttributeId id : read.listed())
                if (holds(reading.view.key.partition, query.canonical({read.entity->id, id})))
                    return query.values;
        return 1;
    }

    /// Items of one collection: the partition part is the same value as that of the first read.
    bool beside(const KeyedReading& reading, double repeats) const {
        if (!m_items || m_plan.steps.empty() || repeats < 1 || reading.view.key.partition.size() != 1)
            return false;
        const PlanStep& first = m_plan.steps.front();
        if (first.structure != reading.view.structure->name || first.routedBy.size() != 1 || first.partitions > 1)
            return false;
        const ColumnRef own = reading.view.key.partition.front();
        return std::any_of(m_pattern.joins.begin(), m_pattern.joins.end(), [&](const JoinCondition& join) {
            return (join.left == own && join.right == first.routedBy.front()) ||
                   (join.right == own && join.left == first.routedBy.front());
        });
    }

    /// Columns that the structure lacks: counters from their table, others from the entity's own structure.
    void fetchMissing(const KeyedReading& reading, const KeyQuery& query, double rows) {
        if (reading.missing <= 0 || rows <= 0)
            return;
        std::set<const Structure*> from;
        for (const ColumnRef& column : query.needed) {
            if (hasColumn(*reading.view.structure, column))
                continue;
            const auto found = m_context.structuresOf.find(column.entity);
            if (found == m_context.structuresOf.end())
                continue;
            for (const Structure* structure : found->second) {
                if (touches(*structure, column) && structure != reading.view.structure &&
                    (structure->truth || isCounterTable(*structure))) {
                    from.insert(structure);
                    break;
                }
            }
        }
        std::vector<const Structure*> order(from.begin(), from.end());
        std::sort(order.begin(), order.end(), [](const Structure* a, const Structure* b) { return a->name < b->name; });
        for (const Structure* structure : order) {
            PlanStep step;
            step.kind = StepKind::Fetch;
            step.structure = structure->name;
            step.entity = query.row;
            step.repeat = rows;
            step.rowsRead = rows;
            step.rowsReturned = rows;
            step.bytesRead = rows * m_views.rowBytes(*structure, query.row);
            step.partitions = partitionsOfKeys(m_context.partitions(), rows);
            step.parallel = rows > 1;
            for (const KeyedView& view : m_views.viewsOf(query.row))
                if (view.structure == structure)
                    step.routedBy = view.key.partition;
            if (step.routedBy.empty())
                step.routedBy = {query.needed.front()};
            step.text = fmt::format("fetch {} of {} by key", counted(rows, "row"), structure->name);
            m_plan.steps.push_back(std::move(step));
        }
    }

    void finishReads(double rows, bool ordered, bool inside) {
        if (!ordered && !m_pattern.order.empty() && rows > 1 && !isWrite(m_pattern.verb)) {
            PlanStep sort;
            sort.kind = StepKind::Sort;
            sort.rowsRead = rows;
            sort.rowsReturned = rows;
            sort.text = fmt::format("sort {} rows in the application", rowsText(rows));
            m_plan.steps.push_back(std::move(sort));
        }
        double out = rows;
        if (!isWrite(m_pattern.verb)) {
            if (!m_pattern.groupBy.empty() || m_pattern.distinct) {
                double groups = 1;
                for (const ColumnRef& column : m_pattern.groupBy.empty() ? m_pattern.projection : m_pattern.groupBy)
                    groups *= m_cardinality.distinct(column.entity, column.attribute);
                out = std::min(out, groups);
            } else if (m_pattern.verb == Verb::Aggregate) {
                out = 1;
            }
            out = std::max(0.0, out - m_pattern.offset.value_or(0));
        }
        m_plan.rowsReturned = m_query.limit ? std::min(out, *m_query.limit) : out;
        const bool stops = ordered && m_query.limitStopsReading();
        const std::string why = whyUnbounded(m_context, m_query, stops, !inside);
        m_plan.unbounded = !why.empty();
        if (m_plan.why.empty())
            m_plan.why = why;
        else if (!why.empty())
            m_plan.why += "; " + why;
    }

    const PlanningContext& m_context;
    const Cardinality& m_cardinality;
    const AccessPattern& m_pattern;
    const bool m_items;
    Query m_query;
    KeyedViews m_views;
    Plan m_plan;
};

} // namespace

Plan planWideColumn(const PlanningContext& context, const AccessPattern& pattern) {
    return KeyedPlanner(context, pattern, false).run();
}

Plan planSingleTable(const PlanningContext& context, const AccessPattern& pattern) {
    return KeyedPlanner(context, pattern, true).run();
}

} // namespace shardscape::estimator
