// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mariadb_server.h"

#include <csignal>

#include <QStandardPaths>

namespace shardscape::tests {

/// Servers lie outside the PATH of ordinary users.
static QString program(const QString& name) {
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {"/usr/sbin", "/usr/local/sbin"}) : found;
}

QString MariadbServer::whyUnavailable() {
    for (const char* name : {"mariadbd", "mariadb", "mariadb-install-db"})
        if (program(QString::fromLatin1(name)).isEmpty())
            return QStringLiteral("no %1: apt-get install mariadb-server").arg(QLatin1String(name));
    return {};
}

MariadbServer::~MariadbServer() {
    m_process.stop(SIGTERM);
}

bool MariadbServer::start() {
    m_problem = whyUnavailable();
    if (!m_problem.isEmpty())
        return false;
    const QString data = m_process.folder() + QStringLiteral("/data");
    const Outcome made = m_process.prepare(
        program(QStringLiteral("mariadb-install-db")),
        {"--no-defaults", "--datadir=" + data, "--auth-root-authentication-method=normal", "--skip-test-db"});
    if (!made.ok) {
        m_problem = QStringLiteral("mariadb-install-db failed: ") + made.output + made.messages;
        return false;
    }
    const QStringList arguments{"--no-defaults",
                                "--datadir=" + data,
                                "--socket=" + m_process.folder() + "/mariadb.sock",
                                "--pid-file=" + m_process.folder() + "/pid",
                                "--skip-networking",
                                "--local-infile=1",
                                "--innodb-buffer-pool-size=256M",
                                "--innodb-flush-log-at-trx-commit=0",
                                "--innodb-doublewrite=0",
                                "--innodb-flush-method=nosync",
                                "--sync-frm=0",
                                "--innodb-stats-auto-recalc=0",
                                "--innodb-log-file-size=128M",
                                "--character-set-server=utf8mb4"};
    if (m_process.start(program(QStringLiteral("mariadbd")), arguments, QStringLiteral("ready for connections"))
            .isEmpty())
        m_problem = m_process.problem();
    return m_problem.isEmpty();
}

QStringList MariadbServer::clientArguments(const QString& database) const {
    QStringList out{"--no-defaults",    "--socket=" + m_process.folder() + "/mariadb.sock",
                    "--user=root",      "--default-character-set=utf8mb4",
                    "--local-infile=1", "--batch"};
    if (!database.isEmpty())
        out << "--database=" + database;
    return out;
}

bool MariadbServer::createDatabase(const QString& name) {
    return run(QStringLiteral("CREATE DATABASE `%1`").arg(name), {}).ok;
}

Outcome MariadbServer::run(const QString& sql, const QString& database) {
    return runCommand(program(QStringLiteral("mariadb")), clientArguments(database), sql.toUtf8(),
                      std::chrono::seconds(110));
}

MariadbServer::Rows MariadbServer::query(const QString& sql, const QString& database) {
    const Outcome outcome =
        runCommand(program(QStringLiteral("mariadb")), clientArguments(database) << "--skip-column-names"
                                                                                 << "-e" << sql);
    Rows answer{outcome.ok, {}, outcome.messages};
    for (const QString& line : outcome.output.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        answer.rows.append(line.split(QLatin1Char('\t')));
    return answer;
}

} // namespace shardscape::tests
