// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "estimator/summary/estimate.h"

namespace shardscape::estimator {

/// How good a column, several of them, or a salted one would be as the partition key of an entity (P4).
///
/// Five parts between 0 and 1, the score their mean × 100; parts that nothing is known of are left out:
/// - cardinality: different values ÷ (10 × partitions), at most 1: fewer values leave partitions unequal;
/// - skew: mean ÷ largest load of a partition, 1 ÷ (w × P + 1 − w) with the hottest key's share w of the traffic (exact
///   key weights, by rate) or of the rows (stated maximum of a fan-out), whichever is larger; columns of a composite
///   are taken as independent, a salt of s divides w by s;
/// - match: of the peak requests of the entity, those that give the key, each counted 1 ÷ partitions it has to ask (a
///   reader of a salted key asks s, one that lacks a column asks all P);
/// - co-location: of its relationships, weighted by the requests that read both ends, those whose ends the key keeps
///   together: it is the foreign key, or the key that children refer to;
/// - growth: 0 when range placement sends all new rows to the last range; ½ when the rows of one value grow with the
///   data; else 1.
/// "Partitions" are those of the estimate, at least 16, so that a design on one node is judged for the day it is
/// spread.
struct ShardKeyCandidate {
    std::vector<std::string> columns;
    int salt = 1; ///< random suffixes; 1 = none
    Figure score; ///< 0 … 100
    Figure cardinality;
    Figure skew;
    std::optional<Figure> match;
    std::optional<Figure> colocation;
    Figure growth;
    bool current = false;     ///< the design's key
    std::string text() const; ///< "tenant_id + id", "user_id # 16"
};

struct ShardKeyReport {
    model::EntityId entity;
    std::string name;
    std::vector<ShardKeyCandidate> candidates; ///< the best first
};

/// One an entity with columns, in the project's order. "most" candidates are kept of each, the current one always.
std::vector<ShardKeyReport> shardKeyReports(const model::Project& project, const model::EngineProfile& profile,
                                            const Estimate& estimate, std::size_t most = 12);

} // namespace shardscape::estimator
