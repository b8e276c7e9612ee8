// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "estimator/planning/planning_context.h"

namespace shardscape::estimator {

using namespace model;

namespace {

// PostgreSQL 15's planner costs (runtime-config-query.html): random_page_cost, seq_page_cost, cpu_tuple_cost,
// cpu_index_tuple_cost, cpu_operator_cost. They only rank the ways to read; no cost leaves this file.
constexpr double kRandomPage = 4.0;
constexpr double kSequentialPage = 1.0;
constexpr double kRowCpu = 0.01;
constexpr double kEntryCpu = 0.005;
constexpr double kOperatorCpu = 0.0025;
// Page 8,192 bytes with 24 of header; a row has a header of 24 and a pointer of 4, an index entry of 8 and 4 bytes
// (storage-page-layout.html, btree-implementation.html).
constexpr double kPageBytes = 8168;
constexpr double kRowOverheadBytes = 28;
constexpr double kEntryOverheadBytes = 12;

/// One way to find the rows of an entity, for one row of what was read before.
struct Path {
    const StructureIndex* index = nullptr; ///< null: all rows are read
    bool point = false;                    ///< at most one row, by a unique index
    bool hashed = false;                   ///< all rows are read once and kept in memory for all repeats
    bool ordered = false;                  ///< rows come in the order wanted
    bool searched = true;                  ///< conditions inside values are answered by the index
    double entries = 0;                    ///< index entries read, or rows of a scan
    double fetched = 0;                    ///< rows fetched behind entries
    double passed = 0;                     ///< rows left after all conditions
    bool filtered = false;                 ///< conditions remain after reading
    double cost = 0;
};

double heapPages(double rows, double rowBytes) {
    return std::max(1.0, std::ceil(rows * (rowBytes + kRowOverheadBytes) / kPageBytes));
}

/// Pages touched by fetching scattered rows: Mackert and Lohman's formula for a table that fits the cache, as in
/// index_pages_fetched() of PostgreSQL.
double scatteredPages(double rows, double pages) {
    return std::min(2 * pages * rows / (2 * pages + rows), pages);
}

class RelationalPlanner {
public:
    RelationalPlanner(const PlanningContext& context, const AccessPattern& pattern)
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
        for (const EntityRead& read : m_query.reads)
            if (!tableOf(read.entity->id))
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

    const Structure* tableOf(EntityId entity) const {
        const auto found = m_context.structuresOf.find(entity);
        return found == m_context.structuresOf.end() ? nullptr : found->second.front();
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
            const Path path = i == 0 ? choose(read, 1, wanted, order) : choose(read, rows, std::nullopt, {});
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
        m_plan.rowsReturned = rowsReturned(rows);
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

    double rowsReturned(double rows) const {
        if (isWrite(m_pattern.verb))
            return m_query.limit ? std::min(rows, *m_query.limit) : rows;
        double out = rows;
        if (!m_pattern.groupBy.empty() || m_pattern.distinct) {
            double groups = 1;
            for (const ColumnRef& column : m_pattern.groupBy.empty() ? m_pattern.projection : m_pattern.groupBy)
                groups *= m_cardinality.distinct(column.entity, column.attribute);
            out = std::min(out, groups);
        } else if (m_pattern.verb == Verb::Aggregate) {
            out = 1;
        }
        out = std::max(0.0, out - m_pattern.offset.value_or(0));
        return m_query.limit ? std::min(out, *m_query.limit) : out;
    }

    Path choose(const EntityRead& read, double repeats, std::optional<double> wanted,
                const std::vector<OrderPart>& order) {
        const Structure& table = *tableOf(read.entity->id);
        const bool mustOrder = !order.empty();
        Path best = scan(read, mustOrder ? std::nullopt : wanted);
        best.ordered = false;
        if (repeats > 1 && !read.links.empty()) { // read once, then looked up in memory
            best.hashed = true;
            best.cost += best.entries * kRowCpu;
            best.cost /= repeats;
        }
        addSortCost(best, read, mustOrder);
        for (const StructureIndex& index : table.indexes)
            if (std::optional<Path> path = through(read, index, wanted, order)) {
                addSortCost(*path, read, mustOrder);
                if (path->cost < best.cost)
                    best = *path;
            }
        return best;
    }

    void addSortCost(Path& path, const EntityRead& read, bool mustOrder) const {
        if (mustOrder && !path.ordered && read.matching > 1)
            path.cost += 2 * kOperatorCpu * read.matching * std::log2(read.matching);
    }

    Path scan(const EntityRead& read, std::optional<double> wanted) const {
        const double rows = m_cardinality.rows(read.entity->id);
        const double pages = heapPages(rows, m_cardinality.rowBytes(read.entity->id));
        const double part = wanted && read.matching > 0 ? std::min(1.0, *wanted / read.matching) : 1;
        Path path;
        path.entries = rows * part;
        path.passed = read.matching * part;
        path.filtered = !read.conditions.empty() || !read.links.empty();
        path.searched = std::none_of(read.conditions.begin(), read.conditions.end(), looksInside);
        path.cost = part * (pages * kSequentialPage +
                            rows * (kRowCpu + kOperatorCpu * static_cast<double>(read.conditions.size())));
        return path;
    }

    static bool looksInside(const Predicate* condition) {
        return condition->comparison == Comparison::Contains || condition->comparison == Comparison::Near;
    }

    AttributeId columnOf(const Structure& table, const std::string& column) const {
        const StructureColumn* found = table.find(column);
        return found ? found->source.attribute : AttributeId{};
    }

    std::optional<Path> through(const EntityRead& read, const StructureIndex& index, std::optional<double> wanted,
                                const std::vector<OrderPart>& order) const {
        if (!index.predicate.empty())
            return std::nullopt; // whether a partial index applies depends on values that are parameters here
        const Structure& table = *tableOf(read.entity->id);
        if (index.method != "btree" && index.method != "hash")
            return search(read, index, table);
        Path path;
        path.index = &index;
        const std::vector<AttributeId> fixed = read.fixed(), listed = read.listed(), ranged = read.ranged();
        std::vector<const Predicate*> used;
        std::vector<AttributeId> linkedUsed, equal;
        std::size_t part = 0;
        bool rangeUsed = false;
        std::vector<AttributeId> columns;
        for (const StructureKeyPart& key : index.parts)
            columns.push_back(columnOf(table, key.column));
        for (; part < columns.size(); ++part) {
            const AttributeId id = columns[part];
            if (!id || (!holds(fixed, id) && !holds(listed, id) && !isNull(read, id)))
                break;
            equal.push_back(id);
        }
        if (index.method == "hash" && equal.size() != columns.size())
            return std::nullopt;
        if (part < columns.size() && columns[part] && holds(ranged, columns[part]))
            rangeUsed = true;
        path.ordered = !order.empty() && listedIn(equal, listed) == 0 && index.method == "btree" &&
                       follows(order, index.parts, columns, part, equal);
        if (equal.empty() && !rangeUsed && !path.ordered)
            return std::nullopt;
        const AttributeId rangeColumn = rangeUsed ? columns[part] : AttributeId{};
        std::vector<const Predicate*> inIndex;
        for (const Predicate* condition : read.conditions) {
            const AttributeId id = condition->column.attribute;
            if (!id)
                continue;
            if (holds(equal, id) || (rangeUsed && id == rangeColumn && isRange(*condition)))
                used.push_back(condition);
            if (std::find(columns.begin(), columns.end(), id) != columns.end() && !looksInside(condition))
                inIndex.push_back(condition);
        }
        for (AttributeId id : read.linked())
            if (holds(equal, id))
                linkedUsed.push_back(id);
        finishIndexPath(path, read, index, table, used, inIndex, linkedUsed, wanted, order);
        path.point = index.unique && equal.size() == columns.size() && listedIn(equal, listed) == 0;
        return path;
    }

    void finishIndexPath(Path& path, const EntityRead& read, const StructureIndex& index, const Structure& table,
                         const std::vector<const Predicate*>& used, const std::vector<const Predicate*>& inIndex,
                         const std::vector<AttributeId>& linked, std::optional<double> wanted,
                         const std::vector<OrderPart>& order) const {
        const EntityId entity = read.entity->id;
        const double rows = m_cardinality.rows(entity);
        path.entries = m_cardinality.matchingRows(entity, used, linked);
        path.passed = std::min(read.matching, path.entries);
        double candidates = std::min(path.entries, m_cardinality.matchingRows(entity, inIndex, linked));
        double part = 1;
        if (wanted && (order.empty() || path.ordered) && path.passed > 0)
            part = std::min(1.0, *wanted / path.passed);
        path.entries *= part;
        path.passed *= part;
        candidates *= part;
        path.filtered = used.size() < read.conditions.size() || linked.size() < read.linked().size();
        path.searched = std::none_of(read.conditions.begin(), read.conditions.end(), looksInside);
        path.fetched = isCovered(read, index, table) ? 0 : candidates;

        double entryBytes = kEntryOverheadBytes;
        for (const StructureKeyPart& key : index.parts)
            if (const Attribute* attribute = read.entity->find(columnOf(table, key.column)))
                entryBytes += m_cardinality.valueBytes(*attribute);
        const double leafPages = std::max(1.0, path.entries * entryBytes / (0.9 * kPageBytes));
        const double pages = heapPages(rows, m_cardinality.rowBytes(entity));
        const double touched = path.fetched > 0 ? scatteredPages(path.fetched, pages) : 0;
        // In the order of the index pages are visited at random; without an order they are visited as they lie.
        const double pageCost =
            path.ordered ? kRandomPage : kRandomPage - (kRandomPage - kSequentialPage) * std::sqrt(touched / pages);
        path.cost = 0.4 + kOperatorCpu * std::log2(std::max(2.0, rows)) + leafPages * kRandomPage +
                    path.entries * (kEntryCpu + kOperatorCpu) + touched * pageCost + path.fetched * kRowCpu;
    }

    /// GIN, GiST and their like: one condition inside a column or an expression.
    std::optional<Path> search(const EntityRead& read, const StructureIndex& index, const Structure& table) const {
        if (index.method == "brin" || index.parts.empty())
            return std::nullopt;
        const AttributeId id = columnOf(table, index.parts.front().column);
        std::vector<const Predicate*> used;
        for (const Predicate* condition : read.conditions) {
            const bool sameColumn = id && condition->column.attribute == id;
            const bool sameExpression = !id && condition->text.find(index.parts.front().column) != std::string::npos;
            if (looksInside(condition) && (sameColumn || sameExpression))
                used.push_back(condition);
        }
        if (used.empty())
            return std::nullopt;
        Path path;
        path.index = &index;
        finishIndexPath(path, read, index, table, used, used, {}, std::nullopt, {});
        path.fetched = path.entries; // such an index never answers alone
        path.ordered = false;
        path.searched = std::all_of(read.conditions.begin(), read.conditions.end(), [&](const Predicate* condition) {
            return !looksInside(condition) || std::find(used.begin(), used.end(), condition) != used.end();
        });
        return path;
    }

    static bool isRange(const Predicate& condition) {
        return condition.comparison == Comparison::Range || condition.comparison == Comparison::Prefix;
    }
    static bool isNull(const EntityRead& read, AttributeId id) {
        return std::any_of(read.conditions.begin(), read.conditions.end(), [&](const Predicate* condition) {
            return condition->comparison == Comparison::IsNull && condition->column.attribute == id;
        });
    }
    static std::size_t listedIn(const std::vector<AttributeId>& equal, const std::vector<AttributeId>& listed) {
        return static_cast<std::size_t>(
            std::count_if(listed.begin(), listed.end(), [&](AttributeId id) { return holds(equal, id); }));
    }

    /// Whether the index, from this part on, has the rows in the order wanted, read forwards or backwards.
    static bool follows(const std::vector<OrderPart>& order, const std::vector<StructureKeyPart>& parts,
                        const std::vector<AttributeId>& columns, std::size_t from,
                        const std::vector<AttributeId>& equal) {
        std::optional<bool> reversed;
        std::size_t at = from;
        for (const OrderPart& wanted : order) {
            if (holds(equal, wanted.column.attribute))
                continue;
            if (at >= columns.size() || columns[at] != wanted.column.attribute)
                return false;
            const bool differs = parts[at].descending != wanted.descending;
            if (reversed && *reversed != differs)
                return false;
            reversed = differs;
            ++at;
        }
        return true;
    }

    /// All columns that the pattern needs are in the index, so that rows need not be fetched.
    bool isCovered(const EntityRead& read, const StructureIndex& index, const Structure& table) const {
        if (m_pattern.allColumns || isWrite(m_pattern.verb))
            return false;
        if (std::any_of(read.conditions.begin(), read.conditions.end(),
                        [](const Predicate* condition) { return !condition->column.attribute; }))
            return false;
        if (m_pattern.projection.empty() && m_pattern.verb != Verb::Aggregate && m_query.reads.size() == 1)
            return false;
        std::vector<AttributeId> has;
        for (const StructureKeyPart& key : index.parts)
            has.push_back(columnOf(table, key.column));
        for (const std::string& column : index.include)
            has.push_back(columnOf(table, column));
        return holdsAll(has, neededColumns(m_pattern, *read.entity));
    }

    // --- steps

    void addSteps(const EntityRead& read, const Path& path, double repeats) {
        const Structure& table = *tableOf(read.entity->id);
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
            const Structure* other = tableOf(link.other.entity);
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
        const Structure* table = tableOf(m_pattern.entity);
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
        const auto indexes = static_cast<double>(table->indexes.size());
        addWrite(*table, rows, rows * indexes,
                 fmt::format("insert {} row{} into {} and its {} index{}", rowsText(rows), rows > 1 ? "s" : "",
                             table->name, table->indexes.size(), table->indexes.size() == 1 ? "" : "es"));
        if (!m_query.reads.empty())
            m_plan.rowsReturned = 0;
    }

    /// PostgreSQL writes a new version of the row. Only when no indexed column changes does it stay out of the indexes
    /// (a heap-only tuple, storage-hot.html; room on the page is taken for granted).
    void planUpdate(double rows) {
        const Structure* table = tableOf(m_pattern.entity);
        if (!table)
            return;
        std::set<std::string> assigned;
        for (const ColumnRef& column : m_pattern.assigned)
            for (const StructureColumn& own : table->columns)
                if (own.source == column)
                    assigned.insert(own.name);
        const bool indexed =
            std::any_of(table->indexes.begin(), table->indexes.end(), [&](const StructureIndex& index) {
                const auto touches = [&](const std::string& text) {
                    return assigned.contains(text) ||
                           (!table->find(text) &&
                            std::any_of(assigned.begin(), assigned.end(), [&](const std::string& column) {
                                return text.find(column) != std::string::npos;
                            }));
                };
                return std::any_of(index.parts.begin(), index.parts.end(),
                                   [&](const StructureKeyPart& part) { return touches(part.column); }) ||
                       std::any_of(index.include.begin(), index.include.end(), touches) ||
                       (!index.predicate.empty() && touches(index.predicate));
            });
        const double entries = indexed ? rows * static_cast<double>(table->indexes.size()) : 0;
        addWrite(*table, rows, entries,
                 indexed ? fmt::format(
                               "write {} new row version{}; an indexed column changes, so all {} indexes get an entry",
                               rowsText(rows), rows > 1 ? "s" : "", table->indexes.size())
                         : fmt::format("write {} new row version{} beside the old; no indexed column changes",
                                       rowsText(rows), rows > 1 ? "s" : ""));
        m_plan.rowsReturned = 0;
    }

    /// Marks rows dead; indexes are cleaned later. Follows ON DELETE CASCADE and SET NULL.
    void planDelete(EntityId entity, double rows) {
        std::set<EntityId> seen;
        deleteRows(entity, rows, seen);
        m_plan.rowsReturned = 0;
    }

    void deleteRows(EntityId entity, double rows, std::set<EntityId>& seen) {
        const Structure* table = tableOf(entity);
        if (!table || !seen.insert(entity).second)
            return;
        addWrite(*table, rows, 0,
                 fmt::format("mark {} row{} of {} dead", rowsText(rows), rows > 1 ? "s" : "", table->name));
        for (const Relationship* down : m_cardinality.childrenOf(entity)) {
            const Structure* children = tableOf(down->child);
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
            const Path path = choose(read, rows, cascades || sets ? std::nullopt : std::optional<double>(1), {});
            addSteps(read, path, rows);
            if (cascades)
                deleteRows(down->child, rows * read.matching, seen);
            else if (sets)
                addWrite(*children, rows * read.matching,
                         rows * read.matching * static_cast<double>(children->indexes.size()),
                         fmt::format("clear the reference in {} rows of {}", rowsText(rows * read.matching),
                                     children->name));
        }
    }

    const PlanningContext& m_context;
    const Cardinality& m_cardinality;
    const AccessPattern& m_pattern;
    Query m_query;
    Plan m_plan;
};

} // namespace

Plan planRelational(const PlanningContext& context, const AccessPattern& pattern) {
    return RelationalPlanner(context, pattern).run();
}

} // namespace shardscape::estimator
