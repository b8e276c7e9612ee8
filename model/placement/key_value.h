// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/result.h"

namespace shardscape::model {

/// What a key column holds. Engines hash the stored value, not its text, so that the type decides where a key lives.
enum class KeyType : std::uint8_t {
    Int, ///< a 64-bit integer in the form usual for the engine: a number in a database, decimal text as a cache key
    Int2,
    Int4,
    Int8,
    Text, ///< also varchar; the bytes as they are
    Char, ///< char(n): trailing blanks do not count in PostgreSQL
    Uuid,
    Date,
    Timestamp,   ///< without a time zone, or an instant (then text without an offset is taken as UTC)
    TimestampTz, ///< an instant; text without an offset is taken as UTC
    Time,
    Numeric,
    Float4,
    Float8,
    Binary, ///< hexadecimal digits, with or without \x or 0x in front
    Bool,
    ObjectId, ///< MongoDB: 24 hexadecimal digits
};

/// "int4", "integer" and so on; names are those of SQL and of CQL, lower case.
std::optional<KeyType> keyTypeOf(std::string_view name);
std::string_view keyTypeName(KeyType type);
/// One name of each type, separated by commas, for help texts and advice.
std::string keyTypeList();

/// One column of a key, read from text. It is made to be used again for the next row, without allocating.
struct KeyValue {
    /// Numbers and times that are not finite sort beyond all others and hash in ways of their own.
    enum class Form : std::uint8_t { Null, Finite, Infinity, MinusInfinity, NotANumber };

    KeyType type = KeyType::Text;
    Form form = Form::Null;
    bool negative = false; ///< Numeric
    /// Integers; 0 or 1 for Bool; days since 1970-01-01 for Date; microseconds since 1970-01-01 UTC for timestamps and
    /// since midnight for Time; for Numeric the number of decimal places as written.
    std::int64_t number = 0;
    double real = 0; ///< Float4 and Float8
    /// Text and Char as they are; Uuid, Binary and ObjectId decoded; for Numeric the digits without point and leading
    /// zeros, empty for zero.
    std::string bytes;
    std::string text; ///< the field as it was written

    bool isNull() const { return form == Form::Null; }
    void setNull(KeyType of);
    /// Errors: Invalid, naming the text, the type and what was expected.
    Result<void> read(KeyType as, std::string_view from);
};

using KeyRow = std::span<const KeyValue>;

/// Days from 1970-01-01 to a date of the proleptic Gregorian calendar; year 0 is 1 BC.
std::int64_t daysFromCivil(std::int64_t year, unsigned month, unsigned day);

} // namespace shardscape::model
