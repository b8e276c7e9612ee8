// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "estimator/latency/queue.h"
#include "estimator/latency/service.h"

namespace shardscape::estimator {

/// The nodes that answer one kind of work, and how busy they are: hot ones that hold the busiest keys, all others
/// alike.
///
/// Sub-requests spread evenly over the nodes but for "excess", the part that one key draws to the nodes holding it:
/// with P partitions and a hottest key of share w, the busiest partition has w + (1 - w)/P of the requests, an excess
/// of w over an even spread. Patterns whose keys are values of the same column ("place") have their hottest key on the
/// same nodes, others on other nodes while there are enough. Neither the second hottest key nor the unevenness of a
/// hash over few keys is in it.
class Cluster {
public:
    /// "together" nodes hold one key and share its excess: 1 for a leader, the replicas where any of them answers.
    Cluster(double nodes, double together, int servers);

    /// How long a server is busy with one sub-request: the mean, and the shape around it.
    struct Service {
        double seconds = 0;
        ServiceKind kind = ServiceKind::Exponential;
        double spread = 0; ///< Lognormal
        double cv2() const { return kind == ServiceKind::Lognormal ? lognormalCv2(spread) : 1; }
    };

    /// rate of sub-requests 1/s, their service, and the share that goes to the nodes of a place beyond an even spread.
    void add(double rate, const Service& service, double excess, std::uint64_t place);

    double nodes() const { return m_nodes; }
    int servers() const { return m_servers; }
    double workSeconds() const { return m_even.work * m_nodes + m_hotWork; } ///< servers kept busy, in all nodes
    /// Of the busiest nodes that at least one in a hundred of such sub-requests meets.
    double busiestUtilisation(double excess, std::uint64_t place) const;
    /// Time of one sub-request of this service and excess, waiting included, when "copies" nodes do it at the same
    /// time and "answers" of them must have answered. The copies of a partition lie together: all of them are hot
    /// nodes, or none is; apart from that their times are independent.
    Tail sojourn(const Service& service, double excess, std::uint64_t place, int answers = 1, int copies = 1) const;

private:
    /// What arrives at one node.
    struct Load {
        double rate = 0, work = 0, squares = 0;
        void add(double more, const Service& service);
        Load operator+(const Load& other) const {
            return {rate + other.rate, work + other.work, squares + other.squares};
        }
    };
    struct Share {
        double share; ///< of the sub-requests
        Load load;    ///< of a node that they meet
    };
    NodeQueue queueOf(const Load& load) const;
    /// Position of a place among the hot ones; places share nodes when there are more places than nodes.
    std::size_t slotOf(std::uint64_t place) const;
    std::vector<Share> sharesOf(double excess, std::uint64_t place) const;

    double m_nodes;
    double m_together;
    int m_servers;
    Load m_even; ///< at every node
    double m_hotWork = 0;
    std::vector<std::uint64_t> m_places;
    std::vector<Load> m_hot; ///< on top, at a node of each slot
};

} // namespace shardscape::estimator
