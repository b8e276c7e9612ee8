// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/size/btree.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

#include "estimator/size/normal.h"

namespace shardscape::estimator {
namespace {

/// A share of nulls that takes the whole rightmost leaf, a tenth of the first one to split.
constexpr double kNullsAtTheEnd = 0.1;
/// Rows of a value up to which no value has more than two.
constexpr double kFewRepeats = 1.5;
/// Of a full leaf: shorter series than this are as good as random keys.
constexpr double kShortSeries = 0.2;

/// Entries of a full leaf of entries of mean size e: whole ones when all are alike.
double perPage(double bytes, double entry, bool fixedWidth) {
    const double entries = fixedWidth ? std::floor(bytes / entry + kTiny) : (bytes - entry / 2) / entry;
    return std::max(1.0, entries);
}

/// Bytes of a leaf that a build or an ascending load fills.
double builtBytes(double fillfactor, const BTreeConstants& c) {
    return c.usableBytes - 8 - (1 - fillfactor) * c.pageBytes;
}

/// Leaves of keys in random order. The rightmost leaf splits 90/10 as if keys were ascending, so the key space is cut
/// into segments of 0.9, 0.09, … that run out of phase; unless nulls, which come last, have the rightmost leaf.
double randomLeavesOfTree(double rows, double perLeaf, bool behindNulls) {
    if (behindNulls)
        return std::max(1.0, randomLeaves(rows, perLeaf));
    double leaves = 0;
    double share = 0.9;
    for (int segment = 0; segment < 7 && rows * share >= 1; ++segment, share *= 0.1)
        leaves += randomLeaves(rows * share, perLeaf);
    return std::max(1.0, leaves);
}

/// Bytes of all entries of one value that has d rows, as posting tuples of at most "most" rows each.
double valueBytes(double d, double base, double most, const BTreeConstants& c) {
    const double full = std::floor(d / most + kTiny);
    const double rest = d - full * most;
    double bytes = full * (alignUp(base + c.tupleIdBytes * most, c.align) + c.pointerBytes);
    if (rest >= 1.5)
        bytes += alignUp(base + c.tupleIdBytes * rest, c.align) + c.pointerBytes;
    else if (rest > 0)
        bytes += rest * (base + c.pointerBytes);
    return bytes;
}

/// Mean bytes of a value whose number of rows is Poisson with mean d: keys drawn at random are not equally frequent.
/// Of nearly as many values as rows some have two.
double meanValueBytes(double d, double base, double most, const BTreeConstants& c) {
    if (d < kFewRepeats)
        return (2 - d) * valueBytes(1, base, most, c) + (d - 1) * valueBytes(2, base, most, c);
    if (d > 60)
        return valueBytes(d, base, most, c);
    double probability = std::exp(-d);
    double mean = 0;
    for (int k = 1; k < 200; ++k) {
        probability *= d / k;
        mean += probability * valueBytes(k, base, most, c);
        if (k > d && probability < 1e-12)
            break;
    }
    return mean;
}

/// Rows of a posting list that grew by inserts: it takes at most a sixth of a page, 222 rows of an integer key.
double postingRows(double base, const BTreeConstants& c) {
    return std::floor((c.usableBytes / 6 - 8 - base) / c.tupleIdBytes);
}

/// Leaves of a value that has leaves of its own. A leaf of one value splits when it is full, and what stays in it,
/// 96 %, is five posting lists and three quarters of one: the rows of a value are Poisson with this mean.
double leavesOfValue(double perValue, double base, const BTreeConstants& c) {
    const double most = postingRows(base, c);
    const double stays = 5.757 * most;
    const double full = stays + std::floor(0.04 * c.usableBytes / (base + c.pointerBytes)); // the rest as single rows
    const double spread = std::sqrt(perValue);
    if (perValue > 1e6) // the steps no longer show
        return perValue / stays + 0.5;
    double leaves = 1;
    for (double holds = full; holds < perValue + 8 * spread; holds += stays)
        leaves += normalCdf((perValue - holds) / spread);
    return leaves;
}

/// Leaves that hold whole values. The values were there before the first leaf split, so that each split halves them
/// and none is left to chance, but for the number of rows that a value has.
class ValueLeaves {
public:
    ValueLeaves(double perValue, double base, const BTreeConstants& c)
        : m_alone(leavesOfValue(perValue, base, c))
        , m_valueBytes(meanValueBytes(perValue, base, postingRows(base, c), c))
        , m_rowSpread(c.tupleIdBytes * std::sqrt(perValue))
        , m_leafBytes(c.usableBytes - 20) {}

    /// The rightmost leaf splits 90/10, all others in halves.
    double rightmost(double values) const {
        double leaves = 0;
        for (;;) {
            const double left = std::round(0.9 * values);
            if (values <= 1 || left < 1 || left >= values || splits(values) < 0.5)
                return leaves + halved(values);
            leaves += halved(left);
            values -= left;
        }
    }
    /// All leaves of one age hold the same number of values, or one more.
    double halved(double values) const {
        double size = std::floor(values);
        double counts[2] = {1, 0}; // of "size" values, and of one more
        double leaves = 0;
        while (counts[0] + counts[1] > kTiny) {
            double next[2] = {0, 0};
            const double half = std::floor(size / 2);
            for (int more = 0; more < 2; ++more) {
                const double held = size + more;
                const double split = held > 1 ? splits(held) : 0;
                leaves += counts[more] * (held > 1 ? 1 - split : held * m_alone);
                next[static_cast<int>(std::floor(held / 2) - half)] += counts[more] * split;
                next[static_cast<int>(std::ceil(held / 2) - half)] += counts[more] * split;
            }
            counts[0] = next[0];
            counts[1] = next[1];
            size = half;
        }
        return leaves;
    }

private:
    double splits(double values) const {
        return normalCdf((values * m_valueBytes - m_leafBytes) / (m_rowSpread * std::sqrt(values)));
    }

    double m_alone, m_valueBytes, m_rowSpread, m_leafBytes;
};

/// Rows of a value from which its place in the tree is no longer left to chance.
constexpr double kManyRows = 20;

/// Leaves of keys with several rows each, deduplicated into posting lists (PostgreSQL 13 and later).
double duplicateLeaves(const BTreeInput& in, double rows, double perValue, double base, const BTreeConstants& c,
                       double fillfactor) {
    if (in.arrival == Arrival::Bulk) {
        const double most = std::floor((c.postingLimit - 4 - base) / c.tupleIdBytes);
        if (perValue >= most)
            return rows / (9 * most);
        return rows / perValue * meanValueBytes(perValue, base, most, c) / builtBytes(fillfactor, c);
    }
    const bool behindNulls = in.nullShare > kNullsAtTheEnd;
    if (perValue >= kManyRows) {
        const ValueLeaves leaves(perValue, base, c);
        const double values = std::max(1.0, std::round(rows / perValue));
        return behindNulls ? leaves.halved(values) : leaves.rightmost(values);
    }
    const double bytes = meanValueBytes(perValue, base, postingRows(base, c), c);
    return randomLeavesOfTree(rows, (c.usableBytes - 20) * perValue / bytes, behindNulls);
}

double keyLeaves(const BTreeInput& in, double rows, double entry, const BTreeConstants& c, double fillfactor) {
    const double built = perPage(builtBytes(fillfactor, c), entry, in.fixedWidth);
    switch (in.arrival) {
    case Arrival::Bulk:
    case Arrival::Ascending: return rows / built;
    case Arrival::Series: {
        // A series leaves a part of a leaf at its end; a short one shares its leaf, and a shorter one many.
        const double perLeaf = (c.usableBytes - entry) / entry;
        const double perSeries = rows / std::max(1.0, in.series);
        if (perSeries > kShortSeries * perLeaf)
            return rows / built +
                   in.series * std::min(c.leavesPerSeries, c.leavesPerSeries * 0.8 * perSeries / perLeaf);
        break;
    }
    case Arrival::Random: break;
    }
    return randomLeavesOfTree(rows, (c.usableBytes - entry) / entry, in.nullShare > kNullsAtTheEnd);
}

double innerPages(double leaves, double pivot, const BTreeConstants& c) {
    const double usable = c.usableBytes - 20 - (1 - c.innerFillfactor) * c.pageBytes;
    const double children = std::max(2.0, std::floor(usable / (pivot + c.pointerBytes)) + 1);
    double pages = 0;
    for (double level = leaves; level > 1;) {
        level = std::ceil(level / children - kTiny);
        pages += level;
    }
    return pages;
}

} // namespace

const char* name(Arrival arrival) {
    switch (arrival) {
    case Arrival::Bulk: return "built at once";
    case Arrival::Ascending: return "ascending";
    case Arrival::Random: return "random order";
    case Arrival::Series: return "many ascending series";
    }
    return "random order";
}

BTreeConstants BTreeConstants::of(const model::EngineProfile& profile) {
    BTreeConstants c;
    c.pageBytes = profile.value("storage.page_size_bytes");
    c.pointerBytes = profile.value("storage.item_pointer_bytes");
    c.usableBytes =
        c.pageBytes - profile.value("storage.page_header_bytes") - profile.value("storage.index_special_bytes");
    c.tupleHeader = profile.value("storage.index_tuple_header_bytes");
    c.nullTupleHeader = profile.value("storage.index_null_tuple_header_bytes");
    c.align = profile.value("storage.tuple_align_bytes");
    c.fillfactor = profile.value("storage.index_fillfactor_ratio");
    c.innerFillfactor = profile.value("storage.index_inner_fillfactor_ratio");
    c.leavesPerSeries = profile.value("storage.index_leaves_per_series_count");
    c.postingLimit = profile.value("storage.posting_limit_bytes");
    c.tupleIdBytes = profile.value("storage.tuple_id_bytes");
    return c;
}

double randomLeaves(double entries, double perLeaf) {
    if (entries <= perLeaf)
        return entries > 0 ? 1 : 0;
    const double base = std::log(entries / (perLeaf + 0.5));
    double leaves = 1;
    for (int g = 0; g < 64; ++g) {
        const double variance = (g - 2 * (1 - std::pow(2.0, -g)) + (1 - std::pow(4.0, -g))) / perLeaf;
        const double distance = base - g * std::numbers::ln2 - g / (2 * perLeaf);
        const double passed = variance > 0 ? normalCdf(distance / std::sqrt(variance))
                                           : (distance > 0    ? 1.0
                                              : distance == 0 ? 0.5
                                                              : 0.0);
        leaves += std::ldexp(passed, g);
        if (distance < 0 && passed < 1e-12)
            break;
    }
    return leaves;
}

BTreeSize btreeSize(const BTreeInput& in, const BTreeConstants& c) {
    BTreeSize size;
    const double fillfactor = in.fillfactor > 0 ? in.fillfactor : c.fillfactor;
    const double leafTuple = in.fixedWidth ? alignUp(c.tupleHeader + in.keyBytes + in.includeBytes, c.align)
                                           : c.tupleHeader + in.keyBytes + in.includeBytes + (c.align - 1) / 2;
    const double pivot =
        in.fixedWidth ? alignUp(c.tupleHeader + in.keyBytes, c.align) : c.tupleHeader + in.keyBytes + (c.align - 1) / 2;
    size.entryBytes = leafTuple + c.pointerBytes;
    const double nulls = in.rows * std::clamp(in.nullShare, 0.0, 1.0);
    const double rows = in.rows - nulls;
    const double perValue = in.distinct > 0 ? rows / in.distinct : 1;
    double leaves = 0;
    if (rows > 0)
        leaves += in.deduplicates && perValue > 1.05 && in.arrival != Arrival::Series
                      ? duplicateLeaves(in, rows, perValue, leafTuple, c, fillfactor)
                      : keyLeaves(in, rows, size.entryBytes, c, fillfactor);
    if (nulls > 0) {
        leaves +=
            in.mergesNulls && nulls > 1.5
                ? (in.arrival == Arrival::Bulk ? duplicateLeaves(in, nulls, nulls, c.nullTupleHeader, c, fillfactor)
                                               : leavesOfValue(nulls, c.nullTupleHeader, c))
                : nulls / perPage(builtBytes(fillfactor, c), c.nullTupleHeader + c.pointerBytes, true);
    }
    const bool filledInTurn = in.arrival == Arrival::Bulk || in.arrival == Arrival::Ascending;
    size.leafPages = in.rows > 0 ? std::max(1.0, filledInTurn ? std::ceil(leaves - kTiny) : std::round(leaves)) : 0;
    size.innerPages = innerPages(size.leafPages, pivot, c);
    size.bytes = (size.leafPages + size.innerPages + 1) * c.pageBytes;
    return size;
}

double hashIndexBytes(double rows, double rowsPerBucket, const BTreeConstants& c) {
    const double wanted = std::max(2.0, rows / rowsPerBucket);
    double top = std::exp2(std::ceil(std::log2(wanted) - kTiny));
    double buckets = top;
    if (top > 1024) {
        // Beyond 1,024 buckets the table grows by quarters of its last power of two.
        const double half = top / 2;
        buckets = half + std::ceil((wanted - half) / (half / 4) - kTiny) * (half / 4);
    }
    constexpr double kEntriesPerPage = 407; // (8192 − 24 − 16)/20: 8 header, 4 hash, padded to 16, and its pointer
    const double split = buckets < top ? 2 * (buckets - top / 2) : buckets;
    // Rows of a bucket are Poisson; each full page of them beyond the first is an overflow page.
    const auto overflow = [](double perBucket) {
        double pages = 0;
        for (int page = 1; page < 1000; ++page) {
            const double chance =
                normalCdf((perBucket - kEntriesPerPage * page - 0.5) / std::sqrt(std::max(1.0, perBucket)));
            pages += chance;
            if (chance < 1e-9)
                break;
        }
        return pages;
    };
    const double pages = 2 + buckets + split * overflow(rows / top) + (buckets - split) * overflow(2 * rows / top);
    return pages * c.pageBytes;
}

double ginIndexBytes(double rows, double keysPerRow, double distinct, double keyBytes, const BTreeConstants& c) {
    const double keys = std::max(1.0, distinct);
    const double postings = rows * std::max(1.0, keysPerRow);
    const double perKey = postings / keys;
    // Mean distance between rows of one key decides the bytes of a delta: within a page, 8 pages, 1,024 pages.
    const double rowsApart = rows / std::max(1.0, perKey);
    const double delta = rowsApart < 2 ? 1 : rowsApart < 1000 ? 1.84 : rowsApart < 100000 ? 2.83 : 4;
    const double list = perKey * delta;
    const double entry = alignUp(c.tupleHeader + keyBytes, c.align) + c.pointerBytes;
    constexpr double kInlineList = 2700; // a longer posting list gets pages of its own
    if (list <= kInlineList)
        return (std::ceil(keys * (entry + list) / (c.usableBytes * 0.5)) + 2) * c.pageBytes;
    const double treePages = std::ceil(list / (c.usableBytes * 0.99));
    return (keys * treePages + std::ceil(keys * (entry + 6) / (c.usableBytes * 0.5)) + 2) * c.pageBytes;
}

double brinIndexBytes(double heapPages, double pagesPerRange, double tupleBytes, const BTreeConstants& c) {
    return (2 + std::max(1.0, std::ceil(heapPages / pagesPerRange * tupleBytes / c.usableBytes))) * c.pageBytes;
}

double gistIndexBytes(double rows, double keyBytes, const BTreeConstants& c) {
    const double entry = alignUp(c.tupleHeader + keyBytes, c.align) + c.pointerBytes;
    const double leaves = rows > 0 ? randomLeaves(rows, (c.usableBytes - entry) / entry) : 0;
    return (std::ceil(leaves) + innerPages(leaves, entry - c.pointerBytes, c)) * c.pageBytes;
}

} // namespace shardscape::estimator
