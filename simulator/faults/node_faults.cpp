// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faults/node_faults.h"

#include <algorithm>
#include <cmath>

namespace shardscape::simulator {

namespace {

std::int64_t endNs(const During& when) {
    return when.toSeconds > 0 ? toNs(when.toSeconds) : kNever;
}

bool named(const std::vector<std::string>& nodes, const std::string& node, const std::string& group) {
    return std::any_of(nodes.begin(), nodes.end(),
                       [&](const std::string& name) { return name == node || name == group; });
}

Outage outageOf(const NodesDown& fault) {
    Outage outage;
    outage.fromNs = toNs(fault.when.fromSeconds);
    outage.toNs = endNs(fault.when);
    outage.failoverNs = toNs(fault.when.fromSeconds + fault.failoverSeconds);
    outage.clients = fault.clients;
    outage.movedRoundTripNs = static_cast<std::int64_t>(fault.movedRoundTripMs * 1e6 + 0.5);
    return outage;
}

/// Outages that overlap are one; it begins as the first of them does.
std::vector<Outage> apart(std::vector<Outage> outages) {
    std::stable_sort(outages.begin(), outages.end(),
                     [](const Outage& a, const Outage& b) { return a.fromNs < b.fromNs; });
    std::vector<Outage> result;
    for (const Outage& outage : outages)
        if (!result.empty() && outage.fromNs <= result.back().toNs)
            result.back().toNs = std::max(result.back().toNs, outage.toNs);
        else
            result.push_back(outage);
    result.emplace_back();
    return result;
}

} // namespace

ScheduledSpeed::ScheduledSpeed(const std::vector<SlowNodes>& faults) {
    std::vector<std::int64_t> edges;
    for (const SlowNodes& fault : faults) {
        edges.push_back(toNs(fault.when.fromSeconds));
        if (fault.when.toSeconds > 0)
            edges.push_back(endNs(fault.when));
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    for (const std::int64_t edge : edges) {
        double speed = 1;
        for (const SlowNodes& fault : faults)
            if (toNs(fault.when.fromSeconds) <= edge && edge < endNs(fault.when))
                speed *= fault.speed;
        m_pieces.push_back({edge, speed});
    }
}

double ScheduledSpeed::at(std::int64_t now) const {
    double speed = 1;
    for (const SpeedPiece& piece : m_pieces)
        if (piece.fromNs <= now)
            speed = piece.speed;
    return speed;
}

std::int64_t ScheduledSpeed::nextChange(std::int64_t now) const {
    for (const SpeedPiece& piece : m_pieces)
        if (piece.fromNs > now)
            return piece.fromNs;
    return kNever;
}

RandomStops::RandomStops(const Breakdowns& fault, std::uint64_t seed)
    : m_endNs(endNs(fault.when))
    , m_upNs(fault.everySeconds * kNsPerSecond)
    , m_repairNs(fault.repairSeconds * kNsPerSecond)
    , m_random(seed)
    , m_edges{toNs(fault.when.fromSeconds)} {
    m_edges.front() += static_cast<std::int64_t>(m_exponential(m_random) * m_upNs);
}

std::size_t RandomStops::index(std::int64_t now) {
    while (m_edges.back() <= now && m_edges.back() < m_endNs) {
        const double mean = m_edges.size() % 2 == 1 ? m_repairNs : m_upNs; // an odd number of edges ends with a stop
        m_edges.push_back(m_edges.back() + static_cast<std::int64_t>(m_exponential(m_random) * mean + 0.5));
    }
    return static_cast<std::size_t>(std::upper_bound(m_edges.begin(), m_edges.end(), now) - m_edges.begin());
}

bool RandomStops::stopped(std::int64_t now) {
    return now < m_endNs && index(now) % 2 == 1;
}

std::int64_t RandomStops::nextChange(std::int64_t now) {
    const std::size_t next = index(now);
    return now >= m_endNs ? kNever : std::min(m_endNs, next < m_edges.size() ? m_edges[next] : kNever);
}

std::unique_ptr<NodeFaults> NodeFaults::make(const Scenario& scenario, const std::string& node,
                                             const std::string& group, const std::string& region,
                                             std::uint32_t replication) {
    std::vector<SlowNodes> slow;
    std::vector<Outage> outages;
    std::vector<Breakdowns> breakdowns;
    for (const Fault& fault : scenario.faults) {
        if (const auto* s = std::get_if<SlowNodes>(&fault); s && named(s->nodes, node, group))
            slow.push_back(*s);
        if (const auto* b = std::get_if<Breakdowns>(&fault); b && named(b->nodes, node, group))
            breakdowns.push_back(*b);
        if (const auto* d = std::get_if<NodesDown>(&fault))
            if (named(d->nodes, node, group) || (!d->region.empty() && d->region == region))
                outages.push_back(outageOf(*d));
    }
    if (slow.empty() && outages.empty() && breakdowns.empty())
        return nullptr;
    std::unique_ptr<NodeFaults> faults(new NodeFaults(slow, apart(std::move(outages))));
    for (std::size_t i = 0; i < breakdowns.size(); ++i) {
        const std::uint64_t seed =
            streamSeed(scenario.seed, replication, node + "/" + std::to_string(i), Purpose::Breakdowns);
        if (breakdowns[i].whileServing)
            faults->m_servingStops.push_back({breakdowns[i], Random(seed)});
        else
            faults->m_stops.emplace_back(breakdowns[i], seed);
    }
    return faults;
}

double NodeFaults::speed(std::int64_t now) {
    for (RandomStops& stops : m_stops)
        if (stops.stopped(now))
            return 0;
    return m_scheduled.at(now);
}

std::int64_t NodeFaults::nextChange(std::int64_t now) {
    std::int64_t next = m_scheduled.nextChange(now);
    for (RandomStops& stops : m_stops)
        next = std::min(next, stops.nextChange(now));
    return next;
}

std::int64_t NodeFaults::repairsDuring(std::int64_t startNs, std::int64_t workNs) {
    double sum = 0;
    for (ServingStops& stops : m_servingStops) {
        if (startNs < toNs(stops.fault.when.fromSeconds) || startNs >= endNs(stops.fault.when))
            continue;
        const double every = stops.fault.everySeconds * kNsPerSecond;
        for (double at = m_exponential(stops.random) * every; at < static_cast<double>(workNs);
             at += m_exponential(stops.random) * every)
            sum += m_exponential(stops.random) * stops.fault.repairSeconds * kNsPerSecond;
    }
    return static_cast<std::int64_t>(std::min(sum, 1e18) + 0.5);
}

std::int64_t NodeFaults::finish(std::int64_t startNs, std::int64_t workNs) {
    constexpr double kVeryLate = 2e18;
    const std::int64_t repairs = repairsDuring(startNs, workNs);
    auto left = static_cast<double>(workNs);
    for (std::int64_t now = startNs;;) {
        const double rate = speed(now);
        const std::int64_t next = nextChange(now);
        const double needed = rate > 0 ? left / rate : kVeryLate;
        if (next == kNever || needed <= static_cast<double>(next - now))
            return now + repairs + static_cast<std::int64_t>(std::min(needed, kVeryLate) + 0.5);
        left -= static_cast<double>(next - now) * rate;
        now = next;
    }
}

} // namespace shardscape::simulator
