// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estimator/demand/traffic.h"
#include "estimator/summary/estimate.h"

namespace shardscape::estimator {

/// How many nodes a design needs, by each constraint alone, and the largest of them.
///
/// - storage: replicas × ⌈bytes ÷ (disk of a node × how full it may be)⌉, spread over all nodes where any node holds
///   replicas.
/// - reads, writes: ⌈busy servers ÷ (servers of a node × how busy they may be)⌉ at the busiest minute. With leaders,
/// what
///   only leaders answer (writes and strong reads) needs shards, each with all its replicas; leaders and the followers
///   that stale reads need are added up.
/// - processors: the same for reads and writes together, where any node does both.
/// - memory: all data of a memory engine; elsewhere the hot part of the indexes (keys that take 90 % of the reads).
/// - availability: the replicas.
///
/// On a managed service a node is a partition: bytes, read units and write units against its limits.
/// Shards come in powers of two. Partitions: as stated, else the shards, or the tokens of all nodes.
NodesEstimate nodesOf(const model::EngineProfile& profile, const model::Design& design, const model::Layout& layout,
                      ProfileLeaves& leaves, const Traffic& traffic, const std::vector<StructureEstimate>& structures);

/// Busy servers at the busiest minute: Σ rate after caches × partitions asked × copies × service time.
struct Work {
    double reads = 0;       ///< that any replica may answer
    double strongReads = 0; ///< that leaders answer, where there are leaders
    double writes = 0;
};
Work workOf(const Traffic& traffic);

/// Rows and entries written for one row; see Estimate::writeAmplification. "causes", where given, gets its factors:
/// index entries = (rows + entries) ÷ rows, copies = all rows and entries ÷ those of the first structure, kept copies =
/// with the upkeep of "kept" ÷ without it, replicas, compaction.
Figure writeAmplification(const model::EngineProfile& profile, const model::Design& design, ProfileLeaves& leaves,
                          const Traffic& traffic, double bytesOfANode, std::vector<WriteCause>* causes = nullptr,
                          const model::Derivation* kept = nullptr);

} // namespace shardscape::estimator
