// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "simulator/cluster/layout.h"
#include "simulator/traffic/keys.h"

namespace shardscape::simulator {

/// The partitions of keys that live in several (Spread). The first is the one that the key has anyway. Where keys are
/// hashed, a salted key's others are those of the key with "#1", "#2" … behind it, and may coincide as they may in a
/// cluster; in all other cases they lie the same distance apart around the partitions, as behind a prefix of salt.
class SpreadRoute {
public:
    /// Popularity decides which keys are spread; `home` is the route of the same keys.
    SpreadRoute(const Table& table, const TableLayout& layout, const KeySpec& keys, const KeySampler& popularity,
                const KeyRoute& home);

    Spread::Kind kind() const { return m_spread.kind; }
    bool spreads(std::uint64_t key) const {
        return m_all || (m_hot.empty() ? key - m_firstHot < m_hotKeys : m_hot.contains(key));
    }
    /// All partitions of a key that is spread, numbered through.
    void homes(std::uint64_t key, std::vector<std::uint32_t>& into) const;

private:
    const Spread& m_spread;
    const KeySpec& m_keys;
    const KeyRoute& m_home;
    std::uint32_t m_first;
    std::uint32_t m_partitions;
    std::unique_ptr<const model::Placement> m_placement; ///< for salted keys that are hashed
    bool m_all;
    std::uint64_t m_firstHot = 0;
    std::uint64_t m_hotKeys = 0;
    std::unordered_set<std::uint64_t> m_hot; ///< of samples, whose order is not that of popularity
};

/// The partitions of a table that are cut in two while the run goes on (Split). Which half of a partition a key is in
/// follows from the bits of KeyRoute::within(), one more bit for each time that its partition was cut before.
class PartitionSplits {
public:
    PartitionSplits(const Table& table, const TableLayout& layout);

    bool any() const { return !m_cuts.empty(); }
    /// Where a key lives at `now` whose partition was `home` at the start; both numbered through.
    std::uint32_t resolve(std::uint32_t home, std::uint64_t within, std::int64_t now) const {
        for (const Cut& cut : m_cuts)
            if (now >= cut.at && home == cut.from && (within >> (63 - cut.depth) & 1) != 0)
                home = cut.to;
        return home;
    }
    /// How many partitions the table has at `now`.
    std::uint32_t partitions(std::int64_t now) const;

private:
    struct Cut {
        std::int64_t at = 0;
        std::uint32_t from = 0;
        std::uint32_t to = 0;
        std::uint32_t depth = 0;
    };
    std::uint32_t m_atStart;
    std::vector<Cut> m_cuts;
};

} // namespace shardscape::simulator
