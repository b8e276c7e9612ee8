// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QDirIterator>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/style.h"
#include "app/theme/theme.h"
#include "app/theme/theme_scope.h"
#include "app/theme/widgets.h"

using namespace shardscape::app;
using shardscape::estimator::Unit;

class ThemeTest : public QObject {
    Q_OBJECT
private slots:
    void contrastOfKnownPairs();
    void textIsReadable_data();
    void textIsReadable();
    void seriesStandOutFromTheirGround();
    void heatMapsRiseInLightness();
    void wrongThemeNamesTheKey();
    void everyIconDraws();
    void liveSwitch();
    void looksReachTheWidgets();
    void sharesInWords();
    void numbersAreRead_data();
    void numbersAreRead();
    void segmentsByMouseAndKeys();
    void headlineNumberIsAButton();
    void emptyStateFollowsItsAction();
};

void ThemeTest::contrastOfKnownPairs() {
    // WCAG 2.1: black on white is 21, a colour on itself 1; #767676 on white is the well-known 4.54.
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
    QVERIFY(qAbs(contrastRatio(QColor("#767676"), Qt::white) - 4.54) < 0.01);
}

void ThemeTest::textIsReadable_data() {
    QTest::addColumn<QString>("theme");
    QTest::addColumn<int>("text");
    QTest::addColumn<int>("ground");
    const std::vector<std::pair<Role, std::vector<Role>>> pairs = {
        {Role::Text, {Role::Window, Role::Surface, Role::Raised, Role::Selection, Role::Hover}},
        {Role::Muted, {Role::Window, Role::Surface}},
        {Role::AccentText, {Role::Window, Role::Surface, Role::Selection}},
        {Role::OnAccent, {Role::Accent}},
        {Role::Good, {Role::Window, Role::Surface}},
        {Role::Warn, {Role::Window, Role::Surface}},
        {Role::Bad, {Role::Window, Role::Surface}},
    };
    for (const char* theme : {"light", "dark", "contrast-light", "contrast-dark"})
        for (const auto& [text, grounds] : pairs)
            for (const Role ground : grounds)
                QTest::addRow("%s: %s on %s", theme, name(text), name(ground))
                    << QString(theme) << int(text) << int(ground);
}

void ThemeTest::textIsReadable() {
    QFETCH(QString, theme);
    QFETCH(int, text);
    QFETCH(int, ground);
    const Theme value = builtinTheme(theme).value();
    const double ratio = contrastRatio(value.color(Role(text)), value.color(Role(ground)));
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
}

void ThemeTest::seriesStandOutFromTheirGround() {
    for (const Theme& theme : {lightTheme(), darkTheme(), contrastTheme(false), contrastTheme(true)})
        for (int i = 0; i < int(kSeries); ++i)
            // Fills of charts carry names and outlines as well; 2:1 keeps the palest of the eight visible.
            QVERIFY2(contrastRatio(theme.series(i), theme.color(Role::Surface)) >= 2.0,
                     qPrintable(theme.series(i).name()));
}

void ThemeTest::heatMapsRiseInLightness() {
    // Both maps are perceptually uniform: luminance rises all the way, so contrast to black does.
    const Theme theme = lightTheme();
    for (int step = 1; step <= 100; ++step) {
        QVERIFY(contrastRatio(theme.load(step / 100.0), Qt::black) >=
                contrastRatio(theme.load((step - 1) / 100.0), Qt::black) - 0.01);
        QVERIFY(contrastRatio(theme.latency(step / 100.0), Qt::black) >=
                contrastRatio(theme.latency((step - 1) / 100.0), Qt::black) - 0.01);
    }
    // The published ends of cividis and inferno.
    QCOMPARE(theme.load(0).name(), QString("#00224e"));
    QCOMPARE(theme.load(1).name(), QString("#fee838"));
    QCOMPARE(theme.latency(0).name(), QString("#000004"));
    QCOMPARE(theme.latency(2).name(), QString("#fcffa4"));
}

void ThemeTest::wrongThemeNamesTheKey() {
    const auto theme = parseTheme(R"({"name":"x","colors":{"window":"#zz"}})", "my.json");
    QVERIFY(!theme);
    QVERIFY(theme.error().message.find("my.json") != std::string::npos);
    QVERIFY(theme.error().message.find("colors.window") != std::string::npos);
    QVERIFY(!builtinTheme("sepia"));
}

void ThemeTest::everyIconDraws() {
    int count = 0;
    for (QDirIterator it(":/themes/icons", {"*.svg"}); it.hasNext(); ++count) {
        it.next();
        const QImage image = iconPixmap(it.fileInfo().baseName(), Qt::red, 18, 2).toImage();
        QCOMPARE(image.size(), QSize(36, 36));
        bool inked = false;
        for (int y = 0; y < 36 && !inked; ++y)
            for (int x = 0; x < 36 && !inked; ++x)
                inked = qAlpha(image.pixel(x, y)) > 128;
        QVERIFY2(inked, qPrintable(it.filePath()));
    }
    QVERIFY(count > 20);
    QVERIFY(iconPixmap("nothing", Qt::red, 18, 1).isNull());
}

void ThemeTest::liveSwitch() {
    ThemeScope scope(lightTheme());
    QSignalSpy spy(&scope, &ThemeScope::changed);
    applyTheme(*qApp, scope);
    QCOMPARE(qApp->palette().color(QPalette::Base), scope.color(Role::Surface));
    QVERIFY(!qApp->styleSheet().contains("{text}"));
    scope.setTheme(darkTheme());
    QCOMPARE(spy.count(), 1);
    QCOMPARE(qApp->palette().color(QPalette::Base), darkTheme().color(Role::Surface));
    scope.setTheme(darkTheme());
    QCOMPARE(spy.count(), 1);
}

void ThemeTest::looksReachTheWidgets() {
    ThemeScope scope(lightTheme());
    applyTheme(*qApp, scope);
    QLabel plain("text");
    QLabel* title = makeLabel("text", "muted", "title", nullptr);
    plain.ensurePolished();
    title->ensurePolished();
    QVERIFY(title->font().pixelSize() > plain.fontInfo().pixelSize());
    QCOMPARE(title->palette().color(QPalette::WindowText), scope.color(Role::Muted));
    setLook(title, "role", "bad");
    QCOMPARE(title->palette().color(QPalette::WindowText), scope.color(Role::Bad));
    delete title;
}

void ThemeTest::sharesInWords() {
    QCOMPARE(formatShare(0.35), QString("35.0 %"));
    QCOMPARE(parseNumber(formatShare(0.35), Unit::Ratio), std::optional<double>(0.35));
}

void ThemeTest::numbersAreRead_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("unit");
    QTest::addColumn<double>("expected"); // -1: refused
    const auto row = [](const char* text, Unit unit, double expected) {
        QTest::addRow("%s as %d", text, int(unit)) << QString::fromUtf8(text) << int(unit) << expected;
    };
    row("10k", Unit::Rows, 10e3);
    row("2.5 M", Unit::Rows, 2.5e6);
    row("1e9", Unit::Rows, 1e9);
    row("1.2 B rows", Unit::Rows, 1.2e9);
    row("1 GiB", Unit::Bytes, 1073741824.0);
    row("600B", Unit::Bytes, 600);
    row("20kB", Unit::Bytes, 20e3);
    row("5 ms", Unit::Seconds, 0.005);
    row("7 µs", Unit::Seconds, 7e-6);
    row("2", Unit::Seconds, 2);
    row("5000/s", Unit::PerSecond, 5000);
    row("5k/s", Unit::PerSecond, 5000);
    row("60/min", Unit::PerSecond, 1);
    row("86400/day", Unit::PerSecond, 1);
    row("80 %", Unit::Ratio, 0.8);
    row("0.8", Unit::Ratio, 0.8);
    row("80 %", Unit::Percent, 0.8);
    row("fast", Unit::PerSecond, -1);
    row("5 furlongs", Unit::Seconds, -1);
    row("", Unit::Rows, -1);
    row("1 BB", Unit::Bytes, -1);
}

void ThemeTest::numbersAreRead() {
    QFETCH(QString, text);
    QFETCH(int, unit);
    QFETCH(double, expected);
    const auto value = parseNumber(text, Unit(unit));
    QCOMPARE(value.has_value(), expected >= 0);
    if (value)
        QCOMPARE(*value, expected);
}

void ThemeTest::segmentsByMouseAndKeys() {
    SegmentedControl control;
    control.setItems({"One", "Two", "Three"});
    control.show();
    control.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&control));
    QSignalSpy spy(&control, &SegmentedControl::currentChanged);
    const auto buttons = control.findChildren<QToolButton*>();
    QTest::mouseClick(buttons[2], Qt::LeftButton);
    QCOMPARE(control.current(), 2);
    buttons[2]->setFocus();
    QTest::keyClick(buttons[2], Qt::Key_Left);
    QCOMPARE(control.current(), 1);
    QCOMPARE(spy.count(), 2);
    control.setItems({"One"});
    QCOMPARE(control.current(), 0);
    QCOMPARE(control.count(), 1);
}

void ThemeTest::headlineNumberIsAButton() {
    HeadlineCard card("Storage");
    card.setNumber("412 GB", "412345678901 B", "in a year");
    card.show();
    auto* number = card.findChild<QPushButton*>();
    QCOMPARE(number->text(), QString("412"));
    QVERIFY(number->accessibleName().contains("412 GB"));
    QVERIFY(number->toolTip().contains("412345678901"));
    QSignalSpy spy(&card, &HeadlineCard::clicked);
    QTest::mouseClick(number, Qt::LeftButton);
    QCOMPARE(spy.count(), 1);
}

void ThemeTest::emptyStateFollowsItsAction() {
    ThemeScope scope(lightTheme());
    EmptyState header(scope, "access", "No patterns", "Say how the data is used.");
    QAction action("Add pattern");
    action.setShortcut(QKeySequence("Ctrl+Shift+A"));
    QPushButton* button = header.addAction(&action, true);
    header.show();
    QSignalSpy spy(&action, &QAction::triggered);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(spy.count(), 1);
    QVERIFY(button->toolTip().contains("Ctrl+Shift+A"));
    action.setEnabled(false);
    QVERIFY(!button->isEnabled());
}

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
