// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "estimator/summary/estimate.h"

namespace shardscape::estimator {

/// Request units that one request of a pattern consumes on an item store.
///
/// Source: DynamoDB developer guide, "Capacity unit consumption" and "Global secondary indexes: storage and write
/// considerations". Reads: each item got by its key, ⌈bytes ÷ 4 KB⌉; a query or a page of a scan, ⌈sum of its items ÷
/// 4 KB⌉; half of that when eventually consistent, which reads of global indexes always are. Writes: ⌈bytes ÷ 1 KB⌉ for
/// each item put, changed or deleted, and for each index entry; the plan has those (two where an index key changes). An
/// item counts with its attributes' names, without the 100 bytes that storage adds. Mean item sizes are rounded, not
/// each item by itself: sizes that vary around a block's edge cost up to half a block more.
struct RequestUnits {
    double reads = 0;
    double writes = 0;
};

RequestUnits requestUnits(const Plan& plan, const model::AccessPattern& pattern, const model::EngineProfile& profile,
                          const model::Design& design, const std::vector<StructureEstimate>& structures);

} // namespace shardscape::estimator
