// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Copies that stand in rows that are there: columns of the parent in the child, documents of children in the parent.
#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "model/physical/derive_parts.h"
#include "model/physical/ways.h"

namespace shardscape::model {
namespace {

/// Beyond this a document is no longer one thing to read and write: the values of PostgreSQL are compressed and cut
/// from 2 kB on, an item of DynamoDB ends at 400 kB, a document of MongoDB at 16 MB. The smaller limit of those that
/// have one.
constexpr double kDocumentBytes = 400e3;
constexpr double kFieldBytes = 4; ///< quotes, colon and comma around a field's name and value in JSON

/// Parents whose columns the query needs, each found by its key for one row.
std::vector<EntityId> parentsIn(const KeyQuery& key) {
    std::vector<EntityId> out;
    for (EntityId entity : key.entities)
        if (entity != key.row)
            out.push_back(entity);
    return out;
}

/// The columns of the parent that the pattern needs beyond those that the child has anyway.
std::vector<ColumnRef> columnsToCopy(const KeyQuery& key, EntityId parent) {
    std::vector<ColumnRef> out;
    for (const ColumnRef& column : key.needed)
        if (column.entity == parent)
            out.push_back(column);
    return out;
}

/// The relationship along which the children of a list belong to one parent.
const Relationship* ownerOf(const Cardinality& cardinality, const KeyQuery& key) {
    for (const Relationship* up : cardinality.parentsOf(key.row)) {
        if (up->parent == up->child || up->childAttributes.empty())
            continue;
        const bool given = std::all_of(up->childAttributes.begin(), up->childAttributes.end(), [&](AttributeId id) {
            return holds(key.equal, key.canonical({key.row, id}));
        });
        const bool onlyThese = std::all_of(key.entities.begin(), key.entities.end(),
                                           [&](EntityId entity) { return entity == key.row || entity == up->parent; });
        const Entity* parent = cardinality.project().entities.find(up->parent);
        if (given && onlyThese && parent && parent->isUnique(up->parentAttributes))
            return up;
    }
    return nullptr;
}

double documentBytes(const Cardinality& cardinality, const Entity& child, double children) {
    double row = 2; // braces and comma
    for (const Attribute& attribute : child.attributes)
        row += cardinality.valueBytes(attribute) + static_cast<double>(attribute.name.size()) + kFieldBytes;
    return 2 + children * row;
}

bool readsEntity(const AccessPattern& pattern, EntityId entity) {
    return pattern.entity == entity ||
           std::find(pattern.joined.begin(), pattern.joined.end(), entity) != pattern.joined.end();
}

} // namespace

std::string whyNoColumns(const Cardinality& cardinality, const AccessPattern& pattern) {
    if (pattern.verb == Verb::TextSearch || pattern.verb == Verb::GeoSearch || pattern.verb == Verb::Traversal)
        return "a search is served by an index of its own kind";
    const Query query = queryOf(cardinality, pattern);
    const KeyQuery key = keyQueryOf(cardinality, query);
    if (key.multiplies)
        return "its rows come from several children of one parent: columns alone do not spare the join";
    if (parentsIn(key).empty())
        return "it needs no column of a joined table";
    for (EntityId joined : pattern.joined)
        if (joined == pattern.entity)
            return "it joins a table to itself";
    for (EntityId parent : parentsIn(key))
        if (identityOf(*cardinality.project().entities.find(parent)).empty())
            return "a joined table has no key";
    return {};
}

std::string whyNoDocument(const Cardinality& cardinality, const AccessPattern& pattern) {
    if (isGrouped(pattern))
        return "it counts or sums: keep its groups instead";
    if (pattern.verb == Verb::TextSearch || pattern.verb == Verb::GeoSearch || pattern.verb == Verb::Traversal)
        return "a search is served by an index of its own kind";
    const Query query = queryOf(cardinality, pattern);
    const KeyQuery key = keyQueryOf(cardinality, query);
    const Relationship* owner = ownerOf(cardinality, key);
    if (!owner)
        return "it does not read the children of one parent by the parent's key";
    const Entity& child = *cardinality.project().entities.find(key.row);
    if (child.isUnique({key.equal.size() == 1 ? key.equal.front().attribute : AttributeId{}}))
        return "it reads one row by its key";
    if (cardinality.growsPerValue(child.id, owner->childAttributes))
        return fmt::format("{} of one parent grow without end: an array that never stops is refused", child.name);
    const double most = cardinality.maximumRowsPerValue(child.id, owner->childAttributes);
    if (const double bytes = documentBytes(cardinality, child, most); bytes > kDocumentBytes)
        return fmt::format("the largest parent's document would have {:.3g} MB, more than the 0.4 MB of one item",
                           bytes / 1e6);
    return {};
}

void deriveColumns(DeriveContext& context, DerivedCopy& copy) {
    const AccessPattern& pattern = *context.base.patterns.find(copy.derived.pattern);
    const Query query = queryOf(context.cardinality, pattern);
    const KeyQuery key = keyQueryOf(context.cardinality, query);
    CopiedEntity rows{*context.project.entities.find(key.row), {}};
    for (const Attribute& own : context.base.entities.find(key.row)->attributes)
        rows.of[{key.row, own.id}] = own.id;
    copy.entity = key.row;
    copy.name = rows.entity.name;
    std::map<EntityId, std::vector<ColumnRef>> fresh; // not there for another copy's sake
    for (EntityId parent : parentsIn(key)) {
        copy.sources.push_back(parent);
        for (const ColumnRef& column : columnsToCopy(key, parent)) {
            if (const auto known = context.copied.find({key.row, column}); known != context.copied.end()) {
                rows.of[column] = known->second;
                continue;
            }
            fresh[parent].push_back(column);
            Attribute attribute = copiedAttribute(context, rows.entity, column, false);
            const Entity& from = *context.base.entities.find(parent);
            const std::string plain = from.find(column.attribute)->name;
            if (const std::string own = from.name + "_" + plain; !rows.entity.findByName(own))
                attribute.name = own;
            rows.of[column] = attribute.id;
            context.copied[{key.row, column}] = attribute.id;
            copy.columns.push_back({attribute.id, column, CopiedColumn::As::Value});
            rows.entity.attributes.push_back(std::move(attribute));
        }
    }
    copy.joins = key.joins;
    context.project.entities.set(rows.entity);

    // Every pattern that needs no more of the parents than is copied now asks the child alone.
    copy.reads.clear();
    for (const AccessPattern& other : context.base.patterns) {
        if (isWrite(other.verb) || !readsEntity(other, key.row) || other.joined.empty() ||
            (other.id != pattern.id && context.served.contains(other.id)))
            continue;
        const Query itsQuery = queryOf(context.cardinality, other);
        const KeyQuery its = keyQueryOf(context.cardinality, itsQuery);
        const auto has = [&](const ColumnRef& column) { return rows.find(its, column).has_value(); };
        if (its.row != key.row || its.multiplies || !std::all_of(its.needed.begin(), its.needed.end(), has))
            continue;
        AccessPattern read = *context.project.patterns.find(other.id);
        const auto moved = [&](ColumnRef& column) {
            if (const auto own = rows.find(its, column))
                column = *own;
        };
        read.entity = key.row;
        read.joined.clear();
        read.joins.clear();
        for (Predicate& predicate : read.predicates)
            moved(predicate.column);
        for (OrderPart& part : read.order)
            moved(part.column);
        for (auto* list : {&read.projection, &read.groupBy})
            for (ColumnRef& column : *list)
                moved(column);
        moved(read.popularityColumn);
        if (read.verb == Verb::Join)
            read.verb = its.ranged.empty() ? Verb::List : Verb::Range;
        copy.reads.push_back(other.id);
        context.project.patterns.set(std::move(read));
    }

    const auto relates = [&](EntityId parent) { // the child's columns that the parent's key is compared with
        std::vector<ColumnRef> out;
        for (AttributeId id : identityOf(*context.base.entities.find(parent)))
            if (const auto own = rows.find(key, {parent, id}); own && own->entity == key.row)
                out.push_back(*own);
        return out;
    };
    for (const AccessPattern& write : context.base.patterns) {
        if (!isWrite(write.verb))
            continue;
        const double written = rowsOfWrite(context.cardinality, write);
        for (EntityId parent : parentsIn(key)) {
            if (fresh[parent].empty())
                continue;
            if (write.entity == key.row && isInsert(write.verb)) {
                AccessPattern lookUp;
                lookUp.verb = Verb::Get;
                lookUp.entity = parent;
                for (AttributeId id : identityOf(*context.base.entities.find(parent)))
                    lookUp.predicates.push_back({{parent, id}, Comparison::Equal, 1, "$1", {}});
                lookUp.projection = fresh[parent];
                prepared(lookUp, context, copy, write, write.name + " looks up what it copies", written);
                lookUp.consistency = write.consistency;
                keep(context, copy, std::move(lookUp));
            }
            if (write.entity != parent || isInsert(write.verb) || write.verb == Verb::Delete)
                continue;
            AccessPattern change;
            change.verb = Verb::Update;
            change.entity = key.row;
            for (const ColumnRef& column : fresh[parent])
                if (std::find(write.assigned.begin(), write.assigned.end(), column) != write.assigned.end())
                    change.assigned.push_back({key.row, rows.of.at(column)});
            const std::vector<ColumnRef> found = relates(parent);
            if (change.assigned.empty() || found.empty())
                continue;
            std::vector<AttributeId> foreign;
            for (const ColumnRef& column : found) {
                change.predicates.push_back({column, Comparison::Equal, 1, "$1", {}});
                foreign.push_back(column.attribute);
            }
            copy.rowsOfAWrite = context.cardinality.rowsPerValue(key.row, foreign);
            copy.mostRowsOfAWrite = context.cardinality.maximumRowsPerValue(key.row, foreign);
            prepared(change, context, copy, write, write.name + " → " + copy.name, written);
            if (write.popularity.kind != PopularityKind::Uniform) {
                change.popularity = write.popularity;
                change.popularityColumn = found.front();
            }
            keep(context, copy, std::move(change));
            if (copy.derived.upkeep.path == UpkeepPath::Outbox)
                addOutbox(context, copy, write, written, context.cardinality.rowBytes(parent));
        }
    }
}

void deriveDocument(DeriveContext& context, DerivedCopy& copy) {
    const AccessPattern& pattern = *context.base.patterns.find(copy.derived.pattern);
    const Query query = queryOf(context.cardinality, pattern);
    const KeyQuery key = keyQueryOf(context.cardinality, query);
    const Relationship& owner = *ownerOf(context.cardinality, key);
    const Entity& child = *context.base.entities.find(key.row);
    Entity parent = *context.project.entities.find(owner.parent);
    const double children = context.cardinality.rowsPerValue(child.id, owner.childAttributes);
    const double most = context.cardinality.maximumRowsPerValue(child.id, owner.childAttributes);

    Attribute document;
    document.id = context.project.newId<AttributeId>();
    document.name = child.name;
    for (int i = 2; parent.findByName(document.name); ++i)
        document.name = fmt::format("{}_{}", child.name, i);
    document.type.kind = TypeKind::Json;
    document.nullable = false;
    document.statistics.averageBytes = documentBytes(context.cardinality, child, children);
    document.statistics.maximumBytes = documentBytes(context.cardinality, child, most);
    document.comment = fmt::format("the {} of one {}, embedded", child.name, parent.name);
    const ColumnRef held{parent.id, document.id};
    copy.columns.push_back({document.id, {}, CopiedColumn::As::Document});
    parent.attributes.push_back(std::move(document));
    context.project.entities.set(parent);
    copy.entity = parent.id;
    copy.name = parent.name;
    copy.sources = {child.id};

    const auto keyOf = [&] {
        std::vector<Predicate> out;
        for (AttributeId id : owner.parentAttributes)
            out.push_back({{parent.id, id}, Comparison::Equal, 1, "$1", {}});
        return out;
    };
    AccessPattern read = *context.project.patterns.find(pattern.id);
    read.verb = Verb::Get;
    read.entity = parent.id;
    read.joined.clear();
    read.joins.clear();
    read.order.clear();
    read.limit.reset();
    read.limitParameter.clear();
    read.predicates = keyOf();
    read.projection = {held};
    for (AttributeId id : neededColumns(pattern, *context.base.entities.find(parent.id)))
        read.projection.push_back({parent.id, id});
    read.allColumns = false;
    read.popularityColumn = read.popularityColumn.attribute ? read.predicates.front().column : ColumnRef{};
    context.project.patterns.set(std::move(read));

    // Children that nothing else reads, changes by themselves or refers to lie in the document alone.
    bool alone = std::none_of(context.base.relationships.begin(), context.base.relationships.end(),
                              [&](const Relationship& line) { return line.parent == child.id; });
    for (const AccessPattern& other : context.base.patterns) {
        if (other.id == pattern.id || !readsEntity(other, child.id))
            continue;
        const bool names = std::all_of(owner.childAttributes.begin(), owner.childAttributes.end(), [&](AttributeId id) {
            return std::any_of(other.predicates.begin(), other.predicates.end(), [&](const Predicate& predicate) {
                return predicate.column == ColumnRef{child.id, id} && predicate.comparison == Comparison::Equal;
            });
        });
        const bool plainInsert = isInsert(other.verb) && !insertsFromQuery(other);
        alone = alone && isWrite(other.verb) && other.entity == child.id && (plainInsert || names);
    }
    for (const AccessPattern& write : context.base.patterns) {
        if (!isWrite(write.verb) || write.entity != child.id)
            continue;
        AccessPattern change = alone ? *context.project.patterns.find(write.id) : AccessPattern{};
        change.verb = Verb::Update;
        change.entity = parent.id;
        change.joined.clear();
        change.joins.clear();
        change.rowsWritten = 1;
        change.assigned = {held};
        change.predicates = keyOf();
        change.popularityColumn = {};
        if (alone) {
            context.project.patterns.set(std::move(change));
            continue;
        }
        prepared(change, context, copy, write, write.name + " → " + copy.name, 1);
        keep(context, copy, std::move(change));
        if (copy.derived.upkeep.path == UpkeepPath::Outbox)
            addOutbox(context, copy, write, 1, context.cardinality.rowBytes(child.id));
    }
    if (!alone)
        return;
    copy.derived.upkeep.path = UpkeepPath::Transaction; // there is one place to write to
    copy.notes.push_back(
        fmt::format("{} has no table of its own: every change writes the whole document.", child.name));
    const Table<Relationship> lines = context.project.relationships;
    for (const Relationship& line : lines)
        if (line.child == child.id)
            context.project.relationships.remove(line.id);
    context.project.entities.remove(child.id);
}

} // namespace shardscape::model
