// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estimator/size/btree.h"
#include "estimator/size/record.h"

namespace shardscape::estimator {

/// Pages of InnoDB's and SQLite's trees, from measured records and the order in which keys arrive. State: loaded by
/// inserts with all indexes present. A single tree of random keys scatters 2 to 3 % around the law.

struct TreeInput {
    double rows = 0;
    const RecordSample* records = nullptr; ///< of the leaves; outlives the call
    double childBytes = 0;                 ///< mean bytes of an entry of inner pages, with its pointers
    double nullShare = 0;                  ///< entries with a null key: one ascending run
    const RecordSample* nulls = nullptr;   ///< their records; null when there are none
    Arrival arrival = Arrival::Random;
    double series = 0;
};

struct TreeSize {
    double rowsPerPage = 0; ///< of a leaf
    double leafPages = 0;
    double innerPages = 0;
    double outsidePages = 0; ///< long values, overflow chains
    double pages() const { return leafPages + innerPages + outsidePages; }
};

struct InnodbPages {
    double pageBytes = 16384;
    double usable = 16252;
    double reserve = 1024;
    double splitRest = 512;
    double directory = 0.5; ///< of a record
    double adjacentSplits = 0.025;
    double leavesPerSeries = 1.25;
    double clusteredLeavesPerSeries = 0.7;
    double nullFill = 0.75; ///< of leaves with null keys beside others
    static InnodbPages of(const model::EngineProfile& profile);
};
/// Clustered trees keep a sixteenth of each page free while keys ascend; secondary ones fill completely.
TreeSize innodbTree(const TreeInput& input, const InnodbPages& pages, bool clustered);

struct SqlitePages {
    double pageBytes = 4096;
    double leafHeader = 8;
    double innerHeader = 12;
    double cellPointer = 2;
    double ascendingFill = 0.875;
    double randomFill = 0.91;
    static SqlitePages of(const model::EngineProfile& profile);
};
/// A table with a rowid; keys in ascending order leave every leaf full.
TreeSize sqliteTable(const TreeInput& input, const SqlitePages& pages);
/// An index or a WITHOUT ROWID table; entries of inner pages are entries too.
TreeSize sqliteIndex(const TreeInput& input, const SqlitePages& pages);

/// Records of a page filled one after another until the next does not fit. "capacity" bytes, "more" bytes to each.
double nextFit(const RecordSample& records, double more, double capacity);

} // namespace shardscape::estimator
