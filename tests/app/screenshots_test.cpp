// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every stage, light and dark, at the sizes the design is judged at: into screenshots/ beside the test's
// working folder, or $SHARDSCAPE_SCREENSHOTS. The test holds that every stage can be shown and paints something; people
// look at the pictures.
#include <QApplication>
#include <QDir>
#include <QFont>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

#include "app/canvas/canvas_view.h"
#include "app/charts/chart_view.h"
#include "app/shell/main_window.h"
#include "app/stages/simulate/compare_card.h"
#include "app/stages/simulate/latency_panel.h"
#include "app/stages/simulate/load_panel.h"
#include "app/stages/simulate/run_charts.h"
#include "app/stages/simulate/run_page.h"
#include "app/stages/simulate/run_session.h"
#include "app/stages/simulate/simulate_stage.h"
#include "app/stages/simulate/value_slider.h"
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
        loadSample(bench, "social-feed");
        window.setDocumentTitle("social-feed.shardscape");
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_VERIFY_WITH_TIMEOUT(bench.analysis().isCurrent(), 120000);
        simulateOn(window);
        for (const app::StageEntry& entry : app::stageTable()) {
            window.showStage(entry.id);
            settle();
            if (entry.id == "entities") {
                const model::Entity* posts = bench.project()->findEntity("posts");
                QVERIFY(posts);
                bench.selection().selectEntity(posts->id);
                window.findChild<app::CanvasView*>()->fitAll();
            }
            QTRY_VERIFY_WITH_TIMEOUT(bench.jobs().running().empty(), 120000);
            settle();
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
        QTRY_VERIFY_WITH_TIMEOUT(bench.analysis().isCurrent(), 120000);
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

    void simulateStates_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    /// The Simulate page as it is used: empty, while it runs, at a moment, beside a pinned run, stale, overloaded.
    void simulateStates() {
        QFETCH(bool, dark);
        QTemporaryDir folder;
        QSettings settings(folder.filePath("settings.ini"), QSettings::IniFormat);
        settings.setValue("window/theme", dark ? "dark" : "light");
        app::Workbench bench(tests::services());
        app::applyTheme(*qApp, bench.theme());
        app::MainWindow window(bench, app::stageTable(), settings);
        loadSample(bench, "social-feed");
        window.resize(1280, 800);
        window.show();
        QTRY_VERIFY_WITH_TIMEOUT(bench.analysis().isCurrent(), 120000);
        window.showStage("simulate");
        auto* stage = qobject_cast<app::SimulateStage*>(window.stage());
        const auto shoot = [&](const char* name) {
            settle();
            QVERIFY(!window.findChildren<QPushButton*>(QRegularExpression("^header\\.")).isEmpty());
            for (QPushButton* button : window.findChildren<QPushButton*>(QRegularExpression("^header\\.simulate")))
                QCOMPARE(button->isVisible(), bench.actions().at(button->objectName().mid(7))->isVisible());
            QVERIFY(
                window.grab().save(QStringLiteral("%1/simulate-%2-%3.png").arg(m_out, name, QTest::currentDataTag())));
        };
        shoot("empty");
        bench.actions().at("simulate.run")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(stage->shown() || !stage->isRunning(), 60000);
        bench.actions().at("simulate.pause")->trigger();
        shoot("paused");
        bench.actions().at("simulate.pause")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!stage->isRunning(), 60000);
        stage->page().load()->setMoment(20);
        stage->page().latency()->setShown(app::LatencyPanel::Tail);
        emit stage->page().load()->chosen();
        shoot("moment");
        stage->page().load()->setMoment(app::kWholeRun);
        emit stage->page().load()->chosen();
        bench.actions().at("simulate.pin")->trigger();
        stage->findChild<app::ValueSlider*>("traffic")->setValue(1.5);
        shoot("looking");
        QTRY_VERIFY_WITH_TIMEOUT(!stage->session().isLooking(), 60000);
        stage->page().latency()->setShown(app::LatencyPanel::Distribution);
        stage->page().ensureWidgetVisible(stage->page().compare());
        shoot("compared");
        stage->page().latency()->setShown(app::LatencyPanel::OverTime);
        stage->page().load()->view()->setShowsTable(true);
        stage->page().ensureWidgetVisible(stage->page().load());
        shoot("table");
        stage->page().load()->view()->setShowsTable(false);
        stage->findChild<app::ValueSlider*>("traffic")->setValue(10);
        QTRY_VERIFY_WITH_TIMEOUT(!stage->session().isLooking(), 60000);
        shoot("overloaded");
        QVERIFY(bench.apply("rename", [](const model::Project& project) -> model::Result<model::Project> {
            model::Project after = project;
            after.name = "another";
            return after;
        }));
        shoot("stale");
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
        QTRY_VERIFY_WITH_TIMEOUT(bench.analysis().isCurrent(), 120000);
        for (const char* stage : {"physical", "estimate", "simulate"}) {
            window.showStage(stage);
            settle();
            QVERIFY(window.grab().save(QStringLiteral("%1/%2-error.png").arg(m_out, stage)));
        }
    }

private:
    /// Lets what is on its way to the widgets arrive, as it would before a person looks: sizes of panels that fold out,
    /// and widgets that were put into a window that is already shown (the buttons of the header) and show themselves.
    static void settle() {
        for (int i = 0; i < 4; ++i)
            QCoreApplication::sendPostedEvents();
    }
    static void loadSample(app::Workbench& bench, const std::string& name) {
        const auto samples = model::listSamples(bench.samplesFolder().toStdString());
        QVERIFY(samples);
        for (const model::Sample& sample : *samples)
            if (sample.name == name) {
                auto imported = model::loadSample(sample);
                QVERIFY2(imported.has_value(), imported ? "" : imported.error().text().c_str());
                bench.document().reset(std::move(imported->project));
            }
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
