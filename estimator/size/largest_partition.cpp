// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/size/largest_partition.h"

#include <algorithm>

namespace shardscape::estimator {

using namespace model;

LargestPartition largestPartition(const Cardinality& cardinality, const EngineProfile& profile,
                                  const Structure& structure, const StructureEstimate& estimate) {
    std::vector<AttributeId> key;
    double buckets = 1;
    bool timeBucket = false;
    for (const StructureKeyPart& part : structure.partitionKey) {
        const StructureColumn* column = structure.find(part.column);
        if (!column)
            continue;
        if (column->buckets > 0) {
            buckets *= column->buckets;
            timeBucket = timeBucket || column->bucketOf.attribute;
        } else if (column->source.entity == structure.entity) {
            key.push_back(column->source.attribute);
        }
    }
    const double all = estimate.rows.value();
    const double rows = (key.empty() ? all : cardinality.maximumRowsPerValue(structure.entity, key)) / buckets;
    const double ratio = profile.value("storage.compression_ratio");
    LargestPartition out;
    out.grows = !timeBucket && cardinality.growsPerValue(structure.entity, key);
    out.rows =
        Figure::derived("rows of the largest partition", rows, Unit::Rows,
                        buckets > 1 ? "most rows of one key ÷ buckets" : "most rows of one key", {estimate.rows});
    out.bytes =
        Figure::derived("bytes of the largest partition", rows * estimate.rowBytes.value() / (ratio > 0 ? ratio : 1),
                        Unit::Bytes, "rows × bytes of a row, uncompressed", {out.rows, estimate.rowBytes});
    return out;
}

} // namespace shardscape::estimator
