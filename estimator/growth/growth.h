// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>
#include <vector>

#include "estimator/figure/figure.h"
#include "model/physical/cardinality.h"

namespace shardscape::estimator {

/// Rows of entities over time.
///
///   dR/dt = g + r R, so R(t) = R0 (1 + r)^t + g ((1 + r)^t − 1)/ln(1 + r)   (t in days; R0 + g t without compound
///   growth)
/// g is the stated linear growth, or what the insert patterns add less what delete patterns take when neither growth is
/// stated. With a retention of D days rows are at most what came in during the last D days, g D in the steady state of
/// linear growth; rows that are there now and exceed it fall to it within D days in a straight line. A month is 365/12
/// days.
class Growth {
public:
    explicit Growth(const model::Cardinality& cardinality);

    /// Rows "days" from now.
    double rows(model::EntityId entity, double days) const;
    /// Rows a day that come in, as stated or from the patterns; with its working.
    Figure inflow(model::EntityId entity) const;

private:
    struct Curve {
        double now = 0;
        double perDay = 0;
        double rate = 0;
        double retention = 0; ///< days, 0 = for ever
    };
    const model::Cardinality& m_cardinality;
    std::unordered_map<model::EntityId, Curve> m_curves;
    std::unordered_map<model::EntityId, std::vector<const model::AccessPattern*>> m_writers;
};

} // namespace shardscape::estimator
