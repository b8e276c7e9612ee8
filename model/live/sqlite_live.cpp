// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>
#include <memory>

#include <sqlite3.h>

#include "model/exchange/import/sqlite_catalogue.h"
#include "model/live/live.h"
#include "model/live/readers.h"

namespace shardscape::model {
namespace {

struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};

/// What no ANALYZE has said is counted: the rows of a table, as far as that is quick.
void countRows(sqlite3* database, ImportDraft& draft) {
    int stepsLeft = 2000; // × 100,000 instructions of SQLite's machine for the whole database
    sqlite3_progress_handler(
        database, 100000, [](void* left) -> int { return --*static_cast<int*>(left) < 0; }, &stepsLeft);
    for (const auto& entity : draft.entities) {
        if (entity->volume.rows)
            continue;
        std::string quoted = "\"";
        for (const char c : entity->name)
            quoted += c == '"' ? "\"\"" : std::string(1, c);
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(database, ("SELECT count(*) FROM main." + quoted + "\"").c_str(), -1, &statement,
                               nullptr) == SQLITE_OK &&
            sqlite3_step(statement) == SQLITE_ROW)
            entity->volume.rows = Rows{sqlite3_column_int64(statement, 0)};
        sqlite3_finalize(statement);
    }
    sqlite3_progress_handler(database, 0, nullptr, nullptr);
}

} // namespace

bool isDatabaseFile(const std::string& path) {
    // https://www.sqlite.org/fileformat2.html, 1.3: "SQLite format 3" and a NUL byte.
    constexpr std::string_view kMagic("SQLite format 3\0", 16);
    if (path.ends_with(".shardscape"))
        return false;
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return false;
    std::string start(kMagic.size(), ' ');
    std::ifstream in(path, std::ios::binary);
    in.read(start.data(), static_cast<std::streamsize>(start.size()));
    return in && start == kMagic;
}

Result<Imported> importLiveSqlite(const std::string& path) {
    if (std::error_code error; !std::filesystem::exists(path, error))
        return fail(Error{ErrorCode::Io, "there is no such file", "give the path of a SQLite database", path, 0, 0});
    sqlite3* opened = nullptr;
    const int status = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, Close> database(opened);
    if (status != SQLITE_OK)
        return fail(Error{ErrorCode::Io, sqlite3_errmsg(opened), "check that it is a SQLite database and can be read",
                          path, 0, 0});
    sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_exec(opened, "BEGIN", nullptr, nullptr, nullptr);
    const std::vector<ImportSource> sources{{path, {}}};
    ImportDraft draft(sources);
    if (const Result<void> entered = draft.enter(0); !entered)
        return fail(entered.error());
    if (const Result<void> read = readSqliteCatalogue(opened, draft, {}); !read)
        return fail(read.error());
    countRows(opened, draft);
    return draft.finish("the database has no table");
}

} // namespace shardscape::model
