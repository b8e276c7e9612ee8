// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Search indexes: documents by their _id, or by the terms, words and ranges of indexed fields, on every shard that may
// hold some; the best of them are fetched.
#include <algorithm>

#include <fmt/format.h>

#include "estimator/planning/planning_context.h"
#include "model/physical/search_fields.h"

namespace shardscape::estimator {

using namespace model;

namespace {

class SearchPlanner {
public:
    SearchPlanner(const PlanningContext& context, const AccessPattern& pattern)
        : m_context(context)
        , m_pattern(pattern)
        , m_query(queryOf(context.cardinality, pattern)) {}

    Plan run() {
        const auto at = m_context.structuresOf.find(m_pattern.entity);
        m_entity = m_context.project.entities.find(m_pattern.entity);
        if (!m_entity || at == m_context.structuresOf.end() || at->second.empty())
            return unserved("it names no table of the model");
        m_index = at->second.front();
        m_fields = searchFields(m_context.cardinality, *m_entity);
        for (const StructureKeyPart& part : m_index->partitionKey)
            m_routing.push_back(m_index->find(part.column)->source.attribute);
        if (const Key* primary = m_entity->primaryKey())
            m_id = primary->attributes;
        if (isInsert(m_pattern.verb)) {
            if (!m_query.reads.empty())
                return unserved("an index takes documents, not queries: the client reads them and writes them here");
            return planInsert();
        }
        if (m_query.reads.size() != 1)
            return unserved("an index answers from its own documents: copy what the join adds into each of them, or "
                            "keep a list of children nested in their parent");
        const bool byId = findDocuments(m_query.reads.front());
        if (isWrite(m_pattern.verb))
            planChange(byId);
        return std::move(m_plan);
    }

private:
    Plan unserved(std::string why) {
        m_plan = {};
        m_plan.shape = PlanShape::Unserved;
        m_plan.partitionsTouched = 0;
        m_plan.why = std::move(why);
        return std::move(m_plan);
    }

    double indexedFields() const {
        return static_cast<double>(std::count_if(m_fields.begin(), m_fields.end(), [](const SearchField& field) {
            return field.indexed || field.docValues;
        }));
    }

    // --- reads

    /// All shards, or those of the routing values that are given.
    void route(const EntityRead& read, PlanStep& step) const {
        const double shards = m_context.partitions();
        if (shards <= 1)
            return;
        if (!m_routing.empty() && holdsAll(read.keyed(), m_routing)) {
            for (AttributeId id : m_routing)
                step.routedBy.push_back({m_entity->id, id});
            step.partitions = partitionsOfKeys(shards, holdsAll(read.fixed(), m_routing) ? 1 : read.listedValues());
            step.text =
                fmt::format("route {} → {}; ", columnNames(*m_entity, m_routing), counted(step.partitions, "shard"));
        } else {
            step.partitions = shards;
            step.text = fmt::format("all {:.0f} shards: {} is not given; ", shards,
                                    m_routing.empty() ? "the routing" : columnNames(*m_entity, m_routing));
        }
        step.parallel = step.partitions > 1;
    }

    std::string soughtText(const EntityRead& read) const {
        std::vector<AttributeId> columns;
        for (const Predicate* condition : read.conditions)
            if (condition->column.attribute && !holds(columns, condition->column.attribute))
                columns.push_back(condition->column.attribute);
        return columnNames(*m_entity, columns);
    }

    /// Whether they are got by their _id.
    bool findDocuments(const EntityRead& read) {
        const double all = m_context.cardinality.rows(m_entity->id);
        const double bytes = m_context.cardinality.rowBytes(m_entity->id);
        const bool aggregates = m_pattern.verb == Verb::Aggregate || !m_pattern.groupBy.empty() || m_pattern.distinct;
        const bool byId = !m_id.empty() && holdsAll(read.keyed(), m_id) && !aggregates;
        PlanStep step;
        step.structure = m_index->name;
        route(read, step);
        if (byId) {
            step.kind = StepKind::PointRead;
            step.repeat = step.rowsRead = std::max(1.0, read.listedValues());
            step.rowsReturned = std::min(step.rowsRead, read.matching);
            step.bytesRead = step.rowsRead * bytes;
            step.text += fmt::format("get {} by _id", counted(step.rowsRead, "document"));
            m_plan.rowsReturned = step.rowsReturned;
            m_plan.steps.push_back(std::move(step));
            return true;
        }
        const double matching = read.conditions.empty() ? all : std::min(all, read.matching);
        step.kind = StepKind::IndexRange;
        step.rowsRead = matching;
        step.rowsReturned = matching;
        const std::string sought = soughtText(read);
        step.text += read.conditions.empty() ? fmt::format("match all {}", counted(matching, "document"))
                                             : fmt::format("match {} by {}", counted(matching, "document"),
                                                           sought.empty() ? std::string("a script") : sought);
        m_plan.steps.push_back(std::move(step));
        m_plan.rowsReturned = rowsReturned(m_context, m_query, read.matching);
        if (aggregates)
            addFurther(StepKind::Filter, matching, m_plan.rowsReturned, 0,
                       fmt::format("aggregate their doc values into {}", counted(m_plan.rowsReturned, "row")));
        else
            addFetch(matching, bytes);
        m_plan.steps.back().rowsReturned = m_plan.rowsReturned;
        // The best are kept in a heap while all matches are looked at; an order by doc values ends nothing early.
        m_plan.why = whyUnbounded(m_context, m_query, m_query.limitStopsReading() && m_pattern.order.empty(), true);
        m_plan.unbounded = !m_plan.why.empty();
        return false;
    }

    void addFetch(double matching, double bytes) {
        const double wanted = isWrite(m_pattern.verb) ? matching : m_plan.rowsReturned + m_pattern.offset.value_or(0);
        if (!isWrite(m_pattern.verb) && !m_pattern.order.empty() && matching > 1)
            addFurther(StepKind::Filter, matching, wanted, 0,
                       fmt::format("keep the first {} in order by doc values", counted(wanted, "document")));
        else if (wanted < matching)
            addFurther(StepKind::Filter, matching, wanted, 0,
                       fmt::format("keep the best {} by score", counted(wanted, "document")));
        addFurther(StepKind::Fetch, wanted, wanted, wanted * bytes,
                   fmt::format("fetch _source of {}", counted(wanted, "document")));
    }

    void addFurther(StepKind kind, double read, double returned, double bytes, std::string text) {
        PlanStep step = m_plan.steps.back();
        step.kind = kind;
        step.rowsRead = read;
        step.rowsReturned = returned;
        step.bytesRead = bytes;
        step.text = std::move(text);
        m_plan.steps.push_back(std::move(step));
    }

    // --- writes

    void addWrite(double documents, std::string text, double entries) {
        PlanStep step;
        step.kind = StepKind::Write;
        step.structure = m_index->name;
        step.rowsWritten = documents;
        step.indexesWritten = documents * entries;
        step.partitions = partitionsOfKeys(m_context.partitions(), documents);
        step.parallel = step.partitions > 1;
        for (AttributeId id : m_routing)
            step.routedBy.push_back({m_entity->id, id});
        step.text = std::move(text);
        m_plan.steps.push_back(std::move(step));
    }

    Plan planInsert() {
        const double documents = std::max(1.0, m_pattern.rowsWritten);
        const bool replaces = m_pattern.verb == Verb::Upsert;
        addWrite(documents,
                 fmt::format("{} {} in {:.0f} indexed fields, on every copy", replaces ? "replace or index" : "index",
                             counted(documents, "document"), indexedFields()),
                 indexedFields());
        return std::move(m_plan);
    }

    /// A change is a whole new document; the old one is marked and goes when segments are merged.
    void planChange(bool byId) {
        const double documents = std::max(1.0, byId ? m_plan.rowsReturned : m_query.matching);
        const bool removes = m_pattern.verb == Verb::Delete;
        if (removes && byId)
            m_plan.steps.clear();
        addWrite(documents,
                 removes ? fmt::format("mark {} as deleted until segments are merged", counted(documents, "document"))
                         : fmt::format("index {} anew as a whole, in {:.0f} fields, and mark the old as deleted",
                                       counted(documents, "document"), indexedFields()),
                 removes ? 0 : indexedFields());
        m_plan.rowsReturned = documents;
    }

    const PlanningContext& m_context;
    const AccessPattern& m_pattern;
    const Query m_query;
    const Entity* m_entity = nullptr;
    const Structure* m_index = nullptr;
    std::vector<SearchField> m_fields;
    std::vector<AttributeId> m_routing, m_id;
    Plan m_plan;
};

} // namespace

Plan planSearch(const PlanningContext& context, const AccessPattern& pattern) {
    return SearchPlanner(context, pattern).run();
}

} // namespace shardscape::estimator
