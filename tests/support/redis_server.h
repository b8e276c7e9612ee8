// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "tests/support/server_process.h"

namespace shardscape::tests {

/// A Redis of its own that keeps nothing on disk. A single server listens on a unix socket in its scratch folder;
/// one node of a cluster (for CLUSTER KEYSLOT and its like) needs a port and takes one of the loopback interface.
/// Used like PostgresServer.
class RedisServer {
public:
    enum class Mode { Single, ClusterNode };

    ~RedisServer();

    static QString whyUnavailable();

    bool start(Mode mode = Mode::Single);
    QString problem() const { return m_problem; }

    /// One command, {"SET", "k", "v"}; output is the raw reply without its final newline. Not ok on an error reply.
    Outcome command(const QStringList& words);

    /// Many commands, one a line, through one connection; the replies, one a line.
    Outcome commands(const QString& lines);

    /// Commands in the protocol's own form, as fast as they are taken; the number of replies and errors.
    Outcome pipe(const QByteArray& protocol);

private:
    QStringList clientArguments() const;

    ServerProcess m_process;
    QString m_problem;
    quint16 m_port = 0;
};

} // namespace shardscape::tests
