// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "simulator/scenario/data_layer.h"

namespace shardscape::simulator {

/// The keys of a cache with what leaves it when it is full, and with a time at which each entry expires, which a hit
/// does not put off. Open addressing with linear probing over a pool of entries; about 50 bytes for each key held, for
/// Lfu about 60 more for each key ever seen. Times in ns.
class KeyCache {
public:
    static constexpr std::int64_t kForever = INT64_MAX;

    explicit KeyCache(std::uint64_t capacity, Eviction eviction = Eviction::Lru);

    /// Asks for a key: as of when its value is, if it is there and not expired at `now`.
    std::optional<std::int64_t> lookup(std::uint64_t key, std::int64_t now);
    /// Puts a value in that was read at `asOf`; one already there is replaced.
    void insert(std::uint64_t key, std::int64_t asOf, std::int64_t expires = kForever);
    void erase(std::uint64_t key);
    void clear();
    std::uint64_t size() const { return m_size; }

private:
    static constexpr std::uint32_t kNone = UINT32_MAX;
    struct Entry {
        std::uint64_t key = 0;
        std::int64_t asOf = 0;
        std::int64_t expires = 0;
        std::uint32_t newer = kNone;
        std::uint32_t older = kNone;
        bool asked = false; ///< Clock: since it was looked at last
    };
    std::uint64_t slotOf(std::uint64_t key) const; ///< where the key is, or the free slot where it would go
    void unlink(std::uint32_t entry);
    void linkNewest(std::uint32_t entry);
    void touch(std::uint32_t entry);
    /// The key that makes room for another one.
    std::uint64_t victim();
    /// Lfu: whether a key that is not there has been asked for often enough to come in.
    bool admits(std::uint64_t key) const;
    void removeSlot(std::uint64_t slot);
    void growTable();

    std::uint64_t m_capacity;
    Eviction m_eviction;
    std::uint64_t m_size = 0;
    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_unused;
    std::vector<std::uint32_t> m_table;
    std::uint32_t m_newest = kNone;
    std::uint32_t m_oldest = kNone;
    std::unordered_map<std::uint64_t, std::uint64_t> m_asked;    ///< Lfu: of every key
    std::set<std::pair<std::uint64_t, std::uint64_t>> m_byAsked; ///< Lfu: times asked, key; of those held
};

} // namespace shardscape::simulator
