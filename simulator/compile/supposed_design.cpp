// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compile/supposed_design.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace shardscape::simulator {
namespace {

using Kind = WhatIf::Kind;

model::KeyPopularity popularityOf(const KeySpec& keys) {
    model::KeyPopularity popularity;
    popularity.theta = keys.theta;
    popularity.alpha = keys.alpha;
    popularity.keyShare = keys.shareOfKeys;
    popularity.trafficShare = keys.shareOfTraffic;
    switch (keys.kind) {
    case KeyKind::Uniform:
    case KeyKind::Sample: popularity.kind = model::PopularityKind::Uniform; break;
    case KeyKind::Zipf: popularity.kind = model::PopularityKind::Zipf; break;
    case KeyKind::HotSet: popularity.kind = model::PopularityKind::HotSet; break;
    case KeyKind::Latest: popularity.kind = model::PopularityKind::Latest; break;
    case KeyKind::PowerLaw: popularity.kind = model::PopularityKind::PowerLaw; break;
    }
    return popularity;
}

template <class Change> void eachPattern(model::Project& project, const std::string& whose, const Change& change) {
    std::vector<model::AccessPattern> changed;
    for (const model::AccessPattern& pattern : project.patterns)
        if (whose.empty() || pattern.name == whose) {
            changed.push_back(pattern);
            change(changed.back());
        }
    for (model::AccessPattern& pattern : changed)
        project.patterns.set(std::move(pattern));
}

std::optional<int> whole(double value) {
    return std::isfinite(value) && value >= 1 && value < 1e9 ? std::optional<int>(static_cast<int>(value))
                                                             : std::nullopt;
}

/// False where a project has no word for it.
bool write(const WhatIf& what, SupposedDesign& design) {
    switch (what.kind) {
    case Kind::Traffic:
        eachPattern(design.project, what.whose, [&](model::AccessPattern& pattern) {
            pattern.rate.average.value *= what.number;
            if (pattern.rate.peak)
                pattern.rate.peak->value *= what.number;
        });
        return true;
    case Kind::Keys:
        eachPattern(design.project, what.whose,
                    [&](model::AccessPattern& pattern) { pattern.popularity = popularityOf(what.popularity); });
        return true;
    case Kind::Nodes: design.layout.nodes = whole(what.number); return true;
    case Kind::Cost:
        if (design.layout.nodes)
            design.layout.nodes = std::max(1, static_cast<int>(std::floor(*design.layout.nodes * what.number)));
        return design.layout.nodes.has_value();
    case Kind::Partitions: design.layout.partitions = whole(what.number); return what.whose.empty();
    case Kind::Replicas: design.layout.replicas = whole(what.number); return what.whose.empty();
    default: return false;
    }
}

} // namespace

model::Result<std::vector<WhatIf>> suitEngine(const model::EngineProfile& profile, std::span<const WhatIf> supposed) {
    std::vector<WhatIf> out;
    for (const WhatIf& what : supposed) {
        out.push_back(what);
        if (profile.replication != model::Replication::Managed)
            continue;
        if (what.kind == Kind::Nodes || what.kind == Kind::Cost)
            return model::fail(model::ErrorCode::Invalid,
                               fmt::format("what if \"{}\": {} runs its nodes itself", specOf(what), profile.title),
                               "suppose partitions=8: each has the capacity of one");
        if (what.kind == Kind::Partitions && what.whose.empty()) {
            out.push_back(what);
            out.back().kind = Kind::Nodes;
        }
    }
    return out;
}

std::optional<SupposedDesign> supposedDesign(const model::Project& project, const model::Layout& layout,
                                             const estimator::Estimate& estimate, std::span<const WhatIf> supposed) {
    // What is supposed of one pattern is so in the simulation without its upkeep: kept copies are as they are, and no
    // longer follow from the project.
    SupposedDesign design{estimate.subject(project), layout};
    design.layout.derived.clear();
    design.layout.boundaries.clear();
    if (const auto nodes = whole(estimate.nodes.count.value()))
        design.layout.nodes = nodes;
    if (const auto partitions = whole(estimate.nodes.partitions.value()))
        design.layout.partitions = partitions;
    for (const WhatIf& what : supposed)
        if (!write(what, design))
            return std::nullopt;
    design.project.layouts.set(design.layout);
    return design;
}

} // namespace shardscape::simulator
