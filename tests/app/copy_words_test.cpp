// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the comparison of copies and a calibration say is said in the language of the window. Expected sentences are
// translations by hand of the English ones beside them.
#include <algorithm>

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include "app/language/language.h"
#include "app/stages/estimate/copy_tables.h"
#include "app/theme/sentences.h"
#include "estimator/calibrate/calibrate.h"
#include "tests/support/estimating.h"
#include "tests/support/folders.h"

using namespace shardscape;

class CopyWordsTest : public QObject {
    Q_OBJECT
private slots:
    void verdicts_data();
    void verdicts();
    void verdictsOfASample_data();
    void verdictsOfASample();
    void constantsOfACalibration();

private:
    app::Language m_language;
};

void CopyWordsTest::verdicts_data() {
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    QTest::newRow("wins") << "At 70 reads a write the read model, from the engine's log (CDC) wins: 0.5 servers busy "
                             "instead of 2.25. Below 3 reads a write normalised tables do. It takes 1.2 GB more "
                             "storage, and answers are up to 10 min old."
                          << "每次写入对应 70 次读取时，读模型（来自引擎日志，CDC）胜出：占用 0.5 个服务线程，而非 "
                             "2.25 个。每次写入对应的读取少于 3 次时，规范化的表胜出。它多占 1.2 GB 存储，结果最多滞后 "
                             "10 分钟。";
    QTest::newRow("as fresh") << "Without writes the copied columns, in the transaction wins: 0.5 servers busy instead "
                                 "of 2. It takes 12 MB more storage, and answers are as fresh as the rows."
                              << "没有写入时，复制的列（在事务内）胜出：占用 0.5 个服务线程，而非 2 个。它多占 12 MB "
                                 "存储，结果与原行一样新。";
    QTest::newRow("loses")
        << "At 2 reads a write normalised tables win with 0.1 servers busy. A copy would pay from 40 reads a write on."
        << "每次写入对应 2 次读取时，规范化的表胜出，占用 0.1 个服务线程。每次写入对应的读取达到 40 "
           "次起，保留副本才划算。";
    QTest::newRow("an option")
        << "At 2 reads a write it keeps 3 servers busy, normalised tables 1. It pays above 6 "
           "reads a write. While it is made anew, the old and the new copy take room."
        << "每次写入对应 2 次读取时，它占用 3 个服务线程，规范化的表占用 1 个。每次写入对应的读取"
           "超过 6 次时划算。重新生成期间，新旧两份副本同时占用空间。";
    QTest::newRow("hybrid")
        << "On write: 1.2 M rows a second, and an item of the largest takes 1000 s. On read: 500 "
           "parents asked a second. Least work within 5 s is fan-out hybrid: 3 servers busy; on "
           "write 7, on read 9. Above 10000 followers items are better read when asked: 12.5 % of "
           "the follower pairs."
        << "写扩散：每秒 120 万行，粉丝最多者的一条内容需要 1000 s。读扩散：每秒查询 500 个父对象。在 "
           "5 s 之内最省力的是混合扩散：占用 3 个服务线程；写扩散 7 个，读扩散 9 个。粉丝超过 10000 "
           "时，内容宜在读取时再取：占关注关系的 12.5%。";
}

void CopyWordsTest::verdicts() {
    QFETCH(QString, english);
    QFETCH(QString, chinese);
    estimator::SideBySides beside;
    beside.patterns.resize(1);
    beside.patterns.front().verdict = english.toStdString();
    m_language.setCode("en");
    QCOMPARE(app::copyVerdicts(beside, {}).front(), english);
    m_language.setCode("zh_CN");
    QCOMPARE(app::copyVerdicts(beside, {}).front(), chinese);
}

void CopyWordsTest::verdictsOfASample_data() {
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QString>("engine");
    for (const char* sample : {"social-feed", "flash-sale"})
        for (const char* engine : {"postgresql", "cassandra", "mongodb"})
            QTest::addRow("%s on %s", sample, engine) << sample << engine;
}

/// Whatever the estimator says of the copies of a sample, no English word is left but names.
void CopyWordsTest::verdictsOfASample() {
    QFETCH(QString, sample);
    QFETCH(QString, engine);
    const auto text = [&](const char* file) {
        QFile source(tests::sourceFolder() + "/resources/samples/" + sample + "/" + file);
        return source.open(QIODevice::ReadOnly) ? source.readAll().toStdString() : std::string();
    };
    const model::Project project = tests::projectOf(text("schema.sql"), text("workload.sql"));
    const model::EngineProfile& profile = *tests::engines().find(engine.toStdString());
    model::Layout layout;
    layout.engine = profile.name;
    const auto estimate = estimator::estimate(project, profile, layout, {.months = 12});
    QVERIFY(estimate.has_value());
    const auto beside =
        estimator::sideBySide(project, profile, layout, *estimate, {}, {.prices = {}, .patterns = 3, .only = {}});
    QVERIFY(beside.has_value());
    const auto fanOuts = estimator::fanOutReports(project, profile, layout, *estimate);
    m_language.setCode("zh_CN");
    QStringList names;
    for (const model::Entity& entity : project.entities)
        names << QString::fromStdString(entity.name);
    for (const model::AccessPattern& pattern : project.patterns)
        names << QString::fromStdString(pattern.name);
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    const std::vector<QString> verdicts = app::copyVerdicts(*beside, fanOuts);
    QVERIFY(!verdicts.empty());
    for (QString left : verdicts) {
        const QString whole = left;
        for (const QString& name : names)
            left.remove(name);
        static const QRegularExpression kWord("[A-Za-z]{4,}");
        QVERIFY2(!left.contains(kWord), qPrintable(whole));
    }
}

/// Where each constant of a calibration comes from, all of it translated but the names of the server and its processor.
void CopyWordsTest::constantsOfACalibration() {
    const auto one = [](const char* operation, const char* load, int bytes, double rows, double us) {
        return model::Measurement{operation, load, bytes, rows, 1, 1000, 1e6 / us, us, us, us * 1.2, us * 2};
    };
    model::Measured measured;
    measured.server = {
        "postgresql", "PostgreSQL 15.8 (Debian 15.8-0+deb12u1)", "2026-11-20", "unix socket", "X9", 4, 0};
    measured.measurements = {one("ping", "alone", 0, 0, 30),
                             one("point_read", "alone", 100, 1, 60),
                             one("point_read", "alone", 8000, 1, 80),
                             one("range_read", "alone", 100, 100, 90),
                             one("insert", "alone", 100, 1, 90),
                             one("insert", "alone", 8000, 1, 120),
                             one("insert_many", "alone", 100, 10, 150),
                             one("insert_indexed", "alone", 100, 1, 130),
                             one("index_read", "alone", 100, 50, 150),
                             one("point_read", "open", 100, 1, 70),
                             one("scan", "alone", 100, 10000, 5000)};
    const auto out = estimator::calibrationOf(measured, *tests::engines().find("postgresql"));
    QVERIFY(out.constants.size() >= 10);
    m_language.setCode("zh_CN");
    for (const auto& [key, constant] : out.constants) {
        QString said = app::said(constant.source);
        QVERIFY2(said.startsWith("于 2026-11-20 校准："), qPrintable(said));
        said.remove("PostgreSQL 15.8 (Debian 15.8-0+deb12u1)").remove("ping").remove("Unix");
        static const QRegularExpression kWord("[A-Za-z]{4,}");
        QVERIFY2(!said.contains(kWord), qPrintable(QString::fromStdString(key + ": " + constant.source) + "\n" + said));
    }
    const std::string& cores = out.constants.at("capacity.servers_per_node_count").source;
    QCOMPARE(app::said(cores), "于 2026-11-20 校准：机器的核心数；PostgreSQL 15.8 (Debian "
                               "15.8-0+deb12u1)，Unix 套接字，4 个核心（X9）");
}

QTEST_MAIN(CopyWordsTest)
#include "copy_words_test.moc"
