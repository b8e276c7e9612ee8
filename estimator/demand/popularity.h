// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/workload/popularity.h"

namespace shardscape::estimator {

/// Which share of the traffic each key takes, exactly, for any number of keys.
///
/// Keys come in groups of equal (or nearly equal) popularity, the most popular first. Zipf and power law: the first
/// 1,000 ranks alone, then groups that grow by 1 %, whose total share is the integral of r^-θ over the ranks (midpoint
/// rule, relative error below 1e-6); within a group shares differ by less than 1 %. 10^9 keys take about 1,400 more
/// groups. Latest: like Zipf over the most recent keys. Sample: keys seen twice and more take the
/// share they were seen with. Those seen once say no more than those not seen (their share in the sample is what Good,
/// Biometrika 40, 1953, expects the unseen ones to take): together they take the share of the keys seen once, evenly.
/// There are at least as many keys as were seen. A sample that was not read counts as uniform.
class KeyWeights {
public:
    struct Group {
        double keys = 0;
        double share = 0; ///< of the traffic, for each of the keys
    };

    KeyWeights(const model::KeyPopularity& popularity, double keys);

    const std::vector<Group>& groups() const { return m_groups; }
    double keys() const { return m_keys; }
    /// Share of the hottest key.
    double hottest() const { return m_groups.empty() ? 0 : m_groups.front().share; }
    /// Share of the n hottest keys together.
    double shareOfTop(double n) const;
    /// The fewest keys that take this share of the traffic.
    double keysForShare(double share) const;

private:
    void addPowerLaw(double theta);
    void addSample(const model::KeySample& sample);

    double m_keys = 0;
    std::vector<Group> m_groups;
};

} // namespace shardscape::estimator
