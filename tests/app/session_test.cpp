// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people expect of any desktop program: it remembers what was open and where, takes files that are dropped,
// notices when a file changes under it, and offers once what a crash left behind.
#include <QAbstractButton>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

#include "app/files/file_controller.h"
#include "app/shell/message_bar.h"
#include "tests/app/window_fixture.h"

using namespace shardscape;

class SessionTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        start();
    }
    void cleanup() {
        stop();
        m_folder.reset();
    }

    void theTitleSaysWhichFileAndWhetherItIsSaved() {
        // Qt shows the star of "[*]", or the system's own sign, while the window is modified.
        QCOMPARE(m_window->windowTitle(), QStringLiteral("untitled[*] — Shardscape"));
        const QString path = saved("orders.shardscape");
        QCOMPARE(m_window->windowTitle(), QStringLiteral("orders.shardscape[*] — Shardscape"));
        QVERIFY(!m_window->isWindowModified());
        edit();
        QVERIFY(m_window->isWindowModified());
        m_bench->document().undo();
        QVERIFY(!m_window->isWindowModified());
    }

    void recentFilesAreInTheMenuAndOpen() {
        const QString first = saved("first.shardscape");
        const QString second = saved("second.shardscape");
        m_files->openPaths({first});
        m_files->openPaths({second});
        auto* menu = m_window->findChild<QMenu*>("recentFiles");
        QVERIFY(menu && menu->isEnabled());
        QCOMPARE(menu->actions()[0]->text(), "second");
        QCOMPARE(menu->actions()[1]->text(), "first");
        QCOMPARE(menu->actions()[1]->toolTip(), first);
        menu->actions()[1]->trigger();
        QCOMPARE(m_session->path(), first);
        QCOMPARE(menu->actions()[0]->text(), "first"); // the latest leads, and each is there once
        QCOMPARE(menu->actions().size(), 4);           // two files, a line, "Forget these"
        restart();
        menu = m_window->findChild<QMenu*>("recentFiles");
        QCOMPARE(menu->actions()[0]->text(), "first");
        QVERIFY(QFile::remove(second));
        menu->actions()[1]->trigger(); // gone: said, and forgotten
        QVERIFY(m_window->messageBar()->text().contains("second"));
        QCOMPARE(menu->actions()[0]->text(), "first");
        QCOMPARE(menu->actions().size(), 3);
        menu->actions().last()->trigger();
        QVERIFY(!menu->isEnabled());
        restart();
        QVERIFY(!m_window->findChild<QMenu*>("recentFiles")->isEnabled());
    }

    void aDroppedProjectOpens() {
        const QString path = saved("dropped.shardscape");
        QVERIFY(m_session->startEmpty());
        drop({path});
        QTRY_COMPARE(m_session->path(), path);
    }

    void aDroppedSchemaIsImported() {
        drop({tests::sourceFolder() + "/resources/samples/flash-sale/schema.sql",
              tests::sourceFolder() + "/resources/samples/flash-sale/workload.sql"});
        QTRY_VERIFY_WITH_TIMEOUT(!m_bench->project()->patterns.empty(), 120000);
    }

    void theLastProjectAndPageComeBack() {
        const QString path = saved("again.shardscape");
        m_window->showStage("estimate");
        m_window->resize(1100, 700);
        QVERIFY(m_window->close());
        restart();
        m_files->restoreSession();
        QCOMPARE(m_session->path(), path);
        QCOMPARE(m_window->currentStage(), "estimate");
        QCOMPARE(m_window->size(), QSize(1100, 700));
        // Who does not want that says so once.
        m_bench->actions().at("file.reopen")->trigger();
        QVERIFY(m_window->close());
        restart();
        m_files->restoreSession();
        QVERIFY(m_session->path().isEmpty());
        QCOMPARE(m_window->currentStage(), "welcome");
    }

    void aProjectThatIsGoneIsNoError() {
        const QString path = saved("gone.shardscape");
        QVERIFY(m_window->close());
        stop();
        QVERIFY(QFile::remove(path));
        start();
        m_files->restoreSession();
        QCOMPARE(m_window->currentStage(), "welcome");
        QVERIFY(m_window->messageBar()->text().isEmpty());
    }

    void aChangeOnDiskIsNoticed() {
        const QString path = saved("watched.shardscape");
        m_files->openPaths({path});
        QVERIFY(m_window->messageBar()->text().isEmpty());
        const QString other = m_folder->filePath("other.shardscape");
        QVERIFY(QFile::copy(path, other));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(60), QFileDevice::FileModificationTime));
        file.close();
        QTRY_VERIFY2(m_window->messageBar()->text().contains("watched.shardscape was changed"),
                     qPrintable(m_window->messageBar()->text()));
        m_window->messageBar()->dismiss();
        QVERIFY(QFile::remove(path));
        QTRY_VERIFY2(m_window->messageBar()->text().contains("no longer there"),
                     qPrintable(m_window->messageBar()->text()));
    }

    void savingIsNoChangeOnDisk() {
        const QString path = saved("own.shardscape");
        m_files->openPaths({path});
        edit();
        m_bench->actions().at("save.save")->trigger();
        QVERIFY(m_bench->document().isClean());
        edit();
        m_bench->actions().at("save.save")->trigger();
        // Whatever the watcher has to tell of that has been told when it tells of a change that follows.
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(m_window->messageBar()->text().isEmpty());
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(60), QFileDevice::FileModificationTime));
        file.close();
        QTRY_VERIFY(m_window->messageBar()->text().contains("was changed"));
    }

    void whatACrashLeftIsOfferedOnce() {
        QVERIFY(m_session->startEmpty());
        draw();
        crash();
        m_files->restoreSession();
        QDialog* box = offer();
        QVERIFY(box);
        QVERIFY(!box->findChild<QLabel*>("qt_msgbox_label")->text().contains("%")); // when, and how much
        answer(box, "Bring it back");
        QTRY_COMPARE(m_bench->project()->entities.size(), std::size_t(2));
        QCOMPARE(m_window->currentStage(), "entities");
        QVERIFY(m_session->saveAs(m_folder->filePath("kept.shardscape")));
        restart();
        m_files->offerRecovery();
        QVERIFY(!offer()); // saved: nothing is left to offer
    }

    void whatACrashLeftCanBeDiscarded() {
        QVERIFY(m_session->startEmpty());
        draw();
        crash();
        m_files->restoreSession();
        answer(offer(), "Later");
        QTRY_VERIFY(!offer());
        restart();
        m_files->offerRecovery(); // not answered: still there
        QVERIFY(offer());
        answer(offer(), "Discard");
        QTRY_VERIFY(!offer());
        QVERIFY(m_bench->project()->entities.empty());
        restart();
        m_files->offerRecovery();
        QVERIFY(!offer());
    }

private:
    void start() {
        m_settings = std::make_unique<QSettings>(m_folder->filePath("settings.ini"), QSettings::IniFormat);
        m_bench = std::make_unique<app::Workbench>(tests::plainServices());
        app::applyTheme(*qApp, m_bench->theme());
        m_window = std::make_unique<app::MainWindow>(*m_bench, app::stageTable(), *m_settings);
        m_session = std::make_unique<app::FileSession>(m_bench->document(), m_folder->filePath("untitled"));
        m_files = new app::FileController(*m_window, *m_session);
        QVERIFY(QDir().mkpath(m_folder->filePath("untitled")));
        m_window->show();
    }
    void stop() {
        if (m_window)
            m_window->setCloseGuard({});
        m_window.reset();
        m_session.reset();
        m_bench.reset();
        m_settings.reset();
    }
    void restart() {
        stop();
        start();
    }
    /// The program ends without closing anything.
    void crash() { restart(); }
    QString saved(const char* name) {
        const QString path = m_folder->filePath(name);
        if (!m_session->startFrom(tests::SmallModel().project, false) || !m_session->saveAs(path))
            qFatal("%s could not be written", name);
        return path;
    }
    void edit() {
        QVERIFY(m_bench->apply("rename", [](const model::Project& project) -> model::Result<model::Project> {
            model::Project after = project;
            after.name += "x";
            return after;
        }));
    }
    void draw() {
        QVERIFY(m_bench->apply("draw", [](const model::Project&) -> model::Result<model::Project> {
            return tests::SmallModel().project;
        }));
    }
    void drop(const QStringList& paths) {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& path : paths)
            urls << QUrl::fromLocalFile(path);
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &event);
    }
    QDialog* offer() { return m_window->findChild<QDialog*>("recoveryBox"); }
    static void answer(QDialog* box, const char* text) {
        QVERIFY(box);
        for (QAbstractButton* button : box->findChildren<QAbstractButton*>())
            if (app::withoutMnemonic(button->text()) == QLatin1String(text))
                return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL(text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<app::Workbench> m_bench;
    std::unique_ptr<app::MainWindow> m_window;
    std::unique_ptr<app::FileSession> m_session;
    app::FileController* m_files = nullptr;
};

QTEST_MAIN(SessionTest)
#include "session_test.moc"
