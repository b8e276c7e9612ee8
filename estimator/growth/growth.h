// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>
#include <vector>

#include "estimator/figure/figure.h"
#include "estimator/growth/age_bands.h"
#include "model/physical/cardinality.h"

namespace shardscape::estimator {

/// Rows of entities over time, in the engine and in the tiers behind it (P9).
///
/// Without an end of their time rows follow
///   dR/dt = g + r R, so R(t) = R0 (1 + r)^t + g ((1 + r)^t − 1)/ln(1 + r)   (t in days; R0 + g t without compound
///   growth)
/// g is the stated linear growth, or what the insert patterns add less what delete patterns take when neither growth is
/// stated. A month is 365/12 days.
///
/// With ages at which rows move (AgeBand), A(t) is how many came in until t: R(t) after now, and before now evenly over
/// the time that it takes today's rate to bring the rows of now, at most over the time that rows stay in the engine. A
/// band of ages a to b holds A(t − a) − A(t − b) of them times the share that it keeps. So rows are at most what came
/// in during the last D days, g D in the steady state of linear growth; rows that are there now and exceed it leave
/// within D days in a straight line. What is stated as rows is what the engine holds, rolled up as far as it is.
/// Nothing is in the tiers outside of the engine now: they hold what leaves it from now on. Of an entity of which
/// nobody says that anything comes in, nothing leaves either.
class Growth {
public:
    explicit Growth(const model::Cardinality& cardinality);

    /// Rows in the engine "days" from now; where partitions leave it whole, the mean over the time of one.
    double rows(model::EntityId entity, double days) const;
    /// The same just before a partition leaves.
    double mostRows(model::EntityId entity, double days) const;
    /// Where rows of which age are kept; the engine alone of what has no entity.
    const std::vector<AgeBand>& bands(model::EntityId entity) const;
    /// Rows in one of the bands.
    double rowsIn(model::EntityId entity, std::size_t band, double days) const;
    /// Rows a day that come in, as stated or from the patterns; with its working.
    Figure inflow(model::EntityId entity) const;

private:
    struct Curve {
        double now = 0;
        double perDay = 0;
        double rate = 0;
        bool moves = false;   ///< rows leave by their age
        double before = 0;    ///< rows that came in until now, as far as they are somewhere
        double beforeTo = 0;  ///< days that they took
        double extraDays = 0; ///< of a partition's rows, at most, beyond the mean
        std::vector<AgeBand> bands;
        double arrived(double days) const;
        double between(double young, double old, double days) const;
    };
    static void settle(Curve& curve);
    const model::Cardinality& m_cardinality;
    std::unordered_map<model::EntityId, Curve> m_curves;
    std::unordered_map<model::EntityId, std::vector<const model::AccessPattern*>> m_writers;
};

} // namespace shardscape::estimator
