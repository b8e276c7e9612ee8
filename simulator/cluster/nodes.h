// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "simulator/faults/node_faults.h"

namespace shardscape::simulator {

/// The requests that wait at a node, as the times at which they will start. A first-come-first-served node starts them
/// in that order, so the queue is a ring and needs no event to shrink. It takes 8 to 16 bytes for each request of the
/// longest queue there was; none where nobody ever waited, as at thousands of nodes of a managed service.
class WaitingRing {
public:
    /// How many still wait at `now`. Times must not fall between calls.
    std::uint64_t waiting(std::int64_t now) {
        while (m_head != m_tail && m_starts[m_head & m_mask] <= now)
            ++m_head;
        return m_tail - m_head;
    }
    void add(std::int64_t start) {
        if (m_tail - m_head == m_starts.size())
            grow();
        m_starts[m_tail++ & m_mask] = start;
    }

private:
    friend class Node;
    /// Makes room for a queue of so many, which are the last ones added.
    void reserve(std::uint64_t queue);
    void grow();
    std::vector<std::int64_t> m_starts; ///< a power of two of them, or none
    std::uint64_t m_mask = 0;           ///< their number less one
    std::uint64_t m_head = 0;
    std::uint64_t m_tail = 0;
};

/// One first-come-first-served node with c equal servers: the recursion of Kiefer and Wolfowitz. A request that arrives
/// at t starts at max(t, earliest free server); requests must be served in order of arrival. Times in ns.
class Node {
public:
    Node(std::uint32_t servers, double speed, std::unique_ptr<NodeFaults> faults = nullptr)
        : m_free(servers)
        , m_slowness(1 / speed)
        , m_unit(speed == 1)
        , m_faults(std::move(faults)) {}

    /// Serves one request and gives the time at which it is done.
    std::int64_t serve(std::int64_t now, std::int64_t service) {
        if (!m_unit)
            service = static_cast<std::int64_t>(static_cast<double>(service) * m_slowness + 0.5);
        const std::int64_t start = std::max(now, m_free.front());
        if (start > now)
            wait(now, start);
        const std::int64_t done = m_faults ? m_faults->finish(start, service) : start + service;
        replaceEarliest(done);
        m_scheduled += done - start;
        ++m_operations;
        return done;
    }
    /// Work that nobody asked for and that is no operation.
    void serveBackground(std::int64_t now, std::int64_t service) {
        serve(now, service);
        --m_operations;
    }
    /// Serves requests that follow each other; how long each one took goes to `sojourns`. The same as serve() for each.
    void serveAll(std::span<const std::int64_t> times, std::span<const std::int64_t> services,
                  std::span<std::int64_t> sojourns);
    /// The same for a node that goes down at times. Must not be asked while it is down.
    struct Served {
        std::int64_t at;
        bool lost; ///< the node went down at that time, with the request
    };
    Served serveUntilCrash(std::int64_t now, std::int64_t service);
    /// The request waits for its turn and is not served then.
    void waitInVain(std::int64_t now);
    /// When a request that arrives now would start.
    std::int64_t startOf(std::int64_t now) const { return std::max(now, m_free.front()); }
    /// Requests that wait or are served.
    std::uint64_t outstanding(std::int64_t now);
    /// Null when nothing happens to it.
    NodeFaults* faults() const { return m_faults.get(); }

    /// Whether a request that arrives now would find `limit` others waiting.
    bool full(std::int64_t now, std::uint32_t limit) { return m_free.front() > now && m_ring.waiting(now) >= limit; }
    void reject() { ++m_rejected; }

    /// Server time spent up to t by all requests that arrived until now, none of which arrived after t: what was
    /// scheduled less what lies beyond t. A server that is free only after t is busy from t on, because nobody waits
    /// beside an idle one.
    std::int64_t busyUntil(std::int64_t t) const;

    std::uint32_t servers() const { return static_cast<std::uint32_t>(m_free.size()); }
    std::uint64_t operations() const { return m_operations; }
    std::uint64_t rejected() const { return m_rejected; }
    std::uint64_t maxQueue() const { return m_maxQueue; }
    std::uint64_t takeWindowMaxQueue() { return std::exchange(m_windowMaxQueue, 0); }
    /// Forgets counts and the longest queue, not the state of the servers.
    void startMeasuring();

private:
    void wait(std::int64_t now, std::int64_t start) {
        const std::uint64_t waiting = m_ring.waiting(now) + 1;
        m_ring.add(start);
        m_maxQueue = std::max(m_maxQueue, waiting);
        m_windowMaxQueue = std::max(m_windowMaxQueue, waiting);
    }
    template <std::size_t Servers>
    void serveLine(std::span<const std::int64_t> times, std::span<const std::int64_t> services,
                   std::span<std::int64_t> sojourns);
    void noteQueue(std::int64_t now);
    static constexpr std::size_t kSortedServers = 24; ///< above, a heap is faster than a sorted array
    void replaceEarliest(std::int64_t done) {
        if (m_free.size() > kSortedServers)
            return replaceTop(done);
        std::size_t i = 0;
        for (; i + 1 < m_free.size() && m_free[i + 1] < done; ++i)
            m_free[i] = m_free[i + 1];
        m_free[i] = done;
    }
    void replaceTop(std::int64_t done);

    std::vector<std::int64_t> m_free; ///< when each server is free: ascending, or a heap with the earliest on top
    double m_slowness;
    bool m_unit;
    std::int64_t m_scheduled = 0;
    std::uint64_t m_operations = 0;
    std::uint64_t m_rejected = 0;
    std::uint64_t m_maxQueue = 0;
    std::uint64_t m_windowMaxQueue = 0;
    WaitingRing m_ring;
    std::unique_ptr<NodeFaults> m_faults; ///< null: none
    /// The outage that ends what is scheduled: servers that would work longer are free when it is over.
    std::int64_t m_crashNs = kNever;
};

} // namespace shardscape::simulator
