// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/icons.h"

#include <QAbstractButton>
#include <QAction>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

#include "app/theme/metrics.h"
#include "app/theme/theme_scope.h"

namespace shardscape::app {
namespace {

constexpr double kPixelRatios[] = {1.0, 1.5, 2.0, 3.0};

void addDrawings(QIcon& icon, const QString& name, const QColor& color, QIcon::Mode mode, QIcon::State state) {
    for (const double ratio : kPixelRatios)
        icon.addPixmap(iconPixmap(name, color, kIconSize, ratio), mode, state);
}

} // namespace

QPixmap iconPixmap(const QString& name, const QColor& color, int size, double pixelRatio) {
    QFile file(QStringLiteral(":/themes/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPixmap pixmap(QSize(size, size) * pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

QIcon themeIcon(const QString& name, const Theme& theme) {
    QIcon icon;
    addDrawings(icon, name, theme.color(Role::Text), QIcon::Normal, QIcon::Off);
    addDrawings(icon, name, theme.color(Role::AccentText), QIcon::Normal, QIcon::On);
    addDrawings(icon, name, theme.color(Role::AccentText), QIcon::Selected, QIcon::Off);
    addDrawings(icon, name, theme.color(Role::Disabled), QIcon::Disabled, QIcon::Off);
    return icon;
}

QIcon themeIcon(const QString& name, const Theme& theme, Role role) {
    QIcon icon;
    addDrawings(icon, name, theme.color(role), QIcon::Normal, QIcon::Off);
    addDrawings(icon, name, theme.color(Role::Disabled), QIcon::Disabled, QIcon::Off);
    return icon;
}

void bindIcon(QAbstractButton* button, const QString& name, ThemeScope& scope) {
    const auto set = [button, name, &scope] { button->setIcon(themeIcon(name, scope.theme())); };
    button->setIconSize({kIconSize, kIconSize});
    set();
    QObject::connect(&scope, &ThemeScope::changed, button, set);
}

void bindIcon(QAbstractButton* button, const QString& name, ThemeScope& scope, Role role) {
    const auto set = [button, name, role, &scope] { button->setIcon(themeIcon(name, scope.theme(), role)); };
    button->setIconSize({kIconSize, kIconSize});
    set();
    QObject::connect(&scope, &ThemeScope::changed, button, set);
}

void bindIcon(QAction* action, const QString& name, ThemeScope& scope) {
    const auto set = [action, name, &scope] { action->setIcon(themeIcon(name, scope.theme())); };
    set();
    QObject::connect(&scope, &ThemeScope::changed, action, set);
}

} // namespace shardscape::app
