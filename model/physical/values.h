// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/physical/cardinality.h"

namespace shardscape::model {

/// How long the values of a column are, and how large its whole numbers: one answer for the sizes that are estimated
/// and for the rows that are generated.
///
/// - No maximum stated: evenly between 0.39 and 1.61 times the mean (a standard deviation of 35 % of it), within the
///   declared length.
/// - A maximum of at most twice the mean: evenly between as much below the mean and the maximum.
/// - A larger maximum: maximum · u^k with u even in 0 … 1 and k = maximum ÷ mean − 1: few long values, many short ones,
///   mean and maximum as stated.
struct Lengths {
    double mean = 0;
    double most = 0;
    double least = 0;
    double power = 1; ///< k; 1 = even

    /// The length below which the share u of the values lies.
    double at(double u) const;
    double deviation() const;
};
Lengths lengthsOf(const Attribute& attribute, double mean);

/// Whole numbers of a column, evenly spread between both bounds: numbered keys from 1 to the rows, foreign keys as the
/// keys that they refer to, Snowflakes beyond 2^62, other columns from 1 to as many as they have different values.
struct IntegerRange {
    double low = 1;
    double high = 1;
};
IntegerRange integersOf(const Cardinality& cardinality, EntityId entity, AttributeId attribute);

/// Whether values come in ascending order: numbered and time-ordered keys, dates and times that default to now.
bool arrivesAscending(const Attribute& attribute);

/// The first Snowflake that is generated: 41 bits of milliseconds since 2010-11-04 (Twitter's epoch), at 2026-01-01.
inline constexpr double kFirstSnowflake = 2.006e18;

} // namespace shardscape::model
