// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Not for use outside estimator/copies.
#pragma once

#include "estimator/figure/figure.h"
#include "model/physical/derive.h"

#include "estimator/summary/estimate.h"

#include <unordered_map>

namespace shardscape::estimator {

/// Makes figures of a project with copies say where their numbers come from: leaves of added patterns and entities,
/// which nobody stated and which cannot be edited, become derived from the pattern that causes them, or get the words
/// of the derivation.
class Relabel {
public:
    Relabel(const model::Project& base, const model::Derivation& derivation);
    Figure operator()(const Figure& figure);

private:
    Figure leaf(const Figure& figure) const;

    const model::Project& m_base;
    const model::Derivation& m_derivation;
    std::unordered_map<const void*, Figure> m_done;
    std::vector<Figure> m_kept; ///< whose identities are keys above
};

/// All figures of an estimate with kept copies; problems of upkeep become problems of what causes it.
void relabel(Estimate& estimate, const model::Project& base);

/// Figures that were made from an estimate with kept copies; nothing happens without any.
template <class Figures> void relabelKept(const Estimate& estimate, const model::Project& base, Figures&& each) {
    if (!estimate.kept)
        return;
    Relabel relabel(base, *estimate.kept);
    each([&relabel](Figure& figure) { figure = relabel(figure); });
}

} // namespace shardscape::estimator
