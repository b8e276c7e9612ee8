// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in that engines with a partition key must have: one rule for wide-column tables and for item tables with
// global indexes. Not for use outside model/physical.
#pragma once

#include <string>
#include <vector>

#include "model/physical/key_query.h"
#include "model/physical/mapping_rules.h"

namespace shardscape::model {

/// Guidance for partitions of Cassandra: fewer than 100,000 rows and 100 MB (cassandra.apache.org, data modeling,
/// "Refining"; DataStax, "Planning partition size").
inline constexpr double kPartitionRows = 100000;
inline constexpr double kPartitionBytes = 100e6;

struct Way {
    EntityId row;
    KeyAccess key;             ///< sort without the columns that only make rows unique
    bool keyed = true;         ///< false: nothing is given, all rows in one sequence
    bool byPrimaryKey = false; ///< the entity's own table
    bool needed = true;
    bool multiplies = false;
    std::vector<ColumnRef> identity;
    std::vector<JoinCondition> joins;
    std::vector<EntityId> entities;
    std::vector<ColumnRef> columns; ///< needed by the patterns served
    std::vector<PatternId> serves;
    double rate = 0;          ///< of them, 1/s at the peak
    double partitionRows = 0; ///< rows of one value of the partition key, on average
    double largestRows = 0;   ///< of the largest value that is known of
    std::string reason;
};

struct Ways {
    std::unordered_map<EntityId, std::vector<Way>> of; ///< the first of each entity is by its primary key
    std::vector<std::string> notes;
};

/// "copyJoins": a join becomes a way of its own with copied columns; otherwise each entity is read by itself.
/// "oneDirection": the engine orders all sort columns alike.
Ways findWays(const MappingInput& input, bool copyJoins, bool oneDirection);

/// Columns that tell the rows of the entity apart: its primary key, else its first other key; empty without any.
std::vector<AttributeId> identityOf(const Entity& entity);

/// How rows of one partition are cut into buckets that respect the guidance; 1 for no buckets.
/// Buckets of time are made for the largest key: a page in order of time reads one of them, so they cost the others
/// little. Buckets of a hash are made for the average key: all of them are read for every key.
struct Buckets {
    double count = 1;
    ColumnRef of;      ///< time buckets: the time that is cut
    std::string width; ///< "month"
};
Buckets bucketsOf(const MappingInput& input, const Way& way, double rowBytes);

} // namespace shardscape::model
