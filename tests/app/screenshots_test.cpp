// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every stage, light and dark, at the sizes the design is judged at: into screenshots/ beside the test's
// working folder, or $SHARDSCAPE_SCREENSHOTS. The test holds that every stage can be shown and paints something; people
// look at the pictures.
#include <QApplication>
#include <QDir>
#include <QFont>
#include <QTest>

#include "app/canvas/canvas_view.h"
#include "app/shell/main_window.h"
#include "app/stages/simulate/simulate_stage.h"
#include "model/edit/project_edits.h"
#include "model/exchange/export/suggested_workload.h"
#include "model/exchange/import/import.h"
#include "model/exchange/import/samples.h"
#include "tests/app/window_fixture.h"

using namespace shardscape;

class ScreenshotsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        m_out = qEnvironmentVariable("SHARDSCAPE_SCREENSHOTS", QDir::current().filePath("screenshots"));
        QVERIFY(QDir().mkpath(m_out));
    }

    void stages_data() {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << false << QSize(1440, 900);
        QTest::newRow("dark") << true << QSize(1440, 900);
        QTest::newRow("light-small") << false << QSize(1280, 800);
        QTest::newRow("dark-small") << true << QSize(1280, 800);
    }
    void stages() {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        QTemporaryDir folder;
        QSettings settings(folder.filePath("settings.ini"), QSettings::IniFormat);
        settings.setValue("window/theme", dark ? "dark" : "light");
        app::Workbench bench(tests::services());
        app::applyTheme(*qApp, bench.theme());
        app::MainWindow window(bench, app::stageTable(), settings);
        const auto samples = model::listSamples(bench.samplesFolder().toStdString());
        QVERIFY(samples);
        for (const model::Sample& sample : *samples)
            if (sample.name == "social-feed") {
                auto imported = model::loadSample(sample);
                QVERIFY2(imported.has_value(), imported ? "" : imported.error().text().c_str());
                bench.document().reset(std::move(imported->project));
            }
        window.setDocumentTitle("social-feed.shardscape");
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_VERIFY_WITH_TIMEOUT(bench.analysis().isCurrent(), 20000);
        simulateOn(window);
        for (const app::StageEntry& entry : app::stageTable()) {
            window.showStage(entry.id);
            // Panels that fold out get their sizes from events that are still on their way.
            for (int i = 0; i < 4; ++i)
                QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            if (entry.id == "entities") {
                const model::Entity* posts = bench.project()->findEntity("posts");
                QVERIFY(posts);
                bench.selection().selectEntity(posts->id);
                window.findChild<app::CanvasView*>()->fitAll();
            }
            QTRY_VERIFY_WITH_TIMEOUT(bench.jobs().running().empty(), 20000);
            for (int i = 0; i < 4; ++i)
                QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            const QImage picture = window.grab().toImage();
            QVERIFY(!picture.isNull());
            QVERIFY(picture.save(QStringLiteral("%1/%2-%3.png").arg(m_out, entry.id, QTest::currentDataTag())));
        }
    }

    void chineseModel_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    /// Names beyond ASCII go through suggestion, mapping, estimate and simulation, and are painted on every page.
    void chineseModel() {
        QFETCH(bool, dark);
        QTemporaryDir folder;
        QSettings settings(folder.filePath("settings.ini"), QSettings::IniFormat);
        settings.setValue("window/theme", dark ? "dark" : "light");
        app::Workbench bench(tests::services());
        app::applyTheme(*qApp, bench.theme());
        app::MainWindow window(bench, app::stageTable(), settings);
        const auto schema = model::importPostgres({{"schema.sql", R"(
CREATE TABLE 用户 (用户编号 bigint PRIMARY KEY, 用户名称 varchar(60) NOT NULL, 注册时间 timestamptz NOT NULL);
CREATE TABLE 订单 (订单编号 bigint PRIMARY KEY, 下单用户 bigint NOT NULL REFERENCES 用户 (用户编号),
                   订单状态 varchar(10) NOT NULL, 收货地址 text);
CREATE TABLE 订单明细 (订单编号 bigint NOT NULL REFERENCES 订单 (订单编号), 商品名称 varchar(80) NOT NULL,
                       成交价格 numeric(12,2) NOT NULL, PRIMARY KEY (订单编号, 商品名称));
)"}});
        QVERIFY(schema.has_value());
        const auto suggested =
            model::importWorkload(schema->project, {"suggestion", model::suggestWorkload(schema->project, {5000})});
        QVERIFY2(suggested.has_value(), suggested ? "" : suggested.error().text().c_str());
        QVERIFY(suggested->project.findPattern("Get用户"));
        model::Layout cassandra;
        cassandra.engine = "cassandra";
        bench.document().reset(model::addLayout(suggested->project, cassandra).value());
        window.resize(1280, 800);
        window.show();
        QTRY_VERIFY_WITH_TIMEOUT(bench.analysis().isCurrent(), 20000);
        QVERIFY(bench.estimate());
        bench.selection().selectEntity(bench.project()->entities.begin()->id);
        simulateOn(window);
        for (const app::StageEntry& entry : app::stageTable()) {
            if (!entry.inRail)
                continue;
            window.showStage(entry.id);
            settle();
            if (auto* canvas = entry.id == "entities" ? window.findChild<app::CanvasView*>() : nullptr)
                canvas->fitAll();
            QVERIFY(window.grab().save(
                QStringLiteral("%1/%2-chinese-%3.png").arg(m_out, entry.id, QTest::currentDataTag())));
        }
    }

    /// An engine that is not there: the page says so and what to do.
    void errorState() {
        QTemporaryDir folder;
        QSettings settings(folder.filePath("settings.ini"), QSettings::IniFormat);
        app::Workbench bench(tests::services());
        app::applyTheme(*qApp, bench.theme());
        app::MainWindow window(bench, app::stageTable(), settings);
        model::Layout unknown;
        unknown.engine = "neverheardof";
        bench.document().reset(model::addLayout(tests::SmallModel().project, unknown).value());
        window.resize(1280, 800);
        window.show();
        QTRY_VERIFY_WITH_TIMEOUT(bench.analysis().isCurrent(), 20000);
        for (const char* stage : {"physical", "estimate"}) {
            window.showStage(stage);
            settle();
            QVERIFY(window.grab().save(QStringLiteral("%1/%2-error.png").arg(m_out, stage)));
        }
    }

private:
    /// Lets what is on its way to the widgets arrive.
    static void settle() {
        for (int i = 0; i < 4; ++i)
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }
    static void simulateOn(app::MainWindow& window) {
        window.showStage("simulate");
        auto* stage = qobject_cast<app::SimulateStage*>(window.stage());
        QVERIFY(stage);
        window.workbench().actions().at("simulate.run")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(stage->shown() && !stage->isRunning(), 60000);
    }

    QString m_out;
};

QTEST_MAIN(ScreenshotsTest)
#include "screenshots_test.moc"
