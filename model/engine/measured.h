// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace shardscape::model {

/// What a probe asked of a server (model/live/probe.h) and how long that took. Times are in microseconds, as a client
/// saw them: request sent to answer read; of an open loop from the moment at which the request was due.
struct Measurement {
    std::string operation;      ///< "point_read", "range_read", "index_read", "scan", "insert", "insert_many", …
    std::string load;           ///< "alone": one after another; "full": all connections busy; "open": at random moments
    int rowBytes = 0;           ///< payload of a row
    double rows = 1;            ///< that one request reads or writes
    int connections = 1;        ///< that asked at the same time
    std::uint64_t requests = 0; ///< that were measured
    double perSecond = 0;       ///< requests answered
    double meanUs = 0, p50Us = 0, p90Us = 0, p99Us = 0;
};

/// The server and the machine, as far as they are known.
struct MeasuredServer {
    std::string engine;     ///< name of a profile: "postgresql"
    std::string version;    ///< as the server says it: "PostgreSQL 15.20"
    std::string date;       ///< of the measurement, "2026-11-20"
    std::string connection; ///< "unix socket", "loopback" or "network"
    std::string processor;  ///< of the server where it is this machine; empty when not known
    int cores = 0;          ///< likewise; 0 when not known
    double memoryBytes = 0; ///< likewise; 0 when not known
};

struct Measured {
    MeasuredServer server;
    std::vector<Measurement> measurements;
    std::vector<std::string> notes; ///< what was left out and why, one sentence each
};

} // namespace shardscape::model
