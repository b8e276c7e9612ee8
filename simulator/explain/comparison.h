// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "simulator/scenario/result.h"
#include "simulator/scenario/scenario.h"

namespace shardscape::simulator {

/// What a design takes for what it does: what a change costs is the difference of two.
struct DesignCost {
    std::uint32_t nodes = 0;
    std::uint32_t servers = 0;    ///< of all nodes
    double copies = 1;            ///< of a row: mean number of replicas over the tables
    double readFanOut = 0;        ///< partitions that a read asks, mean over the read streams by rate, before caches
    double writeFanOut = 0;       ///< sub-requests that a write makes, replicas included, mean by rate
    double cachedKeys = 0;        ///< room in all caches
    double cacheStaleSeconds = 0; ///< age that a cached answer may have: the longest time to live. Infinite where
                                  ///< entries do not expire and no write of the same keys removes them
    double staleReads = 0; ///< share of reads that need not see the last write, because they ask replicas that follow
    bool operator==(const DesignCost&) const = default;
};
DesignCost costOf(const Scenario& scenario);

/// One figure of two runs.
struct FigureChange {
    std::string name;             ///< as JSON has it: "p99_ms"
    std::string pattern;          ///< the stream's name; empty: of the whole run
    std::optional<double> before; ///< absent where that run has no such stream or too few samples to say
    std::optional<double> after;
    /// Of after - before, at 95 %, where there are several replications: Student's t over the differences of pairs of
    /// replications with the same random numbers, which is narrower than either figure's own interval.
    std::optional<std::pair<double, double>> difference95;

    std::optional<double> difference() const;
    /// (after - before) / before; absent where before is 0 or one of them is.
    std::optional<double> change() const;
};

/// Two designs or a design and what is supposed of it, under the same workload and seed.
struct Comparison {
    std::vector<FigureChange> figures; ///< those of the whole run first, then pattern by pattern in the order of before
    DesignCost costBefore;
    DesignCost costAfter;

    /// Null when there is none.
    const FigureChange* find(const std::string& pattern, const std::string& name) const;
};

/// Names of figures of the whole run and of patterns, as they may be written in a gate.
std::vector<std::string_view> runFigures();
std::vector<std::string_view> patternFigures();

/// Figures of both, means over replications; run i of one and run i of the other have the same replication number. At
/// least one run each, as many of both.
Comparison compareRuns(const Scenario& scenarioBefore, std::span<const RunResult> before, const Scenario& scenarioAfter,
                       std::span<const RunResult> after);

} // namespace shardscape::simulator
