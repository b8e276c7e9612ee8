// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/schemes.h"

#include <bit>

#include <xxhash.h>

#include "model/placement/encode.h"

namespace shardscape::model {

namespace {

/// CockroachDB's key encoding, ascending (pkg/util/encoding, described in docs/tech-notes/encoding.md).
class CockroachKey {
public:
    const std::string& bytes() const { return m_out; }

    void null() { m_out.push_back('\0'); }
    /// -n … 109 in one byte around 0x88, else a tag with the number of bytes and the shortest bytes.
    void integer(std::int64_t key) {
        const auto raw = static_cast<std::uint64_t>(key);
        if (key >= 0) {
            unsignedInteger(raw);
            return;
        }
        const std::size_t length = bytesOf(~raw + 1);
        m_out.push_back(static_cast<char>(0x88 - length));
        appendBigEndian(m_out, raw, length);
    }
    void text(std::string_view key) {
        m_out.push_back('\x12');
        for (char byte : key) {
            m_out.push_back(byte);
            if (byte == '\0')
                m_out.push_back('\xff');
        }
        m_out.push_back('\0');
        m_out.push_back('\1');
    }
    void timestamp(std::int64_t micros) {
        m_out.push_back('\x14');
        const std::int64_t seconds = floorDivide(micros, 1'000'000);
        integer(seconds);
        integer((micros - seconds * 1'000'000) * 1000);
    }
    void real(const KeyValue& value) {
        if (value.form == KeyValue::Form::NotANumber) {
            m_out.push_back('\x02');
            return;
        }
        const double number = realOf(value);
        if (number == 0) {
            m_out.push_back('\x04');
            return;
        }
        const auto bits = std::bit_cast<std::uint64_t>(number);
        const bool negative = bits >> 63 != 0;
        m_out.push_back(negative ? '\x03' : '\x05');
        appendBigEndian(m_out, negative ? ~bits : bits, 8);
    }
    /// Sign and exponent of base 100 in a tag, then two decimal digits a byte: 2d + 1, the last one 2d, all of it
    /// inverted where negative, and a zero byte.
    void numeric(const KeyValue& value) {
        if (value.form != KeyValue::Form::Finite) {
            m_out.push_back(value.form == KeyValue::Form::NotANumber ? '\x18'
                            : value.form == KeyValue::Form::Infinity ? '\x35'
                                                                     : '\x19');
            return;
        }
        std::string digits = value.bytes;
        const std::int64_t exponent10 = static_cast<std::int64_t>(digits.size()) - value.number;
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.empty()) {
            m_out.push_back('\x27');
            return;
        }
        const std::int64_t exponent = exponent10 >= 0 ? (exponent10 + 1) / 2 : exponent10 / 2;
        if (exponent * 2 != exponent10)
            digits.insert(0, 1, '0');
        if (digits.size() % 2 != 0)
            digits.push_back('0');
        decimalTag(value.negative, exponent);
        for (std::size_t at = 0; at < digits.size(); at += 2) {
            const int pair = (digits[at] - '0') * 10 + (digits[at + 1] - '0');
            const int byte = 2 * pair + (at + 2 < digits.size() ? 1 : 0);
            m_out.push_back(static_cast<char>(value.negative ? ~byte : byte));
        }
        m_out.push_back('\0');
    }

private:
    static std::size_t bytesOf(std::uint64_t magnitude) {
        std::size_t bytes = 1;
        while (bytes < 8 && (magnitude >> (8 * bytes)) != 0)
            ++bytes;
        return bytes;
    }
    void unsignedInteger(std::uint64_t key) {
        if (key <= 109) {
            m_out.push_back(static_cast<char>(0x88 + key));
            return;
        }
        const std::size_t length = bytesOf(key);
        m_out.push_back(static_cast<char>(0xf5 + length));
        appendBigEndian(m_out, key, length);
    }
    void unsignedDescending(std::uint64_t key) {
        if (key == 0) {
            m_out.push_back('\x88');
            return;
        }
        const std::size_t length = bytesOf(key);
        m_out.push_back(static_cast<char>(0x88 - length));
        appendBigEndian(m_out, ~key, length);
    }
    void decimalTag(bool negative, std::int64_t exponent) {
        const auto magnitude = static_cast<std::uint64_t>(exponent < 0 ? -exponent : exponent);
        if (exponent >= 0 && exponent <= 10) {
            m_out.push_back(static_cast<char>(negative ? 0x25 - exponent : 0x29 + exponent));
            return;
        }
        const bool small = exponent < 0;
        m_out.push_back(small ? (negative ? '\x26' : '\x28') : (negative ? '\x1a' : '\x34'));
        if (small == negative)
            unsignedInteger(magnitude);
        else
            unsignedDescending(magnitude);
    }
    std::string m_out;
};

/// A hash-sharded index since v23.2: fnv32(md5(datums_to_bytes(key))) mod buckets.
class Cockroachdb final : public Placement {
public:
    explicit Cockroachdb(const PlacementSpec& spec)
        : Placement(spec.partitions) {}
    Place place(std::string_view key) const override {
        CockroachKey encoded;
        encoded.text(key);
        return at(encoded.bytes());
    }
    Place place(std::int64_t key) const override {
        CockroachKey encoded;
        encoded.integer(key);
        return at(encoded.bytes());
    }

    Result<void> accepts(const std::vector<KeyType>& types) const override {
        return noneOf("CockroachDB", types, {KeyType::ObjectId});
    }
    bool placesNull() const override { return true; }
    Place placeRow(KeyRow row) const override {
        CockroachKey encoded;
        for (const KeyValue& column : row)
            add(column, encoded);
        return at(encoded.bytes());
    }

private:
    static void add(const KeyValue& column, CockroachKey& encoded) {
        if (column.isNull())
            return encoded.null();
        switch (column.type) {
        case KeyType::Text:
        case KeyType::Char:
        case KeyType::Uuid:
        case KeyType::Binary:
        case KeyType::ObjectId: return encoded.text(column.bytes);
        case KeyType::Timestamp:
        case KeyType::TimestampTz: return encoded.timestamp(column.number);
        case KeyType::Float4:
        case KeyType::Float8: return encoded.real(column);
        case KeyType::Numeric: return encoded.numeric(column);
        case KeyType::Int:
        case KeyType::Int2:
        case KeyType::Int4:
        case KeyType::Int8:
        case KeyType::Bool:
        case KeyType::Date:
        case KeyType::Time: return encoded.integer(column.number);
        }
    }
    Place at(const std::string& encoded) const {
        const std::uint32_t hash = fnv1_32(hex(md5(encoded)));
        return {hash, hash % partitions()};
    }
};

/// CRC-32 of the text form modulo n: TiDB's KEY partitioning.
class TidbKey final : public Placement {
public:
    explicit TidbKey(const PlacementSpec& spec)
        : Placement(spec.partitions) {}
    Place place(std::string_view key) const override {
        const std::uint32_t hash = crc32(key);
        return {hash, hash % partitions()};
    }
    Place place(std::int64_t key) const override { return place(std::to_string(key)); }
    using Placement::place;

    Result<void> accepts(const std::vector<KeyType>& types) const override {
        return noneOf("TiDB", types, {KeyType::ObjectId});
    }
    bool placesNull() const override { return true; }
    /// The text forms one after the other; NULL is one zero byte.
    Place placeRow(KeyRow row) const override {
        std::string text;
        for (const KeyValue& column : row) {
            if (column.isNull())
                text.push_back('\0');
            else if (isInteger(column.type))
                text += std::to_string(column.number);
            else
                text += column.type == KeyType::Binary ? column.bytes : column.text;
        }
        return place(std::string_view(text));
    }
};

/// Keyspace ids of eight bytes in hexadecimal, over equal shard ranges.
class Keyspace : public Placement {
public:
    using Placement::Placement;
    std::string hashText(std::uint64_t hash) const final {
        std::string bytes;
        appendBigEndian(bytes, hash, 8);
        return hexText(bytes);
    }

protected:
    Place at(std::uint64_t id) const { return {id, equalRange(id, partitions())}; }
};

/// The xxhash vindex: XXH64 of the value's text, its little-endian bytes being the keyspace id.
class Vitess final : public Keyspace {
public:
    explicit Vitess(const PlacementSpec& spec)
        : Keyspace(spec.partitions) {}
    Place place(std::string_view key) const override { return at(__builtin_bswap64(XXH64(key.data(), key.size(), 0))); }
    Place place(std::int64_t key) const override { return place(std::to_string(key)); }
    using Placement::place;
};

/// The hash vindex: the number's big-endian bytes encrypted by DES with a null key.
class VitessHash final : public Keyspace {
public:
    explicit VitessHash(const PlacementSpec& spec)
        : Keyspace(spec.partitions) {}
    /// Of bytes the first eight, filled with zero bytes: the vindex itself takes numbers alone.
    Place place(std::string_view key) const override {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < 8; ++i)
            word = word << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
        return at(desNullKey(word));
    }
    Place place(std::int64_t key) const override { return at(desNullKey(static_cast<std::uint64_t>(key))); }

    Result<void> accepts(const std::vector<KeyType>& types) const override {
        if (types.size() == 1 && isInteger(types.front()))
            return {};
        return fail(ErrorCode::Invalid, "the hash vindex of Vitess takes one column of integers",
                    "use --type int, or \"vitess\", the xxhash vindex, for other types");
    }
};

} // namespace

std::vector<PlacementKind> distributedSqlKinds() {
    constexpr auto kExact = PlacementFidelity::Exact;
    return {
        {{"cockroachdb", kExact, "hash-sharded index of n buckets, v23.2 and later", "release note v23.2.0-alpha.1"},
         makeScheme<Cockroachdb>},
        {{"tidb", kExact, "PARTITION BY KEY of binary columns", "tidb pkg/table/tables/partition.go"},
         makeScheme<TidbKey>},
        {{"vitess", kExact, "xxhash vindex over n equal shards", "vitess.io/docs vindexes"}, makeScheme<Vitess>},
        {{"vitess-hash", kExact, "hash vindex (integers) over n equal shards", "vitess go/vt/vtgate/vindexes/hash.go"},
         makeScheme<VitessHash>},
    };
}

} // namespace shardscape::model
