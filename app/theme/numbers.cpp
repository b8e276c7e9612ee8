// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/numbers.h"

#include <cmath>

#include <QLocale>
#include <QRegularExpression>

namespace shardscape::app {
namespace {

using estimator::Unit;

struct Suffix {
    const char* text;
    double factor;
};

constexpr Suffix kTimes[] = {{"ns", 1e-9}, {"us", 1e-6}, {"µs", 1e-6}, {"ms", 1e-3},   {"s", 1},
                             {"min", 60},  {"h", 3600},  {"d", 86400}, {"days", 86400}};
constexpr Suffix kRates[] = {{"/s", 1}, {"/min", 1.0 / 60}, {"/h", 1.0 / 3600}, {"/day", 1.0 / 86400}};
constexpr Suffix kSi[] = {{"k", 1e3}, {"K", 1e3}, {"M", 1e6}, {"G", 1e9}, {"B", 1e9}, {"T", 1e12}, {"P", 1e15}};
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
        if (word.endsWith(QLatin1String("rows")))
            word = word.chopped(4).trimmed();
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

} // namespace

QString formatNumber(double value, Unit unit) {
    return QString::fromStdString(estimator::format(value, unit));
}

QString formatNumber(const estimator::Figure& figure) {
    return QString::fromStdString(estimator::format(figure));
}

QString formatExactly(double value, Unit unit) {
    return QString::fromStdString(estimator::formatExact(value, unit));
}

QString formatExactly(const estimator::Figure& figure) {
    return formatExactly(figure.value(), figure.unit());
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
