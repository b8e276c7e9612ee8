// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>

#include "model/base/result.h"
#include "simulator/scenario/result.h"
#include "simulator/scenario/scenario.h"

namespace shardscape::simulator {

/// Told how far a run is. Called from the thread that runs, at most 20 times a second.
class ProgressSink {
public:
    virtual ~ProgressSink() = default;
    virtual void progress(double share) = 0; ///< 0 … 1, never falling
};

/// For runs that nobody watches.
class NoProgress final : public ProgressSink {
public:
    void progress(double) override {}
};

struct RunOptions {
    std::uint32_t replication = 0; ///< another number draws other random streams from the same seed
    std::uint32_t hottestKeys = 20;
};

/// Simulates a scenario. Same scenario and options, same result (wallSeconds apart), whatever else runs beside it:
/// there is no state outside the call. Memory: about 12 bytes for each key of a table-sampled key space (up to
/// 4,194,304 keys). Errors: Invalid as checkScenario; Cancelled when the token asked, polled every 4,096 requests.
model::Result<RunResult> run(const Scenario& scenario, const RunOptions& options, std::stop_token stop,
                             ProgressSink& progress);

} // namespace shardscape::simulator
