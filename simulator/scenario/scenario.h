// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "simulator/scenario/client.h"
#include "simulator/scenario/data_layer.h"
#include "simulator/scenario/fault.h"
#include "simulator/scenario/rebalancing.h"
#include "simulator/scenario/service.h"

/// The simulator's input: nodes, tables cut into partitions, and streams of requests. It knows no schema; a design is
/// compiled to one, and a person can write one as JSON (scenario_json.h). Rates are requests a second, times are
/// milliseconds or seconds as the name says, shares are 0 … 1. Every struct is a plain value.
namespace shardscape::simulator {

/// `count` equal nodes. A node serves first come, first served with `servers` servers and one queue.
struct NodeGroup {
    std::string name = "n";
    std::uint32_t count = 1;
    std::uint32_t servers = 1;
    std::string region;
    double speed = 1; ///< service times are divided by this
    bool operator==(const NodeGroup&) const = default;
};

/// How keys become partitions: a kind of model::knownPlacements().
struct Router {
    std::string kind = "hash-mod";
    std::uint32_t virtualNodes = 128;                             ///< consistent
    std::vector<std::pair<std::string, std::uint32_t>> directory; ///< directory: homes of single keys
    std::vector<std::string> splits; ///< range over named keys: first key of each but the first
    bool operator==(const Router&) const = default;
};

/// Which node keeps which partition. Replica r of a partition lives r nodes after its first.
enum class NodePlacement {
    RoundRobin, ///< partition p starts at node p mod nodes
    Contiguous, ///< partition p starts at node floor(p * nodes / partitions)
    Groups, ///< nodes are cut into groups of as many as there are replicas; partition p lives in group p mod groups,
            ///< and the first node of a group leads all its partitions
};

/// A set of partitions with a router of its own, for example those of one table, index or topic. All tables share the
/// nodes. The table without a name is the one that the top level of a scenario file describes.
struct Table {
    std::string name;
    std::uint32_t partitions = 1;
    std::uint32_t replicas = 1;
    NodePlacement placement = NodePlacement::RoundRobin;
    Router router;
    std::vector<std::string> nodes; ///< names of the node groups that keep it; empty: all
    /// How much later than the first replica another one has a write, drawn for each. Absent: replicas are not
    /// compared, and no read counts as stale.
    std::optional<Service> lag = {};
    std::optional<Spread> spread = {}; ///< some or all keys live in several partitions
    std::vector<Split> splits = {};    ///< by time
    bool operator==(const Table&) const = default;
};

enum class KeyKind {
    Uniform,  ///< all keys alike
    Zipf,     ///< the key of rank r = 1, 2 … has weight r^-theta
    HotSet,   ///< the first share_of_keys of the keys take share_of_traffic
    Latest,   ///< zipf over age: the newest key is the most popular one
    PowerLaw, ///< popularity has density x^-alpha, which makes the weight of rank r  r^(-1/(alpha-1))
    Sample,   ///< keys and weights as listed, and others alike
};

/// Where popular keys lie in the order of keys; matters to range routing alone.
enum class KeyOrder {
    Natural,   ///< "latest": by age, newest last. All others: scattered
    Scattered, ///< popularity has nothing to do with order
    Ranked,    ///< the most popular key first
};

/// The keys that a stream asks for, and how often. Keys are numbered from 0 by falling popularity, those of Latest by
/// age (the newest last), those of a Sample as listed.
struct KeySpec {
    KeyKind kind = KeyKind::Uniform;
    std::uint64_t count = 1;
    double theta = 0.99;
    double alpha = 2.1;
    double shareOfKeys = 0.2;
    double shareOfTraffic = 0.8;
    std::vector<std::string> keys; ///< Sample: real keys; empty: numbered ones with `weights`
    std::vector<double> weights;   ///< Sample: any positive scale; empty: all alike
    /// Streams with the same space mean the same key by the same number: they hit the same partition of a table, the
    /// same cache entry, and are added up among the hottest keys.
    std::string space;
    KeyOrder order = KeyOrder::Natural;
    /// Sample of numbered keys: those from weights.size() on take this share, evenly.
    double shareOfOthers = 0;
    bool operator==(const KeySpec&) const = default;
};

/// Which partitions one request asks: that of its key, all of them, or k different ones at random. It is done when the
/// slowest has answered.
struct Touch {
    enum class Kind { One, All, Sample } kind = Kind::One;
    std::uint32_t sample = 1;
    bool operator==(const Touch&) const = default;
};

enum class AskFrom {
    Any,       ///< all replicas, at random
    First,     ///< the first ones: the leader
    Followers, ///< all but the first, at random
};

/// One step of a request; the next one starts when this one is done.
struct Step {
    std::string structure;       ///< what it stands for in a design: a table, index, view; for reports only
    std::string table;           ///< name of the Table asked
    std::optional<KeySpec> keys; ///< absent: the key of the request
    Touch touch;
    /// How many of the replicas must answer: the work goes to all of them and the quorum-th fastest answer counts.
    /// 0: reads ask the first replica; writes are answered by the first replica while the others apply them too.
    std::uint32_t quorum = 0;
    Service service;
    double roundTripMs = 0; ///< network time added once to the step
    /// How many replicas are asked: 0 means all of them. One of one reads from any replica.
    std::uint32_t ask = 0;
    AskFrom from = AskFrom::Any; ///< which replicas `ask` chooses from
    bool beside = false;         ///< starts together with the step before it; the request goes on when both are done
    std::optional<FanOut> fanOut = {};     ///< the step is done so many times at once; the slowest counts
    std::optional<Batching> batching = {}; ///< requests for one partition share the work
    /// Name of an EventQueue: the request is answered when it is in the queue; this step and the following ones are
    /// done later, when a consumer takes it.
    std::string queue = {};
    bool operator==(const Step&) const = default;
};

enum class StreamKind { Read, Write };
enum class Arrivals { Poisson, Deterministic };

/// The rate is multiplied by `times` from `fromSeconds` on, until the next piece.
struct ProfilePiece {
    double fromSeconds = 0;
    double times = 1;
    bool operator==(const ProfilePiece&) const = default;
};

/// Requests of one kind.
struct Stream {
    std::string name;
    std::string pattern; ///< the access pattern it stands for; for reports only
    StreamKind kind = StreamKind::Read;
    double rate = 0;
    Arrivals arrivals = Arrivals::Poisson;
    std::vector<ProfilePiece> profile; ///< ascending, the first from 0; empty: steady
    double profilePeriodSeconds = 0;   ///< the profile repeats after so long; 0: its last piece lasts
    KeySpec keys;
    std::vector<Step> steps = std::vector<Step>(1);
    Client client;
    bool operator==(const Stream&) const = default;
};

/// A cache in front of streams, keyed by key space and key. A read that hits is answered after a hit time; one that
/// misses goes on after the same time, and its key enters the cache when the request is done. Where several caches list
/// a stream, the next one is asked after a miss in the one before, and a key enters all that missed.
struct Cache {
    std::string name = "cache";
    std::vector<std::string> streams;
    std::uint64_t capacityKeys = 1;
    double ttlSeconds = 0; ///< 0: entries do not expire
    Service hit{ServiceKind::Deterministic, 0.1, 1, {}};
    /// Where above 0, the cache is not empty at the start but as it is after a long time: a key that the run has not
    /// asked for yet is there with the probability that it was asked for within this many seconds before. It is the
    /// characteristic time of Che's approximation, which the capacity should match.
    double warmSeconds = 0;
    /// Where above 0, this share of the lookups hits, whatever the key; capacity, expiry and writes do not matter then.
    double fixedHitRatio = 0;
    Eviction eviction = Eviction::Lru;
    /// An entry lives ttlSeconds less a share of it that is drawn evenly from 0 to this.
    double ttlJitter = 0;
    /// A read that misses a key which another one is fetching waits for that one's answer.
    bool coalesce = false;
    /// So many caches of capacityKeys each, as in so many processes: a request comes to one of them at random, stays
    /// with it, and only that one learns of what it read or wrote.
    std::uint32_t copies = 1;
    OnWrite onWrite = OnWrite::Remove;
    std::optional<WarmUp> warmUp = {};
    bool operator==(const Cache&) const = default;
};

struct Scenario {
    std::uint64_t seed = 1;
    std::uint64_t requests = 0; ///< 0: until durationSeconds
    double durationSeconds = 0; ///< 0: until `requests`; when both are given, whichever comes first
    /// Share of the requests, or of the duration if that is over first, left out of results. Absent: nothing for a
    /// single run, what is found for replications (replications.h).
    std::optional<double> warmup;
    std::uint32_t windows = 60; ///< number of windows of the time series
    std::vector<NodeGroup> nodes;
    std::vector<Table> tables;
    std::vector<Stream> streams;
    std::vector<Cache> caches;
    std::vector<EventQueue> eventQueues = {};
    std::uint32_t queueLimit = 0; ///< requests that may wait at a node, further ones are refused; 0: no limit
    double queueWaitMs = 0;       ///< a node refuses what would wait longer; 0: no limit
    bool skipLate = false;        ///< a node does not start on what its client has given up by then
    std::vector<Fault> faults;
    std::vector<Rebalancing> rebalances = {};
    std::string title = {};       ///< what it shows, in a few words; for people only
    std::string description = {}; ///< what to look at and why; for people only
    bool operator==(const Scenario&) const = default;
};

} // namespace shardscape::simulator
