// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/copies/measured.h"

#include <algorithm>
#include <limits>
#include <set>

#include "estimator/latency/service.h"
#include "model/physical/derive.h"

namespace shardscape::estimator {

using namespace model;

namespace {

constexpr double kEver = std::numeric_limits<double>::infinity();

Figure none(std::string name, double sum, Unit unit, const char* formula, std::vector<Figure> inputs) {
    if (inputs.empty())
        return Figure::leaf(std::move(name), 0, unit, Origin::Default, "no pattern does");
    return Figure::derived(std::move(name), sum, unit, formula, std::move(inputs));
}

} // namespace

Measured::Measured(const Project& project, const EngineProfile& profile, const Estimate& estimate)
    : m_project(project)
    , m_profile(profile)
    , m_estimate(estimate) {}

const PatternEstimate* Measured::find(PatternId id) const {
    const auto at = std::find_if(m_estimate.patterns.begin(), m_estimate.patterns.end(),
                                 [&](const PatternEstimate& pattern) { return pattern.pattern == id; });
    return at == m_estimate.patterns.end() ? nullptr : &*at;
}

double Measured::workOfOne(const PatternEstimate& pattern) const {
    const AccessPattern* source = m_project.patterns.find(pattern.pattern);
    if (!source || pattern.plan.shape == PlanShape::Unserved)
        return pattern.qps.value() > 0 ? kEver : 0;
    double seconds = 0;
    for (const ServiceStage& stage : stagesOf(pattern.plan, *source, m_profile, m_estimate.design))
        if (!stage.cache)
            seconds += stage.seconds * stage.subRequests * stage.copies;
    return seconds * (1 - pattern.hitRatio.value());
}

Figure Measured::servers(const PatternEstimate& pattern) const {
    const double one = workOfOne(pattern);
    const Figure each = Figure::derived("work of one " + pattern.name, one, Unit::Seconds,
                                        "service time × partitions asked × copies × (1 − hit ratio), of all visits",
                                        {pattern.serviceTime, pattern.partitions, pattern.hitRatio});
    return Figure::derived("servers busy with " + pattern.name, pattern.qps.value() > 0 ? pattern.qps.value() * one : 0,
                           Unit::None, "average rate × work of one", {pattern.qps, each});
}

Figure Measured::servers(const std::string& name, const std::vector<PatternId>& patterns) const {
    double sum = 0;
    std::vector<Figure> inputs;
    for (PatternId id : patterns)
        if (const PatternEstimate* pattern = find(id)) {
            inputs.push_back(servers(*pattern));
            sum += inputs.back().value();
        }
    return none(name, sum, Unit::None, "sum over the patterns", std::move(inputs));
}

Figure Measured::rowsWritten(const std::vector<PatternId>& patterns) const {
    double sum = 0;
    std::vector<Figure> inputs;
    for (PatternId id : patterns)
        if (const PatternEstimate* pattern = find(id)) {
            const Figure each =
                Figure::leaf("rows and entries of one " + pattern->name, pattern->plan.writes, Unit::Rows,
                             Origin::Default, "as planned from the fan-outs and indexes of the model");
            inputs.push_back(Figure::derived("written by " + pattern->name, pattern->qps.value() * pattern->plan.writes,
                                             Unit::PerSecond, "average rate × rows and entries of one",
                                             {pattern->qps, each}));
            sum += inputs.back().value();
        }
    return none("rows and index entries written a second", sum, Unit::PerSecond, "sum over the patterns",
                std::move(inputs));
}

Figure Measured::bytesWritten(const std::vector<PatternId>& patterns) const {
    double sum = 0;
    std::vector<Figure> inputs;
    for (PatternId id : patterns) {
        const PatternEstimate* pattern = find(id);
        if (!pattern)
            continue;
        for (const PlanStep& step : pattern->plan.steps)
            for (const StructureEstimate& structure : m_estimate.structures)
                if (step.kind == StepKind::Write && step.structure == structure.name) {
                    const Figure rows = Figure::leaf("rows of one " + pattern->name, step.rowsWritten, Unit::Rows,
                                                     Origin::Default, "as planned: " + step.text);
                    inputs.push_back(Figure::derived(
                        "bytes that " + pattern->name + " writes to " + structure.name,
                        pattern->qps.value() * step.rowsWritten * structure.rowBytes.value(), Unit::BytesPerSecond,
                        "average rate × rows × bytes of a row", {pattern->qps, rows, structure.rowBytes}));
                    sum += inputs.back().value();
                }
    }
    return none("bytes written a second", sum, Unit::BytesPerSecond, "sum over patterns and structures",
                std::move(inputs));
}

CopySides sidesOf(const Project& base, const Derivation& derivation, const DerivedCopy& copy) {
    CopySides out;
    out.reads = copy.reads;
    std::set<PatternId> writes;
    for (PatternId id : copy.upkeep) {
        const PatternId cause = derivation.causes.at(id);
        if (isWrite(base.patterns.find(cause)->verb)) {
            writes.insert(cause);
            out.upkeep.push_back(id);
        } else if (copy.derived.upkeep.path == UpkeepPath::Periodic) {
            out.upkeep.push_back(id);
            out.fixed.push_back(id);
        } else {
            out.readCompanions.push_back(id);
        }
    }
    for (const AccessPattern& pattern : base.patterns) // those that change it, also where each alone costs no upkeep
        if (isWrite(pattern.verb) &&
            std::find(copy.sources.begin(), copy.sources.end(), pattern.entity) != copy.sources.end() &&
            (!out.fixed.empty() || copy.derived.kind == DerivedKind::Embedded))
            writes.insert(pattern.id);
    out.writes.assign(writes.begin(), writes.end());
    return out;
}

} // namespace shardscape::estimator
