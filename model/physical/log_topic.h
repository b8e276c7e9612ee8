// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "model/physical/cardinality.h"

namespace shardscape::model {

/// What mapping, planning, sizes and configuration of append logs share.

/// A topic either forgets records by age, or keeps the latest of each key for ever.
enum class TopicPolicy { Delete, Compact };

/// Compact where rows are changed or deleted by a pattern, or where nothing adds any (a table that others look at):
/// the log then carries versions, of which the last counts. It needs a primary key. Everything else is events.
TopicPolicy topicPolicy(const Project& project, const Entity& entity);

/// The time of a record: the first timestamp that every row states, one of the primary key before others; null where
/// the log's own clock must do.
const Attribute* recordTime(const Entity& entity);

/// Records that are appended in a second: rows that patterns insert, change and delete, else the stated growth.
double recordsPerSecond(const Cardinality& cardinality, const Entity& entity);
/// The same at the peaks of the patterns.
double peakRecordsPerSecond(const Cardinality& cardinality, const Entity& entity);

/// After how long a new segment is begun: an eighth of the retention, so that no more than that stays longer than it
/// should; at most a week, which is what Kafka does when nobody says (segment.ms), and at least an hour.
double segmentSeconds(const std::optional<double>& retentionDays);

/// Bytes of a record's key: numbers and UUIDs as their serializers write them, composite keys as their texts with a
/// character between; -1 without a key.
double recordKeyBytes(const Cardinality& cardinality, const Entity& entity, const std::vector<AttributeId>& key);

} // namespace shardscape::model
