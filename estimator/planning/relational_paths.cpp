// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/planning/relational_paths.h"

#include <algorithm>
#include <cmath>

namespace shardscape::estimator {

using namespace model;

namespace {

// PostgreSQL 15's planner costs (runtime-config-query.html): random_page_cost, seq_page_cost, cpu_tuple_cost,
// cpu_index_tuple_cost, cpu_operator_cost. They only rank the ways to read; outside this file a cost means nothing.
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

double heapPages(double rows, double rowBytes) {
    return std::max(1.0, std::ceil(rows * (rowBytes + kRowOverheadBytes) / kPageBytes));
}

/// Pages touched by fetching scattered rows: Mackert and Lohman's formula for a table that fits the cache, as in
/// index_pages_fetched() of PostgreSQL.
double scatteredPages(double rows, double pages) {
    return std::min(2 * pages * rows / (2 * pages + rows), pages);
}

bool isRange(const Predicate& condition) {
    return condition.comparison == Comparison::Range || condition.comparison == Comparison::Prefix;
}

bool isNull(const EntityRead& read, AttributeId id) {
    return std::any_of(read.conditions.begin(), read.conditions.end(), [&](const Predicate* condition) {
        return condition->comparison == Comparison::IsNull && condition->column.attribute == id;
    });
}

std::size_t listedIn(const std::vector<AttributeId>& equal, const std::vector<AttributeId>& listed) {
    return static_cast<std::size_t>(
        std::count_if(listed.begin(), listed.end(), [&](AttributeId id) { return holds(equal, id); }));
}

/// Whether the index, from this part on, has the rows in the order wanted, read forwards or backwards.
bool follows(const std::vector<OrderPart>& order, const std::vector<StructureKeyPart>& parts,
             const std::vector<AttributeId>& columns, std::size_t from, const std::vector<AttributeId>& equal) {
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

} // namespace

AttributeId columnOf(const Structure& table, const std::string& column) {
    const StructureColumn* found = table.find(column);
    return found ? found->source.attribute : AttributeId{};
}

RelationalPaths::RelationalPaths(const PlanningContext& context, const AccessPattern& pattern, const Query& query)
    : m_context(context)
    , m_cardinality(context.cardinality)
    , m_pattern(pattern)
    , m_query(query) {}

const Structure* RelationalPaths::tableOf(EntityId entity) const {
    const auto found = m_context.structuresOf.find(entity);
    return found == m_context.structuresOf.end() ? nullptr : found->second.front();
}

TablePath RelationalPaths::choose(const EntityRead& read, double repeats, std::optional<double> wanted,
                                  const std::vector<OrderPart>& order) const {
    const Structure& table = *tableOf(read.entity->id);
    const bool mustOrder = !order.empty();
    TablePath best = scan(read, mustOrder ? std::nullopt : wanted);
    best.ordered = false;
    if (repeats > 1 && !read.links.empty()) { // read once, then looked up in memory
        best.hashed = true;
        best.cost += best.entries * kRowCpu;
        best.cost /= repeats;
    }
    addSortCost(best, read, mustOrder);
    for (const StructureIndex& index : table.indexes)
        if (std::optional<TablePath> path = through(read, index, wanted, order)) {
            addSortCost(*path, read, mustOrder);
            if (path->cost < best.cost)
                best = *path;
        }
    return best;
}

void RelationalPaths::addSortCost(TablePath& path, const EntityRead& read, bool mustOrder) const {
    if (mustOrder && !path.ordered && read.matching > 1)
        path.cost += 2 * kOperatorCpu * read.matching * std::log2(read.matching);
}

TablePath RelationalPaths::scan(const EntityRead& read, std::optional<double> wanted) const {
    const double rows = m_cardinality.rows(read.entity->id);
    const double pages = heapPages(rows, m_cardinality.rowBytes(read.entity->id));
    const double part = wanted && read.matching > 0 ? std::min(1.0, *wanted / read.matching) : 1;
    TablePath path;
    path.entries = rows * part;
    path.passed = read.matching * part;
    path.filtered = !read.conditions.empty() || !read.links.empty();
    path.searched = std::none_of(read.conditions.begin(), read.conditions.end(), looksInside);
    path.cost = part * (pages * kSequentialPage +
                        rows * (kRowCpu + kOperatorCpu * static_cast<double>(read.conditions.size())));
    return path;
}

std::optional<TablePath> RelationalPaths::through(const EntityRead& read, const StructureIndex& index,
                                                  std::optional<double> wanted,
                                                  const std::vector<OrderPart>& order) const {
    if (!index.predicate.empty())
        return std::nullopt; // whether a partial index applies depends on values that are parameters here
    const Structure& table = *tableOf(read.entity->id);
    if (index.method != "btree" && index.method != "hash")
        return search(read, index, table);
    TablePath path;
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

void RelationalPaths::finishIndexPath(TablePath& path, const EntityRead& read, const StructureIndex& index,
                                      const Structure& table, const std::vector<const Predicate*>& used,
                                      const std::vector<const Predicate*>& inIndex,
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
    if (index.clustered)
        entryBytes = kRowOverheadBytes + m_cardinality.rowBytes(entity);
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
std::optional<TablePath> RelationalPaths::search(const EntityRead& read, const StructureIndex& index,
                                                 const Structure& table) const {
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
    TablePath path;
    path.index = &index;
    finishIndexPath(path, read, index, table, used, used, {}, std::nullopt, {});
    path.fetched = path.entries; // such an index never answers alone
    path.ordered = false;
    path.searched = std::all_of(read.conditions.begin(), read.conditions.end(), [&](const Predicate* condition) {
        return !looksInside(condition) || std::find(used.begin(), used.end(), condition) != used.end();
    });
    return path;
}

/// All columns that the pattern needs are in the index, so that rows need not be fetched.
bool RelationalPaths::isCovered(const EntityRead& read, const StructureIndex& index, const Structure& table) const {
    if (index.clustered)
        return true;
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
    for (const StructureIndex& other : table.indexes)
        if (other.clustered) // entries lead to rows by the clustered key, and so hold it
            for (const StructureKeyPart& key : other.parts)
                has.push_back(columnOf(table, key.column));
    return holdsAll(has, neededColumns(m_pattern, *read.entity));
}

} // namespace shardscape::estimator
