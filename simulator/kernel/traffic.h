// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "simulator/kernel/plan.h"
#include "simulator/traffic/arrivals.h"
#include "simulator/traffic/random.h"

namespace shardscape::simulator {

/// Requests in order of arrival, one column for each thing known about them.
struct Batch {
    static constexpr std::size_t kMost = 4096;
    std::vector<std::int64_t> time = std::vector<std::int64_t>(kMost);
    std::vector<std::uint32_t> stream = std::vector<std::uint32_t>(kMost);
    std::vector<std::uint64_t> key = std::vector<std::uint64_t>(kMost);
    std::vector<std::uint32_t> partition = std::vector<std::uint32_t>(kMost);
    std::vector<std::int64_t> service = std::vector<std::int64_t>(kMost);
    std::size_t size = 0;
};

/// Draws the requests of all streams in blocks and merges them by time (at the same time, by position of the stream).
class Traffic {
public:
    Traffic(const Plan& plan, std::uint32_t replication);
    /// The next requests that arrive before `limitNs`, at most `most` and Batch::kMost.
    void next(Batch& batch, std::int64_t limitNs, std::uint64_t most);
    /// When the next request arrives; kNever after the last.
    std::int64_t nextTime();
    Random& serviceRandom(std::uint32_t stream) { return m_sources[stream].service; }
    Random& touchRandom(std::uint32_t stream) { return m_sources[stream].touch; }
    Random& cacheRandom(std::uint32_t stream) { return m_sources[stream].cacheHit; }
    Random& retryRandom(std::uint32_t stream) { return m_sources[stream].retry; }
    Random& balanceRandom(std::uint32_t stream) { return m_sources[stream].balance; }
    Random& dependencyRandom(std::uint32_t stream) { return m_sources[stream].dependency; }
    Random& dataRandom(std::uint32_t stream) { return m_sources[stream].data; }
    Random& keyRandom(std::uint32_t stream) { return m_sources[stream].keys; }

private:
    struct Source {
        ArrivalSource arrivals;
        Random keys;
        Random service;
        Random touch;
        Random cacheHit;
        Random retry;
        Random balance;
        Random dependency;
        Random data;
        std::vector<std::int64_t> times;
        std::vector<std::uint64_t> keyNumbers;
        std::vector<std::uint32_t> partitions;
        std::vector<std::int64_t> services;
        std::size_t at = 0;
    };
    struct Head {
        std::int64_t time;
        std::uint32_t stream;
        bool operator<(const Head& other) const {
            return time < other.time || (time == other.time && stream < other.stream);
        }
    };
    void refill(std::uint32_t stream);
    static std::size_t runLength(const Source& source, std::size_t most, std::int64_t limitNs, std::uint32_t stream,
                                 const Head& second);
    void take(Source& source, std::uint32_t stream, std::size_t length, Batch& batch, std::size_t to) const;
    void sinkTop();

    const Plan& m_plan;
    std::size_t m_block; ///< draws made at once for a stream; many streams get smaller blocks to spare memory
    std::vector<Source> m_sources;
    std::vector<Head> m_heads; ///< a heap, earliest first
};

} // namespace shardscape::simulator
