// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Parts of a sweep handed out by GNU parallel, and as a job array of a real Slurm: one node on the loopback interface,
/// in a scratch folder, as the account that servers run as. Together the parts are the sweep, to the byte.
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>

#include "tests/support/folders.h"
#include "tests/support/server_process.h"

using namespace shardscape::tests;

namespace {

QString program(const char* name) {
    const QString found = QStandardPaths::findExecutable(QString::fromLatin1(name));
    return found.isEmpty() ? QStandardPaths::findExecutable(QString::fromLatin1(name), {"/usr/sbin", "/sbin"}) : found;
}

QString scenarioFile() {
    return sourceFolder() + "/resources/scenarios/queue-limit.json";
}

const QStringList kSweep{"--vary", "seed=1..8", "--requests", "5000", "--quiet"};

QStringList sortedLines(const QString& text) {
    QStringList lines = text.split('\n', Qt::SkipEmptyParts);
    lines.sort();
    return lines;
}

QStringList sortedLinesOf(const QDir& folder, const QString& pattern) {
    QString all;
    for (const QString& name : folder.entryList({pattern}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += QString::fromUtf8(file.readAll());
    }
    return sortedLines(all);
}

/// A Slurm of one node: munged, slurmctld and slurmd.
class Slurm {
public:
    ~Slurm() {
        m_node.stop(SIGTERM);
        m_controller.stop(SIGTERM);
        m_munge.stop(SIGTERM);
    }
    static QString whyUnavailable() {
        for (const char* name : {"munged", "slurmctld", "slurmd", "sbatch", "sinfo"})
            if (program(name).isEmpty())
                return QString("no %1 on the PATH: apt-get install munge slurmctld slurmd slurm-client").arg(name);
        return {};
    }
    bool start() {
        const QString socket = m_munge.folder() + "/munge.socket";
        const QString base = m_munge.folder();
        write(base + "/munge.key", randomBytes(256));
        if (m_munge
                .start(program("munged"),
                       {"--foreground", "--force", "--socket=" + socket, "--key-file=" + base + "/munge.key",
                        "--log-file=" + base + "/log", "--pid-file=" + base + "/pid", "--seed-file=" + base + "/seed"},
                       "Starting")
                .isEmpty())
            return fail(m_munge);
        const QString name = QSysInfo::machineHostName().section('.', 0, 0);
        const QString account = m_munge.prepare("id", {"-un"}).output.trimmed();
        m_config = base + "/slurm.conf";
        write(m_config,
              QString("ClusterName=scratch\nSlurmctldHost=%1(127.0.0.1)\nSlurmctldPort=%2\nSlurmdPort=%3\n"
                      "AuthType=auth/munge\nCredType=cred/munge\nAuthInfo=socket=%4\nSlurmUser=%5\nSlurmdUser=%5\n"
                      "StateSaveLocation=%6\nSlurmdSpoolDir=%7\nSlurmctldPidFile=%6/ctld.pid\nSlurmdPidFile=%7/d.pid\n"
                      "ProctrackType=proctrack/pgid\nTaskPlugin=task/none\nSelectType=select/cons_tres\n"
                      "SelectTypeParameters=CR_Core\nMpiDefault=none\nSwitchType=switch/none\nReturnToService=2\n"
                      "AccountingStorageType=accounting_storage/none\nJobAcctGatherType=jobacct_gather/none\n"
                      "NodeName=%1 NodeAddr=127.0.0.1 CPUs=%8 State=UNKNOWN\n"
                      "PartitionName=all Nodes=ALL Default=YES State=UP\n")
                  .arg(name)
                  .arg(freeLoopbackPort())
                  .arg(freeLoopbackPort())
                  .arg(socket, account, m_controller.folder(), m_node.folder())
                  .arg(QThread::idealThreadCount())
                  .toUtf8());
        for (ServerProcess* process : {&m_controller, &m_node})
            process->setEnvironment("SLURM_CONF", m_config);
        if (m_controller.start(program("slurmctld"), {"-D", "-c"}, "Running as primary controller").isEmpty())
            return fail(m_controller);
        if (m_node.start(program("slurmd"), {"-D"}, "started on").isEmpty())
            return fail(m_node);
        return true;
    }
    /// As the account of the servers: a node that is not root runs the jobs of its own account alone.
    Outcome command(const QStringList& words) {
        return m_munge.prepare("env", QStringList{"SLURM_CONF=" + m_config} + words);
    }
    QString folder() const { return m_munge.folder(); }
    QString problem() const { return m_problem; }

private:
    bool fail(const ServerProcess& process) {
        m_problem = process.problem();
        return false;
    }
    static QByteArray randomBytes(int count) {
        QByteArray bytes(count, '\0');
        for (char& byte : bytes)
            byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
        return bytes;
    }
    /// Written by the account itself: munged refuses a key that is not its own.
    void write(const QString& file, const QByteArray& text) {
        const Outcome written = m_munge.prepare(
            "sh", {"-c", "umask 077 && printf %s " + QString::fromLatin1(text.toBase64()) + " | base64 -d > " + file});
        if (!written.ok)
            qWarning("%s", qPrintable(written.messages));
    }

    ServerProcess m_munge;
    ServerProcess m_controller;
    ServerProcess m_node;
    QString m_config;
    QString m_problem;
};

} // namespace

class BatchSystemsTest : public QObject {
    Q_OBJECT

private:
    QStringList m_whole;

private slots:
    void initTestCase() {
        const Outcome whole = runCommand(SHARDSCAPE_CLI, QStringList{"sweep", scenarioFile()} + kSweep);
        QVERIFY2(whole.ok, qPrintable(whole.messages));
        m_whole = sortedLines(whole.output);
        QCOMPARE(m_whole.size(), 8);
    }

    /// The line of the help text, with four parts on two processes.
    void gnuParallel() {
        const QString parallel = program("parallel");
        if (parallel.isEmpty() || !runCommand(parallel, {"--version"}).output.contains("GNU"))
            QSKIP("no GNU parallel on the PATH: apt-get install parallel");
        const QTemporaryDir folder;
        const Outcome done = runCommand(
            "sh",
            {"-c",
             "cd \"$0\" && parallel --will-cite -j2 '\"'\"$1\"'\" sweep \"'\"$2\"'\" --vary seed=1..8 --requests 5000 "
             "--quiet --shard {}/4 -o part{}.jsonl' ::: 1 2 3 4",
             folder.path(), SHARDSCAPE_CLI, scenarioFile()});
        QVERIFY2(done.ok, qPrintable(done.messages));
        QCOMPARE(QDir(folder.path()).entryList({"part*.jsonl"}).size(), 4);
        QCOMPARE(sortedLinesOf(QDir(folder.path()), "part*.jsonl"), m_whole);
    }

    void slurmArray() {
        if (const QString why = Slurm::whyUnavailable(); !why.isEmpty())
            QSKIP(qPrintable(why));
        Slurm slurm;
        if (!slurm.start())
            QSKIP(qPrintable("Slurm does not run here: " + slurm.problem()));
        const Outcome done =
            slurm.command({"sbatch", "--wait", "--array=1-4", "--chdir=" + slurm.folder(),
                           "--output=" + slurm.folder() + "/log-%a.txt", "--wrap",
                           QString("'%1' sweep '%2' %3 --shard $SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT -o "
                                   "part$SLURM_ARRAY_TASK_ID.jsonl")
                               .arg(SHARDSCAPE_CLI, scenarioFile(), kSweep.join(' '))});
        QString logs = sortedLinesOf(QDir(slurm.folder()), "log-*.txt").join('\n');
        QVERIFY2(done.ok, qPrintable(done.output + done.messages + logs));
        QCOMPARE(QDir(slurm.folder()).entryList({"part*.jsonl"}).size(), 4);
        QCOMPARE(sortedLinesOf(QDir(slurm.folder()), "part*.jsonl"), m_whole);
    }
};

QTEST_GUILESS_MAIN(BatchSystemsTest)
#include "batch_systems_test.moc"
