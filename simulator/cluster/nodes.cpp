// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cluster/nodes.h"

#include <array>

namespace shardscape::simulator {

void WaitingRing::grow() {
    std::vector<std::int64_t> larger(std::max<std::size_t>(16, m_starts.size() * 2));
    for (std::uint64_t i = m_head; i < m_tail; ++i)
        larger[i & (larger.size() - 1)] = m_starts[i & m_mask];
    m_starts.swap(larger);
    m_mask = m_starts.size() - 1;
}

void WaitingRing::reserve(std::uint64_t queue) {
    m_head = std::max(m_head, m_tail - queue);
    while (m_starts.size() < queue + 2)
        grow();
}

void Node::serveAll(std::span<const std::int64_t> times, std::span<const std::int64_t> services,
                    std::span<std::int64_t> sojourns) {
    if (!m_faults)
        switch (m_free.size()) {
        case 1: return serveLine<1>(times, services, sojourns);
        case 2: return serveLine<2>(times, services, sojourns);
        case 3: return serveLine<3>(times, services, sojourns);
        case 4: return serveLine<4>(times, services, sojourns);
        case 5: return serveLine<5>(times, services, sojourns);
        case 6: return serveLine<6>(times, services, sojourns);
        case 7: return serveLine<7>(times, services, sojourns);
        case 8: return serveLine<8>(times, services, sojourns);
        default: break;
        }
    for (std::size_t i = 0; i < times.size(); ++i)
        sojourns[i] = serve(times[i], services[i]) - times[i];
}

/// The state of the servers stays in registers. More than q requests wait exactly when the one that was q places
/// earlier in the queue has not started, so that the longest queue costs one comparison a request that is false all but
/// q times.
template <std::size_t Servers>
void Node::serveLine(std::span<const std::int64_t> times, std::span<const std::int64_t> services,
                     std::span<std::int64_t> sojourns) {
    std::array<std::int64_t, Servers> free;
    std::copy_n(m_free.begin(), Servers, free.begin());
    const bool unit = m_unit;
    const double slowness = m_slowness;
    while (m_ring.m_starts.size() < std::min(m_maxQueue, m_windowMaxQueue) + 2)
        m_ring.grow();
    std::int64_t* ring = m_ring.m_starts.data();
    std::uint64_t mask = m_ring.m_mask;
    std::uint64_t tail = m_ring.m_tail;
    std::uint64_t longest = std::min(m_maxQueue, m_windowMaxQueue);
    std::int64_t scheduled = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const std::int64_t now = times[i];
        std::int64_t service = services[i];
        if (!unit)
            service = static_cast<std::int64_t>(static_cast<double>(service) * slowness + 0.5);
        const std::int64_t start = std::max(now, free[0]);
        ring[tail & mask] = start;
        tail += start > now ? 1 : 0;
        if (ring[(tail - 1 - longest) & mask] > now) [[unlikely]] {
            m_ring.m_tail = tail;
            noteQueue(now);
            ring = m_ring.m_starts.data();
            mask = m_ring.m_mask;
            longest = std::min(m_maxQueue, m_windowMaxQueue);
        }
        const std::int64_t done = start + service;
        // Takes the earliest out and puts `done` in where it belongs.
        for (std::size_t s = 0; s + 1 < Servers; ++s)
            free[s] = std::min(s == 0 ? done : std::max(free[s], done), free[s + 1]);
        free[Servers - 1] = Servers == 1 ? done : std::max(free[Servers - 1], done);
        scheduled += service;
        sojourns[i] = done - now;
    }
    std::copy_n(free.begin(), Servers, m_free.begin());
    m_scheduled += scheduled;
    m_operations += times.size();
    m_ring.m_tail = tail;
    if (tail >= m_ring.m_starts.size()) // older ones may be written over
        m_ring.m_head = std::max(m_ring.m_head, tail + 1 - m_ring.m_starts.size());
}

void Node::noteQueue(std::int64_t now) {
    std::uint64_t waiting = std::min(m_maxQueue, m_windowMaxQueue);
    while (waiting < m_ring.m_tail && waiting < m_ring.m_starts.size() &&
           m_ring.m_starts[(m_ring.m_tail - 1 - waiting) & m_ring.m_mask] > now)
        ++waiting;
    m_maxQueue = std::max(m_maxQueue, waiting);
    m_windowMaxQueue = std::max(m_windowMaxQueue, waiting);
    m_ring.reserve(std::max(m_maxQueue, m_windowMaxQueue));
}

std::int64_t Node::busyUntil(std::int64_t t) const {
    if (m_scheduled == 0)
        return 0; // thousands of nodes of a managed service never see a request
    std::int64_t beyond = 0;
    for (std::int64_t free : m_free)
        beyond += std::max<std::int64_t>(0, std::min(free, m_crashNs) - t);
    return m_scheduled - beyond;
}

Node::Served Node::serveUntilCrash(std::int64_t now, std::int64_t service) {
    const Outage& outage = m_faults->outage(now);
    m_crashNs = outage.fromNs;
    if (!m_unit)
        service = static_cast<std::int64_t>(static_cast<double>(service) * m_slowness + 0.5);
    const std::int64_t start = startOf(now);
    if (start > now)
        wait(now, std::min(start, outage.fromNs));
    ++m_operations;
    if (start >= outage.fromNs)
        return {outage.fromNs, true};
    const std::int64_t done = m_faults->finish(start, service);
    const bool lost = done > outage.fromNs;
    m_scheduled += (lost ? outage.fromNs : done) - start;
    replaceEarliest(lost ? outage.toNs : done);
    return {lost ? outage.fromNs : done, lost};
}

void Node::waitInVain(std::int64_t now) {
    if (startOf(now) > now)
        wait(now, startOf(now));
}

std::uint64_t Node::outstanding(std::int64_t now) {
    std::uint64_t busy = 0;
    for (const std::int64_t free : m_free)
        busy += free > now ? 1 : 0;
    return busy + m_ring.waiting(now);
}

void Node::startMeasuring() {
    m_operations = 0;
    m_rejected = 0;
    m_maxQueue = 0;
}

void Node::replaceTop(std::int64_t done) {
    std::size_t i = 0;
    for (;;) {
        std::size_t child = 2 * i + 1;
        if (child >= m_free.size())
            break;
        if (child + 1 < m_free.size() && m_free[child + 1] < m_free[child])
            ++child;
        if (m_free[child] >= done)
            break;
        m_free[i] = m_free[child];
        i = child;
    }
    m_free[i] = done;
}

} // namespace shardscape::simulator
