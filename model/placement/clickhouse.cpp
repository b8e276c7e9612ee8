// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/schemes.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include <xxhash.h>

#include "model/placement/encode.h"

/// ClickHouse's Distributed tables apply no hash of their own: the sharding expression is taken modulo the sum of the
/// weights. Each kind here is one usual expression. Checked against a server in tests/engines.
namespace shardscape::model {

namespace {

using Made = Result<std::unique_ptr<const Placement>>;

/// The bytes in which a column stores the value: Date is UInt16 days, DateTime UInt32 seconds.
void storedBytes(const KeyValue& value, std::string& out) {
    out.clear();
    if (isInteger(value.type))
        appendLittleEndian(out, static_cast<std::uint64_t>(value.number), integerBytes(value.type));
    else if (value.type == KeyType::Bool)
        appendLittleEndian(out, static_cast<std::uint64_t>(value.number), 1);
    else if (value.type == KeyType::Date)
        appendLittleEndian(out, static_cast<std::uint64_t>(value.number), 2);
    else if (value.type == KeyType::Timestamp || value.type == KeyType::TimestampTz)
        appendLittleEndian(out, static_cast<std::uint64_t>(floorDivide(value.number, 1'000'000)), 4);
    else if (value.type == KeyType::Float4 || value.type == KeyType::Float8)
        value.type == KeyType::Float4
            ? appendLittleEndian(out, std::bit_cast<std::uint32_t>(static_cast<float>(value.real)), 4)
            : appendLittleEndian(out, std::bit_cast<std::uint64_t>(value.real), 8);
    else
        out = value.bytes;
}
bool isText(KeyType type) {
    return type == KeyType::Text || type == KeyType::Char || type == KeyType::Binary;
}
std::uint64_t word(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return value;
}

/// A hash function of one value, and how the hashes of several arguments become one.
struct Identity {
    static constexpr bool kNumbersOnly = true;
    static std::uint64_t of(std::string_view stored, bool) { return word(stored); }
    static std::uint64_t combine(std::uint64_t, std::uint64_t next) { return next; }
};
/// intHash64: the finaliser of MurmurHash3 over the salted number.
std::uint64_t intHash64(std::uint64_t x) {
    x ^= 0x4cf2d2baae6da887ULL;
    x = (x ^ (x >> 33)) * 0xff51afd7ed558ccdULL;
    x = (x ^ (x >> 33)) * 0xc4ceb9fe1a85ec53ULL;
    return x ^ (x >> 33);
}
struct IntHash {
    static constexpr bool kNumbersOnly = true;
    static std::uint64_t of(std::string_view stored, bool) { return intHash64(word(stored)); }
    static std::uint64_t combine(std::uint64_t, std::uint64_t next) { return next; }
};
struct CityHash {
    static constexpr bool kNumbersOnly = false;
    static std::uint64_t of(std::string_view stored, bool text) {
        return text ? cityHash64(stored) : intHash64(word(stored));
    }
    static std::uint64_t combine(std::uint64_t first, std::uint64_t next) { return cityHash128to64(first, next); }
};
struct SipHash {
    static constexpr bool kNumbersOnly = false;
    static std::uint64_t of(std::string_view stored, bool) { return sipHash64(stored); }
    static std::uint64_t combine(std::uint64_t first, std::uint64_t next) {
        std::string both;
        appendLittleEndian(both, first, 8);
        appendLittleEndian(both, next, 8);
        return sipHash64(both);
    }
};
struct XxHash {
    static constexpr bool kNumbersOnly = false;
    static std::uint64_t of(std::string_view stored, bool) { return XXH64(stored.data(), stored.size(), 0); }
    static std::uint64_t combine(std::uint64_t first, std::uint64_t next) { return cityHash128to64(first, next); }
};
struct Murmur3 {
    static constexpr bool kNumbersOnly = false;
    static std::uint64_t of(std::string_view stored, bool) { return murmur3_64(stored); }
    static std::uint64_t combine(std::uint64_t first, std::uint64_t next) { return intHash64(first) ^ next; }
};

template <class Function> class Clickhouse final : public Placement {
public:
    explicit Clickhouse(const PlacementSpec& spec)
        : Placement(spec.partitions) {
        std::uint64_t sum = 0;
        for (std::uint32_t i = 0; i < spec.partitions; ++i)
            m_above.push_back(sum += spec.weights.empty() ? 1 : spec.weights[i]);
    }
    Place place(std::string_view key) const override {
        return at(Function::of(Function::kNumbersOnly ? key.substr(0, 8) : key, true));
    }
    Place place(std::int64_t key) const override {
        std::string stored;
        appendLittleEndian(stored, static_cast<std::uint64_t>(key), 8);
        return at(Function::of(stored, false));
    }

    Result<void> accepts(const std::vector<KeyType>& types) const override {
        if (Function::kNumbersOnly) {
            if (const auto one = oneColumn("a sharding key without a hash over text", types); !one)
                return one;
            if (isText(types.front()))
                return fail(ErrorCode::Invalid, "a Distributed table of ClickHouse takes an integer to shard by",
                            "use --engine clickhouse-cityhash64 or clickhouse-siphash64 for text");
        }
        return noneOf("ClickHouse", types, {KeyType::Uuid, KeyType::Time, KeyType::Numeric, KeyType::ObjectId});
    }
    Place placeRow(KeyRow row) const override {
        std::string stored;
        storedBytes(row.front(), stored);
        // A plain integer is widened with its sign and then taken as unsigned.
        if (std::is_same_v<Function, Identity> && isInteger(row.front().type))
            return at(static_cast<std::uint64_t>(row.front().number));
        std::uint64_t hash = Function::of(stored, isText(row.front().type));
        for (const KeyValue& column : row.subspan(1)) {
            storedBytes(column, stored);
            hash = Function::combine(hash, Function::of(stored, isText(column.type)));
        }
        return at(hash);
    }

private:
    Place at(std::uint64_t value) const {
        const std::uint64_t remainder = value % m_above.back();
        const auto shard = std::upper_bound(m_above.begin(), m_above.end(), remainder);
        return {value, static_cast<std::uint32_t>(shard - m_above.begin())};
    }
    std::vector<std::uint64_t> m_above; ///< remainders below which belong to shards up to this one
};

template <class Function> Made makeClickhouse(const PlacementSpec& spec) {
    if (!spec.weights.empty() && spec.weights.size() != spec.partitions)
        return fail(ErrorCode::Invalid, "ClickHouse takes one weight for each of the " +
                                            std::to_string(spec.partitions) + " shards, not " +
                                            std::to_string(spec.weights.size()));
    if (!spec.weights.empty() && std::accumulate(spec.weights.begin(), spec.weights.end(), std::uint64_t{0}) == 0)
        return fail(ErrorCode::Invalid, "ClickHouse needs a shard with a weight above 0");
    return std::make_unique<const Clickhouse<Function>>(spec);
}

} // namespace

std::vector<PlacementKind> clickhouseKinds() {
    constexpr auto kExact = PlacementFidelity::Exact;
    constexpr std::string_view kSource = "clickhouse.com/docs engines/table-engines/special/distributed";
    return {
        {{"clickhouse", kExact, "Distributed(…, key): the integer modulo the weights", kSource},
         makeClickhouse<Identity>},
        {{"clickhouse-inthash64", kExact, "Distributed(…, intHash64(key))", kSource}, makeClickhouse<IntHash>},
        {{"clickhouse-cityhash64", kExact, "Distributed(…, cityHash64(key, …))", kSource}, makeClickhouse<CityHash>},
        {{"clickhouse-siphash64", kExact, "Distributed(…, sipHash64(key, …))", kSource}, makeClickhouse<SipHash>},
        {{"clickhouse-xxhash64", kExact, "Distributed(…, xxHash64(key, …))", kSource}, makeClickhouse<XxHash>},
        {{"clickhouse-murmurhash3-64", kExact, "Distributed(…, murmurHash3_64(key, …))", kSource},
         makeClickhouse<Murmur3>},
    };
}

} // namespace shardscape::model
