// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/schemes.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <xxhash.h>

#include "model/placement/hashes.h"

namespace shardscape::model {

namespace {

using Made = Result<std::unique_ptr<const Placement>>;

/// Schemes that need nothing but a well-mixed 64-bit hash of the key.
class Hashed : public Placement {
public:
    using Placement::Placement;
    Place place(std::string_view key) const override { return at(keyHash(key)); }
    Place place(std::int64_t key) const override { return at(keyHash(key)); }

protected:
    virtual std::uint32_t bucket(std::uint64_t hash) const = 0;

private:
    Place at(std::uint64_t hash) const { return {hash, bucket(hash)}; }
};

class HashMod final : public Hashed {
public:
    explicit HashMod(const PlacementSpec& spec)
        : Hashed(spec.partitions) {}

private:
    std::uint32_t bucket(std::uint64_t hash) const override { return static_cast<std::uint32_t>(hash % partitions()); }
};

class Jump final : public Hashed {
public:
    explicit Jump(const PlacementSpec& spec)
        : Hashed(spec.partitions) {}

private:
    std::uint32_t bucket(std::uint64_t hash) const override { return jumpHash(hash, partitions()); }
};

std::uint32_t nameOf(const PlacementSpec& spec, std::uint32_t partition) {
    return spec.owners.empty() ? partition : spec.owners[partition];
}

/// Highest random weight (Thaler and Ravishankar 1998).
class Rendezvous final : public Hashed {
public:
    explicit Rendezvous(const PlacementSpec& spec)
        : Hashed(spec.partitions) {
        for (std::uint32_t i = 0; i < spec.partitions; ++i) {
            const std::uint64_t name = nameOf(spec, i);
            m_names.push_back(XXH64(&name, sizeof name, 0));
        }
    }

private:
    std::uint32_t bucket(std::uint64_t hash) const override {
        std::uint32_t best = 0;
        std::uint64_t highest = 0;
        for (std::uint32_t i = 0; i < m_names.size(); ++i) {
            const std::uint64_t weight = mix64(hash ^ m_names[i]);
            if (weight > highest) {
                highest = weight;
                best = i;
            }
        }
        return best;
    }
    std::vector<std::uint64_t> m_names;
};

/// Consistent hashing (Karger et al. 1997): a key belongs to the first point at or after it on the circle.
class Ring final : public Hashed {
public:
    explicit Ring(const PlacementSpec& spec)
        : Hashed(spec.partitions) {
        m_points.reserve(std::size_t{spec.partitions} * spec.virtualNodes);
        for (std::uint32_t owner = 0; owner < spec.partitions; ++owner)
            for (std::uint32_t point = 0; point < spec.virtualNodes; ++point) {
                const std::array<std::uint32_t, 2> name{nameOf(spec, owner), point};
                m_points.push_back({XXH64(name.data(), sizeof name, 0), owner});
            }
        std::sort(m_points.begin(), m_points.end());
    }

private:
    std::uint32_t bucket(std::uint64_t hash) const override {
        const auto at = std::lower_bound(m_points.begin(), m_points.end(), std::pair{hash, std::uint32_t{0}});
        return at == m_points.end() ? m_points.front().second : at->second;
    }
    std::vector<std::pair<std::uint64_t, std::uint32_t>> m_points;
};

class Range final : public Placement {
public:
    explicit Range(const PlacementSpec& spec)
        : Placement(spec.partitions)
        , m_low(spec.rangeLow)
        , m_span(spec.rangeSpan)
        , m_splits(spec.splits) {}

    Place place(std::string_view key) const override {
        if (!m_splits.empty()) {
            const auto above = std::upper_bound(m_splits.begin(), m_splits.end(), key);
            return {0, static_cast<std::uint32_t>(above - m_splits.begin())};
        }
        std::uint64_t prefix = 0;
        for (std::size_t i = 0; i < 8; ++i)
            prefix = prefix << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
        return {0, equalRange(prefix, partitions())};
    }
    Place place(std::int64_t key) const override {
        if (key < m_low)
            return {0, 0};
        const std::uint64_t offset = static_cast<std::uint64_t>(key) - static_cast<std::uint64_t>(m_low);
        if (offset >= m_span)
            return {0, partitions() - 1};
        __extension__ using Wide = unsigned __int128;
        return {0, static_cast<std::uint32_t>(static_cast<Wide>(offset) * partitions() / m_span)};
    }

private:
    std::int64_t m_low;
    std::uint64_t m_span;
    std::vector<std::string> m_splits;
};

class Directory final : public Placement {
public:
    explicit Directory(const PlacementSpec& spec)
        : Placement(spec.partitions) {
        for (const auto& [key, partition] : spec.directory)
            m_homes.emplace(key, partition);
    }
    Place place(std::string_view key) const override { return find(std::string(key), keyHash(key)); }
    Place place(std::int64_t key) const override { return find(std::to_string(key), keyHash(key)); }

private:
    Place find(const std::string& key, std::uint64_t hash) const {
        const auto home = m_homes.find(key);
        return {hash, home == m_homes.end() ? static_cast<std::uint32_t>(hash % partitions()) : home->second};
    }
    std::unordered_map<std::string, std::uint32_t> m_homes;
};

Result<void> checkOwners(const PlacementSpec& spec) {
    if (spec.owners.empty() || spec.owners.size() == spec.partitions)
        return {};
    return fail(ErrorCode::Invalid, "there are " + std::to_string(spec.owners.size()) + " numbers for " +
                                        std::to_string(spec.partitions) + " partitions");
}

Made makeRendezvous(const PlacementSpec& spec) {
    if (const auto checked = checkOwners(spec); !checked)
        return fail(checked.error());
    return std::make_unique<const Rendezvous>(spec);
}

Made makeRing(const PlacementSpec& spec) {
    if (const auto checked = checkOwners(spec); !checked)
        return fail(checked.error());
    if (spec.virtualNodes < 1 || spec.virtualNodes > 65536)
        return fail(ErrorCode::Invalid, "consistent hashing takes 1 to 65536 virtual nodes for each partition");
    if (std::uint64_t{spec.partitions} * spec.virtualNodes > (1ULL << 24))
        return fail(ErrorCode::Invalid, "the ring would have more than 16777216 points", "use fewer virtual nodes");
    return std::make_unique<const Ring>(spec);
}

Made makeRange(const PlacementSpec& spec) {
    if (spec.rangeSpan == 0)
        return fail(ErrorCode::Invalid, "range placement needs a span of at least one key");
    if (!spec.splits.empty() && spec.splits.size() + 1 != spec.partitions)
        return fail(ErrorCode::Invalid, "range placement over " + std::to_string(spec.partitions) +
                                            " partitions takes " + std::to_string(spec.partitions - 1) +
                                            " split keys, not " + std::to_string(spec.splits.size()));
    if (std::adjacent_find(spec.splits.begin(), spec.splits.end(), std::greater_equal<>()) != spec.splits.end())
        return fail(ErrorCode::Invalid, "the split keys of range placement must ascend");
    return std::make_unique<const Range>(spec);
}

Made makeDirectory(const PlacementSpec& spec) {
    for (const auto& [key, partition] : spec.directory)
        if (partition >= spec.partitions)
            return fail(ErrorCode::Invalid, "the directory sends key \"" + key + "\" to partition " +
                                                std::to_string(partition) + ", but there are only " +
                                                std::to_string(spec.partitions));
    return std::make_unique<const Directory>(spec);
}

} // namespace

std::vector<PlacementKind> designKinds() {
    constexpr auto kDesign = PlacementFidelity::Design;
    return {
        {{"hash-mod", kDesign, "hash of the key modulo the number of partitions", ""}, makeScheme<HashMod>},
        {{"range", kDesign, "contiguous ranges of the sorted keys", ""}, makeRange},
        {{"consistent", kDesign, "ring with virtual nodes: the first point after the key's hash", ""}, makeRing},
        {{"jump", kDesign, "jump consistent hash: even, for partitions numbered from 0", "arXiv 1406.2294"},
         makeScheme<Jump>},
        {{"rendezvous", kDesign, "highest random weight of key and partition", ""}, makeRendezvous},
        {{"directory", kDesign, "a lookup table of keys, all others by hash-mod", ""}, makeDirectory},
    };
}

} // namespace shardscape::model
