// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "model/base/ids.h"

namespace shardscape::model {

/// The engine-neutral types of a logical schema (requirement M1). Everything an engine has beyond them is Other,
/// known only by its native name.
enum class TypeKind {
    Uuid,
    Bool,
    Int16,
    Int32,
    Int64,
    Float,   ///< 4-byte IEEE 754
    Double,  ///< 8-byte IEEE 754
    Decimal, ///< precision and scale; 0 precision = unconstrained
    String,  ///< at most "length" characters
    Text,    ///< unbounded characters
    Binary,  ///< unbounded bytes
    Date,
    Time,
    Timestamp,
    Interval,
    Enum, ///< one of the labels of enumeration "enumeration"
    Json,
    Array,    ///< of "element"
    GeoPoint, ///< latitude and longitude
    Other,    ///< only "native" says what it is
};

/// The type of an attribute: a value.
struct Type {
    TypeKind kind = TypeKind::Text;
    int length = 0;            ///< String: characters, 0 = no limit
    bool fixedLength = false;  ///< String: padded to length, as char(n)
    int precision = 0;         ///< Decimal: digits in all; Timestamp, Time: fractional digits, -1 = the engine's own
    int scale = 0;             ///< Decimal: digits after the point
    bool withTimeZone = false; ///< Timestamp, Time
    bool binary = true;        ///< Json: stored parsed (jsonb) rather than as text
    EnumId enumeration;        ///< Enum
    std::shared_ptr<const Type> element; ///< Array
    /// The spelling of the type in the dialect it was imported from, where kind alone would lose something
    /// (citext, inet, tsvector, bit(3) …); empty when kind says it all.
    std::string native;

    bool operator==(const Type& other) const;
};

/// The word for a kind in files and in the window: "uuid", "int64", "string" ….
const char* name(TypeKind kind);
/// The kind of such a word; Other when there is none.
TypeKind typeKindOf(const std::string& word);

/// True when values of the type differ in length, so that an average length is worth asking for.
bool isVariableLength(const Type& type);

} // namespace shardscape::model
