// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/json_text.h"

#include <algorithm>
#include <cmath>

#include "model/physical/values.h"

namespace shardscape::model {
namespace {

double presentShare(const Attribute& attribute) {
    return attribute.nullable ? 1 - std::clamp(attribute.statistics.nullFraction.value_or(0), 0.0, 1.0) : 1;
}

/// Mean payload of a value that is there.
double payload(const Cardinality& cardinality, const Attribute& attribute) {
    if (attribute.statistics.averageBytes)
        return *attribute.statistics.averageBytes;
    return cardinality.valueBytes(attribute) / std::max(0.001, presentShare(attribute));
}

double labelBytes(const Project& project, const Type& type) {
    const EnumType* labels = project.enums.find(type.enumeration);
    if (!labels || labels->labels.empty())
        return 8;
    double sum = 0;
    for (const std::string& label : labels->labels)
        sum += static_cast<double>(label.size());
    return sum / static_cast<double>(labels->labels.size());
}

bool hasQuotes(TypeKind kind) {
    switch (kind) {
    case TypeKind::Bool:
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Int64:
    case TypeKind::Float:
    case TypeKind::Double:
    case TypeKind::Decimal:
    case TypeKind::Json:
    case TypeKind::Array:
    case TypeKind::GeoPoint: return false;
    default: return true;
    }
}

} // namespace

double meanDigits(double n) {
    const double whole = std::floor(std::max(1.0, n));
    const double most = std::floor(std::log10(whole) + 1e-12) + 1;
    return most * (whole + 1) / whole - (std::pow(10, most) - 1) / (9 * whole);
}

double plainTextBytes(const Cardinality& cardinality, EntityId entity, const Attribute& attribute) {
    switch (attribute.type.kind) {
    case TypeKind::Uuid: return 36;
    case TypeKind::Bool: return 4.5; // true or false
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Int64: {
        const IntegerRange range = integersOf(cardinality, entity, attribute.id);
        return range.low >= kFirstSnowflake ? 19 : meanDigits(range.high);
    }
    case TypeKind::Float: return 8;   // seven digits and the point
    case TypeKind::Double: return 17; // sixteen and the point
    case TypeKind::Decimal:
        return (attribute.type.precision > 0 ? std::max(1.0, 0.7 * attribute.type.precision) : 8) +
               (attribute.type.scale > 0 ? 1 : 0);
    case TypeKind::Date: return 10;      // 2026-01-01
    case TypeKind::Time: return 8;       // 12:00:00
    case TypeKind::Timestamp: return 24; // 2026-01-01T12:00:00.000Z
    case TypeKind::Interval: return 8;   // PT12H30M
    case TypeKind::GeoPoint: return 33;  // {"lat":48.137154,"lon":11.576124}
    case TypeKind::Enum: return labelBytes(cardinality.project(), attribute.type);
    case TypeKind::Binary: return 4 * std::ceil(payload(cardinality, attribute) / 3); // Base64
    default: return payload(cardinality, attribute);
    }
}

double jsonValueBytes(const Cardinality& cardinality, EntityId entity, const Attribute& attribute) {
    return plainTextBytes(cardinality, entity, attribute) + (hasQuotes(attribute.type.kind) ? 2 : 0);
}

double jsonFieldBytes(const Cardinality& cardinality, EntityId entity, const Attribute& attribute) {
    constexpr double kAround = 4; // two quotes, a colon and a comma
    return presentShare(attribute) *
           (static_cast<double>(attribute.name.size()) + kAround + jsonValueBytes(cardinality, entity, attribute));
}

double jsonRowBytes(const Cardinality& cardinality, const Entity& entity) {
    double bytes = 1; // two braces, and the last field has no comma
    for (const Attribute& attribute : entity.attributes)
        bytes += jsonFieldBytes(cardinality, entity.id, attribute);
    return std::max(2.0, bytes);
}

std::string jsonType(const Type& type) {
    switch (type.kind) {
    case TypeKind::Bool: return "boolean";
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Int64:
    case TypeKind::Float:
    case TypeKind::Double:
    case TypeKind::Decimal: return "number";
    case TypeKind::Json:
    case TypeKind::GeoPoint: return "object";
    case TypeKind::Array: return "array";
    default: return "string";
    }
}

} // namespace shardscape::model
