// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema/type.h"

#include <array>
#include <cstddef>
#include <utility>

namespace shardscape::model {
namespace {

constexpr std::array<std::pair<TypeKind, const char*>, 20> kNames{{
    {TypeKind::Uuid, "uuid"},          {TypeKind::Bool, "bool"},           {TypeKind::Int16, "int16"},
    {TypeKind::Int32, "int32"},        {TypeKind::Int64, "int64"},         {TypeKind::Float, "float"},
    {TypeKind::Double, "double"},      {TypeKind::Decimal, "decimal"},     {TypeKind::String, "string"},
    {TypeKind::Text, "text"},          {TypeKind::Binary, "bytes"},        {TypeKind::Date, "date"},
    {TypeKind::Time, "time"},          {TypeKind::Timestamp, "timestamp"}, {TypeKind::Interval, "interval"},
    {TypeKind::Enum, "enum"},          {TypeKind::Json, "json"},           {TypeKind::Array, "array"},
    {TypeKind::GeoPoint, "geo_point"}, {TypeKind::Other, "other"},
}};

} // namespace

bool Type::operator==(const Type& other) const {
    const bool sameElement = element == other.element || (element && other.element && *element == *other.element);
    return kind == other.kind && length == other.length && fixedLength == other.fixedLength &&
           precision == other.precision && scale == other.scale && withTimeZone == other.withTimeZone &&
           binary == other.binary && enumeration == other.enumeration && native == other.native && sameElement;
}

const char* name(TypeKind kind) {
    for (const auto& [known, word] : kNames)
        if (known == kind)
            return word;
    return "other";
}

TypeKind typeKindOf(const std::string& word) {
    for (const auto& [kind, known] : kNames)
        if (word == known)
            return kind;
    return TypeKind::Other;
}

bool isVariableLength(const Type& type) {
    switch (type.kind) {
    case TypeKind::String: return !type.fixedLength;
    case TypeKind::Text:
    case TypeKind::Binary:
    case TypeKind::Json:
    case TypeKind::Array:
    case TypeKind::Other:
    case TypeKind::Decimal: return true;
    default: return false;
    }
}

} // namespace shardscape::model
