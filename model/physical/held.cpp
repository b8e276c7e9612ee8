// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/held.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "model/physical/derive_parts.h"
#include "model/physical/query.h"
#include "model/physical/ways.h"

namespace shardscape::model {

namespace {

template <class T> bool has(const std::vector<T>& list, const T& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

class Restriction {
public:
    Restriction(const Project& project, const Layout& layout, const Ownership& ownership)
        : m_project(project)
        , m_layout(layout)
        , m_ownership(ownership)
        , m_cardinality(project)
        , m_context{project, m_cardinality, project, {}, {}, {}, {}, {}, {}, {}} {
        m_out.whole = false;
    }

    Held run() {
        hold();
        keepEntities();
        m_context.project.patterns.assign({});
        for (const PatternService& service : m_ownership.patterns)
            serve(service);
        for (const BoundaryOwnership& boundary : m_ownership.boundaries) {
            if (const Follower* follower = boundary.follower(m_layout.id); follower && boundary.truth)
                follow(boundary, follower->upkeep);
            if (boundary.truth == m_layout.id)
                feed(boundary);
        }
        for (const Layout& layout : m_project.layouts)
            if (Layout alone = layout; !layout.boundaries.empty()) {
                alone.boundaries.clear();
                m_context.project.layouts.set(std::move(alone));
            }
        m_out.project = std::move(m_context.project);
        m_out.causes.merge(m_context.causes);
        m_out.rowsOf.merge(m_context.rowsOf);
        return std::move(m_out);
    }

private:
    // --- entities

    void hold() {
        for (const BoundaryOwnership& boundary : m_ownership.boundaries)
            if (has(boundary.owners, m_layout.id) || boundary.follower(m_layout.id))
                m_held.insert(boundary.entities.begin(), boundary.entities.end());
    }
    bool holds(EntityId entity) const { return m_held.contains(entity); }

    void keepEntities() {
        Project& project = m_context.project;
        std::size_t left = 0;
        for (const Relationship& relationship : m_project.relationships) {
            if (holds(relationship.child) && holds(relationship.parent))
                continue;
            if (holds(relationship.child))
                sayWithout(relationship);
            project.relationships.remove(relationship.id);
        }
        for (const Entity& entity : m_project.entities)
            if (!holds(entity.id)) {
                project.entities.remove(entity.id);
                ++left;
            }
        if (left > 0)
            m_out.notes.push_back(fmt::format("Entities on other engines of the design: {}.", left));
    }

    /// What a foreign key to another engine says of its columns, stated, for the key goes.
    void sayWithout(const Relationship& relationship) {
        Project& project = m_context.project;
        Entity child = *project.entities.find(relationship.child);
        if (relationship.childAttributes.size() == 1)
            for (Attribute& attribute : child.attributes)
                if (attribute.id == relationship.childAttributes.front() && !attribute.statistics.distinctValues)
                    attribute.statistics.distinctValues = m_cardinality.distinct(child.id, attribute.id);
        if (!child.volume.rows && !m_cardinality.rowsAssumed(child.id))
            child.volume.rows = Rows{static_cast<std::int64_t>(m_cardinality.rows(child.id))};
        const Entity* parent = m_project.entities.find(relationship.parent);
        m_out.notes.push_back(fmt::format("{} refers to {} on another engine: nothing enforces it.", child.name,
                                          parent ? parent->name : "a table"));
        project.entities.set(std::move(child));
    }

    // --- patterns

    void serve(const PatternService& service) {
        const AccessPattern& pattern = *m_project.patterns.find(service.pattern);
        if (service.parts.size() == 1) {
            if (service.parts.front().layout != m_layout.id)
                return;
            m_context.project.patterns.set(pattern);
            if (service.lagSeconds > 0)
                m_out.behind[pattern.id] = service.lagSeconds;
            return;
        }
        const bool writes = isWrite(pattern.verb);
        for (std::size_t i = 0; i < service.parts.size(); ++i) {
            const PatternPart& part = service.parts[i];
            if (part.layout != m_layout.id)
                continue;
            AccessPattern own = partOf(pattern, service, i);
            if (writes ? !part.writes : i > 0) {
                own.id = m_context.project.newId<PatternId>();
                own.name = freePatternName(
                    m_context.project,
                    fmt::format("{} · {}", pattern.name, m_project.entities.find(part.entities.front())->name));
                m_out.causes[own.id] = pattern.id;
            }
            m_out.parts[pattern.id].push_back(own.id);
            m_context.project.patterns.set(std::move(own));
        }
    }

    AccessPattern partOf(const AccessPattern& pattern, const PatternService& service, std::size_t index) const {
        const PatternPart& part = service.parts[index];
        const auto mine = [&](const ColumnRef& column) { return has(part.entities, column.entity); };
        AccessPattern out;
        out.id = pattern.id;
        out.name = pattern.name;
        out.rate = pattern.rate;
        out.consistency = pattern.consistency;
        out.criticality = pattern.criticality;
        out.idempotent = pattern.idempotent;
        out.p99Seconds = index == 0 ? pattern.p99Seconds : std::nullopt;
        out.entity = part.entities.front();
        out.allColumns = pattern.allColumns;
        if (part.writes) {
            out.verb = pattern.verb;
            out.entity = pattern.entity;
            out.returns = Returns::Nothing;
            out.assigned = pattern.assigned;
            if (insertsFromQuery(pattern)) { // the rows were read before
                out.rowsWritten = rowsOfWrite(m_cardinality, pattern);
                return out;
            }
        }
        for (EntityId entity : part.entities)
            if (entity != out.entity && !has(out.joined, entity))
                out.joined.push_back(entity);
        if (!part.writes)
            out.verb = out.joined.empty() ? Verb::List : Verb::Join;
        for (const Predicate& predicate : pattern.predicates)
            if (predicate.column.entity ? mine(predicate.column) : index == 0)
                out.predicates.push_back(predicate);
        for (const ColumnRef& column : pattern.projection)
            if (mine(column))
                out.projection.push_back(column);
        takeJoins(pattern, service, index, out);
        if (pattern.popularityColumn.entity ? mine(pattern.popularityColumn) : index == 0) {
            out.popularity = pattern.popularity;
            out.popularityColumn = pattern.popularityColumn;
        }
        if (index == 0)
            takeLimit(pattern, out);
        return out;
    }

    /// Joins within the part; those to earlier parts become lists of keys, those to later ones columns returned.
    static void takeJoins(const AccessPattern& pattern, const PatternService& service, std::size_t index,
                          AccessPattern& out) {
        const PatternPart& part = service.parts[index];
        std::vector<EntityId> before;
        for (std::size_t i = 0; i < index; ++i)
            before.insert(before.end(), service.parts[i].entities.begin(), service.parts[i].entities.end());
        const auto meet = [&](const ColumnRef& own, const ColumnRef& other) {
            if (has(before, other.entity) && !has(part.entities, other.entity))
                out.predicates.push_back({own,
                                          part.keys > 1 ? Comparison::In : Comparison::Equal,
                                          part.keys,
                                          "$" + std::to_string(out.predicates.size() + 1),
                                          {}});
            if (!out.allColumns && !has(out.projection, own))
                out.projection.push_back(own);
        };
        for (const JoinCondition& join : pattern.joins) {
            const bool left = has(part.entities, join.left.entity), right = has(part.entities, join.right.entity);
            if (left && right)
                out.joins.push_back(join);
            else if (left)
                meet(join.left, join.right);
            else if (right)
                meet(join.right, join.left);
        }
    }

    /// The page ends the first part when nothing behind it decides what is on the page.
    static void takeLimit(const AccessPattern& pattern, AccessPattern& out) {
        const bool here = std::all_of(pattern.order.begin(), pattern.order.end(), [&](const OrderPart& part) {
            return part.column.entity == out.entity || has(out.joined, part.column.entity);
        });
        if (!here || !pattern.groupBy.empty() || pattern.verb == Verb::Aggregate)
            return;
        out.order = pattern.order;
        out.limit = pattern.limit;
        out.limitParameter = pattern.limitParameter;
        out.offset = pattern.offset;
        out.offsetParameter = pattern.offsetParameter;
        out.pageSize = pattern.pageSize;
        out.paging = pattern.paging;
    }

    // --- upkeep

    std::vector<const AccessPattern*> writesOf(const BoundaryOwnership& boundary) const {
        std::vector<const AccessPattern*> out;
        for (const AccessPattern& pattern : m_project.patterns)
            if (isWrite(pattern.verb) && has(boundary.entities, pattern.entity))
                out.push_back(&pattern);
        return out;
    }

    DerivedCopy copyBy(UpkeepPath path) const {
        DerivedCopy out;
        out.derived.upkeep.path = path;
        return out;
    }

    /// "applied": it writes here what was written elsewhere.
    void add(AccessPattern upkeep, const AccessPattern& cause, UpkeepPath path, const std::string& what, double times,
             bool applied) {
        DerivedCopy copy = copyBy(path);
        prepared(upkeep, m_context, copy, cause, what, times);
        upkeep.p99Seconds.reset();
        if (applied)
            m_out.applied.insert(upkeep.id);
        m_out.upkeep.push_back(upkeep.id);
        m_context.project.patterns.set(std::move(upkeep));
    }

    void follow(const BoundaryOwnership& boundary, const Upkeep& upkeep) {
        const UpkeepPath path = pathBetweenEngines(upkeep.path);
        if (path == UpkeepPath::Periodic) {
            for (EntityId entity : boundary.entities)
                makeAnew(entity, upkeep, true);
            return;
        }
        for (const AccessPattern* write : writesOf(boundary)) {
            const std::string what = fmt::format("{} → {}", write->name, m_layout.engine);
            if (path == UpkeepPath::DualWrite && write->joined.empty()) {
                AccessPattern again = *write;
                again.sql.clear();
                add(std::move(again), *write, path, what, 1, true);
            } else {
                applyRows(*write, path, what);
            }
        }
    }

    /// The changes of one write, a row at a time by its key.
    void applyRows(const AccessPattern& write, UpkeepPath path, const std::string& what) {
        const double rows = rowsOfWrite(m_cardinality, write);
        AccessPattern apply;
        apply.entity = write.entity;
        apply.assigned = write.assigned;
        if (isInsert(write.verb)) {
            apply.verb = write.verb;
            apply.rowsWritten = rows;
            takePopularity(write, write.assigned, apply);
            return add(std::move(apply), write, path, what, 1, true);
        }
        apply.verb = write.verb == Verb::Delete ? Verb::Delete : Verb::Update;
        std::vector<ColumnRef> key;
        for (AttributeId id : identityOf(*m_project.entities.find(write.entity)))
            key.push_back({write.entity, id});
        for (const ColumnRef& column : key)
            apply.predicates.push_back({column, Comparison::Equal, 1, "$1", {}});
        if (key.empty()) {
            m_out.notes.push_back(
                fmt::format("{}: the rows it changes have no key by which a follower would find them.", write.name));
            apply.predicates = write.predicates;
            return add(std::move(apply), write, path, what, 1, true);
        }
        takePopularity(write, key, apply);
        add(std::move(apply), write, path, what, rows, true);
    }

    /// The popularity of what is written, where it is that of a column which the upkeep names.
    static void takePopularity(const AccessPattern& write, const std::vector<ColumnRef>& named, AccessPattern& apply) {
        ColumnRef column = write.popularityColumn;
        for (const Predicate& predicate : write.predicates)
            if (!column.attribute && predicate.comparison == Comparison::Equal)
                column = predicate.column;
        if (!has(named, column) && !(isInsert(write.verb) && !column.attribute))
            return;
        apply.popularity = write.popularity;
        apply.popularityColumn =
            write.popularityColumn.attribute || !column.attribute ? write.popularityColumn : column;
    }

    /// All rows of an entity once a period, in portions: written here, or read for others.
    void makeAnew(EntityId id, const Upkeep& upkeep, bool here) {
        const Entity& entity = *m_project.entities.find(id);
        const double period = std::max(1.0, lagOf(upkeep));
        const double rows = std::max(1.0, m_cardinality.rows(id));
        const double portions = std::max(1.0, std::ceil(rows / kPortionRows));
        AccessPattern portion;
        portion.entity = id;
        portion.verb = here ? Verb::Upsert : Verb::Range;
        if (here) {
            portion.rowsWritten = rows / portions;
            for (const Attribute& attribute : entity.attributes)
                portion.assigned.push_back({id, attribute.id});
        } else {
            portion.allColumns = true;
            portion.limit = std::min(kPortionRows, rows);
            if (const std::vector<AttributeId> identity = identityOf(entity); !identity.empty()) {
                portion.predicates.push_back({{id, identity.front()}, Comparison::Range, 1, "$1", {}});
                portion.order.push_back({{id, identity.front()}, {}, false});
            }
        }
        portion.rate.average = {portions / period};
        const AccessPattern cause = portion; // nobody's request makes it happen
        add(std::move(portion), cause, UpkeepPath::Periodic,
            here ? fmt::format("portions of {} → {}", entity.name, m_layout.engine)
                 : fmt::format("portions of {} for others", entity.name),
            1, here);
        m_context.causes[m_out.upkeep.back()] = {};
    }

    /// What the followers of a boundary ask of its truth.
    void feed(const BoundaryOwnership& boundary) {
        bool told = false, portions = false;
        for (const Follower& follower : boundary.followers) {
            const UpkeepPath path = pathBetweenEngines(follower.upkeep.path);
            if (path == UpkeepPath::Outbox && !told) {
                told = true;
                for (const AccessPattern* write : writesOf(boundary)) {
                    DerivedCopy copy = copyBy(path);
                    addOutbox(m_context, copy, *write, rowsOfWrite(m_cardinality, *write),
                              m_cardinality.rowBytes(write->entity));
                    m_out.upkeep.insert(m_out.upkeep.end(), copy.upkeep.begin(), copy.upkeep.end());
                }
            }
            if (path == UpkeepPath::Periodic) {
                portions = true;
                for (EntityId entity : boundary.entities)
                    makeAnew(entity, follower.upkeep, false);
            }
        }
        if (portions)
            m_out.notes.push_back("What is copied periodically is read whole once a period, in portions.");
    }

    const Project& m_project;
    const Layout& m_layout;
    const Ownership& m_ownership;
    const Cardinality m_cardinality;
    DeriveContext m_context;
    std::set<EntityId> m_held;
    Held m_out;
};

} // namespace

Held heldBy(const Project& project, const Layout& layout) {
    Held all;
    all.project = project;
    const Layout* known = project.layouts.find(layout.id);
    if (layout.boundaries.empty() && std::all_of(project.layouts.begin(), project.layouts.end(),
                                                 [](const Layout& one) { return one.boundaries.empty(); }))
        return all;
    if (!known) // not of this design: all on one engine
        return all;
    Project given = project;
    if (!(*known == layout))
        given.layouts.set(layout);
    const Ownership ownership = ownershipOf(given);
    if (!ownership.contains(layout.id))
        return all;
    return Restriction(given, layout, ownership).run();
}

} // namespace shardscape::model
