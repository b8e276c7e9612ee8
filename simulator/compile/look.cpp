// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compile/look.h"

#include <algorithm>

#include "simulator/cluster/layout.h"
#include "simulator/compile/supposed_design.h"
#include "simulator/kernel/replications.h"

namespace shardscape::simulator {
namespace {

/// As many as a look's requests can fill: with tens of thousands of nodes, more windows than requests a node would be
/// nearly empty, and take longer to write down than the requests take to serve.
std::uint32_t windowsOfLook(const Scenario& scenario) {
    constexpr std::uint64_t kMost = 20;
    constexpr std::uint64_t kLeast = 4;
    const std::uint64_t requests = kLookReplications * kLookRequests;
    return static_cast<std::uint32_t>(std::clamp(requests / listNodes(scenario).size(), kLeast, kMost));
}

} // namespace

model::Result<Compiled> compileSupposed(const model::Project& project, const model::EngineProfile& profile,
                                        const estimator::Estimate& estimate, const CompileOptions& options,
                                        std::span<const WhatIf> supposed) {
    auto compiled = compileScenario(project, profile, estimate, options);
    if (!compiled)
        return compiled;
    const auto suited = suitEngine(profile, supposed);
    if (!suited)
        return model::fail(suited.error());
    if (suited->empty())
        return compiled;
    auto scenario = suppose(compiled->scenario, *suited);
    if (!scenario)
        return model::fail(scenario.error());
    compiled->scenario = std::move(*scenario);
    return compiled;
}

model::Result<Compiled> compileLook(const model::Project& project, const model::EngineProfile& profile,
                                    const estimator::Estimate& estimate, CompileOptions options,
                                    std::span<const WhatIf> supposed) {
    options.requests = std::clamp<std::uint64_t>(options.requests / kLookReplications, 1, kLookRequests);
    auto compiled = compileSupposed(project, profile, estimate, options, supposed);
    if (compiled)
        compiled->scenario.windows = std::min(compiled->scenario.windows, windowsOfLook(compiled->scenario));
    return compiled;
}

model::Result<RunResult> look(const Scenario& scenario, std::uint32_t threads, std::stop_token stop,
                              ProgressSink& progress) {
    ReplicationOptions options;
    options.replications = kLookReplications;
    options.threads = threads;
    options.precision = kLookPrecision;
    options.mostRequests = kMostLookRequests;
    return runReplications(scenario, options, std::move(stop), progress);
}

} // namespace shardscape::simulator
