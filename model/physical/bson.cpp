// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/bson.h"

#include <algorithm>
#include <cmath>

namespace shardscape::model {
namespace {

double labelBytes(const Project& project, const Type& type) {
    const EnumType* labels = project.enums.find(type.enumeration);
    if (!labels || labels->labels.empty())
        return 8;
    double sum = 0;
    for (const std::string& label : labels->labels)
        sum += static_cast<double>(label.size());
    return sum / static_cast<double>(labels->labels.size());
}

/// Fixed widths; 0 for others.
double fixedBytes(const Type& type) {
    switch (type.kind) {
    case TypeKind::Bool: return 1;
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Time: return 4;
    case TypeKind::Int64:
    case TypeKind::Float:
    case TypeKind::Double:
    case TypeKind::Date:
    case TypeKind::Timestamp:
    case TypeKind::Interval: return 8;
    case TypeKind::Decimal: return 16;
    case TypeKind::Uuid: return 21;     // binary, with its length and subtype
    case TypeKind::GeoPoint: return 61; // {type: "Point", coordinates: [x, y]}
    default: return 0;
    }
}

} // namespace

double bsonElementNameBytes(double elements) {
    double digits = 0;
    double at = 0;
    for (double first = 0, limit = 10, length = 1; first < elements; first = limit, limit *= 10, ++length) {
        digits += length * (std::min(limit, elements) - first);
        at = elements;
    }
    return at > 0 ? 2 + digits / at : 3;
}

double bsonValueBytes(const Cardinality& cardinality, const Project& project, const Attribute& attribute) {
    if (const double fixed = fixedBytes(attribute.type); fixed > 0)
        return fixed;
    const double present = 1 - std::clamp(attribute.statistics.nullFraction.value_or(0), 0.0, 0.999);
    const double payload = cardinality.valueBytes(attribute) / present;
    switch (attribute.type.kind) {
    case TypeKind::Enum: return 5 + labelBytes(project, attribute.type);
    case TypeKind::Json: return payload;
    case TypeKind::Array: {
        const double element = attribute.type.element ? fixedBytes(*attribute.type.element) : 0;
        const double elements = payload / std::max(1.0, element > 0 ? element : 16);
        return kBsonDocumentBytes + elements * (bsonElementNameBytes(elements) + (element > 0 ? element : 21));
    }
    default: return 5 + payload;
    }
}

double bsonFieldBytes(const Cardinality& cardinality, const Project& project, const Attribute& attribute,
                      const std::string& name) {
    const double present = 1 - std::clamp(attribute.statistics.nullFraction.value_or(0), 0.0, 1.0);
    return present * (2 + static_cast<double>(name.size()) + bsonValueBytes(cardinality, project, attribute));
}

double mongoKeyBytes(const Cardinality& cardinality, const Project& project, EntityId entity,
                     const Attribute& attribute) {
    switch (attribute.type.kind) {
    case TypeKind::Bool: return 1;
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Int64: {
        // One byte of type and the bytes of twice the number.
        const double largest = std::max(1.0, cardinality.distinct(entity, attribute.id));
        return 1 + std::ceil(std::log2(2 * largest + 1) / 8);
    }
    case TypeKind::Float:
    case TypeKind::Double:
    case TypeKind::Date:
    case TypeKind::Timestamp:
    case TypeKind::Interval: return 9;
    case TypeKind::Time: return 4;
    case TypeKind::Decimal: return 10;
    case TypeKind::Uuid: return 19;
    case TypeKind::Enum: return 2 + labelBytes(project, attribute.type);
    default: return 2 + cardinality.valueBytes(attribute);
    }
}

} // namespace shardscape::model
