// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "tests/support/server_process.h"

namespace shardscape::tests {

/// The rows of a query, each value as PostgreSQL prints it; SQL NULL is a null QString. Not ok: see messages.
struct SqlRows {
    bool ok = false;
    QList<QStringList> rows;
    QString messages;
};

/// A PostgreSQL of its own in a scratch folder, reached through a unix socket there and by nobody else; it has no
/// network port and does not touch the clusters of the machine. Durability is off: it lives as long as this object.
///
///     if (const QString why = PostgresServer::whyUnavailable(); !why.isEmpty())
///         QSKIP(qPrintable(why));
///     PostgresServer server;
///     QVERIFY2(server.start(), qPrintable(server.problem()));
///     const Outcome loaded = server.run(ddl);
///     QVERIFY2(loaded.ok, qPrintable(loaded.messages));
///
/// Starting takes one to two seconds: start one per test class, and take a fresh database per case with
/// createDatabase(). Needs a test with an application object: QTEST_GUILESS_MAIN or QTEST_MAIN.
class PostgresServer {
public:
    ~PostgresServer();

    /// Empty when a server can be started, else the reason in one sentence.
    static QString whyUnavailable();

    bool start();
    QString problem() const { return m_problem; }

    /// "15.6", as the server says it.
    QString version();

    bool createDatabase(const QString& name);

    /// Runs SQL text through `psql -v ON_ERROR_STOP=1`: backslash commands and COPY … FROM stdin of a pg_dump work too.
    /// Messages carry the line: "psql:<stdin>:12: ERROR: …".
    Outcome run(const QString& sql, const QString& database = QStringLiteral("postgres"));

    SqlRows query(const QString& sql, const QString& database = QStringLiteral("postgres"));

    /// For libpq and programs of PostgreSQL: the folder of the socket is the host, the user is `postgres`.
    QString socketFolder() const { return m_process.folder(); }

private:
    static QString programFolder();
    QStringList psqlArguments(const QString& database) const;

    ServerProcess m_process;
    QString m_problem;
};

} // namespace shardscape::tests
