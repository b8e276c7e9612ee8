// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/demand/request_units.h"

#include <algorithm>

#include "estimator/size/item.h"

namespace shardscape::estimator {

using namespace model;

namespace {

double bytesOfAnItem(const PlanStep& step, const AccessPattern& pattern,
                     const std::vector<StructureEstimate>& structures) {
    const auto structure = std::find_if(structures.begin(), structures.end(),
                                        [&](const StructureEstimate& one) { return one.name == step.structure; });
    if (structure == structures.end())
        return 0;
    const auto item = structure->itemBytes.find(step.entity ? step.entity : pattern.entity);
    return item != structure->itemBytes.end() ? item->second.value() : structure->rowBytes.value();
}

/// Requests that a step makes of the service.
double requestsOf(const PlanStep& step) {
    const double times = std::max(1.0, step.repeat);
    switch (step.kind) {
    case StepKind::PointRead:
    case StepKind::Fetch: return std::max(times, step.rowsRead);
    default: return step.parallel ? std::max(times, step.partitions) : times;
    }
}

} // namespace

RequestUnits requestUnits(const Plan& plan, const AccessPattern& pattern, const EngineProfile& profile,
                          const Design& design, const std::vector<StructureEstimate>& structures) {
    RequestUnits units;
    const bool strong = pattern.consistency.kind == ConsistencyKind::Strong;
    for (const PlanStep& step : plan.steps) {
        const Structure* structure = design.find(step.structure);
        if (!structure || structure->kind == StructureKind::Cache || step.kind == StepKind::Filter ||
            step.kind == StepKind::Sort || step.kind == StepKind::CacheLookup)
            continue;
        const double bytes = bytesOfAnItem(step, pattern, structures);
        if (step.kind == StepKind::Write) {
            units.writes += step.rowsWritten * writeUnits(bytes, profile);
            continue;
        }
        const double requests = requestsOf(step);
        units.reads += requests * readUnits(step.rowsRead * bytes / requests,
                                            strong && structure->kind != StructureKind::GlobalIndex, profile);
    }
    return units;
}

} // namespace shardscape::estimator
