// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "tests/support/server_process.h"

namespace shardscape::tests {

/// A ClickHouse of its own on two ports of the loopback interface, with its data in a scratch folder. Used like
/// PostgresServer.
class ClickhouseServer {
public:
    ~ClickhouseServer();

    static QString whyUnavailable();

    bool start();
    QString problem() const { return m_problem; }

    /// Runs a query; output is tab-separated as ClickHouse prints it.
    Outcome query(const QString& sql, const QByteArray& input = {});

private:
    ServerProcess m_process;
    QString m_problem;
    quint16 m_port = 0;
};

} // namespace shardscape::tests
