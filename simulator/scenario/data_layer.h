// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "simulator/scenario/service.h"

/// What caches, replicas, queues of events and unevenly spread keys can be told to do. Times and shares as in
/// scenario.h.
namespace shardscape::simulator {

/// What leaves a full cache.
enum class Eviction {
    Lru,   ///< the key not asked for the longest
    Fifo,  ///< the key that came first
    Clock, ///< as Fifo, but a key asked for since it was looked at last is passed over once
    Lfu,   ///< the key asked for least often ever; a key that came in less often than all others is not kept
};

/// What a write does with its key in the caches of its stream, when the write is done.
enum class OnWrite {
    Remove,
    Keep, ///< nothing: reads may be stale until the entry expires
    Fill, ///< the cache has the new value at once
};

/// Keys put into a cache ahead of the requests for them: the most popular ones of each stream that it fronts. They are
/// read as the stream reads them, from `atSeconds` on, evenly over `overSeconds`; those reads load the nodes but count
/// as nobody's requests.
struct WarmUp {
    std::uint64_t keys = 1;
    double atSeconds = 0;
    double overSeconds = 0;
    bool operator==(const WarmUp&) const = default;
};

/// Keys that live in `over` partitions instead of one.
struct Spread {
    enum class Kind {
        Salted, ///< a write goes to one of them at random, a read asks all and waits for the slowest
        Copied, ///< a read goes to one of them at random, a write to all
    } kind = Kind::Salted;
    std::uint32_t over = 2;
    std::uint64_t keys = 0; ///< only so many of the most popular keys; 0: all
    bool operator==(const Spread&) const = default;
};

/// From a time on, half of the keys of a partition live in a new one, which gets the number after the last.
struct Split {
    double atSeconds = 0;
    std::uint32_t partition = 0;
    bool operator==(const Split&) const = default;
};

/// How many times a step is done for one request.
struct FanOut {
    enum class Kind {
        Fixed,     ///< `mean`, rounded
        Geometric, ///< 0, 1, 2 … with this mean
        PowerLaw,  ///< P(k) ~ k^-alpha for k = 1 … most
    } kind = Kind::Fixed;
    double mean = 1;
    double alpha = 2.1;
    std::uint32_t most = 100'000; ///< larger numbers are cut to this
    /// Drawn once for each key rather than for each request, larger numbers for more popular keys.
    bool byKey = false;
    bool operator==(const FanOut&) const = default;
};

/// Requests for one partition are held until `most` have come or the first has waited `waitMs`; then they are one
/// sub-request that takes the service time of the step and, for each of them, that of an item.
struct Batching {
    std::uint32_t most = 1;
    double waitMs = 0;
    Service item{ServiceKind::Deterministic, 0, 1, {}};
    bool operator==(const Batching&) const = default;
};

/// When an event that a consumer could not finish is taken as done.
enum class Delivery {
    AtLeastOnce, ///< after the work: it is delivered again
    AtMostOnce,  ///< before the work: it is lost
};

/// Work to be done after the answer: first in, first out, taken by consumers that each do one event at a time.
struct EventQueue {
    std::string name = "events";
    std::uint32_t consumers = 1;
    std::uint64_t limit = 0; ///< events that may wait, further requests are refused; 0: no limit
    Delivery delivery = Delivery::AtLeastOnce;
    double redeliverMs = 100; ///< after which an unfinished event is delivered again
    bool idempotent = false;  ///< an event that was applied before is recognised and costs nothing
    bool operator==(const EventQueue&) const = default;
};

} // namespace shardscape::simulator
