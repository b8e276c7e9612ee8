// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <set>

#include <fmt/format.h>
#include <libpq-fe.h>

#include "model/live/probe_server.h"

namespace shardscape::model {
namespace {

struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Connection = std::unique_ptr<PGconn, Finish>;
using Answer = std::unique_ptr<PGresult, Clear>;

std::string firstLine(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

Result<Connection> connectTo(const std::string& connection) {
    const char* keywords[] = {"connect_timeout", "application_name", "client_encoding", "dbname", nullptr};
    const char* values[] = {"10", "shardscape calibrate", "UTF8", connection.c_str(), nullptr};
    Connection server(PQconnectdbParams(keywords, values, 1));
    if (PQstatus(server.get()) != CONNECTION_OK)
        return fail(ErrorCode::Io,
                    fmt::format("the server cannot be reached: {}", firstLine(PQerrorMessage(server.get()))),
                    "check host, port, database, user and password");
    PQsetNoticeProcessor(
        server.get(), [](void*, const char*) {}, nullptr);
    return server;
}

Result<Answer> run(PGconn* server, const std::string& sql, const char* advice = "") {
    Answer answer(PQexec(server, sql.c_str()));
    const ExecStatusType status = PQresultStatus(answer.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        return fail(ErrorCode::Io, fmt::format("the server refuses: {}", firstLine(PQerrorMessage(server))), advice);
    return answer;
}

/// Statements wait neither for others' locks nor for ever.
constexpr const char* kLimits = "SET statement_timeout = '30s'; SET lock_timeout = '5s'";

class PostgresConnection : public ProbeConnection {
public:
    PostgresConnection(Connection server, const ProbeTables& tables, std::atomic<std::int64_t>& next)
        : m_server(std::move(server))
        , m_tables(tables)
        , m_next(next) {}

    Result<void> perform(const ProbeStep& step, std::uint64_t draw) override {
        if (step.operation == ProbeOperation::Ping)
            return finish(Answer(PQexec(m_server.get(), "")));
        const int bytes = m_tables.payloadBytes[step.width];
        const std::int64_t rows = m_tables.rows[step.width];
        const auto among = [&](std::int64_t count) {
            return 1 + static_cast<std::int64_t>(draw % static_cast<std::uint64_t>(std::max<std::int64_t>(1, count)));
        };
        switch (step.operation) {
        case ProbeOperation::PointRead:
            return execute(fmt::format("point{}", step.width),
                           fmt::format("SELECT id, payload FROM t{} WHERE id = $1::bigint", step.width),
                           {std::to_string(among(rows))});
        case ProbeOperation::RangeRead: {
            const std::int64_t from = among(rows - step.rows + 1);
            return execute(
                fmt::format("range{}", step.width),
                fmt::format("SELECT id, payload FROM t{} WHERE id BETWEEN $1::bigint AND $2::bigint", step.width),
                {std::to_string(from), std::to_string(from + step.rows - 1)});
        }
        case ProbeOperation::IndexRead:
            return execute("tag", "SELECT id, payload FROM t0 WHERE tag = $1::integer",
                           {std::to_string(among(m_tables.rows[0] / kProbeRowsPerTag) - 1)});
        case ProbeOperation::Scan:
            return execute("scan", "SELECT count(*) FROM t0 WHERE payload LIKE '%~' || $1::text || '~%'",
                           {std::to_string(draw % 1000)});
        case ProbeOperation::Insert:
            return execute(fmt::format("insert{}", step.width),
                           fmt::format("INSERT INTO w{} (id, payload) VALUES ($1::bigint, $2::text)", step.width),
                           {std::to_string(m_next.fetch_add(1)), std::string(probePayload(draw, bytes))});
        case ProbeOperation::InsertMany: {
            const std::int64_t from = m_next.fetch_add(step.rows);
            return execute(
                "many",
                "INSERT INTO w0 (id, payload) SELECT i, $3::text FROM generate_series($1::bigint, $2::bigint) i",
                {std::to_string(from), std::to_string(from + step.rows - 1), std::string(probePayload(draw, bytes))});
        }
        case ProbeOperation::InsertIndexed:
            return execute("indexed",
                           "INSERT INTO i0 (id, a, b, c, payload) VALUES ($1::bigint, $2::integer, $3::integer, "
                           "$4::integer, $5::text)",
                           {std::to_string(m_next.fetch_add(1)), std::to_string(draw % 1'000'003),
                            std::to_string((draw >> 20) % 1'000'003), std::to_string((draw >> 40) % 1'000'003),
                            std::string(probePayload(draw, bytes))});
        case ProbeOperation::Update:
            return execute(fmt::format("update{}", step.width),
                           fmt::format("UPDATE t{} SET payload = $2::text WHERE id = $1::bigint", step.width),
                           {std::to_string(among(rows)), std::string(probePayload(draw >> 8, bytes))});
        case ProbeOperation::Ping: break;
        }
        return {};
    }

private:
    Result<void> execute(const std::string& statement, const std::string& sql,
                         const std::vector<std::string>& parameters) {
        if (m_prepared.insert(statement).second)
            if (auto made = finish(Answer(PQprepare(m_server.get(), statement.c_str(), sql.c_str(), 0, nullptr)));
                !made)
                return made;
        std::array<const char*, 8> values{};
        for (std::size_t i = 0; i < parameters.size(); ++i)
            values[i] = parameters[i].c_str();
        return finish(Answer(PQexecPrepared(m_server.get(), statement.c_str(), static_cast<int>(parameters.size()),
                                            values.data(), nullptr, nullptr, 0)));
    }
    Result<void> finish(const Answer& answer) {
        const ExecStatusType status = PQresultStatus(answer.get());
        if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY)
            return {};
        return fail(ErrorCode::Io,
                    fmt::format("the server stopped the measurement: {}", firstLine(PQerrorMessage(m_server.get()))),
                    "see the server's log");
    }

    Connection m_server;
    const ProbeTables& m_tables;
    std::atomic<std::int64_t>& m_next;
    std::set<std::string> m_prepared;
};

class PostgresProbe : public ProbeServer {
public:
    PostgresProbe(std::string connection, Connection server)
        : m_connection(std::move(connection))
        , m_server(std::move(server)) {}
    ~PostgresProbe() override { (void)remove(); }

    std::string version() override {
        const char* version = PQparameterStatus(m_server.get(), "server_version");
        const std::string text = version ? version : "";
        return "PostgreSQL " + text.substr(0, text.find(' '));
    }
    std::string connectionKind() const override {
        const char* host = PQhost(m_server.get());
        return kindOfHost(host ? host : "", false);
    }
    std::string place() const override { return "schema " + m_place; }

    Result<void> create(const ProbeTables& tables) override {
        m_tables = tables;
        if (auto limits = run(m_server.get(), kLimits); !limits)
            return fail(limits.error());
        if (auto made = run(m_server.get(), "CREATE SCHEMA " + m_place,
                            "measuring needs an account that may create a schema in this database: GRANT CREATE ON "
                            "DATABASE … TO …; nothing was changed");
            !made)
            return fail(made.error());
        m_created = true;
        if (auto path = run(m_server.get(), "SET search_path = " + m_place); !path)
            return fail(path.error());
        for (const std::string& statement : statements())
            if (auto done = run(m_server.get(), statement); !done)
                return fail(done.error());
        for (std::size_t i = 0; i < tables.rows.size(); ++i)
            if (auto filled = fill(i); !filled)
                return filled;
        return {};
    }

    Result<void> remove() override {
        if (!m_created)
            return {};
        // The connection may be what failed.
        auto fresh =
            PQstatus(m_server.get()) == CONNECTION_OK ? Result<Connection>(Connection()) : connectTo(m_connection);
        if (!fresh)
            return fail(fresh.error());
        PGconn* server = *fresh ? fresh->get() : m_server.get();
        (void)run(server, "ROLLBACK");
        auto dropped = run(server, "DROP SCHEMA IF EXISTS " + m_place + " CASCADE");
        if (!dropped)
            return fail(dropped.error().code, dropped.error().message,
                        "drop it by hand: DROP SCHEMA " + m_place + " CASCADE");
        m_created = false;
        return {};
    }

    Result<std::unique_ptr<ProbeConnection>> connect() override {
        auto server = connectTo(m_connection);
        if (!server)
            return fail(server.error());
        for (const std::string& statement : {std::string(kLimits), "SET search_path = " + m_place})
            if (auto set = run(server->get(), statement); !set)
                return fail(set.error());
        return std::make_unique<PostgresConnection>(std::move(*server), m_tables, m_next);
    }

private:
    std::vector<std::string> statements() const {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < m_tables.rows.size(); ++i) {
            out.push_back(fmt::format("CREATE TABLE t{} (id bigint PRIMARY KEY, tag integer NOT NULL, payload text NOT "
                                      "NULL) WITH (autovacuum_enabled = off)",
                                      i));
            out.push_back(fmt::format("CREATE TABLE w{} (id bigint PRIMARY KEY, payload text NOT NULL) WITH "
                                      "(autovacuum_enabled = off)",
                                      i));
        }
        out.push_back("CREATE INDEX ON t0 (tag)");
        out.push_back("CREATE TABLE i0 (id bigint PRIMARY KEY, a integer, b integer, c integer, payload text NOT NULL) "
                      "WITH (autovacuum_enabled = off)");
        for (const char* column : {"a", "b", "c"})
            out.push_back(fmt::format("CREATE INDEX ON i0 ({})", column));
        return out;
    }
    Result<void> fill(std::size_t table) {
        if (const Answer copying(PQexec(m_server.get(), fmt::format("COPY t{} FROM STDIN", table).c_str()));
            PQresultStatus(copying.get()) != PGRES_COPY_IN)
            return fail(ErrorCode::Io, "the server takes no rows: " + firstLine(PQerrorMessage(m_server.get())));
        const std::int64_t tags = std::max<std::int64_t>(1, m_tables.rows[table] / kProbeRowsPerTag);
        std::string lines;
        for (std::int64_t id = 1; id <= m_tables.rows[table]; ++id) {
            lines += fmt::format("{}\t{}\t{}\n", id, id % tags,
                                 probePayload(static_cast<std::uint64_t>(id) * 7919, m_tables.payloadBytes[table]));
            if (lines.size() > 65536 || id == m_tables.rows[table]) {
                if (PQputCopyData(m_server.get(), lines.data(), static_cast<int>(lines.size())) != 1)
                    break;
                lines.clear();
            }
        }
        PQputCopyEnd(m_server.get(), nullptr);
        const Answer end(PQgetResult(m_server.get()));
        const bool done = PQresultStatus(end.get()) == PGRES_COMMAND_OK;
        const std::string why = firstLine(PQerrorMessage(m_server.get()));
        while (PGresult* more = PQgetResult(m_server.get()))
            PQclear(more);
        if (!done)
            return fail(ErrorCode::Io, "the rows to measure with cannot be loaded: " + why, "is there room on disk?");
        if (auto analyzed = run(m_server.get(), fmt::format("ANALYZE t{}", table)); !analyzed)
            return fail(analyzed.error());
        return {};
    }

    std::string m_connection;
    Connection m_server;
    std::string m_place = probePlace();
    bool m_created = false;
    ProbeTables m_tables;
    std::atomic<std::int64_t> m_next{1};
};

} // namespace

Result<std::unique_ptr<ProbeServer>> openPostgresProbe(const std::string& connection) {
    auto server = connectTo(connection);
    if (!server)
        return fail(server.error());
    return std::make_unique<PostgresProbe>(connection, std::move(*server));
}

} // namespace shardscape::model
