// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include "model/base/units.h"

namespace shardscape::model {

enum class RateShape { Steady, Diurnal, Weekly, Spike, Batch };
const char* name(RateShape shape);

/// How often a pattern happens, and how that changes over time (A2).
///
/// multiplier(t) has mean 1 over the period for Steady, Diurnal, Weekly and Batch, so that "average" stays the average.
/// Spike multiplies on top of it: a flash sale adds traffic.
struct RateProfile {
    PerSecond average;
    std::optional<PerSecond> peak; ///< stated by the user; unset = what the shape makes of the average
    RateShape shape = RateShape::Steady;
    double peakHour = 20;                            ///< Diurnal: hour of day of the maximum, 0 … 24
    double trough = 0.3;                             ///< Diurnal: minimum as a share of the maximum, 0 … 1
    std::array<double, 7> days{1, 1, 1, 1, 1, 1, 1}; ///< Weekly: relative weights, Monday first
    double startSeconds = 0;                         ///< Spike, Batch: start, seconds after midnight
    double durationSeconds = 0;                      ///< Spike, Batch: length
    double times = 1;                                ///< Spike: factor during it

    /// The rate at a time (seconds after Monday midnight) as a multiple of the average.
    /// Diurnal: a sinusoid between trough and peak, m(t) = A (1 + B cos(2 pi (t - peak)/day)), mean 1,
    /// B = (1 - trough)/(1 + trough).
    double multiplier(double secondsAfterMonday) const;
    /// The highest rate of a week: the stated peak or average x max multiplier, whichever is larger.
    PerSecond peakRate() const;
    bool operator==(const RateProfile&) const = default;
};

} // namespace shardscape::model
