// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redis_server.h"

#include <csignal>

#include <QStandardPaths>

namespace shardscape::tests {

static QString server() {
    return QStandardPaths::findExecutable(QStringLiteral("redis-server"));
}
static QString client() {
    return QStandardPaths::findExecutable(QStringLiteral("redis-cli"));
}

QString RedisServer::whyUnavailable() {
    if (server().isEmpty() || client().isEmpty())
        return QStringLiteral("no redis-server or redis-cli on the PATH: apt-get install redis-server");
    return {};
}

RedisServer::~RedisServer() {
    m_process.stop(SIGTERM);
}

bool RedisServer::start(Mode mode) {
    m_problem = whyUnavailable();
    if (!m_problem.isEmpty())
        return false;
    QStringList arguments{"--save", "", "--appendonly", "no", "--daemonize", "no", "--dir", m_process.folder()};
    if (mode == Mode::ClusterNode) {
        m_port = freeLoopbackPort();
        const quint16 busPort = freeLoopbackPort();
        arguments << "--bind"
                  << "127.0.0.1"
                  << "--port" << QString::number(m_port) << "--cluster-enabled"
                  << "yes"
                  << "--cluster-port" << QString::number(busPort);
    } else {
        arguments << "--port"
                  << "0"
                  << "--unixsocket" << m_process.folder() + QStringLiteral("/redis.sock");
    }
    const QString ready = mode == Mode::ClusterNode ? QStringLiteral("Ready to accept connections")
                                                    : QStringLiteral("ready to accept connections at");
    if (m_process.start(server(), arguments, ready).isEmpty())
        m_problem = m_process.problem();
    return m_problem.isEmpty();
}

QStringList RedisServer::clientArguments() const {
    if (m_port != 0)
        return {"-e", "-h", "127.0.0.1", "-p", QString::number(m_port)};
    return {"-e", "-s", m_process.folder() + QStringLiteral("/redis.sock")};
}

Outcome RedisServer::command(const QStringList& words) {
    Outcome outcome = runCommand(client(), clientArguments() + words);
    if (outcome.output.endsWith(QLatin1Char('\n')))
        outcome.output.chop(1);
    return outcome;
}

Outcome RedisServer::commands(const QString& lines) {
    return runCommand(client(), clientArguments(), lines.toUtf8());
}

Outcome RedisServer::pipe(const QByteArray& protocol) {
    Outcome outcome = runCommand(client(), clientArguments() + QStringList{"--pipe"}, protocol);
    outcome.ok = outcome.ok && outcome.output.contains(QLatin1String("errors: 0"));
    outcome.messages += outcome.output;
    return outcome;
}

} // namespace shardscape::tests
