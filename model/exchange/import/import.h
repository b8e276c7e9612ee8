// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/base/diagnostic.h"
#include "model/base/result.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// One text to import; the name is used in diagnostics only.
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

/// "zipf(0.99)", "hotset(0.01, 0.8)" …: a popularity as workload files write it. Errors: Invalid.
Result<KeyPopularity> parsePopularity(const std::string& text);

} // namespace shardscape::model
