// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

namespace shardscape::simulator {

enum class ServiceKind {
    Deterministic,
    Exponential,
    Lognormal, ///< with this mean; sigma is the standard deviation of the logarithm
    Empirical, ///< the inverse of a distribution function, linear between the given quantiles
};

/// How long a server is busy with one sub-request.
struct Service {
    ServiceKind kind = ServiceKind::Exponential;
    double meanMs = 1;
    double sigma = 1;
    std::vector<std::pair<double, double>> quantilesMs; ///< (probability, ms), both ascending
    bool operator==(const Service&) const = default;
    /// Mean in ms, whatever the kind.
    double mean() const;
};

} // namespace shardscape::simulator
