// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/capacity/consistency.h"

#include <algorithm>
#include <array>
#include <limits>

#include <fmt/format.h>

#include "estimator/copies/kept.h"
#include "estimator/copies/relabel.h"
#include "estimator/figure/leaves.h"
#include "estimator/latency/service.h"

namespace shardscape::estimator {

using namespace model;

namespace {

class Obtained {
public:
    Obtained(const Project& project, const EngineProfile& profile, const Layout& layout, const Estimate& estimate)
        : m_project(project)
        , m_profile(profile)
        , m_layout(layout)
        , m_estimate(estimate)
        , m_leaves(profile)
        , m_replicas(std::max(1, estimate.design.placement.replicas)) {}

    std::vector<ConsistencyEstimate> run() {
        std::vector<ConsistencyEstimate> out;
        for (const PatternEstimate& pattern : m_estimate.patterns) {
            const AccessPattern* source = m_project.patterns.find(pattern.pattern);
            if (!source || isWrite(source->verb) || pattern.plan.shape == PlanShape::Unserved)
                continue;
            out.push_back(of(*source, pattern));
        }
        return out;
    }

private:
    static std::string asked(const Consistency& wanted) {
        return wanted.kind == ConsistencyKind::Bounded
                   ? fmt::format("bounded({})", format(wanted.boundSeconds, Unit::Seconds))
                   : std::string(model::name(wanted.kind));
    }
    static bool wantsLatest(const AccessPattern& pattern) {
        return pattern.consistency.kind == ConsistencyKind::Strong ||
               pattern.consistency.kind == ConsistencyKind::ReadYourWrites;
    }

    ConsistencyEstimate of(const AccessPattern& pattern, const PatternEstimate& estimate) {
        ConsistencyEstimate out;
        out.pattern = pattern.id;
        out.name = pattern.name;
        out.asked = asked(pattern.consistency);
        out.staleness = Figure::leaf("age of an answer", 0, Unit::Seconds, Origin::Default, "it is the latest");
        switch (m_profile.replication) {
        case Replication::Leader: atLeader(pattern, out); break;
        case Replication::Quorum: atQuorum(pattern, estimate, out); break;
        case Replication::Managed: atService(pattern, estimate, out); break;
        }
        throughFollower(pattern, out);
        throughKept(pattern, out);
        throughCache(estimate, out);
        const double age = out.staleness.value();
        switch (pattern.consistency.kind) {
        case ConsistencyKind::Strong:
        case ConsistencyKind::ReadYourWrites: out.met = out.obtained == Freshness::Latest; break;
        case ConsistencyKind::Bounded: out.met = age <= pattern.consistency.boundSeconds; break;
        case ConsistencyKind::Eventual: out.met = true; break;
        }
        return out;
    }

    void stale(ConsistencyEstimate& out, Figure age, Freshness freshness) {
        out.obtained = freshness;
        out.staleness = std::move(age);
    }
    Figure lag(const char* words) {
        const Figure& lag = m_leaves("capacity.replica_lag_ms");
        return Figure::derived("age of an answer", lag.value(), Unit::Seconds, words, {lag});
    }

    void atLeader(const AccessPattern& pattern, ConsistencyEstimate& out) {
        if (m_replicas <= 1) {
            out.why = "there is one copy";
        } else if (wantsLatest(pattern)) {
            out.why =
                "the leader answers, which has every acknowledged write; a failover may lose the last ones, as its "
                "followers lag behind";
        } else {
            stale(out, lag("lag of a follower in the same data centre"), Freshness::Bounded);
            out.why = "a follower answers, which lags behind the leader; under bulk writes it lags longer";
        }
    }

    /// Copies that acknowledge the weakest write to what the plan reads.
    int weakestWrite(const Plan& plan, std::string& writer) const {
        int weakest = m_replicas;
        for (const PatternEstimate& other : m_estimate.patterns) {
            const AccessPattern* source = m_project.patterns.find(other.pattern);
            if (!source || !isWrite(source->verb))
                continue;
            for (const ServiceStage& stage : stagesOf(other.plan, *source, m_profile, m_estimate.design)) {
                const bool read =
                    stage.write && std::any_of(plan.steps.begin(), plan.steps.end(), [&](const PlanStep& step) {
                        return step.kind != StepKind::Write && step.structure == stage.structure;
                    });
                if (read && stage.answers < weakest) {
                    weakest = stage.answers;
                    writer = other.name;
                }
            }
        }
        return weakest;
    }

    void atQuorum(const AccessPattern& pattern, const PatternEstimate& estimate, ConsistencyEstimate& out) {
        int reads = m_replicas;
        for (const ServiceStage& stage : stagesOf(estimate.plan, pattern, m_profile, m_estimate.design))
            if (!stage.cache && !stage.write)
                reads = std::min(reads, stage.answers);
        std::string writer;
        const int writes = weakestWrite(estimate.plan, writer);
        const std::string sum = fmt::format("{} of {} copies answer, and {} acknowledge a write{}", reads, m_replicas,
                                            writes, writer.empty() ? std::string() : " of " + writer);
        const bool searched = m_profile.storage == StorageFamily::Inverted &&
                              std::any_of(estimate.plan.steps.begin(), estimate.plan.steps.end(),
                                          [](const PlanStep& step) { return step.kind == StepKind::IndexRange; });
        if (searched) {
            stale(out, lag("time between two refreshes"), Freshness::Bounded);
            out.why = "a search sees what was written before the last refresh; a get by _id sees the latest";
            return;
        }
        if (reads + writes > m_replicas) {
            out.why = sum + ": they always meet";
            return;
        }
        stale(out, lag("time in which a write reaches all copies; longer after a failure"), Freshness::Eventual);
        out.why = sum + ": they may miss each other";
    }

    void atService(const AccessPattern& pattern, const PatternEstimate& estimate, ConsistencyEstimate& out) {
        bool index = false;
        for (const PlanStep& step : estimate.plan.steps) {
            const Structure* structure = m_estimate.design.find(step.structure);
            index = index || (structure && structure->kind == StructureKind::GlobalIndex);
        }
        if (index) {
            stale(out, lag("time in which a global index usually follows"), Freshness::Eventual);
            out.why = "a global index answers, which follows its table and has no strong reads";
        } else if (wantsLatest(pattern)) {
            out.why = "a strongly consistent read of the table";
        } else {
            stale(out, lag("time in which the copies usually agree"), Freshness::Eventual);
            out.why = "an eventually consistent read, at half the price";
        }
    }

    /// What a follower of another engine answers is as old as its lag, on top of the age of what is read from it.
    void throughFollower(const AccessPattern& pattern, ConsistencyEstimate& out) {
        if (!m_estimate.kept || !m_estimate.kept->behind.contains(pattern.id))
            return;
        const Figure behind = Figure::leaf("how far it follows behind", m_estimate.kept->behind.at(pattern.id),
                                           Unit::Seconds, Origin::Default, "as stated or assumed of the boundary");
        stale(out,
              out.staleness.value() > 0
                  ? Figure::derived("age of an answer", behind.value() + out.staleness.value(), Unit::Seconds,
                                    "how far it follows behind + age of what is read", {behind, out.staleness})
                  : behind.renamed("age of an answer"),
              Freshness::Bounded);
        out.why = "it follows another engine, which has the truth";
    }

    /// What a kept copy answers is as old as the copy, on top of the age of what is read from it.
    void throughKept(const AccessPattern& pattern, ConsistencyEstimate& out) {
        const DerivedCopy* copy = m_estimate.kept ? m_estimate.kept->serving(pattern.id) : nullptr;
        if (!copy)
            return;
        const Figure behind = stalenessOf(*copy, m_profile, m_estimate);
        const Upkeep& upkeep = copy->derived.upkeep;
        if (isSynchronous(upkeep.path)) {
            out.why += fmt::format(", and {} is written {}", copy->name, title(upkeep.path));
            return;
        }
        const Figure age =
            out.staleness.value() > 0
                ? Figure::derived("age of an answer", behind.value() + out.staleness.value(), Unit::Seconds,
                                  "how far the copy is behind + age of what is read", {behind, out.staleness})
                : behind.renamed("age of an answer");
        stale(out, age, upkeep.path == UpkeepPath::Periodic ? Freshness::Bounded : Freshness::Eventual);
        out.why = fmt::format("{} answers, which is kept {}", copy->name, title(upkeep.path));
    }

    void throughCache(const PatternEstimate& estimate, ConsistencyEstimate& out) {
        if (m_profile.mapping == MappingFamily::Cache || !(estimate.hitRatio.value() > 0))
            return;
        const Structure* cache = nullptr;
        if (!estimate.plan.steps.empty() && estimate.plan.steps.front().kind == StepKind::CacheLookup)
            cache = m_estimate.design.find(estimate.plan.steps.front().structure);
        const std::optional<double> ttl = m_layout.cacheTtlSeconds ? m_layout.cacheTtlSeconds
                                          : cache                  ? cache->ttlSeconds
                                                                   : std::nullopt;
        if (ttl) {
            const Figure life = Figure::leaf("time to live in the cache", *ttl, Unit::Seconds, Origin::User,
                                             "of the layout, or what readers tolerate");
            stale(out,
                  Figure::derived("age of an answer", *ttl + out.staleness.value(), Unit::Seconds,
                                  "time to live in the cache + age of what is loaded", {life, out.staleness}),
                  Freshness::Bounded);
            out.why = "the cache answers with entries up to their time to live";
        } else if (cache && !cache->invalidatedBy.empty()) {
            stale(out, out.staleness, out.obtained == Freshness::Latest ? Freshness::Bounded : out.obtained);
            out.why += ", and the cache until a write drops the entry";
        } else {
            stale(out,
                  Figure::leaf("age of an answer", std::numeric_limits<double>::infinity(), Unit::Seconds,
                               Origin::Default, "entries have no time to live and no write drops them"),
                  Freshness::Eventual);
            out.why = "the cache answers, with entries that have no time to live and that no write drops";
        }
    }

    const Project& m_project;
    const EngineProfile& m_profile;
    const Layout& m_layout;
    const Estimate& m_estimate;
    ProfileLeaves m_leaves;
    int m_replicas;
};

} // namespace

const char* name(Freshness freshness) {
    static constexpr std::array kNames{"latest", "bounded", "eventual"};
    return kNames[static_cast<std::size_t>(freshness)];
}

std::vector<ConsistencyEstimate> consistencyOf(const Project& project, const EngineProfile& profile,
                                               const Layout& layout, const Estimate& estimate) {
    std::vector<ConsistencyEstimate> out = Obtained(estimate.subject(project), profile, layout, estimate).run();
    relabelKept(estimate, project, [&](const auto& each) {
        for (ConsistencyEstimate& one : out)
            each(one.staleness);
    });
    return out;
}

} // namespace shardscape::estimator
