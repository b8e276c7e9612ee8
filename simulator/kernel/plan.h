// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "simulator/cluster/layout.h"
#include "simulator/cluster/moves.h"
#include "simulator/cluster/spread_route.h"
#include "simulator/scenario/scenario.h"
#include "simulator/traffic/arrivals.h"
#include "simulator/traffic/fan_out.h"
#include "simulator/traffic/keys.h"
#include "simulator/traffic/service.h"

namespace shardscape::simulator {

/// Clients that route by a wrong number of partitions for some time.
struct Misroute {
    std::int64_t fromNs = 0;
    std::int64_t toNs = kNever;
    const KeyRoute* route = nullptr; ///< as they see it, numbered from 0
    ServiceSampler redirect;
    bool fails = false;
};

/// One step, ready to run.
struct StepPlan {
    std::uint32_t table = 0;
    Touch touch;
    std::uint32_t quorum = 0;
    std::uint32_t ask = 0; ///< replicas asked; 0: all of them
    AskFrom from = AskFrom::Any;
    /// One replica answers: any of `candidates` ones from `firstCandidate` on, chosen as `balance` says.
    bool byOne = false;
    Balance balance = Balance::AsAsked;
    std::uint32_t firstCandidate = 0;
    std::uint32_t candidates = 1;
    bool toAllReplicas = false; ///< several replicas may do the work: a quorum is asked, or the step writes
    bool beside = false;        ///< starts with the step before it
    ServiceSampler service;
    double meanServiceSeconds = 0;
    std::int64_t roundTripNs = 0;
    const KeySpec* keySpec = nullptr;
    const KeySampler* ownKeys = nullptr; ///< null: the key of the request
    const KeyRoute* route = nullptr;
    const SpreadRoute* spread = nullptr;     ///< null: every key has one home
    const PartitionSplits* splits = nullptr; ///< null: the table stays as it is
    const FanOutSampler* fanOut = nullptr;   ///< null: once
    const Batching* batching = nullptr;      ///< null: each request by itself
    std::optional<ServiceSampler> item;      ///< of a batch
    bool plain = false;                      ///< one partition by its key, known from the start
    std::vector<Misroute> misroutes;         ///< while clients have a wrong number of partitions
    int queue = -1;                          ///< into which the request goes before it; -1: none
    const Moves* moves = nullptr;            ///< the rebalancing of its table, where keys move by themselves
    const KeyRoute* routeAfter = nullptr;    ///< where keys live when they have moved

    explicit StepPlan(const Service& s)
        : service(s) {}
};

/// Clients of a stream, times in ns.
struct ClientPlan {
    bool active = false; ///< they do anything at all
    std::int64_t timeoutNs = kNever;
    std::int64_t deadlineNs = kNever;
    const Client* spec = nullptr;
    bool listens = false; ///< something learns of each outcome when it is known
    /// How long a first attempt may take.
    std::int64_t patienceNs() const { return timeoutNs < deadlineNs ? timeoutNs : deadlineNs; }
};

struct StreamPlan {
    int queuedFrom = -1; ///< the step before which a request goes into a queue of events; -1: none
    const KeySampler* keys = nullptr;
    std::vector<StepPlan> steps;
    std::vector<std::uint32_t> caches; ///< in front of it, in the order in which they are asked
    std::uint32_t cacheCopies = 1;     ///< most copies of one of them
    bool write = false;
    ClientPlan client;
};

/// A checked scenario with everything resolved that does not depend on random numbers: samplers, the partition of every
/// key, nodes of every partition. Refers to the scenario, which must outlive it. Immutable; replications may share one.
struct Plan {
    const Scenario* scenario = nullptr;
    std::vector<NodeSpec> nodes;
    std::vector<TableLayout> tables;
    std::uint32_t partitions = 0;           ///< of all tables
    std::vector<std::uint32_t> primaryNode; ///< by partition numbered through
    std::vector<std::uint32_t> tableOf;     ///< by partition numbered through
    std::vector<std::unique_ptr<const KeySampler>> samplers;
    std::vector<std::unique_ptr<const KeyRoute>> routes;
    std::vector<std::unique_ptr<const KeyRoute>> wrongRoutes; ///< of clients with a wrong number of partitions
    std::vector<std::unique_ptr<const SpreadRoute>> spreads;
    std::vector<std::unique_ptr<const PartitionSplits>> splits; ///< by table; null where it stays as it is
    std::vector<std::unique_ptr<const FanOutSampler>> fanOuts;
    std::vector<std::unique_ptr<const Moves>> moves; ///< by rebalancing
    std::vector<StreamPlan> streams;
    double expectedSeconds = 0;      ///< of the run
    std::vector<double> streamRates; ///< mean over expectedSeconds, 1/s
    /// Every request is one step at one node of one partition, nothing is refused or cached, and clients do nothing but
    /// give up and try again: requests can then be served in batches, because nothing that happens because of an
    /// outcome happens sooner than `leastPatienceNs` after the arrival.
    bool simple = false;
    std::int64_t leastPatienceNs = kNever; ///< of all streams

    /// Lookups of a stream's key in a cache, by all streams that it fronts, 1/s.
    double cachedRate(std::size_t cache, std::uint32_t stream, std::uint64_t key) const;
    std::size_t streamNamed(const std::string& name) const; ///< there is one
};

Plan makePlan(const Scenario& scenario);

/// Makes a plan refer to a scenario that differs from its own in length, warm-up, windows or seed alone.
void setLength(Plan& plan, const Scenario& scenario);

} // namespace shardscape::simulator
