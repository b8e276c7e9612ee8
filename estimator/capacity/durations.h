// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "estimator/summary/estimate.h"

namespace shardscape::estimator {

/// How long the big operations take on the nodes there are (E7), each as a figure with its working.
///
/// Work beside the traffic gets the servers that are neither busy at the peak nor kept as headroom: nodes × servers of
/// a node × (how busy they may be − how busy they are), at least a twentieth of all. Copies of bytes are bound by one
/// disk of a node at 125 MB/s (what a gp3 volume has without extra charge), which says nothing about rows.
///
/// - backfill: every row of a structure is read and written once, with its index entries;
/// - replay: the rows in the engine of a log-like entity (inserted, never changed) applied again, while new ones come
///   in (what a Kappa architecture does with its log); on an append log by one consumer a partition, at the rate of the
///   profile; "replay of all" those of its tiers too, as many as there are when the growth curve ends (what the batch
///   layer of a Lambda architecture does);
/// - move: a day's rows read and written to the first tier outside of the engine;
/// - restore: everything in an archive read back, after the hours until it answers;
/// - new replica: the bytes of one node are copied;
/// - reshard: the shards are doubled, so half of each node's bytes move, all at the same time;
/// - resync: a full copy of a boundary that the layout follows from another engine, as fast as its rows can be written;
/// - warm-up: from an empty cache to nine tenths of its final hits. An entry is there once its key was asked for:
///   hits after t seconds are Σ share × (1 − e^(−rate × t)), evictions not counted. What the database gets meanwhile is
///   another figure.
struct Duration {
    /// "backfill", "replay", "replay of all", "move", "restore", "new replica", "reshard", "resync", "warm-up"
    std::string kind;
    std::string of; ///< the structure, the entity or the pattern; empty for the whole
    Figure seconds;
    std::string note; ///< what it is bound by, or what it costs meanwhile, in words
};

std::vector<Duration> durationsOf(const model::Project& project, const model::EngineProfile& profile,
                                  const model::Layout& layout, const Estimate& estimate);

/// How long a full copy of these entities takes on a layout that follows them: Σ rows × time to write a row ÷ servers
/// free beside the traffic. Unset when the design holds none of them.
std::optional<Figure> resyncTime(const model::Project& project, const model::EngineProfile& profile,
                                 const model::Layout& layout, const Estimate& estimate,
                                 const std::vector<model::EntityId>& entities, const std::string& of);

} // namespace shardscape::estimator
