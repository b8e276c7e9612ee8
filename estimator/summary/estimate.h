// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "estimator/figure/figure.h"
#include "estimator/planning/plan.h"
#include "model/base/diagnostic.h"
#include "model/base/result.h"
#include "model/engine/engine_profile.h"
#include "model/physical/derive.h"
#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::estimator {

/// Everything the estimator says about one design: what the window, the command line and the report show. Immutable.
/// Bytes are on one copy unless a name says "replicated"; rates are of an average second unless a name says "peak".

struct IndexEstimate {
    std::string name;
    Figure bytes;
};

/// One structure of the design, now.
struct StructureEstimate {
    std::string name;
    model::EntityId entity;
    Figure rows;
    Figure rowsPerDay; ///< coming in, as stated or from the insert patterns
    Figure rowBytes;   ///< mean bytes a row costs in the table, with its overheads
    Figure tableBytes; ///< without indexes
    std::vector<IndexEstimate> indexes;
    Figure totalBytes;                           ///< table and indexes, one copy
    std::map<model::EntityId, Figure> itemBytes; ///< item stores: an item of each entity, as requests are charged
    Figure readsPerSecond;                       ///< requests that reach it, after caches
    Figure writesPerSecond;                      ///< rows written to it
};

/// One month of the growth curve; month 0 is now. A month is 365/12 days.
struct GrowthMonth {
    int month = 0;
    Figure bytes;                       ///< all structures, one copy
    Figure replicatedBytes;             ///< with all replicas
    std::vector<double> structureBytes; ///< same order as "structures"
};

/// Rows of an entity between two ages, where they are kept then (P9); rows and bytes at the end of the growth curve.
/// Bytes are of one copy.
struct TierEstimate {
    model::EntityId entity;
    std::string name; ///< "engine" for rows as they came in, else the tier's
    model::TierMedium medium = model::TierMedium::Engine;
    std::optional<std::size_t> tier; ///< in Volume::tiers
    Figure fromDays;                 ///< mean age at which rows arrive …
    Figure untilDays;                ///< … and leave; infinite for never
    Figure rowsKept;                 ///< of each row that came in
    Figure rowBytes;                 ///< in the engine without indexes
    Figure rows;
    Figure bytes;
    std::vector<double> monthRows; ///< at the end of each month of the curve
    std::vector<double> monthBytes;
};

/// Nodes that one constraint alone would need.
struct NodeConstraint {
    std::string name; ///< "storage", "reads", "writes", "memory", "availability" …
    Figure nodes;
    Figure used;         ///< of what it limits, in all: bytes, busy servers, request units a second
    Figure roomOfANode;  ///< what one node may hold or do, headroom kept
    double together = 1; ///< nodes that hold or do the same: the replicas of a shard
};

/// One reason why a row is written more than once, and how many times as much is written because of it.
struct WriteCause {
    std::string name; ///< "index entries", "copies", "replicas", "compaction"
    Figure factor;    ///< the product of all is the write amplification
};

struct NodesEstimate {
    Figure count;        ///< the largest constraint's
    std::string binding; ///< its name
    std::vector<NodeConstraint> constraints;
    Figure partitions; ///< partitions or shards of the key space
};

struct PatternEstimate {
    model::PatternId pattern;
    std::string name;
    Plan plan;
    Figure qps; ///< average, as the user says
    Figure peakQps;
    Figure databaseQps; ///< of the peak, what is left after caches
    Figure hitRatio;    ///< of the cache in front; 0 without one
    Figure rowsScanned;
    Figure partitions;
    Figure serviceTime; ///< mean time of one request at an idle node
    Figure p50;
    Figure p95;
    Figure p99; ///< at the peak rate; infinite when a node is overloaded
    std::optional<Figure> wantedP99;
};

struct Problem {
    std::string id; ///< "unbounded-query"
    model::Severity severity = model::Severity::Warning;
    std::string where; ///< "pattern ListOrders on cassandra"
    std::string why;
    std::string fix; ///< advice in words
    model::PatternId pattern;
    model::EntityId entity;
};

/// The cache in front of a design, at the busiest minute.
struct CacheFigures {
    Figure stay;                      ///< how long an entry stays that nobody asks for; infinite when everything fits
    Figure entries;                   ///< held
    Figure hitTime;                   ///< mean service time of a lookup
    std::optional<double> ttlSeconds; ///< entries older than this are dropped
    std::optional<double> statedHitRatio; ///< by the user, instead of the computed ones
};

struct Estimate {
    model::Design design;
    /// What the layout holds of the project, with the copies that it keeps; nullptr when that is the project as it is.
    std::shared_ptr<const model::Derivation> kept;
    std::vector<StructureEstimate> structures; ///< same order as design.structures
    std::vector<PatternEstimate> patterns; ///< same order as project.patterns; behind them the upkeep of kept copies
    std::vector<GrowthMonth> growth;       ///< months + 1 points, of what the engine holds
    std::vector<TierEstimate> tiers;       ///< of the entities whose rows move or are deleted by age
    NodesEstimate nodes;
    Figure peakQps;            ///< all patterns, at the peak of the week
    Figure storageNow;         ///< replicated
    Figure storageInAYear;     ///< replicated
    Figure worstP99;           ///< of the patterns, by p99 over the wanted p99, else by p99
    Figure writeAmplification; ///< rows and entries written in all structures and replicas, and rewritten, for one row;
                               ///< 0 without writes
    std::vector<WriteCause> writeCauses; ///< what it consists of; empty without writes
    Figure meanUtilisation;              ///< of a node's servers, at the peak
    double busiestSecond = 0; ///< of the week, after Monday midnight: the minute in which the nodes have most to do
    std::optional<CacheFigures> cache; ///< unset without one
    Figure hottestShare;               ///< of the traffic that goes to the busiest partition
    std::vector<Problem> problems;     ///< of this design; the worst first

    /// What patterns, plans and structures refer to: the project that was estimated, with the kept copies in it and
    /// without what other engines of the design hold.
    const model::Project& subject(const model::Project& given) const { return kept ? kept->project : given; }
};

struct EstimateOptions {
    int months = 60;
};

/// The numbers of one layout. Pure: the same input gives the same figures to the last digit.
/// Errors: Unsupported when the engine has no mapping, Cancelled.
model::Result<Estimate> estimate(const model::Project& project, const model::EngineProfile& profile,
                                 const model::Layout& layout, const EstimateOptions& options = {},
                                 std::stop_token stop = {});

} // namespace shardscape::estimator
