// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cstdlib>
#include <map>

#include <fmt/format.h>
#include <hiredis/hiredis.h>

#include "model/live/probe_server.h"
#include "model/live/readers.h"

namespace shardscape::model {
namespace {

struct Free {
    void operator()(redisContext* server) const { redisFree(server); }
};
struct FreeReply {
    void operator()(redisReply* reply) const { freeReplyObject(reply); }
};
using Connection = std::unique_ptr<redisContext, Free>;
using Reply = std::unique_ptr<redisReply, FreeReply>;
using Given = std::map<std::string, std::string>;

/// Keys of the filling expire by themselves, should nobody be left to remove them.
constexpr const char* kLifeSeconds = "900";
/// Elements of the list that ranges are read from.
constexpr int kListLength = 1000;
constexpr int kBatch = 500;

std::string valueOf(const Given& given, const char* name, const char* otherwise = "") {
    const auto at = given.find(name);
    return at == given.end() || at->second.empty() ? std::string(otherwise) : at->second;
}

Result<Reply> command(redisContext* server, const std::vector<std::string>& words) {
    std::vector<const char*> texts;
    std::vector<std::size_t> sizes;
    for (const std::string& word : words) {
        texts.push_back(word.data());
        sizes.push_back(word.size());
    }
    Reply reply(
        static_cast<redisReply*>(redisCommandArgv(server, static_cast<int>(words.size()), texts.data(), sizes.data())));
    if (!reply)
        return fail(ErrorCode::Io, fmt::format("the server does not answer: {}", server->errstr),
                    "check that it still runs");
    if (reply->type == REDIS_REPLY_ERROR)
        return fail(ErrorCode::Io, fmt::format("the server refuses: {}", std::string(reply->str, reply->len)),
                    "measuring needs an account that may read and write the keys shardscape_probe_*");
    return reply;
}

Result<Connection> connectTo(const Given& given) {
    const timeval patience{10, 0};
    const std::string socket = valueOf(given, "socket");
    int port = 6379;
    const std::string written = valueOf(given, "port");
    std::from_chars(written.data(), written.data() + written.size(), port);
    Connection server(socket.empty()
                          ? redisConnectWithTimeout(valueOf(given, "host", "127.0.0.1").c_str(), port, patience)
                          : redisConnectUnixWithTimeout(socket.c_str(), patience));
    if (!server || server->err)
        return fail(ErrorCode::Io, fmt::format("the server cannot be reached: {}", server ? server->errstr : "memory"),
                    "check host and port, or the path of the socket");
    redisSetTimeout(server.get(), timeval{60, 0});
    std::string password = valueOf(given, "password");
    if (const char* fromEnvironment = std::getenv("REDISCLI_AUTH"); password.empty() && fromEnvironment)
        password = fromEnvironment;
    std::vector<std::vector<std::string>> greetings;
    if (const std::string user = valueOf(given, "user"); !password.empty())
        greetings.push_back(user.empty() ? std::vector<std::string>{"AUTH", password}
                                         : std::vector<std::string>{"AUTH", user, password});
    if (const std::string database = valueOf(given, "dbname", "0"); database != "0")
        greetings.push_back({"SELECT", database});
    for (const auto& words : greetings)
        if (auto done = command(server.get(), words); !done)
            return fail(done.error());
    return server;
}

/// "key:value" of INFO.
std::string infoOf(const std::string& text, const std::string& key) {
    const std::size_t at = text.find(key + ":");
    if (at == std::string::npos)
        return {};
    const std::size_t from = at + key.size() + 1;
    return text.substr(from, text.find_first_of("\r\n", from) - from);
}

/// How keys are named.
struct Names {
    std::string place;
    std::string row(std::size_t width, std::int64_t id) const { return fmt::format("{}:t{}:{}", place, width, id); }
    std::string added(std::size_t width, std::int64_t id) const { return fmt::format("{}:w{}:{}", place, width, id); }
    std::string list() const { return place + ":list"; }
};

/// What was written by the load, to be removed by name.
struct Added {
    std::vector<std::atomic<std::int64_t>> next;
    explicit Added(std::size_t widths)
        : next(widths) {
        for (auto& one : next)
            one = 1;
    }
};

class RedisConnection : public ProbeConnection {
public:
    RedisConnection(Connection server, const ProbeTables& tables, const Names& names, Added& added)
        : m_server(std::move(server))
        , m_tables(tables)
        , m_names(names)
        , m_added(added) {}

    Result<void> perform(const ProbeStep& step, std::uint64_t draw) override {
        if (auto done = command(m_server.get(), wordsOf(step, draw)); !done)
            return fail(done.error());
        return {};
    }

private:
    std::vector<std::string> wordsOf(const ProbeStep& step, std::uint64_t draw) {
        const auto rows = static_cast<std::uint64_t>(m_tables.rows[step.width]);
        const auto key = [&](std::uint64_t random) {
            return m_names.row(step.width, 1 + static_cast<std::int64_t>(random % rows));
        };
        const std::string payload(probePayload(draw >> 8, m_tables.payloadBytes[step.width]));
        switch (step.operation) {
        case ProbeOperation::PointRead: return {"GET", key(draw)};
        case ProbeOperation::RangeRead: {
            const std::uint64_t from = draw % static_cast<std::uint64_t>(kListLength - step.rows + 1);
            return {"LRANGE", m_names.list(), std::to_string(from),
                    std::to_string(from + static_cast<std::uint64_t>(step.rows) - 1)};
        }
        case ProbeOperation::IndexRead: {
            std::vector<std::string> words{"MGET"};
            for (int row = 0; row < step.rows; ++row)
                words.push_back(key(draw + static_cast<std::uint64_t>(row) * 1'000'003));
            return words;
        }
        case ProbeOperation::Insert:
            return {"SET", m_names.added(step.width, m_added.next[step.width].fetch_add(1)), payload};
        case ProbeOperation::InsertMany: {
            std::vector<std::string> words{"MSET"};
            for (int row = 0; row < step.rows; ++row) {
                words.push_back(m_names.added(step.width, m_added.next[step.width].fetch_add(1)));
                words.push_back(payload);
            }
            return words;
        }
        case ProbeOperation::Update: return {"SET", key(draw), payload, "KEEPTTL"};
        default: return {"PING"};
        }
    }

    Connection m_server;
    const ProbeTables& m_tables;
    const Names& m_names;
    Added& m_added;
};

class RedisProbe : public ProbeServer {
public:
    RedisProbe(Given given, Connection server)
        : m_given(std::move(given))
        , m_server(std::move(server)) {
        m_names.place = probePlace();
    }
    ~RedisProbe() override { (void)remove(); }

    std::string version() override {
        auto info = command(m_server.get(), {"INFO", "server"});
        return "Redis " + (info ? infoOf(std::string((*info)->str, (*info)->len), "redis_version") : std::string());
    }
    std::string connectionKind() const override {
        return kindOfHost(valueOf(m_given, "host", "127.0.0.1"), !valueOf(m_given, "socket").empty());
    }
    std::string place() const override { return "keys " + m_names.place + ":*"; }

    Result<void> create(const ProbeTables& tables) override {
        if (auto room = checkRoom(tables); !room)
            return room;
        m_tables = tables;
        m_added = std::make_unique<Added>(tables.rows.size());
        for (std::size_t width = 0; width < tables.rows.size(); ++width)
            for (std::int64_t id = 1; id <= tables.rows[width]; ++id)
                if (auto queued = queue(
                        {"SET", m_names.row(width, id),
                         std::string(probePayload(static_cast<std::uint64_t>(id) * 7919, tables.payloadBytes[width])),
                         "EX", kLifeSeconds});
                    !queued)
                    return queued;
        for (int element = 0; element < kListLength; ++element)
            if (auto queued = queue(
                    {"RPUSH", m_names.list(),
                     std::string(probePayload(static_cast<std::uint64_t>(element) * 104'729, tables.payloadBytes[0]))});
                !queued)
                return queued;
        if (auto queued = queue({"EXPIRE", m_names.list(), kLifeSeconds}); !queued)
            return queued;
        return drain();
    }

    Result<void> remove() override {
        if (!m_added)
            return {};
        if (m_server->err) { // the connection may be what failed
            auto fresh = connectTo(m_given);
            if (!fresh)
                return fail(fresh.error());
            m_server = std::move(*fresh);
            m_waiting = 0;
        }
        for (std::size_t width = 0; width < m_tables.rows.size(); ++width) {
            for (std::int64_t id = 1; id <= m_tables.rows[width]; ++id)
                if (auto queued = queue({"UNLINK", m_names.row(width, id)}); !queued)
                    return queued;
            for (std::int64_t id = 1; id < m_added->next[width]; ++id)
                if (auto queued = queue({"UNLINK", m_names.added(width, id)}); !queued)
                    return queued;
        }
        if (auto queued = queue({"UNLINK", m_names.list()}); !queued)
            return queued;
        if (auto done = drain(); !done)
            return done;
        m_added.reset();
        return {};
    }

    Result<std::unique_ptr<ProbeConnection>> connect() override {
        auto server = connectTo(m_given);
        if (!server)
            return fail(server.error());
        return std::make_unique<RedisConnection>(std::move(*server), m_tables, m_names, *m_added);
    }

private:
    /// A server that would have to evict keys of others is left alone.
    Result<void> checkRoom(const ProbeTables& tables) {
        auto info = command(m_server.get(), {"INFO", "memory"});
        if (!info)
            return fail(info.error());
        const std::string text((*info)->str, (*info)->len);
        const auto number = [&](const char* key) {
            const std::string value = infoOf(text, key);
            double out = 0;
            std::from_chars(value.data(), value.data() + value.size(), out);
            return out;
        };
        double wanted = 0;
        for (std::size_t i = 0; i < tables.rows.size(); ++i)
            wanted += static_cast<double>(tables.rows[i]) * (tables.payloadBytes[i] + 120.0) * 2;
        if (number("maxmemory") > 0 && number("used_memory") + wanted > number("maxmemory"))
            return fail(ErrorCode::Conflict,
                        fmt::format("the server's memory is nearly full: measuring needs {:.0f} MB more, and others' "
                                    "keys could be evicted; nothing was changed",
                                    wanted / 1e6),
                        "measure with fewer rows (--rows), or another server");
        return {};
    }
    /// Sends many commands without waiting for each answer.
    Result<void> queue(const std::vector<std::string>& words) {
        std::vector<const char*> texts;
        std::vector<std::size_t> sizes;
        for (const std::string& word : words) {
            texts.push_back(word.data());
            sizes.push_back(word.size());
        }
        redisAppendCommandArgv(m_server.get(), static_cast<int>(words.size()), texts.data(), sizes.data());
        return ++m_waiting < kBatch ? Result<void>() : drain();
    }
    Result<void> drain() {
        std::string refused;
        for (; m_waiting > 0; --m_waiting) {
            void* raw = nullptr;
            if (redisGetReply(m_server.get(), &raw) != REDIS_OK)
                return fail(ErrorCode::Io, fmt::format("the server does not answer: {}", m_server->errstr),
                            "check that it still runs");
            const Reply reply(static_cast<redisReply*>(raw));
            if (reply->type == REDIS_REPLY_ERROR)
                refused.assign(reply->str, reply->len);
        }
        if (!refused.empty())
            return fail(ErrorCode::Io, "the server refuses: " + refused,
                        "measuring needs an account that may read and write the keys shardscape_probe_*");
        return {};
    }

    Given m_given;
    Connection m_server;
    Names m_names;
    ProbeTables m_tables;
    std::unique_ptr<Added> m_added; ///< set while there is something to remove
    int m_waiting = 0;
};

} // namespace

Result<std::unique_ptr<ProbeServer>> openRedisProbe(const std::string& connection) {
    auto given = parseConnection(connection);
    if (!given)
        return fail(given.error());
    auto server = connectTo(*given);
    if (!server)
        return fail(server.error());
    return std::make_unique<RedisProbe>(std::move(*given), std::move(*server));
}

} // namespace shardscape::model
