// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "simulator/traffic/arrivals.h"

namespace shardscape::simulator {

/// A request on its way, with what is to be done about it next.
struct Pending {
    enum class Do : std::uint8_t {
        LookUp, ///< in the cache of its level
        Enter,
        Attempt,
        Step,
        TimedOut,
        Filled, ///< its answer reaches the caches that missed it
        Flush,  ///< not a request: the cache fault of number `key` happens
    } what = Do::Enter;
    bool measured = false;
    std::uint16_t step = 0;
    std::uint32_t stream = 0;
    std::uint64_t key = 0;
    std::int64_t began = 0;
    std::int64_t deadline = kNever; ///< of the attempt
    std::int64_t workNs = 0;        ///< of nodes, for the attempt
    std::uint32_t retries = 0;      ///< made so far
    std::uint16_t copy = 0;         ///< of caches that have several
    std::uint8_t level = 0;         ///< caches that it has missed so far
    std::uint8_t leads = 0;         ///< bits of the levels at which others wait for its answer
    std::int16_t warms = -1;        ///< the cache that it was made for, ahead of requests; -1: it is a client's
    bool stale = false;             ///< it has read older data than it should have
    std::int64_t asOf = 0;          ///< the time of the data that it has read, or of what it wrote
};

} // namespace shardscape::simulator
