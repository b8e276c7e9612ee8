// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/latency/cluster.h"

#include <algorithm>
#include <cmath>

namespace shardscape::estimator {

Cluster::Cluster(double nodes, double together, int servers)
    : m_nodes(std::max(1.0, nodes))
    , m_together(std::clamp(together, 1.0, std::max(1.0, nodes)))
    , m_servers(std::max(1, servers)) {}

void Cluster::Load::add(double more, const Service& service) {
    rate += more;
    work += more * service.seconds;
    squares += more * (1 + service.cv2()) * service.seconds * service.seconds;
}

void Cluster::add(double rate, const Service& service, double excess, std::uint64_t place) {
    m_even.add(rate * (1 - excess) / m_nodes, service);
    if (excess <= 0)
        return;
    m_hotWork += rate * excess * service.seconds;
    if (std::find(m_places.begin(), m_places.end(), place) == m_places.end())
        m_places.push_back(place);
    const std::size_t slot = slotOf(place);
    if (m_hot.size() <= slot)
        m_hot.resize(slot + 1);
    m_hot[slot].add(rate * excess / m_together, service);
}

std::size_t Cluster::slotOf(std::uint64_t place) const {
    const auto slots = static_cast<std::size_t>(std::clamp(std::floor(m_nodes / m_together), 1.0, 1e6));
    const auto at = std::find(m_places.begin(), m_places.end(), place) - m_places.begin();
    return static_cast<std::size_t>(at) % slots;
}

NodeQueue Cluster::queueOf(const Load& load) const {
    if (load.rate <= 0 || load.work <= 0)
        return NodeQueue(m_servers, 0, 0);
    const double meanService = load.work / load.rate;
    const double cv2 = load.squares / load.rate / (meanService * meanService) - 1;
    return NodeQueue(m_servers, load.rate, meanService, std::max(0.0, cv2));
}

std::vector<Cluster::Share> Cluster::sharesOf(double excess, std::uint64_t place) const {
    std::vector<Share> shares;
    const bool known = std::find(m_places.begin(), m_places.end(), place) != m_places.end();
    const std::size_t own = known ? slotOf(place) : m_hot.size();
    double left = 1;
    for (std::size_t slot = 0; slot < m_hot.size(); ++slot) {
        const double share = (1 - excess) * m_together / m_nodes + (slot == own ? excess : 0);
        shares.push_back({std::min(share, left), m_even + m_hot[slot]});
        left -= shares.back().share;
    }
    // Less than a whole node left means that all nodes are hot ones.
    if (left > 1e-12)
        shares.push_back({left, m_even});
    return shares;
}

double Cluster::busiestUtilisation(double excess, std::uint64_t place) const {
    double busiest = 0;
    for (const Share& share : sharesOf(excess, place))
        if (share.share >= 0.01)
            busiest = std::max(busiest, queueOf(share.load).utilisation());
    return busiest;
}

Tail Cluster::sojourn(const Service& service, double excess, std::uint64_t place, int answers, int copies) const {
    std::vector<std::pair<double, Tail>> parts;
    for (const Share& share : sharesOf(excess, place)) {
        const NodeQueue queue = queueOf(share.load);
        const Tail one{[queue, service](double t) {
                           return service.kind == ServiceKind::Lognormal
                                      ? queue.lognormalSojournTail(t, service.seconds, service.spread)
                                      : queue.sojournTail(t, service.seconds);
                       },
                       service.seconds};
        parts.emplace_back(share.share, copies > 1 ? kthOf(one, answers, copies) : one);
    }
    return parts.size() == 1 ? parts.front().second : mixture(std::move(parts));
}

} // namespace shardscape::estimator
