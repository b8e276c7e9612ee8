// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

#include "model/base/result.h"
#include "model/engine/measured.h"

namespace shardscape::model {

/// How a server is measured, and the bounds of it.
struct ProbeRequest {
    std::string engine;         ///< "postgresql", "mysql", "mariadb" or "redis"
    std::string connection;     ///< as importLive takes it; probe_server.h has Redis'
    double seconds = 10;        ///< of asking, without making and removing the tables
    std::int64_t rows = 20'000; ///< the most that any table gets, and the most that any insert adds
    int connections = 8;        ///< that keep the server busy for its capacity
    std::uint64_t seed = 1;
};

/// Measures a running server: point reads, range reads, reads behind an index, a scan, inserts and updates, with rows
/// of 100, 1,000 and 8,000 bytes, first alone, then with all connections busy for a twelfth of the time each, then at a
/// fifth of that rate.
///
/// Touches nothing but its own schema (PostgreSQL), database (MySQL, MariaDB) or keys (Redis), whose name begins with
/// "shardscape_probe_", at most about 50 MB, removed at the end, also after an error and when stopped. Where removal
/// fails, the error says how to do it by hand.
///
/// "progress" hears what is being measured; it may be empty.
/// Errors: those of ProbeServer; Cancelled.
Result<Measured> measureServer(const ProbeRequest& request, std::stop_token stop,
                               const std::function<void(const std::string&)>& progress);

} // namespace shardscape::model
