// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every page with a real sample in the window, light and dark, at two sizes: nothing may be cut off. With the folder
// SHARDSCAPE_SCREENSHOTS set, the pictures are written there.
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "app/shell/main_window.h"
#include "app/stages/simulate/simulate_stage.h"
#include "app/theme/theme_scope.h"
#include "tests/app/stage_support.h"

using namespace shardscape;
using namespace shardscape::app;
using namespace shardscape::tests;

class StageScreensTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void pages_data();
    void pages();
    void empty();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void StageScreensTest::initTestCase() {
    m_settings = std::make_unique<QSettings>(m_folder.filePath("settings.ini"), QSettings::IniFormat);
    m_workbench = makeWorkbench();
    applyTheme(*qApp, m_workbench->theme());
    m_window = std::make_unique<MainWindow>(*m_workbench, stageTable(), *m_settings);
    m_window->show();
    QVERIFY(open(*m_workbench, sampleProject("social-feed")));
    for (const model::Layout& layout : m_workbench->project()->layouts)
        if (layout.engine == "cassandra")
            m_workbench->selection().setLayout(layout.id);
    m_window->showStage("simulate");
    auto* stage = qobject_cast<SimulateStage*>(m_window->stage());
    QVERIFY(stage);
    m_workbench->actions().at("simulate.run")->trigger();
    QVERIFY(QTest::qWaitFor([&] { return !stage->isRunning(); }, 60000));
    QVERIFY2(stage->shown(), "the sample could not be simulated");
}

void StageScreensTest::pages_data() {
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    for (const char* stage : {"access", "physical", "estimate", "simulate"})
        for (const bool dark : {false, true})
            for (const QSize size : {QSize(1440, 900), QSize(1280, 800)})
                QTest::addRow("%s-%s-%d", stage, dark ? "dark" : "light", size.width())
                    << QString(stage) << size << dark;
}

void StageScreensTest::pages() {
    QFETCH(QString, stage);
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    m_workbench->theme().setTheme(dark ? darkTheme() : lightTheme());
    m_window->resize(size);
    const auto& patterns = m_workbench->project()->patterns;
    m_workbench->selection().selectPattern(patterns.begin()->id);
    m_window->showStage(stage);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_window->size(), size); // the page asks for no more than the window has
    for (QPushButton* button : m_window->stage()->findChildren<QPushButton*>())
        if (button->isVisible() && !button->text().isEmpty() && button->visibleRegion().boundingRect().height() > 0)
            QVERIFY2(button->width() >= button->fontMetrics().horizontalAdvance(button->text()),
                     qPrintable(button->text()));
    saveShot(*m_window, QTest::currentDataTag());
}

void StageScreensTest::empty() {
    m_workbench->theme().setTheme(lightTheme());
    const auto workbench = makeWorkbench();
    QSettings settings(m_folder.filePath("empty.ini"), QSettings::IniFormat);
    MainWindow window(*workbench, stageTable(), settings);
    window.resize(1280, 800);
    window.show();
    for (const char* stage : {"access", "physical", "estimate", "simulate"}) {
        window.showStage(stage);
        QCoreApplication::sendPostedEvents();
        saveShot(window, QString("%1-empty").arg(stage));
    }
}

QTEST_MAIN(StageScreensTest)
#include "stage_screens_test.moc"
