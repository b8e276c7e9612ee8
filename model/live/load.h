// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>
#include <utility>
#include <vector>

#include "model/live/probe_server.h"

namespace shardscape::model {

/// A load put on a server through several connections.
///
/// With a rate it is an open loop: requests are due at the moments of a Poisson process, whatever the server does, and
/// go out in that order, each on the first connection that is free. A time runs from the moment at which the request
/// was due, so that a request that waited for a free connection has waited (no coordinated omission). Without a rate
/// it is a closed loop: each connection sends its next request when the last is answered.
struct Load {
    std::vector<std::pair<double, ProbeStep>> mix; ///< shares, and what is asked
    double perSecond = 0;                          ///< 0 = closed loop
    double seconds = 1;
    std::uint64_t mostRequests = 10'000'000;
    std::uint64_t seed = 1; ///< of moments, choices and keys
};

struct LoadTimes {
    std::vector<std::vector<double>> us; ///< of each entry of the mix, in no order
    double seconds = 0;                  ///< from the first request to the last answer
    std::uint64_t requests = 0;
    double perSecond() const { return seconds > 0 ? static_cast<double>(requests) / seconds : 0; }
};

/// Runs it with one thread a connection. Errors: the server's first; Cancelled when stopped.
Result<LoadTimes> runLoad(const std::vector<std::unique_ptr<ProbeConnection>>& connections, const Load& load,
                          std::stop_token stop);

/// The value that a share q of the times does not exceed. Reorders them.
double quantileOf(std::vector<double>& times, double q);

} // namespace shardscape::model
