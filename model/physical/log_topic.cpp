// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/log_topic.h"

#include <algorithm>

#include "model/base/units.h"
#include "model/physical/json_text.h"
#include "model/physical/query.h"

namespace shardscape::model {
namespace {

constexpr double kWeekSeconds = 7 * 86400.0;
constexpr double kHourSeconds = 3600;
constexpr double kSegmentsOfARetention = 8;

bool isKeyPart(const Entity& entity, AttributeId id) {
    const Key* primary = entity.primaryKey();
    return primary && holds(primary->attributes, id);
}

double rowsOf(const Cardinality& cardinality, const AccessPattern& pattern) {
    if (isInsert(pattern.verb))
        return std::max(1.0, pattern.rowsWritten);
    return std::max(1.0, queryOf(cardinality, pattern).matching);
}

template <class Rate> double recordsAt(const Cardinality& cardinality, const Entity& entity, Rate rate) {
    double records = 0;
    for (const AccessPattern& pattern : cardinality.project().patterns)
        if (isWrite(pattern.verb) && pattern.entity == entity.id)
            records += rate(pattern) * rowsOf(cardinality, pattern);
    return records > 0 ? records : entity.volume.growthRowsPerDay / kSecondsPerDay;
}

} // namespace

TopicPolicy topicPolicy(const Project& project, const Entity& entity) {
    if (!entity.primaryKey())
        return TopicPolicy::Delete;
    bool grows = entity.volume.growthRowsPerDay > 0 || entity.volume.growthRatePerDay > 0;
    for (const AccessPattern& pattern : project.patterns) {
        if (!isWrite(pattern.verb) || pattern.entity != entity.id)
            continue;
        if (pattern.verb != Verb::Insert && pattern.verb != Verb::Append)
            return TopicPolicy::Compact;
        grows = true;
    }
    return grows ? TopicPolicy::Delete : TopicPolicy::Compact;
}

const Attribute* recordTime(const Entity& entity) {
    const Attribute* time = nullptr;
    for (const Attribute& attribute : entity.attributes)
        if (attribute.type.kind == TypeKind::Timestamp && !attribute.nullable &&
            (!time || (isKeyPart(entity, attribute.id) && !isKeyPart(entity, time->id))))
            time = &attribute;
    return time;
}

double recordsPerSecond(const Cardinality& cardinality, const Entity& entity) {
    return recordsAt(cardinality, entity, [](const AccessPattern& pattern) { return pattern.rate.average.value; });
}

double peakRecordsPerSecond(const Cardinality& cardinality, const Entity& entity) {
    return recordsAt(cardinality, entity, [](const AccessPattern& pattern) { return pattern.rate.peakRate().value; });
}

double segmentSeconds(const std::optional<double>& retentionDays) {
    if (!retentionDays || *retentionDays <= 0)
        return kWeekSeconds;
    return std::clamp(*retentionDays * kSecondsPerDay / kSegmentsOfARetention, kHourSeconds, kWeekSeconds);
}

double recordKeyBytes(const Cardinality& cardinality, const Entity& entity, const std::vector<AttributeId>& key) {
    if (key.empty())
        return -1;
    double bytes = static_cast<double>(key.size()) - 1; // a character between each two
    for (AttributeId id : key) {
        const Attribute* attribute = entity.find(id);
        if (!attribute)
            continue;
        const TypeKind kind = key.size() == 1 ? attribute->type.kind : TypeKind::Other;
        switch (kind) {
        case TypeKind::Int16: bytes += 2; break;
        case TypeKind::Int32:
        case TypeKind::Float: bytes += 4; break;
        case TypeKind::Int64:
        case TypeKind::Double: bytes += 8; break;
        default: bytes += plainTextBytes(cardinality, entity.id, *attribute); break;
        }
    }
    return bytes;
}

} // namespace shardscape::model
