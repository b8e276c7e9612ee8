// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "simulator/scenario/scenario.h"

/// What a run found. Everything but wallSeconds is a function of the scenario and the replication number alone.
namespace shardscape::simulator {

/// A 95 % confidence interval.
struct Interval {
    double low = 0;
    double high = 0;
};
/// Intervals by the JSON name of the figure they belong to, in the order of names; empty where a single run was made.
/// Names are string literals. One array, because a result may have a hundred thousand nodes.
class Intervals {
public:
    using Named = std::pair<std::string_view, Interval>;
    /// Made where it is not there.
    Interval& operator[](std::string_view name) {
        const auto at = std::lower_bound(m_named.begin(), m_named.end(), name, before);
        return at != m_named.end() && at->first == name ? at->second : m_named.insert(at, {name, {}})->second;
    }
    auto find(std::string_view name) const {
        const auto at = std::lower_bound(m_named.begin(), m_named.end(), name, before);
        return at != m_named.end() && at->first == name ? at : m_named.end();
    }
    const Interval& at(std::string_view name) const { return find(name)->second; } ///< must be there
    bool contains(std::string_view name) const { return find(name) != m_named.end(); }
    bool empty() const { return m_named.empty(); }
    auto begin() const { return m_named.begin(); }
    auto end() const { return m_named.end(); }

private:
    static bool before(const Named& named, std::string_view name) { return named.first < name; }
    std::vector<Named> m_named;
};

/// How uneven loads are: 1, 0, 0 when all are alike.
struct Skew {
    double maxOverMean = 1;
    double cv = 0;   ///< standard deviation over mean
    double gini = 0; ///< 0 … 1
    Intervals ci95 = {};
};

/// Latencies in ms, interpolated inside a bucket of 0.8 %. 0 where there is no sample.
struct Latency {
    double meanMs = 0;
    double p50Ms = 0;
    double p95Ms = 0;
    double p99Ms = 0;
    double p999Ms = 0;
    double maxMs = 0;
};

struct StreamResult {
    std::string name;
    std::string pattern;
    StreamKind kind = StreamKind::Read;
    std::uint64_t count = 0;  ///< answered
    std::uint64_t errors = 0; ///< failed in the end
    double rate = 0;          ///< answered and failed, a second
    double goodput = 0;       ///< answered, a second
    Latency latency;
    /// The distribution for drawing: (probability, ms), both ascending; a point each 1 %, then ten a decade of what
    /// lies beyond (0.99, 0.992, 0.9937 … 0.999 …) while at least ten samples do. It follows from the histogram that
    /// `latency` follows from, and is neither in the JSON nor in the fingerprint.
    std::vector<std::pair<double, double>> quantilesMs;
    /// Percentiles, by JSON name, with fewer than ten samples beyond them, or whose interval is wider than the value
    /// itself: too short to say.
    std::vector<std::string> tooShort;
    std::array<std::uint64_t, kCauses> errorsByCause{}; ///< by Cause; adds up to errors
    std::uint64_t attempts = 0;                         ///< first ones and retries
    std::uint64_t retries = 0;
    std::uint64_t hedges = 0;    ///< further replicas asked
    std::uint64_t hedgeWins = 0; ///< those that answered first
    std::uint64_t timeouts = 0;  ///< attempts without an answer in time
    std::uint64_t breakerOpened = 0;
    double breakerOpenShare = 0;  ///< of the measured time
    std::uint64_t coalesced = 0;  ///< waited for another one's fetch instead of asking
    std::uint64_t batches = 0;    ///< sub-requests that stood for several of its requests, or could have
    std::uint64_t misrouted = 0;  ///< sub-requests that reached a wrong partition first
    std::uint64_t staleReads = 0; ///< answered with older data than was acknowledged when they began
    double wastedShare = 0;       ///< of the node time spent for it: for answers that nobody used
    bool cached = false;
    std::uint64_t cacheHits = 0;
    double hitRatio = 0;
    Intervals ci95 = {};
};

/// One stream's part of a partition's or key's load.
struct StreamShare {
    std::uint32_t stream = 0; ///< index into Scenario::streams
    double share = 0;
};

struct PartitionResult {
    double share = 0; ///< of the table's operations: from popularity where TableResult::derived, else as observed
    double observedShare = 0;
    std::uint64_t operations = 0;
    std::uint32_t node = 0;           ///< of its first replica
    std::vector<StreamShare> streams; ///< falling; empty where the table's loads are not derived
    std::string topKey;               ///< its most popular key, "" when unknown
    std::string topKeySpace;
    double topKeyShare = 0; ///< of the partition's operations
    /// Of its operations, until their answer; where RunOptions::byPartition asks for it, else all 0.
    Latency latency = {};
};

struct TableResult {
    std::string name;
    bool exact = false; ///< loads follow from the popularity of every single key
    bool derived =
        false; ///< loads follow from popularity, exactly or closely (many rare keys taken as even, a warm cache)
    Skew skew; ///< of `share`
    Skew observed;
    std::vector<PartitionResult> partitions;
    std::uint32_t hottest = 0; ///< index of the partition with the largest share
    bool compared = false;     ///< its replicas are compared
    Latency replicaLag;        ///< of replicas but the first: from the answer to a write until they had it
};

struct NodeResult {
    std::string name;
    std::string region;
    std::uint32_t servers = 1;
    std::uint64_t operations = 0;
    std::uint64_t rejected = 0;
    double utilisation = 0;
    /// From rates, shares and mean service times alone; above 1 the queue grows without end. Negative: not known.
    double expectedUtilisation = -1;
    std::uint64_t maxQueue = 0; ///< most requests that waited at once; the mean of replications
    Intervals ci95 = {};
};

struct HotKey {
    std::uint64_t number = 0;    ///< in its key space
    std::uint32_t numbering = 0; ///< first stream whose keys have the same numbers
    std::string key;
    std::string space;
    std::string table;
    std::uint32_t partition = 0;
    std::uint32_t node = 0;
    double share = 0;         ///< of all requests (before caches), from the distributions
    double observedShare = 0; ///< of the requests seen
    std::vector<StreamShare> streams;
    Intervals ci95 = {};
};

/// A key's part of a load.
struct KeyShare {
    std::string space;
    std::string key;
    double share = 0;
};

/// A partition, node or time that took much more than others, or more than it could, and what made it so.
struct HotSpot {
    enum class Kind {
        Partition, ///< of a table, over the whole run; shares are of its operations
        Node,      ///< over the whole run; shares are of its server time
        Window, ///< a time in which one node was far busier than in the run as a whole; shares are of its server time
    } kind = Kind::Partition;
    std::string table; ///< Partition
    std::uint32_t partition = 0;
    std::uint32_t node = 0; ///< index into RunResult::nodes: it, or that of the partition's first replica
    double fromSeconds = 0;
    double toSeconds = 0;
    double share = 0;       ///< of the table's operations, of all nodes' server time, of the run's requests
    double overMean = 1;    ///< load over that of the mean partition, of the mean node, of this node over the run
    double utilisation = 0; ///< of the node, then; from rates and service times where known, else as observed
    /// Utilisation of the node that this partition brings by itself, all replicas on other nodes left out: above 1 no
    /// number of nodes helps. Negative: not known, or no partition.
    double ownUtilisation = -1;
    bool overloaded = false;          ///< the node is offered more than it can serve
    std::vector<StreamShare> streams; ///< falling, at most 8
    std::vector<KeyShare> keys;       ///< falling, at most 5, those of at least 1 %
    /// Shares of keys are too low by at most this: 0 where they follow from popularity, else the bound of the sketch.
    double error = 0;
};

struct CacheResult {
    std::string name;
    std::uint64_t lookups = 0;
    std::uint64_t hits = 0;
    double hitRatio = 0;
    std::uint64_t coalesced = 0; ///< misses that waited for another one's fetch
    std::uint64_t stale = 0;     ///< hits on data older than a write that was done
    Intervals ci95 = {};
};

/// What became of the events of one queue that came after the warm-up.
struct EventQueueResult {
    std::string name;
    std::uint64_t accepted = 0;
    std::uint64_t refused = 0;     ///< found it full
    std::uint64_t lost = 0;        ///< accepted, and never applied
    std::uint64_t duplicated = 0;  ///< put in twice
    std::uint64_t redelivered = 0; ///< deliveries after one that was not confirmed
    std::uint64_t applied = 0;     ///< for the first time
    std::uint64_t appliedAgain = 0;
    std::uint64_t recognised = 0; ///< deliveries of events applied before that did nothing
    std::uint64_t maxDepth = 0;   ///< most events that waited at once
    Latency latency;              ///< from the answer to the client until it was applied for the first time
    Intervals ci95;
};

struct WindowQueue {
    std::uint64_t depth = 0; ///< events that wait at its end
    std::uint64_t maxDepth = 0;
    std::uint64_t applied = 0;
};

/// What a rebalancing came to.
struct RebalanceResult {
    std::string table;
    double movedShare = 0; ///< of the data, all replicas together
    double movedBytes = 0;
    double fromSeconds = 0;
    double toSeconds = 0;         ///< everything has moved
    std::uint64_t redirected = 0; ///< requests that asked the old node first
    Intervals ci95 = {};
};

struct WindowStream {
    std::uint64_t count = 0;
    std::uint64_t errors = 0;
    double rate = 0;
    double meanMs = 0;
    double p50Ms = 0;
    double p99Ms = 0;
    std::uint64_t retries = 0;
    std::uint64_t hedges = 0;
    std::uint64_t timeouts = 0;
    std::uint64_t coalesced = 0;
    std::uint64_t staleReads = 0;
    double breakerOpenShare = 0; ///< of the window
};

/// One window of the time series. A request belongs to the window in which its outcome became known to the cluster,
/// which for one-step requests is that of its arrival. Warm-up is included.
struct Window {
    double fromSeconds = 0;
    double seconds = 0;
    std::vector<WindowStream> streams;   ///< as Scenario::streams
    std::vector<double> nodeUtilisation; ///< as RunResult::nodes
    std::vector<std::uint32_t> nodeMaxQueue;
    /// Operations for each table and partition; tables of more than 1,024 partitions are summed into 1,024 runs of
    /// neighbouring partitions.
    std::vector<std::vector<std::uint32_t>> operations;
    std::vector<WindowQueue> eventQueues = {}; ///< as Scenario::eventQueues
};

/// Where the end of the warm-up came from.
enum class WarmupEnd {
    Given,     ///< by the scenario, or there is none
    Found,     ///< replications looked for it (warmup_end.h)
    Unsettled, ///< they looked, and the run does not settle: nothing is left out
    Unsteady,  ///< rates change over time or faults come, so that there is no steady state to wait for: nothing is left
               ///< out
};

/// Of one run, or of several replications put together (replications.h): counts and seconds are then sums, latencies
/// those of all requests together, other figures means of the replications; intervals stand beside them.
struct RunResult {
    std::uint64_t seed = 0;
    std::uint32_t replication = 0;
    std::uint32_t replications = 1;
    std::uint64_t requests = 0;  ///< that arrived, warm-up included
    double simulatedSeconds = 0; ///< until the last arrival
    double warmupSeconds = 0;
    WarmupEnd warmupEnd = WarmupEnd::Given;
    double wallSeconds = 0;
    StreamResult all; ///< the requests of all streams together; it has no name
    std::vector<StreamResult> streams;
    std::vector<TableResult> tables;
    std::vector<NodeResult> nodes;
    Skew nodeSkew; ///< of operations
    std::vector<HotKey> hottest;
    std::vector<CacheResult> caches;
    std::vector<EventQueueResult> eventQueues;
    std::vector<RebalanceResult> rebalances;
    /// Partitions, then nodes, then times, each hottest first, at most five of a kind; none where loads are even. They
    /// follow from the numbers beside them and are not in the fingerprint; of several replications, those of the first.
    std::vector<HotSpot> hot;
    std::vector<Window> series;
    std::string fingerprint; ///< 16 hexadecimal digits over all numbers but wallSeconds

    /// Index of the table with the busiest partition by operations; 0 when there is none.
    std::uint32_t hottestTable() const;
};

} // namespace shardscape::simulator
