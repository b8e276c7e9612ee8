// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks that Prometheus writes weigh what the size model says, and its own tool accepts the exported rules.
#include <QtTest>

#include "estimator/size/time_series.h"
#include "estimator/summary/estimate.h"
#include "model/exchange/export/ddl.h"
#include "model/physical/mapping.h"
#include "tests/support/estimating.h"

using namespace shardscape;
using namespace shardscape::model;
using shardscape::tests::engine;
using shardscape::tests::projectOf;

namespace {

constexpr int kHosts = 200;
constexpr int kSamples = 1440;        ///< of each host, every 15 s: six hours, three blocks
constexpr qint64 kStart = 1763596800; ///< a multiple of two hours, where blocks begin

const char* kSchema =
    "CREATE TABLE load (host varchar(20) NOT NULL, region varchar(20) NOT NULL, at timestamptz NOT "
    "NULL, busy int NOT NULL, up boolean NOT NULL, level numeric(9,1) NOT NULL, PRIMARY KEY (host, at));";
const char* kWorkload =
    "-- table: load rows=288000 retention=6h\n"
    "-- name: Add :exec\n-- rate: 800/min\nINSERT INTO load (host, region, at, busy, up, level) VALUES ($1, $2, $3, "
    "$4, "
    "$5, $6);\n"
    "-- name: ByRegion\n-- rate: 1/s\nSELECT region, avg(busy) FROM load WHERE region = $1 AND at BETWEEN $2 AND $3 "
    "GROUP BY region;\n";

Project loads() {
    Project project = projectOf(kSchema, kWorkload);
    Entity entity = *project.entities.begin();
    for (Attribute& attribute : entity.attributes) {
        if (attribute.name == "host")
            attribute.statistics = {8, {}, {}, kHosts};
        if (attribute.name == "region")
            attribute.statistics = {2, {}, {}, 1}; // a host lies in one region: it makes no further series
        if (attribute.name == "busy")
            attribute.statistics.distinctValues = 100;
    }
    project.entities.set(entity);
    return project;
}

QString runTool(const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("promtool"), arguments);
    if (!process.waitForFinished(240000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return QStringLiteral("promtool: ") + QString::fromUtf8(process.readAll()) + process.errorString();
    return {};
}

} // namespace

class PrometheusTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (QStandardPaths::findExecutable(QStringLiteral("promtool")).isEmpty())
            QSKIP("promtool is not installed (package prometheus)");
        QVERIFY(m_folder.isValid());
    }

    void blocksWeighWhatIsSaid() {
        const QString samples = m_folder.filePath(QStringLiteral("samples.om"));
        writeSamples(samples);
        const QString blocks = m_folder.filePath(QStringLiteral("blocks"));
        const QString problem = runTool({QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"),
                                         QStringLiteral("openmetrics"), samples, blocks});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        double chunks = 0, index = 0;
        QDirIterator files(blocks, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QFileInfo file(files.next());
            if (file.dir().dirName() == QLatin1String("chunks"))
                chunks += static_cast<double>(file.size());
            else if (file.fileName() == QLatin1String("index"))
                index += static_cast<double>(file.size());
        }
        Layout layout;
        layout.engine = "prometheus";
        const auto estimated = estimator::estimate(loads(), engine("prometheus"), layout);
        QVERIFY2(estimated.has_value(), estimated ? "" : estimated.error().text().c_str());
        const estimator::StructureEstimate& load = estimated->structures.front();
        qInfo("chunks %.0f measured, %.0f said; index %.0f measured, %.0f said", chunks, load.tableBytes.value(), index,
              load.indexes.front().bytes.value());
        QVERIFY(tests::within(load.tableBytes.value(), chunks, 0.05));
        QVERIFY(tests::within(load.indexes.front().bytes.value(), index, 0.05));
    }

    void toolAcceptsTheRules() {
        const Project project = loads();
        Layout layout;
        layout.engine = "prometheus";
        const auto rules = writeDdl(project, engine("prometheus"), *mapProject(project, engine("prometheus"), layout));
        QVERIFY(rules.has_value());
        QFile file(m_folder.filePath(QStringLiteral("rules.yml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(*rules));
        file.close();
        const QString problem = runTool({QStringLiteral("check"), QStringLiteral("rules"), file.fileName()});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

private:
    /// Numbers as the model says them: 1 to 100 and yes or no evenly, a level that walks by 0.1.
    void writeSamples(const QString& name) const {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QRandomGenerator random(7);
        for (const char* metric : {"load_busy", "load_up", "load_level"}) {
            file.write(QByteArray("# TYPE ") + metric + " gauge\n");
            for (int host = 0; host < kHosts; ++host) {
                int level = 200;
                for (int i = 0; i < kSamples; ++i) {
                    level += static_cast<int>(random.bounded(3)) - 1;
                    const QByteArray value = qstrcmp(metric, "load_busy") == 0
                                                 ? QByteArray::number(1 + static_cast<int>(random.bounded(100)))
                                             : qstrcmp(metric, "load_up") == 0
                                                 ? QByteArray::number(static_cast<int>(random.bounded(2)))
                                                 : QByteArray::number(level / 10.0, 'f', 1);
                    file.write(QStringLiteral("%1{host=\"host-%2\",region=\"r1\"} %3 %4\n")
                                   .arg(QLatin1String(metric))
                                   .arg(host, 3, 10, QLatin1Char('0'))
                                   .arg(QString::fromUtf8(value))
                                   .arg(kStart + i * 15)
                                   .toUtf8());
                }
            }
        }
        file.write("# EOF\n");
    }

    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(PrometheusTest)
#include "prometheus_test.moc"
