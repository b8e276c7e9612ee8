// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/planning/planner.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "estimator/figure/figure.h"
#include "estimator/planning/planning_context.h"

namespace shardscape::estimator {

using namespace model;

const char* name(PlanShape shape) {
    switch (shape) {
    case PlanShape::One: return "one partition";
    case PlanShape::Few: return "few partitions";
    case PlanShape::Scatter: return "scatter";
    case PlanShape::Unserved: return "unserved";
    }
    return "";
}

const char* name(StepKind kind) {
    switch (kind) {
    case StepKind::CacheLookup: return "cache lookup";
    case StepKind::PointRead: return "point read";
    case StepKind::IndexRange: return "index range";
    case StepKind::KeyRange: return "key range";
    case StepKind::Fetch: return "fetch";
    case StepKind::Scan: return "scan";
    case StepKind::Filter: return "filter";
    case StepKind::Sort: return "sort";
    case StepKind::Write: return "write";
    }
    return "";
}

PlanningContext::PlanningContext(const Project& project_, const EngineProfile& profile_, const Design& design_)
    : project(project_)
    , profile(profile_)
    , design(design_)
    , cardinality(project_) {
    structuresOf.reserve(design.structures.size());
    byName.reserve(design.structures.size());
    for (const Structure& structure : design.structures) {
        byName.emplace(structure.name, &structure);
        if (structure.kind == StructureKind::Cache) {
            for (PatternId pattern : structure.serves)
                cacheOf.emplace(pattern, &structure);
            for (PatternId pattern : structure.invalidatedBy)
                invalidated[pattern].push_back(&structure);
            continue;
        }
        if (structure.entities.empty())
            structuresOf[structure.entity].push_back(&structure);
        for (EntityId entity : structure.entities)
            structuresOf[entity].push_back(&structure);
    }
}

double partitionsOfKeys(double partitions, double keys) {
    if (partitions <= 1 || keys <= 1)
        return 1;
    return partitions * (1 - std::pow(1 - 1 / partitions, keys));
}

std::string rowsText(double rows) {
    if (rows < 10000)
        return fmt::format("{:.0f}", rows > 0 && rows < 1 ? 1.0 : rows);
    std::string text = format(rows, Unit::None);
    return text;
}

std::string counted(double number, const char* one, const char* many) {
    const std::string text = rowsText(number);
    return text + " " + (text == "1" ? std::string(one) : many ? std::string(many) : std::string(one) + "s");
}

std::string columnNames(const Entity& entity, const std::vector<AttributeId>& columns) {
    std::string out;
    for (AttributeId id : columns)
        if (const Attribute* attribute = entity.find(id))
            out += (out.empty() ? "" : ", ") + attribute->name;
    return out;
}

std::string whyUnbounded(const PlanningContext& context, const Query& query, bool stops, bool searched) {
    if (query.reads.empty())
        return {};
    const AccessPattern& pattern = *query.pattern;
    const EntityRead* growing = nullptr;
    for (const EntityRead& read : query.reads) {
        const std::vector<AttributeId> ranged = read.ranged();
        const bool closed = std::any_of(ranged.begin(), ranged.end(),
                                        [&](AttributeId id) { return isClosedRange(read.conditions, id); });
        if (!closed && !growing && context.cardinality.growsPerValue(read.entity->id, read.keyed()))
            growing = &read;
    }
    if (pattern.offsetParameter)
        return "OFFSET is a parameter: every row before the page is read and dropped, more with each page; continue "
               "after the "
               "last row seen instead";
    if (!growing)
        return {};
    const std::string rows = rowsText(query.matching);
    if (!searched)
        return fmt::format("a condition looks inside values, which no index here answers, so {} rows of {} may be read",
                           rowsText(context.cardinality.rows(growing->entity->id)), growing->entity->name);
    if (pattern.verb == Verb::Aggregate || !pattern.groupBy.empty() || pattern.distinct)
        return fmt::format("all matching rows of {} are read ({} now) and they grow with the data",
                           growing->entity->name, rows);
    if (isWrite(pattern.verb))
        return fmt::format("it writes all matching rows of {} at once ({} now) and they grow with the data",
                           growing->entity->name, rows);
    if (!query.limit)
        return fmt::format("there is no LIMIT and the result grows with {} ({} rows now)", growing->entity->name, rows);
    if (!stops)
        return fmt::format(
            "LIMIT does not help: no structure has the order, so all matching rows of {} are read and sorted "
            "({} now)",
            growing->entity->name, rows);
    return {};
}

bool looksInside(const Predicate* condition) {
    return condition->comparison == Comparison::Contains || condition->comparison == Comparison::Near;
}

double rowsReturned(const PlanningContext& context, const Query& query, double rows) {
    const AccessPattern& pattern = *query.pattern;
    if (isWrite(pattern.verb))
        return query.limit ? std::min(rows, *query.limit) : rows;
    double out = rows;
    if (!pattern.groupBy.empty() || pattern.distinct) {
        double groups = 1;
        for (const ColumnRef& column : pattern.groupBy.empty() ? pattern.projection : pattern.groupBy)
            groups *= context.cardinality.distinct(column.entity, column.attribute);
        out = std::min(out, groups);
    } else if (pattern.verb == Verb::Aggregate) {
        out = 1;
    }
    out = std::max(0.0, out - pattern.offset.value_or(0));
    return query.limit ? std::min(out, *query.limit) : out;
}

void finish(Plan& plan) {
    bool scatter = false;
    for (const PlanStep& step : plan.steps) {
        plan.bytesRead += step.bytesRead;
        plan.writes += step.rowsWritten + step.indexesWritten;
        if (step.kind == StepKind::CacheLookup)
            continue;
        if (step.kind != StepKind::Fetch && step.kind != StepKind::Filter && step.kind != StepKind::Sort)
            plan.rowsRead += step.rowsRead;
        plan.partitionsTouched = std::max(plan.partitionsTouched, step.partitions);
        scatter = scatter || (step.parallel && step.routedBy.empty() && step.partitions > 1);
    }
    if (plan.shape == PlanShape::Unserved)
        return;
    plan.shape = scatter ? PlanShape::Scatter : plan.partitionsTouched > 1 ? PlanShape::Few : PlanShape::One;
}

Planner::Planner(const Project& project, const EngineProfile& profile, const Design& design)
    : m_context(std::make_unique<const PlanningContext>(project, profile, design)) {}

Planner::~Planner() = default;

namespace {

PlanStep lookup(const Structure& cache) {
    PlanStep step;
    step.kind = StepKind::CacheLookup;
    step.structure = cache.name;
    step.text =
        fmt::format("look up {} in the cache", cache.columns.empty() ? cache.name : cache.columns.front().composition);
    return step;
}

PlanStep invalidation(const Structure& cache) {
    PlanStep step;
    step.kind = StepKind::Write;
    step.structure = cache.name;
    step.rowsWritten = 1;
    step.text =
        fmt::format("drop {} from the cache", cache.columns.empty() ? cache.name : cache.columns.front().composition);
    return step;
}

} // namespace

Plan Planner::plan(const AccessPattern& pattern) const {
    const PlanningContext& context = *m_context;
    Plan plan;
    switch (context.profile.mapping) {
    case MappingFamily::Relational:
    case MappingFamily::Document: plan = planRelational(context, pattern); break;
    case MappingFamily::WideColumn: plan = planWideColumn(context, pattern); break;
    case MappingFamily::SingleTable: plan = planSingleTable(context, pattern); break;
    case MappingFamily::Columnar: plan = planColumnar(context, pattern); break;
    case MappingFamily::TimeSeries: plan = planTimeSeries(context, pattern); break;
    case MappingFamily::Log: plan = planLog(context, pattern); break;
    case MappingFamily::Search: plan = planSearch(context, pattern); break;
    case MappingFamily::Cache: plan = planCacheAlone(context, pattern); break;
    default:
        plan.shape = PlanShape::Unserved;
        plan.why = fmt::format("there are no planning rules for {} yet", context.profile.title);
        break;
    }
    plan.pattern = pattern.id;
    plan.engine = context.design.engine;
    if (context.profile.mapping != MappingFamily::Cache) {
        if (const auto cache = context.cacheOf.find(pattern.id);
            cache != context.cacheOf.end() && plan.shape != PlanShape::Unserved)
            plan.steps.insert(plan.steps.begin(), lookup(*cache->second));
        if (const auto caches = context.invalidated.find(pattern.id); caches != context.invalidated.end())
            for (const Structure* cache : caches->second)
                plan.steps.push_back(invalidation(*cache));
    }
    finish(plan);
    return plan;
}

Plan planCacheAlone(const PlanningContext& context, const AccessPattern& pattern) {
    Plan plan;
    if (const auto cache = context.cacheOf.find(pattern.id); cache != context.cacheOf.end()) {
        const Query query = queryOf(context.cardinality, pattern);
        plan.steps.push_back(lookup(*cache->second));
        plan.rowsReturned = query.limit ? std::min(*query.limit, query.matching) : query.matching;
        plan.steps.back().rowsReturned = plan.rowsReturned;
        plan.steps.back().rowsRead = plan.rowsReturned;
        plan.steps.back().bytesRead = plan.rowsReturned * context.cardinality.rowBytes(pattern.entity);
        return plan;
    }
    if (const auto caches = context.invalidated.find(pattern.id); caches != context.invalidated.end()) {
        for (const Structure* cache : caches->second)
            plan.steps.push_back(invalidation(*cache));
        return plan;
    }
    plan.shape = PlanShape::Unserved;
    plan.partitionsTouched = 0;
    plan.why = isWrite(pattern.verb) ? "it writes nothing that is cached; it goes to the engine that owns the truth"
               : pattern.consistency.kind == ConsistencyKind::Strong
                   ? "it must see the latest write, so it goes to the engine that owns the truth"
                   : "its answer has no key to cache it under; it goes to the engine that owns the truth";
    return plan;
}

Plan planPattern(const Project& project, const EngineProfile& profile, const Design& design,
                 const AccessPattern& pattern) {
    return Planner(project, profile, design).plan(pattern);
}

std::vector<Plan> planPatterns(const Project& project, const EngineProfile& profile, const Design& design) {
    const Planner planner(project, profile, design);
    std::vector<Plan> plans;
    plans.reserve(project.patterns.size());
    for (const AccessPattern& pattern : project.patterns)
        plans.push_back(planner.plan(pattern));
    return plans;
}

} // namespace shardscape::estimator
