// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cstdlib>
#include <map>

#include <fmt/format.h>
#include <mysql.h>

#include "model/live/probe_server.h"
#include "model/live/readers.h"

namespace shardscape::model {
namespace {

struct Close {
    void operator()(MYSQL* server) const { mysql_close(server); }
};
using Connection = std::unique_ptr<MYSQL, Close>;
using Given = std::map<std::string, std::string>;

std::string valueOf(const Given& given, const char* name) {
    const auto at = given.find(name);
    return at == given.end() ? std::string() : at->second;
}

Result<Connection> connectTo(const Given& given, const std::string& database) {
    Connection server(mysql_init(nullptr));
    const unsigned connecting = 10;
    const unsigned answering = 60;
    const unsigned localFiles = 0; // a server must not ask for files of this machine
    mysql_options(server.get(), MYSQL_OPT_CONNECT_TIMEOUT, &connecting);
    mysql_options(server.get(), MYSQL_OPT_READ_TIMEOUT, &answering);
    mysql_options(server.get(), MYSQL_SET_CHARSET_NAME, "utf8mb4");
    mysql_options(server.get(), MYSQL_OPT_LOCAL_INFILE, &localFiles);
    std::string password = valueOf(given, "password");
    if (const char* fromEnvironment = std::getenv("MYSQL_PWD"); password.empty() && fromEnvironment)
        password = fromEnvironment;
    unsigned port = 0;
    const std::string written = valueOf(given, "port");
    std::from_chars(written.data(), written.data() + written.size(), port);
    const std::string host = valueOf(given, "host");
    const std::string user = valueOf(given, "user");
    const std::string socket = valueOf(given, "socket");
    const auto orNull = [](const std::string& text) { return text.empty() ? nullptr : text.c_str(); };
    if (!mysql_real_connect(server.get(), orNull(host), orNull(user), orNull(password), orNull(database), port,
                            orNull(socket), 0))
        return fail(ErrorCode::Io, fmt::format("the server cannot be reached: {}", mysql_error(server.get())),
                    "check host, port, user and password");
    return server;
}

/// Sends it and reads the whole answer.
Result<void> run(MYSQL* server, const std::string& sql, const char* advice = "see the server's log") {
    if (mysql_real_query(server, sql.data(), sql.size()) == 0) {
        const std::unique_ptr<MYSQL_RES, void (*)(MYSQL_RES*)> rows(mysql_store_result(server), mysql_free_result);
        if (rows || mysql_field_count(server) == 0)
            return {};
    }
    return fail(ErrorCode::Io, fmt::format("the server refuses: {}", mysql_error(server)), advice);
}

class MysqlConnection : public ProbeConnection {
public:
    MysqlConnection(Connection server, const ProbeTables& tables, std::atomic<std::int64_t>& next)
        : m_server(std::move(server))
        , m_tables(tables)
        , m_next(next) {}

    Result<void> perform(const ProbeStep& step, std::uint64_t draw) override {
        return run(m_server.get(), textOf(step, draw));
    }

private:
    std::string textOf(const ProbeStep& step, std::uint64_t draw) {
        const std::int64_t rows = m_tables.rows[step.width];
        const auto among = [&](std::int64_t count) {
            return 1 + static_cast<std::int64_t>(draw % static_cast<std::uint64_t>(std::max<std::int64_t>(1, count)));
        };
        const auto payload = [&](std::uint64_t random) {
            return probePayload(random, m_tables.payloadBytes[step.width]);
        };
        switch (step.operation) {
        case ProbeOperation::Ping: return "DO 0";
        case ProbeOperation::PointRead:
            return fmt::format("SELECT id, payload FROM t{} WHERE id = {}", step.width, among(rows));
        case ProbeOperation::RangeRead: {
            const std::int64_t from = among(rows - step.rows + 1);
            return fmt::format("SELECT id, payload FROM t{} WHERE id BETWEEN {} AND {}", step.width, from,
                               from + step.rows - 1);
        }
        case ProbeOperation::IndexRead:
            return fmt::format("SELECT id, payload FROM t0 FORCE INDEX (by_tag) WHERE tag = {}",
                               among(m_tables.rows[0] / kProbeRowsPerTag) - 1);
        case ProbeOperation::Scan:
            return fmt::format("SELECT count(*) FROM t0 WHERE payload LIKE '%~{}~%'", draw % 1000);
        case ProbeOperation::Insert:
            return fmt::format("INSERT INTO w{} (id, payload) VALUES ({}, '{}')", step.width, m_next.fetch_add(1),
                               payload(draw));
        case ProbeOperation::InsertMany: {
            std::string sql = "INSERT INTO w0 (id, payload) VALUES ";
            for (int row = 0; row < step.rows; ++row)
                sql += fmt::format("{}({}, '{}')", row ? ", " : "", m_next.fetch_add(1),
                                   payload(draw + static_cast<std::uint64_t>(row) * 7919));
            return sql;
        }
        case ProbeOperation::InsertIndexed:
            return fmt::format("INSERT INTO i0 (id, a, b, c, payload) VALUES ({}, {}, {}, {}, '{}')",
                               m_next.fetch_add(1), draw % 1'000'003, (draw >> 20) % 1'000'003,
                               (draw >> 40) % 1'000'003, payload(draw));
        case ProbeOperation::Update:
            return fmt::format("UPDATE t{} SET payload = '{}' WHERE id = {}", step.width, payload(draw >> 8),
                               among(rows));
        }
        return {};
    }

    Connection m_server;
    const ProbeTables& m_tables;
    std::atomic<std::int64_t>& m_next;
};

class MysqlProbe : public ProbeServer {
public:
    MysqlProbe(Given given, Connection server)
        : m_given(std::move(given))
        , m_server(std::move(server)) {}
    ~MysqlProbe() override { (void)remove(); }

    std::string version() override {
        const std::string text = mysql_get_server_info(m_server.get());
        const bool mariadb = text.find("MariaDB") != std::string::npos;
        // "5.5.5-" was put in front by MariaDB before 11 for old replicas.
        const std::string number = text.rfind("5.5.5-", 0) == 0 ? text.substr(6) : text;
        return (mariadb ? "MariaDB " : "MySQL ") + number.substr(0, number.find('-'));
    }
    std::string connectionKind() const override {
        const std::string host = valueOf(m_given, "host");
        // The client takes the socket for the host "localhost".
        return kindOfHost(host, !valueOf(m_given, "socket").empty() || host == "localhost");
    }
    std::string place() const override { return "database " + m_place; }

    Result<void> create(const ProbeTables& tables) override {
        m_tables = tables;
        if (auto made = run(m_server.get(), "CREATE DATABASE " + m_place + " CHARACTER SET utf8mb4",
                            "measuring needs an account that may create a database: GRANT ALL ON "
                            "`shardscape\\_probe\\_%`.* TO …; nothing was changed");
            !made)
            return made;
        m_created = true;
        if (auto used = run(m_server.get(), "USE " + m_place); !used)
            return used;
        for (std::size_t i = 0; i < tables.rows.size(); ++i) {
            for (const auto& [prefix, tag] :
                 {std::pair("t", "tag INT NOT NULL, KEY by_tag (tag),"), std::pair("w", "")}) {
                const std::string index = i == 0 ? tag : std::string(tag).empty() ? "" : "tag INT NOT NULL,";
                if (auto made = run(m_server.get(),
                                    fmt::format("CREATE TABLE {}{} (id BIGINT PRIMARY KEY, {} payload VARCHAR({}) "
                                                "CHARACTER SET latin1 NOT NULL) ENGINE=InnoDB",
                                                prefix, i, index, tables.payloadBytes[i]));
                    !made)
                    return made;
            }
            if (auto filled = fill(i); !filled)
                return filled;
        }
        return run(m_server.get(),
                   fmt::format("CREATE TABLE i0 (id BIGINT PRIMARY KEY, a INT, b INT, c INT, payload VARCHAR({}) "
                               "CHARACTER SET latin1 NOT NULL, KEY (a), KEY (b), KEY (c)) ENGINE=InnoDB",
                               tables.payloadBytes[0]));
    }

    Result<void> remove() override {
        if (!m_created)
            return {};
        const std::string drop = "DROP DATABASE IF EXISTS " + m_place;
        auto dropped = run(m_server.get(), drop);
        if (!dropped) // the connection may be what failed
            if (auto fresh = connectTo(m_given, {}); fresh)
                dropped = run(fresh->get(), drop);
        if (!dropped)
            return fail(dropped.error().code, dropped.error().message, "drop it by hand: " + drop);
        m_created = false;
        return {};
    }

    Result<std::unique_ptr<ProbeConnection>> connect() override {
        auto server = connectTo(m_given, m_place);
        if (!server)
            return fail(server.error());
        return std::make_unique<MysqlConnection>(std::move(*server), m_tables, m_next);
    }

private:
    Result<void> fill(std::size_t table) {
        const std::int64_t tags = std::max<std::int64_t>(1, m_tables.rows[table] / kProbeRowsPerTag);
        std::string sql;
        for (std::int64_t id = 1; id <= m_tables.rows[table]; ++id) {
            sql += sql.empty() ? fmt::format("INSERT INTO t{} (id, tag, payload) VALUES ", table) : std::string(", ");
            sql += fmt::format("({}, {}, '{}')", id, id % tags,
                               probePayload(static_cast<std::uint64_t>(id) * 7919, m_tables.payloadBytes[table]));
            if (sql.size() > 500'000 || id == m_tables.rows[table]) {
                if (auto done = run(m_server.get(), sql); !done)
                    return done;
                sql.clear();
            }
        }
        return run(m_server.get(), fmt::format("ANALYZE TABLE t{}", table));
    }

    Given m_given;
    Connection m_server;
    std::string m_place = probePlace();
    bool m_created = false;
    ProbeTables m_tables;
    std::atomic<std::int64_t> m_next{1};
};

} // namespace

Result<std::unique_ptr<ProbeServer>> openMysqlProbe(const std::string& engine, const std::string& connection) {
    auto given = parseConnection(connection);
    if (!given)
        return fail(given.error());
    auto server = connectTo(*given, {});
    if (!server)
        return fail(server.error());
    auto probe = std::make_unique<MysqlProbe>(std::move(*given), std::move(*server));
    const std::string version = probe->version();
    if ((version.rfind("MariaDB", 0) == 0) != (engine == "mariadb"))
        return fail(ErrorCode::Unsupported, fmt::format("the server is {}", version),
                    fmt::format("name it: --engine {}", engine == "mariadb" ? "mysql" : "mariadb"));
    return probe;
}

} // namespace shardscape::model
