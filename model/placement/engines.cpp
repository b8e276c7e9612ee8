// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/schemes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>

#include "model/placement/encode.h"

namespace shardscape::model {

namespace {

using Made = Result<std::unique_ptr<const Placement>>;

/// Engines that hash an integer key as its decimal text.
class TextKeys : public Placement {
public:
    using Placement::Placement;
    Place place(std::int64_t key) const final { return place(std::to_string(key)); }
    using Placement::place;
};

/// Slots are dealt to masters in contiguous runs as redis-cli --cluster create does (redis-cli.c).
class RedisCluster final : public TextKeys {
public:
    explicit RedisCluster(const PlacementSpec& spec)
        : TextKeys(spec.partitions) {
        const std::vector<std::uint32_t> last = redisRuns(kSlots, spec.partitions);
        for (std::uint32_t slot = 0; slot < kSlots; ++slot)
            m_owner[slot] = static_cast<std::uint32_t>(std::lower_bound(last.begin(), last.end(), slot) - last.begin());
    }
    using TextKeys::place;
    Place place(std::string_view key) const override {
        const std::uint32_t slot = redisSlot(key);
        return {slot, m_owner[slot]};
    }

private:
    static constexpr std::uint32_t kSlots = 16384;
    std::array<std::uint32_t, kSlots> m_owner{};
};

/// Two's complement of a decimal's digits, big-endian, in the fewest bytes (java.math.BigInteger.toByteArray).
std::string unscaled(const KeyValue& value) {
    std::vector<unsigned> bytes{0}; // the least one first
    for (char digit : value.bytes) {
        unsigned carry = static_cast<unsigned>(digit - '0');
        for (unsigned& byte : bytes) {
            carry += byte * 10;
            byte = carry & 0xff;
            carry >>= 8;
        }
        if (carry != 0)
            bytes.push_back(carry);
    }
    if (value.negative) {
        unsigned carry = 1;
        for (unsigned& byte : bytes) {
            carry += ~byte & 0xff;
            byte = carry & 0xff;
            carry >>= 8;
        }
    }
    // The first bit is the sign.
    const unsigned filler = value.negative ? 0xff : 0;
    if ((bytes.back() ^ filler) >> 7 != 0)
        bytes.push_back(filler);
    while (bytes.size() > 1 && bytes.back() == filler && (bytes[bytes.size() - 2] ^ filler) >> 7 == 0)
        bytes.pop_back();
    std::string out;
    for (std::size_t i = bytes.size(); i-- > 0;)
        out.push_back(static_cast<char>(bytes[i]));
    return out;
}

/// A value as CQL serializes it (native_protocol_v5.spec, section 6).
void appendCql(const KeyValue& value, std::string& out) {
    switch (value.type) {
    case KeyType::Int:
    case KeyType::Int2:
    case KeyType::Int4:
    case KeyType::Int8: return appendBigEndian(out, static_cast<std::uint64_t>(value.number), integerBytes(value.type));
    case KeyType::Bool: return appendBigEndian(out, static_cast<std::uint64_t>(value.number), 1);
    case KeyType::Date: // days with 1970-01-01 in the middle of 32 bits
        return appendBigEndian(out, static_cast<std::uint64_t>(value.number) + (1ULL << 31), 4);
    case KeyType::Timestamp:
    case KeyType::TimestampTz: // milliseconds
        return appendBigEndian(out, static_cast<std::uint64_t>(floorDivide(value.number, 1000)), 8);
    case KeyType::Time: // nanoseconds
        return appendBigEndian(out, static_cast<std::uint64_t>(value.number * 1000), 8);
    case KeyType::Float4:
        return appendBigEndian(out, std::bit_cast<std::uint32_t>(static_cast<float>(realOf(value))), 4);
    case KeyType::Float8: return appendBigEndian(out, std::bit_cast<std::uint64_t>(realOf(value)), 8);
    case KeyType::Numeric: // the scale counts: 1.0 and 1.00 are different keys
        appendBigEndian(out, static_cast<std::uint64_t>(value.number), 4);
        out += unscaled(value);
        return;
    case KeyType::Text:
    case KeyType::Char:
    case KeyType::Uuid:
    case KeyType::Binary:
    case KeyType::ObjectId: out += value.bytes; return;
    }
}

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

    Result<void> accepts(const std::vector<KeyType>& types) const override {
        return noneOf(Scylla ? "ScyllaDB" : "Cassandra", types, {KeyType::ObjectId});
    }
    Place placeRow(KeyRow row) const override {
        std::string key;
        if (row.size() == 1) {
            appendCql(row.front(), key);
            return place(std::string_view(key));
        }
        std::string column;
        for (const KeyValue& value : row) {
            column.clear();
            appendCql(value, column);
            appendBigEndian(key, column.size(), 2);
            key += column;
            key.push_back('\0');
        }
        return place(std::string_view(key));
    }
};

/// Keys of Kafka are what a serializer made of them: the big-endian bytes of Short-, Integer-, Long-, Float- and
/// DoubleSerializer where the width is stated, text otherwise.
class SerializedKeys : public TextKeys {
public:
    using TextKeys::place;
    using TextKeys::TextKeys;
    Place placeRow(KeyRow row) const final {
        const KeyValue& key = row.front();
        std::string bytes;
        if (isInteger(key.type) && key.type != KeyType::Int)
            appendBigEndian(bytes, static_cast<std::uint64_t>(key.number), integerBytes(key.type));
        else if (key.type == KeyType::Float4 && key.form == KeyValue::Form::Finite)
            appendBigEndian(bytes, std::bit_cast<std::uint32_t>(static_cast<float>(key.real)), 4);
        else if (key.type == KeyType::Float8 && key.form == KeyValue::Form::Finite)
            appendBigEndian(bytes, std::bit_cast<std::uint64_t>(key.real), 8);
        else
            return TextKeys::placeRow(row);
        return place(std::string_view(bytes));
    }
};

class Kafka final : public SerializedKeys {
public:
    explicit Kafka(const PlacementSpec& spec)
        : SerializedKeys(spec.partitions) {}
    using SerializedKeys::place;
    Place place(std::string_view key) const override {
        const auto hash = static_cast<std::uint32_t>(murmur2Kafka(key));
        return {hash, (hash & 0x7fffffffU) % partitions()};
    }
    std::string hashText(std::uint64_t hash) const override { return signedText32(hash); }
};

/// CRC-32 modulo n: librdkafka's default partitioner.
class Crc32Mod final : public SerializedKeys {
public:
    explicit Crc32Mod(const PlacementSpec& spec)
        : SerializedKeys(spec.partitions) {}
    using SerializedKeys::place;
    Place place(std::string_view key) const override {
        const std::uint32_t hash = crc32(key);
        return {hash, hash % partitions()};
    }
};

/// A hashed shard key: the first 64 bits of MD5 over seed 0, the canonical type and the value; equal chunks of int64.
class MongodbHashed final : public Placement {
public:
    explicit MongodbHashed(const PlacementSpec& spec)
        : Placement(spec.partitions) {}
    Place place(std::string_view key) const override {
        std::string typed = begin(kString);
        addText(typed, key);
        return at(typed);
    }
    Place place(std::int64_t key) const override {
        std::string typed = begin(kNumber);
        appendLittleEndian(typed, static_cast<std::uint64_t>(key), 8);
        return at(typed);
    }
    std::string hashText(std::uint64_t hash) const override { return signedText(hash); }

    Result<void> accepts(const std::vector<KeyType>& types) const override {
        const auto one = oneColumn("a hashed index of MongoDB (one hashed field)", types);
        return one ? noneOf("MongoDB", types, {KeyType::Time}) : one;
    }
    bool placesNull() const override { return true; }
    Place placeRow(KeyRow row) const override {
        const KeyValue& key = row.front();
        if (key.isNull())
            return at(begin(kNull));
        if (isInteger(key.type))
            return place(key.number);
        if (key.type == KeyType::Numeric || key.type == KeyType::Float4 || key.type == KeyType::Float8)
            return place(truncated(key));
        if (key.type == KeyType::Text || key.type == KeyType::Char)
            return place(std::string_view(key.bytes));
        std::string typed;
        if (key.type == KeyType::Uuid || key.type == KeyType::Binary) {
            typed = begin(kBinary);
            appendLittleEndian(typed, key.bytes.size(), 4);
            typed.push_back(key.type == KeyType::Uuid ? '\x04' : '\0'); // the subtype
            typed += key.bytes;
        } else if (key.type == KeyType::ObjectId) {
            typed = begin(kObjectId) + key.bytes;
        } else if (key.type == KeyType::Bool) {
            typed = begin(kBool);
            typed.push_back(static_cast<char>(key.number));
        } else { // dates are instants in milliseconds
            typed = begin(kDate);
            const std::int64_t ms = key.type == KeyType::Date ? key.number * 86'400'000 : floorDivide(key.number, 1000);
            appendLittleEndian(typed, static_cast<std::uint64_t>(ms), 8);
        }
        return at(typed);
    }

private:
    enum Canonical : std::uint32_t {
        kNull = 5,
        kNumber = 10,
        kString = 15,
        kBinary = 30,
        kObjectId = 35,
        kBool = 40,
        kDate = 45
    };

    static std::string begin(Canonical type) {
        std::string typed(4, '\0'); // the seed
        appendLittleEndian(typed, type, 4);
        return typed;
    }
    static void addText(std::string& typed, std::string_view text) {
        appendLittleEndian(typed, text.size() + 1, 4);
        typed += text;
        typed.push_back('\0');
    }
    /// Every number counts as int64: cut towards zero, held within the range, not a number as 0.
    static std::int64_t truncated(const KeyValue& key) {
        constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
        constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();
        if (key.form == KeyValue::Form::NotANumber)
            return 0;
        if (key.form != KeyValue::Form::Finite)
            return key.form == KeyValue::Form::Infinity ? kMost : kLeast;
        if (key.type != KeyType::Numeric)
            return key.real >= 9223372036854775808.0   ? kMost
                   : key.real < -9223372036854775808.0 ? kLeast
                                                       : static_cast<std::int64_t>(key.real);
        const std::size_t behind = static_cast<std::size_t>(key.number);
        const std::string whole =
            key.bytes.size() > behind ? key.bytes.substr(0, key.bytes.size() - behind) : std::string("0");
        std::int64_t number = 0;
        const std::string text = (key.negative ? "-" : "") + whole;
        if (std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc{})
            return key.negative ? kLeast : kMost;
        return number;
    }
    Place at(const std::string& typed) const {
        const std::uint64_t hash = firstWord(md5(typed));
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
        const auto unit = [&](std::uint32_t value) { appendLittleEndian(units, value, 2); };
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

std::vector<std::uint32_t> redisRuns(std::uint32_t slots, std::uint32_t masters) {
    std::vector<std::uint32_t> last;
    const float width = static_cast<float>(slots) / static_cast<float>(masters);
    float cursor = 0.0F;
    for (std::uint32_t i = 0; i < masters; ++i) {
        const long end = std::lround(static_cast<double>(cursor + width - 1.0F));
        last.push_back(i + 1 == masters ? slots - 1 : static_cast<std::uint32_t>(std::max(end, 0L)));
        cursor += width;
    }
    return last;
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

std::vector<PlacementKind> keyedKinds() {
    constexpr auto kExact = PlacementFidelity::Exact;
    return {
        {{"redis-cluster", kExact, "16,384 slots by CRC-16 with hash tags, n masters", "redis.io cluster-spec"},
         makeUpTo<RedisCluster, 16384>},
        {{"cassandra", kExact, "Murmur3Partitioner token, n equal token ranges", "Murmur3Partitioner.java"},
         makeScheme<TokenRanges<false>>},
        {{"scylladb", kExact, "murmur3 token, n equal tablets", "scylladb dht/murmur3_partitioner.cc"},
         makeScheme<TokenRanges<true>>},
        {{"kafka", kExact, "Java clients: murmur2 modulo n", "apache/kafka BuiltInPartitioner"}, makeScheme<Kafka>},
        {{"kafka-librdkafka", kExact, "C, Python, Go and .NET clients: CRC-32 modulo n",
          "librdkafka consistent_random"},
         makeScheme<Crc32Mod>},
        {{"mongodb-hashed", kExact, "hashed shard key, n equal chunks", "mongo src/mongo/db/hasher.cpp"},
         makeScheme<MongodbHashed>},
        {{"elasticsearch", kExact, "murmur3 of _routing or _id over n primary shards", "elastic Murmur3HashFunction"},
         makeUpTo<Elasticsearch, 1048576>},
        {{"couchbase", kExact, "1,024 vBuckets by CRC-32, n nodes in contiguous runs", "libcouchbase src/vbucket"},
         makeUpTo<Couchbase, 1024>},
        {{"couchdb", kExact, "CRC-32 of the document id, q = n ranges", "couchdb src/mem3"}, makeScheme<Couchdb>},
        {{"memcached", kExact, "client-side ketama ring of n servers", "libmemcached hosts.cc"}, makeKetama},
        {{"dynamodb", PlacementFidelity::StandIn, "private hash of the partition key; MD5 stands in for it",
          "developer guide, HowItWorks.Partitions"},
         makeScheme<Dynamodb>},
    };
}

} // namespace shardscape::model
