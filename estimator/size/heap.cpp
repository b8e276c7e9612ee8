// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/size/heap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "estimator/size/draw.h"
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
        lengths[static_cast<std::size_t>(low) % 8] += 1 - std::max(0.0, high);
        lengths[(static_cast<std::size_t>(low) + 1) % 8] += std::max(0.0, high);
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

/// Tuples put into pages as the server does: into the page in hand, else into an earlier one with room, else into a new
/// one. The free space map knows the room of a page in steps of 32 bytes (a page in 256 parts).
class Pages {
public:
    explicit Pages(double usable)
        : m_usable(usable) {}
    void add(double tuple) {
        constexpr double kStep = 32;
        if (m_room.empty() || m_room[m_inHand] < tuple) {
            const double wanted = std::ceil(tuple / kStep) * kStep;
            const auto found = std::find_if(m_room.begin(), m_room.end(),
                                            [&](double free) { return std::floor(free / kStep) * kStep >= wanted; });
            m_inHand = static_cast<std::size_t>(found - m_room.begin());
            if (found == m_room.end())
                m_room.push_back(m_usable);
        }
        m_room[m_inHand] -= std::min(tuple, m_room[m_inHand]);
    }
    double count() const { return static_cast<double>(m_room.size()); }

private:
    const double m_usable;
    std::vector<double> m_room;
    std::size_t m_inHand = 0;
};

/// The TOAST table of values moved out of the drawn rows, for "rows" rows in all.
double toastTableBytes(const std::vector<double>& values, double rows, const HeapConstants& c) {
    constexpr double kIds = 8; // chunk_id oid, chunk_seq int4
    const double header = alignUp(c.tupleHeader, c.align) + kIds;
    Pages packed(c.usableBytes);
    double chunks = 0;
    for (const double value : values)
        for (double left = value; left > 0; left -= c.toastChunk, ++chunks) {
            const double chunk = std::min(left, c.toastChunk);
            packed.add(alignUp(header + (chunk <= c.shortMost ? c.shortHeader : c.longHeader) + chunk, c.align) +
                       c.pointerBytes);
        }
    const double pages = std::ceil(rows * packed.count() / kDrawnRows - kTiny);
    BTreeInput index;
    index.rows = rows * chunks / kDrawnRows;
    index.keyBytes = 8;
    index.distinct = index.rows;
    index.arrival = Arrival::Ascending;
    return (pages + maps(pages, c)) * c.pageBytes + btreeSize(index, c.btree).bytes;
}

/// Rows drawn one by one, for tables whose rows may be too long to stay in line, or of which few fit a page.
struct DrawnRows {
    double data = 0;            ///< mean bytes of the columns in line
    double entry = 0;           ///< mean bytes of a row in its page
    double moved = 0;           ///< share of rows with a value out of line
    double pages = 0;           ///< of the drawn rows
    std::vector<double> values; ///< out of line
};

model::Lengths lengthsOf(const HeapColumn& column) {
    if (column.lengths.mean > 0)
        return column.lengths;
    const double half = column.deviation * std::numbers::sqrt3;
    return {column.bytes, column.bytes + half, std::max(0.0, column.bytes - half), 1};
}

/// Payload bytes of a column in all drawn rows; below 0 are nulls.
void drawPayload(const HeapColumn& column, std::size_t at, Drawn& out) {
    if (column.variable)
        drawLengths(lengthsOf(column), valueDimension(at), out);
    else
        out.fill(column.bytes);
    if (column.nullShare <= 0)
        return;
    Drawn scratch;
    const Drawn& shares = drawnShares(nullDimension(at), scratch);
    for (std::size_t i = 0; i < kDrawnRows; ++i)
        out[i] = shares[i] < column.nullShare ? -1 : out[i];
}

/// Where a column ends that begins at "at", in whole bytes. Alignments are powers of two.
double endOf(const HeapColumn& column, double at, double payload, const HeapConstants& c) {
    const auto aligned = [at](double align) { return wholeBytes((at + align - 1) / align) * align; };
    if (!column.variable)
        return aligned(column.align) + payload;
    return payload <= c.shortMost ? at + c.shortHeader + payload : aligned(c.longAlign) + c.longHeader + payload;
}

/// Moves the longest values of one row out of it while it is too long. "payloads" has the columns' values in all rows.
/// Returns the bytes of the columns that are left, and adds the moved values.
double moveValues(const std::vector<HeapColumn>& columns, const std::vector<Drawn>& payloads, std::size_t row,
                  double header, double data, const HeapConstants& c, std::vector<double>& values) {
    std::vector<bool> out(columns.size(), false);
    while (header + data > c.toastThreshold) {
        std::size_t longest = columns.size();
        for (std::size_t k = 0; k < columns.size(); ++k)
            if (columns[k].movable && !out[k] && payloads[k][row] > c.toastPointer &&
                (longest == columns.size() || payloads[k][row] > payloads[longest][row]))
                longest = k;
        if (longest == columns.size())
            break;
        out[longest] = true;
        values.push_back(payloads[longest][row]);
        data = 0;
        for (std::size_t k = 0; k < columns.size(); ++k)
            if (payloads[k][row] >= 0)
                data = out[k] ? data + c.toastPointer : endOf(columns[k], data, payloads[k][row], c);
    }
    return data;
}

DrawnRows drawRows(const std::vector<HeapColumn>& columns, double plain, double withBitmap, double reserve,
                   const HeapConstants& c) {
    std::vector<Drawn> payloads(columns.size());
    Drawn ends{}, headers;
    headers.fill(plain);
    for (std::size_t k = 0; k < columns.size(); ++k) {
        const HeapColumn& column = columns[k];
        Drawn& payload = payloads[k];
        drawPayload(column, k, payload);
        for (std::size_t i = 0; i < kDrawnRows; ++i)
            ends[i] = payload[i] < 0 ? ends[i] : endOf(column, ends[i], payload[i], c);
        if (column.nullShare > 0)
            for (std::size_t i = 0; i < kDrawnRows; ++i)
                headers[i] = payload[i] < 0 ? withBitmap : headers[i];
    }
    DrawnRows result;
    Pages pages(c.usableBytes - reserve);
    for (std::size_t i = 0; i < kDrawnRows; ++i) {
        const std::size_t before = result.values.size();
        const double data = moveValues(columns, payloads, i, headers[i], ends[i], c, result.values);
        const double entry = alignUp(headers[i] + data, c.align) + c.pointerBytes;
        result.data += data / kDrawnRows;
        result.entry += entry / kDrawnRows;
        result.moved += result.values.size() > before ? 1.0 / kDrawnRows : 0;
        pages.add(entry);
    }
    result.pages = pages.count();
    return result;
}

/// The longest row that the lengths allow.
double longestRow(const std::vector<HeapColumn>& columns, double header, const HeapConstants& c) {
    double sum = header;
    for (const HeapColumn& column : columns)
        sum += column.variable ? c.longHeader + c.longAlign + std::round(lengthsOf(column).at(1))
                               : column.bytes + column.align;
    return sum;
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

    constexpr double kFewRows = 12; // in a page: then each one counts
    const Walk walk = walkColumns(columns, c);
    const double reserve = (1 - fillfactor) * c.pageBytes;
    size.dataBytes = walk.bytes;
    size.entryBytes = size.headerBytes + walk.padded + c.pointerBytes;
    const double headerStep = withBitmap - plain;
    const double variance = walk.variance + noNull * (1 - noNull) * headerStep * headerStep;
    const bool mayMove = movable && longestRow(columns, withBitmap, c) > c.toastThreshold;
    if (mayMove || (variance > 1e-6 && size.entryBytes * kFewRows > c.usableBytes)) {
        const DrawnRows drawn = drawRows(columns, plain, withBitmap, reserve, c);
        size.dataBytes = drawn.data;
        size.entryBytes = drawn.entry;
        size.toastRows = drawn.moved;
        size.rowsPerPage = size.entryBytes * kFewRows > c.usableBytes
                               ? kDrawnRows / drawn.pages
                               : perPage(c.usableBytes - reserve, drawn.entry, 1, c.tailShare);
        if (!drawn.values.empty())
            size.toastBytes = toastTableBytes(drawn.values, rows, c);
    } else {
        size.rowsPerPage = perPage(c.usableBytes - reserve, size.entryBytes, variance, c.tailShare);
    }
    size.pages = std::ceil(rows / size.rowsPerPage - kTiny);
    size.mapPages = maps(size.pages, c);
    if (movable && size.toastBytes <= 0)
        size.toastBytes = c.pageBytes;
    size.bytes = (size.pages + size.mapPages) * c.pageBytes + size.toastBytes;
    return size;
}

} // namespace shardscape::estimator
