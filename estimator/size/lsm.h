// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/engine/engine_profile.h"

namespace shardscape::estimator {

/// Sizes of Cassandra tables on disk: rows in partitions in sorted files.
///
/// Source: the "m" file format of Cassandra 3.0 to 4.1, reproduced byte for byte from files that Cassandra wrote
/// (README.md of this folder). Exact before compression; compression depends on the data and is the profile's ratio
/// with its spread. State: everything written once and flushed; overwrites and tombstones are the space amplification.

struct LsmColumn {
    double bytes = 0;            ///< payload
    bool lengthPrefixed = false; ///< every type without a fixed width in the format
    double nullShare = 0;
};

struct LsmInput {
    double rows = 0;
    double partitions = 0; ///< different partition keys
    std::vector<LsmColumn> partitionKey;
    std::vector<LsmColumn> clustering;
    std::vector<LsmColumn> regular;
    bool expires = false; ///< rows carry a time to live
};

struct LsmSize {
    double rowBytes = 0;       ///< a row, uncompressed, without its share of the partition's header
    double partitionBytes = 0; ///< a partition of mean size, uncompressed
    double rawBytes = 0;       ///< all partitions, uncompressed
    double dataBytes = 0;      ///< compressed
    double indexBytes = 0;     ///< partition index and Bloom filter
    double cellsPerPartition = 0;
    double bytes = 0; ///< data and index
};

/// Bytes of Cassandra's variable-length integer: 1 below 2^7, 2 below 2^14, …
double vintBytes(double value);
LsmSize lsmSize(const LsmInput& input, const model::EngineProfile& profile);
/// Times that size-tiered compaction writes a byte: 1 + log_fanout(D / s), D bytes a node holds of the table, s a
/// flushed file.
double compactionWrites(double nodeBytes, const model::EngineProfile& profile);

} // namespace shardscape::estimator
