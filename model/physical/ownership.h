// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/physical/derived.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// Several engines in one design (P8): where the truth of each ownership boundary lies, which layouts follow it, and
/// from which layout each pattern is served.
///
/// - Layouts that name boundaries make the design together. A layout that names none holds everything as the one truth:
///   the first such layout owns what no other owns, entities without a boundary included; when everything has an owner
///   it is a design of its own, as are all further ones.
/// - Writes go to the owner of what they write.
/// - A read is served whole by a layout that holds all it reads; what it follows must not be older there than the
///   pattern allows: strong and read-your-writes want the truth, bounded staleness a lag within its bound. Of several
///   the first of these: one that keeps a copy for this pattern (Layout::derived), one that owns nothing (it is there
///   to be read; the one with fewest entities first), the owner of all, one that owns a part and follows the rest.
/// - What no layout holds whole is joined by the application: the entities are visited in the order of query.h, a part
///   for each run of entities on one owner; each part after the first is one call that asks for all keys found before.
/// - Followers that nobody feeds, and parts of patterns that nobody owns, are said, not dropped.
/// - No transaction and no trigger spans two engines: by either, a follower is written a second time by the application
///   or told through a table of messages that a trigger fills, and is behind as those are.
struct Follower {
    LayoutId layout;
    Upkeep upkeep;
};

struct BoundaryOwnership {
    BoundaryId boundary; ///< 0: of the entities that belong to none
    std::vector<EntityId> entities;
    LayoutId truth;               ///< 0: nobody owns it
    std::vector<LayoutId> owners; ///< all that hold it as the truth; the first one counts
    std::vector<Follower> followers;

    const Follower* follower(LayoutId layout) const;
};

/// What one layout does of a pattern.
struct PatternPart {
    LayoutId layout;
    std::vector<EntityId> entities; ///< in the order in which they are visited
    double keys = 1;                ///< combinations of keys that one call asks for
    bool writes = false;            ///< it is the part that writes
};

struct PatternService {
    PatternId pattern;
    std::vector<PatternPart> parts; ///< one: served whole; more: joined by the application; none: not served
    double lagSeconds = 0;          ///< how far behind the truth an answer may be
    std::vector<LayoutId> others;   ///< further layouts that could serve it whole
    std::string why;                ///< of several parts or of none, in words
};

struct Ownership {
    std::vector<LayoutId> layouts;             ///< that make the design; empty: no layout names a boundary
    std::vector<LayoutId> alone;               ///< designs of their own beside it
    std::vector<BoundaryOwnership> boundaries; ///< those with entities, in their order, then the entities without one
    std::vector<PatternService> patterns;      ///< in the project's order

    bool isSplit() const { return !layouts.empty(); }
    bool contains(LayoutId layout) const;
    const BoundaryOwnership* of(EntityId entity) const;
    const PatternService* of(PatternId pattern) const;

private:
    friend class OwnershipReader;
    std::map<EntityId, std::size_t> m_at; ///< of an entity in "boundaries"
};

Ownership ownershipOf(const Project& project);

/// How long until a change is there, stated or assumed (derive.h); the period of a copy that is made anew.
double lagOf(const Upkeep& upkeep);
/// Whether an answer that old is what the pattern asks for.
bool allowsLag(const Consistency& wanted, double lagSeconds);
/// The path that an upkeep between two engines really takes: see above.
UpkeepPath pathBetweenEngines(UpkeepPath path);

} // namespace shardscape::model
