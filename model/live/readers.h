// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/exchange/import/import.h"

/// The three kinds of databases behind importLive. Internal to this folder.
namespace shardscape::model {

Result<Imported> importLivePostgres(const std::string& connection);
Result<Imported> importLiveMysql(const std::string& connection);
Result<Imported> importLiveSqlite(const std::string& path);

/// What a server knows of a column's values.
struct LiveColumnFigures {
    std::string schema;
    std::string table;
    std::string column;
    std::optional<double> averageBytes;
    std::optional<double> nullFraction;
    std::optional<double> distinctValues;
};
struct LiveTableFigures {
    std::string schema;
    std::string table;
    double rows = 0;
};

/// Writes the figures into the project; those of tables that are not in it are passed over. Widths go to types of
/// variable length alone.
void applyFigures(Project& project, const std::vector<LiveTableFigures>& tables,
                  const std::vector<LiveColumnFigures>& columns);

/// "key=value key='a b'" or "scheme://user:password@host:port/database?key=value" as a map of host, port, user,
/// password, dbname and whatever else is there. Errors: Invalid.
Result<std::map<std::string, std::string>> parseConnection(const std::string& connection);

} // namespace shardscape::model
