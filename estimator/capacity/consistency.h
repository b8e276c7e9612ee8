// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "estimator/summary/estimate.h"

namespace shardscape::estimator {

/// What each reading pattern gets from the copies of its data, against what it asked for (P7).
///
/// - Leaders: strong and read-your-writes reads go to the leader and see every acknowledged write; other reads go to a
///   follower, where there is one, and are as old as its lag.
/// - Quorums: a read of R copies sees a write acknowledged by W of N when R + W > N (Gifford, 1979). W is the smallest
///   of the patterns that write what it reads, so one eventual writer takes strength from every reader.
/// - Managed: strong reads of a table see every write; a global index follows within the profile's lag whatever is
/// asked.
/// - A copy that the layout keeps and that is not written in the transaction answers with what it has: its staleness
///   (copies/kept.h) adds to the age of what is read from it.
/// - A cache may answer with entries as old as their time to live; without one, until a write drops them.
enum class Freshness { Latest, Bounded, Eventual };
const char* name(Freshness freshness);

struct ConsistencyEstimate {
    model::PatternId pattern;
    std::string name;
    std::string asked; ///< "strong", "bounded(5 s)" …
    Freshness obtained = Freshness::Latest;
    Figure staleness; ///< how old an answer may be; 0 for the latest, infinite where nothing bounds it
    bool met = true;
    std::string why; ///< one sentence: "a quorum of 2 of 3 reads, and writes reach 2 of 3"
};

std::vector<ConsistencyEstimate> consistencyOf(const model::Project& project, const model::EngineProfile& profile,
                                               const model::Layout& layout, const Estimate& estimate);

} // namespace shardscape::estimator
