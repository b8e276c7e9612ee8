// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "simulator/scenario/scenario.h"
#include "simulator/traffic/random.h"

namespace shardscape::simulator {

inline constexpr double kNsPerSecond = 1e9;
/// The time of an arrival that never comes.
inline constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

/// Whole nanoseconds, rounded up; at most kNever - 1.
std::int64_t toNs(double seconds);

/// The surges among the faults of a scenario that a stream meets.
std::vector<Surge> surgesOf(const Scenario& scenario, const Stream& stream);

/// Expected arrivals of a stream up to a time, in units of its rate: the integral of the profile.
class RateProfile {
public:
    explicit RateProfile(const Stream& stream, const std::vector<Surge>& surges = {});
    bool steady() const { return m_starts.empty() && m_edges.empty(); }
    /// Seconds of steady rate worth as much as the profile up to `seconds`.
    double integral(double seconds) const;
    /// The time at which the integral reaches a value; infinite when it never does.
    double inverse(double value) const;

private:
    double profileIntegral(double seconds) const;
    double profileInverse(double value) const;

    std::vector<double> m_starts;
    std::vector<double> m_times;
    std::vector<double> m_integrals; ///< at each start
    double m_period = 0;
    double m_periodIntegral = 0;
    /// Surges on top of the profile: from each edge until the next its rate is multiplied.
    struct Edge {
        double fromSeconds;
        double times;
        double profile;  ///< integral of the profile alone until here
        double integral; ///< of both
    };
    std::vector<Edge> m_edges;
};

/// Arrival times of one stream in ns, in order. A Poisson stream of a changing rate is drawn at rate 1 and stretched by
/// the inverse of the integrated rate, which is exact.
class ArrivalSource {
public:
    ArrivalSource(const Stream& stream, std::uint64_t seed, const std::vector<Surge>& surges = {});
    /// Times never fall; they are kNever once the stream has ended.
    void fill(std::span<std::int64_t> times);

private:
    bool m_poisson;
    double m_gapNs; ///< mean gap at rate x 1, infinite for a rate of 0
    RateProfile m_profile;
    Random m_random;
    Exponential m_exponential;
    double m_clockNs = 0; ///< in time of steady rate
};

} // namespace shardscape::simulator
