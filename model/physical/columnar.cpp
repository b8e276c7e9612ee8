// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/columnar.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/physical/query.h"
#include "model/physical/values.h"

namespace shardscape::model {
namespace {

bool isTime(const Type& type) {
    return type.kind == TypeKind::Timestamp || type.kind == TypeKind::Date;
}

/// A literal of an enumeration's label; backslash and quote are the characters that its strings escape.
std::string quotedLabel(const std::string& label) {
    std::string out = "'";
    for (const char c : label) {
        if (c == '\\' || c == '\'')
            out += '\\';
        out += c;
    }
    return out + "'";
}

} // namespace

bool usesDictionary(const Cardinality& cardinality, EntityId entity, const Attribute& attribute) {
    switch (attribute.type.kind) {
    case TypeKind::String:
    case TypeKind::Text: break;
    default: return false;
    }
    const bool known = attribute.statistics.distinctValues.has_value() || cardinality.foreignKey(entity, attribute.id);
    return known && cardinality.distinct(entity, attribute.id) <= kMostDictionaryValues;
}

const StructureColumn* monthColumn(const Project& project, const Structure& structure) {
    const Entity* entity = project.entities.find(structure.entity);
    const bool grows = entity && (entity->volume.growthRowsPerDay > 0 || entity->volume.growthRatePerDay > 0 ||
                                  entity->volume.daysInEngine());
    if (!grows)
        return nullptr;
    for (const StructureKeyPart& part : structure.sortKey)
        if (const StructureColumn* column = structure.find(part.column); column && isTime(column->type))
            return column;
    for (const StructureColumn& column : structure.columns) {
        const Attribute* attribute = entity->find(column.source.attribute);
        const bool assigned =
            std::any_of(project.patterns.begin(), project.patterns.end(), [&](const AccessPattern& pattern) {
                return !isInsert(pattern.verb) && std::find(pattern.assigned.begin(), pattern.assigned.end(),
                                                            column.source) != pattern.assigned.end();
            });
        if (attribute && !assigned && isTime(column.type) && !column.nullable && arrivesAscending(*attribute))
            return &column;
    }
    return nullptr;
}

std::string clickhouseType(const Project& project, const Type& type) {
    switch (type.kind) {
    case TypeKind::Uuid: return "UUID";
    case TypeKind::Bool: return "Bool";
    case TypeKind::Int16: return "Int16";
    case TypeKind::Int32: return "Int32";
    case TypeKind::Int64: return "Int64";
    case TypeKind::Float: return "Float32";
    case TypeKind::Double: return "Float64";
    case TypeKind::Decimal:
        return type.precision > 0 ? fmt::format("Decimal({}, {})", std::min(type.precision, 76), type.scale)
                                  : std::string("Decimal(38, 9)");
    case TypeKind::Date: return "Date32";
    case TypeKind::Timestamp: return "DateTime64(3, 'UTC')";
    case TypeKind::Time: return "Int32";     // seconds of the day
    case TypeKind::Interval: return "Int64"; // seconds
    case TypeKind::GeoPoint: return "Tuple(Float64, Float64)";
    case TypeKind::Array:
        return "Array(" + (type.element ? clickhouseType(project, *type.element) : std::string("String")) + ")";
    case TypeKind::Enum:
        if (const EnumType* labels = project.enums.find(type.enumeration); labels && !labels->labels.empty()) {
            std::string list;
            for (std::size_t i = 0; i < labels->labels.size(); ++i)
                list += fmt::format("{}{} = {}", i ? ", " : "", quotedLabel(labels->labels[i]), i + 1);
            return fmt::format("{}({})", labels->labels.size() > 127 ? "Enum16" : "Enum8", list);
        }
        return "String";
    default: return "String"; // texts, bytes, JSON as text, and what only its origin knows
    }
}

} // namespace shardscape::model
