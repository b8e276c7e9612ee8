// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace shardscape::simulator {

/// Which replica has which version of each key of a table, from what is known when a write is made: when it will be
/// acknowledged and when each replica will have it. A read is stale when none of the replicas that answered it had, at
/// its answer, a version as new as the newest one acknowledged before the read began. Keeps what can still matter: a
/// key whose newest version is everywhere needs nothing. Times in ns, which must not fall from call to call.
class Versions {
public:
    static constexpr std::int64_t kNever = INT64_MAX;
    /// A replica's part in the answer of a read.
    struct Answer {
        std::uint32_t replica = 0;
        std::int64_t at = 0;
    };

    explicit Versions(std::uint32_t replicas)
        : m_replicas(replicas) {}

    /// A write made at `now`; kNever where a replica never gets it, or where the write is not acknowledged.
    void wrote(std::uint64_t key, std::int64_t now, std::int64_t acknowledged, std::span<const std::int64_t> hasIt);
    /// For a stale read: when the version that it should have seen was written.
    std::optional<std::int64_t> missed(std::uint64_t key, std::int64_t began, std::span<const Answer> answers);
    /// Keys that something is kept for.
    std::size_t keys() const { return m_versions.size(); }

private:
    /// Of one key, version after version by time of acknowledgement: that time, that of the write, those of the
    /// replicas.
    using Rows = std::vector<std::int64_t>;
    std::size_t width() const { return m_replicas + 2; }
    void forget(Rows& rows, std::int64_t now) const; ///< what is older than the version that a read at `now` must see

    std::uint32_t m_replicas;
    std::unordered_map<std::uint64_t, Rows> m_versions;
};

} // namespace shardscape::simulator
