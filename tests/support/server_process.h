// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace shardscape::tests {

/// What a command did: `ok` is a zero exit status, `output` its standard output, `messages` its standard error
/// or the reason why it could not be run.
struct Outcome {
    bool ok = false;
    QString output;
    QString messages;
};

/// Runs a command to its end, `input` on its standard input. Gives up (and kills it) after `limit`.
Outcome runCommand(const QString& program, const QStringList& arguments, const QByteArray& input = {},
                   std::chrono::seconds limit = std::chrono::seconds(60));

/// The account that servers run as when the tests run as root: some refuse to be root themselves.
/// The ids are -1 when the tests do not run as root, and nothing is switched.
struct Account {
    int user = -1;
    int group = -1;
    static Account forServers();
};

/// One server in the foreground, with its own scratch folder that is removed afterwards. The server ends with this
/// object, and with the test's process should that crash. Not thread-safe; for Linux.
class ServerProcess {
public:
    ServerProcess();
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    /// The scratch folder, owned by the account of the server. Its path is short enough for a unix socket in it.
    QString folder() const;

    /// Runs a command to its end as the account of the server (initdb, for example).
    Outcome prepare(const QString& program, const QStringList& arguments);

    /// Starts the server and waits until a line of its output contains `ready`; that line is the answer.
    /// Empty when the server ended before or took longer than `limit`: problem() says what it had printed.
    QString start(const QString& program, const QStringList& arguments, const QString& ready,
                  std::chrono::seconds limit = std::chrono::seconds(30));

    /// Asks the server to end with the signal given (a POSIX number), kills it when it does not within ten seconds.
    void stop(int signal);

    bool isRunning() const;
    QString problem() const { return m_problem; }
    void setEnvironment(const QString& name, const QString& value);

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_process;
    QString m_problem;
    Account m_account;
};

/// A TCP port of the loopback interface that was free a moment ago.
quint16 freeLoopbackPort();

} // namespace shardscape::tests
