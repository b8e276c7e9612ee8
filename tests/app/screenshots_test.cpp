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

private:
    QString m_out;
};

QTEST_MAIN(ScreenshotsTest)
#include "screenshots_test.moc"
