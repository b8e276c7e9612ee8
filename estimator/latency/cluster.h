// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estimator/latency/queue.h"

namespace shardscape::estimator {

/// The nodes that answer one kind of work, and how busy they are: a few hot ones that hold the busiest keys, all others
/// alike.
///
/// Sub-requests spread evenly over the nodes but for "excess", the part that one key draws to the nodes holding it:
/// with P partitions and a hottest key of share w, the busiest partition has w + (1 − w)/P of the requests, an excess
/// of w over an even spread. The second hottest key and the unevenness of a hash over few keys are not in it. Hot keys
/// of different patterns are taken to lie on the same nodes, which is the worst case.
class Cluster {
public:
    /// "hot" nodes share the excess: 1 for a leader, the replicas where any of them answers.
    Cluster(double nodes, double hot, int servers);

    /// rate of sub-requests 1/s, their mean service, and the share that goes to the hot nodes beyond an even spread.
    void add(double rate, double seconds, double excess);

    double nodes() const { return m_nodes; }
    int servers() const { return m_servers; }
    double workSeconds() const { return m_work; } ///< servers kept busy, in all nodes
    double meanUtilisation() const;
    double hotUtilisation() const { return queueOf(m_hotRate, m_hotWork, m_hotSquares).utilisation(); }
    /// Time of one sub-request of this mean service and excess, waiting included.
    Tail sojourn(double seconds, double excess) const;

private:
    NodeQueue queueOf(double rate, double work, double squares) const;

    double m_nodes;
    double m_hot;
    int m_servers;
    double m_work = 0;
    double m_hotRate = 0, m_hotWork = 0, m_hotSquares = 0;       ///< of one hot node
    double m_otherRate = 0, m_otherWork = 0, m_otherSquares = 0; ///< of one other node
};

} // namespace shardscape::estimator
