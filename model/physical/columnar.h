// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/physical/cardinality.h"
#include "model/physical/design.h"

namespace shardscape::model {

/// What mapping, planning, sizes and DDL of column stores share.

/// Strings of at most so many different values are kept as numbers into a dictionary: useful to about 10,000, harmful
/// beyond 100,000 (https://clickhouse.com/docs/sql-reference/data-types/lowcardinality).
inline constexpr double kMostDictionaryValues = 10000;

/// Whether the column's texts go into a dictionary.
bool usesDictionary(const Cardinality& cardinality, EntityId entity, const Attribute& attribute);

/// The column whose months cut a table into partitions that are dropped whole: the first time of the sort key, else the
/// first time that arrives in order. Null for a table that does not grow or has no time.
const StructureColumn* monthColumn(const Project& project, const Structure& structure);

/// A type in ClickHouse's words, without Nullable and LowCardinality.
std::string clickhouseType(const Project& project, const Type& type);

} // namespace shardscape::model
