// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/workload/rate.h"

namespace shardscape::estimator {

/// The rate of a profile at a time, seconds after Monday midnight. A stated peak stretches the shape so that its
/// maximum is the peak; a steady profile with a stated peak is taken at it, because nobody said when it comes.
double rateAt(const model::RateProfile& profile, double secondsAfterMonday);

/// The busiest minute of a week: where Σ weight × rate is largest. Not the sum of the peaks, which may never meet.
struct BusiestMinute {
    double secondsAfterMonday = 0;
    double weighted = 0;       ///< Σ weight × rate there
    std::vector<double> rates; ///< of each profile there, 1/s
};
/// Looks at every minute of a day for every distinct day, and at the starts of all spikes and batches.
BusiestMinute busiestMinute(const std::vector<const model::RateProfile*>& profiles, const std::vector<double>& weights);

} // namespace shardscape::estimator
