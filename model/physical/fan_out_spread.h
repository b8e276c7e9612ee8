// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/schema/relationship.h"

namespace shardscape::model {

/// How children are spread over parents, in closed form: what celebrities are, and what share of the children is
/// theirs.
///
///   fixed      every parent has the mean
///   geometric  P(F > t) = e^(−t/m), m the mean: the exponential, its continuous counterpart
///   power law  bounded Pareto: density ~ x^−α between a lowest number that gives the mean, and the highest
/// The highest is the stated maximum; without one all children there are, as no parent has more. The same shapes as
/// generated rows have (model/generate/fan_out_rows.h).
class FanOutSpread {
public:
    /// "mean": children of a parent as the model counts them; "children": all there are.
    FanOutSpread(const FanOut& fanOut, double mean, double children);

    double mean() const { return m_mean; }
    double highest() const { return m_high; }
    /// Of the parents: those with more than t children.
    double parentsAbove(double t) const;
    /// Of the children: those of such parents.
    double childrenAbove(double t) const;

private:
    FanOutShape m_shape;
    double m_mean;
    double m_alpha;
    double m_low = 1;
    double m_high = 1;
};

} // namespace shardscape::model
