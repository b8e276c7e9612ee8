// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clickhouse_server.h"

#include <csignal>

#include <QFile>
#include <QStandardPaths>

namespace shardscape::tests {

static QString server() {
    const QString onPath = QStandardPaths::findExecutable(QStringLiteral("clickhouse-server"));
    return onPath.isEmpty()
               ? QStandardPaths::findExecutable(QStringLiteral("clickhouse-server"), {QStringLiteral("/usr/sbin")})
               : onPath;
}
static QString client() {
    return QStandardPaths::findExecutable(QStringLiteral("clickhouse-client"));
}

QString ClickhouseServer::whyUnavailable() {
    if (server().isEmpty() || client().isEmpty())
        return QStringLiteral("no clickhouse-server or clickhouse-client: apt-get install clickhouse-server "
                              "clickhouse-client");
    return {};
}

ClickhouseServer::~ClickhouseServer() {
    m_process.stop(SIGTERM);
}

bool ClickhouseServer::start() {
    m_problem = whyUnavailable();
    if (!m_problem.isEmpty())
        return false;
    m_port = freeLoopbackPort();
    const QString folder = m_process.folder();
    const auto write = [&](const QString& name, const QString& text) {
        QFile file(folder + QLatin1Char('/') + name);
        return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0;
    };
    const bool written =
        write("users.xml", "<yandex><profiles><default><allow_experimental_low_cardinality_type>1"
                           "</allow_experimental_low_cardinality_type></default></profiles><users><default><password></"
                           "password><networks>"
                           "<ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default>"
                           "</users><quotas><default/></quotas></yandex>") &&
        write("config.xml",
              QStringLiteral("<yandex><logger><level>information</level><console>1</console></logger>"
                             "<listen_host>127.0.0.1</listen_host><tcp_port>%1</tcp_port>"
                             "<path>%2/data/</path><tmp_path>%2/tmp/</tmp_path>"
                             "<mark_cache_size>5368709</mark_cache_size><users_config>users.xml</users_config>"
                             "<default_profile>default</default_profile><default_database>default</default_database>"
                             "</yandex>")
                  .arg(m_port)
                  .arg(folder));
    if (!written)
        m_problem = QStringLiteral("cannot write into %1").arg(folder);
    else if (m_process
                 .start(server(), {"--config-file=" + folder + QStringLiteral("/config.xml")},
                        QStringLiteral("Ready for connections"))
                 .isEmpty())
        m_problem = m_process.problem();
    return m_problem.isEmpty();
}

Outcome ClickhouseServer::query(const QString& sql, const QByteArray& input) {
    return runCommand(client(), {"--host", "127.0.0.1", "--port", QString::number(m_port), "--query", sql}, input);
}

} // namespace shardscape::tests
