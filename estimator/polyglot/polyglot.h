// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "estimator/cost/cost.h"
#include "estimator/summary/estimate.h"
#include "model/physical/ownership.h"

namespace shardscape::estimator {

/// A project whose ownership boundaries lie on several engines, as a whole (P8): who owns what, how the others follow
/// and how far behind they are, what each pattern costs in calls, and what it all comes to.
///
/// - Changes to follow: Σ rate × rows of the writes of the boundary, at average rates. By the engine's log a follower
///   reads changes × bytes of a row; decoding the log takes time of the owner that is not charged, for want of a
///   documented figure.
/// - Lag: as stated, else as derive.h assumes. It is what an answer may be behind, while the follower keeps up: its own
///   estimate says whether it does.
/// - A pattern joined by the application: its calls follow one another, so its p99 is at most the sum of theirs.
/// - Storage, nodes and cost are sums over the layouts of the design; designs of their own beside it are not in them.
/// Scope: faults of what carries the changes (a lost message, an order that is not kept) are named as problems where a
/// path allows them, not computed.

/// The finished numbers of one layout; "estimate" and "cost" are nullptr where there are none.
struct LayoutNumbers {
    model::LayoutId layout;
    const model::EngineProfile* profile = nullptr;
    const Estimate* estimate = nullptr;
    const CostEstimate* cost = nullptr;
};

struct FollowerView {
    model::LayoutId layout;
    std::string engine; ///< profile name
    model::UpkeepPath path = model::UpkeepPath::Cdc;
    Figure lag;
    Figure changes;                 ///< rows a second
    std::optional<Figure> logBytes; ///< a second, read from the owner's log
    std::optional<Figure> resync;   ///< a full copy
    std::string risk;               ///< what can go wrong on this path, one sentence; may be empty
};

struct BoundaryView {
    model::BoundaryId boundary; ///< 0: entities without one
    std::string name;
    std::vector<std::string> entities;
    std::string truth; ///< engine; empty: nobody
    std::vector<std::string> owners;
    std::vector<FollowerView> followers;
    std::string readers; ///< what a reader may see, one sentence
};

struct PatternView {
    model::PatternId pattern;
    std::string name;
    std::vector<std::string> engines; ///< in the order in which they are asked; empty: not served
    double calls = 1;                 ///< of one request
    double keys = 1;                  ///< the most that one call asks for
    double lagSeconds = 0;
    std::optional<Figure> p99; ///< unset where an engine has no estimate
    std::string why;           ///< joined or not served
    std::vector<std::string> others;
};

struct MemberView {
    model::LayoutId layout;
    std::string engine;
    std::vector<std::string> owns;
    std::vector<std::string> follows;
    std::optional<Figure> storage; ///< now, replicated
    std::optional<Figure> nodes;
    std::optional<Figure> costMonth;
};

struct PolyglotDesign {
    std::vector<MemberView> layouts; ///< empty: no layout names a boundary
    std::vector<BoundaryView> boundaries;
    std::vector<PatternView> patterns;
    std::vector<std::string> alone; ///< engines that are designs of their own
    Figure storage;
    Figure nodes;
    std::optional<Figure> costMonth; ///< unset unless every layout has a price in the same currency
    std::string currency;
    std::vector<Problem> problems; ///< the worst first

    bool isSplit() const { return !layouts.empty(); }
};

PolyglotDesign polyglotOf(const model::Project& project, const std::vector<LayoutNumbers>& numbers);

} // namespace shardscape::estimator
