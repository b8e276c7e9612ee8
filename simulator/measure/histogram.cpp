// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/measure/histogram.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace shardscape::simulator {

namespace {

/// Samples beyond a percentile that make it worth saying.
constexpr double kLeastBeyond = 10;

} // namespace

double Histogram::lower(std::uint32_t index) {
    if (index < 2 * kSub)
        return static_cast<double>(index);
    const std::uint32_t shift = index / kSub - 1;
    return static_cast<double>(std::uint64_t{index % kSub + kSub} << shift);
}

void Histogram::add(std::span<const std::int64_t> times) {
    std::int64_t sum = 0;
    std::int64_t least = m_min;
    std::int64_t most = m_max;
    std::uint64_t* const counts = m_counts.data();
    for (const std::int64_t ns : times) {
        ++counts[bucket(static_cast<std::uint64_t>(ns))];
        sum += ns;
        least = std::min(least, ns);
        most = std::max(most, ns);
    }
    m_sum += sum;
    m_min = least;
    m_max = most;
    m_total += times.size();
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

void Histogram::addCounts(std::span<const std::uint32_t> counts) {
    for (std::uint32_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0)
            continue;
        const auto from = static_cast<std::int64_t>(lower(i));
        const auto to = static_cast<std::int64_t>(lower(i + 1)) - 1;
        m_counts[i] += counts[i];
        m_total += counts[i];
        m_sum += (from + to) / 2 * counts[i];
        m_min = std::min(m_min, from);
        m_max = std::max(m_max, to);
    }
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
    double below = 0;
    std::uint32_t i = 0;
    // One pass for all: probabilities ascend.
    const auto add = [&](double q) {
        const double want = q * static_cast<double>(m_total);
        while (i + 1 < kBuckets && (m_counts[i] == 0 || below + static_cast<double>(m_counts[i]) < want))
            below += static_cast<double>(m_counts[i++]);
        const double end = std::min(lower(i + 1), static_cast<double>(m_max));
        const double start = std::max(lower(i), static_cast<double>(m_min));
        const double inside = m_counts[i] == 0 ? 1 : (want - below) / static_cast<double>(m_counts[i]);
        points.emplace_back(q, (start + inside * std::max(0.0, end - start)) / 1e6);
    };
    if (m_total == 0)
        return points;
    for (int percent = 1; percent <= 99; ++percent)
        add(percent / 100.0);
    for (int tenth = 21; tenth <= 60; ++tenth) {
        const double beyond = std::pow(10.0, -tenth / 10.0);
        if (static_cast<double>(m_total) * beyond < kLeastBeyond)
            break;
        add(1 - beyond);
    }
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
    constexpr std::array<std::pair<const char*, double>, 4> kPercentiles{
        {{"p50_ms", 0.5}, {"p95_ms", 0.95}, {"p99_ms", 0.99}, {"p999_ms", 0.999}}};
    std::vector<std::string> names;
    for (const auto& [name, q] : kPercentiles)
        if (static_cast<double>(m_total) * (1 - q) < kLeastBeyond - 1e-9)
            names.emplace_back(name);
    return names;
}

} // namespace shardscape::simulator
