// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cluster/lru_cache.h"

#include "model/placement/hashes.h"

namespace shardscape::simulator {

LruCache::LruCache(std::uint64_t capacity, std::int64_t ttlNs)
    : m_capacity(capacity)
    , m_ttl(ttlNs)
    , m_table(64, kNone) {}

std::uint64_t LruCache::slotOf(std::uint64_t key) const {
    const std::uint64_t mask = m_table.size() - 1;
    std::uint64_t slot = model::mix64(key) & mask;
    while (m_table[slot] != kNone && m_entries[m_table[slot]].key != key)
        slot = (slot + 1) & mask;
    return slot;
}

void LruCache::unlink(std::uint32_t entry) {
    const Entry& e = m_entries[entry];
    (e.newer == kNone ? m_newest : m_entries[e.newer].older) = e.older;
    (e.older == kNone ? m_oldest : m_entries[e.older].newer) = e.newer;
}

void LruCache::linkNewest(std::uint32_t entry) {
    m_entries[entry].newer = kNone;
    m_entries[entry].older = m_newest;
    (m_newest == kNone ? m_oldest : m_entries[m_newest].newer) = entry;
    m_newest = entry;
}

/// Frees an entry and closes the gap in its run of the table, so that no tombstones are needed.
void LruCache::removeSlot(std::uint64_t slot) {
    const std::uint64_t mask = m_table.size() - 1;
    const std::uint32_t entry = m_table[slot];
    unlink(entry);
    m_unused.push_back(entry);
    --m_size;
    std::uint64_t gap = slot;
    for (std::uint64_t next = (gap + 1) & mask; m_table[next] != kNone; next = (next + 1) & mask) {
        const std::uint64_t wanted = model::mix64(m_entries[m_table[next]].key) & mask;
        if (((next - wanted) & mask) >= ((next - gap) & mask)) {
            m_table[gap] = m_table[next];
            gap = next;
        }
    }
    m_table[gap] = kNone;
}

void LruCache::growTable() {
    m_table.assign(m_table.size() * 2, kNone);
    for (std::uint32_t entry = m_newest; entry != kNone; entry = m_entries[entry].older)
        m_table[slotOf(m_entries[entry].key)] = entry;
}

bool LruCache::lookup(std::uint64_t key, std::int64_t now) {
    const std::uint64_t slot = slotOf(key);
    const std::uint32_t entry = m_table[slot];
    if (entry == kNone)
        return false;
    if (m_ttl > 0 && now - m_entries[entry].filled >= m_ttl) {
        removeSlot(slot);
        return false;
    }
    unlink(entry);
    linkNewest(entry);
    return true;
}

void LruCache::insert(std::uint64_t key, std::int64_t now) {
    std::uint64_t slot = slotOf(key);
    if (m_table[slot] == kNone) {
        if (m_size == m_capacity)
            removeSlot(slotOf(m_entries[m_oldest].key));
        if ((m_size + 1) * 2 > m_table.size())
            growTable();
        slot = slotOf(key);
        if (m_unused.empty()) {
            m_unused.push_back(static_cast<std::uint32_t>(m_entries.size()));
            m_entries.emplace_back();
        }
        m_table[slot] = m_unused.back();
        m_unused.pop_back();
        m_entries[m_table[slot]].key = key;
        ++m_size;
    } else {
        unlink(m_table[slot]);
    }
    const std::uint32_t entry = m_table[slot];
    m_entries[entry].filled = now;
    linkNewest(entry);
}

void LruCache::erase(std::uint64_t key) {
    const std::uint64_t slot = slotOf(key);
    if (m_table[slot] != kNone)
        removeSlot(slot);
}

} // namespace shardscape::simulator
