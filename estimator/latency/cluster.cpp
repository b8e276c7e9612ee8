// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/latency/cluster.h"

#include <algorithm>

namespace shardscape::estimator {

Cluster::Cluster(double nodes, double hot, int servers)
    : m_nodes(std::max(1.0, nodes))
    , m_hot(std::clamp(hot, 1.0, std::max(1.0, nodes)))
    , m_servers(std::max(1, servers)) {}

void Cluster::add(double rate, double seconds, double excess) {
    const double even = rate * (1 - excess) / m_nodes;
    const double hot = rate * excess / m_hot + even;
    const double square = 2 * seconds * seconds; // second moment of an exponential
    m_work += rate * seconds;
    m_hotRate += hot;
    m_hotWork += hot * seconds;
    m_hotSquares += hot * square;
    m_otherRate += even;
    m_otherWork += even * seconds;
    m_otherSquares += even * square;
}

double Cluster::meanUtilisation() const {
    return m_work / (m_nodes * m_servers);
}

NodeQueue Cluster::queueOf(double rate, double work, double squares) const {
    if (rate <= 0 || work <= 0)
        return NodeQueue(m_servers, 0, 0);
    const double meanService = work / rate;
    const double cv2 = squares / rate / (meanService * meanService) - 1;
    return NodeQueue(m_servers, rate, meanService, std::max(0.0, cv2));
}

Tail Cluster::sojourn(double seconds, double excess) const {
    const NodeQueue hot = queueOf(m_hotRate, m_hotWork, m_hotSquares);
    const NodeQueue other = queueOf(m_otherRate, m_otherWork, m_otherSquares);
    const double share = m_hot >= m_nodes ? 1 : std::min(1.0, excess + (1 - excess) * m_hot / m_nodes);
    return {[=](double t) {
                const double above = share * hot.sojournTail(t, seconds);
                return share < 1 ? above + (1 - share) * other.sojournTail(t, seconds) : above;
            },
            seconds};
}

} // namespace shardscape::estimator
