// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

#include "app/theme/theme.h"

class QAbstractButton;
class QAction;

namespace shardscape::app {

class ThemeScope;

/// A drawing of resources/themes/icons ("run", "entities", …) in one colour, sharp at the given pixel ratio.
/// A name that is not there gives a null pixmap; a test holds every name used by the program.
QPixmap iconPixmap(const QString& name, const QColor& color, int size, double pixelRatio);

/// The same as an icon: Text normally, Disabled when disabled, AccentText when checked or selected.
QIcon themeIcon(const QString& name, const Theme& theme);
/// An icon in one colour, for primary buttons (OnAccent) or states (Good, Warn, Bad).
QIcon themeIcon(const QString& name, const Theme& theme, Role role);

/// Keeps a button's or an action's icon in the colours of the scope.
void bindIcon(QAbstractButton* button, const QString& name, ThemeScope& scope);
void bindIcon(QAbstractButton* button, const QString& name, ThemeScope& scope, Role role);
void bindIcon(QAction* action, const QString& name, ThemeScope& scope);

} // namespace shardscape::app
