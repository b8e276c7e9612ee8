// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/result.h"

/// What the probe asks of a server, and the three clients behind it. For the probe and for tests that put loads of
/// their own on a server.
namespace shardscape::model {

enum class ProbeOperation {
    Ping,          ///< an answer without data
    PointRead,     ///< one row by its key
    RangeRead,     ///< "rows" rows that lie side by side
    IndexRead,     ///< "rows" rows that lie apart, behind one entry of an index; Redis: several keys
    Scan,          ///< all rows of the first table, filtered
    Insert,        ///< one new row
    InsertMany,    ///< "rows" new rows by one statement
    InsertIndexed, ///< one new row of a table with kProbeIndexes secondary indexes
    Update,        ///< one row by its key, its payload replaced
};
const char* name(ProbeOperation operation);

inline constexpr int kProbeIndexes = 3;
/// Rows that share a value of the indexed column.
inline constexpr int kProbeRowsPerTag = 50;

struct ProbeStep {
    ProbeOperation operation = ProbeOperation::Ping;
    std::size_t width = 0; ///< position in ProbeTables::payloadBytes
    int rows = 1;
};

/// The tables that are made, one of each width. Their rows are numbered from 1; a payload is random letters, which do
/// not compress.
struct ProbeTables {
    std::vector<int> payloadBytes;
    std::vector<std::int64_t> rows;
};

/// One connection, used by one thread at a time.
class ProbeConnection {
public:
    virtual ~ProbeConnection() = default;
    /// Asks, and waits for the whole answer. "draw" is a random number that decides on keys and payload.
    virtual Result<void> perform(const ProbeStep& step, std::uint64_t draw) = 0;
};

/// A server with room for the probe: a schema of its own (PostgreSQL), a database (MySQL, MariaDB) or keys with a
/// prefix (Redis), all named shardscape_probe_… and nothing else. What was created is removed by remove(), or by the
/// destructor.
class ProbeServer {
public:
    virtual ~ProbeServer() = default;

    /// Connects; nothing is created yet. Connection strings are those of importLive; for redis
    /// "redis://user:password@host:6379/0", "host=… port=… user=… password=… dbname=0" or "socket=/path" (the password
    /// also from REDISCLI_AUTH). Errors: NotFound for an engine that cannot be probed, Invalid for a connection string
    /// that cannot be read, Unsupported when the server is another one than "engine" says, Io.
    static Result<std::unique_ptr<ProbeServer>> open(const std::string& engine, const std::string& connection);

    virtual std::string version() = 0;
    /// "unix socket", "loopback" or "network".
    virtual std::string connectionKind() const = 0;
    /// Makes and fills the tables. Errors: Io with advice where the account may not, and then nothing stays behind.
    virtual Result<void> create(const ProbeTables& tables) = 0;
    /// Drops what create() made. Safe to call twice.
    virtual Result<void> remove() = 0;
    virtual Result<std::unique_ptr<ProbeConnection>> connect() = 0;
    /// Where everything lies: the schema, the database, the prefix of keys.
    virtual std::string place() const = 0;
};

/// Made once for all: random letters that payloads are cut from.
std::string_view probePayload(std::uint64_t draw, int bytes);
/// A name that no other run has: "shardscape_probe_" and twelve digits.
std::string probePlace();
/// By the host of a connection: a path or nothing is a socket.
std::string kindOfHost(const std::string& host, bool socket);

Result<std::unique_ptr<ProbeServer>> openPostgresProbe(const std::string& connection);
Result<std::unique_ptr<ProbeServer>> openMysqlProbe(const std::string& engine, const std::string& connection);
Result<std::unique_ptr<ProbeServer>> openRedisProbe(const std::string& connection);

} // namespace shardscape::model
