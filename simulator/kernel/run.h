// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>

#include "model/base/result.h"
#include "simulator/scenario/result.h"
#include "simulator/scenario/scenario.h"

namespace shardscape::simulator {

/// The result of a run of which nothing has been seen yet: names of streams, tables and nodes, and where partitions
/// are.
RunResult begunRun(const Scenario& scenario);

/// What a run has seen until now. Valid during the call that passes it; copy what is to be kept.
class RunSoFar {
public:
    virtual ~RunSoFar() = default;
    /// The window of the series that ended last.
    virtual const Window& window() const = 0;
    /// What RunResult::streams will say of a stream, as far as it is known: since the end of the warm-up, or since the
    /// start while that lasts.
    virtual StreamResult stream(std::uint32_t index) const = 0;
};

/// Told how far a run is, from the thread that asked for it: a call that does not return holds that thread.
class ProgressSink {
public:
    virtual ~ProgressSink() = default;
    virtual void progress(double share) = 0; ///< 0 … 1, never falling; at most 20 times a second
    /// As often, from every other thread that works on replications, at the same time: a call that does not return
    /// holds that thread.
    virtual void hold() {}
    /// A window of the series ended; once for each, in order.
    virtual void windowEnded(const RunSoFar&) {}
};

/// For runs that nobody watches.
class NoProgress final : public ProgressSink {
public:
    void progress(double) override {}
};

/// More partitions get no percentiles of their own.
inline constexpr std::uint32_t kMostLatencyPartitions = 4096;

struct RunOptions {
    std::uint32_t replication = 0; ///< another number draws other random streams from the same seed
    std::uint32_t hottestKeys = 20;
    /// Percentiles for each partition (PartitionResult::latency): 23 KB a partition, for up to kMostLatencyPartitions.
    bool byPartition = false;
};

/// Simulates a scenario. Same scenario and options, same result (wallSeconds apart), whatever else runs beside it:
/// there is no state outside the call. Memory: about 12 bytes for each key of a table-sampled key space (up to
/// 4,194,304 keys). Errors: Invalid as checkScenario; Cancelled when the token asked, polled every 4,096 requests.
model::Result<RunResult> run(const Scenario& scenario, const RunOptions& options, std::stop_token stop,
                             ProgressSink& progress);

} // namespace shardscape::simulator
