// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/planning/keyed_writes.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/physical/copies.h"

namespace shardscape::estimator {

using namespace model;

namespace {

class KeyedWrites {
public:
    KeyedWrites(const PlanningContext& context, const AccessPattern& pattern, bool items, const KeyedViews& views,
                Plan& plan)
        : m_context(context)
        , m_cardinality(context.cardinality)
        , m_pattern(pattern)
        , m_items(items)
        , m_views(views)
        , m_plan(plan) {}

    void run(double rows) {
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

private:
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
        const auto keyed = [&](const KeyedView& view) {
            return std::all_of(view.key.partition.begin(), view.key.partition.end(),
                               [&](const ColumnRef& column) { return holds(given, column); }) &&
                   std::all_of(view.key.sort.begin(), view.key.sort.end(),
                               [&](const OrderPart& part) { return holds(given, part.column); });
        };
        bool needed = conditional;
        for (const KeyedView& view : m_views.viewsOf(m_pattern.entity)) {
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
        const double copies = m_views.copiesOf(structure, m_pattern.entity);
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
        for (const KeyedView& view : m_views.viewsOf(hop.entity)) {
            const bool given = !view.key.partition.empty() &&
                               std::all_of(view.key.partition.begin(), view.key.partition.end(),
                                           [&](const ColumnRef& column) { return holds(hop.columns, column); });
            if (!given || m_views.copiesOf(*view.structure, hop.entity) > 1)
                continue;
            PlanStep step;
            step.kind = found > 1 ? StepKind::KeyRange : StepKind::PointRead;
            step.structure = view.structure->name;
            step.entity = hop.entity;
            step.repeat = repeats;
            step.rowsRead = found * repeats;
            step.rowsReturned = step.rowsRead;
            step.bytesRead = step.rowsRead * m_views.rowBytes(*view.structure, hop.entity);
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
        const KeyedView view = viewOf(structure);
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
            step.rowsRead = m_views.itemsIn(structure);
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
        step.bytesRead = step.rowsRead * m_views.rowBytes(structure, structure.entity);
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
            const KeyedView view = viewOf(structure, item);
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
    const KeyedViews& m_views;
    Plan& m_plan;
};

} // namespace

void addKeyedWrites(const PlanningContext& context, const AccessPattern& pattern, bool items, const KeyedViews& views,
                    double rows, Plan& plan) {
    KeyedWrites(context, pattern, items, views, plan).run(rows);
}

} // namespace shardscape::estimator
