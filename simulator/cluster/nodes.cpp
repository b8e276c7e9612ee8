// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cluster/nodes.h"

namespace shardscape::simulator {

void WaitingRing::grow() {
    std::vector<std::int64_t> larger(m_starts.size() * 2);
    for (std::uint64_t i = m_head; i < m_tail; ++i)
        larger[i & (larger.size() - 1)] = m_starts[i & m_mask];
    m_starts.swap(larger);
    m_mask = m_starts.size() - 1;
}

std::int64_t Node::busyUntil(std::int64_t t) const {
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
