// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cluster/spread_route.h"

#include <algorithm>
#include <string>

namespace shardscape::simulator {

SpreadRoute::SpreadRoute(const Table& table, const TableLayout& layout, const KeySpec& keys,
                         const KeySampler& popularity, const KeyRoute& home)
    : m_spread(*table.spread)
    , m_keys(keys)
    , m_home(home)
    , m_first(layout.first)
    , m_partitions(table.partitions)
    , m_all(table.spread->keys == 0 || table.spread->keys >= popularity.count()) {
    if (m_spread.kind == Spread::Kind::Salted && table.router.kind != "range" && table.router.kind != "directory")
        m_placement = makeRouter(table, 1);
    if (m_all)
        return;
    if (keys.kind == KeyKind::Sample) {
        const std::vector<std::uint64_t> top = popularity.top(m_spread.keys);
        m_hot.insert(top.begin(), top.end());
    } else {
        std::tie(m_firstHot, m_hotKeys) = popularity.runOfTop(m_spread.keys);
    }
}

void SpreadRoute::homes(std::uint64_t key, std::vector<std::uint32_t>& into) const {
    const std::uint32_t home = m_home.partition(key);
    into.assign(1, home);
    for (std::uint32_t i = 1; i < m_spread.over; ++i) {
        const std::string salt = "#" + std::to_string(i);
        std::uint32_t partition = 0;
        if (m_placement == nullptr) {
            const std::uint64_t shift = std::uint64_t{i} * m_partitions / m_spread.over;
            partition = static_cast<std::uint32_t>((home - m_first + shift) % m_partitions);
        } else if (m_keys.keys.empty()) {
            partition = m_placement->partitionOf(KeySpaces::keyOf(m_keys.space + salt, key));
        } else {
            partition = m_placement->partitionOf(std::string_view(m_keys.keys[key] + salt));
        }
        into.push_back(m_first + partition);
    }
}

PartitionSplits::PartitionSplits(const Table& table, const TableLayout& layout)
    : m_atStart(table.partitions) {
    std::vector<std::uint32_t> depth(layout.partitions);
    for (std::uint32_t i = 0; i < table.splits.size(); ++i) {
        const Split& split = table.splits[i];
        const std::uint32_t to = table.partitions + i;
        m_cuts.push_back({static_cast<std::int64_t>(split.atSeconds * 1e9), layout.first + split.partition,
                          layout.first + to, depth[split.partition]});
        depth[to] = ++depth[split.partition];
    }
}

std::uint32_t PartitionSplits::partitions(std::int64_t now) const {
    return m_atStart + static_cast<std::uint32_t>(
                           std::count_if(m_cuts.begin(), m_cuts.end(), [&](const Cut& cut) { return now >= cut.at; }));
}

} // namespace shardscape::simulator
