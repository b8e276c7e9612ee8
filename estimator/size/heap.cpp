// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/size/heap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "estimator/size/normal.h"

namespace shardscape::estimator {
namespace {

using Residues = std::array<double, 8>; ///< P(offset mod 8)

double normalDensity(double z) {
    return std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
}

/// A length that is normal around its mean: share above a limit, and the means of both sides.
struct Split {
    double above = 0;
    double meanBelow = 0;
    double meanAbove = 0;
};

Split splitAt(double mean, double deviation, double limit) {
    if (deviation < 1e-6)
        return mean > limit ? Split{1, limit, mean} : Split{0, mean, limit};
    const double z = (limit - mean) / deviation;
    const double below = normalCdf(z);
    const double density = normalDensity(z);
    Split split;
    split.above = 1 - below;
    split.meanBelow = below > 1e-12 ? std::max(0.0, mean - deviation * density / below) : limit;
    split.meanAbove = split.above > 1e-12 ? mean + deviation * density / split.above : limit;
    return split;
}

double padding(int offset, double align) {
    const int a = static_cast<int>(align);
    return a <= 1 ? 0 : (a - offset % a) % a;
}

/// Moves every offset by a length of given mean whose last digits vary or not.
Residues moved(const Residues& at, double mean, double deviation) {
    Residues out{};
    if (deviation >= 3) {
        out.fill(1.0 / 8);
        return out;
    }
    // Few lengths: the two whole ones around the mean, or a narrow normal over whole bytes.
    std::array<double, 8> lengths{};
    if (deviation < 1e-6) {
        const double low = std::floor(mean + kTiny);
        const double high = mean - low;
        lengths[static_cast<std::size_t>(std::fmod(low, 8))] += 1 - std::max(0.0, high);
        lengths[static_cast<std::size_t>(std::fmod(low + 1, 8))] += std::max(0.0, high);
    } else {
        const int from = std::max(0, static_cast<int>(mean - 5 * deviation));
        const int to = static_cast<int>(mean + 5 * deviation) + 1;
        double total = 0;
        for (int length = from; length <= to; ++length) {
            const double weight =
                normalCdf((length + 0.5 - mean) / deviation) - normalCdf((length - 0.5 - mean) / deviation);
            lengths[static_cast<std::size_t>(length % 8)] += weight;
            total += weight;
        }
        for (double& weight : lengths)
            weight /= total;
    }
    for (std::size_t offset = 0; offset < 8; ++offset)
        for (std::size_t length = 0; length < 8; ++length)
            out[(offset + length) % 8] += at[offset] * lengths[length];
    return out;
}

/// Pads to the alignment: the mean padding, and where offsets are then.
double aligned(Residues& at, double align) {
    if (align <= 1)
        return 0;
    Residues out{};
    double mean = 0;
    for (int offset = 0; offset < 8; ++offset) {
        const double pad = padding(offset, align);
        mean += at[static_cast<std::size_t>(offset)] * pad;
        out[static_cast<std::size_t>(offset + static_cast<int>(pad)) % 8] += at[static_cast<std::size_t>(offset)];
    }
    at = out;
    return mean;
}

Residues mixed(const Residues& a, double shareOfA, const Residues& b) {
    Residues out{};
    for (std::size_t i = 0; i < 8; ++i)
        out[i] = shareOfA * a[i] + (1 - shareOfA) * b[i];
    return out;
}

struct State {
    Residues at{1, 0, 0, 0, 0, 0, 0, 0};
    double mean = 0;
    double variance = 0;
};

void append(State& state, const HeapColumn& column, const HeapConstants& c) {
    double mean = 0;
    double deviation = column.deviation;
    Residues after = state.at;
    if (!column.variable) {
        mean = aligned(after, column.align) + column.bytes;
        after = moved(after, column.bytes, 0);
        deviation = 0;
    } else {
        const Split split = splitAt(column.bytes, column.deviation, c.shortMost + 0.5);
        Residues shorts = moved(state.at, c.shortHeader + split.meanBelow, column.deviation);
        Residues longs = state.at;
        const double pad = aligned(longs, column.align > 1 ? column.align : c.longAlign);
        longs = moved(longs, c.longHeader + split.meanAbove, column.deviation);
        mean = (1 - split.above) * (c.shortHeader + split.meanBelow) +
               split.above * (pad + c.longHeader + split.meanAbove);
        after = mixed(longs, split.above, shorts);
    }
    const double present = 1 - column.nullShare;
    state.mean += present * mean;
    state.variance += present * (deviation * deviation + column.nullShare * mean * mean);
    state.at = mixed(after, present, state.at);
}

/// Rows of a page for rows of this mean size; whole ones when all are alike.
double perPage(double usable, double entry, double variance, double tail) {
    if (variance < 1e-6)
        return std::max(1.0, std::floor(usable / entry + kTiny));
    return std::max(1.0, (usable - tail * entry) / entry);
}

double maps(double pages, const HeapConstants& c) {
    if (pages < 1)
        return 0;
    const double fsm = pages > 4 ? 2 + std::ceil(pages / c.pagesPerFsmPage - kTiny) : 0;
    return fsm + std::ceil(pages / c.pagesPerVmPage - kTiny);
}

/// Chunks put into pages one value after another: into the page in hand, else into an earlier one with room (the free
/// space map), else into a new one. Returns pages a value.
double pagesOfValue(const std::vector<double>& values, const HeapConstants& c) {
    constexpr double kIds = 8; // chunk_id oid, chunk_seq int4
    const double header = alignUp(c.tupleHeader, c.align) + kIds;
    std::vector<double> room;
    for (double value : values)
        for (double left = value; left > 0; left -= c.toastChunk) {
            const double chunk = std::min(left, c.toastChunk);
            const double tuple =
                alignUp(header + (chunk <= c.shortMost ? c.shortHeader : c.longHeader) + chunk, c.align) +
                c.pointerBytes;
            auto page = room.empty() || room.back() < tuple
                            ? std::find_if(room.begin(), room.end(), [&](double free) { return free >= tuple; })
                            : std::prev(room.end());
            if (page == room.end())
                page = room.insert(page, c.usableBytes);
            *page -= tuple;
        }
    return static_cast<double>(room.size()) / static_cast<double>(values.size());
}

/// The TOAST table of "count" values of this mean and deviation: 64 values of it are packed as the server would.
double toastTableBytes(double count, double mean, double deviation, const HeapConstants& c) {
    constexpr int kSample = 64;
    constexpr double kGolden = 0.6180339887498949;
    std::vector<double> values;
    double chunks = 0;
    for (int i = 0; i < kSample; ++i) {
        // Lengths even between ±√3 deviations, in an order without pattern.
        const double at = std::fmod(kGolden * (i + 1), 1.0);
        values.push_back(std::max(1.0, std::round(mean + deviation * std::sqrt(3.0) * (2 * at - 1))));
        chunks += std::ceil(values.back() / c.toastChunk);
    }
    const double pages = std::ceil(count * pagesOfValue(values, c) - kTiny);
    BTreeInput index;
    index.rows = count * chunks / kSample;
    index.keyBytes = 8;
    index.distinct = index.rows;
    index.arrival = Arrival::Ascending;
    return (pages + maps(pages, c)) * c.pageBytes + btreeSize(index, c.btree).bytes;
}

/// Values moved out of the rows that are too long: the largest movable columns first, until the row fits.
struct Moved {
    std::vector<HeapColumn> columns; ///< as they stay in line
    double share = 0;                ///< of rows
    double toastBytes = 0;
};

Moved moveOut(double rows, const std::vector<HeapColumn>& columns, double header, const HeapConstants& c) {
    Moved result{columns, 0, 0};
    Walk walk = walkColumns(columns, c);
    const double limit = c.toastThreshold - header;
    const double deviation = std::sqrt(walk.variance);
    const Split split = splitAt(walk.padded, deviation, limit);
    if (split.above < 1e-6)
        return result;
    result.share = split.above;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].movable)
            order.push_back(i);
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return columns[a].bytes > columns[b].bytes; });
    double left = split.meanAbove;
    for (std::size_t i : order) {
        if (left <= limit)
            break;
        HeapColumn& column = result.columns[i];
        const double present = 1 - column.nullShare;
        // Of the rows that are too long, this column is longer by its part of the surplus.
        const double surplus =
            walk.variance > 0 ? (split.meanAbove - walk.padded) * column.deviation * column.deviation / walk.variance
                              : 0;
        const double value = column.bytes + surplus;
        result.toastBytes += toastTableBytes(rows * split.above * present, value, column.deviation, c);
        left -= present * (value + c.longHeader - c.toastPointer);
        // In line: the pointer for rows moved, the shorter values for the others.
        const double stays =
            split.above < 1 - 1e-6 ? std::max(0.0, (column.bytes - split.above * value) / (1 - split.above)) : 0;
        column.deviation = split.above < 1 - 1e-6 ? std::sqrt((1 - split.above)) * column.deviation : 0;
        column.bytes = split.above * (c.toastPointer - c.shortHeader) + (1 - split.above) * stays;
        column.movable = false;
    }
    return result;
}

} // namespace

HeapConstants HeapConstants::of(const model::EngineProfile& profile) {
    HeapConstants c;
    c.pageBytes = profile.value("storage.page_size_bytes");
    c.usableBytes = c.pageBytes - profile.value("storage.page_header_bytes");
    c.pointerBytes = profile.value("storage.item_pointer_bytes");
    c.tupleHeader = profile.value("storage.tuple_header_bytes");
    c.align = profile.value("storage.tuple_align_bytes");
    c.shortMost = profile.value("storage.short_value_max_bytes");
    c.shortHeader = profile.value("storage.short_value_header_bytes");
    c.longHeader = profile.value("storage.long_value_header_bytes");
    c.longAlign = profile.value("storage.long_value_align_bytes");
    c.tailShare = profile.value("storage.live_page_tail_ratio");
    c.pagesPerFsmPage = profile.value("storage.free_space_map_pages_per_page_count");
    c.pagesPerVmPage = profile.value("storage.visibility_map_pages_per_page_count");
    c.toastThreshold = profile.value("storage.toast_threshold_bytes");
    c.toastChunk = profile.value("storage.toast_chunk_bytes");
    c.toastPointer = profile.value("storage.toast_pointer_bytes");
    c.btree = BTreeConstants::of(profile);
    return c;
}

Walk walkColumns(const std::vector<HeapColumn>& columns, const HeapConstants& c) {
    State state;
    for (const HeapColumn& column : columns)
        append(state, column, c);
    Residues at = state.at;
    const double pad = aligned(at, c.align);
    return {state.mean, state.mean + pad, state.variance};
}

HeapSize heapSize(double rows, const std::vector<HeapColumn>& columns, double fillfactor, const HeapConstants& c) {
    HeapSize size;
    double noNull = 1;
    bool movable = false;
    for (const HeapColumn& column : columns) {
        noNull *= 1 - column.nullShare;
        movable = movable || column.movable;
    }
    const double plain = alignUp(c.tupleHeader, c.align);
    const double withBitmap = alignUp(c.tupleHeader + std::ceil(static_cast<double>(columns.size()) / 8), c.align);
    size.headerBytes = noNull * plain + (1 - noNull) * withBitmap;

    const Moved inLine = moveOut(rows, columns, size.headerBytes, c);
    const Walk walk = walkColumns(inLine.columns, c);
    size.toastRows = inLine.share;
    size.dataBytes = walk.bytes;
    size.entryBytes = size.headerBytes + walk.padded + c.pointerBytes;
    const double headerStep = withBitmap - plain;
    const double variance = walk.variance + noNull * (1 - noNull) * headerStep * headerStep;
    const double reserve = (1 - fillfactor) * c.pageBytes;
    size.rowsPerPage = perPage(c.usableBytes - reserve, size.entryBytes, variance, c.tailShare);
    size.pages = std::ceil(rows / size.rowsPerPage - kTiny);
    size.mapPages = maps(size.pages, c);
    if (movable)
        size.toastBytes = inLine.toastBytes > 0 ? inLine.toastBytes : c.pageBytes;
    size.bytes = (size.pages + size.mapPages) * c.pageBytes + size.toastBytes;
    return size;
}

} // namespace shardscape::estimator
