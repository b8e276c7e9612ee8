// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/theme_scope.h"

#include <utility>

#include <QApplication>
#include <QPalette>
#include <QStyleFactory>

#include "app/theme/style.h"

namespace shardscape::app {

ThemeScope::ThemeScope(Theme theme, QObject* parent)
    : QObject(parent)
    , m_theme(std::move(theme)) {}

void ThemeScope::setTheme(const Theme& theme) {
    if (theme.name == m_theme.name && theme.colors == m_theme.colors)
        return;
    m_theme = theme;
    emit changed();
}

void applyTheme(QApplication& application, ThemeScope& scope) {
    const auto apply = [&application, &scope] {
        application.setPalette(palette(scope.theme()));
        application.setStyleSheet(styleSheet(scope.theme()));
    };
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    apply();
    QObject::connect(&scope, &ThemeScope::changed, &application, apply);
}

bool systemPrefersDark(const QApplication& application) {
    const QPalette system = application.palette();
    return system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
}

} // namespace shardscape::app
