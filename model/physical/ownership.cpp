// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/ownership.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "model/physical/derive.h"
#include "model/physical/query.h"

namespace shardscape::model {

namespace {

template <class T> bool has(const std::vector<T>& list, const T& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// Everything that a pattern reads or writes, each once.
std::vector<EntityId> entitiesOf(const AccessPattern& pattern) {
    std::vector<EntityId> out;
    if (pattern.entity)
        out.push_back(pattern.entity);
    for (EntityId joined : pattern.joined)
        if (!has(out, joined))
            out.push_back(joined);
    return out;
}

} // namespace

const Follower* BoundaryOwnership::follower(LayoutId layout) const {
    const auto at = std::find_if(followers.begin(), followers.end(),
                                 [&](const Follower& follower) { return follower.layout == layout; });
    return at == followers.end() ? nullptr : &*at;
}

bool Ownership::contains(LayoutId layout) const {
    return has(layouts, layout);
}

const BoundaryOwnership* Ownership::of(EntityId entity) const {
    const auto at = m_at.find(entity);
    return at == m_at.end() ? nullptr : &boundaries[at->second];
}

const PatternService* Ownership::of(PatternId pattern) const {
    const auto at = std::find_if(patterns.begin(), patterns.end(),
                                 [&](const PatternService& service) { return service.pattern == pattern; });
    return at == patterns.end() ? nullptr : &*at;
}

double lagOf(const Upkeep& upkeep) {
    return upkeep.path == UpkeepPath::Periodic ? upkeep.periodSeconds.value_or(kAssumedPeriodSeconds)
                                               : upkeep.lagSeconds.value_or(kAssumedLagSeconds);
}

bool allowsLag(const Consistency& wanted, double lagSeconds) {
    switch (wanted.kind) {
    case ConsistencyKind::Strong:
    case ConsistencyKind::ReadYourWrites: return false;
    case ConsistencyKind::Bounded: return lagSeconds <= wanted.boundSeconds;
    case ConsistencyKind::Eventual: return true;
    }
    return false;
}

UpkeepPath pathBetweenEngines(UpkeepPath path) {
    switch (path) {
    case UpkeepPath::Transaction: return UpkeepPath::DualWrite;
    case UpkeepPath::Trigger: return UpkeepPath::Outbox;
    default: return path;
    }
}

class OwnershipReader {
public:
    explicit OwnershipReader(const Project& project)
        : m_project(project)
        , m_cardinality(project) {}

    Ownership run() {
        for (const Layout& layout : m_project.layouts)
            if (!layout.boundaries.empty())
                m_out.layouts.push_back(layout.id);
        if (!m_out.isSplit())
            return {};
        readBoundaries();
        addWholeTruth();
        for (const AccessPattern& pattern : m_project.patterns)
            m_out.patterns.push_back(serviceOf(pattern));
        return std::move(m_out);
    }

private:
    void readBoundaries() {
        const auto add = [&](BoundaryId id) {
            BoundaryOwnership out;
            out.boundary = id;
            for (const Entity& entity : m_project.entities)
                if (entity.boundary == id || (!id && !m_project.boundaries.contains(entity.boundary)))
                    out.entities.push_back(entity.id);
            for (const Layout& layout : m_project.layouts)
                for (const BoundaryRole& role : layout.boundaries)
                    if (id && role.boundary == id) {
                        if (role.truth)
                            out.owners.push_back(layout.id);
                        else
                            out.followers.push_back({layout.id, role.upkeep});
                    }
            if (out.entities.empty() && (!id || (out.owners.empty() && out.followers.empty())))
                return;
            for (EntityId entity : out.entities)
                m_out.m_at[entity] = m_out.boundaries.size();
            m_out.boundaries.push_back(std::move(out));
        };
        for (const Boundary& boundary : m_project.boundaries)
            add(boundary.id);
        add(BoundaryId{});
    }

    /// The first layout that names no boundary, when something is left for it.
    void addWholeTruth() {
        const bool left = std::any_of(m_out.boundaries.begin(), m_out.boundaries.end(),
                                      [](const BoundaryOwnership& one) { return one.owners.empty(); });
        for (const Layout& layout : m_project.layouts) {
            if (!layout.boundaries.empty())
                continue;
            if (!left || m_whole) {
                m_out.alone.push_back(layout.id);
                continue;
            }
            m_whole = layout.id;
            m_out.layouts.insert(m_out.layouts.begin(), layout.id);
            for (BoundaryOwnership& boundary : m_out.boundaries)
                boundary.owners.push_back(layout.id);
        }
        for (BoundaryOwnership& boundary : m_out.boundaries)
            if (!boundary.owners.empty())
                boundary.truth = boundary.owners.front();
        for (const BoundaryOwnership& boundary : m_out.boundaries) {
            if (boundary.truth)
                m_owning.insert(boundary.truth);
            for (const Follower& follower : boundary.followers)
                m_entities[follower.layout] += boundary.entities.size();
        }
    }

    // --- patterns

    /// How far behind a layout may be in what the pattern reads; nothing when it does not hold all of it.
    std::optional<double> lagAt(LayoutId layout, const std::vector<EntityId>& entities) const {
        double lag = 0;
        for (EntityId entity : entities) {
            const BoundaryOwnership* boundary = m_out.of(entity);
            if (!boundary)
                return std::nullopt;
            if (boundary->truth == layout)
                continue;
            const Follower* follower = boundary->follower(layout);
            if (!follower || !boundary->truth)
                return std::nullopt;
            lag = std::max(lag, lagOf(follower->upkeep));
        }
        return lag;
    }

    PatternService serviceOf(const AccessPattern& pattern) const {
        PatternService out;
        out.pattern = pattern.id;
        const std::vector<EntityId> entities = entitiesOf(pattern);
        if (entities.empty()) {
            out.why = "it names no table of the model";
            return out;
        }
        for (EntityId entity : entities)
            if (const BoundaryOwnership* boundary = m_out.of(entity); !boundary || !boundary->truth) {
                const Entity* lost = m_project.entities.find(entity);
                out.why = fmt::format("no engine owns {}", lost ? m_project.displayName(*lost) : "what it reads");
                return out;
            }
        if (isWrite(pattern.verb))
            serveWrite(pattern, entities, out);
        else
            serveRead(pattern, entities, out);
        return out;
    }

    void serveWrite(const AccessPattern& pattern, const std::vector<EntityId>& entities, PatternService& out) const {
        const LayoutId owner = m_out.of(pattern.entity)->truth;
        if (lagAt(owner, entities) == std::optional(0.0)) {
            out.parts.push_back({owner, entities, 1, true});
            return;
        }
        split(pattern, out);
        if (insertsFromQuery(pattern))
            out.parts.push_back({owner, {pattern.entity}, 1, true});
        for (PatternPart& part : out.parts)
            part.writes = part.writes || (!insertsFromQuery(pattern) && has(part.entities, pattern.entity));
    }

    void serveRead(const AccessPattern& pattern, const std::vector<EntityId>& entities, PatternService& out) const {
        using Rank = std::tuple<int, std::size_t, LayoutId>;
        std::vector<Rank> able;
        for (LayoutId layout : m_out.layouts) {
            const std::optional<double> lag = lagAt(layout, entities);
            const bool owner =
                std::all_of(entities.begin(), entities.end(), [&](EntityId e) { return m_out.of(e)->truth == layout; });
            if (!lag || (!owner && !allowsLag(pattern.consistency, *lag)))
                continue;
            const std::vector<Derived>& copies = m_project.layouts.find(layout)->derived;
            const bool copied = std::any_of(copies.begin(), copies.end(),
                                            [&](const Derived& copy) { return copy.pattern == pattern.id; });
            const auto known = m_entities.find(layout);
            const int rank = copied ? 0 : !m_owning.contains(layout) ? 1 : owner ? 2 : 3;
            able.emplace_back(rank, rank == 1 && known != m_entities.end() ? known->second : 0, layout);
        }
        std::sort(able.begin(), able.end());
        if (able.empty())
            return split(pattern, out);
        const LayoutId chosen = std::get<2>(able.front());
        out.parts.push_back({chosen, entities, 1, false});
        out.lagSeconds = *lagAt(chosen, entities);
        for (std::size_t i = 1; i < able.size(); ++i)
            out.others.push_back(std::get<2>(able[i]));
    }

    /// Parts on the owners, in the order in which a sensible optimiser visits the entities.
    void split(const AccessPattern& pattern, PatternService& out) const {
        const Query query = queryOf(m_cardinality, pattern);
        double found = 1;
        for (const EntityRead& read : query.reads) {
            const LayoutId owner = m_out.of(read.entity->id)->truth;
            const bool continues = !out.parts.empty() && out.parts.back().layout == owner &&
                                   std::all_of(read.links.begin(), read.links.end(), [&](const Link& link) {
                                       return has(out.parts.back().entities, link.other.entity);
                                   });
            if (!continues) {
                if (!out.parts.empty() && read.links.empty()) {
                    out.parts.clear();
                    out.why = fmt::format("{} is on another engine and no condition leads there",
                                          m_project.displayName(*read.entity));
                    return;
                }
                out.parts.push_back({owner, {}, out.parts.empty() ? 1 : std::max(1.0, found), false});
            }
            out.parts.back().entities.push_back(read.entity->id);
            found *= std::max(1.0, read.matching);
            if (limitEnds(query) && query.limit)
                found = std::min(found, *query.limit);
        }
        out.why = "it reads what lies on several engines: the application joins";
    }

    /// Whether the first part returns no more than the page: it is ordered there, and what follows adds no rows.
    static bool limitEnds(const Query& query) {
        return query.limit && query.pattern->groupBy.empty() && query.pattern->verb != Verb::Aggregate &&
               (query.pattern->order.empty() || !query.orderOfFirst().empty());
    }

    const Project& m_project;
    const Cardinality m_cardinality;
    Ownership m_out;
    LayoutId m_whole; ///< holds everything
    std::set<LayoutId> m_owning;
    std::map<LayoutId, std::size_t> m_entities; ///< that a layout follows
};

Ownership ownershipOf(const Project& project) {
    if (std::all_of(project.layouts.begin(), project.layouts.end(),
                    [](const Layout& layout) { return layout.boundaries.empty(); }))
        return {};
    return OwnershipReader(project).run();
}

} // namespace shardscape::model
