// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/demand/rates.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/base/units.h"

namespace shardscape::estimator {

using model::RateProfile;
using model::RateShape;

namespace {

/// The largest multiplier of the shape alone.
double shapeMaximum(const RateProfile& profile) {
    RateProfile plain = profile;
    plain.peak.reset();
    plain.average = {1};
    return plain.peakRate().value;
}

double stretched(const RateProfile& profile, double multiplier, double maximum) {
    const double average = profile.average.value;
    if (!profile.peak || profile.peak->value <= average * maximum)
        return average * multiplier;
    if (maximum <= 1 + 1e-12)
        return profile.peak->value;
    const double wanted = average > 0 ? profile.peak->value / average : 0;
    const double factor = multiplier <= 1 ? multiplier : 1 + (multiplier - 1) * (wanted - 1) / (maximum - 1);
    return average > 0 ? average * factor : profile.peak->value * multiplier / maximum;
}

} // namespace

double rateAt(const RateProfile& profile, double seconds) {
    return stretched(profile, profile.multiplier(seconds), shapeMaximum(profile));
}

BusiestMinute busiestMinute(const std::vector<const RateProfile*>& profiles, const std::vector<double>& weights) {
    constexpr std::size_t kMinutes = 1440;
    std::vector<double> times(kMinutes);
    for (std::size_t i = 0; i < kMinutes; ++i)
        times[i] = static_cast<double>(i) * 60;
    for (const RateProfile* profile : profiles)
        if (profile->shape == RateShape::Spike || profile->shape == RateShape::Batch)
            times.push_back(std::fmod(profile->startSeconds, model::kSecondsPerDay));

    // Only weekly profiles tell days apart; all others depend on the time of day.
    std::vector<double> daily(times.size(), 0);
    std::array<double, 7> days{};
    for (std::size_t p = 0; p < profiles.size(); ++p) {
        const RateProfile& profile = *profiles[p];
        const double maximum = shapeMaximum(profile);
        if (profile.shape == RateShape::Weekly) {
            for (std::size_t day = 0; day < 7; ++day)
                days[day] +=
                    weights[p] *
                    stretched(profile, profile.multiplier(static_cast<double>(day) * model::kSecondsPerDay), maximum);
        } else if (profile.shape == RateShape::Steady) {
            for (double& sum : days)
                sum += weights[p] * stretched(profile, 1, maximum);
        } else {
            for (std::size_t i = 0; i < times.size(); ++i)
                daily[i] += weights[p] * stretched(profile, profile.multiplier(times[i]), maximum);
        }
    }
    const auto day = static_cast<std::size_t>(std::max_element(days.begin(), days.end()) - days.begin());
    const auto minute = static_cast<std::size_t>(std::max_element(daily.begin(), daily.end()) - daily.begin());
    BusiestMinute result;
    result.secondsAfterMonday = static_cast<double>(day) * model::kSecondsPerDay + times[minute];
    result.weighted = days[day] + daily[minute];
    result.rates.reserve(profiles.size());
    for (const RateProfile* profile : profiles)
        result.rates.push_back(rateAt(*profile, result.secondsAfterMonday));
    return result;
}

} // namespace shardscape::estimator
