// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "model/schema/project.h"

namespace shardscape::model {

/// Whose SQL an engine speaks; the word "dialect" of its profile. PostgreSQL's own spelling lives in
/// model/exchange/export/postgres_words.h, because models are written in it.
enum class SqlDialect { PostgreSql, MySql, Sqlite };
SqlDialect sqlDialectOf(std::string_view word);

/// Always in quotes: `name` for MySQL, "name" for SQLite.
std::string sqlIdentifier(SqlDialect dialect, std::string_view name);

/// A text literal; MySQL reads backslashes in it as escapes, so they are doubled there.
std::string sqlLiteral(SqlDialect dialect, std::string_view text);

/// The type in the dialect. MySQL: columns in utf8mb4, so that VARCHAR(n) takes up to four bytes a character; texts
/// that are part of a key need a length, which the mapping decides ("keyBytes", 0 for other columns). SQLite: the four
/// names that decide the affinity (https://www.sqlite.org/datatype3.html).
std::string mysqlType(const Project& project, const Type& type, int keyCharacters = 0);
std::string sqliteType(const Type& type);

/// An expression of PostgreSQL in another dialect: comparisons, AND, OR, NOT, IN, BETWEEN, LIKE, IS NULL, CASE,
/// arithmetic, literals and the few functions that are the same everywhere; casts are dropped, "= ANY (ARRAY[…])"
/// becomes IN. Nothing when there is something else in it. "column" gives a column's name in the design, empty for
/// what is no column.
std::optional<std::string> portableSql(SqlDialect dialect, const std::string& expression,
                                       const std::function<std::string(const std::string&)>& column);

/// A default: a literal, a truth value, the current time or date. Nothing for others (functions, sequences).
std::optional<std::string> portableDefault(SqlDialect dialect, const std::string& expression, const Type& type);

} // namespace shardscape::model
