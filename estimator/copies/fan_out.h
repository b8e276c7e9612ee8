// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "estimator/figure/leaves.h"
#include "estimator/summary/estimate.h"
#include "model/physical/layout.h"

namespace shardscape::estimator {

/// What is written once and read by many followers: copied to each of them when it is written, gathered from all one
/// follows when it is read, or both (P6).
///
/// Found in a model as an INSERT … SELECT along a relationship (a timeline that is filled), or as a reading join in
/// which one row stands for many children (a timeline that is gathered). Rates are averages. With
///   λp items a second, λr reads a second, m followers of a parent, k followed by a reader, C(t) the share of the
///   follower pairs that belong to parents with more than t followers (model/physical/fan_out_spread.h; items are taken
///   to come from all parents alike), w the time to write a row of the copy, q to ask for one parent's newest items:
///   on write   λp m w  to copy, λr r to read, r the time to read a page of the copy
///   on read    λr (k q + page) to gather
///   hybrid(t)  λp m (1 − C(t)) w + λr (r + k C(t) q)
/// Both parts are linear in C(t): by the work alone every parent is copied, or none. What speaks for a threshold is
/// - the time that the largest fan-out takes: t = bound × rows written a second, and
/// - a cache in front of what the largest wrote: a parent with F followers is asked a F times a second, a = λr ÷
/// readers,
///   of which (a F)/(1 + a F τ) reach the database when an entry lives τ seconds, the others cost a look-up h. Copying
///   costs b w F, b = λp ÷ parents. The two are equal at F = (a q ÷ (b w − a h) − 1) ÷ (a τ); with b w ≤ a h copying is
///   always cheaper.
/// The threshold is the smaller of the two; without either reason everything is copied, or nothing.
enum class FanOutChoice { OnWrite, OnRead, Hybrid };
const char* name(FanOutChoice choice);

struct FanOutLoad {
    FanOutChoice choice = FanOutChoice::OnWrite;
    Figure rowsWritten;   ///< rows of the copy a second
    Figure parentsAsked;  ///< parents asked for their newest items, a second
    Figure writeServers;  ///< kept busy by copying
    Figure readServers;   ///< kept busy by reading
    Figure servers;       ///< both
    Figure longestFanOut; ///< until an item of the largest parent that is copied stands with its last follower
    bool served = true;   ///< within the time that a fan-out may take
};

struct FanOutReport {
    model::RelationshipId relationship; ///< whose children are the followers; 0 when no foreign key says so
    std::string name;                   ///< "follows.followee_id"
    model::PatternId writer;            ///< that fills the copy, or writes the items
    model::PatternId reader;
    std::string item;   ///< what is written once: "FanOutPost", "posts"
    bool copied = true; ///< the model copies on write now
    Figure mean;        ///< followers
    Figure largest;
    Figure items;                              ///< a second
    Figure reads;                              ///< a second
    Figure followed;                           ///< parents that a reader follows
    Figure applied;                            ///< rows of copies that can be written a second beside the traffic
    Figure bound;                              ///< how long a fan-out may take
    Figure timeThreshold;                      ///< followers whose fan-out takes as long as it may
    std::optional<Figure> workThreshold;       ///< followers from which asking is less work than copying
    Figure threshold;                          ///< of the hybrid; at most the largest
    Figure serially;                           ///< the largest fan-out, one row after another
    std::vector<FanOutLoad> loads;             ///< on write, on read, hybrid
    FanOutChoice best = FanOutChoice::OnWrite; ///< the least work of those within the time
    std::string verdict;                       ///< one or two sentences with the numbers
};

std::vector<FanOutReport> fanOutReports(const model::Project& project, const model::EngineProfile& profile,
                                        const model::Layout& layout, const Estimate& estimate);

/// Servers that work beside the traffic gets, and with them rows that can be written a second: shared by what measures
/// how long copies take. "indexes": entries written with each row.
Figure serversBesideTraffic(ProfileLeaves& leaves, const Estimate& estimate);
Figure timeToWriteARow(ProfileLeaves& leaves, const Estimate& estimate, double indexes);

} // namespace shardscape::estimator
