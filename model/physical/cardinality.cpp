// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/cardinality.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string_view>

namespace shardscape::model {
namespace {

const std::vector<const Relationship*> kNone;

/// Children of one parent above which a list without a limit counts as growing.
constexpr double kManyChildren = 1000;
/// A stated maximum up to which a list is held by the model.
constexpr double kBoundedMaximum = 10000;

template <class Id> bool contains(const std::vector<Id>& list, Id id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

bool containsAll(const std::vector<AttributeId>& list, const std::vector<AttributeId>& wanted) {
    return !wanted.empty() &&
           std::all_of(wanted.begin(), wanted.end(), [&](AttributeId attribute) { return contains(list, attribute); });
}

bool holdsWord(std::string_view text, std::string_view upperWord) {
    const auto same = [](char a, char b) { return std::toupper(static_cast<unsigned char>(a)) == b; };
    return std::search(text.begin(), text.end(), upperWord.begin(), upperWord.end(), same) != text.end();
}

/// Bytes of a value whose type fixes them; 0 for the others. Widths are those of PostgreSQL's types, which are also
/// the information content of the value: 16 for a uuid, 8 for a timestamp.
double fixedBytes(const Type& type) {
    switch (type.kind) {
    case TypeKind::Uuid: return 16;
    case TypeKind::Bool: return 1;
    case TypeKind::Int16: return 2;
    case TypeKind::Int32:
    case TypeKind::Float:
    case TypeKind::Date:
    case TypeKind::Enum: return 4;
    case TypeKind::Int64:
    case TypeKind::Double:
    case TypeKind::Time:
    case TypeKind::Timestamp: return 8;
    case TypeKind::Interval:
    case TypeKind::GeoPoint: return 16;
    case TypeKind::Decimal: return type.precision > 0 ? 2 + 2.0 * ((type.precision + 3) / 4) : 8;
    case TypeKind::String: return type.fixedLength ? std::max(type.length, 1) : 0;
    default: return 0;
    }
}

/// Variable length without statistics: our own assumptions, each a stated average away from being replaced.
double assumedBytes(const Type& type) {
    switch (type.kind) {
    case TypeKind::String: return type.length > 0 ? std::min(type.length / 2.0, 32.0) : 32;
    case TypeKind::Text: return 64;
    case TypeKind::Binary:
    case TypeKind::Json: return 256;
    case TypeKind::Array: return 64;
    default: return 32;
    }
}

/// Where the values of a part of a foreign key come from: the column at the end of the chain of parents; the column
/// itself when it is no such part, or when the chain leads back.
std::pair<EntityId, AttributeId> originOf(const Cardinality& cardinality, EntityId child, AttributeId attribute) {
    std::pair<EntityId, AttributeId> at{child, attribute};
    std::vector<EntityId> seen;
    for (bool moved = true; moved;) {
        moved = false;
        if (contains(seen, at.first))
            return {child, attribute};
        seen.push_back(at.first);
        for (const Relationship* up : cardinality.parentsOf(at.first)) {
            const auto part = std::find(up->childAttributes.begin(), up->childAttributes.end(), at.second);
            if (up->childAttributes.size() < 2 || part == up->childAttributes.end())
                continue;
            at = {up->parent, up->parentAttributes[static_cast<std::size_t>(part - up->childAttributes.begin())]};
            moved = true;
            break;
        }
    }
    return at;
}

} // namespace

Cardinality::Cardinality(const Project& project)
    : m_project(&project) {
    m_parents.reserve(project.relationships.size());
    m_children.reserve(project.relationships.size());
    for (const Relationship& relationship : project.relationships) {
        m_parents[relationship.child].push_back(&relationship);
        m_children[relationship.parent].push_back(&relationship);
    }
}

const std::vector<const Relationship*>& Cardinality::parentsOf(EntityId child) const {
    auto at = m_parents.find(child);
    return at == m_parents.end() ? kNone : at->second;
}

const std::vector<const Relationship*>& Cardinality::childrenOf(EntityId parent) const {
    auto at = m_children.find(parent);
    return at == m_children.end() ? kNone : at->second;
}

const Relationship* Cardinality::foreignKey(EntityId child, AttributeId attribute) const {
    for (const Relationship* relationship : parentsOf(child))
        if (relationship->childAttributes.size() == 1 && relationship->childAttributes.front() == attribute)
            return relationship;
    return nullptr;
}

double Cardinality::rows(EntityId id) const {
    const Entity* entity = m_project->entities.find(id);
    if (!entity)
        return kDefaultRows;
    if (entity->volume.rows)
        return static_cast<double>(entity->volume.rows->value);
    for (const Relationship* relationship : parentsOf(id)) {
        const Entity* parent = m_project->entities.find(relationship->parent);
        if (relationship->fanOut.mean && parent && parent->volume.rows)
            return static_cast<double>(parent->volume.rows->value) * *relationship->fanOut.mean;
    }
    return kDefaultRows;
}

bool Cardinality::rowsAssumed(EntityId id) const {
    const Entity* entity = m_project->entities.find(id);
    if (entity && entity->volume.rows)
        return false;
    for (const Relationship* relationship : parentsOf(id)) {
        const Entity* parent = m_project->entities.find(relationship->parent);
        if (relationship->fanOut.mean && parent && parent->volume.rows)
            return false;
    }
    return true;
}

double Cardinality::nonNullShare(const Attribute& attribute) const {
    return 1 - std::clamp(attribute.statistics.nullFraction.value_or(0), 0.0, 1.0);
}

/// Children of a parent, where the column numbers them: a whole number in a key beside the parent's own.
std::optional<double> Cardinality::numberedWithinParent(const Entity& entity, const Attribute& attribute) const {
    const TypeKind kind = attribute.type.kind;
    if (kind != TypeKind::Int16 && kind != TypeKind::Int32 && kind != TypeKind::Int64)
        return {};
    for (const Key& key : entity.keys)
        for (const Relationship* up : parentsOf(entity.id)) {
            const auto& own = up->childAttributes;
            if (key.attributes.size() == own.size() + 1 && contains(key.attributes, attribute.id) &&
                !contains(own, attribute.id) && containsAll(key.attributes, own))
                return std::max(1.0, std::ceil(rows(entity.id) / std::max(1.0, rows(up->parent))));
        }
    return {};
}

double Cardinality::distinct(EntityId id, AttributeId attributeId) const {
    const Entity* entity = m_project->entities.find(id);
    const Attribute* attribute = entity ? entity->find(attributeId) : nullptr;
    const double total = std::max(1.0, rows(id));
    if (!attribute)
        return std::min(total, kDefaultDistinct);
    const double present = std::max(1.0, total * nonNullShare(*attribute));
    if (attribute->statistics.distinctValues)
        return std::clamp(*attribute->statistics.distinctValues, 1.0, present);
    if (entity->isUnique({attributeId}))
        return present;
    if (const Relationship* up = foreignKey(id, attributeId)) {
        if (up->fanOut.mean && *up->fanOut.mean > 0)
            return std::clamp(present / *up->fanOut.mean, 1.0, present);
        if (up->parent == id)
            return std::max(1.0, present / 2);
        const Entity* parent = m_project->entities.find(up->parent);
        if (parent && parent->isUnique(up->parentAttributes))
            return std::clamp(rows(up->parent), 1.0, present);
    } else if (const auto [origin, column] = originOf(*this, id, attributeId); origin != id) {
        return std::clamp(distinct(origin, column), 1.0, present);
    }
    switch (attribute->type.kind) {
    case TypeKind::Bool: return std::min(present, 2.0);
    case TypeKind::Timestamp: return present;
    case TypeKind::Enum:
        if (const EnumType* labels = m_project->enums.find(attribute->type.enumeration))
            return std::clamp(static_cast<double>(labels->labels.size()), 1.0, present);
        break;
    default: break;
    }
    switch (attribute->generator) {
    case Generator::AutoIncrement:
    case Generator::UuidV4:
    case Generator::UuidV7:
    case Generator::Snowflake: return present;
    default: return std::min(present, numberedWithinParent(*entity, *attribute).value_or(kDefaultDistinct));
    }
}

double Cardinality::valueBytes(const Attribute& attribute) const {
    const double present = nonNullShare(attribute);
    if (const double fixed = fixedBytes(attribute.type); fixed > 0)
        return fixed * present;
    return attribute.statistics.averageBytes.value_or(assumedBytes(attribute.type)) * present;
}

double Cardinality::rowBytes(EntityId id) const {
    double sum = 0;
    if (const Entity* entity = m_project->entities.find(id))
        for (const Attribute& attribute : entity->attributes)
            sum += valueBytes(attribute);
    return sum;
}

double Cardinality::rowsPerValue(EntityId id, const std::vector<AttributeId>& equal) const {
    const Entity* entity = m_project->entities.find(id);
    const double total = rows(id);
    if (!entity || equal.empty())
        return total;
    if (entity->isUnique(equal))
        return std::min(1.0, total);
    double result = total;
    std::vector<AttributeId> covered;
    for (const Relationship* up : parentsOf(id)) {
        const bool fresh = std::none_of(up->childAttributes.begin(), up->childAttributes.end(),
                                        [&](AttributeId attribute) { return contains(covered, attribute); });
        if (!up->fanOut.mean || total <= 0 || !fresh || !containsAll(equal, up->childAttributes))
            continue;
        result *= std::min(1.0, *up->fanOut.mean / total);
        covered.insert(covered.end(), up->childAttributes.begin(), up->childAttributes.end());
    }
    for (AttributeId attribute : equal) {
        if (contains(covered, attribute))
            continue;
        const Attribute* column = entity->find(attribute);
        result *= (column ? nonNullShare(*column) : 1.0) / distinct(id, attribute);
        covered.push_back(attribute);
    }
    return std::max(result, std::min(1.0, total));
}

double Cardinality::maximumRowsPerValue(EntityId id, const std::vector<AttributeId>& equal) const {
    const Entity* entity = m_project->entities.find(id);
    double worst = rowsPerValue(id, equal);
    if (!entity || entity->isUnique(equal))
        return worst;
    for (const Relationship* up : parentsOf(id))
        if (up->fanOut.maximum && equal.size() == up->childAttributes.size() && containsAll(equal, up->childAttributes))
            worst = std::max(worst, std::min(*up->fanOut.maximum, rows(id)));
    return worst;
}

bool Cardinality::growsPerValue(EntityId id, const std::vector<AttributeId>& equal) const {
    const Entity* entity = m_project->entities.find(id);
    if (!entity)
        return true;
    if (!equal.empty() && entity->isUnique(equal))
        return false;
    const bool still = entity->volume.growthRowsPerDay <= 0 && entity->volume.growthRatePerDay <= 0;
    if (still && entity->volume.rows && rows(id) <= kDefaultRows)
        return false; // a small table of which the user said that it stays so
    for (const Relationship* up : parentsOf(id)) {
        if (!containsAll(equal, up->childAttributes))
            continue;
        if (up->fanOut.maximum)
            return *up->fanOut.maximum > kBoundedMaximum;
        if (up->fanOut.mean)
            return up->fanOut.shape == FanOutShape::PowerLaw || *up->fanOut.mean > kManyChildren;
        if (!rowsAssumed(id) && !rowsAssumed(up->parent))
            return rowsPerValue(id, equal) > kManyChildren;
    }
    return true;
}

bool isClosedRange(const std::vector<const Predicate*>& conditions, AttributeId attribute) {
    int bounds = 0;
    for (const Predicate* condition : conditions)
        if (condition->comparison == Comparison::Range && condition->column.attribute == attribute)
            bounds += holdsWord(condition->text, "BETWEEN") ? 2 : 1;
    return bounds >= 2;
}

double Cardinality::matchingRows(EntityId id, const std::vector<const Predicate*>& conditions,
                                 const std::vector<AttributeId>& equal) const {
    std::vector<AttributeId> fixed = equal;
    std::vector<AttributeId> ranged;
    double share = 1;
    for (const Predicate* condition : conditions) {
        const AttributeId attribute = condition->column.attribute;
        if (condition->comparison == Comparison::Equal && attribute) {
            if (!contains(fixed, attribute))
                fixed.push_back(attribute);
            continue;
        }
        if (condition->comparison == Comparison::In && attribute) {
            if (contains(fixed, attribute))
                continue;
            fixed.push_back(attribute);
            share *= std::clamp(condition->values, 1.0, distinct(id, attribute));
            continue;
        }
        switch (condition->comparison) {
        case Comparison::Range:
            if (attribute && contains(ranged, attribute))
                break;
            ranged.push_back(attribute);
            share *= isClosedRange(conditions, attribute) ? kRangeShare : kInequalityShare;
            break;
        case Comparison::NotEqual:
            share *= attribute ? 1 - 1 / distinct(id, attribute) : 1 - 1 / kDefaultDistinct;
            break;
        case Comparison::IsNull: {
            const Entity* entity = m_project->entities.find(id);
            const Attribute* column = entity ? entity->find(attribute) : nullptr;
            share *= column ? column->statistics.nullFraction.value_or(column->nullable ? kNullShare : 0) : kNullShare;
            break;
        }
        case Comparison::Contains:
            share *= condition->text.find("@@") != std::string::npos ? kTextMatchShare : kMatchShare;
            break;
        case Comparison::Prefix:
        case Comparison::Near: share *= kMatchShare; break;
        default: share *= kOtherShare; break;
        }
    }
    const double total = rows(id);
    return std::clamp(rowsPerValue(id, fixed) * share, std::min(1.0, total), std::max(total, 0.0));
}

} // namespace shardscape::model
