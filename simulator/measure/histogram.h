// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "simulator/scenario/result.h"

namespace shardscape::simulator {

/// Counts of whole nanoseconds in log-linear buckets, 128 to a power of two: exact up to 256 ns, then within 1/128 =
/// 0.8 %. Quantiles are interpolated linearly inside a bucket, which leaves errors of about 1e-4 on smooth
/// distributions. Times of 2^50 ns (13 days) and more fall into the last bucket. 44 KB.
class Histogram {
public:
    static constexpr int kSubBits = 7;
    static constexpr std::uint32_t kSub = 1U << kSubBits;
    static constexpr int kTopBit = 50;
    static constexpr std::uint32_t kBuckets = (kTopBit - kSubBits + 1) * kSub;

    static std::uint32_t bucket(std::uint64_t ns) {
        const int shift = std::max(0, static_cast<int>(std::bit_width(ns | kSub)) - kSubBits - 1);
        const auto index = static_cast<std::uint32_t>(shift) * kSub + static_cast<std::uint32_t>(ns >> shift);
        return index < kBuckets ? index : kBuckets - 1;
    }
    /// The least value of a bucket; that of the next one is its end.
    static double lower(std::uint32_t index);

    void add(std::int64_t ns) {
        ++m_counts[bucket(static_cast<std::uint64_t>(ns))];
        m_sum += ns;
        m_max = ns > m_max ? ns : m_max;
        m_min = ns < m_min ? ns : m_min;
        ++m_total;
    }
    void add(std::span<const std::int64_t> times);
    void add(const Histogram& other);
    /// Samples of which only the bucket is known count as its middle.
    void addCounts(std::span<const std::uint32_t> counts);
    void clear();

    std::uint64_t total() const { return m_total; }
    double sumNs() const { return static_cast<double>(m_sum); }
    const std::vector<std::uint64_t>& counts() const { return m_counts; } ///< by bucket
    double meanNs() const { return m_total == 0 ? 0 : static_cast<double>(m_sum) / static_cast<double>(m_total); }
    std::int64_t maxNs() const { return m_max; }
    /// The value below which a share q of the samples lies; 0 when there is none.
    double quantileNs(double q) const;
    Latency latency() const;
    /// The inverse of the distribution function at the points that StreamResult::quantilesMs names; empty without
    /// samples.
    std::vector<std::pair<double, double>> quantilesMs() const;
    /// Percentiles of Latency, by JSON name, beyond which fewer than ten samples lie.
    std::vector<std::string> tooShort() const;

private:
    std::vector<std::uint64_t> m_counts = std::vector<std::uint64_t>(kBuckets);
    std::uint64_t m_total = 0;
    /// 2^63 ns are 292 years of waiting added up: what ten million requests of an overloaded server wait together.
    __extension__ __int128 m_sum = 0;
    std::int64_t m_max = 0;
    std::int64_t m_min = INT64_MAX;
};

} // namespace shardscape::simulator
