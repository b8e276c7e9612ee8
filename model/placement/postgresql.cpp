// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/schemes.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "model/placement/encode.h"

/// PostgreSQL's hash partitions, and the two extensions that shard by the same functions. The hash of each type is
/// that of its default hash operator class (src/backend/access/hash/hashfunc.c and the files of the types).
namespace shardscape::model {

namespace {

constexpr std::int64_t kEpochDays = 10957; ///< 2000-01-01, where PostgreSQL begins to count, since 1970-01-01
constexpr std::int64_t kMicrosADay = 86'400'000'000;

/// What the type's function hands to lookup3: a number, bytes, or nothing because it answers by itself.
struct Hashed {
    enum class As { Number, Bytes, Constant } as = As::Number;
    std::int64_t number = 0;
    std::string_view bytes;
    std::int64_t constant = 0; ///< added to the seed
    std::int64_t flip = 0;     ///< hash_numeric: the weight, flipped into the result
};

Hashed number(std::int64_t value) {
    return {Hashed::As::Number, value, {}, 0, 0};
}
Hashed bytes(std::string_view value) {
    return {Hashed::As::Bytes, 0, value, 0, 0};
}
Hashed constant(std::int64_t value) {
    return {Hashed::As::Constant, 0, {}, value, 0};
}

/// Base 10,000 from the decimal point to both sides, without zero digits at either end; the weight of the first digit
/// is its power of 10,000. The sign and the number of decimal places do not count (hash_numeric).
Hashed numeric(const KeyValue& value, std::string& room) {
    if (value.form != KeyValue::Form::Finite)
        return constant(0);
    if (value.bytes.empty())
        return constant(-1);
    const auto scale = static_cast<std::size_t>(value.number);
    // Digits before the point, in whole groups of four, then those behind it.
    std::string digits = value.bytes;
    if (digits.size() < scale)
        digits.insert(0, scale - digits.size(), '0');
    const std::size_t whole = digits.size() - scale;
    digits.insert(0, (4 - whole % 4) % 4, '0');
    digits.append((4 - scale % 4) % 4, '0');
    std::int64_t weight = static_cast<std::int64_t>((whole + 3) / 4) - 1;
    room.clear();
    std::size_t kept = 0;
    for (std::size_t at = 0; at < digits.size(); at += 4) {
        int group = 0;
        for (std::size_t i = 0; i < 4; ++i)
            group = group * 10 + (digits[at + i] - '0');
        if (group == 0 && room.empty()) {
            --weight;
            continue;
        }
        appendLittleEndian(room, static_cast<std::uint64_t>(group), 2);
        if (group != 0)
            kept = room.size();
    }
    Hashed hashed = bytes(std::string_view(room).substr(0, kept));
    hashed.flip = weight;
    return hashed;
}

/// hashfloat4 widens first; both zeros are alike, and so is every NaN.
Hashed real(const KeyValue& value, std::string& room) {
    const double number = realOf(value);
    if (number == 0)
        return constant(0);
    room.clear();
    appendLittleEndian(room, std::bit_cast<std::uint64_t>(number), 8);
    return bytes(room);
}

Hashed moment(const KeyValue& value, std::int64_t epoch, std::int64_t least, std::int64_t most) {
    if (value.form == KeyValue::Form::Infinity)
        return number(most);
    if (value.form == KeyValue::Form::MinusInfinity)
        return number(least);
    return number(value.number - epoch);
}

Hashed hashed(const KeyValue& value, std::string& room) {
    switch (value.type) {
    case KeyType::Numeric: return numeric(value, room);
    case KeyType::Float4:
    case KeyType::Float8: return real(value, room);
    case KeyType::Date:
        return moment(value, kEpochDays, std::numeric_limits<std::int32_t>::min(),
                      std::numeric_limits<std::int32_t>::max());
    case KeyType::Timestamp:
    case KeyType::TimestampTz:
        return moment(value, kEpochDays * kMicrosADay, std::numeric_limits<std::int64_t>::min(),
                      std::numeric_limits<std::int64_t>::max());
    case KeyType::Char: return bytes(std::string_view(value.bytes).substr(0, value.bytes.find_last_not_of(' ') + 1));
    case KeyType::Text:
    case KeyType::Uuid:
    case KeyType::Binary:
    case KeyType::ObjectId: return bytes(value.bytes);
    case KeyType::Int:
    case KeyType::Int2:
    case KeyType::Int4:
    case KeyType::Int8:
    case KeyType::Bool:
    case KeyType::Time: break;
    }
    return number(value.number);
}

std::uint64_t hashExtended(const KeyValue& value, std::uint64_t seed, std::string& room) {
    const Hashed key = hashed(value, room);
    if (key.as == Hashed::As::Constant)
        return seed + static_cast<std::uint64_t>(key.constant);
    if (key.as == Hashed::As::Number)
        return postgresqlHashExtended(key.number, seed);
    return postgresqlHashExtended(key.bytes, seed) ^ static_cast<std::uint64_t>(key.flip);
}

std::uint32_t hashPlain(const KeyValue& value) {
    std::string room;
    const Hashed key = hashed(value, room);
    if (key.as == Hashed::As::Constant)
        return static_cast<std::uint32_t>(key.constant);
    if (key.as == Hashed::As::Number)
        return postgresqlHash(key.number);
    return postgresqlHash(key.bytes) ^ static_cast<std::uint32_t>(key.flip);
}

class Postgresql final : public Placement {
public:
    explicit Postgresql(const PlacementSpec& spec)
        : Placement(spec.partitions) {}
    Place place(std::string_view key) const override {
        return at(postgresqlHashExtended(key, kPostgresqlPartitionSeed));
    }
    Place place(std::int64_t key) const override { return at(postgresqlHashExtended(key, kPostgresqlPartitionSeed)); }
    std::string hashText(std::uint64_t hash) const override { return signedText(hash); }

    Result<void> accepts(const std::vector<KeyType>& types) const override {
        return noneOf("PostgreSQL", types, {KeyType::ObjectId});
    }
    bool placesNull() const override { return true; }
    /// Of one column the hash shown is that of its hash function, of several that of the row.
    Place placeRow(KeyRow row) const override {
        std::string room;
        if (row.size() == 1 && !row.front().isNull())
            return at(hashExtended(row.front(), kPostgresqlPartitionSeed, room));
        std::uint64_t combined = 0;
        for (const KeyValue& column : row)
            if (!column.isNull())
                combined = combine(combined, hashExtended(column, kPostgresqlPartitionSeed, room));
        return {combined, static_cast<std::uint32_t>(combined % partitions())};
    }

private:
    static std::uint64_t combine(std::uint64_t row, std::uint64_t hash) {
        return row ^ (hash + 0x49a0f4dd15e5a8e3ULL + (row << 54) + (row >> 7));
    }
    Place at(std::uint64_t hash) const { return {hash, static_cast<std::uint32_t>(combine(0, hash) % partitions())}; }
};

/// Shards are equal ranges of the signed 32-bit hash, the last one taking the remainder (shardinterval_utils.c).
class Citus final : public Placement {
public:
    explicit Citus(const PlacementSpec& spec)
        : Placement(spec.partitions) {}
    Place place(std::string_view key) const override { return at(postgresqlHash(key)); }
    Place place(std::int64_t key) const override { return at(postgresqlHash(key)); }
    std::string hashText(std::uint64_t hash) const override { return signedText32(hash); }

    Result<void> accepts(const std::vector<KeyType>& types) const override {
        const auto one = oneColumn("Citus (one distribution column)", types);
        return one ? noneOf("Citus", types, {KeyType::ObjectId}) : one;
    }
    Place placeRow(KeyRow row) const override { return at(hashPlain(row.front())); }

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

    Result<void> accepts(const std::vector<KeyType>& types) const override {
        const auto one = oneColumn("TimescaleDB (one space dimension)", types);
        return one ? noneOf("TimescaleDB", types, {KeyType::ObjectId}) : one;
    }
    Place placeRow(KeyRow row) const override { return at(hashPlain(row.front())); }

private:
    Place at(std::uint32_t hash) const {
        const std::uint32_t positive = hash & 0x7fffffffU;
        return {positive, std::min(positive / (0x7fffffffU / partitions()), partitions() - 1)};
    }
};

} // namespace

std::uint64_t postgresqlRowHash(const std::vector<std::uint64_t>& columnHashes) {
    std::uint64_t row = 0;
    for (std::uint64_t hash : columnHashes)
        row ^= hash + 0x49a0f4dd15e5a8e3ULL + (row << 54) + (row >> 7);
    return row;
}

std::vector<PlacementKind> postgresqlKinds() {
    constexpr auto kExact = PlacementFidelity::Exact;
    return {
        {{"postgresql", kExact, "PARTITION BY HASH (MODULUS n), 11 and later", "src/common/hashfn.c, partbounds.c"},
         makeScheme<Postgresql>},
        {{"citus", kExact, "distributed table of n shards", "citus shardinterval_utils.c"}, makeScheme<Citus>},
        {{"timescaledb", kExact, "n space partitions of a hypertable", "timescaledb src/dimension.c"},
         makeScheme<Timescaledb>},
    };
}

} // namespace shardscape::model
