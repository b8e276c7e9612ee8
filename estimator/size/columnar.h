// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/engine/engine_profile.h"

namespace shardscape::estimator {

/// Bytes of values in compressed columns: what is likely, and the two ends between which data of this kind were found.
///
/// Source: 29 kinds of columns, 2 million rows each, in two physical orders, on MergeTree of ClickHouse 26.7 with LZ4,
/// its default codec; the constants "storage.*" of the profile are those measurements. What they have in common:
/// - a value of fixed width whose different values need r bytes takes about r + 1.75, at most its width: LZ4 has no
///   entropy stage, and finds the bytes that repeat;
/// - a column of the sort key is a run of equal values, and a run costs about one value;
/// - texts shrink by their words, random strings not at all.
struct Spread {
    double least = 0;
    double likely = 0;
    double most = 0;

    Spread operator+(const Spread& other) const {
        return {least + other.least, likely + other.likely, most + other.most};
    }
    Spread operator*(double factor) const { return {least * factor, likely * factor, most * factor}; }
};

/// What a column's values are like.
struct ColumnarColumn {
    enum class Kind { Whole, Real, Random, Flag, Label, Dictionary, Text, List };
    Kind kind = Kind::Whole;
    double width = 8;    ///< bytes before compression: of a fixed one, or the mean of a text
    double distinct = 1; ///< different values
    double digits = 0;   ///< Whole: decimal digits that values may have, when they are not numbered from 1; else 0
    double nullShare = 0;
    bool varies = false;   ///< Text: its lengths differ
    double valueShare = 0; ///< Dictionary: different values ÷ rows, each of which is written once
    double elements = 1;   ///< List: mean number of them, of "width" bytes each
    double runShare = 1;   ///< runs of equal values ÷ rows, by the place in the sort key; 1 outside of it
};

/// Bytes of a row in this column, compressed.
Spread columnarBytes(const ColumnarColumn& column, const model::EngineProfile& profile);
/// In words, how they came about.
std::string columnarFormula(const ColumnarColumn& column);

} // namespace shardscape::estimator
