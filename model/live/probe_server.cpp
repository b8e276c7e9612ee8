// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/live/probe_server.h"

#include <random>

#include <fmt/format.h>

namespace shardscape::model {

const char* name(ProbeOperation operation) {
    switch (operation) {
    case ProbeOperation::Ping: return "ping";
    case ProbeOperation::PointRead: return "point_read";
    case ProbeOperation::RangeRead: return "range_read";
    case ProbeOperation::IndexRead: return "index_read";
    case ProbeOperation::Scan: return "scan";
    case ProbeOperation::Insert: return "insert";
    case ProbeOperation::InsertMany: return "insert_many";
    case ProbeOperation::InsertIndexed: return "insert_indexed";
    case ProbeOperation::Update: return "update";
    }
    return "";
}

std::string_view probePayload(std::uint64_t draw, int bytes) {
    static const std::string letters = [] {
        constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        std::mt19937_64 random(20261120);
        std::string out(1 << 20, ' ');
        for (char& letter : out)
            letter = kAlphabet[random() % kAlphabet.size()];
        return out;
    }();
    const auto size = static_cast<std::size_t>(bytes);
    return std::string_view(letters).substr(draw % (letters.size() - size), size);
}

std::string probePlace() {
    std::random_device device;
    return fmt::format("shardscape_probe_{:06}{:06}", device() % 1'000'000, device() % 1'000'000);
}

std::string kindOfHost(const std::string& host, bool socket) {
    if (socket || host.empty() || host.front() == '/' || host.front() == '@')
        return "unix socket";
    const bool own = host == "localhost" || host == "::1" || host.rfind("127.", 0) == 0;
    return own ? "loopback" : "network";
}

Result<std::unique_ptr<ProbeServer>> ProbeServer::open(const std::string& engine, const std::string& connection) {
    if (engine == "postgresql")
        return openPostgresProbe(connection);
    if (engine == "mysql" || engine == "mariadb")
        return openMysqlProbe(engine, connection);
    if (engine == "redis")
        return openRedisProbe(connection);
    return fail(ErrorCode::NotFound, "there is no way to measure a server of the engine '" + engine + "'",
                "known are postgresql, mysql, mariadb and redis");
}

} // namespace shardscape::model
