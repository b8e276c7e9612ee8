// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/size/record_batch.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace shardscape::estimator {
namespace {

constexpr double kMostInABatch = 100'000;

std::int64_t whole(double bytes) {
    return static_cast<std::int64_t>(std::llround(bytes));
}

/// Records that fill a batch of so many bytes, of records with these bytes after compression.
double fullAt(double batchBytes, double recordBytes) {
    return std::clamp(std::floor(batchBytes / std::max(1.0, recordBytes)), 1.0, kMostInABatch);
}

double rawBytes(const LogRecord& record, double count, double spanMs) {
    return static_cast<double>(recordsBytes(record, whole(count), spanMs)) / count;
}

} // namespace

int varintBytes(std::int64_t value) {
    auto left = (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
    int bytes = 1;
    while (left >= 0x80) {
        left >>= 7;
        ++bytes;
    }
    return bytes;
}

std::int64_t recordBytes(const LogRecord& record, std::int64_t timeDeltaMs, std::int64_t offsetDelta) {
    const std::int64_t key = record.keyBytes < 0 ? -1 : whole(record.keyBytes);
    const std::int64_t value = record.valueBytes < 0 ? -1 : whole(record.valueBytes);
    const std::int64_t length = 1 + varintBytes(timeDeltaMs) + varintBytes(offsetDelta) + varintBytes(key) +
                                std::max<std::int64_t>(0, key) + varintBytes(value) + std::max<std::int64_t>(0, value) +
                                varintBytes(0);
    return varintBytes(length) + length;
}

std::int64_t recordsBytes(const LogRecord& record, std::int64_t count, double spanMs) {
    std::int64_t bytes = 0;
    const double step = count > 1 ? spanMs / static_cast<double>(count - 1) : 0;
    for (std::int64_t i = 0; i < count; ++i)
        bytes += recordBytes(record, whole(step * static_cast<double>(i)), i);
    return bytes;
}

double batchRatio(double count, const model::EngineProfile& profile) {
    const std::array<std::pair<double, double>, 4> measured{{{1, profile.value("storage.batch_of_1_ratio")},
                                                             {10, profile.value("storage.batch_of_10_ratio")},
                                                             {100, profile.value("storage.batch_of_100_ratio")},
                                                             {1000, profile.value("storage.batch_of_1000_ratio")}}};
    for (std::size_t i = 1; i < measured.size(); ++i) {
        const auto [from, low] = measured[i - 1];
        const auto [to, high] = measured[i];
        if (count < to)
            return low + (high - low) * std::log(std::max(from, count) / from) / std::log(to / from);
    }
    return measured.back().second;
}

LoggedRecord loggedRecord(const LogRecord& record, double perSecond, const model::EngineProfile& profile) {
    const double header = profile.value("storage.batch_header_bytes");
    const double room = profile.value("storage.full_batch_bytes") - header;
    const double wait = profile.value("storage.batch_wait_ms");
    const double alone = rawBytes(record, 1, 0);
    LoggedRecord out;
    const double coming = std::max(1.0, std::floor(perSecond * wait / 1000));
    out.count = std::min(coming, fullAt(room, alone * batchRatio(coming, profile)));
    out.raw = rawBytes(record, out.count, wait);
    out.ratio = batchRatio(out.count, profile);
    out.bytes.likely = out.raw * out.ratio + header / out.count;
    out.batch = out.bytes.likely * out.count;
    const double best = profile.value("storage.compression_least_ratio");
    const double full = fullAt(room, alone * best);
    out.bytes.least = std::min(out.bytes.likely, rawBytes(record, full, wait) * best + header / full);
    out.bytes.most = std::max(out.bytes.likely, alone * profile.value("storage.compression_most_ratio") + header);
    return out;
}

} // namespace shardscape::estimator
