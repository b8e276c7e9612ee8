// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/physical/cardinality.h"
#include "model/physical/design.h"

namespace shardscape::model {

/// A step along the joins by which a structure copies columns in: from entities reached to a further one.
struct CopyHop {
    EntityId entity;
    std::vector<ColumnRef> columns; ///< of it, given by what was reached before
    double rows = 1;                ///< found for one row before
};

/// The steps that lead from one of the structure's entities to all others, nearest first.
std::vector<CopyHop> copyHops(const Cardinality& cardinality, const Structure& structure, EntityId from);

/// Rows of the structure that one row of the entity stands in: 1 without copies, 200 for a post in the timelines of 200
/// followers. For the structure's own entity, its rows × this are the rows of the structure.
double copiesOf(const Cardinality& cardinality, const Structure& structure, EntityId entity);

} // namespace shardscape::model
