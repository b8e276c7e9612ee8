// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// What goes wrong, and when: known beforehand, as the results of a run are. Plain values; simulator/faults turns them
/// into what the kernel asks for.
namespace shardscape::simulator {

/// From a time until another one, in seconds from the start of the run. An end of 0 never comes.
struct During {
    double fromSeconds = 0;
    double toSeconds = 0;
    bool operator==(const During&) const = default;
};

/// Nodes work at another speed. 0 lets them stand still, as a long garbage collection does: nothing is lost, the work
/// goes on afterwards. Where several such faults meet, speeds multiply.
struct SlowNodes {
    During when;
    std::vector<std::string> nodes; ///< names of groups or of single nodes
    double speed = 0.1;             ///< times the usual one
    bool operator==(const SlowNodes&) const = default;
};

/// A cache loses its keys at a time: all, or so many of the most popular keys of each of its streams.
struct CacheFlush {
    std::string cache;
    double atSeconds = 0;
    std::uint64_t keys = 0; ///< 0: all
    bool operator==(const CacheFlush&) const = default;
};

/// In the order of names::faultKinds().
using Fault = std::variant<SlowNodes, CacheFlush>;

} // namespace shardscape::simulator
