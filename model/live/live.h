// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/base/result.h"
#include "model/exchange/import/import.h"

namespace shardscape::model {

/// Whether a database of this kind can be read while it runs: "postgresql", "mysql" or "sqlite".
bool isLiveKind(const std::string& kind);

/// Whether the file is a SQLite database, by its first bytes, and no project of this program, by its extension: such a
/// file can be imported by its path as if it were a text.
bool isDatabaseFile(const std::string& path);

/// Reads the schema of a running database, and what its statistics know of it: rows of tables, average widths, shares
/// of NULL, numbers of distinct values. Reads only: one read-only transaction where there are transactions. The schema
/// is taken as DDL and goes the way of a file, so that notes name lines of that text.
///
/// "connection" is, for postgresql, what libpq takes ("postgresql://user@host:5432/shop" or "host=… dbname=…"; the
/// password also from PGPASSWORD or ~/.pgpass); for mysql "mysql://user:password@host:3306/shop?socket=/path" or
/// "host=… port=… user=… password=… dbname=… socket=…" (the password also from MYSQL_PWD); for sqlite the path of the
/// file.
///
/// Blocks until the server has answered; connecting gives up after ten seconds.
/// Errors: NotFound for an unknown kind; Io when the server cannot be reached or refuses; Invalid when the connection
/// string cannot be read or the database holds no table.
Result<Imported> importLive(const std::string& kind, const std::string& connection);

} // namespace shardscape::model
