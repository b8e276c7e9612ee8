// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "estimator/growth/growth.h"
#include "model/engine/engine_profile.h"

namespace shardscape::estimator {

/// How an engine can get rid of rows that are too old, besides deleting them one by one.
///
/// Partitions of time: PostgreSQL and MySQL detach or drop them; ClickHouse drops parts; Cassandra's time windows
/// (TimeWindowCompactionStrategy) are files that go whole; a store of samples or a log drops its blocks. A time to
/// live: Cassandra and ClickHouse leave expired rows out when they merge; DynamoDB deletes without consuming write
/// units (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html); Redis frees expired keys beside
/// its work; MongoDB's monitor runs every 60 seconds and deletes one document after another, which is work as other
/// deletes are (https://www.mongodb.com/docs/manual/core/index-ttl/).
struct RemovalWays {
    bool partitions = false;
    bool ttl = false;
    bool ttlDeletes = false; ///< its time to live is deletes that servers do
};
RemovalWays removalWays(const model::EngineProfile& profile);

/// What it costs an engine that rows of an entity leave it, or are rolled up in it, in the steady state of its growth:
/// as many rows leave in a second as come in. Nothing where nothing comes in.
struct Removal {
    model::EntityId entity;
    model::RowRemoval how = model::RowRemoval::RowByRow; ///< on this engine: what was asked, or else what it can
    Figure rowsPerDay;                                   ///< that go, rolled up ones as often as they are replaced
    std::string why;                                     ///< what the servers do for it, in words
    /// Requests that it takes besides those of the workload, with their rates; their ids are 0. None where whole
    /// partitions go, or a time to live costs nothing. A delete finds its row by the primary key, or by all that is
    /// unique; without a key nothing can be planned.
    std::vector<model::AccessPattern> requests;
};
std::vector<Removal> removalsOf(const model::Cardinality& cardinality, const Growth& growth,
                                const model::EngineProfile& profile);

/// The requests of all of them.
std::vector<model::AccessPattern> removalRequests(const model::Project& project, const model::EngineProfile& profile);

} // namespace shardscape::estimator
