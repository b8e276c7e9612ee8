// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cluster/key_cache.h"

#include "model/placement/hashes.h"

namespace shardscape::simulator {

KeyCache::KeyCache(std::uint64_t capacity, Eviction eviction)
    : m_capacity(capacity)
    , m_eviction(eviction)
    , m_table(64, kNone) {}

std::uint64_t KeyCache::slotOf(std::uint64_t key) const {
    const std::uint64_t mask = m_table.size() - 1;
    std::uint64_t slot = model::mix64(key) & mask;
    while (m_table[slot] != kNone && m_entries[m_table[slot]].key != key)
        slot = (slot + 1) & mask;
    return slot;
}

void KeyCache::unlink(std::uint32_t entry) {
    const Entry& e = m_entries[entry];
    (e.newer == kNone ? m_newest : m_entries[e.newer].older) = e.older;
    (e.older == kNone ? m_oldest : m_entries[e.older].newer) = e.newer;
}

void KeyCache::linkNewest(std::uint32_t entry) {
    m_entries[entry].newer = kNone;
    m_entries[entry].older = m_newest;
    (m_newest == kNone ? m_oldest : m_entries[m_newest].newer) = entry;
    m_newest = entry;
}

void KeyCache::touch(std::uint32_t entry) {
    if (m_eviction == Eviction::Lru) {
        unlink(entry);
        linkNewest(entry);
    }
    m_entries[entry].asked = true;
}

std::uint64_t KeyCache::victim() {
    if (m_eviction == Eviction::Lfu)
        return m_byAsked.begin()->second;
    while (m_eviction == Eviction::Clock && m_entries[m_oldest].asked) {
        const std::uint32_t spared = m_oldest;
        m_entries[spared].asked = false;
        unlink(spared);
        linkNewest(spared);
    }
    return m_entries[m_oldest].key;
}

bool KeyCache::admits(std::uint64_t key) const {
    if (m_eviction != Eviction::Lfu || m_size < m_capacity)
        return true;
    const auto found = m_asked.find(key);
    return found != m_asked.end() && found->second > m_byAsked.begin()->first;
}

/// Frees an entry and closes the gap in its run of the table, so that no tombstones are needed.
void KeyCache::removeSlot(std::uint64_t slot) {
    const std::uint64_t mask = m_table.size() - 1;
    const std::uint32_t entry = m_table[slot];
    unlink(entry);
    if (m_eviction == Eviction::Lfu)
        m_byAsked.erase({m_asked[m_entries[entry].key], m_entries[entry].key});
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

void KeyCache::growTable() {
    m_table.assign(m_table.size() * 2, kNone);
    for (std::uint32_t entry = m_newest; entry != kNone; entry = m_entries[entry].older)
        m_table[slotOf(m_entries[entry].key)] = entry;
}

std::optional<std::int64_t> KeyCache::lookup(std::uint64_t key, std::int64_t now) {
    const std::uint64_t slot = slotOf(key);
    const std::uint32_t entry = m_table[slot];
    if (m_eviction == Eviction::Lfu) {
        const std::uint64_t times = m_asked[key]++;
        if (entry != kNone) {
            m_byAsked.erase({times, key});
            m_byAsked.insert({times + 1, key});
        }
    }
    if (entry == kNone)
        return std::nullopt;
    if (now >= m_entries[entry].expires) {
        removeSlot(slot);
        return std::nullopt;
    }
    touch(entry);
    return m_entries[entry].asOf;
}

void KeyCache::insert(std::uint64_t key, std::int64_t asOf, std::int64_t expires) {
    std::uint64_t slot = slotOf(key);
    const bool fresh = m_table[slot] == kNone;
    if (fresh) {
        if (!admits(key))
            return;
        if (m_size == m_capacity)
            removeSlot(slotOf(victim()));
        if ((m_size + 1) * 2 > m_table.size())
            growTable();
        slot = slotOf(key);
        if (m_unused.empty()) {
            m_unused.push_back(static_cast<std::uint32_t>(m_entries.size()));
            m_entries.emplace_back();
        }
        m_table[slot] = m_unused.back();
        m_unused.pop_back();
        m_entries[m_table[slot]] = {key, asOf, expires, kNone, kNone, false};
        linkNewest(m_table[slot]);
        ++m_size;
        if (m_eviction == Eviction::Lfu)
            m_byAsked.insert({m_asked[key], key});
        return;
    }
    Entry& entry = m_entries[m_table[slot]];
    entry.asOf = asOf;
    entry.expires = expires;
    if (m_eviction == Eviction::Lru)
        touch(m_table[slot]);
}

void KeyCache::erase(std::uint64_t key) {
    const std::uint64_t slot = slotOf(key);
    if (m_table[slot] != kNone)
        removeSlot(slot);
}

void KeyCache::clear() {
    m_size = 0;
    m_entries.clear();
    m_unused.clear();
    m_table.assign(64, kNone);
    m_newest = m_oldest = kNone;
    m_byAsked.clear();
}

} // namespace shardscape::simulator
