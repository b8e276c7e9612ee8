// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/measure/histogram.h"

#include <algorithm>
#include <array>
#include <utility>

namespace shardscape::simulator {

double Histogram::lower(std::uint32_t index) {
    if (index < 2 * kSub)
        return static_cast<double>(index);
    const std::uint32_t shift = index / kSub - 1;
    return static_cast<double>(std::uint64_t{index % kSub + kSub} << shift);
}

void Histogram::add(const Histogram& other) {
    if (other.m_total == 0)
        return;
    for (std::uint32_t i = 0; i < kBuckets; ++i)
        m_counts[i] += other.m_counts[i];
    m_total += other.m_total;
    m_sum += other.m_sum;
    m_max = std::max(m_max, other.m_max);
    m_min = std::min(m_min, other.m_min);
}

void Histogram::clear() {
    if (m_total == 0)
        return;
    std::fill(m_counts.begin(), m_counts.end(), 0);
    m_total = 0;
    m_sum = 0;
    m_max = 0;
    m_min = INT64_MAX;
}

double Histogram::quantileNs(double q) const {
    const double want = q * static_cast<double>(m_total);
    double below = 0;
    for (std::uint32_t i = 0; i < kBuckets; ++i) {
        if (m_counts[i] == 0)
            continue;
        const auto here = static_cast<double>(m_counts[i]);
        if (below + here >= want) {
            const double end = std::min(lower(i + 1), static_cast<double>(m_max));
            const double start = std::max(lower(i), static_cast<double>(m_min));
            return start + (want - below) / here * std::max(0.0, end - start);
        }
        below += here;
    }
    return static_cast<double>(m_max);
}

std::vector<std::pair<double, double>> Histogram::quantilesMs() const {
    std::vector<std::pair<double, double>> points;
    if (m_total == 0)
        return points;
    for (int percent = 1; percent <= 99; ++percent)
        points.emplace_back(percent / 100.0, quantileNs(percent / 100.0) / 1e6);
    for (const double tail : {0.995, 0.999, 0.9999})
        points.emplace_back(tail, quantileNs(tail) / 1e6);
    return points;
}

Latency Histogram::latency() const {
    constexpr double kNsPerMs = 1e6;
    if (m_total == 0)
        return {};
    return {meanNs() / kNsPerMs,         quantileNs(0.5) / kNsPerMs,   quantileNs(0.95) / kNsPerMs,
            quantileNs(0.99) / kNsPerMs, quantileNs(0.999) / kNsPerMs, static_cast<double>(m_max) / kNsPerMs};
}

std::vector<std::string> Histogram::tooShort() const {
    constexpr double kLeastBeyond = 10;
    constexpr std::array<std::pair<const char*, double>, 4> kPercentiles{
        {{"p50_ms", 0.5}, {"p95_ms", 0.95}, {"p99_ms", 0.99}, {"p999_ms", 0.999}}};
    std::vector<std::string> names;
    for (const auto& [name, q] : kPercentiles)
        if (static_cast<double>(m_total) * (1 - q) < kLeastBeyond - 1e-9)
            names.emplace_back(name);
    return names;
}

} // namespace shardscape::simulator
