// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/schemes.h"

#include <algorithm>
#include <cmath>

#include <xxhash.h>

#include "model/placement/hashes.h"

namespace shardscape::model {

namespace {

using Made = Result<std::unique_ptr<const Placement>>;

std::string bigEndian(std::uint64_t value, std::size_t bytes) {
    std::string text(bytes, '\0');
    for (std::size_t i = 0; i < bytes; ++i)
        text[bytes - 1 - i] = static_cast<char>(value >> (8 * i));
    return text;
}
std::string littleEndian(std::uint64_t value, std::size_t bytes) {
    std::string text(bytes, '\0');
    for (std::size_t i = 0; i < bytes; ++i)
        text[i] = static_cast<char>(value >> (8 * i));
    return text;
}
std::uint64_t firstWord(const Md5& digest) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 8; ++i)
        word |= static_cast<std::uint64_t>(digest[i]) << (8 * i);
    return word;
}
std::string signedText(std::uint64_t hash) {
    return std::to_string(static_cast<std::int64_t>(hash));
}
std::string signedText32(std::uint64_t hash) {
    return std::to_string(static_cast<std::int32_t>(static_cast<std::uint32_t>(hash)));
}

/// Engines that hash an integer key as its decimal text.
class TextKeys : public Placement {
public:
    using Placement::Placement;
    Place place(std::int64_t key) const final { return place(std::to_string(key)); }
    using Placement::place;
};

class Postgresql final : public Placement {
public:
    explicit Postgresql(const PlacementSpec& spec)
        : Placement(spec.partitions) {}
    Place place(std::string_view key) const override {
        return at(postgresqlHashExtended(key, kPostgresqlPartitionSeed));
    }
    Place place(std::int64_t key) const override { return at(postgresqlHashExtended(key, kPostgresqlPartitionSeed)); }
    std::string hashText(std::uint64_t hash) const override { return signedText(hash); }

private:
    Place at(std::uint64_t hash) const {
        return {hash, static_cast<std::uint32_t>(postgresqlRowHash({hash}) % partitions())};
    }
};

/// Shards are equal ranges of the signed 32-bit hash, the last one taking the remainder (shardinterval_utils.c).
class Citus final : public Placement {
public:
    explicit Citus(const PlacementSpec& spec)
        : Placement(spec.partitions) {}
    Place place(std::string_view key) const override { return at(postgresqlHash(key)); }
    Place place(std::int64_t key) const override { return at(postgresqlHash(key)); }
    std::string hashText(std::uint64_t hash) const override { return signedText32(hash); }

private:
    Place at(std::uint32_t hash) const {
        const std::uint64_t width = (1ULL << 32) / partitions();
        const std::uint64_t position = hash ^ 0x80000000U;
        return {hash, static_cast<std::uint32_t>(std::min<std::uint64_t>(position / width, partitions() - 1))};
    }
};

/// Space partitions of a hypertable: equal slices of the hash without its sign (partitioning.c, dimension.c).
class Timescaledb final : public Placement {
public:
    explicit Timescaledb(const PlacementSpec& spec)
        : Placement(spec.partitions) {}
    Place place(std::string_view key) const override { return at(postgresqlHash(key)); }
    Place place(std::int64_t key) const override { return at(postgresqlHash(key)); }

private:
    Place at(std::uint32_t hash) const {
        const std::uint32_t positive = hash & 0x7fffffffU;
        return {positive, std::min(positive / (0x7fffffffU / partitions()), partitions() - 1)};
    }
};

/// A hash-sharded index since v23.2: fnv32(md5(datums_to_bytes(key))) mod buckets.
class Cockroachdb final : public Placement {
public:
    explicit Cockroachdb(const PlacementSpec& spec)
        : Placement(spec.partitions) {}
    Place place(std::string_view key) const override {
        std::string encoded = "\x12";
        for (char byte : key) {
            encoded.push_back(byte);
            if (byte == '\0')
                encoded.push_back('\xff');
        }
        encoded.append({'\0', '\1'});
        return at(encoded);
    }
    Place place(std::int64_t key) const override { return at(encodeInteger(key)); }

private:
    /// util/encoding: -n … 109 in one byte around 0x88, else a tag with the number of bytes and the shortest bytes.
    static std::string encodeInteger(std::int64_t key) {
        const auto raw = static_cast<std::uint64_t>(key);
        if (key >= 0 && key <= 109)
            return std::string(1, static_cast<char>(0x88 + key));
        const std::uint64_t magnitude = key < 0 ? ~raw + 1 : raw;
        std::size_t bytes = 1;
        while (bytes < 8 && (magnitude >> (8 * bytes)) != 0)
            ++bytes;
        const auto tag = static_cast<char>(key < 0 ? 0x88 - bytes : 0xf5 + bytes);
        return std::string(1, tag) + bigEndian(raw, bytes);
    }
    Place at(const std::string& encoded) const {
        const std::uint32_t hash = fnv1_32(hex(md5(encoded)));
        return {hash, hash % partitions()};
    }
};

/// The xxhash vindex: XXH64 of the value's text, its little-endian bytes being the keyspace id; equal shard ranges.
class Vitess final : public TextKeys {
public:
    explicit Vitess(const PlacementSpec& spec)
        : TextKeys(spec.partitions) {}
    using TextKeys::place;
    Place place(std::string_view key) const override {
        const std::uint64_t id = __builtin_bswap64(XXH64(key.data(), key.size(), 0));
        return {id, equalRange(id, partitions())};
    }
    std::string hashText(std::uint64_t hash) const override {
        constexpr std::string_view kDigits = "0123456789abcdef";
        std::string text(16, '0');
        for (std::size_t i = 0; i < 16; ++i)
            text[15 - i] = kDigits[(hash >> (4 * i)) & 15];
        return text;
    }
};

/// CRC-32 of the text form modulo n: TiDB's KEY partitioning, and librdkafka's default partitioner.
class Crc32Mod final : public TextKeys {
public:
    explicit Crc32Mod(const PlacementSpec& spec)
        : TextKeys(spec.partitions) {}
    using TextKeys::place;
    Place place(std::string_view key) const override {
        const std::uint32_t hash = crc32(key);
        return {hash, hash % partitions()};
    }
};

/// Slots are dealt to masters in contiguous runs as redis-cli --cluster create does (redis-cli.c).
class RedisCluster final : public TextKeys {
public:
    explicit RedisCluster(const PlacementSpec& spec)
        : TextKeys(spec.partitions) {
        const float width = 16384.0F / static_cast<float>(spec.partitions);
        float cursor = 0.0F;
        for (std::uint32_t i = 0; i < spec.partitions; ++i) {
            const long last = std::lround(static_cast<double>(cursor + width - 1.0F));
            m_last.push_back(i + 1 == spec.partitions ? 16383 : static_cast<std::uint32_t>(last));
            cursor += width;
        }
    }
    using TextKeys::place;
    Place place(std::string_view key) const override {
        const std::uint32_t slot = redisSlot(key);
        const auto owner = std::lower_bound(m_last.begin(), m_last.end(), slot);
        return {slot, static_cast<std::uint32_t>(owner - m_last.begin())};
    }

private:
    std::vector<std::uint32_t> m_last;
};

/// Equal ranges of the token circle. Scylla hashes the empty key like any other, Cassandra gives it the least token.
template <bool Scylla> class TokenRanges final : public Placement {
public:
    explicit TokenRanges(const PlacementSpec& spec)
        : Placement(spec.partitions) {}
    Place place(std::string_view key) const override {
        const std::int64_t token = Scylla && key.empty() ? murmur3Cassandra(key) : cassandraToken(key);
        return {static_cast<std::uint64_t>(token), equalRange(aboveMinimum(token), partitions())};
    }
    Place place(std::int64_t key) const override { return place(bigEndian(static_cast<std::uint64_t>(key), 8)); }
    using Placement::place;
    std::string hashText(std::uint64_t hash) const override { return signedText(hash); }
};

class Kafka final : public TextKeys {
public:
    explicit Kafka(const PlacementSpec& spec)
        : TextKeys(spec.partitions) {}
    using TextKeys::place;
    Place place(std::string_view key) const override {
        const auto hash = static_cast<std::uint32_t>(murmur2Kafka(key));
        return {hash, (hash & 0x7fffffffU) % partitions()};
    }
    std::string hashText(std::uint64_t hash) const override { return signedText32(hash); }
};

/// A hashed shard key: the first 64 bits of MD5 over seed 0, the canonical type and the value; equal chunks of int64.
class MongodbHashed final : public Placement {
public:
    explicit MongodbHashed(const PlacementSpec& spec)
        : Placement(spec.partitions) {}
    Place place(std::string_view key) const override {
        constexpr std::uint32_t kString = 15;
        return at(littleEndian(kString, 4) + littleEndian(key.size() + 1, 4) + std::string(key) + std::string(1, '\0'));
    }
    Place place(std::int64_t key) const override {
        constexpr std::uint32_t kNumber = 10;
        return at(littleEndian(kNumber, 4) + littleEndian(static_cast<std::uint64_t>(key), 8));
    }
    std::string hashText(std::uint64_t hash) const override { return signedText(hash); }

private:
    Place at(const std::string& typed) const {
        const std::uint64_t hash = firstWord(md5(littleEndian(0, 4) + typed));
        return {hash, equalRange(aboveMinimum(static_cast<std::int64_t>(hash)), partitions())};
    }
};

/// murmur3 of the routing value as UTF-16; the index has more routing shards than shards so that it can be split.
class Elasticsearch final : public TextKeys {
public:
    explicit Elasticsearch(const PlacementSpec& spec)
        : TextKeys(spec.partitions) {
        int doublings = 10;
        for (std::uint32_t shards = 1; shards < spec.partitions && doublings > 1; shards *= 2)
            --doublings;
        m_routingShards = std::int64_t{spec.partitions} << doublings;
    }
    using TextKeys::place;
    Place place(std::string_view key) const override {
        const std::uint32_t hash = murmur3_32(utf16(key), 0);
        std::int64_t shard = static_cast<std::int32_t>(hash) % m_routingShards;
        if (shard < 0)
            shard += m_routingShards;
        return {hash, static_cast<std::uint32_t>(shard / (m_routingShards / partitions()))};
    }
    std::string hashText(std::uint64_t hash) const override { return signedText32(hash); }

private:
    /// UTF-16LE; a byte that starts no valid sequence is taken as Latin-1 so that every key has a place.
    static std::string utf16(std::string_view key) {
        std::string units;
        const auto unit = [&](std::uint32_t value) { units += littleEndian(value, 2); };
        for (std::size_t i = 0; i < key.size();) {
            const auto lead = static_cast<unsigned char>(key[i]);
            const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
            std::uint32_t point = lead;
            if (length > 1 && i + length <= key.size()) {
                point = lead & (0x7fU >> length);
                for (std::size_t j = 1; j < length; ++j)
                    point = point << 6 | (static_cast<unsigned char>(key[i + j]) & 0x3fU);
                i += length;
            } else {
                ++i;
            }
            if (point >= 0x10000) {
                unit(0xd800 + ((point - 0x10000) >> 10));
                unit(0xdc00 + ((point - 0x10000) & 0x3ff));
            } else {
                unit(point);
            }
        }
        return units;
    }
    std::int64_t m_routingShards = 1;
};

/// 1,024 vBuckets by CRC-32, dealt to nodes in contiguous runs.
class Couchbase final : public TextKeys {
public:
    explicit Couchbase(const PlacementSpec& spec)
        : TextKeys(spec.partitions) {}
    using TextKeys::place;
    Place place(std::string_view key) const override {
        const std::uint32_t bucket = ((crc32(key) >> 16) & 0x7fffU) % 1024;
        return {bucket, bucket * partitions() / 1024};
    }
};

/// q ranges of width 2^32 / q over the CRC-32 of the document id (of the text before ":" in a partitioned database).
class Couchdb final : public TextKeys {
public:
    explicit Couchdb(const PlacementSpec& spec)
        : TextKeys(spec.partitions) {}
    using TextKeys::place;
    Place place(std::string_view key) const override {
        const std::uint32_t hash = crc32(key.substr(0, key.find(':')));
        const std::uint64_t width = (1ULL << 32) / partitions();
        return {hash, static_cast<std::uint32_t>(std::min<std::uint64_t>(hash / width, partitions() - 1))};
    }
};

/// libmemcached's weighted ketama: MD5 points on a 32-bit circle, four from each digest.
class Ketama final : public TextKeys {
public:
    explicit Ketama(const PlacementSpec& spec)
        : TextKeys(spec.partitions) {
        std::uint64_t total = 0;
        for (std::uint32_t i = 0; i < spec.partitions; ++i)
            total += weight(spec, i);
        for (std::uint32_t i = 0; i < spec.partitions; ++i) {
            const float share = static_cast<float>(weight(spec, i)) / static_cast<float>(total);
            const float digests = share * 160.0F / 4.0F * static_cast<float>(spec.partitions);
            const auto count = static_cast<std::uint32_t>(std::floor(static_cast<double>(digests) + 0.0000000001));
            for (std::uint32_t j = 0; j < count; ++j)
                addPoints(member(spec, i) + "-" + std::to_string(j), i);
        }
        std::sort(m_points.begin(), m_points.end());
    }
    using TextKeys::place;
    Place place(std::string_view key) const override {
        const auto hash = static_cast<std::uint32_t>(firstWord(md5(key)));
        const auto at = std::lower_bound(m_points.begin(), m_points.end(), std::pair{hash, std::uint32_t{0}});
        return {hash, at == m_points.end() ? m_points.front().second : at->second};
    }

private:
    static std::uint64_t weight(const PlacementSpec& spec, std::uint32_t i) {
        return spec.weights.empty() ? 1 : spec.weights[i];
    }
    static std::string member(const PlacementSpec& spec, std::uint32_t i) {
        if (spec.members.empty())
            return "10.0." + std::to_string((i + 1) / 256) + "." + std::to_string((i + 1) % 256);
        const std::string& name = spec.members[i];
        constexpr std::string_view kDefaultPort = ":11211";
        const bool usual = name.size() > kDefaultPort.size() && name.ends_with(kDefaultPort);
        return usual ? name.substr(0, name.size() - kDefaultPort.size()) : name;
    }
    void addPoints(const std::string& name, std::uint32_t owner) {
        const Md5 digest = md5(name);
        for (std::size_t i = 0; i < 16; i += 4) {
            std::uint32_t point = 0;
            for (std::size_t j = 0; j < 4; ++j)
                point |= std::uint32_t{digest[i + j]} << (8 * j);
            m_points.emplace_back(point, owner);
        }
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_points;
};

/// DynamoDB does not publish its hash. MD5 over equal ranges stands in: shares behave alike, single keys do not.
class Dynamodb final : public TextKeys {
public:
    explicit Dynamodb(const PlacementSpec& spec)
        : TextKeys(spec.partitions) {}
    using TextKeys::place;
    Place place(std::string_view key) const override {
        const std::uint64_t hash = __builtin_bswap64(firstWord(md5(key)));
        return {hash, equalRange(hash, partitions())};
    }
};

template <class Scheme> Made make(const PlacementSpec& spec) {
    return std::make_unique<const Scheme>(spec);
}

template <class Scheme, std::uint32_t kMost> Made makeUpTo(const PlacementSpec& spec) {
    if (spec.partitions > kMost)
        return fail(ErrorCode::Invalid, "\"" + spec.kind + "\" has at most " + std::to_string(kMost) +
                                            " partitions, not " + std::to_string(spec.partitions));
    return std::make_unique<const Scheme>(spec);
}

Made makeKetama(const PlacementSpec& spec) {
    if ((!spec.members.empty() && spec.members.size() != spec.partitions) ||
        (!spec.weights.empty() && spec.weights.size() != spec.partitions))
        return fail(ErrorCode::Invalid, "memcached placement takes one member and one weight for each of the " +
                                            std::to_string(spec.partitions) + " partitions");
    if (std::count(spec.weights.begin(), spec.weights.end(), 0U) > 0 || spec.partitions > 65000)
        return fail(ErrorCode::Invalid, "memcached placement takes weights above 0 and at most 65000 members");
    return std::make_unique<const Ketama>(spec);
}

} // namespace

std::string cassandraCompositeKey(const std::vector<std::string>& columns) {
    if (columns.size() == 1)
        return columns.front();
    std::string key;
    for (const std::string& column : columns)
        key += bigEndian(column.size(), 2) + column + std::string(1, '\0');
    return key;
}

std::uint64_t postgresqlRowHash(const std::vector<std::uint64_t>& columnHashes) {
    std::uint64_t row = 0;
    for (std::uint64_t hash : columnHashes)
        row ^= hash + 0x49a0f4dd15e5a8e3ULL + (row << 54) + (row >> 7);
    return row;
}

std::uint32_t redisSlot(std::string_view key) {
    const std::size_t open = key.find('{');
    if (open != std::string_view::npos) {
        const std::size_t close = key.find('}', open + 1);
        if (close != std::string_view::npos && close > open + 1)
            key = key.substr(open + 1, close - open - 1);
    }
    return crc16Xmodem(key) % 16384;
}

std::int64_t cassandraToken(std::string_view key) {
    constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
    if (key.empty())
        return kLeast;
    const std::int64_t token = murmur3Cassandra(key);
    return token == kLeast ? std::numeric_limits<std::int64_t>::max() : token;
}

std::uint32_t scyllaShard(std::int64_t token, std::uint32_t shards, std::uint32_t ignoreMsb) {
    return equalRange(aboveMinimum(token) << ignoreMsb, shards);
}

std::vector<PlacementKind> engineKinds() {
    constexpr auto kExact = PlacementFidelity::Exact;
    return {
        {{"postgresql", kExact, "PARTITION BY HASH (MODULUS n), 11 and later", "src/common/hashfn.c, partbounds.c"},
         make<Postgresql>},
        {{"citus", kExact, "distributed table of n shards", "citus shardinterval_utils.c"}, make<Citus>},
        {{"timescaledb", kExact, "n space partitions of a hypertable", "timescaledb src/dimension.c"},
         make<Timescaledb>},
        {{"cockroachdb", kExact, "hash-sharded index of n buckets, v23.2 and later", "release note v23.2.0-alpha.1"},
         make<Cockroachdb>},
        {{"tidb", kExact, "PARTITION BY KEY of a binary column", "tidb pkg/table/tables/partition.go"}, make<Crc32Mod>},
        {{"vitess", kExact, "xxhash vindex over n equal shards", "vitess.io/docs vindexes"}, make<Vitess>},
        {{"redis-cluster", kExact, "16,384 slots by CRC-16 with hash tags, n masters", "redis.io cluster-spec"},
         makeUpTo<RedisCluster, 16384>},
        {{"cassandra", kExact, "Murmur3Partitioner token, n equal token ranges", "Murmur3Partitioner.java"},
         make<TokenRanges<false>>},
        {{"scylladb", kExact, "murmur3 token, n equal tablets", "scylladb dht/murmur3_partitioner.cc"},
         make<TokenRanges<true>>},
        {{"kafka", kExact, "Java clients: murmur2 modulo n", "apache/kafka BuiltInPartitioner"}, make<Kafka>},
        {{"kafka-librdkafka", kExact, "C, Python, Go and .NET clients: CRC-32 modulo n",
          "librdkafka consistent_random"},
         make<Crc32Mod>},
        {{"mongodb-hashed", kExact, "hashed shard key, n equal chunks", "mongo src/mongo/db/hasher.cpp"},
         make<MongodbHashed>},
        {{"elasticsearch", kExact, "murmur3 of _routing or _id over n primary shards", "elastic Murmur3HashFunction"},
         makeUpTo<Elasticsearch, 1048576>},
        {{"couchbase", kExact, "1,024 vBuckets by CRC-32, n nodes in contiguous runs", "libcouchbase src/vbucket"},
         makeUpTo<Couchbase, 1024>},
        {{"couchdb", kExact, "CRC-32 of the document id, q = n ranges", "couchdb src/mem3"}, make<Couchdb>},
        {{"memcached", kExact, "client-side ketama ring of n servers", "libmemcached hosts.cc"}, makeKetama},
        {{"dynamodb", PlacementFidelity::StandIn, "private hash of the partition key; MD5 stands in for it",
          "developer guide, HowItWorks.Partitions"},
         make<Dynamodb>},
    };
}

} // namespace shardscape::model
