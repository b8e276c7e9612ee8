// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/import_formats.h"
#include "model/exchange/import/sqlite_catalogue.h"

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include <fmt/format.h>
#include <sqlite3.h>

namespace shardscape::model {
namespace {

constexpr const char* kDataTally = "statements with data (INSERT, UPDATE, DELETE …) are not part of the schema";
constexpr const char* kSessionTally = "session statements (PRAGMA, BEGIN, COMMIT …) do not concern the model";
constexpr const char* kDropTally = "statements that drop what the model does not hold";

int sniffSqlite(std::string_view text) {
    const std::string lower = sniffable(text);
    const auto has = [&](std::string_view what) { return lower.find(what) != std::string::npos; };
    int sure = 0;
    if (has("sqlite"))
        sure += 60;
    if (has("without rowid") || has("autoincrement") || has("pragma ") || has("using fts"))
        sure += 70;
    if (has("begin transaction") || has("integer primary key") || has("strftime(") || has("create virtual table"))
        sure += 40;
    if (has("create table ["))
        sure += 30;
    if (has("integer not null primary key") || has("raise(abort") || has("using fts5") || has("json_extract("))
        sure += 25;
    return std::min(sure, 100);
}

/// Runs the definitions of a script in a database in memory, as SQLite itself understands them, and reads what is there
/// at the end. Nothing else of the script runs: no rows, no pragmas, no other files, and no statement for long.
class SqliteReader {
public:
    SqliteReader(const std::vector<ImportSource>& sources, std::stop_token stop)
        : m_draft(sources, std::move(stop)) {}

    Result<Imported> run() {
        sqlite3* database = nullptr;
        if (sqlite3_open(":memory:", &database) != SQLITE_OK)
            return fail(ErrorCode::Io, "SQLite has no memory for a database");
        m_database.reset(database);
        sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
        sqlite3_limit(database, SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024);
        sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
        sqlite3_set_authorizer(database, &authorize, nullptr);
        sqlite3_progress_handler(
            database, 100000, [](void* left) -> int { return --*static_cast<int*>(left) < 0; }, &m_stepsLeft);
        for (std::size_t source = 0; source < m_draft.sourceCount(); ++source) {
            if (const Result<void> entered = m_draft.enter(source); !entered)
                return fail(entered.error());
            readSource();
        }
        sqlite3_set_authorizer(database, nullptr, nullptr);
        sqlite3_progress_handler(database, 0, nullptr, nullptr);
        if (const Result<void> read = readSqliteCatalogue(database, m_draft, m_places); !read)
            return fail(read.error());
        return m_draft.finish("import CREATE TABLE statements, as \".schema\" of sqlite3 writes them");
    }

private:
    static int authorize(void*, int action, const char* first, const char* second, const char*, const char*) {
        switch (action) {
        case SQLITE_ATTACH:
        case SQLITE_DETACH:
        case SQLITE_PRAGMA:
        case SQLITE_CREATE_VTABLE:
        case SQLITE_DROP_VTABLE: return SQLITE_DENY;
        case SQLITE_FUNCTION: return second && sameWord(second, "load_extension") ? SQLITE_DENY : SQLITE_OK;
        default: return first && sameWord(first, "sqlite_dbpage") ? SQLITE_DENY : SQLITE_OK;
        }
    }

    void readSource() {
        TextTokens tokens(m_draft.text(), sqliteRules());
        m_tokens = &tokens;
        while (!m_draft.stopped() && nextStatement(tokens))
            if (!m_statement.empty())
                readStatement();
    }

    bool nextStatement(TextTokens& tokens) {
        m_statement.clear();
        m_end = 0;
        bool data = false;
        bool trigger = false;
        std::array<Token, 2> before; // of a semicolon
        for (;;) {
            const Token token = tokens.next();
            if (token.kind == TokenKind::End)
                return !m_statement.empty();
            if (token.kind == TokenKind::Unfinished) {
                m_draft.report(Severity::Error, token.offset,
                               "the text ends within a quoted string, name or comment that starts here",
                               "close it; what follows is not read");
                return false;
            }
            if (m_statement.empty() && token.is('.')) { // a command of the sqlite3 program
                m_draft.tally(token.offset, "commands of the sqlite3 program are not followed");
                tokens.restOfLine();
                continue;
            }
            if (token.is(';') && (!trigger || (before[1].is("end") && before[0].is(';'))))
                return true;
            m_end = token.end();
            before[0] = before[1];
            before[1] = token;
            if (m_statement.empty())
                data = token.is("insert") || token.is("replace") || token.is("values");
            if (!data || m_statement.size() < 4)
                m_statement.push_back(token);
            if (m_statement.size() <= 3 && m_statement.front().is("create") && token.is("trigger"))
                trigger = true;
        }
    }

    void readStatement() {
        TokenCursor cursor(m_statement);
        const std::size_t offset = cursor.offset();
        if (cursor.accept("create"))
            return readCreate(cursor);
        if (cursor.peek().is("insert") && m_statement.size() > 2 && m_statement[2].is("sqlite_stat1"))
            return execute({});
        if (cursor.peek().is("analyze") && m_statement.size() == 2)
            return execute({});
        if (cursor.peek().is("alter")) {
            rememberRename();
            return execute({});
        }
        if (cursor.accept("drop")) {
            const bool mine = cursor.accept("table") || cursor.accept("index");
            cursor.acceptAll({"if", "exists"});
            const std::string name = lowered(m_tokens->value(cursor.peek()));
            return mine && !m_virtual.contains(name) ? execute({}) : m_draft.tally(offset, kDropTally);
        }
        static constexpr std::array<std::string_view, 6> kData{"insert",  "update", "delete",
                                                               "replace", "select", "with"};
        static constexpr std::array<std::string_view, 12> kSession{"pragma",   "begin",     "commit",  "end",
                                                                   "rollback", "savepoint", "release", "analyze",
                                                                   "attach",   "detach",    "vacuum",  "reindex"};
        for (const std::string_view word : kData)
            if (cursor.peek().is(word))
                return m_draft.tally(offset, kDataTally);
        for (const std::string_view word : kSession)
            if (cursor.peek().is(word))
                return m_draft.tally(offset, kSessionTally);
        m_draft.report(
            Severity::Warning, offset,
            fmt::format("'{}' starts no statement that is known; it is left out", cursor.peek().raw.substr(0, 40)),
            "choose the dialect with --dialect if this is no SQLite");
    }

    void readCreate(TokenCursor& cursor) {
        const std::size_t offset = m_statement.front().offset;
        const bool temporary = cursor.accept("temp") || cursor.accept("temporary");
        const bool isVirtual = cursor.accept("virtual");
        cursor.accept("unique");
        const std::string kind = uppered(cursor.take().raw);
        cursor.acceptAll({"if", "not", "exists"});
        std::string name = m_tokens->value(cursor.take());
        if (cursor.accept('.'))
            name = m_tokens->value(cursor.take());
        if (isVirtual)
            m_virtual.insert(lowered(name));
        if (temporary || isVirtual || (kind != "TABLE" && kind != "INDEX"))
            return m_draft.report(Severity::Info, offset,
                                  fmt::format("CREATE {}{} {} is not part of the model",
                                              temporary   ? "TEMPORARY "
                                              : isVirtual ? "VIRTUAL "
                                                          : "",
                                              kind, name));
        execute(name);
    }

    /// A renamed table is where it was.
    void rememberRename() {
        TokenCursor cursor(m_statement);
        cursor.acceptAll({"alter", "table"});
        const std::string from = lowered(m_tokens->value(cursor.take()));
        if (cursor.acceptAll({"rename", "to"}) && m_places.contains(from))
            m_places[lowered(m_tokens->value(cursor.take()))] = m_places[from];
    }

    void execute(const std::string& name) {
        const std::size_t start = m_statement.front().offset;
        const std::string sql = m_draft.text().substr(start, m_end - start);
        m_stepsLeft = 300; // × 100,000 instructions of SQLite's machine: about a second
        sqlite3_stmt* statement = nullptr;
        int status =
            sqlite3_prepare_v2(m_database.get(), sql.c_str(), static_cast<int>(sql.size()), &statement, nullptr);
        int at = status == SQLITE_OK ? 0 : std::max(0, sqlite3_error_offset(m_database.get()));
        if (status == SQLITE_OK) {
            do
                status = sqlite3_step(statement);
            while (status == SQLITE_ROW);
        }
        std::string message = status == SQLITE_DONE ? std::string() : sqlite3_errmsg(m_database.get());
        sqlite3_finalize(statement);
        if (status == SQLITE_DONE) {
            if (!name.empty())
                m_places.try_emplace(lowered(name), m_statement.front().offset);
            return;
        }
        m_draft.report(Severity::Error, start + static_cast<std::size_t>(at), message, "the statement is left out");
    }

    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close(database); }
    };
    ImportDraft m_draft;
    std::unique_ptr<sqlite3, Close> m_database;
    TextTokens* m_tokens = nullptr;
    std::vector<Token> m_statement;
    std::size_t m_end = 0;
    SqlitePlaces m_places;
    std::set<std::string> m_virtual;
    int m_stepsLeft = 0;
};

Result<Imported> readSqlite(const std::vector<ImportSource>& sources, std::stop_token stop) {
    return SqliteReader(sources, std::move(stop)).run();
}

} // namespace

ImportFormat sqliteFormat() {
    return {"sqlite", "SQLite DDL", {"sqlite3"}, {"sql"}, sniffSqlite, readSqlite, true};
}

} // namespace shardscape::model
