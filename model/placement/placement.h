// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/base/result.h"
#include "model/placement/key_value.h"

namespace shardscape::model {

/// Where a key lives: the hash that decided, as the engine itself would show it, and the partition in [0, count).
struct Place {
    std::uint64_t hash = 0; ///< 0 where no hash is involved (range)
    std::uint32_t partition = 0;
};

/// How keys are spread over a number of partitions. Immutable, so any number of threads may share one.
///
/// Keys come as bytes (text as UTF-8; a UUID, date or composite key as the bytes the engine hashes) or as a 64-bit
/// integer. How an engine sees an integer differs: PostgreSQL, Citus, TimescaleDB, CockroachDB and MongoDB hash the
/// number, Cassandra and ScyllaDB the eight big-endian bytes of a bigint, all others its decimal text. placeRow() takes
/// keys of typed columns instead and makes of them what the engine hashes.
class Placement {
public:
    virtual ~Placement() = default;

    virtual Place place(std::string_view key) const = 0;
    virtual Place place(std::int64_t key) const = 0;

    std::uint32_t partitionOf(std::string_view key) const { return place(key).partition; }
    std::uint32_t partitionOf(std::int64_t key) const { return place(key).partition; }
    std::uint32_t partitions() const { return m_partitions; }
    /// Whether a key of such columns can be placed. Errors: Invalid, saying which types or how many columns can.
    virtual Result<void> accepts(const std::vector<KeyType>& types) const;
    /// Whether NULL columns have a place; elsewhere they must not be asked for.
    virtual bool placesNull() const { return false; }
    /// The place of a key of typed columns that accepts() has let through: the engine's bytes are made of the values.
    /// Schemes that know no types take integers as numbers, bytea as bytes and everything else as the text it was.
    virtual Place placeRow(KeyRow row) const;
    /// The hash in the form in which the engine's own tools print it (signed token, slot number, hexadecimal id).
    virtual std::string hashText(std::uint64_t hash) const;

protected:
    explicit Placement(std::uint32_t partitions)
        : m_partitions(partitions) {}

private:
    std::uint32_t m_partitions;
};

/// What to build. Fields that a kind does not use are ignored.
struct PlacementSpec {
    std::string kind = "hash-mod"; ///< one of knownPlacements()
    std::uint32_t partitions = 1;
    std::uint32_t virtualNodes = 128; ///< consistent: points on the ring for each partition
    /// consistent, rendezvous: the numbers by which the partitions are known, so that one may be left out. Empty: 0, 1
    /// …
    std::vector<std::uint32_t> owners;

    /// range, integer keys: [low, low + span) is cut into equal ranges; keys outside go to the first or last one.
    std::int64_t rangeLow = 0;
    std::uint64_t rangeSpan = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    /// range, byte keys: the first key of partitions 1, 2, …, ascending. Empty: equal ranges of the first eight bytes.
    std::vector<std::string> splits;

    /// directory: keys with a home of their own; all others go by hash-mod. Integer keys are listed by decimal text.
    std::vector<std::pair<std::string, std::uint32_t>> directory;

    /// memcached and clickhouse: weights of the partitions; empty: all alike.
    std::vector<std::uint32_t> weights;
    /// memcached: "host" or "host:port" of each partition (11211 when absent). Empty: 10.0.0.1, 10.0.0.2 …
    std::vector<std::string> members;
};

/// How far a kind may be trusted to say where a real engine puts a key.
enum class PlacementFidelity {
    Exact,   ///< the engine's published function, held by vectors in the tests
    Design,  ///< a textbook scheme with a hash of our own choice: shares are right, single keys need not be
    StandIn, ///< the engine keeps its function private: only "equal keys share a partition" can be claimed
};

struct PlacementInfo {
    std::string_view kind;
    PlacementFidelity fidelity;
    std::string_view summary; ///< one line for help texts
    std::string_view source;  ///< where the function is published; empty for schemes of our own
};

/// Every kind in the order in which help should list them.
const std::vector<PlacementInfo>& knownPlacements();
const PlacementInfo* findPlacement(std::string_view kind);

/// Errors: unknown kind (with the nearest known one), partitions outside 1 … 1,048,576, splits not ascending or not one
/// fewer than the partitions, a directory entry or member list that does not fit the partitions.
Result<std::unique_ptr<const Placement>> makePlacement(const PlacementSpec& spec);

/// The bytes that Cassandra and ScyllaDB hash for a partition key of several columns: each column as a 16-bit
/// big-endian length, its bytes and a zero byte. A key of one column is hashed as it is.
std::string cassandraCompositeKey(const std::vector<std::string>& columns);

/// PostgreSQL's row hash for a partition key of several columns, from the 64-bit hash of each that is not NULL
/// (partition_rowhash and hash_combine64): row mod MODULUS is the remainder of the partition that takes the row.
std::uint64_t postgresqlRowHash(const std::vector<std::uint64_t>& columnHashes);
/// The seed with which PostgreSQL hashes partition keys (HASH_PARTITION_SEED).
inline constexpr std::uint64_t kPostgresqlPartitionSeed = 0x7A5B22367996DCFDULL;

/// The node of each partition where partitions outnumber nodes: Redis Cluster, Couchbase, Cassandra, ScyllaDB, MongoDB,
/// Vitess and ranges give each node a contiguous run (Redis Cluster rounds as redis-cli does), all others deal them
/// out in turn, as Citus and Kafka do when a table or topic is made. Empty when there are no nodes.
std::vector<std::uint32_t> dealPartitions(std::string_view kind, std::uint32_t partitions, std::uint32_t nodes);

/// The hash slot of Redis Cluster, 0 … 16383, honouring hash tags.
std::uint32_t redisSlot(std::string_view key);
/// Token of Cassandra's Murmur3Partitioner.
std::int64_t cassandraToken(std::string_view key);
/// The shard (CPU core) of a Scylla node that serves a token in a table with virtual nodes.
std::uint32_t scyllaShard(std::int64_t token, std::uint32_t shards, std::uint32_t ignoreMsb = 12);

} // namespace shardscape::model
