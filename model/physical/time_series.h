// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/physical/cardinality.h"

namespace shardscape::model {

/// What mapping, planning, sizes and rules of stores of series share.

/// What becomes of a column in a store that knows series (a name and labels) and samples (a time and a number).
enum class SeriesRole {
    Time,    ///< when the sample was taken
    Label,   ///< tells series apart
    Value,   ///< a number: a series of its own for each combination of labels
    LeftOut, ///< a surrogate key, or what is neither a number nor a short text
};

/// An entity as series. Rules: the time is the first timestamp or date that is not null, one of a key before others.
/// Labels are texts of at most 64 bytes on average (unlimited ones if their different values are stated or a pattern
/// compares them), enumerations and UUIDs, and numbers that are part of a key, refer
/// to another entity, or that a pattern compares for equality or groups by. A key of one generated column is left out:
/// labels and time tell samples apart. All other numbers, yes or no, and further times are values.
struct SeriesShape {
    const Attribute* time = nullptr;
    std::vector<const Attribute*> labels;
    std::vector<const Attribute*> values;
    std::vector<const Attribute*> leftOut;

    bool holdsSeries() const { return time && !values.empty(); }
    SeriesRole roleOf(AttributeId attribute) const;
};
SeriesShape seriesShapeOf(const Cardinality& cardinality, const Entity& entity);

/// Combinations of labels, taken as independent and at most one a row: each is a series for every value.
double seriesOf(const Cardinality& cardinality, EntityId entity, const SeriesShape& shape);
/// The same with "given" labels fixed to one value each.
double seriesOfGiven(const Cardinality& cardinality, EntityId entity, const SeriesShape& shape,
                     const std::vector<AttributeId>& given);

/// Rows that arrive in a second: what insert patterns write, else the stated growth, else 0.
double rowsArriving(const Project& project, const Entity& entity);
/// Seconds between two samples of a series: series ÷ rows arriving, else a scrape a minute.
double samplingSeconds(const Project& project, const Entity& entity, double series);
inline constexpr double kScrapeSeconds = 60; ///< scrape_interval of Prometheus when nobody says

/// "readings_temperature": letters, digits and underscores.
std::string metricName(const Entity& entity, const Attribute& value);

} // namespace shardscape::model
