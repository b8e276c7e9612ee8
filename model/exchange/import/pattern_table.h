// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/base/result.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// What a table of access patterns changed.
struct PatternTable {
    Project project;
    std::size_t added = 0;
    std::size_t changed = 0;
};

/// Reads a table of access patterns, as a spreadsheet copies it (tabs) or as CSV (commas or semicolons), a pattern a
/// line, into a copy of the project. A pattern of the project is changed where the table says something, another name
/// is a new one and needs its SQL.
///
/// With a header, its words say what the columns are: name, sql, rate, peak, p99, keys, consistency, comment (and what
/// people call them otherwise: pattern, statement, query, qps, latency, popularity). Without one each cell tells by
/// itself: "5k/s" or "2M/day" a rate, a second one the peak, "p99 50ms" or "50ms" the latency wanted, "zipf(0.99)" the
/// popularity of keys, "eventual" the consistency, a statement the SQL, and the first other text the name. A rate
/// without a unit is a second.
///
/// All or nothing. Errors: Invalid with the line, for what cannot be read; those of parsePatternSql and of the edits.
Result<PatternTable> importPatternTable(const Project& project, const std::string& text);

} // namespace shardscape::model
