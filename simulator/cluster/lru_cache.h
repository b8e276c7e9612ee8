// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace shardscape::simulator {

/// The keys of a cache: least recently used out first, with an optional time to live that a hit does not prolong.
/// Open addressing with linear probing over a pool of entries; about 40 bytes for each key held.
class LruCache {
public:
    /// ttlNs 0: no expiry.
    LruCache(std::uint64_t capacity, std::int64_t ttlNs);

    /// Whether the key is there and fresh at `now`; makes it the most recently used one.
    bool lookup(std::uint64_t key, std::int64_t now);
    /// Puts the key in as the most recently used one, filled at `now`.
    void insert(std::uint64_t key, std::int64_t now);
    void erase(std::uint64_t key);
    std::uint64_t size() const { return m_size; }

private:
    static constexpr std::uint32_t kNone = UINT32_MAX;
    struct Entry {
        std::uint64_t key = 0;
        std::int64_t filled = 0;
        std::uint32_t newer = kNone;
        std::uint32_t older = kNone;
    };
    std::uint64_t slotOf(std::uint64_t key) const; ///< where the key is, or the free slot where it would go
    void unlink(std::uint32_t entry);
    void linkNewest(std::uint32_t entry);
    void removeSlot(std::uint64_t slot);
    void growTable();

    std::uint64_t m_capacity;
    std::int64_t m_ttl;
    std::uint64_t m_size = 0;
    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_unused;
    std::vector<std::uint32_t> m_table;
    std::uint32_t m_newest = kNone;
    std::uint32_t m_oldest = kNone;
};

} // namespace shardscape::simulator
