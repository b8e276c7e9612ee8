// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "estimator/size/size_model.h"
#include "model/physical/names.h"
#include "model/physical/values.h"

namespace shardscape::estimator {

using namespace model;

SizeContext::SizeContext(const Project& project_, const EngineProfile& profile_, const Design& design_,
                         const Cardinality& cardinality_, ProfileLeaves& leaves_)
    : project(project_)
    , profile(profile_)
    , design(design_)
    , cardinality(cardinality_)
    , leaves(leaves_)
    , partitions(std::max(1, design_.placement.partitions)) {
    if (profile.storage == StorageFamily::HeapBTree)
        heap = HeapConstants::of(profile);
}

Figure rowsFigure(const SizeContext& context, EntityId id) {
    const Entity* entity = context.project.entities.find(id);
    const std::string path = fmt::format("entity:{}/rows", id.value);
    const double rows = context.cardinality.rows(id);
    const std::string name = "rows of " + (entity ? entity->name : std::string("?"));
    if (entity && entity->volume.rows)
        return Figure::leaf(name, rows, Unit::Rows, Origin::User).withPath(path);
    if (!context.cardinality.rowsAssumed(id))
        for (const Relationship* up : context.cardinality.parentsOf(id)) {
            const Entity* parent = context.project.entities.find(up->parent);
            if (!up->fanOut.mean || !parent || !parent->volume.rows)
                continue;
            return Figure::derived(
                       name, rows, Unit::Rows, "rows of the parent × children of one parent",
                       {Figure::leaf("rows of " + parent->name, static_cast<double>(parent->volume.rows->value),
                                     Unit::Rows, Origin::User)
                            .withPath(fmt::format("entity:{}/rows", parent->id.value)),
                        Figure::leaf("mean fan-out", *up->fanOut.mean, Unit::None, Origin::User)
                            .withPath(fmt::format("relationship:{}/fan_out", up->id.value))})
                .withPath(path);
        }
    return Figure::leaf(name, rows, Unit::Rows, Origin::Default, "nobody stated the rows; write how many there are")
        .withPath(path);
}

Figure payloadFigure(const SizeContext& context, const Entity& entity, const Attribute& attribute) {
    const std::string path = fmt::format("entity:{}/attribute:{}/average_bytes", entity.id.value, attribute.id.value);
    if (attribute.statistics.averageBytes)
        return Figure::leaf(attribute.name, *attribute.statistics.averageBytes, Unit::Bytes, Origin::User)
            .withPath(path);
    if (attribute.type.kind == TypeKind::String && attribute.type.fixedLength)
        return Figure::leaf(attribute.name, std::max(1, attribute.type.length), Unit::Bytes, Origin::User,
                            "padded to its length")
            .withPath(path);
    const double present = 1 - nullShare(attribute);
    const double mean = present > 0 ? context.cardinality.valueBytes(attribute) / present : 0;
    return Figure::leaf(attribute.name, mean, Unit::Bytes, Origin::Default,
                        attribute.type.kind == TypeKind::String
                            ? "nobody stated the length: half of the limit, at most 32 bytes"
                            : "nobody stated the length: a common one for the type")
        .withPath(path);
}

double payloadDeviation(const Attribute& attribute, double mean) {
    return attribute.type.kind == TypeKind::Decimal ? 0 : lengthsOf(attribute, mean).deviation();
}

double nullShare(const Attribute& attribute) {
    return attribute.nullable ? std::clamp(attribute.statistics.nullFraction.value_or(0), 0.0, 1.0) : 0;
}

double digitsOf(const Attribute& attribute, double distinct) {
    const double counted = std::max(1.0, std::floor(std::log10(std::max(1.0, distinct))) + 1);
    switch (attribute.type.kind) {
    case TypeKind::Bool: return 1;
    case TypeKind::Int16: return std::min(5.0, counted);
    case TypeKind::Int32: return std::min(10.0, counted);
    case TypeKind::Int64: return attribute.generator == Generator::Snowflake ? 19 : std::min(19.0, counted);
    case TypeKind::Float: return 7;
    case TypeKind::Double: return 15;
    case TypeKind::Decimal: return attribute.type.precision > 0 ? std::max(1.0, 0.7 * attribute.type.precision) : 8;
    default: return counted;
    }
}

double textBytes(const SizeContext& context, const Entity& entity, const Attribute& attribute) {
    switch (attribute.type.kind) {
    case TypeKind::Uuid: return 36;
    case TypeKind::Bool: return 1;
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Int64:
    case TypeKind::Float:
    case TypeKind::Double: return digitsOf(attribute, context.cardinality.distinct(entity.id, attribute.id));
    case TypeKind::Decimal:
        return digitsOf(attribute, context.cardinality.distinct(entity.id, attribute.id)) +
               (attribute.type.scale > 0 ? 1 : 0);
    case TypeKind::Date: return 10;
    case TypeKind::Time: return 8;
    case TypeKind::Timestamp: return 24;
    case TypeKind::Interval: return 12;
    case TypeKind::GeoPoint: return 12;
    case TypeKind::Enum: {
        const EnumType* labels = context.project.enums.find(attribute.type.enumeration);
        if (!labels || labels->labels.empty())
            return 8;
        double total = 0;
        for (const std::string& label : labels->labels)
            total += static_cast<double>(label.size());
        return total / static_cast<double>(labels->labels.size());
    }
    default: break;
    }
    const double present = 1 - nullShare(attribute);
    if (attribute.statistics.averageBytes)
        return *attribute.statistics.averageBytes;
    return present > 0 ? context.cardinality.valueBytes(attribute) / present : 0;
}

namespace {

/// What a name in a composed key stands for; without an attribute when nothing is called so.
std::pair<const Entity*, const Attribute*> named(const SizeContext& context, const std::string& name,
                                                 const Structure* structure) {
    const std::size_t dot = name.rfind('.');
    if (dot != std::string::npos) {
        const Entity* entity = context.project.findEntity(name.substr(0, dot));
        return {entity, entity ? entity->findByName(name.substr(dot + 1)) : nullptr};
    }
    if (structure)
        for (const StructureColumn& column : structure->columns)
            if (column.source.attribute && plainName(column.name, "value") == name)
                return {context.project.entities.find(column.source.entity), context.project.find(column.source)};
    return {nullptr, nullptr};
}

} // namespace

double compositionBytes(const SizeContext& context, const std::string& composition, const Structure* structure) {
    double bytes = 0;
    for (std::size_t at = 0; at < composition.size();) {
        const std::size_t open = composition.find('{', at);
        bytes += static_cast<double>(std::min(open, composition.size()) - at);
        if (open == std::string::npos)
            break;
        const std::size_t close = composition.find('}', open);
        if (close == std::string::npos)
            break;
        const auto [entity, attribute] = named(context, composition.substr(open + 1, close - open - 1), structure);
        bytes += attribute ? textBytes(context, *entity, *attribute) : 16;
        at = close + 1;
    }
    return bytes;
}

} // namespace shardscape::estimator
