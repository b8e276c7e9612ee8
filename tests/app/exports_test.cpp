// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window writes for others, and that it stays free meanwhile.
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTimer>

#include "app/exports/export_controller.h"
#include "app/exports/print_controller.h"
#include "app/shell/message_bar.h"
#include "model/exchange/import/import.h"
#include "model/storage/text_form.h"
#include "tests/app/stage_support.h"
#include "tests/app/window_fixture.h"
#include "tests/support/large_schema.h"

using namespace shardscape;
using namespace shardscape::app;

class ExportsTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath("settings.ini"), QSettings::IniFormat);
        m_bench = std::make_unique<Workbench>(tests::services());
        m_window = std::make_unique<MainWindow>(*m_bench, stageTable(), *m_settings);
        m_exports = new ExportController(*m_window);
        new PrintController(*m_window);
    }
    void cleanup() {
        m_window.reset();
        m_bench.reset();
    }

    void nothingToExportWithoutEntities() { QVERIFY(!m_bench->actions().at("export.report")->isEnabled()); }

    void reports_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("html") << "report.html" << QByteArray("<!DOCTYPE html>");
        QTest::newRow("pdf") << "report.pdf" << QByteArray("%PDF-");
        QTest::newRow("markdown") << "report.md" << QByteArray("# ");
    }
    void reports() {
        QFETCH(QString, name);
        QFETCH(QByteArray, beginning);
        QVERIFY(tests::open(*m_bench, tests::smallProject()));
        const QByteArray text = exported(name, &ExportController::exportReport);
        QVERIFY2(text.left(100).toUpper().startsWith(beginning.toUpper()), text.left(40));
        if (name.endsWith(".html"))
            // The diagram, and for each of the two engines six charts.
            QVERIFY2(text.count("<svg") >= 13, QByteArray::number(text.count("<svg")));
        QVERIFY(m_bench->actions().at("export.report")->isEnabled());
    }

    /// A drawing of 1,000 × 500 on paper of 400 × 300: side by side as asked, down as many as that needs.
    void pagesFollowFromSizes() {
        const auto grid = [](int across, double most) { return pageGrid({1000, 500}, {400, 300}, across, most); };
        QCOMPARE(grid(0, 9).count(), 1);
        QCOMPARE(grid(0, 9).scale, 0.4); // 400 / 1,000, less than 300 / 500
        QCOMPARE(grid(2, 9).scale, 0.8); // 800 × 400: two across, two down
        QCOMPARE(grid(2, 9).count(), 4);
        QCOMPARE(grid(5, 9).scale, 2.0); // 2,000 × 1,000: five across, four down
        QCOMPARE(grid(5, 9).down, 4);
        QCOMPARE(grid(5, 1).scale, 1.0); // not above 100 %: 1,000 × 500, three across, two down
        QCOMPARE(grid(5, 1).count(), 6);
    }

    void previewsAndPrintsOnSeveralPages() {
        QVERIFY(!m_bench->actions().at("print.preview")->isEnabled()); // nothing to print
        QVERIFY(tests::open(*m_bench, tests::smallProject()));
        m_bench->actions().at("print.preview")->trigger();
        auto* preview = m_window->findChild<PrintPreview*>(QStringLiteral("printPreview"));
        QVERIFY(preview);
        QCOMPARE(preview->pageCount(), 1);
        preview->fit()->setCurrentIndex(1);
        preview->across()->setValue(20); // as large as it gets: 100 %
        const int pages = preview->pageCount();
        const QString path = m_folder->filePath("pages.pdf");
        QVERIFY(preview->writePdf(path).has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        // "/Type /Page" but for the "/Type /Pages" that lists them.
        const QByteArray pdf = file.readAll();
        QCOMPARE(pdf.count("/Type /Page\n"), pages);
        preview->close();
    }

    void diagrams_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("contained");
        QTest::newRow("svg") << "d.svg" << QByteArray("<svg");
        QTest::newRow("pdf") << "d.pdf" << QByteArray("%PDF-");
        QTest::newRow("mermaid") << "d.mmd" << QByteArray("erDiagram");
        QTest::newRow("dbml") << "d.dbml" << QByteArray("Table posts");
    }
    void diagrams() {
        QFETCH(QString, name);
        QFETCH(QByteArray, contained);
        QVERIFY(tests::open(*m_bench, tests::smallProject()));
        QVERIFY(exported(name, &ExportController::exportDiagram).contains(contained));
    }
    void diagramsAsPixels() {
        QVERIFY(tests::open(*m_bench, tests::smallProject()));
        const QByteArray bytes = exported("d.png", &ExportController::exportDiagram);
        const QImage image = QImage::fromData(bytes);
        QVERIFY(!image.isNull());
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 3)
            for (int x = 0; x < image.width(); x += 3)
                colours.insert(image.pixel(x, y));
        QVERIFY2(colours.size() > 4, "the picture is empty");
    }

    void textFormsComeBackTheSame() {
        const model::Project project = tests::smallProject();
        QVERIFY(tests::open(*m_bench, project));
        const auto loaded =
            model::loadProject(exported("all.txt", &ExportController::exportText).toStdString(), "all.txt");
        QVERIFY(loaded.has_value());
        QCOMPARE(model::dumpProject(*loaded), model::dumpProject(*m_bench->project()));
        const QByteArray workload = exported("w.sql", &ExportController::exportWorkload);
        const auto again = model::importWorkload(project, {"w.sql", workload.toStdString()});
        QVERIFY2(again.has_value(), again ? "" : again.error().text().c_str());
        QCOMPARE(again->project.patterns.size(), project.patterns.size());
    }

    void aFolderThatIsNotThereIsAMessage() {
        QVERIFY(tests::open(*m_bench, tests::smallProject()));
        m_exports->exportWorkload(m_folder->filePath("nowhere/w.sql"));
        QTRY_VERIFY(m_window->messageBar()->text().contains("nowhere"));
        QVERIFY(!m_exports->isBusy());
    }

    void aLargeDiagramDoesNotStopTheWindow() {
        const auto imported = model::importPostgres({{"large.sql", tests::largeSchema(1000)}});
        QVERIFY(imported.has_value());
        QVERIFY(tests::open(*m_bench, imported->project));
        int beats = 0; // of the event loop while it is written; a window that stood still would have none
        QTimer heart;
        heart.setInterval(1);
        connect(&heart, &QTimer::timeout, this, [&] { ++beats; });
        heart.start();
        QVERIFY(exported("large.svg", &ExportController::exportDiagram).size() > 1'000'000);
        QVERIFY2(beats > 10, QByteArray::number(beats));
    }

private:
    QByteArray exported(const QString& name, void (ExportController::*write)(const QString&)) {
        QSignalSpy written(m_exports, &ExportController::exported);
        const QString path = m_folder->filePath(name);
        (m_exports->*write)(path);
        if (written.isEmpty() && !written.wait(60000))
            return "nothing was written: " + m_window->messageBar()->text().toUtf8();
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("the file is not there");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<MainWindow> m_window;
    ExportController* m_exports = nullptr;
};

QTEST_MAIN(ExportsTest)
#include "exports_test.moc"
