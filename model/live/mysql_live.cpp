// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cstdlib>
#include <memory>

#include <fmt/format.h>
#include <mysql.h>

#include "model/exchange/import/import_formats.h"
#include "model/live/readers.h"

namespace shardscape::model {
namespace {

struct Close {
    void operator()(MYSQL* server) const { mysql_close(server); }
};

/// Rows as texts; NULL is unset.
using Row = std::vector<std::optional<std::string>>;

class Server {
public:
    Result<void> connect(const std::map<std::string, std::string>& given) {
        m_server.reset(mysql_init(nullptr));
        const auto value = [&](const char* name) {
            const auto at = given.find(name);
            return at == given.end() ? std::string() : at->second;
        };
        const unsigned seconds = 10;
        mysql_options(m_server.get(), MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
        mysql_options(m_server.get(), MYSQL_SET_CHARSET_NAME, "utf8mb4");
        const unsigned localFiles = 0; // a server must not ask for files of this machine
        mysql_options(m_server.get(), MYSQL_OPT_LOCAL_INFILE, &localFiles);
        std::string password = value("password");
        if (const char* fromEnvironment = std::getenv("MYSQL_PWD"); password.empty() && fromEnvironment)
            password = fromEnvironment;
        unsigned port = 0;
        const std::string written = value("port");
        std::from_chars(written.data(), written.data() + written.size(), port);
        const std::string host = value("host");
        const std::string user = value("user");
        const std::string database = value("dbname");
        const std::string socket = value("socket");
        const auto orNull = [](const std::string& text) { return text.empty() ? nullptr : text.c_str(); };
        if (database.empty())
            return fail(ErrorCode::Invalid, "the connection names no database",
                        "write it as mysql://user@host/database");
        if (!mysql_real_connect(m_server.get(), orNull(host), orNull(user), orNull(password), database.c_str(), port,
                                orNull(socket), 0))
            return fail(ErrorCode::Io, fmt::format("the server cannot be reached: {}", mysql_error(m_server.get())),
                        "check host, port, user and password");
        m_database = database;
        return {};
    }

    Result<std::vector<Row>> query(const std::string& sql) {
        if (mysql_real_query(m_server.get(), sql.c_str(), sql.size()) != 0)
            return fail(ErrorCode::Io, fmt::format("the server refuses: {}", mysql_error(m_server.get())),
                        "the account needs to read the database and information_schema");
        const std::unique_ptr<MYSQL_RES, void (*)(MYSQL_RES*)> result(mysql_store_result(m_server.get()),
                                                                      mysql_free_result);
        std::vector<Row> rows;
        if (!result)
            return rows;
        const unsigned fields = mysql_num_fields(result.get());
        while (MYSQL_ROW row = mysql_fetch_row(result.get())) {
            const unsigned long* lengths = mysql_fetch_lengths(result.get());
            Row out;
            for (unsigned i = 0; i < fields; ++i)
                out.push_back(row[i] ? std::optional(std::string(row[i], lengths[i])) : std::nullopt);
            rows.push_back(std::move(out));
        }
        return rows;
    }

    std::string literal(const std::string& text) {
        std::string out(text.size() * 2 + 1, '\0');
        out.resize(mysql_real_escape_string(m_server.get(), out.data(), text.c_str(), text.size()));
        return "'" + out + "'";
    }
    const std::string& database() const { return m_database; }

private:
    std::unique_ptr<MYSQL, Close> m_server;
    std::string m_database;
};

double numberOf(const std::optional<std::string>& text) {
    double value = 0;
    if (text)
        std::from_chars(text->data(), text->data() + text->size(), value);
    return value;
}

std::string quotedName(const std::string& name) {
    std::string out = "`";
    for (const char c : name)
        out += c == '`' ? "``" : std::string(1, c);
    return out + "`";
}

/// The statement that makes each table, in the order of names: the reader links foreign keys at the end.
Result<std::string> definitions(Server& server) {
    auto tables = server.query(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = " + server.literal(server.database()) +
        " AND table_type = 'BASE TABLE' ORDER BY table_name");
    if (!tables)
        return fail(tables.error());
    std::string ddl;
    for (const Row& table : *tables) {
        auto made = server.query("SHOW CREATE TABLE " + quotedName(table[0].value_or("")));
        if (!made)
            return fail(made.error());
        if (!made->empty() && made->front().size() > 1 && made->front()[1])
            ddl += *made->front()[1] + ";\n";
    }
    return ddl;
}

/// Rows as InnoDB estimates them; distinct values of each column that begins an index, likewise; what ANALYZE TABLE …
/// PERSISTENT FOR ALL left in MariaDB's tables of statistics, where there is such.
Result<void> figures(Server& server, Project& project) {
    const std::string schema = server.literal(server.database());
    auto rows =
        server.query("SELECT table_name, table_rows FROM information_schema.tables WHERE table_schema = " + schema +
                     " AND table_type = 'BASE TABLE' AND table_rows IS NOT NULL");
    if (!rows)
        return fail(rows.error());
    std::vector<LiveTableFigures> tables;
    std::map<std::string, double> rowsOf;
    for (const Row& row : *rows) {
        rowsOf[row[0].value_or("")] = numberOf(row[1]);
        tables.push_back({{}, row[0].value_or(""), numberOf(row[1])});
    }
    std::map<std::pair<std::string, std::string>, LiveColumnFigures> columns;
    auto distinct = server.query("SELECT table_name, column_name, max(cardinality) FROM information_schema.statistics"
                                 " WHERE table_schema = " +
                                 schema +
                                 " AND seq_in_index = 1 AND column_name IS NOT NULL AND cardinality > 0"
                                 " GROUP BY table_name, column_name");
    if (!distinct)
        return fail(distinct.error());
    for (const Row& row : *distinct) {
        const std::string table = row[0].value_or("");
        const std::string column = row[1].value_or("");
        columns[{table, column}] = {{}, table, column, {}, {}, numberOf(row[2])};
    }
    // Not every account may read it, and MySQL has none of it: then there is nothing to add.
    if (auto kept = server.query(
            "SELECT table_name, column_name, nulls_ratio, avg_length, avg_frequency FROM mysql.column_stats"
            " WHERE db_name = " +
            schema))
        for (const Row& row : *kept) {
            LiveColumnFigures& column = columns[{row[0].value_or(""), row[1].value_or("")}];
            column.table = row[0].value_or("");
            column.column = row[1].value_or("");
            if (row[2])
                column.nullFraction = numberOf(row[2]);
            if (row[3])
                column.averageBytes = numberOf(row[3]);
            // avg_frequency: how many rows share a value on average.
            if (numberOf(row[4]) > 0 && rowsOf[column.table] > 0)
                column.distinctValues = rowsOf[column.table] * (1 - column.nullFraction.value_or(0)) / numberOf(row[4]);
        }
    std::vector<LiveColumnFigures> list;
    for (auto& [name, column] : columns)
        list.push_back(std::move(column));
    applyFigures(project, tables, list);
    return {};
}

} // namespace

Result<Imported> importLiveMysql(const std::string& connection) {
    const auto given = parseConnection(connection);
    if (!given)
        return fail(given.error());
    Server server;
    if (const Result<void> connected = server.connect(*given); !connected)
        return fail(connected.error());
    // SHOW CREATE TABLE follows the session's SQL mode: names in backticks, everything said.
    for (const char* setting :
         {"SET SESSION sql_mode = ''", "SET SESSION sql_quote_show_create = 1", "START TRANSACTION READ ONLY"})
        if (auto done = server.query(setting); !done)
            return fail(done.error());
    const Result<std::string> ddl = definitions(server);
    if (!ddl)
        return fail(ddl.error());
    Result<Imported> imported = importSchema({{server.database() + " (definitions)", *ddl}}, "mysql");
    if (!imported)
        return imported;
    if (const Result<void> read = figures(server, imported->project); !read)
        return fail(read.error());
    auto others = server.query("SELECT count(*) FROM information_schema.views WHERE table_schema = " +
                               server.literal(server.database()));
    if (others && !others->empty() && numberOf(others->front()[0]) > 0)
        imported->diagnostics.push_back({Severity::Info,
                                         server.database(),
                                         0,
                                         0,
                                         fmt::format("{} views are not part of the model", *others->front()[0]),
                                         {}});
    return imported;
}

} // namespace shardscape::model
