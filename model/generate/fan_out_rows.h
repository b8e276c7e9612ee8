// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "model/generate/shuffle.h"
#include "model/schema/relationship.h"

namespace shardscape::model {

/// Which parent each child belongs to, so that the numbers of children follow a fan-out: its shape around the mean that
/// the two row counts give, and its maximum, which one parent has. No memory: children are counted along the Lorenz
/// curve of the shape (share of the children that the smaller parents have), which is known in closed form.
///
///   fixed      L(q) = q
///   geometric  L(q) = q + (1 − q) ln(1 − q)              (exponential, its continuous counterpart)
///   power law  bounded Pareto between a lowest number that gives the mean, and the maximum; exponent alpha
class FanOutRows {
public:
    struct Place {
        std::uint64_t parent = 0;
        std::uint64_t rank = 0; ///< among the children of this parent, from 0 without gaps
    };

    FanOutRows() = default;
    /// "scale": rows that are generated for each row of the model; the maximum shrinks with it.
    FanOutRows(std::uint64_t parents, std::uint64_t children, const FanOut& fanOut, double scale, std::uint64_t seed);

    /// The child's place; "child" in 0 … children − 1. Neighbouring children belong to unrelated parents.
    Place at(std::uint64_t child) const;

private:
    double lorenz(double q) const;
    double inverse(double share) const;
    std::uint64_t firstChild(std::uint64_t parent) const;

    std::uint64_t m_parents = 1;
    std::uint64_t m_children = 1;
    std::uint64_t m_celebrity = 0; ///< children of the one parent with the maximum
    FanOutShape m_shape = FanOutShape::Fixed;
    double m_alpha = 0;
    double m_low = 1, m_high = 1; ///< bounds of the Pareto
    Permutation m_parentOrder, m_childOrder;
};

} // namespace shardscape::model
