// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estimator/summary/estimate.h"
#include "model/physical/cardinality.h"

namespace shardscape::estimator {

/// The most crowded value of a structure's partition key, from stated maxima of fan-outs and the rows of a value.
/// Bytes are before compression: partition limits are meant so.
struct LargestPartition {
    Figure rows;
    Figure bytes;
    bool grows = true; ///< its rows grow with the data
};

LargestPartition largestPartition(const model::Cardinality& cardinality, const model::EngineProfile& profile,
                                  const model::Structure& structure, const StructureEstimate& estimate);

} // namespace shardscape::estimator
