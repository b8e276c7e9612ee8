// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "estimator/summary/estimate.h"

namespace shardscape::estimator {

/// What each index of a design is good for and what it costs (P3).
///
/// Verdicts: an index enforces a key; or patterns read through it; or it is redundant, its columns being the first ones
/// of another index of the same method (with the same predicate, in the same or wholly reversed directions) that
/// answers everything it does; or nobody reads through it. A redundant index stays redundant when plans happen to use
/// it: its readers are counted to the other one.
/// Costs: its bytes, one copy; entries written a second, its share of what the plans of writing patterns write (every
/// index gets an entry for each row that is inserted, or updated in an indexed column); the servers they keep busy.
/// Advice: columns compared for equality before ranges and orders; columns to include where many rows are fetched
/// behind the index and few small columns would answer; a predicate where every pattern that uses the index asks for
/// the same literal value.
struct IndexReport {
    enum class Verdict { Enforces, Used, Redundant, Unused };
    std::string structure;
    std::string name;
    model::EntityId entity;
    std::string method;
    std::vector<std::string> columns; ///< "created_at DESC"
    bool declared = false;            ///< by the user; false when the mapping proposes it
    Verdict verdict = Verdict::Used;
    std::string why;                 ///< one sentence
    std::vector<std::string> usedBy; ///< names of patterns
    Figure bytes;
    Figure entriesPerSecond;
    Figure busyServers; ///< kept busy by writing its entries
    std::vector<std::string> advice;
};
const char* name(IndexReport::Verdict verdict);

/// Structure by structure, in the design's order.
std::vector<IndexReport> indexReports(const model::Project& project, const model::EngineProfile& profile,
                                      const Estimate& estimate);

} // namespace shardscape::estimator
