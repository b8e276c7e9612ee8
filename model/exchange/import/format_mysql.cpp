// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/import_formats.h"
#include "model/exchange/import/mysql_reader.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace shardscape::model {
namespace {

constexpr const char* kDataTally = "statements with data (INSERT, REPLACE, UPDATE …) are not part of the schema";
constexpr const char* kSessionTally =
    "session and administration statements (SET, LOCK, COMMIT …) do not concern the model";
constexpr const char* kDropTally = "statements that drop what the model does not hold";

constexpr std::array<std::string_view, 11> kData{"insert", "replace", "update",  "delete", "truncate", "load",
                                                 "select", "call",    "handler", "with",   "values"};
constexpr std::array<std::string_view, 28> kSession{
    "set",     "lock",     "unlock",     "start",     "begin",  "commit",  "rollback", "savepoint", "flush", "analyze",
    "check",   "optimize", "repair",     "show",      "reset",  "explain", "describe", "desc",      "kill",  "purge",
    "prepare", "execute",  "deallocate", "delimiter", "source", "help",    "do",       "change"};

template <std::size_t N> bool among(const std::array<std::string_view, N>& words, const Token& token) {
    return token.kind == TokenKind::Word &&
           std::any_of(words.begin(), words.end(), [&](std::string_view word) { return sameWord(word, token.raw); });
}

TokenRules mysqlRules() {
    TokenRules rules;
    rules.hashComments = rules.dashComments = rules.dashNeedsBlank = true;
    rules.conditionalComments = rules.backslash = true;
    rules.doubleQuote = TokenKind::String;
    return rules;
}

/// How sure a text is to be MySQL's: what no other dialect writes.
int sniffMysql(std::string_view text) {
    const std::string lower = sniffable(text);
    const auto has = [&](std::string_view what) { return lower.find(what) != std::string::npos; };
    int sure = 0;
    if (has("/*!40") || has("/*!50") || text.find("MySQL dump") != std::string_view::npos ||
        text.find("MariaDB dump") != std::string_view::npos || has("/*m!"))
        sure += 80;
    if (has("engine=innodb") || has("engine = innodb") || has("engine=myisam") || has("engine = myisam"))
        sure += 70;
    if (has("\nset @") || lower.starts_with("set @")) // user variables, which SQL does not have
        sure += 60;
    if (has("auto_increment"))
        sure += 60;
    if (has("default charset") || has("character set") || has(" unsigned") || has("utf8mb4"))
        sure += 30;
    if (has("create table `") || has("create table if not exists `"))
        sure += 25;
    if (has("fulltext key") || has("on update current_timestamp") || has(" mediumint") || has(" longtext") ||
        has(" tinyint") || has("\ndelimiter ") || has("enum(") || has("fulltext index") || has("datetime("))
        sure += 30;
    if (has(" datetime") || has("drop foreign key") || has("change column"))
        sure += 20;
    return std::min(sure, 100);
}

Result<Imported> readMysql(const std::vector<ImportSource>& sources, std::stop_token stop) {
    return MysqlReader(sources, std::move(stop)).run();
}

} // namespace

ImportFormat mysqlFormat() {
    return {"mysql", "MySQL and MariaDB DDL", {"mariadb"}, {"sql"}, sniffMysql, readMysql, true};
}

Result<Imported> MysqlReader::run() {
    for (std::size_t source = 0; source < m_draft.sourceCount(); ++source) {
        if (const Result<void> entered = m_draft.enter(source); !entered)
            return fail(entered.error());
        readSource();
    }
    finishTables();
    return m_draft.finish("import CREATE TABLE statements, as mysqldump --no-data writes them");
}

void MysqlReader::readSource() {
    TextTokens tokens(m_draft.text(), mysqlRules());
    m_tokens = &tokens;
    while (!m_draft.stopped() && nextStatement(tokens))
        if (!m_statement.empty())
            readStatement();
}

/// Gathers the tokens of the next statement; of rows only the first few. False at the end of the text.
bool MysqlReader::nextStatement(TextTokens& tokens) {
    m_statement.clear();
    bool data = false;
    for (;;) {
        const Token token = tokens.next();
        if (token.kind == TokenKind::End)
            return !m_statement.empty();
        if (token.kind == TokenKind::Unfinished) {
            m_draft.report(Severity::Error, token.offset,
                           "the text ends within a quoted string, name or comment that starts here",
                           "close it; what follows is not read");
            m_statement.clear();
            return false;
        }
        if (token.kind == TokenKind::Symbol && token.raw == tokens.delimiter())
            return true;
        if (m_statement.empty() && token.is("delimiter")) {
            std::string_view line = tokens.restOfLine();
            while (!line.empty() && (line.front() == ' ' || line.front() == '\t'))
                line.remove_prefix(1);
            while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t'))
                line.remove_suffix(1);
            if (!line.empty())
                tokens.setDelimiter(std::string(line));
            continue;
        }
        if (m_statement.empty())
            data = among(kData, token);
        if (!data || m_statement.size() < 4)
            m_statement.push_back(token);
    }
}

void MysqlReader::readStatement() {
    TokenCursor cursor(m_statement);
    const Token& first = cursor.peek();
    const std::size_t offset = first.offset;
    if (among(kData, first))
        return m_draft.tally(offset, kDataTally);
    if (among(kSession, first))
        return m_draft.tally(offset, kSessionTally);
    if (cursor.accept("use")) {
        m_database = nameOf(cursor);
        return;
    }
    if (cursor.accept("create")) {
        if (!readCreate(cursor))
            notModelled(cursor);
        return;
    }
    if (cursor.peek().is("alter")) {
        if (cursor.acceptAll({"alter", "ignore", "table"}) || cursor.acceptAll({"alter", "online", "table"}) ||
            cursor.acceptAll({"alter", "table"}))
            return alterTable(cursor);
        if (cursor.peek(1).is("database") || cursor.peek(1).is("schema"))
            return m_draft.tally(offset, kSessionTally);
        return notModelled(cursor);
    }
    if (cursor.accept("drop")) {
        if (!readDrop(cursor))
            m_draft.tally(offset, kDropTally);
        return;
    }
    if (cursor.acceptAll({"rename", "table"}) || cursor.acceptAll({"rename", "tables"}))
        return renameTables(cursor);
    if (first.is("grant") || first.is("revoke"))
        return m_draft.tally(offset, "grants do not concern the model");
    if (first.is("end") || first.is("if") || first.is("declare") || first.is("leave") || first.is("return") ||
        first.is("fetch") || first.is("close") || first.is("open") || first.is("while"))
        return m_draft.tally(offset,
                             "pieces of routines (there is no DELIMITER around them) are not part of the model");
    m_draft.report(Severity::Warning, offset,
                   fmt::format("'{}' starts no statement that is known; it is left out", first.raw.substr(0, 40)),
                   "choose the dialect with --dialect if this is no MySQL or MariaDB");
}

bool MysqlReader::readCreate(TokenCursor& cursor) {
    const std::size_t start = cursor.position();
    cursor.acceptAll({"or", "replace"});
    const bool temporary = cursor.accept("temporary");
    if (cursor.accept("table")) {
        if (temporary) {
            m_draft.report(Severity::Info, cursor.offset(), "a temporary table is not part of the model");
            return true;
        }
        createTable(cursor);
        return true;
    }
    if (cursor.peek().is("index") || cursor.peek(1).is("index")) {
        createIndex(cursor);
        return true;
    }
    if (cursor.accept("database") || cursor.accept("schema"))
        return true; // a name that tables will bring with them
    cursor.moveTo(start);
    return false;
}

bool MysqlReader::readDrop(TokenCursor& cursor) {
    cursor.accept("temporary");
    if (cursor.accept("table") || cursor.accept("tables")) {
        const bool missingOk = cursor.acceptAll({"if", "exists"});
        do {
            const TableName name = tableName(cursor);
            if (Entity* entity = m_draft.find(name.schema, name.name))
                m_draft.remove(*entity);
            else if (!missingOk)
                m_draft.require(name.schema, name.name, name.offset, "DROP TABLE");
        } while (cursor.accept(','));
        return true;
    }
    if (cursor.accept("index")) {
        cursor.acceptAll({"if", "exists"});
        const std::size_t offset = cursor.offset();
        const std::string name = nameOf(cursor);
        if (!cursor.accept("on"))
            return false;
        if (Entity* entity = table(cursor, "DROP INDEX"); entity && !dropKey(*entity, name))
            m_draft.report(Severity::Error, offset, fmt::format("{} has no index {}", entity->name, name));
        return true;
    }
    if (cursor.accept("database") || cursor.accept("schema")) {
        cursor.acceptAll({"if", "exists"});
        const std::string schema = nameOf(cursor);
        for (std::size_t i = m_draft.entities.size(); i > 0; --i)
            if (m_draft.entities[i - 1]->schema == schema)
                m_draft.remove(*m_draft.entities[i - 1]);
        return true;
    }
    return false;
}

void MysqlReader::renameTables(TokenCursor& cursor) {
    do {
        Entity* entity = table(cursor, "RENAME TABLE");
        if (!cursor.accept("to"))
            return skipped(cursor, "RENAME TABLE");
        const TableName to = tableName(cursor);
        if (!entity)
            continue;
        if (m_draft.find(to.schema, to.name) && m_draft.find(to.schema, to.name) != entity)
            m_draft.report(Severity::Error, to.offset, fmt::format("the table {} is there already", to.name));
        else
            m_draft.rename(*entity, to.schema, to.name);
    } while (cursor.accept(','));
}

/// "CREATE VIEW actor_info is not part of the model"
void MysqlReader::notModelled(const TokenCursor&) {
    static constexpr std::array<std::string_view, 14> kKinds{
        "view",   "trigger",  "function", "procedure", "event",      "user",  "role",
        "server", "sequence", "package",  "database",  "tablespace", "table", "logfile"};
    std::string title = uppered(m_statement.front().raw);
    for (std::size_t i = 1; i < m_statement.size(); ++i)
        if (among(kKinds, m_statement[i])) {
            title += " " + uppered(m_statement[i].raw);
            std::size_t name = i + 1;
            while (name < m_statement.size() &&
                   (m_statement[name].is("if") || m_statement[name].is("not") || m_statement[name].is("exists")))
                ++name;
            if (name < m_statement.size() && m_statement[name].isName())
                title += " " + value(m_statement[name]);
            break;
        }
    m_draft.report(Severity::Info, m_statement.front().offset, title + " is not part of the model");
}

MysqlReader::TableName MysqlReader::tableName(TokenCursor& cursor) {
    TableName out{m_database, {}, cursor.offset()};
    out.name = nameOf(cursor);
    if (cursor.accept('.')) {
        out.schema = out.name;
        out.name = nameOf(cursor);
    }
    return out;
}

Entity* MysqlReader::table(TokenCursor& cursor, const std::string& what) {
    const TableName name = tableName(cursor);
    return m_draft.require(name.schema, name.name, name.offset, what);
}

/// A name, also one that was put into the quotes of a string; empty when there is none.
std::string MysqlReader::nameOf(TokenCursor& cursor) {
    const Token& token = cursor.peek();
    if (token.kind == TokenKind::End || token.kind == TokenKind::Symbol)
        return {};
    return value(cursor.take());
}

void MysqlReader::skipped(const TokenCursor& cursor, const std::string& where) {
    const Token& token = cursor.peek();
    m_draft.report(Severity::Warning, cursor.offset(),
                   token.kind == TokenKind::End ? fmt::format("{} ends too early", where)
                                                : fmt::format("{}: '{}' is not understood; the rest of it is left out",
                                                              where, token.raw.substr(0, 60)));
}

std::vector<std::vector<Token>> MysqlReader::split(const std::vector<Token>& list) {
    std::vector<std::vector<Token>> items(1);
    int depth = 0;
    for (const Token& token : list) {
        depth += token.is('(') ? 1 : token.is(')') ? -1 : 0;
        if (depth == 0 && token.is(','))
            items.emplace_back();
        else
            items.back().push_back(token);
    }
    std::erase_if(items, [](const std::vector<Token>& item) { return item.empty(); });
    return items;
}

} // namespace shardscape::model
