// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/rate.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace shardscape::model {
namespace {

/// True during [start, start + length) of each day, also when that runs past midnight.
bool withinDaily(double secondOfDay, double start, double length) {
    const double since = std::fmod(secondOfDay - start + kSecondsPerDay, kSecondsPerDay);
    return since < length;
}

} // namespace

const char* name(RateShape shape) {
    switch (shape) {
    case RateShape::Steady: return "steady";
    case RateShape::Diurnal: return "diurnal";
    case RateShape::Weekly: return "weekly";
    case RateShape::Spike: return "spike";
    case RateShape::Batch: return "batch";
    }
    return "steady";
}

double RateProfile::multiplier(double secondsAfterMonday) const {
    const double second = std::fmod(secondsAfterMonday, kSecondsPerDay);
    switch (shape) {
    case RateShape::Steady: return 1;
    case RateShape::Diurnal: {
        const double swing = (1 - trough) / (1 + trough);
        const double phase = 2 * std::numbers::pi * (second - peakHour * 3600) / kSecondsPerDay;
        return 1 + swing * std::cos(phase);
    }
    case RateShape::Weekly: {
        const double total = std::accumulate(days.begin(), days.end(), 0.0);
        const auto day = static_cast<std::size_t>(std::fmod(secondsAfterMonday / kSecondsPerDay, 7));
        return total > 0 ? 7 * days[day] / total : 1;
    }
    case RateShape::Spike: return withinDaily(second, startSeconds, durationSeconds) ? times : 1;
    case RateShape::Batch: {
        const bool on = withinDaily(second, startSeconds, durationSeconds);
        return durationSeconds > 0 ? (on ? kSecondsPerDay / durationSeconds : 0) : 1;
    }
    }
    return 1;
}

PerSecond RateProfile::peakRate() const {
    double highest = 1;
    switch (shape) {
    case RateShape::Steady: break;
    case RateShape::Diurnal: highest = 2 / (1 + trough); break;
    case RateShape::Weekly: {
        const double total = std::accumulate(days.begin(), days.end(), 0.0);
        if (total > 0)
            highest = 7 * *std::max_element(days.begin(), days.end()) / total;
        break;
    }
    case RateShape::Spike: highest = std::max(1.0, times); break;
    case RateShape::Batch:
        if (durationSeconds > 0)
            highest = kSecondsPerDay / std::min(durationSeconds, kSecondsPerDay);
        break;
    }
    return {std::max(average.value * highest, peak ? peak->value : 0.0)};
}

} // namespace shardscape::model
