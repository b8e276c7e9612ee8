// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "model/exchange/import/import.h"

namespace shardscape::model {

/// Reads pg_stat_statements as CSV (COPY (SELECT * FROM pg_stat_statements) TO STDOUT WITH (FORMAT csv, HEADER)) into a
/// copy of the project: each statement over its tables becomes an access pattern with the rate calls / window, named
/// after what it does; statements that several users ran count together. Statements over other tables, and those that
/// are no queries, become notes.
///
/// "windowSeconds" is how long the server has been counting: the time since stats_reset of pg_stat_statements_info. The
/// file does not say it. Errors: Invalid when there is no window, no column "query" or "calls", or no statement over a
/// table of the project.
Result<Imported> importStatementStatistics(const Project& project, const ImportSource& csv,
                                           std::optional<double> windowSeconds);

/// Whether a text is such a file: its first record names the columns "query" and "calls".
bool isStatementStatistics(std::string_view text);

} // namespace shardscape::model
