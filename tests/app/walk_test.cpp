// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A newcomer's first minutes with a schema of their own: from the dump to a simulated p99 by mouse and keys alone.
#include <algorithm>

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include "app/charts/chart_view.h"
#include "app/files/file_controller.h"
#include "app/shell/message_bar.h"
#include "app/stages/simulate/simulate_stage.h"
#include "tests/app/stage_support.h"
#include "tests/app/window_fixture.h"

using namespace shardscape;
using namespace shardscape::app;

class WalkTest : public QObject {
    Q_OBJECT
private slots:
    void fromADumpToASimulatedTail() {
        QTemporaryDir folder;
        QSettings settings(folder.filePath("settings.ini"), QSettings::IniFormat);
        Workbench bench(tests::services());
        applyTheme(*qApp, bench.theme());
        MainWindow window(bench, stageTable(), settings);
        FileSession session(bench.document(), folder.filePath("untitled"));
        FileController files(window, session);
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        int clicks = 0;
        const auto click = [&](QWidget* widget) {
            QTest::mouseClick(widget, Qt::LeftButton);
            ++clicks;
        };

        // Dropping the file on the window.
        files.openPaths({dump(folder)});
        QTRY_COMPARE_WITH_TIMEOUT(bench.project()->entities.size(), std::size_t(3), 120000);
        QCOMPARE(window.currentStage(), QString("entities"));

        QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(window.currentStage(), QString("access"));
        auto* rate = window.findChild<QLineEdit*>("totalRate");
        QVERIFY(rate && rate->isVisible());
        click(rate);
        rate->selectAll();
        QTest::keyClicks(rate, "6000/s");
        auto* suggest = window.findChild<QPushButton*>("suggestPatterns");
        QVERIFY(suggest && suggest->isVisible() && suggest->isEnabled());
        click(suggest);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.project()->patterns.empty(), 120000);
        // Three entities: a read by key and an insert each; two foreign keys: the newest of a parent each.
        QCOMPARE(bench.project()->patterns.size(), std::size_t(8));
        double total = 0;
        for (const model::AccessPattern& pattern : bench.project()->patterns)
            total += pattern.rate.average.value;
        QVERIFY2(std::abs(total - 6000) < 60, qPrintable(QString::number(total)));
        QCOMPARE(bench.document().steps().size(), std::size_t(1)); // one step, undone in one
        bench.document().undo();
        QVERIFY(bench.project()->patterns.empty() && suggest->isVisible());
        bench.document().redo();

        // The message leads on.
        auto* bar = window.messageBar();
        QVERIFY(bar->text().contains("8"));
        for (QPushButton* next : bar->findChildren<QPushButton*>())
            if (next->isVisible())
                click(next);
        QCOMPARE(window.currentStage(), QString("physical"));
        // The button's menu has a loop of its own until one of its entries is chosen.
        QTimer::singleShot(0, &window, [] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QVERIFY(menu);
            for (QAction* engine : menu->actions())
                if (engine->data().toString() == "postgresql")
                    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(engine).center());
            menu->close();
        });
        for (QPushButton* button : window.stage()->findChildren<QPushButton*>())
            if (button->isVisible() && button->menu()) {
                click(button);
                break;
            }
        ++clicks;
        QCOMPARE(bench.project()->layouts.size(), std::size_t(1));
        QTRY_VERIFY_WITH_TIMEOUT(bench.analysis().isCurrent(), 120000);
        QVERIFY(bench.estimate());

        QApplication::setActiveWindow(&window); // the menu had the keys, and this platform does not hand them back
        QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(window.currentStage(), QString("estimate"));
        QTest::keyClick(&window, Qt::Key_5, Qt::ControlModifier);
        auto* simulate = qobject_cast<SimulateStage*>(window.stage());
        QVERIFY(simulate);
        QTest::keyClick(&window, Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(simulate->shown(), 120000);
        const auto latency = [&] {
            const auto charts = simulate->findChildren<ChartView*>();
            return std::any_of(charts.begin(), charts.end(), [](const ChartView* chart) {
                return chart->isVisible() && chartSummary(chart->chart()).contains("p99");
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(latency(), 120000); // charts are there from the first windows of the run on
        QVERIFY2(clicks <= 6, "the way has become longer");
    }

private:
    static QString dump(const QTemporaryDir& folder) {
        QFile file(folder.filePath("dump.sql"));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no room for the test's file");
        file.write(R"(-- PostgreSQL database dump
SET statement_timeout = 0;
CREATE TABLE public.customer (customer_id integer NOT NULL, email text NOT NULL);
CREATE TABLE public.rental (rental_id integer NOT NULL, customer_id integer NOT NULL, rented_at timestamp NOT NULL);
CREATE TABLE public.payment (payment_id integer NOT NULL, rental_id integer NOT NULL, amount numeric(5,2) NOT NULL);
ALTER TABLE ONLY public.customer ADD CONSTRAINT customer_pkey PRIMARY KEY (customer_id);
ALTER TABLE ONLY public.rental ADD CONSTRAINT rental_pkey PRIMARY KEY (rental_id);
ALTER TABLE ONLY public.payment ADD CONSTRAINT payment_pkey PRIMARY KEY (payment_id);
ALTER TABLE ONLY public.rental ADD CONSTRAINT rental_customer_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(customer_id);
ALTER TABLE ONLY public.payment ADD CONSTRAINT payment_rental_fkey FOREIGN KEY (rental_id) REFERENCES public.rental(rental_id);
)");
        file.close();
        return file.fileName();
    }
};

QTEST_MAIN(WalkTest)
#include "walk_test.moc"
