// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "simulator/measure/expected.h"
#include "simulator/measure/recorder.h"
#include "simulator/scenario/result.h"

namespace shardscape::simulator {

/// What RunResult::hot says, from a result whose other members are there.
///
/// A partition is hot from a fifth above the mean of its table on; they are ranked by the server time that they ask
/// for. A node is hot when it is offered more than it can serve, is busy for 0.8 of its time, or is a fifth above the
/// mean and busy for 0.3. A time is hot when the busiest node in it is busy for 0.7 of its time and a fifth more than
/// over the whole run, and by four standard deviations of what Poisson arrivals scatter; windows that follow each other
/// on one node are one time.
///
/// Where loads follow from popularity, so do the shares: exactly for patterns, and for keys among the 16,384 most
/// popular ones of each numbering and the most popular one of each partition (a window weighs streams by what came in
/// it). Elsewhere they are those that Sightings observed, at first replicas. A stream that asks one table in several
/// steps counts with their mean service time.
std::vector<HotSpot> hotSpots(const Plan& plan, const Expected& expected, const Recorder& recorder,
                              const RunResult& result);

} // namespace shardscape::simulator
