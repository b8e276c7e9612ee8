// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "simulator/cluster/cache_past.h"
#include "simulator/cluster/flights.h"
#include "simulator/cluster/key_cache.h"
#include "simulator/kernel/pending.h"
#include "simulator/kernel/run_state.h"
#include "simulator/scenario/result.h"

namespace shardscape::simulator {

/// The caches in front of streams: what they hold, who waits for whose fetch, and how old their data is. It decides
/// nothing about time; the walk asks it at the times that matter.
class CacheFront {
public:
    explicit CacheFront(RunState& state);

    /// What became of looking a request up in the cache of its level.
    enum class Found {
        Hit,
        Wait, ///< it waits for another one's fetch and is not the caller's any more
        Miss, ///< it goes on, one level further
    };
    /// `took` becomes the time of the lookup.
    Found lookUp(Pending& request, std::int64_t now, std::int64_t& took);
    /// A random copy for a new request, where its stream has caches in several.
    std::uint16_t drawCopy(std::uint32_t stream);
    /// A request is done: its data enters the caches that it missed, or what it wrote leaves them (OnWrite).
    void filled(const Pending& request, std::int64_t now);
    /// Who waited for the fetch of a request that has ended, well or not.
    std::vector<Pending> land(const Pending& request);
    void flush(const CacheFlush& fault);

    /// The reads that warm caches up, to be made at their `began`.
    std::vector<Pending> warmUps() const;
    /// Forgets counts, not state.
    void startMeasuring();
    const std::vector<CacheResult>& results() const { return m_results; }
    std::uint64_t hits(std::uint32_t stream) const { return m_streamHits[stream]; }

private:
    /// One copy of a cache.
    struct Copy {
        KeyCache keys;
        CachePast past;
        Flights<Pending> flights;
    };
    struct Level {
        const Cache* spec = nullptr;
        ServiceSampler hit;
        std::vector<Copy> copies;
    };
    std::size_t cacheAt(const Pending& request, std::size_t level) const {
        return m_plan.streams[request.stream].caches[level];
    }
    Copy& copyOf(std::size_t cache, const Pending& request) {
        std::vector<Copy>& copies = m_caches[cache].copies;
        return copies[request.copy % copies.size()];
    }
    std::uint64_t identity(const Pending& request) const;
    std::optional<std::int64_t> find(std::size_t cache, const Pending& request, std::uint64_t key, std::int64_t now);
    /// When an entry filled at a time expires.
    std::int64_t expiry(const Cache& cache, std::uint32_t stream, std::int64_t filled);
    void put(std::size_t cache, Copy& copy, std::uint64_t key, const Pending& request, std::int64_t now);
    void written(const Pending& request, std::int64_t now);

    RunState& m_state;
    const Plan& m_plan;
    std::vector<Level> m_caches; ///< as Scenario::caches
    std::unordered_map<std::uint64_t, std::int64_t> m_lastWrite;
    std::vector<CacheResult> m_results;
    std::vector<std::uint64_t> m_streamHits;
};

} // namespace shardscape::simulator
