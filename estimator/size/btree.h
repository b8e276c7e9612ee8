// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>

#include "estimator/size/normal.h"
#include "model/engine/engine_profile.h"

namespace shardscape::estimator {

/// Sizes of PostgreSQL B-trees in pages, from the statistics of their keys.
///
/// Source: page layout and nbtree of PostgreSQL 15; every formula was checked against indexes of 100 k to 1 M rows on a
/// live 15.20 (see README.md of this folder). Valid for 8 kB pages and versions 13 and later (deduplication). A single
/// randomly filled tree scatters 2 to 3 % around the law, because its first splits fix whole sub-trees.

/// The order in which keys arrive; besides the width of the key the one thing that decides how full leaves are.
enum class Arrival {
    Bulk,      ///< built at once: CREATE INDEX, REINDEX
    Ascending, ///< serial, UUIDv7, creation time
    Random,    ///< UUIDv4, hashes, e-mail addresses
    Series,    ///< many ascending series side by side: (device, time)
};
const char* name(Arrival arrival);

/// The constants of the profile that B-trees need, looked up once.
struct BTreeConstants {
    double pageBytes = 8192;
    double usableBytes = 8152; ///< page without header and special space
    double pointerBytes = 4;
    double tupleHeader = 8;
    double nullTupleHeader = 16;
    double align = 8;
    double fillfactor = 0.9;
    double innerFillfactor = 0.7;
    double leavesPerSeries = 0.65;
    double postingLimit = 812;
    double tupleIdBytes = 6;
    static BTreeConstants of(const model::EngineProfile& profile);
};

struct BTreeInput {
    double rows = 0;          ///< index entries: rows that satisfy the predicate
    double keyBytes = 0;      ///< mean bytes of the key columns, padded between columns, not at the end
    double includeBytes = 0;  ///< of the columns carried along, only in leaves
    bool fixedWidth = true;   ///< every key has keyBytes; decides whether entries divide a page exactly
    double nullShare = 0;     ///< entries whose (only) key column is null
    double distinct = 0;      ///< different keys; as many as rows for unique ones
    bool deduplicates = true; ///< the types allow posting lists, there is no INCLUDE, and keys may be equal
    bool mergesNulls = true;  ///< the same of nulls, which are equal to nothing: in unique indexes too
    Arrival arrival = Arrival::Random;
    double series = 0;     ///< Series: how many side by side
    double fillfactor = 0; ///< 0 = the profile's
};

struct BTreeSize {
    double entryBytes = 0; ///< a leaf entry with its item pointer, before deduplication
    double leafPages = 0;
    double innerPages = 0;
    double bytes = 0; ///< leaves, inner pages and the meta page
};

/// Expected leaves of a B-tree filled in random order with n entries, C to a full leaf.
///
/// Leaves are born together and split in lock-step, so that the count swings around n/(C ln 2):
///   leaves = 1 + Σ_g 2^g Φ(z_g),  z_g = (ln(n/(C + ½)) − g ln 2 − g/(2C)) / σ_g,  σ_g² = (g − 2(1 − 2^−g) + (1 −
///   4^−g))/C
/// The split points halve their range by Beta((C+1)/2, (C+1)/2). Within 1.5 % of the mean of simulated trees for C 20 …
/// 407.
double randomLeaves(double entries, double perLeaf);

BTreeSize btreeSize(const BTreeInput& input, const BTreeConstants& constants);

/// Other access methods of PostgreSQL.
double hashIndexBytes(double rows, double rowsPerBucket, const BTreeConstants& constants);
/// "keysPerRow" posting entries a row over "distinct" keys; deltaBytes is the mean cost of one row in a posting list.
double ginIndexBytes(double rows, double keysPerRow, double distinct, double keyBytes, const BTreeConstants& constants);
double brinIndexBytes(double heapPages, double pagesPerRange, double tupleBytes, const BTreeConstants& constants);
/// GiST and SP-GiST: a tree of bounding entries filled in random order; nothing is deduplicated.
double gistIndexBytes(double rows, double keyBytes, const BTreeConstants& constants);

/// The next multiple of "align" at or above "value".
inline double alignUp(double value, double align) {
    // The next whole number, without the call that ceil() is on processors as old as the oldest that are supported.
    const double steps = value / align - kTiny;
    if (!(std::abs(steps) < 1e15))
        return std::ceil(steps) * align;
    const auto whole = static_cast<double>(static_cast<std::int64_t>(steps));
    return (steps > whole ? whole + 1 : whole) * align;
}

} // namespace shardscape::estimator
