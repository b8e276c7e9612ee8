// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

/// The words of scenario files, each list in the order of its enumeration.
namespace shardscape::simulator::names {

inline const std::vector<std::string_view>& placements() {
    static const std::vector<std::string_view> kNames = {"round-robin", "contiguous", "groups"};
    return kNames;
}
inline const std::vector<std::string_view>& keyKinds() {
    static const std::vector<std::string_view> kNames = {"uniform", "zipf", "hotset", "latest", "powerlaw", "sample"};
    return kNames;
}
inline const std::vector<std::string_view>& keyOrders() {
    static const std::vector<std::string_view> kNames = {"natural", "scattered", "ranked"};
    return kNames;
}
inline const std::vector<std::string_view>& serviceKinds() {
    static const std::vector<std::string_view> kNames = {"deterministic", "exponential", "lognormal", "empirical"};
    return kNames;
}
inline const std::vector<std::string_view>& streamKinds() {
    static const std::vector<std::string_view> kNames = {"read", "write"};
    return kNames;
}
inline const std::vector<std::string_view>& askFrom() {
    static const std::vector<std::string_view> kNames = {"any", "first", "followers"};
    return kNames;
}
inline const std::vector<std::string_view>& arrivals() {
    static const std::vector<std::string_view> kNames = {"poisson", "deterministic", "profile"};
    return kNames;
}
inline const std::vector<std::string_view>& evictions() {
    static const std::vector<std::string_view> kNames = {"lru", "fifo", "clock", "lfu"};
    return kNames;
}
inline const std::vector<std::string_view>& onWrite() {
    static const std::vector<std::string_view> kNames = {"remove", "keep", "fill"};
    return kNames;
}
inline const std::vector<std::string_view>& spreadKinds() {
    static const std::vector<std::string_view> kNames = {"salted", "copied"};
    return kNames;
}
inline const std::vector<std::string_view>& fanOutKinds() {
    static const std::vector<std::string_view> kNames = {"fixed", "geometric", "powerlaw"};
    return kNames;
}
inline const std::vector<std::string_view>& deliveries() {
    static const std::vector<std::string_view> kNames = {"at-least-once", "at-most-once"};
    return kNames;
}
inline const std::vector<std::string_view>& whenDown() {
    static const std::vector<std::string_view> kNames = {"refused", "silent", "wait"};
    return kNames;
}
inline const std::vector<std::string_view>& moveBy() {
    static const std::vector<std::string_view> kNames = {"partitions", "keys"};
    return kNames;
}
/// In the order of the alternatives of Fault.
inline const std::vector<std::string_view>& faultKinds() {
    static const std::vector<std::string_view> kNames = {"slow",
                                                         "down",
                                                         "breakdowns",
                                                         "dependency",
                                                         "surge",
                                                         "setting",
                                                         "cache-flush",
                                                         "partial-writes",
                                                         "lost-events",
                                                         "duplicate-events",
                                                         "consumer-crashes",
                                                         "wrong-partition-count"};
    return kNames;
}
inline const std::vector<std::string_view>& balances() {
    static const std::vector<std::string_view> kNames = {"as-asked",     "random",      "round-robin",
                                                         "least-loaded", "two-choices", "adaptive"};
    return kNames;
}
inline const std::vector<std::string_view>& causes() {
    static const std::vector<std::string_view> kNames = {"refused",      "timed_out",    "down",    "dependency",
                                                         "breaker_open", "rate_limited", "crowded", "misrouted"};
    return kNames;
}
inline const std::vector<std::string_view>& warmupEnds() {
    static const std::vector<std::string_view> kNames = {"given", "found", "unsettled", "unsteady"};
    return kNames;
}

} // namespace shardscape::simulator::names
