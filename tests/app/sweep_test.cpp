// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// The sweep command: lines that depend on the point alone, parts that make up the whole, and going on after a stop.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/command_line.h"

using namespace shardscape::tests;

namespace {

QStringList linesOf(const QByteArray& text) {
    return QString::fromUtf8(text).split('\n', Qt::SkipEmptyParts);
}

QJsonObject objectOf(const QString& line) {
    return QJsonDocument::fromJson(line.toUtf8()).object();
}

const QByteArray kScenario = R"({"seed": 1, "requests": 4000,
    "nodes": [{"name": "n", "count": 2}], "partitions": 2, "router": {"kind": "range"},
    "streams": [{"name": "get", "rate": 1000, "keys": {"kind": "uniform", "count": 2},
                 "service": {"kind": "deterministic", "mean_ms": 1}}]})";

} // namespace

class SweepTest : public QObject, ScratchFolder {
    Q_OBJECT

private:
    QString scenario() const { return write("s.json", kScenario); }

private slots:
    /// 1,000/s of 1 ms on two servers that get equal shares are half busy; with traffic doubled they are busy.
    void everyCombination() {
        const CommandOutcome done =
            cli({"sweep", scenario(), "--vary", "traffic=0.5,1", "--vary", "nodes=1,2", "--quiet"});
        QVERIFY2(done.exitCode == 0, done.err.constData());
        const QStringList lines = linesOf(done.out);
        QCOMPARE(lines.size(), 4);
        const QList<double> expected{0.5, 0.25, 1.0, 0.5};
        for (int i = 0; i < 4; ++i) {
            const QJsonObject line = objectOf(lines[i]);
            QCOMPARE(line["point"].toObject()["traffic"].toDouble(), i < 2 ? 0.5 : 1.0);
            QCOMPARE(line["point"].toObject()["nodes"].toInt(), i % 2 == 0 ? 1 : 2);
            double highest = 0;
            for (const QJsonValue& node : line["result"].toObject()["nodes"].toArray())
                highest = qMax(highest, node.toObject()["utilisation"].toDouble());
            QVERIFY2(qAbs(highest - expected[i]) < 0.05 * expected[i], qPrintable(lines[i]));
        }
        QVERIFY(done.err.isEmpty());
    }

    /// The result of a point is what simulate says of it.
    void aPointIsASimulation() {
        const QStringList lines =
            linesOf(cli({"sweep", scenario(), "--vary", "/streams/0/rate=500,900", "--vary", "seed=3", "--quiet"}).out);
        QCOMPARE(lines.size(), 2);
        const CommandOutcome single =
            cli({"simulate", "--scenario", scenario(), "--set", "/streams/0/rate=900", "--seed", "3", "--json"});
        QVERIFY2(single.exitCode == 0, single.err.constData());
        QCOMPARE(objectOf(lines[1])["result"].toObject()["fingerprint"], single.json()["fingerprint"]);
        QCOMPARE(objectOf(lines[1])["point"].toObject()["/streams/0/rate"].toInt(), 900);
        QVERIFY(objectOf(lines[0])["result"].toObject()["fingerprint"] != single.json()["fingerprint"]);
    }

    void threadsAndPartsGiveTheSameBytes() {
        const QStringList command{"sweep", scenario(), "--vary", "seed=1..7", "--vary", "traffic=0.5,1", "--quiet"};
        const QByteArray whole = cli(command).out;
        QCOMPARE(linesOf(whole).size(), 14);
        QCOMPARE(cli(command + QStringList{"--threads", "2"}).out, whole);
        QStringList parts;
        for (int i = 1; i <= 3; ++i)
            parts += linesOf(cli(command + QStringList{"--shard", QString("%1/3").arg(i)}).out);
        QStringList sorted = linesOf(whole);
        parts.sort();
        sorted.sort();
        QCOMPARE(parts, sorted);
    }

    void aStoppedSweepGoesOn() {
        const QStringList command{"sweep", scenario(), "--vary", "seed=1..5", "--quiet"};
        const QByteArray whole = cli(command).out;
        // Two points and a half.
        const QByteArray torn = whole.left(whole.indexOf('\n', whole.indexOf('\n') + 1) + 60);
        write("torn.jsonl", torn);
        const CommandOutcome rest = cli(command + QStringList{"--skip-done", path("torn.jsonl")});
        QCOMPARE(linesOf(rest.out), linesOf(whole).mid(2));
        const CommandOutcome resumed = cli(command + QStringList{"-o", path("torn.jsonl")});
        QVERIFY2(resumed.exitCode == 0, resumed.err.constData());
        QCOMPARE(read("torn.jsonl"), whole);
        QCOMPARE(cli(command + QStringList{"-o", path("torn.jsonl")}).exitCode, 0); // nothing is left to do
        QCOMPARE(read("torn.jsonl"), whole);
        // Another scenario does not go on in that file.
        const QString other = write("other.json", QByteArray(kScenario).replace("1000", "1001"));
        const CommandOutcome refused = cli({"sweep", other, "--vary", "seed=1..5", "-o", path("torn.jsonl")});
        QVERIFY(refused.exitCode != 0);
        QVERIFY2(refused.err.contains("of another scenario"), refused.err.constData());
        QCOMPARE(read("torn.jsonl"), whole);
    }

    void randomNumbersAreSharedOrOwn() {
        const auto seeds = [&](const QStringList& more) {
            QList<qint64> out;
            for (const QString& line :
                 linesOf(cli(QStringList{"sweep", scenario(), "--vary", "traffic=0.5,1", "--quiet"} + more).out))
                out += objectOf(line)["result"].toObject()["seed"].toInteger();
            return out;
        };
        QCOMPARE(seeds({}), (QList<qint64>{1, 1}));
        const QList<qint64> own = seeds({"--seeds", "own"});
        QVERIFY(own.size() == 2 && own[0] != own[1]);
        QCOMPARE(seeds({"--seeds", "own"}), own);
        QVERIFY(seeds({"--seeds", "own", "--seed", "2"}) != own);
        // The seed of a point does not hang on the grid that it is in.
        QCOMPARE(objectOf(cli({"sweep", scenario(), "--vary", "traffic=1", "--quiet", "--seeds", "own"}).out)["result"]
                     .toObject()["seed"]
                     .toInteger(),
                 own[1]);
    }

    void whatCannotBeIsToldBeforeAnythingRuns() {
        const auto refused = [&](const QStringList& more) { return cli(QStringList{"sweep", scenario()} + more); };
        const CommandOutcome last = refused({"--vary", "replicas=1,2,3"});
        QVERIFY(last.exitCode != 0 && last.out.isEmpty());
        QVERIFY2(last.err.contains("point {\"replicas\":3}: "), last.err.constData());
        const CommandOutcome slip = refused({"--vary", "nods=1"});
        QVERIFY2(slip.err.contains("nodes"), slip.err.constData());
        const CommandOutcome pointer = refused({"--vary", "/streams/1/rate=5"});
        QVERIFY2(pointer.err.contains("1 elements"), pointer.err.constData());
        QVERIFY(refused({"--vary", "seed=x"}).err.contains("a whole number was expected"));
        QVERIFY(refused({"--vary", "engine=redis"}).err.contains("a scenario has no engine"));
        QVERIFY(refused({"--vary", "seed=1", "--shard", "3/2"}).err.contains("no part of a sweep"));
        const CommandOutcome kept = refused({"--vary", "replicas=1,2,3", "--skip-refused", "--quiet"});
        QVERIFY2(kept.exitCode == 0, kept.err.constData());
        QCOMPARE(linesOf(kept.out).size(), 3);
        QVERIFY(objectOf(linesOf(kept.out)[2]).contains("refused"));
    }

    void pointsAreListed() {
        const CommandOutcome list =
            cli({"sweep", scenario(), "--vary", "seed=1..4", "--vary", "traffic=1,2", "--shard", "2/3", "--list"});
        QCOMPARE(linesOf(list.out).size(), 3); // of the numbers 0 to 7: 1, 4 and 7
        QCOMPARE(objectOf(linesOf(list.out)[1])["number"].toInt(), 4);
        QCOMPARE(objectOf(linesOf(list.out)[1])["point"].toObject()["seed"].toInt(), 3);
    }

    void enginesOfAProject() {
        QCOMPARE(cli({"new", path("feed.shardscape"), "--sample", "social-feed"}).exitCode, 0);
        const CommandOutcome done = cli({"sweep", path("feed.shardscape"), "--vary", "engine=cassandra,postgresql",
                                         "--vary", "keys=uniform,zipf(1.1)", "--requests", "5000"});
        QVERIFY2(done.exitCode == 0, done.err.constData());
        QCOMPARE(linesOf(done.out).size(), 4);
        QVERIFY2(done.err.contains("sweep: 4 of 4 points"), done.err.constData());
        QCOMPARE(objectOf(linesOf(done.out)[3])["point"].toObject()["engine"].toString(), QString("postgresql"));
    }
};

QTEST_GUILESS_MAIN(SweepTest)
#include "sweep_test.moc"
