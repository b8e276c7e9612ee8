// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>

#include "simulator/kernel/run.h"

namespace shardscape::simulator {

/// Precision is bought with replications; no more than so many are made.
inline constexpr std::uint32_t kMostReplications = 1024;

struct ReplicationOptions {
    /// How many; with a precision, how many at first. One without a precision is run().
    std::uint32_t replications = 8;
    std::uint32_t threads = 1; ///< that work at once, the caller's among them
    std::uint32_t hottestKeys = 20;
    bool byPartition = false; ///< as RunOptions::byPartition
    /// Above 0: replications are added until the 95 % interval of the 99th percentile of all requests is this fraction
    /// of it wide to either side, or mostRequests are used up. In a steady scenario each is then as long as `requests`
    /// says, but not longer than a 32nd of mostRequests and not shorter than a 1,024th.
    double precision = 0;
    std::uint64_t mostRequests = 1'000'000'000; ///< with a precision: of all replications together
};

/// Runs a scenario several times with random numbers of their own (streams by seed, replication and name) and puts the
/// results together, with 95 % intervals of Student's t over the replications beside the figures: RunResult says what
/// is added up, pool.h how. Same scenario and options, same result (wallSeconds apart), whatever the number of threads:
/// how many replications a precision takes is decided from counts, never from clocks, and they are put together in the
/// order of their numbers.
///
/// Where the scenario says nothing of a warm-up, its rates are steady and it has no faults or rebalancing, replications
/// of other numbers look for its end first (warmup_end.h), over 256 windows of the mean latency of all requests: 16
/// that are a 16th as long; when they find it beyond their first quarter, 8 of a quarter; when these do, too, 4 of the
/// whole length.
///
/// Progress comes from the calling thread; with a precision it is the share of mostRequests. Windows are those of the
/// first replication. Errors: as run().
model::Result<RunResult> runReplications(const Scenario& scenario, const ReplicationOptions& options,
                                         std::stop_token stop, ProgressSink& progress);

} // namespace shardscape::simulator
