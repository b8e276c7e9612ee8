// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>
#include <QXmlStreamReader>

#include "app/charts/chart_card.h"
#include "app/charts/chart_data.h"
#include "app/charts/chart_svg.h"
#include "app/charts/chart_table_model.h"
#include "app/charts/chart_table_view.h"
#include "app/charts/chart_view.h"
#include "app/charts/plot_stops.h"
#include "app/theme/theme_scope.h"

using namespace shardscape::app;
using shardscape::estimator::Unit;

namespace {

/// Two lines, one with a gap, one wanted value.
LineChart latencyChart() {
    LineChart chart;
    chart.title = "Latency";
    chart.x = {"Time", Unit::Seconds, AxisScale::Linear, AxisKind::Number};
    chart.y = {"Latency", Unit::Seconds, AxisScale::Logarithmic, AxisKind::Number};
    LineSeries p99{"p99", {}, {}, 1, Stroke::Strong};
    LineSeries p50{"p50", {}, {}, 0, Stroke::Strong};
    LineSeries analytic{"analytic p99", {}, {}, 7, Stroke::Dashed};
    for (int i = 0; i <= 60; ++i) {
        const double bump = std::exp(-(i - 36.0) * (i - 36.0) / 30);
        p99.x.push_back(i);
        p99.y.push_back(0.012 + 0.09 * bump);
        p50.x.push_back(i);
        p50.y.push_back(0.004 + 0.001 * bump);
        analytic.x.push_back(i);
        analytic.y.push_back(0.012 + 0.004 * bump);
    }
    p99.y[5] = std::nan("");
    chart.series = {p99, p50, analytic};
    chart.thresholds = {{"wanted p99", 0.05}};
    return chart;
}

AreaChart growthChart() {
    AreaChart chart;
    chart.title = "Storage growth";
    chart.x = {"Month", Unit::None, AxisScale::Linear, AxisKind::Months};
    chart.y = {"Bytes", Unit::Bytes, AxisScale::Linear, AxisKind::Number};
    chart.parts = {{"posts", {}, 0}, {"likes", {}, 1}, {"follows", {}, 2}};
    for (int month = 0; month <= 60; ++month) {
        chart.at.push_back(month);
        double total = 0;
        for (int part = 0; part < 3; ++part) {
            const double bytes = (part + 1) * 1e12 + month * (3 - part) * 4e10;
            chart.parts[std::size_t(part)].y.push_back(bytes);
            total += bytes;
        }
        chart.totals.push_back(total);
    }
    chart.marks = {{30, "node full"}};
    return chart;
}

BarChart partitionChart() {
    BarChart chart;
    chart.title = "Load by partition";
    chart.names = "Partition";
    chart.y = {"Load", Unit::PerSecond, AxisScale::Linear, AxisKind::Number};
    double sum = 0;
    for (int i = 0; i < 32; ++i) {
        chart.bars.push_back({QString("p%1").arg(i), 9000.0 / (i + 1) + 800, "n4"});
        sum += chart.bars.back().value;
    }
    chart.mean = sum / 32;
    chart.highlighted = 0;
    return chart;
}

RankChart nodesChart() {
    RankChart chart;
    chart.title = "Nodes by constraint";
    chart.names = "Constraint";
    chart.x = {"Nodes", Unit::Nodes, AxisScale::Linear, AxisKind::Number};
    chart.bars = {{"writes", 16, {}}, {"storage", 11, {}}, {"reads", 7, {}}, {"memory", 3, {}}};
    chart.highlighted = 0;
    chart.highlightNote = "binding";
    return chart;
}

HeatChart heatChart() {
    HeatChart chart;
    chart.title = "Load per partition over time";
    chart.rowsName = "Partition";
    chart.x = {"Time", Unit::Seconds, AxisScale::Linear, AxisKind::Number};
    chart.value = {"Load", Unit::PerSecond, AxisScale::Linear, AxisKind::Number};
    chart.maximum = 100;
    for (int row = 0; row < 32; ++row)
        chart.rows << QString("p%1").arg(row);
    for (int column = 0; column < 60; ++column)
        chart.columns.push_back(column);
    for (int row = 0; row < 32; ++row)
        for (int column = 0; column < 60; ++column)
            chart.values.push_back(row == 11 ? 100 - std::abs(column - 30) : 20 + (row * 7 + column * 3) % 17);
    return chart;
}

void saveShot(QWidget& widget, const QString& name) {
    const QString folder = qEnvironmentVariable("SHARDSCAPE_SCREENSHOTS");
    if (!folder.isEmpty())
        QVERIFY(widget.grab().save(QDir(folder).filePath(name + ".png")));
}

} // namespace

class ChartsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void summarySaysTheHighest();
    void csvIsPlain();
    void csvQuotes();
    void monthsAndTimesInWords();
    void svgIsADocument_data();
    void svgIsADocument();
    void svgFollowsTheTheme();
    void hoverReadsTheValueUnderThePointer();
    void heatCellUnderThePointer();
    void keysWalkAndSelect();
    void heatKeysWalkInTwoDirections();
    void tableToggle();
    void tableModel();
    void tableSortsByValueAndBack();
    void tableIsCopied();
    void tableButtonAndKeys();
    void percentilesOnALogarithmicTail();
    void earlierBarsBeside();
    void dragGoesOnSelecting();
    void namesAreNoMarkup();
    void exports();
    void emptyChartSaysWhy();
    void gallery();

private:
    ThemeScope m_scope{lightTheme()};
};

void ChartsTest::initTestCase() {
    applyTheme(*qApp, m_scope);
}

void ChartsTest::summarySaysTheHighest() {
    // By construction: the bump of latencyChart is largest at i = 36, where p99 = 12 ms + 90 ms.
    const QString text = chartSummary(latencyChart());
    QVERIFY2(text.contains("p99 at most 102 ms at 36"), qPrintable(text));
    QVERIFY(text.contains("wanted p99"));
    QVERIFY(chartSummary(heatChart()).contains("p11"));
    QVERIFY(chartSummary(nodesChart()).contains("writes"));
    // 1 + 2 + 3 TB now; each month adds (3 + 2 + 1) * 40 GB: 6 TB + 60 * 0.24 TB = 20.4 TB.
    QVERIFY2(chartSummary(growthChart()).contains("20.4 TB"), qPrintable(chartSummary(growthChart())));
}

void ChartsTest::csvIsPlain() {
    const QByteArray csv = chartCsv(nodesChart());
    QCOMPARE(csv, QByteArray("Constraint,Nodes\r\nwrites,16\r\nstorage,11\r\nreads,7\r\nmemory,3\r\n"));
    const QList<QByteArray> lines = chartCsv(latencyChart()).split('\n');
    QCOMPARE(lines.size(), 63);                     // header, 61 points, the end
    QVERIFY2(lines[6].startsWith("5,,"), lines[6]); // the gap at x = 5 is an empty cell
}

void ChartsTest::csvQuotes() {
    RankChart chart = nodesChart();
    chart.bars[0].name = "a \"b\", c";
    QVERIFY(chartCsv(chart).contains("\"a \"\"b\"\", c\",16"));
}

void ChartsTest::monthsAndTimesInWords() {
    const ChartAxis months{"", Unit::None, AxisScale::Linear, AxisKind::Months};
    QCOMPARE(axisText(months, 0), QString("now"));
    QCOMPARE(axisText(months, 7), QString("7 mo"));
    QCOMPARE(axisText(months, 24), QString("2 y"));
    QCOMPARE(axisText(months, 38), QString("3 y 2 mo"));
    const ChartAxis day{"", Unit::None, AxisScale::Linear, AxisKind::TimeOfDay};
    QCOMPARE(axisText(day, 14.5 * 3600), QString("14:30"));
    QCOMPARE(axisText(day, std::nan("")), QString("no value"));
}

void ChartsTest::svgIsADocument_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::newRow("line") << 0 << "wanted p99";
    QTest::newRow("area") << 1 << "likes";
    QTest::newRow("bars") << 2 << "mean";
    QTest::newRow("rank") << 3 << "binding";
    QTest::newRow("heat") << 4 << "p0";
}

void ChartsTest::svgIsADocument() {
    QFETCH(int, kind);
    QFETCH(QString, text);
    const std::vector<ChartData> charts = {latencyChart(), growthChart(), partitionChart(), nodesChart(), heatChart()};
    const QByteArray svg = chartSvg(charts[std::size_t(kind)], lightTheme(), {640, 320});
    QXmlStreamReader xml(svg);
    QStringList words;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::Characters)
            words << xml.text().toString().trimmed();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY2(words.join(" ").contains(text), qPrintable(words.join(" ")));
    QVERIFY(svg.contains("viewBox=\"0 0 640 320\""));
    QCOMPARE(svg, chartSvg(charts[std::size_t(kind)], lightTheme(), {640, 320}));
}

void ChartsTest::svgFollowsTheTheme() {
    const QByteArray light = chartSvg(nodesChart(), lightTheme(), {640, 320});
    const QByteArray dark = chartSvg(nodesChart(), darkTheme(), {640, 320});
    QVERIFY(light.contains(lightTheme().color(Role::Accent).name().toLatin1()));
    QVERIFY(dark.contains(darkTheme().color(Role::Accent).name().toLatin1()));
}

void ChartsTest::hoverReadsTheValueUnderThePointer() {
    ChartView view(m_scope);
    view.resize(640, 300);
    view.setChart(growthChart());
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCoreApplication::sendPostedEvents();
    auto* plot = view.findChild<QWidget*>("plot");
    QVERIFY(plot);
    QSignalSpy spy(&view, &ChartView::stopChanged);
    QTest::mouseMove(plot, QPoint(plot->width() - 30, plot->height() / 2));
    QVERIFY(spy.count() > 0);
    QVERIFY(view.currentStop() > 50);
    QVERIFY2(view.readoutText().contains("likes"), qPrintable(view.readoutText()));
    QVERIFY(view.accessibleDescription().contains("Total"));
}

void ChartsTest::heatCellUnderThePointer() {
    ChartView view(m_scope);
    view.resize(800, 400);
    view.setChart(heatChart());
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCoreApplication::sendPostedEvents();
    auto* plot = view.findChild<QWidget*>("plot");
    QSignalSpy spy(&view, &ChartView::stopSelected);
    QTest::mouseClick(plot, Qt::LeftButton, {}, QPoint(400, 200));
    QCOMPARE(spy.count(), 1);
    const int stop = spy[0][0].toInt();
    // 60 columns; the pointer is in the middle of the picture: partition 11 … 20, window 25 … 35.
    QVERIFY(stop / 60 >= 11 && stop / 60 <= 20);
    QVERIFY(stop % 60 >= 25 && stop % 60 <= 35);
}

void ChartsTest::keysWalkAndSelect() {
    ChartView view(m_scope);
    view.setChart(nodesChart());
    view.show();
    view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.setFocus(Qt::TabFocusReason);
    QSignalSpy spy(&view, &ChartView::stopSelected);
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.currentStop(), 1);
    QVERIFY2(view.readoutText().startsWith("storage"), qPrintable(view.readoutText()));
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(spy.count(), 1);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.currentStop(), 3);
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(view.currentStop(), -1);
}

void ChartsTest::heatKeysWalkInTwoDirections() {
    const ChartData chart = heatChart();
    QCOMPARE(stopBeside(chart, 0, 1, 1), 61);
    QCOMPARE(stopBeside(chart, 61, -10, 0), 60);
    QCOMPARE(stopBeside(chart, 60, 0, 100), 31 * 60);
}

void ChartsTest::tableToggle() {
    ChartView view(m_scope);
    view.setChart(nodesChart());
    view.show();
    view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_T);
    QVERIFY(view.showsTable());
    auto* table = view.findChild<QTableView*>();
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 4);
    QVERIFY(view.menuButton()->menu()->actions().size() >= 4);
    view.menuButton()->menu()->actions()[0]->trigger();
    QVERIFY(!view.showsTable());
}

void ChartsTest::tableModel() {
    ChartTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTable(chartTable(partitionChart()));
    QCOMPARE(model.rowCount(), 32);
    QCOMPARE(model.columnCount(), 2);
    model.setTable({});
    QCOMPARE(model.rowCount(), 0);
}

/// 9000 / (i + 1) + 800 falls with i, so descending is the chart's own order and ascending its reverse; "p10" follows
/// "p9" among names.
void ChartsTest::tableSortsByValueAndBack() {
    ChartTableView table;
    table.setTable(chartTable(partitionChart()));
    table.resize(400, 300);
    table.show();
    const auto first = [&](int row) { return table.model()->index(row, 0).data().toString(); };
    const auto click = [&](int column) {
        QHeaderView* head = table.horizontalHeader();
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                          QPoint(head->sectionViewportPosition(column) + 12, head->height() / 2));
    };
    click(1);
    QCOMPARE(first(0), QString("p0"));
    click(1);
    QCOMPARE(first(0), QString("p31"));
    click(1);
    QCOMPARE(first(0), QString("p0"));
    QCOMPARE(first(10), QString("p10"));
    click(0);
    click(0);
    QCOMPARE(first(2), QString("p2")); // not p10
    QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void ChartsTest::tableIsCopied() {
    ChartTableView table;
    RankChart chart = nodesChart();
    chart.bars[1].name = "a\tb";
    table.setTable(chartTable(chart));
    QCOMPARE(table.copied(), QString("Constraint\tNodes\nwrites\t16\na b\t11\nreads\t7\nmemory\t3\n"));
    table.selectRow(2);
    QTest::keySequence(&table, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("Constraint\tNodes\nreads\t7\n"));
}

void ChartsTest::tableButtonAndKeys() {
    ChartCard card("Nodes", m_scope);
    card.view()->setChart(nodesChart());
    card.resize(400, 260);
    card.show();
    card.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&card));
    auto* button = card.view()->tableButton();
    QVERIFY(button->isVisible());
    QVERIFY(!button->accessibleName().isEmpty());
    card.view()->setFocus();
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(card.view()->showsTable());
    QVERIFY(card.view()->table()->hasFocus()); // the keys go where the eye is
    QTest::keyClick(card.view()->table(), Qt::Key_T);
    QVERIFY(!card.view()->showsTable());
    QVERIFY(!button->isChecked());
    QVERIFY(card.view()->hasFocus());
}

/// 1 - 10^-d is d decades from the left: 90 % at 1, 99 % at 2; 50 % at log10(2) = 0.30103.
void ChartsTest::percentilesOnALogarithmicTail() {
    QVERIFY(qAbs(percentilePosition(0.9) - 1) < 1e-12);
    QVERIFY(qAbs(percentilePosition(0.9999) - 4) < 1e-9);
    QVERIFY(qAbs(percentilePosition(0.5) - 0.30103) < 1e-5);
    QVERIFY(qAbs(percentileAt(3) - 0.999) < 1e-12);
    const ChartAxis axis{"Percentile", Unit::None, AxisScale::Linear, AxisKind::Percentile};
    QCOMPARE(axisText(axis, percentilePosition(0.5)), QString("50 %"));
    QCOMPARE(axisText(axis, 2), QString("99 %"));
    QCOMPARE(axisText(axis, 3), QString("99.9 %"));
    LineChart chart;
    chart.title = "Percentiles";
    chart.x = axis;
    chart.y = {"Latency", Unit::Seconds, AxisScale::Logarithmic, AxisKind::Number};
    chart.series = {{"all", {percentilePosition(0.5), 1, 2}, {0.001, 0.002, 0.01}, 0, Stroke::Strong}};
    const QList<QByteArray> lines = chartCsv(chart).split('\n');
    QCOMPARE(lines[1].trimmed(), QByteArray("0.5,0.001")); // probabilities, not places on the axis
    const QByteArray svg = chartSvg(chart, lightTheme(), {640, 320});
    QVERIFY(svg.contains(">90 %<") && svg.contains(">99 %<"));
}

void ChartsTest::earlierBarsBeside() {
    BarChart chart = partitionChart();
    chart.before.assign(chart.bars.size(), 1500);
    chart.beforeName = "pinned";
    QCOMPARE(chartTable(chart).columns, QStringList({"Partition", "Load", "pinned"}));
    QVERIFY(chartCsv(chart).contains(",1500\r\n"));
    ChartView view(m_scope);
    view.setChart(chart);
    view.setCurrentStop(0);
    QVERIFY2(view.readoutText().contains("pinned 1.50 k/s"), qPrintable(view.readoutText()));
}

void ChartsTest::dragGoesOnSelecting() {
    ChartView view(m_scope);
    view.resize(800, 400);
    view.setChart(heatChart());
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCoreApplication::sendPostedEvents();
    auto* plot = view.findChild<QWidget*>("plot");
    QSignalSpy spy(&view, &ChartView::stopSelected);
    QTest::mousePress(plot, Qt::LeftButton, {}, QPoint(200, 200));
    QMouseEvent move(QEvent::MouseMove, QPointF(600, 200), plot->mapToGlobal(QPointF(600, 200)), Qt::NoButton,
                     Qt::LeftButton, {});
    QCoreApplication::sendEvent(plot, &move);
    QTest::mouseRelease(plot, Qt::LeftButton, {}, QPoint(600, 200));
    QCOMPARE(spy.count(), 2);
    QVERIFY(spy[1][0].toInt() % 60 > spy[0][0].toInt() % 60);
    QCOMPARE(spy[1][0].toInt() / 60, spy[0][0].toInt() / 60); // the same row
    // The plot's place is told, for what is drawn beside it.
    QVERIFY(QRect(QPoint(), view.size()).contains(view.plotRect()));
    QVERIFY(view.plotRect().width() > 500);
}

/// Names come from the user's schema: none of them is markup or a power of ten.
void ChartsTest::namesAreNoMarkup() {
    RankChart chart = nodesChart();
    chart.title = "<b>&title";
    chart.bars[0].name = "<img src=x>";
    chart.bars[1].name = "5e4";
    const QByteArray svg = chartSvg(chart, lightTheme(), {640, 320});
    QXmlStreamReader xml(svg);
    QStringList words;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::Characters)
            words << xml.text().toString().trimmed();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(words.contains("<img src=x>"));
    QVERIFY2(words.contains("5e4"), qPrintable(words.join(" | ")));
    ChartTableView table;
    table.setTable(chartTable(chart));
    const QString tip = table.model()->index(0, 0).data(Qt::ToolTipRole).toString();
    QVERIFY(Qt::mightBeRichText(tip)); // so Qt reads it as HTML, and it must say the name
    QTextDocument read;
    read.setHtml(tip);
    QCOMPARE(read.toPlainText(), QString("<img src=x>"));
}

void ChartsTest::exports() {
    QTemporaryDir folder;
    ChartView view(m_scope);
    view.setChart(nodesChart());
    QString error;
    for (const char* name : {"a.svg", "a.png", "a.csv"})
        QVERIFY2(view.exportTo(folder.filePath(name), &error), qPrintable(error));
    QVERIFY(QImage(folder.filePath("a.png")).width() > 100);
    QVERIFY(!view.exportTo(folder.filePath("a.doc"), &error));
    QVERIFY(error.contains(".svg"));
    QVERIFY(!view.exportTo(folder.filePath("missing/a.csv"), &error));
}

void ChartsTest::emptyChartSaysWhy() {
    ChartView view(m_scope);
    view.setEmptyText("Run a simulation");
    LineChart nothing;
    nothing.title = "Latency";
    view.setChart(nothing);
    QVERIFY(isEmpty(view.chart()));
    QCOMPARE(view.readoutText(), QString());
    view.show();
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.currentStop(), -1);
}

void ChartsTest::gallery() {
    for (const Theme& theme : {lightTheme(), darkTheme()}) {
        m_scope.setTheme(theme);
        QWidget page;
        page.resize(1280, 800);
        const std::vector<ChartData> charts = {latencyChart(), growthChart(), partitionChart(), nodesChart(),
                                               heatChart()};
        std::vector<ChartView*> views;
        const QRect places[] = {
            {10, 10, 620, 260}, {640, 10, 620, 260}, {10, 280, 300, 240}, {320, 280, 300, 240}, {640, 280, 620, 360}};
        for (std::size_t i = 0; i < charts.size(); ++i) {
            auto* view = new ChartView(m_scope, &page);
            view->setGeometry(places[i]);
            view->setChart(charts[i]);
            views.push_back(view);
        }
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCoreApplication::sendPostedEvents();
        views[0]->setCurrentStop(36);
        views[1]->setCurrentStop(40);
        views[4]->setSelectedStop(11 * 60 + 30);
        QCoreApplication::sendPostedEvents();
        QVERIFY(!page.grab().isNull());
        saveShot(page, "charts-" + theme.name);
    }
}

QTEST_MAIN(ChartsTest)
#include "charts_test.moc"
