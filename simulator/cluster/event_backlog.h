// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>
#include <utility>

namespace shardscape::simulator {

/// The events of one queue that wait, first in, first out, and the consumers that are free. Whoever takes an event has
/// a consumer busy until it is released.
template <class Item> class EventBacklog {
public:
    EventBacklog(std::uint32_t consumers, std::uint64_t limit)
        : m_free(consumers)
        , m_limit(limit) {}

    bool full() const { return m_limit > 0 && m_waiting.size() >= m_limit; }
    void add(Item item) {
        m_waiting.push_back(std::move(item));
        if (m_free == 0) {
            m_most = std::max<std::uint64_t>(m_most, m_waiting.size());
            m_windowMost = std::max<std::uint64_t>(m_windowMost, m_waiting.size());
        }
    }
    /// The next event, when one waits and a consumer is free.
    std::optional<Item> take() {
        if (m_free == 0 || m_waiting.empty())
            return std::nullopt;
        --m_free;
        Item item = std::move(m_waiting.front());
        m_waiting.pop_front();
        return item;
    }
    void release() { ++m_free; }

    std::uint64_t depth() const { return m_waiting.size(); }
    std::uint64_t most() const { return m_most; }
    std::uint64_t takeWindowMost() { return std::exchange(m_windowMost, m_waiting.size()); }
    /// Forgets the deepest, not what waits.
    void startMeasuring() { m_most = m_waiting.size(); }

private:
    std::uint32_t m_free;
    std::uint64_t m_limit;
    std::deque<Item> m_waiting;
    std::uint64_t m_most = 0;
    std::uint64_t m_windowMost = 0;
};

} // namespace shardscape::simulator
