// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/metrics.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QGuiApplication>

namespace shardscape::app {

int pixelSize(TextSize size) {
    const double body = QFontInfo(QGuiApplication::font()).pixelSize();
    switch (size) {
    case TextSize::Title: return qRound(body * 20 / 13);
    case TextSize::Heading: return qRound(body * 15 / 13);
    case TextSize::Body: return qRound(body);
    case TextSize::Caption: return qMax(9, qRound(body * 11 / 13));
    }
    return qRound(body);
}

QFont textFont(TextSize size, bool bold) {
    QFont font = QGuiApplication::font();
    font.setPixelSize(pixelSize(size));
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

bool hasTabularDigits(const QFont& font) {
    const QFontMetricsF metrics(font);
    const double zero = metrics.horizontalAdvance(QLatin1Char('0'));
    for (char digit = '1'; digit <= '9'; ++digit)
        if (qAbs(metrics.horizontalAdvance(QLatin1Char(digit)) - zero) > 0.01 * zero)
            return false;
    return true;
}

QFont tabularFont(TextSize size, bool bold) {
    const QFont own = textFont(size, bold);
    if (hasTabularDigits(own))
        return own;
    for (const char* family : {"Noto Sans", "Segoe UI", "Helvetica Neue", "Liberation Sans", "DejaVu Sans"}) {
        QFont font = own;
        font.setFamily(QLatin1String(family));
        if (QFontInfo(font).family() == QLatin1String(family) && hasTabularDigits(font))
            return font;
    }
    return own;
}

QFont monospaceFont(TextSize size) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(pixelSize(size));
    return font;
}

} // namespace shardscape::app
