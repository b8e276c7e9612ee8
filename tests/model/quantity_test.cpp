// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Quantities: expectations are the decimal numbers that the texts mean, written as C++ literals (correctly rounded by
// the compiler).
#include <random>

#include <QtTest>

#include "model/base/quantity.h"

using namespace shardscape::model;

namespace {

template <class T> double number(const Result<T>& result) {
    if constexpr (std::is_same_v<T, PerSecond>)
        return result ? result->value : -1;
    else
        return result ? *result : -1;
}

} // namespace

class QuantityTest : public QObject {
    Q_OBJECT
private slots:
    void counts();
    void bytes();
    void durations();
    void ratios();
    void rates();
    void timesOfDay();
    void refusals();
    void formatting();
    void everyNumberComesBack();
};

void QuantityTest::counts() {
    QCOMPARE(number(parseCount("1e9")), 1e9);
    QCOMPARE(number(parseCount("1_000_000")), 1e6);
    QCOMPARE(number(parseCount("200M")), 2e8);
    QCOMPARE(number(parseCount("1.1k")), 1100.0);
    QCOMPARE(number(parseCount("4Ki")), 4096.0);
    QCOMPARE(number(parseCount("-3")), -3.0);
    QCOMPARE(number(parseCount(".5")), 0.5);
    QCOMPARE(number(parseCount("2E")), 2e18); // exa, not an exponent
    QCOMPARE(number(parseCount("2E3")), 2000.0);
}

void QuantityTest::bytes() {
    QCOMPARE(number(parseBytes("600B")), 600.0);
    QCOMPARE(number(parseBytes("600")), 600.0);
    QCOMPARE(number(parseBytes("20kB")), 20000.0);
    QCOMPARE(number(parseBytes("1.5MiB")), 1572864.0); // 1.5 * 1024 * 1024
    QCOMPARE(number(parseBytes("2TB")), 2e12);
}

void QuantityTest::durations() {
    QCOMPARE(number(parseDuration("5s")), 5.0);
    QCOMPARE(number(parseDuration("50ms")), 0.05);
    QCOMPARE(number(parseDuration("200us")), 0.0002);
    QCOMPARE(number(parseDuration("15min")), 900.0);
    QCOMPARE(number(parseDuration("730d")), 63072000.0); // 730 * 86400
    QCOMPARE(number(parseDays("730d")), 730.0);
    QCOMPARE(number(parseDays("36h")), 1.5);
    QCOMPARE(number(parseDays("1y")), 365.0);
}

void QuantityTest::ratios() {
    QCOMPARE(number(parseRatio("99.95%")), 0.9995);
    QCOMPARE(number(parseRatio("0.3")), 0.3);
    QCOMPARE(number(parseRatio("1%")), 0.01);
}

void QuantityTest::rates() {
    QCOMPARE(number(parseRate("5000/s")), 5000.0);
    QCOMPARE(number(parseRate("12k/min")), 200.0);
    QCOMPARE(number(parseRate("7200/h")), 2.0);
    QCOMPARE(number(parseRate("86400/day")), 1.0);
    QCOMPARE(number(parsePerDay("2e6/day")), 2e6);
    QCOMPARE(number(parsePerDay("30/s")), 2592000.0); // 30 * 86400
}

void QuantityTest::timesOfDay() {
    QCOMPARE(number(parseHourOfDay("20:00")), 20.0);
    QCOMPARE(number(parseHourOfDay("7:30")), 7.5);
    QCOMPARE(number(parseHourOfDay("24:00")), 24.0);
    QCOMPARE(number(parseSecondOfDay("12:34:56")), 45296.0); // 12 * 3600 + 34 * 60 + 56
    QCOMPARE(number(parseSecondOfDay("12:34:56.5")), 45296.5);
}

void QuantityTest::refusals() {
    for (const char* text : {"", "abc", "1e", "1 000", "5 s", "1_", "--3", "1e99999", "5x", "NaN", "inf", "0x10"})
        QVERIFY2(!parseCount(text), text);
    for (const char* text : {"5s", "kB", "-1B", "5KB/s", "5kb"})
        QVERIFY2(!parseBytes(text), text);
    for (const char* text : {"5", "-5s", "5 s", "5parsec", "s"})
        QVERIFY2(!parseDuration(text), text);
    for (const char* text : {"5000", "5000/", "/s", "5000/kB", "-1/s", "5/ms"})
        QVERIFY2(!parseRate(text), text);
    for (const char* text : {"25:00", "20:60", "20:00:60", "24:01", "-1:00", "20:", "20:0:0:0", "1e1:00"})
        QVERIFY2(!parseHourOfDay(text), text);
    // The message quotes what was written and the advice shows how it is written.
    const auto refused = parseRate("5000");
    QCOMPARE(QString::fromStdString(refused.error().message), QStringLiteral("\"5000\" is not a rate"));
    QVERIFY(QString::fromStdString(refused.error().advice).contains("5000/s"));
}

void QuantityTest::formatting() {
    const auto is = [](const std::string& text, const char* wanted) {
        QCOMPARE(QString::fromStdString(text), QString::fromUtf8(wanted));
    };
    is(formatCount(1e9), "1e9");
    is(formatCount(1500), "1500");
    is(formatCount(0.1), "0.1");
    is(formatCount(1e-9), "1e-9");
    is(formatBytes(20000), "20kB");
    is(formatBytes(600), "600B");
    is(formatBytes(1572864), "1.5MiB");
    is(formatDuration(0.05), "50ms");
    is(formatDuration(5), "5s");
    is(formatDuration(86400), "1d");
    is(formatDays(730), "730d");
    is(formatRatio(0.9995), "99.95%");
    is(formatRatio(0.3), "30%");
    is(formatRate({5000}), "5000/s");
    is(formatRate({2e6 / 86400}), "2e6/day");
    is(formatRate({1.0 / 60}), "1/min");
    is(formatPerDay(2e6), "2e6/day");
    is(formatHourOfDay(20), "20:00");
    is(formatHourOfDay(7.5), "07:30");
    is(formatSecondOfDay(45296), "12:34:56");
}

/// Reading back what was written gives the same double: for numbers of every size and shape, seeded.
void QuantityTest::everyNumberComesBack() {
    std::mt19937_64 random(20240607);
    std::uniform_real_distribution<double> unit(0, 1);
    for (int i = 0; i < 20000; ++i) {
        double value = std::ldexp(unit(random), static_cast<int>(random() % 120) - 60);
        if (i % 3 == 0)
            value = std::round(value);
        if (i % 5 == 0)
            value = static_cast<double>(random() % 100000) / 1000;
        QCOMPARE(number(parseCount(formatCount(value))), value);
        QCOMPARE(number(parseBytes(formatBytes(value))), value);
        QCOMPARE(number(parseDuration(formatDuration(value))), value);
        QCOMPARE(number(parseDays(formatDays(value))), value);
        QCOMPARE(number(parseRatio(formatRatio(value))), value);
        QCOMPARE(number(parseRate(formatRate({value}))), value);
        QCOMPARE(number(parsePerDay(formatPerDay(value))), value);
        const double hour = std::fmod(value, 24);
        QCOMPARE(number(parseHourOfDay(formatHourOfDay(hour))), hour);
        QCOMPARE(number(parseSecondOfDay(formatSecondOfDay(hour * 3600))), hour * 3600);
    }
}

QTEST_APPLESS_MAIN(QuantityTest)
#include "quantity_test.moc"
