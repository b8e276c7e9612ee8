// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "estimator/size/columnar.h"
#include "model/engine/engine_profile.h"

namespace shardscape::estimator {

/// Record batches, version 2, byte for byte: https://kafka.apache.org/documentation/#recordbatch.
///
///   batch  = 61 bytes (base offset 8, length 4, leader epoch 4, magic 1, check sum 4, attributes 2, last offset delta
///   4,
///            first and last time 16, producer 8 + 2 + 4, count 4) + Σ records
///   record = varint(length) + length
///   length = attributes 1 + varint(time delta in ms) + varint(offset delta) + varint(bytes of key, or −1) + key
///            + varint(bytes of value, or −1) + value + varint(headers)
/// Varints are zig-zag: one byte for −64 … 63, two for −8,192 … 8,191, three for −1,048,576 … 1,048,575.

/// Bytes of the number as a zig-zag varint.
int varintBytes(std::int64_t value);

/// A record as it is on average. Bytes are rounded; -1 = none.
struct LogRecord {
    double keyBytes = -1;
    double valueBytes = 0;
};
/// One record of a batch, without headers.
std::int64_t recordBytes(const LogRecord& record, std::int64_t timeDeltaMs, std::int64_t offsetDelta);
/// The records of a batch, without its header: "count" of them, evenly over "spanMs".
std::int64_t recordsBytes(const LogRecord& record, std::int64_t count, double spanMs);

/// What a record of a topic takes in the log, its share of the batch included, and how that comes about.
struct LoggedRecord {
    Spread bytes;     ///< compressed, with the share of the header
    double count = 1; ///< records of a batch, likely
    double raw = 0;   ///< bytes of a record in such a batch, before compression, without header
    double ratio = 1; ///< what compression leaves of such a batch
    double batch = 0; ///< bytes of such a batch, compressed, with its header
};
/// "perSecond": records a second that come into one partition. A batch has what comes in while the producer waits
/// (batch_wait_ms), and is full at batch_bytes.
/// - least: full batches, compressed as the best codec does;
/// - likely: batches of what comes in from one producer, lz4 as measured for so many;
/// - most: a batch a record, as many producers with little to say send it, not compressed.
LoggedRecord loggedRecord(const LogRecord& record, double perSecond, const model::EngineProfile& profile);

/// What lz4 leaves of a batch of so many records: between the measured numbers in a straight line over log(count).
double batchRatio(double count, const model::EngineProfile& profile);

} // namespace shardscape::estimator
