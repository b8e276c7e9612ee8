// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>

#include "model/base/result.h"
#include "simulator/compile/compile.h"
#include "simulator/explain/what_if.h"
#include "simulator/kernel/run.h"

namespace shardscape::simulator {

/// The requests of a look's replications, if no fewer are asked for. Shorter ones would be a cold start and little
/// else.
inline constexpr std::uint64_t kLookRequests = 12'500;
/// So many replications at first; then more, until the p99 of all requests is known within kLookPrecision or
/// kMostLookRequests are used up.
inline constexpr std::uint32_t kLookReplications = 8;
inline constexpr double kLookPrecision = 0.05;
inline constexpr std::uint64_t kMostLookRequests = 400'000;

/// A design as it is run: compiled, with what is supposed about it. Errors: those of compileScenario, suitEngine and
/// suppose.
model::Result<Compiled> compileSupposed(const model::Project& project, const model::EngineProfile& profile,
                                        const estimator::Estimate& estimate, const CompileOptions& options,
                                        std::span<const WhatIf> supposed);

/// The same for a look: no longer than one of its replications, in as many windows as so few requests can fill.
model::Result<Compiled> compileLook(const model::Project& project, const model::EngineProfile& profile,
                                    const estimator::Estimate& estimate, CompileOptions options,
                                    std::span<const WhatIf> supposed);

/// What is shown while somebody moves a slider: as many requests as the precision takes, in replications, so that every
/// figure has its interval. The result does not depend on the number of threads. Errors: as runReplications.
model::Result<RunResult> look(const Scenario& scenario, std::uint32_t threads, std::stop_token stop,
                              ProgressSink& progress);

} // namespace shardscape::simulator
