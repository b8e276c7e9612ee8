// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/defences/balancer.h"

#include <algorithm>

namespace shardscape::simulator {

namespace {

/// Outstanding requests for each server.
double load(Node& node, std::int64_t now) {
    return static_cast<double>(node.outstanding(now)) / node.servers();
}

} // namespace

std::size_t Balancer::choose(Balance kind, std::int64_t now, std::span<const std::uint32_t> candidates,
                             std::vector<Node>& nodes, Random& random) {
    const std::size_t n = candidates.size();
    if (n == 1)
        return 0;
    switch (kind) {
    case Balance::AsAsked: return 0;
    case Balance::Random: return random.below(n);
    case Balance::RoundRobin: return m_turn++ % n;
    case Balance::LeastLoaded: return leastLoaded(now, candidates, nodes, random);
    case Balance::TwoChoices: {
        const std::size_t one = random.below(n);
        std::size_t other = random.below(n - 1);
        other += other >= one ? 1 : 0;
        return load(nodes[candidates[other]], now) < load(nodes[candidates[one]], now) ? other : one;
    }
    case Balance::Adaptive: return byLatency(candidates, random);
    }
    return 0;
}

std::size_t Balancer::leastLoaded(std::int64_t now, std::span<const std::uint32_t> candidates, std::vector<Node>& nodes,
                                  Random& random) const {
    const std::size_t n = candidates.size();
    std::size_t best = 0;
    double least = 0;
    std::uint64_t alike = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const double one = load(nodes[candidates[i]], now);
        if (i == 0 || one < least) {
            least = one;
            best = i;
            alike = 1;
        } else if (one == least && random.below(++alike) == 0) {
            best = i; // each of those alike with the same probability
        }
    }
    return best;
}

std::size_t Balancer::byLatency(std::span<const std::uint32_t> candidates, Random& random) {
    double best = 0;
    for (const std::uint32_t node : candidates)
        if (node < m_latencyNs.size() && m_latencyNs[node] > 0)
            best = best == 0 ? m_latencyNs[node] : std::min(best, m_latencyNs[node]);
    m_weights.clear();
    double sum = 0;
    for (const std::uint32_t node : candidates) {
        const bool known = node < m_latencyNs.size() && m_latencyNs[node] > 0;
        sum += known ? best / m_latencyNs[node] : 1; // a stranger may be as good as the best
        m_weights.push_back(sum);
    }
    const double drawn = random.unit() * sum;
    const auto at = std::upper_bound(m_weights.begin(), m_weights.end(), drawn);
    return std::min<std::size_t>(candidates.size() - 1, static_cast<std::size_t>(at - m_weights.begin()));
}

void Balancer::tell(std::uint32_t node, std::int64_t tookNs) {
    constexpr double kWeightOfNew = 0.05;
    if (node >= m_latencyNs.size())
        m_latencyNs.resize(node + 1);
    const double took = static_cast<double>(std::max<std::int64_t>(1, tookNs));
    double& average = m_latencyNs[node];
    average = average == 0 ? took : average + kWeightOfNew * (took - average);
}

} // namespace shardscape::simulator
