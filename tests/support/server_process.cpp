// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server_process.h"

#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <QDeadlineTimer>
#include <QDir>
#include <QHostAddress>
#include <QProcessEnvironment>
#include <QTcpServer>

namespace shardscape::tests {

/// A socket's path may have 107 bytes on Linux; this leaves room for the longest name PostgreSQL puts behind it.
static constexpr int kLongestFolder = 70;

static int milliseconds(std::chrono::seconds limit) {
    return static_cast<int>(std::chrono::milliseconds(limit).count());
}

/// Runs in the child between fork and exec: only calls that are allowed there.
static void becomeAccount(const Account& account, int signalWhenTheTestDies) {
    if (account.user >= 0 && (setgroups(0, nullptr) != 0 || setgid(static_cast<gid_t>(account.group)) != 0 ||
                              setuid(static_cast<uid_t>(account.user)) != 0))
        _exit(126);
    prctl(PR_SET_PDEATHSIG, signalWhenTheTestDies);
}

static Outcome finish(QProcess& process, const QByteArray& input, std::chrono::seconds limit) {
    if (!process.waitForStarted())
        return {false, {}, QStringLiteral("%1: %2").arg(process.program(), process.errorString())};
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(milliseconds(limit))) {
        process.kill();
        process.waitForFinished();
        return {false, QString::fromUtf8(process.readAllStandardOutput()),
                QStringLiteral("%1 did not end within %2 s").arg(process.program()).arg(limit.count())};
    }
    const bool ok = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return {ok, QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

Outcome runCommand(const QString& program, const QStringList& arguments, const QByteArray& input,
                   std::chrono::seconds limit) {
    QProcess process;
    process.start(program, arguments);
    return finish(process, input, limit);
}

Account Account::forServers() {
    if (geteuid() != 0)
        return {};
    for (const char* name : {"postgres", "nobody"})
        if (const passwd* entry = getpwnam(name))
            return {static_cast<int>(entry->pw_uid), static_cast<int>(entry->pw_gid)};
    return {};
}

ServerProcess::ServerProcess()
    : m_account(Account::forServers()) {
    const QString base = QDir::tempPath().size() > kLongestFolder - 20 ? QStringLiteral("/tmp") : QDir::tempPath();
    m_folder = std::make_unique<QTemporaryDir>(base + QStringLiteral("/shardscape-XXXXXX"));
    if (!m_folder->isValid())
        m_problem = QStringLiteral("no scratch folder in %1: %2").arg(base, m_folder->errorString());
    else if (m_account.user >= 0 && chown(QFile::encodeName(m_folder->path()).constData(),
                                          static_cast<uid_t>(m_account.user), static_cast<gid_t>(m_account.group)) != 0)
        m_problem = QStringLiteral("cannot give %1 to the account of the server").arg(m_folder->path());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setWorkingDirectory(m_folder->path());
    const Account account = m_account;
    m_process.setChildProcessModifier([account] { becomeAccount(account, SIGKILL); });
}

ServerProcess::~ServerProcess() {
    stop(SIGTERM);
}

QString ServerProcess::folder() const {
    return m_folder->path();
}

Outcome ServerProcess::prepare(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    const Account account = m_account;
    process.setChildProcessModifier([account] { becomeAccount(account, SIGKILL); });
    process.start(program, arguments);
    return finish(process, {}, std::chrono::seconds(120));
}

QString ServerProcess::start(const QString& program, const QStringList& arguments, const QString& ready,
                             std::chrono::seconds limit) {
    if (!m_problem.isEmpty())
        return {};
    m_process.start(program, arguments);
    if (!m_process.waitForStarted()) {
        m_problem = QStringLiteral("%1: %2").arg(program, m_process.errorString());
        return {};
    }
    QByteArray printed;
    QDeadlineTimer deadline(limit);
    while (m_process.state() == QProcess::Running || m_process.canReadLine()) {
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine();
            printed += line;
            if (line.contains(ready.toUtf8()))
                return QString::fromUtf8(line).trimmed();
        }
        if (deadline.hasExpired() || !m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
            break;
    }
    printed += m_process.readAll();
    m_problem = QStringLiteral("%1 did not say \"%2\":\n%3").arg(program, ready, QString::fromUtf8(printed));
    stop(SIGKILL);
    return {};
}

void ServerProcess::stop(int signal) {
    if (m_process.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(m_process.processId()), signal);
    if (!m_process.waitForFinished(10000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool ServerProcess::isRunning() const {
    return m_process.state() == QProcess::Running;
}

void ServerProcess::setEnvironment(const QString& name, const QString& value) {
    QProcessEnvironment environment = m_process.processEnvironment();
    if (environment.isEmpty())
        environment = QProcessEnvironment::systemEnvironment();
    environment.insert(name, value);
    m_process.setProcessEnvironment(environment);
}

quint16 freeLoopbackPort() {
    QTcpServer listener;
    return listener.listen(QHostAddress::LocalHost, 0) ? listener.serverPort() : quint16(0);
}

} // namespace shardscape::tests
