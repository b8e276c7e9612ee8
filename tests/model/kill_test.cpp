// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QTemporaryDir>

#include <cerrno>
#include <chrono>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

#include "model/storage/project_file.h"
#include "tests/support/random_edits.h"

using namespace shardscape::model;
using shardscape::tests::RandomEdits;

namespace {

constexpr int kRounds = 200;

/// The steps of a round: a function of its number and of the project that it starts from, the same in both processes.
class Storm {
public:
    Storm(unsigned round, const Project& start)
        : m_edits(round)
        , m_now(start)
        , m_before(start) {}

    /// What happens at a step, in this order: a step of work, then perhaps a save.
    struct Step {
        Project before;
        Project after;
        StepKind kind = StepKind::Edit;
        bool save = false;
    };
    Step next() {
        Step step;
        step.before = m_now;
        if (m_edits.number(8) == 0) {
            step.kind = StepKind::Undo;
            step.after = m_before;
        } else {
            step.after = m_edits.next(m_now);
        }
        m_before = m_now;
        m_now = step.after;
        step.save = m_edits.number(12) == 0;
        return step;
    }

private:
    RandomEdits m_edits;
    Project m_now;
    Project m_before;
};

Project current(const ProjectFile::Opened& opened) {
    return opened.recovery ? opened.recovery->project() : opened.saved;
}

/// Works on the file until it is killed; a byte goes to the pipe after each step that append() acknowledged.
[[noreturn]] void work(const std::string& path, unsigned round, int pipeEnd) {
    Result<ProjectFile::Opened> opened = ProjectFile::open(path);
    if (!opened)
        _exit(2);
    Storm storm(round, current(*opened));
    while (true) {
        const Storm::Step step = storm.next();
        if (!opened->file->append(step.before, step.after, "step", step.kind))
            _exit(3);
        if (write(pipeEnd, ".", 1) != 1)
            _exit(4);
        if (step.save && !opened->file->save(step.after))
            _exit(5);
    }
}

/// Reads acknowledgements until there are "wanted" of them, or to the end of the pipe.
int acknowledged(int pipeEnd, int wanted) {
    int count = 0;
    char byte = 0;
    while (count < wanted) {
        const ssize_t got = read(pipeEnd, &byte, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        ++count;
    }
    return count;
}

} // namespace

/// kill -9 at a random moment of a storm of edits, two hundred times on the same file: what append() acknowledged is
/// there.
class KillTest : public QObject {
    Q_OBJECT

private slots:
    void everyAcknowledgedEditIsThere();
};

void KillTest::everyAcknowledgedEditIsThere() {
    QTemporaryDir folder;
    const std::string path = folder.filePath("storm.shardscape").toStdString();
    QVERIFY(writeProject(path, Project()).has_value());
    Project start;
    std::mt19937 random(1);
    int total = 0;
    int unacknowledged = 0;
    for (unsigned round = 1; round <= kRounds; ++round) {
        if (start.entities.size() > 40) // keep the rounds short
            start = Project();
        {
            auto file = ProjectFile::create(path, start);
            QVERIFY2(file.has_value(), file ? "" : file.error().text().c_str());
        }
        int ends[2];
        QCOMPARE(pipe(ends), 0);
        const pid_t child = fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            close(ends[0]);
            work(path, round, ends[1]);
        }
        close(ends[1]);
        // The moment: after a random number of acknowledgements and then up to a millisecond, which reaches into every
        // part of an append and of a save.
        int seen = acknowledged(ends[0], static_cast<int>(random() % 20));
        const auto until = std::chrono::steady_clock::now() + std::chrono::microseconds(random() % 1000);
        while (std::chrono::steady_clock::now() < until) {
        }
        QCOMPARE(kill(child, SIGKILL), 0);
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY2(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, qPrintable(QString::number(status)));
        seen += acknowledged(ends[0], 1 << 30);
        close(ends[0]);

        Result<ProjectFile::Opened> opened = ProjectFile::open(path);
        QVERIFY2(opened.has_value(), opened ? "" : opened.error().text().c_str());
        QVERIFY(opened->notice.empty());
        // The state after the last acknowledged step, or after the one that was written but not yet acknowledged.
        Storm storm(round, start);
        Project expected = start;
        for (int i = 0; i < seen; ++i)
            expected = storm.next().after;
        const Project found = current(*opened);
        const Project oneMore = storm.next().after;
        QVERIFY2(found == expected || found == oneMore,
                 qPrintable(QString("round %1, %2 acknowledged").arg(round).arg(seen)));
        unacknowledged += found == expected ? 0 : 1;
        total += seen;
        start = found;
        QVERIFY(opened->file->discard().has_value());
    }
    qInfo("%d acknowledged edits over %d kills; %d more were on disk before their acknowledgement", total, kRounds,
          unacknowledged);
}

QTEST_APPLESS_MAIN(KillTest)
#include "kill_test.moc"
