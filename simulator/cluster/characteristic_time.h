// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/scenario/scenario.h"

namespace shardscape::simulator {

/// Longest characteristic time: stands for "for ever", when everything that is asked for fits.
inline constexpr double kForEverSeconds = 1e9;

/// Mean rate of a stream over the run (over what its profile repeats, where it does), 1/s.
double meanRate(const Scenario& scenario, const Stream& stream);

/// How long a key that nobody asks for again stays in a cache of Scenario::caches that has run for ever, in seconds: T
/// in the approximation of Che, Tung and Wang (2002), the solution of
///     sum over keys of steadyHitRatio(rate of the key's lookups, T, ttl) = capacity
/// because the share of time that a key is there is the share of its lookups that hit (they are Poisson). Rates are
/// means over the run. Writes that remove keys are not counted. Of key spaces above 131,072 keys, so many at both ends
/// of the numbering are summed one by one and the others in groups of alike neighbours.
double characteristicSeconds(const Scenario& scenario, const Cache& cache);

} // namespace shardscape::simulator
