// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estimator/demand/traffic.h"
#include "estimator/latency/cluster.h"
#include "estimator/summary/estimate.h"

namespace shardscape::estimator {

/// Response times of all patterns at the busiest minute, in closed form.
///
/// Every visit of a plan is a sub-request to each partition it asks: wait and service at a node of the cluster
/// (Cluster), the k-th fastest of the copies that must answer, the slowest of the partitions asked at the same time or
/// their sum one after another; visits add up, visits that start together take the slowest. A cache hit ends after the
/// lookup. Times of visits are taken as independent (queue.h says how they are added).
class Response {
public:
    /// Nodes, servers and shards as the estimate found them.
    Response(const model::EngineProfile& profile, const model::Design& design, const Traffic& traffic,
             const NodesEstimate& nodes);

    /// The distribution of one pattern's time; a service time without end for an unserved one.
    Tail of(const PatternTraffic& pattern) const;
    /// Of the servers of all database nodes, at the busiest minute.
    double meanUtilisation() const;
    /// Of the busiest node that the pattern meets; 1 and more is overloaded.
    double busiestUtilisation(const PatternTraffic& pattern) const;
    /// Whether the nodes the pattern asks are overloaded, hot ones or all.
    bool overloaded(const PatternTraffic& pattern) const { return busiestUtilisation(pattern) >= 1; }

private:
    const Cluster& clusterOf(const ServiceStage& stage) const;
    Cluster& clusterOf(const ServiceStage& stage);
    Tail ofStage(const PatternTraffic& pattern, std::size_t stage) const;

    /// Spread of the round trip of a calibrated profile; 0 for a constant one.
    struct RoundTripSpread {
        double read = 0, write = 0;
    };

    bool m_leaders;
    bool m_memoryEngine;
    RoundTripSpread m_own, m_ofCache;
    double m_nodes;
    int m_servers;
    Cluster m_main;      ///< leaders, or all nodes
    Cluster m_followers; ///< with leaders alone
    Cluster m_cache;
    bool m_hasFollowers;
};

} // namespace shardscape::estimator
