// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// The window and the command line on the same project: the same figures to the last digit.
#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/shell/workbench.h"
#include "estimator/summary/estimate.h"
#include "model/base/resources.h"
#include "model/edit/entity_edits.h"
#include "model/exchange/import/samples.h"
#include "model/storage/project_file.h"
#include "tests/support/command_line.h"

using namespace shardscape;
using namespace shardscape::app;

namespace {

QJsonObject estimateOfCommandLine(const QString& file, const QString& engine) {
    return tests::cli({"estimate", file, "--engine", engine, "--json"}).json();
}

} // namespace

class SameFiguresTest : public QObject {
    Q_OBJECT

private slots:
    void afterAnEditInTheWindow() {
        const auto samples = model::bundledSamples();
        QVERIFY(samples.has_value());
        auto catalogue = model::EngineCatalogue::load(*model::engineFolders());
        QVERIFY(catalogue.has_value());
        Workbench workbench(
            {std::make_shared<const model::EngineCatalogue>(std::move(*catalogue)), &estimator::estimate, {}});
        QSignalSpy analysed(&workbench.analysis(), &AnalysisService::analysisReady);
        const auto sample = model::loadSample(samples->back());
        QVERIFY(sample.has_value());
        workbench.document().reset(sample->project);

        // An edit as the inspector makes it: other volumes, from which nearly every figure follows.
        const model::Entity& entity = *workbench.project()->entities.begin();
        model::Volume volume = entity.volume;
        volume.rows = model::Rows{123'456'789};
        volume.growthRowsPerDay = 98'765.5;
        const auto applied = workbench.document().apply(QStringLiteral("Rows"), [&](const model::Project& project) {
            return model::setVolume(project, entity.id, volume);
        });
        QVERIFY2(applied.has_value(), applied ? "" : applied.error().text().c_str());
        QTRY_VERIFY_WITH_TIMEOUT(workbench.analysis().isCurrent() && analysed.count() > 0, 30'000);

        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("edited.shardscape"));
        QVERIFY(model::writeProject(file.toStdString(), *workbench.project()).has_value());

        const AnalysisPtr analysis = workbench.analysis().latest();
        QVERIFY(analysis->layouts.size() >= 3);
        for (const LayoutAnalysis& layout : analysis->layouts) {
            QVERIFY(layout.estimate.has_value());
            const estimator::Estimate& window = *layout.estimate;
            const QJsonObject cli = estimateOfCommandLine(file, QString::fromStdString(layout.engine));
            QVERIFY(cli["storage_in_a_year_bytes"].toDouble() == window.storageInAYear.value());
            QVERIFY(cli["peak_qps"].toDouble() == window.peakQps.value());
            QVERIFY(cli["write_amplification"].toDouble() == window.writeAmplification.value());
            QVERIFY(cli["nodes"].toObject()["count"].toDouble() == window.nodes.count.value());
            const QJsonArray structures = cli["entities"].toArray();
            QCOMPARE(std::size_t(structures.size()), window.structures.size());
            for (std::size_t i = 0; i < window.structures.size(); ++i)
                QVERIFY(structures[int(i)].toObject()["total_bytes"].toDouble() ==
                        window.structures[i].totalBytes.value());
            const QJsonArray patterns = cli["patterns"].toArray();
            for (std::size_t i = 0; i < window.patterns.size(); ++i)
                if (std::isfinite(window.patterns[i].p99.value()))
                    QVERIFY(patterns[int(i)].toObject()["p99_ms"].toDouble() == window.patterns[i].p99.value() * 1e3);
        }
    }
};

QTEST_MAIN(SameFiguresTest)
#include "same_figures_test.moc"
