// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "estimator/summary/estimate.h"
#include "model/price/price_sheet.h"

namespace shardscape::estimator {

/// How far up the scaling ladder the numbers force a design (P10): one node, a bigger node, replicas, partitioned
/// tables, shards, distributed SQL. A rung is climbed only when the one below does not carry the load, and says which
/// number forced it.
///
/// Engines with leaders:
/// - one node: all work and one copy of the data on a node of the profile, headroom kept;
/// - bigger node: as many times the cores, the memory and the disk as the constraint that exceeds them most needs; the
///   sheet's largest machine ends it, its disk as large as one asks (profile's fill kept on 16 TiB, the largest gp3
///   volume). Without a sheet of machines the rung is unknown and skipped;
/// - replicas: for copies (as the layout or the engine's habit has them), and for reads that may be stale;
/// - partitions: a table larger than a node's memory (PostgreSQL documentation, "Table Partitioning": worthwhile when
///   a table exceeds the memory of the server);
/// - shards: when writes and strong reads, or bytes, exceed the largest machine. The estimate itself shards nodes of
///   the profile's size; the rung says how many of either are needed;
/// - distributed SQL: when most requests of a sharded design ask more than one shard, so that the application would do
///   a database's work.
/// Other engines spread by themselves: one node, replicas, more nodes.
struct Rung {
    enum class State { Climbed, NotNeeded, NotEnough };
    std::string name; ///< "one node", "bigger node" …
    State state = State::NotNeeded;
    std::string why;  ///< the number that decided, in words
    Figure need;      ///< what the load needs there …
    Figure limit;     ///< … of what the rung below gives
    double nodes = 1; ///< after this rung
};
const char* name(Rung::State state);

/// "sheet": machines that can be had; nullptr for none.
std::vector<Rung> ladderOf(const model::Project& project, const model::EngineProfile& profile,
                           const model::Layout& layout, const Estimate& estimate, const model::PriceSheet* sheet);

} // namespace shardscape::estimator
