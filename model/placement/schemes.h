// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/placement/placement.h"

namespace shardscape::model {

/// One kind: what help says about it and how it is made. An explicit table, because a self-registering object in a
/// static library is dropped by the linker.
struct PlacementKind {
    PlacementInfo info;
    Result<std::unique_ptr<const Placement>> (*make)(const PlacementSpec&);
};

/// hash-mod, range, consistent, jump, rendezvous, directory.
std::vector<PlacementKind> designKinds();
/// The engines' own, by family.
std::vector<PlacementKind> postgresqlKinds();
std::vector<PlacementKind> distributedSqlKinds();
std::vector<PlacementKind> clickhouseKinds();
std::vector<PlacementKind> keyedKinds();

template <class Scheme> Result<std::unique_ptr<const Placement>> makeScheme(const PlacementSpec& spec) {
    return std::make_unique<const Scheme>(spec);
}

/// The last slot of each master as redis-cli --cluster create deals them (redis-cli.c, in single precision).
std::vector<std::uint32_t> redisRuns(std::uint32_t slots, std::uint32_t masters);

/// floor(position / 2^64 * parts): the equal range of a 64-bit circle that holds the position.
inline std::uint32_t equalRange(std::uint64_t position, std::uint32_t parts) {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::uint32_t>((static_cast<Wide>(position) * parts) >> 64);
}
/// Maps signed order to unsigned order: -2^63 becomes 0.
inline std::uint64_t aboveMinimum(std::int64_t value) {
    return static_cast<std::uint64_t>(value) + (1ULL << 63);
}

} // namespace shardscape::model
