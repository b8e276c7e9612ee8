// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "simulator/scenario/service.h"

/// What goes wrong, and when: known beforehand, as the results of a run are. Plain values; simulator/faults turns them
/// into what the kernel asks for.
namespace shardscape::simulator {

/// From a time until another one, in seconds from the start of the run. An end of 0 never comes.
struct During {
    double fromSeconds = 0;
    double toSeconds = 0;
    bool operator==(const During&) const = default;
};

/// Nodes work at another speed. 0 lets them stand still, as a long garbage collection does: nothing is lost, the work
/// goes on afterwards. Where several such faults meet, speeds multiply.
struct SlowNodes {
    During when;
    std::vector<std::string> nodes; ///< names of groups or of single nodes
    double speed = 0.1;             ///< times the usual one
    bool operator==(const SlowNodes&) const = default;
};

/// A cache loses its keys at a time: all, or so many of the most popular keys of each of its streams.
struct CacheFlush {
    std::string cache;
    double atSeconds = 0;
    std::uint64_t keys = 0; ///< 0: all
    bool operator==(const CacheFlush&) const = default;
};

/// What the clients of a node that is down meet with.
enum class WhenDown {
    Refused, ///< connections are refused or reset: attempts fail at once
    Silent,  ///< nothing: attempts wait for their timeout; without one, until the node is back and resets them
    Wait, ///< clients hold the request, and repeat one that was lost, until another replica leads or the node is back
};

/// Nodes are down: what waits and runs there is lost. Until the failover, requests of the partitions that they lead
/// meet with what `clients` says; from then on the next replica that lives answers them, until the node is back and
/// leads again. A quorum does without the nodes that are down, if enough are left.
struct NodesDown {
    During when;
    std::vector<std::string> nodes;
    std::string region; ///< all nodes of it as well
    double failoverSeconds = 0;
    WhenDown clients = WhenDown::Refused;
    double movedRoundTripMs = 0; ///< network time on top for answers of another replica, which is farther away
    bool operator==(const NodesDown&) const = default;
};

/// Nodes break down at random and are repaired, each by itself: times between breakdowns and times of repair are
/// exponential. While a node is broken it stands still and goes on afterwards.
struct Breakdowns {
    During when;
    std::vector<std::string> nodes;
    double everySeconds = 1;    ///< mean time from a repair to the next breakdown
    double repairSeconds = 0.1; ///< mean
    /// Each server breaks only while it works, instead of the whole node at any time.
    bool whileServing = false;
    bool operator==(const Breakdowns&) const = default;
};

/// Something outside the cluster that one step of a stream waits for hangs for a share of its requests.
struct DependencyHangs {
    During when;
    std::vector<std::string> streams;
    std::uint32_t step = 0; ///< from 0
    double share = 1;
    double hangMs = 1000;    ///< until it answers, or its caller gives up
    bool holdsServer = true; ///< the server waits with it, as a thread does; otherwise only the request
    bool fails = true;       ///< the caller gives up: the attempt fails
    bool operator==(const DependencyHangs&) const = default;
};

/// Requests of streams come more often: rates are multiplied.
struct Surge {
    During when;
    std::vector<std::string> streams; ///< empty: all
    double times = 2;
    bool operator==(const Surge&) const = default;
};

/// A limit is set wrong for a while. What is absent stays as it is.
struct WrongSetting {
    During when;
    std::vector<std::string> streams; ///< of timeouts and rate limits; empty: all
    std::optional<std::uint32_t> queueLimit;
    std::optional<double> queueWaitMs;
    std::optional<double> timeoutMs;
    std::optional<double> rateLimitPerSecond; ///< of streams with a rate limit
    bool operator==(const WrongSetting&) const = default;
};

/// A share of the writes to a table does not reach `missing` of its replicas, neighbours drawn at random; of a write
/// without a quorum the first replica always has it.
struct PartialWrites {
    During when;
    std::string table;
    double share = 0.01;
    std::uint32_t missing = 1;
    bool sloppy = false;      ///< those replicas count as having answered, as with hints kept elsewhere
    double repairSeconds = 0; ///< after which they have it all the same; 0: never
    bool operator==(const PartialWrites&) const = default;
};

/// A share of the events is acknowledged and never seen again.
struct LostEvents {
    During when;
    std::string queue;
    double share = 0.01;
    bool operator==(const LostEvents&) const = default;
};

/// A share of the events is put into the queue twice.
struct DuplicateEvents {
    During when;
    std::string queue;
    double share = 0.01;
    bool operator==(const DuplicateEvents&) const = default;
};

/// With a share of the events their consumer crashes and begins anew: after the work but before it has said so where
/// delivery is at least once, before the work where it is at most once.
struct ConsumerCrashes {
    During when;
    std::string queue;
    double share = 0.01;
    bool operator==(const ConsumerCrashes&) const = default;
};

/// Clients of streams route as if each table that they ask by key had so many partitions. What reaches a wrong
/// partition takes that node the service time `redirect` and is then sent on to the right one, or fails.
struct WrongPartitionCount {
    During when;
    std::vector<std::string> streams;
    std::uint32_t partitions = 1;
    Service redirect{ServiceKind::Deterministic, 0.1, 1, {}};
    bool fails = false;
    bool operator==(const WrongPartitionCount&) const = default;
};

/// In the order of names::faultKinds().
using Fault = std::variant<SlowNodes, NodesDown, Breakdowns, DependencyHangs, Surge, WrongSetting, CacheFlush,
                           PartialWrites, LostEvents, DuplicateEvents, ConsumerCrashes, WrongPartitionCount>;

} // namespace shardscape::simulator
