// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/copies/relabel.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include <fmt/format.h>

namespace shardscape::estimator {

using namespace model;

namespace {

/// The id in "pattern:12/rate" behind the word; 0 when the path is of another kind.
std::uint64_t idIn(const std::string& path, std::string_view word) {
    return path.starts_with(word) ? std::strtoull(path.c_str() + word.size(), nullptr, 10) : 0;
}

} // namespace

Relabel::Relabel(const Project& base, const Derivation& derivation)
    : m_base(base)
    , m_derivation(derivation) {}

Figure Relabel::leaf(const Figure& figure) const {
    if (const PatternId added{idIn(figure.path(), "pattern:")}; m_derivation.causes.contains(added)) {
        const bool anew =
            std::any_of(m_derivation.copies.begin(), m_derivation.copies.end(), [&](const DerivedCopy& copy) {
                return copy.derived.upkeep.path == UpkeepPath::Periodic &&
                       std::find(copy.upkeep.begin(), copy.upkeep.end(), added) != copy.upkeep.end();
            });
        if (anew)
            return Figure::leaf(figure.name(), figure.value(), figure.unit(), Origin::Default,
                                "portions of a thousand rows, each once in the period");
        const AccessPattern* cause = m_base.patterns.find(m_derivation.causes.at(added));
        if (!m_derivation.causes.at(added))
            return Figure::leaf(figure.name(), figure.value(), figure.unit(), Origin::Default,
                                "rows ÷ rows of a portion ÷ period");
        if (cause)
            return Figure::derived(
                figure.name(), figure.value(), figure.unit(), "as often as its cause happens, for each row it changes",
                {Figure::leaf("rate of " + cause->name, cause->rate.average.value, Unit::PerSecond, Origin::User)
                     .withPath(fmt::format("pattern:{}/rate", cause->id.value))});
    }
    const EntityId entity{idIn(figure.path(), "entity:")};
    if (!entity || m_base.entities.contains(entity))
        return figure;
    const auto words = m_derivation.rowsOf.find(entity);
    return Figure::leaf(figure.name(), figure.value(), figure.unit(), Origin::Default,
                        words == m_derivation.rowsOf.end() ? "as what it copies has it" : words->second);
}

namespace {

template <class Each> void everyFigure(Estimate& estimate, const Each& each) {
    for (StructureEstimate& one : estimate.structures) {
        for (Figure* figure : {&one.rows, &one.rowsPerDay, &one.rowBytes, &one.tableBytes, &one.totalBytes,
                               &one.readsPerSecond, &one.writesPerSecond})
            each(*figure);
        for (IndexEstimate& index : one.indexes)
            each(index.bytes);
        for (auto& [entity, bytes] : one.itemBytes)
            each(bytes);
    }
    for (PatternEstimate& one : estimate.patterns) {
        for (Figure* figure : {&one.qps, &one.peakQps, &one.databaseQps, &one.hitRatio, &one.rowsScanned,
                               &one.partitions, &one.serviceTime, &one.p50, &one.p95, &one.p99})
            each(*figure);
        if (one.wantedP99)
            each(*one.wantedP99);
    }
    for (GrowthMonth& month : estimate.growth)
        for (Figure* figure : {&month.bytes, &month.replicatedBytes})
            each(*figure);
    for (TierEstimate& tier : estimate.tiers)
        for (Figure* figure :
             {&tier.fromDays, &tier.untilDays, &tier.rowsKept, &tier.rowBytes, &tier.rows, &tier.bytes})
            each(*figure);
    for (NodeConstraint& one : estimate.nodes.constraints)
        for (Figure* figure : {&one.nodes, &one.used, &one.roomOfANode})
            each(*figure);
    for (WriteCause& cause : estimate.writeCauses)
        each(cause.factor);
    if (estimate.cache)
        for (Figure* figure : {&estimate.cache->stay, &estimate.cache->entries, &estimate.cache->hitTime})
            each(*figure);
    for (Figure* figure : {&estimate.nodes.count, &estimate.nodes.partitions, &estimate.peakQps, &estimate.storageNow,
                           &estimate.storageInAYear, &estimate.worstP99, &estimate.writeAmplification,
                           &estimate.meanUtilisation, &estimate.hottestShare})
        each(*figure);
}

} // namespace

void relabel(Estimate& estimate, const Project& base) {
    if (!estimate.kept)
        return;
    const Derivation& kept = *estimate.kept;
    Relabel relabel(base, kept);
    everyFigure(estimate, [&](Figure& figure) { figure = relabel(figure); });
    for (Problem& problem : estimate.problems) {
        if (const auto cause = kept.causes.find(problem.pattern); cause != kept.causes.end())
            problem.pattern = cause->second;
        if (problem.entity && !base.entities.contains(problem.entity)) {
            const auto copy = std::find_if(kept.copies.begin(), kept.copies.end(), [&](const DerivedCopy& one) {
                return !one.sources.empty() && one.entity == problem.entity;
            });
            problem.entity = copy == kept.copies.end() ? EntityId{} : copy->sources.front();
        }
    }
}

Figure Relabel::operator()(const Figure& figure) {
    if (const auto known = m_done.find(figure.identity()); known != m_done.end())
        return known->second;
    Figure out = figure;
    if (figure.inputs().empty()) {
        out = leaf(figure);
    } else {
        std::vector<Figure> inputs;
        bool changed = false;
        for (const Figure& input : figure.inputs()) {
            inputs.push_back((*this)(input));
            changed = changed || inputs.back().identity() != input.identity();
        }
        if (changed)
            out = Figure::derived(figure.name(), figure.value(), figure.unit(), figure.formula(), std::move(inputs));
    }
    m_kept.push_back(figure);
    m_done.emplace(figure.identity(), out);
    return out;
}

} // namespace shardscape::estimator
