// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace shardscape::simulator {

/// What happens later because of an outcome, in order of time and, at the same time, of being pushed. A 4-ary heap over
/// 16-byte keys; the payloads stay in a pool. Holds up to 2^28 items at once.
template <class Item> class FollowUpQueue {
public:
    bool empty() const { return m_heap.empty(); }
    std::int64_t nextTime() const { return m_heap.front().time; }

    void push(std::int64_t time, Item item) {
        std::uint32_t slot = 0;
        if (m_unused.empty()) {
            slot = static_cast<std::uint32_t>(m_pool.size());
            m_pool.push_back(std::move(item));
        } else {
            slot = m_unused.back();
            m_unused.pop_back();
            m_pool[slot] = std::move(item);
        }
        const Key key{time, m_pushed++ << kSlotBits | slot};
        std::size_t at = m_heap.size();
        m_heap.push_back(key);
        while (at > 0 && key < m_heap[(at - 1) / 4]) {
            m_heap[at] = m_heap[(at - 1) / 4];
            at = (at - 1) / 4;
        }
        m_heap[at] = key;
    }

    std::pair<std::int64_t, Item> pop() {
        const Key top = m_heap.front();
        const Key last = m_heap.back();
        m_heap.pop_back();
        if (!m_heap.empty())
            sink(last);
        const auto slot = static_cast<std::uint32_t>(top.order & ((1ULL << kSlotBits) - 1));
        m_unused.push_back(slot);
        return {top.time, std::move(m_pool[slot])};
    }

private:
    static constexpr int kSlotBits = 28; ///< leaves 2^36 pushes to keep apart
    struct Key {
        std::int64_t time;
        std::uint64_t order;
        bool operator<(const Key& other) const {
            return time < other.time || (time == other.time && order < other.order);
        }
    };
    void sink(Key key) {
        std::size_t at = 0;
        for (;;) {
            const std::size_t first = 4 * at + 1;
            if (first >= m_heap.size())
                break;
            const std::size_t end = first + 4 < m_heap.size() ? first + 4 : m_heap.size();
            std::size_t least = first;
            for (std::size_t child = first + 1; child < end; ++child)
                least = m_heap[child] < m_heap[least] ? child : least;
            if (!(m_heap[least] < key))
                break;
            m_heap[at] = m_heap[least];
            at = least;
        }
        m_heap[at] = key;
    }

    std::vector<Key> m_heap;
    std::vector<Item> m_pool;
    std::vector<std::uint32_t> m_unused;
    std::uint64_t m_pushed = 0;
};

} // namespace shardscape::simulator
