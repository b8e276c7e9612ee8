// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "tests/support/server_process.h"

namespace shardscape::tests {

/// A MariaDB of its own in a scratch folder, reached through a unix socket there; it has no network port and does not
/// touch the server of the machine. Durability is off. Used like PostgresServer.
class MariadbServer {
public:
    ~MariadbServer();

    static QString whyUnavailable();

    bool start();
    QString problem() const { return m_problem; }

    bool createDatabase(const QString& name);

    /// Runs SQL text through the mariadb client, which stops at the first error and says its line. Clients may load
    /// files of their own (LOAD DATA LOCAL).
    Outcome run(const QString& sql, const QString& database);

    /// The rows of a query, values as the client prints them. Not ok: see messages.
    struct Rows {
        bool ok = false;
        QList<QStringList> rows;
        QString messages;
    };
    Rows query(const QString& sql, const QString& database);

private:
    QStringList clientArguments(const QString& database) const;

    ServerProcess m_process;
    QString m_problem;
};

} // namespace shardscape::tests
