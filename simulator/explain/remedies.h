// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "simulator/explain/comparison.h"
#include "simulator/explain/what_if.h"
#include "simulator/kernel/run.h"

namespace shardscape::simulator {

/// Something that may help against what a run found hot, as things to suppose: everything that can be tried is a
/// what-if and nothing else.
struct Remedy {
    enum class Kind {
        MoreNodes,      ///< so many that the busiest works for 0.7 of its time, if load divides
        MorePartitions, ///< a hot partition is split; where every partition is a node of its own, nodes come with it
        OtherRouter,    ///< from ranges of keys to hashes: neighbours are no longer together
        OtherKey,       ///< writes go anywhere, lookups ask everywhere
        Salt,           ///< the hottest keys are written to one of several partitions; reads of them ask all
        CopyHotKeys,    ///< the hottest keys are kept in several partitions; writes of them go to all
        Cache,          ///< in front of the reads that heat
        OtherReplicas,  ///< reads from all replicas that have a copy, which may be behind
        EvenArrivals,   ///< what comes in a spike is spread over the time, as a queue does
    };
    Kind kind = Kind::MoreNodes;
    std::vector<WhatIf> whatIf;
    std::size_t against = 0; ///< index into RunResult::hot
};

/// Those that apply to what is hot in a run of the scenario, each at most once; none when nothing is. A remedy applies
/// when it takes the load from where it is: more nodes do not help a partition that is too much for one, splitting does
/// not help a single key, a cache does not help writes. What suppose() refuses is left out.
std::vector<Remedy> remediesFor(const Scenario& scenario, const RunResult& run);

/// What became of it.
struct TriedRemedy {
    Remedy remedy;
    Scenario scenario;
    RunResult run;
    Comparison comparison; ///< before and after, with the cost
};

/// Runs the scenario with each remedy by itself, with the random numbers of `before`; the best first, by errors, then
/// by whether a node is overloaded, then by the worst 99th percentile. Errors: of run().
model::Result<std::vector<TriedRemedy>> tryRemedies(const Scenario& scenario, const RunResult& before,
                                                    const std::vector<Remedy>& remedies, std::uint32_t threads,
                                                    std::stop_token stop, ProgressSink& progress);

} // namespace shardscape::simulator
