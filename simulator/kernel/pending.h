// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "simulator/scenario/client.h"
#include "simulator/traffic/arrivals.h"

namespace shardscape::simulator {

/// A request on its way, with what is to be done about it next.
struct Pending {
    enum class Do : std::uint8_t {
        LookUp,   ///< in the cache of its level
        Enter,    ///< the caches have not answered
        Attempt,  ///< first one or retry
        Step,     ///< begins
        Hedge,    ///< other replicas are asked
        TimedOut, ///< the client gives up on the attempt
        Failed,   ///< the client learns that the attempt failed
        Done,     ///< the client has the answer, and something learns from that
        Filled,   ///< its answer reaches the caches that missed it
        Heard,    ///< not a request: a client learns how long a node took: workNs of node `key`
        Flush,    ///< not a request: the cache fault of number `key` happens
        Setting,  ///< not a request: a setting changes
        Applied,  ///< a consumer has done its work
        Undone,   ///< a consumer could not do it
        Again,    ///< it is delivered again
        BatchDue, ///< not a request: the first one of batch number `began` at place `key` has waited long enough
        Chunk,    ///< not a request: chunk `began` of transfer `slot` of rebalancing `key` is sent
        Moved,    ///< not a request: place `slot` of rebalancing `key` answers from its new node
    } what = Do::Enter;
    bool measured = false;
    bool inside = false;          ///< its end matters to its client
    Cause cause = Cause::Refused; ///< of Failed
    std::uint16_t step = 0;
    std::uint32_t stream = 0;
    std::uint64_t key = 0;
    std::int64_t began = 0;
    std::int64_t deadline = kNever; ///< of the attempt
    std::int64_t serviceNs = -1;    ///< of the first attempt, where it was drawn with the request
    std::int64_t workNs = 0;        ///< of nodes, for the attempt
    std::uint16_t retries = 0;      ///< made so far
    std::uint16_t hedges = 0;       ///< rounds of the step so far
    std::uint32_t slot = 0;         ///< of the answers that a hedge waits for
    std::uint32_t epoch = 0;        ///< of the breaker
    std::uint16_t copy = 0;         ///< of caches that have several
    std::uint8_t level = 0;         ///< caches that it has missed so far
    std::uint8_t leads = 0;         ///< bits of the levels at which others wait for its answer
    std::int16_t warms = -1;        ///< the cache that it was made for, ahead of requests; -1: it is a client's
    std::int16_t queue = -1;        ///< it is an event of this queue; -1: it is a request
    bool again = false;             ///< as an event: it was applied before
    bool stale = false;             ///< it has read older data than it should have
    std::int64_t asOf = 0;          ///< the time of the data that it has read, or of what it wrote
};

} // namespace shardscape::simulator
