// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/arrivals.h"

#include <algorithm>
#include <cmath>

namespace shardscape::simulator {

std::int64_t toNs(double seconds) {
    const double ns = seconds * kNsPerSecond;
    return ns < 9e18 ? static_cast<std::int64_t>(std::ceil(ns)) : kNever - 1;
}

std::vector<Surge> surgesOf(const Scenario& scenario, const Stream& stream) {
    std::vector<Surge> surges;
    for (const Fault& fault : scenario.faults)
        if (const auto* surge = std::get_if<Surge>(&fault))
            if (surge->streams.empty() ||
                std::find(surge->streams.begin(), surge->streams.end(), stream.name) != surge->streams.end())
                surges.push_back(*surge);
    return surges;
}

RateProfile::RateProfile(const Stream& stream, const std::vector<Surge>& surges)
    : m_period(stream.profilePeriodSeconds) {
    double sum = 0;
    for (std::size_t i = 0; i < stream.profile.size(); ++i) {
        if (i > 0)
            sum += (stream.profile[i].fromSeconds - m_starts.back()) * m_times.back();
        m_starts.push_back(stream.profile[i].fromSeconds);
        m_times.push_back(stream.profile[i].times);
        m_integrals.push_back(sum);
    }
    if (m_period > 0 && !m_starts.empty())
        m_periodIntegral = sum + (m_period - m_starts.back()) * m_times.back();
    std::vector<double> edges;
    for (const Surge& surge : surges) {
        edges.push_back(surge.when.fromSeconds);
        if (surge.when.toSeconds > 0)
            edges.push_back(surge.when.toSeconds);
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    for (const double edge : edges) {
        double times = 1;
        for (const Surge& surge : surges)
            if (surge.when.fromSeconds <= edge && (surge.when.toSeconds <= 0 || edge < surge.when.toSeconds))
                times *= surge.times;
        const double profile = profileIntegral(edge);
        const double before = m_edges.empty()
                                  ? profile
                                  : m_edges.back().integral + (profile - m_edges.back().profile) * m_edges.back().times;
        m_edges.push_back({edge, times, profile, before});
    }
}

double RateProfile::integral(double seconds) const {
    const double profile = profileIntegral(seconds);
    if (m_edges.empty() || seconds <= m_edges.front().fromSeconds)
        return profile;
    const auto next = std::upper_bound(m_edges.begin(), m_edges.end(), seconds,
                                       [](double time, const Edge& edge) { return time < edge.fromSeconds; });
    const Edge& edge = *(next - 1);
    return edge.integral + (profile - edge.profile) * edge.times;
}

double RateProfile::inverse(double value) const {
    if (m_edges.empty() || value <= m_edges.front().integral)
        return profileInverse(value);
    const auto next = std::upper_bound(m_edges.begin(), m_edges.end(), value,
                                       [](double wanted, const Edge& edge) { return wanted < edge.integral; });
    const Edge& edge = *(next - 1); // one of rate 0 shares its integral with the next and is skipped
    if (edge.times <= 0)
        return std::numeric_limits<double>::infinity();
    return profileInverse(edge.profile + (value - edge.integral) / edge.times);
}

double RateProfile::profileIntegral(double seconds) const {
    if (m_starts.empty())
        return seconds;
    double whole = 0;
    if (m_period > 0) {
        const double periods = std::floor(seconds / m_period);
        whole = periods * m_periodIntegral;
        seconds -= periods * m_period;
    }
    const auto piece =
        static_cast<std::size_t>(std::upper_bound(m_starts.begin(), m_starts.end(), seconds) - m_starts.begin());
    return piece == 0 ? whole : whole + m_integrals[piece - 1] + (seconds - m_starts[piece - 1]) * m_times[piece - 1];
}

double RateProfile::profileInverse(double value) const {
    if (m_starts.empty())
        return value;
    double whole = 0;
    if (m_period > 0) {
        const double periods = std::floor(value / m_periodIntegral);
        whole = periods * m_period;
        value -= periods * m_periodIntegral;
    }
    // The last piece that starts at or below the value; a piece of rate 0 shares its start with the next and is
    // skipped.
    std::size_t piece =
        static_cast<std::size_t>(std::upper_bound(m_integrals.begin(), m_integrals.end(), value) - m_integrals.begin());
    --piece;
    if (m_times[piece] > 0)
        return whole + m_starts[piece] + (value - m_integrals[piece]) / m_times[piece];
    return m_period > 0 ? whole + m_period : std::numeric_limits<double>::infinity();
}

ArrivalSource::ArrivalSource(const Stream& stream, std::uint64_t seed, const std::vector<Surge>& surges)
    : m_poisson(stream.arrivals == Arrivals::Poisson)
    , m_gapNs(stream.rate > 0 ? kNsPerSecond / stream.rate : std::numeric_limits<double>::infinity())
    , m_profile(stream, surges)
    , m_random(seed) {}

void ArrivalSource::fill(std::span<std::int64_t> times) {
    constexpr double kLatest = 9e18;
    Random random = m_random;
    double clock = m_clockNs;
    if (m_poisson && m_profile.steady() && m_gapNs < 1e12) {
        // The usual case by itself. 10^12 ns times the longest gap that is drawn, 45 means, times a block stays far
        // below kLatest.
        const double gap = m_gapNs;
        if (clock + gap * 64 * static_cast<double>(times.size()) < kLatest) {
            for (std::int64_t& time : times) {
                clock += gap * m_exponential(random);
                time = static_cast<std::int64_t>(clock);
            }
            m_clockNs = clock;
            m_random = random;
            return;
        }
    }
    for (std::int64_t& time : times) {
        clock += m_poisson ? m_gapNs * m_exponential(random) : m_gapNs;
        const double at = m_profile.steady() ? clock : m_profile.inverse(clock / kNsPerSecond) * kNsPerSecond;
        time = at < kLatest ? static_cast<std::int64_t>(at) : kNever;
    }
    m_clockNs = clock;
    m_random = random;
}

} // namespace shardscape::simulator
