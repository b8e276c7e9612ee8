// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/time_series.h"

#include <algorithm>

#include "model/physical/names.h"
#include "model/physical/query.h"

namespace shardscape::model {
namespace {

constexpr double kMostLabelBytes = 64;

bool isTime(const Attribute& attribute) {
    return attribute.type.kind == TypeKind::Timestamp || attribute.type.kind == TypeKind::Date;
}

bool isWhole(TypeKind kind) {
    return kind == TypeKind::Int16 || kind == TypeKind::Int32 || kind == TypeKind::Int64;
}

bool isKeyPart(const Entity& entity, AttributeId id) {
    return std::any_of(entity.keys.begin(), entity.keys.end(),
                       [&](const Key& key) { return holds(key.attributes, id); });
}

/// Its value says nothing but which row it is.
bool isSurrogate(const Entity& entity, const Attribute& attribute) {
    const Key* primary = entity.primaryKey();
    const bool alone = primary && primary->attributes.size() == 1 && primary->attributes.front() == attribute.id;
    return alone && (isWhole(attribute.type.kind) || attribute.type.kind == TypeKind::Uuid);
}

/// Some pattern tells rows apart by it.
bool isAskedFor(const Project& project, const Entity& entity, AttributeId id) {
    const ColumnRef column{entity.id, id};
    return std::any_of(project.patterns.begin(), project.patterns.end(), [&](const AccessPattern& pattern) {
        const bool compared =
            std::any_of(pattern.predicates.begin(), pattern.predicates.end(), [&](const Predicate& predicate) {
                return predicate.column == column &&
                       (predicate.comparison == Comparison::Equal || predicate.comparison == Comparison::In);
            });
        return compared || std::find(pattern.groupBy.begin(), pattern.groupBy.end(), column) != pattern.groupBy.end();
    });
}

SeriesRole roleOfOther(const Cardinality& cardinality, const Entity& entity, const Attribute& attribute) {
    if (isSurrogate(entity, attribute))
        return SeriesRole::LeftOut;
    switch (attribute.type.kind) {
    case TypeKind::Uuid:
    case TypeKind::Enum: return SeriesRole::Label;
    case TypeKind::Text:
        if (!attribute.statistics.distinctValues && !isAskedFor(cardinality.project(), entity, attribute.id))
            return SeriesRole::LeftOut; // a note, until somebody says how many there are
        [[fallthrough]];
    case TypeKind::String:
        return cardinality.valueBytes(attribute) <= kMostLabelBytes ? SeriesRole::Label : SeriesRole::LeftOut;
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Int64: {
        const bool label = isKeyPart(entity, attribute.id) || cardinality.foreignKey(entity.id, attribute.id) ||
                           isAskedFor(cardinality.project(), entity, attribute.id);
        return label ? SeriesRole::Label : SeriesRole::Value;
    }
    case TypeKind::Bool:
        return isAskedFor(cardinality.project(), entity, attribute.id) ? SeriesRole::Label : SeriesRole::Value;
    case TypeKind::Float:
    case TypeKind::Double:
    case TypeKind::Decimal:
    case TypeKind::Interval:
    case TypeKind::Time:
    case TypeKind::Timestamp:
    case TypeKind::Date: return SeriesRole::Value;
    default: return SeriesRole::LeftOut;
    }
}

bool contains(const std::vector<const Attribute*>& list, AttributeId id) {
    return std::any_of(list.begin(), list.end(), [&](const Attribute* one) { return one->id == id; });
}

} // namespace

SeriesRole SeriesShape::roleOf(AttributeId attribute) const {
    if (time && time->id == attribute)
        return SeriesRole::Time;
    if (contains(labels, attribute))
        return SeriesRole::Label;
    return contains(values, attribute) ? SeriesRole::Value : SeriesRole::LeftOut;
}

SeriesShape seriesShapeOf(const Cardinality& cardinality, const Entity& entity) {
    SeriesShape shape;
    for (const Attribute& attribute : entity.attributes) {
        const bool possible = isTime(attribute) && !attribute.nullable;
        if (possible && (!shape.time || (isKeyPart(entity, attribute.id) && !isKeyPart(entity, shape.time->id))))
            shape.time = &attribute;
    }
    for (const Attribute& attribute : entity.attributes) {
        if (&attribute == shape.time)
            continue;
        switch (roleOfOther(cardinality, entity, attribute)) {
        case SeriesRole::Label: shape.labels.push_back(&attribute); break;
        case SeriesRole::Value: shape.values.push_back(&attribute); break;
        default: shape.leftOut.push_back(&attribute); break;
        }
    }
    return shape;
}

double seriesOfGiven(const Cardinality& cardinality, EntityId entity, const SeriesShape& shape,
                     const std::vector<AttributeId>& given) {
    double series = 1;
    for (const Attribute* label : shape.labels)
        if (!holds(given, label->id))
            series *= std::max(1.0, cardinality.distinct(entity, label->id));
    return std::min(series, std::max(1.0, cardinality.rows(entity)));
}

double seriesOf(const Cardinality& cardinality, EntityId entity, const SeriesShape& shape) {
    return seriesOfGiven(cardinality, entity, shape, {});
}

double rowsArriving(const Project& project, const Entity& entity) {
    double rows = 0;
    for (const AccessPattern& pattern : project.patterns)
        if (isInsert(pattern.verb) && pattern.entity == entity.id)
            rows += pattern.rate.average.value * std::max(1.0, pattern.rowsWritten);
    return rows > 0 ? rows : entity.volume.growthRowsPerDay / 86400;
}

double samplingSeconds(const Project& project, const Entity& entity, double series) {
    const double rows = rowsArriving(project, entity);
    return rows > 0 ? series / rows : kScrapeSeconds;
}

std::string metricName(const Entity& entity, const Attribute& value) {
    return plainName(entity.name + "_" + value.name, "metric");
}

} // namespace shardscape::model
