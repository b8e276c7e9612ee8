// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Engines that answer by keys alone: wide-column tables (Cassandra) and item tables with global indexes (DynamoDB).
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "estimator/planning/planning_context.h"
#include "model/physical/copies.h"
#include "model/physical/key_query.h"

namespace shardscape::estimator {

using namespace model;

namespace {

/// A structure as a way in to the rows of one entity.
struct View {
    const Structure* structure = nullptr;
    const ItemKey* item = nullptr; ///< item tables
    KeyAccess key;
    double buckets = 0; ///< 0 = no bucket
    ColumnRef bucketOf;
    bool whole = false; ///< the key ends in columns that no pattern can give (an id of the row's own)
};

/// How a query reads through a view.
struct Reading {
    View view;
    KeyAccess::Match match;
    double entries = 0; ///< rows read
    double passed = 0;  ///< rows left
    double buckets = 1; ///< of each key, touched
    bool single = false;
    double missing = 0; ///< columns that have to be fetched from the truth, as a count
};

class KeyedPlanner {
public:
    KeyedPlanner(const PlanningContext& context, const AccessPattern& pattern, bool items)
        : m_context(context)
        , m_cardinality(context.cardinality)
        , m_pattern(pattern)
        , m_items(items)
        , m_query(queryOf(m_cardinality, pattern)) {}

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
            planWrites(rows);
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

    // --- the ways in

    static bool isCounterTable(const Structure& structure) {
        return std::any_of(structure.columns.begin(), structure.columns.end(),
                           [](const StructureColumn& column) { return column.nativeType == "counter"; });
    }

    std::vector<View> viewsOf(EntityId entity) const {
        std::vector<View> out;
        const auto found = m_context.structuresOf.find(entity);
        if (found == m_context.structuresOf.end())
            return out;
        for (const Structure* structure : found->second) {
            if (m_items) {
                for (const ItemKey& item : structure->items)
                    if (item.entity == entity)
                        out.push_back(viewOf(*structure, item));
            } else if (structure->entity == entity && !isCounterTable(*structure)) {
                out.push_back(viewOf(*structure));
            }
        }
        return out;
    }

    static View viewOf(const Structure& structure, const ItemKey& item) {
        View view;
        view.structure = &structure;
        view.item = &item;
        for (AttributeId id : item.partitionParts)
            view.key.partition.push_back({item.entity, id});
        view.key.sort = item.sortParts;
        view.buckets = item.buckets;
        view.bucketOf = item.bucketOf;
        view.whole =
            item.partition.find("{id made") != std::string::npos || item.sort.find("{id made") != std::string::npos;
        return view;
    }

    static View viewOf(const Structure& table) {
        View view;
        view.structure = &table;
        for (const StructureKeyPart& part : table.partitionKey)
            if (const StructureColumn* column = table.find(part.column)) {
                if (column->source.attribute)
                    view.key.partition.push_back(column->source);
                else if (column->buckets > 0)
                    view.buckets = column->buckets, view.bucketOf = column->bucketOf;
                else
                    view.whole = true;
            }
        for (const StructureKeyPart& part : table.sortKey)
            if (const StructureColumn* column = table.find(part.column)) {
                if (column->source.attribute)
                    view.key.sort.push_back({column->source, {}, part.descending});
                else
                    view.whole = true;
            }
        return view;
    }

    /// Joins that repeat rows must be those of the query; others only add columns.
    bool sameRows(const Structure& structure, const KeyQuery& query) const {
        if (m_items)
            return true;
        const bool multiplies = copiesOf(structure, structure.entity) > 1;
        if (!multiplies && !query.multiplies)
            return true;
        return std::all_of(structure.joins.begin(), structure.joins.end(), [&](const JoinCondition& join) {
            return std::find(query.joins.begin(), query.joins.end(), join) != query.joins.end();
        });
    }

    static bool hasColumn(const Structure& structure, const ColumnRef& column) {
        return std::any_of(structure.columns.begin(), structure.columns.end(), [&](const StructureColumn& own) {
            return own.source == column && own.nativeType != "counter";
        });
    }

    /// The cheapest way in for the query, by rows read and fetched. "limit": rows of it that are enough, if in order.
    std::optional<Reading> best(const KeyQuery& query, std::optional<double> limit) const {
        std::optional<Reading> out;
        double cost = 0;
        for (const View& view : viewsOf(query.row)) {
            if (!sameRows(*view.structure, query) || (view.key.partition.empty() && (view.whole || view.buckets <= 0)))
                continue;
            const auto match = view.key.match(query, m_items);
            if (!match)
                continue;
            Reading reading = read(view, *match, query, limit);
            if (!m_items && reading.missing > 0 && query.entities.size() > 1)
                continue; // copied columns are what such a table is for
            const double own = reading.entries + (reading.missing > 0 ? reading.passed : 0) + 0.01 * reading.buckets +
                               (view.structure->kind == StructureKind::GlobalIndex ? 0.5 : 0) +
                               (view.structure->truth ? 0 : 0.1);
            if (!out || own < cost) {
                out = std::move(reading);
                cost = own;
            }
        }
        return out;
    }

    Reading read(const View& view, const KeyAccess::Match& match, const KeyQuery& query,
                 std::optional<double> limit) const {
        Reading out;
        out.view = view;
        out.match = match;
        out.entries = query.rowsWith(m_cardinality, match.used);
        out.passed = std::min(query.rows, out.entries);
        out.single = query.values <= 1 && out.entries <= 1 && isUnique(query.row, match.used);
        const bool sorted = query.order.empty() ? query.orderIsPlain : match.ordered;
        double part = 1;
        if (limit && sorted && out.passed > 0)
            part = std::min(1.0, (*limit + m_pattern.offset.value_or(0)) / out.passed);
        if (view.buckets > 1) {
            const bool cutByTime = view.bucketOf.attribute.value != 0;
            const bool inOrder = !query.order.empty() && query.order.front().column == view.bucketOf;
            if (cutByTime && holds(match.used, view.bucketOf) && match.range)
                out.buckets = std::max(1.0, std::ceil(view.buckets * rangeShare(query, view.bucketOf)));
            else
                out.buckets = view.buckets;
            if (cutByTime && inOrder) // newest or oldest first: only as many as the page needs
                out.buckets = std::max(1.0, std::ceil(out.buckets * part));
            else if (!cutByTime && part < 1) // each bucket gives its own first rows, which are merged
                part = std::min(1.0, part * view.buckets);
        }
        out.entries *= part;
        out.passed *= part;
        for (const ColumnRef& column : query.needed)
            if (!hasColumn(*view.structure, column))
                out.missing += 1;
        return out;
    }

    bool isUnique(EntityId id, const std::vector<ColumnRef>& used) const {
        std::vector<AttributeId> own;
        for (const ColumnRef& column : used)
            if (column.entity == id)
                own.push_back(column.attribute);
        return m_context.project.entities.find(id)->isUnique(own);
    }

    double rangeShare(const KeyQuery& query, const ColumnRef& column) const {
        for (const EntityRead& read : query.query->reads)
            if (read.entity->id == column.entity)
                return isClosedRange(read.conditions, column.attribute) ? kRangeShare : kInequalityShare;
        return 1;
    }

    // --- reading

    bool planReads() {
        const std::optional<double> stops = m_query.limitStopsReading() ? m_query.limit : std::nullopt;
        if (!m_items && m_query.reads.size() > 1) {
            const KeyQuery whole = keyQueryOf(m_cardinality, m_query);
            if (const auto reading = best(whole, stops); reading && !whole.equal.empty()) {
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
            const auto reading = best(query, i == 0 && limitReachesFirst() ? stops : std::nullopt);
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
        const std::vector<View> views = viewsOf(query.row);
        const auto truth =
            std::find_if(views.begin(), views.end(), [](const View& view) { return view.structure->truth; });
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
        step.rowsRead = itemsIn(*truth->structure);
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

    /// Rows that a scan of the structure meets: those of all entities in it.
    double itemsIn(const Structure& structure) const {
        if (!m_items)
            return m_cardinality.rows(structure.entity) * copiesOf(structure, structure.entity);
        double sum = 0;
        for (const ItemKey& item : structure.items)
            sum += m_cardinality.rows(item.entity);
        return sum;
    }

    void addReading(const Reading& reading, const KeyQuery& query, double repeats) {
        const Structure& structure = *reading.view.structure;
        const Entity& entity = *m_context.project.entities.find(query.row);
        PlanStep step;
        step.kind = reading.single ? StepKind::PointRead : StepKind::KeyRange;
        step.structure = structure.name;
        step.repeat = repeats * query.values;
        step.rowsRead = reading.entries * repeats;
        step.rowsReturned = reading.passed * repeats;
        step.bytesRead = step.rowsRead * rowBytes(structure, entity.id);
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

    double valuesOfPartition(const Reading& reading, const KeyQuery& query) const {
        if (query.values <= 1)
            return 1;
        for (const EntityRead& read : query.query->reads)
            for (AttributeId id : read.listed())
                if (holds(reading.view.key.partition, query.canonical({read.entity->id, id})))
                    return query.values;
        return 1;
    }

    /// Items of one collection: the partition part is the same value as that of the first read.
    bool beside(const Reading& reading, double repeats) const {
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
    void fetchMissing(const Reading& reading, const KeyQuery& query, double rows) {
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
                const bool has = std::any_of(structure->columns.begin(), structure->columns.end(),
                                             [&](const StructureColumn& own) { return own.source == column; });
                if (has && structure != reading.view.structure && (structure->truth || isCounterTable(*structure))) {
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
            step.repeat = rows;
            step.rowsRead = rows;
            step.rowsReturned = rows;
            step.bytesRead = rows * rowBytes(*structure, query.row);
            step.partitions = partitionsOfKeys(m_context.partitions(), rows);
            step.parallel = rows > 1;
            for (const View& view : viewsOf(query.row))
                if (view.structure == structure)
                    step.routedBy = view.key.partition;
            if (step.routedBy.empty())
                step.routedBy = {query.needed.front()};
            step.text = fmt::format("fetch {} of {} by key", counted(rows, "row"), structure->name);
            m_plan.steps.push_back(std::move(step));
        }
    }

    double rowBytes(const Structure& structure, EntityId entity) const {
        double sum = 0;
        for (const StructureColumn& column : structure.columns)
            if (const Attribute* attribute = m_context.project.find(column.source))
                if (!m_items || column.source.entity == entity)
                    sum += m_cardinality.valueBytes(*attribute);
        return sum;
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

    // --- writing

    double copiesOf(const Structure& structure, EntityId entity) const {
        return model::copiesOf(m_cardinality, structure, entity);
    }

    bool touches(const Structure& structure, const ColumnRef& column) const {
        return std::any_of(structure.columns.begin(), structure.columns.end(),
                           [&](const StructureColumn& own) { return own.source == column; });
    }

    void addWrite(const Structure& structure, double rows, double times, std::vector<ColumnRef> routedBy,
                  std::string text) {
        PlanStep step;
        step.kind = StepKind::Write;
        step.structure = structure.name;
        step.rowsWritten = rows * times;
        step.partitions = partitionsOfKeys(m_context.partitions(), rows);
        step.parallel = rows > 1;
        step.routedBy = std::move(routedBy);
        step.text = std::move(text);
        m_plan.steps.push_back(std::move(step));
    }

    void planWrites(double rows) {
        const bool insert = isInsert(m_pattern.verb);
        const bool remove = m_pattern.verb == Verb::Delete;
        if (!insert && !remove)
            findOldRow();
        for (const Structure* structure : m_context.structuresOf.at(m_pattern.entity)) {
            if (m_items)
                writeItems(*structure, rows, insert, remove);
            else if (isCounterTable(*structure))
                writeCounters(*structure, rows, insert, remove);
            else
                writeRows(*structure, rows, insert, remove);
        }
    }

    /// The row as it was is read first when a key that has to be written is not given. Otherwise the write names its
    /// row and nothing is read; a counter never is. A condition beside the key is checked by the write itself, after a
    /// read.
    void findOldRow() {
        const bool byRow = std::all_of(m_plan.steps.begin(), m_plan.steps.end(), [](const PlanStep& step) {
            return step.kind == StepKind::PointRead || step.kind == StepKind::Fetch || step.kind == StepKind::Filter;
        });
        if (!byRow)
            return; // rows had to be found
        std::vector<ColumnRef> given;
        bool conditional = false;
        for (const Predicate& predicate : m_pattern.predicates) {
            if (predicate.comparison == Comparison::Equal)
                given.push_back(predicate.column);
            else
                conditional = true;
        }
        const auto keyed = [&](const View& view) {
            return std::all_of(view.key.partition.begin(), view.key.partition.end(),
                               [&](const ColumnRef& column) { return holds(given, column); }) &&
                   std::all_of(view.key.sort.begin(), view.key.sort.end(),
                               [&](const OrderPart& part) { return holds(given, part.column); });
        };
        bool needed = conditional;
        for (const View& view : viewsOf(m_pattern.entity)) {
            const bool affected =
                std::any_of(m_pattern.assigned.begin(), m_pattern.assigned.end(),
                            [&](const ColumnRef& column) { return touches(*view.structure, column) || m_items; });
            // The service keeps global indexes itself; only the item's own key has to be known.
            const bool ours = !m_items || view.structure->kind == StructureKind::ItemTable;
            needed = needed || (affected && ours && !keyed(view));
        }
        std::erase_if(m_plan.steps, [&](const PlanStep& step) { return !needed || step.kind == StepKind::Fetch; });
    }

    void writeRows(const Structure& structure, double rows, bool insert, bool remove) {
        const bool own = structure.entity == m_pattern.entity;
        if (insert && !own)
            return; // a new parent has no rows here yet; a new link starts empty and fills from then on
        if (!insert && !remove &&
            std::none_of(m_pattern.assigned.begin(), m_pattern.assigned.end(),
                         [&](const ColumnRef& column) { return touches(structure, column); }))
            return;
        const double copies = copiesOf(structure, m_pattern.entity);
        if (insert)
            readForCopies(structure, rows);
        else if (!own)
            findCopies(structure, rows, copies);
        const auto isAssignedKey = [&](const StructureKeyPart& part) {
            const StructureColumn* column = structure.find(part.column);
            return column && std::find(m_pattern.assigned.begin(), m_pattern.assigned.end(), column->source) !=
                                 m_pattern.assigned.end();
        };
        const bool moves = !insert && !remove &&
                           (std::any_of(structure.partitionKey.begin(), structure.partitionKey.end(), isAssignedKey) ||
                            std::any_of(structure.sortKey.begin(), structure.sortKey.end(), isAssignedKey));
        std::string text =
            fmt::format("{} {} row{} {} {}",
                        insert   ? "insert"
                        : remove ? "delete"
                        : moves  ? "move"
                                 : "write",
                        rowsText(rows * copies), rows * copies > 1 ? "s" : "", insert ? "into" : "in", structure.name);
        if (copies > 1)
            text += fmt::format(" ({} copies)", rowsText(copies));
        if (moves)
            text += ": a key column changes, so the old row is deleted and a new one inserted";
        addWrite(structure, rows * copies, moves ? 2 : 1, viewOf(structure).key.partition, std::move(text));
    }

    /// What a new row needs to know before it can be written to a table with copied columns.
    void readForCopies(const Structure& structure, double rows) {
        double before = rows;
        for (const CopyHop& hop : copyHops(m_cardinality, structure, m_pattern.entity)) {
            lookUp(hop, before);
            before *= hop.rows;
        }
    }

    void lookUp(const CopyHop& hop, double repeats) {
        const double found = hop.rows;
        for (const View& view : viewsOf(hop.entity)) {
            const bool given = !view.key.partition.empty() &&
                               std::all_of(view.key.partition.begin(), view.key.partition.end(),
                                           [&](const ColumnRef& column) { return holds(hop.columns, column); });
            if (!given || copiesOf(*view.structure, hop.entity) > 1)
                continue;
            PlanStep step;
            step.kind = found > 1 ? StepKind::KeyRange : StepKind::PointRead;
            step.structure = view.structure->name;
            step.repeat = repeats;
            step.rowsRead = found * repeats;
            step.rowsReturned = step.rowsRead;
            step.bytesRead = step.rowsRead * rowBytes(*view.structure, hop.entity);
            step.routedBy = view.key.partition;
            step.partitions = partitionsOfKeys(m_context.partitions(), repeats * std::max(1.0, view.buckets));
            step.parallel = repeats > 1 || view.buckets > 1;
            step.text = fmt::format("look up {} row{} of {} for the copies", rowsText(found), found > 1 ? "s" : "",
                                    view.structure->name);
            m_plan.steps.push_back(std::move(step));
            return;
        }
    }

    /// Copies of a changed parent: found by the table's own key when that is the parent's, else by reading all of it.
    void findCopies(const Structure& structure, double rows, double copies) {
        const View view = viewOf(structure);
        const bool keyed =
            std::all_of(view.key.partition.begin(), view.key.partition.end(), [&](const ColumnRef& column) {
                return std::any_of(structure.joins.begin(), structure.joins.end(), [&](const JoinCondition& join) {
                    return (join.left == column && join.right.entity == m_pattern.entity) ||
                           (join.right == column && join.left.entity == m_pattern.entity);
                });
            });
        PlanStep step;
        step.structure = structure.name;
        if (keyed) {
            step.kind = StepKind::KeyRange;
            step.rowsRead = rows * copies;
            step.routedBy = view.key.partition;
            step.partitions = partitionsOfKeys(m_context.partitions(), rows * std::max(1.0, view.buckets));
            step.parallel = step.partitions > 1;
            step.text = fmt::format("find {} copies in {}", rowsText(step.rowsRead), structure.name);
        } else {
            step.kind = StepKind::Scan;
            step.rowsRead = itemsIn(structure);
            step.partitions = std::max(2.0, m_context.partitions());
            step.parallel = true;
            step.text = fmt::format("read all of {} to find {} copies: it is not keyed by what changed", structure.name,
                                    rowsText(rows * copies));
            if (m_plan.why.empty())
                m_plan.why =
                    fmt::format("columns copied into {} change, and nothing leads from the changed row to its copies",
                                structure.name);
            m_plan.unbounded = true;
        }
        step.rowsReturned = rows * copies;
        step.bytesRead = step.rowsRead * rowBytes(structure, structure.entity);
        m_plan.steps.push_back(std::move(step));
    }

    void writeCounters(const Structure& structure, double rows, bool insert, bool remove) {
        const bool counts = std::any_of(m_pattern.assigned.begin(), m_pattern.assigned.end(),
                                        [&](const ColumnRef& column) { return touches(structure, column); });
        if (insert || (!remove && !counts))
            return; // counters begin at nothing
        addWrite(structure, rows, 1, viewOf(structure).key.partition,
                 fmt::format("{} {} counter row{} in {}", remove ? "delete" : "add to", rowsText(rows),
                             rows > 1 ? "s" : "", structure.name));
    }

    /// Index writes as DynamoDB charges them: one for a new entry or a changed projection, two when its key changes,
    /// none when nothing in it changes (developer guide, "Global secondary indexes: storage and write considerations").
    void writeItems(const Structure& structure, double rows, bool insert, bool remove) {
        for (const ItemKey& item : structure.items) {
            if (item.entity != m_pattern.entity)
                continue;
            const View view = viewOf(structure, item);
            const bool base = structure.kind == StructureKind::ItemTable;
            bool keyChanges = false, shows = false;
            for (const ColumnRef& column : m_pattern.assigned) {
                keyChanges = keyChanges || holds(view.key.partition, column) ||
                             std::any_of(view.key.sort.begin(), view.key.sort.end(),
                                         [&](const OrderPart& part) { return part.column == column; });
                shows = shows || touches(structure, column);
            }
            if (!insert && !remove && !base && !keyChanges && !shows)
                continue;
            const double times = !insert && !remove && keyChanges ? 2 : 1;
            addWrite(structure, rows, times, view.key.partition,
                     fmt::format("{} {} {}{}",
                                 insert   ? "put"
                                 : remove ? "delete"
                                          : "update",
                                 base ? counted(rows, "item") : counted(rows, "entry", "entries"),
                                 base ? "in " + structure.name : "of " + structure.name,
                                 times > 1 ? ": its key changes, so the old one is deleted and a new one put" : ""));
        }
    }

    const PlanningContext& m_context;
    const Cardinality& m_cardinality;
    const AccessPattern& m_pattern;
    const bool m_items;
    Query m_query;
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
