// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/size/lsm.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace shardscape::estimator {
namespace {

double valueBytes(const LsmColumn& column) {
    return column.bytes + (column.lengthPrefixed ? vintBytes(column.bytes) : 0);
}

double sumOfValues(const std::vector<LsmColumn>& columns) {
    double sum = 0;
    for (const LsmColumn& column : columns)
        sum += valueBytes(column);
    return sum;
}

} // namespace

double vintBytes(double value) {
    double bytes = 1;
    for (double most = 128; value >= most && bytes < 9; most *= 128)
        ++bytes;
    return bytes;
}

LsmSize lsmSize(const LsmInput& in, const model::EngineProfile& profile) {
    LsmSize size;
    double keyBytes = 0;
    for (const LsmColumn& part : in.partitionKey)
        keyBytes += part.bytes;
    if (in.partitionKey.size() > 1)
        keyBytes += profile.value("storage.key_component_bytes") * static_cast<double>(in.partitionKey.size());

    const double cellFlags = profile.value("storage.cell_flags_bytes");
    double cells = 0;
    double present = 0;
    double allPresent = 1;
    for (const LsmColumn& column : in.regular) {
        cells += (1 - column.nullShare) * (cellFlags + valueBytes(column));
        present += 1 - column.nullShare;
        allPresent *= 1 - column.nullShare;
    }
    // A bitmap of the missing columns when some are: one byte for up to seven of them.
    const double bitmap =
        (1 - allPresent) * vintBytes(std::exp2(std::min<double>(static_cast<double>(in.regular.size()), 62)) - 1);
    const double headers = std::ceil(static_cast<double>(in.clustering.size()) / 32);
    const double clustering = headers * profile.value("storage.clustering_header_bytes") + sumOfValues(in.clustering);
    const double perPartition = in.partitions > 0 ? std::max(1.0, in.rows / in.partitions) : 1;
    double body = profile.value("storage.row_timestamp_bytes") + bitmap + cells;
    if (in.expires)
        body += profile.value("storage.ttl_bytes");
    // The body begins with the size of the row before it; the first row of a partition has none to speak of.
    const double previous = perPartition > 1 ? vintBytes(body + clustering) : 1;
    body += previous;
    size.rowBytes = profile.value("storage.row_flags_bytes") + clustering + vintBytes(body) + body;

    const double partitions = in.partitions > 0 ? std::min(in.partitions, std::max(in.rows, 1.0)) : in.rows;
    const double fixed =
        profile.value("storage.partition_header_bytes") + keyBytes + profile.value("storage.partition_end_bytes");
    size.partitionBytes = fixed + perPartition * size.rowBytes;
    size.cellsPerPartition = perPartition * std::max(1.0, present);
    size.rawBytes = partitions * fixed + in.rows * size.rowBytes;
    size.dataBytes = size.rawBytes * profile.value("storage.compression_ratio");
    const double falsePositives = profile.value("storage.bloom_filter_false_ratio");
    const double bloomBytes = -std::log(falsePositives) / (std::numbers::ln2 * std::numbers::ln2) / 8;
    size.indexBytes = partitions * (keyBytes + profile.value("storage.partition_index_bytes") + bloomBytes);
    size.bytes = size.dataBytes + size.indexBytes;
    return size;
}

double compactionWrites(double nodeBytes, const model::EngineProfile& profile) {
    const double flushed = profile.value("storage.flush_bytes");
    const double merged = std::min(nodeBytes, profile.find("storage.largest_merge_bytes").value_or(nodeBytes));
    if (merged <= flushed)
        return 1;
    return 1 + std::log(merged / flushed) / std::log(profile.value("storage.compaction_fanout_count"));
}

} // namespace shardscape::estimator
