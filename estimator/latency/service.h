// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "estimator/demand/popularity.h"
#include "estimator/planning/plan.h"
#include "model/engine/engine_profile.h"
#include "model/physical/cardinality.h"
#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::estimator {

/// How long the steps of a plan keep a node's server busy: the one source of service times, for the closed forms here
/// and for the simulator. Times are at the servers, without the client's network.
///
/// A request with several steps at the same nodes is one visit, a stage: its service time is
///   point read or write (once a visit and node)  + rows of a run × row_read + scattered rows × row_fetch
///   + scanned rows ÷ rows_scanned + sorted rows × row_sort + further rows written × row_write + index entries of a row
///   × index_write + bytes of the rows read × byte_read + of those written × byte_write
/// Column stores (bytes_scanned_per_s) take bytes read ÷ bytes_scanned for runs and scans instead.
/// with the constants "capacity.*" of the profile (those of the cache engine for a cache). Sources are the constants'.
/// The distribution is exponential: M/M/c holds, and a mixture of requests keeps its form (queue.h). A calibrated
/// profile (estimator/calibrate) has three things more: what a byte costs, the shape of the distribution (lognormal
/// with "read_spread_ratio" or "write_spread_ratio"), and the time that a request spends outside of the servers
/// ("read_round_trip_us", "write_round_trip_us"), once a visit.
enum class ServiceKind { Exponential, Lognormal };

/// One visit of a request to the nodes that hold some structure.
struct ServiceStage {
    std::vector<std::size_t> steps; ///< indices into Plan::steps that are part of the visit
    std::string structure;          ///< of the first step
    bool cache = false;             ///< at the cache's nodes
    bool write = false;
    bool strong = false;         ///< must see the latest write: at the leader, or a quorum of reads
    bool besidePrevious = false; ///< starts together with the stage before it, which it does not wait for
    double seconds = 0;          ///< mean service time of one sub-request at one server
    ServiceKind kind = ServiceKind::Exponential;
    double spread = 0;           ///< Lognormal: standard deviation of the logarithm
    double roundTripSeconds = 0; ///< client, network, waking up: added once, keeps no server busy
    double subRequests = 1;      ///< partitions asked
    bool parallel = false;       ///< at the same time
    int copies = 1;              ///< nodes of each partition that do the work
    int answers = 1;             ///< of them that must answer
    std::vector<model::ColumnRef> routedBy;
};

/// The visits of a plan in order. Empty for an unserved plan. "cardinality" tells the bytes of rows that are written;
/// who does not ask for seconds goes without.
std::vector<ServiceStage> stagesOf(const Plan& plan, const model::AccessPattern& pattern,
                                   const model::EngineProfile& profile, const model::Design& design,
                                   const model::Cardinality* cardinality = nullptr);

/// Requests that a node works on at the same time; of the cache engine when "cache".
int serversPerNode(const model::EngineProfile& profile, bool cache = false);

/// The constant that says how many cores a node has: its own, where a request takes several, else its servers.
const char* coresConstant(const model::EngineProfile& profile);

/// The column whose values are popular: stated, else the first one compared for equality, else the first one assigned.
model::ColumnRef popularColumn(const model::AccessPattern& pattern);
/// How popular each value of it is; over all rows when there is no such column. "distinct" is Cardinality's.
KeyWeights popularityOf(const model::AccessPattern& pattern, double distinctKeys);

} // namespace shardscape::estimator
