// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cluster/layout.h"

#include <algorithm>
#include <bit>

#include <xxhash.h>

#include "model/placement/hashes.h"
#include "simulator/traffic/keys.h"

namespace shardscape::simulator {

std::vector<NodeSpec> listNodes(const Scenario& scenario) {
    std::vector<NodeSpec> nodes;
    for (const NodeGroup& group : scenario.nodes)
        for (std::uint32_t i = 0; i < group.count; ++i)
            nodes.push_back({group.count == 1 ? group.name : group.name + std::to_string(i), group.name, group.region,
                             group.servers, group.speed});
    return nodes;
}

const Rebalancing* rebalancingOf(const Scenario& scenario, const std::string& table) {
    for (const Rebalancing& rebalance : scenario.rebalances)
        if (rebalance.table == table)
            return &rebalance;
    return nullptr;
}

std::vector<TableLayout> layOut(const Scenario& scenario) {
    std::vector<TableLayout> layouts;
    std::uint32_t first = 0;
    const std::vector<NodeSpec> nodes = listNodes(scenario);
    const auto among = [](const std::vector<std::string>& names, const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    for (const Table& table : scenario.tables) {
        std::vector<std::uint32_t> homes;
        std::vector<std::uint32_t> added; // nodes that hold nothing yet
        const Rebalancing* rebalance = rebalancingOf(scenario, table.name);
        for (std::uint32_t node = 0; node < nodes.size(); ++node) {
            if (!table.nodes.empty() && !among(table.nodes, nodes[node].group))
                continue;
            const bool later = rebalance != nullptr &&
                               (among(rebalance->add, nodes[node].name) || among(rebalance->add, nodes[node].group));
            (later ? added : homes).push_back(node);
        }
        const auto splits = static_cast<std::uint32_t>(table.splits.size());
        TableLayout layout{table.partitions + splits, table.replicas, first, table.router.kind == "range", {}};
        const std::uint64_t groups = std::max<std::uint64_t>(1, homes.size() / table.replicas);
        for (std::uint64_t p = 0; p < layout.partitions; ++p) {
            // One that a split makes begins at the next node in turn, whatever the placement.
            const std::uint64_t start = table.placement == NodePlacement::Groups ? p % groups * table.replicas
                                        : table.placement == NodePlacement::Contiguous && p < table.partitions
                                            ? p * homes.size() / table.partitions
                                            : p;
            for (std::uint32_t r = 0; r < table.replicas; ++r)
                layout.nodes.push_back(homes[(start + r) % homes.size()]);
        }
        if (rebalance != nullptr && rebalance->by == MoveBy::Keys) { // every node is a partition
            layout.partitions += static_cast<std::uint32_t>(added.size());
            layout.nodes.insert(layout.nodes.end(), added.begin(), added.end());
        }
        first += layout.partitions;
        layouts.push_back(std::move(layout));
    }
    return layouts;
}

KeySpaces::KeySpaces(const Scenario& scenario) {
    const auto note = [&](const KeySpec& keys) {
        auto at = std::find_if(m_spaces.begin(), m_spaces.end(), [&](const Space& s) { return s.name == keys.space; });
        if (at == m_spaces.end())
            at = m_spaces.insert(at, Space{keys.space, 0, false});
        at->span = std::max(at->span, keys.count);
        at->ordered = at->ordered || keys.order == KeyOrder::Ranked ||
                      (keys.kind == KeyKind::Latest && keys.order == KeyOrder::Natural);
    };
    for (const Stream& stream : scenario.streams) {
        note(stream.keys);
        for (const Step& step : stream.steps)
            if (step.keys)
                note(*step.keys);
    }
}

const KeySpaces::Space* KeySpaces::find(const std::string& space) const {
    const auto at = std::find_if(m_spaces.begin(), m_spaces.end(), [&](const Space& s) { return s.name == space; });
    return at == m_spaces.end() ? nullptr : &*at;
}
std::uint64_t KeySpaces::span(const std::string& space) const {
    const Space* found = find(space);
    return found == nullptr ? 1 : found->span;
}
bool KeySpaces::ordered(const std::string& space) const {
    const Space* found = find(space);
    return found != nullptr && found->ordered;
}

std::int64_t KeySpaces::keyOf(const std::string& space, std::uint64_t number) {
    constexpr std::uint64_t kOffsets = (1ULL << 46) - 1; // keys stay positive and far from overflow
    const std::uint64_t offset = space.empty() ? 0 : XXH64(space.data(), space.size(), 0) & kOffsets;
    return static_cast<std::int64_t>(offset + number);
}
std::uint64_t KeySpaces::identity(const KeySpec& keys, std::uint64_t number) {
    if (keys.keys.empty())
        return static_cast<std::uint64_t>(keyOf(keys.space, number));
    const std::string& name = keys.keys[number];
    return XXH64(name.data(), name.size(), static_cast<std::uint64_t>(keyOf(keys.space, 0)) + 1);
}
std::string KeySpaces::label(const KeySpec& keys, std::uint64_t number) {
    return keys.keys.empty() ? std::to_string(number) : keys.keys[number];
}

bool sameNumbering(const KeySpec& a, const KeySpec& b) {
    return a.space == b.space && a.keys == b.keys;
}

std::unique_ptr<const model::Placement> makeRouter(const Table& table, std::uint64_t span) {
    model::PlacementSpec spec;
    spec.kind = table.router.kind;
    spec.partitions = table.partitions;
    spec.virtualNodes = table.router.virtualNodes;
    spec.directory = table.router.directory;
    spec.splits = table.router.splits;
    spec.rangeSpan = span;
    return std::move(*model::makePlacement(spec)); // checkScenario has made one before
}

KeyRoute::KeyRoute(const Table& table, const TableLayout& layout, const KeySpec& keys, const KeySpaces& spaces,
                   std::unique_ptr<const model::Placement> placement)
    : m_placement(placement ? std::move(placement) : makeRouter(table, spaces.span(keys.space)))
    , m_first(layout.first)
    , m_partitions(table.partitions)
    , m_keys(keys)
    , m_range(layout.range)
    , m_scattered(!spaces.ordered(keys.space))
    , m_span(spaces.span(keys.space))
    , m_base(KeySpaces::keyOf(keys.space, 0))
    , m_permutation(static_cast<std::uint64_t>(m_base)) {
    const auto fill = [&](auto& homes, std::uint64_t count) {
        using Number = typename std::decay_t<decltype(homes)>::value_type;
        homes.resize(count);
        for (std::uint64_t i = 0; i < count; ++i)
            homes[i] = static_cast<Number>(resolve(m_firstWide + i));
    };
    if (keys.count > kTableKeys) {
        m_firstWide = keys.kind == KeyKind::Latest ? keys.count - kCountedKeys : 0;
        fill(m_wide, kCountedKeys);
    } else if (layout.first + layout.partitions <= 65536) {
        fill(m_narrow, keys.count);
    } else {
        fill(m_wide, keys.count);
    }
}

void KeyRoute::partitions(std::span<const std::uint64_t> keys, std::span<std::uint32_t> into) const {
    if (m_narrow.empty())
        std::transform(keys.begin(), keys.end(), into.begin(), [&](std::uint64_t key) { return partition(key); });
    else
        std::transform(keys.begin(), keys.end(), into.begin(), [&](std::uint64_t key) { return m_narrow[key]; });
}

std::uint32_t KeyRoute::resolve(std::uint64_t key) const {
    if (!m_keys.keys.empty())
        return m_first + m_placement->partitionOf(std::string_view(m_keys.keys[key]));
    if (!m_range)
        return m_first + m_placement->partitionOf(m_base + static_cast<std::int64_t>(key));
    const std::uint64_t position = m_scattered ? scatter(key, m_span, m_permutation) : key;
    return m_first + m_placement->partitionOf(static_cast<std::int64_t>(position));
}

std::uint64_t KeyRoute::within(std::uint64_t key) const {
    if (!m_range || !m_keys.keys.empty())
        return model::mix64(KeySpaces::identity(m_keys, key) ^ m_permutation);
    const std::uint64_t position = m_scattered ? scatter(key, m_span, m_permutation) : key;
    __extension__ using Wide = unsigned __int128;
    const Wide scaled = static_cast<Wide>(position) * m_partitions % m_span;
    return static_cast<std::uint64_t>((scaled << 64) / m_span);
}

std::uint64_t scatter(std::uint64_t value, std::uint64_t n, std::uint64_t seed) {
    const int half = std::max(1, (static_cast<int>(std::bit_width(n - 1)) + 1) / 2);
    const std::uint64_t mask = (1ULL << half) - 1;
    do {
        std::uint64_t left = value >> half;
        std::uint64_t right = value & mask;
        for (std::uint64_t round = 0; round < 4; ++round) {
            const std::uint64_t mixed = left ^ (model::mix64(right + model::mix64(seed + round)) & mask);
            left = right;
            right = mixed;
        }
        value = left << half | right;
    } while (value >= n);
    return value;
}

} // namespace shardscape::simulator
