// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// In which order the keys of an index arrive. Not for use outside estimator/size.
#pragma once

#include "estimator/size/btree.h"
#include "estimator/size/size_model.h"

namespace shardscape::estimator {

struct KeyOrder {
    Arrival arrival = Arrival::Random;
    double series = 0; ///< Series: how many side by side
};

/// One column of a key.
struct OrderedColumn {
    const model::Attribute* attribute = nullptr; ///< null for an expression
    bool descending = false;
};

/// The first column decides; an ascending column behind one with few values makes many series side by side.
KeyOrder keyOrder(const SizeContext& context, model::EntityId entity, const std::vector<OrderedColumn>& columns);

/// Different combinations of these columns: independent of each other, but for foreign keys, which have at most as many
/// as there are parents. At most as many as rows.
double distinctCombinations(const SizeContext& context, model::EntityId entity,
                            const std::vector<model::AttributeId>& columns);

/// The columns of an index of the structure.
std::vector<OrderedColumn> orderedColumns(const SizeContext& context, const model::Structure& structure,
                                          const model::StructureIndex& index);

} // namespace shardscape::estimator
