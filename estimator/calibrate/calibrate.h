// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/engine/engine_profile.h"
#include "model/engine/measured.h"

namespace shardscape::estimator {

/// What a measurement of a server says about the constants of its profile.
struct Calibration {
    std::map<std::string, model::Constant> constants; ///< by full key: "capacity.point_read_us"
    std::vector<std::string> notes;                   ///< what was assumed or left as it was, one sentence each
};

/// Service times out of measured times; the inverse of estimator/latency/service.h.
///
/// Times that one client sees alone, t = a + row × (rows − 1) + byte × bytes, give row_read, byte_read by least squares
/// of relative errors, none below 0; writes likewise. What a request costs a server is not a, which holds the network
/// and everybody's waking up, but c ÷ throughput, c servers being busy all the time: c is 1 on Redis, the cores of this
/// machine for a local server; for a distant one throughput × (a − ping), rounded, where more connections brought no
/// more throughput, else the profile's c stays and a − ping is the service time. What is left of the time seen far
/// below capacity is round_trip: client, network, waking up. The service time's shape is lognormal with the spread that
/// gives the measured median and 99th percentile at a fifth of the capacity.
///
/// Client and server on one machine share its cores, and the throughput with them: the client's work counts as the
/// server's. Measurements that are missing leave their constants out.
Calibration calibrationOf(const model::Measured& measured, const model::EngineProfile& profile);

/// The spread (standard deviation of the logarithm, at most 1) of a lognormal of mean "mean" whose percentile at "z"
/// standard deviations lies "gap" above its median: mean × exp(−σ²/2) × (exp(z σ) − 1) = gap.
double spreadOf(double mean, double gap, double z);

} // namespace shardscape::estimator
