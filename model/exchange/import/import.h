// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/base/diagnostic.h"
#include "model/base/result.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// One text to import. The name is its path: diagnostics show it, and files that the text names are looked for beside
/// it.
struct ImportSource {
    std::string name;
    std::string text;
};

/// What an import made, and everything about the input that the model does not hold.
struct Imported {
    Project project;
    Diagnostics diagnostics; ///< in the order of file and line
};

/// Reads PostgreSQL DDL, also as pg_dump writes it, from one or more files in order, into a new project.
/// Statements that cannot be parsed or modelled become diagnostics with their line; the rest is imported.
/// Errors: Invalid when nothing at all could be read.
Result<Imported> importPostgres(const std::vector<ImportSource>& sources);

/// Reads a workload file (annotated SQL; see README of this folder) into a copy of the project: adds patterns, or
/// replaces those of the same name, and sets volumes, statistics and requirements. All or nothing: an error names file,
/// line and column.
Result<Imported> importWorkload(const Project& project, const ImportSource& source);

/// Reads the statement of one pattern again: the pattern with its SQL replaced and everything that is read from SQL
/// (verb, predicates, order, limit …) renewed. Rates and other annotations stay.
Result<AccessPattern> parsePatternSql(const Project& project, AccessPattern pattern, const std::string& sql);

/// Counts the keys of real requests in a CSV file. Without a header, each record is a request and its first field the
/// key. The first record is a header when a field of it is "key", "keys", "count", "requests", "hits" or "weight" in
/// any case: the column "key" (else the first one) then holds the keys, and one of the other names says how many
/// requests a record stands for, a whole number. Errors: Io; Invalid with line when a record is no such thing or there
/// is none.
Result<KeySample> readKeySample(const std::string& path);

/// "zipf(0.99)", "hotset(0.01, 0.8)" …: a popularity as workload files write it; the file of a sample is read, relative
/// to the current folder. Errors: Invalid; as readKeySample.
Result<KeyPopularity> parsePopularity(const std::string& text);

} // namespace shardscape::model
