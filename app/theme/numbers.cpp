// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/numbers.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include "app/theme/sentences.h"

namespace shardscape::app {
namespace {

using estimator::Unit;

struct Suffix {
    const char* text;
    double factor;
};

// Numbers are read in every language, whichever the window speaks: files and colleagues do not care.
constexpr Suffix kTimes[] = {{"ns", 1e-9}, {"us", 1e-6}, {"µs", 1e-6}, {"ms", 1e-3},    {"s", 1},
                             {"min", 60},  {"h", 3600},  {"d", 86400}, {"days", 86400}, {"毫秒", 1e-3},
                             {"秒", 1},    {"分钟", 60}, {"分", 60},   {"小时", 3600},  {"天", 86400}};
constexpr Suffix kRates[] = {{"/s", 1},           {"/min", 1.0 / 60}, {"/h", 1.0 / 3600},  {"/day", 1.0 / 86400},
                             {"/d", 1.0 / 86400}, {"/秒", 1},         {"/分钟", 1.0 / 60}, {"/小时", 1.0 / 3600},
                             {"/天", 1.0 / 86400}};
constexpr Suffix kSi[] = {{"k", 1e3},  {"K", 1e3},  {"M", 1e6},  {"G", 1e9},  {"B", 1e9},    {"T", 1e12},
                          {"P", 1e15}, {"Q", 1e15}, {"万", 1e4}, {"亿", 1e8}, {"万亿", 1e12}};
constexpr Suffix kBinary[] = {
    {"Ki", 1024.0}, {"Mi", 1048576.0}, {"Gi", 1073741824.0}, {"Ti", 1099511627776.0}, {"Pi", 1125899906842624.0}};

template <std::size_t N> std::optional<double> find(const Suffix (&table)[N], const QString& word) {
    for (const Suffix& suffix : table)
        if (word == QString::fromUtf8(suffix.text))
            return suffix.factor;
    return std::nullopt;
}

/// Factor of a byte suffix: "B", "kB", "GiB", "T".
std::optional<double> byteFactor(QString word) {
    if (word.isEmpty() || word == QLatin1String("B"))
        return 1;
    if (word.endsWith(QLatin1Char('B')))
        word.chop(1);
    if (auto binary = find(kBinary, word))
        return binary;
    return word == QLatin1String("B") ? std::nullopt : find(kSi, word);
}

/// Factor of a rate suffix: "/s", "k/s", "M/day", "k".
std::optional<double> rateFactor(const QString& word) {
    const qsizetype slash = word.indexOf(QLatin1Char('/'));
    const QString prefix = slash < 0 ? word : word.left(slash).trimmed();
    const auto si = prefix.isEmpty() ? std::optional<double>(1) : find(kSi, prefix);
    const auto per = slash < 0 ? std::optional<double>(1) : find(kRates, word.mid(slash));
    return si && per ? std::optional<double>(*si * *per) : std::nullopt;
}

std::optional<double> factorOf(QString word, Unit unit) {
    switch (unit) {
    case Unit::Seconds: return word.isEmpty() ? std::optional<double>(1) : find(kTimes, word);
    case Unit::Bytes: return byteFactor(word);
    case Unit::BytesPerSecond:
        if (word.endsWith(QLatin1String("/s")))
            word.chop(2);
        return byteFactor(word);
    case Unit::PerSecond: return rateFactor(word);
    case Unit::Rows:
        for (const QLatin1String name : {QLatin1String("rows"), QLatin1String("row")})
            if (word.endsWith(name))
                word = word.chopped(name.size()).trimmed();
        if (word.endsWith(QStringLiteral("行")))
            word = word.chopped(1).trimmed();
        break;
    default: break;
    }
    return word.isEmpty() ? std::optional<double>(1) : find(kSi, word);
}

std::optional<double> mantissa(QString text) {
    bool ok = false;
    const QLocale locale;
    text.remove(QLatin1Char(' ')).remove(QChar(0x00A0)).remove(QChar(0x202F));
    double value = locale.toDouble(text, &ok);
    if (!ok)
        value = QLocale::c().toDouble(text, &ok);
    return ok && std::isfinite(value) ? std::optional<double>(value) : std::nullopt;
}

/// The words of units, and how large counts are written.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Numbers)
};

/// True where large counts go by ten thousands (万, 亿) and not by thousands (k, M, B).
bool countsByMyriads() {
    return Words::tr("thousands", "\"myriads\" where large numbers are read as 万 and 亿, else \"thousands\"") ==
           QLatin1String("myriads");
}

/// Three significant digits; up to 9999 all digits of a whole number.
QString significant(double value) {
    const double size = std::abs(value);
    if (value == std::floor(value) && size < 10000)
        return QString::number(value, 'f', 0);
    if (size >= 99.95)
        return QString::number(value, 'f', 0);
    if (size >= 9.995)
        return QString::number(value, 'f', 1);
    return size >= 0.9995 ? QString::number(value, 'f', 2) : QString::number(value, 'g', 3);
}

/// "17.3 亿" and what is counted behind it: "17.3 亿行", "300 行", "3.84 万/秒", "950/秒".
QString byMyriads(double value, const QString& counted) {
    static constexpr std::pair<double, const char*> kSteps[] = {{1e12, "万亿"}, {1e8, "亿"}, {1e4, "万"}};
    for (const auto& [factor, word] : kSteps)
        if (std::abs(value) >= 0.99995 * factor)
            return significant(value / factor) + QLatin1Char(' ') + QString::fromUtf8(word) + counted;
    const bool apart = !counted.isEmpty() && !counted.startsWith(QLatin1Char('/'));
    return significant(value) + (apart ? QStringLiteral(" ") : QString()) + counted;
}

QString longTime(double seconds) {
    if (seconds < 7200)
        return Words::tr("%1 min").arg(significant(seconds / 60));
    if (seconds < 2 * 86400.0)
        return Words::tr("%1 h").arg(significant(seconds / 3600));
    return Words::tr("%1 days").arg(significant(seconds / 86400));
}

} // namespace

QString formatNumber(double value, Unit unit) {
    if (countsByMyriads() && std::isfinite(value)) {
        switch (unit) {
        case Unit::None: return byMyriads(value, {});
        case Unit::Rows: return byMyriads(value, Words::tr("rows"));
        case Unit::PerSecond: return byMyriads(value, Words::tr("/s"));
        case Unit::Nodes: return byMyriads(std::round(value), Words::tr("nodes"));
        case Unit::Money: return QLatin1Char('$') + byMyriads(value, {});
        case Unit::Percent: return significant(value * 100) + QLatin1Char('%');
        case Unit::Seconds:
            if (value >= 120)
                return longTime(value);
            break;
        default: break;
        }
    }
    return QString::fromStdString(estimator::format(value, unit));
}

QString formatNumber(const estimator::Figure& figure) {
    return formatNumber(figure.value(), figure.unit());
}

QString formatExactly(double value, Unit unit) {
    if (countsByMyriads() && (unit == Unit::Rows || unit == Unit::Nodes || unit == Unit::PerSecond)) {
        const QString digits = QString::fromStdString(estimator::formatExact(value, Unit::None));
        return unit == Unit::PerSecond
                   ? digits + Words::tr("/s")
                   : digits + QLatin1Char(' ') + (unit == Unit::Rows ? Words::tr("rows") : Words::tr("nodes"));
    }
    return QString::fromStdString(estimator::formatExact(value, unit));
}

QString formatExactly(const estimator::Figure& figure) {
    return formatExactly(figure.value(), figure.unit());
}

QString saidNumber(const QString& english) {
    static const QRegularExpression kNumber(
        QStringLiteral("^\\$?-?[0-9.]+(?: [kMBTQ])?( rows?|/s| nodes?| %| days| h| min)?$"));
    const QRegularExpressionMatch match = kNumber.match(english);
    if (!match.hasMatch() || !countsByMyriads())
        return english;
    if (english.endsWith(QLatin1String(" B")) && !english.startsWith(QLatin1Char('$')))
        return english; // bytes, more likely than thousands of millions of something that is not said
    const QString unit = match.captured(1).trimmed();
    const auto written = [&](const QString& text, Unit kind) {
        const std::optional<double> value = parseNumber(text, kind);
        return value ? formatNumber(*value, kind) : english;
    };
    if (unit == QLatin1String("%"))
        return english.chopped(2) + QLatin1Char('%');
    if (unit.startsWith(QLatin1String("row")))
        return written(english, Unit::Rows);
    if (unit == QLatin1String("/s"))
        return written(english, Unit::PerSecond);
    if (unit.startsWith(QLatin1String("node")))
        return written(english.section(QLatin1Char(' '), 0, -2), Unit::Nodes);
    if (!unit.isEmpty())
        return written(english, Unit::Seconds);
    if (english.startsWith(QLatin1Char('$')))
        return written(english.mid(1), Unit::Money);
    return english.contains(QLatin1Char(' ')) ? written(english, Unit::None) : english;
}

NumberText splitNumber(const QString& formatted) {
    const qsizetype space = formatted.indexOf(QLatin1Char(' '));
    if (space < 0)
        return {formatted, {}};
    return {formatted.left(space), formatted.mid(space + 1)};
}

QString formatTimeOfDay(double seconds) {
    const int minutes = int(std::lround(seconds / 60));
    return QStringLiteral("%1:%2")
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString formatShare(double share) {
    return formatNumber(share, Unit::Percent);
}

std::optional<double> parseNumber(const QString& text, Unit unit) {
    static const QRegularExpression kNumber(
        QStringLiteral("^\\s*([-+]?[0-9][0-9.,'\\x{00A0}\\x{202F} ]*(?:[eE][-+]?[0-9]+)?)\\s*(\\S.*?)?\\s*$"));
    const QRegularExpressionMatch match = kNumber.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto value = mantissa(match.captured(1).trimmed());
    const bool share = unit == Unit::Ratio || unit == Unit::Percent;
    if (value && share && match.captured(2) == QLatin1String("%"))
        return *value / 100; // exactly what was written, unlike times 0.01
    const auto factor = factorOf(match.captured(2), unit);
    return value && factor ? std::optional<double>(*value * *factor) : std::nullopt;
}

} // namespace shardscape::app
