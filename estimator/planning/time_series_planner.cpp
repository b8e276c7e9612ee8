// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Stores of time series: an index finds the series whose labels are given, and samples are read by their time.
#include <algorithm>

#include <fmt/format.h>

#include "estimator/planning/planning_context.h"
#include "model/physical/time_series.h"

namespace shardscape::estimator {

using namespace model;

namespace {

class TimeSeriesPlanner {
public:
    TimeSeriesPlanner(const PlanningContext& context, const AccessPattern& pattern)
        : m_context(context)
        , m_pattern(pattern)
        , m_query(queryOf(context.cardinality, pattern)) {}

    Plan run() {
        const Entity* entity = m_context.project.entities.find(m_pattern.entity);
        const auto at = m_context.structuresOf.find(m_pattern.entity);
        if (!entity)
            return unserved("it names no table of the model");
        if (at == m_context.structuresOf.end() || at->second.empty())
            return unserved(fmt::format("{} has no series here: it lacks a time or a number", entity->name));
        m_table = at->second.front();
        m_shape = seriesShapeOf(m_context.cardinality, *entity);
        if (isInsert(m_pattern.verb) && m_pattern.verb != Verb::Upsert && m_query.reads.empty()) {
            planInsert();
            return std::move(m_plan);
        }
        if (isWrite(m_pattern.verb))
            return unserved("a sample is written once, in order of time; it is not changed or deleted by itself");
        if (m_query.reads.size() != 1)
            return unserved("series are joined by equal labels alone, and rows of other tables are not held here");
        for (const ColumnRef& column : m_pattern.projection)
            if (isLost(column))
                return unserved(fmt::format("{} is not held: a series has short labels and numbers alone",
                                            entity->find(column.attribute)->name));
        for (const Predicate* condition : m_query.reads.front().conditions)
            if (condition->column.attribute && isLost(condition->column))
                return unserved(fmt::format("it looks for {}, which a series does not hold",
                                            entity->find(condition->column.attribute)->name));
        planRead(m_query.reads.front());
        return std::move(m_plan);
    }

private:
    Plan unserved(std::string why) {
        m_plan.shape = PlanShape::Unserved;
        m_plan.partitionsTouched = 0;
        m_plan.why = std::move(why);
        return std::move(m_plan);
    }
    bool isLost(const ColumnRef& column) const {
        return column.entity == m_table->entity && m_shape.roleOf(column.attribute) == SeriesRole::LeftOut &&
               m_table->entity == m_pattern.entity;
    }

    /// Values of a row that the pattern asks for; each is a series.
    double valuesAsked(const Entity& entity) const {
        double values = 0;
        for (AttributeId id : neededColumns(m_pattern, entity))
            values += m_shape.roleOf(id) == SeriesRole::Value ? 1 : 0;
        return std::max(1.0, values);
    }

    void planRead(const EntityRead& read) {
        const Cardinality& cardinality = m_context.cardinality;
        const double all = cardinality.rows(read.entity->id);
        // The index answers labels, the order of samples answers time; other conditions are looked at sample by sample.
        std::vector<const Predicate*> found;
        std::string by;
        for (const Predicate* condition : read.conditions) {
            const SeriesRole role = m_shape.roleOf(condition->column.attribute);
            const bool label = condition->column.attribute && role == SeriesRole::Label;
            const bool time = condition->column.attribute && role == SeriesRole::Time;
            if (!label && !time)
                continue;
            found.push_back(condition);
            by += (by.empty() ? "" : ", ") + read.entity->find(condition->column.attribute)->name;
        }
        const double values = valuesAsked(*read.entity);
        const double series = std::min(all, seriesOfGiven(cardinality, read.entity->id, m_shape, read.keyed()) *
                                                std::max(1.0, read.listedValues())) *
                              values;
        const double rows = std::min(all, cardinality.matchingRows(read.entity->id, found));
        PlanStep step;
        step.kind = found.empty() ? StepKind::Scan : StepKind::KeyRange;
        step.structure = m_table->name;
        route(read, step);
        step.rowsRead = (found.empty() ? all : rows) * values;
        step.bytesRead = step.rowsRead * 16; // a time and a number, as they are handed to the query
        step.rowsReturned = std::min(step.rowsRead, read.matching);
        step.text += fmt::format("find {} {}, read {} of them", counted(series, "series", "series"),
                                 by.empty() ? std::string("of all") : "by " + by, counted(step.rowsRead, "sample"));
        m_plan.steps.push_back(step);
        if (step.rowsReturned < step.rowsRead / values) {
            step.kind = StepKind::Filter;
            step.text = fmt::format("keep {}", counted(step.rowsReturned, "row"));
            m_plan.steps.push_back(step);
        }
        m_plan.rowsReturned = rowsReturned(m_context, m_query, read.matching);
        m_plan.steps.back().rowsReturned = m_plan.rowsReturned;
        const bool searched = std::none_of(read.conditions.begin(), read.conditions.end(), looksInside);
        m_plan.why = whyUnbounded(m_context, m_query, inOrderOfTime() && m_query.limitStopsReading(), searched);
        m_plan.unbounded = !m_plan.why.empty();
    }

    bool inOrderOfTime() const {
        return m_pattern.order.empty() ||
               (m_pattern.order.size() == 1 && m_shape.time &&
                m_pattern.order.front().column == ColumnRef{m_table->entity, m_shape.time->id});
    }

    void route(const EntityRead& read, PlanStep& step) const {
        const double all = m_context.partitions();
        if (m_table->partitionKey.empty() || all <= 1)
            return;
        std::vector<AttributeId> key;
        for (const StructureKeyPart& part : m_table->partitionKey)
            key.push_back(m_table->find(part.column)->source.attribute);
        if (!holdsAll(read.keyed(), key)) {
            step.partitions = all;
            step.parallel = true;
            step.text = fmt::format("all {:.0f} servers: {} is not given; ", all, columnNames(*read.entity, key));
            return;
        }
        for (AttributeId id : key)
            step.routedBy.push_back({read.entity->id, id});
        step.partitions = partitionsOfKeys(all, holdsAll(read.fixed(), key) ? 1 : read.listedValues());
        step.parallel = step.partitions > 1;
    }

    void planInsert() {
        const double rows = std::max(1.0, m_pattern.rowsWritten);
        PlanStep step;
        step.kind = StepKind::Write;
        step.structure = m_table->name;
        step.rowsWritten = rows;
        step.text = fmt::format("append {}, one for each number, collected with others of the same scrape",
                                counted(rows * static_cast<double>(m_shape.values.size()), "sample"));
        if (!m_table->partitionKey.empty() && m_context.partitions() > 1) {
            step.partitions = partitionsOfKeys(m_context.partitions(), rows);
            step.parallel = step.partitions > 1;
            for (const StructureKeyPart& part : m_table->partitionKey)
                step.routedBy.push_back(m_table->find(part.column)->source);
        }
        m_plan.steps.push_back(std::move(step));
    }

    const PlanningContext& m_context;
    const AccessPattern& m_pattern;
    const Query m_query;
    const Structure* m_table = nullptr;
    SeriesShape m_shape;
    Plan m_plan;
};

} // namespace

Plan planTimeSeries(const PlanningContext& context, const AccessPattern& pattern) {
    return TimeSeriesPlanner(context, pattern).run();
}

} // namespace shardscape::estimator
