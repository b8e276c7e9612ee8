// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/exchange/import/import_draft.h"
#include "model/exchange/import/text_tokens.h"

struct sqlite3;

/// Reads the catalogue of an open SQLite database into a draft: through its pragmas, and, for what they do not tell
/// (checks, names of constraints, expressions), out of the statements it keeps. Internal to this folder and to
/// model/live.
namespace shardscape::model {

/// Where each table and index was written, by its name in lower case; nothing for a database that was not a text.
using SqlitePlaces = std::map<std::string, std::size_t>;

/// Errors: Io when the database cannot be read.
Result<void> readSqliteCatalogue(sqlite3* database, ImportDraft& draft, const SqlitePlaces& places);

/// The type of a column from its declaration ("VARCHAR(20)", "UNSIGNED BIG INT"), by its words, or else by SQLite's
/// rules of affinity (https://www.sqlite.org/datatype3.html, 3.1), then with the declaration as native name.
Type sqliteType(const std::string& declared);

/// The rules that SQLite's SQL is cut by.
TokenRules sqliteRules();

/// What CREATE TABLE says and no pragma does.
struct SqliteTableText {
    struct Reference {
        std::string name;
        bool deferrable = false;
        bool initiallyDeferred = false;
    };
    std::vector<Check> checks;
    std::vector<Reference> references;              ///< in the order of writing
    std::map<std::string, std::string> generated;   ///< expression by column, in lower case
    std::map<std::string, std::string> uniqueNames; ///< name of a constraint by its columns, in lower case, with commas
    std::string primaryName;
    bool autoIncrement = false;
    bool withoutRowid = false;
    bool collations = false;
    bool conflictClauses = false;
};
SqliteTableText readSqliteTable(const std::string& sql);

/// The expressions of an index, in order, one for each part that is no column, and its condition.
struct SqliteIndexText {
    std::vector<std::string> parts; ///< each part as written, without COLLATE, ASC and DESC
    std::string predicate;
};
SqliteIndexText readSqliteIndex(const std::string& sql);

} // namespace shardscape::model
