// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "simulator/kernel/plan.h"
#include "simulator/scenario/result.h"

namespace shardscape::simulator {

/// How well the loads of a table are known before anything is simulated.
enum class LoadKnowledge {
    Exact,   ///< every key counted: at most kTableKeys in a space, and no cache in front
    Close,   ///< the most popular keys counted, the many others spread evenly; behind a cache, what a warm one lets
             ///< through, not counting what writes drop from it
    Unknown, ///< order decides where the many others lie, or a cache starts cold
};

/// The load of each partition as it follows from rates and key popularity.
struct ExpectedTable {
    LoadKnowledge knowledge = LoadKnowledge::Unknown;
    std::vector<double> operations;  ///< of each partition, 1/s
    std::vector<double> work;        ///< server time asked of the first replica of each, seconds a second
    std::vector<double> replicaWork; ///< the same for every other replica
    std::vector<std::vector<double>> streamOperations; ///< [stream][partition], 1/s; empty for streams that stay away
    std::vector<const KeySpec*> topKeySpec;            ///< of each partition's most popular key; null when unknown
    std::vector<std::uint64_t> topKey;
    std::vector<double> topKeyOperations; ///< 1/s
};

struct Expected {
    std::vector<ExpectedTable> tables;
    std::vector<double> nodeUtilisation; ///< -1 where a load is unknown
};

Expected expect(const Plan& plan);

/// Whether the load of every table will be known at least closely: runs then need not watch who asks.
bool loadsAreKnown(const Plan& plan);

/// Operations of a step at the partition of a key, 1/s: of the requests that pass the cache. Refers to its arguments.
class KeyOperations {
public:
    KeyOperations(const Plan& plan, std::uint32_t stream, const StepPlan& step);
    double of(std::uint64_t key) const;

private:
    const Plan& m_plan;
    std::uint32_t m_stream;
    const KeySampler& m_keys;
    const StepPlan& m_step;
    bool m_ownKeys;
    bool m_timesByKey = false;
    double m_times = 1;  ///< that the step is done for a request
    double m_passed = 1; ///< of all requests, where the step has keys of its own
};

/// How many times the work of one operation falls on the first replica of its partition, and on each other one, on
/// average.
std::pair<double, double> workOfReplicas(const TableLayout& layout, const StepPlan& step);

/// The `most` keys with the largest share of all requests, falling; observed shares are left at 0.
std::vector<HotKey> hottestKeys(const Plan& plan, std::uint32_t most);

} // namespace shardscape::simulator
