// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "model/physical/mapping_rules.h"

namespace shardscape::model {

struct PartitionChoice {
    std::vector<AttributeId> key; ///< empty: the table stays whole
    std::string reason;
};

/// The partition key of each table when rows are spread over several partitions.
///
/// Rule: each column is scored with the requests a second (at the peak) that compare it for equality, directly or in a
/// join, and would therefore reach one partition; a table whose best column scores no more than 1.5 × its foreign key
/// to an already placed parent's partition key takes that foreign key, so that parent and children lie together.
/// Columns with fewer than ten different values a partition are passed over: they would leave partitions unequal.
/// Without patterns the first column of the primary key is taken. The layout's own choice goes first.
std::unordered_map<EntityId, PartitionChoice> choosePartitionKeys(const MappingInput& input, int partitions);

} // namespace shardscape::model
