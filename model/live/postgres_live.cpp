// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <memory>

#include <fmt/format.h>
#include <libpq-fe.h>

#include "model/exchange/import/import_formats.h"
#include "model/live/postgres_queries.h"
#include "model/live/readers.h"

namespace shardscape::model {
namespace {

struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using ResultRows = std::unique_ptr<PGresult, Clear>;

std::string firstLine(std::string text) {
    text = text.substr(0, text.find('\n'));
    return text;
}

class Server {
public:
    Result<void> connect(const std::string& connection) {
        // What the connection string says wins over what is said here.
        const char* keywords[] = {"connect_timeout", "application_name", "client_encoding", "dbname", nullptr};
        const char* values[] = {"10", "shardscape", "UTF8", connection.c_str(), nullptr};
        m_server.reset(PQconnectdbParams(keywords, values, 1));
        if (PQstatus(m_server.get()) != CONNECTION_OK)
            return fail(ErrorCode::Io,
                        fmt::format("the server cannot be reached: {}", firstLine(PQerrorMessage(m_server.get()))),
                        "check host, port, database, user and password");
        // Names come back with their schemas when none is on the path.
        for (const char* statement :
             {"BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY", "SET LOCAL search_path = pg_catalog",
              "SET LOCAL standard_conforming_strings = on"})
            if (auto done = query(statement); !done)
                return fail(done.error());
        return {};
    }

    Result<ResultRows> query(const std::string& sql) {
        ResultRows rows(PQexec(m_server.get(), sql.c_str()));
        const ExecStatusType status = PQresultStatus(rows.get());
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
            return fail(ErrorCode::Io, fmt::format("the server refuses: {}", firstLine(PQerrorMessage(m_server.get()))),
                        "PostgreSQL 12 or later is needed, and an account that may read the catalogue");
        return rows;
    }
    std::string database() const { return PQdb(m_server.get()); }

private:
    std::unique_ptr<PGconn, Finish> m_server;
};

std::string textAt(const ResultRows& rows, int row, int column) {
    return std::string(PQgetvalue(rows.get(), row, column),
                       static_cast<std::size_t>(PQgetlength(rows.get(), row, column)));
}

std::optional<double> numberAt(const ResultRows& rows, int row, int column) {
    if (PQgetisnull(rows.get(), row, column))
        return std::nullopt;
    const std::string text = textAt(rows, row, column);
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Every query gives statements, in the order to run them.
Result<std::string> definitions(Server& server) {
    std::string ddl = "SET search_path = '';\n";
    for (const char* const sql : kPostgresDefinitions) {
        auto rows = server.query(sql);
        if (!rows)
            return fail(rows.error());
        for (int row = 0; row < PQntuples(rows->get()); ++row)
            if (!PQgetisnull(rows->get(), row, 0))
                ddl += textAt(*rows, row, 0) + ";\n";
    }
    return ddl;
}

Result<void> figures(Server& server, Imported& imported) {
    auto rows = server.query(kPostgresTableFigures);
    if (!rows)
        return fail(rows.error());
    std::vector<LiveTableFigures> tables;
    std::map<std::pair<std::string, std::string>, double> rowsOf;
    std::size_t unknown = 0;
    for (int row = 0; row < PQntuples(rows->get()); ++row) {
        const std::string schema = textAt(*rows, row, 0);
        const std::string table = textAt(*rows, row, 1);
        const std::optional<double> count = numberAt(*rows, row, 2);
        if (!count || *count < 0) {
            ++unknown;
            continue;
        }
        rowsOf[{schema, table}] = *count;
        tables.push_back({schema, table, *count});
    }
    if (unknown > 0)
        imported.diagnostics.push_back(
            {Severity::Info, server.database(), 0, 0,
             fmt::format("{} tables have no statistics, so that their rows are not known", unknown),
             "run ANALYZE in the database"});
    auto statistics = server.query(kPostgresColumnFigures);
    if (!statistics)
        return fail(statistics.error());
    std::vector<LiveColumnFigures> columns;
    for (int row = 0; row < PQntuples(statistics->get()); ++row) {
        LiveColumnFigures column{textAt(*statistics, row, 0),   textAt(*statistics, row, 1),
                                 textAt(*statistics, row, 2),   numberAt(*statistics, row, 3),
                                 numberAt(*statistics, row, 4), numberAt(*statistics, row, 5)};
        // pg_stats.n_distinct: below zero it is a share of the rows (PostgreSQL manual, 54.27).
        if (column.distinctValues && *column.distinctValues < 0) {
            const auto at = rowsOf.find({column.schema, column.table});
            column.distinctValues =
                at == rowsOf.end() ? std::nullopt : std::optional(-*column.distinctValues * at->second);
        }
        if (column.distinctValues && *column.distinctValues == 0)
            column.distinctValues.reset(); // not known
        columns.push_back(std::move(column));
    }
    applyFigures(imported.project, tables, columns);
    return {};
}

} // namespace

Result<Imported> importLivePostgres(const std::string& connection) {
    Server server;
    if (const Result<void> connected = server.connect(connection); !connected)
        return fail(connected.error());
    const Result<std::string> ddl = definitions(server);
    if (!ddl)
        return fail(ddl.error());
    Result<Imported> imported = importSchema({{server.database() + " (definitions)", *ddl}}, "postgresql");
    if (!imported)
        return imported;
    if (imported->project.entities.empty())
        return fail(ErrorCode::Invalid, fmt::format("the database {} has no table that can be read", server.database()),
                    "check the name of the database and the rights of the account");
    if (const Result<void> read = figures(server, *imported); !read)
        return fail(read.error());
    return imported;
}

} // namespace shardscape::model
