// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/theme.h"

#include <algorithm>
#include <cmath>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace shardscape::app {
namespace {

using model::ErrorCode;
using model::fail;
using model::Result;

Result<QColor> parseColor(const QJsonValue& value, const QString& source, const QString& path) {
    QColor color;
    if (value.isString())
        color.setNamedColor(value.toString());
    if (!color.isValid())
        return fail(ErrorCode::Invalid, QStringLiteral("%1: \"%2\" is not a colour").arg(source, path).toStdString(),
                    "write it as \"#RRGGBB\"");
    return color;
}

Result<std::vector<QColor>> parseColors(const QJsonObject& object, const QString& key, std::size_t least,
                                        const QString& source) {
    std::vector<QColor> colors;
    const QJsonArray values = object.value(key).toArray();
    for (qsizetype i = 0; i < values.size(); ++i) {
        auto color = parseColor(values[i], source, QStringLiteral("%1[%2]").arg(key).arg(i));
        if (!color)
            return fail(color.error());
        colors.push_back(*color);
    }
    if (colors.size() < least)
        return fail(ErrorCode::Invalid,
                    QStringLiteral("%1: \"%2\" needs at least %3 colours").arg(source, key).arg(least).toStdString());
    return colors;
}

QColor between(const std::vector<QColor>& map, double position) {
    const double scaled = std::clamp(std::isnan(position) ? 0.0 : position, 0.0, 1.0) * double(map.size() - 1);
    const auto low = std::min(std::size_t(scaled), map.size() - 2);
    const float part = float(scaled - double(low));
    const QColor& a = map[low];
    const QColor& b = map[low + 1];
    const auto mix = [part](float x, float y) { return x + (y - x) * part; };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

double luminance(const QColor& color) {
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const char* name(Role role) {
    static constexpr std::array<const char*, kRoles> kNames = {
        "window",    "surface",     "raised",    "border", "control", "text", "muted", "disabled", "accent",
        "on_accent", "accent_text", "selection", "hover",  "grid",    "good", "warn",  "bad"};
    return kNames[static_cast<std::size_t>(role)];
}

const QColor& Theme::series(int index) const {
    return seriesColors[std::size_t(index < 0 ? 0 : index) % seriesColors.size()];
}

QColor Theme::load(double position) const {
    return between(loadMap, position);
}

QColor Theme::latency(double position) const {
    return between(latencyMap, position);
}

Result<Theme> parseTheme(const QByteArray& json, const QString& source) {
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorCode::Invalid, QStringLiteral("%1: %2").arg(source, error.errorString()).toStdString());
    Theme theme;
    theme.name = object.value(QLatin1String("name")).toString();
    theme.dark = object.value(QLatin1String("dark")).toBool();
    const QJsonObject colors = object.value(QLatin1String("colors")).toObject();
    for (std::size_t i = 0; i < kRoles; ++i) {
        const QString key = QLatin1String(shardscape::app::name(static_cast<Role>(i)));
        auto color = parseColor(colors.value(key), source, QStringLiteral("colors.") + key);
        if (!color)
            return fail(color.error());
        theme.colors[i] = *color;
    }
    auto series = parseColors(object, QStringLiteral("series"), kSeries, source);
    auto load = parseColors(object, QStringLiteral("load"), 2, source);
    auto latency = parseColors(object, QStringLiteral("latency"), 2, source);
    for (const auto* colorsRead : {&series, &load, &latency})
        if (!*colorsRead)
            return fail(colorsRead->error());
    std::copy_n(series->begin(), kSeries, theme.seriesColors.begin());
    theme.loadMap = std::move(*load);
    theme.latencyMap = std::move(*latency);
    return theme;
}

Result<Theme> builtinTheme(const QString& name) {
    QFile file(QStringLiteral(":/themes/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, QStringLiteral("there is no theme \"%1\"").arg(name).toStdString(),
                    "use light or dark");
    return parseTheme(file.readAll(), file.fileName());
}

Theme lightTheme() {
    return builtinTheme(QStringLiteral("light")).value();
}

Theme darkTheme() {
    return builtinTheme(QStringLiteral("dark")).value();
}

Theme contrastTheme(bool dark) {
    return builtinTheme(dark ? QStringLiteral("contrast-dark") : QStringLiteral("contrast-light")).value();
}

double contrastRatio(const QColor& a, const QColor& b) {
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace shardscape::app
