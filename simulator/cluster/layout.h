// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/placement/placement.h"
#include "simulator/scenario/scenario.h"

namespace shardscape::simulator {

/// One node by itself, groups taken apart. Nodes of a group of several are named "name0", "name1" …
struct NodeSpec {
    std::string name;
    std::string group;
    std::string region;
    std::uint32_t servers = 1;
    double speed = 1;
};
std::vector<NodeSpec> listNodes(const Scenario& scenario);

/// Where a table's partitions live. Partitions of all tables are numbered through: a table's begin at `first`.
struct TableLayout {
    std::uint32_t partitions = 1; ///< those that splits will make included
    std::uint32_t replicas = 1;
    std::uint32_t first = 0;
    bool range = false;               ///< routed by the order of keys
    std::vector<std::uint32_t> nodes; ///< [partition * replicas + replica]
};
std::vector<TableLayout> layOut(const Scenario& scenario);
/// The rebalancing of a table, or null.
const Rebalancing* rebalancingOf(const Scenario& scenario, const std::string& table);

/// The router of a table, whose integer keys lie in [0, span) where their order decides. The table is checked before.
std::unique_ptr<const model::Placement> makeRouter(const Table& table, std::uint64_t span);

/// Key spaces as the streams of a scenario use them: what a key number means.
class KeySpaces {
public:
    explicit KeySpaces(const Scenario& scenario);
    /// The integer that an engine hashes for key `number` of a space: number + an offset of the space's name (0 for
    /// "").
    static std::int64_t keyOf(const std::string& space, std::uint64_t number);
    /// What a cache or a list of hot keys calls the key: keyOf, or a hash of its name.
    static std::uint64_t identity(const KeySpec& keys, std::uint64_t number);
    /// The name by which reports show the key.
    static std::string label(const KeySpec& keys, std::uint64_t number);
    /// Number of keys of a space, over all streams.
    std::uint64_t span(const std::string& space) const;
    /// Whether key numbers are also the order of keys: some stream of the space is "latest" or "ranked".
    bool ordered(const std::string& space) const;

private:
    struct Space {
        std::string name;
        std::uint64_t span = 0;
        bool ordered = false;
    };
    const Space* find(const std::string& space) const;
    std::vector<Space> m_spaces;
};

/// Whether equal numbers mean the same key in both.
bool sameNumbering(const KeySpec& a, const KeySpec& b);

/// The partition of every key of a KeySpec in one table, numbered through. Spaces of up to kTableKeys keys are resolved
/// once. Of larger ones, the kCountedKeys most popular keys are; the others are routed at every request.
class KeyRoute {
public:
    /// By the table's router, or by another placement of its partitions.
    KeyRoute(const Table& table, const TableLayout& layout, const KeySpec& keys, const KeySpaces& spaces,
             std::unique_ptr<const model::Placement> placement = nullptr);
    std::uint32_t partition(std::uint64_t key) const {
        if (!m_narrow.empty())
            return m_narrow[key];
        return key - m_firstWide < m_wide.size() ? m_wide[key - m_firstWide] : resolve(key);
    }
    void partitions(std::span<const std::uint64_t> keys, std::span<std::uint32_t> into) const;
    /// Where in its partition a key lies, as a binary fraction of 64 bits: by the order of numbered keys where that
    /// decides about partitions, else by a hash.
    std::uint64_t within(std::uint64_t key) const;

private:
    std::uint32_t resolve(std::uint64_t key) const;

    std::unique_ptr<const model::Placement> m_placement;
    std::uint32_t m_first;
    std::uint32_t m_partitions;
    const KeySpec& m_keys;
    bool m_range;
    bool m_scattered;
    std::uint64_t m_span;
    std::int64_t m_base;
    std::uint64_t m_permutation;         ///< seed
    std::vector<std::uint16_t> m_narrow; ///< while partitions of all tables can be numbered in 16 bits
    std::vector<std::uint32_t> m_wide;   ///< otherwise, from key m_firstWide on
    std::uint64_t m_firstWide = 0;
};

/// A bijection of [0, n) that has nothing to do with order: a Feistel network over the next even power of two, walked
/// until it falls inside.
std::uint64_t scatter(std::uint64_t value, std::uint64_t n, std::uint64_t seed);

} // namespace shardscape::simulator
