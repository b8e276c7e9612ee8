// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/values.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <numbers>
#include <string_view>

namespace shardscape::model {
namespace {

/// √3 × 0.35: half the width of an even spread whose standard deviation is 35 % of the mean.
constexpr double kHalfWidth = 0.35 * std::numbers::sqrt3;

IntegerRange rangeOf(const Cardinality& cardinality, EntityId id, AttributeId attributeId, int depth) {
    const Entity* entity = cardinality.project().entities.find(id);
    const Attribute* attribute = entity ? entity->find(attributeId) : nullptr;
    if (!attribute)
        return {};
    const double rows = std::max(1.0, cardinality.rows(id));
    switch (attribute->generator) {
    case Generator::AutoIncrement: return {1, rows};
    case Generator::Snowflake: return {kFirstSnowflake, kFirstSnowflake * 1.1};
    default: break;
    }
    constexpr int kDeepest = 8; // a cycle of foreign keys ends here
    if (depth < kDeepest)
        for (const Relationship* up : cardinality.parentsOf(id))
            for (std::size_t i = 0; i < up->childAttributes.size(); ++i)
                if (up->childAttributes[i] == attributeId && up->parent != id)
                    return rangeOf(cardinality, up->parent, up->parentAttributes[i], depth + 1);
    return {1, std::max(1.0, cardinality.distinct(id, attributeId))};
}

bool holdsWord(const std::string& text, std::string_view lowerWord) {
    const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
    return std::search(text.begin(), text.end(), lowerWord.begin(), lowerWord.end(), same) != text.end();
}

} // namespace

bool arrivesAscending(const Attribute& attribute) {
    switch (attribute.generator) {
    case Generator::AutoIncrement:
    case Generator::UuidV7:
    case Generator::Snowflake: return true;
    default: break;
    }
    return (attribute.type.kind == TypeKind::Timestamp || attribute.type.kind == TypeKind::Date) &&
           (holdsWord(attribute.defaultSql, "now()") || holdsWord(attribute.defaultSql, "current_"));
}

double Lengths::at(double u) const {
    return power == 1 ? least + (most - least) * u : most * std::pow(u, power);
}

double Lengths::deviation() const {
    if (power == 1)
        return (most - least) / (2 * std::numbers::sqrt3);
    return std::sqrt(std::max(0.0, most * most / (2 * power + 1) - mean * mean));
}

Lengths lengthsOf(const Attribute& attribute, double mean) {
    Lengths out{mean, mean, mean, 1};
    if (attribute.type.fixedLength || !isVariableLength(attribute.type) || mean <= 0)
        return out;
    if (const auto stated = attribute.statistics.maximumBytes; stated && *stated > mean) {
        out.most = *stated;
        out.power = *stated > 2 * mean ? *stated / mean - 1 : 1;
        out.least = out.power == 1 ? 2 * mean - *stated : 0;
        return out;
    }
    if (attribute.statistics.maximumBytes)
        return out;
    double half = kHalfWidth * mean;
    if (attribute.type.kind == TypeKind::String && attribute.type.length > 0)
        half = std::clamp(attribute.type.length - mean, 0.0, half);
    out.least = mean - half;
    out.most = mean + half;
    return out;
}

IntegerRange integersOf(const Cardinality& cardinality, EntityId entity, AttributeId attribute) {
    return rangeOf(cardinality, entity, attribute, 0);
}

} // namespace shardscape::model
