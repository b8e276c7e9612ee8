// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/polyglot/polyglot.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "estimator/capacity/durations.h"
#include "model/physical/derive.h"
#include "model/physical/derive_parts.h"
#include "model/physical/held.h"

namespace shardscape::estimator {

using namespace model;

namespace {

const char* riskOf(UpkeepPath stated) {
    switch (stated) {
    case UpkeepPath::Transaction:
        return "no transaction spans two engines: the second write can fail alone and nobody notices";
    case UpkeepPath::DualWrite: return "the second write can fail or overtake another: the two differ until compared";
    case UpkeepPath::Periodic: return "what changes between two copies is not there, and a deletion waits for the next";
    case UpkeepPath::Outbox:
    case UpkeepPath::Trigger: return "a message may come twice: applying it must not depend on how often";
    case UpkeepPath::Cdc:
        return "a change may come twice, and a follower that is away keeps the owner's log from going";
    }
    return "";
}

class DesignView {
public:
    DesignView(const Project& project, const std::vector<LayoutNumbers>& numbers)
        : m_project(project)
        , m_numbers(numbers)
        , m_ownership(ownershipOf(project))
        , m_cardinality(project) {}

    PolyglotDesign run() {
        if (!m_ownership.isSplit())
            return {};
        for (LayoutId layout : m_ownership.layouts)
            m_held.emplace(layout, heldBy(m_project, *m_project.layouts.find(layout)));
        for (LayoutId layout : m_ownership.layouts)
            addMember(layout);
        for (LayoutId layout : m_ownership.alone)
            m_out.alone.push_back(engine(layout));
        for (const BoundaryOwnership& boundary : m_ownership.boundaries)
            addBoundary(boundary);
        for (const PatternService& service : m_ownership.patterns)
            addPattern(service);
        addForeignKeys();
        addSums();
        std::stable_sort(m_out.problems.begin(), m_out.problems.end(), [](const Problem& a, const Problem& b) {
            return static_cast<int>(a.severity) > static_cast<int>(b.severity);
        });
        return std::move(m_out);
    }

private:
    std::string engine(LayoutId id) const {
        const Layout* layout = m_project.layouts.find(id);
        return layout ? layout->engine : std::string();
    }
    const LayoutNumbers* numbersOf(LayoutId id) const {
        for (const LayoutNumbers& one : m_numbers)
            if (one.layout == id && one.profile && one.estimate)
                return &one;
        return nullptr;
    }
    std::string nameOf(const BoundaryOwnership& boundary) const {
        const Boundary* known = m_project.boundaries.find(boundary.boundary);
        return known ? known->name : "no boundary";
    }

    void problem(const char* id, Severity severity, std::string where, std::string why, std::string fix,
                 PatternId pattern = {}, EntityId entity = {}) {
        m_out.problems.push_back({id, severity, std::move(where), std::move(why), std::move(fix), pattern, entity});
    }

    // --- layouts

    void addMember(LayoutId id) {
        MemberView out;
        out.layout = id;
        out.engine = engine(id);
        for (const BoundaryOwnership& boundary : m_ownership.boundaries) {
            if (boundary.truth == id)
                out.owns.push_back(nameOf(boundary));
            else if (boundary.follower(id))
                out.follows.push_back(nameOf(boundary));
        }
        if (const LayoutNumbers* numbers = numbersOf(id)) {
            out.storage = numbers->estimate->storageNow;
            out.nodes = numbers->estimate->nodes.count;
            if (numbers->cost && numbers->cost->priced)
                out.costMonth = numbers->cost->month;
        }
        m_out.layouts.push_back(std::move(out));
    }

    void addSums() {
        std::vector<Figure> storage, nodes, costs;
        std::set<std::string> currencies;
        for (const MemberView& member : m_out.layouts) {
            if (member.storage)
                storage.push_back(member.storage->renamed("storage on " + member.engine));
            if (member.nodes)
                nodes.push_back(member.nodes->renamed("nodes of " + member.engine));
            if (member.costMonth) {
                costs.push_back(member.costMonth->renamed("cost of " + member.engine));
                currencies.insert(numbersOf(member.layout)->cost->currency);
            }
        }
        const auto sum = [](const char* name, Unit unit, std::vector<Figure> parts) {
            double total = 0;
            for (const Figure& part : parts)
                total += part.value();
            return Figure::derived(name, total, unit, "sum over the engines of the design", std::move(parts));
        };
        const bool priced = costs.size() == m_out.layouts.size() && currencies.size() == 1;
        m_out.storage = sum("storage of the design", Unit::Bytes, std::move(storage));
        m_out.nodes = sum("nodes of the design", Unit::Nodes, std::move(nodes));
        if (!priced)
            return;
        m_out.currency = *currencies.begin();
        const Unit unit = costs.front().unit();
        m_out.costMonth = sum("cost of the design a month", unit, std::move(costs));
    }

    // --- boundaries

    void addBoundary(const BoundaryOwnership& boundary) {
        BoundaryView out;
        out.boundary = boundary.boundary;
        out.name = nameOf(boundary);
        for (EntityId entity : boundary.entities)
            out.entities.push_back(m_project.displayName(*m_project.entities.find(entity)));
        out.truth = engine(boundary.truth);
        for (LayoutId owner : boundary.owners)
            out.owners.push_back(engine(owner));
        for (const Follower& follower : boundary.followers)
            out.followers.push_back(followerOf(boundary, follower));
        out.readers = readersOf(out);
        findConflicts(boundary, out);
        m_out.boundaries.push_back(std::move(out));
    }

    FollowerView followerOf(const BoundaryOwnership& boundary, const Follower& follower) {
        FollowerView out;
        out.layout = follower.layout;
        out.engine = engine(follower.layout);
        out.path = follower.upkeep.path;
        out.lag = lagFigure(follower.upkeep);
        std::vector<Figure> rates;
        double rows = 0, bytes = 0;
        for (const AccessPattern& pattern : m_project.patterns) {
            if (!isWrite(pattern.verb) || m_ownership.of(pattern.entity) != &boundary)
                continue;
            const double changed = pattern.rate.average.value * rowsOfWrite(m_cardinality, pattern);
            rows += changed;
            bytes += changed * m_cardinality.rowBytes(pattern.entity);
            rates.push_back(
                Figure::leaf("rate of " + pattern.name, pattern.rate.average.value, Unit::PerSecond, Origin::User)
                    .withPath(fmt::format("pattern:{}/rate", pattern.id.value)));
            rates.push_back(Figure::leaf("rows of one " + pattern.name, rowsOfWrite(m_cardinality, pattern), Unit::Rows,
                                         Origin::Default, "those it inserts, or that its conditions find"));
        }
        out.changes = rates.empty()
                          ? Figure::leaf("changes", 0, Unit::PerSecond, Origin::Default, "no pattern writes")
                          : Figure::derived("changes", rows, Unit::PerSecond, "Σ rate × rows of the writes", rates);
        const UpkeepPath path = pathBetweenEngines(follower.upkeep.path);
        if (path == UpkeepPath::Cdc)
            out.logBytes = Figure::derived("log read", bytes, Unit::BytesPerSecond,
                                           "Σ rate × rows × mean payload bytes of a row", {out.changes});
        if (const LayoutNumbers* numbers = numbersOf(follower.layout))
            out.resync = resyncTime(m_project, *numbers->profile, *m_project.layouts.find(follower.layout),
                                    *numbers->estimate, boundary.entities, nameOf(boundary));
        out.risk = riskOf(follower.upkeep.path);
        return out;
    }

    static Figure lagFigure(const Upkeep& upkeep) {
        if (upkeep.path == UpkeepPath::Periodic)
            return upkeep.periodSeconds
                       ? Figure::leaf("period", *upkeep.periodSeconds, Unit::Seconds, Origin::User)
                       : Figure::leaf("period", kAssumedPeriodSeconds, Unit::Seconds, Origin::Default, "ten minutes");
        return upkeep.lagSeconds
                   ? Figure::leaf("lag", *upkeep.lagSeconds, Unit::Seconds, Origin::User)
                   : Figure::leaf("lag", kAssumedLagSeconds, Unit::Seconds, Origin::Default,
                                  "polled every half second (Debezium's poll.interval.ms is 500 by default)");
    }

    static std::string readersOf(const BoundaryView& view) {
        if (view.truth.empty())
            return "nothing that can be relied on: nobody owns it";
        std::string out = fmt::format("on {} what was last written", view.truth);
        for (const FollowerView& follower : view.followers)
            out += fmt::format("; on {} what was there up to {} before", follower.engine, format(follower.lag));
        return out;
    }

    void findConflicts(const BoundaryOwnership& boundary, const BoundaryView& view) {
        const std::string where =
            boundary.boundary ? "boundary " + view.name : std::string("entities without a boundary");
        if (view.truth.empty() && !boundary.boundary)
            problem(
                "entities-without-boundary", Severity::Error, where,
                fmt::format("no engine holds {}: every engine names its boundaries", fmt::join(view.entities, ", ")),
                "put them into a boundary that an engine owns, or let one engine name none");
        else if (view.truth.empty())
            problem("boundary-without-owner", Severity::Error, where,
                    "no engine owns it: nothing says which copy is right, and nothing takes its writes",
                    "let one engine own it");
        if (view.owners.size() > 1 && boundary.boundary)
            problem("boundary-with-two-owners", Severity::Error, where,
                    fmt::format("{} all own it: they are written apart and nothing says which one is right",
                                fmt::join(view.owners, ", ")),
                    fmt::format("let {} own it and the others follow; an engine that names no boundary owns all",
                                view.owners.front()));
        for (const FollowerView& follower : view.followers) {
            const std::string there = fmt::format("{} on {}", where, follower.engine);
            if (view.truth.empty()) {
                problem("follower-of-nobody", Severity::Error, there, "it follows what nobody owns: nothing feeds it",
                        "let an engine own the boundary");
                continue;
            }
            if (follower.path == UpkeepPath::Transaction || follower.path == UpkeepPath::Trigger)
                problem("transaction-across-engines", Severity::Error, there,
                        fmt::format("no transaction and no trigger reaches from {} to {}", view.truth, follower.engine),
                        "follow through an outbox or from the log");
            if (pathBetweenEngines(follower.path) == UpkeepPath::DualWrite)
                problem("dual-write", Severity::Warning, there,
                        "a write can reach one engine and not the other, or reach them in another order: nothing holds "
                        "the two together",
                        "write one and follow it through an outbox or from its log; compare the two until then");
        }
    }

    /// Foreign keys that nothing enforces any more, one problem for each boundary that they leave.
    void addForeignKeys() {
        for (const Relationship& relationship : m_project.relationships) {
            const BoundaryOwnership* child = m_ownership.of(relationship.child);
            const BoundaryOwnership* parent = m_ownership.of(relationship.parent);
            if (!child || !parent || !child->truth || !parent->truth || child->truth == parent->truth)
                continue;
            const Entity& from = *m_project.entities.find(relationship.child);
            const Entity& to = *m_project.entities.find(relationship.parent);
            problem("reference-across-engines", Severity::Info, "entity " + m_project.displayName(from),
                    fmt::format("it refers to {}, whose truth is on {}: no engine checks that the row is there",
                                m_project.displayName(to), engine(parent->truth)),
                    "let the application check before it writes, and decide what happens when the row goes", {},
                    from.id);
        }
    }

    // --- patterns

    void addPattern(const PatternService& service) {
        const AccessPattern& pattern = *m_project.patterns.find(service.pattern);
        PatternView out;
        out.pattern = pattern.id;
        out.name = pattern.name;
        out.why = service.why;
        out.lagSeconds = service.lagSeconds;
        out.calls = static_cast<double>(service.parts.size());
        for (LayoutId other : service.others)
            out.others.push_back(engine(other));
        std::vector<Figure> tails;
        bool known = true;
        for (const PatternPart& part : service.parts) {
            out.engines.push_back(engine(part.layout));
            out.keys = std::max(out.keys, part.keys);
        }
        std::set<LayoutId> seen;
        for (const PatternPart& part : service.parts) {
            if (!seen.insert(part.layout).second)
                continue;
            const LayoutNumbers* numbers = numbersOf(part.layout);
            known = known && numbers;
            if (numbers)
                takeTails(*numbers, pattern, service.parts.size() > 1, tails);
        }
        if (known && !tails.empty()) {
            double sum = 0;
            for (const Figure& tail : tails)
                sum += tail.value();
            out.p99 = tails.size() == 1
                          ? tails.front()
                          : Figure::derived("p99", sum, Unit::Seconds,
                                            "sum over the calls: an upper bound, as percentiles do not add", tails);
        }
        findTroubles(pattern, service, out);
        m_out.patterns.push_back(std::move(out));
    }

    void takeTails(const LayoutNumbers& numbers, const AccessPattern& pattern, bool joined,
                   std::vector<Figure>& tails) const {
        std::vector<PatternId> asked{pattern.id};
        if (joined) {
            const auto& parts = m_held.at(numbers.layout).parts;
            const auto at = parts.find(pattern.id);
            asked = at == parts.end() ? std::vector<PatternId>() : at->second;
        }
        for (const PatternEstimate& one : numbers.estimate->patterns)
            if (std::find(asked.begin(), asked.end(), one.pattern) != asked.end())
                tails.push_back(one.p99.renamed(fmt::format("p99 of {} on {}", one.name, engine(numbers.layout))));
    }

    void findTroubles(const AccessPattern& pattern, const PatternService& service, const PatternView& view) {
        const std::string where = "pattern " + pattern.name;
        if (service.parts.empty()) {
            problem("unserved-pattern", Severity::Error, where, service.why,
                    "let one engine hold all that it reads, or give what it reads an owner", pattern.id);
            return;
        }
        if (service.parts.size() > 1) {
            const std::string stale = freshButHeld(pattern);
            problem("application-join", Severity::Warning, where,
                    fmt::format("it reads what lies on {}: the application makes {:.0f} calls and joins, up to {} keys "
                                "at a time{}",
                                fmt::join(view.engines, ", "), view.calls, format(view.keys, Unit::None), stale),
                    stale.empty() ? "let one engine follow the other's boundary, or keep what is read together together"
                                  : "let it tolerate that lag, or keep what is read together on one engine",
                    pattern.id);
            return;
        }
        const LayoutNumbers* numbers = numbersOf(service.parts.front().layout);
        if (!numbers || service.others.empty())
            return;
        for (const PatternEstimate& one : numbers->estimate->patterns)
            if (one.pattern == pattern.id && one.plan.shape == PlanShape::Unserved)
                problem("read-from-a-follower", Severity::Warning, where,
                        fmt::format("{} follows what it reads and gets it, but cannot answer it; {} could",
                                    view.engines.front(), fmt::join(view.others, ", ")),
                        "want the truth of it (read-your-writes), so that the owner answers", pattern.id);
    }

    /// A layout that holds all that the pattern reads, but too far behind for what it wants.
    std::string freshButHeld(const AccessPattern& pattern) const {
        if (isWrite(pattern.verb))
            return {};
        for (LayoutId layout : m_ownership.layouts) {
            double lag = 0;
            const auto holds = [&](EntityId entity) {
                const BoundaryOwnership* boundary = m_ownership.of(entity);
                if (!boundary)
                    return false;
                if (boundary->truth == layout)
                    return true;
                const Follower* follower = boundary->follower(layout);
                lag = follower ? std::max(lag, lagOf(follower->upkeep)) : lag;
                return follower != nullptr;
            };
            if (holds(pattern.entity) && std::all_of(pattern.joined.begin(), pattern.joined.end(), holds))
                return fmt::format("; {} holds all of it, but {} behind, and it wants {}", engine(layout),
                                   format(lag, Unit::Seconds), name(pattern.consistency.kind));
        }
        return {};
    }

    const Project& m_project;
    const std::vector<LayoutNumbers>& m_numbers;
    const Ownership m_ownership;
    const Cardinality m_cardinality;
    std::map<LayoutId, Held> m_held;
    PolyglotDesign m_out;
};

} // namespace

PolyglotDesign polyglotOf(const Project& project, const std::vector<LayoutNumbers>& numbers) {
    return DesignView(project, numbers).run();
}

} // namespace shardscape::estimator
