// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estimator/size/columnar.h"
#include "model/engine/engine_profile.h"

namespace shardscape::estimator {

/// Bytes that a document's field takes in the files of a Lucene index (8.7, one segment, measured for 23 kinds of
/// fields of 200,000 and a million documents; tests/engines/lucene_test.cpp weighs them anew). The formulas say the
/// structures, their constants "storage.*" stand in the profile:
///
/// - postings of a value: numbers of documents as differences, packed 128 at a time by the largest of them. Differences
///   of D values drawn at random are D on average: log2 D + 3.2 bits. Values of fewer than 128 documents have whole
///   bytes, of one document none beyond their term.
/// - terms: every different value once, what it shares with its neighbour left out.
/// - doc values: ceil(log2 D) bits, of those that are stored: 1, 2, 4, 8, 12, 16, 20, 24, 28, 32, 40 … 64; differences
///   from the least value of 16,384 documents, so that ascending values need only what is within such a run. Keywords
///   have every different value once more.
/// - points (BKD trees, leaves of 512): the number of the document, 3 bytes, or 1 where a leaf has one value, and what
///   of the value is not the same in its leaf.
/// - texts: words in their order with norms.
struct IndexedField {
    enum class Kind { Keyword, Text, Number, Flag, Point };
    Kind kind = Kind::Keyword;
    double bytes = 0;    ///< Keyword, Text: mean length
    double distinct = 1; ///< different values
    double bits = 0;     ///< Number: of the range that values span
    double stepBits = 0; ///< Number, ascending: of the mean step between two documents
    bool ascending = false;
    bool indexed = true;
    bool docValues = true;
    double presentShare = 1;
};

double postingsBytes(double distinct, double documents);
double termsBytes(double bytes, double distinct, double documents);
/// Stored bits of a number that needs so many.
double packedBits(double bits);
double pointBytes(const IndexedField& field, double documents);

/// A field of a document, with the range in which measurements lay around the formulas.
Spread fieldBytes(const IndexedField& field, double documents, const model::EngineProfile& profile);

/// _id of a document, stored and as a term, with its number, version and term of the primary. "bytes": as Elasticsearch
/// encodes it (Uid.encodeId: digits two a byte, Base64 as what it stands for, else text).
Spread identityBytes(double bytes, bool ascending, const model::EngineProfile& profile);

} // namespace shardscape::estimator
