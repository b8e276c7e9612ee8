// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Append logs: records are appended to the partition of their key, and read in order from an offset or a time.
#include <algorithm>

#include <fmt/format.h>

#include "estimator/planning/planning_context.h"
#include "model/physical/log_topic.h"

namespace shardscape::estimator {

using namespace model;

namespace {

class LogPlanner {
public:
    LogPlanner(const PlanningContext& context, const AccessPattern& pattern)
        : m_context(context)
        , m_pattern(pattern)
        , m_query(queryOf(context.cardinality, pattern)) {}

    Plan run() {
        const auto at = m_context.structuresOf.find(m_pattern.entity);
        m_entity = m_context.project.entities.find(m_pattern.entity);
        if (!m_entity || at == m_context.structuresOf.end() || at->second.empty())
            return unserved("it names no table of the model");
        m_topic = at->second.front();
        for (const StructureKeyPart& part : m_topic->partitionKey)
            m_key.push_back(m_topic->find(part.column)->source.attribute);
        if (isWrite(m_pattern.verb))
            return isInsert(m_pattern.verb) ? planInsert() : planChange();
        return planRead();
    }

private:
    Plan unserved(std::string why) {
        m_plan = {};
        m_plan.shape = PlanShape::Unserved;
        m_plan.partitionsTouched = 0;
        m_plan.why = std::move(why);
        return std::move(m_plan);
    }

    // --- writes

    Plan append(double records, std::string text) {
        PlanStep step;
        step.kind = StepKind::Write;
        step.structure = m_topic->name;
        step.rowsWritten = records;
        step.partitions = partitionsOfKeys(m_context.partitions(), records);
        step.parallel = step.partitions > 1;
        for (AttributeId id : m_key)
            step.routedBy.push_back({m_entity->id, id});
        step.text = std::move(text);
        m_plan.steps.push_back(std::move(step));
        return std::move(m_plan);
    }

    Plan planInsert() {
        if (!m_query.reads.empty())
            return unserved("a log runs no query: a stream processor reads one topic and appends to another");
        const double records = std::max(1.0, m_pattern.rowsWritten);
        return append(records, fmt::format("append {} to the partition of {}, in a batch with others",
                                           counted(records, "record"), keyText()));
    }

    Plan planChange() {
        if (m_pattern.verb == Verb::Increment)
            return unserved("a log does not add in place: append each change, and let a consumer keep the sum");
        if (!m_entity->primaryKey())
            return unserved(fmt::format("{} has no primary key under which a newer record could replace an older one",
                                        m_entity->name));
        if (m_query.reads.size() != 1 || !holdsAll(m_query.reads.front().keyed(), m_key))
            return unserved(fmt::format("a record is replaced by its key, and {} is not given", keyText()));
        const double records = std::max(1.0, m_query.matching);
        const bool removes = m_pattern.verb == Verb::Delete;
        return append(records, removes ? fmt::format("append {} without a value, which deletes the key when the topic "
                                                     "is compacted",
                                                     counted(records, "record"))
                                       : fmt::format("append {} with the whole row, of which compaction keeps the "
                                                     "latest",
                                                     counted(records, "record")));
    }

    // --- reads

    bool isTime(const ColumnRef& column) const {
        const Attribute* time = recordTime(*m_entity);
        return time && column == ColumnRef{m_entity->id, time->id};
    }

    bool latestFirst() const {
        return m_pattern.order.size() == 1 && m_pattern.order.front().descending &&
               isTime(m_pattern.order.front().column);
    }
    bool inOrder() const {
        return m_pattern.order.empty() || (m_pattern.order.size() == 1 && isTime(m_pattern.order.front().column));
    }

    Plan planRead() {
        if (m_query.reads.size() != 1)
            return unserved("a log does not join: a stream processor joins topics, or a consumer keeps them as tables");
        const EntityRead& read = m_query.reads.front();
        std::vector<const Predicate*> times;
        for (const Predicate* condition : read.conditions)
            if (isTime(condition->column) && condition->comparison == Comparison::Range)
                times.push_back(condition);
        // Within a time a consumer may leave records out; what belongs to one value is a lookup all the same.
        if (!read.keyed().empty() || (times.empty() && !read.conditions.empty()))
            return unserved(fmt::format("a log is read in order, from an offset or a time: it has no index to look up "
                                        "{}; let a consumer keep a table or an index that follows the topic",
                                        conditionText(read)));
        const Cardinality& cardinality = m_context.cardinality;
        const double all = cardinality.rows(read.entity->id);
        const double partitions = m_context.partitions();
        const bool page = times.empty() && m_query.limit && inOrder() && m_pattern.groupBy.empty() &&
                          !m_pattern.distinct && m_query.limitStopsReading();
        PlanStep step;
        step.structure = m_topic->name;
        step.kind = times.empty() && !page ? StepKind::Scan : StepKind::KeyRange;
        step.partitions = partitions;
        step.parallel = step.partitions > 1;
        // Every partition gives a page, as no order holds between them.
        step.rowsRead = page ? std::min(all, *m_query.limit * step.partitions)
                             : (times.empty() ? all : cardinality.matchingRows(read.entity->id, times));
        step.rowsRead = std::max(std::min(1.0, all), step.rowsRead);
        step.bytesRead = step.rowsRead * cardinality.rowBytes(read.entity->id);
        step.rowsReturned = std::min(step.rowsRead, page ? *m_query.limit : read.matching);
        step.text = fmt::format("{} {}: {}", whereFrom(page, !times.empty()),
                                step.partitions > 1 ? fmt::format("of all {:.0f} partitions", partitions)
                                                    : std::string("of one partition"),
                                counted(step.rowsRead, "record"));
        m_plan.steps.push_back(step);
        if (step.rowsReturned < step.rowsRead)
            addAtConsumer(StepKind::Filter, step.rowsRead, step.rowsReturned,
                          fmt::format("the consumer keeps {}", counted(step.rowsReturned, "record")));
        if (!inOrder() || (step.partitions > 1 && !m_pattern.order.empty()))
            addAtConsumer(StepKind::Sort, step.rowsReturned, step.rowsReturned,
                          fmt::format("the consumer sorts {}", counted(step.rowsReturned, "record")));
        m_plan.rowsReturned = rowsReturned(m_context, m_query, read.matching);
        m_plan.steps.back().rowsReturned = m_plan.rowsReturned;
        m_plan.why = whyUnbounded(m_context, m_query, page, true);
        m_plan.unbounded = !m_plan.why.empty();
        return std::move(m_plan);
    }

    const char* whereFrom(bool page, bool timed) const {
        if (timed)
            return "read in order from the offset of that time";
        return page && latestFirst() ? "read the last records" : "read in order from the first offset";
    }

    void addAtConsumer(StepKind kind, double read, double returned, std::string text) {
        PlanStep step = m_plan.steps.back();
        step.kind = kind;
        step.rowsRead = read;
        step.rowsReturned = returned;
        step.bytesRead = 0;
        step.text = std::move(text);
        m_plan.steps.push_back(std::move(step));
    }

    std::string keyText() const { return m_key.empty() ? "no key" : columnNames(*m_entity, m_key); }
    static std::string conditionText(const EntityRead& read) {
        std::vector<AttributeId> columns;
        for (const Predicate* condition : read.conditions)
            if (condition->column.attribute && !holds(columns, condition->column.attribute))
                columns.push_back(condition->column.attribute);
        const std::string names = columnNames(*read.entity, columns);
        return names.empty() ? "rows by a condition" : names;
    }

    const PlanningContext& m_context;
    const AccessPattern& m_pattern;
    const Query m_query;
    const Entity* m_entity = nullptr;
    const Structure* m_topic = nullptr;
    std::vector<AttributeId> m_key;
    Plan m_plan;
};

} // namespace

Plan planLog(const PlanningContext& context, const AccessPattern& pattern) {
    return LogPlanner(context, pattern).run();
}

} // namespace shardscape::estimator
