// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgres_server.h"

#include <csignal>

#include <QDir>
#include <QFileInfo>

namespace shardscape::tests {

// Characters that do not occur in SQL text, so that any value survives the way through psql.
static constexpr char kFieldEnd = '\x1f';
static constexpr char kRowEnd = '\x1e';
static constexpr char kNull[] = "\x1a";

/// PostgreSQL 15 is what the exports are written for; another version serves where it is the only one.
QString PostgresServer::programFolder() {
    QDir versions(QStringLiteral("/usr/lib/postgresql"));
    QStringList found = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    if (found.removeAll(QStringLiteral("15")) > 0)
        found.prepend(QStringLiteral("15"));
    for (const QString& version : found) {
        const QString folder = versions.filePath(version + QStringLiteral("/bin"));
        if (QFileInfo(folder + QStringLiteral("/initdb")).isExecutable() &&
            QFileInfo(folder + QStringLiteral("/postgres")).isExecutable() &&
            QFileInfo(folder + QStringLiteral("/psql")).isExecutable())
            return folder;
    }
    return {};
}

QString PostgresServer::whyUnavailable() {
    if (programFolder().isEmpty())
        return QStringLiteral("no PostgreSQL server in /usr/lib/postgresql: apt-get install postgresql");
    return {};
}

PostgresServer::~PostgresServer() {
    m_process.stop(SIGQUIT);
}

bool PostgresServer::start() {
    m_problem = whyUnavailable();
    if (!m_problem.isEmpty())
        return false;
    const QString data = m_process.folder() + QStringLiteral("/data");
    const Outcome made = m_process.prepare(programFolder() + QStringLiteral("/initdb"),
                                           {"--pgdata", data, "--username", "postgres", "--auth", "trust",
                                            "--no-locale", "--encoding", "UTF8", "--no-sync"});
    if (!made.ok) {
        m_problem = QStringLiteral("initdb failed: ") + made.output + made.messages;
        return false;
    }
    QStringList arguments{"-D", data, "-k", m_process.folder()};
    for (const char* setting :
         {"listen_addresses=", "fsync=off", "full_page_writes=off", "synchronous_commit=off", "shared_buffers=32MB",
          "max_connections=20", "max_locks_per_transaction=1024", "log_destination=stderr", "logging_collector=off",
          // Nobody reads the log once the server is up: let it stay far below what a pipe holds.
          "log_min_messages=log", "log_min_error_statement=panic"})
        arguments << QStringLiteral("-c") << QString::fromLatin1(setting);
    const QString ready = QStringLiteral("database system is ready to accept connections");
    if (m_process.start(programFolder() + QStringLiteral("/postgres"), arguments, ready).isEmpty())
        m_problem = m_process.problem();
    return m_problem.isEmpty();
}

QString PostgresServer::version() {
    const SqlRows answer = query(QStringLiteral("SHOW server_version"));
    return answer.rows.isEmpty() ? QString() : answer.rows.first().first().section(QLatin1Char(' '), 0, 0);
}

bool PostgresServer::createDatabase(const QString& name) {
    return run(QStringLiteral("CREATE DATABASE \"%1\" TEMPLATE template0").arg(name)).ok;
}

QStringList PostgresServer::psqlArguments(const QString& database) const {
    return {"-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", m_process.folder(), "-U", "postgres", "-d", database};
}

Outcome PostgresServer::run(const QString& sql, const QString& database) {
    return runCommand(programFolder() + QStringLiteral("/psql"),
                      psqlArguments(database) << "-f"
                                              << "-",
                      sql.toUtf8(), std::chrono::seconds(110));
}

SqlRows PostgresServer::query(const QString& sql, const QString& database) {
    QStringList arguments = psqlArguments(database);
    arguments << "-A"
              << "-t"
              << "-F" << QString(QLatin1Char(kFieldEnd)) << "-R" << QString(QLatin1Char(kRowEnd)) << "-P"
              << QStringLiteral("null=") + QLatin1String(kNull) << "-c" << sql;
    const Outcome outcome = runCommand(programFolder() + QStringLiteral("/psql"), arguments);
    SqlRows answer{outcome.ok, {}, outcome.messages};
    QString text = outcome.output;
    if (text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    if (!outcome.ok || text.isEmpty())
        return answer;
    for (const QString& row : text.split(QLatin1Char(kRowEnd))) {
        QStringList values = row.split(QLatin1Char(kFieldEnd));
        for (QString& value : values)
            value = value == QLatin1String(kNull) ? QString() : (value.isNull() ? QStringLiteral("") : value);
        answer.rows.append(values);
    }
    return answer;
}

} // namespace shardscape::tests
