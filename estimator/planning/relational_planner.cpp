// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "estimator/planning/relational_paths.h"

namespace shardscape::estimator {

using namespace model;

namespace {

class RelationalPlanner {
public:
    RelationalPlanner(const PlanningContext& context, const AccessPattern& pattern)
        : m_context(context)
        , m_cardinality(context.cardinality)
        , m_pattern(pattern)
        , m_query(queryOf(m_cardinality, pattern))
        , m_paths(context, pattern, m_query) {}

    Plan run() {
        if (isInsert(m_pattern.verb) && m_query.reads.empty()) {
            planInsert(std::max(1.0, m_pattern.rowsWritten));
            return std::move(m_plan);
        }
        if (m_query.reads.empty())
            return unserved("it names no table of the model");
        for (const EntityRead& read : m_query.reads)
            if (!m_paths.tableOf(read.entity->id))
                return unserved(fmt::format("{} has no table in this design", read.entity->name));
        planReads();
        if (isInsert(m_pattern.verb))
            planInsert(m_plan.rowsReturned * std::max(1.0, m_pattern.rowsWritten));
        else if (m_pattern.verb == Verb::Delete)
            planDelete(m_pattern.entity, m_plan.rowsReturned);
        else if (isWrite(m_pattern.verb))
            planUpdate(m_plan.rowsReturned);
        return std::move(m_plan);
    }

private:
    Plan unserved(std::string why) {
        m_plan.shape = PlanShape::Unserved;
        m_plan.partitionsTouched = 0;
        m_plan.why = std::move(why);
        return std::move(m_plan);
    }

    // --- reading

    /// Rows of the first entity that are enough for the limit, when reading can stop there.
    std::optional<double> rowsWanted() const {
        if (!m_query.limitStopsReading() || isWrite(m_pattern.verb))
            return std::nullopt;
        double factor = 1;
        for (std::size_t i = 1; i < m_query.reads.size(); ++i)
            factor *= m_query.reads[i].matching;
        return (*m_query.limit + m_pattern.offset.value_or(0)) / std::max(factor, 1e-9);
    }

    void planReads() {
        const std::vector<OrderPart> order = m_query.orderOfFirst();
        const bool orderElsewhere = !m_pattern.order.empty() && order.empty() && !orderIsFixed();
        const std::optional<double> wanted = orderElsewhere ? std::nullopt : rowsWanted();
        double rows = 1;
        bool ordered = false, searched = true;
        for (std::size_t i = 0; i < m_query.reads.size(); ++i) {
            const EntityRead& read = m_query.reads[i];
            const TablePath path =
                i == 0 ? m_paths.choose(read, 1, wanted, order) : m_paths.choose(read, rows, std::nullopt, {});
            if (i == 0)
                ordered = path.ordered || (m_pattern.order.empty() || orderIsFixed());
            searched = searched && path.searched;
            addSteps(read, path, rows);
            rows = path.hashed ? rows * read.matching : rows * path.passed;
        }
        if (!ordered && rows > 1) {
            PlanStep sort;
            sort.kind = StepKind::Sort;
            sort.rowsRead = rows;
            sort.rowsReturned = rows;
            sort.text = fmt::format("sort {} rows", rowsText(rows));
            m_plan.steps.push_back(std::move(sort));
        }
        m_plan.rowsReturned = rowsReturned(m_context, m_query, rows);
        m_plan.steps.back().rowsReturned = m_plan.rowsReturned;
        m_plan.why = whyUnbounded(m_context, m_query, ordered && wanted.has_value(), searched);
        m_plan.unbounded = !m_plan.why.empty();
    }

    /// Ordered only by columns that have one value anyway.
    bool orderIsFixed() const {
        if (m_query.reads.empty())
            return false;
        const std::vector<AttributeId> given = m_query.reads.front().fixed();
        return std::all_of(m_pattern.order.begin(), m_pattern.order.end(), [&](const OrderPart& part) {
            return part.column.entity == m_query.reads.front().entity->id && holds(given, part.column.attribute);
        });
    }

    // --- steps

    void addSteps(const EntityRead& read, const TablePath& path, double repeats) {
        const Structure& table = *m_paths.tableOf(read.entity->id);
        const double times = path.hashed ? 1 : repeats;
        PlanStep step;
        step.structure = table.name;
        step.repeat = times;
        step.rowsRead = path.entries * times;
        step.rowsReturned = (path.index && path.fetched > 0 ? path.fetched : path.passed) * times;
        route(read, table, repeats, step);
        const double rowBytes = m_cardinality.rowBytes(read.entity->id);
        std::string what;
        if (!path.index) {
            step.kind = StepKind::Scan;
            step.bytesRead = step.rowsRead * rowBytes;
            what = fmt::format("read {} rows of {}", rowsText(path.entries), table.name);
            if (path.hashed)
                what += " once, for all repeats";
        } else {
            double keyBytes = 0;
            for (const StructureKeyPart& key : path.index->parts)
                if (const Attribute* attribute = read.entity->find(columnOf(table, key.column)))
                    keyBytes += m_cardinality.valueBytes(*attribute);
            step.kind = path.point ? StepKind::PointRead : StepKind::IndexRange;
            step.index = path.index->name;
            step.bytesRead = step.rowsRead * keyBytes + (path.point ? step.rowsRead * rowBytes : 0);
            what = fmt::format("{} → {}", path.index->name,
                               path.point ? counted(path.entries, "row") : counted(path.entries, "entry", "entries"));
            if (path.ordered && !path.point)
                what += " in order";
            if (path.fetched == 0 && !path.point)
                what += ", without fetching rows";
        }
        if (times > 1)
            what += fmt::format(", {} times", rowsText(times));
        step.text += what;
        const PlanStep first = step;
        m_plan.steps.push_back(step);
        if (path.index && !path.point && path.fetched > 0) {
            PlanStep fetch = first;
            fetch.kind = StepKind::Fetch;
            fetch.index.clear();
            fetch.rowsRead = path.fetched * times;
            fetch.rowsReturned = path.passed * times;
            fetch.bytesRead = fetch.rowsRead * rowBytes;
            fetch.text = fmt::format("fetch {} of {}", counted(fetch.rowsRead, "row"), table.name);
            m_plan.steps.push_back(std::move(fetch));
        }
        if (path.filtered && path.passed < (path.index ? std::max(path.fetched, path.entries) : path.entries)) {
            PlanStep filter;
            filter.kind = StepKind::Filter;
            filter.structure = table.name;
            filter.repeat = times;
            filter.partitions = first.partitions;
            filter.routedBy = first.routedBy;
            filter.rowsRead = std::max(path.fetched, path.index ? 0 : path.entries) * times;
            filter.rowsReturned = path.passed * times;
            filter.text = fmt::format("keep {} rows", rowsText(filter.rowsReturned));
            m_plan.steps.push_back(std::move(filter));
        }
    }

    /// Which partitions are asked.
    void route(const EntityRead& read, const Structure& table, double repeats, PlanStep& step) {
        if (table.partitionKey.empty() || m_context.partitions() <= 1)
            return;
        std::vector<AttributeId> key;
        for (const StructureKeyPart& part : table.partitionKey)
            key.push_back(columnOf(table, part.column));
        const double all = m_context.partitions();
        if (!holdsAll(read.keyed(), key)) {
            step.partitions = all;
            step.parallel = true;
            step.text =
                fmt::format("all {} partitions: {} is not given; ",
                            table.partitionKey.empty() ? 0 : static_cast<int>(all), columnNames(*read.entity, key));
            return;
        }
        double values = 1;
        if (!holdsAll(read.fixed(), key))
            values = read.listedValues();
        for (AttributeId id : key)
            step.routedBy.push_back({read.entity->id, id});
        const bool joined =
            std::any_of(key.begin(), key.end(), [&](AttributeId id) { return holds(read.linked(), id); });
        if (joined && !besideEarlier(read, key))
            values *= repeats;
        step.partitions = partitionsOfKeys(all, values);
        step.parallel = step.partitions > 1;
        step.text = fmt::format("route {} → {} partition{}; ", columnNames(*read.entity, key),
                                rowsText(step.partitions), step.partitions > 1 ? "s" : "");
    }

    /// The rows lie in the partition from which the row before came: both keys are the same value.
    bool besideEarlier(const EntityRead& read, const std::vector<AttributeId>& key) const {
        for (const Link& link : read.links) {
            const Structure* other = m_paths.tableOf(link.other.entity);
            if (key.size() == 1 && link.own == key.front() && other && other->partitionKey.size() == 1 &&
                columnOf(*other, other->partitionKey.front().column) == link.other.attribute && link.from == 0)
                return holds(m_query.reads.front().fixed(), link.other.attribute);
        }
        return false;
    }

    // --- writing

    void addWrite(const Structure& table, double rows, double entries, std::string text) {
        PlanStep step;
        step.kind = StepKind::Write;
        step.structure = table.name;
        step.rowsWritten = rows;
        step.indexesWritten = entries;
        step.text = std::move(text);
        if (!table.partitionKey.empty() && m_context.partitions() > 1) {
            step.partitions = partitionsOfKeys(m_context.partitions(), rows);
            step.parallel = step.partitions > 1;
            for (const StructureKeyPart& part : table.partitionKey)
                step.routedBy.push_back({table.entity, columnOf(table, part.column)});
        }
        m_plan.steps.push_back(std::move(step));
    }

    void planInsert(double rows) {
        const Structure* table = m_paths.tableOf(m_pattern.entity);
        if (!table) {
            unserved("it names no table of the model");
            return;
        }
        if (m_pattern.verb == Verb::Upsert)
            for (const StructureIndex& index : table->indexes)
                if (index.unique) {
                    PlanStep step;
                    step.kind = StepKind::PointRead;
                    step.structure = table->name;
                    step.index = index.name;
                    step.rowsRead = rows;
                    step.repeat = rows;
                    step.text = fmt::format("look whether the row is there ({})", index.name);
                    m_plan.steps.push_back(std::move(step));
                    break;
                }
        const double indexes = indexesOf(*table);
        addWrite(*table, rows, rows * indexes,
                 fmt::format("insert {} row{} into {} and its {:.0f} index{}", rowsText(rows), rows > 1 ? "s" : "",
                             table->name, indexes, indexes == 1 ? "" : "es"));
        if (!m_query.reads.empty())
            m_plan.rowsReturned = 0;
    }

    /// Trees written beside the rows' own.
    static double indexesOf(const Structure& table) {
        return static_cast<double>(std::count_if(table.indexes.begin(), table.indexes.end(),
                                                 [](const StructureIndex& index) { return !index.clustered; }));
    }
    bool inPlace() const { return m_context.profile.has("updates_in_place"); }

    /// PostgreSQL writes a new version of the row. Only when no indexed column changes does it stay out of the indexes
    /// (a heap-only tuple, storage-hot.html; room on the page is taken for granted). Engines that update in place
    /// replace the entries of those indexes whose columns change, or of all when the key of the rows does.
    void planUpdate(double rows) {
        const Structure* table = m_paths.tableOf(m_pattern.entity);
        if (!table)
            return;
        std::set<std::string> assigned;
        for (const ColumnRef& column : m_pattern.assigned)
            for (const StructureColumn& own : table->columns)
                if (own.source == column)
                    assigned.insert(own.name);
        const auto touches = [&](const std::string& text) {
            return assigned.contains(text) ||
                   (!table->find(text) && std::any_of(assigned.begin(), assigned.end(), [&](const std::string& column) {
                       return text.find(column) != std::string::npos;
                   }));
        };
        const auto changes = [&](const StructureIndex& index) {
            return std::any_of(index.parts.begin(), index.parts.end(),
                               [&](const StructureKeyPart& part) { return touches(part.column); }) ||
                   std::any_of(index.include.begin(), index.include.end(), touches) ||
                   (!index.predicate.empty() && touches(index.predicate));
        };
        const auto changed = static_cast<double>(std::count_if(table->indexes.begin(), table->indexes.end(), changes));
        m_plan.rowsReturned = 0;
        if (inPlace()) {
            const bool moves = std::any_of(table->indexes.begin(), table->indexes.end(),
                                           [&](const StructureIndex& i) { return i.clustered && changes(i); });
            const double entries = moves ? indexesOf(*table) : changed;
            addWrite(*table, rows, rows * entries,
                     entries > 0 ? fmt::format("change {} row{} in place and the entries in {:.0f} index{}",
                                               rowsText(rows), rows > 1 ? "s" : "", entries, entries > 1 ? "es" : "")
                                 : fmt::format("change {} row{} in place; no indexed column changes", rowsText(rows),
                                               rows > 1 ? "s" : ""));
            return;
        }
        const double entries = changed > 0 ? rows * indexesOf(*table) : 0;
        addWrite(
            *table, rows, entries,
            changed > 0
                ? fmt::format("write {} new row version{}; an indexed column changes, so all {} indexes get an entry",
                              rowsText(rows), rows > 1 ? "s" : "", table->indexes.size())
                : fmt::format("write {} new row version{} beside the old; no indexed column changes", rowsText(rows),
                              rows > 1 ? "s" : ""));
    }

    /// Marks rows dead, indexes are cleaned later; or removes them with their entries. Follows ON DELETE CASCADE and
    /// SET NULL.
    void planDelete(EntityId entity, double rows) {
        std::set<EntityId> seen;
        deleteRows(entity, rows, seen);
        m_plan.rowsReturned = 0;
    }

    void deleteRows(EntityId entity, double rows, std::set<EntityId>& seen) {
        const Structure* table = m_paths.tableOf(entity);
        if (!table || !seen.insert(entity).second)
            return;
        if (inPlace())
            addWrite(*table, rows, rows * indexesOf(*table),
                     fmt::format("remove {} row{} of {} and the entries in {:.0f} index{}", rowsText(rows),
                                 rows > 1 ? "s" : "", table->name, indexesOf(*table),
                                 indexesOf(*table) == 1 ? "" : "es"));
        else
            addWrite(*table, rows, 0,
                     fmt::format("mark {} row{} of {} dead", rowsText(rows), rows > 1 ? "s" : "", table->name));
        for (const Relationship* down : m_cardinality.childrenOf(entity)) {
            const Structure* children = m_paths.tableOf(down->child);
            if (!children || seen.contains(down->child))
                continue;
            EntityRead read;
            read.entity = m_context.project.entities.find(down->child);
            for (std::size_t i = 0; i < down->childAttributes.size(); ++i)
                read.links.push_back({down->childAttributes[i], {entity, down->parentAttributes[i]}, 0});
            read.matching = m_cardinality.matchingRows(down->child, {}, read.linked());
            const bool cascades = down->onDelete == ReferentialAction::Cascade;
            const bool sets =
                down->onDelete == ReferentialAction::SetNull || down->onDelete == ReferentialAction::SetDefault;
            const TablePath path =
                m_paths.choose(read, rows, cascades || sets ? std::nullopt : std::optional<double>(1), {});
            addSteps(read, path, rows);
            if (cascades)
                deleteRows(down->child, rows * read.matching, seen);
            else if (sets)
                addWrite(*children, rows * read.matching, rows * read.matching * indexesOf(*children),
                         fmt::format("clear the reference in {} rows of {}", rowsText(rows * read.matching),
                                     children->name));
        }
    }

    const PlanningContext& m_context;
    const Cardinality& m_cardinality;
    const AccessPattern& m_pattern;
    const Query m_query;
    const RelationalPaths m_paths;
    Plan m_plan;
};

} // namespace

Plan planRelational(const PlanningContext& context, const AccessPattern& pattern) {
    return RelationalPlanner(context, pattern).run();
}

} // namespace shardscape::estimator
