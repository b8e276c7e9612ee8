// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "simulator/measure/histogram.h"
#include "simulator/scenario/result.h"

/// 95 % intervals from independent replications of a run.
namespace shardscape::simulator {

/// The t for which Student's distribution with so many degrees of freedom has a share of 0.95 between -t and t. From
/// the finite sums for whole degrees of freedom (Abramowitz and Stegun 26.7.3 and 26.7.4), to 1e-9. Infinite for none.
double studentT95(std::size_t degrees);

/// For the mean of the distribution that the values come from. `t`: studentT95 of one degree less than there are
/// values, for those who ask for many means of as many values.
Interval meanInterval(std::span<const double> values);
Interval meanInterval(std::span<const double> values, double t);

/// For a smooth function of counts added up over all replications, given its value and those with each replication left
/// out in turn: Tukey's jackknife, with the value itself in the middle.
Interval jackknifeInterval(double value, std::span<const double> withoutEach);

/// For sum of parts over sum of wholes.
Interval ratioInterval(std::span<const double> parts, std::span<const double> wholes);

/// The counts of a histogram between its first and its last sample; a fraction of its size.
struct HistogramPiece {
    explicit HistogramPiece(const Histogram& histogram);
    std::uint32_t first = 0;
    std::uint64_t total = 0;
    double sumNs = 0;
    std::vector<std::uint32_t> counts; ///< a single one holds up to 2^32 - 1
};

/// For the quantiles of the distribution that the samples of all replications come from: every x that a t-test over the
/// replications does not refuse as the quantile. What is tested is the share of samples beyond x, through its cube
/// root, which makes skewed sums nearly normal (Wilson and Hilferty 1931). Nothing has to be known about the density at
/// x or the correlation of samples inside a replication, and the interval is as lopsided as it has to be. In ns, one
/// for each q.
std::vector<Interval> quantileIntervals(std::span<const HistogramPiece* const> replications,
                                        std::span<const double> qs);

} // namespace shardscape::simulator
